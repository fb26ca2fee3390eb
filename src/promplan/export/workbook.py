"""A workbook as others send it, read fast and without running anything: cells, formulas, merged cells, hidden rows.

The cells come out as openpyxl would give them (text, number, yes/no, date, time), in a tenth of its time: ten thousand
rows of a plan are read while somebody waits. Only what a calendar needs is read; sizes are bounded.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree

from promplan.language import Words

MOST_BYTES = 120_000_000  # what all parts may unfold to
MOST_ROWS = 20_000
MOST_COLUMNS = 200
PAGES = 12  # that are looked at
DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})  # built-in formats of days, times
CODED = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)  # what a format says literally, colours, locales
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Plain = str | float | int | bool | date | datetime | time | None


@dataclass(frozen=True)
class Formula:
    """A cell that is worked out: what stands there, and the value that the program has kept, None without one."""

    text: str
    value: Plain


@dataclass(frozen=True)
class Fault:
    """A cell that holds an error such as #REF!."""

    text: str


Value = Plain | Formula | Fault


@dataclass(frozen=True)
class Line:
    """A row by its number in the sheet, its cells from the first column on, and whether it is hidden there."""

    number: int
    cells: tuple[Value, ...]
    hidden: bool = False


@dataclass(frozen=True)
class Page:
    """A sheet: its name, its rows that hold something, its merged areas (first row and column, last row and column)."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    cut: bool = False  # were there more rows than are read?


@dataclass(frozen=True)
class _Book:
    texts: list[str]
    dated: list[bool]
    start: datetime
    pages: list[tuple[str, str, bool]] = field(default_factory=list)  # name, part, hidden


def pages(data: bytes, fault: Words) -> list[Page]:
    """The sheets of a workbook.

    Raises:
        Problem: with `fault`, where the file is none, is damaged, or would unfold to more than anybody wrote.
    """
    from promplan.language import Problem

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
                raise Problem(fault)
            book = _book(packed)
            return [_page(packed, book, *one) for one in book.pages[:PAGES]]
    except Problem:
        raise
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, ElementTree.ParseError, NotImplementedError):
        raise Problem(fault) from None
    except (RuntimeError, EOFError, IndexError, OverflowError):  # packed with a password, cut short, numbers of nowhere
        raise Problem(fault) from None


def _book(packed: zipfile.ZipFile) -> _Book:
    root = ElementTree.fromstring(packed.read("xl/workbook.xml"))
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    }
    properties = next((one for one in root.iter() if _name(one) == "workbookPr"), None)
    late = properties is not None and properties.get("date1904", "0") in ("1", "true")
    found = []
    for one in root.iter():
        if _name(one) != "sheet":
            continue
        key = next((value for name, value in one.items() if name.endswith("}id")), "")
        target = targets.get(key, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in part:
            found.append((one.get("name", ""), part, one.get("state", "visible") != "visible"))
    names = set(packed.namelist())
    texts = _texts(packed) if "xl/sharedStrings.xml" in names else []
    dated = _dated(packed) if "xl/styles.xml" in names else []
    start = datetime(1904, 1, 1) if late else datetime(1899, 12, 30)
    return _Book(texts, dated, start, found)


def _name(one: ElementTree.Element) -> str:
    return one.tag.rpartition("}")[2]


def _texts(packed: zipfile.ZipFile) -> list[str]:
    found: list[str] = []
    with packed.open("xl/sharedStrings.xml") as stream:
        for _, one in ElementTree.iterparse(stream):
            if _name(one) == "si":
                found.append(_joined(one))
                one.clear()
    return found


def _joined(one: ElementTree.Element) -> str:
    """The text of a string, its runs joined; how it is read aloud (rPh) is no part of it."""
    parts = []
    for child in one:
        name = _name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.extend(it.text or "" for it in child if _name(it) == "t")
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Signs that a workbook may not hold stand there as _x000D_."""
    return ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), text) if "_x" in text else text


