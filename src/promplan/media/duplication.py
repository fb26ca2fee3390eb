"""Several vehicles and the people they share two by two: Agostini and Metheringham, from measured duplications.

Where nothing was measured, `reach.sainsbury` is the honest start; for one vehicle see `accumulation`.

Audiences, duplications and population share one unit: people, thousands, or shares with a population of 1. A pair of
vehicles is written (0, 1), counted from 0 in either order; (0, 0) is one vehicle's duplication between two of its own
insertions. Messages count vehicles from 1.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.accumulation import Beta
from promplan.media.reach import Distribution, limited

Pairs = Mapping[tuple[int, int], float]

AGOSTINI = 1.125  # fitted by Agostini to French magazines; other media need a constant of their own
_ROUNDING = 1e-9  # of the population: what published, rounded audiences may miss a bound by


def agostini(audiences: Sequence[float], duplications: Pairs, population: float, k: float = AGOSTINI) -> float:
    """Net reach of several vehicles with one insertion each, A² / (A + K·D), in the unit of the audiences.

    A = Σ A_i, D = Σ_{i<j} d_ij. J. M. Agostini, How to estimate unduplicated audiences, J. of Advertising Research
    1(3), 1961. An empirical curve, exact for no plan: it is held between the largest audience and the smaller of A and
    the population. (mediaPlanR gives the name to another formula, step-by-step random duplication with a coefficient.)

    Args:
        audiences: A_i; give a vehicle once for each of its insertions.
        duplications: d_ij of every pair i < j.
        population: P.
        k: Agostini's constant, fitted to magazines.

    Raises:
        Problem: an audience above the population, a pair that is missing or impossible, or k not above 0.
    """
    people = checked.above_zero(population, say("Population"))
    sizes = audiences_of(audiences, people)
    measured = pairs_of(duplications, sizes, people)
    k = checked.above_zero(k, say("Agostini's constant"))
    gross = math.fsum(sizes)
    if gross == 0:
        return 0.0
    both = math.fsum(_measured(measured, i, j) for j in range(len(sizes)) for i in range(j))
    return max(max(sizes), min(people, gross**2 / (gross + k * both)))


@dataclass(frozen=True)
class Metheringham:
    """What Metheringham's averages give.

    `audience` and `duplication` are the weighted means, `two` the reach of two average insertions (all in the unit of
    the audiences), `warnings` what should make one distrust the figure.
    """

    audience: float
    duplication: float
    two: float
    beta: Beta
    distribution: Distribution
    warnings: tuple[Words, ...]


def metheringham(
    audiences: Sequence[float], insertions: Sequence[int], duplications: Pairs, population: float
) -> Metheringham:
    """Contacts with several vehicles and several insertions each: one average vehicle, then beta-binomial (1964).

    Ā = Σ n_i A_i / N; d̄ = Σ w_ij d_ij / Σ w_ij with w_ii = C(n_i, 2) and w_ij = n_i n_j; A2 = 2 Ā − d̄; then
    `Beta.from_reach(Ā/P, A2/P)` over N insertions. R. A. Metheringham, J. of Advertising Research 4(4), 1964.
    An average hides which vehicles overlap: log-linear and canonical models are more exact (Danaher), and reach may
    even fall when an insertion is added, which `warnings` then say.

    Args:
        audiences: A_i, of one insertion.
        insertions: n_i, two or more in all.
        duplications: d_ij for every two vehicles used, and d_ii for every vehicle with two insertions or more.
        population: P.

    Raises:
        Problem: see above; a pair that is needed and missing; A2 outside the domain of the beta-binomial.
    """
    people = checked.above_zero(population, say("Population"))
    sizes = audiences_of(audiences, people)
    times = [checked.whole(one, say("Insertions in vehicle {n}", n=n)) for n, one in enumerate(insertions, 1)]
    if len(times) != len(sizes):
        raise Problem(
            say(
                "There are {audiences} audiences and {insertions} numbers of insertions. "
                "Give one number of insertions for each vehicle, 0 if it is not used.",
                audiences=len(sizes),
                insertions=len(times),
            )
        )
    if limited(sum(times)) < 2:
        raise Problem(
            say("Duplication needs two insertions or more. For a single one, its reach is the audience of the vehicle.")
        )
    measured = pairs_of(duplications, sizes, people)
    audience, duplication = _averages(sizes, times, measured)
    two = 2 * audience - duplication
    try:
        beta = Beta.from_reach(audience / people, two / people)
    except Problem as problem:
        raise Problem(
            say("The average of these vehicles leaves what the model can do. {why}", why=problem.what)
        ) from problem
    distribution = beta.over(sum(times))
    warnings = _distrust(sizes, times, measured, people, distribution.reach)
    return Metheringham(audience, duplication, two, beta, distribution, tuple(warnings))


def _averages(sizes: Sequence[float], times: Sequence[int], measured: Pairs) -> tuple[float, float]:
    """The mean audience and the mean duplication, weighted by insertions and by pairs of insertions."""
    n = sum(times)
    used = [i for i, one in enumerate(times) if one]
    weighted = [
        (times[i] * times[j] if i < j else math.comb(times[i], 2)) * _measured(measured, i, j)
        for j in used
        for i in used
        if i < j or (i == j and times[i] > 1)
    ]
    return math.fsum(map(math.prod, zip(sizes, times, strict=True))) / n, math.fsum(weighted) / math.comb(n, 2)


def _distrust(
    sizes: Sequence[float], times: Sequence[int], measured: Pairs, people: float, reach: float
) -> list[Words]:
    """What shows that the average has gone wrong: a part of the plan that would reach more than the whole."""
    found = []
    largest = max(size for size, one in zip(sizes, times, strict=True) if one) / people
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
        audience, duplication = _averages(sizes, fewer, measured)
        try:
            without = Beta.from_reach(audience / people, (2 * audience - duplication) / people).reach(sum(fewer))
        except Problem:
            continue  # the smaller plan has no estimate to compare with
        if without > reach + _ROUNDING:
            found.append(
                say(
                    "With one insertion less in vehicle {n} the model reaches {without}, with it {reach}. "
                    "An insertion cannot lose people: here the average misleads.",
                    n=vehicle + 1,
                    without=round(without, 4),
                    reach=round(reach, 4),
                )
            )
    return found


def audiences_of(audiences: Sequence[float], population: float) -> list[float]:
    """Audiences, each from 0 to the population, in its unit; Problem for any other, naming which."""
    sizes = []
    for n, one in enumerate(audiences, 1):
        size = checked.amount(one, say("Audience of vehicle {n}", n=n))
        if size > population * (1 + _ROUNDING):
            raise Problem(
                say(
                    "The audience of vehicle {n} is {size}, more than the {population} people there are. "
                    "Check the units, and whether people from elsewhere were counted.",
                    n=n,
                    size=size,
                    population=population,
                )
            )
        sizes.append(min(size, population))
    return sizes


def pairs_of(duplications: Pairs, sizes: Sequence[float], population: float) -> dict[tuple[int, int], float]:
    """Duplications by (i, j) with i <= j, each between what the two audiences force and what they allow.

    max(0, A_i + A_j − P) <= d_ij <= min(A_i, A_j) (Fréchet's bounds).

    Raises:
        Problem: a vehicle that does not exist, a pair given twice with two values, a duplication out of bounds.
    """
    found: dict[tuple[int, int], float] = {}
    for pair, value in duplications.items():
        known = isinstance(pair, tuple) and len(pair) == 2 and all(one in range(len(sizes)) for one in pair)
        if not known:
            raise Problem(
                say(
                    "{pair} is no pair of two of the {n} vehicles. Write two numbers counted from 0, like (0, 1).",
                    pair=repr(pair)[:40],
                    n=len(sizes),
                )
            )
        i, j = sorted(pair)
        size = checked.amount(value, say("Duplication of vehicles {i} and {j}", i=i + 1, j=j + 1))
        least, most = max(0.0, sizes[i] + sizes[j] - population), min(sizes[i], sizes[j])
        if not least - _ROUNDING * population <= size <= most + _ROUNDING * population:
            raise Problem(
                say(
                    "Vehicles {i} and {j} cannot share {size} people: with their audiences it is from {least} to "
                    "{most}. Check the units and the audiences.",
                    i=i + 1,
                    j=j + 1,
                    size=size,
                    least=least,
                    most=most,
                )
            )
        size = min(max(size, least), most)
        if found.setdefault((i, j), size) != size:
            raise Problem(
                say(
                    "Vehicles {i} and {j} have two different duplications. Keep one: both orders mean the same pair.",
                    i=i + 1,
                    j=j + 1,
                )
            )
    return found


def _measured(measured: Pairs, i: int, j: int) -> float:
    if (i, j) in measured:
        return measured[i, j]
    if i == j:
        raise Problem(
            say(
                "Vehicle {i} has several insertions, but its duplication between two of them is missing. "
                "Add the pair ({index}, {index}), or take random duplication.",
                i=i + 1,
                index=i,
            )
        )
    raise Problem(
        say(
            "The duplication of vehicles {i} and {j} is missing. Measure it, or take the random one, A{i} × A{j} / P.",
            i=i + 1,
            j=j + 1,
        )
    )
