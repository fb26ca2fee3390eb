"""The same word in another form, found by its endings: «реометром» is «реометр», "compounds" is "compound".

No dictionary: two words are one when they agree after a common ending is cut from either. That finds some
cousins too («банк» and «банка»), which a warning can bear.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from promplan.text.lengths import WORD, words

RUSSIAN = frozenset(
    re.findall(
        r"\w+",
        "а я о е ы и у ю ь й ой ей ий ый ая яя ое ее ые ие ия ии ию ью ом ем им ым ам ям ах ях ов ев ую юю ою ею их ых "
        "ого его ому ему ами ями ыми ими ией иям иях ием иев иями",
    )
)
ENGLISH = frozenset({"s", "es", "ed", "ing", "er", "ers", "e", "y", "ies", "'s", "’s", "s'", "s’"})
RUSSIAN_LEAST, ENGLISH_LEAST = 3, 4  # letters that must be left


@lru_cache(maxsize=20_000)
def forms(word: str) -> frozenset[str]:
    """The word, without regard to case and ё, and what is left of it when a common ending is cut."""
    word = word.casefold().replace("ё", "е")
    endings, least = (RUSSIAN, RUSSIAN_LEAST) if "а" <= word[-1:] <= "я" else (ENGLISH, ENGLISH_LEAST)
    return frozenset([word, *(word[:-n] for n in range(1, 5) if len(word) - n >= least and word[-n:] in endings)])


@lru_cache(maxsize=16)
def _index(terms: tuple[str, ...]) -> dict[str, list[tuple[frozenset[str], ...]]]:
    """For each form of a term's first word: the forms of all its words, the longest terms first."""
    index: dict[str, list[tuple[frozenset[str], ...]]] = {}
    parts = {tuple(map(forms, words(part))) for term in terms for part in term.split(",")}
    for part in sorted(parts, key=len, reverse=True):
        for first in part[0] if part else ():
            index.setdefault(first, []).append(part)
    return index


def found(text: str, terms: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the terms stand in the text, in any form: start and end, in order, never overlapping.

    A term may be a phrase, or several with commas between them.
    """
    index = _index(tuple(sorted(terms)))
    if not index:
        return
    tokens = list(WORD.finditer(text))
    n = 0
    while n < len(tokens):
        length = next(
            (
                len(part)
                for form in forms(tokens[n][0])
                for part in index.get(form, ())
                if len(part) <= len(tokens) - n and all(forms(tokens[n + k][0]) & part[k] for k in range(1, len(part)))
            ),
            0,
        )
        if length:
            yield tokens[n].start(), tokens[n + length - 1].end()
        n += length or 1
