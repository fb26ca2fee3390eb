"""Is a value worked out from its sentence: a difference, a sum, a product, a share, what comes every so often?"""

import math
import re
from collections.abc import Iterator
from itertools import combinations, permutations

from promplan.measure import registry
from promplan.measure.said import Said
from promplan.measure.shares import shares
from promplan.measure.unit import Unit
from promplan.review.same_number import named_alike, same, whole

COUNTS = {"", "[count]", "[shift]", "[ratio]"}  # by which another measure may be multiplied
ROUNDED = 0.006  # what was worked out is told with three figures
BOTH = re.compile(
    r"(?<!\w)(?:both|pair|twin|double|оба|обе|обоих|обеих|обоим|обеим|обоими|обеими|пар[аеуы])(?!\w)", re.IGNORECASE
)
ONE = re.compile(
    r"(?<!\w)(?:one|single|sole|один|одна|одно|одну|одного|одной|одному|одним|единственн\w+)(?!\w)", re.IGNORECASE
)
NONE = re.compile(
    r"(?<!\w)(?:no|none|not|never|nobody|without|zero|нет|ни|не|никто|никого|без|ноль|нуля|нулев\w+)(?!\w)",
    re.IGNORECASE,
)


def worked_out(value: float, unit: Unit, found: list[Said], statement: str, rounded: float = ROUNDED) -> bool:
    """Does the sentence's own arithmetic give the value, but for so much of it?"""
    if (value == 0 and NONE.search(statement)) or (value == 1 and ONE.search(statement)):
        return True
    amounts = [it for it in found if not it.year]
    figures = {value, value * unit.factor, registry.base(value, unit), registry.base(value, whole(unit))}
    results = [*_sums(unit, amounts, statement), *_quotients(registry.dimension(whole(unit)), amounts)]
    results += [*(one for _, one in products(unit, amounts)), *_shares(unit, amounts)]
    results += [*_years(unit, found), *_often(unit, amounts)]
    if any(math.isclose(here, one, rel_tol=rounded) for here in figures for one in results if one):
        return True
    return _part(value, unit, statement, amounts)


def _sums(unit: Unit, amounts: list[Said], statement: str) -> Iterator[float]:
    """Sums and differences of one measure; twice a number for both of two things."""
    here = [
        (it, registry.base(it.value, it.unit) if it.unit is not None else it.value)
        for it in amounts
        if it.unit is None or same(unit, it.unit)
    ]
    yield from (a + b for (_, a), (_, b) in combinations(here, 2))
    alike = [it for one, it in here if one.unit is None or named_alike(unit, one.unit)]
    yield from (abs(a - b) for a, b in combinations(alike, 2))
    if len(alike) > 2:
        yield math.fsum(alike)
    if BOTH.search(statement):
        yield from (2 * it for it in alike)


def products(unit: Unit, amounts: list[Said]) -> Iterator[tuple[Said, float]]:
    """Products that measure what the unit measures, in base units and whatever by, each with its first factor.

    Lines by shifts, so many in each; length by width by height.
    """
    own = registry.dimension(whole(unit))
    measured = [(it, _base(it), _dimension(it)) for it in amounts]
    for count in (2, 3):
        for factors in combinations(measured, count):
            kinds = [kind for _, _, kind in factors if kind not in COUNTS]
            if own in COUNTS if not kinds else own == (kinds[0] if len(kinds) == 1 else _power(kinds)):
                yield factors[0][0], math.prod(one for _, one, _ in factors)


def _base(it: Said) -> float:
    return it.value if it.unit is None else registry.base(it.value, whole(it.unit))


def _dimension(it: Said) -> str:
    """What it measures, whatever by: so many a day are so many."""
    return "" if it.unit is None else registry.dimension(whole(it.unit))


def _power(kinds: list[str]) -> str:
    """Lengths make an area or a volume; no other two measures are multiplied."""
    return f"[length] ** {len(kinds)}" if set(kinds) == {"[length]"} else ""


def _quotients(own: str, amounts: list[Said]) -> Iterator[float]:
    """So much of one thing on each of another."""
    for a, b in permutations(amounts, 2):
        if b.value and _dimension(b) in COUNTS and _dimension(a) in (own, ""):
            yield _base(a) / b.value


def _shares(unit: Unit, amounts: list[Said]) -> Iterator[float]:
    """One number in per cent of another, or times it, and by how much it is more or less."""
    if unit.expression not in ("percent", "times", "percentage_point"):
        return
    if unit.expression == "percentage_point":
        yield from (abs(a.value - b.value) for a, b in combinations(amounts, 2))
        return
    by = 100 if unit.expression == "percent" else 1
    for a, b in permutations([it.value for it in amounts], 2):
        if b:
            yield from (by * a / b, by * abs(a - b) / b)


def _years(unit: Unit, found: list[Said]) -> Iterator[float]:
    """From 1934 to 2026."""
    if unit.expression == "year":
        yield from (registry.base(abs(a.value - b.value), unit) for a, b in combinations(found, 2) if a.year and b.year)


def _often(unit: Unit, amounts: list[Said]) -> Iterator[float]:
    """One every 40 minutes is 36 a day: a rate from how often, and how often from a rate."""
    dimension = registry.dimension(unit)
    for it in amounts:
        if it.unit is None or not it.value:
            continue
        theirs = registry.dimension(it.unit)
        if (dimension, theirs) in (("[count] / [time]", "[time]"), ("[time]", "[count] / [time]")):
            there = registry.base(it.value, it.unit)
            yield from (count / there for count in {1.0, *(one.value for one in amounts if one is not it)})


def _part(value: float, unit: Unit, statement: str, amounts: list[Said]) -> bool:
    """Is the value a part that is told in words: "half of our 640 fitters", «каждый третий из 600»?"""
    here = registry.base(value, unit)
    wholes = [
        registry.base(it.value, it.unit) if it.unit else it.value
        for it in amounts
        if it.unit is None or same(unit, it.unit)
    ]
    return any(
        it.low * one <= part <= it.high * one  # the value of the sentence's whole, or the whole of its part
        for it in shares(statement)
        for there in wholes
        for part, one in ((here, there), (there, here))
    )
