"""The days on which a plant answers: no weekend, no public holiday of its country, no day on which it is closed."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache

from promplan import assets, toml
from promplan.days.public import told
from promplan.language import Problem
from promplan.media.workdays import add_working_days, working_calendar, working_days
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.text.dated import ELSEWHERE, HOME

SATURDAY = 5
Span = tuple[date, date]
Calendar = Callable[[date], bool]


def calendar(closed: Iterable[Span] = (), of: str = HOME) -> Calendar:
    """Whether somebody is at work on a day.

    Args:
        closed: spans of days, both ends included, on which nobody is.
        of: the country by its two letters; of one that nobody knows, the weekends alone are off.
    """
    spans, worked = tuple(closed), _home if of == HOME else _abroad(of)

    def is_worked(day: date) -> bool:
        return worked(day) and not any(start <= day <= end for start, end in spans)

    return is_worked


def at_work(plan: Plan) -> Calendar:
    """The working days of the plan's plant: its country's, less the days on which an invented plant is closed."""
    return calendar(closed(plan.meta.case), country_of_work(plan))


def country_of_work(plan: Plan) -> str:
    """By the production calendar of which country the plant works: its law's, else that of its time zone.

    Invented plants work at home, whatever the time zone; empty for a country of which nothing is known.
    """
    return HOME if closed(plan.meta.case) else country(plan) or _zones().get(plan.meta.time_zone, ELSEWHERE)


@cache
def _zones() -> dict[str, str]:
    return {zone: code for code, zones in told()["zones"].items() for zone in zones}


@cache
def closed(case: str) -> tuple[Span, ...]:
    """The days on which the plant of a kit is closed, holidays included; none of a real plant."""
    file = assets.kit(case, "dates.toml") if case.replace("-", "").isalpha() else None
    if file is None:
        return ()
    return tuple((one["day"], one["until"]) for one in toml.read(file)["date"] if one["closed"])


def after(day: date, n: int, at_work: Calendar) -> date:
    """The nth working day after a day: an answer that takes n working days comes then."""
    return add_working_days(day, n, at_work)


def first(day: date, at_work: Calendar) -> date:
    """The day itself where it is worked on, else the next one that is."""
    return add_working_days(day - timedelta(1), 1, at_work)


def passed(start: date, end: date, at_work: Calendar) -> int:
    """How many working days have passed since a letter was sent."""
    return working_days(start, end, at_work)


@cache
def _public() -> tuple[frozenset[tuple[int, int]], frozenset[date], frozenset[date]]:
    """Holidays as month and day, and the days off and at work that were moved."""
    holidays = frozenset((one["month"], day) for one in told()["holiday"] for day in one["days"])
    off, worked = (frozenset(day for one in told()["moved"] for day in one[name]) for name in ("off", "worked"))
    return holidays, off, worked


def _home(day: date) -> bool:
    holidays, off, worked = _public()
    rest = day.weekday() >= SATURDAY or day in off or (day.month, day.day) in holidays
    return day in worked or not rest


@cache
def _abroad(of: str) -> Calendar:
    try:
        return working_calendar(of)
    except Problem:  # no library, or one that knows no such country
        return working_calendar()
