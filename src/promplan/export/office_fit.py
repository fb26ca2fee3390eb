"""Letters measured, so that no text leaves its box: in DejaVu Sans, which is wider than what the file asks for.

A program that lacks the file's typeface takes another; what fits in a wide one fits in all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from promplan.export.motion import font
from promplan.export.office import line
from promplan.language import say

SCALE = 100  # pixels at which letters are measured
SPACES, STROKES = re.compile(r"(?<= )"), re.compile(r"(?<=[ /?!|…–—-])")  # after them a line may end
LEADING = 1.2  # of a line to its letters
ROOM = 0.96  # a twentieth less than measured: Arial is a tenth narrower, but for its W


@dataclass(frozen=True)
class Fitted:
    """A text at a size in points that fits; `cut` says that the end is left out."""

    text: str
    size: float
    lines: int
    cut: bool = False

    @property
    def height(self) -> float:
        """Points that its lines take."""
        return self.lines * self.size * LEADING


def width(text: str, size: float, bold: bool = False) -> float:
    """Points that a text takes in one line."""
    return _told(text, bold) * size


@lru_cache(maxsize=4096)
def _told(text: str, bold: bool) -> float:
    """The same at a size of one point."""
    return sum(_wide(sign, bold) for sign in text) * ROOM


@cache
def _wide(sign: str, bold: bool) -> float:
    if ord(sign) >= 0x2E80:  # letters of East Asia, emoji: as wide as they are high
        return 1.3
    letters: Any = font(SCALE, bold=bold)
    return float(letters.getlength(sign)) / SCALE


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The text in lines of at most so many points; a word longer than a line is broken where the line ends.

    Some programs break long words at their strokes and hyphens, before the line is full: of both ways, the longer one.
    """
    return max((_wrapped(text, size, room, bold, ends) for ends in (SPACES, STROKES)), key=len)


def _wrapped(text: str, size: float, room: float, bold: bool, ends: re.Pattern[str]) -> list[str]:
    found: list[str] = []
    for paragraph in text.split("\n"):
        told, taken = "", 0.0
        for word in ends.split(paragraph):
            if taken + width(word.rstrip(), size, bold) <= room:
                told, taken = told + word, taken + width(word, size, bold)
                continue
            if told:
                found.append(told.rstrip())
                told, taken = "", 0.0
            if width(word.rstrip(), size, bold) <= room:
                told, taken = word, width(word, size, bold)
                continue
            for sign in word:
                wide = width(sign, size, bold)
                if told and sign != " " and taken + wide > room:
                    found.append(told.rstrip())
                    told, taken = "", 0.0
                told, taken = told + sign, taken + wide
        found.append(told.rstrip())
    return found


def fitted(said: Any, wide: float, high: float, sizes: Sequence[float], bold: bool = False, lines: int = 99) -> Fitted:
    """The text at the largest size that fits; cut where none does, saying where the rest stands.

    Args:
        wide, high: the box in points. sizes: points to try, the largest first.
        lines: how many there may be.
    """
    text = line(said)
    tried = text[:1500]  # no slide holds more: what is beyond need not be measured
    for size in sizes:
        needed = wrapped(tried, size, wide, bold)
        if len(tried) == len(text) and len(needed) <= _most(high, size, lines):
            return Fitted(text, size, len(needed))
    size = sizes[-1]
    most = max(1, _most(high, size, lines))
    low, top = 0, len(tried)
    while low < top:  # how many signs leave room for the words about the rest
        middle = (low + top + 1) // 2
        fits = len(wrapped(_cut(text, middle), size, wide, bold)) <= most
        low, top = (middle, top) if fits else (low, middle - 1)
    told = _cut(text, low)
    return Fitted(told, size, len(wrapped(told, size, wide, bold)), cut=True)


def _most(high: float, size: float, lines: int) -> int:
    return min(lines, int(high / (size * LEADING) + 1e-6))


def _cut(text: str, at: int) -> str:
    """The first signs, back to the end of a word where there is one near."""
    head = text[:at]
    if at < len(text) and " " in head[-30:]:
        head = head[: head.rindex(" ")]
    return f"{head.rstrip()}{say('… (the rest is in the notes)')}"
