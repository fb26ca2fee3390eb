"""Why eleven minutes: how the middle of a thick ring cures while the heat is on its way to it."""

from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure

from promplan.figures.picture import Picture, style
from promplan.language import say

LAST = 16  # minutes shown
MARKS = (8, 11)


def core_cure(rows: Sequence[Mapping[str, float | str]]) -> Picture:
    """State of cure in the core, in per cent, over minutes in the mould.

    Args:
        rows: `blank` ("preheated" or "cold"), `minute`, `cure` (per cent), as the kit's mould-core.csv has them.
    """
    warm, cold = (_line(rows, kind) for kind in ("preheated", "cold"))
    with style():
        fig = Figure(figsize=(9.2, 4.4))
        axes = fig.add_subplot()
        axes.axhline(90, color="#555555", linewidth=1.2, linestyle=(0, (5, 3)))
        axes.text(0.15, 91.5, str(say("90 %: the ring holds its shape")), fontsize=10)
        axes.plot(*zip(*warm, strict=True), color="#0072B2")
        axes.plot(*zip(*cold, strict=True), color="#D55E00", linestyle=(0, (6, 2)))
        for minute in MARKS:
            value = dict(warm)[float(minute)]
            axes.plot([minute], [value], "o", color="black", markersize=7)
            words = say("{minute} min: {value} %", minute=minute, value=f"{value:.0f}")
            axes.annotate(
                str(words), (minute, value), (-10, 2), textcoords="offset points", ha="right", fontweight="bold"
            )
        axes.annotate(str(say("blank preheated to 80 °C")), (7.2, 22), (-8, 6), textcoords="offset points", ha="right")
        axes.annotate(str(say("cold blank, 25 °C")), (9.6, 38), (12, -14), textcoords="offset points")
        axes.set_xlim(0, LAST)
        axes.set_ylim(0, 104)
        axes.set_xlabel(str(say("minutes in the mould at 170 °C")))
        axes.set_ylabel(str(say("cure in the middle, %")))
    eight, eleven = (f"{dict(warm)[float(minute)]:.0f}" for minute in MARKS)
    alt = say(
        "Line chart: the middle of a ring 15 mm thick is {eight} % cured after 8 minutes and {eleven} % after 11 when "
        "the blank was preheated; a cold blank is later by one to two minutes.",
        eight=eight,
        eleven=eleven,
    )
    caption = say("The middle of a ring 15 mm thick, plates at 170 °C. Synthetic data: the kit's heat model.")
    return Picture(fig, str(alt), str(caption))


def _line(rows: Sequence[Mapping[str, float | str]], blank: str) -> list[tuple[float, float]]:
    points = [(float(one["minute"]), float(one["cure"])) for one in rows if one["blank"] == blank]
    return [one for one in points if one[0] <= LAST]
