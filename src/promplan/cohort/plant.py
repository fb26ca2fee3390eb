"""Put known defects into a good plan, and keep the key: what was changed, where, and how it is put right.

The same plan, number and seed give the same bytes. The rule that a kind names is asked before and after: a defect that
it does not see is no defect, and goes to no plan. No two stand in one object.
"""

import json
import random
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Any

from pydantic import Field, ValidationError

from promplan.cohort.defects import KINDS, Done, Kind, Put, planted
from promplan.cohort.people import Part
from promplan.language import Problem, Words, inside, say
from promplan.plan.document import Plan
from promplan.review import check

FAMILIES = (
    *("defects_facts", "defects_people", "defects_pieces", "defects_aims", "defects_money", "defects_told"),
    "decoys",
)
LOOKS = 12  # places of a kind that are tried
SHARE = 3  # a decoy for so many defects
MOST = 40
MARK = '"planted"'  # by which a key is known again

Seen = frozenset[tuple[str, str, str]]

for _family in FAMILIES:  # importing a family adds its kinds
    import_module(f"promplan.cohort.{_family}")


class Change(Part):
    """What was set at an address of the plan."""

    address: str
    was: dict[str, Any]
    now: dict[str, Any]


class Row(Part):
    """A defect, or a decoy, as the key tells it.

    Args:
        kind: its kind. rule: the rule that sees it; empty where none does, and of a decoy. object: where it stands.
        also: objects at which the rule speaks. changes: what was set, and the true values.
        said, fix: what it is and the smallest fix, in both languages. hard: 1 seen at once … 3 to be known.
    """

    kind: str
    decoy: bool = False
    rule: str = ""
    object: str
    also: list[str] = Field(default_factory=list)
    changes: list[Change]
    true: str = ""
    said: dict[str, str]
    fix: dict[str, str]
    hard: Annotated[int, Field(ge=1, le=3)]

    @property
    def objects(self) -> set[str]:
        """Whoever names one of these has found it."""
        return {self.object, *self.also}

    @property
    def done(self) -> list[Done]:
        """What `undone` takes back, the last first."""
        return [Done(one.address, one.was, one.now) for one in reversed(self.changes)]


class Key(Part):
    """The key of a planted plan; `touched` are objects at which a planted defect makes other rules speak too."""

    planted: Annotated[int, Field(ge=1, le=1)] = 1
    title: str = ""
    seed: int
    rows: list[Row]
    touched: list[str] = Field(default_factory=list)

    @property
    def defects(self) -> list[Row]:
        """What is to be found."""
        return [one for one in self.rows if not one.decoy]

    @property
    def decoys(self) -> list[Row]:
        """What is not to be reported."""
        return [one for one in self.rows if one.decoy]


def plant(plan: Plan, n: int, seed: int) -> tuple[Plan, Key]:
    """The plan with `n` defects and a decoy for three of them, and the key.

    Raises:
        Problem: the plan offers too few places.
    """
    draw = random.Random(f"promplan plant {seed}")
    base = _seen(plan)
    used: set[str] = set()
    rows: list[Row] = []
    new = plan
    for kind in _drawn(draw, decoy=False):
        if len(rows) == n:
            break
        if (hit := _one(new, kind, draw, used)) is not None:
            new, row = hit
            rows.append(row)
            used |= row.objects
    if len(rows) < n:
        raise Problem(_too_few(len(rows), n))
    spoken = {it[1] for it in _seen(new) - base}
    wanted = n // SHARE
    for kind in _drawn(draw, decoy=True):
        if wanted == 0:
            break
        if (hit := _one(new, kind, draw, used | spoken, quiet=True)) is not None:
            new, row = hit
            rows.append(row)
            used |= row.objects
            wanted -= 1
    draw.shuffle(rows)
    named = {it for one in rows for it in one.objects}
    return new, Key(title=plan.meta.title, seed=seed, rows=rows, touched=sorted(spoken - named))


def read(data: bytes) -> Key:
    """The key in a file.

    Raises:
        Problem: it is none.
    """
    try:
        return Key.model_validate_json(data)
    except ValidationError:
        raise Problem(say("This is no key. Name the file that promplan plant wrote with --key.")) from None


def written(key: Key) -> bytes:
    """The bytes of a key."""
    return (json.dumps(key.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def is_key(data: bytes) -> bool:
    """Are these the bytes of a key?"""
    return data.lstrip()[:1] == b"{" and MARK.encode() in data[:200]


def _too_few(found: int, n: int) -> Words:
    if not found:
        return say("This plan offers no place for a defect. Take a plan that is filled in.")
    return say(
        "This plan offers too few places: {found} defects, and {n} are asked for. Ask for --n {found}, or take a "
        "fuller plan.",
        found=found,
        n=n,
    )


def _drawn(draw: random.Random, *, decoy: bool) -> list[Kind]:
    kinds = [one for _, one in sorted(KINDS.items()) if one.decoy == decoy]
    draw.shuffle(kinds)
    return kinds


def _one(plan: Plan, kind: Kind, draw: random.Random, used: set[str], quiet: bool = False) -> tuple[Plan, Row] | None:
    """The plan with a defect of this kind at a place that is free, and its row; None where there is none."""
    places = [one for one in kind.find(plan) if one.object not in used]
    draw.shuffle(places)
    before: Seen | None = None
    for place in places[:LOOKS]:
        done = planted(plan, place)
        if done is None:
            continue
        new, changes = done
        if not kind.rule:
            before = _seen(plan) if before is None else before
            if _seen(new) - before:  # some rule sees it after all
                continue
            return new, _row(kind, place, changes, [])
        before = _seen(plan, kind.rule) if before is None else before
        objects = {it[1] for it in _seen(new, kind.rule) - before}
        if objects and not objects & used:
            return new, _row(kind, place, changes, sorted(objects - {place.object}))
    return None


def _seen(plan: Plan, rule: str = "") -> Seen:
    """What the review says and nobody has answered: rule, object, words."""
    found = check(plan, only=(rule,) if rule else ())
    return frozenset((one.rule, one.object, str(one.message)) for one in found if one.open)


def _row(kind: Kind, place: Put, changes: Iterable[Done], also: list[str]) -> Row:
    changes = tuple(changes)
    true = "; ".join(told(it) for it in changes[0].was.values())
    said, fix = {}, {}
    for speech in ("en", "ru"):
        with inside(speech):
            said[speech] = str(kind.name)
            fix[speech] = str(kind.fix(true))
    return Row(
        kind=kind.id,
        decoy=kind.decoy,
        rule=kind.rule,
        object=place.object,
        also=also,
        changes=[Change(address=one.address, was=one.was, now=one.now) for one in changes],
        true=true,
        said=said,
        fix=fix,
        hard=kind.hard,
    )


def told(value: Any) -> str:
    """A value as a reader of the key knows it."""
    if value is None or value in ("", []):
        return "–"
    if isinstance(value, list):
        return ", ".join(str(it) for it in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
