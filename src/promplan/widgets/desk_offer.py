"""What may be asked at the desk, and of whom: the plan's facts and hard questions, the people of an invented plant."""

from promplan.cases.staff import Staff
from promplan.language import pick, say
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES
from promplan.plan.message import ANSWER_STATES
from promplan.widgets.controls import begun


def people(staff: Staff | None) -> list[tuple[str, str]]:
    """Each person with what they answer for; a real plant is asked by its own roles."""
    found = staff.people.values() if staff else ()
    return [(str(say("{role}: {what}", role=one.role, what=one.answers_for)), one.id) for one in found]


def things(plan: Plan) -> list[tuple[str, str]]:
    """The facts and the hard questions, each with how it stands; those that nobody has let out come first."""
    rows = [
        (one.clearance.state == "cleared", one.id, one.statement, CLEARANCE_STATES[one.clearance.state], letters.FACTS)
        for one in plan.enterprise.facts
    ]
    rows += [
        (one.state == "cleared", one.id, one.question, ANSWER_STATES[one.state], letters.QUESTIONS)
        for one in plan.message.questions
    ]
    rows.sort(key=lambda it: it[0])
    return [
        (f"{id_} · {begun(said, 120).rstrip('.') or say('(empty)')} · {pick(words)}", f"{path}/{id_}")
        for _, id_, said, words, path in rows
    ]
