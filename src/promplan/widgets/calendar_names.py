"""What the forms of the calendar call a channel, a member, a pillar, a day with its hour."""

from datetime import date, time

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.widgets.controls import begun
from promplan.widgets.spoken_days import WEEKDAYS, in_words

UNIT = "07-calendar"
EMPTY = say("(empty)")


def channel_named(plan: Plan, id_: str) -> str:
    """A channel's page or place; its id where it has none or is gone."""
    return next((one.name.strip() or one.id for one in plan.channels if one.id == id_), id_)


def member_named(plan: Plan, id_: str) -> str:
    """A member's name; the id where there is none."""
    return next((one.name.strip() or one.id for one in plan.team.members if one.id == id_), id_)


def pillar_named(plan: Plan, id_: str) -> str:
    """The beginning of what a pillar says, behind its id."""
    said = next((one.statement for one in plan.message.pillars if one.id == id_), "")
    return f"{id_} · {begun(said, 60)}" if said else id_


def on_day(day: date, at: time | None = None) -> Words:
    """A day as people say it, with its weekday, and its hour where it has one."""
    if at is None:
        return say("{weekday}, {day}", weekday=WEEKDAYS[day.weekday()], day=in_words(day))
    return say("{weekday}, {day}, {at}", weekday=WEEKDAYS[day.weekday()], day=in_words(day), at=f"{at:%H:%M}")
