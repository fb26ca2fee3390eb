"""The rosette: curves over time wrapped around a circle, one beside the other, as a rheometer draws each batch.

Radius is the value, exactly: on a ring stands `base`, on the rim `top`, and between them each step of the value is the
same step outwards. That ring is drawn with the scales on or off, or nobody could tell from where to measure. The area
within a curve grows with the square of that; the legend warns of it.
"""

from collections.abc import Sequence

import numpy as np

from promplan.art.bounds import between, whole
from promplan.art.geometry import SIDE, Circle, Drawing, Label, Line, Mark
from promplan.art.legend import Form, Legend, Reading, formed, ran_over
from promplan.art.polar import wrapped
from promplan.art.running import axis
from promplan.art.series import Numbers, Series, bare, gathered, limits
from promplan.art.ticks import round_steps
from promplan.language import Problem, say

MIDDLE, RIM = SIDE / 2, 470.0


def rosette(
    curves: Series | Sequence[Series],
    *,
    sweep: float = 150.0,
    turn: float = 0.0,
    hole: float = 0.16,
    base: float | None = None,
    top: float | None = None,
    mirrored: bool = False,
    line: float = 2.2,
    accent: int | None = None,
    scales: str = "on",
) -> Form:
    """Each curve begins at its own share of the full turn and runs clockwise, from 12 o'clock on.

    Args:
        curves: of one unit; all run over the longest one's time.
        sweep: degrees that the whole time takes, 10 to 1080.
        turn: degrees by which all is turned, −360 to 360.
        hole: radius of the empty middle as a share of the rim's, 0 to 0.8.
        base: the value at the hole's edge; 0 where nothing is negative, else the lowest.
        top: the value at the rim; the highest where it is not given.
        mirrored: each curve runs to the middle of its sweep and the same way back: closed petals.
        line: width of a line in thousandths of the sheet, 0.2 to 12.
        accent: the curve that is picked out: in primer, and twice as thick.
        scales: "on", or "off": no numbers in the picture and none in its legend.

    Raises:
        Problem: a number outside its bounds, or a value under `base` or over `top`.
    """
    found = gathered(curves, say("The rosette"))
    sweep = between(sweep, say("The rosette's sweep"), 10, 1080, "°")
    turn = between(turn, say("The rosette's turn"), -360, 360, "°")
    hole = RIM * between(hole, say("The rosette's hole"), 0, 0.8)
    line = between(line, say("The line's width"), 0.2, 12)
    picked = None if accent is None else whole(accent, say("The curve that is picked out"), 0, len(found) - 1)
    low, high = limits(found)
    base, top = _range(low, high, base, top)
    step = (RIM - hole) / (top - base) if top > base else 0.0
    starts, begin, end = axis(found)
    long = end - begin
    marks: list[Mark] = _rings(base, top, hole, step, found[0].value.unit) if scales == "on" else []
    if hole:
        marks.append(Circle(MIDDLE, MIDDLE, hole, stroke="ink", width=1.2))
    labels, marks = [one for one in marks if isinstance(one, Label)], [one for one in marks if isinstance(one, Circle)]
    for n in sorted(range(len(found)), key=lambda n: n == picked):  # what is picked out lies on top
        begins = turn + 360 * n / len(found)
        degrees, radius = (found[n].at - starts[n]) * (sweep / long), hole + (found[n].values - base) * step
        if mirrored:
            degrees, radius = _petal(degrees, radius)
        curve = wrapped(begins + degrees, radius, MIDDLE)
        marks.append(Line(curve, *(("primer", 2 * line) if n == picked else ("ink", line))))
    marks += labels
    unit = found[0].value
    cautions = ["from-the-ring" if hole else "area-exaggerates", *bare(found)]
    if base:
        cautions.append("base-not-zero")
    legend = Legend(
        "rosette",
        (
            Reading("radius", unit.name, unit.unit, base, top, hole, RIM),
            ran_over("angle", found[0].time, starts, begin, end, 0.0, sweep / 2 if mirrored else sweep),
        ),
        (("curves", len(found)), ("points", sum(len(one.values) for one in found)), ("gaps", _gaps(found))),
        tuple(cautions),
        names=tuple(one.name for one in found),
    )
    return formed(Drawing(tuple(marks)), legend, scales)


def _range(low: float, high: float, base: float | None, top: float | None) -> tuple[float, float]:
    """The values at the ring and at the rim; nothing may lie outside."""
    at_ring = min(0.0, low) if base is None else between(base, say("The value at the ring"), -1e15, 1e15)
    at_rim = max(high, at_ring) if top is None else between(top, say("The value at the rim"), -1e15, 1e15)
    if low < at_ring or high > at_rim:
        raise Problem(
            say(
                "The rosette shows values from {base} to {top}, and these run from {low} to {high}. "
                "Widen base and top, or leave both out.",
                base=float(at_ring),
                top=float(at_rim),
                low=low,
                high=high,
            )
        )
    return at_ring, at_rim


def _petal(degrees: Numbers, radius: Numbers) -> tuple[Numbers, Numbers]:
    """The curve in half of its sweep, and in the other half backwards."""
    half = degrees / 2
    return np.concatenate((half, 2 * half[-1] - half[::-1][1:])), np.concatenate((radius, radius[::-1][1:]))


def _rings(base: float, top: float, hole: float, step: float, unit: str) -> list[Mark]:
    """A faint circle for each round value, its number at 12 o'clock."""
    marks: list[Mark] = []
    for n, value in enumerate(round_steps(base, top, 4) if step else [top]):
        r = hole + (value - base) * step
        if r <= 0:
            continue
        marks.append(Circle(MIDDLE, MIDDLE, r, stroke="faint", width=1.0))
        marks.append(Label(MIDDLE, MIDDLE - r - 4, f"radius:{n}", value, unit, 18, "middle"))
    return marks


def _gaps(found: Sequence[Series]) -> int:
    return sum(one.gaps for one in found)
