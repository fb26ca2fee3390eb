"""The concave envelope of each curve between its bounds: the least concave function that is nowhere below the curve.

A concave curve is its own envelope. For an S-shaped curve it is the tangent drawn from the lower bound, then the curve;
for one that turns up at its far end the curve, then the chord to the upper bound; either way one straight piece.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from promplan.media.budget.curves import Array, Curves

__all__ = ["Envelope"]

STEPS = 60  # of the search for a tangent at most; four to eight are the rule


@dataclass(frozen=True)
class Envelope:
    """The envelopes of all curves; every array has one entry per channel, in roubles, low <= high, both finite.

    `first` and `last` are the ends of a channel's straight piece and `chord` the logarithm of its slope; a channel
    without one has first = last = high and a chord of −∞.
    """

    curves: Curves
    low: Array
    high: Array
    first: Array
    last: Array
    chord: Array

    def demand(self, y: float) -> tuple[Array, Array]:
        """The money that each channel takes at the price exp(y): at least, and at most.

        The two differ where a straight piece has just this slope: the channel then takes anything in between.
        """
        b = np.clip(self.curves.inverse(y), self.low, self.high)
        fewer, more = np.minimum(b, self.first), np.maximum(b, self.last)
        return np.where(y < self.chord, more, fewer), np.where(y <= self.chord, more, fewer)

    def slope(self, b: Array) -> Array:
        """The logarithm of the envelopes' slope."""
        straight = (b >= self.first) & (b <= self.last) & (self.chord > -np.inf)
        return np.where(straight, self.chord, self.curves.log_marginal(b))

    def shortfall(self, b: Array) -> Array:
        """How far each curve lies below its envelope at b; 0 outside the straight pieces."""
        short = np.zeros(len(b))
        places = np.flatnonzero((b > self.first) & (b < self.last))
        if len(places):
            curves, first, last = self.curves.at(places.tolist()), self.first[places], self.last[places]
            start, end = curves.value(first), curves.value(last)
            line = start + (end - start) * (b[places] - first) / (last - first)
            short[places] = np.maximum(0.0, line - curves.value(b[places]))
        return short

    def value(self, b: Array) -> float:
        """What a split brings in all, on the curves themselves."""
        return math.fsum(self.curves.value(b).tolist())

    def within(self, low: Array, high: Array) -> "Envelope":
        """The envelopes between narrower bounds; what has not changed is not drawn again."""
        changed = np.flatnonzero((low != self.low) | (high != self.high))
        first, last, chord = self.first.copy(), self.last.copy(), self.chord.copy()
        drawn = drawn_between(self.curves.at(changed.tolist()), low[changed], high[changed])
        first[changed], last[changed], chord[changed] = drawn.first, drawn.last, drawn.chord
        return Envelope(self.curves, low, high, first, last, chord)


def drawn_between(curves: Curves, low: Array, high: Array) -> Envelope:
    """The envelopes of curves between their bounds."""
    first, last, chord = high.copy(), high.copy(), np.full(len(low), -np.inf)
    free = high > low
    rises = free & (curves.concave_from > low)  # convex first: a tangent from the lower bound
    turns = free & ~rises & (curves.concave_to < high)  # convex last: a chord to the upper bound
    odd = np.flatnonzero(rises | turns)
    if len(odd):
        touch, chord[odd] = _tangent(curves.at(odd.tolist()), low[odd], high[odd], rises[odd])
        first[odd] = np.where(rises[odd], low[odd], touch)
        last[odd] = np.where(rises[odd], touch, high[odd])
    return Envelope(curves, low, high, first, last, chord)


def _tangent(curves: Curves, low: Array, high: Array, rises: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Where the straight piece meets the concave part, and the logarithm of its slope.

    From the anchor, the fixed end of the piece, the steepest chord is wanted for an S and the flattest for a curve that
    turns up. Dinkelbach's method [dinkelbach-1967]: go where the curve is as steep as the chord so far; it converges
    like Newton's, from one side.
    """
    anchor = np.where(rises, low, high)
    start = np.where(rises, np.clip(curves.concave_from, low, high), low)
    end = np.where(rises, high, np.clip(curves.concave_to, low, high))
    base, touch = curves.value(anchor), np.where(rises, end, start)

    def steepness(t: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.log(np.abs(curves.value(t) - base)) - np.log(np.abs(t - anchor))

    y = steepness(touch)
    for _ in range(STEPS):
        further = np.clip(curves.inverse(y), start, end)
        better = steepness(further)
        gains = np.where(rises, better > y, better < y)
        if not gains.any():
            break
        touch, y = np.where(gains, further, touch), np.where(gains, better, y)
    return touch, y
