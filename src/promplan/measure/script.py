"""How long a script in two columns takes to say, line by line and as a whole, against the seconds that it has.

The rates are dated data (`assets/speech.toml`); numbers and signs count as they are spoken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from promplan.language import Words, say, say_many
from promplan.measure import spoken

TOLERANCE = 0.05  # by which the panels together may miss the film's length (domain.md B.2)


@dataclass(frozen=True)
class Line:
    """A line of a script: what is said, and for how many seconds its picture stands, where that is decided."""

    words: str
    seconds: float | None = None


@dataclass(frozen=True)
class Spoken:
    """A text as it is spoken: how many words, and the seconds at the utmost rate and at a comfortable one."""

    words: int
    least: float
    easy: float


@dataclass(frozen=True)
class Fault:
    """What does not go into its time: `line` from 0, or None for the whole; so many seconds more, or words fewer."""

    line: int | None
    kind: Literal["fast", "long", "short"]
    what: Words
    seconds: float = 0.0
    fewer: int = 0


@dataclass(frozen=True)
class Timed:
    """A script with its times.

    Args:
        lines: each line as it is spoken.
        words, least, easy: of the whole.
        shown: the seconds of all pictures; those of a line that has none are its comfortable ones.
        target: the length that the film has to have, if there is one.
        room: words that still go into the target at the utmost rate; negative where there are too many.
    """

    lines: tuple[Spoken, ...]
    words: int
    least: float
    easy: float
    shown: float
    target: float | None
    room: int | None
    faults: tuple[Fault, ...]


def timed(text: str, language: str) -> Spoken:
    """How long a text takes to say; `language` is `en` or `ru`."""
    rate, count = spoken.told()["rate"][language], spoken.words(text, language)
    return Spoken(count, 60 * count / rate["most"], 60 * count / rate["easy"])


def script(lines: Sequence[Line], language: str, target: float | None = None) -> Timed:
    """The script's times and all that does not fit, lines first."""
    each = tuple(timed(one.words, language) for one in lines)
    most = spoken.told()["rate"][language]["most"]
    found = [
        fault
        for n, (line, one) in enumerate(zip(lines, each, strict=True))
        if (fault := _hurried(n, one, line.seconds, most)) is not None
    ]
    words, least, easy = sum(one.words for one in each), sum(one.least for one in each), sum(one.easy for one in each)
    shown = sum(one.easy if line.seconds is None else line.seconds for line, one in zip(lines, each, strict=True))
    if target is not None:
        if (whole := _hurried(None, Spoken(words, least, easy), target, most)) is not None:
            found.append(whole)
        if any(line.seconds is not None for line in lines) and abs(shown - target) > TOLERANCE * target + 0.01:
            found.append(_missed(shown, target))
    room = None if target is None else floor(target * most / 60 + 1e-9) - words
    return Timed(each, words, least, easy, shown, target, room, tuple(found))


def _hurried(line: int | None, one: Spoken, seconds: float | None, most: float) -> Fault | None:
    """More words than its seconds hold."""
    if seconds is None or one.least <= seconds + 0.05:
        return None
    fewer, more = one.words - floor(seconds * most / 60 + 1e-9), ceil(10 * (one.least - seconds) - 1e-9) / 10
    what = say_many(
        "{words} words as they are spoken need {needed} s, and there are {seconds}: {more} s more, or {n} word fewer.",
        "{words} words as they are spoken need {needed} s, and there are {seconds}: {more} s more, or {n} words fewer.",
        fewer,
        words=one.words,
        needed=round(one.least, 1),
        seconds=float(seconds),
        more=more,
    )
    return Fault(line, "fast", what, more, fewer)


def _missed(shown: float, target: float) -> Fault:
    """The pictures together are longer or shorter than the film is to be."""
    by = round(abs(shown - target), 1)
    if shown > target:
        what = say(
            "The lines of the script take {shown} s, the film has {target}: take out {by} s.",
            **_told(shown, target, by),
        )
        return Fault(None, "long", what, by)
    what = say(
        "The lines of the script take {shown} s, the film has {target}: {by} s are free.", **_told(shown, target, by)
    )
    return Fault(None, "short", what, by)


def _told(shown: float, target: float, by: float) -> dict[str, float]:
    return {"shown": round(shown, 1), "target": float(target), "by": by}
