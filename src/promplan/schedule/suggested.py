"""A suggested schedule: which piece goes where, why it cannot stay, which rules had to be bent, how good it is.

`promplan.media.slots` finds the calendar; what it does not know is added here. Pieces that come after others are put
behind them in rounds, each a question with one more bound; the first round's bound holds for all of them, so the gap
that is told is true. Hours of a person and silence on a channel are counted in the calendar that comes out.
"""

import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from promplan.days.placed import gaps, week_load
from promplan.language import Words, say, say_many
from promplan.media.slots import Item, Placement, place
from promplan.plan.document import Plan
from promplan.plan.items import Item as Piece
from promplan.schedule.fitting import WORTH, Asked, asked
from promplan.schedule.moves import Move, clashes, moved, why_not
from promplan.schedule.settled import settled

FIRST = 1.4  # seconds for a first answer: with what is written around it, it stands within two
LEAST = 0.15  # seconds below which no further round begins
ROUNDS = 6
TRIFLE = 0.05  # of a piece's worth
SAME = 1e-6  # of value and penalty together: a bound and an objective that differ by less are one
SHORT = 40  # signs of a name in a sentence


@dataclass(frozen=True)
class Suggestion:
    """A schedule.

    Args:
        moves: each piece that would get another day, by day. left: pieces without a place, and why.
        bent: rules that are bent in it. kept: pinned pieces that stand against a hard rule. aside: not asked about.
        proven: whether no better one exists; else `gap` says by how much one can be better, in the worth of pieces.
        ended: whether the search came to its end, so that more time brings nothing.
    """

    moves: tuple[Move, ...]
    left: Mapping[str, Words]
    bent: tuple[Words, ...]
    kept: Mapping[str, Words]
    aside: Mapping[str, Words]
    stay: int
    proven: bool
    gap: float
    ended: bool

    @property
    def words(self) -> Words:
        """How good it is for certain."""
        if self.proven:
            return say("No other schedule is better: that is proven.")
        if self.gap < TRIFLE:
            return say("No other schedule is better by more than a trifle: that is proven.")
        if self.ended:
            return say(
                "Another schedule may be better, by the worth of {n} pieces at most: what comes after what is put in "
                "order piece by piece.",
                n=round(self.gap, 1),
            )
        return say(
            "Another schedule may be better, by the worth of {n} pieces at most. Search on to find it, or to prove "
            "that there is none.",
            n=round(self.gap, 1),
        )


def suggest(plan: Plan, seconds: float = FIRST) -> Suggestion:
    """The best schedule that is found in so many seconds; pinned pieces stay.

    Raises:
        Problem: what is missing for it, see `fitting.asked`.
    """
    return answered(asked(plan), seconds)


def answered(question: Asked, seconds: float = FIRST) -> Suggestion:
    """The schedule that answers a question."""
    began = time.monotonic()
    loose: set[str] = set()
    items = _in_order(question, loose)
    found, bound = None, 0.0
    for n in range(ROUNDS):
        left = seconds - (time.monotonic() - began)
        if n and left < LEAST:
            break
        found = place(items, question.rules, question.penalties, seconds=max(LEAST, left * (0.7 if n == 0 else 0.9)))
        if found.unplaced and (freed := _freed(items, question, found) - loose):
            loose |= freed
            items = _in_order(question, loose)
            bound = 0.0
            continue
        bound = bound or found.bound
        torn = dict(_torn(question, found))
        if not torn or (stricter := _stricter(items, torn)) == items:
            break
        items = stricter
    assert found is not None
    return _told(question, found, bound or found.bound, items)


def _freed(items: tuple[Item, ...], question: Asked, found: Placement) -> set[str]:
    """Pieces without a place that have one only while nothing has to come out after them."""
    own = {one.id: one.deadline for one in question.items}
    out = {one.id for one in found.unplaced}
    return {one.id for one in items if one.id in out and one.deadline != own[one.id]}


def _in_order(question: Asked, loose: Collection[str]) -> tuple[Item, ...]:
    """The items with the bounds that follow from what comes after what; `loose` ones need not come before anything."""
    items = {one.id: one for one in _behind(question)}
    for piece in question.plan.items:
        if piece.id in question.movable or not piece.dates.publish:
            continue
        end = question.number(piece.dates.publish) - 1
        for id_ in piece.placing.after:
            one = items.get(id_)
            if one is None or one.frozen is not None or id_ in loose or end < max(0, one.earliest or 0):
                continue
            items[id_] = replace(one, deadline=end if one.deadline is None else min(end, one.deadline))
    return tuple(items.values())


def _behind(question: Asked) -> tuple[Item, ...]:
    """The items with the bounds that follow from what each comes after, before anything is placed."""
    pieces = {one.id: one for one in question.plan.items}
    there = {one.id: one for one in question.items}
    first = {id_: one.frozen[0] if one.frozen else one.earliest or 0 for id_, one in there.items()}
    for _ in there:  # as often as a chain can be long; a ring ends here too
        before = dict(first)
        for id_, one in there.items():
            if one.frozen is None:
                first[id_] = max([first[id_], *(it + 1 for it in _firsts(question, pieces[id_], first))])
        if first == before or max(first.values()) > question.rules.days:
            break
    return tuple(one if one.frozen else replace(one, earliest=first[one.id]) for one in question.items)


