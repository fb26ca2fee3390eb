"""Net reach of channels that share people: everybody counted once, the population as the ceiling.

Adding channels' audiences counts those who follow two of them twice. What is known about the overlap decides how
much can be said: nothing measured, random duplication; some pairs measured, an estimate that uses them, between bounds
that no arrangement of people could break.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.duplication import Pairs, audiences_of, pairs_of


@dataclass(frozen=True)
class Pooled:
    """Net reach of several channels, all in the unit of the audiences; low <= net <= high <= population.

    `low` and `high` follow from what was measured alone, without any assumption; `gross` counts everybody as often as
    channels reach them.
    """

    net: float
    low: float
    high: float
    gross: float
    population: float

    @property
    def share(self) -> float:
        """Net reach as a share of the population."""
        return self.net / self.population

    @property
    def counted_twice(self) -> float:
        """What adding the audiences would count too much, gross − net."""
        return self.gross - self.net


def pooled(audiences: Sequence[float], population: float, duplications: Pairs | None = None) -> Pooled:
    """The people whom at least one of the channels reaches.

    Nobody reached: Π q_i · Π q_ij / (q_i q_j) over the measured pairs, where q_i = 1 − A_i/P and
    q_ij = 1 − (A_i + A_j − d_ij)/P. For unmeasured pairs the second factor is 1: random duplication. For two channels
    this is exactly A + B − d; with nothing measured it is `reach.sainsbury`; for three or more it is the superposition
    approximation (Kirkwood 1935). It grows with every audience, falls with every duplication, and is held between

    * above, the population and Σ A_i − the heaviest spanning forest of measured d_ij (Hunter 1976),
    * below, the largest audience, the largest measured pair, and, with all pairs measured, Dawson and Sankoff's bound
      (1967), which is never under Σ A_i − Σ d_ij.

    Args:
        audiences: A_i, people whom channel i reaches, each counted once.
        population: P, all people who count; in the unit of the audiences.
        duplications: d_ij, people in both channels, by pair (i, j) counted from 0; only the pairs that are known.

    Raises:
        Problem: an audience above the population, an impossible duplication, or duplications that contradict
            each other.
    """
    people = checked.above_zero(population, say("Population"))
    sizes = audiences_of(audiences, people)
    measured = {pair: both for pair, both in pairs_of(duplications or {}, sizes, people).items() if pair[0] != pair[1]}
    gross = math.fsum(sizes)
    low = max((0.0, *sizes, *(sizes[i] + sizes[j] - both for (i, j), both in measured.items())))
    if len(measured) == math.comb(len(sizes), 2):
        low = max(low, _dawson_sankoff(gross, math.fsum(measured.values())))
    high = min(people, gross - _heaviest_forest(measured, len(sizes)))
    if low > high + 1e-9 * people:
        raise Problem(
            say(
                "These overlaps contradict each other: together the channels would reach at least {low} and at most "
                "{high} people. Measure all pairs on the same people and days.",
                low=low,
                high=high,
            )
        )
    low = min(low, high)
    return Pooled(min(max(_estimate(sizes, people, measured), low), high), low, high, gross, people)


def _estimate(sizes: Sequence[float], people: float, measured: Pairs) -> float:
    if any(size >= people for size in sizes):
        return people
    missed = [math.log1p(-size / people) for size in sizes]
    nobody = math.fsum(missed)
    for (i, j), both in measured.items():
        left = 1 - (sizes[i] + sizes[j] - both) / people
        if left <= 0:
            return people  # the two channels alone reach everybody
        nobody += math.log(left) - missed[i] - missed[j]
    return -people * math.expm1(min(0.0, nobody))


def _dawson_sankoff(gross: float, both: float) -> float:
    """The sharpest lower bound from the sums over single channels and over pairs: valid for every whole k from 1 up."""
    if gross == 0:
        return 0.0
    k = 1 + math.floor(2 * both / gross)
    return 2 * gross / (k + 1) - 2 * both / (k * (k + 1))


def _heaviest_forest(measured: Pairs, channels: int) -> float:
    """The most duplication that can be taken off without taking anybody off twice (Kruskal's algorithm)."""
    tree = list(range(channels))
    taken = []
    for (i, j), both in sorted(measured.items(), key=lambda item: -item[1]):
        if tree[i] != tree[j]:
            old, new = tree[i], tree[j]
            tree = [new if one == old else one for one in tree]
            taken.append(both)
    return math.fsum(taken)
