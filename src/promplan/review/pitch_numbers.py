"""PIT-3, FACT-6P, PIT-6: what stands behind the pitch: each number, each fact let out, each id that leads somewhere."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from promplan.language import Words, say
from promplan.measure.said import Said, numbers
from promplan.plan.base import Part, Record
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.pitch import PitchPart
from promplan.results.answers import answered
from promplan.results.known import Known, of_results, of_survey
from promplan.results.unexplained import strange
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import cut
from promplan.review.pitch_begun import UNIT, records, said
from promplan.spending.sums import sums
from promplan.text.listed import quoting

TIMES = 12  # so often may a price be taken: two buses, twelve months


@rule(
    "PIT-3",
    severity="warning",
    unit=UNIT,
    text=say("Every number of the pitch stands in something behind it: a fact, a result, an objective, a line"),
    hints=(
        say("“Where is that from?” asks the chief engineer. What do you open?"),
        say("Facts and pieces behind it: choose the id in which the number stands, or leave the number out."),
    ),
)
def numbers_are_behind(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    asked = [one for one in said(plan) if numbers(one.says) or numbers(one.shows)]
    if not asked:
        return None
    known = {one.id: one for one in records(plan)}
    return [it for one in asked for it in _strange(plan, one, known)]


def _strange(plan: Plan, one: PitchPart, known: dict[str, Record]) -> Iterator[Finding]:
    told = _known(plan, [known[id_] for id_ in one.behind if id_ in known])
    fix = say("put what it is from behind the part, or leave the number out")
    for field in ("says", "shows"):
        text = getattr(one, field)
        found = (it for it in strange(text, told) if any(sign.isdigit() for sign in it))
        missing = [it for it in found if not all(_stands(number, told) for number in numbers(it))]
        if missing:
            message = say("Nothing behind the part says {numbers}.", numbers=quoting(missing))
            yield Finding(one.id, message, fix, cut(text), field=field)


def _stands(one: Said, told: Known) -> bool:
    """Is it known as a bare number? Then a share that is made of two such numbers, 249 of 946, is explained too."""
    return any(one.low <= it <= one.high for it in told.counts)


def _known(plan: Plan, behind: list[Record]) -> Known:
    """What the records behind a part say, in fields and in words, and the plan's own money, people and days."""
    found = Known()
    ids = {one.id for one in behind}
    results = [one for one in plan.results if one.id in ids]
    of_results(found, results)
    for survey in plan.measurement.surveys:
        if survey.id in ids:
            of_survey(found, survey)
    told_by = {one.id: answered(plan, one) for one in plan.kpis}
    kpis = [one for one in plan.kpis if one.id in ids or ids & {*told_by[one.id].results, *told_by[one.id].surveys}]
    serves = {one.objective for one in kpis}
    values = [it for one in (*behind, *kpis, *(it for it in plan.objectives if it.id in serves)) for it in _values(one)]
    for kpi in kpis:
        told = told_by[kpi.id]
        values += [float(it) for it in (told.value, told.low, told.high, told.n) if it is not None]
    for line in (it for it in plan.budget.lines if it.id in ids and it.price):
        values += [(line.price or 0) * n for n in range(1, TIMES + 1)]
    values += _own(plan)
    for name in ("counts", "percents", "points", "money", "times"):
        setattr(found, name, [*getattr(found, name), *values])
    return found


def _own(plan: Plan) -> list[float]:
    """What needs no id behind it: how many of its things the plan has, its money in sums, its days, what is asked."""
    budget, money = plan.budget, sums(plan)
    lists: tuple[Sequence[object], ...] = (
        *(plan.items, plan.channels, plan.ideas, plan.audiences, plan.objectives, plan.team.members),
        [one for one in plan.items if one.dates.publish],
        [one for one in plan.ideas if one.chosen == "yes"],
        [one for one in plan.channels if money.by_channel.get(one.id)],
    )
    values = [float(len(one)) for one in lists]
    said_ = (budget.total, budget.people, budget.target, plan.pitch.limit, money.left, money.reserve, money.channels)
    values += [float(one) for one in said_ if one]
    lines = sum(money.by_kind.values())
    values += [lines, lines + money.channels]
    values += [it.value for it in numbers(plan.pitch.ask)]
    if plan.meta.campaign_start and plan.meta.campaign_end:
        days = (plan.meta.campaign_end - plan.meta.campaign_start).days + 1
        values += [float(days), float(round(days / 7))]
    return values


