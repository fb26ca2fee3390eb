"""Which column of somebody's sheet of the calendar holds what: by the heads; a reader may choose otherwise.

A head is known by the label of our own forms and by the words of `assets/calendar_columns.toml` (`sheet_heads`).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.export.calendar_columns import CODE, CODE_HEAD, COLUMNS, NUMBER, NUMBER_HEAD
from promplan.export.sheet_heads import Heads, folded, left, listed, once
from promplan.language import Problem, Words, say

__all__ = ["checked", "folded", "guessed", "left", "names", "read", "score"]

NEEDED = ("title", CODE)  # without one of these nobody knows which piece a row is about


def read() -> dict[str, Any]:
    """The file of heads and of words in cells."""
    return _read()


@cache
def _read() -> dict[str, Any]:
    return toml.read(assets.folder() / "calendar_columns.toml")


@cache
def _heads() -> Heads:
    own = {**{one.key: one.words for one in COLUMNS}, NUMBER: NUMBER_HEAD, CODE: CODE_HEAD}
    return Heads(_read()["heads"], own)


def score(heads: Sequence[str]) -> int:
    """How many different fields a row of heads names."""
    return _heads().score(heads)


def guessed(heads: Sequence[str]) -> dict[int, str]:
    """The field of each column, by its place; the first of two that are called alike."""
    return _heads().guessed(heads)


def checked(heads: Sequence[str], mapping: Mapping[int, str]) -> None:
    """Raise a `Problem` where no column says which piece a row is about, or two say the same."""
    once(mapping, names())
    if any(one in mapping.values() for one in NEEDED):
        return
    raise Problem(
        say(
            "Nothing in this sheet says which piece a row is about: a column with the title is missing. Its heads are "
            "{heads}. Say which column holds the title, or write the heads over the columns.",
            heads=listed(heads),
        )
    )


def names() -> dict[str, Words]:
    """Every field that a column may hold, in words."""
    return {CODE: CODE_HEAD, NUMBER: NUMBER_HEAD, **{one.key: one.words for one in COLUMNS}}
