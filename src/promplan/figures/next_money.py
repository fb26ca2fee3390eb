"""Marginal return: what more money brings at each channel, per 1,000, and the line where all stand when split best."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from promplan.figures.frame import Frame
from promplan.figures.lettering import plain, wrapped
from promplan.figures.money_said import best_of, money, people, short
from promplan.figures.nothing import nothing, origin
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, PAPER, WIDE, sheet, style
from promplan.language import Problem, Words, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.spending.best import Best
from promplan.spending.reached import STEP, ChannelReach, reached

EDGE, LEFT, RIGHT, COLUMN = 0.12, 2.1, 1.45, 0.62  # inches: margin, names, both columns of numbers, the last
SIZE, TITLE = 10, 12  # points
ROW, MOST = 0.5, 10  # inches; rows
SAME = 1.1  # times as much: closer than that two returns are the same
CAPTION = say(
    "Dot: people whom more money would add at the team's split, at the present rate, per {step}; overlaps are taken as "
    "chance. Hollow ring: the same at the best split. The dashed line: where every channel stands when the money is "
    "split best; who stands elsewhere is held by a bound."
)
BOUNDS = {
    "minimum": say_in("bound of a channel", "at its least"),
    "maximum": say_in("bound of a channel", "at its most"),
    "fixed": say_in("bound of a channel", "promised"),
}


@dataclass(frozen=True)
class _Row:
    """A channel: what more money brings at the team's split and at the best one; which bound holds it there."""

    name: str
    money: float
    team: float
    best: float | None
    bound: str


