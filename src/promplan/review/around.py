"""The words around numbers, from `assets/number_words.toml`: one pattern a kind, for both languages at once."""

import re
from functools import cache

from promplan import assets, toml


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    return toml.read(assets.folder() / "number_words.toml")


@cache
def listed(kind: str) -> str:
    """The words of a kind as one alternative, whole words each."""
    return rf"(?<!\w)(?:{'|'.join(one for language in ('en', 'ru') for one in _rows()[kind][language])})(?!\w)"


@cache
def around(kind: str) -> re.Pattern[str]:
    """A pattern that finds any word of a kind."""
    return re.compile(listed(kind), re.IGNORECASE)
