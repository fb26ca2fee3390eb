"""A time zone as a calendar file tells it (VTIMEZONE, RFC 5545 3.6.5): its clock, and every change of it meanwhile.

The changes are looked up in the zone's own data and written one by one: a programme that reads them needs no rule of
summer time that may be another year's.
"""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from promplan.language import Problem, say

DAY = timedelta(days=1)


def zone_of(name: str) -> ZoneInfo:
    """The zone with this name; `Problem` where nobody knows it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Problem(
            say(
                "Nobody knows the time zone “{name}”. Choose the plant's in unit 0, such as Asia/Barnaul.",
                name=name[:60],
            )
        ) from None


def changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The moments, in UTC and to the second, at which the clock of a zone changes between two days."""
    found = []
    here = start
    while here < end:
        there = here + DAY
        if _clock(zone, here) != _clock(zone, there):
            low, high = here, there
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                low, high = (middle, high) if _clock(zone, middle) == _clock(zone, low) else (low, middle)
            found.append(high.replace(microsecond=0))
        here = there
    return found


def _clock(zone: ZoneInfo, moment: datetime) -> tuple[Any, ...]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.dst(), local.tzname()


def component(zone: ZoneInfo, first: datetime, last: datetime) -> Any:
    """The VTIMEZONE of a zone for events between two local days."""
    made = import_module("icalendar")
    whole = made.Timezone()
    whole.add("tzid", zone.key)
    start = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last.year + 1, 12, 31, tzinfo=UTC)
    before = start.astimezone(zone)
    _observed(made, whole, before, before.utcoffset(), before.replace(tzinfo=None))
    for moment in changes(zone, start, end):
        offset = (moment - timedelta(seconds=1)).astimezone(zone).utcoffset() or timedelta()
        _observed(made, whole, moment.astimezone(zone), offset, (moment + offset).replace(tzinfo=None))
    return whole


def _observed(made: Any, whole: Any, local: datetime, offset: timedelta | None, onset: datetime) -> None:
    """One stretch of a zone's clock; `onset` is told by the clock that was valid before it."""
    part = made.TimezoneDaylight() if local.dst() else made.TimezoneStandard()
    part.add("dtstart", onset)
    part.add("tzoffsetfrom", offset)
    part.add("tzoffsetto", local.utcoffset())
    part.add("tzname", local.tzname())
    whole.add_component(part)
