"""A cell of somebody's sheet as a value of the plan: days in the ways people write them, names of either language.

What cannot be read is a `Problem` that says why, and what to write instead; nothing is guessed. Bounds are those of the
plan's own fields.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, get_args

from promplan.export.calendar_columns import Column, Names, plainly
from promplan.export.calendar_mapping import folded, read
from promplan.export.workbook import Fault, Formula, moment
from promplan.language import LANGUAGES, Problem, say
from promplan.measure.days import read_day
from promplan.plan.base import Line, Text

LINE, TEXT = (next(it.max_length for it in get_args(one) if hasattr(it, "max_length")) for one in (Line, Text))
HOURS, AFTER = 1000, 10
FIRST, LAST = date(1700, 1, 1), date(2199, 12, 31)
SERIAL = range(32_874, 73_051)  # days of a spreadsheet that were meant as days: 1990 to 2099
CLOCK = re.compile(r"(\d{1,2})(?:[:.\-ч](\d{2}))?(?::\d\d(?:\.\d+)?)?\s*(am|pm)?\s*(?:ч|h|час\w*)?\.?", re.IGNORECASE)
WITH_TIME = re.compile(r"(.*\d)[ T,]+(\d{1,2}[:.]\d{2}(?::\d\d)?)")
SLASHES = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)")
AMOUNT = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:h|hours?|hrs?|ч|час|часа|часов)?\.?", re.IGNORECASE)
ID = re.compile(r"\(([A-Z]{1,2}[0-9]{1,6})\)$|^([A-Z]{1,2}[0-9]{1,6})$")


class Reader:
    """Reads the cells of one sheet: it knows the plan's names, and whether day or month comes first in each column."""

    def __init__(self, plan: Any) -> None:
        self.names = Names(plan)
        self._known: dict[str, dict[str, str]] = {}
        self._order: dict[str, str] = {}
        self._read: dict[tuple[str, str], Any] = {}
        self._kinds: dict[str, Callable[[Column, Any], Any]] = {
            "line": lambda column, cell: _text(cell, LINE),
            "text": lambda column, cell: _text(cell, TEXT),
            "day": self.day,
            "time": lambda column, cell: clock(cell),
            "number": lambda column, cell: _hours(cell),
            "yes": lambda column, cell: _yes(cell),
            "choice": lambda column, cell: _choice(column, cell),
            "one": self._one,
            "many": self._many,
        }

    def learn(self, column: Column, cells: Iterable[Any]) -> None:
        """Look at a column of days: one that can only be read one way says how 02/11/2026 is meant in the others."""
        for cell in cells:
            hit = SLASHES.match(cell.strip()) if isinstance(cell, str) else None
            if hit and (int(hit[1]) > 12) != (int(hit[3]) > 12):
                order = "day" if int(hit[1]) > 12 else "month"
                if self._order.setdefault(column.key, order) != order:
                    self._order[column.key] = ""  # both ways in one column: neither is certain

    def value(self, column: Column, cell: Any) -> Any:
        """The value that the plan would hold.

        Raises:
            Problem: the cell cannot be read, with what to write.
        """
        if isinstance(cell, Formula):
            if cell.value is None:
                raise Problem(say("a formula without a value stands here: write the value itself"))
            cell = cell.value
        if isinstance(cell, Fault):
            raise Problem(say("the cell says {fault}: write the value itself", fault=cell.text))
        if not isinstance(cell, str) or column.kind in ("line", "text"):
            return self._kinds[column.kind](column, cell)
        key = column.key, cell  # few different words stand in ten thousand cells
        if key not in self._read:
            self._read[key] = self._kinds[column.kind](column, cell)
        return self._read[key]

    def day(self, column: Column, cell: Any) -> date | None:
        """A day; a time of day behind it is another cell's."""
        if cell is None or cell == "":
            return None
        if isinstance(cell, datetime):
            found: date | None = cell.date()
        elif isinstance(cell, date):
            found = cell
        elif isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in SERIAL:
            found = _serial(cell)
        elif isinstance(cell, str):
            found = read_day(self._ordered(column, parted(cell)[0]))
        else:
            raise Problem(say("a date belongs here, written as 2026-10-31"))
        if found is not None and not FIRST <= found <= LAST:
            raise Problem(say("the year {year} is outside of what a plan holds", year=found.year))
        return found

    def _ordered(self, column: Column, text: str) -> str:
        """02/11/2026 with the day first, where the column has shown how it is meant."""
        hit = SLASHES.fullmatch(text.strip())
        if hit and (order := self._order.get(column.key)):
            one, other = (hit[1], hit[3]) if order == "day" else (hit[3], hit[1])
            return f"{one}.{other}.{hit[4]}"
        return text

    def _one(self, column: Column, cell: Any) -> str:
        said = _text(cell, TEXT)
        return self._id(column, said) if said else ""

    def _many(self, column: Column, cell: Any) -> list[str]:
        said = _text(cell, TEXT)
        parts = [it.strip() for it in re.split(r"[;,\n]", said) if it.strip()]
        if len(parts) > AFTER:
            raise Problem(say("{n} are too many here: {most} at most", n=len(parts), most=AFTER))
        return list(dict.fromkeys(self._id(column, one) for one in parts))

    def _id(self, column: Column, said: str) -> str:
        """The record that a name means: by its id, by the whole name, by the only one that begins so."""
        there = self.names.of(column.refers)
        hit = ID.search(said)
        if hit and (id_ := hit[1] or hit[2]) in there:
            return str(id_)
        if column.refers not in self._known:
            self._known[column.refers] = {folded(name): id_ for id_, name in there.items()}
        known, bare = self._known[column.refers], folded(said)
        if bare in known:
            return known[bare]
        begins = [id_ for name, id_ in known.items() if bare and (name.startswith(bare) or bare.startswith(name + " "))]
        if len(begins) == 1:
            return begins[0]
        listed = "; ".join(there.values()) if there else str(say("there are none in the plan yet"))
        raise Problem(
            say("“{text}” is none of those in the plan: {known}", text=_begun(said), known=_begun(listed, 200))
        )


