"""Pillar balance: the share of each pillar among the pieces that have a day, and the share that was wanted."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.days.placed import PillarShare, pillar_shares
from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Words, say, say_many
from promplan.plan.document import Plan

EDGE, LEFT, RIGHT = 0.12, 2.5, 1.25  # inches: margin, the column of pillars, what is said behind a bar
SIZE, TITLE = 10, 12  # points
ROW, BAR = 0.62, 0.26
CAPTION = say(
    "Bar: the share among the pieces that have a day and stand for a pillar. Upright line: the share that was wanted; "
    "grey: how far off it may be."
)


def pillar_balance(plan: Plan) -> Picture:
    """A bar for each pillar of the message house, the wanted share as a mark; hatched is what misses it."""
    shares = pillar_shares(plan)
    rows = [one for one in shares if one.pillar]
    if not rows:
        return nothing(say("The message has no pillar yet. Build the house, and its balance is drawn here."), CAPTION)
    if not any(one.count for one in shares):
        return nothing(say("No piece has a day yet. The balance of the pillars will stand here."), CAPTION)
    none = next((one.count for one in shares if not one.pillar), 0)
    said = {one.id: one.statement.strip() for one in plan.message.pillars}
    names = [_name(one.pillar, said.get(one.pillar, "")) for one in rows]
    highs = [max(ROW, tall(name, SIZE) + 0.2) for name in names]
    title = wrapped(str(_title(plan, rows)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    foot = wrapped(str(_left(none)), WIDE - 2 * EDGE, SIZE, lines=2) if none else ""
    height = 2 * EDGE + tall(title, TITLE) + 0.1 + sum(highs) + 0.32 + (tall(foot, SIZE) if foot else 0)
    most = max(100.0 if len(rows) == 1 else 0, *(max(one.share, (one.wanted or 0) + _may(plan)) for one in rows), 10)
    scale = (WIDE - LEFT - EDGE - RIGHT) / most
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - 0.1
        _axis(axes, most, scale, top, top - sum(highs))
        for one, name, high in zip(rows, names, highs, strict=True):
            _row(axes, plan, one, name, top - high / 2, scale)
            top -= high
        if foot:
            paragraph(axes, EDGE, top - 0.32, foot, SIZE)
    return Picture(fig, str(_told(plan, rows, none)), f"{CAPTION} {origin(plan)}")


def _may(plan: Plan) -> float:
    """By how many percentage points a share may be off."""
    return plan.calendar.tolerance or 0.0


def _misses(plan: Plan, one: PillarShare) -> bool:
    return one.wanted is not None and abs(one.off) > _may(plan) + 1e-9


def _percent(value: float) -> str:
    return digits(round(value))


def _title(plan: Plan, rows: Sequence[PillarShare]) -> Words:
    """The pillar that misses its share most; else that all keep theirs."""
    off = [one for one in rows if _misses(plan, one)]
    if off:
        one = max(off, key=lambda it: abs(it.off))
        told = {
            "pillar": one.pillar,
            "n": _percent(one.share),
            "wanted": _percent(one.wanted or 0),
            "off": _percent(abs(one.off)),
        }
        if one.off < 0:
            return say("{pillar} has {n} % of the pieces: {off} points too few, {wanted} % were wanted", **told)
        return say("{pillar} has {n} % of the pieces: {off} points too many, {wanted} % were wanted", **told)
    empty = [one.pillar for one in rows if not one.count]
    if empty:
        return say("Nothing stands for {pillars}", pillars=", ".join(empty))
    if all(one.wanted is None for one in rows):
        one = max(rows, key=lambda it: it.share)
        return say(
            "Most pieces stand for {pillar}: {n} %, and no share was set", pillar=one.pillar, n=_percent(one.share)
        )
    return say("Every pillar keeps its share within {n} points", n=_percent(_may(plan)))


def _told(plan: Plan, rows: Sequence[PillarShare], none: int) -> Words:
    """Each bar in words, for who cannot see it."""
    parts = []
    for one in rows:
        part = say_many(
            "{pillar}: {n} piece, {share} %", "{pillar}: {n} pieces, {share} %",
            one.count, pillar=one.pillar, share=_percent(one.share),
        )  # fmt: skip
        if one.wanted is not None:
            part = say("{told}, wanted {wanted} %", told=part, wanted=_percent(one.wanted))
        parts.append(str(part))
    told = say("Balance of the pillars. {title}. {rows}.", title=_title(plan, rows), rows="; ".join(parts))
    return say("{told} {more}", told=told, more=_left(none)) if none else told


def _left(n: int) -> Words:
    return say_many(
        "{n} piece that has a day stands for no pillar, and is not in it.",
        "{n} pieces that have a day stand for no pillar, and are not in it.",
        n,
    )


def _name(pillar: str, said: str) -> str:
    return wrapped(f"{pillar} · {said or say('says nothing yet')}", LEFT - EDGE - 0.15, SIZE, bold=True, lines=3)


def _axis(axes: Axes, most: float, scale: float, top: float, low: float) -> None:
    """Marks of per cent under the bars."""
    step = next(one for one in (5, 10, 20, 25, 50) if most / one <= 6)
    for n in range(0, int(most) + 1, step):
        x = LEFT + n * scale
        axes.plot([x, x], [low, top], color="#dddddd", linewidth=0.9, zorder=0)
        axes.text(x, low - 0.14, plain(str(say("{n} %", n=n))), size=SIZE, ha="center", va="center_baseline")
    axes.plot([LEFT, LEFT], [low, top], color=GREY, linewidth=1.2, zorder=3)


def _row(axes: Axes, plan: Plan, one: PillarShare, name: str, y: float, scale: float) -> None:
    miss, may = _misses(plan, one), _may(plan) * scale
    paragraph(axes, EDGE, y + tall(name, SIZE) / 2, name, SIZE, weight="bold" if miss else "normal")
    bar = Rectangle((LEFT, y - BAR / 2), one.share * scale, BAR)
    bar.set(edgecolor=BLACK, linewidth=0.9, zorder=2)
    bar.set(facecolor=tint(VERMILLION, 0.45), hatch="////") if miss else bar.set(facecolor=BLUE)
    axes.add_patch(bar)
    if one.wanted is not None:
        end = LEFT + one.wanted * scale
        start = max(LEFT, end - may)
        band = Rectangle((start, y - BAR * 0.9), end + may - start, BAR * 1.8)
        band.set(facecolor=tint(GREY, 0.22), zorder=0.5)
        axes.add_patch(band)
        axes.plot([end, end], [y - BAR * 0.9, y + BAR * 0.9], color=INK, linewidth=3.2, zorder=4)
        axes.plot([end, end], [y - BAR * 0.85, y + BAR * 0.85], color=PAPER, linewidth=0.8, zorder=5)
    said = plain(str(say_many("{n} piece", "{n} pieces", one.count)))
    words = plain(str(say("{n} %", n=_percent(one.share))))
    x = WIDE - EDGE - RIGHT + 0.2
    axes.text(x, y + 0.09, words, size=SIZE, weight="bold", va="center_baseline")
    axes.text(x, y - 0.09, said, size=SIZE, va="center_baseline")
