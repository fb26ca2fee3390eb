"""Two scales on a sheet: what is plotted keeps the sheet's inches, so that words and lines never meet by chance."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from promplan.figures.lettering import plain
from promplan.figures.numbers import digits
from promplan.figures.style import GREY

GRID = "#dddddd"
SIZE = 10  # points
BELOW = 0.16  # inches from an axis to the middle of its numbers


@dataclass(frozen=True)
class Frame:
    """A field from `left` to `right` and `low` to `top`, in inches, for values from 0 to `most_x` and `most_y`."""

    left: float
    right: float
    low: float
    top: float
    most_x: float
    most_y: float

    def x(self, value: float) -> float:
        """Where a value of the horizontal scale stands."""
        return self.left + (self.right - self.left) * value / self.most_x

    def y(self, value: float) -> float:
        """Where a value of the vertical scale stands."""
        return self.low + (self.top - self.low) * value / self.most_y

    def across(self, axes: Axes, marks: int = 5) -> None:
        """Numbers along the lower edge, a pale line above each."""
        for value in marked(self.most_x, marks):
            x = self.x(value)
            axes.plot([x, x], [self.low, self.top], color=GRID, linewidth=0.8, zorder=0)
            axes.text(x, self.low - BELOW, plain(digits(value)), size=SIZE, ha="center", va="center_baseline")
        axes.plot([self.left, self.right], [self.low] * 2, color=GREY, linewidth=1.2, zorder=1)

    def up(self, axes: Axes, marks: int = 5, unit: str = "") -> None:
        """Numbers along the left edge, a pale line beside each."""
        for value in marked(self.most_y, marks):
            y = self.y(value)
            axes.plot([self.left, self.right], [y, y], color=GRID, linewidth=0.8, zorder=0)
            said = plain(f"{digits(value)}{unit}")
            axes.text(self.left - 0.08, y, said, size=SIZE, ha="right", va="center_baseline")
        axes.plot([self.left] * 2, [self.low, self.top], color=GREY, linewidth=1.2, zorder=1)


def marked(most: float, marks: int) -> list[float]:
    """Round values from 0 up to `most`, at most so many steps."""
    step = 10.0 ** math.floor(math.log10(most / marks))
    step *= next(n for n in (1, 2, 5, 10, 20) if most / (n * step) <= marks)
    return [round(n * step, 12) for n in range(int(most / step * (1 + 1e-9)) + 1)]


def apart(wanted: Sequence[float], heights: Sequence[float], low: float, top: float) -> list[float]:
    """Middles as near as may be to the wanted ones, in their order from above: nothing touches its neighbour."""
    order = sorted(range(len(wanted)), key=lambda n: -wanted[n])
    placed = dict.fromkeys(order, 0.0)
    ceiling = top
    for n in order:
        placed[n] = min(wanted[n], ceiling - heights[n] / 2)
        ceiling = placed[n] - heights[n] / 2
    floor = low
    for n in reversed(order):
        placed[n] = max(placed[n], floor + heights[n] / 2)
        floor = placed[n] + heights[n] / 2
    return [placed[n] for n in range(len(wanted))]
