"""With which letters a pattern's first word begins: a pattern is compiled only for a text that holds such a word.

A file has hundreds of patterns, each word of which is looked up in the dictionary; a text meets a few of them.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from promplan import assets
from promplan.text.english import irregular

LETTERS = 3
GRAMMEMES = re.compile(r"[A-Z][A-Za-z]{3}(?:,[A-Za-z0-9]{4})*")
OTHERWISE = {"its": "it"}  # an English word whose stem is too short to begin alike


@cache
def lemmas_told() -> dict[str, list[str]]:
    """Russian words of the patterns that are no lemmas, with theirs: to ask the dictionary for all would take a second.

    `assets/lemmas.toml` is written by `patterns.write_lemmas` and held by a test.
    """
    raw: dict[str, list[str]] = tomllib.loads((assets.folder() / "lemmas.toml").read_text(encoding="utf-8"))["ru"]
    return raw


def begin(word: str) -> str:
    """The first letters of a word or a lemma in small letters; "try" and its stem "tri" begin alike."""
    return word[:LETTERS].replace("y", "i")


def beginnings(row: str, sets: Mapping[str, list[str]]) -> frozenset[str] | None:
    """The first letters of every word that may begin it; None where a part of speech, a number or an ending may."""
    found: frozenset[str] = frozenset()
    for element in row.split():
        if element.startswith("!") and len(element) > 1:
            continue
        optional = element.endswith("?") and len(element) > 1
        for option in element.removesuffix("?").removeprefix("=").split("|") if len(element) > 1 else [element]:
            here = _option(option, sets) if option else frozenset()
            if here is None:
                return None
            found |= here
        if not optional:
            break
    return found


def _option(option: str, sets: Mapping[str, list[str]]) -> frozenset[str] | None:
    """Of one alternative: the first of its conditions that tells."""
    for one in option.split("&") if option != "&" else ["&"]:
        if (here := _condition(one, sets)) is not None:
            return here
    return None


def _condition(one: str, sets: Mapping[str, list[str]]) -> frozenset[str] | None:
    if one.startswith("{"):
        of_rows = [beginnings(row, {}) for row in sets.get(one[1:-1], ())]
        return None if None in of_rows else frozenset[str]().union(*(it for it in of_rows if it is not None))
    word = one.removeprefix("=").casefold().replace("ё", "е")
    plain = word.isalpha() or (word[:1].isalpha() and not word.endswith("*"))
    if GRAMMEMES.fullmatch(one.removeprefix("=")) or (one.startswith("-") and len(one) > 1):
        return None
    if plain:
        return frozenset(
            {begin(word), *map(begin, (irregular(OTHERWISE.get(word, word)), *lemmas_told().get(word, ())))}
        )
    core = word.removesuffix("*")
    return frozenset({begin(core)}) if len(core) >= LETTERS and core.isalpha() else None
