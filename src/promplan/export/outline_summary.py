"""The plan on one page: what it is for, who is met, what is said, shown, spent, and what is still open.

A part of it is a group under a name, so that a view for one reader can leave it out; what is not filled in is absent.
Its rows have no ids: the place of a record, where links to it lead, is its section.
"""

from collections.abc import Iterator
from datetime import date

from promplan.export.outline import Block, Cell, Field, Fields, Group, Note, Row, Rows, Said, cell
from promplan.export.outline_parts import Titles, field, label, titles, value
from promplan.export.outline_summary_money import money
from promplan.export.outline_values import Day, Number, Several, Text
from promplan.language import Words, number, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.kpis import Kpi
from promplan.plan.objectives import Objective
from promplan.review import Report

LEAST = 3  # ideas, pillars, letters that the page has room for
ROWS = 6  # days, KPIs

PARTS: dict[str, Said] = {
    "aim": say_in("summary", "What it is for"),
    "audience": say("For whom"),
    "message": say("What we say"),
    "ideas": say("What we show"),
    "money": say("Where, and for how much"),
    "dates": say("When"),
    "kpis": say("How we shall know"),
    "ask": say("What we ask for"),
    "open": say("What is still open"),
}


def summary(plan: Plan, review: Report, on: date) -> tuple[Block, ...]:
    """The page as blocks: a group for each part of which there is something."""
    known = titles(plan)
    made = {
        "aim": _aim(plan, known),
        "audience": _audience(plan, known),
        "message": _message(plan),
        "ideas": _ideas(plan, known),
        "money": money(plan),
        "dates": _dates(plan, on),
        "kpis": _kpis(plan, known),
        "ask": _ask(plan, known),
        "open": _open(plan, review),
    }
    return tuple(Group(name, PARTS[name], tuple(blocks)) for name, told in made.items() if (blocks := list(told)))


def _fields(*found: Field | None) -> Iterator[Block]:
    there = tuple(one for one in found if one is not None)
    if there:
        yield Fields(there)


def _aim(plan: Plan, known: Titles) -> Iterator[Block]:
    """The brief's aim and the first objective: its target, its day, its next step."""
    first = plan.objectives[0] if plan.objectives else Objective(id="O1")
    goal = Field("objective", say("Leading objective"), Text(first.statement)) if first.statement.strip() else None
    yield from _fields(
        field(plan.brief, "aim", known),
        goal,
        _target(first),
        field(first, "deadline", known),
        field(first, "step_where", known),
        field(first, "step_who", known),
    )


def _target(one: Objective | Kpi) -> Field | None:
    if one.target is None:
        return None
    target = Number(one.target, one.unit)
    if one.baseline is None:
        return Field("target", label(type(one), "target"), target)
    told = say("{target}, from {baseline}", target=str(target), baseline=number(one.baseline))
    return Field("target", label(type(one), "target"), Text(told))


def _audience(plan: Plan, known: Titles) -> Iterator[Block]:
    told = [one for one in plan.audiences if one.segment.strip()]
    if told:
        heads = tuple(label(type(told[0]), name) for name in ("segment", "size", "trigger"))
        rows = tuple(
            Row(tuple(cell(value(one, name, known)) for name in ("segment", "size", "trigger"))) for one in told[:ROWS]
        )
        yield Rows(heads, rows)
        yield from _more(len(told) - ROWS)


def _message(plan: Plan) -> Iterator[Block]:
    told = [one.statement for one in plan.message.pillars if one.statement.strip()][:LEAST]
    pillars = Field("pillars", say("Pillars"), Several(tuple(map(Text, told)))) if told else None
    yield from _fields(field(plan.message, "umbrella", {}), pillars, field(plan.message, "call", {}))


def _ideas(plan: Plan, known: Titles) -> Iterator[Block]:
    """The chosen ones."""
    chosen = [one for one in plan.ideas if one.chosen == "yes" and one.title.strip()]
    if chosen:
        heads = tuple(label(Idea, name) for name in ("title", "hook", "form"))
        rows = (Row(tuple(cell(value(one, name, known)) for name in ("title", "hook", "form"))) for one in chosen)
        yield Rows(heads, tuple(rows)[:LEAST])
        yield from _more(len(chosen) - LEAST)


def _dates(plan: Plan, on: date) -> Iterator[Block]:
    """The campaign's days, and the next ones that matter."""
    published = sorted(one.dates.publish for one in plan.items if one.dates.publish is not None)
    days: list[tuple[date | None, Words]] = [
        (plan.meta.campaign_start, say("the campaign begins")),
        (plan.meta.campaign_end, say("the campaign ends")),
        (plan.visit.date, say("visit to the plant")),
        (plan.measurement.report_on, say("the report")),
        *((one.day, Words(one.what)) for one in plan.calendar.days if one.what.strip()),
        *((one, say("the first piece comes out")) for one in published[:1]),
        *((one, say("the last piece comes out")) for one in published[1:][-1:]),
    ]
    told = sorted(((when, what) for when, what in days if when), key=lambda one: (one[0], str(one[1])))
    past = sum(when < on for when, _ in told)
    first = max(0, min(past, len(told) - ROWS))
    if told:
        rows = (Row((cell(Day(when)), cell(Text(what)))) for when, what in told[first : first + ROWS])
        yield Rows((say("Day"), say("What happens")), tuple(rows))
        yield from _more(len(told) - first - ROWS)


def _kpis(plan: Plan, known: Titles) -> Iterator[Block]:
    told = [one for one in plan.kpis if one.name.strip() and one.target is not None]
    if told:
        heads = (label(Kpi, "name"), label(Kpi, "target"), label(Kpi, "until"))
        rows = (
            Row((cell(one.name), _said(_target(one)), cell(value(one, "until", known)))) for one in told[:ROWS]
        )  # fmt: skip
        yield Rows(heads, tuple(rows))
        yield from _more(len(told) - ROWS)


def _said(found: Field | None) -> Cell:
    return cell(None if found is None else found.value)


def _ask(plan: Plan, known: Titles) -> Iterator[Block]:
    yield from _fields(field(plan.pitch, "ask", known), field(plan.pitch, "to", known))


def _open(plan: Plan, review: Report) -> Iterator[Block]:
    """What waits for an answer: of the plant, of the team itself."""
    letters = [f"{one.id} {one.to}" for one in plan.desk.requests if one.sent and not one.answer.state]
    asked = [f"{one.id} {one.question}" for one in plan.message.questions if one.state != "cleared"]
    used = {id_ for one in plan.items for id_ in one.facts}
    facts = [one.id for one in plan.enterprise.facts if one.id in used and one.clearance.state != "cleared"]
    yield from _fields(
        _named("letters", say("Letters without an answer"), letters),
        _named("questions", say("Hard questions without a cleared answer"), asked),
        _named("facts", say("Facts in use that are not cleared yet"), facts),
    )
    n = len(review.open)
    if n:
        yield Note(
            say_many("The review still finds {n} thing to mend.", "The review still finds {n} things to mend.", n)
        )


def _named(name: str, said: Said, told: list[str]) -> Field | None:
    """The first few of what waits, and how many more there are."""
    if not told:
        return None
    more = [Text(say("and {n} more", n=len(told) - LEAST))] if len(told) > LEAST else []
    return Field(name, said, Several((*map(Text, told[:LEAST]), *more)))


def _more(n: int) -> Iterator[Block]:
    if n > 0:
        yield Note(say("… and {n} more in the plan itself.", n=n))
