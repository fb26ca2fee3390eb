"""DESK, the letters to the plant: two facts let out at least, no answer left lying, none that comes too late."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.meta import REAL
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.review.message import cut

UNIT = "01-facts"
CLEARED = 2  # facts that a team has cleared before it builds on any


@rule(
    "FACT-6D",
    severity="warning",
    unit=UNIT,
    section="facts-l-clear",
    needed=True,
    text=say("At least two facts are cleared: in which words, where, until when, by whom"),
    hints=(
        say("Which of your sentences has somebody at the plant said yes to?"),
        say("At the desk: choose two facts, choose who answers for them, send, and move the calendar on."),
    ),
)
def two_are_cleared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = plan.enterprise.facts
    if not facts:
        return None
    n = sum(
        one.clearance.state == "cleared" and not empty(one.clearance.wording) and not empty(one.clearance.by)
        for one in facts
    )
    if n >= CLEARED:
        return []
    told = (
        say("The plant has cleared one of the two facts that this unit asks for.")
        if n
        else say("The plant has cleared neither of the two facts that this unit asks for.")
    )
    fix = say("ask at the desk, each fact of the person who answers for it, and wait for the answer")
    return [Finding("facts", told, fix, excusable=plan.meta.case == REAL)]  # a real plant has its own days


@rule(
    "DESK-1",
    severity="info",
    unit=UNIT,
    section="facts-l-clear",
    text=say("No answer in other words waits for the team"),
    hints=(
        say("Which answer have you read and not decided on?"),
        say("At the desk: take the plant's words, or ask for others."),
    ),
)
def words_are_taken(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    answered = [one for one in plan.desk.requests if one.answer.state]
    if not answered:
        return None
    return [
        Finding(
            one.id,
            say("The plant says yes, in other words."),
            say("take the plant's words at the desk, or ask for others"),
            cut(one.answer.wording),
        )
        for one in answered
        if one.answer.state == "words" and not one.answer.taken
    ]


@rule(
    "DESK-2",
    severity="info",
    unit=UNIT,
    section="facts-l-clear",
    text=say("Every answer comes before it is needed"),
    hints=(
        say("When must the answer be there, and how long does that person take?"),
        say("Compare the person's working days with the campaign's last day and with We need the answer by."),
    ),
)
def answers_are_in_time(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    sent = [one for one in plan.desk.requests if one.sent]
    if not sent:
        return None
    return [
        Finding(
            one.id,
            say("Too late: it was needed by {day}.", day=need),
            say("leave it out, or ask earlier next time"),
            cut(one.wording),
        )
        for one in sent
        if (need := letters.is_late(plan, one))
    ]
