"""What if a clearance comes n days later: which pieces have to move, where to, and what that costs.

Only what must move does: pieces whose day would come before the clearance, and those that come out after them; all
others stay. So what is told to move and to cost is the delay's doing. Costs are counted, never priced: days of delay,
pieces without a day, weeks below a channel's rhythm or above the team's hours, days of silence.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from promplan.days.cleared import Ready, readiness
from promplan.days.placed import HELD, cadence, gaps, week_load
from promplan.language import Words, say, say_many
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.schedule.fitting import asked
from promplan.schedule.moves import Move, moved
from promplan.schedule.suggested import FIRST, answered

FAR = 366  # days of a delay that are asked about at most
ROUNDS = 8  # how far a delay is followed from piece to piece


@dataclass(frozen=True)
class Slip:
    """What a delay does.

    Args:
        moves: the pieces that move, by day. lost: those that find no day any more, and why.
        risky: pieces that are pinned or already told, and would come out before their clearance.
        cost: what it costs, a line each. slack: after how many days the first piece would have to move, and which.
        unknown: pieces that wait for something whose day nobody knows, and for what.
        early: pieces that stand before their clearance already, without any delay; they are no delay's doing.
    """

    days: int
    moves: tuple[Move, ...]
    lost: Mapping[str, Words]
    risky: tuple[str, ...]
    cost: tuple[Words, ...]
    slack: tuple[int, str] | None
    unknown: Mapping[str, Words]
    early: tuple[str, ...] = ()


def slip(plan: Plan, days: int, of: Collection[str], seconds: float = FIRST) -> Slip:
    """What happens where all of `of` (ids of `cleared.slipping`) come so many days later.

    Raises:
        Problem: what is missing for a schedule, see `fitting.asked`.
    """
    began = time.monotonic()
    now = readiness(plan)
    then = {id_: one.slipped(days, of) for id_, one in now.items()}
    dated = {one.id: one.dates.publish for one in plan.items if one.dates.publish and one.placing.state != HELD}
    late = {id_ for id_, day in dated.items() if _late(then[id_], day) and not _late(now[id_], day)}
    pinned = {one.id for one in plan.items if one.placing.pinned or one.placing.state == "out"}
    moving = late - pinned
    found = None
    for _ in range(ROUNDS):
        found = answered(asked(plan, then, moving), max(0.2, seconds - (time.monotonic() - began)))
        if not (more := _pulled(plan, found.moves) - moving - pinned):
            break
        moving |= more
    assert found is not None
    after = _without(moved(plan, found.moves), found.left)
    return Slip(
        days,
        found.moves,
        found.left,
        tuple(sorted(late & pinned, key=lambda one: dated[one])),
        tuple(_cost(plan, after, found.moves, found.left)),
        _slack(now, dated, of),
        {id_: why for id_, one in now.items() if (why := _unknown(one)) is not None},
        tuple(sorted((id_ for id_, day in dated.items() if _late(now[id_], day)), key=lambda one: dated[one])),
    )


def _late(ready: Ready, day: date) -> bool:
    """Would the piece come out before it may?"""
    return ready.first is not None and day < ready.first


def _pulled(plan: Plan, moves: Collection[Move]) -> set[str]:
    """Pieces that came out after a piece that moves, and no longer would."""
    days = {one.id: one.dates.publish for one in plan.items}
    new = days | {one.item: one.day for one in moves}
    gone = {one.item for one in moves}
    found = set()
    for one in plan.items:
        here, was = new[one.id], days[one.id]
        for id_ in one.placing.after:
            there, before = new.get(id_), days.get(id_)
            if id_ in gone and here and there and was and before and was > before and here <= there:
                found.add(one.id)
    return found


def _slack(now: Mapping[str, Ready], dated: Mapping[str, date], of: Collection[str]) -> tuple[int, str] | None:
    """After how many days of delay the first piece would have to move: one day more than it has left."""
    found = []
    for id_, day in dated.items():
        firsts = [one.day for one in now[id_].waits if one.slips and one.of in of and one.day]
        if firsts and (left := (day - max(firsts)).days) >= 0:
            found.append((left + 1, id_))
    return min(found) if found else None


def _unknown(ready: Ready) -> Words | None:
    return next((one.why for one in ready.waits if one.day is None), None)


def _without(plan: Plan, lost: Collection[str]) -> Plan:
    """The plan without the days of pieces that find none any more."""
    for id_ in lost:
        plan = edit.put(plan, f"items/{id_}/dates", {"publish": None})
    return plan


def _cost(before: Plan, after: Plan, moves: Collection[Move], lost: Collection[str]) -> Iterator[Words]:
    if moves:
        delay = sum((one.day - one.before).days for one in moves if one.before)
        yield say_many(
            "{n} piece moves, by {days} days in all.", "{n} pieces move, by {days} days in all.", len(moves), days=delay
        )
    if lost:
        yield say_many(
            "{n} piece finds no day before the campaign ends.",
            "{n} pieces find no day before the campaign ends.",
            len(lost),
        )
    if not moves and not lost:
        yield say("No piece has to move.")
        return
    yield from _more(_lacking(before), _lacking(after), _say_lacking)
    yield from _more(_over(before), _over(after), _say_over)
    yield from _more(_silent(before), _silent(after), _say_silent)


def _more(before: float, after: float, told: Callable[[float], Words]) -> Iterator[Words]:
    if after > before:
        yield told(after - before)


def _lacking(plan: Plan) -> int:
    return sum(max(0, one.least - one.n) for one in cadence(plan))


def _over(plan: Plan) -> float:
    most = plan.calendar.week_hours
    return 0.0 if most is None else sum(max(0.0, one.hours - most) for one in week_load(plan))


def _silent(plan: Plan) -> int:
    return sum(one.days - (one.most or 0) for one in gaps(plan) if one.long)


def _say_lacking(n: float) -> Words:
    return say_many(
        "{n} piece more is lacking in the rhythm of the channels.",
        "{n} pieces more are lacking in the rhythm of the channels.",
        int(n),
    )


def _say_over(n: float) -> Words:
    return say("{n} h more lie above the hours of a week.", n=round(n, 1))


def _say_silent(n: float) -> Words:
    return say_many(
        "{n} day more of silence than the channels allow.", "{n} days more of silence than the channels allow.", int(n)
    )