def parted(text: str) -> tuple[str, str]:
    """A day and the time of day behind it: «01.12.2026 10:00»."""
    hit = WITH_TIME.fullmatch(text.strip())
    return (hit[1], hit[2]) if hit and not re.fullmatch(r"[\d.]+", text.strip()) else (text, "")


def time_in(cell: Any) -> time | None:
    """The time of day that stands in a cell of a day, if there is one."""
    if isinstance(cell, Formula):
        cell = cell.value
    if isinstance(cell, datetime):
        found = cell.time().replace(second=0, microsecond=0)
        return found if found != time.min else None
    if isinstance(cell, str) and (said := parted(cell)[1]):
        return clock(said)
    return None


def clock(cell: Any) -> time | None:
    """A time of day."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(cell, float) and 0 <= cell < 1:
        return clock(moment(cell))
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell <= 24:
        return time(cell % 24)
    if isinstance(cell, str) and (hit := CLOCK.fullmatch(cell.strip())):
        hour, minute, half = int(hit[1]), int(hit[2] or 0), (hit[3] or "").casefold()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise Problem(say("a time belongs here, written as 09:30"))


def _serial(number: float) -> date:
    found = moment(float(number))
    assert isinstance(found, datetime)
    return found.date()


def _text(cell: Any, most: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time.min else cell
    text = plainly(cell if isinstance(cell, str) else str(cell))
    if len(text) > most:
        raise Problem(say("{n} signs are too many for this field: {most} at most", n=len(text), most=most))
    return text


def _hours(cell: Any) -> float | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, str) and (hit := AMOUNT.fullmatch(cell.strip())):
        cell = float(hit[1].replace(",", "."))
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not 0 <= cell <= HOURS:
        raise Problem(say("hours are a number from 0 to {most}, such as 1.5", most=HOURS))
    return float(cell)


def _yes(cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    if cell is None or cell in (0, ""):
        return False
    if cell == 1:
        return True
    words: Mapping[str, Any] = read()["words"]
    said = str(cell).strip().casefold()
    if said in words["yes"]:
        return True
    if said in words["no"]:
        return False
    raise Problem(say("yes or no belongs here"))


def _choice(column: Column, cell: Any) -> str:
    said = _text(cell, LINE)
    if not said:
        return ""
    bare = folded(said)
    for key, words in column.choices.items():
        if bare in {key, *(folded(words.into(one)) for one in LANGUAGES)}:
            return key
    if column.key == "placing.state":
        for key, known in read()["words"].items():
            if key in column.choices and bare in map(folded, known):
                return str(key)
    listed = "; ".join(str(words) for key, words in column.choices.items() if key)
    raise Problem(say("“{text}” is none of the choices: {known}", text=_begun(said), known=listed))


def _begun(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
