"""Outlines of things, as numbers: rings, wheels, gears and signs, each a few closed pieces; a hole runs the other way.

An outline's area is then exact by `geometry.area`, and a part of it can be cut off that has the area that is asked for.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from promplan.art.bounds import between, whole
from promplan.art.geometry import Points, area, joined, pieces, points
from promplan.language import Problem, say

ROUND = 96  # corners of a circle


@dataclass(frozen=True, eq=False)
class Outline:
    """Closed pieces, y down, in `unit`."""

    pieces: Points
    name: str = ""
    unit: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "pieces", points(self.pieces))

    @property
    def area(self) -> float:
        return area(self.pieces)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        width, height = (np.nanmax(self.pieces, axis=0) - np.nanmin(self.pieces, axis=0)).tolist()
        return width, height


def ring(outer: float, inner: float, name: str = "", unit: str = "mm") -> Outline:
    """A ring seen along its axis, by its two diameters: a seal, a washer, a roller's end.

    Raises:
        Problem: the inner diameter is not smaller than the outer.
    """
    outer = between(outer, say("The outer diameter"), 1e-6, 1e6, unit)
    inner = between(inner, say("The inner diameter"), 0, 1e6, unit)
    if inner >= outer:
        raise Problem(
            say(
                "A ring {outer} {unit} wide has no hole of {inner} {unit}. Change the two diameters round.",
                outer=outer,
                inner=inner,
                unit=unit,
            )
        )
    hole = [circle(0, 0, inner / 2)[::-1]] if inner else []
    return Outline(joined([circle(0, 0, outer / 2), *hole]), name, unit)


def gear(teeth: int, module: float, bore: float = 0.0, name: str = "", unit: str = "mm") -> Outline:
    """A gear by its teeth and module: tip diameter m(z + 2), root m(z − 2.5) (ISO 53, 1998); flanks drawn straight."""
    z = whole(teeth, say("Teeth of a gear"), 5, 400)
    m = between(module, say("The module of a gear"), 1e-3, 1e4, unit)
    bore = between(bore, say("The bore of a gear"), 0, m * (z - 2.5) * 0.95, unit)
    tip, root = m * (z + 2) / 2, m * (z - 2.5) / 2
    pitch = 2 * math.pi / z
    at = (np.arange(z) * pitch)[:, None]
    angle = (at + pitch * np.array((-0.30, -0.13, 0.13, 0.30))).ravel()
    reach = np.tile((root, tip, tip, root), z)
    rim = np.column_stack((reach * np.sin(angle), -reach * np.cos(angle)))
    hole = [circle(0, 0, bore / 2)[::-1]] if bore else []
    return Outline(joined([rim, *hole]), name, unit)


def part(outline: Outline, share: float) -> Outline:
    """The left part of an outline that has exactly this share of its area, cut upright.

    Args:
        share: 0 to 1.
    """
    share = between(share, say("The part of a sign"), 0, 1)
    if share == 1:
        return outline
    left, right = float(np.nanmin(outline.pieces[:, 0])), float(np.nanmax(outline.pieces[:, 0]))
    found = pieces(outline.pieces)
    begins, ends = np.concatenate(found), np.concatenate([np.roll(one, -1, axis=0) for one in found])
    wanted = share * outline.area
    for _ in range(50):  # halving: 2⁻⁵⁰ of its width
        x = (left + right) / 2
        left, right = (x, right) if _area_left_of(begins, ends, x) < wanted else (left, x)
    return Outline(joined(_left_of(one, right) for one in found), outline.name, outline.unit)


def _area_left_of(begins: Points, ends: Points, x: float) -> float:
    """The area left of an upright line: ∮ y dx over what of each edge lies there (Green)."""
    run = ends[:, 0] - begins[:, 0]
    to = np.divide(x - begins[:, 0], run, out=np.zeros(len(run)), where=run != 0)
    low = np.where(run < 0, np.clip(to, 0, 1), 0.0)
    high = np.where(run > 0, np.clip(to, 0, 1), np.where(run < 0, 1.0, 0.0))
    middle = begins[:, 1] + (ends[:, 1] - begins[:, 1]) * (low + high) / 2
    return abs(float(np.dot(middle, run * (high - low))))


def _left_of(piece: Points, x: float) -> Points:
    """What of a closed piece lies left of an upright line (Sutherland and Hodgman 1974)."""
    kept: list[tuple[float, float]] = []
    corners = piece.tolist()
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        if ax <= x:
            kept.append((ax, ay))
        if (ax <= x) != (bx <= x):
            kept.append((x, ay + (by - ay) * (x - ax) / (bx - ax)))
    return np.array(kept, dtype=np.float64).reshape(-1, 2)


def circle(x: float, y: float, r: float, corners: int = ROUND) -> Points:
    """A circle of straight pieces, as large in area as the true one."""
    r *= math.sqrt(2 * math.pi / (corners * math.sin(2 * math.pi / corners)))
    angle = np.arange(corners) * (2 * math.pi / corners)
    return np.column_stack((x + r * np.cos(angle), y + r * np.sin(angle)))


def box(left: float, top: float, right: float, bottom: float, round_by: float = 0.0) -> Points:
    """A rectangle, its corners rounded by a radius; as all outer pieces, clockwise on the page."""
    if not round_by:
        return np.array(((left, top), (right, top), (right, bottom), (left, bottom)), dtype=np.float64)
    quarter = np.linspace(0, math.pi / 2, 9)
    centres = ((right, bottom, 0), (left, bottom, 1), (left, top, 2), (right, top, 3))
    found = []
    for x, y, n in centres:
        angle = quarter + n * math.pi / 2
        cx, cy = x + (round_by if n in (1, 2) else -round_by), y + (round_by if n in (2, 3) else -round_by)
        found.append(np.column_stack((cx + round_by * np.cos(angle), cy + round_by * np.sin(angle))))
    return np.concatenate(found)


def _person() -> Sequence[Points]:
    body = [(0.02, 0.30), (0.06, 0.25), (0.12, 0.235), (0.36, 0.235), (0.42, 0.25), (0.46, 0.30), (0.48, 0.60)]
    legs = [(0.41, 0.615), (0.385, 0.38), (0.37, 0.38), (0.355, 1.0), (0.255, 1.0), (0.245, 0.63), (0.235, 0.63)]
    left = [(0.225, 1.0), (0.125, 1.0), (0.11, 0.38), (0.095, 0.38), (0.07, 0.615), (0.0, 0.60)]
    return [circle(0.24, 0.105, 0.105), np.array(body + legs + left)]


def _wagon() -> Sequence[Points]:
    """A gondola car from its side: a box with its posts, on two bogies."""
    box_ = box(0.03, 0.0, 1.77, 0.56)
    panes = [box(0.075 + 0.2775 * n, 0.06, 0.305 + 0.2775 * n, 0.50)[::-1] for n in range(6)]
    frame = box(0.0, 0.60, 1.80, 0.67)
    wheels = [circle(x, 0.85, 0.13) for x in (0.24, 0.56, 1.24, 1.56)]
    hubs = [circle(x, 0.85, 0.04)[::-1] for x in (0.24, 0.56, 1.24, 1.56)]
    return [box_, *panes, frame, *wheels, *hubs]


def _drop() -> Sequence[Points]:
    angle = np.linspace(-0.30 * math.pi, 1.30 * math.pi, 64)
    bulb = np.column_stack((0.36 + 0.34 * np.cos(angle), 0.66 + 0.34 * np.sin(angle)))
    return [np.concatenate((bulb, np.array(((0.36, 0.0),))))]


def _house() -> Sequence[Points]:
    """A shop with a saw-tooth roof and its gate."""
    roof = [(0.0, 0.30), (0.36, 0.05), (0.36, 0.30), (0.72, 0.05), (0.72, 0.30), (1.08, 0.05), (1.08, 1.0), (0.0, 1.0)]
    gate = box(0.40, 0.62, 0.68, 1.0)[::-1]
    return [np.array(roof), gate, box(0.11, 0.45, 0.29, 0.56)[::-1], box(0.79, 0.45, 0.97, 0.56)[::-1]]


def _book() -> Sequence[Points]:
    """A notebook: one lesson, one school."""
    return [box(0.0, 0.0, 0.78, 1.0, 0.06), box(0.16, 0.16, 0.66, 0.34, 0.02)[::-1]]


def _seal() -> Sequence[Points]:
    return [circle(0.5, 0.5, 0.5), circle(0.5, 0.5, 0.30)[::-1], circle(0.5, 0.5, 0.25), circle(0.5, 0.5, 0.20)[::-1]]


def _gear() -> Sequence[Points]:
    return pieces(gear(14, 1 / 16, 0.36).pieces + 0.5)


SIGNS: dict[str, Callable[[], Sequence[Points]]] = {
    "person": _person,
    "wagon": _wagon,
    "seal": _seal,
    "gear": _gear,
    "drop": _drop,
    "house": _house,
    "book": _book,
}


def sign(name: str) -> Outline:
    """One of our own signs, about 1 high, its upper left corner at 0."""
    found = joined(SIGNS[name]())
    return Outline(found - np.nanmin(found, axis=0), name)
