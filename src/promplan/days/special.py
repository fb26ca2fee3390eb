"""The days that matter between two days: public holidays, moved days off, the days of industry, the campaign's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from promplan.days.industry import days_of, is_mourning
from promplan.days.public import public_days, span
from promplan.days.workdays import country_of_work
from promplan.language import Words
from promplan.media.dates import FIRST, LAST, between
from promplan.plan.document import Plan

Kind = Literal["holiday", "weekend-moved", "industry", "own", "mourning"]


@dataclass(frozen=True)
class Special:
    """A day, or several in a row, that a calendar shows.

    Args:
        day, until: its first and its last day.
        words: what it is called; of the team's own, as the team wrote it.
        name: the same in the language of the plan's words.
        kind: a public holiday, a day off (or at work) that was moved, a day of industry, one of the team's own, or a
            day of mourning or of memory, whoever set it.
        closed: the team said that nothing is published on it.
        off: nobody at the plant answers: a holiday, a day off that was moved here.
        source: where it is from.
        id: that of the team's own day, `Z1`, or of the rule, `metallurgist`; empty of a public day.
    """

    day: date
    until: date
    words: Words
    name: str
    kind: Kind
    closed: bool
    source: str
    off: bool = False
    id: str = ""

    def holds(self, day: date) -> bool:
        """Is this day one of it?"""
        return self.day <= day <= self.until


def special_days(plan: Plan, start: date, end: date) -> list[Special]:
    """All that touches the days from `start` to `end`, both included, by day; none where the end lies before.

    The production calendar and the days of industry are those of the plant's country (`country_of_work`); an own day
    without a date is left out, and one that ends before it begins is its first day.
    """
    if end < start:
        return []
    found = [*_public(plan, start, end), *_industry(plan, start, end), *_own(plan, start, end)]
    return sorted(found, key=lambda one: (one.day, one.until))


def closed_days(plan: Plan, start: date, end: date) -> frozenset[date]:
    """The days from `start` to `end` on which, as the team says, nothing is published."""
    rows = [one for one in _own(plan, start, end) if one.closed]
    return frozenset(day for one in rows for day in span(max(one.day, start), min(one.until, end)))


def _public(plan: Plan, start: date, end: date) -> Iterator[Special]:
    for one in public_days(country_of_work(plan), start, end):
        kind: Kind = "weekend-moved" if one.moved else "holiday"
        yield Special(one.day, one.until, one.name, _name(plan, one.name), kind, False, one.source, not one.worked)


def _industry(plan: Plan, start: date, end: date) -> Iterator[Special]:
    start, end = max(start, date(FIRST, 1, 1)), min(end, date(LAST, 12, 31))
    days = days_of(country_of_work(plan)) if start <= end else {}
    for it in between({id_: one.rule for id_, one in days.items()}, start, end) if days else ():
        one = days[it.id]
        kind: Kind = "mourning" if one.mourning else "industry"
        words = Words("{name}", {"name": one.name})
        yield Special(it.start, it.end, words, _name(plan, words), kind, False, one.source, id=it.id)


def _own(plan: Plan, start: date, end: date) -> Iterator[Special]:
    for one in plan.calendar.days:
        if one.day is None:
            continue
        until = max(one.day, one.until or one.day)
        if one.day <= end and until >= start:
            kind: Kind = "mourning" if is_mourning(one.what) else "own"
            words = Words("{name}", {"name": one.what})
            yield Special(one.day, until, words, one.what, kind, one.closed, one.source, id=one.id)


def _name(plan: Plan, words: Words) -> str:
    return words.into(plan.meta.language)
