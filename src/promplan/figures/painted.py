"""A drawing of `promplan.art` painted by matplotlib: the same numbers as in the browser and on the printed page."""

from collections.abc import Mapping

from matplotlib.figure import Figure
from matplotlib.patches import Circle as Disc
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from promplan.art.geometry import Area, Circle, Drawing, Label, Line, Points, pieces
from promplan.art.palettes import Palette
from promplan.art.svg import label
from promplan.figures.lettering import plain
from promplan.figures.style import WIDE, style

INCH = 25.4  # mm
POINTS = 72.0  # an inch
PIXELS = 96.0  # an inch
ALIGNED = {"start": "left", "middle": "center", "end": "right"}


def figure(drawing: Drawing, palette: Palette, *, words: Mapping[str, str] | None = None, wide: float = WIDE) -> Figure:
    """The drawing as a figure: a sheet in millimetres at its true size, bleed and all; any other `wide` inches wide.

    Args:
        words: what stands at a label, by its id; else its number and unit.
        wide: inches, of a drawing that is not in millimetres.
    """
    b = drawing.bleed
    width, height = drawing.width + 2 * b, drawing.height + 2 * b
    inch = 1 / INCH if drawing.unit == "mm" else wide / width
    with style():
        fig = Figure(figsize=(width * inch, height * inch), facecolor=palette[drawing.ground])
        axes = fig.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(-b, drawing.width + b)
        axes.set_ylim(drawing.height + b, -b)  # y goes down
        ground = Rectangle((0, 0), 1, 1, transform=fig.transFigure, facecolor=palette[drawing.ground], zorder=-1)
        fig.add_artist(ground)  # a figure's own colour is the page's, whatever the palette
        scale = inch * POINTS  # points for one of the drawing's units
        for n, one in enumerate(drawing.marks):
            if isinstance(one, Line):
                axes.add_patch(
                    PathPatch(
                        _path(one.points, one.closed),
                        facecolor="none",
                        edgecolor=palette[one.stroke],
                        linewidth=one.width * scale,
                        capstyle="round",
                        joinstyle="round",
                        zorder=n,
                    )
                )
            elif isinstance(one, Area):
                axes.add_patch(PathPatch(_path(one.points, True), facecolor=palette[one.fill], linewidth=0, zorder=n))
            elif isinstance(one, Circle):
                axes.add_patch(
                    Disc(
                        (one.x, one.y),
                        one.r,
                        facecolor=palette[one.fill] if one.fill else "none",
                        edgecolor=palette[one.stroke] if one.stroke else "none",
                        linewidth=one.width * scale if one.stroke else 0,
                        zorder=n,
                    )
                )
            else:
                axes.text(
                    one.x,
                    one.y,
                    plain(label(one, words or {})),
                    size=one.size * scale,
                    ha=ALIGNED[one.anchor],
                    va="baseline",
                    color=palette[one.fill],
                    weight="bold" if one.bold else "normal",
                    path_effects=None if one.long else [_rim(one, scale, palette)],
                    zorder=n,
                )
    return fig


def _rim(one: Label, scale: float, palette: Palette) -> withStroke:
    """What parts a number in the drawing from the lines behind it; words of the sheet stand on its own ground."""
    return withStroke(linewidth=one.size * scale / 5, foreground=palette["paper"])


def _path(line: Points, closed: bool) -> Path:
    found = []
    for piece in pieces(line):
        if closed:
            found.append(Path([*piece.tolist(), piece[0].tolist()], closed=True))
        else:
            found.append(Path(piece if len(piece) > 1 else [*piece.tolist()] * 2))
    return Path.make_compound_path(*found) if found else Path([(0, 0)])
