"""How the plan's workbook looks: its formats, and a table written with frozen heads, filters and a page to print on."""

import math
from collections.abc import Sequence
from datetime import date, time
from functools import cache
from typing import Any

from promplan.export.outline_values import words
from promplan.export.plan_parts import DRAFT
from promplan.export.plan_xlsx_cells import FIRST, HEAD, Cell, Share, Sheet, Style, Worked, fitted, quoted
from promplan.export.printed import plain
from promplan.export.row_heights import height
from promplan.language import current, say
from promplan.spending.sums import SIGNS

INK, PALE, RULE, HEADS, ACCENT, PLANT, WORKED = (
    "#1C1A17",
    "#575147",
    "#D6CEC0",
    "#F3EEE5",
    "#AE3A10",
    "#00558C",
    "#F8F5EF",
)
MONEY = {key: f'#,##0.00\\ "{sign}"' for key, sign in SIGNS.items()}
NUMBERS = {
    "text": "@",
    "id": "@",
    "strong": "@",
    "indented": "@",
    "time": "hh:mm",
    "share": "0.0%",
}
DAYS = {"en": "yyyy\\-mm\\-dd", "ru": "dd\\.mm\\.yyyy"}
WHOLE, BROKEN, TINY = "#,##0", "#,##0.0##", "0.0#####"
UPRIGHT, READABLE = 130, 250  # letters that a page takes as it stands, and that it takes so that one can read them
LOWER = 13 / 15  # a line of Arial 10 to one of Calibri 11
BACK = say("← All sheets")


