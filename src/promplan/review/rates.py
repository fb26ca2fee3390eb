"""Benchmark conversion rates: the cap of each kind of step, dated data in `assets/rates.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from promplan import assets, toml


@dataclass(frozen=True)
class Cap:
    """The highest rate that is still believed, as a fraction, for a kind of step; `way` says from what to what."""

    id: str
    way: Mapping[str, str]
    cap: float
    source: str
    confidence: str
    counted: re.Pattern[str]
    before: re.Pattern[str]
    unless: re.Pattern[str]


@cache
def caps() -> tuple[Cap, ...]:
    """Every cap, in the order in which they are tried."""
    raw = toml.read(assets.folder() / "rates.toml")
    return tuple(
        Cap(
            one["id"],
            one["way"],
            one["cap"],
            one["source"],
            one["confidence"],
            _pattern(one["from"]),
            _pattern(one["to"]),
            _pattern(one["unless"]),
        )
        for one in raw["cap"]
    )


def fitting(counted: str, before: str) -> Cap | None:
    """The cap of the step that leads from what is `counted` in it to what is counted `before`; None for most steps."""
    for one in caps():
        if one.counted.search(counted) and one.before.search(before) and not one.unless.search(counted):
            return one
    return None


def _pattern(listed: Mapping[str, Any]) -> re.Pattern[str]:
    """Both languages' words in one pattern; a trailing hyphen marks a stem, a word without one stands whole."""
    words = [word for language in ("en", "ru") for word in listed[language]]
    said = "|".join(re.escape(word[:-1]) + r"\w*" if word.endswith("-") else re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)
