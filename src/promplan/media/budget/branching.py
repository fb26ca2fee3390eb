"""The best split when a curve is not concave: branch and bound over concave envelopes [falk-soland-1969].

Water-filling on the envelopes sets a ceiling, and at most one channel comes to rest inside the straight piece of its
envelope, where the curve lies below. That channel's money is cut in two at this place; between narrower bounds the
envelopes fit more closely and the ceiling falls. The part with the highest ceiling is always cut next, until the best
split found and the highest ceiling left agree to `ENOUGH`.

The search is bounded in cuts, not in time, so that the same question always gets the same answer; the gap left is
stated. The more channels, the less it matters [starr-1969]: it is never more than one channel's own
distance from its envelope.
"""

import heapq
import math
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from promplan.media.budget.curves import Array
from promplan.media.budget.envelope import Envelope
from promplan.media.budget.filling import Filling, fill

__all__ = ["Best"]

ENOUGH = 1e-10  # of what is at stake: ceiling and answer closer than that are the same
CUTS = 500
NUMBERS = 200_000  # channels × cuts at most, so that ten thousand channels are cut 20 times


@dataclass(frozen=True)
class Best:
    """The best split found, the logarithm of its price of money, what it brings, and what no split exceeds."""

    money: Array
    y: float
    value: float
    ceiling: float


def best_split(envelope: Envelope, total: float) -> Best:
    """The best split that is found of `total`, at least the sum of the lower bounds; with concave curves *the* best."""
    root = fill(envelope, total)
    best, enough = root, ENOUGH * (root.ceiling - envelope.value(envelope.low))
    if root.ceiling - root.value <= enough:
        return Best(root.money, root.y, root.value, root.ceiling)
    alike, spent = _alike(envelope), min(total, math.fsum(envelope.high.tolist()))
    for side in _sides(envelope, root):
        if _holds(side, spent):
            best = max(best, fill(side, spent), key=lambda one: one.value)
    order, parts = count(1), [(-root.ceiling, 0, envelope, root)]
    for _ in range(min(CUTS, NUMBERS // len(alike))):
        if not parts or -parts[0][0] - best.value <= enough:
            break
        _, _, whole, answer = heapq.heappop(parts)
        for part in _halves(whole, answer, alike):
            if not _holds(part, spent):
                continue
            found = fill(part, spent)
            if found.value > best.value:
                best = found
            ceiling = min(found.ceiling, answer.ceiling)
            heapq.heappush(parts, (-ceiling, next(order), part, found))
    return Best(best.money, best.y, best.value, max([best.value, *(-part[0] for part in parts[:1])]))


def _halves(whole: Envelope, answer: Filling, alike: NDArray[np.intp]) -> list[Envelope]:
    """Two parts of the bounds, cut where a curve lies furthest below its envelope.

    Of channels that are alike in everything an earlier one never gets less than a later one: without that, every
    exchange of two of them would have to be ruled out by itself.
    """
    n = int(np.argmax(whole.shortfall(answer.money)))
    cut, same, places = answer.money[n], alike == alike[n], np.arange(len(alike))
    fewer = np.where(same & (places >= n), np.minimum(whole.high, cut), whole.high)
    more = np.where(same & (places <= n), np.maximum(whole.low, cut), whole.low)
    return [whole.within(whole.low, fewer), whole.within(more, whole.high)]


def _sides(whole: Envelope, answer: Filling) -> list[Envelope]:
    """Every channel kept at the end of its straight piece where it is; the one inside its piece at either end.

    A good answer to begin with, and with many channels as good as the best.
    """
    b = answer.money
    sides = []
    for inside_up in (False, True):
        up = np.where((b > whole.first) & (b < whole.last), inside_up, b >= whole.last)
        bent = whole.chord > -np.inf
        low, high = np.where(bent & up, whole.last, whole.low), np.where(bent & ~up, whole.first, whole.high)
        sides.append(whole.within(low, high))
    return sides


def _holds(part: Envelope, spent: float) -> bool:
    """Can so much be spent within the bounds?"""
    return math.fsum(part.low.tolist()) <= spent <= math.fsum(part.high.tolist())


def _alike(envelope: Envelope) -> NDArray[np.intp]:
    """For each channel the place of the first that has the same curve and the same bounds."""
    first: dict[object, int] = {}
    asked = zip(envelope.curves.list, envelope.low.tolist(), envelope.high.tolist(), strict=True)
    return np.array([first.setdefault(one, n) for n, one in enumerate(asked)], dtype=np.intp)