class Painter:
    """A workbook in the making: the formats, each made once, and what stands on every sheet."""

    def __init__(self, book: Any, title: str, first: str, currency: str, draft: bool) -> None:
        self.book, self.title, self.first, self.draft = book, title, first, draft
        self.money = MONEY[currency]
        self.format = cache(self._format)

    def _format(self, style: str, number: str = "", worked: bool = False) -> Any:
        base: dict[str, Any] = {"valign": "top", "font_color": INK, "bottom": 1, "bottom_color": RULE}
        base |= {"indent": 1, "align": "right" if style in ("number", "money", "total", "share", "count") else "left"}
        if style == "id":
            base |= {"font_color": PALE, "font_size": 9}
        if style in ("text", "strong"):
            base |= {"text_wrap": True}
        if style in ("strong", "total"):
            base |= {"bold": True}
        if style == "indented":
            base |= {"indent": 3, "text_wrap": True}
        if worked:
            base |= {"bg_color": WORKED}
        told = DAYS[current()] if style == "day" else NUMBERS.get(style, "General")
        return self.book.add_format(base | {"num_format": number or told})

    def look(self, style: Style, cell: Cell) -> Any:
        """The format of a cell: of a number as many decimals as it has."""
        value = cell.value if isinstance(cell, Worked) else cell
        if isinstance(cell, Share):
            return self.format("share", worked=True)
        if style in ("money", "total"):
            return self.format(style, self.money, isinstance(cell, Worked))
        if style == "count":
            return self.format("count", WHOLE, isinstance(cell, Worked))
        if style in ("number", "text", "strong") and isinstance(value, int | float):
            many = WHOLE if float(value).is_integer() else BROKEN if abs(value) >= 0.1 else TINY
            return self.format("number", many, isinstance(cell, Worked))
        if style in ("number", "share") and isinstance(cell, str):
            return self.format("text")
        return self.format(style, "", isinstance(cell, Worked))

    def indented(self) -> Any:
        """The format of a name below another."""
        return self.format("indented")

    def begin(self, name: str, title: str, lead: str, width: float) -> Any:
        """A sheet with its title, the way back, and its page; `width`: how wide all columns are together."""
        page = self.book.add_worksheet(name)
        page.hide_gridlines(2)
        big = {"bold": True, "font_size": 18, "font_color": INK, "valign": "vcenter"}
        page.set_row(0, 30)
        page.write_string(0, 0, title, self.book.add_format(big))
        if self.draft:
            red = {"bold": True, "font_size": 11, "font_color": ACCENT, "valign": "vcenter"}
            page.write_rich_string(
                0,
                0,
                self.book.add_format(big),
                title,
                self.book.add_format(red),
                f"    {DRAFT}",
                self.book.add_format({"valign": "vcenter"}),
            )
        page.set_row(1, 18)
        if name != self.first:
            link = self.book.add_format({"font_color": PLANT, "underline": 1, "valign": "top"})
            page.write_url(1, 0, f"internal:{quoted(self.first)}!A1", link, str(BACK))
        if lead:
            page.write_string(1, 2, lead, self.book.add_format({"font_color": PALE, "valign": "top"}))
        self._page(page, name, width)
        return page

    def _page(self, page: Any, name: str, width: float) -> None:
        """A page of the printer: lying where the table is wide, and as many side by side as keep it readable."""
        if width > UPRIGHT:
            page.set_landscape()
        page.set_paper(9)
        page.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
        page.fit_to_pages(max(1, math.ceil(width / READABLE)), 0)
        mark = f"&C&B{_ampersand(str(DRAFT))}" if self.draft else ""
        page.set_header(f"&L{_ampersand(self.title)}{mark}&R{_ampersand(name)}")
        page.set_footer(f"&L{_ampersand(str(say('made with promplan')))}{mark}&R&P / &N")

    def table(self, sheet: Sheet) -> Any:
        """A table below its heads, to be filtered and sorted."""
        grid = sheet.grid
        widths = [one.width for one in grid.columns]
        page = self.begin(sheet.name, sheet.name, words(sheet.lead), sum(widths))
        for place, one in enumerate(grid.columns):
            page.set_column(place, place, one.width)
        self.heads(page, HEAD, [words(one.head) for one in grid.columns], widths)
        for n, row in enumerate(sheet.rows, FIRST):
            told = [self._told(cell, one.width) for cell, one in zip(row, grid.columns, strict=True)]
            page.set_row(n, tall([one if isinstance(one, str) else "" for one in told], widths))
            for place, (cell, one) in enumerate(zip(told, grid.columns, strict=True)):
                self.write(page, n, place, cell, one.style)
        if not sheet.rows:
            page.write_string(FIRST, 0, str(say("Nothing here yet.")), self.format("pale"))
        page.autofilter(HEAD, 0, HEAD + max(1, len(sheet.rows)), len(grid.columns) - 1)
        page.freeze_panes(FIRST, min(2, len(grid.columns)))
        page.repeat_rows(HEAD)
        if sum(widths) > READABLE:
            page.repeat_columns(0, min(2, len(grid.columns)) - 1)
        return page

    def heads(self, page: Any, row: int, heads: list[str], widths: list[float]) -> None:
        """The heads of a table, as high as they need."""
        look = self.book.add_format(
            {"bold": True, "text_wrap": True, "indent": 1, "valign": "bottom", "bg_color": HEADS, "font_color": INK}
            | {"bottom": 2, "bottom_color": INK, "top": 1, "top_color": RULE}
        )
        page.set_row(row, tall(heads, [max(2.0, one - 2) for one in widths]) + 4)  # beside each the filter's button
        for place, head in enumerate(heads):
            page.write_string(row, place, head, look)

    def write(self, page: Any, row: int, place: int, cell: Cell, style: Style) -> None:
        """One cell by its type; a text is always a text."""
        look = self.look(style, cell)
        if cell is None:
            page.write_blank(row, place, None, look)
        elif isinstance(cell, Worked):
            page.write_formula(row, place, f"={cell.text}", look, cell.value)
        elif isinstance(cell, date | time):
            page.write_datetime(row, place, cell, self.format("time" if isinstance(cell, time) else "day"))
        elif isinstance(cell, int | float):
            page.write_number(row, place, cell, look)
        else:
            page.write_string(row, place, cell, look)

    def _told(self, cell: Cell, width: float) -> Cell:
        if isinstance(cell, date) and cell.year < 1900:  # a workbook counts its days from 1900 on
            return cell.isoformat()
        return fitted(cell, width - 1) if isinstance(cell, str) else cell


def tall(cells: list[str], widths: Sequence[float]) -> float:
    """How high a row must be: the letters here are lower than those that `row_heights` counts with."""
    return max(15.0, 2 + height(cells, widths) * LOWER)


def _ampersand(text: str) -> str:
    """A text in a header, where & begins a command and only 255 characters have room."""
    one: str = " ".join(plain(text).split())
    return (one if len(one) <= 60 else f"{one[:59]}…").replace("&", "&&")
