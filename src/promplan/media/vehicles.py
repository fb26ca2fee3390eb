"""Media vehicles by name or in order: audiences, insertions and duplications from lists, dicts, Series and matrices.

Audiences in a dict or a Series carry the names of their vehicles: insertions and pairs may then be given by name, in
any order, and messages name the vehicle. Without names vehicles are **counted from 1**, in pairs as in messages.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from numbers import Real
from typing import Any

from promplan.language import Problem, Words, say
from promplan.media import checked

__all__ = ["Audiences", "Pairs", "Vehicles"]

Audiences = Mapping[str, float] | Iterable[float]
Pairs = Mapping[tuple[Any, Any], float] | Sequence[Sequence[float]]

ROUNDING = 1e-9  # of the population: what published, rounded audiences may miss a bound by
_NO_ROW = (str, bytes, Mapping, Set)
_MANY = 2_000  # vehicles: their pairs are counted in millions


@dataclass(frozen=True)
class Vehicles:
    """Numbers of vehicles, one each, and what messages call them: their names, or 1, 2, 3 …"""

    values: tuple[Any, ...]
    names: tuple[str, ...] = ()

    @property
    def called(self) -> Sequence[str | int]:
        return self.names or range(1, len(self.values) + 1)

    def __iter__(self) -> Iterator[tuple[str | int, Any]]:
        return zip(self.called, self.values, strict=True)

    def place(self, vehicle: Any) -> int | None:
        """The place of a vehicle by its name or its number from 1; None if there is no such."""
        if isinstance(vehicle, str) and self.names:
            name = checked.name(vehicle, say("Vehicle"), empty=True)
            return self.names.index(name) if name in self.names else None
        try:
            n = checked.whole(vehicle, say("Vehicle"), 1)
        except Problem:
            return None
        return n - 1 if n <= len(self.values) and not self.names else None


def read(given: Any, where: Words) -> Vehicles:
    """Numbers with their names from a dict or a Series, in order from anything else that lists them.

    A Series that was never given an index of names is a list.

    Raises:
        Problem: neither, a name that is no text, two of one name.
    """
    series = getattr(given, "ndim", 0) == 1 and hasattr(given, "to_dict")
    if not isinstance(given, Mapping) and not series:
        return Vehicles(checked.listed(given, object, where))
    found = checked.mapping(given, where)
    if series and list(found) == list(range(len(given))):
        return Vehicles(tuple(found.values()))
    if series and len(found) < len(given):
        raise Problem(say("{where}: a name is there twice. Give each vehicle a name of its own.", where=where))
    by_name = checked.named(found, where)
    return Vehicles(tuple(by_name.values()), tuple(by_name))


def audiences_of(audiences: Any, population: float) -> Vehicles:
    """Audiences, each from 0 to the population, in its unit; Problem for any other, naming which."""
    given, where = read(audiences, say("Audiences")), say("Audience of vehicle {n}")
    checked.at_most(len(given.values), _MANY, say("Audiences"))
    sizes = []
    for n, one in given:
        size = checked.amount(one, where, n=n)
        if size > population * (1 + ROUNDING):
            raise Problem(
                say(
                    "The audience of vehicle {n} is {size}, more than the {population} people there are. "
                    "Check the units, and whether people from elsewhere were counted.",
                    n=n,
                    size=size,
                    population=population,
                )
            )
        sizes.append(min(size, population))
    return Vehicles(tuple(sizes), given.names)


def times_of(insertions: Any, audiences: Vehicles) -> tuple[int, ...]:
    """Whole numbers of insertions in the order of the audiences; one each if `insertions` is None.

    Raises:
        Problem: one that is not whole, a list of another length, a name that no audience has or that is left out.
    """
    if insertions is None:
        return (1,) * len(audiences.values)
    given, where = read(insertions, say("Numbers of insertions")), say("Insertions in vehicle {n}")
    times = {n: checked.whole(one, where, n=n) for n, one in given}
    if given.names and audiences.names:
        for name in given.names:
            checked.known(name, audiences.names, say("Numbers of insertions"))
    elif given.names:
        raise Problem(say("Insertions are given by name, audiences are not: give both by name, or both as lists."))
    if len(times) != len(audiences.values):
        raise Problem(
            say(
                "There are {audiences} audiences and {insertions} numbers of insertions. "
                "Give one number of insertions for each vehicle, 0 if it is not used.",
                audiences=len(audiences.values),
                insertions=len(times),
            )
        )
    return tuple(times[name] for name in audiences.names) if given.names else tuple(times.values())


def pairs_of(
    duplications: Any, audiences: Vehicles, population: float, *, within: bool = False
) -> dict[tuple[int, int], float]:
    """Duplications by places (i, j) from 0 with i <= j, each between what the two audiences force and what they allow.

    max(0, A_i + A_j − P) <= d_ij <= min(A_i, A_j) [frechet-1935].

    Args:
        duplications: by pair of names or of numbers from 1, in either order; or a square matrix in the order of the
            audiences (a frame with their names does as well), where NaN or None is not measured.
        within: whether a matrix says in its diagonal what two insertions in one vehicle share; else that is not read.

    Raises:
        Problem: a vehicle that does not exist, a pair given twice with two values, a duplication out of bounds.
    """
    sizes, called = audiences.values, audiences.called
    found: dict[tuple[int, int], float] = {}
    for pair, value in _pairs(duplications, audiences, within):
        i, j = sorted(pair)
        size = checked.amount(value, say("Duplication of vehicles {i} and {j}"), i=called[i], j=called[j])
        least, most = max(0.0, sizes[i] + sizes[j] - population), min(sizes[i], sizes[j])
        if not least - ROUNDING * population <= size <= most + ROUNDING * population:
            raise Problem(
                say(
                    "Vehicles {i} and {j} cannot share {size} people: with their audiences it is from {least} to "
                    "{most}. Check the units and the audiences.",
                    i=called[i],
                    j=called[j],
                    size=size,
                    least=round(least, 6),
                    most=most,
                )
            )
        size = min(max(size, least), most)
        if found.setdefault((i, j), size) != size:
            raise Problem(
                say(
                    "Vehicles {i} and {j} have two different duplications. Keep one: both orders mean the same pair.",
                    i=called[i],
                    j=called[j],
                )
            )
    return found


def _pairs(duplications: Any, audiences: Vehicles, within: bool) -> Iterator[tuple[tuple[int, int], Any]]:
    """The pairs that are given, by places from 0."""
    rows = _matrix(duplications, audiences)
    if rows is not None:
        cells = (((i, j), value) for i, row in enumerate(rows) for j, value in enumerate(row) if within or i != j)
        yield from ((places, value) for places, value in cells if not _empty(value))
        return
    for pair, value in checked.mapping(duplications, say("Duplications")).items():
        two = pair if isinstance(pair, tuple) and len(pair) == 2 else (None, None)
        places = audiences.place(two[0]), audiences.place(two[1])
        if places[0] is None or places[1] is None:
            raise Problem(_no_pair(pair, audiences))
        yield (places[0], places[1]), value


def _no_pair(pair: Any, audiences: Vehicles) -> Words:
    if audiences.names:
        return say(
            "{pair} is no pair of two of these vehicles: {names}. Write two of the names, like {example}.",
            pair=checked.shown(pair),
            names=", ".join(audiences.names[:12]),
            example=repr((audiences.names * 2)[:2]),
        )
    return say(
        "{pair} is no pair of two of the {n} vehicles. Write two numbers counted from 1, like (1, 2), or give "
        "audiences and pairs by name.",
        pair=checked.shown(pair),
        n=len(audiences.values),
    )


def _matrix(given: Any, audiences: Vehicles) -> list[list[Any]] | None:
    """The rows of a square matrix in the order of the audiences; None for a mapping by pairs."""
    wrong = say(
        "Duplications in a matrix need one row and one column for each of the {n} vehicles. "
        "Or give them by pair, like {{(1, 2): 5000}}.",
        n=len(audiences.values),
    )
    if getattr(given, "ndim", 0) == 2 and hasattr(given, "to_dict"):
        columns = given.to_dict()
        names: tuple[Any, ...] = audiences.names or tuple(range(len(audiences.values)))
        if len(columns) != len(names) or any(set(column) != set(names) for column in (columns, *columns.values())):
            raise Problem(wrong)
        return [[columns[one][other] for one in names] for other in names]
    if isinstance(given, Mapping) or (getattr(given, "ndim", 2) == 1 and hasattr(given, "to_dict")):
        return None
    if isinstance(given, str | bytes | Set) or not isinstance(given, Iterable) or getattr(given, "ndim", 2) != 2:
        raise Problem(wrong)
    rows = [
        list(islice(row, _MANY + 1))
        if isinstance(row, Iterable) and not isinstance(row, _NO_ROW) and getattr(row, "ndim", 1) == 1
        else [None]
        for row in islice(given, _MANY + 1)
    ]
    if len(rows) != len(audiences.values) or any(len(row) != len(rows) for row in rows):
        raise Problem(wrong)
    return rows


def _empty(value: Any) -> bool:
    """Whether nothing was measured: None, or the NaN of an empty cell."""
    return value is None or (isinstance(value, Real) and not isinstance(value, int) and math.isnan(value))
