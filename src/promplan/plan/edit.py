"""Edits: what one change does to a plan, as functions from plan to plan, addressed by section or object."""

from typing import Any

from pydantic import ValidationError

from promplan.language import Problem, Words, say
from promplan.plan.answers import Given, Reason
from promplan.plan.audiences import Audience
from promplan.plan.base import Part, Record
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.message import Pillar, Question
from promplan.plan.objectives import Objective
from promplan.plan.team import Member

LISTS = {  # where records live, and the letter of their ids
    "team.members": "M",
    "enterprise.facts": "F",
    "objectives": "O",
    "audiences": "A",
    "message.pillars": "P",
    "message.questions": "Q",
}
KINDS: dict[str, type[Record]] = {
    "team.members": Member,
    "enterprise.facts": Fact,
    "objectives": Objective,
    "audiences": Audience,
    "message.pillars": Pillar,
    "message.questions": Question,
}


class Conflict(Problem):
    """Two people changed the same object: both versions are shown, the user chooses.

    Attributes:
        address: the object. mine, theirs: its fields as I want them and as the file has them now.
    """

    def __init__(self, address: str, mine: dict[str, Any], theirs: dict[str, Any]) -> None:
        super().__init__(
            say(
                "{address} was changed elsewhere since you saw it. Choose which version stays.",
                address=address,
            )
        )
        self.address, self.mine, self.theirs = address, mine, theirs


class Gone(Problem):
    """The object was removed elsewhere."""


def find(plan: Plan, address: str) -> Part:
    """The object at `brief`, `enterprise.facts/F3` …; raises `Gone`."""
    path, _, key = address.partition("/")
    if not key:
        part: Part = getattr(plan, path)
        return part
    for record in records(plan, path):
        if record.id == key:
            found: Part = record
            return found
    raise Gone(say("{address} is no longer in the plan: somebody removed it.", address=key))


def records(plan: Plan, path: str) -> list[Any]:
    """The list at one of the paths in `LISTS`."""
    owner, name = _owner(plan, path)
    found: list[Any] = getattr(owner, name)
    return found


def _owner(plan: Plan, path: str) -> tuple[Any, str]:
    """The part that a list stands in, and the list's name in it: the plan itself for `objectives`."""
    section, _, name = path.rpartition(".")
    return (getattr(plan, section), name) if section else (plan, name)


def fields(part: Part) -> dict[str, Any]:
    """The object's own fields, without the lists of records that stand in it."""
    dump = part.model_dump()
    return {name: value for name, value in dump.items() if not _holds_records(part, name)}


def _holds_records(part: Part, name: str) -> bool:
    return f"{type(part).__name__.lower()}.{name}" in LISTS


def put(plan: Plan, address: str, values: dict[str, Any], seen: dict[str, Any] | None = None) -> Plan:
    """Set fields of an object. Raises pydantic's ValidationError, `Gone`, or `Conflict` if `seen` is not what is."""
    new = plan.model_copy(deep=True)
    part = find(new, address)
    now = fields(part)
    if seen is not None and any(now.get(name) != value for name, value in seen.items() if name in now):
        raise Conflict(address, mine={**now, **values}, theirs=now)
    checked = type(part).model_validate({**part.model_dump(), **values}, strict=True)
    for name in values:
        setattr(part, name, getattr(checked, name))
    return new


def add(plan: Plan, path: str, values: dict[str, Any], after: str | None = None) -> tuple[Plan, str]:
    """Add a record behind `after` (else at the end); its id is the next that was never higher in this list."""
    new = plan.model_copy(deep=True)
    rows = records(new, path)
    letter = LISTS[path]
    number = 1 + max((int(row.id.lstrip(letter)) for row in rows if row.id.startswith(letter)), default=0)
    record = KINDS[path].model_validate({**values, "id": f"{letter}{number}"}, strict=True)
    place = next((i + 1 for i, row in enumerate(rows) if row.id == after), len(rows))
    rows.insert(place, record)
    _validate_list(new, path)
    return new, record.id


def _validate_list(plan: Plan, path: str) -> None:
    owner, name = _owner(plan, path)
    try:
        setattr(owner, name, getattr(owner, name))  # validate_assignment: the list's bound
    except ValidationError as error:
        limit = (error.errors(include_url=False)[0].get("ctx") or {}).get("max_length")
        raise Problem(say("This list is full: it has {limit} entries. Remove one first.", limit=limit)) from None


def remove(plan: Plan, address: str) -> Plan:
    """Take a record out; `Gone` if somebody already did."""
    new = plan.model_copy(deep=True)
    record = find(new, address)
    records(new, address.partition("/")[0]).remove(record)
    return new


def move(plan: Plan, address: str, by: int) -> Plan:
    """Shift a record `by` places, stopping at the ends."""
    new = plan.model_copy(deep=True)
    record = find(new, address)
    rows = records(new, address.partition("/")[0])
    place = rows.index(record)
    rows.insert(max(0, min(len(rows) - 1, place + by)), rows.pop(place))
    return new


def answer(plan: Plan, answers: dict[str, str], by: str = "") -> Plan:
    """Record answers, question by question, in place of earlier ones to the same questions by the same member."""
    new = plan.model_copy(deep=True)
    kept = [one for one in new.answers.given if one.by != by or one.question not in answers]
    new.answers.given = [*kept, *(Given(question=key, answer=text, by=by) for key, text in answers.items())]
    return new


def reason(plan: Plan, rule: str, about: str, text: str, by: str = "") -> Plan:
    """Say why a warning stays; an empty text takes the reason back."""
    new = plan.model_copy(deep=True)
    kept = [one for one in new.answers.reasons if (one.rule, one.object) != (rule, about)]
    given = [Reason(rule=rule, object=about, reason=text, by=by)] if text.strip() else []
    new.answers.reasons = kept + given
    return new


def attempt(plan: Plan, exercise: str) -> Plan:
    """Count one more try at an exercise."""
    new = plan.model_copy(deep=True)
    new.answers.tries = {**new.answers.tries, exercise: new.answers.tries.get(exercise, 0) + 1}
    return new


def read_only() -> Words:
    """What to say where the folder cannot be written."""
    return say(
        "The plan cannot be saved: this folder is read-only. Copy the course's folder to a place where you may write, "
        "and open it there. What you see is safe; what you type now is not."
    )
