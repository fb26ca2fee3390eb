"""Matching the records of two copies: which are one and the same thing, and what theirs are called in mine.

Two teammates who both press Add get the same id for two different things, and two ids for the same person. An id
that an older copy of both knows is believed; every other one is compared by what stands in the record. Records that
stand in records are matched within their owner.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from promplan.plan import tree
from promplan.plan.base import Part, Record
from promplan.plan.document import Attachment, Plan

SHARED = 0.5  # two sentences that share no more of the shorter one's words are about different things
STEM = 4  # letters that are compared of a word: «прессов» and «пресса» are one word

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Matched:
    """Their copy under mine's ids.

    Attributes:
        theirs: their plan, every reference rewritten. renamed: their id → the id it has now.
        afresh: records of the older copy that both sides replaced by different things: (list, id).
    """

    theirs: Plan
    renamed: dict[str, str]
    afresh: frozenset[tuple[str, str]]


def by_id(part: Part | None, name: str) -> dict[str, Record]:
    """The records of a part's list by their ids, in the list's order."""
    return {} if part is None else {one.id: one for one in getattr(part, name)}


def match(mine: Plan, theirs: Plan, base: Plan | None) -> Matched:
    """Give each of their records the id that it has in mine, or a free one where mine uses it for something else."""
    matching = _Matching(mine, theirs, base)
    matching.part("", mine, theirs, base)
    renamed = {old: new for each in matching.names.values() for old, new in each.items()}
    return Matched(_under(theirs, matching.names, renamed), renamed, frozenset(matching.afresh))


class _Matching:
    """Walks three copies at once; `names` holds, list by list as theirs are addressed, their id → mine's."""

    def __init__(self, mine: Plan, theirs: Plan, base: Plan | None) -> None:
        self.held = {one.id for one in tree.records(mine)}
        self.used = {one.id for plan in (mine, theirs, base) if plan is not None for one in tree.records(plan)}
        self.names: dict[str, dict[str, str]] = {}
        self.afresh: set[tuple[str, str]] = set()

    def part(self, prefix: str, ours: Part | None, other: Part, before: Part | None) -> None:
        """Match what stands in a part of theirs with the same part of mine and of the older copy."""
        for name in tree.apart(type(other)):
            if name in tree.lists(type(other)):
                self.rows(prefix + name, *(by_id(one, name) for one in (ours, other, before)))
            else:
                here, then = (None if one is None else getattr(one, name) for one in (ours, before))
                self.part(f"{prefix}{name}.", here, getattr(other, name), then)

    def rows(
        self, path: str, ours: Mapping[str, Record], others: Mapping[str, Record], before: Mapping[str, Record]
    ) -> None:
        """Match the records of one list, then what stands in each of them."""
        new = {id_ for id_, one in before.items() if _both_replaced(one, ours.get(id_), others.get(id_))}
        self.afresh |= {(path, id_) for id_ in new}
        known = set(before) - new
        added = [one for one in others.values() if one.id not in known]
        same = _pairs([one for one in ours.values() if one.id not in known], added)
        names = self.names[path] = {}
        for one in added:
            if (now := same.get(one.id)) is None and one.id in self.held:
                now = tree.next_id(tree.letter_of(one.id), self.used)
                self.used.add(now)
            if now not in (None, one.id):
                names[one.id] = now
        for id_, one in others.items():
            if tree.holds_records(type(one)):
                twin = ours.get(names.get(id_, id_)) if id_ in known or id_ in same else None
                self.part(f"{path}/{id_}/", twin, one, before.get(id_) if id_ in known else None)


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
        for one in sorted(ours, key=lambda it: tree.number_of(it.id)):  # higher ids were given later
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


def words(one: Record) -> str:
    """What a record is called in natural words, without capitals and extra spaces."""
    if isinstance(one, Attachment):
        return one.sha256  # what is in a file is what it is
    first = next(name for name in type(one).model_fields if name not in ("id", "by"))
    return " ".join(" ".join(str(getattr(one, name)) for name in one.CALLED or (first,)).casefold().split())


def different(one: Record, other: Record) -> bool:
    """Are these evidently two things, and not two versions of one?"""
    mine, theirs = words(one), words(other)
    if mine == theirs:
        return False
    if isinstance(one, Attachment):
        return True
    here, there = _stems(mine), _stems(theirs)
    if here <= there or there <= here:  # where one says nothing, too
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
    return one.model_dump_json(exclude=_names(type(one)))


@cache
def _names(kind: type[Part]) -> Any:
    """A part's own id and the ids that it names, at any depth, as pydantic's `exclude` wants them."""
    named: dict[str, Any] = {"id": True, **dict.fromkeys(tree.references(kind), True)}
    named |= {name: {"__all__": _names(one)} for name, one in tree.lists(kind).items()}
    return named | {name: _names(one) for name, one in tree.parts(kind).items()}


def once_each(plan: Plan) -> Plan:
    """The plan with every id given once; the later of two gets a new one (only by hand are there two)."""
    ids = [one.id for one in tree.records(plan)]
    if len(set(ids)) == len(ids):
        return plan
    new = plan.model_copy(deep=True)
    used, seen = set(ids), set[str]()
    for one in tree.records(new):
        if one.id in seen:
            one.id = tree.next_id(tree.letter_of(one.id), used)
            used.add(one.id)
        seen.add(one.id)
    return new


def _under(plan: Plan, names: Mapping[str, Mapping[str, str]], renamed: Mapping[str, str]) -> Plan:
    """The plan with its records' ids and everything that names them rewritten at once."""
    if not renamed:
        return plan

    def under(part: P, prefix: str) -> P:
        changes: dict[str, Any] = {}
        for name in tree.apart(type(part)):
            value, path = getattr(part, name), prefix + name
            if isinstance(value, list):
                now = names.get(path, {})
                changes[name] = [
                    under(one, f"{path}/{one.id}/").model_copy(update={"id": now.get(one.id, one.id)}) for one in value
                ]
            else:
                changes[name] = under(value, f"{path}.")
        return part.model_copy(update=changes)

    new = tree.referring(under(plan, ""), lambda id_: renamed.get(id_, id_))
    reasons = [one.model_copy(update={"object": renamed.get(one.object, one.object)}) for one in new.answers.reasons]
    return new.model_copy(update={"answers": new.answers.model_copy(update={"reasons": reasons})})
