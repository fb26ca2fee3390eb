"""Reach and frequency when contacts fall independently: how many people meet a plan, and how often.

Everything here rests on one assumption, **random duplication**: whether somebody meets one insertion says nothing about
the next. It is the assumption to start from when nothing about duplication has been measured; with measurements go to
`duplication` (insertions) or `overlap` (whole channels). Shares are fractions of the population, 0 to 1.

Two conventions bear the name of Sainsbury: pure random duplication (ours, and mediaPlanR's), and the "0.95 × random"
of the AMIC Media Guru. The second is to be had from `random_reach(…, factor=AMIC)` and from nowhere else.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media import checked

AMIC = 0.95  # the AMIC Media Guru's allowance for duplication above random; a rule of thumb, not a law
MOST = 5_000  # insertions: the convolution takes n²/2 steps, and a plan with more of them has a typing error in it
_HEAVIEST = 1_000  # contacts per person: beyond that the units of impressions and population do not agree
_TOLERANCE = 1e-9  # how far from 1 the sum of a distribution may be


@dataclass(frozen=True)
class Distribution:
    """How contacts are spread over people: p[k] is the share of the population with exactly k contacts.

    Raises:
        Problem: no entries, an entry outside 0..1, or a sum further than 1e-9 from 1.
    """

    p: tuple[float, ...]

    def __post_init__(self) -> None:
        for k, one in enumerate(self.p):
            if not 0 <= one <= 1 + _TOLERANCE:
                checked.share(one, say("People with {k} contacts", k=k))
        total = math.fsum(self.p)
        if abs(total - 1) > _TOLERANCE:
            raise Problem(
                say(
                    "The shares of people with 0, 1, 2 … contacts add up to {total}, not to 1. "
                    "Add those who are missing, usually the people with no contact at all.",
                    total=total,
                )
            )

    @classmethod
    def from_ratios(cls, ratios: Iterable[float]) -> "Distribution":
        """The distribution with p[k+1] / p[k] = ratios[k]: stable where factorials and gamma functions overflow."""
        weights = [1.0]
        for ratio in ratios:
            weights.append(weights[-1] * ratio)
            if weights[-1] > 1e200:
                weights = [weight * 1e-200 for weight in weights]
        total = math.fsum(weights)
        return cls(tuple(weight / total for weight in weights))

    @property
    def reach(self) -> float:
        """The share of people with at least one contact."""
        return self.at_least(1)

    @property
    def mean(self) -> float:
        """Contacts per person, reached or not; 100 × mean = GRP."""
        return math.fsum(k * one for k, one in enumerate(self.p))

    @property
    def frequency(self) -> float:
        """Contacts per person reached, mean / reach.

        Raises:
            Problem: nobody is reached.
        """
        reach = self.reach
        if reach == 0:
            raise Problem(say("Nobody is reached, so there is no frequency. Add an insertion or a larger audience."))
        return self.mean / reach

    def at_least(self, m: int) -> float:
        """Effective reach: the share of people with m contacts or more; at_least(0) = 1."""
        m = checked.whole(m, say("Contacts wanted"))
        # the tail is added up rather than taken from 1, so that a reach of one in a million keeps its digits
        return min(1.0, math.fsum(self.p[m:])) if m else 1.0


def effective_reach(distribution: Distribution) -> dict[int, float]:
    """Effective reach for every threshold, m -> share of people with m contacts or more, m = 1 … most contacts.

    "3+" is a convention, and a contested one (Ephron's recency planning needs 1+): show the curve, then choose m.
    """
    tail, curve = 0.0, {}
    for m in range(len(distribution.p) - 1, 0, -1):
        tail += distribution.p[m]
        curve[m] = min(1.0, tail)
    return dict(reversed(curve.items()))


def insertions_of(shares: Sequence[float], insertions: Sequence[int] | None) -> list[tuple[float, int]]:
    """Vehicles as (audience share, number of insertions), checked; one insertion each if `insertions` is None.

    Raises:
        Problem: a share outside 0..1, a number of insertions that is not whole, lists of unequal length, or more
            than `MOST` insertions.
    """
    audience, number = say("Audience of vehicle {n}"), say("Insertions in vehicle {n}")
    audiences = [checked.share(one, audience, n=n) for n, one in enumerate(shares, 1)]
    if insertions is None:
        times = [1] * len(audiences)
    else:
        times = [checked.whole(one, number, n=n) for n, one in enumerate(insertions, 1)]
    if len(audiences) != len(times):
        raise Problem(
            say(
                "There are {audiences} audiences and {insertions} numbers of insertions. "
                "Give one number of insertions for each vehicle, 0 if it is not used.",
                audiences=len(audiences),
                insertions=len(times),
            )
        )
    limited(sum(times))
    return list(zip(audiences, times, strict=True))


def limited(insertions: int) -> int:
    """The number of insertions, if it is not more than `MOST`; Problem otherwise."""
    if insertions > MOST:
        raise Problem(
            say(
                "{n} insertions are more than the {most} that are counted here. "
                "Check the number, or take the Poisson model on impressions.",
                n=insertions,
                most=MOST,
            )
        )
    return insertions


def sainsbury(shares: Sequence[float], insertions: Sequence[int] | None = None) -> Distribution:
    """Random duplication: the Poisson-binomial distribution of contacts, by convolution, without approximation.

    P(0) = Π (1 − p_i)^{n_i}, reach = 1 − P(0). Attributed to E. J. Sainsbury, London Press Exchange (1960s; the
    supermarket chain has nothing to do with it); after Aldás Manzano, PhD, Valencia 1998.

    Args:
        shares: p_i, the audience of one insertion in vehicle i as a share of the population.
        insertions: n_i, how many insertions vehicle i carries; one each if left out.

    Raises:
        Problem: see `insertions_of`. No insertions at all are no error: nobody is reached.
    """
    p = [1.0]
    for met, times in insertions_of(shares, insertions):
        missed = 1 - met
        for _ in range(times):
            longer, one_more = [], 0.0  # one_more: those who had one contact less and now meet this insertion
            for one in p:
                longer.append(one * missed + one_more)
                one_more = one * met
            longer.append(one_more)
            p = longer
    return Distribution(tuple(p))


def random_reach(shares: Sequence[float], insertions: Sequence[int] | None = None, *, factor: float = 1.0) -> float:
    """Reach alone under random duplication, factor × (1 − Π (1 − p_i)^{n_i}); a share of the population.

    Args:
        shares: p_i as in `sainsbury`.
        insertions: n_i as in `sainsbury`.
        factor: 1 for random duplication; `AMIC` = 0.95 for the other convention that goes by the name of Sainsbury
            (AMIC Media Guru). A factor is held at the largest single audience: a plan reaches no fewer people than
            one of its own insertions.

    Raises:
        Problem: see `insertions_of`; a factor outside 0..1.
    """
    factor = checked.share(factor, say("Factor on the reach"))
    used = [(met, times) for met, times in insertions_of(shares, insertions) if times]
    largest = max((met for met, _ in used), default=0.0)
    if largest == 1:
        return 1.0
    reach = -math.expm1(math.fsum(times * math.log1p(-met) for met, times in used))
    return max(largest, factor * reach)


def binomial(shares: Sequence[float], insertions: Sequence[int] | None = None) -> Distribution:
    """All insertions taken as equal: Binomial(N, p̄) with p̄ = Σ n_i p_i / N (Chandon 1985).

    Never above `sainsbury` in reach, and the further below, the more the audiences differ: with audiences of 100 % and
    0 % it says 75 %. For vehicles of about one size only.

    Raises:
        Problem: see `insertions_of`.
    """
    plan = insertions_of(shares, insertions)
    n = sum(times for _, times in plan)
    if n == 0:
        return Distribution((1.0,))
    met = math.fsum(share * times for share, times in plan)
    missed = math.fsum((1 - share) * times for share, times in plan)  # n − met, without losing its digits near 0
    if missed == 0:
        return Distribution((*(0.0 for _ in range(n)), 1.0))
    odds = met / missed
    return Distribution.from_ratios((n - k) / (k + 1) * odds for k in range(n))


def poisson(impressions: float, population: float) -> Distribution:
    """Impressions that fall on people at random: Poisson with mean I/P, so reach = 1 − exp(−I/P).

    The limit of `sainsbury` for many small insertions; 100, 200, 300 GRP give 63.2, 86.5, 95.0 %. The endless tail is
    cut where less than 1e-15 is left.

    Args:
        impressions: I, contacts with repetitions.
        population: P, people, in the unit of the impressions (both in thousands, say).

    Raises:
        Problem: negative impressions, nobody in the population, or more than 1,000 impressions per person.
    """
    each = checked.amount(impressions, say("Impressions")) / checked.above_zero(population, say("Population"))
    if each > _HEAVIEST:
        raise Problem(
            say(
                "{each} impressions per person cannot be. "
                "Check the units: impressions and population both in people, or both in thousands.",
                each=each,
            )
        )
    if each == 0:
        return Distribution((1.0,))
    most = math.ceil(each + 12 * math.sqrt(each) + 20)
    log = math.log(each)
    return Distribution(tuple(math.exp(k * log - each - math.lgamma(k + 1)) for k in range(most + 1)))


def grp(impressions: float, population: float) -> float:
    """Gross rating points, 100 · I/P = reach in per cent × frequency; above 100 as soon as contacts repeat.

    Raises:
        Problem: negative impressions or nobody in the population.
    """
    return 100 * checked.amount(impressions, say("Impressions")) / checked.above_zero(population, say("Population"))


def frequency(impressions: float, reach: float) -> float:
    """Average frequency F = I/R, contacts per person reached, 1 or more.

    Args:
        impressions: I, contacts with repetitions.
        reach: R, different people, in the unit of the impressions.

    Raises:
        Problem: nobody is reached, or more people than impressions.
    """
    contacts = checked.amount(impressions, say("Impressions"))
    people = checked.above_zero(reach, say("Reach"))
    if people > contacts:
        raise Problem(
            say(
                "{reach} people cannot be reached by {impressions} impressions: whoever is reached is met at least "
                "once. Look whether the two were swapped or counted over different days.",
                reach=people,
                impressions=contacts,
            )
        )
    return contacts / people
