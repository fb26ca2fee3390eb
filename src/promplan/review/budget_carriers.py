"""DIS-8, DIS-16: what happens without any money, and who carries it for free: asked, given something, with a reason."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, begun
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid


@rule(
    "DIS-8",
    severity="info",
    unit=UNIT,
    section="distribution-l-zero",
    text=say("The plan says what happens without any money, and who carries it then"),
    hints=(
        say("The plant takes the money back on the first day. What is left of your campaign?"),
        say("Without any money: who carries it, what is left out. And the list of those who carry it for free."),
    ),
)
def zero_is_planned(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    found = list(unsaid(CARD, plan.budget, "without", fix=say("write it in three sentences")))
    if not plan.budget.carriers:
        told = say("Nobody carries it for free.")
        fix = say("begin with the plant's workers and their families: they are the first who show it to somebody")
        found.append(Finding("carriers", told, fix))
    return found


@rule(
    "DIS-16",
    severity="warning",
    unit=UNIT,
    section="distribution-l-zero",
    text=say("Whoever carries it for free is asked by one of us, in time, gets something for it and has a reason"),
    hints=(
        say("Why should a teacher with thirty pupils do this for you on Tuesday?"),
        say("Who asks them, by when, what we put into their hands, why they would do it."),
    ),
)
def carriers_are_asked(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    carriers = plan.budget.carriers
    if not carriers:
        return None
    fix = say("agree on it in the team, and write it down")
    fields = ["who", "what", "given", "why", "on"]
    if plan.team.members:
        fields.append("asked_by")
    found = [it for one in carriers for it in unsaid(one.id, one, *fields, fix=fix)]
    end = plan.meta.campaign_end
    for one in carriers:
        if one.on and end and one.on > end:
            told = say("They are asked by {day}, and the campaign ends on {end}.", day=one.on, end=end)
            found.append(Finding(one.id, told, say("ask them before it begins"), one.what, field="on"))
    return found
