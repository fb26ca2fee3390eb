"""A sheet as somebody sent it, as a table: heads and rows with their numbers, whatever the file was.

What a reader should know of the file as a whole stands in its notes: merged cells, hidden rows, other pages, an older
encoding. Nothing is judged yet: that is `calendar_compare`.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from promplan.export import workbook
from promplan.export.calendar_mapping import score
from promplan.export.workbook import MOST_COLUMNS, MOST_ROWS, Line, Page, Value
from promplan.language import Problem, Words, say, say_many
from promplan.text.encodings import decoded

MOST_BYTES = 20_000_000
HEAD_WITHIN = 30  # rows from the top within which the heads stand
OLD = b"\xd0\xcf\x11\xe0"  # a workbook of before 2007
NO_SHEET = say(
    "This file is damaged, packed with a password, or no workbook. Open it in a spreadsheet program, save it as .xlsx "
    "or .csv, and choose that file."
)


@dataclass(frozen=True)
class Table:
    """A sheet: its heads, its rows below them, and what is to be known of the file as a whole."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[Words, ...] = ()


def read(data: bytes) -> Table:
    """The table in a workbook or a .csv.

    Raises:
        Problem: the file is empty, too large, damaged, an old .xls, or holds no row under its heads.
    """
    if not data.strip():
        raise Problem(say("This file is empty. Choose the sheet with the calendar."))
    if len(data) > MOST_BYTES:
        raise Problem(say("This file is too large for a calendar. Save the sheet with the calendar by itself."))
    if data.startswith(OLD):
        raise Problem(say("This is a workbook of an old kind (.xls). Save it as .xlsx or .csv and choose that file."))
    if data.startswith(b"PK"):
        return _of_book(workbook.pages(data, NO_SHEET))
    return _of_text(data)


def _of_book(pages: Sequence[Page]) -> Table:
    shown = [one for one in pages if one.lines and not one.hidden] or [one for one in pages if one.lines]
    if not shown:
        raise Problem(say("There is nothing in this workbook. Choose the one with the calendar."))
    page = max(shown, key=lambda one: max(score(_texts(it.cells)) for it in one.lines[:HEAD_WITHIN]))
    notes: list[Words] = []
    if len(shown) > 1:
        others = ", ".join(one.name for one in shown if one is not page)
        notes.append(
            say("The page “{page}” was read; others were left aside: {others}.", page=page.name, others=others)
        )
    merged = [area for area in page.merged if area[2] > area[0]]
    table = _made(_filled(page, merged), notes)
    below = [area for area in merged if any(area[0] <= one.number <= area[2] for one in table.lines)]
    if below:
        told = say_many(
            "{n} merged cell: each of its rows was given its value.",
            "{n} merged cells: each of their rows was given the value.",
            len(below),
        )
        table = Table(table.heads, table.lines, (*table.notes, told))
    return table


def _filled(page: Page, merged: Sequence[tuple[int, int, int, int]]) -> tuple[Page, tuple[Line, ...]]:
    """The rows with the value of a cell that is merged over several of them in each: that is what it means."""
    if not merged:
        return page, page.lines
    cells: dict[int, list[Value]] = {one.number: list(one.cells) for one in page.lines}
    for top, left, bottom, _ in merged:
        value = _at(cells.get(top, ()), left)
        for number in range(top + 1, min(bottom, top + MOST_ROWS) + 1):
            if value is not None and number in cells:
                row = cells[number]
                row.extend([None] * (left + 1 - len(row)))
                row[left] = value
    return page, tuple(Line(one.number, tuple(cells[one.number]), one.hidden) for one in page.lines)


def _at(cells: Sequence[Value], place: int) -> Value:
    return cells[place] if place < len(cells) else None


def _of_text(data: bytes) -> Table:
    text, encoding = decoded(data)
    if "\0" in text:
        raise Problem(NO_SHEET)
    notes: list[Words] = []
    if encoding not in ("utf-8", "utf-16"):
        notes.append(say("The text is in an older encoding, {encoding}, and was read as such.", encoding=encoding))
    lines: list[Line] = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=_delimiter(text)), 1):
            if any(cell.strip() for cell in row) and len(lines) <= MOST_ROWS:
                lines.append(Line(number, tuple(cell or None for cell in row[:MOST_COLUMNS])))
    except csv.Error:
        raise Problem(NO_SHEET) from None
    return _made((Page("", tuple(lines[:MOST_ROWS]), cut=len(lines) > MOST_ROWS), tuple(lines[:MOST_ROWS])), notes)


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that makes heads which are known; else the one that parts most rows alike."""
    head = text[:40_000].splitlines(keepends=True)[:HEAD_WITHIN]

    def fit(sign: str) -> tuple[int, int]:
        rows = [row for row in csv.reader(head, delimiter=sign) if row]
        counts = [len(row) for row in rows]
        most = max(set(counts), key=lambda n: (counts.count(n), n), default=1)
        return max((score(_texts(row)) for row in rows), default=0), counts.count(most) * (most - 1)

    return max((";", ",", "\t", "|"), key=fit)


def _made(read: tuple[Page, tuple[Line, ...]], notes: list[Words]) -> Table:
    page, lines = read
    scores = [score(_texts(one.cells)) for one in lines[:HEAD_WITHIN]]
    best = max(scores, default=0)
    place = scores.index(best) if best else 0
    heads = tuple(_texts(lines[place].cells)) if lines else ()
    below = tuple(one for one in lines[place + 1 :] if not _again(one, heads))
    if not below:
        raise Problem(
            say(
                "There is no row under the heads of this sheet. Write each piece into a row of its own, then choose it."
            )
        )
    hidden = [one.number for one in below if one.hidden]
    if hidden:
        notes.append(
            say_many(
                "{n} row is hidden in the sheet ({rows}); it was read like the others.",
                "{n} rows are hidden in the sheet ({rows}); they were read like the others.",
                len(hidden),
                rows=spans(hidden),
            )
        )
    if page.cut:
        notes.append(say("Only the first {n} rows were read: a plan holds no more pieces than that.", n=MOST_ROWS))
    return Table(heads, below, tuple(notes))


def _again(line: Line, heads: Sequence[str]) -> bool:
    """Do the heads stand here once more, as where every month has its own?"""
    return line.cells[0] == heads[0] and _texts(line.cells)[: len(heads)] == [*heads]


def _texts(cells: Sequence[Any]) -> list[str]:
    return [" ".join(one.split()) if isinstance(one, str) else "" if one is None else str(one) for one in cells]


def spans(numbers: Sequence[int]) -> str:
    """Numbers in a row as a reader likes them: 3–5, 9."""
    found: list[list[int]] = []
    for one in sorted(set(numbers)):
        if found and found[-1][1] == one - 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    told = [f"{first}" if first == last else f"{first}–{last}" for first, last in found]
    return ", ".join(told[:6]) + (" …" if len(told) > 6 else "")
