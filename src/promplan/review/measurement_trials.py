"""KPI-7, KPI-13, KPI-14: are there people enough for a test, and is a question asked so that its answer holds?"""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Problem, Words, say
from promplan.media.experiment import difference, feasible, sample_size
from promplan.plan.document import Plan
from promplan.plan.measurement import Statement, Survey, Trial
from promplan.results.asked import COUNTS, Change, change
from promplan.results.said import ends
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.measurement_begun import UNIT
from promplan.text.patterns import kinds


def needed(one: Trial) -> int | None:
    """People per group that show the difference; None where it is not said, or there is none."""
    if one.rate is None or one.hoped is None:
        return None
    try:
        return sample_size(one.rate, one.hoped).per_group
    except Problem:
        return None


def declared(one: Trial) -> bool:
    """Is one of the versions said to be the better one?"""
    return "winner" in kinds(one.decided, "report")


@rule(
    "KPI-7",
    severity="warning",
    unit=UNIT,
    section="measurement-l-ab",
    text=say("A test has people enough before it has a winner"),
    hints=(
        say("Four of forty against two of forty. Would you bet your salary on it?"),
        say("People that each version needs, beside People of A and of B, and What we decided."),
    ),
)
def winners_have_people_enough(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.measurement.tests:
        return None
    return [it for one in plan.measurement.tests for it in _winner(one)]


def _winner(one: Trial) -> Iterator[Finding]:
    fix = say("agree on it in the team, and write it down")
    yield from unsaid(one.id, one, "question", "rate", "hoped", "people", fix=fix)
    if not declared(one):
        return
    need, people = needed(one), [it for it in (one.a_n, one.b_n) if it is not None]
    calm = say("write that it stays open, and what you do until then")
    if len(people) < 2:
        message = say("A version is declared the better one, and no people of A and B stand there.")
        yield Finding(one.id, message, calm, one.decided, field="decided")
    elif need is not None and min(people) < need:
        message = say(
            "A version is declared the better one with {n} people in a group; {need} are needed.",
            n=float(min(people)),
            need=float(need),
        )
        yield Finding(one.id, message, calm, one.decided, field="decided")
    elif (open_ := _open(one)) is not None:
        yield Finding(one.id, open_, calm, one.decided, field="decided")


def _open(one: Trial) -> Words | None:
    """Where the interval of the difference holds 0, nobody knows which one is better."""
    if one.a_n is None or one.b_n is None or one.a_yes is None or one.b_yes is None:
        return None
    try:
        found = difference(one.b_yes, one.b_n, one.a_yes, one.a_n)
    except Problem:
        return None
    if found.low > 0 or found.high < 0:
        return None
    low, high = ends(100 * found.low, 100 * found.high)
    return say(
        "B less A: {low} to {high} percentage points. 0 lies in it, and a version is declared the better one.",
        low=low,
        high=high,
    )


@rule(
    "KPI-14",
    severity="warning",
    unit=UNIT,
    section="measurement-l-ab",
    text=say("Where a test is impossible, it is decided what is done instead"),
    hints=(
        say("The test needs more people than the town has. And now?"),
        say("What we decided: no test, and what instead; ask the same people twice, or leave the verdict open."),
    ),
)
def impossible_tests_are_replaced(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    asked = [(one, need) for one in plan.measurement.tests if (need := needed(one)) and one.people is not None]
    if not asked:
        return None
    found = []
    for one, need in asked:
        able = feasible(need, one.people or 0)
        if not able.possible and empty(one.decided):
            fix = say("write what you do instead, for example ask the same people before and after")
            found.append(Finding(one.id, able.why, fix, one.question, field="decided"))
    return found


@rule(
    "KPI-13",
    severity="warning",
    unit=UNIT,
    section="measurement-l-before",
    text=say("The same question is asked before and after, its four numbers stand there, and no more is claimed"),
    hints=(
        say("Were they asked before? And did the same people answer?"),
        say("Question, both days, four numbers. With 0 in the interval nothing is called a success yet."),
    ),
)
def questions_are_asked_twice(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    surveys = plan.measurement.surveys
    if not surveys:
        return None
    return [*(it for one in surveys for it in _asked(one, on)), *_claimed(plan)]


def _asked(one: Survey, on: date | None) -> Iterator[Finding]:
    fix = say("agree on it in the team, and write it down")
    yield from unsaid(one.id, one, "question", "yes", "who", "before_on", "after_on", fix=fix)
    first, then = one.before_on, one.after_on
    if first and then and first >= then:
        message = say("Asked before on {first}, after on {then}.", first=first, then=then)
        cure = Cure({"before_on": then, "after_on": first}, say("Swap the two dates")) if first > then else None
        yield Finding(one.id, message, say("correct the days"), one.question, field="after_on", cure=cure)
    if then is None or on is None or on >= then:
        yield from unsaid(one.id, one, *COUNTS, fix=say("match the two answers of each person, and count"))


def _claimed(plan: Plan) -> Iterator[Finding]:
    """A sentence that says it worked, where the interval of its question holds 0."""
    for one in plan.measurement.statements:
        if one.verdict == "worked" and (found := unsure(plan, one)) is not None:
            fix = say("put it under what you do not know, with the interval")
            cure = Cure({"verdict": "unknown"}, say("Move it to what we do not know"))
            yield Finding(one.id, found.said, fix, one.text, field="verdict", cure=cure)


def unsure(plan: Plan, one: Statement) -> Change | None:
    """What the first question behind a sentence says, where none of them is sure of a change."""
    surveys = {it.id: it for it in plan.measurement.surveys}
    told = [found for id_ in one.surveys if id_ in surveys and (found := change(surveys[id_])) is not None]
    return told[0] if told and not any(it.sure for it in told) else None
