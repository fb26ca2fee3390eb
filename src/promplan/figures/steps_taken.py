"""What became of those who were shown it: at each step how many, and which share of the step before, with interval.

A share stands only where those who went on are among those before: numbers from two lists are divided by nobody.
"""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, PAPER, WIDE, sheet, style, tint
from promplan.language import Words, say, say_in
from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.plan.labels import label_of
from promplan.results.heaps import Heap
from promplan.results.rates import Step, steps
from promplan.results.said import ends, rounded

EDGE, LEFT, RIGHT = 0.12, 1.75, 1.95  # inches: margin, the column of names, that of the rates
SIZE, TITLE = 10, 12  # points
ROW, BAR = 0.6, 0.26
LOSSES = ("clicks", "registrations", "visits", "applications")  # where people are lost; reach are the same ones
CAPTION = say(
    "Each bar is the whole step before it; filled is who went on, the line with ends the 95 % interval of that share. "
    "A step without a bar has no share: those who went on are not among those before, for the two numbers are from "
    "different lists, or one counts showings and the other people. A share is of the number that stands beside it; "
    "that is less than the step before where a list counts only one of the two. A bar says nothing of how many: the "
    "number stands on the left."
)
SIMULATED = say("Simulated: no real people stand behind it.")


def results_funnel(plan: Plan, heap: Heap = "measured") -> Picture:
    """Impressions, reach, clicks, registrations, visitors, applications: as far as they were counted.

    Args:
        heap: "measured", "past" or "simulated": never two of them together.
    """
    rows = steps(plan, heap)
    if not rows:
        return nothing(say("Nothing was counted yet. Bring in an export or a list, and the steps are drawn."), CAPTION)
    title = wrapped(str(_title(rows)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    height = 2 * EDGE + tall(title, TITLE) + 0.1 + ROW * len(rows)
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - 0.1
        for n, one in enumerate(rows):
            _row(axes, one, top - (n + 0.5) * ROW)
    said = "; ".join(str(_said(one)) for one in rows)
    told = say("Funnel of the results. {title}. {rows}.", title=_title(rows), rows=said)
    caption = f"{CAPTION} {SIMULATED} {origin(plan)}" if heap == "simulated" else f"{CAPTION} {origin(plan)}"
    return Picture(fig, str(told), caption)


def _label(field: str) -> Words:
    return label_of(Result.model_fields[field]) or Words(field)


def _name(one: Step) -> Words:
    """What a step is called; reach of several posts is a sum, and no number of people."""
    if one.field == "reach" and one.results > 1:
        return say("Reach, added up post by post")
    return _label(one.field)


def _before(one: Step) -> Words:
    """What the step before is called; of reach the bare word, for it may be a sum."""
    return say_in("step of a funnel", "Reach") if one.before == "reach" else _label(one.before)


def _percent(share: float | None) -> str:
    return digits(rounded(100 * (share or 0)))


def _title(rows: tuple[Step, ...]) -> Words:
    """Where most are lost; else how many there were at both ends."""
    lost = [one for one in rows if one.rate is not None and one.field in LOSSES]
    if lost:
        one = min(lost, key=lambda it: it.rate or 0)
        low, high = ends(100 * (one.low or 0), 100 * (one.high or 0))
        shares = {"rate": _percent(one.rate), "n": digits(one.n), "low": low, "high": high}
        if len(lost) == sum(it.field in LOSSES and bool(it.before) for it in rows):
            return say(
                "The narrowest step is “{step}”: {rate} % of {n} go on (95 % interval {low} to {high} %)",
                step=_name(one),
                **shares,
            )
        if len(lost) == 1:
            return say(
                "Only “{step}” has a share: {rate} % of {n} (95 % interval {low} to {high} %)",
                step=_name(one),
                **shares,
            )
        return say(
            "The narrowest step that has a share is “{step}”: {rate} % of {n} go on (95 % interval {low} to {high} %)",
            step=_name(one),
            **shares,
        )
    first, last = rows[0], rows[-1]
    if first is last:
        return say("{step}: {n}, and nothing else was counted", step=_name(first), n=digits(first.count))
    told = {"step": _name(first), "n": digits(first.count)}
    return say("{step}: {n}; {last}: {m}", **told, last=_name(last), m=digits(last.count))


def _said(one: Step) -> Words:
    """A step in words, for who cannot see it."""
    told = say("{step}: {n}", step=_name(one), n=digits(one.count))
    return say("{told}, {rate}", told=told, rate=_rate(one)) if one.before else told


def _rate(one: Step) -> Words:
    if one.apart:
        return say("no share: from another list than “{before}”", before=_before(one))
    if one.field == "reach" and one.results > 1:
        return say("no share: who saw two posts is counted twice")
    if one.field == "reach":
        return say("no share: people, and before them showings")
    if one.other_ways:
        return say("more than {before}: others came another way", before=_before(one))
    if one.rate is None:
        return say("no share: there was nobody before")
    low, high = ends(100 * (one.low or 0), 100 * (one.high or 0))
    shares = {"rate": f"{_percent(one.rate)}\u00a0%", "range": f"{low}–{high}\u00a0%"}
    return say("{rate} of {n} ({range})", n=digits(one.n), **shares)


def _row(axes: Axes, one: Step, y: float) -> None:
    name = wrapped(str(_name(one)), LEFT - EDGE - 0.1, SIZE, lines=2)
    count = plain(digits(one.count))
    below = paragraph(axes, EDGE, y + tall(f"{name}\n{count}", SIZE) / 2, name, SIZE)
    paragraph(axes, EDGE, below, count, SIZE, weight="bold")
    if one.before:
        words = wrapped(str(_rate(one)), RIGHT - 0.15, SIZE, lines=3)
        paragraph(axes, WIDE - RIGHT, y + tall(words, SIZE) / 2, words, SIZE)
    if one.before and one.rate is None and not one.other_ways:
        return
    wide = WIDE - LEFT - RIGHT - EDGE
    whole = Rectangle((LEFT, y - BAR / 2), wide, BAR)
    whole.set(facecolor=BLUE if not one.before else PAPER, edgecolor=INK, linewidth=1, zorder=2)
    if one.other_ways:
        whole.set(facecolor=tint(GREY, 0.25), hatch="////")
    axes.add_patch(whole)
    if one.rate is not None and one.low is not None and one.high is not None:
        part = Rectangle((LEFT, y - BAR / 2), wide * one.rate, BAR)
        part.set(facecolor=BLUE, edgecolor=INK, linewidth=1, zorder=2.5)
        axes.add_patch(part)
        ends = [LEFT + wide * it for it in (one.low, one.high)]
        axes.plot(ends, [y, y], color=PAPER, linewidth=4.4, zorder=3, solid_capstyle="butt")
        axes.plot(ends, [y, y], color=BLACK, linewidth=1.8, zorder=3.1, solid_capstyle="butt")
        for x in ends:
            axes.plot([x, x], [y - BAR * 0.7, y + BAR * 0.7], color=BLACK, linewidth=1.8, zorder=3.1)
