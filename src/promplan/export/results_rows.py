"""The rows of an export as what they count: of what, on which day, how much; totals apart, faults with reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from promplan.export.calendar_columns import plainly
from promplan.export.results_mapping import COUNTS, MONEY, NAMING, PARTS, RATES, names, words
from promplan.export.results_numbers import count, money, rate
from promplan.export.results_when import When
from promplan.export.sheet_days import plain
from promplan.export.sheet_heads import folded
from promplan.export.sheet_table import Table
from promplan.export.workbook import Fault, Formula, Line, Value
from promplan.language import Problem, Words, say

LONG = 300  # signs of what a result is called
READERS: dict[str, Callable[[Any], Any]] = {**dict.fromkeys((*COUNTS, *PARTS), count), MONEY: money}


@dataclass
class Row:
    """A row as it was read: `values` are numbers by their field, `faults` why it cannot be taken.

    `cells` is the row as it stands, by which one that was pasted twice is known.
    """

    number: int
    what: str = ""
    link: str = ""
    mark: str = ""
    channel: str = ""
    day: date | None = None
    until: date | None = None
    values: dict[str, Any] = field(default_factory=dict)
    rates: dict[str, tuple[float, bool]] = field(default_factory=dict)
    notes: list[Words] = field(default_factory=list)
    faults: list[Words] = field(default_factory=list)
    cells: tuple[Value, ...] = ()

    @property
    def called(self) -> str:
        """What a reader knows it by."""
        return self.what or self.link or self.mark


@dataclass
class Sheet:
    """An export as it was read: its rows, its totals, the rows that only hold an average."""

    rows: list[Row] = field(default_factory=list)
    totals: list[Row] = field(default_factory=list)
    averages: list[int] = field(default_factory=list)


def rows(table: Table, mapping: Mapping[int, str], when: When) -> Sheet:
    """Every row of a table."""
    places = {key: place for place, key in mapping.items()}
    for key in ("day", "until"):
        if key in places:
            when.days.learn(key, (_at(line, places[key]) for line in table.lines))
    sheet = Sheet()
    for line in table.lines:
        first = next((one for one in line.cells if one is not None), None)
        kind = _kind(first, _at(line, places["what"]) if "what" in places else None)
        row = _row(table, line, places, when, alone=not kind)
        if kind == "average":
            sheet.averages.append(line.number)
        else:
            (sheet.totals if kind else sheet.rows).append(row)
    return sheet


def _kind(*cells: Any) -> str:
    """Is it a row that sums up the others, by the word that it begins with?"""
    for cell in cells:
        if isinstance(cell, str):
            said = folded(cell)
            for kind in ("total", "average"):
                if said in words(kind) or any(said.startswith(f"{one} ") for one in ("итого", "grand total")):
                    return kind
    return ""


def _at(line: Line, place: int) -> Any:
    return line.cells[place] if place < len(line.cells) else None


def _row(table: Table, line: Line, places: Mapping[str, int], when: When, *, alone: bool) -> Row:
    row = Row(line.number, cells=line.cells)
    for name, key in (("what", "what"), ("link", "link"), ("mark", "id"), ("channel", "channel")):
        if key in places:
            setattr(row, name, _text(_at(line, places[key])))
    if not places.keys() & {*NAMING}:
        row.what = row.channel
    row.what = row.what if len(row.what) <= LONG else f"{row.what[: LONG - 1].rstrip()}…"
    for key, place in places.items():
        cell = _at(line, place)
        if cell is None:
            continue
        if key in READERS:
            _number(row, table, key, place, cell)
        elif key in RATES and (found := rate(cell)):
            row.rates[key] = found
    if alone:
        _days(row, line, places, when)
        _judge(row)
    _engaged(row)
    return row


def _text(cell: Any) -> str:
    if isinstance(cell, Formula):
        cell = cell.value
    if cell is None or isinstance(cell, Fault):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(plainly(str(cell)).split())
    return "" if text.casefold() in words("nothing") else text


def _number(row: Row, table: Table, key: str, place: int, cell: Any) -> None:
    if (row.number, place) in table.joined:
        words_ = say("{field}: one number is merged over several rows; whose is it?", field=names()[key])
        row.faults.append(words_)
        return
    try:
        value = READERS[key](cell)
    except Problem as problem:
        row.faults.append(say("{field}: {why}", field=names()[key], why=problem.what))
        return
    if value is not None:
        row.values[key] = value
        if isinstance(cell, Formula):
            row.notes.append(say("{field}: a formula stood there; its value is read.", field=names()[key]))


def _days(row: Row, line: Line, places: Mapping[str, int], when: When) -> None:
    time, zone = (_at(line, places[key]) if key in places else None for key in ("time", "zone"))
    for key in ("day", "until"):
        if key not in places or (cell := _at(line, places[key])) is None:
            continue
        try:
            if plain(cell) in ("-", "–", "—"):
                continue
            setattr(row, key, when.day(key, cell, time if key == "day" else None, zone))
        except Problem as problem:
            row.faults.append(say("{field}: {why}", field=names()[key], why=problem.what))
    if row.until is not None and row.day is not None:
        if row.until < row.day:
            row.faults.append(say("its last day lies before its first"))
        elif row.until == row.day:
            row.until = None


def _judge(row: Row) -> None:
    """Refuse a row that nobody knows anything of; whatever cannot be right is said."""
    if not row.values and not row.faults:
        row.faults.append(
            say("no number stands in it; that a piece came out is kept in the calendar, a result needs a number")
            if row.called
            else say("nothing is counted in it")
        )
    if not row.called and row.day is None and not row.faults:
        row.faults.append(say("it says neither what nor when: nobody knows what was counted (a total?)"))


def _engaged(row: Row) -> None:
    """Engagements are likes, comments, shares and saves added; where the export gives a sum of its own, that stays."""
    parts = [row.values.pop(one) for one in PARTS if one in row.values]
    if not parts:
        return
    total = sum(parts)
    if (said := row.values.get("engagements")) is None:
        row.values["engagements"] = total
    elif said < total:
        row.notes.append(
            say(
                "The export says {n} engagements, but likes, comments, shares and saves are {total} together.",
                n=said,
                total=total,
            )
        )


def odd(values: Mapping[str, Any]) -> list[Words]:
    """What cannot well be: more people clicked than were shown it."""
    found = []
    for small, large in (("clicks", "impressions"), ("reach", "impressions"), ("registrations", "clicks")):
        a, b = values.get(small), values.get(large)
        if a is not None and b is not None and a > b:
            found.append(
                say(
                    "{small}: {a}, more than {large}: {b}. Are the columns swapped, or do they count different things?",
                    small=names()[small],
                    a=a,
                    large=names()[large],
                    b=b,
                )
            )
    return found
