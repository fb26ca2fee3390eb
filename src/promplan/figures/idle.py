"""A sentence word by word: which of its words do no work, and how many are left that do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.nothing import nothing
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, PAPER, VERMILLION, WIDE, sheet, style
from promplan.language import Words, say
from promplan.text.marks import Mark, idle_share, marks

EDGE = 0.15
ROOM = WIDE - 2 * EDGE
SIZES = ((30, 20), (80, 16), (10**9, 13))  # words at most: points
MOST = 16  # lines of the text that are drawn
PITCH = 1.6  # from line to line, in the letters' size
PALE = GREY  # 5.7 : 1 on paper, so that struck words can still be read
BAR = 0.26  # a bar's thickness
TOLD = 1200  # letters of the text that the alternative text repeats


@dataclass(frozen=True)
class _Piece:
    """A word or a part of one, where a mark begins or ends inside it."""

    text: str
    mark: Mark | None
    first: bool  # the first piece of its mark: the sign stands before it
    spaced: bool  # a space stands before it
    x: float = 0.0
    line: int = 0


def idle_words(text: str) -> Picture:
    """`text` set large: words that do no work are struck through and paler, superlatives have a triangle before them.

    Below it two bars on one scale from zero: the words that work and the words that do not, as `idle_share` counts
    them; a superlative works no more than a cliché.
    """
    idle, everything = idle_share(text)
    caption = say(
        "Struck through: words that could go, and nobody would miss them. The triangle: a superlative, which needs a "
        "proof or goes too."
    )
    found = [one for one in marks(text) if one.kind != "jargon"]
    pieces = list(_pieces(text, found))
    if not everything or not pieces:
        return nothing(say("There are no words yet. Write a sentence: it will appear here word by word."), caption)
    size = next(points for most, points in SIZES if everything <= most)
    pieces = list(_set(pieces, size))
    shown = [one for one in pieces if one.line < MOST]
    lines = shown[-1].line + 1
    pitch = size * PITCH / 72
    with style():
        goes_on = say("The text goes on; all its words are counted below.")
        more = wrapped(str(goes_on), ROOM, 10.5) if len(shown) < len(pieces) else ""
        height = 2 * EDGE + lines * pitch + (tall(more, 10.5) if more else 0) + 2 * (BAR + 0.12) + 0.16
        fig, axes = sheet(height)
        top = height - EDGE
        for one in shown:
            _word(axes, one, size, top - one.line * pitch - 0.72 * pitch)
        _strikes(axes, shown, size, top, pitch)
        if more:
            paragraph(axes, EDGE, top - lines * pitch, more, 10.5)
        _bars(axes, everything - idle, idle)
    return Picture(fig, str(_told(text, found, idle, everything)), str(caption))


def _told(text: str, found: Sequence[Mark], idle: int, everything: int) -> Words:
    """The sentence and its marks in words, for who cannot see them."""
    spoken = " ".join(text.split())
    named = {
        kind: ", ".join(str(say("“{word}”", word=one)) for one in _once(found, kind))
        for kind in ("idle", "superlative")
    }
    return say(
        "The text: {text} Words that do no work: {idle}. Superlatives: {superlative}. Words that work: {works}, words "
        "that do not: {lazy}.",
        text=spoken if len(spoken) <= TOLD else f"{spoken[:TOLD]}…",
        idle=named["idle"] or say("none"),
        superlative=named["superlative"] or say("none"),
        works=digits(everything - idle),
        lazy=digits(idle),
    )


def _once(found: Sequence[Mark], kind: str) -> list[str]:
    """The marked words of a kind, each named once."""
    return list(dict.fromkeys(" ".join(one.word.split()) for one in found if one.kind == kind))


def _pieces(text: str, found: Sequence[Mark]) -> Iterator[_Piece]:
    """The text's words, cut where a mark begins or ends."""
    begun: set[int] = set()
    for word in re.finditer(r"\S+", text):
        spaced = True
        inside = [one for one in found if one.start < word.end() and one.end > word.start()]
        cuts = {
            word.start(),
            word.end(),
            *(min(max(at, word.start()), word.end()) for one in inside for at in (one.start, one.end)),
        }
        places = sorted(cuts)
        for start, end in pairwise(places):
            mark = next((one for one in inside if one.start <= start and end <= one.end), None)
            drawn = _drawn(text[start:end])
            if not drawn:
                continue
            first = mark is not None and mark.start not in begun
            if mark is not None:
                begun.add(mark.start)
            yield _Piece(drawn, mark, first, spaced)
            spaced = False


