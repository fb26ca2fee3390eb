"""The clearance request on one sheet: a workbook and a document with the same lines, grouped by who answers.

The workbook is the answer sheet with more kinds of lines; the document is for a plant where nobody opens workbooks.
`clearance_back` reads either.
"""

import io
from importlib import import_module

from promplan import language
from promplan.export import answer_cells
from promplan.export.answer_cells import channels
from promplan.export.clearance_asked import KINDS, Asked, asked
from promplan.export.docx import Form, Heading, Paragraph, document
from promplan.export.outline_values import words
from promplan.export.printed import plain
from promplan.export.row_heights import write_row
from promplan.extras import needed
from promplan.language import Problem, Words, day, say
from promplan.plan.document import Plan
from promplan.plan.safety import LAYERS

HEADS = (
    say("No."),
    say("Who answers"),
    say("What we ask"),
    say("Where, from which source, under which conditions"),
    say("Where we would show it"),
    say("Until which day we would use it"),
    *answer_cells.HEADS,
)
WIDTHS = (12, 26, 46, 34, 22, 14, *answer_cells.WIDTHS)
ANSWER = 6  # the column of the answer


def xlsx(plan: Plan, speech: str = "") -> bytes:
    """The workbook; `speech` is its language, the plan's if not said. `Problem` where nothing needs a word."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream = io.BytesIO()
    with language.inside(speech or plan.meta.language), xlsxwriter.Workbook(stream, answer_cells.OFF) as book:
        wanted = _wanted(plan)
        book.set_custom_property("promplan", "clearance")
        page = book.add_worksheet(str(say("Clearance request"))[:31])
        first = book.add_format({"text_wrap": True, "valign": "top", "top": 2})
        wrap = answer_cells.lay(book, page, HEADS, WIDTHS)
        before = ""
        for n, one in enumerate(wanted, answer_cells.FIRST):
            style = wrap if one.layer == before else first
            write_row(page, n, _cells(one), WIDTHS, style, answer_cells.ROOM)
            before = one.layer
        choices = {"validate": "list", "source": answer_cells.choices()}
        for n, one in enumerate(wanted, answer_cells.FIRST):
            if one.kind == "data":
                kept = {"validate": "list", "source": answer_cells.scales()}
                page.data_validation(n, ANSWER + answer_cells.SCALES, n, ANSWER + answer_cells.SCALES, kept)
        page.data_validation(answer_cells.FIRST, ANSWER, answer_cells.FIRST + len(wanted) - 1, ANSWER, choices)
        page.freeze_panes(answer_cells.FIRST, 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(1)
    return stream.getvalue()


def is_xlsx(data: bytes) -> bool:
    """Are these the bytes of a workbook of ours? It is told by what XlsxWriter puts into each."""
    return data.startswith(b"PK") and b"docProps/custom.xml" in data


def docx(plan: Plan, speech: str = "") -> bytes:
    """The document; `speech` is its language, the plan's if not said. `Problem` where nothing needs a word."""
    with language.inside(speech or plan.meta.language):
        wanted = _wanted(plan)
        title = str(say("Clearance request"))
        blocks: list[Heading | Paragraph | Form] = [Heading(title, 1)]
        told = [plan.meta.title, plan.enterprise.name, plan.team.name]
        blocks.append(Paragraph(" · ".join(one for one in told if one)))
        blocks.append(Paragraph(str(_how(plan))))
        before = ""
        for one in wanted:
            if one.layer != before:
                blocks.append(Heading(words(LAYERS[one.layer]), 2))
                before = one.layer
            blocks.append(_form(one))
        return document([plain_block(one) for one in blocks], title, language.current())


def plain_block(one: Heading | Paragraph | Form) -> Heading | Paragraph | Form:
    """A block without signs that no document may hold."""
    return type(one)(**plain(vars(one)))


def _how(plan: Plan) -> Words:
    known = "; ".join(answer_cells.choices())
    if plan.meta.campaign_end:
        return say(
            "Please fill in the empty cells under each line. Answers to choose from: {known}. "
            "The campaign runs until {day}.",
            known=known,
            day=plan.meta.campaign_end,
        )
    return say("Please fill in the empty cells under each line. Answers to choose from: {known}.", known=known)


def _wanted(plan: Plan) -> list[Asked]:
    wanted = asked(plan)
    if not wanted:
        raise Problem(say("Nothing in the plan needs a word any more: every fact, shot and work has its answer."))
    if len(wanted) > answer_cells.MOST_ROWS - answer_cells.FIRST:
        raise Problem(say("{n} lines are more than anybody answers. Leave some facts and shots out.", n=len(wanted)))
    return wanted


def _cells(one: Asked) -> tuple[str, ...]:
    who = words(LAYERS[one.layer])
    told = (
        one.id,
        f"{who}\n{one.who}" if one.who else who,
        f"{KINDS[one.kind]}: {one.what}",
        one.more,
        channels(one.channels),
        day(one.until) if one.until else "",
    )
    return tuple(str(cell) for cell in plain(told))


def _form(one: Asked) -> Form:
    who, where, until = HEADS[1], HEADS[4], HEADS[5]
    told = {where: channels(one.channels), until: day(one.until) if one.until else "", who: one.who}
    use = [one.more, *(f"{head}: {value}" for head, value in told.items() if value)]
    heads = answer_cells.HEADS if one.kind == "data" else answer_cells.HEADS[: answer_cells.SCALES]
    rows = [(str(head), "") for head in heads]
    return Form(one.id, f"{KINDS[one.kind]}: {one.what}", "\n".join(it for it in use if it), rows)
