"""The document of a picture: lines, areas, circles and labels, each painted in a role; a few numbers, no words.

Space: x to the right, y **down**, as on a page and a screen; every length, a line's width too, in the drawing's own
unit. A form draws in thousandths of its width (`unit` "1", 1000 wide); on a page the unit is "mm", on a screen "px".
A row of NaN among the points lifts the pen: a gap in the data stays a gap in the picture.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from promplan.art.palettes import FIXED, ROLES

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]
SIDE = 1000.0  # the width of a form's own space
ANCHORS = ("start", "middle", "end")


def points(given: ArrayLike) -> Points:
    """Corners as an (n, 2) array that nobody can change; ValueError for another shape or an infinite number."""
    found = np.array(given, dtype=np.float64)
    if found.ndim != 2 or found.shape[1] != 2:
        raise ValueError(f"points are (n, 2), not {found.shape}")
    if np.isinf(found).any():
        raise ValueError("points are finite; NaN lifts the pen")
    lifted = np.isnan(found).any(axis=1)
    if lifted.any():
        found[lifted] = np.nan
    found.flags.writeable = False
    return found


@dataclass(frozen=True, eq=False)
class Line:
    """A polyline with round joins.

    Args:
        points: (n, 2).
        stroke: a role.
        width: of the line, in the drawing's unit.
        closed: back to its first point (of each piece).
    """

    points: Points
    stroke: str = "ink"
    width: float = 2.0
    closed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", points(self.points))


@dataclass(frozen=True, eq=False)
class Area:
    """One or more closed outlines, filled by even and odd: an outline within an outline is a hole."""

    points: Points
    fill: str = "ink"

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", points(self.points))


@dataclass(frozen=True)
class Circle:
    """A circle by its centre and radius, filled, or drawn as a line, or both."""

    x: float
    y: float
    r: float
    fill: str = ""
    stroke: str = ""
    width: float = 0.0


@dataclass(frozen=True)
class Label:
    """A number at a place. Its words and the writing of the number are whose who paints it.

    Args:
        id: what the number is, such as "radius:top".
        value, unit: the number; None where the words of `id` alone stand.
        size: of the letters, in the drawing's unit.
        anchor: which part of the words stands at x: "start", "middle", "end"; y is the baseline.
        bold: in bold letters.
        long: how long the words are, where who laid them has measured them; painters keep to it. 0 for not measured.
    """

    x: float
    y: float
    id: str
    value: float | None = None
    unit: str = ""
    size: float = 22.0
    anchor: str = "start"
    fill: str = "ink2"
    bold: bool = False
    long: float = 0.0


Mark = Line | Area | Circle | Label


@dataclass(frozen=True, eq=False)
class Drawing:
    """Marks in the order in which they are painted, on a sheet of `width` by `height`.

    Args:
        bleed: how far the marks may run over each edge of the sheet, to be cut off after printing.
        ground: the role of the sheet.
    """

    marks: tuple[Mark, ...]
    width: float = SIDE
    height: float = SIDE
    unit: str = "1"
    bleed: float = 0.0
    ground: str = "paper"

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", tuple(self.marks))
        for role in (self.ground, *roles(self.marks)):
            if role not in ROLES and role not in FIXED:
                raise ValueError(f"no role is called {role!r}")

    def bounds(self) -> Box | None:
        """Left, top, right and bottom of what is drawn, half the lines' widths with it; None where nothing is."""
        found = [box for box in map(_bounds, self.marks) if box is not None]
        if not found:
            return None
        left, top, right, bottom = zip(*found, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def corners(self) -> int:
        """How many points are drawn."""
        return sum(len(one.points) if isinstance(one, Line | Area) else 1 for one in self.marks)

    def moved(self, factor: float, x: float = 0.0, y: float = 0.0) -> tuple[Mark, ...]:
        """The marks, `factor` times as large, then moved: circles stay circles and lines keep their proportion."""
        return tuple(_moved(one, factor, x, y) for one in self.marks)

    def without_labels(self) -> "Drawing":
        return replace(self, marks=tuple(one for one in self.marks if not isinstance(one, Label)))


def roles(marks: Iterable[Mark]) -> Iterator[str]:
    """The roles that marks are painted in."""
    for one in marks:
        yield from (role for role in (getattr(one, "fill", ""), getattr(one, "stroke", "")) if role)


def joined(pieces: Iterable[ArrayLike]) -> Points:
    """Several pieces as one array, the pen lifted between them; an empty one has no points."""
    found: list[NDArray[np.float64]] = []
    lift = np.full((1, 2), np.nan)
    for piece in pieces:
        found += [np.asarray(piece, dtype=np.float64).reshape(-1, 2), lift]
    return points(np.concatenate(found[:-1])) if found else points(np.empty((0, 2)))


def pieces(line: Points) -> list[Points]:
    """What lies between two lifts of the pen; empty pieces left out."""
    lifted = np.flatnonzero(np.isnan(line[:, 0]))
    if not len(lifted):
        return [line] if len(line) else []
    found = (one[~np.isnan(one[:, 0])] for one in np.split(line, lifted))
    return [one for one in found if len(one)]


def area(outlines: Points) -> float:
    """The area within outlines of which a hole runs the other way round (Gauss's shoelace)."""
    total = 0.0
    for one in pieces(outlines):
        x, y = one[:, 0], one[:, 1]
        total += 0.5 * float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y))
    return abs(total)


def _bounds(mark: Mark) -> Box | None:
    if isinstance(mark, Circle):
        reach = mark.r + (mark.width / 2 if mark.stroke else 0)
        return mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach
    if isinstance(mark, Label):
        return mark.x, mark.y - mark.size, mark.x, mark.y
    there = mark.points[~np.isnan(mark.points[:, 0])]
    if not len(there):
        return None
    half = mark.width / 2 if isinstance(mark, Line) else 0.0
    (left, top), (right, bottom) = there.min(axis=0).tolist(), there.max(axis=0).tolist()
    return left - half, top - half, right + half, bottom + half


def _moved(mark: Mark, factor: float, x: float, y: float) -> Mark:
    changed: dict[str, Any]
    if isinstance(mark, Line | Area):
        changed = {"points": mark.points * factor + np.array((x, y))}
    else:
        changed = {"x": mark.x * factor + x, "y": mark.y * factor + y}
    for name in ("r", "width", "size", "long"):
        if hasattr(mark, name):
            changed[name] = getattr(mark, name) * factor
    return replace(mark, **changed)
