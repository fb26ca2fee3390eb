"""The network of a piece's production: every step on its days, what waits for what, and the longest chain twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import nothing
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.production_steps import Work, said, work
from promplan.figures.style import BLACK, BLUE, GREY, INK, PAPER, WIDE, sheet, style, tint
from promplan.language import Words, say, say_many
from promplan.media.network import Schedule
from promplan.plan.items import Item

EDGE, LEFT = 0.12, 2.3  # inches: margin, the column of names
RIGHT = WIDE - 0.3
SIZE, HEAD = 10, 12  # points
BAR, SEAM = 0.2, 0.12  # a bar, between rows
TALL = 7.2  # inches: more would not fit a laptop's screen
CHAIN, AXIS = 0.32, 0.3
CAPTION = say(
    "Each bar is a step on its working days. Thick: it has no slack. A thin line behind a bar: how far it may slip. "
    "Blue: the plant's days. Below, the longest chain with them and without."
)


@dataclass(frozen=True)
class _Row:
    id: str
    name: str
    y: float


def production_network(item: Item) -> Picture:
    """The steps of a piece with the days that they take, the critical path thick, the plant's days blue.

    Raises:
        Problem: steps that wait for each other in a circle.
    """
    of = work(item)
    if of is None:
        return nothing(say("This piece has no step of work yet: add some, and the network is drawn here."), CAPTION)
    order = sorted(of.steps, key=lambda id_: (of.timed.tasks[id_].start, of.timed.tasks[id_].finish))
    names = {id_: wrapped(_named(of, id_), LEFT - EDGE - 0.1, SIZE, bold=_is_tight(of, id_), lines=2) for id_ in order}
    title = wrapped(_title(item, of), WIDE - 2 * EDGE, HEAD, bold=True, lines=2)
    fixed = 2 * EDGE + tall(title, HEAD) + AXIS + 0.1 + _chains_high()
    highs = [max(tall(names[id_], SIZE), BAR) + SEAM for id_ in order]
    fit = len(order) if fixed + sum(highs) <= TALL else _fitting(highs, TALL - fixed - tall("", SIZE))
    shown, highs, rest = order[:fit], highs[:fit], order[fit:]
    more = wrapped(str(_more(len(rest))), WIDE - 2 * EDGE, SIZE) if rest else ""
    height = fixed + sum(highs) + (tall(more, SIZE) if rest else 0)
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, HEAD, weight="bold") - AXIS
        low = top - sum(highs)
        _grid(axes, of.timed.days, low, top)
        rows: dict[str, _Row] = {}
        for id_, high in zip(shown, highs, strict=True):
            rows[id_] = _Row(id_, names[id_], top - high / 2)
            top -= high
        for row in rows.values():
            _step(axes, of, row)
        for row in rows.values():
            _links(axes, of, row, rows)
        if rest:
            low = paragraph(axes, EDGE, low, more, SIZE)
        _chains(axes, of, low - 0.1)
    words = " ".join(str(one) for one in said(of))
    steps = "; ".join(_told(of, id_) for id_ in order)
    return Picture(
        fig,
        str(
            say("The network of production of {piece}. {steps}. {words}", piece=_piece(item), steps=steps, words=words)
        ),
        str(CAPTION),
    )


def _fitting(highs: Sequence[float], room: float) -> int:
    """How many rows fit."""
    return sum(1 for high in accumulate(highs) if high <= room)


def _piece(item: Item) -> str:
    return f"{item.id} · {item.title}" if item.title.strip() else item.id


def _title(item: Item, of: Work) -> str:
    return str(say_many("{piece}: {n} working day", "{piece}: {n} working days", of.timed.days, piece=_piece(item)))


def _named(of: Work, id_: str) -> str:
    days = of.timed.tasks[id_].days
    if not days:
        return of.name(id_)
    return str(say("{name}, {n}\u00a0d", name=of.name(id_), n=days))


def _more(n: int) -> Words:
    return say_many("and {n} step more, reckoned with", "and {n} steps more, reckoned with", n)


def _told(of: Work, id_: str) -> str:
    """A step in words, for who cannot see the network."""
    one = of.timed.tasks[id_]
    after = ", ".join(of.name(it) for it in of.steps[id_].after if it in of.steps)
    line = say("{name}: days {first} to {last}", name=of.name(id_), first=one.start + 1, last=one.finish)
    if not one.days:
        line = say("{name}: after day {n}", name=of.name(id_), n=one.finish)
    parts = [str(line)]
    if after:
        parts.append(str(say("waits for {names}", names=after)))
    if of.is_plant(id_):
        parts.append(str(say("the plant's days")))
    parts.append(str(say("may slip by {n}", n=one.slack) if one.slack else say("critical")))
    return ", ".join(parts)


def _is_tight(of: Work, id_: str) -> bool:
    return of.timed.tasks[id_].slack == 0


def _x(day: float, days: int) -> float:
    return LEFT + (RIGHT - LEFT) * day / max(days, 1)


def _grid(axes: Axes, days: int, low: float, top: float) -> None:
    """A hairline at every so many days, each with its number above."""
    step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 10**6) if days / one <= 8)
    for day in range(0, days + 1, step):
        axes.plot([_x(day, days)] * 2, [low, top + 0.04], color=tint(GREY, 0.5), linewidth=0.6, zorder=0)
        axes.text(_x(day, days), top + 0.08, str(day), size=SIZE, ha="center", va="bottom", color=BLACK)


def _step(axes: Axes, of: Work, row: _Row) -> None:
    one, days, tight = of.timed.tasks[row.id], of.timed.days, _is_tight(of, row.id)
    paragraph(axes, EDGE, row.y + tall(row.name, SIZE) / 2, row.name, SIZE, weight="bold" if tight else "normal")
    start, end = _x(one.start, days), _x(one.finish, days)
    if one.slack:
        axes.plot([end, _x(one.late_finish, days)], [row.y] * 2, color=GREY, linewidth=1.4, zorder=1)
        axes.plot([_x(one.late_finish, days)] * 2, [row.y - 0.06, row.y + 0.06], color=GREY, linewidth=1.4, zorder=1)
    if not one.days:
        axes.plot([start], [row.y], marker="D", markersize=8, color=INK, zorder=3)
        return
    look = {"facecolor": BLUE if of.is_plant(row.id) else PAPER, "edgecolor": INK, "linewidth": 2.6 if tight else 1.1}
    axes.add_patch(Rectangle((start, row.y - BAR / 2), end - start, BAR, zorder=3, **look))  # type: ignore[arg-type]


def _links(axes: Axes, of: Work, row: _Row, rows: dict[str, _Row]) -> None:
    """From the end of what it waits for, down, and into its beginning; thick where nothing waits on the way."""
    days = of.timed.days
    here = of.timed.tasks[row.id]
    for id_ in dict.fromkeys(of.steps[row.id].after):
        if id_ not in rows:
            continue
        before = of.timed.tasks[id_]
        tight = _is_tight(of, id_) and _is_tight(of, row.id) and before.finish == here.start
        look = {"color": INK if tight else GREY, "linewidth": 2 if tight else 0.9, "zorder": 2 if tight else 1}
        x, y = _x(before.finish, days), rows[id_].y
        into = _x(here.start, days)
        edge = row.y + (BAR / 2 if row.y < y else -BAR / 2)
        if into == x:
            axes.plot([x, x], [y, edge], **look)  # type: ignore[arg-type]
        else:
            axes.plot([x, x, into], [y, row.y, row.y], **look)  # type: ignore[arg-type]


def _chains_high() -> float:
    return 0.06 + 2 * (tall("", SIZE) + CHAIN)


def _chains(axes: Axes, of: Work, top: float) -> None:
    """The longest chain on one scale twice: with the plant's days, and as if it answered at once."""
    axes.plot([EDGE, WIDE - EDGE], [top, top], color=GREY, linewidth=0.8)
    top -= 0.06
    longest = say_many(
        "The longest chain with the plant's days: {n} day",
        "The longest chain with the plant's days: {n} days",
        of.timed.days,
    )
    without = say_many(
        "The same work if the plant answered at once: {n} day",
        "The same work if the plant answered at once: {n} days",
        of.bare.days,
    )
    for timed, told in ((of.timed, longest), (of.bare, without)):
        top = paragraph(axes, EDGE, top, wrapped(str(told), WIDE - 2 * EDGE, SIZE, lines=1), SIZE)
        _chain(axes, of, timed, top - 0.05)
        top -= CHAIN


def _chain(axes: Axes, of: Work, timed: Schedule, top: float) -> None:
    scale = (RIGHT - EDGE) / max(of.timed.days, 1)
    for id_ in timed.paths[0] if timed.paths else ():
        one = timed.tasks[id_]
        if not one.days:
            continue
        plant = of.is_plant(id_)
        look = {"facecolor": BLUE if plant else tint(GREY, 0.16), "edgecolor": INK, "linewidth": 1.4}
        axes.add_patch(Rectangle((EDGE + one.start * scale, top - BAR), one.days * scale, BAR, **look))  # type: ignore[arg-type]
        if one.days * scale > 0.24:
            middle = EDGE + (one.start + one.days / 2) * scale
            ink = "white" if plant else BLACK
            axes.text(middle, top - BAR / 2, plain(str(one.days)), size=SIZE, ha="center", va="center", color=ink)
