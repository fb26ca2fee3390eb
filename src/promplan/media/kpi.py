"""The KPI dictionary at work: find an entry, compute it, see what follows from what, and whether numbers agree.

Standard library only. A formula is written once, as text over the names of its inputs (`promplan.media.kpi_entries`),
and everything else is read from it. Rates are fractions, money is in the plan's own currency.
"""

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from promplan.language import Problem, Words, say
from promplan.media import formula as algebra
from promplan.media.kpi_entries import (
    AT_MOST,
    BY_ID,
    COUNT,
    IDENTITIES,
    INPUTS,
    KPIS,
    LEVELS,
    SEVERAL,
    SHARE,
    UNITS,
    Kpi,
    Level,
    equation,
    listed,
    named,
    worded,
)

__all__ = [
    "IDENTITIES",
    "INPUTS",
    "KPIS",
    "LEVELS",
    "UNITS",
    "Calculated",
    "Identity",
    "Kpi",
    "Level",
    "calculator",
    "candidates",
    "compute",
    "identities",
    "kpi",
    "levels",
    "listed",
    "pooled",
]

EQUATIONS: tuple[tuple[str, str], ...] = (*((one.id, one.formula) for one in KPIS if not one.counted), *IDENTITIES)
SLIP = 1e-9  # what floating point may add to a bound


@dataclass(frozen=True)
class Identity:
    """One check: `left` is what was given for `id`, `right` what the formula makes of the other numbers.

    `gap` is (left - right) / right: 0.05 where the left side is 5 % too high; `holds` if it is within the tolerance.
    """

    id: str
    formula: str
    left: float
    right: float
    gap: float
    holds: bool

    @property
    def said(self) -> Words:
        """The check as a sentence."""
        formula = equation(self.id, self.formula)
        left, right = (float(f"{side:.6g}") for side in (self.left, self.right))
        if self.holds:
            return say("{formula} holds: {left} and {right}.", formula=formula, left=left, right=right)
        if not math.isfinite(self.gap):
            return say("{formula} fails: {left} and {right}.", formula=formula, left=left, right=right)
        gap = float(f"{100 * self.gap:.3g}")
        return say(
            "{formula} fails: {left} and {right}, {gap} % off.", formula=formula, left=left, right=right, gap=gap
        )


@dataclass(frozen=True)
class Calculated:
    """Everything that follows from what is known.

    values: every number, the known ones included, by id of a KPI or name of an input.
    derived: for each new number the equation it was taken from.
    missing: for each KPI that does not follow the inputs that are missing.
    refused: numbers that would follow and cannot be, each with the reason.
    contradictions: the checks that fail; with any of them no derived number is worth much.
    """

    values: Mapping[str, float]
    derived: Mapping[str, Words]
    missing: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, Words]
    contradictions: tuple[Identity, ...]


def candidates(name: str) -> tuple[Kpi, ...]:
    """The entries that a name may mean: one, several (ER is four), or none.

    The name is an id, an abbreviation or a name in either language; case, hyphens, ё and spaces do not matter.
    """
    return _names().get(_plain(name), ())


