"""Budget constraints: what may be spent on which channel (minimum, maximum, fixed), checked, and in arrays."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.budget.curves import Array, Curves
from promplan.media.budget.envelope import Envelope, drawn_between
from promplan.media.budget.sentences import money, no_more_than
from promplan.media.response import Exponential, GammaPoisson, Hill, Response, Root
from promplan.media.vehicles import read

__all__ = ["Channel", "Objective", "Question"]

Objective = Literal["sum", "net_reach"]
ROUNDING = 1e-12  # of the total: minimums may exceed it by so much, for they were added up


@dataclass(frozen=True)
class Channel:
    """A channel that money can be spent on: its response curve and its bounds, in roubles.

        >>> Channel("site", Exponential(cap=400, scale=50_000), minimum=10_000).maximum
        inf

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
        if not isinstance(self.response, Response):
            raise _wrong(self, say("it needs one of the curves of promplan.media.response"))
        object.__setattr__(self, "name", checked.name(self.name, say("Name of a channel")))
        low = checked.amount(self.minimum, say("Minimum of {name}"), name=self.name)
        high = math.inf
        if not (isinstance(self.maximum, float) and self.maximum == math.inf):
            high = checked.amount(self.maximum, say("Maximum of {name}"), name=self.name)
        object.__setattr__(self, "minimum", low)
        object.__setattr__(self, "maximum", high)
        if low > high:
            raise _wrong(
                self,
                say(
                    "its minimum of {low} is above its maximum of {high}; swap or correct them",
                    low=money(low),
                    high=money(high),
                ),
            )
        if self.fixed is not None:
            fixed = checked.amount(self.fixed, say("Fixed amount of {name}"), name=self.name)
            object.__setattr__(self, "fixed", fixed)
            if not low <= fixed <= high:
                raise _wrong(
                    self,
                    say(
                        "it is fixed at {value}, and its bounds are {low} and {high}; move it, or its bounds",
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
        fixed: which channels are fixed, and not just held by a minimum that equals the maximum.
        high: `most`, or less where so much is not free for one channel.
        spent: the total, or the sum of the maximums if that is less.
    """

    names: tuple[str, ...]
    total: float
    objective: Objective
    low: Array
    most: Array
    fixed: NDArray[np.bool_]
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
    if not isinstance(objective, str) or objective not in ("sum", "net_reach"):
        raise Problem(
            say("A budget is split for “sum” or for “net_reach”, not for {value}.", value=checked.shown(objective))
        )
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
                "Minimums and fixed amounts add up to {least}, the total is {total}: "
                "take {over} off them, or raise the total.",
                least=money(least),
                total=money(total),
                over=money(least - total),
            )
        )
    room = np.minimum(low + max(0.0, total - least), total)  # the sum may round to a little above the total
    high = np.maximum(low, np.minimum(most, room))
    if objective == "net_reach":
        for channel, end in zip(channels, high.tolist(), strict=True):
            _reach_below_one(channel, end)
    return Question(
        names=tuple(channel.name for channel in channels),
        total=total,
        objective=objective,
        low=low,
        most=most,
        fixed=np.array([channel.fixed is not None for channel in channels]),
        high=high,
        spent=min(total, math.fsum(high.tolist())),
        curves=Curves([channel.response for channel in channels], objective == "net_reach"),
    )


def _reach_below_one(channel: Channel, most: float) -> None:
    """Refuse a reach of 1 or more; a cap of exactly 1 is approached and never reached, so it may stand."""
    curve = channel.response
    if isinstance(curve, Exponential | GammaPoisson | Hill):
        if curve.cap > 1:
            raise _wrong(
                channel,
                say(
                    "for net reach its curve must give a share of people, and its cap {cap} is above 1; "
                    "divide it by 100 if it is in per cent, by the number of people if it counts them",
                    cap=float(curve.cap),
                ),
            )
    elif curve.value(most) >= 1:
        end = 1 / curve.factor**2 if isinstance(curve, Root) else curve.scale * math.expm1(1 / curve.factor)
        raise _wrong(
            channel,
            say(
                "after {end} it would have reached everybody, and a reach stays below 1; "
                "set a maximum below that, or take a curve with a cap",
                end=money(end),
            ),
        )


def _wrong(channel: Channel, what: Words) -> Problem:
    return Problem(say("{name}: {what}.", name=str(channel.name)[:80], what=what))


def amounts_of(given: Any, names: Sequence[str]) -> Array:
    """Anybody's split in an array: in the order of the channels, or by their names (a dict, a Series, `Split.by_name`).

    Raises:
        Problem: not one amount, 0 or more, for each channel; a name that is no channel's.
    """
    split = read(getattr(given, "by_name", given), say("The split"))
    where = say("Money on {name}")
    if split.names:
        for name in split.names:
            checked.known(name, names, say("The split"))
        if missing := [name for name in names if name not in split.names]:
            raise Problem(
                say(
                    "The split says nothing of {names}: give 0 for whoever gets nothing.", names=", ".join(missing[:12])
                )
            )
        amounts = dict(zip(split.names, split.values, strict=True))
        return np.array([checked.amount(amounts[name], where, name=name) for name in names])
    if len(split.values) != len(names):
        raise Problem(
            say(
                "Amounts in the split: {amounts}, channels: {channels}. Give one amount for each channel.",
                amounts=len(split.values),
                channels=len(names),
            )
        )
    return np.array([checked.amount(b, where, name=name) for b, name in zip(split.values, names, strict=True)])
