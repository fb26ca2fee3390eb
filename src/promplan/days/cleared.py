"""From when a piece may come out, and until when: what it waits for, and what ends with a day.

A piece waits for its own days of work, for the visit that it shows, and for what the plant has not answered yet: its
review, a letter about it or about one of its facts, each with the working days in which the plant answers
(`brief.answer_days`). What waits without a day is named, and binds nothing.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from promplan.days.workdays import Calendar, after, at_work
from promplan.language import Words, say, say_many
from promplan.plan.approvals import holds
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.items import Item
from promplan.plan.labels import label_of
from promplan.plan.production import Dates

VISIT = "visit"
WORK = ("brief", "shoot", "draft", "review")


@dataclass(frozen=True)
class Wait:
    """What a piece waits for: a fact, its own review or the visit, by its id; the day on which it should be there.

    `day` is None where nobody knows one; `slips` says whether the day is somebody else's and may come later.
    """

    of: str
    why: Words
    day: date | None
    slips: bool = False


@dataclass(frozen=True)
class Ready:
    """From which day a piece may come out, until which, and what it waits for."""

    waits: tuple[Wait, ...] = ()
    last: date | None = None
    until: Words | None = None

    @property
    def latest(self) -> Wait | None:
        """What comes last of all that has a day."""
        dated = [one for one in self.waits if one.day is not None]
        return max(dated, key=lambda one: one.day or date.min) if dated else None

    @property
    def first(self) -> date | None:
        """The first day on which it may come out; None where nothing is in its way."""
        return self.latest.day if self.latest else None

    def slipped(self, days: int, of: Collection[str]) -> "Ready":
        """The same where what is named comes so many days later."""
        return Ready(tuple(_slipped(one, days, of) for one in self.waits), self.last, self.until)


def _slipped(one: Wait, days: int, of: Collection[str]) -> Wait:
    if not (one.slips and one.of in of and one.day and days):
        return one
    why = say_many("{why}, and comes {n} day later", "{why}, and comes {n} days later", days, why=one.why)
    return Wait(one.of, why, one.day + timedelta(days), True)


def readiness(plan: Plan) -> dict[str, Ready]:
    """Each piece by its id: what it waits for, and what ends."""
    working = at_work(plan)
    facts = {one.id: one for one in plan.enterprise.facts}
    return {one.id: _ready(plan, one, facts, working) for one in plan.items}


def slipping(plan: Plan) -> dict[str, Words]:
    """All that may come later than it should, by the id that `Ready.slipped` takes, in the order of the pieces."""
    found: dict[str, Words] = {}
    for one in readiness(plan).values():
        for wait in one.waits:
            if wait.slips and wait.day is not None:
                found.setdefault(wait.of, wait.why)
    return found


def _ready(plan: Plan, item: Item, facts: dict[str, Fact], working: Calendar) -> Ready:
    waits = [*_work(item), *_visit(plan, item), *_review(plan, item, working), *_letters(plan, item, facts, working)]
    ends = list(_ends(item, facts))
    last = min(ends, key=lambda one: one[0]) if ends else None
    return Ready(tuple(waits), last[0] if last else None, last[1] if last else None)


def _work(item: Item) -> Iterator[Wait]:
    for name in WORK:
        if day := getattr(item.dates, name):
            words = label_of(Dates.model_fields[name]) or Words(name)
            yield Wait(item.id, say("{what}: {day}", what=words, day=day), day)


def _visit(plan: Plan, item: Item) -> Iterator[Wait]:
    if plan.visit.date and any(one.shot for one in item.panels):
        yield Wait(VISIT, say("it shows the visit of {day}", day=plan.visit.date), plan.visit.date, True)


def _review(plan: Plan, item: Item, working: Calendar) -> Iterator[Wait]:
    """The plant's days to answer after the review, unless everybody has said yes to this very version."""
    review, days = item.dates.review, plan.brief.answer_days
    if review is None or days is None or (item.approvals and all(holds(one, item) for one in item.approvals)):
        return
    due = after(review, days, working)
    why = say("the plant's answer to the review of {id} is due on {day}", id=item.id, day=due)
    yield Wait(item.id, why, due, True)


def _letters(plan: Plan, item: Item, facts: dict[str, Fact], working: Calendar) -> Iterator[Wait]:
    days = plan.brief.answer_days
    out = [one for one in plan.desk.requests if one.sent and not one.answer.state]
    for one in out:
        if one.item == item.id and not item.dates.review:
            yield _letter(one, item.id, days, working)
    for id_ in item.facts:
        fact = facts.get(id_)
        if fact is None or fact.clearance.state == "cleared":
            continue
        letter = next((one for one in out if one.fact == id_), None)
        if letter is not None:
            yield _letter(letter, id_, days, working)
        elif fact.clearance.state == "refused":
            yield Wait(id_, say("{id} was refused: take it out, or ask again", id=id_), None)
        else:
            why = say("nobody has asked for the clearance of {id}, so nobody knows its day", id=id_)
            yield Wait(id_, why, None)


def _letter(one: Request, of: str, days: int | None, working: Calendar) -> Wait:
    if days is None or one.sent is None:
        return Wait(of, say("the answer about {id} is out, and no day was agreed for it", id=of), None)
    due = after(one.sent, days, working)
    return Wait(of, say("the answer about {id} is due on {day}", id=of, day=due), due, True)


def _ends(item: Item, facts: dict[str, Fact]) -> Iterator[tuple[date, Words]]:
    """What a piece may not outlive: it must be out before it ends."""
    for id_ in item.facts:
        if (fact := facts.get(id_)) is None:
            continue
        for day in (fact.clearance.until, fact.valid_until):
            if day:
                yield day, say("{id} may be said until {day}", id=id_, day=day)
    for one in item.rights:
        if one.until:
            yield one.until, say("the licence of {what} ends on {day}", what=one.what or one.id, day=one.until)
