"""How long a text is, and in which alphabet: its words, its sentences, its script, and words of two alphabets."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from promplan.text.listed import rows

Script = Literal["en", "ru", "mixed", "none"]

LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
CYRILLIC = "\u0400-\u04ff"
MIXED = 0.20  # from this share of letters on, the second alphabet counts

# bounded, so that no string makes them slow
ADDRESS = re.compile(
    r"https?://\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63})+(?:/\S*)?",
    re.IGNORECASE,
)
LETTER = r"(?:[^\W_]|[\u0300-\u036f\u00ad])"  # with a stress mark or a soft hyphen on it
WORD = re.compile(
    # an address, a number with its marks, or letters with a hyphen or an apostrophe between them
    rf"{ADDRESS.pattern}|\d+(?:[.,\u00a0\u202f]\d+)+|[^\W_]{LETTER}*(?:[-‐‑'’]{LETTER}+)*",
    re.IGNORECASE,
)
TOUCHING = re.compile(f"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]")
_CLOSERS = "»”’\"')]"
_OPENERS = " \t\u00a0«“„\"'([—–-"


def words(text: str) -> list[str]:
    """The words in their order: numbers count, an address or a compound with hyphens is one word."""
    return list(_words(text))


@lru_cache(2048)  # a plan's texts are read again at every keystroke, and all but one are what they were
def _words(text: str) -> tuple[str, ...]:
    return tuple(one[0] for one in WORD.finditer(text))


def sentences(text: str) -> list[str]:
    """The sentences that hold a word. A line ends one; an abbreviation, an initial and a decimal point do not."""
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for stop in re.finditer(r"[.!?…]+|\n+", text):
        end = stop.end()
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        if _ends(text, stop, end):
            if WORD.search(text, start, end):
                yield text[start:end].strip()
            start = end
    if WORD.search(text, start):
        yield text[start:].strip()


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    if "\n" in stop[0] or end == len(text):
        return True
    ahead = text[end : end + 12]
    if not ahead[0].isspace():
        return False
    if ahead.lstrip(_OPENERS)[:1].islower():
        return False
    if stop[0] != ".":
        return True
    before = re.search(r"[^\W_]+$", text[max(0, stop.start() - 12) : stop.start()])
    if before is None:
        return True
    initial = len(before[0]) == 1 and before[0].isalpha()
    return not initial and before[0].casefold() not in _short()


@cache
def _short() -> frozenset[str]:
    return frozenset(rows("abbreviation"))


def script(text: str) -> Script:
    """The text's alphabet: `ru` for Cyrillic, `en` for Latin, `mixed` when both have 20 % or more of the letters."""
    latin = _letters(LATIN, text)
    cyrillic = _letters(CYRILLIC, text)
    if not latin + cyrillic:
        return "none"
    if min(latin, cyrillic) >= MIXED * (latin + cyrillic):
        return "mixed"
    return "ru" if cyrillic > latin else "en"


def _letters(alphabet: str, text: str) -> int:
    return sum(map(len, re.findall(f"[{alphabet}]+", text)))


def two_alphabets(text: str) -> bool:
    """Are there Latin and Cyrillic letters, be it one of either? Quicker than all that asks more closely."""
    return bool(re.search(f"[{LATIN}]", text) and re.search(f"[{CYRILLIC}]", text))


# letters of the two alphabets that nobody can tell apart, each with the other
ALIKE = str.maketrans("AaBCcEeHKMOoPpTXxyАаВСсЕеНКМОоРрТХху", "АаВСсЕеНКМОоРрТХхуAaBCcEeHKMOoPpTXxy")


def unmixed(text: str) -> str:
    """The text with each mixed word in one alphabet, where its letters can be only those of one."""
    return WORD.sub(lambda hit: _in_one(hit[0]) if TOUCHING.search(hit[0]) else hit[0], text)


def _in_one(word: str) -> str:
    turned = {re.sub(f"[{strange}]+", lambda one: one[0].translate(ALIKE), word) for strange in (LATIN, CYRILLIC)}
    pure = [one for one in turned if not two_alphabets(one)]
    return pure[0] if len(pure) == 1 else word


def mixed_words(text: str) -> list[str]:
    """Words in which a Latin letter touches a Cyrillic one: a slip of the keyboard that no reader sees.

    «QR-код» is none: the hyphen parts the alphabets.
    """
    return [one for one in words(text) if TOUCHING.search(one)] if two_alphabets(text) else []
