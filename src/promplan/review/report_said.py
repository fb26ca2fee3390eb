"""REP-1, REP-2, REP-5 to REP-7, REP-9: is the report whole, and does each sentence stand where its number puts it?"""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.measurement import Statement
from promplan.results.answers import Answer, answered
from promplan.results.heaps import entry
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.measurement_begun import UNIT, name_of, told
from promplan.review.measurement_trials import unsure

CARD, LIST = "measurement", "statements"


@rule(
    "REP-1",
    severity="warning",
    unit=UNIT,
    section="measurement-l-report",
    needed=True,
    text=say("The report answers each objective"),
    hints=(
        say("You promised three things in autumn. What became of each?"),
        say("Each objective has a sentence, by the field Objective or by its KPI: also those that were missed."),
    ),
)
def objectives_are_answered(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives or not plan.measurement.statements:
        return None
    serves = {one.id: one.objective for one in plan.kpis}
    answered = {it for one in told(plan) for it in (one.objective, serves.get(one.kpi, ""))}
    fix = say("write a sentence on it: reached, missed, or not known")
    found = [
        Finding(one.id, say("The report says nothing of it."), fix, one.statement)
        for one in plan.objectives
        if one.id not in answered
    ]
    for one in plan.measurement.statements:
        if not one.verdict:  # not `unsaid`: "unknown" is an answer here
            message = say("What it says is not chosen.")
            found.append(Finding(one.id, message, say("choose what the sentence says"), one.text, field="verdict"))
        found += unsaid(one.id, one, "text", fix=say("write the sentence"))
    return found


def _has(plan: Plan, verdict: str, message: Words, fix: Words) -> Iterable[Finding] | None:
    if not plan.measurement.statements:
        return None
    if any(one.verdict == verdict for one in told(plan)):
        return []
    return [Finding(LIST, message, fix)]


@rule(
    "REP-2",
    severity="warning",
    unit=UNIT,
    section="measurement-l-report",
    text=say("The report says what did not work"),
    hints=(
        say("Would you trust a report in which all went well?"),
        say("A sentence under What did not work, with its number."),
    ),
)
def a_minus_is_told(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _has(plan, "not", say("Everything worked, says the report."), say("add one thing that did not work"))


@rule(
    "REP-5",
    severity="warning",
    unit=UNIT,
    section="measurement-l-anyway",
    text=say("The report says what would have happened anyway"),
    hints=(
        say("In spring people apply every year. How many of yours would have come without you?"),
        say("How we tell our part from the rest, or a sentence under What would have happened anyway."),
    ),
)
def what_happens_anyway_is_told(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not empty(plan.measurement.anyway):
        return []
    message = say("What would have happened without the campaign is not said.")
    return _has(plan, "anyway", message, say("name the season, other campaigns, last year's number"))


@rule(
    "REP-6",
    severity="warning",
    unit=UNIT,
    section="measurement-l-report",
    text=say("The report says what is not known"),
    hints=(
        say("What would you have to measure to be sure?"),
        say("A sentence under What we do not know: too few asked, no comparison, a number that nobody kept."),
    ),
)
def what_is_not_known_is_told(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _has(plan, "unknown", say("Nothing is left open, says the report."), say("add what you could not find out"))


@rule(
    "REP-7",
    severity="warning",
    unit=UNIT,
    section="measurement-l-report",
    text=say("It is settled who gets the report, and when"),
    hints=(
        say("Who at the plant decides something after reading it?"),
        say("Who gets the report, Report on: two fields of the card."),
    ),
)
def the_report_has_a_reader(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.measurement.statements and empty(plan.measurement.report_to) and plan.measurement.report_on is None:
        return None
    fix = say("agree on it with the plant, and write it down")
    return list(unsaid(CARD, plan.measurement, "report_to", "report_on", fix=fix))


@rule(
    "REP-9",
    severity="warning",
    unit=UNIT,
    section="measurement-l-interval",
    text=say("What cannot be told is called neither a success nor a failure"),
    hints=(
        say("The target lies within the interval. Did it work?"),
        say("A sentence under What worked or What did not work, beside the answer to its KPI: what does the KPI say?"),
    ),
)
def what_cannot_be_told_is_left_open(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not told(plan) or not plan.kpis:
        return None
    return list(_judged(plan))


def _judged(plan: Plan) -> Iterator[Finding]:
    kpis = {one.id: one for one in plan.kpis}
    for one in told(plan):
        if one.verdict not in ("worked", "not") or one.kpi not in kpis or _is_told_already(plan, one):
            continue
        kpi = kpis[one.kpi]
        answer = answered(plan, kpi)
        if answer.outcome != "unknown" or not _is_asked(plan, answer):
            continue
        message = say("{kpi}: {answer}", kpi=name_of(kpi), answer=answer.said)
        fix = say("put it under what you do not know")
        cure = Cure({"verdict": "unknown"}, say("Move it to what we do not know"))
        yield Finding(one.id, message, fix, one.text, field="verdict", cure=cure)


def _is_told_already(plan: Plan, one: Statement) -> bool:
    """`KPI-13` finds a success that rests on a question whose interval holds 0."""
    return one.verdict == "worked" and unsure(plan, one) is not None


def _is_asked(plan: Plan, answer: Answer) -> bool:
    """Has the KPI a target, and a number, or a formula that found none? Else other rules ask for these first."""
    if answer.target is None:
        return False
    if answer.value is not None:
        return True
    kpi = next(one for one in plan.kpis if one.id == answer.kpi)
    return entry(kpi.metric) is not None and answered(plan, kpi, "simulated").value is None
