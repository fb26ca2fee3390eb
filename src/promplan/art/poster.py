"""The poster: a form on its sheet with the words, what one sees in it, and the code that leads on.

All of it is one drawing, so the browser, matplotlib and the printed page show the same poster. The words stand in
labels, measured and broken into lines here; whoever paints gets them by the labels' ids.

The legend is never cut, and no word stands on another: where the words need more room the title is set smaller, then
the legend, then the form; `Poster.faults` says when something is too small to be looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from promplan.art.column import Column, Measure
from promplan.art.formats import Format, ground
from promplan.art.geometry import Area, Drawing, Label, Mark, joined, points

Modules = Sequence[Sequence[bool | int]]  # a code's squares, row by row, without its quiet zone
Box = tuple[float, float, float, float]  # left, top, width, height

QUIET = 4  # squares of nothing around a code (ISO/IEC 18004:2015)
# sizes of letters as shares of the sheet's shorter side: the largest, the least
TITLE, LINE, LEGEND, CREDIT = (0.092, 0.05), (0.038, 0.03), 0.0235, 0.0185
NUMBER = 0.015  # of the shorter side: a number in the form is at least this large
LINES = 3  # of the title, and of the line under it; 2 where the sheet is not much higher than wide
CODE = 0.14  # of the shorter side a code takes, at least
SQUARE = {"mm": 0.5, "px": 4.0}  # a code's square that a phone reads at arm's length
SMALL = 0.34  # of the shorter side: a smaller form is no longer looked at
TALL = 0.4  # of an upright sheet's height the words leave to the form where they can
BESIDE = 0.36  # of a lying sheet's width is for the words
LEAST = 0.8  # of its usual size the legend may be set on a crowded sheet; smaller, and that is said
LYING = 1.2  # times as wide as high, a sheet has its words beside the form


@dataclass(frozen=True)
class Words:
    """What stands on a poster.

    Args:
        title: a few words. line: one sentence under them.
        legend: what one sees, a sentence each; the first is its heading.
        credit: whose data, of when, who made it. link: the code's address in letters.
    """

    title: str = ""
    line: str = ""
    legend: tuple[str, ...] = ()
    credit: str = ""
    link: str = ""


@dataclass(frozen=True, eq=False)
class Poster:
    """The poster's drawing and the words of its labels.

    Args:
        words: what stands at each measured label, by its id.
        form: where the form is, in the sheet's unit.
        faults: "title-cut", "line-cut" (an end is left out), "form-small", "form-thin", "words-small" (too many).
    """

    drawing: Drawing
    words: dict[str, str]
    form: Box
    faults: tuple[str, ...] = ()


def poster(
    form: Drawing, format: Format, words: Words, measure: Measure, code: Modules = (), *, number: float = NUMBER
) -> Poster:
    """The poster on a sheet: upright one under another, lying the form at the left and the words beside it.

    Args:
        form: its proportions are kept.
        measure: how long words are; the painters' letters are as long.
        code: the QR code's squares; none for a poster without one.
        number: the least size of a number in the form, as a share of the sheet's shorter side.
    """
    side, m = min(format.width, format.height), format.margin
    lying = format.width > LYING * format.height
    wide = (BESIDE * format.width if lying else format.width - m) - m
    left = format.width - m - wide
    lines = 2 if side > 0.9 * max(format.width, format.height) else LINES
    square = max(SQUARE[format.unit], CODE * side / len(code)) if code else 0.0
    long = square * len(code)
    room = format.height - 3 * m  # for all words, and a margin between those above and those below
    free = room if lying else room - min(SMALL * side * max(1.0, form.height / form.width), TALL * format.height)
    narrow = wide - (long + 1.5 * QUIET * square if code else 0.0)
    fitting = None
    for large, small in _sizes():
        head, faults = _head(words, large * side, wide, lines, measure)
        foot = _foot(words, small * side, narrow, measure)
        crowded = small <= LEAST  # smaller they make no picture larger that anybody looks at: they only have to fit
        if head.high + max(foot.high, long) > (room if crowded else free):
            continue
        fitting = fitting or (large, small)
        if not faults or fitting[1] < 1 or small < 1:
            break  # a title is set smaller rather than cut
    if fitting and faults:
        large, small = fitting
        head, faults = _head(words, large * side, wide, lines, measure)
        foot = _foot(words, small * side, narrow, measure)
    if small < LEAST:
        faults.append("words-small")
    top, bottom = m, format.height - m - max(foot.high, long)
    if lying:
        box = (m, m, left - 2 * m, format.height - 2 * m)
    else:
        upper, lower = top + head.high + (0.5 * m if head.labels else 0.0), bottom - 0.5 * m
        box = (m, upper, wide, max(lower - upper, 1.0))
    placed, at = _placed(form, box, number * side)
    if min(at[2:]) < SMALL * side:
        faults.append("form-small" if max(at[2:]) < 2 * SMALL * side else "form-thin")
    marks: list[Mark] = [ground(format, form.ground), *placed, *head.at(left, top)]
    marks += foot.at(left, format.height - m - foot.high)
    if code:
        marks += _squares(code, left + wide - long, format.height - m - long, square)
    drawing = Drawing(tuple(marks), format.width, format.height, format.unit, format.bleed, form.ground)
    return Poster(drawing, head.words | foot.words, at, tuple(faults))


def _sizes() -> Iterator[tuple[float, float]]:
    """As what share of their usual sizes title and legend are tried: the title gives way first, then the legend."""
    yield from ((0.95**n, 1.0) for n in range(11))
    yield from ((0.6, share) for share in (0.95, 0.9, 0.85, LEAST))
    yield from ((0.6 * share, LEAST * share) for share in (0.95**n for n in range(1, 24)))


def _head(words: Words, side: float, wide: float, lines: int, measure: Measure) -> tuple[Column, list[str]]:
    head, faults = Column(wide, measure), []
    if not head.add("title", words.title, TITLE[0] * side, least=TITLE[1] * side, most=lines, bold=True):
        faults.append("title-cut")
    head.gap(0.016 * side)
    if not head.add("line", words.line, LINE[0] * side, least=LINE[1] * side, most=lines):
        faults.append("line-cut")
    return head, faults


def _foot(words: Words, side: float, wide: float, measure: Measure) -> Column:
    foot = Column(wide, measure)
    for n, sentence in enumerate(words.legend):
        foot.add(f"legend{n}", sentence, LEGEND * side, bold=n == 0)
    foot.gap(0.012 * side)
    foot.add("credit", words.credit, CREDIT * side, fill="ink2")
    foot.add("link", words.link, CREDIT * side, fill="ink2")
    return foot


def _placed(form: Drawing, box: Box, least: float) -> tuple[tuple[Mark, ...], Box]:
    """The form as large as the box lets it be, in its middle; its numbers in letters of `least` or more."""
    left, top, width, height = box
    factor = min(width / form.width, height / form.height)
    x, y = left + (width - form.width * factor) / 2, top + (height - form.height * factor) / 2
    moved = form.moved(factor, x, y)
    read = (replace(one, size=max(one.size, least)) if isinstance(one, Label) else one for one in moved)
    return tuple(read), (x, y, form.width * factor, form.height * factor)


def _squares(code: Modules, left: float, top: float, square: float) -> list[Mark]:
    """The code: black on white whatever the palette, or a phone may not read it; neighbours in a row are one piece."""
    n, quiet = len(code), QUIET * square
    edge = [(left - quiet, top - quiet), (left + n * square + quiet, top - quiet)]
    edge += [(left + n * square + quiet, top + n * square + quiet), (left - quiet, top + n * square + quiet)]
    runs = []
    for row, squares in enumerate(code):
        filled = np.flatnonzero(np.diff([0, *(int(bool(one)) for one in squares), 0]))
        for start, end in filled.reshape(-1, 2).tolist():
            x, y, u, v = left + start * square, top + row * square, left + end * square, top + (row + 1) * square
            runs.append([(x, y), (u, y), (u, v), (x, v)])
    return [Area(points(edge), "white"), Area(joined(runs), "black")]
