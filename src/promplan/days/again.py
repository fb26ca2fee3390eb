"""When a published piece has to be looked at again: the day that the team set, and the days on which something ends.

A piece stays where it was published. What is in it does not: a fact is valid until a day, its clearance holds until a
day, so does a licence, and so does the consent of somebody who is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.shown import shown

PAPERS = ("image", "data", "dissemination")


@dataclass(frozen=True)
class Again:
    """A day on which a piece is looked at again.

    Args:
        item: the piece. day: the day, the last on which all is still well.
        why: what ends on it; for the day that the team set, that it did.
        object: what ends: a fact, a right, a person; the piece itself for the team's own day.
    """

    item: str
    day: date
    why: Words
    object: str

    @property
    def own(self) -> bool:
        """Did the team set it?"""
        return self.object == self.item


def look_again(plan: Plan) -> tuple[Again, ...]:
    """Every such day of the pieces that have a day to come out, by day; what ended before is no matter of this."""
    dated = [one for one in plan.items if one.dates.publish]
    found = [it for one in dated for it in (*_own(one), *ends(plan, one))]
    return tuple(sorted(found, key=lambda one: one.day))


def _own(one: Item) -> Iterator[Again]:
    if day := one.placing.look_again:
        yield Again(one.id, day, say("a look at it was promised"), one.id)


def ends(plan: Plan, item: Item) -> list[Again]:
    """What ends on the day on which a piece comes out or later, by day."""
    publish = item.dates.publish
    if publish is None:
        return []
    found = [one for one in (*_facts(plan, item), *_rights(item), *_people(plan, item)) if one.day >= publish]
    return sorted(found, key=lambda one: one.day)


def _facts(plan: Plan, item: Item) -> Iterator[Again]:
    used = {*item.facts, *(id_ for line in item.script for id_ in line.facts)}
    for one in plan.enterprise.facts:
        if one.id in used:
            if one.valid_until:
                yield Again(item.id, one.valid_until, say("{id} is valid no longer", id=one.id), one.id)
            if one.clearance.state == "cleared" and one.clearance.until:
                yield Again(item.id, one.clearance.until, say("{id} is cleared no longer", id=one.id), one.id)


def _rights(item: Item) -> Iterator[Again]:
    for one in item.rights:
        if one.until:
            yield Again(item.id, one.until, say("the licence of {id} ends", id=one.id), one.id)


def _people(plan: Plan, item: Item) -> Iterator[Again]:
    seen = {id_ for it in shown(plan) if it.item.id == item.id for id_ in it.shot.people}
    for one in plan.visit.people:
        until = [paper.until for name in PAPERS if (paper := getattr(one, name)).state == "given" and paper.until]
        if one.id in seen and until:
            yield Again(item.id, min(until), say("a consent of {id} ends", id=one.id), one.id)
