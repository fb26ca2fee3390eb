"""With which letters a pattern's first word begins: a pattern is compiled only for a text that holds such a word.

A file has hundreds of patterns, each word of which is looked up in the dictionary; a text meets a few of them.
"""

import re
from collections.abc import Mapping
from functools import cache

from promplan.text.english import irregular
from promplan.text.lemmas import folded, lemmas_told
from promplan.text.morphology import LETTERS, begin

GRAMMEMES = re.compile(r"[A-Z][A-Za-z]{3}(?:,[A-Za-z0-9]{4})*")
OTHERWISE = {"its": "it"}  # an English word whose stem is too short to begin alike
ANYTHING = None  # a part of speech, a number, an ending: no letters tell
Begins = frozenset[str] | None


def beginnings(row: str, sets: Mapping[str, list[str]]) -> Begins:
    """The first letters of every word that may begin it; None where a part of speech, a number or an ending may."""
    found: frozenset[str] = frozenset()
    for element in row.split():
        if element.startswith("!") and len(element) > 1:
            continue
        optional = element.endswith("?") and len(element) > 1
        for option in element.removesuffix("?").removeprefix("=").split("|") if len(element) > 1 else [element]:
            here = _option(option, sets) if option else frozenset()
            if here is None:
                return ANYTHING
            found |= here
        if not optional:
            break
    return found


def _option(option: str, sets: Mapping[str, list[str]]) -> Begins:
    """Of one alternative: the first of its conditions that tells."""
    if "&" not in option or option == "&":
        return _condition(option, sets)
    return next((it for one in option.split("&") if (it := _condition(one, sets)) is not None), ANYTHING)


def _condition(one: str, sets: Mapping[str, list[str]]) -> Begins:
    if not one.startswith("{"):
        return _word(one)
    of_rows = [beginnings(row, {}) for row in sets.get(one[1:-1], ())]
    return ANYTHING if None in of_rows else frozenset[str]().union(*(it for it in of_rows if it is not None))


@cache  # the same words begin many patterns
def _word(one: str) -> Begins:
    word = folded(one.removeprefix("="))
    plain = word.isalpha() or (word[:1].isalpha() and not word.endswith("*"))
    if GRAMMEMES.fullmatch(one.removeprefix("=")) or (one.startswith("-") and len(one) > 1):
        return ANYTHING
    if plain:
        return begins_of(word)
    core = word.removesuffix("*")
    return frozenset({begin(core)}) if len(core) >= LETTERS and core.isalpha() else ANYTHING


def begins_of(word: str) -> frozenset[str]:
    """The first letters of a word in small letters, and of whatever lemma it may have."""
    return frozenset({begin(word), *map(begin, (irregular(OTHERWISE.get(word, word)), *lemmas_told().get(word, ())))})
