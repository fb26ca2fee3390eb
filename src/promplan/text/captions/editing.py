"""Captions as an editor changes them: parted, joined, moved, put in order, mended as `faults` says; no word goes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from promplan.language import Problem, say
from promplan.text.captions.cue import Cue
from promplan.text.captions.faults import Fault
from promplan.text.captions.rules import Rules
from promplan.text.captions.wrapping import cost, wrapped

LATEST = 36_000.0  # seconds: ten hours
SHORTEST = 0.1  # a cue that is moved by its edge keeps so much
CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,3})?)|(\d{1,5}(?:[.,]\d{1,3})?)", re.ASCII)


def split(cues: Sequence[Cue], n: int, rules: Rules, at: int | None = None) -> list[Cue]:
    """A cue made into two, at a place of its text, else where a reader breathes; their times by what there is to read.

    Raises:
        Problem: there is nothing on one side.
    """
    cue = cues[n]
    head, tail = _parted(cue.text, at)
    if not head or not tail:
        raise Problem(say("A caption of one word cannot be split. Put the cursor between two words."))
    share = len(head) / (len(head) + len(tail))
    middle = cue.start + max(0.0, cue.seconds) * share
    gap = min(rules.gap, max(0.0, cue.seconds) / 4)
    first = replace(cue, end=_rounded(middle), text=wrapped(head, rules.line, rules.lines))
    second = replace(cue, start=_rounded(middle + gap), text=wrapped(tail, rules.line, rules.lines), name="")
    return [*cues[:n], first, second, *cues[n + 1 :]]


def _parted(text: str, at: int | None) -> tuple[str, str]:
    if at is not None and text[:at].strip() and text[at:].strip():
        return " ".join(text[:at].split()), " ".join(text[at:].split())
    words = text.split()
    if len(words) < 2:
        return text.strip(), ""
    whole = len(" ".join(words))

    def worse(place: int) -> float:
        return abs(len(" ".join(words[:place])) - whole / 2) + cost(words[place - 1], words[place])

    best = min(range(1, len(words)), key=worse)
    return " ".join(words[:best]), " ".join(words[best:])


def joined(cues: Sequence[Cue], n: int, rules: Rules) -> list[Cue]:
    """A cue with the one behind it: from the beginning of the first to the end of the last.

    Raises:
        Problem: there is none behind it.
    """
    if n + 1 >= len(cues):
        raise Problem(say("There is no caption behind this one to join it with."))
    one, other = cues[n], cues[n + 1]
    text = wrapped(" ".join(f"{one.text} {other.text}".split()), rules.line, rules.lines)
    both = replace(one, start=min(one.start, other.start), end=max(one.end, other.end), text=text)
    return [*cues[:n], both, *cues[n + 2 :]]


def nudged(cues: Sequence[Cue], n: int, edge: str, by: float) -> list[Cue]:
    """A cue earlier or later, by its start, its end, or whole; an edge stops at the other one."""
    cue = cues[n]
    if edge == "start":
        moved = replace(cue, start=_within(cue.start + by, 0.0, max(0.0, cue.end - SHORTEST)))
    elif edge == "end":
        moved = replace(cue, end=_within(cue.end + by, cue.start + SHORTEST, LATEST))
    else:
        by = max(-min(cue.start, cue.end), min(by, LATEST - max(cue.start, cue.end)))
        moved = replace(cue, start=_rounded(cue.start + by), end=_rounded(cue.end + by))
    return [*cues[:n], moved, *cues[n + 1 :]]


def ordered(cues: Sequence[Cue]) -> list[Cue]:
    """In the order of time."""
    return sorted(cues, key=lambda one: (one.start, one.end))


def mended(cues: Sequence[Cue], fault: Fault, rules: Rules) -> list[Cue] | None:
    """The captions with one fault mended as it says; None where only its author can: words are too many."""
    n, cue = fault.cue, cues[fault.cue]
    if fault.kind in ("wide", "lines"):
        text = wrapped(" ".join(cue.text.split()), rules.line, rules.lines)
        return None if text == cue.text else [*cues[:n], replace(cue, text=text), *cues[n + 1 :]]
    if fault.kind == "order":
        return ordered(cues)
    if fault.kind == "empty":
        return [*cues[:n], *cues[n + 1 :]]
    if fault.longer is None or not fault.room:
        return None
    place = n - 1 if fault.kind in ("gap", "overlap") else n
    end = _rounded(cues[place].end + fault.longer)
    if end <= cues[place].start:
        return None
    return [*cues[:place], replace(cues[place], end=end), *cues[place + 1 :]]


def seconds_of(text: str) -> float:
    """A time as people write it: 62.5, 1:02.5, 0:01:02,5.

    Raises:
        Problem: it is none.
    """
    hit = CLOCK.fullmatch(text.strip())
    if hit is None or (hit[2] is not None and float(hit[3].replace(",", ".")) >= 60):
        raise Problem(say("A time belongs here, such as 0:04.5 or 4.5: minutes, seconds, tenths."))
    if hit[4] is not None:
        return float(hit[4].replace(",", "."))
    return int(hit[1] or 0) * 3600 + int(hit[2]) * 60 + float(hit[3].replace(",", "."))


def _within(value: float, low: float, most: float) -> float:
    return _rounded(max(low, min(value, most)))


def _rounded(seconds: float) -> float:
    return round(seconds, 3)
