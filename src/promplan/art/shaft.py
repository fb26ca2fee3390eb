"""The shaft's orbit: vibration across against vibration upright, at every moment one point.

Both ways have one scale, so the orbit's shape is the shaft's own: with one frequency an ellipse, with twice the
frequency in it a loop (Lissajous 1857).
"""

import numpy as np

from promplan.art.bounds import between, whole
from promplan.art.geometry import SIDE, Circle, Drawing, Label, Line, Mark, points
from promplan.art.legend import Form, Legend, Reading, formed
from promplan.art.series import Series, bare, gathered
from promplan.art.ticks import round_steps
from promplan.language import Problem, say

MIDDLE, RIM = SIDE / 2, 460.0


def orbit(
    across: Series,
    upright: Series,
    *,
    line: float = 1.2,
    last: int = 0,
    centred: bool = True,
    scales: str = "on",
) -> Form:
    """The orbit around the middle of the sheet; the farthest point lies on the rim.

    Args:
        across, upright: of one unit, at the same moments.
        line: width of the line in thousandths of the sheet, 0.05 to 12.
        last: so many of the last samples are picked out: in primer, and three times as thick.
        centred: around the mean of each, as a sensor of vibration shows it; else around 0.
        scales: "on" or "off".

    Raises:
        Problem: a number outside its bounds, two lengths, or two units.
    """
    found = gathered((across, upright), say("The orbit"))
    line = between(line, say("The line's width"), 0.05, 12)
    n = len(across.values)
    if n != len(upright.values):
        raise Problem(
            say(
                "The orbit: {n} values across and {m} upright. Both sensors must be read at the same moments.",
                n=n,
                m=len(upright.values),
            )
        )
    last = whole(last, say("How many of the last samples"), 0, n)
    both = np.column_stack((across.values, upright.values))
    middle = np.nanmean(both, axis=0) if centred else np.zeros(2)
    away = both - middle
    distance = np.hypot(away[:, 0], away[:, 1])
    if np.isnan(distance).all():
        raise Problem(say("The orbit: at no moment are both values there. Look at the gaps of the two columns."))
    reach = float(np.nanmax(distance))
    scale = RIM / reach if reach else 0.0
    path = points(away * (scale, -scale) + MIDDLE)
    marks: list[Mark] = []
    if scales == "on" and reach:
        for k, value in enumerate(round_steps(0.0, reach, 3)[1:]):
            marks.append(Circle(MIDDLE, MIDDLE, value * scale, stroke="faint", width=1.0))
            marks.append(
                Label(MIDDLE, MIDDLE - value * scale - 4, f"distance:{k}", value, across.value.unit, 18, "middle")
            )
    marks.append(Line(path, "ink", line))
    if last:
        marks.append(Line(path[n - last :], "primer", 3 * line))
    cautions = [*bare(found), *(("mean-removed",) if centred and bool(np.abs(middle).max() > 0) else ())]
    legend = Legend(
        "orbit",
        (
            Reading("across", across.value.name, across.value.unit, -reach, reach, MIDDLE - RIM, MIDDLE + RIM),
            Reading("upright", upright.value.name, upright.value.unit, -reach, reach, MIDDLE + RIM, MIDDLE - RIM),
        ),
        (("points", n), ("gaps", int(np.isnan(distance).sum()))),
        tuple(cautions),
        names=(across.name, upright.name),
    )
    return formed(Drawing(tuple(marks)), legend, scales)
