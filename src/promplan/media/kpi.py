"""The KPI dictionary at work (GRP, CPM, CTR, ERR, TRP, ROMI …): find, compute, solve backwards, check for consistency.

Standard library only. A formula is written once, as text over the names of its inputs (assets/kpi.toml, read by
`kpi_dictionary`), and everything else is read from it. Rates are fractions, money is in the plan's own currency.
"""

import difflib
import math
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from numbers import Real
from typing import Any

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media import formula as algebra
from promplan.media.kpi_dictionary import (
    COUNT,
    LEVELS,
    SHARE,
    Kpi,
    Level,
    dictionary,
    equation,
    listed,
    named,
    worded,
)
from promplan.media.pooling import pooled_rate

__all__ = [
    "LEVELS",
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

SLIP = 1e-9  # what floating point may add to a bound


def __getattr__(name: str) -> Any:
    """KPIS, INPUTS, UNITS, IDENTITIES and EQUATIONS: the file is read when somebody first asks."""
    read: dict[str, Callable[[], Any]] = {
        "KPIS": lambda: dictionary().kpis,
        "INPUTS": lambda: dictionary().inputs,
        "UNITS": lambda: dictionary().units,
        "IDENTITIES": lambda: dictionary().identities,
        "EQUATIONS": _equations,
    }
    if name in read:
        return read[name]()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _equations() -> tuple[tuple[str, str], ...]:
    """Definitions, then what follows from them."""
    own = ((one.id, one.formula) for one in dictionary().kpis if not one.counted)
    return (*own, *dictionary().identities)


@dataclass(frozen=True)
class Identity:
    """One check: `left` is what was given for `id`, `right` what the formula makes of the other numbers.

    `gap` is (left - right) / right: 0.05 where the left side is 5 % too high; `holds` if it is within the tolerance.

        >>> (check,) = identities({"reach_percent": 60, "frequency": 4, "grp": 320})
        >>> check.holds, round(check.gap, 3)
        (False, 0.333)
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

        >>> known = calculator({"cpm": 80, "spend": 12_000, "frequency": 3})
        >>> print(known.values["reach"], "from", known.derived["reach"])
        50000.0 from F = impressions / reach
        >>> known.missing["ctr"], known.contradictions
        (('clicks',), ())
    """

    values: Mapping[str, float]
    derived: Mapping[str, Words]
    missing: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, Words]
    contradictions: tuple[Identity, ...]


def candidates(name: str) -> tuple[Kpi, ...]:
    """The entries that a name may mean: one, several (ER is four), or none.

    The name is an id, an abbreviation or a name in either language; case, hyphens, ё and spaces do not matter.

        >>> [one.id for one in candidates("OTS")], [one.id for one in candidates("охват")]
        (['impressions', 'frequency'], ['reach'])
    """
    return _names().get(_plain(checked.name(name, say("Name of a KPI"), empty=True)), ())


