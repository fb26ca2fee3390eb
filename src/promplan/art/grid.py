"""The typology: things of one kind side by side, from one side, in one light and to one scale, so that they compare.

After Bernd and Hilla Becher's grids of water towers and winding towers (from 1959). Things by their outlines, or curves
of one kind; whatever is larger in the grid is larger in truth.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from promplan.art.bounds import between, whole
from promplan.art.geometry import SIDE, Area, Drawing, Label, Line, Mark, Points, joined, pieces, points
from promplan.art.legend import Form, Legend, Reading, formed, ran_over
from promplan.art.outlines import Outline, box
from promplan.art.running import axis
from promplan.art.series import Series, bare, gathered
from promplan.art.ticks import round_steps
from promplan.language import Problem, say

EDGE, GAP, FOOT = 40.0, 16.0, 30.0
MOST = 144


def typology(
    cells: Sequence[Outline] | Sequence[Series],
    *,
    columns: int = 3,
    tall: float = 1.0,
    line: float = 2.4,
    accent: int | None = None,
    scales: str = "on",
) -> Form:
    """A grid, filled row by row; all cells to one scale.

    Args:
        cells: outlines of one unit, or series of one unit: 2 to 144. An outline has the same scale both ways, a curve
            one across for its time and one upright for its value, from 0 where nothing is negative.
        columns: 1 to 12.
        tall: a cell's height as a share of its width, 0.4 to 2.5.
        line: width of a curve's line in thousandths of the sheet, 0.2 to 12.
        accent: the cell that is picked out in primer, and framed.
        scales: "on" or "off".

    Raises:
        Problem: too few or too many cells, two kinds or two units of them.
    """
    if isinstance(cells, str | bytes) or not isinstance(cells, Sequence) or not 2 <= len(cells) <= MOST:
        raise Problem(say("The typology: from 2 to {most} things of one kind are needed.", most=MOST))
    columns = min(whole(columns, say("Columns"), 1, 12), len(cells))
    tall = between(tall, say("The height of a cell"), 0.4, 2.5)
    line = between(line, say("The line's width"), 0.2, 12)
    picked = None if accent is None else whole(accent, say("The cell that is picked out"), 0, len(cells) - 1)
    wide = (SIDE - 2 * EDGE - GAP * (columns - 1)) / columns
    high = wide * tall
    foot = FOOT if scales == "on" else 0.0
    places = [
        (EDGE + (n % columns) * (wide + GAP), EDGE + (n // columns) * (high + GAP + foot)) for n in range(len(cells))
    ]
    size = (0.82 * wide, 0.82 * high)
    marks: list[Mark] = [Area(points(box(x, y, x + wide, y + high)), "tint") for x, y in places]
    if all(isinstance(one, Outline) for one in cells):
        shapes, readings, cautions = _things([one for one in cells if isinstance(one, Outline)], size)
    elif all(isinstance(one, Series) for one in cells):
        shapes, readings, cautions = _curves([one for one in cells if isinstance(one, Series)], size)
    else:
        raise Problem(say("The typology: draw outlines, or draw series, and not both in one grid."))
    for n, ((x, y), (solid, drawn)) in enumerate(zip(places, shapes, strict=True)):
        here = (x + 0.09 * wide, y + high - 0.09 * high)
        role = "primer" if n == picked else "ink"
        if n == picked:
            marks.append(Line(points(box(x, y, x + wide, y + high)), "primer", 5.0, closed=True))
        marks.append(Area(solid + here, role) if drawn is None else Area(solid + here, "faint"))
        if drawn is not None:
            marks.append(Line(drawn + here, role, line))
        if scales == "on":
            marks.append(Label(x, y + high + 22, f"cell:{n}", None, "", 18))
    below = EDGE + math.ceil(len(cells) / columns) * (high + GAP + foot) - GAP
    if scales == "on":
        marks += _rulers(readings, below + 34)
        below += 60
    legend = Legend(
        "typology",
        readings,
        (("cells", len(cells)), ("columns", columns)),
        cautions,
        names=tuple(one.name for one in cells),
    )
    return formed(Drawing(tuple(marks), SIDE, below + EDGE), legend, scales)


Shapes = list[tuple[Points, Points | None]]
Told = tuple[Shapes, tuple[Reading, ...], tuple[str, ...]]


def _things(found: Sequence[Outline], size: tuple[float, float]) -> Told:
    """Outlines standing on one floor, in the middle of their cells."""
    units = {one.unit for one in found}
    if len(units) > 1:
        raise Problem(
            say("The typology: all things must have one unit, and these have {units}.", units=", ".join(sorted(units)))
        )
    width, height = max(one.size[0] for one in found), max(one.size[1] for one in found)
    scale = min(size[0] / width, size[1] / height)
    spare = (size[1] - height * scale) / 2
    shapes: Shapes = []
    for one in found:
        left, bottom = np.nanmin(one.pieces[:, 0]), np.nanmax(one.pieces[:, 1])
        centred = (size[0] - one.size[0] * scale) / 2
        shapes.append((points((one.pieces - (left, bottom)) * scale + (centred, -spare)), None))
    reading = Reading("length", "", units.pop(), 0.0, size[0] / scale, 0.0, size[0])
    return shapes, (reading,), ()


def _curves(found: Sequence[Series], size: tuple[float, float]) -> Told:
    """Curves with what lies under them, from one base, over one time."""
    gathered(found, say("The typology"))
    base, top = min(0.0, *(one.low for one in found)), max(one.high for one in found)
    starts, begin, end = axis(found)
    up = size[1] / (top - base) if top > base else 0.0
    shapes: Shapes = []
    for start, one in zip(starts, found, strict=True):
        x = (one.at - start) / (end - begin) * size[0]
        drawn = points(np.column_stack((x, -(one.values - base) * up)))
        floor = [np.concatenate((piece, [(piece[-1, 0], 0.0), (piece[0, 0], 0.0)])) for piece in pieces(drawn)]
        shapes.append((joined(floor), drawn))
    value, time = found[0].value, found[0].time
    readings = (
        Reading("height", value.name, value.unit, base, top, 0.0, size[1]),
        ran_over("across", time, starts, begin, end, 0.0, size[0]),
    )
    return shapes, readings, (*bare(found), *(("base-not-zero",) if base else ()))


def _rulers(readings: Sequence[Reading], y: float) -> list[Mark]:
    """A bar of a round length for each scale, side by side under the grid."""
    marks: list[Mark] = []
    for n, one in enumerate(readings):
        low, high, reach = one.low or 0.0, one.high or 0.0, (one.high_at or 0.0) - (one.low_at or 0.0)
        steps = [b - a for a, b in pairwise(round_steps(0.0, high - low, 3))]
        if not steps:
            continue
        length = steps[0] * reach / (high - low)
        x = EDGE + n * (SIDE - 2 * EDGE) / len(readings)
        bar = ((0.0, 0.0), (length, 0.0)) if one.shows != "height" else ((0.0, 0.0), (0.0, -min(length, 44.0)))
        if one.shows == "height" and length > 44.0:
            bar = ((0.0, 0.0), (length, 0.0))  # lies down: as long as the cells are high by so much
        marks.append(Line(points([(x + dx, y + dy) for dx, dy in bar]), "ink2", 3.0))
        marks.append(
            Label(x + (length if bar[1][0] else 0.0) + 10, y + 6, f"{one.shows}:step", steps[0], one.unit or "", 18)
        )
    return marks
