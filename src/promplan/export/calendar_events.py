"""A calendar file that comes back, from a phone or from anybody: what it would change in the plan, event by event.

Events of ours are known by their ids, however they were moved; anybody else's become new pieces. Moments are told by
the clock of the plan's own zone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from promplan.export.calendar_cells import LINE, TEXT
from promplan.export.calendar_columns import BY_KEY, held, plainly, seen, told
from promplan.export.calendar_compare import Change, Difference, Row
from promplan.export.calendar_ics import DAYS, HOST, WAS, plan_mark, uid
from promplan.export.calendar_mapping import folded
from promplan.export.calendar_recurring import YEARS, Occurrence, moment, occurrences
from promplan.export.calendar_table import MOST_BYTES
from promplan.export.calendar_zone import zone_of
from promplan.extras import needed
from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.text.encodings import decoded

MOST = 5_000  # events of a file
SERIES = 300  # of these, such as recur
NO_CALENDAR = say("This is no calendar file, or it is damaged. Export the calendar once more, as .ics.")


def is_calendar(data: bytes) -> bool:
    """Does the file begin as a calendar does?"""
    return b"BEGIN:VCALENDAR" in data[:200].upper() or b"B\0E\0G\0I\0N\0:" in data[:200]


@dataclass
class _File:
    plan: Plan
    zone: ZoneInfo
    known: dict[str, tuple[Item | None, str]]  # our events, by their ids: the piece and which day of it
    titles: dict[str, list[Item]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    number: int = 0
    series: int = 0


def difference(plan: Plan, data: bytes) -> Difference:
    """What the file would change.

    Raises:
        Problem: it is no calendar, is too large, holds no event, or was made from another plan.
    """
    if len(data) > MOST_BYTES:
        raise Problem(say("This file is too large for a calendar. Save the sheet with the calendar by itself."))
    found, others = _read(data)
    if not found:
        raise Problem(say("There is no event in this calendar file. Export the calendar that holds the publications."))
    if len(found) > MOST:
        raise Problem(say("{n} events are more than a plan holds. Export a part of them.", n=len(found)))
    file = _File(plan, zone_of(plan.meta.time_zone), _known(plan))
    for one in plan.items:
        file.titles.setdefault(folded(one.title), []).append(one)
    strange = [one for one in found if _foreign(file, one)]
    if strange and len(strange) == len(found):
        raise Problem(say("This calendar file was made from another plan. Make one from this plan."))
    rows: list[Row] = []
    same = 0
    for event in found:
        for row in _safely(file, event, others):
            if row is None:
                same += 1
            else:
                rows.append(row)
    return Difference(tuple(rows), same, tuple(_notes(data, len(strange))))


def _known(plan: Plan) -> dict[str, tuple[Item | None, str]]:
    found: dict[str, tuple[Item | None, str]] = {
        uid(plan, one.id, key): (one, key) for one in plan.items for key in DAYS
    }
    return found | {uid(plan, one.id): (None, "") for one in plan.calendar.days}


def _read(data: bytes) -> tuple[list[Any], dict[str, dict[Any, Any]]]:
    """The events of a file, and those that replace one day of another, by its id and that day."""
    with needed():
        made = import_module("icalendar")
    made.use_zoneinfo()  # it keeps zones by their names from file to file, and this one may mean another by the same
    try:
        calendars = made.Calendar.from_ical(decoded(data)[0].replace("\0", ""), multiple=True)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        raise Problem(NO_CALENDAR) from None
    found, others = [], dict[str, dict[Any, Any]]()
    for one in (event for calendar in calendars for event in calendar.walk("VEVENT")):
        replaced = moment(one, "recurrence-id")
        if replaced is not None:
            others.setdefault(str(one.get("uid", "")), {})[replaced] = one
        else:
            found.append(one)
    there = {str(one.get("uid", "")) for one in found}
    found += [one for id_, rows in others.items() if id_ not in there for one in rows.values()]  # only the moved one
    return found, others


def _safely(file: _File, event: Any, others: Mapping[str, Mapping[Any, Any]]) -> list[Row | None]:
    """The rows of an event; of one that is damaged anyhow, that it is."""
    try:
        return list(_rows(file, event, others.get(str(event.get("uid", "")), {})))
    except Exception:  # a property of a stranger's file is read when it is asked for, and raises what it likes
        return [_unread(file, say("it is damaged and cannot be read"), "")]


def _foreign(file: _File, event: Any) -> bool:
    """Is it an event of another plan?"""
    id_ = str(event.get("uid", ""))
    return id_.endswith(HOST) and not id_.endswith(f"{plan_mark(file.plan)}{HOST}")


def _rows(file: _File, event: Any, others: Mapping[Any, Any]) -> Iterator[Row | None]:
    """The rows of an event: one for each of its days."""
    id_, title = str(event.get("uid", "")), plainly(str(event.get("summary", "")))
    unread = partial(_unread, file, title=title)
    if _foreign(file, event):
        yield unread(say("it belongs to another plan"))
        return
    if str(event.get("status", "")).upper() == "CANCELLED":
        yield unread(say("it is cancelled in the calendar: hold the piece back in the plan if it should not go out"))
        return
    if id_ in file.known:
        yield _ours(file, event, *file.known[id_])
        return
    if id_.endswith(HOST):
        yield unread(say("its piece is no longer in the plan"))
        return
    file.series += "rrule" in event
    if file.series > SERIES:
        yield unread(say("there are more than {n} series in this file: export a part of it", n=SERIES))
        return
    first = file.plan.meta.campaign_start or date.min
    last = file.plan.meta.campaign_end
    start = moment(event, "dtstart")
    if last is None and start is not None:
        last = (start.date() if isinstance(start, datetime) else start) + YEARS
    try:
        days = occurrences(event, others, first, last or date.max)
    except Problem as problem:
        yield unread(problem.what)
        return
    if not days:
        yield unread(say("it recurs, but on no day of the campaign"))
    for one in days:
        yield _theirs(file, one, recurs=len(days) > 1)


def _unread(file: _File, why: Words, title: str) -> Row:
    file.number += 1
    return Row(file.number, "unread", "", title[:LINE], notes=(why,))


def _ours(file: _File, event: Any, item: Item | None, key: str) -> Row | None:
    """An event of our own: its day, and for publishing its hour."""
    start = moment(event, "dtstart")
    if item is None:  # a day of the team's own: it is kept in the plan alone
        return None
    if start is None:
        return _unread(file, say("it has no day"), item.title)
    day, at, notes = _local(file, start)
    wanted: dict[str, Any] = {key: day}
    if key == "dates.publish":
        wanted["dates.at"] = at
    was = _was(event)
    if was is not None and was == _told(day, at if key == "dates.publish" else None):
        return None  # nobody has moved it; the plan may have moved on
    changes = []
    for name, value in wanted.items():
        column = BY_KEY[name]
        now = held(item, column)
        if told(column, value) != told(column, now):
            torn = (
                was is not None
                and was != _told(getattr(item.dates, "publish", None), item.dates.at)
                and (key == "dates.publish")
            )
            changes.append(Change(column, value, seen(column, now), seen(column, value), told(column, now), torn))
    if not changes:
        return None
    file.number += 1
    return Row(file.number, "changed", item.id, item.title, tuple(changes), tuple(notes))


def _was(event: Any) -> str | None:
    """How the day stood when the file was made; None where the phone has not kept it."""
    found = str(event.get(WAS, ""))
    return found or None


def _told(day: date | None, at: Any) -> str:
    if day is None:
        return ""
    return day.isoformat() if at is None else f"{day.isoformat()}T{at:%H:%M}"


def _local(file: _File, when: date | datetime) -> tuple[date, Any, list[Words]]:
    """The day and the hour by the plan's clock; no hour for a whole day."""
    if not isinstance(when, datetime):
        return when, None, []
    if when.tzinfo is None:
        return when.date(), when.time().replace(second=0, microsecond=0), []
    here = when.astimezone(file.zone)
    notes: list[Words] = []
    if here.utcoffset() != when.utcoffset():
        notes.append(
            say(
                "{there} there is {here} by the plan's clock ({zone}).",
                there=f"{when:%H:%M}",
                here=f"{here:%H:%M}",
                zone=file.zone.key,
            )
        )
    return here.date(), here.time().replace(second=0, microsecond=0, tzinfo=None), notes


