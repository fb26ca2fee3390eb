"""Which plan of a team counts: the newest by the day on which it came, else the one that goes furthest; and why."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any

from promplan.cohort.register import Taken
from promplan.language import Words, day, say
from promplan.plan import tree
from promplan.plan.document import Plan

ID = re.compile(r"([A-Z]+)(\d+)")


def reach(plan: Plan) -> int:
    """How far a plan has come: the highest number of every kind of its ids, together.

    A number is given once and the next one is higher, so that a later state of a plan has never a smaller sum.
    """
    highest: dict[str, int] = defaultdict(int)
    for one in tree.records(plan):
        if found := ID.fullmatch(one.id):
            highest[found[1]] = max(highest[found[1]], int(found[2]))
    return sum(highest.values())


def settle(taken: list[Taken]) -> list[Taken]:
    """The same entries, each with whether it counts and why."""
    teams: dict[str, list[Taken]] = defaultdict(list)
    for one in taken:
        teams[one.team].append(one)
    return [_settled(one, teams[one.team]) for one in taken]


def _settled(one: Taken, team: list[Taken]) -> Taken:
    first = next(it for it in team if it.n == one.n)
    kinds = {it.n: it for it in reversed(team)}  # each kept plan once, as it first came
    counting = max(kinds.values(), key=_order(list(kinds.values())))
    if one is not first:
        why: Words = say("the same plan as number {n}, which is kept", n=one.n)
    elif len(kinds) == 1:
        why = say("the only one")
    elif one.n == counting.n:
        why = _why(counting, [it for it in kinds.values() if it.n != counting.n])
    else:
        why = say("older than number {n}, which counts", n=counting.n)
    return one.model_copy(update={"counts": one is first and one.n == counting.n, "why": str(why)[:300]})


def _order(kinds: list[Taken]) -> Callable[[Taken], Any]:
    if all(one.received for one in kinds):
        return lambda it: (it.received, it.reach, it.n)
    return lambda it: (it.reach, it.n)


def _why(one: Taken, others: list[Taken]) -> Words:
    """Why it counts, against the others."""
    if one.received is None or not all(it.received for it in others):
        if one.reach > max(it.reach for it in others):
            return say("the furthest of {n}: not all of them have a date", n=len(others) + 1)
        return say("the last of {n} that was met: nothing tells which is newer, so look at both", n=len(others) + 1)
    newest = max(it.received for it in others if it.received)
    if one.received > newest:
        when = say("the newest of {n}: it came on {when}", n=len(others) + 1, when=_moment(one.received))
        if any(it.reach > one.reach for it in others):
            return say("{why}; an older one holds more, so look at both", why=when)
        return when
    return say("of one date, the furthest of {n}", n=len(others) + 1)


def _moment(when: datetime) -> str:
    return f"{day(when.date())}, {when:%H:%M}"
