"""What a piece of content shows: its shots and the people in them, on which kind of channel, on which day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from promplan.plan.consents import Person
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.shots import Shot

FILMED = ("video", "animation", "photo")


class Shown(NamedTuple):
    """A shot that a piece of content shows."""

    item: Item
    shot: Shot


def shown(plan: Plan) -> Iterator[Shown]:
    """The shots of each piece: those of its panels; where it has none yet, those that were planned for its idea."""
    shots = {one.id: one for one in plan.visit.shots}
    for item in plan.items:
        named = dict.fromkeys(panel.shot for panel in item.panels if panel.shot in shots)
        if not item.panels and item.idea and item.form in FILMED:
            named = dict.fromkeys(one.id for one in plan.visit.shots if item.idea in one.ideas)
        yield from (Shown(item, shots[id_]) for id_ in named if shots[id_].log.state != "missing")


def people(plan: Plan) -> list[tuple[Item, Person]]:
    """Who is shown in which piece of content, once each."""
    known = {one.id: one for one in plan.visit.people}
    found = {(it.item.id, id_): (it.item, known[id_]) for it in shown(plan) for id_ in it.shot.people if id_ in known}
    return list(found.values())


def media(plan: Plan, item: Item) -> str:
    """Paid, earned, shared or owned: the kind of its channel; empty while that is not said."""
    return next((one.media for one in plan.channels if one.id == item.channel), "")


def last_day(plan: Plan, item: Item) -> date | None:
    """The day by which all permissions must still hold: that of publishing, else the campaign's first."""
    return item.dates.publish or plan.meta.campaign_start
