"""The papers of the excursions: a workbook for the instructor, a document for the plant at each visit.

A plant gets numbers, sizes and escorts. Names are lines to be filled on paper; nothing else of a person is asked for.
"""

from typing import Any

from promplan import language
from promplan.cohort.excursion_file import Visit
from promplan.cohort.excursions import Answer, visit_said
from promplan.cohort.sheet_book import Looks, book, clean, paper, tab, table
from promplan.export.docx import Form, Heading, Paragraph, document
from promplan.export.row_heights import height
from promplan.language import Words, day, say, say_in

MARK = "excursions"
LINES = 2  # empty lines for names beyond the guests who are expected
BLOCK = 8  # lines for names in one form


def workbook(found: Answer, speech: str = "") -> bytes:
    """Who goes when, what was bent and why, a page for each visit."""
    with language.inside(speech or found.cohort.language):

        def fill(made: Any, looks: Looks) -> None:
            names = [tab(say("Excursions"))]
            _overview(made.add_worksheet(names[0]), looks, found)
            for one in found.asked.visits:
                if found.group(one.id):
                    names.append(tab(f"{one.plant or one.id} {one.day:%d.%m}", names))
                    _visit(made.add_worksheet(names[-1]), looks, found, one)

        return book(MARK, say("Excursions"), fill)


def plant_sheet(found: Answer, visit: Visit, speech: str = "") -> bytes:
    """The document for the plant at a visit."""
    with language.inside(speech or found.cohort.language):
        title = clean(say("Visit to the plant: {plant}", plant=visit.plant or visit.id))
        facts = [(clean(label), clean(value)) for label, value in _facts(found, visit)]
        sizes = [(clean(size), str(n)) for size, n in _sizes(found, visit).items()]
        asks = say("Please tell us by return what is not right, and what we should bring or leave at home.")
        blocks: list[Heading | Paragraph | Form] = [
            Heading(title, 1),
            Paragraph(clean(" · ".join(one for one in (found.cohort.title, found.cohort.institution) if one))),
            Form(clean(say("Visit")), clean(visit_said(visit)), clean(asks), facts),
        ]
        if sizes:
            blocks += [
                Heading(clean(say("Protective equipment"))),
                Form(clean(say("Size")), clean(say("Pieces")), clean(say("of the plant's stock")), sizes),
            ]
        blocks += [
            Heading(clean(say("Who comes"))),
            Paragraph(
                clean(
                    say(
                        "Names are written here by hand. Passports, telephones and days of birth do not belong on this "
                        "sheet: what the pass office needs it gets from the instructor."
                    )
                )
            ),
        ]
        rows = [(str(n), "\n") for n in range(1, _lines(found, visit) + 1)]  # two lines high: somebody writes there
        head, sign, first = say("No."), say("Name; signature after the induction"), say("Escorts first")
        for begin in range(0, len(rows), BLOCK):  # a form stays on one page
            lead = clean(first) if begin == 0 else ""
            blocks.append(Form(clean(head), clean(sign), lead, rows[begin : begin + BLOCK]))
        return document(blocks, title, language.current())


