"""Formats: the sheet that is printed and the proportions of the channels, and a form laid on one of them."""

from dataclasses import dataclass

import numpy as np

from promplan.art.bounds import one_of
from promplan.art.geometry import Area, Drawing, points
from promplan.language import say


@dataclass(frozen=True)
class Format:
    """A sheet: its size after cutting, what is printed over the edge, and how far from it nothing important stands.

    Args:
        width, height, bleed, margin: in `unit`, "mm" on paper and "px" on a screen.
    """

    id: str
    width: float
    height: float
    unit: str
    bleed: float
    margin: float


FORMATS: dict[str, Format] = {
    one.id: one
    for one in (
        Format("a3", 297, 420, "mm", 3, 18),  # ISO 216; 3 mm is what printers ask for
        Format("a4", 210, 297, "mm", 3, 13),
        Format("1:1", 1080, 1080, "px", 0, 60),
        Format("4:5", 1080, 1350, "px", 0, 60),
        Format("9:16", 1080, 1920, "px", 0, 90),
        Format("16:9", 1920, 1080, "px", 0, 80),
    )
}


def format_of(id: str) -> Format:
    """The format of this name; Problem for another."""
    return FORMATS[one_of(id, say("Format"), FORMATS)]


def laid(form: Drawing, format: Format, box: tuple[float, float, float, float] | None = None) -> Drawing:
    """The form on a sheet, as large as the box allows and in its middle, its proportions kept.

    Args:
        box: left, top, width and height in the format's unit; all within the margins where it is not given.
    """
    left, top, width, height = box or (
        format.margin,
        format.margin,
        format.width - 2 * format.margin,
        format.height - 2 * format.margin,
    )
    factor = min(width / form.width, height / form.height)
    x, y = left + (width - form.width * factor) / 2, top + (height - form.height * factor) / 2
    return Drawing(
        (ground(format, form.ground), *form.moved(factor, x, y)),
        format.width,
        format.height,
        format.unit,
        format.bleed,
        form.ground,
    )


def ground(format: Format, role: str) -> Area:
    """The sheet's colour, over the edge."""
    b, right, bottom = format.bleed, format.width + format.bleed, format.height + format.bleed
    return Area(points(np.array([(-b, -b), (right, -b), (right, bottom), (-b, bottom)])), role)
