"""Budget allocation over channels (media mix optimisation), with a certificate that proves the split.

    answer = split([Channel("site", Logarithm(10, 1)), Channel("radio", Logarithm(6, 1))], total=4)
    answer.by_name, answer.value, answer.certificate.words()
    budget_curve(channels, totals)  # what each total brings
    budget_for(channels, wanted)    # the least total that brings so much

Every channel gets so much that the last rouble brings the same everywhere (`filling`); where a curve is not concave the
search goes on (`branching`); every answer carries a `Certificate`, and `certify` makes one for anybody's split.
Objectives:

- "sum": Σ r_i(b_i), responses that add up, such as sign-ups;
- "net_reach": 1 − Π(1 − r_i(b_i)), the share of people whom at least one channel meets, under random duplication; the
  r_i are reach fractions (`curves` says what that does to their shape).

Relies on: numpy; the curves of `promplan.media.response`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scipy.optimize import brentq

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.budget.branching import best_split
from promplan.media.budget.certificate import Bound, Certificate, Verdict, judge
from promplan.media.budget.channel import Channel, Objective, amounts_of, question
from promplan.media.budget.sentences import ROUBLE

__all__ = [
    "Bound",
    "BudgetPoint",
    "Certificate",
    "Channel",
    "Objective",
    "Split",
    "Verdict",
    "budget_curve",
    "budget_for",
    "certify",
    "split",
]

ENOUGH = 1e-12  # of a total: so near `budget_for` comes to the least one


@dataclass(frozen=True)
class Split:
    """Who gets how much, in roubles, in the order of the channels, and the proof that nothing else brings more.

    >>> from promplan.media.response import Logarithm
    >>> channels = [Channel("site", Logarithm(10, 1)), Channel("radio", Logarithm(6, 1))]
    >>> best = split(channels, total=4)
    >>> {name: round(money, 2) for name, money in best.by_name.items()}, round(best.value, 2), best.left
    ({'site': 2.75, 'radio': 1.25}, 18.08, 0.0)
    >>> best.certificate.verdict, round(best.as_rows()[1]["next_rouble"], 2)
    ('best', 2.67)
    """

    channels: tuple[Channel, ...]
    amounts: tuple[float, ...]
    certificate: Certificate

    @property
    def value(self) -> float:
        """What the split brings: the sum of responses, or the net reach as a fraction."""
        return self.certificate.value

    @property
    def left(self) -> float:
        """Roubles that stay unspent, because every channel stands at its maximum."""
        return self.certificate.left

    def words(self, sign: str = ROUBLE, people: float | None = None) -> Words:
        """The certificate in words; `sign` and `people` as in `Certificate.sentences`."""
        return self.certificate.words(sign, people)

    def as_rows(self) -> list[dict[str, str | float]]:
        """A row for each channel, for a table: its money, what that brings, what the next rouble would, its bound."""
        proof = self.certificate
        return [
            {
                "channel": channel.name,
                "money": amount,
                "response": float(channel.response.value(amount)),
                "next_rouble": marginal,
                "bound": bound,
            }
            for channel, amount, marginal, bound in zip(
                self.channels, self.amounts, proof.marginals, proof.bounds, strict=True
            )
        ]

    @property
    def by_name(self) -> dict[str, float]:
        """Roubles by the channels' names."""
        return {channel.name: amount for channel, amount in zip(self.channels, self.amounts, strict=True)}


def split(channels: Iterable[Channel], total: float, objective: Objective = "sum") -> Split:
    """The split of `total` over `channels` that brings most.

    Money may be left over: curves never fall, so all is spent that the maximums allow, and the rest is stated
    (`Split.left`, and a sentence of the certificate).

    Concave curves: the optimum to the accuracy of floats. Others: the optimum within 1e-10 of what is at stake, unless
    the search is exhausted; the certificate's `ceiling` and `gap` say what is proven.

        >>> from promplan.media.response import Logarithm
        >>> answer = split([Channel("site", Logarithm(10, 1)), Channel("radio", Logarithm(6, 1))], total=4)
        >>> {name: round(money, 6) for name, money in answer.by_name.items()}
        {'site': 2.75, 'radio': 1.25}
        >>> print(str(answer.words())[:54])
        No other split of this total brings more than 18.08314

    Args:
        channels: at least one.
        total: roubles, 0 or more.
        objective: "sum" or "net_reach".

    Raises:
        Problem: an empty list, two channels of one name, a total that is no number, minimums and fixed amounts above
            the total, a reach that could come to 1 or more.
    """
    channels = checked.listed(channels, Channel, say("Channels of the budget"))
    asked = question(channels, total, objective)
    best = best_split(asked.envelope, asked.spent)
    return Split(channels, tuple(best.money.tolist()), judge(asked, best.money, best))


