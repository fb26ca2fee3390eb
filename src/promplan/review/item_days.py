"""CAL, the days of a piece: in their order, in the campaign, with time for the plant to answer and for every step."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from promplan.days.placed import earlier
from promplan.days.workdays import at_work
from promplan.language import Problem, Words, say, say_many
from promplan.media.network import Task, schedule
from promplan.media.workdays import working_days
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.labels import label_of
from promplan.plan.production import Dates
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid

UNIT = "06-making"
YEAR = timedelta(days=366)  # between two days of a piece: whoever has so long, has enough
ORDER = ("brief", "shoot", "draft", "review", "publish")


def _dated(one: Item) -> list[tuple[str, date]]:
    return [(name, day) for name in ORDER if (day := getattr(one.dates, name))]


@rule(
    "CAL-2",
    severity="error",
    unit=UNIT,
    section="making-l-days",
    text=say("Brief, shoot, draft, review and publishing follow each other"),
    hints=(
        say("Can you publish what is not shot yet?"),
        say("Five days of the piece: each is no earlier than the one before it."),
    ),
)
def days_are_in_order(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    dated = [(one, rows) for one in plan.items if len(rows := _dated(one)) > 1]
    if not dated:
        return None
    return [
        Finding(
            one.id,
            say(
                "{later} ({day}) is before {earlier} ({before}).",
                later=_label(name),
                day=day,
                earlier=_label(first),
                before=before,
            ),
            say("correct one of the two days"),
            one.title,
            field=f"dates.{name}",
        )
        for one, rows in dated
        for (first, before), (name, day) in pairwise(rows)
        if day < before
    ]


def _label(name: str) -> Words:
    return label_of(Dates.model_fields[name]) or Words(name)


@rule(
    "CAL-3",
    severity="error",
    unit=UNIT,
    section="making-l-days",
    text=say("Each piece comes out within the campaign, and what shows the visit comes out after it"),
    hints=(
        say("Is the campaign running on that day? Has the visit been?"),
        say("Compare the day of publishing with the campaign's first and last day, and with the day of the visit."),
    ),
)
def published_in_the_window(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    dated = [(one, one.dates.publish) for one in plan.items if one.dates.publish]
    start, end, visit = plan.meta.campaign_start, plan.meta.campaign_end, plan.visit.date
    if not dated:
        return None
    found = []
    for one, day in dated:
        if earlier(plan, one):
            continue
        if start and day < start:
            told, fix = (
                say("It comes out before the campaign starts, on {day}.", day=start),
                say("move it into the campaign"),
            )
            found.append(Finding(one.id, told, fix, one.title, field="dates.publish"))
        elif end and day > end:
            told, fix = (
                say("It comes out after the campaign ends, on {day}.", day=end),
                say("move it into the campaign"),
            )
            found.append(Finding(one.id, told, fix, one.title, field="dates.publish"))
        if visit and day < visit and any(it.shot for it in one.panels):
            told = say("It shows the visit, and comes out before it: {day}.", day=visit)
            found.append(Finding(one.id, told, say("publish it after the visit"), one.title, field="dates.publish"))
    return found


@rule(
    "CAL-13",
    severity="warning",
    unit=UNIT,
    also=("07-calendar",),
    section="making-l-days",
    text=say("Between review and publishing the plant has its days to answer"),
    hints=(
        say("The plant answers within its days, not within yours. When must it have the draft?"),
        say("Count working days from the review to publishing, and compare with the brief's answer days."),
    ),
)
def plant_has_its_days(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    wanted = plan.brief.answer_days
    dated = [(one, one.dates.review, one.dates.publish) for one in plan.items if one.dates.review and one.dates.publish]
    if wanted is None or not dated:
        return None
    found, works = [], at_work(plan)
    for one, review, publish in dated:
        if not (review and publish and review <= publish < review + YEAR):
            continue
        if (has := working_days(review, publish, works)) < wanted:
            told = say_many(
                "The plant answers within {n} working day, and has {has}.",
                "The plant answers within {n} working days, and has {has}.",
                wanted,
                has=has,
            )
            found.append(
                Finding(one.id, told, say("review earlier, or publish later"), one.title, field="dates.review")
            )
    return found


@rule(
    "ITEM-11",
    severity="error",
    unit=UNIT,
    section="making-l-days",
    text=say("The steps of the work fit between brief and publishing, and none waits for itself"),
    hints=(
        say("Which chain of steps is the longest, and when does it begin?"),
        say("Days of each step, and what it waits for: the longest chain decides."),
    ),
)
def steps_fit(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    worked = [one for one in plan.items if one.production]
    if not worked:
        return None
    return [it for one in worked for it in _steps(one)]


def _steps(one: Item) -> list[Finding]:
    known = {it.id for it in one.production}
    if len(known) < len(one.production):
        return []  # an id given twice is another rule's
    tasks = [
        Task(it.id, it.days or 0, [id_ for id_ in dict.fromkeys(it.after) if id_ in known]) for it in one.production
    ]
    try:
        timed = schedule(tasks, listed=1)
    except Problem as fault:
        return [Finding(one.id, fault.what, say("take one of the links out"), one.title, field="production")]
    start, end = one.dates.brief or None, one.dates.publish
    if start is None or end is None or not start <= end < start + YEAR:
        return []
    has = working_days(start, end) + 1
    if timed.days <= has:
        return []
    told = say_many(
        "The longest chain takes {n} working day, and from brief to publishing there are {has}: {path}.",
        "The longest chain takes {n} working days, and from brief to publishing there are {has}: {path}.",
        timed.days,
        has=has,
        path=" → ".join(timed.paths[0]) if timed.paths else "",
    )
    return [
        Finding(
            one.id,
            told,
            say("begin earlier, publish later, or let two steps run side by side"),
            one.title,
            field="production",
        )
    ]


@rule(
    "ITEM-12",
    severity="warning",
    unit=UNIT,
    section="making-l-days",
    text=say("Each step of the work has its days and somebody who does it"),
    hints=(
        say("Who begins on Monday, and when are they done?"),
        say("Working days, whose days, who does it: three fields of the step."),
    ),
)
def steps_are_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    worked = [one for one in plan.items if one.production]
    if not worked:
        return None
    fix = say("estimate it; the plant's steps take the plant's days")
    fields = ("name", "days", "whose", "owner")
    return [it for one in worked for step in one.production for it in unsaid(step.id, step, *fields, fix=fix)]
