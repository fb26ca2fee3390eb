"""Somebody's words as a figure can draw them: never as a formula, never wider than their box."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from unicodedata import category, normalize

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, findfont, get_font

from promplan.figures.style import DPI

FAMILY = "DejaVu Sans"
LARGE = 100.0  # points: of letters this large a pixel's rounding does not matter
MARKS = re.compile(r"([\u0300-\u036f])[\u0300-\u036f]+")
UNKNOWN = "□"  # for a letter that the font does not have: an empty box, and no warning under the figure


def plain(text: str) -> str:
    """One line of text, as it is: a dollar sign begins no formula, what cannot be drawn is an empty box."""
    return _visible(text).replace("$", r"\$")


def wrapped(text: str, width: float, size: float, bold: bool = False, lines: int = 4) -> str:
    """`text` on at most `lines` lines of `width` inches each in letters of `size` points, ready to be drawn.

    A word that is too long is broken; what does not fit at all ends with an ellipsis.
    """
    made: list[str] = []
    for word in filter(None, _visible(text).split(" ")):  # a bare split() would part 100 from its 000
        if made and inches(f"{made[-1]} {word}", size, bold) <= width:
            made[-1] += f" {word}"
            continue
        while inches(word, size, bold) > width and len(word) > 1:
            room = _fitting(word, width, size, bold)
            made.append(word[:room])
            word = word[room:]
            if len(made) > lines:
                break
        made.append(word)
    if len(made) > lines:
        made = made[:lines]
        while made[-1] and inches(f"{made[-1]}…", size, bold) > width:
            made[-1] = made[-1][:-1]
        made[-1] = f"{made[-1].rstrip()}…"
    return "\n".join(made).replace("$", r"\$")


@lru_cache(4096)
def inches(text: str, size: float, bold: bool = False) -> float:
    """How wide one line of DejaVu Sans is."""
    font = FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")
    width, _, _ = _renderer().get_text_width_height_descent(text, font, ismath=False)  # type: ignore[no-untyped-call]
    return float(width) / DPI


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(100, 100, DPI)  # type: ignore[no-untyped-call]


def _fitting(word: str, width: float, size: float, bold: bool) -> int:
    """How many letters of `word` fit; after a hyphen or a dash if there is one."""
    lengths = range(1, len(word) + 1)
    room = max(1, bisect_right(lengths, width, key=lambda n: inches(word[:n], size, bold)))
    joint = max(word.rfind(sign, 0, room) for sign in "-–—/") + 1
    return joint or room


@cache
def _letters() -> frozenset[int]:
    fonts = (FontProperties(family=FAMILY, weight=weight) for weight in ("normal", "bold"))
    regular, bold = (frozenset(get_font(findfont(one)).get_charmap()) for one in fonts)
    return regular & bold


def _visible(text: str) -> str:
    """Line breaks and tabs become spaces, other control characters go, letters without a glyph are boxes.

    Of marks heaped on one letter the first stays, a stress mark for instance: a tower of them would leave its line.
    """
    text = MARKS.sub(r"\1", normalize("NFC", text))
    spaced = "".join(" " if sign.isspace() and sign not in "\u00a0\u202f" else sign for sign in text)
    kept = (sign for sign in spaced if not category(sign).startswith("C"))
    return "".join(sign if ord(sign) in _letters() else UNKNOWN for sign in kept)


def measured(text: str, size: float, bold: bool = False) -> float:
    """How long one line is, in the unit of its size: of any size at once, for letters grow evenly."""
    return inches(text, LARGE, bold) * 72 / LARGE * size
