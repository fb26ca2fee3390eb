"""What numbers of the KPI dictionary may be, alone and together: bounds, what cannot exceed what, and every equation.

KPI-2 a rate lies within its bounds; KPI-3 and KPI-4 what cannot exceed what. Two sides of an equation agree within a
tolerance, since published numbers are rounded.
"""

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from numbers import Real

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media import formula as algebra
from promplan.media.kpi_dictionary import COUNT, SHARE, dictionary, equation, named

__all__ = ["Identity", "identities"]

SLIP = 1e-9  # what floating point may add to a bound


@cache
def equations() -> tuple[tuple[str, str], ...]:
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
    numbers = {name: number_of(name, value) for name, value in checked.mapping(values, say("Numbers to check")).items()}
    found = []
    for id_, formula in equations():
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


def number_of(name: str, value: float) -> float:
    """The number that was given for a name; refused where the name is unknown or the value no number."""
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


def bounded(name: str, value: float) -> None:
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


def impossible(values: Mapping[str, float]) -> Words | None:
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
