"""What was planned beside what came: each KPI with its target, its value and interval, and whether it is reached."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, GREY, INK, PAPER, WIDE, sheet, style, tint
from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.results.answers import Answer, Outcome, answers
from promplan.results.heaps import Heap
from promplan.results.said import told as amount
from promplan.results.scale import is_percent, is_points

EDGE, LEFT, RIGHT = 0.12, 2.0, 1.62  # inches: margin, the column of KPI, that of what came
SIZE, TITLE = 10, 12  # points
ROW, LINES = 0.7, 5  # a row's least height, and of a name the most lines
AT = 0.6  # of a row's width, where every target stands; what lies beyond its ends is drawn there
TALL = 7.2
SIGNS: dict[Outcome, tuple[str, str]] = {"reached": ("o", BLACK), "missed": ("X", BLACK), "unknown": ("o", PAPER)}
CAPTION = say(
    "Upright line: the target, in the same place on each row. Disc: reached; cross: missed; ring: cannot be told. The "
    "line with ends is the 95 % interval, the small triangle the baseline. Each row has the unit of its KPI."
)


def plan_against_result(plan: Plan, heap: Heap = "measured") -> Picture:
    """Each KPI that has a target, in the plan's order; as many as fit on a screen, and the rest is counted.

    Args:
        heap: "measured", "past" or "simulated": never two of them together.
    """
    rows = [one for one in answers(plan, heap) if one.target is not None]
    if not rows:
        return nothing(say("No KPI has a target yet. Write one, and what came stands beside it here."), CAPTION)
    names = {one.id: one.name.strip() or one.id for one in plan.kpis}
    title = wrapped(str(_title(rows)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    fixed = 2 * EDGE + tall(title, TITLE) + 0.1
    called = {id_: wrapped(name, LEFT - EDGE - 0.15, SIZE, bold=True, lines=LINES) for id_, name in names.items()}
    deep = max(ROW, *(tall(called[one.kpi], SIZE) + 0.14 for one in rows))
    fit = int((TALL - fixed) / deep)
    shown = rows if len(rows) <= fit else rows[: fit - 1]
    more = len(rows) - len(shown)
    height = fixed + deep * len(shown) + (0.3 if more else 0)
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - 0.1
        for n, one in enumerate(shown):
            _row(axes, one, called[one.kpi], top - (n + 0.5) * deep, deep)
        if more:
            words = plain(str(say_many("and {n} KPI more", "and {n} KPI more", more)))
            axes.text(EDGE, top - deep * len(shown) - 0.15, words, size=SIZE, va="center_baseline")
    told = "; ".join(f"{names[one.kpi]}: {one.said}".rstrip(".") for one in rows)
    alt = say("Plan and result. {title}. {rows}.", title=_title(rows), rows=told)
    return Picture(fig, str(alt), f"{CAPTION} {origin(plan)}")


def _title(rows: Sequence[Answer]) -> Words:
    """How many are reached, missed, not known."""
    count = {outcome: sum(one.outcome == outcome for one in rows) for outcome in SIGNS}
    return say(
        "Of {n} KPI {reached} reached, {missed} missed, {unknown} not known",
        n=len(rows),
        reached=count["reached"],
        missed=count["missed"],
        unknown=count["unknown"],
    )


def _row(axes: Axes, one: Answer, words: str, y: float, deep: float) -> None:
    axes.plot([EDGE, WIDE - EDGE], [y - deep / 2] * 2, color=tint(GREY, 0.4), linewidth=0.7, zorder=0)
    paragraph(axes, EDGE, y + tall(words, SIZE) / 2, words, SIZE, weight="bold")
    wide = WIDE - LEFT - RIGHT - EDGE
    target = one.target or 0.0
    unit = abs(target) or max((abs(it) for it in (one.value, one.baseline) if it), default=1.0)

    def x(value: float) -> float:
        """Where a value stands: the target always in one place, 0 on the left; what is far off at the edge."""
        share = 1 + (value - target) / unit
        return LEFT + wide * min(1.0, max(0.0, share * AT))

    axes.plot([LEFT, LEFT + wide], [y, y], color=GREY, linewidth=0.8, zorder=1)
    axes.plot([x(target)] * 2, [y - 0.17, y + 0.17], color=INK, linewidth=3, zorder=2)
    label = wrapped(str(say("target {n}", n=amount(target, one.unit))), wide, SIZE, lines=1)
    axes.text(x(target), y - 0.24, label, size=SIZE, ha="center", va="center_baseline")
    if one.baseline is not None:
        axes.plot([x(one.baseline)], [y + 0.06], "v", color=GREY, markersize=6, zorder=2)
    if one.value is not None:
        if one.low is not None and one.high is not None:
            ends = [x(one.low), x(one.high)]
            axes.plot(ends, [y, y], color=BLACK, linewidth=1.8, zorder=3)
            for end in ends:
                axes.plot([end, end], [y - 0.07, y + 0.07], color=BLACK, linewidth=1.8, zorder=3)
        sign, ground = SIGNS[one.outcome]
        axes.plot([x(one.value)], [y], sign, markersize=9, color=ground, markeredgecolor=BLACK, markeredgewidth=1.6,
                  zorder=4)  # fmt: skip
    came = say("{value}: {short}", value=_value(one), short=one.short)
    told = wrapped(str(came), RIGHT - 0.1, SIZE, lines=3)
    paragraph(axes, WIDE - RIGHT + 0.05, y + tall(told, SIZE) / 2, told, SIZE)


def _value(one: Answer) -> Words | str:
    """What came; a share with the number that it is of."""
    if one.value is None:
        return "–"
    value = amount(one.value, one.unit)
    if one.n is not None and isinstance(one.unit, str) and is_percent(one.unit) and not is_points(one.unit):
        return say("{value} of {n}", value=value, n=float(one.n))
    return value
