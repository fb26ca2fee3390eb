"""CAL-8, CAL-11, CAL-22: the pillars keep their shares, and each objective has pieces that come out in time."""

from collections.abc import Iterable
from datetime import date

from promplan.days.placed import PillarShare, pillar_shares, placed
from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid

USUAL = 10.0  # percentage points, while no tolerance is said: as in promplan.media.slots
WHOLE, ROUNDED = 100.0, 1.0  # percent, and what rounded shares may be off together


@rule(
    "CAL-8",
    severity="warning",
    unit=UNIT,
    section="calendar-l-shares",
    needed=True,
    text=say("Each pillar has about the share of the pieces that it was promised"),
    hints=(
        say("Whoever reads all your pieces: what do they think the plant is about?"),
        say("Count the pieces of each pillar, and compare with its share and the percentage points it may be off."),
    ),
)
def pillars_are_balanced(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = {one.pillar: one for one in pillar_shares(plan) if one.pillar and one.wanted is not None}
    every = sum(one.count for one in pillar_shares(plan) if one.pillar)
    if not begun(plan) or (plan.message.pillars and not (rows and every)):
        return None  # without pillars there is nothing to balance, and nothing to wait for
    most = USUAL if plan.calendar.tolerance is None else plan.calendar.tolerance
    statements = {one.id: one.statement for one in plan.message.pillars}
    found = []
    for share in plan.calendar.shares:
        one = rows.pop(share.pillar, None)
        if one is None or not _is_off(one, every, most):
            continue
        told = say(
            "{pillar} has {count} of {every} pieces, {share} %, and {wanted} % are wanted.",
            pillar=one.pillar,
            count=one.count,
            every=every,
            share=round(one.share, 1),
            wanted=one.wanted,
        )
        fix = say("add a piece of this pillar, or change one of another")
        if one.off > 0:
            fix = say("change a piece of this pillar, or add one of another")
        found.append(Finding(share.id, told, fix, statements.get(one.pillar, ""), field="percent"))
    return found


def _is_off(one: PillarShare, every: int, most: float) -> bool:
    """Beyond the tolerance, and by a whole piece or more: half a piece cannot be moved."""
    pieces = abs(one.off) * every / WHOLE
    return abs(one.off) > most and pieces >= 1


@rule(
    "CAL-22",
    severity="warning",
    unit=UNIT,
    section="calendar-l-shares",
    text=say("The shares of the pillars together are the whole"),
    hints=(
        say("Which of your messages do people know already, and which needs more room?"),
        say("A share for each pillar, in percent: together they are 100."),
    ),
)
def shares_are_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    pillars, shares = [one.id for one in plan.message.pillars], plan.calendar.shares
    if not pillars or not begun(plan):
        return None
    found: list[Finding] = []
    given = {one.pillar for one in shares}
    if bare := [id_ for id_ in pillars if id_ not in given]:
        told = say("No share is agreed for: {pillars}.", pillars=", ".join(bare))
        found.append(Finding("shares", told, say("give each pillar its share of the pieces")))
    fix = say("agree on it in the team, and write it down")
    found += [it for one in shares for it in unsaid(one.id, one, "pillar", "percent", fix=fix)]
    first = {one.pillar: one.id for one in reversed(shares)}
    for one in shares:
        if one.pillar and first[one.pillar] != one.id:
            told = say("{pillar} has two shares.", pillar=one.pillar)
            found.append(Finding(one.id, told, say("keep one of them"), field="pillar"))
    total = sum(one.percent or 0.0 for one in shares)
    if not found and abs(total - WHOLE) > ROUNDED:
        told = say("Together the shares are {total} %.", total=total)
        found.append(Finding("shares", told, say("correct them so that they are 100 %")))
    return found


@rule(
    "CAL-11",
    severity="warning",
    unit=UNIT,
    section="calendar-l-shares",
    text=say("Each objective has a piece that serves it, before its deadline"),
    hints=(
        say("Which of your objectives would nobody hear of?"),
        say("The objective of each piece in the calendar; the day of publishing beside the objective's deadline."),
    ),
)
def objectives_are_served(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = [one for one in placed(plan) if one.comes_out]
    if not plan.objectives or not rows or not begun(plan):
        return None
    items = {one.id: one for one in plan.items}
    served = {items[one.item].objective for one in rows}
    fix = say("give it a piece, or a day to one that serves it")
    told = say("No piece in the calendar serves it.")
    found = [Finding(one.id, told, fix, one.statement) for one in plan.objectives if one.id not in served]
    deadlines = {one.id: one.deadline for one in plan.objectives}
    for one in rows:
        item = items[one.item]
        end = deadlines.get(item.objective)
        if end and one.day > end:
            late = say("It serves {id}, whose deadline is {day}, and comes out later.", id=item.objective, day=end)
            found.append(Finding(item.id, late, say("publish it earlier"), item.title, field="dates.publish"))
    return found
