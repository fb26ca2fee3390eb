"""Lines of words on a sheet, one by one: matplotlib's own lines jump with their letters."""

from typing import Any

from matplotlib.axes import Axes

from promplan.figures.style import BLACK

PITCH = 1.3  # from line to line, in the letters' size


def tall(words: str, size: float) -> float:
    """How high so many lines stand, in inches."""
    return (words.count("\n") + 1) * size * PITCH / 72


def paragraph(axes: Axes, x: float, top: float, words: str, size: float, **look: Any) -> float:
    """`words`, as `lettering` made them ready, from `top` downwards; where they end, in inches.

    `look` goes to matplotlib: `weight`, `color`, `ha` …
    """
    for line in words.split("\n"):
        axes.text(x, top - size / 72, line, size=size, va="baseline", **{"color": BLACK, "zorder": 4, **look})
        top -= size * PITCH / 72
    return top
