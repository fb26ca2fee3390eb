"""Net reach across channels that share people (unduplicated audience): an estimate between bounds, incremental reach.

Adding channels' audiences counts those who follow two of them twice. What is known about the overlap decides how
much can be said: nothing measured, random duplication; some pairs measured, an estimate that uses them, between bounds
that no arrangement of people could break.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.vehicles import Audiences, Pairs, audiences_of, pairs_of

__all__ = ["Incremental", "Pooled", "incremental_reach", "net_bounds", "pooled"]


@dataclass(frozen=True)
class Pooled:
    """Net reach of several channels, all in the unit of the audiences; low <= net <= high <= population.

    `low` and `high` follow from what was measured alone, without any assumption; `gross` counts everybody as often as
    channels reach them.

        >>> net = pooled({"vk": 30_000, "tg": 25_000, "site": 8_000}, 62_000, {("vk", "tg"): 12_000})
        >>> print(f"{net.net:,.0f} people, for certain {net.low:,.0f} to {net.high:,.0f}; {net.share:.0%} of the town")
        45,452 people, for certain 43,000 to 51,000; 73% of the town
        >>> print(f"adding up would count {net.counted_twice:,.0f} too many")
        adding up would count 17,548 too many
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


def pooled(audiences: Audiences, population: float, duplications: Pairs | None = None) -> Pooled:
    """The people whom at least one of the channels reaches.

    Nobody reached: Π q_i · Π q_ij / (q_i q_j) over the measured pairs, where q_i = 1 − A_i/P and
    q_ij = 1 − (A_i + A_j − d_ij)/P. For unmeasured pairs the second factor is 1: random duplication. For two channels
    this is exactly A + B − d; with nothing measured it is `reach.sainsbury`; for three or more it is the superposition
    approximation [kirkwood-1935]. It grows with every audience, falls with every duplication, and is held between

    * above, the population and Σ A_i − the heaviest spanning forest of measured d_ij [hunter-1976],
    * below, the largest audience, the largest measured pair, and, with all pairs measured, Dawson and Sankoff's bound
      [dawson-sankoff-1967], which is never under Σ A_i − Σ d_ij.

        >>> both = pooled({"vk": 30_000, "tg": 25_000}, 62_000, {("vk", "tg"): 12_000})
        >>> round(both.net), round(both.counted_twice), round(both.share, 3)
        (43000, 12000, 0.694)
        >>> pooled([0.3, 0.2], 1, {(1, 2): 0.05}).net
        0.45

    Args:
        audiences: A_i, people whom channel i reaches, each counted once; by name or in order.
        population: P, all people who count; in the unit of the audiences.
        duplications: d_ij, people in both channels, by pair of names or of numbers from 1, or in a matrix; only the
            pairs that are known.

    Raises:
        Problem: an audience above the population, an impossible duplication, or duplications that contradict
            each other.
    """
    people = checked.above_zero(population, say("Population"))
    given = audiences_of(audiences, people)
    pairs = {} if duplications is None else pairs_of(duplications, given, people)
    return _pooled(given.values, people, {pair: both for pair, both in pairs.items() if pair[0] != pair[1]})


def _pooled(sizes: Sequence[float], people: float, measured: Mapping[tuple[int, int], float]) -> Pooled:
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
    net = min(max(_estimate(sizes, people, measured), low), high) + 0.0  # no minus zero
    return Pooled(net, low, high, gross, people)


def net_bounds(audiences: Audiences, population: float, least: Pairs, most: Pairs) -> tuple[float, float]:
    """What net reach cannot be under and over, where of each pair only the ends of its duplication are known.

    As in `pooled`: below the largest audience, the largest pair with the most in common and, with all pairs given,
    Dawson and Sankoff's bound [dawson-sankoff-1967]; above Σ A_i − the heaviest spanning forest of the least in common
    [hunter-1976]. With both ends the same they are `Pooled.low` and `Pooled.high`.

        >>> net_bounds({"vk": 300, "tg": 200}, 1_000, least={("vk", "tg"): 0}, most={("vk", "tg"): 120})
        (380.0, 500.0)

    Args:
        least, most: people in both channels, at least and at most, by pair as in `pooled`.

    Raises:
        Problem: as `pooled`, but for contradictions between pairs: two of these numbers need not be true at once.
    """
    people = checked.above_zero(population, say("Population"))
    given = audiences_of(audiences, people)
    sizes, gross = given.values, math.fsum(given.values)
    fewest, mostly = (
        {pair: both for pair, both in pairs_of(one, given, people).items() if pair[0] != pair[1]}
        for one in (least, most)
    )
    low = max((0.0, *sizes, *(sizes[i] + sizes[j] - both for (i, j), both in mostly.items())))
    if len(mostly) == math.comb(len(sizes), 2):
        low = max(low, _dawson_sankoff(gross, math.fsum(mostly.values())))
    high = min(people, gross - _heaviest_forest(fewest, len(sizes)))
    return min(low, high), high


