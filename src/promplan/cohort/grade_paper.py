"""The paper of a cohort's workbooks: pages with a note, fixed heads, a filter, rows as high as their words need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from promplan.export.printed import plain
from promplan.export.row_heights import height
from promplan.language import Words

LONGEST = 32_000  # characters of a cell
MOST = 1_048_000  # rows of a page: no spreadsheet takes more


@dataclass(frozen=True)
class Column:
    """A column: its head, its width, its style."""

    head: Words
    width: float
    style: str = "text"


@dataclass(frozen=True)
class Formula:
    """A cell that is worked out, and its value now."""

    text: str
    value: float | str


class Paper:
    """The workbook with its styles."""

    def __init__(self, book: Any) -> None:
        self.book = book
        base = {"valign": "top", "border": 1, "border_color": "#C8C8C8", "text_wrap": True}
        self.styles = {
            "text": book.add_format(base),
            "number": book.add_format({**base, "num_format": "0.0"}),
            "bold": book.add_format({**base, "bold": True}),
            "grey": book.add_format({**base, "font_color": "#5A5A5A"}),
            "fill": book.add_format({**base, "bg_color": "#FFF6CC"}),
            "fill number": book.add_format({**base, "bg_color": "#FFF6CC", "num_format": "0.0#"}),
            "head": book.add_format({**base, "bold": True, "bg_color": "#E8ECEF"}),
            "note": book.add_format({"text_wrap": True, "valign": "top", "italic": True, "font_color": "#404040"}),
        }

    def page(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], note: Words | str = "") -> Any:
        """A page with a note, fixed heads, a filter and rows; the heads stand in the second row."""
        page = self.book.add_worksheet(name)
        for n, one in enumerate(columns):
            page.set_column(n, n, one.width)
            page.write_string(1, n, str(one.head), self.styles["head"])
        wide = [one.width for one in columns]
        last = min(len(columns), 8) - 1
        page.set_row(0, height([str(note)], [sum(wide[: last + 1])]))
        if last:
            page.merge_range(0, 0, 0, last, "", self.styles["note"])
        page.write_string(0, 0, str(note), self.styles["note"])
        page.set_row(1, height([str(one.head) for one in columns], wide))
        n = 1
        for row in rows:
            if n > MOST:
                break
            n += 1
            cells = [_text(one) for one in row]
            page.set_row(n, height([cell if isinstance(cell, str) else "" for cell in cells], wide))
            for column, cell in enumerate(cells):
                _write(page, n, column, cell, self.styles[columns[column].style])
        page.freeze_panes(2, 1)
        page.autofilter(1, 0, max(2, n), len(columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(1)
        return page


def _text(value: Any) -> Any:
    if isinstance(value, int | float | Formula) or value is None:
        return value
    return str(plain(str(value)))[:LONGEST]


def _write(page: Any, n: int, column: int, cell: Any, style: Any) -> None:
    if cell is None or cell == "":
        page.write_blank(n, column, None, style)
    elif isinstance(cell, Formula):
        page.write_formula(n, column, cell.text, style, cell.value)
    elif isinstance(cell, int | float):
        page.write_number(n, column, cell, style)
    else:
        page.write_string(n, column, cell, style)
