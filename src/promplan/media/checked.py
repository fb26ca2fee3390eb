"""Input validation: what a number, a name, a day, a list or a mapping must be before a formula may have it.

Each check says the place, the value and the remedy in a `Problem`. Values come back plain (`float`, `int`, `str`,
`date`, `tuple`, `dict`), so that fractions, decimals and numpy's scalars may be passed in and nothing of the caller's
own stays inside. What fills the place's own `{…}` may follow as keywords: in a long list the sentence is then only put
together for the one that fails.
"""

import math
import unicodedata
from collections.abc import Callable, Collection, Iterable, KeysView, Mapping, Sequence, Set
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from numbers import Integral, Real
from typing import Any, TypeVar

from promplan.language import Problem, Words, say

__all__ = [
    "LONGEST",
    "MOST",
    "above_zero",
    "amount",
    "at_most",
    "day",
    "days",
    "flag",
    "known",
    "listed",
    "mapping",
    "name",
    "named",
    "names",
    "number",
    "numbers",
    "of_kind",
    "once",
    "share",
    "shown",
    "whole",
]

T = TypeVar("T")

MOST = 10**15  # more than anybody counts in media; every whole number up to here is exact as a float, too
LONGEST = 1_000_000  # so many entries of a list are read; an endless generator ends here


def number(value: Any, where: Words, **values: Any) -> float:
    """A number no further from 0 than `MOST`; Problem for anything else, also for a bool."""
    plain = _plain(value)
    if abs(plain) <= MOST:
        return plain
    raise Problem(
        say("{where}: a number is needed here, not {value}.", where=_place(where, values), value=shown(value))
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
            value=shown(value),
        )
    )


def amount(value: Any, where: Words, **values: Any) -> float:
    """A number from 0 up; Problem for anything else."""
    plain = number(value, where, **values)
    if plain < 0:
        raise Problem(
            say("{where}: a number from 0 up is needed, not {value}.", where=_place(where, values), value=shown(value))
        )
    return plain


def above_zero(value: Any, where: Words, **values: Any) -> float:
    """A number above 0; Problem for anything else."""
    plain = number(value, where, **values)
    if plain <= 0:
        raise Problem(
            say("{where}: a number above 0 is needed, not {value}.", where=_place(where, values), value=shown(value))
        )
    return plain


def whole(value: Any, where: Words, least: int = 0, **values: Any) -> int:
    """A whole number from `least` to `MOST`; Problem for anything else. 3.0 passes for 3."""
    plain = _plain(value)
    if plain.is_integer() and least <= plain <= MOST:
        return int(plain)
    raise Problem(
        say(
            "{where}: a whole number of at least {least} is needed, not {value}.",
            where=_place(where, values),
            least=least,
            value=shown(value),
        )
    )


def flag(value: Any, where: Words, **values: Any) -> bool:
    """True or False; Problem for anything else: "no" in quotes would count as a yes."""
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):  # numpy's own, without loading it
        return bool(value)
    raise Problem(
        say("{where}: True or False is needed here, not {value}.", where=_place(where, values), value=shown(value))
    )


def name(value: Any, where: Words, *, empty: bool = False, **values: Any) -> str:
    """A name: text, composed (NFC), so that й typed on one system is the й of another; Problem for anything else."""
    if isinstance(value, str) and (empty or value.strip()):
        return unicodedata.normalize("NFC", str(value))
    raise Problem(
        say("{where}: a name in quotes is needed here, not {value}.", where=_place(where, values), value=shown(value))
    )


def day(value: Any, where: Words, **values: Any) -> date:
    """A day: a date; of a datetime, a pandas Timestamp or a numpy.datetime64 its day. Problem for anything else."""
    try:
        if getattr(getattr(value, "dtype", None), "kind", "") == "M":  # numpy's own, without loading it
            value = value.astype("datetime64[D]").item()
        if isinstance(value, datetime):
            value = value.date()
    except (AttributeError, TypeError, ValueError, OverflowError):  # pandas' NaT is a datetime without a day
        pass
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise Problem(
        say(
            "{where}: a day is needed here, not {value}. Write date(2027, 11, 4) for 4 November 2027.",
            where=_place(where, values),
            value=shown(value),
        )
    )


def days(values: Any, where: Words) -> frozenset[date]:
    """The days in a list, a set, an array, an index or a generator, each as `day` reads it."""
    return frozenset(day(value, where) for value in _entries(values, "date", where, ordered=False))


def of_kind(value: Any, kind: type[T], where: Words) -> T:
    """The value, which is of this class; Problem for anything else."""
    if isinstance(value, kind):
        return value
    raise Problem(say("{where}: a {kind} is needed, not {value}.", where=where, kind=kind.__name__, value=shown(value)))


def listed(values: Any, kind: type[T], where: Words) -> tuple[T, ...]:
    """What a list, a tuple, an array, a series or a generator (read once) holds, all of this class.

    Where the class is a dataclass a pandas DataFrame or a list of mappings does as well: a row for each, its columns
    named as the fields are; an empty cell is a field left out.

    Raises:
        Problem: for one alone, text, a mapping or a set, whose entries have no order, and for an entry of another kind.
    """
    rows = _rows(values) if is_dataclass(kind) else None
    found = _entries(rows if rows is not None else values, "float" if kind is object else kind.__name__, where)
    return tuple(
        _from_row(each, kind, where) if is_dataclass(kind) and isinstance(each, Mapping) else of_kind(each, kind, where)
        for each in found
    )


