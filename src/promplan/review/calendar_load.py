"""CAL-5 and CAL-23: what a week takes, of the team and of each of us, and whether one of us does it all.

Hours count as everywhere (`promplan.days.placed`): all of a piece's in the week in which it comes out, with its owner.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from promplan.days.placed import Placed, WeekLoad, placed, week_load
from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun, member_name
from promplan.review.engine import rule
from promplan.review.finding import Finding

MANY = 4  # pieces from which on it matters that one of us owns all of them
LITTLE = 1e-9  # hours that are no difference


@rule(
    "CAL-5",
    severity="warning",
    unit=UNIT,
    section="calendar-l-hours",
    needed=True,
    text=say("No week takes more hours than the team has, nor more of any of us than they can give"),
    hints=(
        say("Who does all this, and when do they study?"),
        say("Hours of the pieces that come out in a week, beside the hours that all of you have, and that one has."),
    ),
)
def weeks_are_not_too_full(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    ours, mine = plan.calendar.week_hours, plan.calendar.person_hours
    rows = placed(plan)
    if (ours is None and mine is None) or all(one.hours is None for one in rows):
        return None
    by_id = {one.item: one for one in rows}
    found: list[Finding] = []
    for load in week_load(plan):
        pieces = [by_id[id_] for id_ in load.items]
        if ours is not None and load.hours > ours + LITTLE:
            found += _of_the_team(plan, load, pieces, ours)
        if mine is not None:
            found += _of_one(plan, load, pieces, mine)
    return found


def _of_the_team(plan: Plan, load: WeekLoad, pieces: Sequence[Placed], most: float) -> list[Finding]:
    one = _to_move(pieces, load.hours - most)
    if one is None:
        return []
    told = say(
        "With it the week of {day} takes {hours} h, and you have {most} h.", day=load.week, hours=load.hours, most=most
    )
    fix = say("move it into another week, make it smaller, or find more hands")
    return [Finding(one.item, told, fix, " · ".join(load.items), field="dates.publish")]


def _of_one(plan: Plan, load: WeekLoad, pieces: Sequence[Placed], most: float) -> list[Finding]:
    found = []
    for who, hours in load.of.items():
        own = [one for one in pieces if one.owner == who]
        if not who or hours <= most + LITTLE or (one := _to_move(own, hours - most)) is None:
            continue
        told = say(
            "With it {name} has {hours} h in the week of {day}, and one of you can give {most} h.",
            name=member_name(plan, who),
            hours=hours,
            day=load.week,
            most=most,
        )
        fix = say("let another of you take it, or move it into another week")
        found.append(Finding(one.item, told, fix, " · ".join(it.item for it in own), field="owner"))
    return found


def _to_move(pieces: Sequence[Placed], over: float) -> Placed | None:
    """The piece whose move helps most for least: the smallest that is enough, else the largest; a pinned one last.

    None where all is out already: then nothing can be moved.
    """
    able = [one for one in pieces if one.state != "out" and one.hours]
    free = [one for one in able if not one.pinned] or able
    enough = [one for one in free if (one.hours or 0) >= over - LITTLE]
    if enough:
        return min(enough, key=lambda one: one.hours or 0)
    return max(free, key=lambda one: one.hours or 0, default=None)


@rule(
    "CAL-23",
    severity="warning",
    unit=UNIT,
    section="calendar-l-hours",
    text=say("The pieces are shared out: not one of us makes them all"),
    hints=(
        say("If this one falls ill, what comes out on Monday?"),
        say("Look down the owners of the pieces: one name alone is too few."),
    ),
)
def work_is_shared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    owned = [one for one in placed(plan) if one.owner]
    if len(owned) < MANY or len(plan.team.members) < 2 or not begun(plan):
        return None
    owners = {one.owner for one in owned}
    if len(owners) > 1:
        return []
    told = say("{name} makes all {n} pieces.", name=member_name(plan, owners.pop()), n=len(owned))
    return [Finding("calendar", told, say("give some of them to others of you"))]
