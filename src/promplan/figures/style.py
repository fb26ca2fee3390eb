"""The course's look: one style file, Okabe–Ito colours for fills and lines, and a sheet measured in inches.

Words are black, or white on black: the palette is safe for the colour-blind, but most of it is too pale for letters
(Okabe & Ito 2008; contrast recomputed after WCAG 2).
"""

from contextlib import AbstractContextManager
from typing import Any

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from promplan import assets

SHOWN = 100  # pixels of the page for an inch of the sheet
DPI = 2 * SHOWN  # for dense screens; as in the style file
WIDE = 6.4  # inches: where a projector leaves 600 pixels beside the panel, 10 points are still 13 of them
INK, PAPER, BLACK, GREY = "#1a1a1a", "#fcfaf6", "#000000", "#666666"
BLUE, SKY, GREEN, YELLOW = "#0072B2", "#56B4E9", "#009E73", "#F0E442"
ORANGE, VERMILLION, PURPLE = "#E69F00", "#D55E00", "#CC79A7"


def style() -> AbstractContextManager[Any]:
    """The course's look for as long as a figure is drawn; the user's own matplotlib settings stay theirs."""
    look: AbstractContextManager[Any] = matplotlib.style.context(
        ["default", str(assets.folder() / "promplan.mplstyle")]
    )
    return look


def sheet(height: float) -> tuple[Figure, Axes]:
    """An empty sheet whose coordinates are inches from its lower left corner, for what is drawn and not plotted."""
    fig = Figure(figsize=(WIDE, height))
    axes = fig.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, WIDE)
    axes.set_ylim(0, height)
    return fig, axes


def tint(colour: str, strength: float = 0.16) -> str:
    """A colour as pale as tinted paper: dark words stay readable on it."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * strength):02x}" for part in parts)
