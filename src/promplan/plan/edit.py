"""Edits: what one change does to a plan, as functions from plan to plan, addressed at any depth.

An address is fields, id, fields, id …: `brief`, `enterprise.facts/F3`, `enterprise.facts/F3/clearance`,
`items/C7/panels/S3`.
"""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from promplan.language import Problem, say
from promplan.plan import tree
from promplan.plan.answers import LOOK, NO_REASON, Given, Reason, is_a_sentence
from promplan.plan.base import Part, Record
from promplan.plan.document import Plan
from promplan.plan.naming import called

P = TypeVar("P", bound=Plan)
R = TypeVar("R", bound=Record)


class Conflict(Problem):
    """Two people changed the same field: both versions are shown, the user chooses.

    Attributes:
        address: the object. fields: the names of its fields in question.
        mine, theirs: all its fields as I want them and as the file has them now.
    """

    def __init__(self, address: str, fields: tuple[str, ...], mine: dict[str, Any], theirs: dict[str, Any]) -> None:
        super().__init__(
            say(
                "{address} was changed elsewhere since you saw it. Choose which version stays.",
                address=called(address),
            )
        )
        self.address, self.fields, self.mine, self.theirs = address, fields, mine, theirs


class Gone(Problem):
    """The object was removed elsewhere."""


def find(plan: Plan, address: str) -> Part:
    """The object at an address; raises `Gone`."""
    with _gone():
        found = tree.at(plan, address)
    assert isinstance(found, Part)
    return found


def is_there(plan: Plan, address: str) -> bool:
    """Is the object still in the plan?"""
    try:
        find(plan, address)
    except Gone:
        return False
    return True


@contextlib.contextmanager
def _gone() -> Iterator[None]:
    try:
        yield
    except KeyError:  # no such field: that is a mistake of ours, and nobody's removal
        raise
    except LookupError as missing:
        raise Gone(
            say("{address} is no longer in the plan: somebody removed it.", address=str(missing.args[0]))
        ) from None


def _opened(plan: P, address: str) -> tuple[P, Any]:
    """A copy of the plan that may be changed at an address, and what stands there; raises `Gone`."""
    with _gone():
        return tree.opened(plan, address)


def records(plan: Plan, path: str) -> list[Any]:
    """The list at `enterprise.facts`, `items/C7/panels` …; raises `Gone` where its owner is."""
    holder, name = owner(plan, path)
    found: list[Any] = getattr(holder, name)
    return found


def owner(plan: Plan, path: str) -> tuple[Part, str]:
    """The part that a list stands in, and the list's name in it: the plan itself for `objectives`."""
    cut = max(path.rfind("."), path.rfind("/"))
    return (find(plan, path[:cut]), path[cut + 1 :]) if cut >= 0 else (plan, path)


def fields(part: Part) -> dict[str, Any]:
    """The object's own fields, without what has addresses of its own: the records that stand in it."""
    return part.model_dump(exclude=set(tree.apart(type(part))))


def put(plan: Plan, address: str, values: dict[str, Any], seen: dict[str, Any] | None = None) -> Plan:
    """Set fields of an object; no others are compared with what was `seen`.

    Raises:
        ValidationError: a value does not fit. Gone: the object was removed.
        ValueError: an id, or a list of records, is no field of the object's own.
        Conflict: one of these fields is not what was seen, and not what it is to be either.
    """
    new, part = _opened(plan, address)
    kind: type[Part] = type(part)
    if strange := values.keys() & {"id", *tree.apart(kind)}:
        raise ValueError(f"put sets an object's own fields; {', '.join(sorted(strange))} of {address} is none")
    now = fields(part)
    wanted = kind.model_validate({**part.model_dump(), **values}, strict=True)
    mine = {**now, **{name: value for name, value in fields(wanted).items() if name in values}}
    if seen is not None:
        torn = tuple(n for n in values if n in seen and n in now and now[n] not in (seen[n], mine[n]))
        if torn:
            raise Conflict(address, torn, mine=mine, theirs=now)
    for name in values:
        setattr(part, name, getattr(wanted, name))
    return new


