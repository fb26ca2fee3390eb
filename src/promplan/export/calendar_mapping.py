"""Which column of somebody's sheet holds what: by the heads, in both languages; a reader may choose otherwise.

A head is known by the label of our own forms and by the words of `assets/calendar_columns.toml`, without case, signs
and endings in brackets. What is not known is left aside and said.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.export.calendar_columns import CODE, CODE_HEAD, COLUMNS, NUMBER, NUMBER_HEAD
from promplan.language import LANGUAGES, Problem, Words, say

NEEDED = ("title", CODE)  # without one of these nobody knows which piece a row is about
ASIDE = re.compile(r"\(.*?\)|[^\w№]+|_")


def read() -> dict[str, Any]:
    """The file of heads and of words in cells."""
    return _read()


@cache
def _read() -> dict[str, Any]:
    return toml.read(assets.folder() / "calendar_columns.toml")


def folded(text: str) -> str:
    """A head as it is compared: small letters, no signs, е for ё."""
    return " ".join(ASIDE.sub(" ", text.casefold().replace("ё", "е")).split())


@cache
def _known() -> dict[str, str]:
    """Each head by which a field is known."""
    found = {folded(one): key for key, heads in _read()["heads"].items() for one in heads}
    for column in COLUMNS:  # our own words come last, and win
        found |= {folded(column.words.into(speech)): column.key for speech in LANGUAGES}
    found |= {folded(NUMBER_HEAD.into(speech)): NUMBER for speech in LANGUAGES}
    return found | {folded(CODE_HEAD.into(speech)): CODE for speech in LANGUAGES}


def key_of(head: str) -> str:
    """The field that a head stands for; "" for none."""
    return _known().get(folded(head), "")


def score(heads: Sequence[str]) -> int:
    """How many different fields a row of heads names: the row with most is the one with the heads."""
    return len({key_of(one) for one in heads if one} - {""})


def guessed(heads: Sequence[str]) -> dict[int, str]:
    """The field of each column, by its place; the first of two that are called alike."""
    found: dict[int, str] = {}
    for place, head in enumerate(heads):
        key = key_of(head) if head else ""
        if key and key not in found.values():
            found[place] = key
    return found


def checked(heads: Sequence[str], mapping: Mapping[int, str]) -> None:
    """Raise a `Problem` where no column says which piece a row is about, or two say the same."""
    chosen = list(mapping.values())
    for key in chosen:
        if chosen.count(key) > 1:
            raise Problem(
                say(
                    "Two columns are said to hold the same: {what}. Choose one of them.",
                    what=str(names().get(key, key)),
                )
            )
    if any(one in chosen for one in NEEDED):
        return
    listed = ", ".join(f"“{one}”" for one in heads if one)[:300]
    raise Problem(
        say(
            "Nothing in this sheet says which piece a row is about: a column with the title is missing. Its heads are "
            "{heads}. Say which column holds the title, or write the heads over the columns.",
            heads=listed or say("empty"),
        )
    )


def names() -> dict[str, Words]:
    """Every field that a column may hold, in words."""
    return {CODE: CODE_HEAD, NUMBER: NUMBER_HEAD, **{one.key: one.words for one in COLUMNS}}


def left(heads: Sequence[str], mapping: Mapping[int, str]) -> list[str]:
    """The heads of columns that nothing was read from."""
    return [head for place, head in enumerate(heads) if head and place not in mapping]