def kpi(name: str) -> Kpi:
    """The entry of that id, abbreviation or name in either language.

    Raises:
        Problem: there is none, with the nearest; or there are several, as with ER, which has no standard formula.
    """
    found = candidates(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(
            say(
                "“{name}” has several formulas: {known}. Name the one you mean.",
                name=name,
                known=listed(one.wording for one in found),
            )
        )
    near = difflib.get_close_matches(_plain(name), _names(), n=3, cutoff=0.6)
    close = dict.fromkeys(one for key in near for one in _names()[key])
    if close:
        raise Problem(
            say(
                "The KPI dictionary has no “{name}”. Nearest: {known}.",
                name=name,
                known=listed(named(one.id) for one in close),
            )
        )
    raise Problem(
        say(
            "The KPI dictionary has no “{name}”. It has: {known}.",
            name=name,
            known=listed(one.label for one in KPIS),
        )
    )


def levels() -> dict[Level, tuple[Kpi, ...]]:
    """The entries by AMEC's levels: output, out-take, outcome, impact."""
    return {level: tuple(one for one in KPIS if one.level == level) for level in LEVELS}


def compute(id: str, /, **inputs: float) -> float:
    """One KPI from its inputs: `compute("ctr", clicks=900, impressions=150_000)` is 0.006.

    Other known numbers may be given along; they are not used, but checked against each other.

    Args:
        id: as for `kpi`.
        inputs: numbers by the names in `Kpi.inputs`; rates as fractions.

    Raises:
        Problem: an input is missing, unknown, no number or out of its bounds; a denominator is not above 0 (KPI-1), a
            rate does not lie within 0 and 1 (KPI-2), the reach exceeds the impressions (KPI-3), or the clicks do
            (KPI-4).
    """
    entry = kpi(id)
    values = {name: _number(name, value) for name, value in inputs.items()}
    if missing := [one for one in entry.inputs if one not in values]:
        raise Problem(
            say(
                "{formula}. Missing: {missing}.",
                formula=entry.wording,
                missing=listed((named(one) for one in missing), ", "),
            )
        )
    for name, value in values.items():
        _bounded(name, value)
    found = _value(entry, values)
    if fault := _impossible(values):
        raise Problem(fault)
    _bounded(entry.id, found)
    return found


def calculator(known: Mapping[str, float], tolerance: float = 0.01) -> Calculated:
    """Everything that follows from the known numbers, forwards and backwards, and what is missing for the rest.

    With CPM and spend known the impressions follow, with them and the frequency the reach, and so on, until nothing
    new follows. A number that would break a bound is refused, not used.

    Args:
        known: numbers by id of a KPI or name of an input; rates as fractions.
        tolerance: as for `identities`, for the contradictions.

    Raises:
        Problem: a name is unknown, a value is no number or out of its bounds, or two of them cannot go together.
    """
    values = {name: _number(name, value) for name, value in known.items()}
    for name, value in values.items():
        _bounded(name, value)
    if fault := _impossible(values):
        raise Problem(fault)
    derived: dict[str, Words] = {}
    refused: dict[str, Words] = {}
    while step := _next(values, refused):
        name, value, source = step
        values[name], derived[name] = value, source
    missing = {
        one.id: tuple(name for name in one.inputs if name not in values)
        for one in KPIS
        if one.id not in values and one.id not in refused
    }
    failed = tuple(one for one in identities(values, tolerance) if not one.holds)
    return Calculated(values, derived, missing, refused, failed)


def identities(values: Mapping[str, float], tolerance: float = 0.01) -> tuple[Identity, ...]:
    """Do given numbers agree: F = I / R, GRP = R% · F, CPM = 1000 · CTR · CPC, CPA = CPC / CR, and every definition?

    Only equations whose numbers are all given are checked; with a denominator of 0 there is nothing to check.

    Args:
        values: numbers by id of a KPI or name of an input; rates as fractions.
        tolerance: how far both sides may differ, as a fraction of the larger: published numbers are rounded.

    Raises:
        Problem: a name is unknown, or a value is no number.
    """
    if not 0 <= tolerance < 1:
        raise Problem(say("A tolerance is a fraction from 0 to below 1, not {value}.", value=str(tolerance)))
    numbers = {name: _number(name, value) for name, value in values.items()}
    found = []
    for id_, formula in EQUATIONS:
        if id_ not in numbers or not algebra.inputs(formula) <= numbers.keys():
            continue
        try:
            right = algebra.value(formula, numbers)
        except algebra.NothingBelow:
            continue
        if right is not None:
            left = numbers[id_]
            gap = (left - right) / abs(right) if right else math.copysign(math.inf, left) if left else 0.0
            found.append(Identity(id_, formula, left, right, gap, math.isclose(left, right, rel_tol=tolerance)))
    return tuple(found)


def pooled(tops: Sequence[float], bottoms: Sequence[float]) -> float:
    """The rate of several posts together: the sum of the numerators over the sum of the denominators (KPI-5).

    Rates are pooled, not averaged: 50 of 100 and 10 of 1,000 are 60 of 1,100, 5.45 %, and not the mean of 50 and 1 %.

    Raises:
        Problem: the lists differ in length, a number is negative or none, or the denominators are 0 together.
    """
    if len(tops) != len(bottoms):
        raise Problem(say("Each numerator needs its denominator: {n} and {m} were given.", n=len(tops), m=len(bottoms)))
    for value in (*tops, *bottoms):
        if not math.isfinite(value) or value < 0:
            raise Problem(say("Counts are numbers from 0 on, not {value}.", value=str(value)))
    if not sum(bottoms) > 0:
        raise Problem(
            say("KPI-1. The denominators are 0 together: there is nothing to divide by. Leave this rate out.")
        )
    return math.fsum(tops) / math.fsum(bottoms)


def _number(name: str, value: float) -> float:
    if name not in BY_ID and name not in INPUTS:
        near = difflib.get_close_matches(name, [*BY_ID, *INPUTS], n=3, cutoff=0.5) or [*BY_ID, *INPUTS]
        raise Problem(say("“{name}” is no input. Choose one of these: {known}.", name=name, known=", ".join(near)))
    try:
        number = math.nan if isinstance(value, (bool, str)) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise Problem(say("{name}: {value} is no number. Write a number.", name=named(name), value=repr(value)[:40]))
    return number


def _value(entry: Kpi, values: Mapping[str, float]) -> float:
    try:
        found = algebra.value(entry.formula, values)
    except algebra.NothingBelow as zero:
        raise Problem(_nothing_below(zero)) from None
    if found is None:
        raise Problem(_too_large(entry.wording))
    return found


def _bounded(name: str, value: float) -> None:
    """KPI-2, and the same for counts, which are never below 0."""
    low, high = BY_ID[name].bounds if name in BY_ID else SHARE if name in ("before", "after") else COUNT
    if low - SLIP * max(1.0, abs(low)) <= value <= high + SLIP * max(1.0, high):
        return
    told = {"name": named(name), "value": float(f"{value:.6g}"), "low": low, "high": high}
    if name == "frequency":
        fault = say("KPI-3. {name} is 1 or more, not {value}: the reach cannot exceed the impressions.", **told)
    elif (low, high) == SHARE:
        fault = say("KPI-2. {name}: {value} is no fraction within 0 and 1. 5 % is written 0.05.", **told)
    elif math.isinf(high):
        fault = say("{name}: {value} cannot be, it is {low} or more.", **told)
    else:
        fault = say("KPI-2. {name}: {value} cannot be, it lies between {low} and {high}.", **told)
    raise Problem(fault)


def _impossible(values: Mapping[str, float]) -> Words | None:
    """KPI-3 and KPI-4: what cannot exceed what."""
    for small, large, rule in AT_MOST:
        if small in values and large in values and values[small] > values[large] * (1 + SLIP):
            return say(
                "{rule}. {small}: {n}, {large}: {m}; the first cannot exceed the second. Compare sources and periods.",
                rule=rule,
                small=named(small),
                large=named(large),
                n=values[small],
                m=values[large],
            )
    return None


def _next(values: Mapping[str, float], refused: dict[str, Words]) -> tuple[str, float, Words] | None:
    """The next number that follows, with its equation: by definitions first, then by equations read backwards."""
    for backwards in (False, True):
        for id_, formula in EQUATIONS:
            unknown = [name for name in (id_, *algebra.inputs(formula)) if name not in values]
            if len(unknown) != 1 or unknown[0] in refused or (unknown[0] != id_) is not backwards:
                continue
            name = unknown[0]
            try:
                if backwards:
                    value = algebra.solved(name, formula, values[id_], values)
                else:
                    value = algebra.value(formula, values)
                if value is None and backwards:  # any number would do, or none
                    continue
                if value is None:
                    raise Problem(_too_large(equation(id_, formula)))
                _bounded(name, value)
            except algebra.NothingBelow as zero:
                refused[name] = _nothing_below(zero)
            except Problem as problem:
                refused[name] = problem.what
            else:
                if fault := _impossible({**values, name: value}):
                    refused[name] = fault
                else:
                    return name, value, equation(id_, formula)
    return None


def _nothing_below(zero: algebra.NothingBelow) -> Words:
    return say(
        "KPI-1. Below the line stands {below}, and it is 0: count it, or leave this number out.",
        below=worded(zero.part),
    )


def _too_large(formula: Words) -> Words:
    return say("{formula}: the result is too large for a number. Look at the inputs.", formula=formula)


@cache
def _names() -> dict[str, tuple[Kpi, ...]]:
    """Every name in its plain form, with what it may mean."""
    names: dict[str, tuple[Kpi, ...]] = {}
    for one in KPIS:
        for name in (one.id, one.short, *one.name.values(), *one.also):
            if name:
                names.setdefault(_plain(name), (one,))
    return names | {_plain(name): tuple(BY_ID[id_] for id_ in ids) for name, ids in SEVERAL.items()}


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").replace("-", " ").replace("_", " ").split())
