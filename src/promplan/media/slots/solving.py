"""Solving the program with HiGHS (scipy.optimize.milp) within a limit of time, and a bound that needs no solver.

One call for the whole program. A search in parts before it (a large neighbourhood search, [shaw-1998]) was tried and
given up: on a year's calendars it was ahead as often as behind, and took twice as long where HiGHS alone proves the
best (tests/bench/test_slots.py has such calendars).
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from promplan.media.slots.model import Model, Vector
from promplan.media.slots.question import Question

__all__ = ["Found", "ceiling", "presolves", "solved"]

PRESOLVE = 12e-6  # seconds of HiGHS' presolve for each number in the matrix: 11.4 of 390,000, 10.2 of 620,000


@dataclass(frozen=True)
class Found:
    """What the solver found: columns if it found any, and a cost that no calendar falls below."""

    columns: Vector | None
    bound: float


def presolves(model: Model, seconds: float) -> bool:
    """Whether there is time to simplify the program first: at most half of the seconds that were asked for.

    HiGHS looks at no clock meanwhile. Told from the size alone, and by no clock of ours, so that a question which is
    solved in its time has one answer on every machine.
    """
    return bool(PRESOLVE * model.matrix.nnz <= seconds / 2)


def solved(model: Model, seconds: float, gap: float, presolve: bool = True) -> Found:
    """The best calendar that was found within so many seconds, and how good any can be.

    Args:
        model: the program.
        seconds: limit for the solver; with 0 or less it is not started.
        gap: relative gap at which it may stop; 0 asks for a proof.
        presolve: whether it simplifies the program first.
    """
    if seconds <= 0:
        return Found(None, -np.inf)
    scale = np.abs(model.cost[: model.used]).max(initial=0.0) or 1.0  # the solver's tolerances are absolute
    answer = milp(
        model.cost / scale,
        integrality=model.integral,
        bounds=Bounds(0, model.upper),
        constraints=LinearConstraint(model.matrix, model.low, model.high),
        options={"time_limit": seconds, "mip_rel_gap": gap, "presolve": presolve},
    )
    bound = -np.inf if answer.mip_dual_bound is None else answer.mip_dual_bound * scale
    if answer.x is None:
        return Found(None, bound)
    columns = np.array(answer.x)
    columns[: model.left] = np.round(columns[: model.left])
    return Found(columns, bound)


def ceiling(question: Question) -> float:
    """An objective that no calendar passes, without solving anything: every item where it brings most."""
    total = 0.0
    for item in question.items:
        if item.frozen is not None:
            total += item.worth(item.frozen)
            continue
        bonus = max((item.hooks.get(day, 0.0) for day in question.open_days(item)), default=None)
        out = -question.penalties.unplaced
        best = out if bonus is None else bonus + max(item.plain(channel) for channel in question.channels_of(item))
        total += max(best, out)
    return total
