"""Where the sliders end and how far a key moves them, and the marks of the charts' axes."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from promplan.language import say
from promplan.plan.channels import PlannedChannel
from promplan.spending.curves import Counted
from promplan.spending.sums import Sums
from promplan.widgets.budget_sliders_words import money_said, people_said

STEPS = 200  # of a slider, about
LEAPS = (1, 2, 2.5, 5, 10)
MARKED = 6  # numbers at an axis, at most
Shown = dict[str, Any]


def end_of(
    found: Sums, planned: Sequence[PlannedChannel], channels: Mapping[str, Counted], best: Mapping[str, float]
) -> float:
    """Where every slider ends: at the money that channels may cost, or where no channel takes more."""
    have = max(0.0, found.for_channels or 0.0)
    limits = [one.money.most for one in planned]
    most = max((one for one in limits if one is not None), default=0.0)
    end = min(have, most) if have and None not in limits else have
    least = [one.money.least or 0.0 for one in planned] if have else []
    end = max([end, *(one.money.amount or 0.0 for one in planned), *least, *best.values()])
    if end or found.total is not None:
        return end
    return max((_saturating(one) for one in channels.values()), default=0.0)  # no sum is said anywhere


def _saturating(channel: Counted) -> float:
    """Money for three contacts of each user: so far a curve is worth a look where nobody has said how much there is."""
    return 3 * channel.users * channel.price / 1000


def scale(end: float) -> dict[str, float]:
    """Where a slider ends, and how far a key moves it."""
    if not end:
        return {"end": 0.0, "step": 1.0, "leap": 10.0}
    size = 10.0 ** math.floor(math.log10(end / STEPS))
    step = next(one * size for one in LEAPS if one * size >= 0.7 * end / STEPS)
    return {"end": end, "step": step, "leap": 10 * step}


def axes(rows: Sequence[Shown], end: float) -> Shown:
    """Both axes of the reach curves; people go up to the first mark above all curves."""
    most = max((one["curve"][-1][1] for one in rows if one["curve"]), default=0.0)
    heights = marks(most, over=True)
    return {
        "end": end,
        "top": heights[-1] if heights else 0.0,
        "lengths": [[it, money_said(it)] for it in marks(end)],
        "heights": [[it, people_said(it)] for it in heights],
        "along": str(say("money on the channel")),
        "up": str(say("people reached")),
    }


def marks(most: float, *, over: bool = False) -> list[float]:
    """Even numbers from 0 to `most`; with `over`, to the first that is not below it."""
    if most <= 0:
        return [0.0]
    size = 10.0 ** math.floor(math.log10(most / MARKED))
    leap = next(one * size for one in LEAPS if most / (one * size) <= MARKED)
    count = math.ceil(most / leap - 1e-9) if over else math.floor(most / leap + 1e-9)
    return [leap * n for n in range(count + 1)]