def _dated(packed: zipfile.ZipFile) -> list[bool]:
    """Of each cell format, whether it shows a number as a day or a time."""
    root = ElementTree.fromstring(packed.read("xl/styles.xml"))
    own = {
        one.get("numFmtId", ""): bool(re.search("[dmyhs]", CODED.sub("", one.get("formatCode", "")), re.IGNORECASE))
        for one in root.iter()
        if _name(one) == "numFmt"
    }
    formats = next((one for one in root if _name(one) == "cellXfs"), ())
    numbers = [one.get("numFmtId", "0") for one in formats]
    return [own.get(it, it.isdigit() and int(it) in DATES) for it in numbers]


def _page(packed: zipfile.ZipFile, book: _Book, name: str, part: str, hidden: bool) -> Page:
    lines: list[Line] = []
    merged: list[tuple[int, int, int, int]] = []
    number, cut = 0, False
    with packed.open(part) as stream:
        for _, one in ElementTree.iterparse(stream):
            tag = _name(one)
            if tag == "row":
                number = int(one.get("r") or number + 1)
                cells = () if len(lines) >= MOST_ROWS else tuple(_cells(book, one))
                if any(it is not None for it in cells):
                    lines.append(Line(number, cells, one.get("hidden", "0") in ("1", "true")))
                cut = cut or len(lines) >= MOST_ROWS
                one.clear()
            elif tag == "mergeCell":
                merged.append(_area(one.get("ref", "")))
    return Page(name, tuple(lines), tuple(merged), hidden, cut)


def _area(ref: str) -> tuple[int, int, int, int]:
    first, _, last = ref.partition(":")
    top, bottom = CELL.fullmatch(first), CELL.fullmatch(last or first)
    if not top or not bottom:
        raise ValueError(ref)
    return int(top[2]), _column(top[1]), int(bottom[2]), _column(bottom[1])


def _column(letters: str) -> int:
    """A column's place, from 0."""
    found = 0
    for one in letters:
        found = 26 * found + ord(one) - 64
    return found - 1


def _cells(book: _Book, row: ElementTree.Element) -> Iterator[Value]:
    """The values of a row from its first column on, empty cells as None."""
    here = 0
    for one in row:
        ref = one.get("r")
        place = _column(ref.rstrip("0123456789")) if ref else here
        if place >= MOST_COLUMNS:
            return
        while here < place:
            yield None
            here += 1
        yield _value(book, one)
        here += 1


def _value(book: _Book, cell: ElementTree.Element) -> Value:
    kind = cell.get("t", "n")
    formula, raw = None, None
    for child in cell:
        tag = child.tag.rpartition("}")[2]
        if tag == "v":
            raw = child.text
        elif tag == "f":
            formula = child.text or ""
        elif tag == "is":
            raw = _joined(child)
    value: Value = _plain(book, cell, kind, raw)
    if formula is None or isinstance(value, Fault | Formula):
        return value
    return Formula(formula, value)


def _plain(book: _Book, cell: ElementTree.Element, kind: str, raw: str | None) -> Any:
    if raw is None:
        return None
    if kind == "s":
        return book.texts[int(raw)] or None
    if kind in ("str", "inlineStr"):
        return (_unescaped(raw) if kind == "str" else raw) or None
    if kind == "b":
        return raw.strip() in ("1", "true")
    if kind == "e":
        return Fault(raw)
    if kind == "d":
        return datetime.fromisoformat(raw)
    number = float(raw)
    style = int(cell.get("s", "0"))
    if style < len(book.dated) and book.dated[style]:
        return moment(number, book.start)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def moment(number: float, start: datetime = datetime(1899, 12, 30)) -> datetime | time | float:
    """A day or a time as a workbook counts it: days since `start`; less than one is a time of day."""
    if not 0 <= number < 2_958_466:
        return number
    seconds = round(number * 86_400)
    if number < 1:
        return (datetime.min + timedelta(seconds=seconds % 86_400)).time()
    if start.year < 1900 and number < 60:  # a workbook has a 29 February 1900
        seconds += 86_400
    return start + timedelta(seconds=seconds)
