"""Work that arrived at once, as far as the hand-ins tell. Shown to the instructor, and no verdict.

A plan's file holds no clock: the history and the backups beside it stay on the team's computer, and the dates of files
are not trusted. What can be known: which records stood in an earlier hand-in already, and what the plan counts of the
team's own tries (each press of Check after a change) and of its answers to quizzes. Of a plan that was handed in
once nobody can say when it was written, and that is what is said then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from promplan.cohort.both import both
from promplan.cohort.record import OnceRow
from promplan.language import Words, say, say_many
from promplan.plan import tree
from promplan.plan.document import Plan

MOST = 12  # hand-ins of a team that are looked at, the last ones


@dataclass(frozen=True)
class HandIn:
    """A plan that was handed in: the team's n-th, when it came, and the ids of its records."""

    n: int
    received: datetime | None
    ids: frozenset[str]


def handed(n: int, received: datetime | None, plan: Plan) -> HandIn:
    """What is kept of a hand-in for the comparison."""
    return HandIn(n, received, frozenset(one.id for one in tree.records(plan)))


def at_once(plan: Plan, hand_ins: Sequence[HandIn]) -> tuple[OnceRow, ...]:
    """What is known of when the work came: by hand-in, by tries, by answers."""
    return (*_by_hand_in(hand_ins), _tries(plan), _answers(plan))


def _by_hand_in(hand_ins: Sequence[HandIn]) -> list[OnceRow]:
    rows = sorted(hand_ins, key=lambda one: one.n)[-MOST:]
    if len(rows) < 2:
        said = say("One plan was handed in: when its parts were written, nothing in it tells.")
        return [OnceRow("hand-ins", 0.0, both(said))]
    steps = []
    for before, after in pairwise(rows):
        new, all_ = len(after.ids - before.ids), len(after.ids)
        said = say(
            "Between plan {a} ({when}) and plan {b} ({then}): {n} of {all} records are new.",
            a=before.n, when=_when(before), b=after.n, then=_when(after), n=new, all=all_,
        )  # fmt: skip
        steps.append(OnceRow("hand-ins", new / all_ if all_ else 0.0, both(said)))
    return steps


def _when(one: HandIn) -> Words:
    if one.received is None:
        return say("no date")
    return say("{day} at {time}", day=one.received.date(), time=f"{one.received:%H:%M}")


def _tries(plan: Plan) -> OnceRow:
    tries = {name: n for name, n in plan.answers.tries.items() if not name.endswith("/look") and n}
    if not tries:
        return OnceRow("tries", 0.0, both(say("The plan keeps no press of Check.")))
    said = say_many(
        "Check was pressed {all} times after a change, in {n} exercise.",
        "Check was pressed {all} times after a change, in {n} exercises.",
        len(tries),
        all=sum(tries.values()),
    )
    return OnceRow("tries", 0.0, both(said))


def _answers(plan: Plan) -> OnceRow:
    n = len(plan.answers.given)
    said = say_many("{n} answer to quizzes and guesses is kept.", "{n} answers to quizzes and guesses are kept.", n)
    return OnceRow("answers", 0.0, both(said))
