"""Comparing two shares honestly: how many people a comparison needs, and what a count says about the share behind it.

Before: `sample_size`, `power`, `minimum_detectable`, `feasible`. After: `wilson` for one share, `difference` for two,
`pooled_rate` for many posts. Normal approximations, as in R's power.prop.test: for shares of a few in a thousand and
groups of a few dozen they are rough. **Numbers are per group**; some pages print the total, with an extra factor 2.

Two formulas are in use. *Pooled* takes the variance of no difference for the false alarm and that of the difference for
the power (R's power.prop.test, Fleiss); *unpooled* takes the second for both. They differ by parts of a per cent.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from promplan.language import Problem, Words, say
from promplan.media import checked

_NORMAL = NormalDist()
_STEPS = 200  # halvings at most: each gains a bit, a double has 53 and some leading zeros


@dataclass(frozen=True)
class SampleSize:
    """People needed: `exact` per group as the formula gives it, `per_group` rounded up, `total` for both groups."""

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
                "The shares {p1} and {p2} lie too close together to be told apart by counting. "
                "Take a larger difference.",
                p1=p1,
                p2=p2,
            )
        )
    return SampleSize(exact, max(1, math.ceil(exact)))


def power(n: float, p1: float, p2: float, *, alpha: float = 0.05, pooled: bool = True, two_sided: bool = True) -> float:
    """How often a comparison of n people per group finds the difference between p1 and p2: `sample_size` inverted.

    Φ((√n |p2 − p1| − z_a √(2 p̄ q̄)) / √(p1 q1 + p2 q2)); unpooled with the second root in both places.

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
    return _power_of(n, p1, p2, z, pooled)


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

    Raises:
        Problem: as in `sample_size`; also when even the change to 100 % (or to 0 %) would go unseen.
    """
    n = _people(n)
    p1 = checked.share(p1, say("First share"))
    z = _critical(alpha, two_sided)
    wanted = _power(power, alpha)
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
    """Whether there are people enough, and the sentence that says so."""

    possible: bool
    why: Words


def feasible(n_needed: int, people: int, groups: int = 2) -> Feasible:
    """Whether `people` are enough for `groups` groups of `n_needed`, in words.

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
            say(
                "{groups} groups of {each} are {total} people, and there are {people}: it can be done.",
                groups=groups,
                each=n_needed,
                total=total,
                people=people,
            ),
        )
    return Feasible(
        False,
        say(
            "{groups} groups of {each} are {total} people, but there are only {people}: {missing} too few. "
            "Look for a larger difference, measure the same people before and after, or report the interval and leave "
            "the verdict open.",
            groups=groups,
            each=n_needed,
            total=total,
            people=people,
            missing=total - people,
        ),
    )


@dataclass(frozen=True)
class Interval:
    """An estimate with the lower and the upper end of its confidence interval; low <= estimate <= high."""

    estimate: float
    low: float
    high: float


def wilson(successes: int, n: int, confidence: float = 0.95) -> Interval:
    """Wilson's score interval for a share (Wilson 1927; recommended by Newcombe 1998), without continuity correction.

    (p̂ + z²/2n ± z √(p̂ q̂/n + z²/4n²)) / (1 + z²/n). It never leaves 0..1, and says something even about 0 of 20.

    Raises:
        Problem: n is 0, successes are not from 0 to n, or the confidence is not between 0 and 1.
    """
    successes, n = _counted(successes, n)
    z = -_NORMAL.inv_cdf((1 - _confidence(confidence)) / 2)
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
    R. G. Newcombe, Statistics in Medicine 17, 873–890, 1998. For two separate groups; the same people asked twice need
    a paired method. An interval with 0 inside leaves open whether there is a difference.

    Raises:
        Problem: see `wilson`.
    """
    first, second = wilson(successes1, n1, confidence), wilson(successes2, n2, confidence)
    found = first.estimate - second.estimate
    low = found - math.hypot(first.estimate - first.low, second.high - second.estimate)
    high = found + math.hypot(first.high - first.estimate, second.estimate - second.low)
    return Interval(found, max(-1.0, low), min(1.0, high))


@dataclass(frozen=True)
class Rates:
    """One rate over many posts, twice: `pooled` = Σ successes / Σ n is right, `averaged` lets a tiny post shout."""

    pooled: float
    averaged: float
    successes: int
    n: int


def pooled_rate(posts: Sequence[tuple[int, int]]) -> Rates:
    """The rate over all posts: pool, don't average. 50 of 100 and 10 of 1,000 are 5.45 %, not 25.5 %.

    Args:
        posts: (successes, n) of each post, n above 0: people who acted, people who were reached.

    Raises:
        Problem: no posts, or a post with n = 0 or more successes than n; says which.
    """
    if not len(posts):
        raise Problem(say("There are no posts to take a rate of. Give at least one."))
    counted = []
    for place, (successes, n) in enumerate(posts, 1):
        try:
            counted.append(_counted(successes, n))
        except Problem as problem:
            raise Problem(say("Post {n}. {why}", n=place, why=problem.what)) from problem
    all_successes, all_n = (sum(column) for column in zip(*counted, strict=True))
    averaged = math.fsum(successes / n for successes, n in counted) / len(counted)
    return Rates(all_successes / all_n, averaged, all_successes, all_n)


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
    return -_NORMAL.inv_cdf(_alpha(alpha) / (2 if two_sided else 1))


def _alpha(alpha: float) -> float:
    if checked.number(alpha, say("Alpha")) <= 0 or alpha >= 0.5:
        raise Problem(
            say(
                "Alpha, the share of false alarms, lies above 0 and below 0.5, not at {alpha}. Usual is 0.05.",
                alpha=alpha,
            )
        )
    return alpha


def _power(power: float, alpha: float) -> float:
    if not alpha < checked.number(power, say("Power")) < 1:
        raise Problem(
            say(
                "Power lies above alpha ({alpha}) and below 1, not at {power}: a test should find a difference more "
                "often than it invents one, and none finds every one. Usual is 0.8.",
                alpha=alpha,
                power=power,
            )
        )
    return power


def _confidence(confidence: float) -> float:
    if not 0 < checked.number(confidence, say("Confidence")) < 1:
        raise Problem(
            say(
                "Confidence lies above 0 and below 1, not at {confidence}. Write 95 % as 0.95.",
                confidence=confidence,
            )
        )
    return confidence


def _counted(successes: int, n: int) -> tuple[int, int]:
    n = checked.whole(n, say("People asked"), 1)
    successes = checked.whole(successes, say("People who said yes"))
    if successes > n:
        raise Problem(
            say(
                "{successes} of {n} cannot be: count people, not clicks, and each of them once.",
                successes=successes,
                n=n,
            )
        )
    return successes, n
