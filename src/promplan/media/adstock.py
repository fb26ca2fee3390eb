"""Adstock (carry-over): how long advertising lingers, in the conventions of four packages.

Adstock comes in four conventions that give four different numbers; each has its own function here, named after the
package that uses it.
"""

import math
from collections.abc import Iterable
from typing import Any

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["adstock_lightweight", "adstock_meridian", "adstock_pymc", "adstock_robyn", "half_life"]


def adstock_robyn(spend: Iterable[float], theta: float) -> list[float]:
    """Robyn's geometric adstock: a_t = x_t + θ a_{t−1}. **Inflates**: 100 in each period tends to 100/(1 − θ).

    Args:
        spend: per period, 0 or more; before the first there was nothing.
        theta: what stays from one period to the next, in [0, 1).

        >>> [round(stock, 2) for stock in adstock_robyn([100, 0, 0, 100], theta=0.5)]
        [100.0, 50.0, 25.0, 112.5]

    Source: [broadbent-1979]; [robyn-2026], `adstock_geometric`.
    """
    theta = _below_one(theta)
    stock, stocks = 0.0, []
    for x in series(spend):
        stock = x + theta * stock
        stocks.append(stock)
    return stocks


def adstock_lightweight(spend: Iterable[float], lag_weight: float) -> list[float]:
    """lightweight_mmm's adstock: Robyn's × (1 − λ). A steady spend tends to itself, but a single pulse starts at 1 − λ.

        >>> [round(stock, 2) for stock in adstock_lightweight([100, 0, 0, 100], lag_weight=0.5)]
        [50.0, 25.0, 12.5, 56.25]

    Source: [lightweight-mmm-2022], `media_transforms.adstock(normalise=True)`.
    """
    lag_weight = _below_one(lag_weight)
    return [(1 - lag_weight) * stock for stock in adstock_robyn(spend, lag_weight)]


def adstock_meridian(spend: Iterable[float], alpha: float, max_lag: int) -> list[float]:
    """Meridian's geometric adstock: Σ α^s x_{t−s} / Σ α^s over s = 0 … max_lag. Spreads a pulse, sums to it.

    As there, the window is never longer than the series, and the weights are those of the whole window even where the
    series has just begun. (Its newer *binomial* decay has other weights and is not meant here.)

    Args:
        spend: per period, 0 or more.
        alpha: what stays from one period to the next, in [0, 1).
        max_lag: the last period that still counts, 0 or more: max_lag + 1 periods in all.

        >>> [round(stock, 2) for stock in adstock_meridian([100, 0, 0, 100], alpha=0.5, max_lag=2)]
        [57.14, 28.57, 14.29, 57.14]

    Source: [meridian-2026], model/adstock_hill.py.
    """
    stream = series(spend)
    last = checked.whole(max_lag, say("The last period that still counts"))
    return adstock_pymc(stream, alpha, min(last + 1, max(len(stream), 1)), normalize=True)


def adstock_pymc(spend: Iterable[float], alpha: float, l_max: int = 12, normalize: bool = False) -> list[float]:
    """pymc-marketing's geometric adstock: Σ α^s x_{t−s} over `l_max` periods, divided by Σ α^s if `normalize`.

    Without `normalize` it is Robyn's with a cut tail; with it, Meridian's with l_max = max_lag + 1.

        >>> [round(stock, 2) for stock in adstock_pymc([100, 0, 0, 100], alpha=0.5, l_max=2)]
        [100.0, 50.0, 0.0, 100.0]

    Source: [pymc-marketing-2024], mmm/transformers.py, `geometric_adstock`.
    """
    stream = series(spend)
    alpha, normalize = _below_one(alpha), checked.flag(normalize, say("Whether an adstock is normalised"))
    window = checked.whole(l_max, say("The window of an adstock"), least=1)
    # a weight without a period to weigh is not looked at, but it counts for the sum
    weights = [alpha**s for s in range(min(window, len(stream)))]
    whole = (1 - alpha**window) / (1 - alpha) if normalize else 1.0
    return [math.fsum(w * stream[t - s] for s, w in enumerate(weights[: t + 1])) / whole for t in range(len(stream))]


def half_life(rate: float) -> float:
    """Periods after which half of a pulse is left: ln 0.5 / ln rate; 0 if nothing stays.

    >>> half_life(0.5), round(half_life(0.8), 2)
    (1.0, 3.11)
    """
    rate = _below_one(rate)
    return math.log(0.5) / math.log(rate) if rate else 0.0


def series(spend: Any) -> list[float]:
    """Spend per period, in its order, as numbers from 0 up."""
    where = say("Spend in period {n}")
    listed = checked.listed(spend, object, say("Spend per period"))
    return [checked.amount(x, where, n=place) for place, x in enumerate(listed, 1)]


def _below_one(rate: float) -> float:
    plain = checked.share(rate, say("What stays from one period to the next"))
    if plain == 1:
        raise Problem(say("What stays from one period to the next is below 1, or nothing is ever forgotten."))
    return plain
