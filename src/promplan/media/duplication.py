"""Audience duplication between vehicles: net reach by Agostini and Metheringham from measured duplications.

Where nothing was measured, `reach.sainsbury` is the honest start; for one vehicle see `accumulation`.

Audiences, duplications and population share one unit: people, thousands, or shares with a population of 1. A pair of
vehicles is written by their names, ("vk", "tg"), where audiences are given by name, else (1, 2), counted from 1; the
order does not matter. ("vk", "vk") is one vehicle's duplication between two of its own insertions. A square matrix of
all pairs does as well, with these in its diagonal (`vehicles`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.accumulation import Beta
from promplan.media.reach import Distribution, limited
from promplan.media.vehicles import Audiences, Pairs, Vehicles, audiences_of, pairs_of, times_of

__all__ = ["AGOSTINI", "Metheringham", "agostini", "duplication", "metheringham"]

AGOSTINI = 1.125  # fitted by Agostini to French magazines; other media need a constant of their own
_ROUNDING = 1e-9  # a reach that falls by so little has not fallen


def duplication(first: float, second: float, together: float, population: float) -> float:
    """The people whom two vehicles share, A + B − (net reach of both), in the unit of the audiences.

        >>> duplication(30_000, 25_000, together=43_000, population=62_000)
        12000.0

    Raises:
        Problem: a number that is none, an audience above the population, or a net reach that no people could give.
    """
    people = checked.above_zero(population, say("Population"))
    audiences = audiences_of((first, second), people)
    net = checked.amount(together, say("Net reach of both vehicles"))
    both = math.fsum(audiences.values) - net
    least = 0.0 if abs(both) <= _ROUNDING * people else both  # rounding lends nobody
    return pairs_of({(1, 2): least}, audiences, people)[0, 1]


def agostini(audiences: Audiences, duplications: Pairs, population: float, k: float = AGOSTINI) -> float:
    """Net reach of several vehicles with one insertion each, A² / (A + K·D), in the unit of the audiences.

    A = Σ A_i, D = Σ_{i<j} d_ij [agostini-1961]. An empirical curve, exact for no plan: it is held between the largest
    audience and the smaller of A and the population. (mediaPlanR gives the name to another formula, step-by-step random
    duplication with a coefficient.)

        >>> shared = {("vk", "tg"): 10, ("vk", "ok"): 8, ("tg", "ok"): 9}
        >>> round(agostini({"vk": 30, "tg": 25, "ok": 20}, shared, population=100), 2)
        53.38

    Args:
        audiences: A_i; give a vehicle once for each of its insertions.
        duplications: d_ij of every pair, by names or numbers from 1.
        population: P.
        k: Agostini's constant, fitted to magazines.

    Raises:
        Problem: an audience above the population, a pair that is missing or impossible, or k not above 0.
    """
    people = checked.above_zero(population, say("Population"))
    given = audiences_of(audiences, people)
    sizes, measured = given.values, pairs_of(duplications, given, people)
    k = checked.above_zero(k, say("Agostini's constant"))
    gross = math.fsum(sizes)
    if gross == 0:
        return 0.0
    both = math.fsum(_measured(measured, i, j, given) for j in range(len(sizes)) for i in range(j))
    return float(max(*sizes, min(people, gross**2 / (gross + k * both))))


_Measured = dict[tuple[int, int], float]


@dataclass(frozen=True)
class Metheringham:
    """What Metheringham's averages give.

    `audience` and `duplication` are the weighted means, `two` the reach of two average insertions (all in the unit of
    the audiences), `warnings` what should make one distrust the figure.

        >>> shared = {("vk", "vk"): 300, ("vk", "tg"): 280}
        >>> plan = metheringham({"vk": 500, "tg": 550}, {"vk": 2, "tg": 1}, shared, population=1000)
        >>> print(f"an average insertion: {plan.audience:.0f} people, shares {plan.duplication:.0f} with the next")
        an average insertion: 517 people, shares 287 with the next
        >>> print(f"reach {plan.distribution.reach:.3f}, warnings: {len(plan.warnings)}")
        reach 0.858, warnings: 0
    """

    audience: float
    duplication: float
    two: float
    beta: Beta
    distribution: Distribution
    warnings: tuple[Words, ...]


def metheringham(audiences: Audiences, insertions: Audiences, duplications: Pairs, population: float) -> Metheringham:
    """Contacts with several vehicles and several insertions each: one average vehicle, then beta-binomial.

    Ā = Σ n_i A_i / N; d̄ = Σ w_ij d_ij / Σ w_ij with w_ii = C(n_i, 2) and w_ij = n_i n_j; A2 = 2 Ā − d̄; then
    `Beta.from_reach(Ā/P, A2/P)` over N insertions [metheringham-1964]. An average hides which vehicles
    overlap: log-linear and canonical models are more exact [danaher-1991], and reach may even fall when an insertion is
    added, which `warnings` then say.

        >>> audiences, insertions = {"vk": 500, "tg": 550}, {"vk": 2, "tg": 1}
        >>> shared = {("vk", "vk"): 300, ("vk", "tg"): 280}
        >>> round(metheringham(audiences, insertions, shared, population=1000).distribution.reach, 3)
        0.858

    Args:
        audiences: A_i, of one insertion.
        insertions: n_i, two or more in all.
        duplications: d_ij for every two vehicles used, and d_ii for every vehicle with two insertions or more.
        population: P.

    Raises:
        Problem: see above; a pair that is needed and missing; A2 outside the domain of the beta-binomial.
    """
    people = checked.above_zero(population, say("Population"))
    given = audiences_of(audiences, people)
    times = times_of(insertions, given)
    if limited(sum(times)) < 2:
        raise Problem(
            say("Duplication needs two insertions or more. For a single one, its reach is the audience of the vehicle.")
        )
    measured = pairs_of(duplications, given, people, within=True)
    audience, duplication = _averages(given, times, measured)
    two = 2 * audience - duplication
    try:
        beta = Beta.from_reach(audience / people, two / people)
    except Problem as problem:
        raise Problem(
            say("The average of these vehicles leaves what the model can do. {why}", why=problem.what)
        ) from problem
    distribution = beta.over(sum(times))
    warnings = _distrust(given, times, measured, people, distribution.reach)
    return Metheringham(audience, duplication, two, beta, distribution, tuple(warnings))


def _averages(given: Vehicles, times: Sequence[int], measured: _Measured) -> tuple[float, float]:
    """The mean audience and the mean duplication, weighted by insertions and by pairs of insertions."""
    n = sum(times)
    used = [i for i, one in enumerate(times) if one]
    weighted = [
        (times[i] * times[j] if i < j else math.comb(times[i], 2)) * _measured(measured, i, j, given)
        for j in used
        for i in used
        if i < j or (i == j and times[i] > 1)
    ]
    return math.fsum(map(math.prod, zip(given.values, times, strict=True))) / n, math.fsum(weighted) / math.comb(n, 2)


def _distrust(given: Vehicles, times: Sequence[int], measured: _Measured, people: float, reach: float) -> list[Words]:
    """What shows that the average has gone wrong: a part of the plan that would reach more than the whole."""
    found = []
    largest = max(size for size, one in zip(given.values, times, strict=True) if one) / people
    if reach < largest:
        found.append(
            say(
                "The model reaches {reach}, less than the {largest} of the largest vehicle alone: the vehicles differ "
                "too much for an average. Take the larger figure, or random duplication.",
                reach=round(reach, 4),
                largest=round(largest, 4),
            )
        )
    for vehicle, one in enumerate(times):
        if not one or sum(times) < 3:
            continue
        fewer = [n - (i == vehicle) for i, n in enumerate(times)]
        audience, duplication = _averages(given, fewer, measured)
        try:
            without = Beta.from_reach(audience / people, (2 * audience - duplication) / people).reach(sum(fewer))
        except Problem:
            continue  # the smaller plan has no estimate to compare with
        if without > reach + _ROUNDING:
            found.append(
                say(
                    "With one insertion less in vehicle {n} the model reaches {without}, with it {reach}. "
                    "An insertion cannot lose people: here the average misleads.",
                    n=given.called[vehicle],
                    without=round(without, 4),
                    reach=round(reach, 4),
                )
            )
    return found


def _measured(measured: _Measured, i: int, j: int, given: Vehicles) -> float:
    if (i, j) in measured:
        return measured[i, j]
    one, other = given.called[i], given.called[j]
    if i == j:
        raise Problem(
            say(
                "Vehicle {i} has several insertions, but its duplication between two of them is missing. "
                "Add the pair {pair}, or take random duplication.",
                i=one,
                pair=repr((one, one)),
            )
        )
    raise Problem(
        say(
            "The duplication of vehicles {i} and {j} is missing. "
            "Measure it, or take the random one: the product of the two audiences over the population.",
            i=one,
            j=other,
        )
    )