def _overview(page: Any, looks: Looks, found: Answer) -> None:
    widths = (26.0, 10.0, 34.0, 12.0, 9.0, 16.0)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(0, 24)
    page.write_string(0, 0, clean(say("Excursions")), looks.title)
    page.write_string(1, 0, clean(" · ".join(it for it in (found.cohort.title, found.cohort.institution) if it)))
    visits = {one.id: one for one in found.asked.visits}
    rows = []
    for one in found.asked.teams:
        there = visits.get(found.allocation.goes.get(one.team, ""))
        wish = one.wishes.index(there.id) + 1 if there and there.id in one.wishes else None
        rows.append(
            [
                found.name(one.team),
                one.guests,
                (there.plant or there.id) if there else say("no visit"),
                day(there.day) if there else "",
                f"{there.start:%H:%M}" if there else "",
                "–" if wish is None else say("No. {n}", n=wish),
            ]
        )
    heads = [say("Team"), say("Guests"), say("Plant"), say("Day"), say("Time"), say("By which wish")]
    text, count = looks.text, looks.count
    end = table(page, looks, 3, heads, rows, widths, [text, count, text, count, count, count]) + 1
    taken = [
        [
            visit_said(one),
            sum(it.guests or 0 for it in found.group(one.id)),
            say("{room} ({capacity} places, {escorts} × {each} with escorts)", **_room(one)),
        ]
        for one in found.asked.visits
    ]
    visit_heads = [say("Visit"), say("Guests"), say("Most")]
    end = table(page, looks, end, visit_heads, taken, widths, [text, count, text]) + 1
    for title, lines in (
        (say("What was bent, and why"), [*found.reasons]),
        (say("What would help"), [it.said for it in found.more]),
    ):
        page.write_string(end, 0, clean(title), looks.strong)
        for line in lines or [say("Nothing.")]:
            end += 1
            page.merge_range(end, 0, end, len(widths) - 1, "", looks.lead)
            page.write_string(end, 0, clean(line), looks.lead)
            page.set_row(end, _high(clean(line), sum(widths)))
        end += 2
    paper(page, 3, upright=True)


def _visit(page: Any, looks: Looks, found: Answer, visit: Visit) -> None:
    widths = (24.0, 42.0, 28.0)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(0, 24)
    page.write_string(0, 0, clean(visit.plant or visit.id), looks.title)
    row = table(page, looks, 1, [say("Visit"), visit_said(visit)], _facts(found, visit), widths) + 1
    teams = [[found.name(one.team), one.guests] for one in found.group(visit.id)]
    row = table(page, looks, row, [say("Team"), say("Guests")], teams, widths, [looks.text, looks.count]) + 1
    if sizes := _sizes(found, visit):
        told = [[size, n] for size, n in sizes.items()]
        row = table(page, looks, row, [say("Size"), say("Pieces")], told, widths, [looks.text, looks.count]) + 1
    heads = [say("Team"), say("Name, written by hand"), say("Signature after the induction")]
    table(page, looks, row, heads, [["", "", ""]] * _lines(found, visit), widths, least=2)
    paper(page, 0, upright=True)


def _facts(found: Answer, visit: Visit) -> list[tuple[Words, str]]:
    group = found.group(visit.id)
    guests = sum(one.guests or 0 for one in group)
    needed = -(-guests // visit.each)
    rows = [
        (say("Day"), day(visit.day)),
        (say_in("excursion", "From, to"), f"{visit.start:%H:%M}–{_end(visit)}"),
        (say("Guests"), str(guests)),
        (say("Of them under 18"), str(_minors(found, visit))),
        (
            say("Escorts"),
            str(say("{n}; one leads {each} at most", n=max(needed, min(visit.escorts, 1)), each=visit.each)),
        ),
        (say("Teams"), ", ".join(found.name(one.team) for one in group)),
    ]
    if lacking := found.allocation.short.get(visit.id):
        rows.append(
            (say("A question"), str(say("The group is {n} smaller than your least. Do you open for it?", n=lacking)))
        )
    return rows


def _sizes(found: Answer, visit: Visit) -> dict[str, int]:
    told: dict[str, int] = {}
    for one in found.group(visit.id):
        for size, n in one.sizes.items():
            told[size] = told.get(size, 0) + n
    return dict(sorted(told.items()))


def _minors(found: Answer, visit: Visit) -> int:
    """How many of the teams' students are under 18; the plant asks for the guardians' papers by it."""
    ids = {it for one in found.group(visit.id) if (team := found.cohort.team(one.team)) for it in team.students}
    return sum(one.minor for one in found.cohort.students if one.id in ids)


def _lines(found: Answer, visit: Visit) -> int:
    return sum(one.guests or 0 for one in found.group(visit.id)) + visit.escorts + LINES


def _end(visit: Visit) -> str:
    total = visit.start.hour * 60 + visit.start.minute + visit.minutes
    return f"{total // 60 % 24:02}:{total % 60:02}"


def _room(one: Visit) -> dict[str, int]:
    return {"room": one.room, "capacity": one.capacity, "escorts": one.escorts, "each": one.each}


def _high(text: str, width: float) -> float:
    return height([text], [width])
