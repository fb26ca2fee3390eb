"""The strategy in the outline, where it is more than its fields: backward funnel, proofs, hard questions."""

from itertools import zip_longest

from promplan.export.outline import Block, Cell, Note, Row, Rows, Said, cell
from promplan.export.outline_parts import NUMBER, Titles, record, referred, value
from promplan.export.outline_values import About, Choice, Number, Ref, Share, Text, Value
from promplan.language import Problem, say
from promplan.media.funnel import backward, reach
from promplan.plan.audiences import Audience
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.message import ANSWER_STATES, Question
from promplan.plan.objectives import Objective, Step

STEPS: tuple[Said, ...] = (say("What is counted"), say("Rate"), say("Needed"), say("Source"))
HOUSE: tuple[Said, ...] = (NUMBER, say("Pillar"), say("Proofs"))
ASKED: tuple[Said, ...] = (NUMBER, say("Hard question"), say("Our answer"), say("Clearance"))


def objectives(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """Each objective, with the way back from its target."""
    audiences = {one.id: one for one in plan.audiences}
    return tuple(
        record(one, known, instead={"funnel": _funnel(one, audiences.get(one.audience))}) for one in plan.objectives
    )


def _funnel(one: Objective, whose: Audience | None) -> list[Block]:
    """From the target back to the people who must be reached; what cannot be counted yet is shown without numbers."""
    steps, people = one.funnel.steps, one.funnel.people
    if not steps and people is None:
        return []
    needs, met, why = _counted(one)
    rows = [
        (cell(one.metric or Text(say("target"))), (), cell(None if one.target is None else Number(one.target)), ()),
        *(
            (cell(_counted_there(step)), cell(Share(step.low, step.high)), cell(need), cell(step.source))
            for step, need in zip_longest(steps, needs)
        ),
        (cell(Text(say("people to be reached, at {f} contacts each", f=one.funnel.frequency))), (), cell(met), ()),
        _people(one, whose),
    ]
    title = say("From the target back to the people who must be reached")
    return [*why, Rows(STEPS, tuple(Row(cells) for cells in rows), title, "funnel")]


def _counted_there(step: Step) -> str | Text:
    """What is counted at a step, and its places where they are limited."""
    if step.places is None:
        return step.what
    return Text(say("{what}; places: {n}", what=step.what or "…", n=float(step.places)))


def _counted(one: Objective) -> tuple[list[About], About | None, list[Block]]:
    """How many must get as far as each step, how many must be reached, or why neither can be said."""
    if one.target is None or not one.funnel.steps:
        return [], None, []
    try:
        needs = backward(one.target, [(step.low, step.high) for step in one.funnel.steps])
        met = reach(needs[-1], one.funnel.frequency)
    except Problem as problem:
        return [], None, [Note(problem.what)]
    return [About(need.best, need.worst) for need in needs[1:]], About(met.best, met.worst), []


def _people(one: Objective, whose: Audience | None) -> tuple[Cell, ...]:
    """How many people there are: the funnel's own number, else the audience's."""
    people, source = one.funnel.people, one.funnel.people_source
    if people is None and whose is not None:
        people, source = whose.size, whose.size_source
    return cell(Text(say("people who exist"))), (), cell(None if people is None else Number(people)), cell(source)


def pillars(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """The pillars on their proofs; a proof says when it may not be used yet."""
    facts = {one.id: one for one in plan.enterprise.facts}
    told = tuple(
        Row((cell(one.id), cell(one.statement), cell(*(_proof(id_, facts, known) for id_ in one.proofs))), one.id)
        for one in plan.message.pillars
    )
    return (Rows(HOUSE, told, caption, "records"),) if told else ()


def _proof(id_: str, facts: dict[str, Fact], known: Titles) -> Ref:
    if id_ not in facts:
        return Ref(id_, lost=say("{id}: not in the register", id=id_))
    ref, cleared = referred(id_, known), facts[id_].clearance.state == "cleared"
    return ref if cleared else Ref(id_, ref.title, remark=say("not cleared yet"))


def questions(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """Every hard question; an answer only where it is cleared: a draft on a page would soon be quoted."""
    told = tuple(_question(one, known) for one in plan.message.questions)
    return (Rows(ASKED, told, caption, "records"),) if told else ()


def _question(one: Question, known: Titles) -> Row:
    if one.state == "cleared" and one.answer.strip():
        answer: Value = Text(one.answer)
    elif one.state == "refused":
        answer = Choice("refused", ANSWER_STATES["refused"])
    else:
        answer = Text(say("not cleared yet"))
    state = value(one, "state", known)
    return Row((cell(one.id), cell(one.question), cell(answer), cell(state, one.cleared_by)), one.id)
