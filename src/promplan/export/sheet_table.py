"""A sheet as somebody sent it, as a table: heads and rows with their numbers, whatever the file was.

What a reader should know of the file as a whole stands in its notes: merged cells, hidden rows, other pages, an older
encoding. Nothing is judged yet: that is `calendar_compare` and `results_compare`. Which row holds the heads, and what
is said where there is no table, the caller's `Wanted` says.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from promplan.export import workbook
from promplan.export.workbook import MOST_COLUMNS, MOST_ROWS, Line, Page, Value
from promplan.language import Problem, Words, say, say_many
from promplan.text.encodings import decoded

MOST_BYTES = 20_000_000
HEAD_WITHIN = 30  # rows from the top within which the heads stand
OLD = b"\xd0\xcf\x11\xe0"  # a workbook of before 2007
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"%PDF-", b"<svg", b"II*\0", b"MM\0*")
NO_SHEET = say(
    "This file is damaged, packed with a password, or no workbook. Open it in a spreadsheet program, save it as .xlsx "
    "or .csv, and choose that file."
)


@dataclass(frozen=True)
class Table:
    """A sheet: its heads, its rows below them, and what is to be known of the file as a whole.

    `joined` are the cells (row's number, column) whose value stands in a cell above, with which they are merged;
    `above` are the lines that stand over the heads: what the sheet says of itself.
    """

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[Words, ...] = ()
    joined: frozenset[tuple[int, int]] = frozenset()
    above: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What is looked for in a file.

    Args:
        score: how many different fields a row of heads names. empty, large, blank, bare: what is said of an empty
            file, one that is too large, a workbook with nothing in it, and heads with no row under them.
        cut: what is said where only the first {n} rows were read.
    """

    score: Callable[[Sequence[str]], int]
    empty: Words
    large: Words
    blank: Words
    bare: Words
    cut: Words


def read(data: bytes, wanted: Wanted) -> Table:
    """The table in a workbook or a .csv.

    Raises:
        Problem: the file is empty, too large, damaged, a picture, an old .xls, or holds no row under its heads.
    """
    if not data.strip():
        raise Problem(wanted.empty)
    if len(data) > MOST_BYTES:
        raise Problem(wanted.large)
    if data.startswith(OLD):
        raise Problem(say("This is a workbook of an old kind (.xls). Save it as .xlsx or .csv and choose that file."))
    if is_picture(data):
        raise Problem(
            say(
                "This is a picture or a page for print, whatever its name says: there are no cells in it. Export the "
                "numbers as .csv or .xlsx and choose that file."
            )
        )
    if data.startswith(b"PK"):
        return _of_book(workbook.pages(data, NO_SHEET), wanted)
    return _of_text(data, wanted)


def is_picture(data: bytes) -> bool:
    """Are these the bytes of a picture or of a .pdf? Letters alone, BM, begin texts too."""
    return data.startswith(PICTURES) and (not data.startswith(b"BM") or b"\0" in data[:64])


def _of_book(pages: Sequence[Page], wanted: Wanted) -> Table:
    shown = [one for one in pages if one.lines and not one.hidden] or [one for one in pages if one.lines]
    if not shown:
        raise Problem(wanted.blank)
    page = max(shown, key=lambda one: max(wanted.score(_texts(it.cells)) for it in one.lines[:HEAD_WITHIN]))
    notes: list[Words] = []
    if len(shown) > 1:
        others = ", ".join(one.name for one in shown if one is not page)
        notes.append(
            say("The page “{page}” was read; others were left aside: {others}.", page=page.name, others=others)
        )
    merged = [area for area in page.merged if area[2] > area[0]]
    table = _made(_filled(page, merged), notes, wanted)
    below = [area for area in merged if any(area[0] <= one.number <= area[2] for one in table.lines)]
    if below:
        told = say_many(
            "{n} merged cell: each of its rows was given its value.",
            "{n} merged cells: each of their rows was given the value.",
            len(below),
        )
        joined = frozenset((n, left) for top, left, bottom, _ in merged for n in range(top + 1, bottom + 1))
        table = Table(table.heads, table.lines, (*table.notes, told), joined, table.above)
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


def _of_text(data: bytes, wanted: Wanted) -> Table:
    text, encoding = decoded(data)
    if "\0" in text:
        raise Problem(NO_SHEET)
    notes: list[Words] = []
    if encoding not in ("utf-8", "utf-16"):
        notes.append(say("The text is in an older encoding, {encoding}, and was read as such.", encoding=encoding))
    lines: list[Line] = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=_delimiter(text, wanted)), 1):
            if any(cell.strip() for cell in row) and len(lines) <= MOST_ROWS:
                lines.append(Line(number, tuple(cell or None for cell in row[:MOST_COLUMNS])))
    except csv.Error:
        raise Problem(NO_SHEET) from None
    kept = tuple(lines[:MOST_ROWS])
    return _made((Page("", kept, cut=len(lines) > MOST_ROWS), kept), notes, wanted)


def _delimiter(text: str, wanted: Wanted) -> str:
    """What parts the cells: the sign that makes heads which are known; else the one that parts most rows alike."""
    head = text[:40_000].splitlines(keepends=True)[:HEAD_WITHIN]

    def fit(sign: str) -> tuple[int, int]:
        rows = [row for row in csv.reader(head, delimiter=sign) if row]
        counts = [len(row) for row in rows]
        most = max(set(counts), key=lambda n: (counts.count(n), n), default=1)
        return max((wanted.score(_texts(row)) for row in rows), default=0), counts.count(most) * (most - 1)

    return max((";", ",", "\t", "|"), key=fit)


def _made(read: tuple[Page, tuple[Line, ...]], notes: list[Words], wanted: Wanted) -> Table:
    page, lines = read
    scores = [wanted.score(_texts(one.cells)) for one in lines[:HEAD_WITHIN]]
    best = max(scores, default=0)
    place = scores.index(best) if best else 0
    heads = tuple(_texts(lines[place].cells)) if lines else ()
    below = tuple(one for one in lines[place + 1 :] if not _again(one, heads))
    if not below:
        raise Problem(wanted.bare)
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
        notes.append(Words(wanted.cut.template, {"n": MOST_ROWS}))
    above = tuple(" ".join(filter(None, _texts(one.cells))) for one in lines[:place])
    return Table(heads, below, tuple(notes), above=above)


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
