"""Blocks of any part of the plan, at any depth, from its model alone: labels, choices, types, in the model's order.

What the model says is `inside` is never read here.
"""

from collections.abc import Iterable, Mapping, Set
from datetime import date, datetime, time
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from promplan.export.outline import Block, Field, Fields, Group, Record, Row, Rows, Said, cell
from promplan.export.outline_values import Choice, Clock, Day, Moment, Number, Ref, Several, Text, Value, YesNo
from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.base import Record as PlanRecord
from promplan.plan.labels import choices_of, is_inside, is_wide, label_of

FLAT = 5  # fields of a record up to which a list of such records reads well as a table

NUMBER = say("No.")

Titles = Mapping[str, str]  # what names each record of a plan, by its id


def shown(kind: type[Part]) -> dict[str, FieldInfo]:
    """The fields of a part that a reader may be shown; a record's id stands in its title."""
    return {name: info for name, info in kind.model_fields.items() if name != "id" and not is_inside(info)}


def label(kind: type[Part], name: str) -> Said:
    """What a field is called in its form; a field that no form shows is called as in the model."""
    return label_of(kind.model_fields[name]) or name.replace("_", " ")


def titles(plan: Part) -> Titles:
    """What names each record of a plan."""
    return {one.id: title(one) for one in tree.records(plan)}


def title(record: PlanRecord) -> str:
    """The words that name a record: those of its first field that is a text."""
    name = naming(type(record))
    return str(getattr(record, name)) if name else ""


@cache
def naming(kind: type[Part]) -> str:
    """The field whose words name a record; "" where it has no text of its own."""
    for name, info in shown(kind).items():
        if info.annotation is str and name not in tree.references(kind) and not choices_of(info):
            return name
    return ""


def field(part: Part, name: str, known: Titles) -> Field | None:
    """A field of a part with its label; None where nothing is filled in."""
    found = value(part, name, known)
    return None if found is None else Field(name, label(type(part), name), found)


def value(part: Part, name: str, known: Titles) -> Value | None:
    """The value of a field by its type; None where nothing is filled in."""
    kind = type(part)
    return _typed(getattr(part, name), _choices(kind, name), known if name in tree.references(kind) else None)


@cache
def _choices(kind: type[Part], name: str) -> Mapping[Any, Words]:
    return choices_of(kind.model_fields[name])


def _typed(raw: Any, choices: Mapping[Any, Words], known: Titles | None) -> Value | None:
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, list | tuple | dict):
        several = [f"{key}: {_typed(one, {}, None)}" for key, one in raw.items()] if isinstance(raw, dict) else raw
        values = tuple(found for one in several if (found := _typed(one, choices, known)) is not None)
        return Several(values) if values else None
    if raw in choices:
        return Choice(raw, choices[raw])
    if known is not None:
        return referred(raw, known)
    if isinstance(raw, bool):
        return YesNo(raw)
    if isinstance(raw, int | float):
        return Number(raw)
    if isinstance(raw, datetime):
        return Moment(raw)
    if isinstance(raw, date):
        return Day(raw)
    return Clock(raw) if isinstance(raw, time) else Text(str(raw))


def referred(id_: str, known: Titles) -> Ref:
    """The record of an id, or that there is none."""
    if id_ not in known:
        return Ref(id_, lost=say("{id}: not in the plan", id=id_))
    return Ref(id_, known[id_])


def blocks(
    part: Part,
    known: Titles,
    skip: Set[str] = frozenset(),
    instead: Mapping[str, Iterable[Block]] | None = None,
) -> tuple[Block, ...]:
    """What a part holds: its fields, then its parts and lists; `instead` of some fields stand blocks of their own."""
    kind, instead = type(part), instead or {}
    plain, nested = [], []
    for name in shown(kind):
        if name in skip:
            continue
        if name in instead:
            nested += list(instead[name])
        elif name in tree.inner(kind):
            if inner := _inner(getattr(part, name), known, label(kind, name)):
                nested.append(Group(name, label(kind, name), inner))
        elif (found := field(part, name, known)) is not None:
            plain.append(found)
    return (*([Fields(tuple(plain))] if plain else []), *nested)


def _inner(held: Any, known: Titles, named: Said) -> tuple[Block, ...]:
    if isinstance(held, Part):
        return blocks(held, known)
    return listed(held, known, named) if held else ()


def listed(parts: list[Any], known: Titles, caption: Said = "") -> tuple[Block, ...]:
    """A list of parts: a table where they have few short fields, else each under its title or its number."""
    if not parts:
        return ()
    kind: type[Part] = type(parts[0])
    if _flat(kind):
        return (rows(parts, known, caption),)
    if issubclass(kind, PlanRecord):
        return tuple(record(one, known) for one in parts)
    return tuple(Group("", str(n), blocks(one, known)) for n, one in enumerate(parts, 1))


@cache
def _flat(kind: type[Part]) -> bool:
    wide = any(is_wide(info) for info in shown(kind).values())
    return len(shown(kind)) <= FLAT and not wide and not tree.inner(kind)


def record(one: PlanRecord, known: Titles, instead: Mapping[str, Iterable[Block]] | None = None) -> Record:
    """A record under its title, which is not told twice."""
    named = title(one)
    skip = {naming(type(one))} if named.strip() else set()
    return Record(one.id, named if named.strip() else say("(empty)"), blocks(one, known, skip, instead))


def rows(parts: list[Any], known: Titles, caption: Said = "") -> Rows:
    """Parts as rows, a column for each field; records with their ids before them."""
    kind: type[Part] = type(parts[0])
    numbered = issubclass(kind, PlanRecord)
    heads = ([NUMBER] if numbered else []) + [label(kind, name) for name in shown(kind)]
    told = tuple(_row(one, known, numbered) for one in parts)
    return Rows(tuple(heads), told, caption, "records" if numbered else "")


def _row(part: Any, known: Titles, numbered: bool) -> Row:
    own = tuple(cell(value(part, name, known)) for name in shown(type(part)))
    return Row((cell(part.id), *own), part.id) if numbered else Row(own)
