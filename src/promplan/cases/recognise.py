"""Recognising a fact of the kit in a team's own words: the same number, and enough of the same words by their stems."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
WORD = re.compile(r"[^\W\d_]{3,}")
EMPTY = frozenset(
    re.findall(
        r"\w+",
        "the and with for from that this than its are has was not more here there one all into they which who as "
        "это как для что так его она они при над под или все всё без тут там один одна одно также лишь уже",
    )
)
ALIKE, NEARLY = 0.5, 0.75  # of the shorter text's stems, where a number agrees and where there is none
FEW = 3  # stems from which words alone may be enough


@dataclass(frozen=True)
class Claim:
    """A sentence of the kit by its stems, language by language, and its numbers, those of the mended one included."""

    id: str
    stems: tuple[frozenset[str], ...]
    numbers: frozenset[float]


def claim(id_: str, said: Mapping[Any, str] | str, mended: Iterable[str] = ()) -> Claim:
    """A sentence of the kit, ready to be recognised."""
    texts = [said] if isinstance(said, str) else list(said.values())
    numbers = frozenset().union(*(numbers_in(one) for one in (*texts, *mended)))
    return Claim(id_, tuple(stems_of(one) for one in texts), numbers)


def recognise(text: str, known: Iterable[Claim]) -> str:
    """The id of the sentence that the text says again; empty where it says something else."""
    stems, numbers = stems_of(text), numbers_in(text)
    scored = [(_likeness(stems, numbers, one), one.id) for one in known]
    best = max((one for one in scored if one[0]), default=None, key=lambda it: it[0])
    return best[1] if best else ""


def bare(text: str) -> str:
    """The letters and figures of a text alone, without regard to case and ё."""
    return "".join(sign for sign in text.casefold().replace("ё", "е") if sign.isalnum())


def holds(text: str, words: Iterable[str]) -> bool:
    """Does the text hold one of these words, in any form?"""
    return bool(stems_of(text) & frozenset().union(*(stems_of(one) for one in words)))


def _likeness(stems: frozenset[str], numbers: frozenset[float], one: Claim) -> float:
    """How much the two are alike; 0 where they are two matters."""
    shared, best = len(numbers & one.numbers), 0.0
    for theirs in one.stems:
        both, least = len(stems & theirs), min(len(stems), len(theirs))
        if not least:
            continue
        part, whole = both / least, both / max(len(stems), len(theirs))
        if numbers and one.numbers:
            if shared and part >= ALIKE:
                best = max(best, part + whole + shared / len(one.numbers))
        elif part >= NEARLY and both >= min(FEW, len(theirs)):
            best = max(best, part + whole)
    return best


def numbers_in(text: str) -> frozenset[float]:
    """The numbers of a text as both languages write them: 1,120 is 1120, 69,5 is 69.5."""
    found = set()
    for hit in NUMBER.findall(text):
        bare = re.sub(r"[ \u00a0\u202f]", "", hit)
        if re.fullmatch(r"\d{1,3}(,\d{3})+", bare):
            bare = bare.replace(",", "")
        found.add(float(bare.replace(",", ".")) if bare.count(".") + bare.count(",") < 2 else 0.0)
    return frozenset(found)


@lru_cache(4096)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry something."""
    words = [one for one in WORD.findall(text.casefold().replace("ё", "е")) if one not in EMPTY]
    return frozenset(_stemmer("russian" if "а" <= one[0] <= "я" else "english").stemWord(one) for one in words)


@cache
def _stemmer(language: str) -> Any:
    return import_module("snowballstemmer").stemmer(language)  # 15 ms, and only a desk that is used needs it
