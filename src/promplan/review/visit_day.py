"""VIS-11: is anybody at the plant on the days that the visit needs: no weekend, no public holiday of its country?"""

from collections.abc import Iterable
from datetime import date

from promplan.days.public import public_days
from promplan.days.workdays import at_work, country_of_work
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding

UNIT = "05-visit"
DAYS = ("date", "fallback", "induction")
SATURDAY, SUNDAY = 5, 6


def day_off(day: date, plan: Plan) -> Words | None:
    """Why nobody is at work at the plan's plant on a day; None on a working day."""
    if at_work(plan)(day):
        return None
    public = next((one for one in public_days(country_of_work(plan), day, day) if not one.worked), None)
    if public is not None and public.moved:
        return say("{day} is a day off, moved from a holiday.", day=day)
    if public is not None:
        return say("{day} is a public holiday.", day=day)
    if day.weekday() == SATURDAY:
        return say("{day} is a Saturday.", day=day)
    return (
        say("{day} is a Sunday.", day=day) if day.weekday() == SUNDAY else say("On {day} the plant is closed.", day=day)
    )


@rule(
    "VIS-11",
    severity="warning",
    unit=UNIT,
    section="vis-l-go",
    text=say("The plant works on the days of the visit and of the induction"),
    hints=(
        say("Open a calendar of the plant's country. Who would let you in?"),
        say(
            "Day of the visit, second day, induction: none on a weekend or a public holiday, unless the plant says so."
        ),
    ),
)
def plant_is_at_work(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    days = [(name, day) for name in DAYS if (day := getattr(plan.visit, name))]
    if not days:
        return None
    fix = say("ask the plant for a working day; if a shift works then, write that as your reason")
    return [Finding("visit", why, fix, field=name) for name, day in days if (why := day_off(day, plan)) is not None]
