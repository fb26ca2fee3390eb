"""What a plant fills in, on any sheet of ours: seven answers beside each line, written as choices and read as values.

What comes back was in other hands: sizes are bounded, words of either language are understood, and what is not
understood says why.
"""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from importlib import import_module
from io import BytesIO
from typing import Any

from pydantic import ValidationError

from promplan import language
from promplan.export.row_heights import write_row
from promplan.extras import needed
from promplan.language import Problem, Words, say
from promplan.language.typesetting import unset
from promplan.plan.codec import explain
from promplan.plan.desk import ANSWERS, SCALE, Answer
from promplan.plan.enterprise import CHANNELS
from promplan.text.replied import replied

MOST_ROWS, MOST_BYTES = 400, 50_000_000  # lines that are read, and what a sheet may unfold to
OFF = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
HEADS = (
    say("Your answer"),
    say("Wording that may go out, if it is another"),
    say("Where it may stand"),
    say("Until when"),
    say("Who lets it out"),
    say("Remarks; why not; whom to ask"),
    say("A work of art: with its scales, or without"),
)
LEAD = say("Please fill in the columns from “Your answer” on: choose an answer from the list, then add what it needs.")
WIDTHS = (24, 44, 24, 14, 24, 44, 24)
SCALES = 6  # the column of the scales, counted from that of the answer
ROOM = 3  # lines that a row has at least: somebody answers in it
FIRST = 2  # the row of the first line, below the line of help and the heads


def lay(book: Any, page: Any, heads: Sequence[Words], widths: Sequence[float]) -> Any:
    """The line of help, the heads as high as they need, columns in which an answer breaks into lines; their style."""
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    page.write_string(0, 0, str(LEAD), book.add_format({"text_wrap": False}))  # runs on over the empty cells beside it
    for column, width in enumerate(widths):
        page.set_column(column, column, width, wrap)
    write_row(page, 1, [str(head) for head in heads], widths, bold)
    return wrap


def choices() -> list[str]:
    """The answers to choose from, in the interface language."""
    return [str(words) for key, words in ANSWERS.items() if key]


def scales() -> list[str]:
    """What may be said of a work's scales, in the interface language."""
    return [str(words) for key, words in SCALE.items() if key]


def lines(data: bytes, columns: int, fault: Words) -> list[tuple[Any, ...]]:
    """The first page of a workbook, line by line; a `Problem` with `fault` where the file is none."""
    with needed():
        openpyxl = import_module("openpyxl")
    try:
        unfolds(data, fault)
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        return list(book.worksheets[0].iter_rows(max_row=MOST_ROWS, max_col=columns, values_only=True))
    except Problem:
        raise
    except Exception:  # a damaged file makes openpyxl raise whatever it meets
        raise Problem(fault) from None


def unfolds(data: bytes, fault: Words) -> None:
    """A `Problem` with `fault` where a packed file would unfold to more than anybody wrote."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
            raise Problem(fault)


def answered(cells: Sequence[Any], *, art: bool) -> Answer | Words:
    """The seven cells as an answer, or what is wrong with them; `art`: it is about a work, which has scales."""
    cells = [*cells, *[None] * (len(HEADS) - len(cells))]
    try:
        state, reason = _state(text(cells[0]))
        said = "; ".join(one for one in (reason, text(cells[5])) if one)
        told = {
            "state": state,
            "wording": text(cells[1]),
            "channels": [_key(it, CHANNELS) for it in _parts(text(cells[2]))],
            "until": _day(cells[3]),
            "by": text(cells[4]),
            "said": said,
            "ask": text(cells[5])[:300] if state == "elsewhere" else "",
            "scales": _key(text(cells[SCALES]), SCALE) if art and text(cells[SCALES]) else "",
            "how": unset(str(say("in the sheet"))),
        }
        return Answer.model_validate(told, strict=True)
    except ValidationError as error:
        return explain(error)
    except Problem as problem:
        return problem.what


def channels(chosen: Iterable[str]) -> str:
    """Channels as they stand in a cell."""
    return "; ".join(str(CHANNELS[it]) for it in chosen)


def text(value: Any) -> str:
    """A cell as text."""
    return "" if value is None else str(value).strip()


def _parts(said: str) -> list[str]:
    return [part.strip() for part in said.replace(",", ";").split(";") if part.strip()]


def _state(said: str) -> tuple[Any, str]:
    """The answer chosen, or a plain yes or no in the plant's own words with its reason."""
    try:
        return _key(said, ANSWERS), ""
    except Problem:
        if (plain := replied(said)) is None:
            raise
        return plain.state, plain.reason


def _key(said: str, known: dict[Any, Words]) -> Any:
    """The value that a word of the list stands for, in either language."""
    bare = said.casefold().strip(" .…")
    for key, words in known.items():
        if key and bare in {key, *(words.into(one).casefold().strip(" .…") for one in language.LANGUAGES)}:
            return key
    listed = ", ".join(str(words) for key, words in known.items() if key)
    raise Problem(say("“{text}” is none of the choices: {known}", text=said[:80], known=listed))


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None or not text(value):
        return value if isinstance(value, date) else None
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text(value), form).date()
        except ValueError:
            continue
    raise Problem(say("“{text}” is no day: write it as 2027-01-31", text=text(value)[:40]))
