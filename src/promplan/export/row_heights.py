"""How high a row of a workbook must be for its words: not every program looks at wrapped text when it opens a file.

Letters of the usual font, Calibri 11, are on average as wide as a column's unit; Russian ones a little wider.
"""

import math
from collections.abc import Sequence
from typing import Any

LINE, LEAST, MOST = 15.0, 15.0, 405.0  # points: of a line, of a row, and what Excel lets a row have (409.5)
WIDER = 1.12  # how much wider than a column's unit a letter is at most on average; bold ones are among them


def lines(text: str, width: float) -> int:
    """How many lines a cell's text takes in a column so wide, broken between words; a long word over several."""
    return sum(_broken(one, max(1, math.floor(width / WIDER))) for one in text.split("\n")) or 1


def height(cells: Sequence[str], widths: Sequence[float], least: int = 1) -> float:
    """Of a row, in points, from the longest of its cells; `least` lines where somebody is to write beside them."""
    many = max([least, *(lines(str(cell), width) for cell, width in zip(cells, widths, strict=False))])
    return min(max(LEAST, LINE * many), MOST)


def write_row(page: Any, n: int, cells: Sequence[str], widths: Sequence[float], style: Any, least: int = 1) -> None:
    """The cells of a row, as strings, in their style, and the row as high as they need."""
    page.set_row(n, height(cells, widths, least))
    for column, cell in enumerate(cells):
        page.write_string(n, column, cell, style)


def _broken(line: str, room: int) -> int:
    found, left = 1, room
    for word in line.split():
        long = len(word)
        if left < room and long + 1 > left:
            found, left = found + 1, room
        elif left < room:
            left -= 1
        while long > left:
            found, long, left = found + 1, long - left, room
        left -= long
    return found
