"""Days that return every year by a rule (the third Sunday of July, the third week of April), and working days.

Standard library only; the Gregorian calendar, years 1900 to 2200. The rules of industry's own days are data
(`assets/dates.toml`), and whoever reads them hands them in: no file, no clock and no country's holidays live here.
"""

import calendar
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from promplan.language import Problem, Words, say

FIRST, LAST = 1900, 2200  # the years these rules are asked about
MOST = 36_600  # working days that are counted at once: some 140 years, a slip of the keyboard beyond that
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)  # as `date.weekday()` counts them

Days = Container[date]


@dataclass(frozen=True)
class Span:
    """Days from `start` to `end`, both included."""

    start: date
    end: date


@dataclass(frozen=True)
class Fixed:
    """The same day of the same month: 8 February. It is kept from the year `since` to the year `until`."""

    month: int
    day: int
    since: int = FIRST
    until: int = LAST

    def __post_init__(self) -> None:
        _checked(self.month, self.since, self.until)
        if not 1 <= self.day <= calendar.monthrange(2000, self.month)[1]:  # 2000 has its 29 February
            raise Problem(say("Month {month} has no day {day}.", month=self.month, day=self.day))


@dataclass(frozen=True)
class Nth:
    """The nth weekday of a month: `Nth(7, SUNDAY, 3)`, the third Sunday of July; `nth=-1` is the last one."""

    month: int
    weekday: int
    nth: int
    since: int = FIRST
    until: int = LAST

    def __post_init__(self) -> None:
        _checked(self.month, self.since, self.until, self.nth)
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
    """

    month: int
    nth: int
    since: int = FIRST
    until: int = LAST

    def __post_init__(self) -> None:
        _checked(self.month, self.since, self.until, self.nth)


Rule = Fixed | Nth | Week


@dataclass(frozen=True)
class Occurrence:
    """A rule's day or week in a year: the id under which the rule was given, and its days, both ends included."""

    id: str
    start: date
    end: date


def on(rule: Rule, year: int) -> date | Span:
    """The day of a `Fixed` or `Nth` rule in a year, the five working days of a `Week`.

    Args:
        rule: the rule.
        year: 1900 to 2200; of a week in January the Monday may lie in the year before.

    Raises:
        Problem: the year lies outside, the rule was not kept in it, or it lacks such a day (29 February, a 5th Friday).
    """
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

    Args:
        rules: rules by an id of the caller's choice.
        start: first day, 1900 or later.
        end: last day, 2200 or earlier.

    Raises:
        Problem: the end lies before the start, or a day outside the calendar.
    """
    start, end = _day(start), _day(end)
    if end < start:
        raise Problem(say("The last day, {end}, lies before the first, {start}. Swap them.", start=start, end=end))
    _within(start.year)
    _within(end.year)
    found = []
    for id_, rule in rules.items():
        # a week of January may begin in December, and one of December end in January
        for year in range(max(rule.since, start.year - 1), min(rule.until, end.year + 1) + 1):
            when = _found(rule, year)
            if when is None:
                continue
            span = when if isinstance(when, Span) else Span(when, when)
            if span.start <= end and span.end >= start:
                found.append(Occurrence(id_, span.start, span.end))
    return sorted(found, key=lambda one: (one.start, one.end, one.id))


def is_working(day: date, holidays: Days = frozenset(), worked: Days = frozenset()) -> bool:
    """Is it a working day: Monday to Friday and no holiday, or a Saturday that is worked (`worked`) in exchange?"""
    day = _day(day)
    return day in worked or (day.weekday() < SATURDAY and day not in holidays)


def working_days(start: date, end: date, holidays: Days = frozenset(), worked: Days = frozenset()) -> int:
    """How many working days pass from `start` to `end`: those after `start`, up to and including `end`.

    Convention: the day on which something is handed in is not counted, as with "within three working days"; from Monday
    to Friday of one week it is 4. (Excel's NETWORKDAYS counts both ends and says 5.) With `end` before `start` the
    number is negative: minus the working days from `end` up to the day before `start`. So for every n

        working_days(day, add_working_days(day, n)) == n

    Args:
        start: first day, itself not counted.
        end: last day, counted.
        holidays: the days off of the place, anything that knows `in`: a set of dates, or what the library `holidays`
            gives, loaded by whoever calls: `holidays.country_holidays("RU")`.
        worked: days at a weekend that are worked all the same; the library does not know them.

    Raises:
        Problem: two centuries lie between the two days.
    """
    start, end = _day(start), _day(end)
    if start == end:
        return 0
    if abs((end - start).days) > 2 * MOST:
        raise _far()
    first, last = (start + timedelta(1), end) if end > start else (end, start - timedelta(1))
    n = sum(is_working(first + timedelta(i), holidays, worked) for i in range((last - first).days + 1))
    return n if end > start else -n


def add_working_days(day: date, n: int, holidays: Days = frozenset(), worked: Days = frozenset()) -> date:
    """The nth working day after `day`, before it if n is negative, `day` itself if n is 0: an answer is due then.

    Args:
        day: the day from which is counted, itself not counted; it need not be a working day.
        n: working days, at most 36,600 of them, which is more than a century.
        holidays: see `working_days`.
        worked: see `working_days`.

    Raises:
        Problem: n is no whole number or too large, or the calendar ends before so many working days have passed.
    """
    if isinstance(n, bool) or not isinstance(n, int):
        raise Problem(say("Working days are counted in whole numbers, not in {n}.", n=str(n)))
    if abs(n) > MOST:
        raise _far()
    day, step, left = _day(day), timedelta(1 if n > 0 else -1), abs(n)
    try:
        while left:
            day += step
            left -= is_working(day, holidays, worked)
    except OverflowError:
        raise _far() from None
    return day


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


def _checked(month: int, since: int, until: int, nth: int = 1) -> None:
    fault: Words | None = None
    if month not in range(1, 13):
        fault = say("A month is a number from 1 to 12, not {month}.", month=str(month))
    elif nth not in (-1, 1, 2, 3, 4, 5):
        fault = say("Of a month there is a 1st to a 5th week or weekday, and a last one, -1; not {nth}.", nth=str(nth))
    elif not FIRST <= since <= until <= LAST:
        fault = say(
            "The years {since} to {until} are no span within {first} to {last}.",
            since=str(since),
            until=str(until),
            first=FIRST,
            last=LAST,
        )
    if fault is not None:
        raise Problem(fault)


def _within(year: int) -> None:
    if not FIRST <= year <= LAST:
        raise Problem(
            say("The calendar here goes from {first} to {last}, not to {year}.", first=FIRST, last=LAST, year=year)
        )


def _day(value: date) -> date:
    """A moment's day: otherwise no set of dates would know a moment."""
    return value.date() if isinstance(value, datetime) else value


def _far() -> Problem:
    return Problem(say("That lies too far away. Choose a nearer day or fewer working days."))
