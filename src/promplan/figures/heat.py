"""Why eleven minutes: how the middle of a thick disc cures while the heat is on its way to it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator

from promplan.figures.lettering import wrapped
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, VERMILLION, WIDE, style
from promplan.language import Words, current, say

LAST = 30  # minutes shown: after the fourteenth nothing happens any more, and that is worth a look
READY = 90  # per cent
MARKS = (8, 11, 30)
HIGH, LEFT, LOW, EDGE = 4.6, 0.78, 0.62, 0.12  # inches: the sheet, and around the field

Rows = Sequence[Mapping[str, float | str]]
Line = Sequence[tuple[float, float]]


def core_cure(rows: Rows) -> Picture:
    """State of cure in the core, in per cent, over minutes in the mould.

    Args:
        rows: `blank` ("preheated" or "cold"), `minute`, `core` (°C), `cure` (per cent), as in the kit's mould-core.csv.
            ValueError when one of the two blanks is missing.
    """
    warm, cold = (_line(rows, blank) for blank in ("preheated", "cold"))
    with style():
        fig = Figure(figsize=(WIDE, HIGH))
        axes = fig.add_axes((LEFT / WIDE, LOW / HIGH, 1 - (LEFT + EDGE) / WIDE, 1 - (LOW + EDGE) / HIGH))
        axes.axhline(READY, color=GREY, linewidth=1.3, linestyle=(0, (5, 3)), zorder=1)
        axes.text(LAST, READY - 1.5, str(say("90 %: cured enough to open the press")), size=10.5, ha="right", va="top")
        axes.plot(*zip(*warm, strict=True), color=BLUE)
        axes.plot(*zip(*cold, strict=True), color=VERMILLION, linestyle=(0, (6, 2)))
        for minute in MARKS:
            _mark(axes, minute, _at(warm, minute))
        name = wrapped(str(_name(rows, "preheated")), 1.35, 11)
        axes.text(_when(warm, 62) - 0.45, 62, name, size=11, ha="right", va="center")
        axes.text(_when(cold, 55) + 0.45, 55, str(_name(rows, "cold")), size=11, va="center")
        axes.set_xlim(0, LAST + 0.4)
        axes.set_ylim(0, 112)
        axes.set_yticks(range(0, 101, 20))
        axes.xaxis.set_major_locator(MultipleLocator(2))
        axes.set_xlabel(str(say("minutes in the mould at 170 °C")))
        axes.set_ylabel(str(say("cure in the middle, %")))
    alt = say(
        "Line chart: the middle of a disc 15 mm thick, heated from two faces, is {eight} % cured after 8 minutes, "
        "{eleven} % after 11 and {thirty} % after 30 when the blank was preheated. It reaches 90 % after {warm} "
        "minutes, with a cold blank after {cold}.",
        eight=f"{_at(warm, 8):.0f}",
        eleven=f"{_at(warm, 11):.0f}",
        thirty=f"{_at(warm, 30):.0f}",
        warm=_minutes(_when(warm, READY)),
        cold=_minutes(_when(cold, READY)),
    )
    caption = say(
        "The middle of a disc 260 mm wide and 15 mm thick, heated from two faces by plates at 170 °C. "
        "Synthetic data: the kit's heat model."
    )
    return Picture(fig, str(alt), str(caption))


def _mark(axes: Axes, minute: int, value: float) -> None:
    """A point of the preheated line with its minute and its per cent on the left, where the line does not go."""
    axes.plot([minute], [value], "o", color=BLACK, markersize=7.5, zorder=4, clip_on=False)
    words = str(say("{minute} min: {value} %", minute=minute, value=f"{value:.0f}"))
    offset = (4, 15) if minute == LAST else (-11, 3)
    axes.annotate(words, (minute, value), offset, textcoords="offset points", ha="right", va="center", weight="bold")


def _name(rows: Rows, blank: str) -> Words:
    """The line's name with the temperature at which its blank went into the mould."""
    degrees = f"{next(float(one['core']) for one in rows if one['blank'] == blank):.0f}"
    if blank == "cold":
        return say("cold blank, {degrees} °C", degrees=degrees)
    return say("blank preheated to {degrees} °C", degrees=degrees)


def _line(rows: Rows, blank: str) -> Line:
    points = [(float(one["minute"]), float(one["cure"])) for one in rows if one["blank"] == blank]
    if not points:
        raise ValueError(f"no row has the blank {blank!r}")
    return sorted(point for point in points if point[0] <= LAST)


def _at(line: Line, minute: float) -> float:
    """The cure at a minute, straight between two rows."""
    for (left, low), (right, high) in pairwise(line):
        if left <= minute <= right:
            return low + (high - low) * (minute - left) / (right - left)
    return line[-1][1]


def _when(line: Line, cure: float) -> float:
    """The minute at which the line comes to `cure`; its last minute if it never does."""
    for (left, low), (right, high) in pairwise(line):
        if low < cure <= high:
            return left + (right - left) * (cure - low) / (high - low)
    return line[-1][0]


def _minutes(minutes: float) -> str:
    """10.5, in Russian 10,5."""
    return f"{minutes:.1f}".replace(".", "," if current() == "ru" else ".")
