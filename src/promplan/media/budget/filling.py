"""Water-filling: the split that gives every channel the same return on its last rouble, found by the price of money.

At a price λ each channel takes money until its next rouble brings only λ; the dearer money is, the less is taken, so
the one λ at which all channels together take the total is found by a bracketed search. With concave curves that is the
optimum [karush-1939] [kuhn-tucker-1951]; "water-filling": [gallager-1968].

Every answer comes with a **ceiling** (weak duality): at any price λ no split brings more than Σ max(r_i(b) − λb) +
λ·total. A poor search makes it loose, never wrong.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from promplan.media.budget.curves import Array
from promplan.media.budget.envelope import Envelope

__all__ = ["Filling"]

ROUNDS = 250  # of the search for the price at most; ten are the rule
NARROW = 4 * float(np.finfo(np.float64).eps)  # as near as the search may come to a price, as a part of it
EXACT = 1e-14  # of the total: sums of money closer than that are the same
CHEAPEST = -1e300  # the logarithm of a price that is as good as nothing


@dataclass(frozen=True)
class Filling:
    """A split, the logarithm of its price of money, what it brings, and what no split within its bounds exceeds."""

    money: Array
    y: float
    value: float
    ceiling: float


def fill(envelope: Envelope, total: float) -> Filling:
    """Split `total` so that the envelopes' sum is largest.

    Args:
        total: roubles, from the sum of the lower bounds up; what exceeds that of the upper bounds is not spent.
    """
    low, high = envelope.low, envelope.high
    if math.fsum(low.tolist()) >= total:
        value = envelope.value(low)
        return Filling(low, math.inf, value, value)
    if math.fsum(high.tolist()) <= total:
        value = envelope.value(high)
        return Filling(high, -math.inf, value, value)
    money, y = _priced(envelope, total)
    value, asked = envelope.value(money), envelope.demand(y)[0]
    ceiling = envelope.value(asked) + math.exp(y) * (total - math.fsum(asked.tolist()))
    return Filling(money, y, value, max(value, ceiling))


def _priced(envelope: Envelope, total: float) -> tuple[Array, float]:
    """The split and the logarithm of the price at which just the total is taken."""
    low, high = envelope.low, envelope.high
    free = high > low
    # dearer than `upper` nobody takes more than an equal share, cheaper than `lower` everybody takes all
    share = np.minimum(low + (total - math.fsum(low.tolist())) / np.count_nonzero(free), high)
    upper = float(np.max(envelope.slope(share)[free])) + 1
    lower = max(CHEAPEST, float(np.min(envelope.slope(high)[free])) - 1)
    fewest, most = envelope.demand(upper)[0], high

    # the money taken jumps at the slope of every straight piece: between which two of them does the price lie?
    chords = np.unique(envelope.chord[np.isfinite(envelope.chord)])
    while len(chords := chords[(chords > lower) & (chords < upper)]):
        y = float(chords[len(chords) // 2])
        at_least, at_most = envelope.demand(y)
        if np.sum(at_least) > total:
            lower, most = y, at_least
        elif np.sum(at_most) < total:
            upper, fewest = y, at_most
        else:
            return _shared(envelope, at_least, at_most, total), y

    # between them it does not: Brent's root search [brent-1973] between the two prices
    def miss(y: float) -> float:
        return float(np.sum(envelope.demand(y)[0])) - total

    if miss(lower) > 0 > miss(upper):
        y = float(brentq(miss, lower, upper, xtol=1e-300, rtol=NARROW, maxiter=ROUNDS, disp=False))
        taken = envelope.demand(y)[0]
        over = float(np.sum(taken)) - total
        if abs(over) <= EXACT * total:
            return _shared(envelope, taken, taken, total), y
        # the price is as near as floats get: the answer lies between what is taken on either side of it
        near = NARROW * max(1.0, abs(y))
        most, fewest = envelope.demand(max(lower, y - near))[0], envelope.demand(min(upper, y + near))[0]
    else:
        y = upper
    return _shared(envelope, fewest, most, total), y


def _shared(envelope: Envelope, fewest: Array, most: Array, total: float) -> Array:
    """At one price channels take anything from `fewest` to `most`: the split between the two that spends the total.

    Straight pieces are taken one after the other, so that at most one channel comes to rest inside its own.
    """
    b = fewest.copy()
    rest = total - math.fsum(b.tolist())
    for n in np.flatnonzero((most > fewest) & (envelope.chord > -np.inf)).tolist():
        step = min(rest, float(most[n] - fewest[n]))
        b[n] += step
        rest -= step
    room = np.where(envelope.chord > -np.inf, 0.0, most - b)
    flow = float(np.sum(room))
    if flow > 0:
        b = b + room * min(1.0, max(0.0, rest) / flow)
    # what rounding has left over or lent, shared by those between their bounds as they have money
    give = np.where((b > envelope.low) & (b < envelope.high), b - envelope.low, 0.0)
    rest, whole = total - math.fsum(b.tolist()), float(np.sum(give))
    if whole > abs(rest):
        b = b + give * (rest / whole)
    return np.clip(b, envelope.low, envelope.high)
