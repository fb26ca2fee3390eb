"""Paired before-and-after comparison: the same people asked twice. McNemar's test, Newcombe's and Tango's intervals.

An excursion asks forty pupils before and after: two shares of the same forty are not two samples, and `experiment`'s
`difference` would be wrong for them. What counts are those who changed: `gained` (no before, yes after) and `lost`.
Without a control group it shows a change, not its cause.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, Literal

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.experiment import Interval, confidence_of, wilson

__all__ = ["McNemar", "Paired", "before_after", "mcnemar", "paired_difference"]

Method = Literal["newcombe", "tango"]

_NORMAL = NormalDist()
_STEPS = 200
_MANY = 10_000_000  # pairs: a survey of more people has a typing error in it


@dataclass(frozen=True)
class Paired:
    """The same people asked twice: how many said yes both times, gained, lost, or said no both times.

        >>> asked = Paired(both=9, gained=8, lost=2, neither=21)  # forty pupils, before and after an excursion
        >>> asked.n, asked.before, asked.after
        (40, 0.275, 0.425)

    Raises:
        Problem: a number that is not whole, or nobody asked.
    """

    both: int
    gained: int
    lost: int
    neither: int

    def __post_init__(self) -> None:
        for name, where in (
            ("both", say("People who said yes both times")),
            ("gained", say("People who said yes only after")),
            ("lost", say("People who said yes only before")),
            ("neither", say("People who said no both times")),
        ):
            object.__setattr__(self, name, checked.whole(getattr(self, name), where))
        checked.at_most(self.n, _MANY, say("People asked twice"))
        if not self.n:
            raise Problem(say("Nobody was asked both times. Match the two answers of each person first."))

    @property
    def n(self) -> int:
        """People who answered both times."""
        return self.both + self.gained + self.lost + self.neither

    @property
    def before(self) -> float:
        """The share of yes before."""
        return (self.both + self.lost) / self.n

    @property
    def after(self) -> float:
        """The share of yes after."""
        return (self.both + self.gained) / self.n


def before_after(before: Iterable[Any], after: Iterable[Any]) -> Paired:
    """Counts from the answers of each person: True or False, 1 or 0, in the same order; or by name or number of person.

        >>> before_after([True, False, False, True], [True, True, False, False])
        Paired(both=1, gained=1, lost=1, neither=1)
        >>> before_after({"Anya": 0, "Boris": 1, "Vera": 0}, {"Vera": 1, "Anya": 0})  # Boris was away
        Paired(both=0, gained=1, lost=0, neither=1)

    Args:
        before, after: two lists or columns of one length and order; or two mappings or Series by person, of which those
            who answered both times count.

    Raises:
        Problem: lists of different lengths, or an answer that is none.
    """
    first, second = _answers(before), _answers(after)
    if isinstance(first, dict) and isinstance(second, dict):
        pairs = [(first[who], second[who]) for who in first if who in second]
    elif isinstance(first, dict) or isinstance(second, dict):
        raise Problem(say("The answers of one time come by person, the others in a list: give both alike."))
    elif len(first) != len(second):
        raise Problem(
            say(
                "There are {n} answers before and {m} after: who is who? "
                "Give one of each for every person, or both by person.",
                n=len(first),
                m=len(second),
            )
        )
    else:
        pairs = list(zip(first, second, strict=True))
    return Paired(*(pairs.count(each) for each in ((True, True), (False, True), (True, False), (False, False))))


def paired_difference(
    both: int, gained: int, lost: int, neither: int, confidence: float = 0.95, method: Method = "newcombe"
) -> Interval:
    """How much the share of yes rose among the same people, after − before; ×100 = percentage points.

    "newcombe": method 10 of [newcombe-1998b], the square-and-add interval from two Wilson intervals with the corrected
    correlation φ, (ad − bc ∓ n/2) / √…; a closed form, recommended. "tango": the score interval of [tango-1998], by
    bisection; it needs only n and those who changed. They differ in the third decimal for some dozens of people.

        >>> of_forty = paired_difference(both=9, gained=8, lost=2, neither=21)
        >>> round(of_forty.estimate, 3), round(of_forty.low, 3), round(of_forty.high, 3)
        (0.15, -0.007, 0.296)

    Args:
        both, gained, lost, neither: people who said yes both times, only after, only before, neither time.

    Raises:
        Problem: a number that is not whole, nobody asked, a confidence not between 0 and 1, another method.
    """
    asked = Paired(both, gained, lost, neither)
    confidence = confidence_of(confidence)
    if isinstance(method, str) and method == "newcombe":
        return _newcombe(asked, confidence)
    if isinstance(method, str) and method == "tango":
        return _tango(asked, confidence)
    raise Problem(
        say("The method of a paired interval is “newcombe” or “tango”, not {value}.", value=checked.shown(method))
    )


@dataclass(frozen=True)
class McNemar:
    """McNemar's test of no change: `mid_p` is the one to report, `exact` is conservative, `z` is above 0 for a rise.

    All are two-sided, from the people who changed alone.

        >>> test = mcnemar(gained=8, lost=2)
        >>> print(f"mid-P {test.mid_p:.3f}, exact {test.exact:.3f}: at 5 % eight against two do not yet show a change")
        mid-P 0.065, exact 0.109: at 5 % eight against two do not yet show a change
    """

    z: float
    p: float
    exact: float
    mid_p: float


def mcnemar(gained: int, lost: int) -> McNemar:
    """McNemar's test [mcnemar-1947]: would as many gain as lose? Asymptotic, exact binomial and mid-P.

    z = (gained − lost)/√(gained + lost), without continuity correction; of the three mid-P keeps the wanted level best
    [fagerland-2013].

        >>> test = mcnemar(gained=16, lost=6)
        >>> round(test.z, 3), round(test.p, 4), round(test.exact, 4), round(test.mid_p, 4)
        (2.132, 0.033, 0.0525, 0.0347)

    Raises:
        Problem: a number that is not whole, or nobody who changed.
    """
    gained = checked.whole(gained, say("People who said yes only after"))
    lost = checked.whole(lost, say("People who said yes only before"))
    changed = gained + lost
    checked.at_most(changed, _MANY, say("People who changed"))
    if not changed:
        raise Problem(
            say("Nobody changed an answer, so there is no change to test. Report the interval of the difference.")
        )
    z = (gained - lost) / math.sqrt(changed)
    few = min(gained, lost)
    tail, here = _binomial_tail(changed, few)
    exact = min(1.0, 2 * tail)
    mid_p = min(1.0, 2 * tail - here) if gained != lost else 1 - here / 2
    return McNemar(z, math.erfc(abs(z) / math.sqrt(2)), exact, mid_p)


def _answers(given: Any) -> dict[Any, bool] | list[bool]:
    where = say("Answers")
    series = getattr(given, "ndim", 0) == 1 and hasattr(given, "to_dict")
    if series or isinstance(given, dict):
        found = checked.mapping(given, where)
        if series and len(found) < len(given):
            raise Problem(say("Answers: one person is there twice. Keep one answer of each."))
        return {who: _yes(one, who) for who, one in found.items()}
    return [_yes(one, n) for n, one in enumerate(checked.listed(given, object, where), 1)]


def _yes(answer: Any, who: Any) -> bool:
    try:
        if answer == 0 or answer == 1:
            return bool(answer)
    except Exception:  # an array compares to an array
        pass
    raise Problem(
        say(
            "Answer of person {n}: True or False, 1 or 0 is needed, not {value}. Leave out who did not answer.",
            n=checked.shown(who),
            value=checked.shown(answer),
        )
    )


def _newcombe(asked: Paired, confidence: float) -> Interval:
    n, found = asked.n, asked.after - asked.before
    after = wilson(asked.both + asked.gained, n, confidence)
    before = wilson(asked.both + asked.lost, n, confidence)
    a, b, c, d = asked.both, asked.gained, asked.lost, asked.neither
    cross = a * d - b * c
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    phi = (max(cross - n / 2, 0.0) if cross > 0 else cross) / math.sqrt(margins) if margins else 0.0

    def far(one: float, other: float) -> float:
        return math.sqrt(max(0.0, one * one - 2 * phi * one * other + other * other))

    down = far(after.estimate - after.low, before.high - before.estimate)
    up = far(after.high - after.estimate, before.estimate - before.low)
    return Interval(found, max(-1.0, found - down), min(1.0, found + up))


def _tango(asked: Paired, confidence: float) -> Interval:
    n, b, c = asked.n, asked.gained, asked.lost
    z, found = -_NORMAL.inv_cdf((1 - confidence) / 2), (b - c) / n

    def score(delta: float) -> float:
        """How many standard errors the change lies above delta; the changers' shares at their likeliest for delta."""
        one = -b - c + (2 * n - b + c) * delta
        lost = (math.sqrt(max(0.0, one * one + 8 * n * c * delta * (1 - delta))) - one) / (4 * n)
        variance = n * (2 * lost + delta * (1 - delta))
        above = b - c - n * delta
        return above / math.sqrt(variance) if variance > 0 else math.copysign(math.inf, above) if above else 0.0

    return Interval(found, _where(score, z, -1.0, found), _where(score, -z, found, 1.0))


def _where(score: Any, wanted: float, low: float, high: float) -> float:
    """Where the falling score has the wanted value, between two ends."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if score(middle) > wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _binomial_tail(n: int, k: int) -> tuple[float, float]:
    """P(X <= k) and P(X = k) for X from Binomial(n, 1/2), k <= n/2; from k down, where terms soon vanish."""
    here = math.exp(math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) - n * math.log(2))
    terms, term = [here], here
    for j in range(k, 0, -1):
        term *= j / (n - j + 1)
        if term < 1e-18 * here:
            break
        terms.append(term)
    return math.fsum(terms), here