def add(plan: Plan, path: str, values: dict[str, Any], after: str | None = None) -> tuple[Plan, str]:
    """Add a record behind `after` (else at the end); its id is the next that nothing has, and nothing names.

    Else the reason given to a removed fact's warning, or a removed member's answers, would pass to whoever comes next.
    Records that stand in it get ids of their own too, and what in it names them follows: so a copy is made.
    """
    new, rows = _opened(plan, path)
    kind = tree.kind_at(type(plan), path)
    assert issubclass(kind, Record)
    used = {one.id for one in tree.records(new)}
    named = {*tree.named(plan), *(one.object for one in plan.answers.reasons)}
    record = kind.model_validate({**values, "id": tree.next_id(kind.LETTER, used, named)}, strict=True)
    record = _afresh(record, used | {record.id}, named)
    place = next((i + 1 for i, row in enumerate(rows) if row.id == after), len(rows))
    rows.insert(place, record)
    _validate_list(new, path)
    return new, record.id


def _afresh(record: R, used: set[str], named: set[str]) -> R:
    """The record with new ids for the records that stand in it."""
    now: dict[str, str] = {}
    for one in tree.records(record):
        now[one.id] = tree.next_id(one.LETTER, used, named)
        used.add(now[one.id])
        one.id = now[one.id]
    return tree.referring(record, lambda id_: now.get(id_, id_)) if now else record


def _validate_list(plan: Plan, path: str) -> None:
    holder, name = owner(plan, path)
    try:
        setattr(holder, name, getattr(holder, name))  # validate_assignment: the list's bound
    except ValidationError as error:
        limit = (error.errors(include_url=False)[0].get("ctx") or {}).get("max_length")
        raise Problem(say("This list is full: it has {limit} entries. Remove one first.", limit=limit)) from None


def _taken_out(plan: Plan, address: str) -> tuple[Plan, list[Any], int, Record]:
    """The plan without a record, the list that it stood in, its place there, and itself; raises `Gone`."""
    path, _, id_ = address.rpartition("/")
    find(plan, address)
    new, rows = _opened(plan, path)
    place = next(place for place, one in enumerate(rows) if one.id == id_)
    return new, rows, place, rows.pop(place)


def remove(plan: Plan, address: str) -> Plan:
    """Take a record out; `Gone` if somebody already did."""
    return _taken_out(plan, address)[0]


def put_back(plan: Plan, path: str, record: Record, order: Sequence[str]) -> tuple[Plan, str]:
    """A removed record as it was, with its id and what stands in it, behind whom it followed in `order`.

    Where one of its ids was given to another meanwhile, it comes back under new ones; returns the id that it has now.
    """
    new, rows = _opened(plan, path)
    there = [one.id for one in rows]
    before = order[: order.index(record.id)] if record.id in order else order
    place = next((there.index(one) + 1 for one in reversed(before) if one in there), 0)
    ids = {record.id, *(one.id for one in tree.records(record))}
    if ids & {one.id for one in tree.records(new)}:
        new, id_ = add(plan, path, record.model_dump(exclude={"id"}))
        return move(new, f"{path}/{id_}", place - len(rows)), id_
    rows.insert(place, record)
    _validate_list(new, path)
    return new, record.id


def move(plan: Plan, address: str, by: int) -> Plan:
    """Shift a record `by` places, stopping at the ends."""
    new, rows, place, record = _taken_out(plan, address)
    rows.insert(max(0, min(len(rows), place + by)), record)
    return new


def answer(plan: Plan, answers: dict[str, str], by: str = "") -> Plan:
    """Record answers, question by question, in place of earlier ones to the same questions by the same member."""
    new, _ = _opened(plan, "answers")
    kept = [one for one in new.answers.given if one.by != by or one.question not in answers]
    new.answers.given = [*kept, *(Given(question=key, answer=text, by=by) for key, text in answers.items())]
    return new


def reason(plan: Plan, rule: str, about: str, text: str, by: str = "") -> Plan:
    """Say why a warning stays; an empty text takes the reason back, and what is no sentence is refused."""
    if text.strip() and not is_a_sentence(text):
        raise Problem(NO_REASON)
    new, _ = _opened(plan, "answers")
    kept = [one for one in new.answers.reasons if (one.rule, one.object) != (rule, about)]
    given = [Reason(rule=rule, object=about, reason=text, by=by)] if text.strip() else []
    new.answers.reasons = kept + given
    return new


def attempt(plan: Plan, exercise: str, look: int | None = None) -> Plan:
    """Count one more try at an exercise; where `look` says what was looked at, only after it has changed."""
    tries, key = dict(plan.answers.tries), LOOK.format(exercise=exercise)
    if look is not None and tries.get(key) == look:
        return plan
    new, _ = _opened(plan, "answers")
    tries[exercise] = tries.get(exercise, 0) + 1
    new.answers.tries = tries if look is None else {**tries, key: look}
    return new
