"""The audience map: whom the campaign is for, where each can be met, and what holds them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, ORANGE, PAPER, SKY, WIDE, sheet, style, tint
from promplan.language import Words, pick, say, say_many
from promplan.plan.audiences import PLACES, Audience
from promplan.plan.document import Plan

EDGE = 0.1
NAME = 2.2  # the column of the audiences
GRID, COLUMN = 2.36, 0.44  # left side of the first place, from place to place
PAD = 0.1  # above and below a row's words
FOOT = 0.48
SIDES: dict[str, tuple[str, str, Words]] = {  # shape, fill, word
    "inside": ("s", ORANGE, say("from inside")),
    "outside": ("o", PAPER, say("from outside")),
    "": ("$?$", BLACK, say("inside or outside? not said")),
}
ORDER = tuple(SIDES)


@dataclass(frozen=True)
class _Row:
    audience: Audience
    name: str
    told: str
    barrier: str

    @property
    def height(self) -> float:
        return self.names + tall(self.barrier, 10) + 2 * PAD

    @property
    def names(self) -> float:
        return tall(self.name, 11) + tall(self.told, 10)


def audience_map(plan: Plan) -> Picture:
    """A row for each audience, the plant's own people first; a column for each place where people can be met.

    A place where nobody can be met is grey from top to bottom and counts 0 at its foot.
    """
    caption = say("Audience map: a full sign where they can be met. {origin}", origin=origin(plan))
    ordered = sorted(plan.audiences, key=lambda one: ORDER.index(one.side))
    if not ordered:
        words = say("There is no audience yet. Describe the first one: it will appear here with the places to meet it.")
        return nothing(words, caption)
    rows = [_row(one) for one in ordered]
    met = {place: sum(place in one.places for one in ordered) for place in PLACES}
    heads = [_head(number, place) for number, place in enumerate(PLACES)]
    with style():
        header = sum(tall(words, 10) for words in heads) + 0.12
        height = 2 * EDGE + header + sum(one.height for one in rows) + FOOT
        fig, axes = sheet(height)
        top = height - EDGE - header
        _columns(axes, met, top, EDGE)
        _heads(axes, heads, list(met.values()), top)
        for row in rows:
            top = _drawn(axes, row, top)
        _foot(axes, list(met.values()), top)
    empty = [place for place, number in met.items() if not number]
    nobody = say("Nobody is met here: {places}.", places="; ".join(_short(one) for one in empty))
    alt = say(
        "Audience map, audiences: {n}. {rows} {nobody}",
        n=len(rows),
        rows=" ".join(_told(one) for one in ordered),
        nobody=nobody if empty else say("There is no place without anybody."),
    )
    return Picture(fig, str(alt), str(caption))


def _row(one: Audience) -> _Row:
    told = f"{_size(one)} · {SIDES[one.side][2]}"
    barrier = f"{say('what holds them back')}: {one.barrier.strip() or say('not said yet')}"
    return _Row(
        one,
        wrapped(f"{one.id} · {_segment(one)}", NAME, 11, bold=True, lines=4),
        wrapped(told, NAME - 0.2, 10, lines=2),
        wrapped(barrier, WIDE - 2 * EDGE - 0.2, 10, lines=4),
    )


def _segment(one: Audience) -> str:
    return one.segment.strip() or str(say("nobody described yet"))


def _size(one: Audience) -> Words:
    if one.size is None:
        return say("size not known")
    return say_many("{number} person", "{number} people", one.size, number=digits(one.size))


def _told(one: Audience) -> str:
    """An audience in words, for who cannot see the map."""
    places = "; ".join(_short(place) for place in PLACES if place in one.places)
    told = say(
        "{id} {segment}: {side}, {size}. Met: {places}. Barrier: {barrier}.",
        id=one.id,
        segment=_segment(one),
        side=SIDES[one.side][2],
        size=_size(one),
        places=places or say("nowhere yet"),
        barrier=one.barrier.strip() or say("not said yet"),
    )
    return str(told)


def _head(number: int, place: str) -> str:
    return wrapped(_short(place), _x(number) - EDGE - 0.06, 10, lines=2)


def _short(place: str) -> str:
    """A place's name without its examples, which stand in the form."""
    return str(pick(PLACES[place])).partition(":")[0]


def _x(place: int) -> float:
    return GRID + (place + 0.5) * COLUMN


def _columns(axes: Axes, met: dict[str, int], top: float, bottom: float) -> None:
    """A ground for each place: grey where nobody is met."""
    for place, number in enumerate(met.values()):
        ground = "#e3e3e3" if not number else tint(SKY, 0.16)
        column = Rectangle((GRID + place * COLUMN + 0.02, bottom), COLUMN - 0.04, top - bottom, lw=0, facecolor=ground)
        axes.add_patch(column)


def _heads(axes: Axes, heads: Sequence[str], met: Sequence[int], top: float) -> None:
    """A stair of names, the last place's on top, each level and ending at its column: nobody turns the head."""
    low = top + 0.08
    for place, words in enumerate(heads):
        colour = BLACK if met[place] else GREY
        high = low + tall(words, 10)
        paragraph(axes, _x(place) - 0.06, high, words, 10, ha="right", color=colour)
        axes.plot([_x(place)] * 2, [top, high - 0.02], color=GREY, linewidth=1, zorder=1)
        low = high


def _drawn(axes: Axes, row: _Row, top: float) -> float:
    """One audience, and under it what holds it back; the top of the next."""
    axes.plot([EDGE, WIDE - EDGE], [top, top], color=GREY, linewidth=0.8, zorder=2)
    level = paragraph(axes, EDGE, top - PAD, row.name, 11, weight="bold")
    marker, colour, _ = SIDES[row.audience.side]
    look: dict[str, Any] = {"markeredgecolor": BLACK, "markeredgewidth": 0.9 if marker != "$?$" else 0.2}
    axes.plot([EDGE + 0.07], [level - 0.09], marker=marker, markersize=8, color=colour, zorder=4, **look)
    paragraph(axes, EDGE + 0.2, level, row.told, 10)
    for place, name in enumerate(PLACES):
        if name in row.audience.places:
            sign: dict[str, Any] = {"markersize": 15, "color": BLUE, "markeredgecolor": INK, "markeredgewidth": 0.8}
            axes.plot([_x(place)], [top - PAD - row.names / 2], marker="o", zorder=4, **sign)
    paragraph(axes, EDGE + 0.2, top - PAD - row.names, row.barrier, 10)
    return top - row.height


def _foot(axes: Axes, met: Sequence[int], top: float) -> None:
    """How many audiences can be met at each place."""
    axes.plot([EDGE, WIDE - EDGE], [top, top], color=INK, linewidth=1.2, zorder=2)
    words = wrapped(str(say("audiences met there")), NAME, 10, lines=2)
    paragraph(axes, EDGE, top - 0.08, words, 10)
    for place, number in enumerate(met):
        look: dict[str, Any] = {"weight": "bold"} if number else {"color": "#555555"}
        paragraph(axes, _x(place), top - 0.08, str(number), 10.5, ha="center", **look)
