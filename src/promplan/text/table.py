"""A table of words: one renderer for a notebook's cell, for the page, and as plain text where nothing is drawn."""

from dataclasses import dataclass
from typing import TypeAlias

from promplan.text.markup import rendered

Cell: TypeAlias = str | tuple[str, ...]  # a cell's words, or its lines
NONE = "—"  # what stands in a cell without words


class Line(str):
    """A line of a cell: an `aside` to the line above it is set paler, the value of a `whole` one is not broken.

    A line that begins with its own `label` can stand without its column's head.
    """

    aside: bool
    whole: bool
    label: str

    def __new__(cls, value: str, *, aside: bool = False, whole: bool = False, label: str = "") -> "Line":
        made = super().__new__(cls, f"{label} {value}" if label else value)
        made.aside, made.whole, made.label = aside, whole, label
        return made

    @property
    def value(self) -> str:
        """The words behind the label."""
        return str(self)[len(self.label) :].lstrip() if self.label else str(self)


@dataclass(frozen=True)
class Table:
    """Rows of words under named columns.

    Args:
        title: the caption. columns: their heads. rows: as many cells each.
        note: what there is to add, below. headed: does the first cell name its row?
        kind: a class for the page's style.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    headed: bool = False
    kind: str = ""

    def _repr_html_(self) -> str:
        return rendered("text/table.html.jinja", it=self)

    def __repr__(self) -> str:
        return "\n".join([self.title, *self.lines(), *([self.note] if self.note else [])])

    def lines(self) -> list[str]:
        """Heads and rows in aligned columns, without the title."""
        heads: tuple[Cell, ...] = self.columns
        wide = [
            max(len(line) for cell in column for line in lined(cell)) for column in zip(heads, *self.rows, strict=True)
        ]
        ruled: tuple[Cell, ...] = tuple("─" * width for width in wide)
        return [line for row in (heads, ruled, *self.rows) for line in _aligned(row, wide)]


def lined(cell: Cell) -> list[str]:
    """The lines of a cell, at least one."""
    parts = [cell] if isinstance(cell, str) else cell
    return [line for part in parts for line in part.splitlines()] or [""]


def _aligned(row: tuple[Cell, ...], wide: list[int]) -> list[str]:
    cells = [lined(cell) for cell in row]
    return [
        "  ".join(
            (cell[n] if n < len(cell) else "").ljust(width) for cell, width in zip(cells, wide, strict=True)
        ).rstrip()
        for n in range(max(map(len, cells), default=0))
    ]
