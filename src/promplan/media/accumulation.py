"""Reach accumulation in one vehicle: the beta-binomial model and Hofmans' curve from measured cumulative reaches.

People have habits, so two insertions in one vehicle meet the same people more often than chance would have it. How much
more is seen from measured cumulative reaches: two of them give the beta-binomial model, three give Hofmans' curve.
Shares are fractions of the population, 0 to 1.
"""

import math
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.reach import Distribution, limited

__all__ = ["Beta", "beta_binomial", "hofmans", "hofmans_alpha"]

_WIDEST = 1e100  # beyond that, either way, alpha and beta describe no audience, and floats end
_ROUNDING = 1e-9  # how much the third insertion may bring more than the second when reaches are rounded


@dataclass(frozen=True)
class Beta:
    """How the chance of meeting one insertion differs between people: a beta distribution, alpha and beta above 0.

    The smaller alpha + beta, the more the same people are met again; as it grows, the binomial model returns.

        >>> habit = Beta.from_reach(0.10, 0.14)
        >>> round(habit.alpha, 3), round(habit.beta, 3), round(habit.reach(10), 3)
        (0.08, 0.72, 0.238)
    """

    alpha: float
    beta: float

    def __post_init__(self) -> None:
        for name, value, where in (
            ("alpha", self.alpha, say("Alpha of the beta distribution")),
            ("beta", self.beta, say("Beta of the beta distribution")),
        ):
            # near random duplication both grow beyond what anything that is counted may be
            plain = value if isinstance(value, float) and value > checked.MOST else checked.above_zero(value, where)
            if not 1 / _WIDEST <= plain <= _WIDEST:
                raise Problem(
                    say("{where}: a number from 10⁻¹⁰⁰ to 10¹⁰⁰ is needed. Check the reaches behind it.", where=where)
                )
            object.__setattr__(self, name, plain)

    @classmethod
    def from_reach(cls, r1: float, r2: float) -> "Beta":
        """From the cumulative reach after one and after two insertions, shares of the population.

        alpha = R1 (R2 − R1) / (2 R1 − R1² − R2), beta = alpha (1 − R1) / R1: the method of moments
        [metheringham-1964].

        Raises:
            Problem: outside R1 < R2 < 2 R1 − R1², in words which end and why.
        """
        r1, r2 = _reach(r1, 1), _reach(r2, 2)
        added, at_random = r2 - r1, r1 * (1 - r1)
        if not 0 < r1 < 1:
            raise Problem(
                say(
                    "One insertion reaches {r1} of the people, and nothing can be learned from nobody or everybody. "
                    "Give a reach above 0 and below 1.",
                    r1=r1,
                )
            )
        if added <= 0:
            raise Problem(
                say(
                    "Reach after two insertions ({r2}) is not above that after one ({r1}): the second met nobody new. "
                    "Give the cumulative reach of both together, not the audience of the second alone.",
                    r1=round(r1, 6),
                    r2=round(r2, 6),
                )
            )
        if added >= at_random:
            raise Problem(
                say(
                    "Reach after two insertions ({r2}) must stay below {limit}, which chance alone gives after {r1}: "
                    "here the same people meet again no more often than at random. "
                    "Take random duplication instead, or measure again.",
                    r1=round(r1, 6),
                    r2=round(r2, 6),
                    limit=round(r1 + at_random, 6),
                )
            )
        weight = added / (at_random - added)  # alpha + beta
        return cls(weight * r1, weight * (1 - r1))

    def over(self, n: int) -> Distribution:
        """Contacts with n insertions: P(k) = C(n, k) B(k + alpha, n − k + beta) / B(alpha, beta).

        Raises:
            Problem: n is no whole number from 0 up, or more than `reach.MOST`.
        """
        n = limited(checked.whole(n, say("Insertions")))
        return Distribution.from_ratios(
            (n - k) / (k + 1) * (self.alpha + k) / (self.beta + n - k - 1) for k in range(n)
        )

    def reach(self, n: int) -> float:
        """Reach of n insertions alone, 1 − Π_{i<n} (beta + i) / (alpha + beta + i)."""
        n = limited(checked.whole(n, say("Insertions")))
        whole = self.alpha + self.beta
        if n and self.alpha == whole:  # beta is lost beside it: everybody meets everything
            return 1.0
        return -math.expm1(math.fsum(math.log1p(-self.alpha / (whole + i)) for i in range(n))) + 0.0


