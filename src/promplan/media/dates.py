"""Recurring dates: days that return every year by a rule (the third Sunday of July, the third week of April).

Standard library only; the Gregorian calendar, years 1900 to 2200. The rules of industry's own days are data
(`assets/dates.toml`), and whoever reads them hands them in: no file and no clock lives here. Working days are counted
in `workdays`.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from promplan.language import Problem, Words, say
from promplan.media import checked

__all__ = [
    "FIRST",
    "FRIDAY",
    "LAST",
    "MONDAY",
    "SATURDAY",
    "SUNDAY",
    "THURSDAY",
    "TUESDAY",
    "WEDNESDAY",
    "Fixed",
    "Nth",
    "Occurrence",
    "Rule",
    "Span",
    "Week",
    "between",
    "on",
]

FIRST, LAST = 1900, 2200  # the years these rules are asked about
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)  # as `date.weekday()` counts them


@dataclass(frozen=True)
class Span:
    """Days from `start` to `end`, both included.

    >>> on(Week(4, 3), 2027).end
    datetime.date(2027, 4, 16)
    """

    start: date
    end: date


@dataclass(frozen=True)
class Fixed:
    """The same day of the same month: 8 February. It is kept from the year `since` to the year `until`.

    >>> on(Fixed(2, 8), 2027)
    datetime.date(2027, 2, 8)
    """

    month: int
    day: int
    since: int = FIRST
    until: int = LAST

    def __post_init__(self) -> None:
        _check(self, "month", "day", "since", "until")
        if not 1 <= self.day <= calendar.monthrange(2000, self.month)[1]:  # 2000 has its 29 February
            raise Problem(say("Month {month} has no day {day}.", month=self.month, day=self.day))


@dataclass(frozen=True)
class Nth:
    """The nth weekday of a month: `Nth(7, SUNDAY, 3)`, the third Sunday of July; `nth=-1` is the last one.

    >>> on(Nth(7, SUNDAY, 3), 2027)
    datetime.date(2027, 7, 18)
    """

    month: int
    weekday: int
    nth: int
    since: int = FIRST
    until: int = LAST

    def __post_init__(self) -> None:
        _check(self, "month", "weekday", "nth", "since", "until")
        if self.weekday not in range(7):
            raise Problem(
                say("A weekday is a number from 0, Monday, to 6, Sunday; not {value}.", value=str(self.weekday))
            )


@dataclass(frozen=True)
class Week:
    """The nth week of a month, Monday to Friday; `nth=-1` is the last one.

    Convention: a week belongs to the month in which its Thursday lies, as ISO 8601 gives weeks to years; so the third
    week is that of the third Thursday. Two other readings exist, the week of the third Monday and the third row of a
    wall calendar; they differ from this one in some years. Published dates decided: the «Week without turnstiles»
    («Неделя без турникетов») was 13–19 October 2025, where the third Monday is the 20th, and began on 16 October 2017,
    which is the fourth row. Whoever plans for it asks the organiser for the year's date.

    >>> on(Week(10, 3), 2025)
    Span(start=datetime.date(2025, 10, 13), end=datetime.date(2025, 10, 17))
    """

    month: int
    nth: int
    since: int = FIRST
    until: int = LAST

    def __post_init__(self) -> None:
        _check(self, "month", "nth", "since", "until")


Rule = Fixed | Nth | Week


@dataclass(frozen=True)
class Occurrence:
    """A rule's day or week in a year: the id under which the rule was given, and its days, both ends included.

    >>> between({"science": Fixed(2, 8)}, date(2027, 2, 1), date(2027, 2, 28))[0].start
    datetime.date(2027, 2, 8)
    """

    id: str
    start: date
    end: date


def on(rule: Rule, year: int) -> date | Span:
    """The day of a `Fixed` or `Nth` rule in a year, Monday to Friday of a `Week`.

    >>> on(Nth(9, SUNDAY, -1), 2026)
    datetime.date(2026, 9, 27)

    Args:
        rule: the rule.
        year: 1900 to 2200; of a week in January the Monday may lie in the year before.

    Raises:
        Problem: the year lies outside, the rule was not kept in it, or it lacks such a day (29 February, a 5th Friday).
    """
    _check_rule(rule)
    year = checked.whole(year, say("The year"), -checked.MOST)
    _within(year)
    if not rule.since <= year <= rule.until:
        raise Problem(
            say(
                "This day is kept from {since} to {until}: there is none in {year}.",
                since=rule.since,
                until=rule.until,
                year=year,
            )
        )
    found = _found(rule, year)
    if found is None:
        raise Problem(say("There is no such day in {month}/{year}. Choose another year.", month=rule.month, year=year))
    return found


def between(rules: Mapping[str, Rule], start: date, end: date) -> list[Occurrence]:
    """Everything that falls into the days from `start` to `end`, both included, in order; a week counts if it touches.

    >>> rules = {"metallurgist": Nth(7, SUNDAY, 3), "science": Fixed(2, 8)}
    >>> [day.id for day in between(rules, date(2027, 1, 1), date(2027, 6, 30))]
    ['science']

    Args:
        rules: rules by an id of the caller's choice.
        start: first day, 1900 or later.
        end: last day, 2200 or earlier.

    Raises:
        Problem: the end lies before the start, or a day outside the calendar.
    """
    rules = checked.named(rules, say("Rules of days"))
    start, end = checked.day(start, say("The first day")), checked.day(end, say("The last day"))
    if end < start:
        raise Problem(say("The last day, {end}, is before the first, {start}. Swap them.", start=start, end=end))
    _within(start.year)
    _within(end.year)
    found = []
    for id_, rule in rules.items():
        _check_rule(rule)
        # a week of January may begin in December, and one of December end in January
        for year in range(max(rule.since, start.year - 1), min(rule.until, end.year + 1) + 1):
            when = _found(rule, year)
            if when is None:
                continue
            span = when if isinstance(when, Span) else Span(when, when)
            if span.start <= end and span.end >= start:
                found.append(Occurrence(id_, span.start, span.end))
    return sorted(found, key=lambda one: (one.start, one.end, one.id))


def _found(rule: Rule, year: int) -> date | Span | None:
    match rule:
        case Fixed():
            known = rule.day <= calendar.monthrange(year, rule.month)[1]
            return date(year, rule.month, rule.day) if known else None
        case Nth():
            return _nth(year, rule.month, rule.weekday, rule.nth)
        case Week():
            thursday = _nth(year, rule.month, THURSDAY, rule.nth)
            return Span(thursday - timedelta(3), thursday + timedelta(1)) if thursday else None


def _nth(year: int, month: int, weekday: int, nth: int) -> date | None:
    first, length = calendar.monthrange(year, month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    place = nth if nth < 0 else nth - 1
    return date(year, month, days[place]) if place < len(days) else None


def _check(rule: Any, *names: str) -> None:
    """The rule's numbers, plain from here on and within the calendar."""
    for name in names:
        plain = checked.whole(getattr(rule, name), say("A day's {field}", field=name), -checked.MOST)
        object.__setattr__(rule, name, plain)
    fault: Words | None = None
    if not 1 <= rule.month <= 12:
        fault = say("A month is a number from 1 to 12, not {month}.", month=str(rule.month))
    elif getattr(rule, "nth", 1) not in (-1, 1, 2, 3, 4, 5):
        fault = say(
            "Of a month there is a 1st to a 5th week or weekday, and a last one, -1; not {nth}.", nth=str(rule.nth)
        )
    elif not FIRST <= rule.since <= rule.until <= LAST:
        fault = say(
            "The years {since} to {until} are no span within {first} to {last}.",
            since=str(rule.since),
            until=str(rule.until),
            first=FIRST,
            last=LAST,
        )
    if fault is not None:
        raise Problem(fault)


def _check_rule(rule: Any) -> None:
    if not isinstance(rule, Fixed | Nth | Week):
        raise Problem(say("A rule is a Fixed, an Nth or a Week, not {value}.", value=checked.shown(rule)))


def _within(year: int) -> None:
    if not FIRST <= year <= LAST:
        raise Problem(
            say("The calendar here goes from {first} to {last}, not to {year}.", first=FIRST, last=LAST, year=year)
        )
