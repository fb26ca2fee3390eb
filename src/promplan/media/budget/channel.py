"""What may be spent on which channel: the question in words, checked, and in arrays."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.budget.curves import Array, Curves
from promplan.media.budget.envelope import Envelope, drawn_between
from promplan.media.budget.sentences import money, no_more_than
from promplan.media.response import Exponential, Hill, Logarithm, Response, Root

Objective = Literal["sum", "net_reach"]
ROUNDING = 1e-12  # of the total: minimums may exceed it by so much, for they were added up


@dataclass(frozen=True)
class Channel:
    """A channel that money can be spent on: its response curve and its bounds, in roubles.

    Args:
        name: as it is to be called in words; no two alike.
        response: what it brings for its money.
        minimum, maximum: 0 <= minimum <= maximum; without a maximum the total is the bound.
        fixed: exactly so much, within the bounds; 0 leaves the channel out.

    Raises:
        Problem: a number that is none or negative, a minimum above the maximum, a fixed amount outside the two.
    """

    name: str
    response: Response
    minimum: float = 0.0
    maximum: float = math.inf
    fixed: float | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.response, Exponential | Hill | Root | Logarithm):
            raise _wrong(self, say("it needs one of the curves of promplan.media.response"))
        low = checked.amount(self.minimum, say("Minimum of {name}"), name=self.name)
        high = self.maximum
        if high != math.inf:
            high = checked.amount(self.maximum, say("Maximum of {name}"), name=self.name)
        if low > high:
            raise _wrong(
                self,
                say(
                    "its minimum of {low} ₽ is above its maximum of {high} ₽; swap or correct them",
                    low=money(low),
                    high=money(high),
                ),
            )
        if self.fixed is not None:
            fixed = checked.amount(self.fixed, say("Fixed amount of {name}"), name=self.name)
            if not low <= fixed <= high:
                raise _wrong(
                    self,
                    say(
                        "it is fixed at {value} ₽, and its bounds are {low} and {high}; move it, or its bounds",
                        value=money(fixed),
                        low=money(low),
                        high=no_more_than(high),
                    ),
                )


@dataclass(frozen=True)
class Question:
    """A budget to be split, checked; arrays have one entry per channel, in roubles.

    Args:
        low: minimums and fixed amounts.
        most: maximums and fixed amounts, ∞ where there is no maximum.
        high: `most`, or less where so much is not free for one channel.
        spent: the total, or the sum of the maximums if that is less.
    """

    names: tuple[str, ...]
    total: float
    objective: Objective
    low: Array
    most: Array
    high: Array
    spent: float
    curves: Curves

    @cached_property
    def envelope(self) -> Envelope:
        """The concave envelopes of the curves; for net reach of the contacts behind them."""
        return drawn_between(self.curves, self.low, self.high)


def question(channels: Sequence[Channel], total: float, objective: Objective) -> Question:
    """The question in arrays.

    Raises:
        Problem: an empty list, two channels of one name, a total that is none, minimums above it, an unknown objective,
            a reach that could come to 1 or more.
    """
    if objective not in ("sum", "net_reach"):
        raise Problem(say("A budget is split for “sum” or for “net_reach”, not for {value}.", value=repr(objective)))
    if not channels:
        raise Problem(say("There is no channel to spend money on: name at least one."))
    total = checked.amount(total, say("Total of the budget"))
    name, times = Counter(channel.name for channel in channels).most_common(1)[0]
    if times > 1:
        raise Problem(say("Two channels are called {name}: give each a name of its own.", name=name))
    low = np.array([c.minimum if c.fixed is None else c.fixed for c in channels], dtype=np.float64)
    most = np.array([c.maximum if c.fixed is None else c.fixed for c in channels], dtype=np.float64)
    least = math.fsum(low.tolist())
    if least > total * (1 + ROUNDING):
        raise Problem(
            say(
                "Minimums and fixed amounts add up to {least} ₽, the total is {total} ₽: "
                "take {over} ₽ off them, or raise the total.",
                least=money(least),
                total=money(total),
                over=money(least - total),
            )
        )
    high = np.minimum(most, low + max(0.0, total - least))
    if objective == "net_reach":
        for channel, end in zip(channels, high.tolist(), strict=True):
            _reach_below_one(channel, end)
    return Question(
        names=tuple(channel.name for channel in channels),
        total=total,
        objective=objective,
        low=low,
        most=most,
        high=high,
        spent=min(total, math.fsum(high.tolist())),
        curves=Curves([channel.response for channel in channels], objective == "net_reach"),
    )


def _reach_below_one(channel: Channel, most: float) -> None:
    """Refuse a reach of 1 or more; a cap of exactly 1 is approached and never reached, so it may stand."""
    curve = channel.response
    if isinstance(curve, Exponential | Hill):
        if curve.cap > 1:
            raise _wrong(
                channel,
                say(
                    "for net reach its curve must give a share of people, and its cap {cap} is above 1; "
                    "divide it by the number of people",
                    cap=float(curve.cap),
                ),
            )
    elif curve.value(most) >= 1:
        end = 1 / curve.factor**2 if isinstance(curve, Root) else curve.scale * math.expm1(1 / curve.factor)
        raise _wrong(
            channel,
            say(
                "after {end} ₽ it would have reached everybody, and a reach stays below 1; "
                "set a maximum below that, or take a curve with a cap",
                end=money(end),
            ),
        )


def _wrong(channel: Channel, what: Words) -> Problem:
    return Problem(say("{name}: {what}.", name=str(channel.name)[:80], what=what))


def amounts_of(given: Sequence[Any], names: Sequence[str]) -> Array:
    """Anybody's split in an array; Problem if it has not one amount, 0 or more, for each channel."""
    given = tuple(given) if isinstance(given, Iterable) else (given,)
    if len(given) != len(names):
        raise Problem(
            say(
                "The split has {amounts} amounts for {channels} channels: give one for each.",
                amounts=len(given),
                channels=len(names),
            )
        )
    where = say("Money on {name}")
    return np.array([checked.amount(b, where, name=name) for b, name in zip(given, names, strict=True)])
