"""The calendar for a phone: .ics after RFC 5545, the same bytes for the same plan, each day under one id for good.

A piece gives up to six events: its days of work, its publishing with two alarms, the day to look at it again. Notes for
reviewers stay in the plan. `SEQUENCE` and `DTSTAMP` count by the plan's own day, so that a later file takes the place
of an earlier one on the phone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from promplan import language
from promplan.export.calendar_columns import Names, plainly
from promplan.export.calendar_zone import component, zone_of
from promplan.extras import needed
from promplan.language import Problem, Words, pick, say, say_in
from promplan.plan import letters
from promplan.plan.calendar import OwnDay
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.placing import STATES

PRODUCT = "-//promplan//calendar//EN"
HOST = "@promplan"
SHORT = timedelta(minutes=15)  # how long publishing lasts in the calendar
SINCE = date(2020, 1, 1)  # from here `SEQUENCE` is counted
WAS = "X-PROMPLAN-WAS"  # how the day stood when the file was made
DAYS: dict[str, Words] = {  # of a piece, in their order; the keys are those of `calendar_columns`
    "dates.brief": say_in("event", "Brief"),
    "dates.shoot": say_in("event", "Shoot"),
    "dates.draft": say_in("event", "Draft"),
    "dates.review": say_in("event", "Review"),
    "dates.publish": say_in("event", "Publish"),
    "placing.look_again": say_in("event", "Look again"),
}
# before a day begins: at nine the day before, and of what is to be looked at again at nine on the day itself
EVE, MORNING = timedelta(hours=-15), timedelta(hours=9)


@dataclass(frozen=True)
class Event:
    """One event: its id, its day or moment (in the plan's zone), what stands in it, when it reminds."""

    uid: str
    when: date | datetime
    summary: str
    description: str = ""
    until: date | None = None
    settled: bool = True
    alarms: tuple[timedelta, ...] = ()


def plan_mark(plan: Plan) -> str:
    """What the events of one plan have in common."""
    return sha256(plan.meta.plan_id.encode("utf-8", "replace")).hexdigest()[:12]


def uid(plan: Plan, id_: str, key: str = "day") -> str:
    """The id of an event, the same in every export: `C1.publish.0123456789ab@promplan`."""
    return f"{id_}.{key.rpartition('.')[2]}.{plan_mark(plan)}{HOST}"


def ics(plan: Plan) -> bytes:
    """The file, in the plan's language.

    Raises:
        Problem: no piece and no day of the team's own has a date yet, or nobody knows the plan's time zone.
    """
    with needed():
        made = import_module("icalendar")
    zone = zone_of(plan.meta.time_zone)
    with language.inside(plan.meta.language):
        found = sorted(events(plan, zone), key=lambda one: (_moment(one.when), one.uid))
        if not found:
            raise Problem(say("No piece has a day yet, so there is nothing to take along. Give one a day first."))
        whole = made.Calendar()
        for name, value in (("version", "2.0"), ("prodid", PRODUCT), ("calscale", "GREGORIAN")):
            whole.add(name, value)
        whole.add("x-wr-calname", plainly(plan.meta.title) or str(say("Calendar")))
        whole.add("x-wr-timezone", zone.key)
        if timed := [one.when for one in found if isinstance(one.when, datetime)]:
            whole.add_component(component(zone, min(timed), max(timed)))
        day = letters.today(plan) or plan.meta.campaign_start or SINCE
        for one in found:
            whole.add_component(_event(made, one, day))
        text: bytes = whole.to_ical()
    return text


def _moment(when: date | datetime) -> str:
    return when.isoformat()[:16].ljust(16, "T")


def events(plan: Plan, zone: ZoneInfo) -> Iterator[Event]:
    """All events of a plan, in the interface language."""
    names = Names(plan)
    for item in plan.items:
        for key in DAYS:
            part, _, name = key.partition(".")
            day = getattr(getattr(item, part), name)
            if day is not None:
                yield _of_item(plan, item, key, day, names, zone)
    for own in plan.calendar.days:
        if own.day is not None:
            yield _of_day(plan, own, own.day)


def _of_item(plan: Plan, item: Item, key: str, day: date, names: Names, zone: ZoneInfo) -> Event:
    what = plainly(item.title) or item.id
    over = item.placing.state == "out"
    when: date | datetime = day
    alarms: tuple[timedelta, ...] = () if over else (EVE,)
    if key == "dates.publish":
        place = names.shown("channels", item.channel) if item.channel else str(DAYS[key])
        if item.dates.at is not None:
            when = datetime.combine(day, item.dates.at, zone)
            alarms = () if over else (timedelta(days=-1), timedelta(hours=-1))
    else:
        place = str(DAYS[key])
        if key == "placing.look_again":
            alarms = (MORNING,)
    return Event(
        uid(plan, item.id, key),
        when,
        f"{place}: {what}",
        _described(item, names),
        settled=item.placing.state in ("ready", "out"),
        alarms=alarms,
    )


def _described(item: Item, names: Names) -> str:
    """What stands under an event: what a passer-by may read, and no note for reviewers."""
    state = str(pick(STATES[item.placing.state])) if item.placing.state else ""
    who = names.shown("team.members", item.owner) if item.owner else ""
    told = [item.id, state, who]
    return "\n".join(it for it in (" · ".join(one for one in told if one), plainly(item.message)) if it)


def _of_day(plan: Plan, own: OwnDay, day: date) -> Event:
    what = plainly(own.what) or own.id
    if own.closed:
        what = str(say("{what}: nothing is published", what=what))
    until = own.until if own.until and own.until > day else None
    return Event(uid(plan, own.id), day, what, plainly(own.source), until=until)


def _event(made: Any, one: Event, day: date) -> Any:
    event = made.Event()
    event.add("uid", one.uid)
    event.add("dtstamp", datetime.combine(day, time.min, UTC))
    event.add("sequence", max(0, (day - SINCE).days))
    event.add("summary", one.summary)
    event.add("dtstart", one.when)
    if isinstance(one.when, datetime):
        event.add("dtend", one.when + SHORT)
        event.add(WAS, one.when.strftime("%Y-%m-%dT%H:%M"))
    else:
        event.add("dtend", (one.until or one.when) + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add(WAS, one.when.isoformat())
    event.add("status", "CONFIRMED" if one.settled else "TENTATIVE")
    if one.description:
        event.add("description", one.description)
    for before in one.alarms:
        alarm = made.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.summary)
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


def is_ics(data: bytes) -> bool:
    """Are these the bytes of a calendar file of ours?"""
    return data.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{PRODUCT}".encode() in data[:500]
