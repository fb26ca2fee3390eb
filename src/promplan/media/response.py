"""Response curves (saturation) and adstock (carry-over): what money brings, how it levels off, how long it lingers.

A curve says what a channel brings for `b` roubles, `value(b)`, and what the next rouble brings, `marginal(b)`, and
what a wanted response costs, `money_for(response)`; of a numpy array, a Series or a list they are asked entry by entry.
Money in roubles (any unit, the same everywhere), response in whatever the curve counts: people, sign-ups, or a reach
fraction. Every curve brings nothing for nothing and more for more; all but the S-shaped `Hill` are concave: each
further rouble brings less than the one before. The two curves of reach may begin above nothing: with contacts that
cost no money (`free`).

How it lingers, adstock, is in `adstock`, whose functions can be had from here as well.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, overload

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.adstock import (
    adstock_lightweight,
    adstock_meridian,
    adstock_pymc,
    adstock_robyn,
    half_life,
    series,
)

__all__ = [
    "Curve",
    "Exponential",
    "GammaPoisson",
    "Hill",
    "Logarithm",
    "Response",
    "Root",
    "adstock_lightweight",
    "adstock_meridian",
    "adstock_pymc",
    "adstock_robyn",
    "half_life",
    "robyn_hill",
]

A = TypeVar("A")
_EXACT = 1e290  # ratios beyond that, either way, are taken by their logarithms


class Curve:
    """What the curves share."""

    @property
    def bend(self) -> float:
        """The roubles up to which each further one brings *more* than the one before; 0 for a concave curve."""
        return 0.0

    @property
    def concave(self) -> bool:
        """Does each further rouble bring less than the one before, from the first on?"""
        return self.bend == 0

    @overload
    def value(self, b: float) -> float: ...
    @overload
    def value(self, b: A) -> A: ...
    def value(self, b: Any) -> Any:
        """What `b` roubles bring; of an array, a Series or a list each of its entries."""
        return _each(self._value, b, say("Money on a channel"))

    @overload
    def marginal(self, b: float) -> float: ...
    @overload
    def marginal(self, b: A) -> A: ...
    def marginal(self, b: Any) -> Any:
        """What the next rouble after `b` brings; infinite at 0 for `Root` and for `Hill` with a slope below 1."""
        return _each(self._marginal, b, say("Money on a channel"))

    @overload
    def money_for(self, response: float) -> float: ...
    @overload
    def money_for(self, response: A) -> A: ...
    def money_for(self, response: Any) -> Any:
        """The roubles that bring this response, the inverse of `value`; Problem for the cap and more."""
        return _each(self._money_for, response, say("The response wanted"))

    def _value(self, b: float) -> float:
        raise NotImplementedError

    def _marginal(self, b: float) -> float:
        raise NotImplementedError

    def _money_for(self, response: float) -> float:
        raise NotImplementedError

    def _take(self, name: str, where: Words) -> None:
        """A parameter as a plain float above 0."""
        object.__setattr__(self, name, checked.above_zero(getattr(self, name), where))

    def _take_free(self) -> None:
        """What works before the first rouble, as a plain float from 0 up."""
        free = checked.amount(getattr(self, "free"), say("What a response curve has without money"))  # noqa: B009
        object.__setattr__(self, "free", free)


def _each(formula: Callable[[float], float], given: Any, where: Words) -> Any:
    """The formula of a number, or of each entry of an array, a Series or a list, in its kind."""
    if getattr(given, "ndim", 0):
        if getattr(given, "ndim", 0) == 1 and hasattr(given, "to_dict"):
            return given.map(lambda one: formula(checked.amount(one, where)))
        if not hasattr(given, "flat"):
            raise Problem(say("{where}: numbers, an array or one column is needed, not a table.", where=where))
        found = [formula(checked.amount(one, where)) for one in given.flat]
        array = given.astype("float64")
        array.flat = found
        return array
    if isinstance(given, list | tuple):
        return [formula(checked.amount(one, where)) for one in given]
    return formula(checked.amount(given, where))


def _below(cap: float, response: float) -> float:
    """The response as a share of the cap, below 1."""
    if response >= cap:
        raise Problem(
            say(
                "No money brings {response}: the curve's cap is {cap}. Ask for less than the cap.",
                response=response,
                cap=cap,
            )
        )
    return response / cap


@dataclass(frozen=True)
class Exponential(Curve):
    """Saturation to a cap: r(b) = cap · (1 − exp(−b/scale)). Concave.

        >>> site = Exponential(cap=400, scale=50_000)
        >>> round(site.value(50_000), 1), round(site.marginal(50_000), 5), round(site.money_for(200))
        (252.8, 0.00294, 34657)

    Args:
        cap: the response that no money exceeds, in units of the response, above 0.
        scale: roubles after which 63.2 % of the cap are reached. With impressions for money, the population for
            `scale` and a cap of 1 it is the Poisson reach R = 1 − exp(−I/P): 100, 200, 300 GRP reach 63.2, 86.5, 95 %.
        free: what works as if so many roubles had been spent before the first one: contacts that cost nothing.
    """

    cap: float
    scale: float
    free: float = 0.0

    def __post_init__(self) -> None:
        self._take("cap", say("The cap of a response curve"))
        self._take("scale", say("The scale of a response curve"))
        self._take_free()

    def _value(self, b: float) -> float:
        return -self.cap * math.expm1(-(b + self.free) / self.scale)

    def _marginal(self, b: float) -> float:
        b += self.free
        return self.cap / self.scale * math.exp(-b / self.scale) if b < 745 * self.scale else 0.0

    def _money_for(self, response: float) -> float:
        return max(0.0, -self.scale * math.log1p(-_below(self.cap, response)) - self.free)


@dataclass(frozen=True)
class GammaPoisson(Curve):
    """Reach among light and heavy users: r(b) = cap · (1 − (1 + b/(shape · scale))^−shape). Concave.

    Contacts fall on people at random, at rates that are spread as a gamma distribution: the reach of the negative
    binomial distribution (`impressions.NBD`) [ehrenberg-1959] [danaher-2007]. A small `shape` means that a few heavy
    users take most contacts, and money soon meets the same people again; as it grows, `Exponential` returns.

        >>> alike, few = GammaPoisson(1_000, 5_000, shape=10), GammaPoisson(1_000, 5_000, shape=0.3)
        >>> [round(one.value(10_000)) for one in (alike, few)]  # two contacts for each of the 1,000 people
        [838, 457]
        >>> round(few.marginal(10_000), 4), round(few.money_for(457))
        (0.0142, 9984)

    Args:
        cap: the people (or the share of them) who use the channel at all, above 0.
        scale: roubles that buy as many contacts as there are users: one for each, on average; above 0.
        shape: how alike people use it, above 0; the variance of their contacts is mean + mean²/shape.
        free: what works as if so many roubles had been spent before the first one: contacts that cost nothing.
    """

    cap: float
    scale: float
    shape: float
    free: float = 0.0

    def __post_init__(self) -> None:
        self._take("cap", say("The cap of a response curve"))
        self._take("scale", say("The scale of a response curve"))
        self._take("shape", say("The shape of a response curve"))
        self._take_free()

    def _log(self, b: float) -> float:
        """ln(1 + contacts per user / shape)."""
        return math.log1p((b + self.free) / self.scale / self.shape)

    def _value(self, b: float) -> float:
        return -self.cap * math.expm1(-self.shape * self._log(b)) + 0.0

    def _marginal(self, b: float) -> float:
        return self.cap / self.scale * math.exp(-(self.shape + 1) * self._log(b))

    def _money_for(self, response: float) -> float:
        log = -math.log1p(-_below(self.cap, response)) / self.shape
        return max(0.0, self.scale * self.shape * math.expm1(log) - self.free) if log < 700 else math.inf


@dataclass(frozen=True)
class Hill(Curve):
    """Hill's curve as Meridian writes it: r(b) = cap / (1 + (b/half)^−slope). Concave if and only if slope <= 1.

    Above slope 1 it is S-shaped: convex up to `bend` = half · ((slope − 1)/(slope + 1))^(1/slope), concave beyond.

        >>> posts = Hill(cap=400, half=30_000, slope=2)
        >>> round(posts.value(30_000)), round(posts.bend), round(posts.money_for(300))
        (200, 17321, 51962)

    Args:
        cap: the response that no money exceeds, in units of the response, above 0.
        half: roubles that bring half of the cap (Meridian's `ec`); a parameter, not a function of the data as in Robyn
            (`robyn_hill`).
        slope: steepness, without unit, above 0.

    Source: [hill-1910]; [meridian-2026], model/adstock_hill.py.
    """

    cap: float
    half: float
    slope: float = 1.0

    def __post_init__(self) -> None:
        self._take("cap", say("The cap of a response curve"))
        self._take("half", say("The money for half of a response curve's cap"))
        self._take("slope", say("The slope of a response curve"))

    @property
    def bend(self) -> float:
        """The roubles up to which the curve is convex."""
        if self.slope <= 1:
            return 0.0
        return float(self.half * ((self.slope - 1) / (self.slope + 1)) ** (1 / self.slope))

    def _value(self, b: float) -> float:
        return self.cap * _share(self.slope * _log_ratio(b, self.half))

    def _marginal(self, b: float) -> float:
        if b == 0:
            return math.inf if self.slope < 1 else self.cap / self.half if self.slope == 1 else 0.0
        w = self.slope * _log_ratio(b, self.half)
        if b > 1 / _EXACT and abs(w) < 600:
            return self.cap * self.slope / b * _share(w) * _share(-w)
        log = math.log(self.cap) + math.log(self.slope) - math.log(b) - abs(w) - 2 * math.log1p(math.exp(-abs(w)))
        return math.exp(log) if log < 709 else math.inf

    def _money_for(self, response: float) -> float:
        reached = _below(self.cap, response)
        if not reached:
            return 0.0
        log = math.log(self.half) + (math.log(reached) - math.log1p(-reached)) / self.slope
        return math.exp(log) if log < 709 else math.inf


def _log_ratio(one: float, other: float) -> float:
    """ln(one/other), other above 0, whatever their size."""
    if not one:
        return -math.inf
    ratio = one / other
    return math.log(ratio) if 1 / _EXACT < ratio < _EXACT else math.log(one) - math.log(other)


def _share(log: float) -> float:
    """x / (1 + x) for x = exp(log), whatever its size."""
    return 1 / (1 + math.exp(-log)) if log > -700 else 0.0


@dataclass(frozen=True)
class Root(Curve):
    """Square root: r(b) = factor · √b. Concave, without a cap; the first rouble brings infinitely much.

        >>> Root(factor=2).value([0, 100, 400])
        [0.0, 20.0, 40.0]

    Args:
        factor: units of the response per square root of a rouble, above 0.
    """

    factor: float

    def __post_init__(self) -> None:
        self._take("factor", say("The factor of a response curve"))

    def _value(self, b: float) -> float:
        return self.factor * math.sqrt(b)

    def _marginal(self, b: float) -> float:
        return self.factor / (2 * math.sqrt(b)) if b else math.inf

    def _money_for(self, response: float) -> float:
        root = response / self.factor
        return root * root


@dataclass(frozen=True)
class Logarithm(Curve):
    """Logarithm: r(b) = factor · ln(1 + b/scale). Concave, without a cap.

        >>> round(Logarithm(factor=10, scale=1_000).value(9_000), 2)
        23.03

    Args:
        factor: units of the response, above 0; so much is added each time that scale + money grows e-fold.
        scale: roubles, above 0.
    """

    factor: float
    scale: float

    def __post_init__(self) -> None:
        self._take("factor", say("The factor of a response curve"))
        self._take("scale", say("The scale of a response curve"))

    def _value(self, b: float) -> float:
        ratio = b / self.scale
        return self.factor * (math.log1p(ratio) if ratio < _EXACT else _log_ratio(b, self.scale))

    def _marginal(self, b: float) -> float:
        return self.factor / (b + self.scale)

    def _money_for(self, response: float) -> float:
        power = response / self.factor
        return self.scale * math.expm1(power) if power < 709 else math.inf


Response = Exponential | GammaPoisson | Hill | Root | Logarithm


def robyn_hill(history: Iterable[float], alpha: float, gamma: float) -> list[float]:
    """Robyn's saturation x^α / (x^α + x₀^α) with x₀ = γ · max(history): **the turning point depends on the data**.

    One larger week in `history` moves the value of every week. To plan with it, read x₀ off once and use
    `Hill(cap, half=x₀, slope=α)`. This is the form of Robyn's published example (100 … 200, γ = 0.5, x₀ = 100); its
    code puts x₀ a share γ of the way from the smallest week to the largest: the two agree only if some week was 0.

    Args:
        history: the channel's spend (or adstocked spend) per period, as the model saw it, 0 or more.
        alpha: steepness, above 0; S-shaped above 1.
        gamma: where x₀ lies, above 0 and at most 1.

    Returns:
        A share of the cap in [0, 1) for each period.

        >>> [round(share, 3) for share in robyn_hill([100, 200, 50], alpha=2, gamma=0.5)]
        [0.5, 0.8, 0.2]

    Source: [robyn-2026], R/R/transformation.R, `saturation_hill`.

    Raises:
        Problem: a number outside its bounds, or a history without any spend.
    """
    spend = series(history)
    alpha = checked.above_zero(alpha, say("Robyn's alpha"))
    gamma = checked.share(checked.above_zero(gamma, say("Robyn's gamma")), say("Robyn's gamma"))
    turn = gamma * checked.above_zero(max(spend, default=0.0), say("The largest spend in Robyn's history"))
    return [_share(alpha * _log_ratio(x, turn)) if turn else 0.0 for x in spend]
