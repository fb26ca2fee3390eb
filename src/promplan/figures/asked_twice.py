"""The same people asked before and after: who said what, who changed, and whether the change is more than chance."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import nothing
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, ORANGE, PAPER, WIDE, sheet, style, tint
from promplan.language import Words, say
from promplan.plan.measurement import Survey
from promplan.results.asked import Change, change
from promplan.results.said import ends, rounded

EDGE, SIZE, TITLE = 0.12, 10, 12  # inches and points
EDGES = 0.98  # inches beside both bars, for words
COLUMN, BEFORE, AFTER = 1.0, EDGE + EDGES, WIDE - EDGE - EDGES - 1.1  # a bar's width, where both stand
HIGH, HEAD, AXIS = 2.3, 0.28, 0.95  # the bars, the words above them, the axis of the change
CAPTION = say(
    "Left and right the same people, before and after; bands are those who answered one way and then the other. Below: "
    "the change in percentage points with its 95 % interval for pairs. If 0 lies in it, nobody can say that it changed."
)


def before_after(survey: Survey) -> Picture:
    """Four counts as bands between two bars, and the change with its interval on an axis with 0."""
    found = change(survey)
    if found is None:
        return nothing(say("Four numbers make this picture: yes twice, only after, only before, no twice."), CAPTION)
    title = wrapped(str(_title(found)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    question = wrapped(survey.question.strip(), WIDE - 2 * EDGE, SIZE, lines=2)
    above = tall(title, TITLE) + (tall(question, SIZE) + 0.04 if question else 0)
    height = 2 * EDGE + above + 0.1 + HEAD + HIGH + AXIS
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold")
        if question:
            paragraph(axes, EDGE, top - 0.04, question, SIZE)
        low = EDGE + AXIS
        _heads(axes, found, low + HIGH + HEAD / 2)
        _bands(axes, survey, found.n, low)
        _axis(axes, found, EDGE + 0.34)
    counts = say(
        "Yes both times: {both}; no, then yes: {gained}; yes, then no: {lost}; no both times: {neither}",
        both=survey.both,
        gained=survey.gained,
        lost=survey.lost,
        neither=survey.neither,
    )
    alt = say("Asked before and after. {title}. {counts}. {told}", title=_title(found), counts=counts, told=found.said)
    return Picture(fig, str(alt), str(CAPTION))


def _points(share: float) -> float:
    return round(100 * share, 1)


def _title(found: Change) -> Words:
    low, high = ends(100 * found.change.low, 100 * found.change.high)
    told = {"n": _points(abs(found.change.estimate)), "low": low, "high": high}
    if not found.sure:
        return say("Whether anything changed cannot be told: the interval runs from {low} to {high} points", **told)
    if found.change.estimate > 0:
        return say("{n} percentage points more say yes (95 % interval {low} to {high})", **told)
    return say("{n} percentage points fewer say yes (95 % interval {low} to {high})", **told)


def _heads(axes: Axes, found: Change, y: float) -> None:
    for x, words in (
        (BEFORE, say("before: yes {n} %", n=digits(rounded(100 * found.before.estimate)))),
        (AFTER, say("after: yes {n} %", n=digits(rounded(100 * found.after.estimate)))),
    ):
        axes.text(x + COLUMN / 2, y, plain(str(words)), size=SIZE, weight="bold", ha="center", va="center_baseline")


@dataclass(frozen=True)
class _Band:
    """Those who answered one way and then the other: the top of the band at both ends, how thick, how many."""

    start: float
    end: float
    thick: float
    count: int
    words: Words
    colour: str
    left: bool  # where its words stand


def _bands(axes: Axes, one: Survey, n: int, low: float) -> None:
    """Yes on top: before both and lost, after both and gained; each band joins its two places."""
    counts = [one.both or 0, one.gained or 0, one.lost or 0, one.neither or 0]
    both, gained, lost, neither = (it / n * HIGH for it in counts)
    top, ground = low + HIGH, low + neither
    bands = (
        _Band(top, top, both, counts[0], say("yes twice"), tint(BLUE, 0.6), True),
        _Band(ground, ground, neither, counts[3], say("no twice"), tint(GREY, 0.3), True),
        _Band(ground + gained, top - both, gained, counts[1], say("no, then yes"), BLUE, False),
        _Band(top - both, ground + lost, lost, counts[2], say("yes, then no"), tint(ORANGE, 0.75), False),
    )
    for it in bands:
        if it.count:
            _band(axes, it)
    for x, yes in ((BEFORE, both + lost), (AFTER, both + gained)):
        _bar(axes, x, top - yes, yes, n, say("yes"), tint(BLUE, 0.35))
        _bar(axes, x, low, HIGH - yes, n, say("no"), PAPER)
    _labels(axes, [it for it in bands if it.count and it.left], EDGE)
    _labels(axes, [it for it in bands if it.count and not it.left], AFTER + COLUMN + 0.1)


def _band(axes: Axes, it: _Band) -> None:
    left, right = BEFORE + COLUMN, AFTER
    shape = Polygon([(left, it.start), (right, it.end), (right, it.end - it.thick), (left, it.start - it.thick)])
    shape.set(facecolor=it.colour, edgecolor=INK, linewidth=0.8, zorder=1 if it.left else 2)
    if it.colour == tint(ORANGE, 0.75):
        shape.set(hatch="////")
    axes.add_patch(shape)


def _bar(axes: Axes, x: float, bottom: float, high: float, n: int, words: Words, colour: str) -> None:
    box = Rectangle((x, bottom), COLUMN, high)
    box.set(facecolor=colour, edgecolor=INK, linewidth=1.2, zorder=3)
    axes.add_patch(box)
    if high > 0.2:
        said = plain(f"{words}: {digits(round(high / HIGH * n))}")
        axes.text(x + COLUMN / 2, bottom + high / 2, said, size=SIZE, ha="center", va="center_baseline", zorder=4)


def _labels(axes: Axes, bands: list[_Band], x: float) -> None:
    """How many are in each band, beside the bar at which it ends; two that are near each other are moved apart."""
    made = [wrapped(f"{digits(it.count)}: {it.words}", EDGES, SIZE, lines=2) for it in bands]
    places = [(it.start if it.left else it.end) - it.thick / 2 for it in bands]
    if len(places) == 2:
        upper, lower = sorted((0, 1), key=lambda n: -places[n])
        apart = (tall(made[0], SIZE) + tall(made[1], SIZE)) / 2 + 0.04
        near = max(0.0, apart - (places[upper] - places[lower])) / 2
        places[upper] += near
        places[lower] -= near
    for words, y in zip(made, places, strict=True):
        paragraph(axes, x, y + tall(words, SIZE) / 2, words, SIZE)


def _axis(axes: Axes, found: Change, y: float) -> None:
    """The change in points, with 0 and the interval."""
    ends = [100 * it for it in (found.change.low, found.change.high, found.change.estimate)]
    most = max(10.0, *(abs(it) for it in ends)) * 1.1
    left, right = EDGE + 0.3, WIDE - EDGE - 0.3

    def x(points: float) -> float:
        return (left + right) / 2 + (right - left) / 2 * points / most

    axes.plot([left, right], [y, y], color=GREY, linewidth=1, zorder=1)
    step = next(it for it in (5, 10, 20, 50) if most / it <= 5)
    for n in range(-int(most // step), int(most // step) + 1):
        at = x(n * step)
        axes.plot([at, at], [y - 0.05, y], color=GREY, linewidth=1)
        words = plain(digits(n * step).replace("-", "−"))
        axes.text(at, y - 0.16, words, size=SIZE, ha="center", va="center_baseline")
    axes.plot([x(0)] * 2, [y, y + 0.42], color=BLACK, linewidth=1.4, linestyle=(0, (5, 2)), zorder=2)
    level = y + 0.2
    axes.plot([x(ends[0]), x(ends[1])], [level] * 2, color=BLACK, linewidth=2, zorder=3)
    for it in ends[:2]:
        axes.plot([x(it)] * 2, [level - 0.08, level + 0.08], color=BLACK, linewidth=2, zorder=3)
    axes.plot([x(ends[2])], [level], "o", markersize=8, color=BLACK if found.sure else PAPER, markeredgecolor=BLACK,
              markeredgewidth=1.6, zorder=4)  # fmt: skip