def _firsts(question: Asked, piece: Piece, first: Mapping[str, int]) -> Iterator[int]:
    """The first days of what a piece comes after, where they are known."""
    for id_ in piece.placing.after:
        if id_ in first:
            yield first[id_]
        elif (other := _piece(question.plan, id_)) is not None and other.dates.publish:
            yield question.number(other.dates.publish)


def _piece(plan: Plan, id_: str) -> Piece | None:
    return next((one for one in plan.items if one.id == id_), None)


def _torn(question: Asked, found: Placement) -> Iterator[tuple[str, int]]:
    """Pieces that come before what they should come after: each with the first day that would be right."""
    days = {one.id: one.day for one in found.placed}
    for piece in question.plan.items:
        if piece.id in question.movable and piece.id in days:
            behind = [days[it] for it in piece.placing.after if it in days]
            if behind and days[piece.id] <= max(behind):
                yield piece.id, max(behind) + 1


def _stricter(items: tuple[Item, ...], torn: Mapping[str, int]) -> tuple[Item, ...]:
    """The items, those of a torn order with a later first day, as long as a day is left for them."""

    def later(one: Item) -> Item:
        if one.id not in torn or (one.deadline is not None and torn[one.id] > one.deadline):
            return one
        return replace(one, earliest=max(one.earliest or 0, torn[one.id]))

    return tuple(map(later, items))


def _told(question: Asked, found: Placement, bound: float, items: tuple[Item, ...]) -> Suggestion:
    spots = settled(question, items, {one.id: (one.day, one.channel) for one in found.placed})
    pieces = {one.id: one for one in question.plan.items}
    moves = []
    for id_, (n, channel) in sorted(spots.items(), key=lambda one: one[1][0]):
        before, there = pieces[id_].dates.publish, question.day(n)
        if id_ in question.movable and before != there:
            moves.append(Move(id_, before, there, channel, why_not(question, spots, id_)))
    gap = max(0.0, bound - found.objective)
    proven = gap <= SAME * (found.value + found.penalty)
    after = moved(question.plan, moves)
    return Suggestion(
        tuple(moves),
        {one.id: _named(question, one.reason.what) for one in found.unplaced},
        (*_bent(question, found), *_order(question, spots), *clashes(after, moves), *_counted(question.plan, after)),
        question.kept,
        question.aside,
        len(question.movable) - len(moves) - len(found.unplaced),
        proven,
        gap / WORTH,
        found.proven,
    )


def _bent(question: Asked, found: Placement) -> Iterator[Words]:
    """The soft rules that are bent: hours, rhythm, shares; a day that a piece could not keep is told with its move."""
    for one in found.reasons:
        if "hook" in one.what.template:
            continue
        yield _named(question, one.what)


def _named(question: Asked, what: Words) -> Words:
    """A sentence of the slots with the names of channels and pillars, and the Monday of its week."""
    plan = question.plan
    known = {one.id: f"{one.name[:SHORT]} ({one.id})" if one.name else one.id for one in plan.channels}
    known |= {one.id: f"{one.id}: {one.statement[:SHORT]}" if one.statement else one.id for one in plan.message.pillars}
    values = dict(what.values)
    for name in ("channel", "pillar", "channels"):
        if isinstance(it := values.get(name), str):
            values[name] = known.get(it, it)
    if isinstance(week := values.get("week"), int):
        first = max(question.rules.days_of(week - 1)[0], 0)
        values["week"] = say("{n} (from {day})", n=week, day=question.day(first))
    return replace(what, values=values)


def _order(question: Asked, spots: Mapping[str, tuple[int, str]]) -> Iterator[Words]:
    """Pieces that stand before what they should come after."""
    days = {one.id: one.dates.publish for one in question.plan.items}
    days |= {id_: question.day(n) for id_, (n, _) in spots.items()}
    for one in question.plan.items:
        here = days[one.id]
        for id_ in one.placing.after:
            other = days.get(id_)
            if here and other and here <= other and one.id not in question.aside:
                yield say(
                    "{id} should come out after {other} and does not ({day}): thaw one of them, or drop the order.",
                    id=one.id,
                    other=id_,
                    day=here,
                )


def _counted(plan: Plan, after: Plan) -> Iterator[Words]:
    """What no single piece shows: hours of a person in a week, days on which a channel is silent."""
    most = plan.calendar.person_hours
    names = {one.id: one.name or one.id for one in plan.team.members}
    past = {one.id for one in after.items if one.placing.state == "out"}
    if most is not None:
        for load in week_load(after):
            if past.issuperset(load.items):  # that week has been: nobody can be given anything of it
                continue
            for who, hours in load.of.items():
                if who and hours > most:
                    yield say(
                        "{name} has {hours} h in the week from {day}, and {most} h at most: give a piece to somebody "
                        "else.",
                        name=names.get(who, who),
                        hours=hours,
                        day=load.week,
                        most=most,
                    )
    called = {one.id: one.name or one.id for one in plan.channels}
    for gap in gaps(after):
        if gap.long:
            yield say_many(
                "{channel} is silent for {n} day from {day}, and {most} are allowed: make one more piece for it.",
                "{channel} is silent for {n} days from {day}, and {most} are allowed: make one more piece for it.",
                gap.days,
                channel=called.get(gap.channel, gap.channel),
                day=gap.first,
                most=gap.most,
            )


__all__ = ["FIRST", "Suggestion", "answered", "suggest"]
