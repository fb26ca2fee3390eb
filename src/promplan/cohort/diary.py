"""Days of a workshop for a phone or a calendar programme: .ics after RFC 5545, the same bytes for the same days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from importlib import import_module

from promplan.cohort.people import Cohort
from promplan.export.calendar_ics import HOST, PRODUCT, SINCE
from promplan.export.calendar_zone import component, zone_of
from promplan.export.printed import plain
from promplan.extras import needed


@dataclass(frozen=True)
class Entry:
    """One entry: its key, the same for good; a day or a moment without a zone; until when; what stands in it."""

    key: str
    when: date | datetime
    until: datetime | None
    summary: str
    description: str = ""
    alarm: bool = False


def ics(cohort: Cohort, name: str, entries: Sequence[Entry], on: date) -> bytes:
    """The file. `on` is the day on which it is made: a later file takes the place of an earlier one."""
    with needed():
        made = import_module("icalendar")
    zone = zone_of(cohort.time_zone)
    mark = sha256("\n".join((cohort.title, cohort.institution, cohort.timetable)).encode()).hexdigest()[:12]
    whole = made.Calendar()
    for key, value in (("version", "2.0"), ("prodid", PRODUCT), ("calscale", "GREGORIAN")):
        whole.add(key, value)
    whole.add("x-wr-calname", str(plain(name)))
    whole.add("x-wr-timezone", zone.key)
    if timed := [one.when.replace(tzinfo=zone) for one in entries if isinstance(one.when, datetime)]:
        whole.add_component(component(zone, min(timed), max(timed)))
    for one in entries:
        event = made.Event()
        event.add("uid", f"{one.key}.{mark}{HOST}")
        event.add("dtstamp", datetime.combine(on, time.min, UTC))
        event.add("sequence", max(0, (on - SINCE).days))
        event.add("summary", str(plain(one.summary)))
        if isinstance(one.when, datetime):
            event.add("dtstart", one.when.replace(tzinfo=zone))
            event.add("dtend", (one.until or one.when).replace(tzinfo=zone))
        else:
            event.add("dtstart", one.when)
            event.add("dtend", one.when + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
        if one.description:
            event.add("description", str(plain(one.description)))
        if one.alarm:
            alarm = made.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", str(plain(one.summary)))
            alarm.add("trigger", timedelta(hours=9))
            event.add_component(alarm)
        whole.add_component(event)
    data: bytes = whole.to_ical()
    return data
