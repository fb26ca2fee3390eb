"""When a published piece has to be looked at again: the day that the team set, and the days on which something ends.

A piece stays where it was published. What is in it does not: a fact is valid until a day, its clearance holds until a
day, so does a licence, and so does the consent of somebody who is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from promplan.language import Words, say
from promplan.plan.consents import Person
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.items import Item
from promplan.plan.shown import shown

PAPERS = ("image", "data", "dissemination")


@dataclass(frozen=True)
class Again:
    """A day on which a piece is looked at again.

    Args:
        item: the piece. day: the day, the last on which all is still well.
        why: what holds until that day, as a noun; for a day that the team set, that it was promised.
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
    own = [it for one in plan.items if one.dates.publish for it in _own(one)]
    return tuple(sorted([*own, *(it for rows in ends(plan).values() for it in rows)], key=lambda one: one.day))


def _own(one: Item) -> Iterator[Again]:
    if day := one.placing.look_again:
        yield Again(one.id, day, say("a look that was promised"), one.id)


def ends(plan: Plan) -> dict[str, list[Again]]:
    """For each piece that has a day to come out: what ends on that day or later, by day."""
    seen: dict[str, set[str]] = {}
    for it in shown(plan):
        seen.setdefault(it.item.id, set()).update(it.shot.people)
    facts, people = {one.id: one for one in plan.enterprise.facts}, {one.id: one for one in plan.visit.people}
    found = {}
    for one in plan.items:
        if publish := one.dates.publish:
            used = {*one.facts, *(id_ for line in one.script for id_ in line.facts)}
            rows = [it for id_ in used if id_ in facts for it in _fact(one.id, facts[id_])]
            rows += _rights(one)
            rows += [it for id_ in seen.get(one.id, ()) if id_ in people for it in _person(one.id, people[id_])]
            found[one.id] = sorted((it for it in rows if it.day >= publish), key=lambda it: (it.day, it.object))
    return found


def _fact(item: str, one: Fact) -> Iterator[Again]:
    if one.valid_until:
        yield Again(item, one.valid_until, say("fact {id}", id=one.id), one.id)
    if one.clearance.state == "cleared" and one.clearance.until:
        yield Again(item, one.clearance.until, say("the clearance of {id}", id=one.id), one.id)


def _rights(item: Item) -> Iterator[Again]:
    for one in item.rights:
        if one.until:
            yield Again(item.id, one.until, say("the licence {id}", id=one.id), one.id)


def _person(item: str, one: Person) -> Iterator[Again]:
    until = [paper.until for name in PAPERS if (paper := getattr(one, name)).state == "given" and paper.until]
    if until:
        yield Again(item, min(until), say("a consent of {id}", id=one.id), one.id)
