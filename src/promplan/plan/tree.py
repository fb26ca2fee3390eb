"""The plan as a tree: parts, lists of records at any depth, and the ids by which records name each other.

Everything here reads the models' types, so that a section that joins the plan needs no word of it: which fields hold
records (`list[Fact]`), which are parts of their own (`Clearance`), which name other records (`Id`, `Reference`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from promplan.plan.base import HIGHEST_ID, Id, Part, Record, Reference

P = TypeVar("P", bound=Part)


class RecordList(NamedTuple):
    """A list of records in a plan: its address, its rows, and what kind of record it holds."""

    path: str
    rows: list[Any]
    kind: type[Record]


@cache
def lists(kind: type[Part]) -> Mapping[str, type[Record]]:
    """The fields of a part that are lists of records, each with the record's model."""
    found = {}
    for name, info in kind.model_fields.items():
        inner = get_args(info.annotation)
        if get_origin(info.annotation) is list and isinstance(inner[0], type) and issubclass(inner[0], Record):
            found[name] = inner[0]
    return found


@cache
def parts(kind: type[Part]) -> Mapping[str, type[Part]]:
    """The fields of a part that are parts themselves, each with its model."""
    kinds = {name: info.annotation for name, info in kind.model_fields.items()}
    return {name: one for name, one in kinds.items() if isinstance(one, type) and issubclass(one, Part)}


@cache
def holds_records(kind: type[Part]) -> bool:
    """Is there a list of records in it, or in one of its parts?"""
    return bool(lists(kind)) or any(holds_records(one) for one in parts(kind).values())


@cache
def apart(kind: type[Part]) -> frozenset[str]:
    """The fields that are addressed by themselves: lists of records, and the parts in which there are some."""
    return frozenset(lists(kind)) | {name for name, one in parts(kind).items() if holds_records(one)}


def record_lists(part: Part, prefix: str = "") -> Iterator[RecordList]:
    """Every list of records under a part, in the document's order: `team.members`, `items`, `items/C7/panels` …"""
    for name in type(part).model_fields:
        if name in lists(type(part)):
            found = RecordList(prefix + name, getattr(part, name), lists(type(part))[name])
            yield found
            if holds_records(found.kind):
                for one in found.rows:
                    yield from record_lists(one, f"{found.path}/{one.id}/")
        elif name in apart(type(part)):
            yield from record_lists(getattr(part, name), f"{prefix}{name}.")


@cache
def kinds(kind: type[Part]) -> tuple[type[Record], ...]:
    """The kind itself if it is a record's, and every kind of record that may stand in it, at any depth."""
    own = (kind,) if issubclass(kind, Record) else ()
    inner = (*lists(kind).values(), *parts(kind).values())
    return tuple(dict.fromkeys((*own, *(found for one in inner for found in kinds(one)))))


def records(part: Part) -> Iterator[Record]:
    """Every record under a part, at any depth."""
    for one in record_lists(part):
        yield from one.rows


def kind_at(root: type[Part], address: str) -> type[Part]:
    """The model of the object at an address, or of the records in the list there; no record needs to exist."""
    kind = root
    for step in address.split("/")[::2]:  # fields, id, fields, id …
        for name in step.split("."):
            kind = lists(kind).get(name) or parts(kind)[name]
    return kind


def at(root: Part, address: str) -> Any:
    """The part or the list at an address; LookupError where no such record is, KeyError where no such field can be."""
    here: Any = root
    for number, step in enumerate(address.split("/")):
        if number % 2:
            here = next((one for one in here if one.id == step), None)
            if here is None:
                raise LookupError(step)
        else:
            for name in step.split("."):
                if name not in type(here).model_fields:
                    raise KeyError(name)
                here = getattr(here, name)
    return here


def under(address: str, name: str) -> str:
    """The address of a field of what stands at an address: behind an id comes `/`, behind a field `.`."""
    return f"{address}{'.' if address.count('/') % 2 == 0 else '/'}{name}"


