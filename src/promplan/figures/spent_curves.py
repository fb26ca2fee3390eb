"""Reach curves: what each channel reaches for its money, where the team stands on it, and where the best split does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from promplan.figures.frame import Frame, apart
from promplan.figures.lettering import wrapped
from promplan.figures.money_said import best_of, money, people
from promplan.figures.nothing import nothing, origin
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PAPER,
    PURPLE,
    VERMILLION,
    WIDE,
    sheet,
    style,
)
from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.spending.best import Best
from promplan.spending.curves import Counted, counted
from promplan.spending.reached import Reached, reached
from promplan.spending.sums import sign

EDGE, LEFT, RIGHT = 0.12, 0.78, 1.75  # inches: margin, the numbers of people, the names
SIZE, TITLE = 10, 12  # points
HIGH = 2.9  # inches of the field
POINTS = 120  # of a curve
MOST = 7  # channels that are drawn: more lines are no picture
LOOKS: tuple[tuple[str, Any], ...] = (
    (BLUE, "solid"),
    (VERMILLION, (0, (6, 2))),
    (GREEN, (0, (1.5, 1.5))),
    (PURPLE, (0, (6, 2, 1.5, 2))),
    (BLACK, (0, (3, 2))),
    (ORANGE, "solid"),
    (GREY, (0, (8, 2, 2, 2, 2, 2))),
)
CAPTION = say(
    "Each line is what one channel reaches for its money, up to what may be spent there. Dot: the team's money. Hollow "
    "ring: the split that reaches most together. People whom several channels reach stand on several lines."
)


@dataclass(frozen=True)
class _Line:
    """A channel's curve: where it ends, the team's point, the best one's."""

    channel: Counted
    end: float
    team: float
    best: float | None


