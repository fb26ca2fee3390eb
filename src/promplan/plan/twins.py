"""Which records of two copies are one and the same thing, and what theirs are called in mine.

Two teammates who both press Add get the same id for two different things, and two ids for the same person. An id
that an older copy of both knows is believed; every other one is compared by what stands in the record.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from promplan.plan.answers import Reason
from promplan.plan.base import Id, Part, Record, Reference
from promplan.plan.document import Attachment, Plan
from promplan.plan.edit import LISTS, records

PATHS = (*LISTS, "attachments")
HIGHEST = 9999  # an id has at most four digits
SHARED = 0.5  # two sentences that share no more of the shorter one's words are about different things
STEM = 4  # letters that are compared of a word: «прессов» and «пресса» are one word

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Twins:
    """Their copy under mine's ids.

    Attributes:
        theirs: their plan, every reference rewritten. renamed: their id → the id it has now.
        afresh: records of the older copy that both sides replaced by different things: (list, id).
    """

    theirs: Plan
    renamed: dict[str, str]
    afresh: frozenset[tuple[str, str]]


def by_id(plan: Plan | None, path: str) -> dict[str, Record]:
    """The records of a list by their ids, in the list's order."""
    return {} if plan is None else {one.id: one for one in records(plan, path)}


def align(mine: Plan, theirs: Plan, base: Plan | None) -> Twins:
    """Give each of their records the id that it has in mine, or a free one where mine uses it for something else."""
    names: dict[str, dict[str, str]] = {}
    afresh: set[tuple[str, str]] = set()
    for path in PATHS:
        ours, others, before = (by_id(plan, path) for plan in (mine, theirs, base))
        new = {id_ for id_, one in before.items() if _both_replaced(one, ours.get(id_), others.get(id_))}
        afresh |= {(path, id_) for id_ in new}
        known = set(before) - new
        added = [one for one in others.values() if one.id not in known]
        same = _pairs([one for one in ours.values() if one.id not in known], added)
        used = {*ours, *others, *before}
        names[path] = {}
        for one in added:
            if (now := same.get(one.id)) is None and one.id in ours:
                now = _free(one.id, used)
                used.add(now)
            if now not in (None, one.id):
                names[path][one.id] = now
    return Twins(
        _under(theirs, names), {old: new for each in names.values() for old, new in each.items()}, frozenset(afresh)
    )


def _both_replaced(before: Record, ours: Record | None, other: Record | None) -> bool:
    """A removed last record leaves its id to the next one that is added: then one id names three things."""
    if ours is None or other is None:
        return False
    return different(before, ours) and different(before, other) and different(ours, other)


def _pairs(ours: list[Record], others: list[Record]) -> dict[str, str]:
    """Their id → mine's, for the records that are the same thing; what is surest is paired first."""
    found: dict[str, str] = {}
    here = {one.id: one for one in ours}
    namesakes = {one.id for one in others if one.id in here and not different(here[one.id], one)}

    def pair(key: Callable[[Record], Hashable]) -> None:
        free: dict[Hashable, list[str]] = {}
        taken = set(found.values())
        for one in sorted(ours, key=_number):  # new ids are higher: the order in which they were given
            if one.id not in taken and (shape := key(one)):
                free.setdefault(shape, []).append(one.id)
        left = [(one.id, shape) for one in others if one.id not in found and (shape := key(one)) in free]
        while left:
            # who could still be paired with the namesake in the last round waits: else joining twice would not be once
            left.sort(key=lambda it: it[0] in namesakes and it[0] not in taken)
            id_, shape = left.pop(0)
            if free[shape]:
                found[id_] = free[shape].pop(0)
                taken.add(found[id_])

    pair(lambda one: (one.id, _content(one)))
    pair(_content)
    pair(lambda one: words(one) and (one.id, words(one)))
    pair(words)
    taken = set(found.values())
    found |= {id_: id_ for id_ in namesakes if id_ not in found and id_ not in taken}
    return found


