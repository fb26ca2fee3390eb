"""Units converted and compared, by our own small definitions."""

import re
from dataclasses import replace
from functools import lru_cache

from promplan.measure import definitions
from promplan.measure.unit import Unit


@lru_cache(1024)
def _linear(expression: str) -> tuple[str, float, float]:
    """The dimension of an expression, with the factor and offset that take it to base units."""
    measured = definitions.measure(expression)
    named = definitions.dimension(measured)
    if named == "dimensionless" and "/" in expression:  # hours a day and nine of ten are two things
        above, below = expression.rsplit(" / ", 1)
        named = f"{_linear(above)[0]} per {_linear(below)[0]}"
    return named, measured.factor, measured.offset


def dimension(unit: Unit) -> str:
    """What is measured, as a product of bases: "[length]", "[count] / [time]"."""
    return _linear(unit.expression)[0]


def base(value: float, unit: Unit) -> float:
    """The value in the base units of its dimension."""
    _, factor, offset = _linear(unit.expression)
    return value * unit.factor * factor + offset


def back(value: float, unit: Unit) -> float:
    """A value of base units, in `unit`."""
    _, factor, offset = _linear(unit.expression)
    return (value - offset) / (unit.factor * factor)


def comparable(one: Unit, other: Unit) -> bool:
    """Do both measure the same: the dimension, and the counted thing where both name it?"""
    return dimension(one) == dimension(other) and alike(one.counted, other.counted)


def weight(unit: Unit) -> Unit:
    """A mass as the force that it weighs with: an axle load is said in tonnes."""
    return replace(unit, expression=f"{unit.expression} * standard_gravity") if dimension(unit) == "[mass]" else unit


def untimed(unit: Unit) -> str:
    """The dimension without what it is divided by: a period, a shift, a head, an axle."""
    return re.sub(r" (?:/|per) (?:\[time\]|\[shift\]|\[count\])(?! \*\*)", "", dimension(unit))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Is the counted thing the same, or left unnamed by one?"""
    return not one or not other or bool(set(one) & set(other))