def _drawn(text: str) -> str:
    """What of `text` is seen, unescaped: as wide as it will be."""
    return plain(text).replace(r"\$", "$")


def _sign(size: float) -> float:
    """Room for the triangle before a superlative."""
    return size * 0.95 / 72


def _set(pieces: Sequence[_Piece], size: float) -> Iterator[_Piece]:
    """Each piece on its line and its place; a word wider than the sheet is broken."""
    x, line = 0.0, 0
    space = inches("n n", size) - inches("nn", size)
    for number, one in enumerate(pieces):
        tail = number + 1
        while tail < len(pieces) and not pieces[tail].spaced:
            tail += 1
        word = sum(_wide(part, size) for part in pieces[number:tail]) if one.spaced else _wide(one, size)
        if one.spaced and x:
            x += space
        if x and x + min(word, ROOM) > ROOM and (one.spaced or x + _wide(one, size) > ROOM):
            x, line = 0.0, line + 1
        while _wide(one, size) > ROOM - x and len(one.text) > 1:
            room = max(1, _fitting(one, ROOM - x, size))
            yield replace(one, text=one.text[:room], x=x, line=line)
            one = replace(one, text=one.text[room:], first=False, spaced=False)
            x, line = 0.0, line + 1
        yield replace(one, x=x, line=line)
        x += _wide(one, size)


def _wide(one: _Piece, size: float) -> float:
    return inches(one.text, size) + (_sign(size) if _boasts(one) else 0)


def _boasts(one: _Piece) -> bool:
    return one.mark is not None and one.mark.kind == "superlative" and one.first


def _fitting(one: _Piece, room: float, size: float) -> int:
    """How many of its letters fit, found by halving."""
    low, high = 1, len(one.text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = _wide(replace(one, text=one.text[:middle]), size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return low


def _word(axes: Axes, one: _Piece, size: float, level: float) -> None:
    x = EDGE + one.x
    if _boasts(one):
        axes.plot(
            [x + _sign(size) * 0.42],
            [level + size * 0.32 / 72],
            "^",
            color=VERMILLION,
            markersize=size * 0.6,
            markeredgecolor=BLACK,
            markeredgewidth=0.8,
            zorder=4,
        )
        x += _sign(size)
    words = plain(one.text)
    axes.text(x, level, words, size=size, va="baseline", color=BLACK if one.mark is None else PALE, zorder=3)


def _strikes(axes: Axes, shown: Sequence[_Piece], size: float, top: float, pitch: float) -> None:
    """One line through each marked phrase, as far as it stands on one line of the text."""
    spans: dict[tuple[int, int], tuple[float, float]] = {}
    for one in shown:
        if one.mark is not None:
            start = one.x + (_sign(size) if _boasts(one) else 0)
            before, end = spans.get((one.mark.start, one.line), (start, start))
            spans[one.mark.start, one.line] = (min(before, start), max(end, one.x + _wide(one, size)))
    for (_, line), (start, end) in spans.items():
        level = top - (line + 0.72) * pitch + size * 0.27 / 72
        axes.plot([EDGE + start, EDGE + end], [level] * 2, color=INK, linewidth=size / 12, zorder=5)


def _bars(axes: Axes, works: int, lazy: int) -> None:
    rows: tuple[tuple[int, str, dict[str, Any]], ...] = (
        (works, str(say("words that work")), {"facecolor": BLUE}),
        (lazy, str(say("words that do not")), {"facecolor": PAPER, "edgecolor": VERMILLION, "hatch": "////"}),
    )
    left = EDGE + max(inches(name, 12) for _, name, _ in rows) + 0.15
    scale = (WIDE - EDGE - left - 0.7) / max(works, lazy)
    low = EDGE + BAR + 0.12
    look: dict[str, Any] = {"va": "center_baseline", "color": BLACK}
    for number, name, fill in rows:
        middle = low + BAR / 2
        axes.text(EDGE, middle, plain(name), size=12, **look)
        axes.add_patch(Rectangle((left, low), number * scale, BAR, linewidth=1.2 if number else 0, zorder=2, **fill))
        axes.text(left + number * scale + 0.1, middle, digits(number), size=13, weight="bold", **look)
        low -= BAR + 0.12