def kpi(name: str) -> Kpi:
    """The entry of that id, abbreviation or name in either language.

        >>> str(kpi("TRP").wording)
        'TRP = 100 · contacts with the target group / target group in all'

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
            known=listed(one.label for one in dictionary().kpis),
        )
    )


def levels() -> dict[Level, tuple[Kpi, ...]]:
    """The entries by AMEC's levels [amec-2016]: output, out-take, outcome, impact.

    >>> [one.id for one in levels()["impact"]][:3]
    ['retained_hires', 'closed_vacancies', 'som']
    """
    return {level: tuple(one for one in dictionary().kpis if one.level == level) for level in LEVELS}


def compute(id: str, /, **inputs: float) -> float:
    """One KPI from its inputs.

        >>> compute("ctr", clicks=900, impressions=150_000), compute("romi", margin=180_000, spend=120_000)
        (0.006, 0.5)

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

        >>> found = calculator({"cpm": 80, "spend": 12_000, "frequency": 3})
        >>> found.values["impressions"], found.values["reach"]
        (150000.0, 50000.0)

    Args:
        known: numbers by id of a KPI or name of an input; rates as fractions.
        tolerance: as for `identities`, for the contradictions.

    Raises:
        Problem: a name is unknown, a value is no number or out of its bounds, or two of them cannot go together.
    """
    values = {name: _number(name, value) for name, value in checked.mapping(known, say("Known numbers")).items()}
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
        for one in dictionary().kpis
        if one.id not in values and one.id not in refused
    }
    failed = tuple(one for one in identities(values, tolerance) if not one.holds)
    return Calculated(values, derived, missing, refused, failed)


def identities(values: Mapping[str, float], tolerance: float = 0.01) -> tuple[Identity, ...]:
    """Do given numbers agree: F = I / R, GRP = R% · F, CPM = 1000 · CTR · CPC, CPA = CPC / CR, and every definition?

    Only equations whose numbers are all given are checked; with a denominator of 0 there is nothing to check.

        >>> [str(one.said) for one in identities({"reach_percent": 60, "frequency": 4, "grp": 320}) if not one.holds]
        ['GRP = R% · F fails: 320 and 240, 33.3 % off.']

    Args:
        values: numbers by id of a KPI or name of an input; rates as fractions.
        tolerance: how far both sides may differ, as a fraction of the larger: published numbers are rounded.

    Raises:
        Problem: a name is unknown, or a value is no number.
    """
    tolerance = checked.share(tolerance, say("The tolerance"))
    if tolerance == 1:
        raise Problem(say("A tolerance is a fraction from 0 to below 1, not {value}.", value=str(tolerance)))
    numbers = {name: _number(name, value) for name, value in checked.mapping(values, say("Numbers to check")).items()}
    found = []
    for id_, formula in _equations():
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


def pooled(tops: Any, bottoms: Any) -> float:
    """The rate of several posts together: the sum of the numerators over the sum of the denominators (KPI-5).

    `pooling.pooled_rate` of two columns: rates are pooled, not averaged. 50 of 100 and 10 of 1,000 are 60 of 1,100,
    5.45 %, and not the mean of 50 and 1 %.

        >>> round(pooled([50, 10], [100, 1_000]), 4)
        0.0545

    Raises:
        Problem: the lists differ in length, or as `pooled_rate`: nobody in a post, more who acted than were reached.
    """
    one, other = checked.listed(tops, object, say("Numerators")), checked.listed(bottoms, object, say("Denominators"))
    if len(one) != len(other):
        raise Problem(say("Each numerator needs its denominator: {n} and {m} were given.", n=len(one), m=len(other)))
    return pooled_rate(zip(one, other, strict=True)).pooled


def _number(name: str, value: float) -> float:
    names = [*dictionary().by_id, *dictionary().inputs]
    if not isinstance(name, str) or name not in names:
        name = name[:80] if isinstance(name, str) else str(checked.shown(name))
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.5) or names
        raise Problem(say("“{name}” is not an input. Choose one of these: {known}.", name=name, known=", ".join(near)))
    try:
        number = float(value) if isinstance(value, Real | Decimal) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise Problem(
            say("{name}: {value} is not a number. Write a number.", name=named(name), value=checked.shown(value))
        )
    return number + 0.0  # no minus zero


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
    entry = dictionary().by_id.get(name)
    low, high = entry.bounds if entry else SHARE if name in ("before", "after") else COUNT
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
    for small, large, rule in dictionary().at_most:
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
        for id_, formula in _equations():
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
    for one in dictionary().kpis:
        for name in (one.id, one.short, *one.name.values(), *one.also):
            if name:
                names.setdefault(_plain(name), (one,))
    return names | {
        _plain(name): tuple(dictionary().by_id[id_] for id_ in ids) for name, ids in dictionary().several.items()
    }


def _plain(name: str) -> str:
    """Case, hyphens, spaces, ё and how й is put together (NFC, NFD) make no difference."""
    name = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return " ".join(name.replace("ё", "е").replace("-", " ").replace("_", " ").split())
