"""The KPI dictionary at work (GRP, CPM, CTR, ERR, TRP, ROMI …): compute, and solve forwards and backwards.

Standard library only. A formula is written once, as text over the names of its inputs (assets/kpi.toml, read by
`kpi_dictionary`), and everything else is read from it: entries are found in `kpi_names`, numbers checked in
`kpi_checks`, and all of it is offered here. Rates are fractions, money is in the plan's own currency.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media import formula as algebra
from promplan.media.kpi_checks import Identity, bounded, equations, identities, impossible, number_of
from promplan.media.kpi_dictionary import LEVELS, Kpi, Level, dictionary, equation, listed, named, worded
from promplan.media.kpi_names import candidates, kpi, levels
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


def __getattr__(name: str) -> Any:
    """KPIS, INPUTS, UNITS, IDENTITIES and EQUATIONS: the file is read when somebody first asks."""
    read: dict[str, Callable[[], Any]] = {
        "KPIS": lambda: dictionary().kpis,
        "INPUTS": lambda: dictionary().inputs,
        "UNITS": lambda: dictionary().units,
        "IDENTITIES": lambda: dictionary().identities,
        "EQUATIONS": equations,
    }
    if name in read:
        return read[name]()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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
    values = {name: number_of(name, value) for name, value in inputs.items()}
    if missing := [one for one in entry.inputs if one not in values]:
        raise Problem(
            say(
                "{formula}. Missing: {missing}.",
                formula=entry.wording,
                missing=listed((named(one) for one in missing), ", "),
            )
        )
    for name, value in values.items():
        bounded(name, value)
    found = _value(entry, values)
    if fault := impossible(values):
        raise Problem(fault)
    bounded(entry.id, found)
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
    values = {name: number_of(name, value) for name, value in checked.mapping(known, say("Known numbers")).items()}
    for name, value in values.items():
        bounded(name, value)
    if fault := impossible(values):
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


def _value(entry: Kpi, values: Mapping[str, float]) -> float:
    try:
        found = algebra.value(entry.formula, values)
    except algebra.NothingBelow as zero:
        raise Problem(_nothing_below(zero)) from None
    if found is None:
        raise Problem(_too_large(entry.wording))
    return found


def _next(values: Mapping[str, float], refused: dict[str, Words]) -> tuple[str, float, Words] | None:
    """The next number that follows, with its equation: by definitions first, then by equations read backwards."""
    for backwards in (False, True):
        for id_, formula in equations():
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
                bounded(name, value)
            except algebra.NothingBelow as zero:
                refused[name] = _nothing_below(zero)
            except Problem as problem:
                refused[name] = problem.what
            else:
                if fault := impossible({**values, name: value}):
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
