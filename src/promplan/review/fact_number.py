"""FACT, numbers side by side: two facts about one thing, and a sentence beside its own value."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from promplan.language import say
from promplan.measure.said import Said, numbers
from promplan.measure.unit import read
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.data import base
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.periods import SPANS, per, period_of
from promplan.text.substance import blank

UNIT = "01-facts"
NEAR = 183  # days within which two numbers about one thing should agree


@rule(
    "FACT-8",
    severity="warning",
    unit=UNIT,
    section="facts-l-mistakes",
    text=say("No two facts about one thing disagree"),
    hints=(
        say("Can both be true at once?"),
        say("Two facts measure one thing. Are they of one day, one shop, one model?"),
    ),
)
def facts_agree(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    same: dict[str, list[Fact]] = defaultdict(list)
    for one in plan.enterprise.facts:
        if not blank(one.about) and one.value is not None:
            same[" ".join(one.about.casefold().split())].append(one)
    if not any(len(facts) > 1 for facts in same.values()):
        return None
    return [it for facts in same.values() for pair in combinations(facts, 2) if (it := _disagree(*pair)) is not None]


@dataclass(frozen=True)
class _Measured:
    """A number in its dimension's base unit: from `low` to `high`, as far as it is told; a rate per `period`."""

    kind: str
    value: float
    low: float
    high: float
    period: str = ""


def _measured(one: Fact) -> _Measured:
    """What a fact's number measures; an unknown unit stands for itself."""
    value = one.value or 0.0
    told = next((it for it in numbers(one.statement) if it.unit and _is(it, one)), None)
    unit = read(one.unit) if one.unit.strip() else None
    known = base(value, one.unit) if unit else None
    if unit is None or known is None:
        return _Measured(one.unit.strip().casefold(), value, *_room(one, value, told, 1.0))
    period = period_of(unit.expression)
    kind, here = known
    scale = here / value if value else 1.0
    if not period and told is not None and told.unit and (said := period_of(told.unit.expression)):
        kind, period = f"{kind} / [time]", said  # the unit is "engines", and the sentence says: a day
        scale *= (base(1.0, f"pieces/{said}") or ("", 1.0))[1]
    return _Measured(kind, value * scale, *_room(one, value, told, scale), period)


def _is(said: Said, one: Fact) -> bool:
    """Is it the fact's own number, in its sentence, whatever multiplier stands in the unit?"""
    unit, value = read(one.unit), one.value or 0.0
    shown = said.value * (said.unit.factor if said.unit else 1.0)
    return any(math.isclose(shown, it, rel_tol=1e-9) for it in (value, value * (unit.factor if unit else 1.0)))


def _room(one: Fact, value: float, told: Said | None, scale: float) -> tuple[float, float]:
    """From where to where the number may lie: its tolerance, and what "about", "nearly", "more than" leave open."""
    room = one.tolerance or 0.0
    low, high = value - room, value + room
    if told is not None and told.hedge and told.value:
        least, most = told.low, told.high
        if told.hedge in ("at most", "almost"):  # a bound is meant as it stands
            most = told.value
        elif told.hedge == "at least":
            least = told.value
        ends = value * least / told.value, value * most / told.value
        low, high = min(low, *ends), max(high, *ends)
    return min(low * scale, high * scale), max(low * scale, high * scale)


def _agree(one: _Measured, other: _Measured) -> bool:
    slip = 1e-9 * max(abs(one.value), abs(other.value))
    if one.period != other.period and one.period and other.period:
        short, long = (one, other) if SPANS[one.period].calendar < SPANS[other.period].calendar else (other, one)
        few, many = per(short.period, long.period)
        calendar = SPANS[long.period].calendar / SPANS[short.period].calendar  # both are told a second
        return short.low * few / calendar <= long.high + slip and long.low <= short.high * many / calendar + slip
    return one.low <= other.high + slip and other.low <= one.high + slip


def _disagree(one: Fact, other: Fact) -> Finding | None:
    if one.id in other.derived_from or other.id in one.derived_from:
        return None
    here, there = (_measured(it) for it in (one, other))
    if here.kind != there.kind:
        return None
    near = one.as_of is None or other.as_of is None or abs((one.as_of - other.as_of).days) <= NEAR
    evidence = f"{one.statement} / {other.statement}"
    if near and not _agree(here, there):
        return Finding(
            other.id,
            say("It disagrees with {other} about the same thing.", other=one.id),
            say("ask which is right, and for which day and which part of the plant each holds"),
            evidence,
            field="value",
        )
    years = {it.as_of.year for it in (one, other) if it.as_of}
    room = sum((it.high - it.low) / 2 for it in (here, there) if math.isfinite(it.high - it.low))
    same = here.period == there.period and abs(here.value - there.value) <= room + 1e-9 * abs(here.value)
    if same and len(years) == 2 and one.source != other.source:
        return Finding(
            other.id,
            say("It gives the same number as {other}, for another year.", other=one.id),
            say("ask which year the number belongs to"),
            evidence,
            field="as_of",
        )
    return None