def certify(channels: Iterable[Channel], amounts: Any, total: float, objective: Objective = "sum") -> Certificate:
    """Judge a split, whoever made it: is it possible, is it the best, and if not, what is wrong and what is missing?

        >>> from promplan.media.response import Logarithm
        >>> channels = [Channel("site", Logarithm(10, 1)), Channel("radio", Logarithm(6, 1))]
        >>> certify(channels, {"radio": 2, "site": 2}, total=4).verdict
        'beaten'

    Args:
        amounts: roubles per channel, in their order, or by name (a dict, a Series, a `Split`); bounds and total may be
            broken, that is what is judged.

    Raises:
        Problem: as `split`; not one amount, 0 or more, for each channel.
    """
    asked = question(checked.listed(channels, Channel, say("Channels of the budget")), total, objective)
    given = amounts_of(amounts, asked.names)
    return judge(asked, given, best_split(asked.envelope, asked.spent))


@dataclass(frozen=True)
class BudgetPoint:
    """One point of a budget curve: what the best split of a total brings, and what one more rouble would.

    >>> from promplan.media.response import Logarithm
    >>> channels = [Channel("site", Logarithm(10, 1)), Channel("radio", Logarithm(6, 1))]
    >>> (point,) = budget_curve(channels, [4])
    >>> print(f"{point.total:.0f} bring {point.value:.1f}, one more would bring {point.next_rouble:.2f}")
    4 bring 18.1, one more would bring 2.67
    """

    total: float
    value: float
    next_rouble: float
    by_name: dict[str, float]


def budget_curve(
    channels: Iterable[Channel], totals: Iterable[float], objective: Objective = "sum"
) -> tuple[BudgetPoint, ...]:
    """What each total brings if it is split as well as it can be: the response curve of the whole budget.

        >>> from promplan.media.response import Exponential
        >>> site = Channel("site", Exponential(0.6, 1e6))
        >>> for point in budget_curve([site, Channel("radio", Exponential(0.4, 1e6))], [5e5, 1e6], "net_reach"):
        ...     print(point.total, round(point.value, 3), round(point.by_name["radio"]))
        500000.0 0.236 0
        1000000.0 0.381 94535

    Raises:
        Problem: as `split`, for any of the totals.
    """
    channels = checked.listed(channels, Channel, say("Channels of the budget"))
    found = []
    for total in checked.listed(totals, object, say("Totals of the budget")):
        best = split(channels, total, objective)  # type: ignore[arg-type]
        found.append(BudgetPoint(best.certificate.total, best.value, best.certificate.multiplier, best.by_name))
    return tuple(found)


def budget_for(channels: Iterable[Channel], wanted: float, objective: Objective = "sum") -> Split:
    """The least total whose best split brings so much, split: the inverse of `budget_curve`, by Brent's search.

        >>> from promplan.media.response import Exponential
        >>> channels = [Channel("site", Exponential(0.6, 1e6)), Channel("radio", Exponential(0.4, 1e6))]
        >>> least = budget_for(channels, 0.40, "net_reach")
        >>> round(least.certificate.total), round(least.value, 6)
        (1085531, 0.4)

    Args:
        wanted: the sum of responses, or the net reach as a share; the minimums of the channels are spent in any case.

    Raises:
        Problem: as `split`; more than any money brings within the maximums.
    """
    channels = checked.listed(channels, Channel, say("Channels of the budget"))
    wanted = checked.amount(wanted, say("The response wanted"))
    low = sum(channel.minimum if channel.fixed is None else channel.fixed for channel in channels)
    least = split(channels, low, objective)
    if least.value >= wanted:
        return least
    high = max(1.0, 2 * low)
    while (best := split(channels, high, objective)).value < wanted:
        if best.left > 0 or high >= checked.MOST or best.certificate.multiplier == 0:
            raise Problem(
                say(
                    "A response of {wanted} is out of reach: all the money that these channels take brings {most}. "
                    "Raise a maximum, add a channel, or ask for less.",
                    wanted=wanted,
                    most=best.value,
                )
            )
        low, high = high, min(2 * high, float(checked.MOST))
    total = brentq(lambda money: split(channels, money, objective).value - wanted, low, high, xtol=1e-300, rtol=ENOUGH)
    return split(channels, float(total), objective)