def names(values: Any, where: Words, *, ordered: bool = True) -> tuple[str, ...]:
    """The names in a list, as `name` reads each; a set does where their order means nothing (`ordered=False`)."""
    found = tuple(name(each, where) for each in _entries(values, "str", where, ordered))
    return tuple(sorted(found)) if isinstance(values, Set) and not isinstance(values, KeysView) else found


def numbers(
    values: Any, where: Words, each: Callable[..., float] = number, *, ordered: bool = True
) -> tuple[float, ...]:
    """The numbers in a list, an array, a series or a generator, each read by `number`, `share`, `amount` …

    A set does where their order means nothing (`ordered=False`).
    """
    return tuple(each(value, where) for value in _entries(values, "float", where, ordered))


def mapping(values: Any, where: Words) -> dict[Any, Any]:
    """A mapping, or a pandas Series with its index, as a dict of its own; Problem for anything else."""
    if not isinstance(values, Mapping) and getattr(values, "ndim", 0) == 1 and hasattr(values, "to_dict"):
        values = values.to_dict()
    if isinstance(values, Mapping):
        return dict(values)
    raise Problem(
        say("{where}: a mapping is needed here, a value for each name, not {value}.", where=where, value=shown(values))
    )


def named(values: Any, where: Words) -> dict[str, Any]:
    """A mapping whose keys are names, each there once."""
    found: dict[str, Any] = {}
    for key, value in mapping(values, where).items():
        plain = name(key, where)
        once([*found, plain])
        found[plain] = value
    return found


def at_most(value: float, most: float, where: Words) -> None:
    """Problem for more than `most`."""
    if value > most:
        raise Problem(say("{where}: at most {most}, not {value}.", where=where, most=most, value=value))


def once(names: Iterable[str]) -> None:
    """Problem for a name that is there twice."""
    seen: set[str] = set()
    for each in names:
        if each in seen:
            raise Problem(say("The name {name} is given twice. Give one of the two another name.", name=each))
        seen.add(each)


def known(name: str, names: Collection[str], where: Words) -> None:
    """Problem for a name that is none of these."""
    if not isinstance(name, str) or name not in names:
        raise Problem(
            say(
                "{where}: nothing here is called {name}. Name one of: {known}.",
                where=where,
                name=name if isinstance(name, str) else shown(name),
                known=", ".join(names),
            )
        )


def _entries(values: Any, kind: str, where: Words, ordered: bool = True) -> Sequence[Any]:
    """What is in a list, no more than `LONGEST` of it."""
    loose = isinstance(values, Set) and not isinstance(values, KeysView)  # a dict's keys have their order
    if (
        not isinstance(values, Iterable)
        or isinstance(values, str | bytes | bytearray | memoryview | Mapping)
        or getattr(values, "ndim", 1) != 1
        or (loose and ordered)
    ):
        raise Problem(
            say("{where}: a list of {kind} is needed, not {value}.", where=where, kind=kind, value=shown(values))
        )
    found = list(islice(values, LONGEST + 1))
    at_most(len(found), LONGEST, where)
    return found


def _rows(values: Any) -> list[Any] | None:
    """The rows of a table as mappings; None where it is no table."""
    if getattr(values, "ndim", 0) == 2 and hasattr(values, "to_dict"):
        return list(values.to_dict("records"))
    return None


def _from_row(row: Mapping[Any, Any], kind: type[T], where: Words) -> T:
    """An object from a row: its fields by their names, those with an empty cell left out."""
    needed = {each.name: each.default is MISSING and each.default_factory is MISSING for each in fields(kind)}  # type: ignore[arg-type]
    filled = {key: value for key, value in row.items() if not _empty(value)}
    for key in filled:
        known(key, list(needed), where)
    for key, must in needed.items():
        if must and key not in filled:
            raise Problem(
                say("{where}: a row lacks its {field}. Add the column or fill the cell.", where=where, field=key)
            )
    return kind(**filled)


def _empty(value: Any) -> bool:
    """Whether a cell is empty: None, or what a table writes there: NA, or a NaN or NaT, which equals nothing."""
    if value is None or type(value).__name__ == "NAType":
        return True
    return isinstance(value, float | datetime) and value != value


def _place(where: Words, values: dict[str, Any]) -> Words:
    return replace(where, values=values) if values else where


def _plain(value: Any) -> float:
    """The value as a float, -0.0 as 0.0; NaN for what is no number and infinity for one too large: no check lets pass.

    A bool is no number, nor is text or an array of one.
    """
    if not isinstance(value, Real | Decimal) or isinstance(value, bool):
        return math.nan
    try:
        return float(value) + 0.0
    except OverflowError:
        return math.inf
    except ValueError:  # a signalling NaN
        return math.nan


def shown(value: Any) -> Any:
    """The value as the sentence shows it: numbers as the language writes them, anything else cut short."""
    plain = _plain(value)
    if abs(plain) > MOST:
        return say("one beyond 10¹⁵")
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real | Decimal):
        return plain
    try:
        return repr(value)[:40]
    except Exception:  # a stranger's repr may fail, and so does that of a list with a number of 5,000 digits
        return type(value).__name__
