"""How many people a test needs: the smaller the difference that is to be found, the more; and how many there are."""

import math

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Problem, Words, say
from promplan.media.experiment import feasible, minimum_detectable, sample_size
from promplan.results.needed import needed_curve
from promplan.results.said import rounded

EDGE, LEFT, LOW, HIGH = 0.12, 1.0, 0.72, 3.0  # inches: margin, where the plot begins, its lowest line, its height
SIZE, TITLE = 10, 12  # points


def sample_size_curve(
    rate: float,
    hoped: float | None = None,
    people: int | None = None,
    *,
    power: float = 0.8,
    alpha: float = 0.05,
) -> Picture:
    """The curve from `rate`, with the difference that is hoped for, and the people who can be shown it in two groups.

    Args:
        rate, hoped: shares as fractions, of version A and the one that would matter.
        people: everybody who can be asked or shown it, in all: the town, the school, the followers.
        power, alpha: as for `promplan.media.sample_size`.

    Raises:
        Problem: as `sample_size`: a share outside 0 to 1, two equal ones.
    """
    needed = sample_size(rate, hoped, power=power, alpha=alpha).per_group if hoped is not None else None
    curve = needed_curve(rate, hoped, power, alpha)
    groups = people // 2 if people is not None else None
    words = _title(rate, hoped, needed, people, power, alpha)
    title = wrapped(str(words), WIDE - 2 * EDGE, TITLE, bold=True, lines=4)
    height = 2 * EDGE + tall(title, TITLE) + 0.15 + HIGH + LOW
    known = [n for _, n in curve] + [one for one in (groups, needed) if one]
    powers = (math.floor(math.log10(max(1, min(known)))), math.ceil(math.log10(max(known)) + 1e-9))
    with style():
        fig, axes = sheet(height)
        paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold")
        plot = _Plot(axes, (0.0, max(gap for gap, _ in curve)), powers)
        plot.grid()
        if groups is not None:
            plot.people(groups, None if needed is None else plot.label_of(needed))
        axes.plot([plot.x(gap) for gap, _ in curve], [plot.y(n) for _, n in curve], color=BLUE, linewidth=2.4, zorder=3)
        if needed is not None and hoped is not None:
            plot.point(abs(hoped - rate), needed)
    alt = say("How many people a test needs. {title}. {rows}.", title=words, rows=_rows(curve))
    caption = say(
        "People per group against the difference in percentage points (power {power} %, {alpha} % false alarms, "
        "two-sided). The scale of people is logarithmic: each line is ten times the one below. Hatched: more people "
        "than there are.",
        power=rounded(100 * power),
        alpha=rounded(100 * alpha),
    )
    return Picture(fig, str(alt), str(caption))


