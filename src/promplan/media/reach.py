"""Reach, frequency, GRP and effective reach under random duplication: Sainsbury, binomial, Poisson.

Everything here rests on one assumption, **random duplication**: whether somebody meets one insertion says nothing about
the next. It is the assumption to start from when nothing about duplication has been measured; with measurements go to
`duplication` (insertions), `accumulation` (one vehicle), `impressions` (heavy users) or `overlap` (whole channels).
Shares are fractions of the population, 0 to 1; lists, or a dict or a Series by vehicle.

Two conventions bear the name of Sainsbury: pure random duplication (ours, and mediaPlanR's), and the "0.95 × random"
of the AMIC Media Guru. The second is to be had from `random_reach(…, factor=AMIC)` and from nowhere else.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.ratings import frequency, grp, trp, tvr
from promplan.media.vehicles import Audiences, Vehicles, read, times_of

__all__ = [
    "AMIC",
    "MOST",
    "Distribution",
    "binomial",
    "combined",
    "effective_reach",
    "frequency",
    "grp",
    "poisson",
    "random_reach",
    "sainsbury",
    "trp",
    "tvr",
]

AMIC = 0.95  # the AMIC Media Guru's allowance for duplication above random; a rule of thumb, not a law
MOST = 5_000  # insertions: the convolution takes n²/2 steps, and a plan with more of them has a typing error in it
_HEAVIEST = 1_000  # contacts per person: beyond that the units of impressions and population do not agree
_TOLERANCE = 1e-9  # how far from 1 the sum of a distribution may be


@dataclass(frozen=True)
class Distribution:
    """Exposure distribution: p[k] is the share of the population with exactly k contacts.

    Distributions of several media are added: `tv + digital` (see `combined`).

        >>> met = Distribution([0.4, 0.3, 0.2, 0.1])
        >>> round(met.reach, 3), round(met.mean, 3), round(met.at_least(2), 3)
        (0.6, 1.0, 0.3)

    Raises:
        Problem: no entries, an entry outside 0..1, or a sum further than 1e-9 from 1.
    """

    p: tuple[float, ...]

    def __post_init__(self) -> None:
        given = self.p if type(self.p) is tuple else checked.listed(self.p, object, say("A distribution"))
        where = say("People with {k} contacts")
        p = tuple(
            one if type(one) is float and 0 <= one <= 1 + _TOLERANCE else checked.share(one, where, k=k)
            for k, one in enumerate(given)
        )
        object.__setattr__(self, "p", p)
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
            if weights[-1] > 1e80:
                weights = [weight / weights[-1] for weight in weights]
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

    def __add__(self, other: "Distribution") -> "Distribution":
        """Contacts with both media together, if meeting the one says nothing about the other: the convolution."""
        if not isinstance(other, Distribution):
            return NotImplemented
        limited(len(self.p) + len(other.p) - 2)
        short, long = sorted((self.p, other.p), key=len)
        together = [0.0] * (len(short) + len(long) - 1)
        for k, one in enumerate(short):
            if one:
                for j, other_one in enumerate(long, k):
                    together[j] += one * other_one
        return Distribution(tuple(together))

    def capped(self, most: int) -> "Distribution":
        """The distribution under a frequency cap: whoever would have had more contacts has `most`.

        `mean` less the capped one's `mean` are the contacts per person that the cap saves.

            >>> Distribution([0.4, 0.3, 0.2, 0.1]).capped(2).at_least(2) == 0.2 + 0.1
            True
        """
        most = checked.whole(most, say("Frequency cap"), 1)
        return self if most >= len(self.p) - 1 else Distribution((*self.p[:most], self.at_least(most)))

    def as_rows(self) -> list[dict[str, float]]:
        """A row for each number of contacts: people with just so many, and with so many or more; for a table."""
        return [{"contacts": k, "share": one, "at_least": self.at_least(k)} for k, one in enumerate(self.p)]

    def at_least(self, m: int) -> float:
        """Effective reach: the share of people with m contacts or more; at_least(0) = 1."""
        m = checked.whole(m, say("Contacts wanted"))
        # the tail is added up rather than taken from 1, so that a reach of one in a million keeps its digits
        return min(1.0, math.fsum(self.p[m:])) if m else 1.0


def effective_reach(distribution: Distribution) -> dict[int, float]:
    """Effective reach for every threshold, m -> share of people with m contacts or more, m = 1 … most contacts.

    "3+" is a convention [naples-1979], and a contested one (recency planning needs 1+ [ephron-1997]): show the curve,
    then choose m.

        >>> {m: round(share, 3) for m, share in effective_reach(sainsbury([0.3, 0.4, 0.2])).items()}
        {1: 0.664, 2: 0.212, 3: 0.024}
    """
    distribution = checked.of_kind(distribution, Distribution, say("The distribution of contacts"))
    tail, curve = 0.0, {}
    for m in range(len(distribution.p) - 1, 0, -1):
        tail += distribution.p[m]
        curve[m] = min(1.0, tail)
    return dict(reversed(curve.items()))


def combined(media: Mapping[str, Distribution] | Iterable[Distribution]) -> Distribution:
    """Reach and effective reach across media: the convolution of their exposure distributions.

    **Assumes independence**: whether somebody meets one medium says nothing about another. Net reach is then
    1 − Π (1 − R_i), and the mean contacts add up. Within each medium any model may stand (beta-binomial for TV, NBD for
    digital). Where heavy viewers are heavy surfers too, less is reached and the heaviest see more; with measured
    overlaps of reach go to `overlap`.

        >>> tv, digital = sainsbury({"news": 0.3, "film": 0.2}), poisson(50, 100)
        >>> both = combined({"tv": tv, "digital": digital})
        >>> round(both.reach, 4), round(1 - (1 - tv.reach) * (1 - digital.reach), 4), round(both.at_least(3), 4)
        (0.6603, 0.6603, 0.0659)

    Raises:
        Problem: something else than distributions, or more than `MOST` contacts in all.
    """
    together = Distribution((1.0,))
    for name, one in read(media, say("Distributions of the media")):
        together = together + checked.of_kind(one, Distribution, say("Distribution of medium {n}", n=name))
    return together


def insertions_of(shares: Any, insertions: Any) -> list[tuple[float, int]]:
    """Vehicles as (audience share, number of insertions), checked; one insertion each if `insertions` is None.

    Raises:
        Problem: a share outside 0..1, a number of insertions that is not whole, lists of unequal length or names that
            do not agree, or more than `MOST` insertions.
    """
    given, audience = read(shares, say("Audiences")), say("Audience of vehicle {n}")
    audiences = [checked.share(one, audience, n=n) for n, one in given]
    times = times_of(insertions, Vehicles(tuple(audiences), given.names))
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


def sainsbury(shares: Audiences, insertions: Audiences | None = None) -> Distribution:
    """Random duplication: the Poisson-binomial distribution of contacts, by convolution, without approximation.

    P(0) = Π (1 − p_i)^{n_i}, reach = 1 − P(0). Attributed to E. J. Sainsbury, London Press Exchange (1960s; the
    supermarket chain has nothing to do with it) [aldas-1998].

        >>> met = sainsbury({"news": 0.3, "film": 0.4, "sport": 0.2})
        >>> [round(share, 3) for share in met.p], round(met.reach, 3)
        ([0.336, 0.452, 0.188, 0.024], 0.664)

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


