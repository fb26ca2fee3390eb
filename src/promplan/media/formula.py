"""Formulas of KPIs as text, solved for any one of their inputs: `clicks / impressions` for the rate or the clicks.

A formula is made of names, numbers, `+ - * /` and brackets, and each input stands in it at most linearly, above or
below a line: as a function of one input it is (a·x + b) / (c·x + d), and the equation with its value has one solution.
The text is read once by Python's own parser and never executed.
"""

import ast
import math
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from numbers import Real

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["NothingBelow", "inputs", "solved", "value"]

_LONGEST = 1_000  # letters
_Line = tuple[float, float]  # a·x + b
_Ratio = tuple[_Line, _Line]  # one line over another


class NothingBelow(Problem):
    """A denominator is not above 0; `part` is its text."""

    def __init__(self, part: str) -> None:
        super().__init__(say("Below the line of a formula is {part}, and it is not above 0.", part=part))
        self.part = part


def inputs(formula: str) -> frozenset[str]:
    """The names in a formula.

        >>> sorted(inputs("1000 * spend / impressions"))
        ['impressions', 'spend']

    Raises:
        Problem: no formula.
    """
    return _inputs(_text(formula))


@cache
def _inputs(formula: str) -> frozenset[str]:
    return frozenset(one.id for one in ast.walk(_tree(formula)) if isinstance(one, ast.Name))


def value(formula: str, values: Mapping[str, float]) -> float | None:
    """The value of a formula, all of whose inputs are in `values`; None if it is too large for a number.

        >>> value("clicks / impressions", {"clicks": 900, "impressions": 150_000})
        0.006

    Raises:
        NothingBelow: a denominator is not above 0.
        Problem: no formula of this kind, or a value that is missing or no number.
    """
    numbers = _numbers(values, inputs(formula))
    if missing := inputs(formula) - numbers.keys():
        raise Problem(say("The formula {formula} needs {names}.", formula=formula, names=", ".join(sorted(missing))))
    (_, top), (_, bottom) = _ratio(_tree(formula), numbers)
    return _divided(top, bottom)


def solved(name: str, formula: str, result: float, values: Mapping[str, float]) -> float | None:
    """The one input `name`, not in `values`, for which the formula has the value `result`.

    None where no number does it, or any: 0 clicks at a rate of 0 say nothing of the impressions.

        >>> solved("clicks", "clicks / impressions", 0.006, {"impressions": 150_000})
        900.0

    Raises:
        NothingBelow: a denominator, with the solution or without it, is not above 0.
        Problem: as `value`, or the formula has no such input.
    """
    names, given = inputs(formula), checked.mapping(values, say("Values of a formula"))
    if not isinstance(name, str) or name not in names:
        raise Problem(say("The formula {formula} has no input {name}.", formula=formula, name=checked.shown(name)))
    values = _numbers(given, names - {name})
    if missing := names - {name} - values.keys():
        raise Problem(say("The formula {formula} needs {names}.", formula=formula, names=", ".join(sorted(missing))))
    result = _number(result, "=")
    (a, b), (c, d) = _ratio(_tree(formula), values)
    found = _divided(b - result * d, result * c - a)  # result·(c·x + d) = a·x + b
    return None if found is None or value(formula, {**values, name: found}) is None else found


def _text(formula: str) -> str:
    """A formula that can be read; Problem for anything else."""
    if not isinstance(formula, str) or len(formula) > _LONGEST:
        raise Problem(
            say("A formula is a text like “clicks / impressions”, not {value}.", value=checked.shown(formula))
        )
    try:
        _tree(formula)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        raise Problem(
            say("{formula} cannot be read as a formula: names, numbers, + - * / and brackets.", formula=formula[:80])
        ) from fault
    return formula


def _numbers(values: Mapping[str, float], names: frozenset[str]) -> dict[str, float]:
    """The values of these names as floats."""
    given = checked.mapping(values, say("Values of a formula"))
    return {name: _number(given[name], name) for name in names if name in given}


def _number(value: float, name: str) -> float:
    try:
        plain = float(value) if isinstance(value, Real | Decimal) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        plain = math.nan
    if not math.isfinite(plain):
        raise Problem(say("{name}: {value} is not a number. Write a number.", name=name, value=type(value).__name__))
    return plain


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
            return (0.0, _number(number, "formula")), (0.0, 1.0)
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
    raise Problem(
        say(
            "{formula} cannot be read as a formula: names, numbers, + - * / and brackets.",
            formula=ast.unparse(node)[:80],
        )
    )


def _times(one: _Line, two: _Line) -> _Line:
    """The product of two lines, at least one of them a constant: no input is multiplied by itself."""
    if one[0] and two[0]:
        raise Problem(say("A formula multiplies an input by itself: it cannot be solved for it. Write it otherwise."))
    return one[0] * two[1] + one[1] * two[0], one[1] * two[1]


def _plus(one: _Line, two: _Line) -> _Line:
    return one[0] + two[0], one[1] + two[1]
