"""Stems of words, dated data in `assets/words.toml`: one pattern a kind, for both languages at once."""

import re
import tomllib
from functools import cache

from promplan import assets


@cache
def stems(kind: str) -> re.Pattern[str]:
    """A pattern of all stems of a kind, in both languages, each from the beginning of a word."""
    return re.compile(rf"(?<!\w)(?:{_listed(kind)})\w*", re.IGNORECASE)


@cache
def whole(kind: str) -> re.Pattern[str]:
    """The same for lists of whole words: *men*, and neither *mentor* nor *men's* nor *man-hour*."""
    return re.compile(rf"(?<![\w-])(?:{_listed(kind)})(?!\w|['’]\w|-[a-z])", re.IGNORECASE)


def _listed(kind: str) -> str:
    rows = tomllib.loads((assets.folder() / "words.toml").read_text(encoding="utf-8"))[kind]
    found = sorted({stem for language in ("en", "ru") for stem in rows[language]}, key=len, reverse=True)
    return "|".join(map(re.escape, found))
