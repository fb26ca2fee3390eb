"""What a number or a name must be before a formula may have it: each check says the place, the value, the remedy.

Values come back as plain `float` or `int`, so that fractions and numpy's scalars may be passed in. What fills the
place's own `{…}` may follow as keywords: in a long list the sentence is then only put together for the one that fails.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from numbers import Integral, Real
from typing import Any, TypeVar

from promplan.language import Problem, Words, say

T = TypeVar("T")

MOST = 10**15  # more than anybody counts in media; every whole number up to here is exact as a float, too


def number(value: Any, where: Words, **values: Any) -> float:
    """A number no further from 0 than `MOST`; Problem for anything else."""
    plain = _plain(value)
    if abs(plain) <= MOST:
        return plain
    raise Problem(
        say("{where}: a number is needed here, not {value}.", where=_place(where, values), value=_shown(value))
    )


def share(value: Any, where: Words, **values: Any) -> float:
    """A share, 0 <= value <= 1; Problem for anything else."""
    plain = _plain(value)
    if 0 <= plain <= 1:
        return plain
    raise Problem(
        say(
            "{where}: a share runs from 0 to 1, not {value}. Write 35 % as 0.35.",
            where=_place(where, values),
            value=_shown(value),
        )
    )


def amount(value: Any, where: Words, **values: Any) -> float:
    """A number from 0 up; Problem for anything else."""
    plain = number(value, where, **values)
    if plain < 0:
        raise Problem(
            say("{where}: a number from 0 up is needed, not {value}.", where=_place(where, values), value=_shown(value))
        )
    return plain


def above_zero(value: Any, where: Words, **values: Any) -> float:
    """A number above 0; Problem for anything else."""
    plain = number(value, where, **values)
    if plain <= 0:
        raise Problem(
            say("{where}: a number above 0 is needed, not {value}.", where=_place(where, values), value=_shown(value))
        )
    return plain


def whole(value: Any, where: Words, least: int = 0, **values: Any) -> int:
    """A whole number from `least` to `MOST`; Problem for anything else. 3.0 passes for 3."""
    plain = _plain(value)
    if plain.is_integer() and least <= plain <= MOST:
        return int(value)
    raise Problem(
        say(
            "{where}: a whole number of at least {least} is needed, not {value}.",
            where=_place(where, values),
            least=least,
            value=_shown(value),
        )
    )


def of_kind(value: Any, kind: type[T], where: Words) -> T:
    """The value, which is of this class; Problem for anything else."""
    if isinstance(value, kind):
        return value
    raise Problem(
        say("{where}: a {kind} is needed, not {value}.", where=where, kind=kind.__name__, value=_shown(value))
    )


def listed(values: Any, kind: type[T], where: Words) -> tuple[T, ...]:
    """What a list, a tuple or a generator holds, all of this class; Problem for anything else, also one alone."""
    if isinstance(values, kind) or not isinstance(values, Iterable):
        name = kind.__name__
        raise Problem(
            say("{where}: a list of {kind} is needed, not {value}.", where=where, kind=name, value=_shown(values))
        )
    return tuple(of_kind(one, kind, where) for one in values)


def at_most(value: float, most: float, where: Words) -> None:
    """Problem for more than `most`."""
    if value > most:
        raise Problem(say("{where}: at most {most}, not {value}.", where=where, most=most, value=value))


def once(names: Sequence[str]) -> None:
    """Problem for a name that is there twice."""
    for name in names:
        if names.count(name) > 1:
            raise Problem(say("The name {name} is given twice. Give one of the two another name.", name=name))


def known(name: str, names: Collection[str], where: Words) -> None:
    """Problem for a name that is none of these."""
    if name not in names:
        raise Problem(
            say(
                "{where}: nothing here is called {name}. Name one of: {known}.",
                where=where,
                name=name,
                known=", ".join(names),
            )
        )


def _place(where: Words, values: dict[str, Any]) -> Words:
    return replace(where, values=values) if values else where


def _plain(value: Any) -> float:
    """The value as a float; NaN for what is no number and infinity for one too large, which no check lets pass."""
    try:
        return float(value) if isinstance(value, Real) and not isinstance(value, bool) else math.nan
    except OverflowError:
        return math.inf


def _shown(value: Any) -> Any:
    """The value as the sentence shows it: numbers as the language writes them, anything else cut short."""
    plain = _plain(value)
    if abs(plain) > MOST:
        return say("one beyond 10¹⁵")
    if isinstance(value, Integral):
        return int(value)
    return plain if isinstance(value, Real) else repr(value)[:40]
