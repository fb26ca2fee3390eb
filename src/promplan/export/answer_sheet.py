"""The sheet for a real plant's answers: a line for each letter, filled in at the plant, read back line by line.

What anybody wrote is a string in it and never a formula. What comes back was in other hands: sizes are bounded, and a
line that cannot be understood says why and keeps nobody from the next.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from promplan import language
from promplan.cases.letter_subject import shown
from promplan.export import answer_cells
from promplan.export.answer_cells import FIRST, MOST_BYTES, text
from promplan.export.row_heights import write_row
from promplan.extras import needed
from promplan.language import Problem, Words, say
from promplan.language.typesetting import unset
from promplan.plan import edit, letters
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan

__all__ = ["MOST_BYTES", "Row", "make", "read"]
HEADS = (
    say("No."),
    say("May we say"),
    say("Where we would say it"),
    say("Until which day we would use it"),
    *answer_cells.HEADS,
)
WIDTHS = (6, 44, 24, 14, *answer_cells.WIDTHS)
ANSWER = 4  # the column of the answer
NOT_OURS = say("This is no sheet of answers: choose the .xlsx that the plant sent back.")


@dataclass(frozen=True)
class Row:
    """A line that came back: the letter it answers, the answer, or what is wrong with it."""

    id: str
    answer: Answer | None = None
    fault: Words | None = None


def make(plan: Plan, wanted: Sequence[Request]) -> bytes:
    """The workbook, in the language of the plan's words."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream = io.BytesIO()
    with language.inside(plan.meta.language), xlsxwriter.Workbook(stream, answer_cells.OFF) as book:
        book.set_custom_property("promplan", "answers")
        page = book.add_worksheet(str(say("Answers"))[:31])
        wrap = answer_cells.lay(book, page, HEADS, WIDTHS)
        for n, one in enumerate(wanted, FIRST):
            said = "\n".join([one.wording.strip(), *(unset(str(it)) for it in shown(plan, one, whole=False))])
            asked = (
                one.id,
                said,
                answer_cells.channels(one.channels),
                one.until.isoformat() if one.until else "",
            )
            write_row(page, n, asked, WIDTHS, wrap, answer_cells.ROOM)
        last = FIRST + max(1, len(wanted)) - 1
        page.data_validation(FIRST, ANSWER, last, ANSWER, {"validate": "list", "source": answer_cells.choices()})
        for n, one in enumerate(wanted, FIRST):
            if one.idea:
                kept = {"validate": "list", "source": answer_cells.scales()}
                page.data_validation(n, ANSWER + answer_cells.SCALES, n, ANSWER + answer_cells.SCALES, kept)
        page.freeze_panes(FIRST, 1)
    return stream.getvalue()


def read(data: bytes, plan: Plan) -> list[Row]:
    """The lines of a sheet that hold an answer; raises `Problem` where the file is none of ours."""
    lines = answer_cells.lines(data, len(HEADS), NOT_OURS)
    found = [_row(plan, line) for line in lines[FIRST:] if any(text(it) for it in line[ANSWER:])]
    if not found:
        raise Problem(say("No line of this sheet holds an answer. Choose the sheet that the plant sent back."))
    return found


def _row(plan: Plan, line: tuple[Any, ...]) -> Row:
    id_ = text(line[0])[:20]
    address = f"{letters.PATH}/{id_}"
    if not id_[1:].isdigit() or not edit.is_there(plan, address):
        return Row(id_ or "?", fault=say("there is no such letter in the plan"))
    one: Any = edit.find(plan, address)
    if one.sent is None:
        return Row(id_, fault=say("this letter is still a draft: send it first"))
    found = answer_cells.answered(line[ANSWER:], art=bool(one.idea))
    return Row(id_, found) if isinstance(found, Answer) else Row(id_, fault=found)
