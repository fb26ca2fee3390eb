"""TEAM, roles: size, names, the roles that may not stay empty, talent-pool consent; plant and window."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from promplan import assets
from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.team import ROLES, Member
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.substance import blank, shape

UNIT = "00-start"
NEEDED = ("producer", "editor", "safety")


def _called(one: Member) -> str:
    return one.id if blank(one.name) else one.name


@rule(
    "TEAM-1",
    severity="warning",
    unit=UNIT,
    section="start-roles",
    needed=True,
    text=say("The team has three to five members"),
    hints=(
        say("Count heads: who carries which of the five roles?"),
        say("Press Add beside the list of members, once for each of you."),
    ),
)
def team_has_its_size(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    n = len(plan.team.members)
    if not n:
        return None
    if n < 3:
        return [Finding("team", say("A team of {n} carries five roles.", n=n), say("find a third member"))]
    if n > 5:
        return [Finding("team", say("With {n} members somebody only watches.", n=n), say("make two teams"))]
    return []


@rule(
    "TEAM-2",
    severity="warning",
    excusable=False,
    unit=UNIT,
    section="start-roles",
    text=say("Every member has a name and a role"),
    hints=(
        say("Would a stranger know from the list who does what?"),
        say("Look for a line that says (no name) or not chosen."),
    ),
)
def each_has_name_and_role(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.team.members:
        return None
    nameless = [
        Finding(one.id, say("This member has no name."), say("write the name"), field="name")
        for one in plan.team.members
        if blank(one.name)
    ]
    return nameless + [
        Finding(
            one.id, say("{name} has no role.", name=_called(one)), say("choose one of the five roles"), field="role"
        )
        for one in plan.team.members
        if not one.roles
    ]


@rule(
    "TEAM-3",
    severity="warning",
    unit=UNIT,
    section="start-roles",
    text=say("Producer, editor and fact-and-safety lead are named"),
    hints=(
        say("Who stops the shoot when somebody steps over the yellow line?"),
        say("Three roles may not stay empty: producer, editor, facts and safety."),
    ),
)
def needed_roles_are_given(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.team.members:
        return None
    have = {role for one in plan.team.members for role in one.roles}
    nobody = [
        Finding("team", say("Nobody is the {role}.", role=ROLES[need]), say("give one member this role"))
        for need in NEEDED
        if need not in have
    ]
    return nobody + [
        Finding(
            one.id,
            say("{name} looks through the camera and says when to stop: nobody sees both.", name=_called(one)),
            say("give facts and safety, or the pictures, to somebody else"),
            field="also",
        )
        for one in plan.team.members
        if {"visual", "safety"} <= set(one.roles)
    ]


@rule(
    "TEAM-4",
    severity="warning",
    unit=UNIT,
    section="start-roles",
    text=say("Two members can be told apart"),
    hints=(say("Who is who in your list?"), say("Read the names from the top: one comes twice.")),
)
def names_differ(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    names = Counter(shape(one.name) for one in plan.team.members if not blank(one.name))
    if not names:
        return None
    twice = {name for name, n in names.items() if n > 1}
    return [
        Finding(
            one.id,
            say("Two members are called {name}.", name=one.name),
            say("add a surname or an initial"),
            field="name",
        )
        for one in plan.team.members
        if shape(one.name) in twice
    ]


@rule(
    "TEAM-5",
    severity="info",
    unit=UNIT,
    section="start-roles",
    text=say("Everybody was asked about the talent pool"),
    hints=(say("Has everybody been asked about the talent pool?"), say("Each member's form ends with that question.")),
)
def consent_is_asked(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.team.members:
        return None
    return [
        Finding(
            one.id,
            say("{name} was not asked about the talent pool.", name=_called(one)),
            say("ask; no is an answer too"),
            severity="info",
        )
        for one in plan.team.members
        if one.portfolio_consent == "not asked"
    ]


@rule(
    "TEAM-6",
    severity="warning",
    excusable=False,
    unit=UNIT,
    section="start-plan",
    needed=True,
    text=say("Plant, campaign window and the plan's today are set"),
    hints=(
        say("For which plant, and for which weeks, is this plan?"),
        say(
            "The plant picker asks for the plant. For a real one give three days yourselves: the campaign's first "
            "and last, and the day you count from, which is today."
        ),
    ),
)
def frame_is_set(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    meta = plan.meta
    missing = {
        say("The plan is for no plant yet."): (not meta.case, say("choose a plant in the plant picker")),
        say("The course does not have the plant of this plan."): (
            meta.case not in ("", "real", *_plants()),
            say("choose a plant in the plant picker"),
        ),
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


@cache
def _plants() -> frozenset[str]:
    """The plants whose kits the course brings."""
    return frozenset(one.name for one in (assets.folder() / "cases").iterdir() if one.is_dir())
