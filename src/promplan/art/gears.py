"""The gear spirograph: what a pen in a wheel of q teeth draws that rolls within, or around, a ring of p teeth.

The wheel is back where it began after q / gcd(p, q) rounds of the ring, and has then touched it with p / gcd(p, q)
loops: the curve closes, and one can count its loops. With a pen within the wheel a hypotrochoid or an epitrochoid
(Lawrence, A Catalog of Special Plane Curves, 1972, 6.2 and 6.3).
"""

import math
from collections.abc import Sequence
from itertools import cycle, islice

import numpy as np

from promplan.art.bounds import between, one_of, whole
from promplan.art.geometry import SIDE, Drawing, Label, Line, Mark, Points
from promplan.art.legend import Form, Legend, Reading, formed
from promplan.language import Problem, say

MIDDLE, RIM = SIDE / 2, 470.0
TEETH = 400
CORNERS = 200_000
ROUNDS = ("inside", "around")


def rounds(ring: int, wheel: int) -> int:
    """After how many rounds of the ring the curve closes: q / gcd(p, q)."""
    return wheel // math.gcd(ring, wheel)


def loops(ring: int, wheel: int) -> int:
    """How many loops the closed curve has: p / gcd(p, q)."""
    return ring // math.gcd(ring, wheel)


def trochoid(ring: int, wheel: int, pen: float, angle: Points, rolls: str = "inside") -> Points:
    """Where the pen is when the wheel's centre has gone by `angle` (radians) around the ring.

    Args:
        ring, wheel: teeth, which are lengths here: pitch circles have radii p and q.
        pen: how far the pen is from the wheel's centre, as a share of the wheel's radius.

    Returns:
        (n, 2), the ring's centre at 0.
    """
    sign = 1.0 if rolls == "around" else -1.0
    reach, arm = ring + sign * wheel, pen * wheel
    own = reach / wheel * angle
    return np.column_stack(
        (reach * np.cos(angle) - sign * arm * np.cos(own), reach * np.sin(angle) - arm * np.sin(own))
    )


def spirograph(
    ring: int,
    wheel: int,
    *,
    pens: Sequence[float] = (0.8,),
    rolls: str = "inside",
    turn: float = 0.0,
    line: float = 2.0,
    accent: int | None = None,
    scales: str = "on",
) -> Form:
    """One closed curve for each pen, all by the same two gears.

    Args:
        ring, wheel: their teeth, 3 to 400; inside, the wheel has fewer than the ring. Mixer 9 and 8, mill 8 and 7.
        pens: each pen's distance from the wheel's centre as a share of the wheel's radius, 0.02 to 2; 1 to 24 pens.
        rolls: "inside" the ring or "around" it.
        turn: degrees by which all is turned, −360 to 360.
        line: width of a line in thousandths of the sheet, 0.2 to 12.
        accent: the pen that is picked out: in primer, and twice as thick.
        scales: "on" or "off"; without scales the loops can still be counted.

    Raises:
        Problem: a number outside its bounds, or a wheel that does not fit into its ring.
    """
    rolls = one_of(rolls, say("Where the wheel rolls"), ROUNDS)
    p = whole(ring, say("Teeth of the ring"), 3, TEETH)
    q = whole(wheel, say("Teeth of the wheel"), 3, TEETH)
    if rolls == "inside" and q >= p:
        raise Problem(
            say(
                "A wheel of {wheel} teeth does not roll inside a ring of {ring}. Give the ring more teeth, or let the "
                "wheel roll around it.",
                wheel=q,
                ring=p,
            )
        )
    if isinstance(pens, str | bytes) or not isinstance(pens, Sequence) or not 1 <= len(pens) <= 24:
        raise Problem(say("Pens: write a list of 1 to 24 distances, such as [0.5, 0.7, 0.9]."))
    places = [between(one, say("A pen's place in its wheel"), 0.02, 2) for one in pens]
    turn = between(turn, say("The spirograph's turn"), -360, 360, "°")
    line = between(line, say("The line's width"), 0.2, 12)
    picked = None if accent is None else whole(accent, say("The pen that is picked out"), 0, len(places) - 1)

    many, petals = rounds(p, q), loops(p, q)
    corners = min(CORNERS // len(places), max(2_000, 40 * (petals + many)))
    angle = np.linspace(0.0, 2 * math.pi * many, corners + 1)
    curves = [trochoid(p, q, place, angle, rolls) for place in places]
    reach = max(float(np.hypot(*one.T).max()) for one in curves)
    spin = math.radians(turn) - math.pi / 2  # begins at 12 o'clock
    around = np.array(((math.cos(spin), math.sin(spin)), (-math.sin(spin), math.cos(spin))))
    drawn = [one[:-1] @ around * (RIM / reach) + MIDDLE for one in curves]
    marks: list[Mark] = [
        Line(drawn[n], "primer" if n == picked else "ink", 2 * line if n == picked else line, closed=True)
        for n in sorted(range(len(drawn)), key=lambda n: n == picked)
    ]
    if scales == "on":
        marks += [
            Label(SIDE - 20, SIDE - 56, "teeth:ring", float(p), "", 20, "end"),
            Label(SIDE - 20, SIDE - 20, "teeth:wheel", float(q), "", 20, "end"),
        ]
    legend = Legend(
        "spirograph",
        (
            Reading("loops", "ring", "", float(p), float(p), float(petals), float(petals)),
            Reading("rounds", "wheel", "", float(q), float(q), float(many), float(many)),
        ),
        (("loops", petals), ("rounds", many), ("curves", len(drawn)), ("points", corners * len(drawn))),
    )
    return formed(Drawing(tuple(marks)), legend, scales, "countable")


def pens(many: int, inner: float = 0.35, outer: float = 1.0) -> list[float]:
    """`many` pens from one place in the wheel to another, evenly: a family of curves; one where the places are one."""
    return (
        [inner] if many < 2 or inner == outer else list(islice(cycle(np.linspace(inner, outer, many).tolist()), many))
    )
