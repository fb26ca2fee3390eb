"""What recurs in a calendar file, event by event: rules, extra and cancelled days, a single one that was moved.

RFC 5545, 3.8.5: a rule counts by the local clock of its first event, so that ten o'clock stays ten o'clock in summer.
Bounded: what recurs more often than daily, or for ever, ends with the days that were asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib import import_module
from itertools import islice
from typing import Any

from promplan.language import Problem, say

MOST = 400  # of one event
YEARS = timedelta(days=366)
OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
# A rule that never comes true is counted to the year 9999: so all are counted in years that are near to it, since the
# calendar repeats itself every 400 years, to the day of the week.
AGES = 19 * 400
EARLIEST = date(1990, 1, 1)  # a rule that begins earlier is counted no further back: nobody's phone is older


@dataclass(frozen=True)
class Occurrence:
    """An event on one of its days, as its file tells the moment; `source` says what else stands in it."""

    when: date | datetime
    source: Any
    moved: bool = False


def occurrences(event: Any, others: Mapping[date | datetime, Any], first: date, last: date) -> list[Occurrence]:
    """An event on each of its days from the first to the last; one that does not recur on its own day, whenever.

    Args:
        event: the VEVENT. others: those that replace one of its days, by the day they replace (RECURRENCE-ID).

    Raises:
        Problem: it has no day, or recurs more often than is read.
    """
    start = moment(event, "dtstart")
    if start is None:
        raise Problem(say("it has no day"))
    if "rrule" not in event and "rdate" not in event:
        return [Occurrence(start, event)]
    gone = set(_listed(event, "exdate"))
    days = [one for one in _days(event, start, first, last) if one not in gone]
    days += [one for one in _listed(event, "rdate") if first <= _day(one) <= last and one not in days]
    found = []
    for one in sorted(days, key=_order):
        other = others.get(one)
        if other is None:
            found.append(Occurrence(one, event))
        elif str(other.get("status", "")).upper() != "CANCELLED" and (there := moment(other, "dtstart")):
            found.append(Occurrence(there, other, moved=True))
    if len(found) > MOST:
        raise Problem(say("it recurs {n} times, and {most} are read at most", n=len(found), most=MOST))
    return found


def moment(event: Any, name: str) -> date | datetime | None:
    """A day or a moment of an event; None where it has none or it cannot be read."""
    found = None
    with suppress(ValueError, TypeError, KeyError):  # what cannot be read says so when it is asked
        found = getattr(event.get(name), "dt", None)
    return found if isinstance(found, date) else None


def _listed(event: Any, name: str) -> list[date | datetime]:
    """The days of EXDATE or RDATE, which may stand in one line or in several."""
    given = event.get(name)
    rows: Iterable[Any] = given if isinstance(given, list) else [] if given is None else [given]
    found = []
    for row in rows:
        for one in getattr(row, "dts", ()):
            when = one.dt[0] if isinstance(one.dt, tuple) else one.dt  # of a period its beginning
            if isinstance(when, date):
                found.append(when)
    return found


def _days(event: Any, start: date | datetime, first: date, last: date) -> list[date | datetime]:
    if "rrule" not in event:
        return [start]
    rule = event["rrule"]
    if isinstance(rule, list):
        raise Problem(say("it has several rules of recurrence: only one is read"))
    freq = str((rule.get("FREQ") or [""])[0]).upper()
    if freq in OFTEN:
        raise Problem(say("it recurs more often than daily: nothing is published so often"))
    if _day(start) < EARLIEST:
        raise Problem(say("it recurs since {year}: give it a later beginning", year=_day(start).year))
    zone = start.tzinfo if isinstance(start, datetime) else None
    local = _local(start)
    told = {name: value for name, value in rule.items() if name not in ("UNTIL", "COUNT")}
    end = datetime.combine(last, time.max)
    if until := rule.get("UNTIL"):
        end = min(end, _until(until[0], zone))
    text = import_module("icalendar").vRecur(told).to_ical().decode()
    try:
        counted = import_module("dateutil.rrule").rrulestr(text, dtstart=_later(local)).replace(until=_later(end))
    except (ValueError, TypeError, AttributeError):
        raise Problem(say("its rule of recurrence cannot be read: give each day an event of its own")) from None
    most = int((rule.get("COUNT") or [0])[0]) or None
    return list(_within(islice(counted, most), start, zone, first))


def _within(days: Iterable[datetime], start: date | datetime, zone: Any, first: date) -> Iterator[date | datetime]:
    """The days from the first on, told as the event's own."""
    for one in days:
        one = one.replace(year=one.year - AGES)
        if one.date() >= first:
            yield one.replace(tzinfo=zone) if isinstance(start, datetime) else one.date()


def _later(when: datetime) -> datetime:
    return when.replace(year=min(9999, when.year + AGES))


def _until(until: date, zone: Any) -> datetime:
    """The end of a rule by the local clock; UTC is told for it where its event has a zone."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    if until.tzinfo is not None and zone is not None:
        until = until.astimezone(zone)
    return _local(until)


def _local(when: date | datetime) -> datetime:
    return when.replace(tzinfo=None) if isinstance(when, datetime) else datetime.combine(when, time.min)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _order(when: date | datetime) -> str:
    return _local(when).isoformat()