def marginal_return(plan: Plan) -> Picture:
    """A row for each channel that takes money: the team's dot, the best split's ring, the common line."""
    step = money(plan, STEP)
    caption = say(CAPTION.template, step=step)
    try:
        channels = reached(plan).channels
    except Problem as problem:
        return nothing(problem.what, caption)
    top, why = best_of(plan)
    rows = _rows(channels, top)
    if not rows:
        return nothing(say("No channel has a price yet: nobody knows what more money would bring."), caption)
    shown = rows if len(rows) <= MOST else rows[: MOST - 1]
    more = len(rows) - len(shown)
    line = STEP * top.next if top and top.next and top.left == 0 else None
    title = wrapped(str(_title(step, rows)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    names = [wrapped(one.name, LEFT - EDGE - 0.15, SIZE, lines=2) for one in shown]
    unit = wrapped(str(say("people per {step}, at the present rate", step=step)), WIDE - LEFT - EDGE, SIZE, lines=1)
    foot = wrapped(str(_more(more)), WIDE - 2 * EDGE, SIZE, lines=1) if more else ""
    height = 2 * EDGE + tall(title, TITLE) + 0.4 + len(shown) * ROW + 0.56 + (tall(foot, SIZE) if foot else 0)
    most = max([line or 0.0, *(max(one.team, one.best or 0.0) for one in shown)]) or 1.0
    with style():
        fig, axes = sheet(height)
        level = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - 0.4
        frame = Frame(LEFT, WIDE - EDGE - RIGHT, level - len(shown) * ROW, level, most * 1.04, 1)
        frame.across(axes, marks=4)
        axes.plot([LEFT, LEFT], [frame.low, frame.top], color=GREY, linewidth=1.2, zorder=1)
        paragraph(axes, LEFT, frame.low - 0.28, unit, SIZE)
        if line:
            _line(axes, frame, line)
        heads = [(WIDE - EDGE - COLUMN - 0.1, say_in("split of the money", "now"))]
        heads += [(WIDE - EDGE, say_in("split of the money", "best"))] if top else []
        for x, words in heads:
            axes.text(x, frame.top + 0.17, plain(str(words)), size=SIZE, ha="right", va="center_baseline")
        for n, (one, name) in enumerate(zip(shown, names, strict=True)):
            _row(axes, frame, one, name, level - (n + 0.5) * ROW)
        if foot:
            paragraph(axes, EDGE, EDGE + tall(foot, SIZE), foot, SIZE)
    told = f"{caption} {say('No best split is drawn. {why}', why=why)}" if why else str(caption)
    return Picture(fig, str(_told(step, rows, line)), f"{told} {origin(plan)}")


def _rows(channels: Sequence[ChannelReach], top: Best | None) -> list[_Row]:
    """Channels that take money, the greatest return first."""
    at_best = {one.id: one.next for one in top.reached.channels} if top else {}
    bounds = top.bounds if top else {}
    rows = [
        _Row(one.name, one.money, one.next, at_best.get(one.id), bounds.get(one.id, ""))
        for one in channels
        if one.next is not None
    ]
    return sorted(rows, key=lambda one: -one.team)


def _title(step: str, rows: Sequence[_Row]) -> Words:
    """Where more money brings most and where least, of the channels between which it can be moved."""
    first = rows[0]
    givers = [one for one in rows if one.money > 0 and one.bound != "fixed" and one is not first]
    last = givers[-1] if givers else first
    told = {"step": step, "most": people(first.team), "first": short(first.name)}
    if last is first:
        return say("More money brings most at {first}: {most} people per {step}", **told)
    if first.team <= SAME * last.team:
        return say("More money brings about as much wherever there is money: {most} people per {step}", **told)
    return say(
        "More money brings most at {first}: {most} people per {step}, and least at {last}: {least}",
        last=short(last.name),
        least=people(last.team),
        **told,
    )


def _told(step: str, rows: Sequence[_Row], line: float | None) -> Words:
    parts = []
    for one in rows:
        part = say("{name}: {n} people", name=one.name, n=people(one.team))
        if one.best is not None:
            part = say("{told}, {n} when split best", told=part, n=people(one.best))
        if one.bound:
            part = say("{told} ({bound})", told=part, bound=BOUNDS[one.bound])
        parts.append(str(part))
    told = say(
        "What more money brings at the present rate, per {step}. {title}. {rows}.",
        step=step,
        title=_title(step, rows),
        rows="; ".join(parts),
    )
    if line is None:
        return told
    return say("{told} Split best, it brings {n} people everywhere between the bounds.", told=told, n=people(line))


def _more(n: int) -> Words:
    return say_many(
        "{n} channel where it brings less is not drawn.", "{n} channels where it brings less are not drawn.", n
    )


def _line(axes: Axes, frame: Frame, line: float) -> None:
    x = frame.x(line)
    axes.plot([x, x], [frame.low, frame.top + 0.06], color=BLACK, linewidth=1.6, linestyle=(0, (5, 2)), zorder=2)
    words = plain(str(say("split best: {n}", n=people(line))))
    side = "left" if line < 0.5 * frame.most_x else "right"
    axes.text(x, frame.top + 0.17, words, size=SIZE, ha=side, va="center_baseline", weight="bold")


def _row(axes: Axes, frame: Frame, one: _Row, name: str, y: float) -> None:
    paragraph(axes, EDGE, y + tall(name, SIZE) / 2, name, SIZE)
    x = frame.x(one.team)
    axes.plot([frame.left, x], [y, y], color=BLUE, linewidth=3, solid_capstyle="butt", zorder=3)
    if one.best is not None:
        ring: dict[str, Any] = {
            "marker": "o",
            "markersize": 14,
            "markerfacecolor": PAPER,
            "linestyle": "none",
            "zorder": 5,
        }
        axes.plot([frame.x(one.best)], [y], markeredgecolor=INK, markeredgewidth=1.8, **ring)
    axes.plot([x], [y], marker="o", markersize=7.5, color=BLUE, markeredgecolor=BLACK, linestyle="none", zorder=6)
    level = y + 0.09 if one.bound else y
    look: dict[str, Any] = {"size": SIZE, "ha": "right", "va": "center_baseline"}
    axes.text(WIDE - EDGE - COLUMN - 0.1, level, plain(people(one.team)), weight="bold", **look)
    if one.best is not None:
        axes.text(WIDE - EDGE, level, plain(people(one.best)), **look)
    if one.bound:
        axes.text(WIDE - EDGE, y - 0.09, plain(str(BOUNDS[one.bound])), **look)
