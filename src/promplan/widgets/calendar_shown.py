"""What the calendar board shows of a plan: its cards, its days, and how much that is for whom."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from promplan.days.placed import WEEK, WeekLoad, gaps, monday, pillar_shares, week_load, window
from promplan.days.special import Special, special_days
from promplan.language import number, pick, say, say_many
from promplan.plan import letters
from promplan.plan.channels import MEDIA
from promplan.plan.document import Plan
from promplan.plan.items import ITEM_FORMS, Item
from promplan.plan.placing import STATES
from promplan.review import Finding
from promplan.review.report_html import ORDER
from promplan.widgets.spoken_days import in_words

USUAL = 12  # weeks that are shown while nobody has said from when to when
MOST = 106  # weeks that are shown at once
PLACE = ("dates", "channel", "owner", "facts", "")  # where a finding about a place stands
ANYWHERE = ("CAL-1", "CAL-14")  # the rules that ask what a piece lacks, wherever it lies
Found = Mapping[str, Sequence[Finding]]


def shown(plan: Plan, found: Found) -> dict[str, Any]:
    """All of it, as the script reads it."""
    start, end = span(plan)
    load = {one.week: one for one in week_load(plan)}
    special = special_days(plan, start, end)
    return {
        "cards": [_card(plan, one, found.get(one.id, ())) for one in plan.items],
        "channels": [
            {"id": one.id, "name": one.name.strip() or one.id, "kind": _before_colon(str(pick(MEDIA[one.media])))}
            for one in plan.channels
        ],
        "start": start.isoformat(),
        "end": end.isoformat(),
        "from": _iso(plan.meta.campaign_start),
        "to": _iso(plan.meta.campaign_end),
        "today": _iso(letters.today(plan)),
        "period": str(say("{start} – {end}", start=_long(start, end), end=_long(end, None))),
        "special": [_special(one) for one in special],
        "closed": sorted(day.isoformat() for day in _hatched(special, start, end)),
        "weeks": {day.isoformat(): _week(plan, one) for day, one in load.items()},
        "people": _people(plan, load),
        "pillars": _pillars(plan),
        "gaps": _gaps(plan),
        "told": _told(plan),
    }


def span(plan: Plan) -> tuple[date, date]:
    """First and last day in sight, whole weeks: the campaign and every dated piece; twelve weeks from today else."""
    days = [one.dates.publish for one in plan.items if one.dates.publish]
    ends = window(plan)
    today = letters.today(plan)
    if ends is None:
        start = today or date(2026, 1, 5)
        days += [start, start + timedelta(WEEK * USUAL - 1)]
    else:
        days += ends
    first = monday(min(days))
    return first, min(monday(max(days)), first + timedelta(WEEK * (MOST - 1))) + timedelta(WEEK - 1)


def _hatched(special: Sequence[Special], start: date, end: date) -> set[date]:
    """Days on which nothing is published, and those on which nobody works."""
    found: set[date] = set()
    for one in special:
        if one.off or one.closed:
            first, last = max(one.day, start), min(one.until, end)
            found |= {first + timedelta(n) for n in range((last - first).days + 1)}
    return found


def _special(one: Special) -> dict[str, Any]:
    name = str(one.words)
    named = (
        f"{in_words(one.day)}: {name}"
        if one.day == one.until
        else say("from {day}: {name}", day=in_words(one.day), name=name)
    )
    told = say("{named}; nothing is published", named=named) if one.closed else named
    return {
        "day": one.day.isoformat(),
        "until": one.until.isoformat(),
        "named": str(told),
        "closed": one.closed or one.off,
    }


def _card(plan: Plan, one: Item, found: Sequence[Finding]) -> dict[str, Any]:
    worst = gravest(found)
    still = [it for it in found if it.open]
    dates, placing = one.dates, one.placing
    return {
        "id": one.id,
        "title": one.title.strip() or str(say("(empty)")),
        "made": ", ".join(filter(None, (_form(one), _member(plan, one.owner)))),
        "channel": one.channel if any(it.id == one.channel for it in plan.channels) else "",
        "day": _iso(dates.publish) or None,
        "at": f"{dates.at:%H:%M}" if dates.at else "",
        "days": {name: _iso(getattr(dates, name)) for name in ("brief", "shoot", "draft", "review")},
        "after": list(placing.after),
        "pinned": placing.pinned,
        "state": str(pick(STATES[placing.state])) if placing.state in ("ready", "held", "out") else "",
        "out": placing.state in ("held", "out"),
        "sign": sign_of(worst) if worst else "",
        "told": str(worst.message) if worst else "",
        "more": str(say("and {n} more", n=len(still) - 1)) if worst and worst.open and len(still) > 1 else "",
    }


def gravest(found: Sequence[Finding]) -> Finding | None:
    """The finding that a card says: the gravest that is open, of its place before all else."""

    def rank(one: Finding) -> tuple[bool, int, bool]:
        return not one.open, ORDER.index(one.severity), not of_place(one)

    return min(found, key=rank, default=None)


def of_place(one: Finding) -> bool:
    """Is it about the day, the channel or the owner, and would another place mend it?"""
    return one.rule not in ANYWHERE and one.field.partition(".")[0] in PLACE


def sign_of(one: Finding) -> str:
    """The name of a finding's sign."""
    return one.severity if one.answered is None else "excepted"


