"""Stems of words, in both languages: those of the course's own data are kept beside it, any other is made.

`assets/stems.txt` holds a word and its stem a line; it only saves time. `promplan.measure.stems.write_stems` writes it,
and a test holds every line against the stemmer.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from promplan import assets

if TYPE_CHECKING:
    from snowballstemmer import stemmer

CYRILLIC = re.compile("[а-я]")
Language = Literal["english", "russian"]


@cache
def told() -> dict[str, str]:
    """The stems that need not be made."""
    lines = (assets.folder() / "stems.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


@cache
def _maker(language: Language) -> "stemmer":
    from snowballstemmer import stemmer

    return stemmer(language)


def stem(word: str, language: Language) -> str:
    """The stem of a word in small letters."""
    return told().get(word) or made(word, language)  # no line has letters of two alphabets


def made(word: str, language: Language) -> str:
    """The same from the stemmer itself."""
    return str(_maker(language).stemWord(word))


def language_of(word: str) -> Language:
    """By the alphabet: one Cyrillic letter, and it is Russian."""
    return "russian" if CYRILLIC.search(word) else "english"
