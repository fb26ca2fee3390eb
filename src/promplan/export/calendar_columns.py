"""What a sheet of the calendar holds of a piece, column by column, and how a value stands in a cell.

Labels, choices and references come from the plan's models, so that a sheet calls everything as the forms do. A value
has three shapes: as the plan holds it, as a reader sees it in a cell (`shown`), and as a text by which two are compared
(`told`): choices by their keys, records by their ids, days as 2026-12-01.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any, Literal

from promplan.export.printed import NO_SIGN
from promplan.language import Words, day, pick, say
from promplan.plan import edit, tree
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.labels import choices_of, label_of

Kind = Literal["line", "text", "day", "time", "number", "yes", "choice", "one", "many"]
NAMED = 60  # letters of a record's name in a cell


@dataclass(frozen=True)
class Column:
    """A column: its key (a field of an item, or of one of its parts), what it holds, how wide it is in the sheet."""

    key: str
    kind: Kind
    width: int
    refers: str = ""

    @property
    def part(self) -> str:
        """The part of the item that holds the field; "" for the item itself."""
        return self.key.rpartition(".")[0]

    @property
    def field(self) -> str:
        """The field's name in it."""
        return self.key.rpartition(".")[2]

    @cached_property
    def words(self) -> Words:
        """What the forms call it."""
        return label_of(_model(self.part).model_fields[self.field]) or Words(self.field)

    @cached_property
    def choices(self) -> Mapping[str, Words]:
        """What may be chosen, for a choice."""
        return choices_of(_model(self.part).model_fields[self.field])


def _model(part: str) -> Any:
    return tree.parts(Item)[part] if part else Item


CODE, NUMBER = "code", "id"  # the first column, hidden: which piece, and how it was; the second: the piece's id
CODE_HEAD = say("Code (leave it as it is)")
NUMBER_HEAD = say("No.")

COLUMNS: tuple[Column, ...] = (
    Column("dates.publish", "day", 13),
    Column("dates.at", "time", 12),
    Column("channel", "one", 22, "channels"),
    Column("title", "line", 36),
    Column("placing.state", "choice", 16),
    Column("form", "choice", 14),
    Column("pillar", "one", 26, "message.pillars"),
    Column("owner", "one", 18, "team.members"),
    Column("approver", "one", 18, "team.members"),
    Column("dates.brief", "day", 13),
    Column("dates.shoot", "day", 13),
    Column("dates.draft", "day", 13),
    Column("dates.review", "day", 13),
    Column("placing.hours", "number", 9),
    Column("placing.pinned", "yes", 9),
    Column("placing.after", "many", 14, "items"),
    Column("message", "line", 40),
    Column("headline", "line", 36),
    Column("text", "text", 60),
    Column("alt", "text", 40),
    Column("objective", "one", 26, "objectives"),
    Column("audience", "one", 26, "audiences"),
    Column("hold_if", "line", 30),
    Column("placing.look_again", "day", 13),
    Column("placing.note", "text", 40),
)
BY_KEY = {one.key: one for one in COLUMNS}


def held(item: Item, column: Column) -> Any:
    """The value in the plan."""
    owner = getattr(item, column.part) if column.part else item
    return getattr(owner, column.field)


def told(column: Column, value: Any) -> str:
    """A value as the text by which two are compared; nothing at all is ""."""
    if value is None or value is False:
        return ""
    if column.kind == "number":
        return f"{value:.6g}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if value is True:
        return "yes"
    if isinstance(value, list):
        return " ".join(value)
    return plainly(value) if column.kind in ("line", "text") else str(value)


def plainly(text: str) -> str:
    """A text without what a spreadsheet loses on the way: its ends of lines, spaces at the ends, signs of nobody."""
    text = NO_SIGN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in text.replace("\xa0", " ").split("\n")).strip()


class Names:
    """What the records of a plan are called in a cell: by name where one alone has it, else with the id behind it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._shown: dict[str, dict[str, str]] = {}

    def of(self, path: str) -> dict[str, str]:
        """Each id of a list with its name; pieces are called by their ids."""
        if path not in self._shown:
            rows = edit.records(self.plan, path)
            if path == "items":
                self._shown[path] = {one.id: one.id for one in rows}
            else:
                self._shown[path] = _named(rows)
        return self._shown[path]

    def shown(self, path: str, id_: str) -> str:
        """What a record is called; an id that leads nowhere as it is."""
        return self.of(path).get(id_, id_)


def _named(rows: list[Any]) -> dict[str, str]:
    bare = {one.id: _begun(plainly(str(getattr(one, _first(type(one)))))) for one in rows}
    folded = [name.casefold() for name in bare.values()]
    return {
        id_: name if name and folded.count(name.casefold()) == 1 else f"{name} ({id_})".strip()
        for id_, name in bare.items()
    }


def _first(kind: Any) -> str:
    """The field that tells one record from another: its first own one."""
    fields: Iterable[str] = kind.model_fields
    return next(name for name in fields if name not in ("id", "by"))


def _begun(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= NAMED else f"{line[: NAMED - 1].rstrip()}…"


def shown(column: Column, value: Any, names: Names) -> Any:
    """A value as it stands in a cell: text, a day, a time, a number; None for nothing."""
    if value is None or value == "" or value == [] or value is False:
        return None
    if column.kind == "yes":
        return str(say("yes"))
    if column.kind == "choice":
        return str(pick(column.choices[value]))
    if column.kind == "one":
        return names.shown(column.refers, value)
    if column.kind == "many":
        return "; ".join(names.shown(column.refers, one) for one in value)
    return plainly(value) or None if isinstance(value, str) else value


def seen(column: Column, value: Any) -> str:
    """A day or a time as a line of the difference shows it; a text as it is."""
    return day(value) if column.kind == "day" and value is not None else told(column, value)