def _form(one: Item) -> str:
    return _before_colon(str(pick(ITEM_FORMS[one.form]))) if one.form else ""


def _before_colon(text: str) -> str:
    return text.partition(":")[0]


def _member(plan: Plan, id_: str) -> str:
    return next((one.name.strip() for one in plan.team.members if one.id == id_), "")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _long(day: date, until: date | None) -> str:
    """A day with its year, which is left out where the other end has the same."""
    if until is not None and until.year == day.year:
        return in_words(day)
    return str(say("{day} {year}", day=in_words(day), year=str(day.year)))


def hours(value: float) -> str:
    """Hours as a cell says them: 12.5 h."""
    return str(say("{n} h", n=number(round(value, 1))))


def _week(plan: Plan, one: WeekLoad) -> dict[str, Any]:
    most = plan.calendar.week_hours
    told = (
        say("{n} of {most}", n=number(round(one.hours, 1)), most=hours(most)) if most is not None else hours(one.hours)
    )
    over = most is not None and one.hours > most
    unsaid = f" + {len(one.unsaid)}×?" if one.unsaid else ""
    return {"said": f"{told}{unsaid}" if one.items else "", "over": over, "pieces": len(one.items)}


def _people(plan: Plan, load: Mapping[date, WeekLoad]) -> dict[str, Any]:
    """Hours a week by owner: the weeks in which there are any, the members in the team's order."""
    weeks = [one for one in load.values() if one.hours]
    owners = {id_ for one in weeks for id_, n in one.of.items() if n}
    names = [(one.id, one.name.strip() or one.id) for one in plan.team.members if one.id in owners]
    names += [(id_, id_ or str(say("nobody yet"))) for id_ in sorted(owners - {id_ for id_, _ in names})]
    most = plan.calendar.person_hours
    rows = [{"name": name, "cells": [_cell(one.of.get(id_, 0.0), most) for one in weeks]} for id_, name in names]
    return {"heads": [in_words(one.week) for one in weeks], "rows": rows}


def _cell(value: float, most: float | None) -> dict[str, Any]:
    return {"said": hours(value) if value else "–", "over": most is not None and value > most}


def _pillars(plan: Plan) -> list[dict[str, Any]]:
    names = {one.id: f"{one.id} · {one.statement.strip() or say('(empty)')}" for one in plan.message.pillars}
    found = []
    for one in pillar_shares(plan):
        share = number(round(one.share))
        told = say_many("{n} piece, {share} %", "{n} pieces, {share} %", one.count, share=share)
        if not one.pillar:
            told = say_many("{n} piece", "{n} pieces", one.count)
        elif one.wanted is not None:
            told = say("{told}; wanted: {wanted} %", told=told, wanted=number(round(one.wanted)))
        name = names.get(one.pillar, str(say("stand for no pillar")))
        found.append({"name": name, "share": round(one.share, 1), "wanted": one.wanted, "said": str(told)})
    return found


def _gaps(plan: Plan) -> list[str]:
    names = {one.id: one.name.strip() or one.id for one in plan.channels}
    return [
        str(
            say_many(
                "{channel}: silent for {n} day, from {first} to {last}; {most} are allowed.",
                "{channel}: silent for {n} days, from {first} to {last}; {most} are allowed.",
                one.days,
                channel=names[one.channel],
                first=in_words(one.first),
                last=in_words(one.last),
                most=one.most,
            )
        )
        for one in gaps(plan)
        if one.long
    ]


def _told(plan: Plan) -> list[str]:
    found = []
    if plan.items and not plan.channels:
        found.append(say("The plan has no channel yet: until it has one, all pieces lie in one row."))
    return [str(one) for one in found]
