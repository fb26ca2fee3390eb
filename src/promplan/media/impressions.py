"""Negative binomial (NBD, gamma–Poisson) reach: impressions on an audience with light and heavy users.

Everybody meets impressions at random, but at a rate of their own; the rates are spread as a gamma distribution. A small
`shape` means that a few heavy users take most impressions; as it grows, the Poisson model returns, which is the upper
bound: the same GRP reach fewer people, and some of them very often. One more measured number is enough to know the
shape: a reach beside the impressions, or the reaches of two equal waves.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.reach import MOST, Distribution

__all__ = ["NBD", "negative_binomial"]

_HEAVIEST = 1_000  # contacts per person, as in `reach.poisson`
_FAINTEST, _STEEPEST = 1e-6, 1e9  # shapes: below one person in a million takes it all, above it is Poisson to 1e-9
_TAIL = 1e-10  # people in the tail that is cut off
_STEPS = 200


@dataclass(frozen=True)
class NBD:
    """Contacts per person, negative binomial [greenwood-yule-1920] [ehrenberg-1959], in media [danaher-2007].

    P(0) = (1 + mean/shape)^−shape, P(k+1)/P(k) = (shape + k)/(k + 1) · mean/(mean + shape). It gives the numbers that
    are printed with the fit of [bliss-fisher-1953].

        >>> heavy = NBD.from_reach(mean=0.2, reach=0.14)  # 20 GRP reached 14 %, not the 18 % of chance
        >>> round(heavy.shape, 3), round(heavy.at(grp=100).reach, 2)
        (0.279, 0.35)

    Args:
        mean: impressions per person, reached or not; 100 × mean = GRP.
        shape: k of the negative binomial, above 0; the variance is mean + mean²/shape.

    Raises:
        Problem: a mean that is negative or above 1,000, a shape outside 1e-6 … 1e9.
    """

    mean: float
    shape: float

    def __post_init__(self) -> None:
        mean = checked.amount(self.mean, say("Impressions per person"))
        checked.at_most(mean, _HEAVIEST, say("Impressions per person"))
        shape = checked.above_zero(self.shape, say("Shape of the negative binomial"))
        if not _FAINTEST <= shape <= _STEEPEST:
            raise Problem(
                say(
                    "Shape of the negative binomial: from 0.000001 to 10⁹, not {shape}. "
                    "With a larger one take the Poisson model; with a smaller one nearly nobody is reached.",
                    shape=shape,
                )
            )
        object.__setattr__(self, "mean", mean)
        object.__setattr__(self, "shape", shape)

    @classmethod
    def from_reach(cls, mean: float, reach: float) -> "NBD":
        """From one campaign's impressions per person and its measured reach.

        The shape k solves k · ln(1 + mean/k) = −ln(1 − reach) (the "mean and zeros" fit of [ehrenberg-1959]).

        Raises:
            Problem: a reach that is 0, or not below the 1 − exp(−mean) of chance.
        """
        mean = checked.above_zero(mean, say("Impressions per person"))
        checked.at_most(mean, _HEAVIEST, say("Impressions per person"))
        reach = checked.share(reach, say("Reach"))
        most, least = -math.expm1(-mean), NBD(mean, _FAINTEST).reach
        if not least <= reach < most:
            raise Problem(
                say(
                    "{mean} impressions per person reach less than {most} of the people, which chance alone gives, "
                    "and more than nobody; not {reach}. Check that both count the same people and days, or take the "
                    "Poisson model.",
                    mean=mean,
                    most=round(most, 6),
                    reach=reach,
                )
            )
        missed = -math.log1p(-reach)
        return cls(mean, _solved(lambda k: k * math.log1p(mean / k) - missed, _FAINTEST, _STEEPEST))

    @classmethod
    def from_two(cls, r1: float, r2: float) -> "NBD":
        """From the cumulative reach after one and after two equal waves of impressions; the mean is that of one wave.

        u = mean/shape solves ln(1 + 2u) / ln(1 + u) = ln(1 − R2) / ln(1 − R1). Unlike `accumulation.Beta`, whose
        insertion meets nobody twice, a wave repeats itself: its impressions come out, and exceed R1.

            >>> wave = NBD.from_two(0.10, 0.14)
            >>> round(wave.mean, 3), round(wave.shape, 4), round(wave.at(grp=100).reach, 2)
            (0.21, 0.0845, 0.19)

        Raises:
            Problem: outside R1 < R2 < 1 − (1 − R1)².
        """
        r1, r2 = checked.share(r1, say("Reach after one wave")), checked.share(r2, say("Reach after two waves"))
        most = r1 * (2 - r1)
        if not 0 < r1 < r2 < most:
            raise Problem(
                say(
                    "Reach after two equal waves lies above that after one, {r1}, and below {most}, which chance "
                    "alone gives; not {r2}. Give cumulative reaches, and the first above 0.",
                    r1=r1,
                    r2=r2,
                    most=round(most, 6),
                )
            )
        ratio = math.log1p(-r2) / math.log1p(-r1)
        u = _solved(lambda u: ratio - math.log1p(2 * u) / math.log1p(u), 1e-12, 1e200)
        shape = -math.log1p(-r1) / math.log1p(u)
        return cls(u * shape, shape)

    def at(self, *, grp: float) -> "NBD":
        """The same people under another weight of impressions, in GRP: the shape is theirs, and stays."""
        return NBD(checked.amount(grp, say("GRP")) / 100, self.shape)

    @property
    def reach(self) -> float:
        """The share of people with at least one contact."""
        return -math.expm1(-self.shape * math.log1p(self.mean / self.shape)) + 0.0

    def at_least(self, m: int) -> float:
        """Effective reach: the share of people with m contacts or more, m up to 5,000."""
        m = checked.whole(m, say("Contacts wanted"))
        checked.at_most(m, MOST, say("Contacts wanted"))
        if m < 2:
            return self.reach if m else 1.0
        return max(0.0, 1 - math.fsum(self.first(m)))

    def distribution(self) -> Distribution:
        """The whole exposure distribution; its endless tail is cut where less than 1e-10 is left.

        Raises:
            Problem: more than 1e-10 of the people have more than 5,000 contacts; `at_least` and `reach` still answer.
        """
        p = self.first(MOST + 1)
        left = 1.0
        for k, one in enumerate(p):
            left -= one
            if left < _TAIL and (k + 1) * (self.mean + self.shape) > self.mean * (self.shape + k):
                whole = math.fsum(p[: k + 1])
                return Distribution(tuple(each / whole for each in p[: k + 1]))
        raise Problem(
            say(
                "The heaviest users have more than {most} contacts each: no table is that long. "
                "Ask for the reach or for “{m} contacts or more” instead.",
                most=MOST,
                m=3,
            )
        )

    def first(self, n: int) -> list[float]:
        """P(0) … P(n − 1), the head of the distribution, however long its tail is.

        Made from P(0) up in logarithms: it may be too small for a float, and the rest not.

            >>> [round(one, 3) for one in NBD(mean=2, shape=1).first(3)]
            [0.333, 0.222, 0.148]
        """
        n = checked.whole(n, say("How many numbers of contacts"))
        checked.at_most(n, MOST + 1, say("How many numbers of contacts"))
        log, share = -self.shape * math.log1p(self.mean / self.shape), self.mean / (self.mean + self.shape)
        if not share:
            return [1.0, *(0.0 for _ in range(n - 1))][:n]
        found = []
        for k in range(n):
            found.append(math.exp(log))
            log += math.log((self.shape + k) / (k + 1) * share)
        return found


def negative_binomial(impressions: float, population: float, reach: float) -> Distribution:
    """The exposure distribution behind impressions and a measured reach, heavy users included: `NBD.from_reach`.

        >>> met = negative_binomial(impressions=300, population=100, reach=0.60)
        >>> round(met.reach, 2), round(met.at_least(3), 2), round(met.p[0] + met.p[1], 2)
        (0.6, 0.34, 0.56)

    Args:
        impressions, population: in one unit, people or thousands.
        reach: the share of the population that at least one of these impressions met.

    Raises:
        Problem: see `NBD.from_reach` and `NBD.distribution`.
    """
    each = checked.amount(impressions, say("Impressions")) / checked.above_zero(population, say("Population"))
    return NBD.from_reach(each, reach).distribution()


def _solved(rises: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function crosses 0 between two numbers above 0: halving their logarithms."""
    low, high = math.log(low), math.log(high)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if rises(math.exp(middle)) < 0:
            low = middle
        else:
            high = middle
    return math.exp((low + high) / 2)