def _number(one: Record) -> int:
    return int(one.id.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def words(one: Record) -> str:
    """What a record is called in natural words: its first own field, without capitals and extra spaces."""
    if isinstance(one, Attachment):
        return one.sha256  # what is in a file is what it is
    first = next(name for name in type(one).model_fields if name not in ("id", "by"))
    return " ".join(str(getattr(one, first)).casefold().split())


def different(one: Record, other: Record) -> bool:
    """Are these evidently two things, and not two versions of one?"""
    mine, theirs = words(one), words(other)
    if not mine or not theirs or mine == theirs:
        return False
    if isinstance(one, Attachment):
        return True
    here, there = _stems(mine), _stems(theirs)
    if here <= there or there <= here:
        return False
    here, there = _weighty(here), _weighty(there)
    return len(here & there) <= SHARED * min(len(here), len(there))


def _stems(text: str) -> set[str]:
    """The beginnings of a sentence's words, without its numbers: those are what a new version changes."""
    return {word[:STEM] for word in re.findall(r"\w+", text) if not word.isdigit()}


def _weighty(stems: set[str]) -> set[str]:
    """Little words say nothing, unless there are no others."""
    return {one for one in stems if len(one) == STEM} or stems


def _content(one: Record) -> str:
    """All that stands in a record but its id and the ids it names: those may differ from copy to copy."""
    return one.model_dump_json(exclude={"id", *references(type(one))})


@cache
def references(kind: type[Part]) -> frozenset[str]:
    """The fields that name other records, by their types in the model."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(name for name in kind.model_fields if name != "id" and _is_reference(hints[name]))


def _is_reference(hint: Any) -> bool:
    return hint in (Id, Reference) or any(_is_reference(one) for one in get_args(hint))


def _free(id_: str, used: set[str]) -> str:
    """The next id behind all of its letter, or the lowest free one where the numbers are used up."""
    letter = id_.rstrip("0123456789")
    numbers = {int(one[len(letter) :]) for one in used if one.rstrip("0123456789") == letter}
    highest = max(numbers)
    number = highest + 1 if highest < HIGHEST else next(n for n in range(1, HIGHEST + 1) if n not in numbers)
    return f"{letter}{number}"


def once_each(plan: Plan) -> Plan:
    """The plan with every id given once in its list; the later of two gets a new one (only by hand are there two)."""
    for path in PATHS:
        rows = records(plan, path)
        used = {one.id for one in rows}
        if len(used) < len(rows):
            seen: set[str] = set()
            kept = []
            for one in rows:
                id_ = one.id if one.id not in seen else _free(one.id, used)
                used.add(id_)
                seen.add(id_)
                kept.append(one.model_copy(update={"id": id_}))
            plan = with_lists(plan, {path: kept})
    return plan


def with_lists(plan: Plan, lists: Mapping[str, Iterable[Record]]) -> Plan:
    """The plan with these lists in place of its own; nothing is validated."""
    changes: dict[str, Any] = {}
    for path, rows in lists.items():
        section, _, name = path.rpartition(".")
        if section:
            part = changes.get(section, getattr(plan, section))
            changes[section] = part.model_copy(update={name: list(rows)})
        else:
            changes[name] = list(rows)
    return plan.model_copy(update=changes)


def _under(plan: Plan, names: Mapping[str, Mapping[str, str]]) -> Plan:
    """The plan with its records' ids and everything that names them rewritten at once."""
    renamed = {old: new for each in names.values() for old, new in each.items()}
    if not renamed:
        return plan
    lists = {
        path: [one.model_copy(update={"id": names[path].get(one.id, one.id)}) for one in records(plan, path)]
        for path in PATHS
    }
    return _referring(with_lists(plan, lists), renamed)


def _referring(part: P, renamed: Mapping[str, str]) -> P:
    """A part with the ids that it and its own parts name rewritten."""
    changes: dict[str, Any] = {}
    named = references(type(part))
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            changes[name] = _referring(value, renamed)
        elif isinstance(value, list) and value and isinstance(value[0], Part):
            changes[name] = [_referring(one, renamed) for one in value]
        elif name in named or (name == "object" and isinstance(part, Reason)):  # an id, or a section's name
            changes[name] = (
                [renamed.get(one, one) for one in value] if isinstance(value, list) else renamed.get(value, value)
            )
    return part.model_copy(update=changes) if changes else part
