"""Three-way merge of teammates' copies of one plan: only what both changed differently is asked about.

An object is a section's own fields, or a record with an id, at any depth: two people who draw two panels of one
storyboard are not asked about the item. With an older copy of both, each side's edits and
removals follow; without one, what only one copy has is taken and an object that stands differently in both is asked
about. Nothing here reads a file or a clock: plans in, plan out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from promplan.language import Problem, say, say_many
from promplan.plan import edit, tree
from promplan.plan.answers import Answers
from promplan.plan.base import Part, Record
from promplan.plan.codec import LIMIT, dumps, explain
from promplan.plan.document import Plan
from promplan.plan.labels import goes_never_back
from promplan.plan.merging.matching import by_id, match, once_each
from promplan.plan.naming import called

Choice = Literal["mine", "theirs"]
ATTACHMENTS = "attachments"  # called after what is in them: two versions of one are no question
UNSAID = frozenset({"id", "by", "plan_id", "language"})  # set by the course: an object with these alone says nothing


@dataclass(frozen=True)
class Clash:
    """An object that both changed differently: its fields in the older copy, in mine and in theirs.

    None stands for a copy that has no such object: there is no older copy, or one side removed it.
    """

    address: str
    base: dict[str, Any] | None
    mine: dict[str, Any] | None
    theirs: dict[str, Any] | None


@dataclass(frozen=True)
class Merged:
    """What came of joining two copies.

    Attributes:
        plan: both joined; where something is asked about, mine still stands.
        asked: what both changed differently, in the plan's order.
        came: addresses of what was taken from theirs, new or changed (`brief`, `enterprise.facts/F3`, `answers`); the
            address of a list (`enterprise.facts`) where only its order came.
        gone: addresses of what left because they removed it.
        renamed: their id → the id it has now, where the two copies called things differently.
    """

    plan: Plan
    asked: list[Clash]
    came: list[str]
    gone: list[str]
    renamed: dict[str, str]
    sources: tuple[Plan, Plan, Plan | None] = field(repr=False)


def merge(mine: Plan, theirs: Plan, base: Plan | None = None) -> Merged:
    """Join `theirs` into `mine`; `base` is an older copy of both, if there is one.

    Raises:
        Problem: the plans are of two teams, or both together are more than one plan may hold.
    """
    return _join(mine, theirs, base, {})


def settle(merged: Merged, choices: Mapping[str, Choice]) -> Plan:
    """The joined plan with every question answered; raises `Problem` while one is open."""
    left = [one.address for one in merged.asked if choices.get(one.address) not in ("mine", "theirs")]
    if left:
        raise Problem(
            say_many(
                "{n} object is different in the copies: {objects}. Choose which version stays.",
                "{n} objects are different in the copies: {objects}. Choose which version of each stays.",
                len(left),
                objects=", ".join(map(called, left)),
            )
        )
    return _join(*merged.sources, choices).plan if merged.asked else merged.plan


def _join(mine: Plan, theirs: Plan, base: Plan | None, choices: Mapping[str, Choice]) -> Merged:
    _of_one_team(mine, theirs, base)
    sources = mine, theirs, base
    mine, theirs, base = once_each(mine), once_each(theirs), once_each(base) if base else None
    matched = match(mine, theirs, base)
    theirs = matched.theirs
    judge = _Judge(choices, matched.afresh)
    changes: dict[str, Any] = {}
    for name in type(mine).model_fields:
        now, other, before = getattr(mine, name), getattr(theirs, name), getattr(base, name) if base else None
        if name == "answers":
            changes[name] = _answers(now, other, before)
            if changes[name] != now:
                judge.came.append(name)
        elif isinstance(now, Part):
            changes[name] = judge.part(name, f"{name}.", before, now, other)
        elif name in tree.lists(type(mine)):
            changes[name] = judge.rows(name, name, base, mine, theirs)
    return Merged(
        _checked(mine.model_copy(update=changes)), judge.asked, judge.came, judge.gone, matched.renamed, sources
    )


def _of_one_team(mine: Plan, theirs: Plan, base: Plan | None) -> None:
    for other in (theirs, base):
        if other is not None and other.meta.plan_id != mine.meta.plan_id:
            raise Problem(
                say(
                    "These are plans of two teams, {mine} and {theirs}. Only copies of one plan can be joined: "
                    "choose a copy of your own team's plan. A team begins with copies of one member's "
                    "media-plan.json.",
                    mine=mine.team.name or say("(no name)"),
                    theirs=other.team.name or say("(no name)"),
                )
            )


def _bare(part: Part | None) -> Part | None:
    """A part without the records that stand in it: those are joined by themselves."""
    if part is None or not tree.holds_records(type(part)):
        return part
    kind = type(part)
    blank: dict[str, Any] = {
        name: [] if name in tree.lists(kind) else tree.parts(kind)[name]() for name in tree.apart(kind)
    }
    return part.model_copy(update=blank)


class _Judge:
    """Decides object by object, and keeps what was decided."""

    def __init__(self, choices: Mapping[str, Choice], afresh: frozenset[tuple[str, str]]) -> None:
        self.choices, self.afresh = choices, afresh
        self.asked: list[Clash] = []
        self.came: list[str] = []
        self.gone: list[str] = []

    def part(self, address: str, prefix: str, base: Part | None, mine: Part, theirs: Part) -> Part:
        """An object that both copies have: its own fields as decided, then what stands in it, record by record."""
        own: Part = self.pick(address, _bare(base), _bare(mine), _bare(theirs))
        changes: dict[str, Any] = {}
        for name in tree.apart(type(mine)):
            if name in tree.lists(type(mine)):
                changes[name] = self.rows(prefix + name, name, base, mine, theirs)
            else:
                before = None if base is None else getattr(base, name)
                inner = getattr(mine, name), getattr(theirs, name)
                changes[name] = self.part(prefix + name, f"{prefix}{name}.", before, *inner)
        return own.model_copy(update=changes) if changes else own

    def rows(self, path: str, name: str, base: Part | None, mine: Part, theirs: Part) -> list[Record]:
        """A list of records joined, in an order that follows both."""
        ours, others, before = by_id(mine, name), by_id(theirs, name), by_id(base, name)
        before = {id_: one for id_, one in before.items() if (path, id_) not in self.afresh}
        rows: dict[str, Any] = {}
        for id_ in dict.fromkeys((*ours, *others)):
            address, now, other = f"{path}/{id_}", ours.get(id_), others.get(id_)
            if now is not None and other is not None and tree.holds_records(type(now)):
                one: Any = self.part(address, f"{address}/", before.get(id_), now, other)
            else:
                one = self.pick(address, before.get(id_), now, other, ask=path != ATTACHMENTS)
            if one is not None:
                rows[id_] = one
        order = woven(list(ours), list(others), list(before), rows)
        if [id_ for id_ in order if id_ in ours] != [id_ for id_ in ours if id_ in rows]:
            self.came.append(path)
        return [rows[id_] for id_ in order]

    def pick(self, address: str, base: Part | None, mine: Part | None, theirs: Part | None, *, ask: bool = True) -> Any:
        """The version that stays, None for none; where both changed and nobody is asked, mine."""
        if mine is not None and theirs is not None and (late := _later(mine, theirs)):
            before, mine, theirs = mine, mine.model_copy(update=late), theirs.model_copy(update=late)
            if mine == theirs:
                return mine if mine == before else self._take(address, mine)
        if mine == theirs or theirs == base:
            return mine
        if mine == base or (base is None and _says_nothing(mine)):
            return self._take(address, theirs)
        if not ask or (base is None and _says_nothing(theirs)):
            return mine
        if base is not None and mine is not None and theirs is not None and "/" not in address:
            mine, theirs = _exchanged(base, mine, theirs)
            if mine == theirs:
                return self._take(address, theirs)
        self.asked.append(Clash(address, _fields(base), _fields(mine), _fields(theirs)))
        return self._take(address, theirs) if self.choices.get(address) == "theirs" else mine

    def _take(self, address: str, theirs: Part | None) -> Part | None:
        (self.gone if theirs is None else self.came).append(address)
        return theirs


def _later(mine: Part, theirs: Part) -> dict[str, Any]:
    """The clocks of a part that two copies set differently: the later day, because none goes back."""
    clocks = [name for name, info in type(mine).model_fields.items() if goes_never_back(info)]
    days = {name: [day for one in (mine, theirs) if (day := getattr(one, name)) is not None] for name in clocks}
    return {name: max(found) for name, found in days.items() if found and getattr(mine, name) != getattr(theirs, name)}


def _exchanged(base: Part, mine: Part, theirs: Part) -> tuple[Part, Part]:
    """Both versions of a card with every field that only one of them changed: the deadline of the brief is no question
    because somebody else changed its contact. The fields of a record, a fact's value and unit, belong together.
    """
    old, ours, others = (dict(one) for one in (base, mine, theirs))
    return (
        mine.model_copy(update={name: others[name] for name in ours if ours[name] == old[name]}),
        theirs.model_copy(update={name: ours[name] for name in others if others[name] == old[name]}),
    )


def _fields(part: Part | None) -> dict[str, Any] | None:
    return None if part is None else edit.fields(part)


def _says_nothing(part: Part | None) -> bool:
    """Is every field of it still blank, but for what the course sets by itself?"""
    return part is not None and all(
        getattr(part, name) == info.get_default(call_default_factory=True)
        for name, info in type(part).model_fields.items()
        if name not in UNSAID
    )


def woven(mine: Sequence[str], theirs: Sequence[str], base: Sequence[str], kept: Iterable[str]) -> list[str]:
    """The order of a joined list: mine's, what only they have behind its neighbour.

    Where there is an older copy whose order I left as it was, theirs is followed instead.
    """
    wanted = set(kept)
    frame, other = list(mine), list(theirs)
    common = set(mine) & set(theirs)
    was = [one for one in base if one in common]
    if [one for one in mine if one in was] == was != [one for one in theirs if one in was]:
        frame, other = other, frame
    order = [one for one in frame if one in wanted]
    placed = set(order)
    for place, one in enumerate(other):
        if one not in wanted or one in placed:
            continue
        before = next((it for it in reversed(other[:place]) if it in placed), None)
        after = next((it for it in other[place + 1 :] if it in placed), None)
        at = order.index(before) + 1 if before is not None else order.index(after) if after is not None else len(order)
        order.insert(at, one)
        placed.add(one)
    return order


def _answers(mine: Answers, theirs: Answers, base: Answers | None) -> Answers:
    """Both sides' answers; there is no clock, so of two different ones mine stays. Of tries, the larger number."""
    tries = {
        name: _quietly(*((one.tries if one else {}).get(name) for one in (base, mine, theirs)), larger=True)
        for name in dict.fromkeys((*mine.tries, *theirs.tries))
    }
    return Answers.model_construct(
        reasons=_each([one.reasons if one else None for one in (base, mine, theirs)], ("rule", "object")),
        given=_each([one.given if one else None for one in (base, mine, theirs)], ("question", "by")),
        tries={name: n for name, n in tries.items() if n is not None},
    )


