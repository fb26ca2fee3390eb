"""The course map: eleven units on one way, in the forum's own three steps, and where you are."""

import textwrap
import tomllib
from functools import cache
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from promplan import assets
from promplan.figures.picture import Picture, style
from promplan.language import pick, say

FILLS = {"start": "#f2f2f2", "plan": "#d6e9f5", "create": "#fbe3d1", "distribute": "#d5efe5", "pitch": "#f7e0ec"}
EDGES = {"start": "#555555", "plan": "#0072B2", "create": "#D55E00", "distribute": "#009E73", "pitch": "#9c3f74"}
ROWS = (("start", "plan"), ("create", "distribute", "pitch"))
W, H = 2.05, 1.72  # a unit's box


@cache
def _course() -> dict[str, Any]:
    return tomllib.loads((assets.folder() / "course.toml").read_text(encoding="utf-8"))


def course_map(here: str = "00-start") -> Picture:
    """The eleven units and what the plan gains in each; the unit `here` is marked. KeyError for an unknown unit."""
    units = _course()["unit"]
    if here not in [one["id"] for one in units]:
        raise KeyError(f"there is no unit {here!r}")
    with style():
        fig = Figure(figsize=(10.6, 4.9))
        axes = fig.add_subplot()
        axes.set_axis_off()
        for row, groups in enumerate(ROWS):
            inside = [one for one in units if one["group"] in groups]
            for column, one in enumerate(inside):
                _box(axes, column * (W + 0.12), -row * (H + 0.95), one, one["id"] == here)
            for group in groups:
                first = next(i for i, one in enumerate(inside) if one["group"] == group)
                title = str(pick(_course()["group"][group])).upper()
                x, y = first * (W + 0.12), -row * (H + 0.95) + H + 0.16
                axes.text(x, y, title, fontsize=10, fontweight="bold", color="#1a1a1a")
        axes.set_xlim(-0.15, 6 * (W + 0.12) + 0.05)
        axes.set_ylim(-(H + 0.95) - 0.35, H + 0.6)
    now = next(one for one in units if one["id"] == here)
    alt = say(
        "Course map: eleven units. Strategic planning: units 1 to 4. Creation: 5 and 6. Distribution: 7 to 9. Then the "
        "pitch. You are in unit {n}, {title}.",
        n=int(here[:2]),
        title=now["title"],
    )
    caption = say("The way of the course: under each unit, what the plan gains and the minutes, core and full.")
    return Picture(fig, str(alt), str(caption))


def _box(axes: Any, x: float, y: float, unit: dict[str, Any], here: bool) -> None:
    group = unit["group"]
    box = FancyBboxPatch(
        (x, y),
        W,
        H,
        boxstyle="round,pad=0,rounding_size=0.12",
        facecolor=FILLS[group],
        edgecolor="black" if here else EDGES[group],
        linewidth=3.5 if here else 1.4,
    )
    axes.add_patch(box)
    title = textwrap.fill(str(pick(unit["title"])), 15)
    axes.text(x + 0.1, y + H - 0.13, f"{int(unit['id'][:2])}", fontsize=13, fontweight="bold", va="top")
    axes.text(x + 0.1, y + H - 0.45, title, fontsize=10, fontweight="bold", va="top", linespacing=1.1)
    low, high = unit["minutes"]
    minutes = say("{low} / {high} min", low=low, high=high)
    axes.text(x + W - 0.1, y + H - 0.13, str(minutes), fontsize=9, va="top", ha="right", color="#333333")
    gain = textwrap.fill(str(pick(unit["gain"])), 18)
    axes.text(x + 0.1, y + 0.1, gain, fontsize=9.5, va="bottom", linespacing=1.1)
    if here:
        axes.text(
            x + W / 2, y - 0.08, str(say("▲ you are here")), fontsize=10.5, fontweight="bold", va="top", ha="center"
        )
