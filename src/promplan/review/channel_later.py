"""CH-8, CH-9: what is known of a channel on the day of publishing, and what stands beside paid places."""

from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.review.budget_begun import UNIT, begun, bought_on, days_on
from promplan.review.channel import DAYS, looked_up
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.dated import channels as known_channels


@rule(
    "CH-8",
    severity="warning",
    unit=UNIT,
    section="distribution-l-channels",
    text=say("What is known of a channel is no older than half a year on the day on which a piece comes out there"),
    hints=(
        say("The channel was open when you planned. Will it be on the day of publishing?"),
        say("The last day of publishing on each channel, beside the day on which its status was looked up."),
    ),
)
def status_is_fresh_on_the_day(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    here, last = country(plan), {id_: days[-1] for id_, days in days_on(plan).items()}
    rows = [(one, it) for one in plan.channels for it in known_channels() if it.id == one.channel and one.id in last]
    if not rows or not begun(plan):
        return None
    found = []
    for one, it in rows:
        limits = looked_up(one)
        if limits and on and (on - limits).days > DAYS:
            limits = None  # CH-6 says so today
        known = min(day for day in (limits, it.checked_on if it.country == here else None, last[one.id]) if day)
        if (last[one.id] - known).days > DAYS:
            told = say(
                "What is known of it was looked up on {known}, and the last piece comes out on {day}.",
                known=known,
                day=last[one.id],
            )
            fix = say("look it up again a week before, and say who does: it may have become restricted since")
            status = Words("{status}", {"status": it.status}) if it.country == here else one.name
            found.append(Finding(one.id, told, fix, status, field="channel"))
    return found


@rule(
    "CH-9",
    severity="info",
    unit=UNIT,
    section="distribution-l-channels",
    text=say("Beside what is paid, somebody writes about it or passes it on"),
    hints=(
        say("The money is spent. Who still speaks of it?"),
        say("The kinds of media: is there one that is earned or shared, or somebody who carries it for free?"),
    ),
)
def not_by_money_alone(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    bought = bought_on(plan)
    if not begun(plan) or not any(one.media == "paid" or bought[one.id] for one in plan.channels):
        return None
    if plan.budget.carriers or any(one.media in ("earned", "shared") for one in plan.channels):
        return []
    told = say("All is paid for or the plant's own: nobody else speaks of it.")
    fix = say("add an editor, a teacher, the workers' own pages: somebody who is believed")
    return [Finding("channels", told, fix)]
