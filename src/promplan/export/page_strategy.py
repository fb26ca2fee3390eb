"""What the page says of the strategy: objectives with their way back, audiences, the message house, hard questions."""

from html import escape
from typing import Any

from promplan.export.page_parts import fields, label, line, lines, section, table
from promplan.figures.numbers import between, digits, per_cent
from promplan.language import Problem, pick, say
from promplan.media.funnel import backward, reach
from promplan.plan.audiences import Audience
from promplan.plan.base import Record
from promplan.plan.document import Plan
from promplan.plan.message import ANSWER_STATES, Question
from promplan.plan.objectives import Objective


def sections(plan: Plan) -> list[str]:
    """The sections of units 2 and 3, in the plan's order."""
    return [
        section(str(say("Objectives")), "".join(_objective(one, plan.audiences) for one in plan.objectives)),
        section(str(say("Audiences")), "".join(_audience(one) for one in plan.audiences)),
        section(str(say("Message house")), _house(plan)),
        section(str(say("Hard questions")), _questions(plan.message.questions)),
    ]


def _headed(one: Record, words: str, body: str) -> str:
    return f"<h3>{escape(one.id)} {escape(words or str(say('(empty)')))}</h3>{body}"


def _objective(one: Objective, audiences: list[Audience]) -> str:
    whose = next((it.segment for it in audiences if it.id == one.audience), "")
    named = f"{one.audience} {whose}".strip()
    audience = lines(line(label(Objective.model_fields["audience"]), escape(named))) if named else ""
    own = fields(one, skip={"id", "by", "statement", "audience", "funnel"})
    return _headed(one, one.statement, own + audience + _funnel(one, audiences))


def _funnel(one: Objective, audiences: list[Audience]) -> str:
    """From the target back to the people who must be reached; empty without a target or a step."""
    steps = one.funnel.steps
    if one.target is None or not steps:
        return ""
    try:
        needs = backward(one.target, [(step.low, step.high) for step in steps])
        met = reach(needs[-1], one.funnel.frequency)
    except Problem as problem:
        return f"<p>{escape(str(problem))}</p>"
    people, source = one.funnel.people, one.funnel.people_source
    if people is None and (whose := next((it for it in audiences if it.id == one.audience), None)):
        people, source = whose.size, whose.size_source
    rows = [(one.metric or str(say("target")), "", digits(one.target), "")]
    for step, need in zip(steps, needs[1:], strict=True):
        rows.append((step.what, per_cent(step.low, step.high), between(need.best, need.worst), step.source))
    contacts = str(say("people to be reached, at {f} contacts each", f=digits(one.funnel.frequency)))
    rows.append((contacts, "", between(met.best, met.worst), ""))
    rows.append((str(say("people who exist")), "", "—" if people is None else digits(people), source))
    heads = [str(it) for it in (say("What is counted"), say("Rate"), say("Needed"), say("Source"))]
    return table(heads, [_row(*row) for row in rows], "funnel")


def _row(first: str, *rest: str) -> str:
    cells = "".join(f"<td>{escape(one)}</td>" for one in rest)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'


def _audience(one: Audience) -> str:
    return _headed(one, one.segment, fields(one, skip={"id", "by", "segment"}))


def _house(plan: Plan) -> str:
    message = plan.message
    own = fields(message, skip={"pillars", "questions"})
    if not message.pillars:
        return own
    facts = {one.id: one for one in plan.enterprise.facts}
    rows = []
    for one in message.pillars:
        proofs = "<br>".join(_proof(id_, facts.get(id_)) for id_ in one.proofs) or "—"
        rows.append(
            f'<tr><th scope="row">{escape(one.id)}</th><td>{escape(one.statement) or "—"}</td><td>{proofs}</td></tr>'
        )
    return own + table([str(say("No.")), str(say("Pillar")), str(say("Proofs"))], rows, "facts")


def _proof(id_: str, fact: Any) -> str:
    if fact is None:
        return escape(str(say("{id}: not in the register", id=id_)))
    yet = "" if fact.clearance.state == "cleared" else f" ({say('not cleared yet')})"
    return escape(f"{id_} {fact.statement}{yet}")


def _questions(questions: list[Question]) -> str:
    """Every question; an answer only where it is cleared: a draft on a page would soon be quoted."""
    if not questions:
        return ""
    heads = [str(one) for one in (say("No."), say("Hard question"), say("Our answer"), say("Clearance"))]
    return table(heads, [_question(one) for one in questions], "facts")


def _question(one: Question) -> str:
    cleared = one.state == "cleared" and bool(one.answer.strip())
    if cleared:
        answer = escape(one.answer).replace("\n", "<br>")
    elif one.state == "refused":
        answer = escape(str(pick(ANSWER_STATES["refused"])))
    else:
        answer = f'<span class="muted">{escape(str(say("not cleared yet")))}</span>'
    who = f"<br>{escape(one.cleared_by)}" if one.cleared_by else ""
    state = escape(str(pick(ANSWER_STATES[one.state])))
    return (
        f'<tr><th scope="row">{escape(one.id)}</th><td>{escape(one.question) or "—"}</td><td>{answer}</td>'
        f"<td>{state}{who}</td></tr>"
    )
