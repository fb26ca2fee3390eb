"""Tables of a plan for a lesson: the register, the team, objectives, audiences; the outline's pieces, fewer of them."""

from dataclasses import dataclass

from promplan.export.outline import Cell, Field, Row, Rows, cell
from promplan.export.outline_facts import register as rows_of_facts
from promplan.export.outline_parts import NUMBER, field, rows, titles, value
from promplan.export.outline_values import Choice, Number, Text, Value
from promplan.language import day, say
from promplan.plan import asking
from promplan.plan.audiences import Audience
from promplan.plan.desk import ANSWERS, Request
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.plan.team import ROLES
from promplan.text.table import Table


@dataclass(frozen=True)
class Short:
    """A table in a notebook, and short lines where nothing is drawn."""

    table: Table
    text: str

    def __repr__(self) -> str:
        return self.text or str(say("Nothing here yet."))

    def _repr_html_(self) -> str:
        return self.table._repr_html_()


def register(plan: Plan) -> Short:
    """The register of facts: what is said, its number, where it is from, who lets it out."""
    facts = plan.enterprise.facts
    table = rows_of_facts(facts, titles(plan), say("Register of facts"), details=False).table()
    return Short(table, "\n".join(f"{one.id} · {one.statement} · {one.source}" for one in facts))


def answered(plan: Plan) -> Table:
    """The letters to the plant: what was asked, of whom, and what came back."""
    heads = (NUMBER, say("About"), say("May we say"), say("To whom"), say("The plant says"), say("Who, when"))
    rows = tuple(_letter(one) for one in plan.desk.requests)
    return Rows(heads, rows, say("Letters to the plant")).table()


def _letter(one: Request) -> Row:
    answer = one.answer
    said = " ".join(part for part in (answer.said, answer.wording and f"→ {answer.wording}") if part)
    came = ", ".join(str(part) for part in (answer.by, answer.received and day(answer.received)) if part)
    state, what = Choice(answer.state, ANSWERS[answer.state]), asking.subject(one)
    return Row(
        (cell(one.id), cell(what.id if what else ""), cell(one.wording), cell(one.to), cell(state, said), cell(came)),
        one.id,
    )


def members(plan: Plan) -> Short:
    """The team: who is in it, in which role, and what each can do."""
    team, known = plan.team, titles(plan)
    own = [found for name in ("name", "institution", "region") if (found := field(team, name, known))]
    title = " · ".join(map(str, own)) or say("Team")
    table = rows(team.members, known, title).table() if team.members else Table(str(title), (), ())
    told = [(one, ", ".join(str(ROLES[role]) for role in one.roles or ("",))) for one in team.members]
    return Short(table, "\n".join(f"{one.id} · {one.name} · {said}" for one, said in told))


def goals(plan: Plan) -> Table:
    """The objectives: the sentence, its two numbers, the level, and what happens on the day after."""
    heads = (NUMBER, say("Aim"), say("Objective"), say("From, to"), say("AMEC level"), say("Next step"))
    return Rows(heads, tuple(_goal(one) for one in plan.objectives), say("Objectives")).table()


def _goal(one: Objective) -> Row:
    start = "?" if one.baseline is None else str(Number(one.baseline))
    end = "?" if one.target is None else str(Number(one.target, one.unit))
    step = ", ".join(part for part in (one.step_where, one.step_who) if part)
    return _row(one.id, value(one, "aim", {}), one.statement, f"{start} → {end}", _name(one, "level"), step)


def personas(plan: Plan) -> Table:
    """The audiences: who, how many, what they want to get done, what holds them back, when they think of it."""
    heads = (
        NUMBER,
        say("Who they are"),
        say("How many"),
        say("What they want to get done"),
        say("Barrier"),
        say("Trigger"),
    )
    return Rows(heads, tuple(_persona(one) for one in plan.audiences), say("Audiences")).table()


def _persona(one: Audience) -> Row:
    side = _name(one, "side")
    who = f"{one.segment} ({side})" if side else one.segment
    size = Text("?") if one.size is None else value(one, "size", {})
    return _row(one.id, who, size, one.job, one.barrier, one.trigger)


def _name(one: Objective | Audience, name: str) -> Text | None:
    """A choice without what explains it."""
    found = value(one, name, {})
    return Text(found.name) if isinstance(found, Choice) else None


def _row(*cells: Value | Field | str | None) -> Row:
    told: tuple[Cell, ...] = tuple(cell(one) for one in cells)
    return Row(told)
