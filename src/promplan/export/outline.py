"""The outline of a section: what a reader is shown of the plan, in order and typed, before any format.

Page and terminal read it, and so will every document that carries the plan out of Jupyter; nothing else walks the plan.
An outline speaks no language yet: its words are picked when they are read (`words`), so one outline serves both. A view
for one reader (the press officer, an engineer) is a function from outlines to outlines: paths and names stay in them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from promplan.export.outline_values import About, Day, Share, Text, Value, words
from promplan.language import Words
from promplan.text.table import NONE, Line, Table
from promplan.text.table import Cell as Spoken

WHOLE = (Day, About, Share)  # values that would break at their own hyphens and dashes
Said: TypeAlias = Words | Mapping[str, str] | str  # a sentence, both sides of a label, or somebody's own words


@dataclass(frozen=True)
class Field:
    """A value under its label, which is empty where the value explains itself; `name` is the field's in the model."""

    name: str
    label: Said
    value: Value

    def __str__(self) -> str:
        return f"{self.heading} {self.value}".lstrip()

    @property
    def heading(self) -> str:
        """The label as it stands before the value."""
        named = words(self.label)
        return named if not named or named.endswith("?") else f"{named}:"


Cell: TypeAlias = tuple[Value | Field, ...]  # its lines; a labelled one says something about the line above it


@dataclass(frozen=True)
class Fields:
    """Fields one below another."""

    rows: tuple[Field, ...]
    kind = "fields"


@dataclass(frozen=True)
class Row:
    """A row; `id` is that of its record, where it is one."""

    cells: tuple[Cell, ...]
    id: str = ""


@dataclass(frozen=True)
class Rows:
    """Rows under heads; the first cell of a row names it. `style` is a class for those who draw it."""

    heads: tuple[Said, ...]
    rows: tuple[Row, ...]
    caption: Said = ""
    style: str = ""
    kind = "rows"

    def table(self) -> Table:
        """The rows in words of the interface language."""
        return Table(
            words(self.caption),
            tuple(words(head) for head in self.heads),
            tuple(tuple(_spoken(cell) for cell in row.cells) for row in self.rows),
            headed=True,
            kind=self.style,
        )


@dataclass(frozen=True)
class Note:
    """A sentence about what is shown, or why something is not."""

    words: Said
    kind = "note"


@dataclass(frozen=True)
class Figure:
    """A picture with its caption, and its words for who cannot see it; `png` draws it when it is wanted."""

    name: str
    caption: Said
    alt: Said
    png: Callable[[], bytes]
    kind = "figure"


@dataclass(frozen=True)
class Group:
    """What stands in a part of a record, or in a list inside it, under its own label."""

    name: str
    title: Said
    blocks: tuple["Block", ...]
    kind = "group"


@dataclass(frozen=True)
class Record:
    """A record with its id, under the words that name it."""

    id: str
    title: Said
    blocks: tuple["Block", ...]
    kind = "record"


Block: TypeAlias = Fields | Rows | Note | Figure | Group | Record


@dataclass(frozen=True)
class Outline:
    """A section of the plan: its address, its heading, and what is in it; no blocks where nothing is there yet."""

    path: str
    title: Said
    blocks: tuple[Block, ...]

    @property
    def anchor(self) -> str:
        """A name for links inside a document."""
        return self.path.replace(".", "-")


def cell(*lines: Value | Field | str | None) -> Cell:
    """A cell from its lines; what is empty is left out."""
    return tuple(Text(line) if isinstance(line, str) else line for line in lines if line and not _is_blank(line))


def _is_blank(line: object) -> bool:
    return isinstance(line, str) and line.isspace()


def _spoken(lines: Cell) -> Spoken:
    """A cell's lines in words; a dash where there is none."""
    if not lines:
        return NONE
    if len(lines) == 1 and not isinstance(lines[0], (Field, *WHOLE)):
        return str(lines[0])
    return tuple(_line(one) for one in lines)


def _line(one: Value | Field) -> str:
    if isinstance(one, Field):
        return Line(str(one.value), aside=True, whole=isinstance(one.value, WHOLE), label=one.heading)
    return Line(str(one), whole=True) if isinstance(one, WHOLE) else str(one)
