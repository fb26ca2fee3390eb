"""The calendar as heat: how much comes out on each day, and on each channel; where it is silent for too long."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.days.placed import Cadence, Gap, Placed, cadence, gaps, placed, weeks, window
from promplan.days.special import Special, special_days
from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.figures.weeks import HEAD, Weeks
from promplan.language import Words, say, say_many
from promplan.language.calendar_names import SHORT_DAYS
from promplan.plan.document import Plan

EDGE, LEFT = 0.12, 1.5  # inches: margin, the column of weekdays and channels
SIZE, TITLE = 10, 12  # points
CELL, ROW, SEAM = 0.25, 0.4, 0.16  # a day, a channel's week, between the two parts
KEY = 0.3
MOST = 8  # channels that fit a screen
DEEP = (0.0, 0.3, 0.62, 1.0)  # how dark nothing, one piece, two, and three or more are
CAPTION = say(
    "Above, the days: the darker, the more comes out. Below, the pieces of each channel, a dot each. Hatched red: a "
    "silence that is longer than its rhythm allows; in a frame: a week with more than it wants."
)


@dataclass(frozen=True)
class _Seen:
    """What the figure tells."""

    out: Counter[date]
    special: list[Special]
    silent: list[Gap]
    closed: list[tuple[Placed, Special]]  # what comes out although nothing may


def calendar_heat(plan: Plan) -> Picture:
    """Days of the campaign by how many pieces come out, and weeks by channel."""
    ends = window(plan)
    coming = [one for one in placed(plan) if one.comes_out]
    if ends is None or not coming:
        return nothing(say("No piece has a day yet. The days of the campaign will grow dark here."), CAPTION)
    seen = _seen(plan, ends, coming)
    channels = plan.channels[:MOST]
    more = len(plan.channels) - len(channels)
    title = wrapped(str(_title(plan, seen)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    rows = len(channels) + bool(more)
    height = 2 * EDGE + tall(title, TITLE) + HEAD + 7 * CELL + SEAM + rows * ROW + KEY + 0.06
    across = Weeks(weeks(plan), LEFT, WIDE - EDGE)
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - HEAD - 0.04
        across.head(axes, top - 7 * CELL - SEAM - len(channels) * ROW, top)
        _days(axes, across, seen, ends, top)
        top -= 7 * CELL + SEAM
        _channels(axes, plan, across, [one.id for one in channels], top)
        _silences(axes, across, seen.silent, [one.id for one in channels], top)
        _dots(axes, across, coming, [one.id for one in channels], top)
        top -= len(channels) * ROW
        if more:
            words = say_many("and {n} channel more", "and {n} channels more", more)
            axes.text(EDGE, top - ROW / 2, plain(str(words)), size=SIZE, va="center_baseline")
            top -= ROW
        _key(axes, seen, top - KEY / 2 - 0.06)
    return Picture(fig, str(_told(plan, seen)), f"{CAPTION} {origin(plan)}")


def _seen(plan: Plan, ends: tuple[date, date], coming: Sequence[Placed]) -> _Seen:
    out = Counter(one.day for one in coming)
    special = special_days(plan, min(ends[0], *out), max(ends[1], *out))
    shut = [one for one in special if one.closed or one.kind == "mourning"]
    closed = [(piece, one) for piece in coming for one in shut if one.holds(piece.day)]
    silent = sorted((one for one in gaps(plan) if one.long), key=lambda one: (-one.days, one.first))
    return _Seen(out, special, silent, closed)


def _named(plan: Plan, id_: str) -> str:
    return next((one.name.strip() or one.id for one in plan.channels if one.id == id_), id_)


def _title(plan: Plan, seen: _Seen) -> Words:
    """What would be worst to overlook: a piece on a closed day, a long silence, a crowded day; else the even rhythm."""
    if seen.closed:
        piece, one = seen.closed[0]
        told = {"piece": piece.item, "day": piece.day, "what": one.words}
        if one.kind == "mourning":
            return say("{piece} comes out on {day}, a day of mourning or memory ({what})", **told)
        return say("{piece} comes out on {day}, when nothing is published ({what})", **told)
    if seen.silent:
        one_gap = seen.silent[0]
        return say_many(
            "{channel} is silent for {n} day from {first}: its rhythm allows {most}",
            "{channel} is silent for {n} days from {first}: its rhythm allows {most}",
            one_gap.days,
            channel=_named(plan, one_gap.channel),
            first=one_gap.first,
            most=one_gap.most,
        )
    day, n = max(seen.out.items(), key=lambda it: (it[1], -it[0].toordinal()))
    if n > 1:
        return say("The fullest day is {day}: {n} pieces come out on it", day=day, n=n)
    every = sum(seen.out.values())
    return say_many("{n} piece, never two on one day", "{n} pieces, never two on one day", every)


def _told(plan: Plan, seen: _Seen) -> Words:
    """By channel: its pieces, its emptiest and fullest week, its long silences; for who cannot see it."""
    parts = []
    for one in plan.channels:
        counts = [it.n for it in cadence(plan) if it.channel == one.id]
        long = [it for it in seen.silent if it.channel == one.id]
        told = say_many(
            "{channel}: {n} piece, {least} to {most} a week", "{channel}: {n} pieces, {least} to {most} a week",
            sum(counts), channel=_named(plan, one.id), least=min(counts, default=0), most=max(counts, default=0),
        )  # fmt: skip
        if long:
            spans = ", ".join(str(say("{first} to {last}", first=it.first, last=it.last)) for it in long)
            told = say("{told}, silent too long: {spans}", told=told, spans=spans)
        parts.append(str(told))
    return say(
        "Calendar of the campaign by days and channels. {title}. {rows}.",
        title=_title(plan, seen),
        rows="; ".join(parts),
    )


def _days(axes: Axes, across: Weeks, seen: _Seen, ends: tuple[date, date], top: float) -> None:
    """Seven rows of days; one outside the campaign is not drawn unless something comes out on it."""
    for n, name in enumerate(SHORT_DAYS):
        axes.text(LEFT - 0.1, top - (n + 0.5) * CELL, plain(str(name)), size=SIZE, ha="right", va="center_baseline")
    day = across.first
    while day <= across.last:
        n = seen.out[day]
        if n or ends[0] <= day <= ends[1]:
            x = across.left + (day - across.first).days // 7 * across.wide
            _cell(axes, x, top - day.weekday() * CELL, across.wide, CELL, n, _ground(seen.special, day))
        day += timedelta(1)


def _ground(special: Sequence[Special], day: date) -> str:
    """How a day is hatched: nothing is published, or nobody at the plant answers."""
    here = [one for one in special if one.holds(day)]
    if any(one.closed or one.kind == "mourning" for one in here):
        return "xxx"
    return "///" if any(one.off for one in here) else ""


def _cell(axes: Axes, x: float, top: float, wide: float, high: float, n: int, hatch: str) -> None:
    fill = tint(BLUE, DEEP[min(n, 3)]) if n else PAPER
    look = {"facecolor": fill, "edgecolor": GREY, "linewidth": 0.6, "hatch": hatch or None, "zorder": 2}
    axes.add_patch(Rectangle((x + 0.01, top - high + 0.01), wide - 0.02, high - 0.02, **look))  # type: ignore[arg-type]
    words = plain(str(n))
    if n and inches(words, SIZE, True) < wide - 0.04:
        if hatch:  # letters stand on no lines
            side = inches(words, SIZE, True) + 0.06
            axes.add_patch(
                Rectangle((x + (wide - side) / 2, top - high + 0.03), side, high - 0.06, facecolor=fill, zorder=3)
            )
        axes.text(x + wide / 2, top - high / 2, words, size=SIZE, weight="bold", ha="center", va="center_baseline",
                  color="white" if n >= 3 else BLACK, zorder=4)  # fmt: skip


def _channels(axes: Axes, plan: Plan, across: Weeks, ids: Sequence[str], top: float) -> None:
    """A row for each channel with its name; a week with more than the rhythm wants stands in a frame."""
    for n, id_ in enumerate(ids):
        y = top - (n + 0.5) * ROW
        name = wrapped(_named(plan, id_), LEFT - EDGE - 0.1, SIZE, lines=2)
        paragraph(axes, EDGE, y + tall(name, SIZE) / 2, name, SIZE)
        axes.plot([EDGE, WIDE - EDGE], [y + ROW / 2] * 2, color=tint(GREY, 0.4), linewidth=0.7, zorder=0)
    for one in cadence(plan):
        if one.channel in ids and _is_over(one):
            low = top - (ids.index(one.channel) + 1) * ROW
            frame = Rectangle((across.x(one.week) + 0.01, low + 0.04), across.wide - 0.02, ROW - 0.08, fill=False)
            frame.set(edgecolor=BLACK, linewidth=2, zorder=3)
            axes.add_patch(frame)


def _is_over(one: Cadence) -> bool:
    return one.most is not None and one.n > one.most


def _silences(axes: Axes, across: Weeks, silent: Sequence[Gap], ids: Sequence[str], top: float) -> None:
    """Each long silence as a red bar from its first day to its last."""
    for gap in silent:
        if gap.channel in ids:
            middle = top - (ids.index(gap.channel) + 0.5) * ROW
            start, end = across.x(gap.first), across.x(gap.last + timedelta(1))
            bar = Rectangle((start, middle - 0.07), end - start, 0.14)
            bar.set(facecolor=tint(VERMILLION, 0.3), edgecolor=VERMILLION, hatch="////", linewidth=1.2, zorder=1)
            axes.add_patch(bar)


def _dots(axes: Axes, across: Weeks, coming: Sequence[Placed], ids: Sequence[str], top: float) -> None:
    """Each piece on its day, those of one day above each other."""
    there: Counter[tuple[str, date]] = Counter((one.channel, one.day) for one in coming)
    for (channel, day), n in there.items():
        if channel not in ids:
            continue
        x = across.x(day) + across.wide / 14
        middle = top - (ids.index(channel) + 0.5) * ROW
        step = min(0.12, (ROW - 0.16) / n)
        levels = [middle + (it - (n - 1) / 2) * step for it in range(n)]
        axes.plot([x] * n, levels, "o", color=BLUE, markersize=8, markeredgecolor=BLACK, markeredgewidth=0.8, zorder=4)


def _key(axes: Axes, seen: _Seen, y: float) -> None:
    """What the hatching of a day means, where there is such a day."""
    signs = (
        [("xxx", say("nothing is published"))]
        if any(one.closed or one.kind == "mourning" for one in seen.special)
        else []
    )
    if any(one.off for one in seen.special):
        signs.append(("///", say("nobody answers at the plant")))
    x = EDGE
    for hatch, name in signs:
        words = plain(str(name))
        look = {"facecolor": PAPER, "edgecolor": GREY, "linewidth": 0.8, "hatch": hatch}
        axes.add_patch(Rectangle((x, y - 0.09), 0.26, 0.18, **look))  # type: ignore[arg-type]
        axes.text(x + 0.34, y, words, size=SIZE, va="center_baseline")
        x += 0.6 + inches(words, SIZE)
