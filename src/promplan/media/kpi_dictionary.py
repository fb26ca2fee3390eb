"""The KPI dictionary as data: entries of assets/kpi.toml, read once, checked, and worded in the reader's language.

Names, formulas, units, AMEC levels [amec-2016], bounds, and what to say along with a number. Rates are fractions: 0.006
is a click-through rate of 0.6 %. A fault of the file is a `Problem` that names its place. Entries are found and
computed in `promplan.media.kpi`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from promplan import assets, toml
from promplan.language import LANGUAGES, Problem, Words, say
from promplan.media import checked
from promplan.media import formula as algebra

__all__ = ["Dictionary", "Kpi", "Level", "dictionary"]

Level = Literal["output", "out-take", "outcome", "impact"]
Told = Mapping[str, str]

LEVELS: tuple[Level, ...] = ("output", "out-take", "outcome", "impact")
COUNT, SHARE = (0.0, float("inf")), (0.0, 1.0)


@dataclass(frozen=True)
class Kpi:
    """One entry: `formula` as text over its `inputs`; a mere count is its own input.

    `unit` is a key of the dictionary's units; `bounds` are the lowest and highest value that can be; `short` is the
    abbreviation, and `also` holds other names, in either language, under which it is found. `source` is an id of
    `sources`, `confidence` "H" (read there), "M" (one page, or practice) or "L".

        >>> from promplan.media import find_kpi
        >>> ctr = find_kpi("CTR")
        >>> print(ctr.wording)
        CTR = clicks / impressions
        >>> ctr.inputs, ctr.unit, ctr.level, ctr.bounds
        (('clicks', 'impressions'), 'fraction', 'out-take', (0.0, 1.0))
    """

    id: str
    name: Told = field(hash=False)
    formula: str
    inputs: tuple[str, ...]
    unit: str
    level: Level
    bounds: tuple[float, float] = COUNT
    note: Told = field(default_factory=dict, hash=False)
    short: str = ""
    also: tuple[str, ...] = ()
    source: str = ""
    confidence: str = "M"

    @property
    def counted(self) -> bool:
        """Is it a mere count: read off a list or a counter, and computed from nothing?"""
        return self.formula == self.id

    @property
    def label(self) -> Words:
        """The abbreviation, or the name in the reader's language."""
        return _label(self)

    @property
    def wording(self) -> Words:
        """The formula with the names of its inputs in the reader's language: CTR = clicks / impressions."""
        return equation(self.id, self.formula)


@dataclass(frozen=True)
class Dictionary:
    """Everything in the file; `several` are names that mean more than one entry, `at_most` what cannot exceed what.

    >>> dictionary().told("reach")["ru"], dictionary().several["er"][:2]
    ('охват', ('er_post', 'err'))
    """

    kpis: tuple[Kpi, ...]
    inputs: Mapping[str, Told]
    units: Mapping[str, Told]
    identities: tuple[tuple[str, str], ...]
    at_most: tuple[tuple[str, str, str], ...]
    several: Mapping[str, tuple[str, ...]]
    by_id: Mapping[str, Kpi]

    def told(self, name: str) -> Told:
        """The name of an entry or an input in both languages."""
        return self.by_id[name].name if name in self.by_id else self.inputs[name]


@cache
def dictionary() -> Dictionary:
    """The course's dictionary."""
    return read(assets.folder() / "kpi.toml")


def read(file: Path) -> Dictionary:
    """A dictionary from its file.

    Raises:
        Problem: the place and what is wrong there: an entry that lacks something or has something unknown, a formula
            that cannot be read or names what is not there, a name in one language only.
    """
    try:
        raw = toml.read(file)
    except tomllib.TOMLDecodeError as fault:
        raise Problem(say("{file}: {fault}. Correct the file there.", file=file.name, fault=str(fault))) from fault
    reading = _Reading(file.name)
    units, notes, inputs = (
        {name: reading.told(text, f"{part}.{name}") for name, text in raw.get(part, {}).items()}
        for part in ("units", "notes", "inputs")
    )
    kpis = tuple(reading.entry(n, one, units, notes) for n, one in enumerate(raw.get("kpi", ()), 1))
    by_id: dict[str, Kpi] = {}
    for one in kpis:
        if one.id in by_id or one.id in inputs:
            raise reading.wrong(one.id, "this id is there twice")
        by_id[one.id] = one
    known = {*by_id, *inputs}
    for one in kpis:
        reading.formula(one.formula, one.id, known)
    identities = []
    for one in raw.get("identity", ()):
        reading.formula(one["formula"], f"identity {one['id']}", known)
        identities.append((one["id"], one["formula"]))
    at_most = tuple((one["small"], one["large"], one["rule"]) for one in raw.get("at_most", ()))
    several = {name: tuple(ids) for name, ids in raw.get("several", {}).items()}
    named = [*(id_ for ids in several.values() for id_ in ids), *(id_ for id_, _ in identities)]
    for name in (*named, *(each for small, large, _ in at_most for each in (small, large))):
        if name not in known:
            raise reading.wrong(name, "no entry and no input is called that")
    return Dictionary(kpis, inputs, units, tuple(identities), at_most, several, by_id)