@dataclass(frozen=True)
class Incremental:
    """What one channel adds to the others; all in the unit of the audiences.

    alone: its own audience.
    exclusive: people whom it alone reaches, the net reach less that without it: what is lost if it is dropped.
    low, high: what the exclusive reach cannot be under and over, whatever is not measured.
    added: new people when the channels are taken in the order given; these add up to the net reach.

        >>> vk, tg = incremental_reach({"vk": 30_000, "tg": 25_000}, 62_000, {("vk", "tg"): 12_000})
        >>> print(f"without {tg.name} {tg.exclusive:,.0f} of its {tg.alone:,.0f} people are lost")
        without tg 13,000 of its 25,000 people are lost
    """

    name: str | int
    alone: float
    exclusive: float
    low: float
    high: float
    added: float


def incremental_reach(
    audiences: Audiences, population: float, duplications: Pairs | None = None
) -> tuple[Incremental, ...]:
    """Incremental (exclusive) reach of each channel: the people whom only it reaches, and whom it adds in its turn.

    Net reaches as in `pooled`; exact for two channels whose overlap is measured. The bounds follow from the pairs
    alone: of channel i's people at least A_i − Σ_j d_ij and at most A_i − max_j d_ij are in no other (Bonferroni; for
    an unmeasured pair what the two audiences allow and force [frechet-1935]).

        >>> for one in incremental_reach({"vk": 30, "tg": 25, "ok": 10}, 100, {("vk", "tg"): 12, ("tg", "ok"): 10}):
        ...     print(one.name, one.alone, round(one.exclusive, 1), one.low, one.high, round(one.added, 1))
        vk 30.0 18.0 8.0 18.0 30.0
        tg 25.0 6.0 3.0 13.0 13.0
        ok 10.0 0.0 0.0 0.0 0.0

    Raises:
        Problem: as `pooled`.
    """
    people = checked.above_zero(population, say("Population"))
    given = audiences_of(audiences, people)
    sizes, n = given.values, len(given.values)
    pairs = {} if duplications is None else pairs_of(duplications, given, people)
    measured = {pair: both for pair, both in pairs.items() if pair[0] != pair[1]}

    def net(members: Sequence[int]) -> float:
        turn = {place: new for new, place in enumerate(members)}
        known = {(turn[i], turn[j]): both for (i, j), both in measured.items() if i in turn and j in turn}
        return _pooled([sizes[place] for place in members], people, known).net

    everybody, found, before = net(range(n)), [], 0.0
    for i, (name, size) in enumerate(given):
        others = [j for j in range(n) if j != i]
        shared = [measured.get((min(i, j), max(i, j))) for j in others]
        most = math.fsum(min(size, sizes[j]) if both is None else both for j, both in zip(others, shared, strict=True))
        least = max(
            (
                max(0.0, size + sizes[j] - people) if both is None else both
                for j, both in zip(others, shared, strict=True)
            ),
            default=0.0,
        )
        low, high = max(0.0, size - most), size - least
        exclusive = min(max(everybody - net(others), low), high)
        now = max(before, net(range(i + 1)))
        found.append(Incremental(name, size, exclusive, low, high, now - before))
        before = now
    return tuple(found)


def _estimate(sizes: Sequence[float], people: float, measured: Mapping[tuple[int, int], float]) -> float:
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


def _heaviest_forest(measured: Mapping[tuple[int, int], float], channels: int) -> float:
    """The most duplication that can be taken off without taking anybody off twice (Kruskal's algorithm)."""
    tree = list(range(channels))
    taken = []
    for (i, j), both in sorted(measured.items(), key=lambda item: -item[1]):
        if tree[i] != tree[j]:
            old, new = tree[i], tree[j]
            tree = [new if one == old else one for one in tree]
            taken.append(both)
    return math.fsum(taken)