def random_reach(shares: Audiences, insertions: Audiences | None = None, *, factor: float = 1.0) -> float:
    """Reach alone under random duplication, factor × (1 − Π (1 − p_i)^{n_i}); a share of the population.

    With `AMIC` and more than two vehicles: AMIC describes joining two media; the factor once on the total, as here, is
    a choice (.4, .5 and .3 give .75; joined two by two .73).

        >>> round(random_reach([0.4, 0.5]), 3), round(random_reach([0.4, 0.5], factor=AMIC), 3)
        (0.7, 0.665)

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
    return max(largest, factor * reach) + 0.0  # no minus zero


def binomial(shares: Audiences, insertions: Audiences | None = None) -> Distribution:
    """All insertions taken as equal: Binomial(N, p̄) with p̄ = Σ n_i p_i / N [chandon-1985].

    Never above `sainsbury` in reach, and the further below, the more the audiences differ: with audiences of 100 % and
    0 % it says 75 %. For vehicles of about one size only.

        >>> round(binomial([0.3, 0.4, 0.2]).reach, 3)
        0.657

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

    The limit of `sainsbury` for many small insertions; 100, 200, 300 GRP give 63.2, 86.5, 95.0 %. **An upper bound, as
    a rule**: real audiences have heavy users who take most impressions, and the same 100 GRP may reach 24 %
    (`impressions.NBD`, `accumulation.beta_binomial`). The endless tail is cut where less than 1e-15 is left.

        >>> [round(poisson(grp, 100).reach, 3) for grp in (100, 200, 300)]
        [0.632, 0.865, 0.95]

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
