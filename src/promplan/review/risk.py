"""RISK: what may go wrong is rated, answered and watched."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid

UNIT = "05-visit"
HIGH = 12  # of likelihood times impact, 25 at most


@rule(
    "RISK-1",
    severity="warning",
    unit=UNIT,
    section="vis-l-premortem",
    text=say("Of each risk it is said how likely it is, how bad it would be, and when"),
    hints=(
        say("Which of these two would you rather have?"),
        say("Risk, stage, likelihood, how bad it would be: 1 to 5."),
    ),
)
def risks_are_rated(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.risks:
        return None
    fix = say("rate it against the other risks")
    return [it for one in plan.risks for it in unsaid(one.id, one, "what", "stage", "likelihood", "impact", fix=fix)]


@rule(
    "RISK-2",
    severity="warning",
    unit=UNIT,
    section="vis-l-premortem",
    text=say("Each great risk has its response, and somebody who watches it"),
    hints=(
        say("It has happened. Who does what first?"),
        say("Likelihood times impact of 12 and more: response, and who of us watches it."),
    ),
)
def great_risks_are_answered(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rated = [one for one in plan.risks if one.likelihood and one.impact]
    if not rated:
        return None
    fix = say("write what you do so that it does not happen, and what if it does")
    great = [one for one in rated if (one.likelihood or 0) * (one.impact or 0) >= HIGH]
    return [it for one in great for it in unsaid(one.id, one, "response", "owner", fix=fix)]


@rule(
    "RISK-3",
    severity="info",
    unit=UNIT,
    section="vis-l-premortem",
    text=say("What the pre-mortem fears stands among the risks"),
    hints=(
        say("Which of these fears would you still have tomorrow?"),
        say("Compare the lines of the pre-mortem with the list of risks."),
    ),
)
def fears_become_risks(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.premortem:
        return None
    if any(not empty(one.what) for one in plan.risks):
        return []
    told = say("The pre-mortem has {n} lines, and the list of risks none.", n=len(plan.visit.premortem))
    return [Finding("risks", told, say("take the three worst over, each with its response"))]
