"""Thickness stripes: time runs across, each strip is a short stretch, its colour and its height say how thick.

One band for each place that is measured (left, centre, right). The colour takes one of nine steps, light to dark; the
strip also stands higher where the value is higher, so that nothing is told by colour alone.
"""

from collections.abc import Sequence

import numpy as np

from promplan.art.bounds import between, whole
from promplan.art.geometry import SIDE, Area, Drawing, Label, Line, Mark, Points, points
from promplan.art.legend import Form, Legend, Reading, formed, ran_over
from promplan.art.palettes import RAMP, STEPS
from promplan.art.running import even
from promplan.art.series import Numbers, Series, bare, gathered, lowest, means
from promplan.language import Problem, say

EDGE, GAP = 40.0, 36.0


def stripes(
    bands: Series | Sequence[Series],
    *,
    height: float = 1000.0,
    strips: int = 240,
    relief: float = 0.35,
    low: float | None = None,
    high: float | None = None,
    target: float | None = None,
    scales: str = "on",
) -> Form:
    """Strips side by side, their colour and height by the value.

    Args:
        bands: of one unit; one band each, the first at the top.
        height: of the sheet, in thousandths of its width, 300 to 3000.
        strips: at most so many across, 8 to 1000; where there are more samples, a strip is their mean.
        relief: by how much of its band a strip moves up from the lowest to the highest value, 0.05 to 0.8.
        low, high: the values at the ramp's ends; those of the strips where they are not given. What is beyond is
            painted as the end.
        target: the value that was wanted; a line through each band.
        scales: "on" or "off".

    Raises:
        Problem: a number outside its bounds, or a range without width.
    """
    found = gathered(bands, say("The stripes"))
    height = between(height, say("The height of the stripes"), 300, 3000)
    strips = whole(strips, say("How many strips"), 8, 1000)
    relief = between(relief, say("The relief of the stripes"), 0.05, 0.8)
    taken = [means(one, strips) for one in found]
    there = np.concatenate([one[~np.isnan(one)] for one, _ in taken])
    low = (
        lowest(float(there.min()), float(there.max()))
        if low is None
        else between(low, say("The lowest value"), -1e15, 1e15)
    )
    high = float(there.max()) if high is None else between(high, say("The highest value"), -1e15, 1e15)
    if low > high:
        raise Problem(
            say(
                "The stripes: the lowest value {low} is above the highest {high}. Change them round.",
                low=low,
                high=high,
            )
        )
    tall = (height - 2 * EDGE - GAP * (len(found) - 1)) / len(found)
    if tall < 12:
        raise Problem(say("{n} bands do not fit on this sheet. Draw fewer, or give it more height.", n=len(found)))
    marks: list[Mark] = []
    for n, (values, _) in enumerate(taken):
        top = EDGE + n * (tall + GAP)
        marks += _band(values, top, tall, relief, low, high)
        if target is not None and low < target < high:
            y = top + tall - (target - low) / (high - low) * relief * tall
            marks.append(Line(points(np.array(((EDGE - 14, y), (SIDE - EDGE + 14, y)))), "plant", 2.0))
            if scales == "on":
                marks.append(Label(SIDE - EDGE + 14, y + 22, "target", target, found[0].value.unit, 18, "end", "plant"))
        if scales == "on":
            marks.append(Label(EDGE, top - 8, f"band:{n}", None, "", 18))
    unit, each = found[0].value, max(many for _, many in taken)
    readings = [
        Reading("colour", unit.name, unit.unit, low, high, 0.0, STEPS - 1.0, ("height",)),
        ran_over("across", found[0].time, [0.0], *_ends(found), EDGE, SIDE - EDGE),
    ]
    if target is not None:
        readings.append(Reading("line", "target", unit.unit, float(target), float(target)))
    cautions = [*bare(found), *(("base-not-zero",) if low else ()), *(("mean-of-many",) if each > 1 else ())]
    cautions += ["beyond-ends"] if there.min() < low or there.max() > high else []
    cautions += [] if even(found) else ["uneven"]
    counts = (
        ("bands", len(found)),
        ("strips", max(len(values) for values, _ in taken)),
        ("samples-per-strip", each),
        ("gaps", sum(one.gaps for one in found)),
    )
    legend = Legend("stripes", tuple(readings), counts, tuple(cautions), names=tuple(one.name for one in found))
    return formed(Drawing(tuple(marks), SIDE, height), legend, scales)


def step_of(values: Numbers, low: float, high: float) -> Numbers:
    """Which of the nine steps of the ramp, 0 to 8; NaN for a gap; the middle one where there is no range."""
    if high <= low:
        return np.where(np.isnan(values), np.nan, STEPS // 2)
    return np.clip(np.floor((values - low) / (high - low) * STEPS), 0, STEPS - 1)


def _band(values: Numbers, top: float, tall: float, relief: float, low: float, high: float) -> list[Mark]:
    """All strips of a band: one area for each colour."""
    wide = (SIDE - 2 * EDGE) / len(values)
    share = np.clip((values - low) / (high - low), 0, 1) if high > low else np.full(len(values), 0.5)
    lift = relief * tall * (1 - share)
    left = EDGE + wide * np.arange(len(values))
    right = left + wide * 1.02  # no hair of paper between two strips
    y = np.full(len(values), top)
    bottom = top + tall * (1 - relief)
    corners = np.stack(
        (
            np.column_stack((left, y + lift)),
            np.column_stack((right, y + lift)),
            np.column_stack((right, bottom + lift)),
            np.column_stack((left, bottom + lift)),
            np.full((len(values), 2), np.nan),
        ),
        axis=1,
    )
    steps = step_of(values, low, high)
    return [Area(_flat(corners[steps == n]), role) for n, role in enumerate(RAMP) if bool((steps == n).any())]


def _flat(strips: Points) -> Points:
    return strips.reshape(-1, 2)[:-1]


def _ends(found: Sequence[Series]) -> tuple[float, float]:
    return float(min(one.at[0] for one in found)), float(max(one.at[-1] for one in found))
