"""BRIEF, the client brief: who asks, for what, and under which conditions of approval."""

from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.plan.brief import Brief
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty

UNIT = "01-facts"


def _blank(plan: Plan) -> bool:
    return plan.brief.model_dump(exclude={"by"}) == Brief().model_dump(exclude={"by"})


def _missing(pairs: list[tuple[object, Words, Words]]) -> list[Finding]:
    return [Finding("brief", message, fix) for value, message, fix in pairs if empty(value)]


@rule(
    "BRIEF-1",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("Somebody asks for the work, and there is one contact"),
    hints=(
        say("Whom would you ring tomorrow at nine?"),
        say("The first two fields of the brief: who asks, and one contact."),
    ),
)
def somebody_asks(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if _blank(plan):
        return None
    return _missing(
        [
            (plan.brief.client, say("Nobody asks for this work."), say("name the department or the person")),
            (
                plan.brief.contact,
                say("There is no contact at the plant."),
                say("agree on one person, and how to reach them"),
            ),
        ]
    )


@rule(
    "BRIEF-2",
    severity="warning",
    unit=UNIT,
    text=say("The work has one aim"),
    hints=(
        say("What should be different at the plant when your work is done?"),
        say("Careers, cooperation, investment or image: the brief names one."),
    ),
)
def has_one_aim(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if _blank(plan):
        return None
    return _missing(
        [(plan.brief.aim, say("The work has no aim."), say("choose one of the four; the others may follow"))]
    )


@rule(
    "BRIEF-3",
    severity="warning",
    unit=UNIT,
    section="facts-l-clear",
    text=say("It is agreed how long an answer takes and what silence means"),
    hints=(
        say("You have sent a draft and hear nothing. What does that mean?"),
        say("Two fields: the answer days, and what silence means."),
    ),
)
def silence_is_agreed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if _blank(plan):
        return None
    found = _missing(
        [
            (
                plan.brief.answer_days,
                say("Nobody said how long the plant's answer takes."),
                say("ask for a number of working days"),
            ),
            (plan.brief.silence_means, say("Nobody said what silence means."), say("agree on it before you need it")),
        ]
    )
    if plan.brief.silence_means == "yes":
        found.append(
            Finding(
                "brief",
                say("Silence counts as a yes: that holds only in writing."),
                say("get it in writing, and say in your reason where it is written"),
            )
        )
    return found


@rule(
    "BRIEF-4",
    severity="warning",
    unit=UNIT,
    text=say("Limits, rights and money are settled"),
    hints=(
        say("What may you never show, whose is the film, who pays for the bus?"),
        say("Must not, rights, budget. Nothing and zero are answers; an empty field is none."),
    ),
)
def limits_are_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if _blank(plan):
        return None
    return _missing(
        [
            (plan.brief.must_not, say("It is not said what must not be shown."), say("ask; every plant has a list")),
            (
                plan.brief.rights,
                say("It is not said who owns the result."),
                say("write who may use it, where and how long"),
            ),
            (plan.brief.budget, say("It is not said what may be spent."), say("write the sum; 0 is an answer")),
        ]
    )
