"""Which records of a section a reader is shown, where it is not all of them: asked of the outlines alone."""

from collections.abc import Iterator, Sequence

from promplan.export.outline import Block, Field, Fields, Group, Outline, Record
from promplan.export.outline_values import Choice, Ref, Several, Value

PERSONAL = frozenset({"safety", "people"})  # judges who are asked of pieces in which somebody is at work


def kept_records(path: str, blocks: Sequence[Block], which: str, outlines: Sequence[Outline]) -> tuple[Block, ...]:
    """The blocks of a section without the records that are not this reader's."""
    if which == "chosen":
        return tuple(one for one in blocks if not isinstance(one, Record) or key(one, "chosen") == "yes")
    if which == "dated":
        return tuple(one for one in blocks if not isinstance(one, Record) or field_in(one, "dates", "publish"))
    if which == "people":
        ideas = _with_people(outlines)
        return tuple(one for one in blocks if not isinstance(one, Record) or _shows_people(one, ideas))
    return tuple(blocks)


def _shows_people(item: Record, ideas: set[str]) -> bool:
    """Does safety or personnel judge it, or is it of an idea that is filmed with people?"""
    judges = {key(one, "judge") for one in records_in(item, "approvals")}
    return bool(judges & PERSONAL) or bool(set(ids(field_of(item, "idea"))) & ideas)


def _with_people(outlines: Sequence[Outline]) -> set[str]:
    """The ideas that shots with people in them serve."""
    shots = [one for outline in outlines if outline.path == "visit.shots" for one in outline.blocks]
    return {
        id_
        for one in shots
        if isinstance(one, Record) and ids(field_of(one, "people"))
        for id_ in ids(field_of(one, "ideas"))
    }


def fields_of(one: Record | Group) -> Iterator[Field]:
    """The fields of a record itself, none of its groups."""
    for block in one.blocks:
        if isinstance(block, Fields):
            yield from block.rows


def field_of(one: Record | Group, name: str) -> Field | None:
    """One field of a record itself."""
    return next((it for it in fields_of(one) if it.name == name), None)


def group_of(one: Record, name: str) -> Group | None:
    """A group of a record."""
    return next((it for it in one.blocks if isinstance(it, Group) and it.name == name), None)


def field_in(one: Record, group: str, name: str) -> Field | None:
    """One field of a group of a record."""
    found = group_of(one, group)
    return None if found is None else field_of(found, name)


def records_in(one: Record, group: str) -> list[Record]:
    """The records in a group of a record."""
    found = group_of(one, group)
    return [] if found is None else [it for it in found.blocks if isinstance(it, Record)]


def key(one: Record | Group, name: str) -> str:
    """The key of a choice in the plan; empty where nothing is chosen."""
    found = field_of(one, name)
    return found.value.key if found is not None and isinstance(found.value, Choice) else ""


def ids(found: Field | None) -> list[str]:
    """The ids that a field names."""
    return [] if found is None else list(_ids(found.value))


def _ids(value: Value) -> Iterator[str]:
    if isinstance(value, Ref):
        yield value.id
    elif isinstance(value, Several):
        for one in value.values:
            yield from _ids(one)
