"""The network of a piece as HTML: a bar for each step on one scale of days, each told in words too."""

from datetime import date
from html import escape

from promplan.days.workdays import at_work
from promplan.figures.production_steps import Work
from promplan.language import Problem, Words, say, say_many
from promplan.media.network import dated
from promplan.media.workdays import working_days
from promplan.plan.document import Plan
from promplan.plan.items import Item


def bars(of: Work) -> str:
    """The steps in the order in which they begin; a thick bar has no slack, a filled one is the plant's."""
    order = sorted(of.steps, key=lambda id_: (of.timed.tasks[id_].start, of.timed.tasks[id_].finish))
    rows = "".join(_row(of, id_) for id_ in order)
    key = say("Thick: no slack. Blue: the plant's days. A thin line: how far it may slip.")
    title = escape(str(say("The steps on their working days")))
    return f'<ol class="pp-work" aria-label="{title}">{rows}</ol><p class="pp-work-key">{escape(str(key))}</p>'


def _row(of: Work, id_: str) -> str:
    one, all_ = of.timed.tasks[id_], max(of.timed.days, 1)
    at, wide = 100 * one.start / all_, 100 * one.days / all_
    late = 100 * one.slack / all_
    kind = ("plant" if of.is_plant(id_) else "team") + (" tight" if not one.slack else "")
    mark = "moment" if not one.days else "bar"
    drawn = f'<i class="pp-work-{mark}" style="inset-inline-start:{at:.2f}%;inline-size:{wide:.2f}%"></i>'
    if one.slack:
        drawn += f'<i class="pp-work-slack" style="inset-inline-start:{at + wide:.2f}%;inline-size:{late:.2f}%"></i>'
    return (
        f'<li class="{kind}"><span class="pp-work-name">{escape(of.name(id_))}</span>'
        f'<span class="pp-work-said">{escape(str(_said(of, id_)))}</span>'
        f'<span class="pp-work-line" aria-hidden="true">{drawn}</span></li>'
    )


def _said(of: Work, id_: str) -> Words:
    one = of.timed.tasks[id_]
    when = say("days {first}–{last}", first=one.start + 1, last=one.finish)
    if one.days == 1:
        when = say("day {n}", n=one.finish)
    elif not one.days:
        when = say("after day {n}", n=one.finish)
    if not one.slack:
        return say("{when}, no slack", when=when)
    return say_many("{when}, may slip by {n} day", "{when}, may slip by {n} days", one.slack, when=when)


def in_calendar(plan: Plan, item: Item, of: Work) -> Words | None:
    """When it can come out at the earliest, counted from the day of the brief; None while no day is given."""
    start, publish = item.dates.brief, item.dates.publish
    if start is None:
        return say("Give the piece the day of its brief, and the network is counted in the calendar.")
    works = at_work(plan)
    try:
        days = dated(of.timed, start, works)
    except Problem as problem:
        return problem.what
    last = max((one.last for one in days.values()), default=start)
    if publish is None:
        return say("Begun on {start}, it can come out on {day} at the earliest.", start=start, day=last)
    if publish >= last:
        return say(
            "Begun on {start}, it is ready by {day}; it comes out on {publish}.", start=start, day=last, publish=publish
        )
    return _too_early(start, last, publish, working_days(publish, last, works))


def _too_early(start: date, last: date, publish: date, n: int) -> Words:
    return say_many(
        "Begun on {start}, it is ready by {day}, and it is to come out on {publish}: {n} working day too early.",
        "Begun on {start}, it is ready by {day}, and it is to come out on {publish}: {n} working days too early.",
        n,
        start=start,
        day=last,
        publish=publish,
    )
