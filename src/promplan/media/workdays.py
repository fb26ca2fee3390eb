"""Working days between two days and the day on which an answer is due: business days, holidays, transferred weekends.

Whose holidays: hand in days in any common shape, or a country's calendar of the library `holidays`, which knows the
weekends worked in exchange for them, too; or its two-letter code, and the library is loaded then. Everything else here
needs the standard library alone, reads no file and no clock.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["Calendar", "Days", "add_working_days", "days_of", "is_working", "working_calendar", "working_days"]

MOST = 36_600  # working days that are counted at once: some 140 years, a slip of the keyboard beyond that
SATURDAY = 5

Calendar = Callable[[date], bool]
Days = Iterable[date] | Container[date] | Mapping[Any, Any] | Calendar | str


def is_working(day: date, holidays: Days = frozenset(), worked: Days = frozenset()) -> bool:
    """Is it a working day: Monday to Friday and no holiday, or a day at a weekend that is worked in exchange?

    >>> is_working(date(2025, 11, 4), [date(2025, 11, 4)])
    False
    >>> is_working(date(2025, 11, 1), "RU")  # a Saturday, worked for Monday 3 November
    True
    """
    return working_calendar(holidays, worked)(checked.day(day, say("The day asked about")))


def working_days(start: date, end: date, holidays: Days = frozenset(), worked: Days = frozenset()) -> int:
    """How many working days pass from `start` to `end`: those after `start`, up to and including `end`.

    Convention: the day on which something is handed in is not counted, as with "within three working days"; from Monday
    to Friday of one week it is 4. (Excel's NETWORKDAYS counts both ends and says 5.) With `end` before `start` the
    number is negative: minus the working days from `end` up to the day before `start`. So for every n

        working_days(day, add_working_days(day, n)) == n

    >>> working_days(date(2026, 11, 2), date(2026, 11, 6))
    4
    >>> working_days(date(2023, 12, 31), date(2024, 12, 31), "RU")  # a year, as the production calendar counts it
    248

    Args:
        start: first day, itself not counted.
        end: last day, counted.
        holidays: the days off of the place, in one of the shapes that `working_calendar` reads.
        worked: days at a weekend that are worked all the same, where the holidays do not say so themselves.

    Raises:
        Problem: what is no day, holidays that cannot be read, or two centuries between the two days.
    """
    working = working_calendar(holidays, worked)
    start, end = checked.day(start, say("The first day")), checked.day(end, say("The last day"))
    if start == end:
        return 0
    if abs((end - start).days) > 2 * MOST:
        raise _far()
    first, last = (start + timedelta(1), end) if end > start else (end, start - timedelta(1))
    n = sum(working(first + timedelta(i)) for i in range((last - first).days + 1))
    return n if end > start else -n


def add_working_days(day: date, n: int, holidays: Days = frozenset(), worked: Days = frozenset()) -> date:
    """The nth working day after `day`, before it if n is negative, `day` itself if n is 0: an answer is due then.

    >>> add_working_days(date(2026, 11, 2), 3, {date(2026, 11, 4): "Unity Day"})
    datetime.date(2026, 11, 6)

    Args:
        day: the day from which is counted, itself not counted; it need not be a working day.
        n: working days, at most 36,600 of them, which is more than a century.
        holidays: see `working_days`.
        worked: see `working_days`.

    Raises:
        Problem: n is no whole number or too large, or the calendar ends before so many working days have passed.
    """
    working = working_calendar(holidays, worked)
    n = checked.whole(n, say("Working days to count"), -checked.MOST)
    if abs(n) > MOST:
        raise _far()
    day, step, left = checked.day(day, say("The day from which is counted")), timedelta(1 if n > 0 else -1), abs(n)
    try:
        for _ in range(3 * MOST):  # a calendar may have no working day left
            if not left:
                return day
            day += step
            left -= working(day)
    except OverflowError:
        raise _far() from None
    raise _far()


def working_calendar(holidays: Days = frozenset(), worked: Days = frozenset()) -> Calendar:
    """A function that says of a day whether it is worked on.

    >>> worked_on = working_calendar("RU")
    >>> worked_on(date(2024, 4, 27))  # a Saturday, worked for Monday 29 April
    True

    Args:
        holidays: one of
            - days in a list, a set, an array, an index, a series or a generator: dates, or moments, whose day counts;
            - a mapping with the days as its keys or as its values, {date(2025, 11, 4): "Unity Day"} or the other way
              round;
            - what the library `holidays` gives, `holidays.country_holidays("RU")`: its own `is_working_day` decides,
              transferred days included;
            - a country's two-letter code, with its region if need be, "RU" or "DE-BY", for that;
            - a collection of one's own that knows `in` alone, or a function that says of a day whether it is worked on.
        worked: days at a weekend that are worked beside those, in the same shapes.

    Raises:
        Problem: what is none of these, naming it; a country that the library does not know.
    """
    if isinstance(holidays, str):
        holidays = _country(holidays)
    extra, own = days_of(worked), getattr(holidays, "is_working_day", None)
    if own is None and callable(holidays):
        own = holidays
    if callable(own):
        return lambda day: day in extra or _answered(own, day)
    free = days_of(holidays)
    return lambda day: day in extra or (day.weekday() < SATURDAY and day not in free)


def days_of(days: Days) -> Container[date]:
    """The days in a collection of any shape that `working_calendar` reads.

    >>> sorted(days_of({"Unity Day": date(2025, 11, 4)}))
    [datetime.date(2025, 11, 4)]
    """
    where = say("Holidays or worked days")
    if not isinstance(days, Iterable) and hasattr(days, "__contains__"):
        return _Asked(days)
    if isinstance(days, Mapping) or (getattr(days, "ndim", 0) == 1 and hasattr(days, "to_dict")):
        table = checked.mapping(days, where)
        try:
            return frozenset(checked.day(key, where) for key in table)
        except Problem:  # then the days are its values, or it is refused for them
            return frozenset(checked.day(value, where) for value in table.values())
    return checked.days(days, where)


class _Asked:
    """A collection that knows `in` alone; what goes wrong inside it is said as a Problem."""

    def __init__(self, days: Container[date]) -> None:
        self._days = days

    def __contains__(self, day: object) -> bool:
        return _answered(self._days.__contains__, day)


def _answered(asked: Callable[..., Any], day: Any) -> bool:
    """What a stranger's calendar says of a day."""
    try:
        return bool(asked(day))
    except Exception as error:  # whatever a stranger's code may raise
        raise Problem(
            say(
                "The calendar of working days that was handed in fails on {day} ({fault}). Correct it, or hand in the "
                "holidays as a list of days.",
                day=day,
                fault=type(error).__name__,
            )
        ) from error


def _country(code: str) -> Any:
    """A country's holidays as the library `holidays` knows them."""
    try:
        import holidays as library
    except ImportError:
        raise Problem(
            say("Holidays by a country's code come from the library holidays: install it, or hand in the days.")
        ) from None
    country, _, region = code.partition("-")
    try:
        return library.country_holidays(country, subdiv=region or None)
    except NotImplementedError:  # so it says that it does not know a place
        raise Problem(
            say(
                "The library holidays knows no country {code}. Write a two-letter code such as RU, KZ or DE-BY, or "
                "hand in the days themselves.",
                code=repr(code)[:40],
            )
        ) from None


def _far() -> Problem:
    return Problem(say("That is too far away. Choose a nearer day or fewer working days."))
