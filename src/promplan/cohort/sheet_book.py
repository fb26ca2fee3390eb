"""A workbook of the instructor's: texts are strings whatever they begin with, the same words give the same bytes."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from promplan.export.answer_cells import OFF
from promplan.export.printed import plain
from promplan.export.row_heights import write_row
from promplan.extras import needed
from promplan.language import Words

CREATED = datetime(2026, 1, 1)
FONT = {"font_name": "Arial", "font_size": 10}  # every office has it, or one as wide
BLUE, PALE, FAINT = "#0B4F9C", "#E8F0F8", "#595959"
UNNAMED = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True)
class Looks:
    """The formats of a workbook."""

    title: Any
    lead: Any
    head: Any
    text: Any
    faint: Any
    level: Any
    count: Any
    number: Any
    strong: Any


def book(mark: str, title: str | Words, fill: Callable[[Any, Looks], None]) -> bytes:
    """The bytes of a workbook that `fill` writes; `mark` is the property by which it is known again."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {**OFF, "default_format_properties": dict(FONT)}) as made:
        made.set_properties({"title": clean(title)[:200], "author": "promplan", "created": CREATED})
        made.set_custom_property("promplan", mark)
        fill(made, _looks(made))
    return stream.getvalue()


def is_book(data: bytes) -> bool:
    """Are these the bytes of a workbook of ours? It is told by the name of a part that XlsxWriter puts into each."""
    return data.startswith(b"PK") and b"docProps/custom.xml" in data


def clean(text: str | Words) -> str:
    """A text without signs that no sheet may hold."""
    return str(plain(str(text)))


def tab(name: str | Words, taken: Sequence[str] = ()) -> str:
    """A name as a sheet's tab can bear it: 31 characters, none of which has a meaning there, none twice."""
    bare = clean(name).translate(UNNAMED).strip() or "–"
    told, n = bare[:31].strip(), 2
    while told.casefold() in {one.casefold() for one in taken}:
        told, n = f"{bare[:27].strip()} {n}", n + 1
    return told


def table(
    page: Any,
    looks: Looks,
    row: int,
    heads: Sequence[str | Words],
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    styles: Sequence[Any] = (),
    least: int = 1,
) -> int:
    """Write heads and rows from a row on; numbers stay numbers. The row below them."""
    write_row(page, row, [clean(one) for one in heads], widths, looks.head)
    for n, cells in enumerate(rows, row + 1):
        write_row(
            page, n, [clean(it) if isinstance(it, str | Words) else "" for it in cells], widths, looks.text, least
        )
        for column, cell in enumerate(cells):
            style = styles[column] if styles else looks.text
            if isinstance(cell, bool | str | Words):
                page.write_string(n, column, clean(str(cell)), style)
            elif cell is None:
                page.write_blank(n, column, None, style)
            else:
                page.write_number(n, column, float(cell), style)
    return row + 1 + len(rows)


def paper(page: Any, heads: int, *, upright: bool = False) -> None:
    """A4, one page wide, the rows of heads on every page."""
    page.set_paper(9)
    if not upright:
        page.set_landscape()
    page.set_margins(0.4, 0.4, 0.5, 0.5)
    page.fit_to_pages(1, 0)
    page.repeat_rows(heads)
    page.hide_gridlines(2)


def _looks(made: Any) -> Looks:
    base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
    return Looks(
        title=made.add_format({"bold": True, "font_size": 15, "font_color": BLUE}),
        lead=made.add_format({"text_wrap": True, "valign": "top"}),
        head=made.add_format({**base, "bold": True, "bg_color": PALE}),
        text=made.add_format(base),
        faint=made.add_format({"font_size": 8, "font_color": FAINT, "valign": "top"}),
        level=made.add_format({**base, "align": "center", "valign": "vcenter", "font_size": 12, "locked": False}),
        count=made.add_format({**base, "align": "center"}),
        number=made.add_format({**base, "num_format": "0.00", "align": "center"}),
        strong=made.add_format({**base, "bold": True}),
    )
