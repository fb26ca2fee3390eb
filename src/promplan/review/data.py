"""Reference data of the rules: plausible ranges, read from the assets, and what kind of number a fact may hold."""

import re
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any

from promplan import assets, toml
from promplan.measure import registry
from promplan.measure.clean import russian
from promplan.measure.spelling import spellings
from promplan.measure.unit import PEOPLE, Unit, read
from promplan.text.normal import normal

PERSONS = "people:"  # any word for persons, in the rows of magnitudes


@dataclass(frozen=True)
class Magnitude:
    """A plausible range: `low` to `high` in `unit`; `pair` is the quantity it is swapped with most easily.

    `never` says that nature or the calendar forbids what lies outside; `words` tell that a fact speaks of this kind.
    """

    id: str
    name: dict[str, str]
    unit: str
    low: float
    high: float
    source: str
    confidence: str
    pair: str = ""
    sensitive: bool = False
    never: bool = False
    hint: dict[str, str] | None = None
    hint_low: dict[str, str] | None = None
    hint_high: dict[str, str] | None = None
    words: dict[str, list[str]] = field(default_factory=dict)
    unless: dict[str, list[str]] = field(default_factory=dict)
    unless_low: float | None = None
    unless_high: float | None = None

    @cached_property
    def measured(self) -> Unit:
        """The unit of its bounds."""
        unit = read(self.unit)
        assert unit is not None, self.unit
        return unit

    def bounds(self, text: str) -> tuple[float, float]:
        """The range, in its unit, for a fact that says `text`."""
        if _any(self.unless, text):
            return (
                self.low if self.unless_low is None else self.unless_low,
                self.high if self.unless_high is None else self.unless_high,
            )
        return self.low, self.high


@cache
def _toml(name: str) -> dict[str, Any]:
    return toml.read(assets.folder() / name)


@cache
def magnitudes() -> dict[str, Magnitude]:
    """Every range that a team may choose, by its id."""
    return {one["id"]: Magnitude(**one) for one in _toml("magnitudes.toml")["magnitude"]}


@cache
def sense() -> tuple[Magnitude, ...]:
    """Ranges of common sense, asked where no kind is chosen."""
    return tuple(Magnitude(**one) for one in _toml("magnitudes.toml")["sense"])


def base(value: float, unit: str) -> tuple[str, float] | None:
    """`value` in its dimension's base unit, with the dimension; None where the unit is not understood."""
    known = read(unit)
    return None if known is None else (registry.dimension(known), registry.base(value, known))


@lru_cache(4096)
def proposed(text: str, unit: str) -> tuple[Magnitude, ...]:
    """The kinds that a fact's words and unit speak of, the narrowest first."""
    known = read(unit)
    if known is None:
        return ()
    kinds = _by_dimension().get(registry.dimension(known), ())
    if registry.dimension(known) == "[mass]":  # a load in tonnes is a force
        kinds = (*kinds, *_by_dimension().get(registry.dimension(registry.weight(known)), ()))
    return tuple(one for one in kinds if _counts(known.counted, one.measured.counted) and _any(one.words, text))


def _counts(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Is the counted thing the kind's? Pieces may be wagons, and are never people."""
    return registry.alike(here, there) and (PEOPLE not in there or PEOPLE in here)


@cache
def _by_dimension() -> dict[str, list[Magnitude]]:
    found: dict[str, list[Magnitude]] = {}
    for one in (*magnitudes().values(), *sense()):
        if one.words:
            found.setdefault(registry.dimension(one.measured), []).append(one)
    return found


def _any(words: dict[str, list[str]], text: str) -> bool:
    """Does one of the rows stand in the text, of those in its own language?"""
    return bool(words) and any(_stands(one, text) for one in words["ru" if russian(text) else "en"])


def _stands(row: str, text: str) -> bool:
    """Do all words of a row stand in the text, and none of those behind a minus?"""
    wanted, without = _row(row)
    low, lines = _lines(text)
    if any(word not in low for word in wanted if word != PERSONS):  # so it is with nearly all rows
        return False
    if any(_pattern(word).search(low) for word in without):
        return False
    # all of them in the sentence, or all in the line that says what is measured
    return any(all(_pattern(word).search(line) for word in wanted) for line in lines)


@lru_cache(4096)
def _lines(text: str) -> tuple[str, list[str]]:
    low = normal(text).text.casefold()
    return low, low.split("\n")


@cache
def _row(row: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that a row wants, and those that it does not."""
    words = [word.replace("ё", "е") for word in row.split(" + ") if word != "*"]
    return (
        tuple(word for word in words if not word.startswith("-")),
        tuple(word[1:] for word in words if word.startswith("-")),
    )


@cache
def _pattern(word: str) -> re.Pattern[str]:
    if word == PERSONS:
        persons = sorted({one[0] for one, named in spellings().stems.items() if named.counted == PEOPLE})
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, persons))})\w{{0,4}}(?!\w)")
    short = len(word) <= 4 and word.isascii() and word.isalpha()
    return re.compile(rf"(?<!\w){re.escape(word)}" + (r"(?:s|es|d|ed|ing)?(?!\w)" if short else ""))
