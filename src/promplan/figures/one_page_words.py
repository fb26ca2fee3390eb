"""What stands on the one-page plan: nine stations from the objective to what is asked, in the plan's own words.

Figure, paper and summary read them; how many of a station's lines there is room for is theirs to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from promplan.figures.money_said import money, people
from promplan.figures.numbers import digits
from promplan.language import Problem, Words, day, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.plan.objectives import Objective
from promplan.spending.reached import reached
from promplan.spending.sums import carried, sums

Name = Literal["objective", "audience", "message", "ideas", "channels", "step", "money", "kpi", "ask"]

NAMES: dict[Name, Words] = {
    "objective": say_in("one-page plan", "What is to change"),
    "audience": say_in("one-page plan", "For whom"),
    "message": say_in("one-page plan", "What we say"),
    "ideas": say_in("one-page plan", "How we show it"),
    "channels": say_in("one-page plan", "Where and when"),
    "step": say_in("one-page plan", "What people do then"),
    "money": say_in("one-page plan", "For how much"),
    "kpi": say_in("one-page plan", "How we shall know"),
    "ask": say_in("one-page plan", "What we ask"),
}
MISSING: dict[Name, Words] = {
    "objective": say("No objective yet."),
    "audience": say("No audience yet."),
    "message": say("No umbrella sentence yet."),
    "ideas": say("No idea is chosen yet."),
    "channels": say("No channel yet."),
    "step": say("No step yet: where they go, who answers, how many there is room for."),
    "money": say("Nobody has said yet how much money there is."),
    "kpi": say("No KPI yet."),
    "ask": say("The pitch asks for nothing yet."),
}


@dataclass(frozen=True)
class Said:
    """A line of a station: the plan's own words, and in smaller letters what belongs to them."""

    words: str
    more: str = ""
    id: str = ""


@dataclass(frozen=True)
class Station:
    """A station of the one-page plan; no lines where the plan says nothing there."""

    name: Name
    lines: tuple[Said, ...] = field(default=())

    @property
    def title(self) -> str:
        """Its heading."""
        return str(NAMES[self.name])

    @property
    def missing(self) -> str:
        """What stands there where the plan says nothing."""
        return str(MISSING[self.name])


def stations(plan: Plan) -> tuple[Station, ...]:
    """The nine stations in their order, in the interface language."""
    told = {
        "objective": _objectives,
        "audience": _audiences,
        "message": _message,
        "ideas": _ideas,
        "channels": _channels,
        "step": _steps,
        "money": _money,
        "kpi": _kpis,
        "ask": _ask,
    }
    return tuple(Station(name, tuple(it for it in told[name](plan) if it.words.strip())) for name in NAMES)


def _objectives(plan: Plan) -> Iterator[Said]:
    for one in plan.objectives:
        yield Said(one.statement.strip(), _way(one, one.deadline), one.id)


def _way(one: Objective | Kpi, until: date | None) -> str:
    """From where to where, and until when; what is not said is left out."""
    ends = [digits(it) for it in (one.baseline, one.target) if it is not None]
    way = " → ".join(ends) if one.target is not None else ""
    told = [f"{way} {one.unit}".strip() if way else "", str(say("until {day}", day=until)) if until else ""]
    return ", ".join(it for it in told if it)


def _audiences(plan: Plan) -> Iterator[Said]:
    for one in plan.audiences:
        more = say_many("{n} person", "{n} people", one.size) if one.size is not None else ""
        yield Said(one.segment.strip(), str(more), one.id)


def _message(plan: Plan) -> Iterator[Said]:
    yield Said(plan.message.umbrella.strip(), plan.message.call.strip())


def _ideas(plan: Plan) -> Iterator[Said]:
    for one in plan.ideas:
        if one.chosen == "yes":
            yield Said(one.title.strip() or one.hook.strip(), one.hook.strip() if one.title.strip() else "", one.id)


def _channels(plan: Plan) -> Iterator[Said]:
    for one in plan.channels:
        dates = sorted(it.dates.publish for it in plan.items if it.channel == one.id and it.dates.publish)
        yield Said(one.name.strip() or one.channel, _times(dates), one.id)


def _times(dates: list[date]) -> str:
    if not dates:
        return ""
    pieces = say_many("{n} piece", "{n} pieces", len(dates))
    if dates[0] == dates[-1]:
        return str(say("{pieces}, {day}", pieces=pieces, day=dates[0]))
    return str(say("{pieces}, {first} to {last}", pieces=pieces, first=dates[0], last=dates[-1]))


def _steps(plan: Plan) -> Iterator[Said]:
    """Where somebody who is won goes, who answers there and when, and how many can come."""
    for one in plan.objectives:
        told = [
            one.step_who.strip(),
            str(say_many("answers in {n} day", "answers in {n} days", one.step_days)) if one.step_days else "",
            str(say_many("room for {n}", "room for {n}", one.step_capacity)) if one.step_capacity else "",
        ]
        yield Said(one.step_where.strip(), ", ".join(it for it in told if it), one.id)


def _money(plan: Plan) -> Iterator[Said]:
    spent, free = sums(plan), carried(plan)
    if spent.total is not None:
        parts = [
            say("channels {sum}", sum=money(plan, spent.channels)),
            say("all else {sum}", sum=money(plan, spent.lines)),
            *([say("kept back {sum}", sum=money(plan, spent.reserve))] if spent.reserve is not None else []),
        ]
        yield Said(money(plan, spent.total), "; ".join(map(str, parts)))
    try:
        met = reached(plan)
    except Problem:
        pass
    else:
        told = say("reach: about {n} of {all} people", n=people(met.net), all=people(met.people))
        ends = say("at least {low}, at most {high}", low=people(met.low), high=people(met.high))
        yield Said(str(told), "" if people(met.low) == people(met.high) else str(ends))
    if free.carriers:
        hours = say_many("{n} hour of ours", "{n} hours of ours", round(free.hours))
        yield Said(
            str(say_many("{n} carries it without money", "{n} carry it without money", free.carriers)), str(hours)
        )


def _kpis(plan: Plan) -> Iterator[Said]:
    for one in plan.kpis:
        yield Said(one.name.strip(), _way(one, one.until), one.id)


def _ask(plan: Plan) -> Iterator[Said]:
    yield Said(plan.pitch.ask.strip(), plan.pitch.to.strip())


def window(plan: Plan) -> str:
    """The campaign's days."""
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    return f"{day(start)} – {day(end)}" if start and end else ""
