"""What a parameter of a form may be: a number between two bounds, a whole one, one of a few; else a Problem."""

import math
from collections.abc import Collection
from decimal import Decimal
from numbers import Real
from typing import Any

from promplan.language import Problem, Words, say

LARGEST = 1e15  # further from 0 nothing is measured that anybody draws


def between(value: Any, where: Words, least: float, most: float, unit: str = "") -> float:
    """A number from `least` to `most`; Problem for anything else, also for a bool."""
    plain = _plain(value)
    if least <= plain <= most:
        return plain
    raise Problem(
        say(
            "{where}: write a number from {least} to {most}, not {value}.",
            where=where,
            least=_sized(least, unit),
            most=_sized(most, unit),
            value=shown(value),
        )
    )


def whole(value: Any, where: Words, least: int, most: int) -> int:
    """A whole number from `least` to `most`; 3.0 passes for 3."""
    plain = _plain(value)
    if least <= plain <= most and plain == int(plain):
        return int(plain)
    raise Problem(
        say(
            "{where}: write a whole number from {least} to {most}, not {value}.",
            where=where,
            least=least,
            most=most,
            value=shown(value),
        )
    )


def one_of(value: Any, where: Words, known: Collection[str]) -> str:
    """One of a few words."""
    if isinstance(value, str) and value in known:
        return value
    raise Problem(
        say("{where}: choose one of {known}, not {value}.", where=where, known=", ".join(known), value=shown(value))
    )


def shown(value: Any) -> Any:
    """The value as the sentence shows it: numbers as the language writes them, anything else cut short."""
    plain = _plain(value)
    if math.isfinite(plain):
        return float(f"{plain:.6g}")
    try:
        return repr(value)[:40]
    except Exception:  # a stranger's repr may fail
        return type(value).__name__


def _sized(value: float, unit: str) -> Words:
    between = "" if unit in ("", "°") else " "
    return Words("{value}{between}{unit}", {"value": float(value), "between": between, "unit": unit})


def _plain(value: Any) -> float:
    """The value as a float; NaN for what is no number: no bound lets it pass."""
    if not isinstance(value, Real | Decimal) or isinstance(value, bool):
        return math.nan
    try:
        return float(value) + 0.0
    except (OverflowError, ValueError):
        return math.nan
