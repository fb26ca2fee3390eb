"""A text as it is read, not as it was typed: one kind of space, hyphen and quotation mark, one alphabet a word.

Who looks for words looks here: a no-break space is a space, U+2011 a hyphen, a soft hyphen and a stress mark are
nothing, ё is е, a Latin «c» inside a Cyrillic word is Cyrillic, and six kinds of quotation marks are « and ». What
is found keeps the way back: `Normal.back` tells where it stands in the text that was typed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen and signs without width
SPACES = frozenset("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2004\u2005\u2006\u2008\u3000\t")
SIGNS = {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "’": "'", "ʼ": "'", "`": "'", "´": "'"}
OPENING, CLOSING, EITHER = frozenset("«„‹"), frozenset("»”›"), frozenset('"“‟″‘')
YO = {"ё": "е", "Ё": "Е"}
BEFORE_OPENING = frozenset(" \n([{—–-/«")

CYRILLIC_OF = dict(zip("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук", strict=True))
LATIN_OF = {there: here for here, there in CYRILLIC_OF.items()}
LETTERS = re.compile(r"[^\W\d_]+")
PLAIN = re.compile(r"[A-Za-z0-9 .,;:!?()/%\n-]*|[А-Яа-я0-9 .,;:!?()/%\n-]*")  # nothing in it is read as another sign


@dataclass(frozen=True)
class Normal:
    """The text as it is read; `at[n]` is where its sign number `n` was typed, and one more for the end."""

    text: str
    at: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` was typed, its accents and soft hyphens included."""
        # what was dropped behind a sign belongs to it
        return self.at[start], (self.at[end] if end > start else self.at[start])


@lru_cache(4096)
def normal(text: str) -> Normal:
    """Read a text: see the module's own words."""
    if PLAIN.fullmatch(text):
        return Normal(text, tuple(range(len(text) + 1)))
    signs: list[str] = []
    at: list[int] = []
    for n, sign in enumerate(text):
        if sign in NOTHING:
            continue
        if unicodedata.combining(sign):
            if signs and (made := unicodedata.normalize("NFC", signs[-1] + sign)) and len(made) == 1:
                signs[-1] = YO.get(made, made)
            continue  # a stress mark is nothing
        signs.append(_sign(sign, signs[-1] if signs else " ", text[n + 1 : n + 2]))
        at.append(n)
    at.append(len(text))
    return Normal(LETTERS.sub(lambda word: _one_alphabet(word[0]), "".join(signs)), tuple(at))


def _sign(sign: str, before: str, after: str) -> str:
    if sign.isalnum():
        return YO.get(sign, sign)
    if sign in SPACES:
        return " "
    if sign in OPENING:
        return "«"
    if sign in CLOSING:
        return "»"
    if sign in EITHER:
        if sign == "″" and before.isdigit():
            return sign  # inches
        return "«" if before in BEFORE_OPENING and after.strip() else "»"
    return SIGNS.get(sign, sign)


def _one_alphabet(word: str) -> str:
    """A word of two alphabets in the one that it is meant in; what could be neither stays."""
    if word.isascii():
        return word
    latin = [one for one in word if one.isascii()]
    if not latin:
        return word
    cyrillic = [one for one in word if "\u0400" <= one <= "\u04ff"]
    if not cyrillic:
        return word
    to_cyrillic = all(one in CYRILLIC_OF for one in latin)
    to_latin = all(one in LATIN_OF for one in cyrillic)
    if to_cyrillic and (not to_latin or len(cyrillic) >= len(latin)):
        return "".join(CYRILLIC_OF.get(one, one) for one in word)
    if to_latin:
        return "".join(LATIN_OF.get(one, one) for one in word)
    return word


@lru_cache(4096)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """What stands between quotation marks, marks included, as it was typed: outermost pairs only."""
    read, depth, start, found = normal(text), 0, 0, []
    for n, sign in enumerate(read.text):
        if sign == "«":
            start, depth = (n if not depth else start), depth + 1
        elif sign == "»" and depth:
            depth -= 1
            if not depth:
                found.append(read.back(start, n + 1))
    return tuple(found)