def shape(address: str) -> str:
    """An address without its ids, as `label(…, refers=…)` names a list: `items/panels`."""
    return "/".join(address.split("/")[::2])


def opened(root: P, address: str) -> tuple[P, Any]:
    """A copy of `root` in which what leads to an address is copied and all else is shared, and what stands there.

    LookupError and KeyError as in `at`. A deep copy of a full plan takes longer than writing it to the disk.
    """
    new = root.model_copy()
    here: Any = new
    for number, step in enumerate(address.split("/")):
        if number % 2:
            place = next((n for n, one in enumerate(here) if one.id == step), None)
            if place is None:
                raise LookupError(step)
            here[place] = here = here[place].model_copy()
        else:
            for name in step.split("."):
                if name not in type(here).model_fields:
                    raise KeyError(name)
                value = getattr(here, name)
                copy = list(value) if isinstance(value, list) else value.model_copy()
                here.__dict__[name] = here = copy  # as it is: a setter would validate the whole list
    return new, here


@cache
def references(kind: type[Part]) -> frozenset[str]:
    """The fields that name other records, by their types in the model."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(name for name in kind.model_fields if name != "id" and _is_reference(hints[name]))


@cache
def refers(kind: type[Part]) -> Mapping[str, str]:
    """Where the records stand that a part's fields name: field → address of the list (`label(…, refers=…)`)."""
    extras = {name: kind.model_fields[name].json_schema_extra for name in references(kind)}
    return {
        name: str(extra["refers"]) for name, extra in extras.items() if isinstance(extra, dict) and "refers" in extra
    }


@cache
def named_lists(kind: type[Part]) -> frozenset[str]:
    """The lists whose records a part and what stands in it may name."""
    within = [*lists(kind).values(), *parts(kind).values()]
    return frozenset(refers(kind).values()).union(*map(named_lists, within))


@cache
def inner(kind: type[Part]) -> tuple[str, ...]:
    """The fields of a part that are parts, or lists of parts."""
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if any(isinstance(one, type) and issubclass(one, Part) for one in (info.annotation, *get_args(info.annotation)))
    )


def _is_reference(hint: Any) -> bool:
    return hint in (Id, Reference) or any(_is_reference(one) for one in get_args(hint))


def named(part: Part) -> Iterator[str]:
    """Every id that a part and what stands in it name, whether it leads anywhere or not."""
    for name in references(type(part)):
        value = getattr(part, name)
        yield from value if isinstance(value, list) else [value]
    for name in inner(type(part)):
        value = getattr(part, name)
        for one in value if isinstance(value, list) else [value]:
            yield from named(one)


def referring(part: P, now: Callable[[str], str]) -> P:
    """A part with every id that it and its own parts and records name put through `now`; "" takes an id away."""
    changes: dict[str, Any] = {}
    named = references(type(part))
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            changes[name] = referring(value, now)
        elif isinstance(value, list) and value and isinstance(value[0], Part):
            changes[name] = [referring(one, now) for one in value]
        elif name in named:
            found = [new for one in value if (new := now(one))] if isinstance(value, list) else now(value)
            changes[name] = found
    return part.model_copy(update=changes) if changes else part


def letter_of(id_: str) -> str:
    """The letter of an id."""
    return id_.rstrip("0123456789")


def number_of(id_: str) -> int:
    """The number of an id."""
    return int(id_[len(letter_of(id_)) :])


def next_id(letter: str, used: Iterable[str], named: Collection[str] = ()) -> str:
    """The id behind all of its letter, or the lowest free one where the numbers are used up; none that is `named`."""
    numbers = {number_of(one) for one in used if letter_of(one) == letter}
    behind = range(max(numbers, default=0) + 1, HIGHEST_ID + 1)
    free = (f"{letter}{n}" for n in chain(behind, range(1, HIGHEST_ID + 1)) if n not in numbers)
    return next(one for one in free if one not in named)
