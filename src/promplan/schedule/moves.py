"""Moves of pieces: the day before and after, why the piece could not stay, and what taking only some of them does."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from promplan.days.placed import days_apart, monday
from promplan.language import Problem, Words, say, say_many
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.schedule.fitting import Asked

ITEMS = "items"
Spots = Mapping[str, tuple[int, str]]


@dataclass(frozen=True)
class Move:
    """A piece that would get another day: the one it has (None: it lies in the tray), the new one, and why."""

    item: str
    before: date | None
    day: date
    channel: str
    why: tuple[Words, ...]


def moved(plan: Plan, moves: Iterable[Move]) -> Plan:
    """The plan with moves taken; one whose piece has another day than it had is a `Problem`, and nothing is taken."""
    for one in moves:
        piece = next((it for it in plan.items if it.id == one.item), None)
        if piece is None or piece.dates.publish != one.before:
            raise Problem(say("{id} has changed since this was worked out. Work it out anew.", id=one.item))
        plan = edit.put(plan, f"{ITEMS}/{one.item}/dates", {"publish": one.day})
    return plan


def clashes(plan: Plan, moves: Iterable[Move]) -> list[Words]:
    """What stands too close in a plan because some moves were taken and others not."""
    rhythms = {one.channel: one for one in reversed(plan.calendar.rhythms)}
    taken, found = {one.item for one in moves}, []
    dated = sorted((one.dates.publish, one.id, one.channel) for one in plan.items if one.dates.publish and one.channel)
    for n, (here, id_, channel) in enumerate(dated):
        rhythm = rhythms.get(channel)
        apart = days_apart(rhythm) if rhythm else 1
        for there, other, its in dated[n + 1 :]:
            if (there - here).days >= apart:
                break
            if its == channel and taken & {id_, other}:
                found.append(
                    say(
                        "{id} and {other} now stand closer on their channel than it allows: {day} and {there}.",
                        id=id_,
                        other=other,
                        day=here,
                        there=there,
                    )
                )
    return found


def why_not(question: Asked, spots: Spots, id_: str) -> tuple[Words, ...]:
    """Why a piece does not stay on its day, in the schedule where the others stand as they do."""
    piece = next(one for one in question.plan.items if one.id == id_)
    if piece.dates.publish is None:
        return tuple(_at_last(question, spots, id_))
    found = [*_hard(question, spots, id_, piece.dates.publish)] or [*_soft(question, spots, id_, piece.dates.publish)]
    return tuple(found) or (say("where it stood, other rules would have been bent by more"),)


def _at_last(question: Asked, spots: Spots, id_: str) -> Iterator[Words]:
    """What a piece of the tray is given a day for."""
    yield say("it had no day")
    ready = question.ready[id_]
    if ready.latest is not None and ready.first and ready.first > question.start:
        yield say("it may come out from {day} only: {why}", day=ready.first, why=ready.latest.why)
    yield from _fills(question, spots, id_)


def _hard(question: Asked, spots: Spots, id_: str, day: date) -> Iterator[Words]:
    """What no price could buy: clearance, ends, closed days, order, neighbours, the most of a week."""
    ready, here = question.ready[id_], question.number(day)
    item = next(one for one in question.items if one.id == id_)
    if ready.first and ready.latest and day < ready.first:
        yield say("it may come out from {day} only: {why}", day=ready.first, why=ready.latest.why)
    elif item.earliest is not None and here < item.earliest and here >= 0:
        behind = _behind(question, spots, id_, day)
        yield behind or say("{day} is over, and it is not out yet", day=day)
    if ready.last and ready.until and day > ready.last:
        yield ready.until
    if not 0 <= here < question.rules.days:
        yield say("{day} lies outside of the campaign", day=day)
        return
    if day in question.blocked:
        yield say("nothing is published on {day}: {what}", day=day, what=question.blocked[day].words)
    elif (
        (order := _behind(question, spots, id_, day)) is not None
        and item.earliest is not None
        and here >= item.earliest
    ):
        yield order
    channel = spots[id_][1]
    rule = next(one for one in question.rules.channels if one.id == channel)
    near = [it for it, (n, its) in spots.items() if it != id_ and its == channel and abs(n - here) < rule.apart]
    if near:
        yield say("on the same channel there is, on that day or too close to it: {ids}", ids=", ".join(sorted(near)))
    week = question.rules.week_of(here)
    there = sum(it != id_ and its == channel and question.rules.week_of(n) == week for it, (n, its) in spots.items())
    if rule.most is not None and there >= rule.most:
        yield say_many(
            "its channel has its {n} piece in that week", "its channel has its {n} pieces in that week", rule.most
        )


def _behind(question: Asked, spots: Spots, id_: str, day: date) -> Words | None:
    """The piece that it has to come after, where that comes out no earlier than the day."""
    piece = next(one for one in question.plan.items if one.id == id_)
    dates = {one.id: one.dates.publish for one in question.plan.items}
    dates |= {it: question.day(n) for it, (n, _) in spots.items()}
    late = [(when, it) for it in piece.placing.after if (when := dates.get(it)) and when >= day]
    return say("it comes out after {id}, which is on {day}", id=max(late)[1], day=max(late)[0]) if late else None


def _soft(question: Asked, spots: Spots, id_: str, day: date) -> Iterator[Words]:
    """What has a price: the hours of a week, the rhythm of a channel."""
    rules, here = question.rules, question.number(day)
    week = rules.week_of(here)
    hours = {one.id: one.hours for one in question.items}
    capacity = rules.capacity(week)
    if capacity is not None and rules.week_of(spots[id_][0]) != week:
        full = hours[id_] + sum(hours[it] for it, (n, _) in spots.items() if it != id_ and rules.week_of(n) == week)
        if full > capacity:
            yield say(
                "the week from {day} would take {hours} h, and {most} h are there",
                day=monday(day),
                hours=full,
                most=capacity,
            )
    yield from _fills(question, spots, id_)


def _fills(question: Asked, spots: Spots, id_: str) -> Iterator[Words]:
    """The week and the channel that would lack a piece without it."""
    rules, (there, channel) = question.rules, spots[id_]
    week = rules.week_of(there)
    rule = next(one for one in rules.channels if one.id == channel)
    owed = rules.owed(week, rule)
    has = sum(its == channel and rules.week_of(n) == week for n, its in spots.values())
    if owed and has <= owed:
        first = max(question.start, monday(question.day(there)))
        yield say_many(
            "its channel wants {n} piece in the week from {day}",
            "its channel wants {n} pieces in the week from {day}",
            owed,
            day=first,
        )


__all__ = ["Move", "clashes", "moved", "why_not"]
