"""What a cell of the plan's workbook holds: a text, a number, a day, a formula with its value; and where it stands.

A formula finds its cells through a `Grid`, which knows a sheet's columns before any of its rows is written. Whoever
sorts a sheet moves whole rows: a formula looks at its own row, or at a whole column, and never at another row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import reduce
from typing import Any, Literal, TypeAlias

from promplan.export.outline import Said
from promplan.export.outline_parts import Titles, label, shown, value
from promplan.export.outline_values import Choice, Clock, Day, Number, Quoted, Ref, Several, Text, Value, words
from promplan.export.printed import plain
from promplan.export.row_heights import LINE, MOST, lines
from promplan.language import say
from promplan.plan.base import Part

HEAD = 2  # the row of the heads, below the title and the line about the sheet
FIRST = HEAD + 1  # the row of the first record
Style = Literal["text", "id", "day", "time", "number", "count", "money", "total", "share", "strong"]


@dataclass(frozen=True)
class Worked:
    """A formula, and the value that a program without a calculator shows."""

    text: str
    value: float | str


class Share(Worked):
    """A formula whose value is a share, written as per cent in any column."""


Cell: TypeAlias = str | float | int | date | time | Worked | None


@dataclass(frozen=True)
class Column:
    """A column: its key in formulas, its head, its width in letters, how its cells look."""

    key: str
    head: Said
    width: float
    style: Style = "text"


@dataclass(frozen=True)
class Grid:
    """Where the cells of a table stand: the sheet's name, its columns, how many rows it has."""

    name: str
    columns: tuple[Column, ...]
    count: int

    def cell(self, key: str, row: int) -> str:
        """A cell of a row, counted from 0, for a formula in the same row."""
        return f"${self._letters(key)}{FIRST + row + 1}"

    def area(self, key: str) -> str:
        """All cells of a column, for a formula anywhere; of a table without rows its first, empty one."""
        letters, last = self._letters(key), FIRST + max(1, self.count)
        return f"{quoted(self.name)}!${letters}${FIRST + 1}:${letters}${last}"

    def _letters(self, key: str) -> str:
        return letters([one.key for one in self.columns].index(key))


@dataclass(frozen=True)
class Sheet:
    """A sheet that is a table: what it holds, its cells, and the id of each row's record."""

    grid: Grid
    lead: Said
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def name(self) -> str:
        """As on its tab."""
        return self.grid.name


def letters(place: int) -> str:
    """A column's letters, from its place counted from 0."""
    return (letters(place // 26 - 1) if place > 25 else "") + chr(65 + place % 26)


def quoted(name: str) -> str:
    """A sheet's name as a formula writes it."""
    return "'" + name.replace("'", "''") + "'"


def tab(said: Said) -> str:
    """A sheet's name as its tab can bear it: 31 characters, none of which has a meaning there."""
    return "".join(sign for sign in words(said) if sign not in "[]:*?/\\'")[:31].strip()


def sheet(named: Said, lead: Said, columns: Sequence[Column], records: Sequence[Any], row: Callable[..., Any]) -> Sheet:
    """A table of records; `row` makes the cells of one from it, its place and the grid."""
    grid = Grid(tab(named), tuple(columns), len(records))
    return Sheet(grid, lead, tuple(tuple(row(one, place, grid)) for place, one in enumerate(records)))


def own(kind: type[Part], path: str, width: float, style: Style = "text") -> Column:
    """The column of a field, called as its form calls it; `path` leads through parts: `dates.publish`."""
    *parts, name = path.split(".")
    owner: Any = kind
    for step in parts:
        owner = owner.model_fields[step].annotation
    return Column(path, label(owner, name), width, style)


def held(part: Any, path: str, known: Titles) -> Cell:
    """The cell of a field: a number as a number, a day as a day, all else in words; what is inside is none."""
    *parts, name = path.split(".")
    owner = reduce(getattr, parts, part)
    return typed(value(owner, name, known)) if name in shown(type(owner)) else None


def typed(found: Value | None) -> Cell:
    """A value of the outline as a cell."""
    if found is None:
        return None
    if isinstance(found, Number):
        return found.value
    if isinstance(found, Day):
        return found.day
    if isinstance(found, Clock):
        return found.at
    if isinstance(found, Choice):
        return found.name
    if isinstance(found, Several):
        return "; ".join(str(typed(one)) for one in found.values)
    if isinstance(found, Ref):
        return str(found)
    return found.words if isinstance(found, Quoted) else str(found.words if isinstance(found, Text) else found)


def fitted(text: str, width: float) -> str:
    """A text as a row can show it; the rest of a longer one stays in the plan, and the cell says so."""
    told: str = plain(text).replace("\r\n", "\n").replace("\r", "\n")
    room = int(MOST // LINE)
    if lines(told, width) <= room:
        return told
    low, high = 0, len(told)
    while low < high:  # the most that leaves a line for what is said of the rest
        middle = (low + high + 1) // 2
        low, high = (middle, high) if lines(told[:middle], width) <= room - 3 else (low, middle - 1)
    kept = told[:low].rstrip()
    return f"{kept}… {say('{n} more characters, in media-plan.json', n=float(len(told) - len(kept)))}"
