"""CAL-10, CAL-12, CAL-18: days that matter stand where they are, and nothing is promised for a day that cannot be."""

from collections.abc import Iterable, Iterator
from datetime import date, time

from promplan.days.named import named
from promplan.days.placed import placed, window
from promplan.days.public import knows_moved
from promplan.days.special import special_days
from promplan.days.workdays import at_work, country_of_work
from promplan.language import Words, say
from promplan.plan.calendar import OwnDay
from promplan.plan.document import Plan
from promplan.plan.labels import label_of
from promplan.plan.production import Dates
from promplan.review.calendar_begun import UNIT, begun
from promplan.review.cure import Cure, put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.text.dated import HOME

PLANT = ("shoot", "review")  # days of a piece on which somebody at the plant has to be there


@rule(
    "CAL-10",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rules",
    text=say("Each day that matters has its date, where it is from, and the date is the right one"),
    hints=(
        say("Who told you the date, and of which year was it?"),
        say("Day, what is on it, its source; industry days move, and their rule gives this year's."),
    ),
)
def days_are_right(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.calendar.days:
        return None
    fix = say("write it down, with the page or the person it is from")
    found = [it for one in plan.calendar.days for it in unsaid(one.id, one, "day", "what", "source", fix=fix)]
    return found + [it for one in plan.calendar.days for it in _wrong(plan, one)]


def _wrong(plan: Plan, one: OwnDay) -> Iterator[Finding]:
    if (day := one.day) is None:
        return
    if one.until and one.until < day:
        told = say("It ends on {until}, before it begins on {day}.", until=one.until, day=day)
        swapped = Cure({"day": one.until, "until": day}, say("Swap the two dates"))
        yield Finding(one.id, told, say("swap the two dates"), one.what, field="until", cure=swapped)
        return
    year = special_days(plan, date(day.year, 1, 1), date(day.year, 12, 31))
    meant = named(one.what, [it for it in year if not it.id.startswith(OwnDay.LETTER)])
    last = one.until or day
    if not meant or any(it.day <= last and day <= it.until for it in meant):
        return
    right = min(meant, key=lambda it: abs((it.day - day).days))
    told = say("In {year} {name} is on {day}.", year=day.year, name=right.words, day=right.day)
    cure = put("day", right.day) if len(meant) == 1 and one.until is None else None
    yield Finding(one.id, told, say("put the day that its rule gives"), one.what, field="day", cure=cure)


@rule(
    "CAL-12",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rules",
    text=say("Nothing is published in the quiet hours, nor asked of the plant on a day on which it does not work"),
    hints=(
        say("Who is awake then, and who opens the gate?"),
        say("The time of publishing beside the quiet hours; shoot and review beside the plant's working days."),
    ),
)
def quiet_is_kept(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    start, end = plan.calendar.quiet_from, plan.calendar.quiet_to
    dated = [one for one in plan.items if one.dates.publish or one.dates.shoot or one.dates.review]
    if not dated or not begun(plan):
        return None
    works = at_work(plan)
    found = []
    for one in dated:
        if start is not None and end is not None and one.dates.at is not None and _within(one.dates.at, start, end):
            told = say(
                "It comes out at {at}, and from {start} to {end} nothing does.",
                at=f"{one.dates.at:%H:%M}",
                start=f"{start:%H:%M}",
                end=f"{end:%H:%M}",
            )
            found.append(Finding(one.id, told, say("publish it by day"), one.title, field="dates.at"))
        for name in PLANT:
            day = getattr(one.dates, name)
            if day and not works(day):
                told = say(
                    "{step} ({day}): nobody at the plant is at work.",
                    step=label_of(Dates.model_fields[name]),
                    day=day,
                )
                fix = say("choose a working day, or ask the plant who is there")
                found.append(Finding(one.id, told, fix, _why(plan, day), field=f"dates.{name}"))
    return found + _posted(plan) + _unknown(plan)


def _posted(plan: Plan) -> list[Finding]:
    """Advice: whoever posts at the plant is not there on that day."""
    works = at_work(plan)
    post = {one.id: one.at_plant for one in plan.channels if not empty(one.at_plant)}
    return [
        Finding(
            one.item,
            say("{who} posts there, and does not work on {day}.", who=post[one.channel], day=one.day),
            say("agree that it is scheduled ahead, and who looks at the comments"),
            _why(plan, one.day),
            severity="info",
            field="dates.publish",
        )
        for one in placed(plan)
        if one.channel in post and one.comes_out and not works(one.day)
    ]


def _unknown(plan: Plan) -> list[Finding]:
    """Advice: which days off are moved in a year of the calendar, no decree has said that the course knows."""
    ends = window(plan)
    years = range(ends[0].year, ends[1].year + 1) if ends and country_of_work(plan) == HOME else ()
    late = [year for year in years if not knows_moved(year)][:1]
    fix = say("look up that year's official calendar of days off, and add them to the days that matter")
    told = (say("Which days off are moved in {year}, the course does not know.", year=year) for year in late)
    return [Finding("calendar", one, fix, severity="info") for one in told]


def _why(plan: Plan, day: date) -> Words | str:
    return next((one.words for one in special_days(plan, day, day) if one.off), "")


def _within(at: time, start: time, end: time) -> bool:
    """Is it in the quiet hours, which mostly go over midnight? Their end is free again."""
    return start <= at < end if start <= end else at >= start or at < end


@rule(
    "CAL-18",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rules",
    text=say("Nothing comes out on a day that the team has closed, nor cheerfully on a day of mourning"),
    hints=(
        say("What else is on that day, and how does your piece read beside it?"),
        say("The day of publishing beside the days that matter: closed, mourning, memorial."),
    ),
)
def no_piece_on_a_closed_day(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = [one for one in placed(plan) if one.comes_out and one.state != "out"]
    if not rows or not begun(plan):
        return None
    titles = {one.id: one.title for one in plan.items}
    days = special_days(plan, min(one.day for one in rows), max(one.day for one in rows))
    grave = [one for one in days if one.closed or one.kind == "mourning"]
    found = []
    for one in rows:
        for it in grave:
            if not it.holds(one.day):
                continue
            told = say("On {day} nothing is published: {name}.", day=one.day, name=it.words)
            fix = say("move it to another day")
            if not it.closed:
                told = say("{day} is a day of mourning/remembrance: {name}.", day=one.day, name=it.words)
                fix = say("move it, or make sure that it is in keeping with the day")
            found.append(Finding(one.item, told, fix, titles[one.item], field="dates.publish"))
    return found
