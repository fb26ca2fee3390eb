"""The course map: eleven units on one way, in the forum's own three steps, and where you are."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from promplan import assets
from promplan.figures.lettering import plain, wrapped
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREEN, GREY, PAPER, PURPLE, VERMILLION, WIDE, sheet, style, tint
from promplan.language import pick, say

LINES = {"start": GREY, "plan": BLUE, "create": VERMILLION, "distribute": GREEN, "pitch": PURPLE}
EDGE, SEAM = 0.08, 0.05  # inches: margin of the sheet, paper between two grounds
HEAD, PITCH = 0.28, 0.45  # a group's name, from station to station
RAIL, STATION = 0.36, 0.16  # from the left side to the way, radius
NAME, GAIN, MINUTES = 0.7, 3.05, 5.02  # where a unit's words begin


def course_map(here: str = "00-start") -> Picture:
    """The eleven units and what the plan gains in each; the unit `here` is marked. KeyError for an unknown unit."""
    units = assets.plan_of_the_course()["unit"]
    if here not in [one["id"] for one in units]:
        raise KeyError(f"there is no unit {here!r}")
    groups = [(group, list(inside)) for group, inside in groupby(units, key=lambda one: str(one["group"]))]
    height = 2 * EDGE + len(groups) * (HEAD + SEAM) - SEAM + len(units) * PITCH
    with style():
        fig, axes = sheet(height)
        top = height - EDGE
        first, last = top - HEAD - PITCH / 2, EDGE + PITCH / 2
        axes.plot([EDGE + RAIL] * 2, [first, last], color=GREY, linewidth=4, zorder=1)
        for group, inside in groups:
            top = _group(axes, group, inside, top, here) - SEAM
    now = next(one for one in units if one["id"] == here)
    alt = say(
        "Course map, eleven units on one way. {steps}. You are in unit {n}: {title}.",
        steps="; ".join(_told(group, units) for group in LINES),
        n=int(here[:2]),
        title=now["title"],
    )
    caption = say("The way of the course: in each unit, what the plan gains, and the minutes, core / full.")
    return Picture(fig, str(alt), str(caption))


def _told(group: str, units: Sequence[dict[str, Any]]) -> str:
    """A group in words, for who cannot see the map."""
    inside = (one for one in units if one["group"] == group)
    names = ", ".join(f"{int(one['id'][:2])} {pick(one['title'])} ({pick(one['gain'])})" for one in inside)
    return f"{pick(assets.plan_of_the_course()['group'][group])}: {names}"


def _group(axes: Axes, group: str, units: Sequence[dict[str, Any]], top: float, here: str) -> float:
    """A step of the course on its own ground; where it ends."""
    low = top - HEAD - len(units) * PITCH
    look: dict[str, Any] = {"facecolor": tint(LINES[group], 0.14), "linewidth": 0, "zorder": 0}
    axes.add_patch(Rectangle((EDGE, low), WIDE - 2 * EDGE, top - low, **look))
    title = plain(str(pick(assets.plan_of_the_course()["group"][group])).upper())
    axes.text(EDGE + NAME, top - 0.2, title, fontsize=10.5, fontweight="bold", va="baseline")
    for place, unit in enumerate(units):
        _unit(axes, unit, top - HEAD - (place + 0.5) * PITCH, unit["id"] == here)
    return low


def _unit(axes: Axes, unit: dict[str, Any], middle: float, here: bool) -> None:
    """A station of the way: a circle, or the square of where you are, with a frame around its row."""
    x = EDGE + RAIL
    if here:
        row = Rectangle((EDGE + 0.03, middle - PITCH / 2 + 0.02), WIDE - 2 * EDGE - 0.06, PITCH - 0.04)
        row.set(fill=False, edgecolor=BLACK, linewidth=2.6, zorder=3)
        axes.add_patch(row)
        size = 2 * STATION
        square = Rectangle((x - STATION, middle - STATION), size, size)
        square.set(facecolor=PAPER, edgecolor=BLACK, linewidth=4, zorder=4)
        axes.add_patch(square)
    else:
        colour = LINES[unit["group"]]
        axes.add_patch(
            Circle((x, middle), STATION, facecolor=PAPER, edgecolor=colour, linewidth=2.6, zorder=3),
        )
    look: dict[str, Any] = {"va": "center_baseline", "zorder": 5}
    axes.text(x, middle, str(int(unit["id"][:2])), size=12, weight="bold", ha="center", **look)
    title = wrapped(pick(unit["title"]), GAIN - NAME - 0.1, 11, bold=True, lines=2)
    gain = wrapped(pick(unit["gain"]), MINUTES - GAIN - 0.1, 10, lines=2)
    low, high = unit["minutes"]
    minutes = wrapped(str(say("{low} / {high} min", low=low, high=high)), WIDE - 2 * EDGE - MINUTES - 0.02, 10, lines=1)
    if here:
        minutes += "\n" + wrapped(str(say("◀ you are here")), WIDE - 2 * EDGE - MINUTES - 0.02, 10, bold=True, lines=1)
    for left, words, size, weight in (
        (NAME, title, 11, "bold"),
        (GAIN, gain, 10, "normal"),
        (MINUTES, minutes, 10, ""),
    ):
        level = middle + tall(words, size) / 2
        for place, line in enumerate(words.split("\n")):
            bold = weight or ("bold" if place else "normal")
            level = paragraph(axes, EDGE + left, level, line, size, weight=bold)
