"""Standards that were replaced: whether a sentence names one whose successor was in force on a day."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from promplan import assets, toml

NATIONAL = r"(?<!ГОСТ )(?<!ГОСТ Р )(?<!GOST )(?<!GOST R )"


@dataclass(frozen=True)
class Standard:
    """A standard, the one in its place, and since when."""

    old: str
    new: str
    since: date
    pattern: re.Pattern[str]


@cache
def standards() -> tuple[Standard, ...]:
    """All that are listed in `assets/standards.toml`."""
    rows = toml.read(assets.folder() / "standards.toml")["replaced"]
    return tuple(Standard(one["old"], one["new"], one["since"], _pattern(one["old"])) for one in rows)


def replaced(sentence: str, day: date) -> Standard | None:
    """The first standard in it that had been replaced by that day, unless its successor is named beside it."""
    for one in standards():
        if one.since <= day and one.pattern.search(sentence) and not _pattern(one.new).search(sentence):
            return one
    return None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """«ISO 10816-3», «ИСО 10816-3:2009»: the number with or without its year, and no national standard."""
    body, number = name.partition(":")[0].split(" ", 1)
    return re.compile(rf"{NATIONAL}\b(?:{body}|ИСО)[ \u00a0]{re.escape(number)}(?![\d-])", re.IGNORECASE)
