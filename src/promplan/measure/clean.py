"""A text before its numbers and units are read: one blank, one dash, one degree sign, nothing unseen."""

import re
import unicodedata
from functools import lru_cache

BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n]")
CYRILLIC, LATIN = re.compile("[а-яё]+"), re.compile("[a-z]+")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u0300\u0301]")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("⋅•∙*", "·") | {"º": "°", "˚": "°", "ᵒ": "°"})
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
VULGAR = re.compile(r"(?:(\d+)\s?)?([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")


def _decimal(found: re.Match[str]) -> str:
    """«2½» as 2.5: a fraction in one sign."""
    return f"{int(found[1] or 0) + unicodedata.numeric(found[2]):.4g}"


@lru_cache(8192)
def clean(text: str) -> str:
    """The text with every sign in the one shape that the readers know."""
    text = VULGAR.sub(_decimal, text.translate(DASHES))
    text = unicodedata.normalize("NFKC", UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    return BLANKS.sub(" ", text).replace("μ", "µ").replace("−", "-").replace("℃", "°C")


# letters of one shape: Cyrillic → Latin
ALIKE = str.maketrans("АВСЕНКМОРТХУасеорхуіїІ", "ABCEHKMOPTXYaceopxyiiI")


def skeleton(text: str) -> str:
    """The text with look-alike letters of both alphabets made one."""
    return text.translate(ALIKE)


@lru_cache(8192)
def russian(text: str) -> bool:
    """Is it written in Cyrillic, by most of its letters?"""
    low = text.casefold()
    return sum(map(len, CYRILLIC.findall(low))) > sum(map(len, LATIN.findall(low)))