def _each(lists: Sequence[list[Any] | None], key: tuple[str, ...]) -> list[Any]:
    """The rows of base, mine and theirs joined by their key, in an order as records have."""
    base, mine, theirs = ({} if rows is None else _keyed(rows, key) for rows in lists)
    found = {name: _quietly(base.get(name), mine.get(name), theirs.get(name)) for name in {**mine, **theirs}}
    rows = {name: one for name, one in found.items() if one is not None}
    return [rows[name] for name in woven(list(mine), list(theirs), list(base), rows)]


def _keyed(rows: list[Any], key: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in rows:
        name = "\0".join(getattr(one, part) for part in key)
        while name in found:  # only by hand are there two
            name += "\0"
        found[name] = one
    return found


def _quietly(base: Any, mine: Any, theirs: Any, *, larger: bool = False) -> Any:
    if mine == base or (mine is None and theirs != base):
        return theirs
    if larger and theirs is not None and theirs != base:
        return max(mine, theirs)
    return mine


def _checked(plan: Plan) -> Plan:
    """The joined plan as the document allows it: its lists may be too long together."""
    try:
        checked = type(plan).model_validate(plan.model_dump(), strict=True)
    except ValidationError as error:
        raise Problem(
            say(
                "Both copies together are more than one plan may hold: {fault}. Do so in one of them, then join again.",
                fault=explain(error),
            )
        ) from None
    if len(dumps(checked)) > LIMIT:
        raise Problem(
            say(
                "Both copies together would have {size} bytes and a plan has at most {limit}. "
                "Shorten texts in one of them, then join again.",
                size=len(dumps(checked)),
                limit=LIMIT,
            )
        )
    return checked
