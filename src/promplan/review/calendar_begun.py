"""Has the team begun its calendar? Until then the rules of unit 7 see nothing. And what their sentences call things."""

from collections.abc import Sequence

from promplan.language import Words
from promplan.plan.calendar import Calendar
from promplan.plan.document import Plan
from promplan.plan.placing import Placing

UNIT = "07-calendar"


def begun(plan: Plan) -> bool:
    """Does anything stand in the calendar's card, or in the place of a piece?"""
    return plan.calendar != Calendar(by=plan.calendar.by) or any(one.placing != Placing() for one in plan.items)


def channel_name(plan: Plan, id_: str) -> str:
    """What a channel is called; its id while it has no name."""
    return next((one.name.strip() for one in plan.channels if one.id == id_), "") or id_


def member_name(plan: Plan, id_: str) -> str:
    """What a member is called; the id while there is no name."""
    return next((one.name.strip() for one in plan.team.members if one.id == id_), "") or id_


def listed(parts: Sequence[Words]) -> Words:
    """Some words one after another, each said in the reader's language."""
    return Words(", ".join(f"{{p{n}}}" for n in range(len(parts))), {f"p{n}": one for n, one in enumerate(parts)})
