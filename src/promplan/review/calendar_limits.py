"""CAL-24: what the calendar is measured against is said: hours, quiet hours, how far a pillar may be off."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid


@rule(
    "CAL-24",
    severity="warning",
    unit=UNIT,
    section="calendar-l-hours",
    text=say("The team has said how many hours it has, when nothing is published, and how far a pillar may be off"),
    hints=(
        say("How many evenings a week is this campaign worth to you, honestly?"),
        say("Hours a week of all and of one, quiet hours from and until, percentage points: the calendar's card."),
    ),
)
def limits_are_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    fix = say("agree on it in the team, and write it down")
    fields = ["week_hours", "person_hours", "quiet_from", "quiet_to"]
    if plan.message.pillars:
        fields.append("tolerance")
    found = list(unsaid("calendar", plan.calendar, *fields, fix=fix))
    week, one = plan.calendar.week_hours, plan.calendar.person_hours
    n = len(plan.team.members)
    if week is not None and one is not None and n and week > one * n:
        told = say("{n} of you give {one} h each at most, which is less than {week} h.", n=n, one=one, week=week)
        found.append(Finding("calendar", told, say("lower the hours of the team"), field="week_hours"))
    return found
