"""The campaign's day for the panel's head: the date, which working day it is, the campaign, the answers still out."""

from datetime import date
from typing import Any

from promplan.days.workdays import Calendar, at_work, passed
from promplan.language import Words, say, say_in, say_many
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.widgets.spoken_days import WEEKDAYS

MONTHS = (
    say_in("month, short", "Jan"),
    say_in("month, short", "Feb"),
    say_in("month, short", "Mar"),
    say_in("month, short", "Apr"),
    say_in("month, short", "May"),
    say_in("month, short", "Jun"),
    say_in("month, short", "Jul"),
    say_in("month, short", "Aug"),
    say_in("month, short", "Sep"),
    say_in("month, short", "Oct"),
    say_in("month, short", "Nov"),
    say_in("month, short", "Dec"),
)


def clock(plan: Plan) -> dict[str, Any] | None:
    """The plan's own day in words; None while the plan has none."""
    day = letters.today(plan)
    if day is None:
        return None
    works = at_work(plan)
    begun = min(plan.meta.as_of or day, day)
    n = passed(begun, day, works) + 1
    title = str(say("{weekday}, day {n}", weekday=WEEKDAYS[day.weekday()], n=n))
    lines = [*_campaign(plan, day, works), *_awaited(plan)]
    return {
        "iso": day.isoformat(),
        "number": day.day,
        "month": str(MONTHS[day.month - 1]),
        "title": title[:1].upper() + title[1:],
        "told": " ".join(map(str, lines)),
    }


def _campaign(plan: Plan, day: date, works: Calendar) -> list[Words]:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if end is not None and day > end:
        return [say("The campaign is over.")]
    if start is None:
        return []
    if day >= start:
        return [say("The campaign is running.")]
    n = passed(day, start, works)
    return [say_many("Campaign in {n} working day.", "Campaign in {n} working days.", n)]


def _awaited(plan: Plan) -> list[Words]:
    n = sum(bool(one.sent) and not one.answer.state for one in plan.desk.requests)
    return [say_many("{n} answer is awaited.", "{n} answers are awaited.", n)] if n else []
