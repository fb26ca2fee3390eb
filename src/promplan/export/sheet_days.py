"""Days and times in the cells of somebody's sheet, in the ways people write them; what cannot be read is a `Problem`.

Whether 02/11/2026 is November or February, a column says by another of its cells (`Days.learn`).
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from promplan.export.workbook import Fault, Formula, moment
from promplan.language import Problem, say
from promplan.measure.days import read_day

FIRST, LAST = date(1700, 1, 1), date(2199, 12, 31)
SERIAL = range(32_874, 73_051)  # days of a spreadsheet that were meant as days: 1990 to 2099
CLOCK = re.compile(r"(\d{1,2})(?:[:.\-ч](\d{2}))?(?::\d\d(?:\.\d+)?)?\s*(am|pm)?\s*(?:ч|h|час\w*)?\.?", re.IGNORECASE)
WITH_TIME = re.compile(r"(.*\d)[ T,]+(\d{1,2}[:.]\d{2}(?::\d\d)?)")
SLASHES = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)")


def plain(cell: Any) -> Any:
    """The value of a cell, a formula's too.

    Raises:
        Problem: a formula whose value no program has kept, or an error such as #REF!.
    """
    if isinstance(cell, Formula):
        if cell.value is None:
            raise Problem(say("a formula without a value stands here: write the value itself"))
        cell = cell.value
    if isinstance(cell, Fault):
        raise Problem(say("the cell says {fault}: write the value itself", fault=cell.text))
    return cell


class Days:
    """Reads days: it knows of each column, by its key, whether the day or the month comes first."""

    def __init__(self) -> None:
        self._order: dict[str, str] = {}

    def learn(self, key: str, cells: Iterable[Any]) -> None:
        """Look at a column of days: one that can only be read one way says how 02/11/2026 is meant in the others."""
        for cell in cells:
            hit = SLASHES.match(cell.strip()) if isinstance(cell, str) else None
            if hit and (int(hit[1]) > 12) != (int(hit[3]) > 12):
                order = "day" if int(hit[1]) > 12 else "month"
                if self._order.setdefault(key, order) != order:
                    self._order[key] = ""  # both ways in one column: neither is certain

    def day(self, key: str, cell: Any) -> date | None:
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
            found = read_day(self._ordered(key, parted(cell)[0]))
        else:
            raise Problem(say("a date belongs here, written as 2026-10-31"))
        if found is not None and not FIRST <= found <= LAST:
            raise Problem(say("the year {year} is outside of what a plan holds", year=found.year))
        return found

    def _ordered(self, key: str, text: str) -> str:
        """02/11/2026 with the day first, where the column has shown how it is meant."""
        hit = SLASHES.fullmatch(text.strip())
        if hit and (order := self._order.get(key)):
            one, other = (hit[1], hit[3]) if order == "day" else (hit[3], hit[1])
            return f"{one}.{other}.{hit[4]}"
        return text


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
