"""Solving the model with HiGHS (scipy.optimize.milp): whole if it is small, in parts and then whole if it is large.

In a large calendar the bound is the easy half: the linear relaxation is solved in a second and mostly equals the
optimum. What is hard is a calendar that reaches it. So a first calendar is mended part by part, each part solved
exactly with all else fixed (fix and optimise, a large neighbourhood search after Shaw 1998), until it reaches the bound
or the parts are through; then the whole program has what is left of the time.

The parts are always the same ones in the same order, and no clock is read here: every call of the solver has its share
of the seconds as a limit. So the same question has the same answer unless a limit is reached.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from promplan.media.slots.greedy import first_calendar
from promplan.media.slots.model import Model, Vector

LARGE = 6000  # columns from which a model is solved in parts first
WEEKS = 6  # weeks planned anew together
PARTS = 4  # sets into which the items are cut, each planned anew over the whole time
ROUNDS = 2  # how often the sets are planned anew, cut differently
LONGER = 2  # a set of items has so many times the seconds of a group of weeks
SHARES = (0.1, 0.5, 0.4)  # of the seconds, in a large model: for the bound, the parts, the whole
CLOSE = 1e-9  # a calendar that is so near the bound, relatively, has reached it

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Found:
    """What the solver found: columns if it found any, and a cost that no calendar falls below."""

    columns: Vector | None
    bound: float


@dataclass(frozen=True)
class Part:
    """What is planned anew together: these items, or, if `items` is None, all that stand in these weeks or nowhere."""

    items: frozenset[int] | None
    weeks: frozenset[int]
    length: int  # its share of the time, in parts

    def free(self, model: Model, columns: Vector) -> Mask:
        """The columns that may change."""
        items = self.items
        if items is None:
            now = {option.item: option.week for option, y in zip(model.options, columns, strict=False) if y > 0.5}
            items = frozenset(n for n in range(len(model.question.items)) if n not in now or now[n] in self.weeks)
        free = np.zeros(model.columns, bool)
        free[model.over :] = True
        free[[model.left + n for n in items]] = True
        free[: model.used] = [option.item in items and option.week in self.weeks for option in model.options]
        for week in self.weeks:
            days = model.question.rules.days_of(week)
            free[model.day(days.start, 0) : model.day(days.stop, 0)] = True
        return free


def best(model: Model, seconds: float, gap: float) -> tuple[Vector, float]:
    """The best calendar found, the first one if need be, and a cost that none falls below.

    Args:
        model: the program.
        seconds: limit for all calls of the solver together.
        gap: relative gap at which the search may stop.
    """
    columns, bound, left = model.write(first_calendar(model.question)), model.floor, seconds
    everything = np.ones(model.columns, bool)
    if model.columns > LARGE:
        for_bound, for_parts, left = (share * seconds for share in SHARES)
        bound = max(bound, _run(model, everything, columns, for_bound, gap, pieces=True).bound)
        columns = _mended(model, columns, bound, for_parts, gap)
    if _reached(model, columns, bound, gap):
        return columns, bound
    found = _run(model, everything, columns, left, gap)
    return _better(model, found.columns, columns), max(bound, found.bound)


def _cost(model: Model, columns: Vector) -> float:
    return float(model.cost @ columns)


def _better(model: Model, new: Vector | None, old: Vector) -> Vector:
    return old if new is None or _cost(model, new) >= _cost(model, old) else new


def _reached(model: Model, columns: Vector, bound: float, gap: float) -> bool:
    return _cost(model, columns) - bound <= max(gap, CLOSE) * abs(bound)


def _mended(model: Model, columns: Vector, bound: float, seconds: float, gap: float) -> Vector:
    """The calendar with its parts planned anew, one after the other."""
    parts = list(_parts(model.question.rules.weeks, len(model.question.items)))
    share = seconds / sum(part.length for part in parts)
    for part in parts:
        if _reached(model, columns, bound, gap):
            break
        found = _run(model, part.free(model, columns), columns, share * part.length, 0.0)
        columns = _better(model, found.columns, columns)
    return columns


def _parts(weeks: int, items: int) -> Iterator[Part]:
    """Weeks side by side, each twice; weeks far apart; then sets of items, cut differently in each round."""
    for first in range(0, max(1, weeks - WEEKS // 2), WEEKS // 2):
        yield Part(None, frozenset(range(first, min(weeks, first + WEEKS))), 1)
    stride = -(-weeks // WEEKS)
    for first in range(stride):
        yield Part(None, frozenset(range(first, weeks, stride)), 1)
    for number in range(ROUNDS):
        # multiples of a number prime to items + 1 mix the items, and differently in each round
        step = next(n for n in range(7919 + 104 * number, 10**6) if math.gcd(n, items + 1) == 1)
        mixed = [n * step % (items + 1) - 1 for n in range(1, items + 1)]
        for first in range(PARTS):
            yield Part(frozenset(mixed[first::PARTS]), frozenset(range(weeks)), LONGER)


def _run(model: Model, free: Mask, fixed: Vector, seconds: float, gap: float, pieces: bool = False) -> Found:
    """The program in its free columns, the others as they stand in `fixed`; rows without a free column drop out.

    With `pieces`, items and days may be cut into pieces: the linear relaxation, a bound and no calendar.
    """
    matrix = model.matrix[:, free]
    rows = np.diff(matrix.indptr) > 0
    rest = (model.matrix @ np.where(free, 0.0, fixed))[rows]
    scale = np.abs(model.cost[: model.used]).max() or 1.0  # the solver's tolerances are absolute
    answer = milp(
        model.cost[free] / scale,
        integrality=np.zeros(free.sum()) if pieces else model.integral[free],
        bounds=Bounds(0, model.upper[free]),
        constraints=LinearConstraint(matrix[rows], model.low[rows] - rest, model.high[rows] - rest),
        options={"time_limit": max(seconds, 0.01), "mip_rel_gap": gap},
    )
    if pieces:
        return Found(None, answer.fun * scale if answer.status == 0 else -np.inf)
    bound = -np.inf if answer.mip_dual_bound is None else answer.mip_dual_bound * scale
    if answer.x is None:
        return Found(None, bound)
    columns = np.array(fixed)
    columns[free] = answer.x
    columns[: model.left] = np.round(columns[: model.left])
    return Found(columns, bound)
