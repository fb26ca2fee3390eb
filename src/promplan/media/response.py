"""Response curves and adstock: what money brings, how it levels off, how long it lingers.

A curve says what a channel brings for `b` roubles, `value(b)`, and what the next rouble brings, `marginal(b)`. Money in
roubles (any unit, the same everywhere), response in whatever the curve counts: people, sign-ups, or a reach fraction.
Every curve brings nothing for nothing and more for more; all but the S-shaped `Hill` are concave: each further rouble
brings less than the one before.

Adstock comes in four conventions that give four different numbers; each has its own function here, named after the
package that uses it.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from numbers import Real

from promplan.language import Problem, say
from promplan.media import checked


def _money(b: float) -> float:
    return checked.amount(b, say("Money on a channel"))


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


@dataclass(frozen=True)
class Exponential(Curve):
    """Saturation to a cap: r(b) = cap · (1 − exp(−b/scale)). Concave.

    Args:
        cap: the response that no money exceeds, in units of the response, above 0.
        scale: roubles after which 63.2 % of the cap are reached. With impressions for money, the population for
            `scale` and a cap of 1 it is the Poisson reach R = 1 − exp(−I/P): 100, 200, 300 GRP reach 63.2, 86.5, 95 %.
    """

    cap: float
    scale: float

    def __post_init__(self) -> None:
        checked.above_zero(self.cap, say("The cap of a response curve"))
        checked.above_zero(self.scale, say("The scale of a response curve"))

    def value(self, b: float) -> float:
        """What `b` roubles bring."""
        return -self.cap * math.expm1(-_money(b) / self.scale)

    def marginal(self, b: float) -> float:
        """What the next rouble brings."""
        return self.cap / self.scale * math.exp(-_money(b) / self.scale)


@dataclass(frozen=True)
class Hill(Curve):
    """Hill's curve as Meridian writes it: r(b) = cap / (1 + (b/half)^−slope). Concave if and only if slope <= 1.

    Above slope 1 it is S-shaped: convex up to `bend` = half · ((slope − 1)/(slope + 1))^(1/slope), concave beyond.

    Args:
        cap: the response that no money exceeds, in units of the response, above 0.
        half: roubles that bring half of the cap (Meridian's `ec`); a parameter, not a function of the data as in Robyn
            (`robyn_hill`).
        slope: steepness, without unit, above 0.

    Source: A. V. Hill 1910; google/meridian, model/adstock_hill.py (2026).
    """

    cap: float
    half: float
    slope: float = 1.0

    def __post_init__(self) -> None:
        checked.above_zero(self.cap, say("The cap of a response curve"))
        checked.above_zero(self.half, say("The money for half of a response curve's cap"))
        checked.above_zero(self.slope, say("The slope of a response curve"))

    @property
    def bend(self) -> float:
        if self.slope <= 1:
            return 0.0
        return float(self.half * ((self.slope - 1) / (self.slope + 1)) ** (1 / self.slope))

    def value(self, b: float) -> float:
        """What `b` roubles bring."""
        return self.cap * _share(_money(b) / self.half, self.slope)

    def marginal(self, b: float) -> float:
        """What the next rouble brings; infinite at 0 for a slope below 1."""
        if _money(b) == 0:
            return math.inf if self.slope < 1 else self.cap / self.half if self.slope == 1 else 0.0
        reached = _share(b / self.half, self.slope)
        return self.cap * self.slope / b * reached * _share(self.half / b, self.slope)


def _share(x: float, slope: float) -> float:
    """x^slope / (1 + x^slope), whatever the size of x."""
    log = slope * math.log(x) if x > 0 else -math.inf
    return 1 / (1 + math.exp(-log)) if log > -700 else 0.0


@dataclass(frozen=True)
class Root(Curve):
    """Square root: r(b) = factor · √b. Concave, without a cap; the first rouble brings infinitely much.

    Args:
        factor: units of the response per square root of a rouble, above 0.
    """

    factor: float

    def __post_init__(self) -> None:
        checked.above_zero(self.factor, say("The factor of a response curve"))

    def value(self, b: float) -> float:
        """What `b` roubles bring."""
        return self.factor * math.sqrt(_money(b))

    def marginal(self, b: float) -> float:
        """What the next rouble brings; infinite at 0."""
        return self.factor / (2 * math.sqrt(b)) if _money(b) else math.inf


@dataclass(frozen=True)
class Logarithm(Curve):
    """Logarithm: r(b) = factor · ln(1 + b/scale). Concave, without a cap.

    Args:
        factor: units of the response, above 0; so much is added each time that scale + money grows e-fold.
        scale: roubles, above 0.
    """

    factor: float
    scale: float

    def __post_init__(self) -> None:
        checked.above_zero(self.factor, say("The factor of a response curve"))
        checked.above_zero(self.scale, say("The scale of a response curve"))

    def value(self, b: float) -> float:
        """What `b` roubles bring."""
        return self.factor * math.log1p(_money(b) / self.scale)

    def marginal(self, b: float) -> float:
        """What the next rouble brings."""
        return self.factor / (_money(b) + self.scale)


Response = Exponential | Hill | Root | Logarithm


def robyn_hill(history: Sequence[float], alpha: float, gamma: float) -> list[float]:
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

    Source: facebookexperimental/Robyn, R/R/transformation.R, `saturation_hill`.

    Raises:
        Problem: a number outside its bounds, or a history without any spend.
    """
    history = _series(history)
    checked.above_zero(alpha, say("Robyn's alpha"))
    checked.share(checked.above_zero(gamma, say("Robyn's gamma")), say("Robyn's gamma"))
    turn = gamma * checked.above_zero(max(history, default=0.0), say("The largest spend in Robyn's history"))
    return [_share(x / turn, alpha) for x in history]


def adstock_robyn(spend: Sequence[float], theta: float) -> list[float]:
    """Robyn's geometric adstock: a_t = x_t + θ a_{t−1}. **Inflates**: 100 in each period tends to 100/(1 − θ).

    Args:
        spend: per period, 0 or more; before the first there was nothing.
        theta: what stays from one period to the next, in [0, 1).

    Source: S. Broadbent 1979; facebookexperimental/Robyn, `adstock_geometric`.
    """
    spend = _series(spend)
    _below_one(theta)
    stock, stocks = 0.0, []
    for x in spend:
        stock = x + theta * stock
        stocks.append(stock)
    return stocks


def adstock_lightweight(spend: Sequence[float], lag_weight: float) -> list[float]:
    """lightweight_mmm's adstock: Robyn's × (1 − λ). A steady spend tends to itself, but a single pulse starts at 1 − λ.

    Source: google/lightweight_mmm, `media_transforms.adstock(normalise=True)`.
    """
    return [(1 - lag_weight) * stock for stock in adstock_robyn(spend, lag_weight)]


def adstock_meridian(spend: Sequence[float], alpha: float, max_lag: int) -> list[float]:
    """Meridian's geometric adstock: Σ α^s x_{t−s} / Σ α^s over s = 0 … max_lag. Spreads a pulse, sums to it.

    As there, the window is never longer than the series, and the weights are those of the whole window even where the
    series has just begun. (Its newer *binomial* decay has other weights and is not meant here.)

    Args:
        spend: per period, 0 or more.
        alpha: what stays from one period to the next, in [0, 1).
        max_lag: the last period that still counts, 0 or more: max_lag + 1 periods in all.

    Source: google/meridian, model/adstock_hill.py (2026).
    """
    spend = _series(spend)
    last = checked.whole(max_lag, say("The last period that still counts"))
    return adstock_pymc(spend, alpha, min(last + 1, max(len(spend), 1)), normalize=True)


def adstock_pymc(spend: Sequence[float], alpha: float, l_max: int = 12, normalize: bool = False) -> list[float]:
    """pymc-marketing's geometric adstock: Σ α^s x_{t−s} over `l_max` periods, divided by Σ α^s if `normalize`.

    Without `normalize` it is Robyn's with a cut tail; with it, Meridian's with l_max = max_lag + 1.

    Source: pymc-labs/pymc-marketing, mmm/transformers.py, `geometric_adstock` (2024).
    """
    spend = _series(spend)
    _below_one(alpha)
    window = checked.whole(l_max, say("The window of an adstock"), least=1)
    # a weight without a period to weigh is not looked at, but it counts for the sum
    weights = [alpha**s for s in range(min(window, len(spend)))]
    whole = (1 - alpha**window) / (1 - alpha) if normalize else 1.0
    return [math.fsum(w * spend[t - s] for s, w in enumerate(weights[: t + 1])) / whole for t in range(len(spend))]


def half_life(rate: float) -> float:
    """Periods after which half of a pulse is left: ln 0.5 / ln rate; 0 if nothing stays."""
    _below_one(rate)
    return math.log(0.5) / math.log(rate) if rate else 0.0


def _series(spend: Iterable[float]) -> list[float]:
    """Spend per period as numbers from 0 up."""
    where = say("Spend in period {n}")
    listed = checked.listed(spend, Real, say("Spend per period"))  # type: ignore[type-abstract]
    return [checked.amount(x, where, n=place) for place, x in enumerate(listed, 1)]


def _below_one(rate: float) -> None:
    if checked.share(rate, say("What stays from one period to the next")) == 1:
        raise Problem(say("What stays from one period to the next is below 1, or nothing is ever forgotten."))
