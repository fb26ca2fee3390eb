"""The one-page plan drawn: a board of nine stations, from what is to change to what is asked, in the plan's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import origin
from promplan.figures.one_page_words import Name, Said, Station, stations
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
    SKY,
    VERMILLION,
    WIDE,
    YELLOW,
    sheet,
    style,
    tint,
)
from promplan.language import Words, say
from promplan.plan.document import Plan

SHOWN = 2  # lines of a station; of more the number is given
EDGE, GAP, INSET = 0.06, 0.13, 0.1  # inches: margin, between stations, words from their edge
HEAD, BODY, NOTE = 10, 10, 10  # points
BAND = 12  # points of the message
BAR = 0.24  # inches of a heading
DASHED = (0, (5, 3))
ROOM: dict[Name, int] = {"ask": 5, "ideas": 1, "channels": 1, "step": 1}  # lines that a sentence of a station may take
ROWS: tuple[tuple[Name, ...], ...] = (
    ("objective", "audience"),
    ("message",),
    ("ideas", "channels"),
    ("step", "money"),
    ("kpi", "ask"),
)
COLOURS: dict[Name, str] = {
    "objective": BLUE,
    "audience": SKY,
    "message": VERMILLION,
    "ideas": ORANGE,
    "channels": YELLOW,
    "step": GREEN,
    "money": SKY,
    "kpi": PURPLE,
    "ask": BLUE,
}


@dataclass(frozen=True)
class _Box:
    """A station's words broken into lines for its width: heading, each line with its note, how many there are more."""

    number: int
    station: Station
    lines: Sequence[tuple[str, str]]
    more: str
    missing: str
    size: float

    @property
    def height(self) -> float:
        lines = sum(tall(words, self.size) + (tall(note, NOTE) if note else 0) + 0.05 for words, note in self.lines)
        rest = tall(self.missing, NOTE) if self.missing else 0
        return BAR + 0.05 + lines + rest + 0.08


def one_page(plan: Plan) -> Picture:
    """The plan on one board: objective, audience, message, ideas, channels and dates, money, KPI, ask.

    A station at which the plan says nothing yet is dashed and says what is missing; of more than two lines at a
    station the first two are drawn, and the number of the rest.
    """
    told = stations(plan)
    by = {one.name: (n, one) for n, one in enumerate(told, 1)}
    with style():
        rows = [[_box(*by[name], _width(len(names))) for name in names] for names in ROWS]
        heights = [max(one.height for one in row) for row in rows]
        fig, axes = sheet(2 * EDGE + sum(heights) + GAP * (len(rows) - 1))
        top = fig.get_figheight() - EDGE
        for row, height in zip(rows, heights, strict=True):
            for place, one in enumerate(row):
                _drawn(axes, one, EDGE + place * (_width(len(row)) + GAP), top, _width(len(row)), height)
                if place:
                    _across(axes, EDGE + place * (_width(len(row)) + GAP) - GAP, top - height / 2)
            top -= height
            if row is not rows[-1]:
                _down(axes, top)
            top -= GAP
    return Picture(fig, str(_alt(told)), str(_caption(plan)))


def _width(beside: int) -> float:
    return (WIDE - 2 * EDGE - GAP * (beside - 1)) / beside


def _box(number: int, one: Station, width: float) -> _Box:
    size = BAND if one.name == "message" else BODY
    room = width - 2 * INSET
    kept = one.lines[:SHOWN]
    lines = [
        (
            wrapped(
                f"{it.id} · {it.words}" if it.id else it.words,
                room,
                size,
                bold=True,
                lines=ROOM.get(one.name, 2),
            ),
            wrapped(it.more, room, NOTE, lines=1),
        )
        for it in kept
    ]
    more = len(one.lines) - len(kept)
    return _Box(
        number,
        one,
        lines,
        f"{len(kept)} / {len(one.lines)}" if more else "",
        "" if lines else wrapped(one.missing, room, NOTE, lines=3),
        size,
    )


def _drawn(axes: Axes, one: _Box, left: float, top: float, width: float, height: float) -> None:
    colour = COLOURS[one.station.name]
    given = bool(one.lines)
    look: dict[str, Any] = {"edgecolor": INK, "linewidth": 1.3, "linestyle": "-" if given else DASHED, "zorder": 2}
    axes.add_patch(Rectangle((left, top - height), width, height, facecolor=PAPER, **look))
    axes.add_patch(Rectangle((left, top - BAR), width, BAR, facecolor=tint(colour, 0.3), **look))
    head = wrapped(f"{one.number} · {one.station.title}", width - 2 * INSET, HEAD, bold=True, lines=1)
    axes.text(left + INSET, top - BAR / 2, head, size=HEAD, weight="bold", va="center_baseline", color=BLACK, zorder=4)
    level = top - BAR - 0.05
    for words, note in one.lines:
        level = paragraph(axes, left + INSET, level, words, one.size, weight="bold")
        level = (paragraph(axes, left + INSET, level, note, NOTE) if note else level) - 0.05
    if one.missing:
        paragraph(axes, left + INSET, level, one.missing, NOTE)
    if one.more:  # beside the heading: how many of how many are shown
        told: dict[str, Any] = {"size": NOTE, "ha": "right", "va": "center_baseline", "color": BLACK, "zorder": 4}
        axes.text(left + width - INSET, top - BAR / 2, one.more, **told)


def _across(axes: Axes, x: float, y: float) -> None:
    """The way from a station to the one beside it."""
    tip = [(x + 0.02, y + 0.07), (x + GAP - 0.02, y), (x + 0.02, y - 0.07)]
    axes.add_patch(Polygon(tip, closed=True, facecolor=GREY, edgecolor=GREY, zorder=3))


def _down(axes: Axes, y: float) -> None:
    """The way to the row below."""
    tip = [(WIDE / 2 - 0.09, y - 0.02), (WIDE / 2, y - GAP + 0.02), (WIDE / 2 + 0.09, y - 0.02)]
    axes.add_patch(Polygon(tip, closed=True, facecolor=GREY, edgecolor=GREY, zorder=3))


def _caption(plan: Plan) -> Words:
    return say("The plan on one page. What is dashed is missing. {origin}", origin=origin(plan))


def _alt(told: Sequence[Station]) -> Words:
    """The board from its first station to the last, for who cannot see it."""
    parts = " ".join(
        f"{n}. {one.title}: {'; '.join(_whole(it) for it in one.lines) or one.missing.rstrip('.')}."
        for n, one in enumerate(told, 1)
    )
    return say("The plan on one page, in nine stations. {stations}", stations=parts)


def _whole(one: Said) -> str:
    words = plain(one.words).replace(r"\$", "$").rstrip(".")
    more = plain(one.more).replace(r"\$", "$").rstrip(".")
    told = f"{words} ({more})" if more else words
    return f"{one.id} {told}" if one.id else told
