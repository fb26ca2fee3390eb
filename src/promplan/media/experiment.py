"""A/B tests and surveys: sample size, power, confidence intervals for shares (Wilson, Newcombe), pooled rates.

Before: `sample_size`, `power`, `minimum_detectable`, `feasible`. After: `wilson` for one share, `difference` for two
separate groups, `pooled_rate` for many posts; for the same people asked twice `promplan.media.paired`. Normal
approximations without continuity correction, as in R's power.prop.test (the tables in [fleiss-1981] have one, and ask
for more: 376 where the formula says 356): for shares of a few in a thousand and groups of a few dozen they are rough.
**Numbers are per group**; some pages print the total, with an extra factor 2.

Two formulas are in use. *Pooled* takes the variance of no difference for the false alarm and that of the difference for
the power (R's power.prop.test, [fleiss-1981]); *unpooled* takes the second for both. They differ by parts of a per
cent.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

from promplan.language import Problem, Words, say, say_many
from promplan.media import checked
from promplan.media.pooling import Rates, counted, pooled_rate

__all__ = [
    "Feasible",
    "Interval",
    "Rates",
    "SampleSize",
    "difference",
    "feasible",
    "minimum_detectable",
    "pooled_rate",
    "power",
    "sample_size",
    "wilson",
]

_LEAST = 1e-100  # alpha: of fewer false alarms nobody speaks, and the normal tail ends
_NORMAL = NormalDist()
_STEPS = 200  # halvings at most: each gains a bit, a double has 53 and some leading zeros


@dataclass(frozen=True)
class SampleSize:
    """People needed: `exact` per group as the formula gives it, `per_group` rounded up, `total` for both groups.

    >>> needed = sample_size(0.20, 0.25)
    >>> print(f"{needed.exact:.1f} a group by the formula: {needed.per_group} people, {needed.total} in both")
    1093.7 a group by the formula: 1094 people, 2188 in both
    """

    exact: float
    per_group: int

    @property
    def total(self) -> int:
        return 2 * self.per_group


def sample_size(
    p1: float,
    p2: float,
    *,
    power: float = 0.8,
    alpha: float = 0.05,
    pooled: bool = True,
    two_sided: bool = True,
) -> SampleSize:
    """How many people per group show a difference between the shares p1 and p2; p1 and p2 may be swapped.

    pooled: n = [z_a √(2 p̄ q̄) + z_b √(p1 q1 + p2 q2)]² / (p2 − p1)², p̄ = (p1 + p2)/2; unpooled:
    n = (z_a + z_b)² (p1 q1 + p2 q2) / (p2 − p1)²; z_a at 1 − alpha/2 (two-sided) or 1 − alpha, z_b at the power.
    The chance to be "right" in the wrong direction is left out, as in R with strict = FALSE.

        >>> sample_size(0.20, 0.25).per_group, sample_size(0.20, 0.25, pooled=False).per_group
        (1094, 1091)

    Args:
        p1, p2: the two shares, 0 to 1, different.
        power: how often a real difference of this size is to be found.
        alpha: how often a difference may be announced where there is none, below 0.5.
        pooled: which of the two formulas.
        two_sided: False if only one direction counts and was fixed before the data were seen.

    Raises:
        Problem: shares outside 0..1 or equal, alpha not in (0, 0.5), power not in (alpha, 1).
    """
    p1, p2 = _two(p1, p2)
    z = _critical(alpha, two_sided)
    z_power = _NORMAL.inv_cdf(_power(power, alpha))
    pooled = _formula(pooled)
    if p1 == p2:
        raise Problem(
            say(
                "Both shares are {p}: no number of people shows a difference that is not there. "
                "Say which share you hope for instead.",
                p=p1,
            )
        )
    null, real = _spreads(p1, p2, pooled)
    exact = ((z * null + z_power * real) / (p2 - p1)) ** 2
    if exact > checked.MOST:
        raise Problem(
            say(
                "The shares {p1} and {p2} are too close together to be told apart by counting. Take a larger "
                "difference.",
                p1=p1,
                p2=p2,
            )
        )
    return SampleSize(exact, max(1, math.ceil(exact)))


def power(n: float, p1: float, p2: float, *, alpha: float = 0.05, pooled: bool = True, two_sided: bool = True) -> float:
    """How often a comparison of n people per group finds the difference between p1 and p2: `sample_size` inverted.

    Φ((√n |p2 − p1| − z_a √(2 p̄ q̄)) / √(p1 q1 + p2 q2)); unpooled with the second root in both places.

        >>> round(power(1_094, 0.20, 0.25), 3)
        0.8

    Raises:
        Problem: n not above 0, shares outside 0..1 or equal, alpha not in (0, 0.5).
    """
    n = _people(n)
    p1, p2 = _two(p1, p2)
    z = _critical(alpha, two_sided)
    if p1 == p2:
        raise Problem(
            say(
                "Both shares are {p}: there is no difference to be found. Say which share you hope for instead.",
                p=p1,
            )
        )
    return _power_of(n, p1, p2, z, _formula(pooled))


def minimum_detectable(
    n: float,
    p1: float,
    *,
    power: float = 0.8,
    alpha: float = 0.05,
    pooled: bool = True,
    two_sided: bool = True,
    rise: bool = True,
) -> float:
    """The smallest difference from p1 that n people per group show with this power; a difference of shares, above 0.

    By bisection on `power`: 0.03 means "from p1 to p1 + 0.03", or to p1 − 0.03 if `rise` is False.

        >>> round(minimum_detectable(100, 0.20), 3)  # of 100 pupils a group
        0.179

    Raises:
        Problem: as in `sample_size`; also when even the change to 100 % (or to 0 %) would go unseen.
    """
    n = _people(n)
    p1 = checked.share(p1, say("First share"))
    z = _critical(alpha, two_sided)
    wanted, pooled = _power(power, alpha), _formula(pooled)
    rise = checked.flag(rise, say("Whether a rise is looked for"))
    room, sign = (1 - p1, 1) if rise else (p1, -1)
    if room == 0 or _power_of(n, p1, p1 + sign * room, z, pooled) < wanted:
        raise Problem(
            say(
                "From {p}, {n} people per group cannot show any change in this direction. "
                "Ask more people, or content yourself with less power.",
                p=p1,
                n=n,
            )
        )
    unseen, seen = 0.0, room
    for _ in range(_STEPS):
        middle = (unseen + seen) / 2
        if middle in (unseen, seen):
            break
        if _power_of(n, p1, p1 + sign * middle, z, pooled) < wanted:
            unseen = middle
        else:
            seen = middle
    return seen


@dataclass(frozen=True)
class Feasible:
    """Whether there are people enough, and the sentence that says so.

    >>> print(feasible(180, people=400).why)
    2 groups of 180 are 360 people, and there are 400: it can be done.
    """

    possible: bool
    why: Words


def feasible(n_needed: int, people: int, groups: int = 2) -> Feasible:
    """Whether `people` are enough for `groups` groups of `n_needed`, in words.

        >>> feasible(1_094, people=400).possible
        False

    Args:
        n_needed: people per group, `SampleSize.per_group`.
        people: everybody who could take part: the town, the school, the followers.
        groups: how many groups are compared.

    Raises:
        Problem: a number that is not whole, or nobody needed.
    """
    n_needed = checked.whole(n_needed, say("People needed per group"), 1)
    people = checked.whole(people, say("People there are"))
    groups = checked.whole(groups, say("Groups"), 1)
    total = n_needed * groups
    if total <= people:
        return Feasible(
            True,
            say_many(
                "One group of {each} is wanted, and there are {people} people: it can be done.",
                "{n} groups of {each} are {total} people, and there are {people}: it can be done.",
                groups,
                each=float(n_needed),
                total=float(total),
                people=float(people),
            ),
        )
    return Feasible(
        False,
        say_many(
            "One group of {each} is wanted, but there are only {people} people: {missing} too few. "
            "Look for a larger difference, ask the same people before and after (a paired interval), or report the "
            "interval and leave the verdict open.",
            "{n} groups of {each} are {total} people, but there are only {people}: {missing} too few. "
            "Look for a larger difference, ask the same people before and after (a paired interval), or report the "
            "interval and leave the verdict open.",
            groups,
            each=float(n_needed),
            total=float(total),
            people=float(people),
            missing=float(total - people),
        ),
    )


@dataclass(frozen=True)
class Interval:
    """An estimate with the lower and the upper end of its confidence interval; low <= estimate <= high.

    >>> asked = wilson(81, 263)  # would come to an open day
    >>> print(f"{asked.estimate:.0%} of those asked; of all pupils {asked.low:.0%} to {asked.high:.0%}")
    31% of those asked; of all pupils 26% to 37%
    """

    estimate: float
    low: float
    high: float


def wilson(successes: int, n: int, confidence: float = 0.95) -> Interval:
    """Wilson's score interval for a share [wilson-1927], recommended by [newcombe-1998a]; no continuity correction.

    (p̂ + z²/2n ± z √(p̂ q̂/n + z²/4n²)) / (1 + z²/n). It never leaves 0..1, and says something even about 0 of 20.

        >>> asked = wilson(81, 263)
        >>> round(asked.estimate, 4), round(asked.low, 4), round(asked.high, 4)
        (0.308, 0.2553, 0.3662)

    Raises:
        Problem: n is 0, successes are not from 0 to n, or the confidence is not between 0 and 1.
    """
    successes, n = counted(successes, n)
    z = -_NORMAL.inv_cdf((1 - confidence_of(confidence)) / 2)
    share = successes / n
    widened = z * z / n
    middle = (share + widened / 2) / (1 + widened)
    half = math.sqrt(widened * (share * (1 - share) + widened / 4)) / (1 + widened)
    # at the ends the formula gives exactly 0 and 1; rounding would leave 1e-17
    low = 0.0 if successes == 0 else min(share, max(0.0, middle - half))
    high = 1.0 if successes == n else max(share, min(1.0, middle + half))
    return Interval(share, low, high)


def difference(successes1: int, n1: int, successes2: int, n2: int, confidence: float = 0.95) -> Interval:
    """How much higher the first share is than the second: Newcombe's hybrid score interval; ×100 = percentage points.

    d − √((p1 − l1)² + (u2 − p2)²) … d + √((u1 − p1)² + (p2 − l2)²) with both Wilson intervals; method 10 of
    [newcombe-1998]. For two separate groups; for the same people asked twice there is `paired.paired_difference`. An
    interval with 0 inside leaves open whether there is a difference.

        >>> found = difference(56, 70, 48, 80)
        >>> round(found.estimate, 4), round(found.low, 4), round(found.high, 4)
        (0.2, 0.0524, 0.3339)

    Raises:
        Problem: see `wilson`.
    """
    first, second = wilson(successes1, n1, confidence), wilson(successes2, n2, confidence)
    found = first.estimate - second.estimate
    low = found - math.hypot(first.estimate - first.low, second.high - second.estimate)
    high = found + math.hypot(first.high - first.estimate, second.estimate - second.low)
    return Interval(found, max(-1.0, low), min(1.0, high))


def _power_of(n: float, p1: float, p2: float, z: float, pooled: bool) -> float:
    null, real = _spreads(p1, p2, pooled)
    above = math.sqrt(n) * abs(p2 - p1) - z * null
    if real == 0:  # from nobody to everybody: no chance is left in it
        return 1.0 if above > 0 else 0.0
    return _NORMAL.cdf(above / real)


def _spreads(p1: float, p2: float, pooled: bool) -> tuple[float, float]:
    """The standard deviation of √n × (difference), if there is no difference and if there is this one."""
    real = math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    if not pooled:
        return real, real
    mean = (p1 + p2) / 2
    return math.sqrt(2 * mean * (1 - mean)), real


def _two(p1: float, p2: float) -> tuple[float, float]:
    return checked.share(p1, say("First share")), checked.share(p2, say("Second share"))


def _people(n: float) -> float:
    return checked.above_zero(n, say("People per group"))


def _critical(alpha: float, two_sided: bool) -> float:
    """z at 1 − alpha or 1 − alpha/2; from the lower tail, where a small alpha keeps its digits."""
    sides = 2 if checked.flag(two_sided, say("Whether the test is two-sided")) else 1
    return -_NORMAL.inv_cdf(_alpha(alpha) / sides)


def _formula(pooled: bool) -> bool:
    return checked.flag(pooled, say("Whether the variance is pooled"))


def _alpha(alpha: float) -> float:
    plain = checked.number(alpha, say("Alpha"))
    if not _LEAST <= plain < 0.5:
        raise Problem(
            say(
                "Alpha, the share of false alarms, is above 0 and below 0.5, not {alpha}. Usual is 0.05.",
                alpha=plain,
            )
        )
    return plain


def _power(power: float, alpha: float) -> float:
    plain, least = checked.number(power, say("Power")), _alpha(alpha)
    if not least < plain < 1:
        raise Problem(
            say(
                "Power lies above alpha ({alpha}) and below 1, not at {power}: a test should find a difference more "
                "often than it invents one, and none finds every one. Usual is 0.8.",
                alpha=least,
                power=plain,
            )
        )
    return plain


def confidence_of(confidence: float) -> float:
    """A confidence between 0 and 1; Problem for any other."""
    plain = checked.number(confidence, say("Confidence"))
    if not 0 < plain < 1:
        raise Problem(
            say(
                "Confidence is above 0 and below 1, not {confidence}. Write 95 % as 0.95.",
                confidence=plain,
            )
        )
    return plain
