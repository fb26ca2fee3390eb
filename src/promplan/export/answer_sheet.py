"""The sheet for a real plant's answers: a line for each letter, filled in at the plant, read back line by line.

What anybody wrote is a string in it and never a formula. What comes back was in other hands: sizes are bounded, and a
line that cannot be understood says why and keeps nobody from the next.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

from pydantic import ValidationError

from promplan import language
from promplan.extras import needed
from promplan.language import Problem, Words, say
from promplan.language.typesetting import unset
from promplan.plan import edit, letters
from promplan.plan.codec import explain
from promplan.plan.desk import ANSWERS, Answer, Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS

MOST_ROWS, MOST_BYTES = 400, 50_000_000  # lines that are read, and what a sheet may unfold to
HEADS = (
    say("No."),
    say("May we say"),
    say("Where we would say it"),
    say("Until which day we would use it"),
    say("Your answer"),
    say("Wording that may go out, if it is another"),
    say("Where it may stand"),
    say("Until when"),
    say("Who lets it out"),
    say("Remarks; why not; whom to ask"),
)
WIDTHS = (6, 44, 24, 14, 24, 44, 24, 14, 24, 44)
ANSWER, FIRST = 4, 2  # the column of the answer, and the row of the first letter, below the line of help


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
    off = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with language.inside(plan.meta.language), xlsxwriter.Workbook(stream, off) as book:
        book.set_custom_property("promplan", "answers")
        page = book.add_worksheet(str(say("Answers"))[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        lead = say(
            "Please fill in the last six columns: choose an answer from the list, then add the details it needs."
        )
        page.write_string(0, 0, str(lead))
        for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            page.set_column(column, column, width)
            page.write_string(1, column, str(head), bold)
        for n, one in enumerate(wanted, FIRST):
            asked = (one.id, one.wording, _channels(one.channels), one.until.isoformat() if one.until else "")
            for column, text in enumerate(asked):
                page.write_string(n, column, text, wrap)
        choices = [str(words) for key, words in ANSWERS.items() if key]
        last = FIRST + max(1, len(wanted)) - 1
        page.data_validation(FIRST, ANSWER, last, ANSWER, {"validate": "list", "source": choices})
        page.freeze_panes(FIRST, 1)
    return stream.getvalue()


def read(data: bytes, plan: Plan) -> list[Row]:
    """The lines of a sheet that hold an answer; raises `Problem` where the file is none of ours."""
    with needed():
        openpyxl = import_module("openpyxl")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
                raise _not_ours()
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        lines = list(book.worksheets[0].iter_rows(max_row=MOST_ROWS, max_col=len(HEADS), values_only=True))
    except Problem:
        raise
    except Exception:  # a damaged file makes openpyxl raise whatever it meets
        raise _not_ours() from None
    found = [_row(plan, line) for line in lines[FIRST:] if any(_text(it) for it in line[ANSWER:])]
    if not found:
        raise Problem(say("No line of this sheet holds an answer. Choose the sheet that the plant sent back."))
    return found


def _not_ours() -> Problem:
    return Problem(say("This is no sheet of answers: choose the .xlsx that the plant sent back."))


def _row(plan: Plan, line: tuple[Any, ...]) -> Row:
    cells = [*line, *[None] * (len(HEADS) - len(line))]
    id_ = _text(cells[0])[:20]
    address = f"{letters.PATH}/{id_}"
    if not id_[1:].isdigit() or not edit.is_there(plan, address):
        return Row(id_ or "?", fault=say("there is no such letter in the plan"))
    one: Any = edit.find(plan, address)
    if one.sent is None:
        return Row(id_, fault=say("this letter is still a draft: send it first"))
    try:
        state = _key(_text(cells[ANSWER]), ANSWERS)
        told = {
            "state": state,
            "wording": _text(cells[5]),
            "channels": [_key(it, CHANNELS) for it in _parts(_text(cells[6]))],
            "until": _day(cells[7]),
            "by": _text(cells[8]),
            "said": _text(cells[9]),
            "ask": _text(cells[9])[:300] if state == "elsewhere" else "",
            "how": unset(str(say("in the sheet"))),
        }
        return Row(id_, Answer.model_validate(told, strict=True))
    except ValidationError as error:
        return Row(id_, fault=explain(error))
    except Problem as problem:
        return Row(id_, fault=problem.what)


def _channels(channels: Iterable[str]) -> str:
    return "; ".join(str(CHANNELS[it]) for it in channels)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(",", ";").split(";") if part.strip()]


def _key(text: str, choices: dict[Any, Words]) -> Any:
    """The value that a word of the list stands for, in either language."""
    bare = text.casefold().strip(" .…")
    for key, words in choices.items():
        if key and bare in {key, *(words.into(one).casefold().strip(" .…") for one in language.LANGUAGES)}:
            return key
    known = ", ".join(str(words) for key, words in choices.items() if key)
    raise Problem(say("“{text}” is none of the choices: {known}", text=text[:80], known=known))


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None or not _text(value):
        return value if isinstance(value, date) else None
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(_text(value), form).date()
        except ValueError:
            continue
    raise Problem(say("“{text}” is no day: write it as 2027-01-31", text=_text(value)[:40]))


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
