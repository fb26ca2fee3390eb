"""What each unit is in bases: `assets/units.txt`, in pint's syntax, and products, quotients and powers of its units.

The review compares units at every first check, and a unit library takes longer to load than all the rest (it brings
numpy with it where there is one). Of its algebra the course needs this much; the tests hold every unit, prefix and
range against pint.
"""

import ast
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from promplan import assets

FIRST = ("[mass]", "[length]", "[time]", "[current]", "[temperature]")  # the order in which bases are named


class Measure(NamedTuple):
    """A unit as `factor` × a product of bases; `offset` is where its zero lies, for temperatures."""

    factor: float
    bases: tuple[tuple[str, int], ...] = ()
    offset: float = 0.0


@lru_cache(1024)
def measure(expression: str) -> Measure:
    """What an expression of units is, "kilogram / (metre ** 3)"; KeyError for a unit that no definition knows.

    Only a unit that stands alone keeps its zero: a product of degrees is one of differences.
    """
    return _of(ast.parse(expression, mode="eval").body)


def dimension(measured: Measure) -> str:
    """The bases as they are named: "[mass] / [length] / [time] ** 2"."""
    order = sorted(measured.bases, key=lambda it: (FIRST.index(it[0]) if it[0] in FIRST else -1, it[0]))
    above = " * ".join(base if power == 1 else f"{base} ** {power}" for base, power in order if power > 0)
    below = "".join(f" / {base}" if power == -1 else f" / {base} ** {-power}" for base, power in order if power < 0)
    return f"{above or '1'}{below}" if order else "dimensionless"


@cache
def _written() -> tuple[Mapping[str, float], Mapping[str, str]]:
    """Prefixes, and units with what is written behind their names."""
    prefixes: dict[str, float] = {}
    units: dict[str, str] = {}
    for line in (assets.folder() / "units.txt").read_text(encoding="utf-8").splitlines():
        name, found, body = line.partition("#")[0].partition(" = ")
        if found and name.endswith("-"):
            prefixes[name[:-1]] = float(body)
        elif found:
            units[name] = body.strip()
    return prefixes, units


@cache
def _unit(name: str) -> Measure:
    prefixes, units = _written()
    if name not in units:
        prefix = next((one for one in prefixes if name.startswith(one) and name[len(one) :] in units), None)
        if prefix is None:
            raise KeyError(name)
        known = _unit(name[len(prefix) :])
        return known._replace(factor=known.factor * prefixes[prefix])
    body, _, offset = units[name].partition("; offset:")
    if body.startswith("["):
        return Measure(1.0, () if body == "[]" else ((body, 1),))
    return _of(ast.parse(body, mode="eval").body)._replace(offset=float(offset or 0))


def _of(node: ast.expr) -> Measure:
    match node:
        case ast.Name(name):
            return _unit(name)
        case ast.Constant(int() | float() as value):
            return Measure(float(value))
        case ast.BinOp(left, ast.Mult(), right):
            return _times(_of(left), _of(right), 1)
        case ast.BinOp(left, ast.Div(), right):
            return _times(_of(left), _of(right), -1)
        case ast.BinOp(left, ast.Pow(), right):
            return _times(Measure(1.0), _of(left), ast.literal_eval(right))
    raise ValueError(f"no product of units: {ast.unparse(node)}")


def _times(one: Measure, other: Measure, power: int) -> Measure:
    """`one` × `other` to the power."""
    bases = dict(one.bases)
    for base, its in other.bases:
        bases[base] = bases.get(base, 0) + its * power
    return Measure(one.factor * other.factor**power, tuple((base, its) for base, its in bases.items() if its))
