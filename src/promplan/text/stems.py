"""Stems of words, dated data in `assets/words.toml`: one pattern a kind, for both languages at once."""

import re
from functools import cache

from promplan.text.listed import rows


@cache
def stems(kind: str) -> re.Pattern[str]:
    """A pattern of all stems of a kind, in both languages, each from the beginning of a word."""
    return re.compile(rf"{_first(kind)}(?<!\w)(?:{_listed(kind)})\w*", re.IGNORECASE)


@cache
def whole(kind: str) -> re.Pattern[str]:
    """The same for lists of whole words: *men*, and neither *mentor* nor *men's* nor *man-hour*."""
    return re.compile(rf"{_first(kind)}(?<![\w-])(?:{_listed(kind)})(?!\w|['’]\w|-[a-z])", re.IGNORECASE)


def _first(kind: str) -> str:
    """A look at the next letter alone, before all the stems are tried: most letters of a text begin none of them."""
    letters = sorted({re.escape(stem[0]) for stem in _stems(kind)})
    return f"(?=[{''.join(letters)}])"


def _listed(kind: str) -> str:
    return "|".join(map(re.escape, sorted(_stems(kind), key=len, reverse=True)))


@cache
def _stems(kind: str) -> tuple[str, ...]:
    return tuple(sorted(rows(kind)))