def _title(
    rate: float, hoped: float | None, needed: int | None, people: int | None, power: float, alpha: float
) -> Words:
    """Can it be done; if not, what these people can show."""
    if hoped is not None and needed is not None:
        told = {"rate": _percent(rate), "hoped": _percent(hoped), "n": digits(needed)}
        if people is None:
            return say("From {rate} to {hoped} %: {n} people in each group", **told)
        if feasible(needed, people).possible:
            return say("From {rate} to {hoped} %: {n} people in each group, and there are enough", **told)
        return say(
            "Impossible here: from {rate} to {hoped} % takes {n} people in each group, and there are {people} in all",
            **told,
            people=digits(people),
        )
    if people is None:
        return say(
            "From {rate} %: half the difference takes about four times the people, where it is small",
            rate=_percent(rate),
        )
    try:
        gap = minimum_detectable(max(1, people // 2), rate, power=power, alpha=alpha, rise=rate < 1)
    except Problem:
        return say("{people} people show no change of {rate} %: too few", people=digits(people), rate=_percent(rate))
    told = {"people": digits(people), "rate": _percent(rate), "gap": _percent(gap)}
    if power == 0.8:
        return say(
            "{people} people in two groups show a change of {rate} % by {gap} points in four tests of five; a smaller "
            "one less often",
            **told,
        )
    return say(
        "{people} people in two groups show a change of {rate} % by {gap} points in {power} % of all tests; a smaller "
        "one less often",
        **told,
        power=rounded(100 * power),
    )


def _percent(share: float) -> str:
    return digits(rounded(100 * share))


def _rows(curve: list[tuple[float, float]]) -> str:
    """Five places of the curve in words."""
    chosen = [curve[round(n * (len(curve) - 1) / 4)] for n in range(5)]
    said = (say("{gap} points: {n} in each group", gap=_percent(gap), n=digits(n)) for gap, n in chosen)
    return "; ".join(map(str, said))


class _Plot:
    """The field of the curve: differences to the right, people upwards in powers of ten."""

    def __init__(self, axes: Axes, gaps: tuple[float, float], powers: tuple[int, int]) -> None:
        self.axes, self.gaps = axes, gaps
        self.powers = (powers[0], max(powers[1], powers[0] + 1))
        self.right, self.low, self.top = WIDE - EDGE - 0.1, LOW, LOW + HIGH

    def x(self, gap: float) -> float:
        return LEFT + (self.right - LEFT) * gap / self.gaps[1]

    def y(self, n: float) -> float:
        first, last = self.powers
        share = (math.log10(max(n, 1)) - first) / (last - first)
        return self.low + HIGH * min(1.0, max(0.0, share))

    def grid(self) -> None:
        for power in range(self.powers[0], self.powers[1] + 1):
            y = self.y(10**power)
            self.axes.plot([LEFT, self.right], [y, y], color="#dddddd", linewidth=0.9, zorder=0)
            words = plain(digits(10**power))
            self.axes.text(LEFT - 0.08, y, words, size=SIZE, ha="right", va="center_baseline")
        step = _step(100 * self.gaps[1])
        for n in range(int(100 * self.gaps[1] / step + 1e-9) + 1):
            x = self.x(n * step / 100)
            self.axes.plot([x, x], [self.low, self.low - 0.05], color=GREY, linewidth=1)
            words = plain(digits(round(n * step, 6)))
            self.axes.text(x, self.low - 0.16, words, size=SIZE, ha="center", va="center_baseline")
        self.axes.plot([LEFT, LEFT, self.right], [self.top, self.low, self.low], color=GREY, linewidth=1.2, zorder=2)
        across = wrapped(str(say("difference to be found, percentage points")), self.right - LEFT, SIZE, lines=1)
        self.axes.text((LEFT + self.right) / 2, self.low - 0.4, across, size=SIZE, ha="center", va="center_baseline")

    def label_of(self, needed: int) -> float:
        """Where the words of the point stand."""
        return min(self.y(needed) + 0.14, self.top - 0.12)

    def people(self, groups: int, taken: float | None) -> None:
        """Half of all people: no group can be larger; its words keep out of the way of those that are `taken`."""
        y = self.y(groups)
        if y < self.top:
            more = Rectangle((LEFT, y), self.right - LEFT, self.top - y)
            more.set(facecolor=tint(VERMILLION, 0.14), hatch="//", edgecolor=tint(GREY, 0.5), linewidth=0, zorder=0.5)
            self.axes.add_patch(more)
        self.axes.plot([LEFT, self.right], [y, y], color=BLACK, linewidth=1.8, linestyle=(0, (5, 2)), zorder=2)
        said = str(say("all there are: {n} a group", n=digits(groups)))
        words = wrapped(said, self.right - LEFT - 0.2, SIZE, lines=1)
        places = [at for at in (y + 0.14, y - 0.14, y + 0.4, y - 0.4) if self.low + 0.12 < at < self.top - 0.1]
        free = [at for at in places if taken is None or abs(at - taken) > 0.24]
        self._label(self.right - 0.1, (free or places)[0], words, "right")

    def point(self, gap: float, needed: int) -> None:
        x, y = self.x(gap), self.y(needed)
        self.axes.plot([x, x], [self.low, y], color=INK, linewidth=1, linestyle=(0, (1, 1)), zorder=2)
        self.axes.plot([x], [y], "o", color=INK, markersize=8, zorder=4)
        words = plain(str(say("{n} needed", n=digits(needed))))
        near = x + 0.2 + inches(words, SIZE) > self.right
        self._label(x - 0.14 if near else x + 0.14, self.label_of(needed), words, "right" if near else "left")

    def _label(self, x: float, y: float, words: str, side: str) -> None:
        wide = inches(words, SIZE) + 0.08
        ground = Rectangle((x - (wide - 0.04 if side == "right" else 0.04), y - 0.1), wide, 0.2)
        ground.set(facecolor=PAPER, edgecolor="none", zorder=3.5)
        self.axes.add_patch(ground)
        self.axes.text(x, y, words, size=SIZE, ha=side, va="center_baseline", zorder=4)


def _step(most: float) -> float:
    """Marks at 1, 2 or 5 of a power of ten, eight of them at most."""
    power = float(10 ** math.floor(math.log10(most / 8)))
    return next(n * power for n in (1, 2, 5, 10) if most / (n * power) <= 8)