def beta_binomial(r1: float, r2: float, n: int) -> Distribution:
    """Contacts with n insertions in one vehicle, from its measured reach after one and after two.

    `Beta.from_reach` then `Beta.over`; the reach after two comes out as it was measured [hyett-1958]
    [metheringham-1964]. What some pages call "reach after two", alpha (alpha + 1) / ((alpha + beta)(alpha + beta + 1)),
    is the share of people who met *both*, 2 R1 − R2.

        >>> met = beta_binomial(0.50, 0.55, 5)
        >>> round(met.reach, 6), round(met.p[1], 6)
        (0.603365, 0.060096)

    Raises:
        Problem: outside R1 < R2 < 2 R1 − R1²; see also `Beta.over`.
    """
    return Beta.from_reach(r1, r2).over(n)


def hofmans_alpha(r1: float, r2: float, r3: float) -> float:
    """Hofmans' exponent from three **measured** cumulative reaches: log2[(3 R1 − R3) R2 / ((2 R1 − R2) R3)].

    R3 must be measured. Taken from the formula itself with exponent 1, as some packages do, R3 gives
    3 R1 / R3 = 1 + 2 d / R2, so the argument of log2 is 2 and alpha is 1 for every vehicle: nothing is learned.

        >>> round(hofmans_alpha(0.30, 0.42, 0.50), 3)
        0.9

    Raises:
        Problem: reaches that do not grow, grow by more each time, or show no duplication at all.
    """
    r1, r2, r3 = _reach(r1, 1), _reach(r2, 2), _reach(r3, 3)
    if not 0 < r1 < r2 < r3:
        raise Problem(
            say(
                "Reach after one, two and three insertions must grow: {r1}, {r2}, {r3} do not. "
                "Give cumulative reaches, each of all insertions so far.",
                r1=r1,
                r2=r2,
                r3=r3,
            )
        )
    if r2 >= 2 * r1:
        raise Problem(
            say(
                "Two insertions reach {r2}, twice the {r1} of one or more: nobody met both, and without duplication "
                "there is nothing to model. Check the second reach, or add the audiences.",
                r1=r1,
                r2=r2,
            )
        )
    if r3 - r2 > (r2 - r1) * (1 + _ROUNDING):
        raise Problem(
            say(
                "The third insertion brings {third} new people, more than the {second} of the second. "
                "Each further insertion in one vehicle finds fewer: check the third reach.",
                second=round(r2 - r1, 6),
                third=round(r3 - r2, 6),
            )
        )
    return math.log2((3 * r1 - r3) * r2 / ((2 * r1 - r2) * r3))


def hofmans(r1: float, r2: float, r3: float, n: int) -> float:
    """Reach of n insertions in one vehicle from three measured reaches [hofmans-1966]; a share of the population.

    R_N = (N R1)² / (N R1 + k (N − 1)^alpha (N/2) d) with k = 2 R1 / R2, d = 2 R1 − R2 and alpha from `hofmans_alpha`.
    It gives back R1, R2 and R3. Beyond them it is a fitted curve, which turns down for alpha above 1 and passes the
    whole population for alpha below 1 if followed far enough.

        >>> [round(hofmans(0.30, 0.42, 0.50, n), 3) for n in (1, 2, 3, 4)]
        [0.3, 0.42, 0.5, 0.557]

    Raises:
        Problem: see `hofmans_alpha`; n beyond the point where the curve turns down or passes 1, which is named.
    """
    alpha = hofmans_alpha(r1, r2, r3)
    r1, r2 = _reach(r1, 1), _reach(r2, 2)
    n = limited(checked.whole(n, say("Insertions")))
    reach = 0.0
    for times in range(1, n + 1):
        further = times * r1 / (1 + (times - 1) ** alpha * (2 * r1 - r2) / r2)
        if times > 3 and not reach <= further <= 1:
            raise Problem(
                say(
                    "Hofmans' curve holds up to {last} insertions with these reaches; "
                    "then it falls or passes the whole population. Ask for {last} or fewer, "
                    "or take the beta-binomial model.",
                    last=times - 1,
                )
            )
        reach = further
    return reach


def _reach(value: float, n: int) -> float:
    return checked.share(value, say("Reach after insertion {n}", n=n))
