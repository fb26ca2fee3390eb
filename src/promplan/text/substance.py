"""Empty text: what a field holds that says nothing, though it is not empty. Certain faults, doubtful ones, repeats.

Certain is what needs no reading: signs that nobody sees, no letter, one word where a sentence belongs. Keys struck
at random and words of the placeholder kind are doubtful: an abbreviation may look like them.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Literal

from promplan.text.lengths import words
from promplan.text.listed import phrases
from promplan.text.stems import whole

Kind = Literal["sentence", "phrase", "number", "name", "person", "unit"]
Flaw = Literal["unseen", "wordless", "short", "doubtful"]

CERTAIN: frozenset[Flaw] = frozenset({"unseen", "wordless", "short"})
HIDDEN = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}  # letters and signs by their category, and yet not seen
NO_INK = {"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"}
UNIT_SIGNS = set("%‰°′″№")
CODE = re.compile(r"\d[A-ZА-ЯЁ]|[A-ZА-ЯЁ]-?\d")  # 3D, 1С, B2B, А-1
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
ROWS = "|".join((*KEYS, *(row[::-1] for row in KEYS)))
VOWELS = re.compile("[aeiouyà-æè-ïò-öù-ýаеёиоуыэюяіїєў]")
LETTERS = 5  # of which a sentence has at least as many
LONG = 4  # letters from which a word has a vowel, and a run of keys is no accident
NUMBER = {"phrase": 5, "number": 2}  # digits that may stand alone: a telephone number; 112, 03, hours, a title
LIKE = 6  # words from which two sentences are nearly the same when they differ in one


def blank(text: str) -> bool:
    """Is there nothing to see: no sign, or only spaces, marks without a letter and signs without ink?"""
    if "!" <= text[:1] <= "~" or "А" <= text[:1] <= "я":  # as nearly every text begins
        return False
    return not any(unicodedata.category(one) not in NO_INK and one not in HIDDEN for one in text)


@lru_cache(16_384)
def unnamed(text: str) -> bool:
    """Does it only say that nothing stands there yet: "tbd", "not named yet", «не назначен», a dash?"""
    bare = " ".join(text.split()).strip(" .…,;:!?()[]<>_*-–—")
    return bool(text.strip()) and (not bare or phrases("unnamed").fullmatch(bare) is not None)


@lru_cache(16_384)  # a plan's texts are read again at every keystroke, and all but one are what they were
def flaw(kind: Kind, text: str) -> Flaw | None:
    """Why the text says nothing, or None; an empty field has no flaw, it is empty.

    A person may be called «Ю», a place may not; a unit needs no letter; a phrase may be a telephone number, and where
    a number is asked for, "112" and "9–18" say all.
    """
    if blank(text):
        return "unseen" if text.strip(" \t\r\n") else None
    letters = [one for one in text if one.isalpha()]
    if kind == "unit":
        seen = any(one.isalnum() or one in UNIT_SIGNS or unicodedata.category(one)[0] == "S" for one in text)
        return None if seen else "wordless"
    if kind == "person":
        return "wordless" if not letters or (len(letters) == 1 and letters[0].islower()) else _doubtful(kind, text)
    if not letters:
        digits = sum(one.isdigit() for one in text)
        return None if kind in NUMBER and digits >= NUMBER[kind] else "wordless"
    said = words(text)
    if kind == "sentence":
        if len(letters) < LETTERS or len(said) < 2:
            return "short"
    elif not any(sum(map(str.isalpha, one)) > 1 for one in said) and not CODE.search(text):
        return "wordless"
    return _doubtful(kind, text)


def _doubtful(kind: Kind, text: str) -> Flaw | None:
    """Does it look like keys struck at random, one word over and over, or a word that only holds a place?"""
    said = [one for one in words(text) if any(map(str.isalpha, one))]
    if not said:
        return None
    often = Counter(one.casefold() for one in said)
    if len(said) > 1 and len(often) * 3 <= len(said) + (len(often) == 1):
        return "doubtful"
    if all(whole("placeholder").fullmatch(one) for one in said):
        return "doubtful"
    odd = sum(_odd(one, vowels=kind in ("sentence", "phrase", "number")) for one in said)
    return "doubtful" if odd * 2 > len(said) else None


def _odd(word: str, *, vowels: bool) -> bool:
    """A run of keys, one letter three times, or four letters without a vowel; capitals alone are an abbreviation."""
    if word.isupper():
        return False
    low = word.casefold()
    low = low if low.isalpha() else "".join(one for one in low if one.isalpha())
    if len(low) > 2 and len(set(low)) == 1:
        return True
    return len(low) >= LONG and (low in ROWS or (vowels and not VOWELS.search(low)))


@lru_cache(16_384)
def shape(text: str) -> str:
    """What is left of a text for a comparison: its words, without case, marks, punctuation and ё; NFKC."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(
        re.findall(r"\w+", "".join(one for one in plain if unicodedata.category(one) not in NO_INK - {"Zs"}))
    )


@lru_cache(16_384)
def likenesses(text: str) -> tuple[str, ...]:
    """Keys of which two nearly equal texts share one: the same words in another order, or all but one of them.

    Numbers and names are words: "14 presses" and "15 presses" are two facts, unless five other words are the same.
    """
    said = sorted(shape(text).split())
    if len(said) < 2:
        return ()
    keys = [" ".join(said)]
    if len(said) >= LIKE:
        keys += [" ".join(said[:n] + said[n + 1 :]) for n, one in enumerate(said) if not one.isdigit()]
    return tuple(dict.fromkeys(keys))
