"""What may be asked at the desk, and of whom: everything that needs a yes, kind by kind, and the people of a plant."""

from collections.abc import Mapping
from typing import Any

from promplan.cases.release import approvals
from promplan.cases.staff import Staff
from promplan.language import Words, pick, say, say_many
from promplan.plan import asking
from promplan.plan.approvals import JUDGES, holds
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.message import ANSWER_STATES, Question
from promplan.plan.safety import LAYERS, VisitClearance
from promplan.widgets.controls import begun

HEADS: Mapping[str, Words] = {
    asking.FACTS: say("Facts"),
    asking.QUESTIONS: say("Hard questions"),
    asking.IDEAS: say("Works of art: the data behind them"),
    asking.PERMITS: say("The visit: who lets you in"),
    asking.SHOTS: say("Shots of the visit"),
    asking.ITEMS: say("Pieces of content: their approval"),
}


def people(staff: Staff | None) -> list[tuple[str, str]]:
    """Each person with what they answer for; a real plant is asked by its own roles."""
    found = staff.people.values() if staff else ()
    return [(str(say("{role}: {what}", role=one.role, what=one.answers_for)), one.id) for one in found]


def judges(plan: Plan) -> list[tuple[str, str]]:
    """What a version can be looked at for: the steps of an invented plant, those that we know of elsewhere."""
    if steps := approvals(plan.meta.case):
        return [(pick(one.what), one.id) for one in steps]
    return [(str(words), key) for key, words in JUDGES.items() if key]


def judge_of(plan: Plan, person: str) -> str:
    """The step that this person of an invented plant takes; empty where they take none."""
    return next((one.id for one in approvals(plan.meta.case) if one.by == person), "")


def things(plan: Plan) -> list[tuple[str, str]]:
    """All that may be asked about, each with how it stands; of each kind first what nobody has let out."""
    order = list(HEADS)
    rows = [(address, one, *_standing(one)) for address, one in asking.may_be_asked(plan)]
    rows.sort(key=lambda it: (order.index(it[0].rpartition("/")[0]), it[2]))
    return [(f"{_told(one)} · {words}", address) for address, one, _, words in rows]


def _told(one: Any) -> str:
    """What is asked about, in its own words; of a clearance of the visit also who has to agree."""
    said = begun(asking.words(one), 120).rstrip(".") or str(say("(empty)"))
    layer = getattr(one, "layer", "")
    return f"{said} · {pick(LAYERS[layer])}" if layer else said


def _standing(one: Any) -> tuple[bool, str]:
    """Is it let out, and how it stands in words."""
    if isinstance(one, Item):
        n = sum(holds(it, one) for it in one.approvals)
        return n > 0, str(say_many("{n} approval of this version", "{n} approvals of this version", n))
    if isinstance(one, Question):
        return one.state == "cleared", pick(ANSWER_STATES[one.state])
    clearance = (
        one if isinstance(one, VisitClearance) else one.poster.clearance if isinstance(one, Idea) else one.clearance
    )
    state = clearance.state
    return state == "cleared", pick(CLEARANCE_STATES[state])
