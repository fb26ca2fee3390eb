"""VIS-11: is anybody at the plant on the days that the visit needs: no weekend, no public holiday of its country?

The holidays are dated data, `assets/workdays.toml`; of a country whose holidays are not there only weekends are known.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from promplan import assets, toml
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.review.country import country
from promplan.review.engine import rule
from promplan.review.finding import Finding

UNIT = "05-visit"
DAYS = ("date", "fallback", "induction")
SATURDAY, SUNDAY = 5, 6


class _Public(NamedTuple):
    country: str
    holidays: frozenset[tuple[int, int]]  # month and day
    off: frozenset[date]
    worked: frozenset[date]


@cache
def _public() -> _Public:
    raw = toml.read(assets.folder() / "workdays.toml")
    holidays = frozenset((one["month"], day) for one in raw["holiday"] for day in one["days"])
    off, worked = (frozenset(day for one in raw["moved"] for day in one[name]) for name in ("off", "worked"))
    return _Public(raw["country"], holidays, off, worked)


def day_off(day: date, where: str) -> Words | None:
    """Why nobody is at work on a day in a country; None on a working day."""
    known = _public()
    at_home = where == known.country
    if at_home and day in known.worked:
        return None
    if at_home and (day.month, day.day) in known.holidays:
        return say("{day} is a public holiday.", day=day)
    if at_home and day in known.off:
        return say("{day} is a day off, moved from a holiday.", day=day)
    if day.weekday() == SATURDAY:
        return say("{day} is a Saturday.", day=day)
    return say("{day} is a Sunday.", day=day) if day.weekday() == SUNDAY else None


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
    where = country(plan)
    fix = say("ask the plant for a working day; if a shift works then, write that as your reason")
    return [Finding("visit", why, fix, field=name) for name, day in days if (why := day_off(day, where)) is not None]
