"""The course map: eleven units on one way, in the forum's own three steps, and where you are."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from promplan import assets
from promplan.figures.lettering import plain, wrapped
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREEN, GREY, PAPER, PURPLE, VERMILLION, WIDE, sheet, style, tint
from promplan.language import pick, say

LINES = {"start": GREY, "plan": BLUE, "create": VERMILLION, "distribute": GREEN, "pitch": PURPLE}
ROWS = (("start", "plan"), ("create", "distribute", "pitch"))
EDGE, TURN = 0.08, 0.3  # inches: margin of the sheet, room for the bend of the way
TALL, GAP, FOOT = 2.76, 0.34, 0.26  # a row of units, the way back between the rows, the mark's foot
RAIL = 0.68  # from the top of a row to the way
STATION = 0.2  # radius
INSET, SEAM = 0.12, 0.06  # words from their edge, paper between two grounds


def course_map(here: str = "00-start") -> Picture:
    """The eleven units and what the plan gains in each; the unit `here` is marked. KeyError for an unknown unit."""
    units = assets.plan_of_the_course()["unit"]
    if here not in [one["id"] for one in units]:
        raise KeyError(f"there is no unit {here!r}")
    rows = [[one for one in units if one["group"] in groups] for groups in ROWS]
    height = 2 * EDGE + 2 * TALL + GAP
    with style():
        fig, axes = sheet(height)
        top = height - EDGE
        _way(axes, top)
        _row(axes, rows[0], EDGE, WIDE - EDGE - TURN, top, here)
        _row(axes, rows[1], EDGE + TURN, WIDE - EDGE, top - TALL - GAP, here)
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


def _way(axes: Axes, top: float) -> None:
    """The bend from the end of the first row back to the start of the second."""
    first, second, between = top - RAIL, top - TALL - GAP - RAIL, top - TALL - GAP / 2
    left, right = EDGE + 0.1, WIDE - EDGE - 0.1
    xs = (WIDE - EDGE - TURN, right, right, left, left, EDGE + TURN)
    ys = (first, first, between, between, second, second)
    axes.plot(xs, ys, color=GREY, linewidth=4, solid_joinstyle="round", zorder=1)
    axes.plot([WIDE / 2], [between], marker="<", color=GREY, markersize=9, zorder=1)


def _row(axes: Axes, units: Sequence[dict[str, Any]], left: float, right: float, top: float, here: str) -> None:
    column = (right - left) / len(units)
    for group in dict.fromkeys(one["group"] for one in units):
        places = [number for number, one in enumerate(units) if one["group"] == group]
        start, end = left + places[0] * column, left + (places[-1] + 1) * column
        ground = Rectangle((start, top - TALL), end - start - SEAM, TALL, facecolor=tint(LINES[group], 0.14), zorder=0)
        axes.add_patch(ground)
        title = plain(str(pick(assets.plan_of_the_course()["group"][group])).upper())
        axes.text(start + INSET, top - 0.26, title, fontsize=10.5, fontweight="bold", va="baseline")
        stop = start + INSET if group == "pitch" else end
        begin = start + INSET if group == "start" else start
        axes.plot([begin, stop], [top - RAIL] * 2, color=LINES[group], linewidth=5, solid_capstyle="butt", zorder=2)
    for number, one in enumerate(units):
        _unit(axes, one, left + number * column, column - SEAM, top, one["id"] == here)


def _unit(axes: Axes, unit: dict[str, Any], x: float, width: float, top: float, here: bool) -> None:
    rail, inner, room = top - RAIL, x + INSET, width - 1.5 * INSET
    if here:
        _mark(axes, x + 0.03, width - 0.06, top)
        size = 2 * STATION
        axes.add_patch(
            Rectangle((inner, rail - STATION), size, size, facecolor=PAPER, edgecolor=BLACK, linewidth=4, zorder=3)
        )
    else:
        colour = LINES[unit["group"]]
        station = Circle((inner + STATION, rail), STATION, facecolor=PAPER, edgecolor=colour, linewidth=2.6, zorder=3)
        axes.add_patch(station)
    number = str(int(unit["id"][:2]))
    middle: dict[str, Any] = {"ha": "center", "va": "center_baseline", "zorder": 4}
    axes.text(inner + STATION, rail, number, size=12, weight="bold", **middle)
    title = wrapped(pick(unit["title"]), room, 11, bold=True, lines=3)
    gain = wrapped(pick(unit["gain"]), room, 10, lines=3)
    low, high = unit["minutes"]
    minutes = str(say("{low} / {high} min", low=low, high=high))
    for line, words in enumerate(title.split("\n")):  # line by line: matplotlib's own lines jump with their letters
        axes.text(inner, rail - 0.46 - line * 0.185, words, size=11, weight="bold", va="baseline")
    for line, words in enumerate(gain.split("\n")):
        axes.text(inner, rail - 1.12 - line * 0.175, words, size=10, va="baseline")
    axes.text(inner, top - TALL + 0.37, minutes, size=9.5, va="baseline")


def _mark(axes: Axes, x: float, width: float, top: float) -> None:
    """A black frame around a unit, and on its foot the words that say what the frame means."""
    bottom = top - TALL
    frame = Rectangle((x, bottom), width, TALL - RAIL + 0.3, fill=False, edgecolor=BLACK, linewidth=2.6, zorder=3)
    axes.add_patch(frame)
    axes.add_patch(Rectangle((x, bottom), width, FOOT, facecolor=PAPER, edgecolor=BLACK, linewidth=2.6, zorder=3))
    words = plain(str(say("▲ you are here")))
    middle: dict[str, Any] = {"ha": "center", "va": "center_baseline", "zorder": 4}
    axes.text(x + width / 2, bottom + FOOT / 2, words, size=10, weight="bold", **middle)
