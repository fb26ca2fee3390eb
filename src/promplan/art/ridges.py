"""The ridgeline: one line for each cycle, one above the other, each covering what lies behind it.

After the plot of a pulsar's pulses (CP 1919, H. Craft's thesis at Cornell, 1970) that became a record's sleeve.
"""

from collections.abc import Sequence

import numpy as np

from promplan.art.bounds import between, whole
from promplan.art.geometry import SIDE, Area, Drawing, Label, Line, Mark, Points, pieces, points
from promplan.art.legend import Form, Legend, Reading, formed, ran_over
from promplan.art.running import axis
from promplan.art.series import Numbers, Series, bare, gathered, limits, lowest
from promplan.art.ticks import round_up
from promplan.language import say

EDGE = 40.0
PEAK = 0.1  # of a row's height, from the top: where all of this is covered nobody sees how high the row goes
MOSTLY = 0.5  # of a line that others cover: more, and nobody sees what it does
THIN = 0.6  # of a line's width, where it is drawn over what covers it
LOOKED = 500  # uprights along which rows are compared


def ridgeline(
    cycles: Series | Sequence[Series],
    *,
    height: float = 1200.0,
    rise: float = 4.0,
    base: float | None = None,
    line: float = 2.2,
    accent: int | None = None,
    scales: str = "on",
) -> Form:
    """The first cycle is farthest, at the top; across runs time, one cycle after another each from its own beginning.

    Args:
        cycles: of one unit; the longest fills the width.
        height: of the sheet, in thousandths of its width, 400 to 3000.
        rise: how many rows high the highest value stands, 0.5 to 20: more covers more of the rows behind.
        base: the value on a row's own line; the lowest of all where it is not given, or 0 near it. What is lower
            goes below the row.
        line: width of a line in thousandths of the sheet, 0.2 to 12.
        accent: the cycle that is picked out: in primer, and twice as thick.
        scales: "on" or "off".

    Raises:
        Problem: a number outside its bounds.
    """
    found = gathered(cycles, say("The ridgeline"))
    height = between(height, say("The ridgeline's height"), 400, 3000)
    rise = between(rise, say("The ridgeline's rise"), 0.5, 20)
    line = between(line, say("The line's width"), 0.2, 12)
    picked = None if accent is None else whole(accent, say("The cycle that is picked out"), 0, len(found) - 1)
    low, high = limits(found)
    base = lowest(low, high) if base is None else between(base, say("The value on the row"), -1e15, 1e15)
    span = max(high - base, base - low)
    row = (height - 2 * EDGE) / (len(found) - 1 + rise + (rise if low < base else 0))
    scale = rise * row / span if span else 0.0
    starts, begin, end = axis(found)
    marks: list[Mark] = []
    over: list[Mark] = []
    ridges: list[tuple[Points, float]] = []  # of each row its line, and down to where it covers what is behind
    floor = EDGE + rise * row
    for n, one in enumerate(found):
        level = floor + n * row
        x = EDGE + (one.at - starts[n]) / (end - begin) * (SIDE - 2 * EDGE)
        ridge = points(np.column_stack((x, level - (one.values - base) * scale)))
        under = level + (row if low >= base else rise * row)
        marks += [Area(_closed(piece, min(under, height)), "paper") for piece in pieces(ridge) if len(piece) > 1]
        ridges.append((ridge, under))
        if n == picked:
            over.append(Line(ridge, "primer", 2 * line))  # is seen whole, whatever stands before it
        else:
            marks.append(Line(ridge, "ink", line))
    lost = {n: behind for n, behind in enumerate(_behind(ridges)) if n != picked and behind is not None}
    marks += [Line(points(behind), "ink2", THIN * line) for behind in lost.values()]
    marks += over
    if scales == "on" and span:
        marks += _scale(floor, scale, rise * row, found[0])
    unit, cautions = found[0].value, [*bare(found)]
    if base:
        cautions.append("base-not-zero")
    if len(found) > 1 and rise > 1:
        cautions.append("rows-overlap")
    if lost:
        cautions.append("covered-thin")
    legend = Legend(
        "ridgeline",
        (
            Reading("height", unit.name, unit.unit, base, base + span, 0.0, rise * row),
            ran_over("across", found[0].time, starts, begin, end, EDGE, SIDE - EDGE),
            Reading("row", "", "", 1.0, float(len(found)), floor, floor + (len(found) - 1) * row),
        ),
        (
            ("curves", len(found)),
            ("points", sum(len(one.values) for one in found)),
            ("gaps", sum(one.gaps for one in found)),
            ("covered", len(lost)),
        ),
        tuple(cautions),
        names=tuple(one.name for one in found),
    )
    return formed(Drawing(tuple(marks), SIDE, height), legend, scales)


def _behind(ridges: Sequence[tuple[Points, float]]) -> list[Points | None]:
    """Of each row that lies mostly behind others, or with all its peak, what they cover; None for one that is seen.

    It is looked at along so many uprights: a line is covered where it lies between another row's line and the foot of
    what is painted under that.
    """
    across = np.linspace(EDGE, SIDE - EDGE, LOOKED)
    levels = [_at(across, ridge) for ridge, _ in ridges]
    found: list[Points | None] = []
    for n, level in enumerate(levels):
        covered = np.zeros(LOOKED, dtype=bool)
        for m in range(n + 1, len(levels)):
            covered |= (levels[m] <= level) & (level <= ridges[m][1])  # a gap covers nothing: NaN is not smaller
        drawn = ~np.isnan(level)
        top = (
            drawn & (level <= np.nanmin(level) + PEAK * (np.nanmax(level) - np.nanmin(level))) if drawn.any() else drawn
        )
        if not drawn.any() or (covered.sum() <= MOSTLY * drawn.sum() and not covered[top].all()):
            found.append(None)
            continue
        found.append(np.column_stack((across, np.where(covered, level, np.nan))))
    return found


def _at(across: Numbers, ridge: Points) -> Numbers:
    """The height of a line over each upright; NaN where there is none, nor through a gap."""
    known = ~np.isnan(ridge[:, 0])
    level: Numbers = np.interp(across, ridge[known, 0], ridge[known, 1], left=np.nan, right=np.nan)
    if known.all():
        return level
    after = np.clip(np.searchsorted(ridge[known, 0], across), 1, int(known.sum()) - 1)
    apart = np.diff(np.flatnonzero(known)) > 1  # between these two samples something is missing
    return np.where(apart[after - 1], np.nan, level)


def _closed(ridge: Points, under: float) -> Points:
    """The ridge with what lies under it, down to the next row: what covers the rows behind."""
    ends = np.array(((ridge[-1, 0], under), (ridge[0, 0], under)))
    return np.concatenate((ridge, ends))


def _scale(floor: float, scale: float, tall: float, one: Series) -> list[Mark]:
    """A short upright at the top row's left: how much of the value is that much of the height."""
    amount = round_up(tall / scale / 4)
    x = EDGE / 2
    upright = np.array(((x, floor), (x, floor - amount * scale)))
    return [
        Line(points(upright), "ink2", 2.0),
        Label(x, floor - amount * scale - 8, "height:step", amount, one.value.unit, 18),
    ]
