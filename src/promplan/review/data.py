"""Reference data of the rules: units of measurement and plausible ranges, read from the assets."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from promplan import assets


@dataclass(frozen=True)
class Magnitude:
    """A plausible range: `low` to `high` in `unit`; `pair` is the quantity it is swapped with most easily."""

    id: str
    name: dict[str, str]
    dimension: str
    unit: str
    low: float
    high: float
    source: str
    confidence: str
    pair: str = ""
    sensitive: bool = False
    hint: dict[str, str] | None = None


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((assets.folder() / name).read_text(encoding="utf-8"))


@cache
def magnitudes() -> dict[str, Magnitude]:
    """Every range by its id."""
    return {one["id"]: Magnitude(**one) for one in _toml("magnitudes.toml")["magnitude"]}


@cache
def units() -> dict[str, tuple[str, float, float]]:
    """A unit's dimension, factor and offset."""
    table: dict[str, tuple[str, float, float]] = {}
    for dimension, rows in _toml("units.toml")["dimension"].items():
        for symbol, factor, *offset in rows:
            table[symbol] = (dimension, factor, offset[0] if offset else 0.0)
    return table


def base(value: float, unit: str) -> tuple[str, float] | None:
    """`value` in its dimension's base unit, with the dimension; None where the unit is not in the table."""
    known = units().get(unit.strip())
    return (known[0], value * known[1] + known[2]) if known else None