class _Reading:
    """The checks of a file, each naming the place."""

    KEYS = frozenset(
        {"id", "name", "short", "formula", "unit", "level", "bounds", "also", "note", "source", "confidence"}
    )

    def __init__(self, file: str) -> None:
        self.file = file

    def wrong(self, place: str, why: str) -> Problem:
        # for those who keep the file, in the language of its keys
        return Problem(Words("{file}, {place}: {why}.", {"file": self.file, "place": place, "why": why}))

    def told(self, text: Any, place: str) -> Told:
        if (
            not isinstance(text, dict)
            or set(text) != set(LANGUAGES)
            or not all(str(one).strip() for one in text.values())
        ):
            raise self.wrong(place, "a text is needed in both languages, { en = …, ru = … }")
        return text

    def entry(self, n: int, raw: dict[str, Any], units: Mapping[str, Told], notes: Mapping[str, Told]) -> Kpi:
        id_ = raw.get("id")
        if not isinstance(id_, str) or not id_.isidentifier():
            raise self.wrong(f"entry {n}", "it needs an id, one word")
        place = f"entry {n} ({id_})"
        if strangers := set(raw) - self.KEYS:
            raise self.wrong(place, f"unknown: {', '.join(sorted(strangers))}")
        for needed, choices in (("unit", units), ("level", LEVELS), ("confidence", "HML")):
            if raw.get(needed) not in tuple(choices):
                raise self.wrong(place, f"{needed} is one of {', '.join(choices)}, not {raw.get(needed)!r}")
        for text in ("formula", "short", "source"):
            if not isinstance(raw.get(text, ""), str):
                raise self.wrong(place, f"{text} is a text")
        bounds = raw.get("bounds", COUNT)
        if len(bounds) != 2 or not all(isinstance(one, float) for one in bounds) or not bounds[0] < bounds[1]:
            raise self.wrong(place, "bounds are two numbers with a point, the lower first")
        note = raw.get("note", {})
        if isinstance(note, str):
            if note not in notes:
                raise self.wrong(place, f"there is no note “{note}”")
            note = notes[note]
        elif note:
            note = self.told(note, f"{place}, note")
        formula = raw.get("formula", id_)
        try:
            inputs = tuple(sorted(algebra.inputs(formula), key=formula.index))
        except Problem as fault:
            raise self.wrong(place, str(fault).rstrip(".")) from fault
        return Kpi(
            id=id_,
            name=self.told(raw.get("name"), f"{place}, name"),
            formula=formula,
            inputs=inputs,
            unit=raw["unit"],
            level=raw["level"],
            bounds=(bounds[0], bounds[1]),
            note=note,
            short=raw.get("short", ""),
            also=checked.names(raw.get("also", ()), Words(f"{self.file}, {place}, also")),
            source=raw.get("source", ""),
            confidence=raw["confidence"],
        )

    def formula(self, formula: str, place: str, known: set[str]) -> None:
        if strangers := algebra.inputs(formula) - known:
            raise self.wrong(place, f"its formula names {', '.join(sorted(strangers))}, which is nowhere")
        try:
            algebra.value(formula, dict.fromkeys(algebra.inputs(formula), 1.0))
        except algebra.NothingBelow:
            pass
        except Problem as fault:
            raise self.wrong(place, str(fault).rstrip(".")) from fault


def label(name: str) -> Words:
    """The abbreviation of an entry, or its name, or that of an input, in the reader's language."""
    entry = dictionary().by_id.get(name)
    return _label(entry) if entry else Words("{name}", {"name": dictionary().inputs[name]})


def _label(entry: Kpi) -> Words:
    return Words(entry.short) if entry.short else Words("{name}", {"name": entry.name})


def named(name: str) -> Words:
    """The name in full, behind its abbreviation if it has one: CTR (click-through rate)."""
    entry = dictionary().by_id.get(name)
    short = entry.short if entry else ""
    return Words("{short} ({name})" if short else "{name}", {"short": short, "name": dictionary().told(name)})


def listed(words: Iterable[Words], between: str = "; ") -> Words:
    """Several words in a row, still waiting for their language."""
    values = {f"w{n}": one for n, one in enumerate(words)}
    return Words(between.join(f"{{{name}}}" for name in values), values)


def equation(id_: str, formula: str) -> Words:
    """`ctr` and `clicks / impressions` as a line to read, its names in the language of the reader."""
    right = worded(formula)
    return right if formula == id_ else Words("{left} = {right}", {"left": label(id_), "right": right})


def worded(formula: str) -> Words:
    """A formula's text with the names of its inputs in the language of the reader."""
    names = algebra.inputs(formula)
    parts = formula.replace("(", "( ").replace(")", " )").split()
    text = " ".join(f"{{{part}}}" if part in names else part for part in parts)
    text = text.replace("( ", "(").replace(" )", ")").replace("*", "·").replace(" - ", " − ")
    return Words(text, {name: label(name) for name in names})
