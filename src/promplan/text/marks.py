"""Words that the checks stumble over: boasts, words that do no work, and the plant's jargon."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from promplan.text.boasts import boasts
from promplan.text.forms import found
from promplan.text.jargon import unexplained
from promplan.text.lengths import WORD
from promplan.text.patterns import hits

Kind = Literal["superlative", "idle", "jargon"]


@dataclass(frozen=True)
class Mark:
    """A word or a phrase of the text, `text[start:end]`, and why it is marked."""

    start: int
    end: int
    kind: Kind
    word: str


def marks(text: str, jargon: Collection[str] = ()) -> list[Mark]:
    """The marked words of a text from left to right, never overlapping.

    Where two kinds claim a word, a superlative wins over a word that does no work, and this one over jargon.

    Words of the shop are marked that stand unexplained, and each of `jargon`, wherever it stands.

    Args:
        jargon: terms of a glossary, each a word, a phrase, or several with commas between them.
    """
    chosen = list(_listed(text))
    if jargon:
        chosen += _beside(text, found(text, jargon), "jargon", _spans(chosen))
    chosen += _beside(text, unexplained(text), "jargon", _spans(chosen))
    return sorted(chosen, key=lambda one: one.start)


@lru_cache(2048)  # the same texts are read at every keystroke, and all but one of them are what they were
def _listed(text: str) -> tuple[Mark, ...]:
    """The words that our patterns mark, whatever the plant's jargon."""
    lazy = hits(text, "idle")
    idle = [(one.start, one.end) for one in lazy]
    within = {n for one in lazy for n in range(one.first, one.last + 1)}
    # praise inside a longer cliché is a part of it: «высокого качества» is idle, not a superlative
    claims = [
        (one.start, one.end)
        for one in boasts(text)
        if one.kind != "praise" or not within.issuperset(range(one.first, one.last + 1))
    ]
    chosen = _beside(text, claims, "superlative", [])
    return tuple(chosen + _beside(text, idle, "idle", _spans(chosen)))


def _spans(chosen: list[Mark]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in chosen]


def _beside(text: str, spans: Iterable[tuple[int, int]], kind: Kind, taken: list[tuple[int, int]]) -> list[Mark]:
    """Marks of a kind, without those that touch what is taken; both lists are walked once, from left to right."""
    taken, chosen, n = sorted(taken), [], 0
    for start, end in spans:
        while n < len(taken) and taken[n][1] <= start:
            n += 1
        if n == len(taken) or taken[n][0] >= end:
            chosen.append(Mark(start, end, kind, text[start:end]))
    return chosen


def idle_share(text: str) -> tuple[int, int]:
    """How many words do no work, and how many there are; a superlative works no more than a cliché."""
    lazy, n, idle, total = sorted(_listed(text), key=lambda one: one.start), 0, 0, 0
    for one in WORD.finditer(text):
        total += 1
        while n < len(lazy) and lazy[n].end <= one.start():
            n += 1
        idle += n < len(lazy) and lazy[n].start < one.end()
    return idle, total
