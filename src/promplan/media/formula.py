"""Small formulas as text, solved for any one of their inputs: `clicks / impressions` for the quotient or the clicks.

A formula is made of names, numbers, `+ - * /` and brackets, and each input stands in it at most linearly, above or
below a line: as a function of one input it is (a·x + b) / (c·x + d), and the equation with its value has one solution.
The text is read once by Python's own parser and never executed.
"""

import ast
import math
from collections.abc import Mapping
from functools import cache

_Line = tuple[float, float]  # a·x + b
_Ratio = tuple[_Line, _Line]  # one line over another


class NothingBelow(ArithmeticError):
    """A denominator is not above 0; `part` is its text."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@cache
def inputs(formula: str) -> frozenset[str]:
    """The names in a formula."""
    return frozenset(one.id for one in ast.walk(_tree(formula)) if isinstance(one, ast.Name))


def value(formula: str, values: Mapping[str, float]) -> float | None:
    """The value of a formula, all of whose inputs are in `values`; None if it is too large for a number.

    Raises:
        NothingBelow: a denominator is not above 0.
    """
    (_, top), (_, bottom) = _ratio(_tree(formula), values)
    return _divided(top, bottom)


def solved(name: str, formula: str, result: float, values: Mapping[str, float]) -> float | None:
    """The one input `name`, not in `values`, for which the formula has the value `result`.

    None where no number does it, or any: 0 clicks at a rate of 0 say nothing of the impressions.

    Raises:
        NothingBelow: a denominator, with the solution or without it, is not above 0.
    """
    (a, b), (c, d) = _ratio(_tree(formula), values)
    found = _divided(b - result * d, result * c - a)  # result·(c·x + d) = a·x + b
    return None if found is None or value(formula, {**values, name: found}) is None else found


@cache
def _tree(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


def _divided(top: float, bottom: float) -> float | None:
    if bottom == 0 or not math.isfinite(bottom):
        return None
    found = top / bottom
    return found + 0.0 if math.isfinite(found) else None  # + 0.0: no minus zero


def _ratio(node: ast.expr, values: Mapping[str, float]) -> _Ratio:
    """A formula's part as (a·x + b) / (c·x + d), x being the one input that is not in `values`."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return (0.0, float(number)), (0.0, 1.0)
        case ast.Name(id=name):
            return ((0.0, values[name]) if name in values else (1.0, 0.0)), (0.0, 1.0)
        case ast.BinOp(left=left, op=op, right=right):
            (p, q), (r, s) = _ratio(left, values), _ratio(right, values)
            match op:
                case ast.Mult():
                    return _times(p, r), _times(q, s)
                case ast.Div():
                    if r[0] == 0 and s[0] == 0 and not r[1] * s[1] > 0:
                        raise NothingBelow(ast.unparse(right))
                    return _times(p, s), _times(q, r)
                case ast.Add():
                    return _plus(_times(p, s), _times(r, q)), _times(q, s)
                case ast.Sub():
                    minus = _times(r, q)
                    return _plus(_times(p, s), (-minus[0], -minus[1])), _times(q, s)
    raise ValueError(f"no formula of this kind: {ast.unparse(node)}")


def _times(one: _Line, two: _Line) -> _Line:
    """The product of two lines, at least one of them a constant: no input is multiplied by itself."""
    return one[0] * two[1] + one[1] * two[0], one[1] * two[1]


def _plus(one: _Line, two: _Line) -> _Line:
    return one[0] + two[0], one[1] + two[1]
