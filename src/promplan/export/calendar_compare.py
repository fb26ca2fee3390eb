"""What a sheet would change in the plan, row by row: what is new, what is another, what cannot be read and why.

A cell that the sheet's code knows is read three ways: unchanged in the sheet, it changes nothing, whatever the team has
done since; changed in the sheet alone, it is offered; changed in both, it is offered with a warning. Without a code the
sheet's cell is compared with the plan, and an empty cell says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from promplan.export import calendar_code
from promplan.export.calendar_cells import Reader
from promplan.export.calendar_code import Code, trace
from promplan.export.calendar_columns import BY_KEY, CODE, Column, Names, held, shown, told
from promplan.export.calendar_mapping import checked, folded, left
from promplan.export.calendar_sheet import unguarded
from promplan.export.sheet_days import time_in
from promplan.export.sheet_table import Table
from promplan.export.workbook import Fault, Formula, Line
from promplan.language import Problem, Words, day, say
from promplan.plan.document import Plan
from promplan.plan.items import Item

Kind = Literal["changed", "new", "gone", "unread"]


@dataclass(frozen=True)
class Change:
    """One field that would become another: the value as the plan would hold it, and both as a reader sees them."""

    column: Column
    value: Any
    before: str
    after: str
    seen: str = ""  # the plan's value when it was compared, by `told`
    torn: bool = False  # has the plan changed here too since the sheet was made?


@dataclass(frozen=True)
class Row:
    """One row that differs: its number in the file, the piece, what would change, what is to be known of it.

    `kind` is *changed*, *new*, *gone* (a piece that the sheet no longer has) or *unread*: then `notes` say why, and
    nothing of the row can be taken.
    """

    number: int
    kind: Kind
    id: str
    title: str
    changes: tuple[Change, ...] = ()
    notes: tuple[Words, ...] = ()

    @property
    def key(self) -> str:
        """What the row is chosen by."""
        return f"{self.kind}-{self.id if self.kind == 'gone' else self.number}"

    @property
    def calm(self) -> bool:
        """Can it be taken without a second look?"""
        return self.kind in ("changed", "new") and not any(one.torn for one in self.changes)


@dataclass(frozen=True)
class Difference:
    """All rows that differ, how many are the same, and what is to be known of the file."""

    rows: tuple[Row, ...]
    same: int = 0
    notes: tuple[Words, ...] = ()


@dataclass
class _Sheet:
    plan: Plan
    places: dict[str, int]
    reader: Reader
    names: Names
    items: dict[str, Item] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)


def difference(plan: Plan, table: Table, mapping: Mapping[int, str]) -> Difference:
    """What the table would change.

    Raises:
        Problem: no column says which piece a row is about, or the sheet was made from another plan.
    """
    checked(table.heads, mapping)
    places = {key: place for place, key in mapping.items()}
    sheet = _Sheet(plan, places, Reader(plan), Names(plan), {one.id: one for one in plan.items})
    for one in plan.items:
        sheet.titles.setdefault(folded(one.title), []).append(one.id)
    for key, place in places.items():
        if key in BY_KEY and BY_KEY[key].kind == "day":
            sheet.reader.days.learn(key, (_at(line, place) for line in table.lines))
    codes = _codes(sheet, table)
    rows: list[Row] = []
    same = 0
    for line in table.lines:
        row = _row(sheet, line, codes.get(line.number))
        if row is None:
            same += 1
        else:
            rows.append(row)
    notes = list(table.notes)
    if aside := left(table.heads, mapping):
        notes.append(say("Columns that were left aside: {heads}.", heads=", ".join(aside)[:300]))
    if codes:
        rows += [_gone(one) for one in plan.items if one.id not in sheet.met]
    return Difference(tuple(rows), same, tuple(notes))


def _codes(sheet: _Sheet, table: Table) -> dict[int, Code]:
    """The code of each row that has one."""
    place = sheet.places.get(CODE)
    if place is None:
        return {}
    found = {line.number: code for line in table.lines if (code := calendar_code.read(str(_at(line, place) or "")))}
    if found and all(one.plan != calendar_code.tag(sheet.plan) for one in found.values()):
        raise Problem(
            say(
                "This sheet was made from another plan. Make one from this plan, or delete its first column (the code) "
                "and choose it again: its rows are then new pieces."
            )
        )
    return found


def _at(line: Line, place: int) -> Any:
    return line.cells[place] if place < len(line.cells) else None


def _row(sheet: _Sheet, line: Line, code: Code | None) -> Row | None:
    """What a row would change; None where it changes nothing."""
    title = _title(sheet, line)
    item, notes = _item(sheet, line, code, title)
    if item is None and not title:
        why = say("it has no title: nobody knows which piece it is")
        return Row(line.number, "unread", "", "", notes=(*notes, why))
    traces = code.traces if code and item and code.id == item.id else {}
    changes: list[Change] = []
    faults: list[Words] = []
    for key, place in sheet.places.items():
        if key not in BY_KEY:
            continue
        cell = _at(line, place)
        try:
            found = _change(sheet, BY_KEY[key], cell, item, traces)
        except Problem as problem:
            faults.append(say("{field}: {why}", field=BY_KEY[key].words, why=problem.what))
            continue
        if found is not None:
            changes.append(found)
            if isinstance(cell, Formula):
                notes.append(say("{field}: a formula stood there; its value is read.", field=BY_KEY[key].words))
    if "dates.at" not in sheet.places:
        changes += _time_beside(sheet, line, item)
    called = item.title if item else title
    if faults:
        return Row(line.number, "unread", item.id if item else "", called, notes=(*notes, *faults))
    if not changes:
        return None
    return Row(line.number, "changed" if item else "new", item.id if item else "", called, tuple(changes), tuple(notes))


def _title(sheet: _Sheet, line: Line) -> str:
    place = sheet.places.get("title")
    cell = None if place is None else _at(line, place)
    if isinstance(cell, Formula):
        cell = cell.value
    return "" if cell is None or isinstance(cell, Fault) else str(cell).strip()


def _item(sheet: _Sheet, line: Line, code: Code | None, title: str) -> tuple[Item | None, list[Words]]:
    """The piece that a row is about, and what is to be said of that."""
    if code is not None and code.plan == calendar_code.tag(sheet.plan):
        if code.id not in sheet.items:
            return None, [say("{id} is no longer in the plan: taken, it comes back as a new piece.", id=code.id)]
        if code.id in sheet.met:
            return None, [say("{id} stands in the sheet twice: this row is a new piece.", id=code.id)]
        sheet.met.add(code.id)
        return sheet.items[code.id], []
    free = [id_ for id_ in sheet.titles.get(folded(title), ()) if id_ not in sheet.met] if title else []
    if len(free) > 1:
        place = sheet.places.get("dates.publish")
        free = [id_ for id_ in free if place is not None and _same_day(sheet, line, place, id_)] or free[:1]
    if not free:
        return None, []
    sheet.met.add(free[0])
    return sheet.items[free[0]], []


def _same_day(sheet: _Sheet, line: Line, place: int, id_: str) -> bool:
    column = BY_KEY["dates.publish"]
    try:
        return bool(sheet.reader.value(column, _at(line, place)) == held(sheet.items[id_], column))
    except Problem:
        return False


def _change(sheet: _Sheet, column: Column, cell: Any, item: Item | None, traces: Mapping[str, str]) -> Change | None:
    """What a cell would change; None where it says nothing new. Raises `Problem` where it cannot be read."""
    if cell is None and not traces:
        return None
    now = held(item, column) if item else None
    was = told(column, now)
    if traces and traces[column.key] == trace(column.key, was) and _as_shown(sheet, column, cell, now):
        return None  # neither changed: the common case, and no cell is read for it
    written = f"={cell.text}" if isinstance(cell, Formula) and column.kind in ("line", "text") else ""
    if written and traces and traces[column.key] == trace(column.key, told(column, written)):
        return None  # our own text, which a program has taken for a formula
    value = sheet.reader.value(column, cell)
    bare = unguarded(value) if isinstance(value, str) else value  # a program may show the apostrophe, or have kept it
    readings = {told(column, value), told(column, bare)}
    if was in readings:
        return None
    torn = False
    if traces:
        if traces[column.key] in {trace(column.key, one) for one in readings}:
            return None  # as it was in the sheet from the beginning: the plan has moved on
        torn = traces[column.key] != trace(column.key, was)
    value = bare
    return Change(column, value, _seen(sheet, column, now), _seen(sheet, column, value), was, torn)


def _as_shown(sheet: _Sheet, column: Column, cell: Any, now: Any) -> bool:
    """Does the cell hold what it was given?"""
    return bool(cell is None and (now in (None, "", []) or now is False)) or (
        isinstance(cell, str) and cell == shown(column, now, sheet.names)
    )


def _seen(sheet: _Sheet, column: Column, value: Any) -> str:
    """A value in a line of the difference."""
    cell = shown(column, value, sheet.names)
    if cell is None:
        return ""
    if column.kind == "day":
        return day(cell)
    return told(column, cell) if column.kind in ("time", "number") else str(cell)


def _time_beside(sheet: _Sheet, line: Line, item: Item | None) -> list[Change]:
    """The time of day that stands in the cell of the day, where no column holds the times."""
    place, column = sheet.places.get("dates.publish"), BY_KEY["dates.at"]
    try:
        at = time_in(_at(line, place)) if place is not None else None
    except Problem:
        return []  # the day itself was read: what stands behind it is no time
    was = told(column, held(item, column)) if item else ""
    if at is None or told(column, at) == was:
        return []
    return [Change(column, at, was, told(column, at), was)]


def _gone(item: Item) -> Row:
    why = say("Its row is no longer in the sheet. Taken, the piece leaves the plan with all that is in it.")
    return Row(0, "gone", item.id, item.title, notes=(why,))