def reach_curves(plan: Plan) -> Picture:
    """A curve of people by money for each channel that can be bought; its name stands at its end."""
    channels = [one for one in counted(plan) if one.paid]
    if not channels:
        return nothing(
            say(
                "No channel can be drawn yet. A curve needs the people who use the channel, and the price of 1,000 "
                "contacts."
            ),
            CAPTION,
        )
    try:
        now = reached(plan)
    except Problem as problem:
        return nothing(problem.what, CAPTION)
    top, why = best_of(plan)
    lines = _lines(channels, top)
    left_out = len(channels) - len(lines)
    most = max(one.end for one in lines)
    frame_y = max(one.channel.reach(one.end) for one in lines)
    title = wrapped(str(_title(plan, now, top)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    foot = wrapped(str(_left_out(left_out)), WIDE - 2 * EDGE, SIZE, lines=1) if left_out else ""
    height = 2 * EDGE + tall(title, TITLE) + 0.32 + HIGH + 0.5 + (tall(foot, SIZE) if foot else 0)
    with style():
        fig, axes = sheet(height)
        level = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - 0.02
        level = paragraph(axes, EDGE, level, str(say("people reached")), SIZE) - 0.1
        frame = Frame(LEFT, WIDE - RIGHT - EDGE, level - HIGH, level, most, frame_y * 1.05)
        frame.across(axes, marks=4)
        frame.up(axes)
        unit = wrapped(str(say("money on the channel, {sign}", sign=sign(plan))), WIDE - LEFT - EDGE, SIZE, lines=1)
        paragraph(axes, LEFT, frame.low - 0.28, unit, SIZE)
        for n, one in enumerate(lines):
            _curve(axes, frame, one, n)
        _names(axes, frame, lines)
        if foot:
            paragraph(axes, EDGE, EDGE + tall(foot, SIZE), foot, SIZE)
    caption = f"{CAPTION} {say('No best split is drawn. {why}', why=why)}" if why else str(CAPTION)
    return Picture(fig, str(_told(plan, now, top, lines)), f"{caption} {origin(plan)}")


def _lines(channels: Sequence[Counted], top: Best | None) -> list[_Line]:
    """The channels with most money, each as far as it may go: its maximum, or all the money there is."""
    best = top.amounts if top else {}
    whole = max(
        [top.total if top else 0.0, *(one.amount for one in channels)],
    )
    whole = whole or max(one.users * one.price / 1000 for one in channels)  # no money yet: a contact for each user
    lines = [
        _Line(
            one,
            max(one.amount, min(math.inf if one.most is None else one.most, whole), best.get(one.id, 0.0)) or whole,
            one.amount,
            best.get(one.id),
        )
        for one in channels
    ]
    if len(lines) > MOST:
        kept = sorted(lines, key=lambda one: -max(one.team, one.best or 0.0))[:MOST]
        lines = [one for one in lines if one in kept]
    return lines


def _title(plan: Plan, now: Reached, top: Best | None) -> Words:
    """What the split reaches, and what the best one would."""
    told = {"n": people(now.net), "people": people(now.people), "money": money(plan, now.money)}
    if top is None:
        return say("{money} on channels reach about {n} of {people} people", **told)
    if now.money > top.total + 0.005:
        return say(
            "{money} on channels reach about {n} of {people} people, and there are only {whole}",
            whole=money(plan, top.total),
            **told,
        )
    more = round(top.net - now.net)
    if more < 1 and now.measured:  # the best one is sought under chance: of others nobody knows
        return say("{money} on channels reach about {n} of {people} people, and the best split no more", **told)
    if more < 1:
        return say("{money} on channels reach about {n} of {people} people, and no split reaches more", **told)
    return say(
        "{money} on channels reach about {n} of {people} people; {whole}, split best, reach {more} more",
        more=people(more),
        whole=money(plan, top.total - top.left),
        **told,
    )


def _told(plan: Plan, now: Reached, top: Best | None, lines: Sequence[_Line]) -> Words:
    """Each line's points in words."""
    parts = []
    for one in lines:
        it = one.channel
        part = say(
            "{name}: {n} people for {money}", name=it.name, n=people(it.reach(one.team)), money=money(plan, one.team)
        )
        if one.best is not None:
            part = say(
                "{told}, with the best split {n} for {money}",
                told=part,
                n=people(it.reach(one.best)),
                money=money(plan, one.best),
            )
        parts.append(str(part))
    return say(
        "Reach of each channel by its money. {title}. {rows}.", title=_title(plan, now, top), rows="; ".join(parts)
    )


def _left_out(n: int) -> Words:
    return say_many("{n} channel with less money is not drawn.", "{n} channels with less money are not drawn.", n)


def _curve(axes: Axes, frame: Frame, one: _Line, n: int) -> None:
    colour, dash = LOOKS[n]
    at = [one.end * k / POINTS for k in range(POINTS + 1)]
    axes.plot(
        [frame.x(b) for b in at],
        [frame.y(one.channel.reach(b)) for b in at],
        color=colour,
        linewidth=2.2,
        linestyle=dash,
        zorder=2,
        solid_capstyle="butt",
        dash_capstyle="butt",
    )
    if one.best is not None:
        ring: dict[str, Any] = {
            "marker": "o",
            "markersize": 13,
            "markerfacecolor": "none",
            "linestyle": "none",
            "zorder": 5,
        }
        place = ([frame.x(one.best)], [frame.y(one.channel.reach(one.best))])
        axes.plot(*place, markeredgecolor=PAPER, markeredgewidth=4.5, **ring)
        axes.plot(*place, markeredgecolor=INK, markeredgewidth=1.8, **ring)
    axes.plot(
        [frame.x(one.team)],
        [frame.y(one.channel.reach(one.team))],
        marker="o",
        markersize=7,
        color=colour,
        markeredgecolor=BLACK,
        markeredgewidth=1,
        linestyle="none",
        zorder=6,
    )


def _names(axes: Axes, frame: Frame, lines: Sequence[_Line]) -> None:
    """Each name on the right at the height of its curve's end; a thin line leads to it."""
    rows = 2 if len(lines) > 4 else 3
    names = [wrapped(one.channel.name, RIGHT - 0.42, SIZE, lines=rows) for one in lines]
    ends = [frame.y(one.channel.reach(one.end)) for one in lines]
    places = apart(ends, [tall(name, SIZE) + 0.04 for name in names], frame.low - 0.3, frame.top + 0.2)
    for n, (one, name, end, place) in enumerate(zip(lines, names, ends, places, strict=True)):
        colour, dash = LOOKS[n]
        right = WIDE - EDGE - RIGHT
        axes.plot([frame.x(one.end), right, right + 0.1], [end, end, place], color=GREY, linewidth=0.7, zorder=1)
        axes.plot([right + 0.1, right + 0.36], [place, place], color=colour, linewidth=2.2, linestyle=dash, zorder=2)
        paragraph(axes, right + 0.42, place + tall(name, SIZE) / 2, name, SIZE)
