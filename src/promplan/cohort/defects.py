"""Planted defects: what a kind of defect is, how one is put into a plan, and how it is taken out again.

A kind names the rule that it breaks, or none where no rule can see it, and offers its places in a plan; whoever plants
(plant.py) asks the rule whether it sees the defect there. The kinds stand in `defects_*.py`, a family in each.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from promplan.language import Words, inside
from promplan.plan import edit
from promplan.plan.approvals import content_digest, holds
from promplan.plan.base import Part
from promplan.plan.document import Plan


@dataclass(frozen=True)
class Put:
    """Fields of one part of the plan that are set."""

    address: str
    values: Mapping[str, Any]

    @property
    def object(self) -> str:
        """The id of the record that it stands in; the section where there is none."""
        steps = self.address.split("/")
        return steps[1] if len(steps) > 1 else steps[0].partition(".")[0]


@dataclass(frozen=True)
class Done:
    """What was put: the values before and after, as JSON knows them."""

    address: str
    was: dict[str, Any]
    now: dict[str, Any]


Find = Callable[[Plan], Iterable[Put]]
Fix = Callable[[str], Words]


@dataclass(frozen=True)
class Kind:
    """A kind of defect, or of decoy.

    Args:
        id: its name in the key. rule: the rule that it breaks, empty where none sees it. name: what it is.
        fix: the smallest fix, from what stood there before. hard: 1 seen at once, 2 to be compared, 3 to be known.
        find: its places in a plan. decoy: it looks wrong and is right.
    """

    id: str
    rule: str
    name: Words
    fix: Fix
    hard: int
    find: Find
    decoy: bool = False


KINDS: dict[str, Kind] = {}


def defect(id: str, rule: str, name: Words, fix: Fix, hard: int, decoy: bool = False) -> Callable[[Find], Find]:
    """Add a function that yields places to the kinds."""

    def add(find: Find) -> Find:
        if id in KINDS:
            raise ValueError(f"two kinds of defects are called {id}")
        KINDS[id] = Kind(id, rule, name, fix, hard, find, decoy)
        return find

    return add


def own(plan: Plan, words: Words) -> str:
    """Words in the plan's own language: they are to stand in it."""
    with inside(plan.meta.language):
        return str(words)


def planted(plan: Plan, one: Put) -> tuple[Plan, tuple[Done, ...]] | None:
    """The plan with a defect, and what was done; None where the plan cannot hold it.

    Whoever approved a piece is said to have seen it as it is now: the defect is to be found by reading, and not by
    the version that an approval names.
    """
    done = []
    try:
        new, first = _put(plan, one.address, one.values)
    except (ValidationError, ValueError, edit.Gone):
        return None
    if first.was == first.now:
        return None
    done.append(first)
    before = {it.id: it for it in plan.items}
    for item in [it for it in new.items if it.id == one.object]:
        for approval in item.approvals:
            if holds(approval, before[item.id]) and not holds(approval, item) and approval.version:
                address = f"items/{item.id}/approvals/{approval.id}"
                if address == one.address:
                    continue
                new, stamped = _put(new, address, {"version": content_digest(item)})
                done.append(stamped)
    return new, tuple(done)


def undone(plan: Plan, done: Iterable[Done]) -> Plan:
    """The plan with what was done put back."""
    for one in done:
        part = edit.find(plan, one.address)
        kept = type(part).model_validate_json(json.dumps({**_dumped(part), **one.was}))
        plan = edit.put(plan, one.address, {name: getattr(kept, name) for name in one.was})
    return plan


def _put(plan: Plan, address: str, values: Mapping[str, Any]) -> tuple[Plan, Done]:
    was = _dumped(edit.find(plan, address))
    new = edit.put(plan, address, dict(values))
    now = _dumped(edit.find(new, address))
    return new, Done(address, {name: was[name] for name in values}, {name: now[name] for name in values})


def _dumped(part: Part) -> dict[str, Any]:
    return part.model_dump(mode="json")
