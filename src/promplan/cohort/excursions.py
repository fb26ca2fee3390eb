"""Excursions: teams allocated to plant visits, with reasons, and what one more escort or date would bring.

| module | what it does |
|---|---|
| `excursion_file` | `excursions.json`: visits, wishes, classes, prices |
| `excursion_model` | who goes when: the program |
| `excursion_sheets` | the instructor's workbook, a sheet for each plant |

Never bent: places, escorts, protective equipment, days on which a team cannot, classes. Bent at a price, and told: a
wish, the plant's least group, a visit for every team.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from promplan.cohort.excursion_file import Excursions, Guests, Visit
from promplan.cohort.excursion_model import NONE, SAME, Allocation, Shut, allocate, rank, shut
from promplan.cohort.people import Cohort
from promplan.language import Words, say, say_many

MORE_SECONDS = 3.0  # for each question of one more
TRIED = 12  # of those questions at most, of either kind
FRESH = "one-more"  # the key of a date that does not exist


@dataclass(frozen=True)
class More:
    """What one more escort or date would bring: how much less giving way costs, and in words."""

    gain: float
    said: Words


@dataclass(frozen=True)
class Answer:
    """The allocation, why it bends what it bends, and what would help."""

    asked: Excursions
    cohort: Cohort
    allocation: Allocation
    reasons: tuple[Words, ...]
    more: tuple[More, ...]

    def group(self, visit: str) -> list[Guests]:
        """The teams that go there."""
        return [one for one in self.asked.teams if self.allocation.goes.get(one.team) == visit]

    def name(self, team: str) -> str:
        """A team as it is called."""
        return _name(self.cohort, team)


def answered(asked: Excursions, cohort: Cohort) -> Answer:
    """The whole answer; `asked` as `excursion_file.whole` gives it."""
    found = allocate(asked)
    reasons = (*_left(asked, cohort, found), *_short(asked, cohort, found), *_wishes(asked, cohort, found))
    return Answer(asked, cohort, found, reasons, tuple(_more(asked, cohort, found)))


def visit_said(one: Visit) -> Words:
    """A visit as a sentence names it."""
    return say("{plant}, {day} at {time}", plant=one.plant or one.id, day=one.day, time=f"{one.start:%H:%M}")


def _name(cohort: Cohort, team: str) -> str:
    found = cohort.team(team)
    return (found.name if found else "") or team


def _left(asked: Excursions, cohort: Cohort, found: Allocation) -> Iterator[Words]:
    for one in asked.teams:
        if one.team not in found.left:
            continue
        why = [_why(asked, one, visit, found) for visit in asked.visits]
        told: Words | str = why[0]
        for it in why[1:]:
            told = say("{one}; {other}", one=told, other=it)
        yield say("{team} goes nowhere: {why}.", team=_name(cohort, one.team), why=told)


def _why(asked: Excursions, team: Guests, visit: Visit, found: Allocation) -> Words:
    """Why a team is not at a visit."""
    barred = shut(team, visit, asked.classes)
    if barred is not None:
        return _barred(visit, team, barred)
    others = [one for one in asked.teams if found.goes.get(one.team) == visit.id and one.team != team.team]
    free = visit.room - sum(one.guests or 0 for one in others)
    where = visit_said(visit)
    if free < (team.guests or 0):
        many = say_many("{n} place is left", "{n} places are left", free) if free > 0 else say("no place is left")
        if visit.escorts * visit.each < visit.capacity:
            return say("{visit}: {left}, for want of escorts", visit=where, left=many)
        return say("{visit}: {left}", visit=where, left=many)
    for size, n in team.sizes.items():
        stock = visit.ppe.get(size, 0) - sum(one.sizes.get(size, 0) for one in others)
        if visit.ppe and stock < n:
            return say("{visit}: of “{size}” only {n} are left", visit=where, size=size, n=max(0, stock))
    return say("{visit}: it would cost the others more", visit=where)


def _barred(visit: Visit, team: Guests, barred: Shut) -> Words:
    where = visit_said(visit)
    if barred.why == "day":
        return say("{visit}: the team cannot on that day", visit=where)
    if barred.lesson is not None:
        hours = f"{barred.lesson.start:%H:%M}–{barred.lesson.end:%H:%M}"
        return say("{visit}: a class from {hours}", visit=where, hours=hours)
    if barred.why == "size":
        return say("{visit}: not enough of “{size}” for this team alone", visit=where, size=barred.detail)
    return say("{visit}: the team has {n}, the group may have {room}", visit=where, n=team.guests, room=visit.room)


def _short(asked: Excursions, cohort: Cohort, found: Allocation) -> Iterator[Words]:
    for visit in asked.visits:
        if (lacking := found.short.get(visit.id)) is None:
            continue
        yield say(
            "{visit}: the group is {n} smaller than the plant's least of {least}. Ask the plant whether it opens for "
            "{here}: teams that have no other date depend on it.",
            visit=visit_said(visit),
            n=lacking,
            least=visit.least,
            here=visit.least - lacking,
        )


def _wishes(asked: Excursions, cohort: Cohort, found: Allocation) -> Iterator[Words]:
    visits = {one.id: one for one in asked.visits}
    for one in asked.teams:
        there = found.goes.get(one.team)
        if there is None or not rank(one, there):
            continue
        why = _why(asked, one, visits[one.wishes[0]], found)
        if there in one.wishes:
            yield say(
                "{team} goes by its wish No. {n}, not by its first. {why}.",
                team=_name(cohort, one.team),
                n=1 + rank(one, there),
                why=why,
            )
        else:
            yield say("{team} goes where it did not wish to. {why}.", team=_name(cohort, one.team), why=why)


def _more(asked: Excursions, cohort: Cohort, found: Allocation) -> Iterator[More]:
    """What brings something, most first: an escort where escorts bind, another date at a plant."""
    if found.cost <= SAME or not found.proven:
        return  # nothing to mend; or what a longer search would find would pass for what an escort brings
    told: list[tuple[Excursions, Words]] = []
    for n, one in enumerate(asked.visits):
        if one.room < one.capacity and len(told) < TRIED:
            changed = [*asked.visits]
            changed[n] = one.model_copy(update={"escorts": one.escorts + 1})
            other = asked.model_copy(update={"visits": changed})
            told.append((other, say("One more escort ({visit})", visit=visit_said(one))))
    plants: dict[str, Visit] = {}
    for one in asked.visits:
        best = plants.get(one.plant)
        plants[one.plant] = one if best is None or one.room > best.room else best
    for plant, one in list(plants.items())[:TRIED]:
        # on a day on which everybody can
        fresh = one.model_copy(update={"id": FRESH, "day": one.day.replace(year=2199, month=12, day=31)})
        other = asked.model_copy(update={"visits": [*asked.visits, fresh]})
        told.append((other, say("One more date like the largest ({plant})", plant=plant or one.id)))
    gains = []
    for other, words in told:
        new = other.visits[-1]
        alike = {FRESH: [it.id for it in asked.visits if it.plant == new.plant]} if new.id == FRESH else NONE
        better = allocate(other, MORE_SECONDS, alike)
        if found.cost - better.cost > SAME:
            gains.append(More(found.cost - better.cost, _gained(words, cohort, found, better)))
    yield from sorted(gains, key=lambda it: -it.gain)


def _gained(words: Words, cohort: Cohort, before: Allocation, after: Allocation) -> Words:
    helped = [_name(cohort, one) for one in before.left if one not in after.left]
    if helped:
        return say("{what}: these would not stay behind: {teams}.", what=words, teams=", ".join(helped))
    least = sum(before.short.values()) - sum(after.short.values())
    if least > 0:
        return say("{what}: no plant would have to open for a smaller group.", what=words)
    return say("{what}: wishes would be met better.", what=words)
