"""What the plant may be asked about: facts, hard questions, the data behind a work, shots, the visit, a version."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from promplan.language import Words, say
from promplan.plan import approvals, edit
from promplan.plan.approvals import JUDGES, content_digest
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.safety import VisitClearance
from promplan.plan.shots import Shot

FACTS, QUESTIONS, IDEAS, SHOTS, ITEMS = "enterprise.facts", "message.questions", "ideas", "visit.shots", "items"
PERMITS = "visit.clearances"
PATHS = {
    "fact": FACTS, "question": QUESTIONS, "idea": IDEAS, "permit": PERMITS, "shot": SHOTS, "item": ITEMS
}  # by a letter's field  # fmt: skip
FIELDS = {path: name for name, path in PATHS.items()}
OF_NUMBERS = "spirograph"  # a form of two numbers: no data stand behind it


class Subject(NamedTuple):
    """What a letter asks about: the field of the letter that names it, and the id."""

    kind: str
    id: str

    @property
    def address(self) -> str:
        """Where it stands in the plan."""
        return f"{PATHS[self.kind]}/{self.id}"


def subject(one: Request) -> Subject | None:
    """What a letter asks about; None where it asks about nothing yet."""
    return next((Subject(kind, id_) for kind in PATHS if (id_ := getattr(one, kind))), None)


def about(one: Request) -> str:
    """The address of what a letter asks about; empty where it asks about nothing yet."""
    found = subject(one)
    return found.address if found else ""


def told(plan: Plan, address: str) -> str:
    """What stands at an address, in its own words."""
    return words(edit.find(plan, address))


def words(thing: Any) -> str:
    """What is asked about, in its own words."""
    if isinstance(thing, Idea):
        return thing.poster.title.strip() or thing.title
    if isinstance(thing, Shot | VisitClearance):
        return thing.what
    if isinstance(thing, Item):
        return thing.title
    return str(getattr(thing, "statement", "") or getattr(thing, "question", ""))


def begun(plan: Plan, address: str) -> str:
    """The words with which a letter about it begins."""
    thing: Any = edit.find(plan, address)
    if address.startswith(FACTS):
        return str(thing.clearance.wording or thing.statement)
    if address.startswith(QUESTIONS):
        return str(thing.answer)
    return told(plan, address)


def may_be_asked(plan: Plan) -> Iterator[tuple[str, Any]]:
    """All that a letter may ask about, kind by kind: its address, and what stands there."""
    for path in PATHS.values():
        for one in edit.records(plan, path):
            if path != IDEAS or one.poster.form:
                yield f"{path}/{one.id}", one


def version(plan: Plan, address: str) -> str:
    """The digest of what somebody at the plant looks at: of a poster its form, data and scales; empty of a text."""
    thing: Any = edit.find(plan, address)
    if isinstance(thing, Item):
        return content_digest(thing)
    if isinstance(thing, Idea):
        poster = thing.poster
        return _digest(poster.form, poster.scales, approvals.seen(poster.data))
    if isinstance(thing, Shot):
        stop = next(((it.name, it.zone) for it in plan.visit.stops if it.id == thing.stop), ())
        return _digest(thing.what, stop, thing.size, thing.move, thing.seconds, thing.sound, thing.avoid)
    return ""


def has_changed(plan: Plan, one: Request) -> bool:
    """Is what the letter showed another thing by now?"""
    address = about(one)
    return bool(one.version and edit.is_there(plan, address) and version(plan, address) != one.version)


def unready(plan: Plan, one: Request) -> Words | None:
    """Why nobody can answer about it yet, or None."""
    thing: Any = edit.find(plan, about(one))
    if isinstance(thing, Idea):
        data = thing.poster.data
        if not thing.poster.form:
            return say("this idea has no poster yet: compose it first")
        if thing.poster.form != OF_NUMBERS and not (data.file or data.attachment):
            return say("there are no data behind this poster yet: choose them first")
    if isinstance(thing, VisitClearance) and not thing.layer:
        return say("say first who has to agree: the company, the plant, safety, or who answers for the process")
    if isinstance(thing, Item):
        if not (thing.text.strip() or thing.headline.strip() or thing.script or thing.panels):
            return say("there is nothing to look at yet: write its text or its script first")
        if not one.judge:
            known = "; ".join(str(words) for key, words in JUDGES.items() if key)
            return say("say what is to be looked at: {known}", known=known)
    return None


def _digest(*parts: Any) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
