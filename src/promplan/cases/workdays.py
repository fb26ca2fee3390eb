"""The days on which a plant answers: no weekend, no public holiday of `assets/workdays.toml`, no day it is closed."""

import tomllib
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache

from promplan import assets
from promplan.media.workdays import add_working_days, working_days

SATURDAY = 5
Span = tuple[date, date]
Calendar = Callable[[date], bool]


@cache
def _public() -> tuple[frozenset[tuple[int, int]], frozenset[date], frozenset[date]]:
    """Holidays as month and day, and the days off and at work that were moved."""
    raw = tomllib.loads((assets.folder() / "workdays.toml").read_text(encoding="utf-8"))
    holidays = frozenset((one["month"], day) for one in raw["holiday"] for day in one["days"])
    off, worked = (frozenset(day for one in raw["moved"] for day in one[name]) for name in ("off", "worked"))
    return holidays, off, worked


def calendar(closed: Iterable[Span] = ()) -> Calendar:
    """Whether somebody is at work on a day; `closed` are spans of days, both ends included, on which nobody is."""
    spans = tuple(closed)

    def is_worked(day: date) -> bool:
        holidays, off, worked = _public()
        rest = day.weekday() >= SATURDAY or day in off or (day.month, day.day) in holidays
        return (day in worked or not rest) and not any(start <= day <= end for start, end in spans)

    return is_worked


def after(day: date, n: int, at_work: Calendar) -> date:
    """The nth working day after a day: an answer that takes n working days comes then."""
    return add_working_days(day, n, at_work)


def first(day: date, at_work: Calendar) -> date:
    """The day itself where it is worked on, else the next one that is."""
    return add_working_days(day - timedelta(1), 1, at_work)


def passed(start: date, end: date, at_work: Calendar) -> int:
    """How many working days have passed since a letter was sent."""
    return working_days(start, end, at_work)
