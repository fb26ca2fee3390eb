"""TEAM: who does what."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.team import ROLES
from promplan.review.engine import rule
from promplan.review.finding import Finding

UNIT = "00-start"
NEEDED = ("producer", "editor", "safety")


@rule("TEAM-1", severity="warning", unit=UNIT, needed=True, text=say("The team has three to five members"))
def size(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    n = len(plan.team.members)
    if not n:
        return None
    if n < 3:
        return [Finding("team", say("A team of {n} carries five roles.", n=n), say("find a third member"))]
    if n > 5:
        return [Finding("team", say("With {n} members somebody only watches.", n=n), say("make two teams"))]
    return []


@rule("TEAM-2", severity="warning", unit=UNIT, text=say("Every member has a name and a role"))
def roles(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.team.members:
        return None
    nameless = [
        Finding(one.id, say("This member has no name."), say("write the name"))
        for one in plan.team.members
        if not one.name
    ]
    return nameless + [
        Finding(one.id, say("{name} has no role.", name=one.name or one.id), say("choose one of the five roles"))
        for one in plan.team.members
        if not one.role
    ]


@rule("TEAM-3", severity="warning", unit=UNIT, text=say("Producer, editor and fact-and-safety lead are named"))
def needed_roles(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.team.members:
        return None
    have = {one.role for one in plan.team.members}
    return [
        Finding("team", say("Nobody is the {role}.", role=ROLES[need]), say("give one member this role"))
        for need in NEEDED
        if need not in have
    ]


@rule("TEAM-4", severity="warning", unit=UNIT, text=say("Two members can be told apart"))
def names_differ(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    names = Counter(one.name.strip().casefold() for one in plan.team.members if one.name.strip())
    if not names:
        return None
    twice = {name for name, n in names.items() if n > 1}
    return [
        Finding(one.id, say("Two members are called {name}.", name=one.name), say("add a surname or an initial"))
        for one in plan.team.members
        if one.name.strip().casefold() in twice
    ]


@rule("TEAM-5", severity="info", unit=UNIT, text=say("Everybody was asked about the talent pool"))
def consent(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.team.members:
        return None
    return [
        Finding(
            one.id,
            say("{name} was not asked about the talent pool.", name=one.name or one.id),
            say("ask; no is an answer too"),
            severity="info",
        )
        for one in plan.team.members
        if one.portfolio_consent == "not asked"
    ]


@rule(
    "TEAM-6",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("Plant, campaign window and the plan's today are set"),
)
def frame(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    meta = plan.meta
    missing = {
        say("The plan is for no plant yet."): (not meta.case, say("choose a plant in the plant picker")),
        say("The campaign has no window."): (
            not (meta.campaign_start and meta.campaign_end),
            say("give the first and the last day"),
        ),
        say("The plan does not know its today."): (
            meta.as_of is None and meta.case != "real",  # a real plan counts from the calendar's own today
            say("give the date from which you count"),
        ),
    }
    if not meta.case and not meta.campaign_start and not meta.campaign_end:
        return None
    return [Finding("meta", message, fix) for message, (is_missing, fix) in missing.items() if is_missing]