def _theirs(file: _File, one: Occurrence, *, recurs: bool) -> Row | None:
    """Anybody else's event: a new piece, or another day of the piece that is called so."""
    title = plainly(str(one.source.get("summary", "")))
    note = plainly(str(one.source.get("description", "")))
    if not title:
        return _unread(file, say("it has no title: nobody knows which piece it is"), "")
    if len(title) > LINE or len(note) > TEXT:
        return _unread(file, say("its words are longer than a plan holds: shorten them"), title)
    day, at, notes = _local(file, one.when)
    if one.moved:
        notes.append(say("It is one day of a series, moved by itself."))
    if (end := _last_day(one)) and end > day:
        notes.append(say("It lasts until {day}; a piece has one day, its first.", day=end))
    item = _called(file, title, day, recurs)
    wanted: dict[str, Any] = {"dates.publish": day, "dates.at": at}
    if item is None:
        wanted |= {"title": title, "placing.note": note}
    changes = []
    for key, value in wanted.items():
        column = BY_KEY[key]
        was = told(column, held(item, column)) if item else ""
        if told(column, value) != was:
            before = seen(column, held(item, column)) if item else ""
            changes.append(Change(column, value, before, seen(column, value), was))
    if not changes:
        return None
    file.number += 1
    row = Row(file.number, "changed" if item else "new", item.id if item else "", title, tuple(changes), tuple(notes))
    return row if item is None else replace(row, title=item.title)


def _called(file: _File, title: str, day: date, recurs: bool) -> Item | None:
    """The piece of this title: the one on that day, else the only one; of a series the one on that day alone."""
    free = [one for one in file.titles.get(folded(title), ()) if one.id not in file.met]
    there = [one for one in free if one.dates.publish == day]
    found = there[0] if there else free[0] if len(free) == 1 and not recurs else None
    if found is not None:
        file.met.add(found.id)
    return found


def _last_day(one: Occurrence) -> date | None:
    """The last day of an event of whole days; its end is the day after."""
    end, start = moment(one.source, "dtend"), moment(one.source, "dtstart")
    if end is None or start is None or isinstance(end, datetime) or isinstance(start, datetime):
        return None
    when = one.when.date() if isinstance(one.when, datetime) else one.when
    return when + (end - start) - timedelta(days=1)


def _notes(data: bytes, strange: int) -> Iterator[Words]:
    tasks = data.upper().count(b"BEGIN:VTODO")
    if tasks:
        yield say_many(
            "{n} task was left aside: only events are read.", "{n} tasks were left aside: only events are read.", tasks
        )
    if strange:
        yield say_many("{n} event is another plan's.", "{n} events are another plan's.", strange)
