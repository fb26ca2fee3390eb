"""What hands do in the calendar, as functions of the plan: a piece on another day, repeated, a week copied."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from promplan.language import Problem, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.production import Dates

WORK = ("brief", "shoot", "draft", "review")  # the days before the one on which a piece comes out
HEAD = (
    "idea",
    "message",
    "pillar",
    "objective",
    "audience",
    "channel",
    "form",
    "owner",
    "approver",
    "length",
    "hold_if",
)
MOST = 26  # pieces of a rhythm, and weeks between two
WEEK = timedelta(7)
Fields = dict[str, Any]


def item_of(plan: Plan, id_: str) -> Item:
    """The piece; Problem where it is in the plan no more."""
    found = edit.find(plan, f"items/{id_}")
    assert isinstance(found, Item)
    return found


def placed_on(plan: Plan, item: Item, day: date | None, channel: str, *, along: bool = False) -> Fields:
    """The fields of a piece that lies there: its channel, and its days. Without a day it is in the tray.

    Args:
        along: do the days of its work keep their distance? A day of the visit stays: the plant has set it.
    """
    dates, was = item.dates.model_dump(), item.dates.publish
    dates["publish"] = day
    if along and day and was:
        for name in WORK:
            if dates[name] and dates[name] != plan.visit.date:
                dates[name] = _later(dates[name], day - was)
    return {"channel": channel, "dates": dates}


def back(id_: str, was: Fields, now: Fields, plan: Plan) -> Plan:
    """Undo a move: only what it has changed goes back, and nothing that was changed elsewhere since (`Conflict`)."""
    days = {name: was["dates"][name] for name, day in now["dates"].items() if day != was["dates"][name]}
    seen = {name: now["dates"][name] for name in days}
    if now["channel"] != was["channel"]:
        plan = edit.put(plan, f"items/{id_}", {"channel": was["channel"]}, seen={"channel": now["channel"]})
    return edit.put(plan, f"items/{id_}/dates", days, seen=seen) if days else plan


def _later(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        raise Problem(say("That is too far away. Choose a nearer day or fewer working days.")) from None


def fresh(plan: Plan, item: Item, by: timedelta) -> Fields:
    """The fields of a new piece like this one, so much later: whose, where, what for; its text is its own."""
    given = {name: getattr(item, name) for name in HEAD}
    dates = Dates(at=item.dates.at)
    for name in (*WORK, "publish"):
        if day := getattr(item.dates, name):
            setattr(dates, name, _later(day, by))
    state = "planned" if item.placing.state else ""
    placing = {"hours": item.placing.hours, "state": state}
    return {**given, "title": _title(plan, item.title), "dates": dates.model_dump(), "placing": placing}


def _title(plan: Plan, title: str) -> str:
    """The title with the next number that is free: The press breathes (2)."""
    bare = title.strip()
    head, _, tail = bare.rpartition(" (")
    if head and tail[:-1].isdigit() and tail.endswith(")"):
        bare = head
    if not bare:
        return ""
    taken = {one.title.strip() for one in plan.items}
    return next(found for n in count(2) if (found := f"{bare[:290]} ({n})") not in taken)


def repeated(plan: Plan, id_: str, every: int, times: int) -> tuple[Plan, list[str]]:
    """The piece so many times more, every so many weeks; they know that they belong together."""
    item = item_of(plan, id_)
    if item.dates.publish is None:
        raise Problem(say("{id} has no day yet: give it one, then repeat it.", id=id_))
    if not (1 <= every <= MOST and 1 <= times <= MOST):
        raise Problem(say("Weeks and times are numbers from 1 to {most}.", most=MOST))
    series = item.placing.series or id_
    plan = edit.put(plan, f"items/{id_}/placing", {"series": series})
    made: list[str] = []
    for n in range(1, times + 1):
        values = fresh(plan, item, WEEK * every * n)
        values["placing"]["series"] = series
        plan, new = edit.add(plan, "items", values, after=made[-1] if made else id_)
        made.append(new)
    return plan, made


def week_copied(plan: Plan, start: date, to: date) -> tuple[Plan, list[str]]:
    """What comes out in the week from the Monday `start`, once more in the week from `to`."""
    found = [one for one in plan.items if one.dates.publish and start <= one.dates.publish < start + WEEK]
    if start == to:
        raise Problem(say("Choose another week to copy to: this is the same one."))
    if not found:
        raise Problem(say("Nothing comes out in that week: there is nothing to copy."))
    made: dict[str, str] = {}
    for one in found:
        values = fresh(plan, one, to - start)
        plan, made[one.id] = edit.add(plan, "items", values)
    for one in found:  # whoever waited for a piece of that week waits for its copy
        after = [made[id_] for id_ in one.placing.after if id_ in made]
        if after:
            plan = edit.put(plan, f"items/{made[one.id]}/placing", {"after": after})
    return plan, list(made.values())


def without(plan: Plan, ids: list[str]) -> Plan:
    """The plan without these pieces, as far as they are there."""
    for id_ in ids:
        plan = edit.remove(plan, f"items/{id_}") if edit.is_there(plan, f"items/{id_}") else plan
    return plan
