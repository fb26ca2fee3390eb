"""A press cycle that breathes: the disc's area is the force, the ring's breadth and colour the heat of the plates.

Around both runs the whole cycle once round the clock, what has happened in ink and what is to come pale.
"""

import math

import numpy as np

from promplan.art.bands import step_of
from promplan.art.bounds import between, one_of
from promplan.art.geometry import SIDE, Circle, Drawing, Label, Line, Mark
from promplan.art.legend import SCALES, Legend, Reading, formed, lasted
from promplan.art.motion import LONGEST, Motion
from promplan.art.pace import pace
from promplan.art.palettes import RAMP, STEPS
from promplan.art.polar import wrapped
from promplan.art.series import Numbers, Series
from promplan.language import Problem, say

MIDDLE = SIDE / 2
DISC, HEAT, CLOCK, RIM = 215.0, 265.0, 320.0, 475.0  # radii, from the middle outwards
THIN, BROAD = 4.0, 60.0  # of the ring that shows the heat


def press(force: Series, heat: Series, *, seconds: float = 8.0, scales: str = "on") -> Motion:
    """One cycle, from the press closing to its opening.

    Args:
        force: from 0 up.
        heat: at the same moments; its lowest and highest value are the ring's thinnest and broadest.
        seconds: how long the clip plays, 1 to 60.
        scales: "on" or "off".

    Raises:
        Problem: a negative force, none at all, or two lengths.
    """
    seconds = between(seconds, say("The clip's length"), 1, LONGEST, "s")
    one_of(scales, say("Scales"), SCALES)
    if len(force.values) != len(heat.values):
        raise Problem(
            say(
                "The breathing press: {n} values of force and {m} of heat. Both must be read at the same moments.",
                n=len(force.values),
                m=len(heat.values),
            )
        )
    if force.low < 0 or force.high == 0:
        raise Problem(say("The breathing press: a force from 0 up is needed, and not 0 all the time."))
    angle = (force.at - force.at[0]) / force.seconds * 360
    reach = CLOCK + force.values / force.high * (RIM - CLOCK)
    steps = step_of(heat.values, heat.low, heat.high)

    def trace(start: int, end: int, role: str, width: float) -> Line:
        return Line(wrapped(angle[start:end], reach[start:end], MIDDLE), role, width)

    def at(share: float) -> Drawing:
        moment = force.at[0] + share * force.seconds
        n = min(int(np.searchsorted(force.at, moment, side="right")) - 1, len(force.values) - 1)
        marks: list[Mark] = [Circle(MIDDLE, MIDDLE, CLOCK, stroke="faint", width=1.0)]
        marks += [trace(n, len(angle), "faint", 3.0), trace(0, n + 1, "ink", 4.5)]
        now, warm, step = _now(force.values, n), _now(heat.values, n), _now(steps, n)
        if warm == warm:
            share_of = (warm - heat.low) / (heat.high - heat.low) if heat.high > heat.low else 0.5
            marks.append(Circle(MIDDLE, MIDDLE, HEAT, stroke=RAMP[int(step)], width=THIN + share_of * (BROAD - THIN)))
        if now == now and now > 0:
            marks.append(Circle(MIDDLE, MIDDLE, DISC * math.sqrt(now / force.high), fill="ink"))
        if scales == "on":
            if now == now:
                marks.append(Label(30, SIDE - 30, "force:now", now, force.value.unit, 34, fill="ink"))
            if warm == warm:
                marks.append(Label(SIDE - 30, SIDE - 30, "heat:now", warm, heat.value.unit, 34, "end", "ink"))
        return Drawing(tuple(marks))

    paced = pace(force, seconds)
    cautions = ["another-speed"] if paced is None else []
    if heat.low:
        cautions.append("colour-not-zero")
    if force.gaps or heat.gaps:
        cautions.append("gaps")
    legend = Legend(
        "breath",
        (
            Reading("area", force.value.name, force.value.unit, 0.0, force.high, 0.0, math.pi * DISC**2),
            Reading("radius", force.value.name, force.value.unit, 0.0, force.high, CLOCK, RIM),
            Reading("colour", heat.value.name, heat.value.unit, heat.low, heat.high, 0.0, STEPS - 1.0, ("breadth",)),
            lasted("angle", force.time, float(force.at[0]), float(force.at[-1]), 0.0, 360.0),
            *(paced or ()),
        ),
        (("points", len(force.values)), ("gaps", force.gaps + heat.gaps)),
        tuple(cautions),
        names=(force.name, heat.name),
    )
    return Motion(at, seconds, formed(at(0.0), legend, scales).legend)


def _now(values: Numbers, n: int) -> float:
    return float(values[max(0, n)])