def _values(value: Any) -> list[float]:
    """The numbers of a record at any depth: fields, days, and what its sentences say."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, Part):
        return [it for name in type(value).model_fields for it in _values(getattr(value, name)) if name != "id"]
    if isinstance(value, list | tuple):
        return [it for one in value for it in _values(one)]
    if isinstance(value, dict):
        return [it for one in value.values() for it in _values(one)]
    if isinstance(value, date | datetime):
        return [float(value.day), float(value.year)]
    if isinstance(value, int | float):
        return [float(value)]
    if isinstance(value, str) and len(value) < 4000:
        return [it.value for it in numbers(value)]
    return []


@rule(
    "FACT-6P",
    severity="error",
    unit=UNIT,
    text=say("Each fact behind the pitch is cleared, and still is on the day"),
    hints=(
        say("A jury is the public. Who at the plant let this out?"),
        say("Clearance of the fact behind the part: state and until; or take the fact out of the pitch."),
    ),
)
def facts_are_cleared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = {one.id: one for one in plan.enterprise.facts}
    named = [(one, facts[id_]) for one in plan.pitch.parts for id_ in dict.fromkeys(one.behind) if id_ in facts]
    if not named:
        return None
    return [it for one, fact in named if (it := _let_out(one, fact, on)) is not None]


def _let_out(one: PitchPart, fact: Fact, on: date | None) -> Finding | None:
    clearance = fact.clearance
    why: Words
    if clearance.state == "cleared":
        if not (on and clearance.until and clearance.until < on):
            return None
        why = say("The clearance of {id} ended on {day}.", id=fact.id, day=clearance.until)
    elif clearance.state == "refused":
        why = say("The plant has refused {id}.", id=fact.id)
    elif clearance.state == "asked":
        why = say("The plant was asked about {id} and has not answered.", id=fact.id)
    else:
        why = say("Nobody has cleared {id}.", id=fact.id)
    fix = say("ask the plant at the desk, or take the fact out of the pitch")
    return Finding(one.id, why, fix, cut(fact.statement), field="behind")


@rule(
    "PIT-6",
    severity="error",
    unit=UNIT,
    text=say("Every id in pitch, marks, jury and cards leads to something in the plan"),
    hints=(
        say("The jury asks to see it, and it is gone."),
        say("Behind it, Where the plan shows it, What it is about, What I show: one of the ids is in no list."),
    ),
)
def ids_lead_somewhere(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    named = list(_named(plan))
    if not named:
        return None
    known = {one.id for one in records(plan)}
    return [it for where, field, ids in named for it in _nowhere(where, field, ids, known)]


def _named(plan: Plan) -> Iterator[tuple[str, str, list[str]]]:
    pitch = plan.pitch
    for field, rows in (
        ("behind", pitch.parts),
        ("about", pitch.jury),
        ("evidence", pitch.marks),
        ("shows", pitch.cards),
    ):
        yield from ((one.id, field, getattr(one, field)) for one in rows if getattr(one, field))


def _nowhere(where: str, field: str, ids: list[str], known: set[str]) -> Iterator[Finding]:
    for id_ in dict.fromkeys(ids):
        if id_ not in known:
            told: Words = say("It names {id}, and there is no {id} in the plan.", id=id_)
            cure = Cure({field: [one for one in ids if one != id_]}, say("Take {id} out", id=id_))
            yield Finding(where, told, say("choose an id that exists, or empty the field"), field=field, cure=cure)
