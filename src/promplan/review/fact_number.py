"""FACT, numbers: plausible range, contradiction between facts, per cent and percentage points."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import reduce
from itertools import combinations

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.data import Magnitude, base, magnitudes, units
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.stems import stems
from promplan.text.substance import blank

UNIT = "01-facts"
FACTORS = (("×", 1000.0), ("÷", 1000.0), ("×", 60.0), ("÷", 60.0), ("×", 10.0), ("÷", 10.0))
NEAR = 183  # days within which two numbers about one thing should agree

FROM_TO = re.compile(r"(?:from|с|со|от)\s+(\d+(?:[.,]\d+)?)\s*%?\s*(?:to|до)\s+(\d+(?:[.,]\d+)?)\s*%", re.IGNORECASE)
BY = re.compile(r"(?:by|на)\s+(\d+(?:[.,]\d+)?)\s*%(?!\s*(?:points|пункт))", re.IGNORECASE)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


@rule(
    "FACT-5",
    severity="warning",
    unit=UNIT,
    text=say("Per cent and percentage points are told apart"),
    hints=(
        say("Per cent of what: of the old value, or of everything?"),
        say("From 7 to 4 % it is lower by three percentage points, and by 43 %."),
    ),
)
def points_are_told_from_per_cent(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = [one for one in plan.enterprise.facts if "%" in one.statement or one.unit.strip() == "%"]
    if not facts:
        return None
    found = []
    for one in facts:
        span, step = FROM_TO.search(one.statement), BY.search(one.statement)
        if span and step:
            old, new = _number(span[1]), _number(span[2])
            if old and abs(abs(new - old) - _number(step[1])) < 1e-9:
                found.append(
                    Finding(
                        one.id,
                        say(
                            "From {old} to {new} %: the difference in percentage points is {points}.",
                            old=old,
                            new=new,
                            points=abs(new - old),
                        ),
                        _change(old, new),
                        one.statement,
                    )
                )
        elif stems("change").search(one.statement) and not span and not one.derived_from:
            found.append(
                Finding(
                    one.id,
                    say("A change in per cent: of which measure, from what to what?"),
                    say("give both numbers, or the facts it is computed from"),
                    one.statement,
                )
            )
        elif one.unit.strip() == "%" and blank(one.about):
            found.append(
                Finding(one.id, say("Per cent of what?"), say("write what the number measures"), one.statement)
            )
    return found


def _change(old: float, new: float) -> Words:
    """Both true ways to say it, in a sentence that needs no plural."""
    points, share = abs(new - old), abs(100 * (new - old) / old)
    percent = float(round(share, 0 if share >= 10 else 1))
    if new < old:
        return say("write: lower by {percent} %, or by {points} in percentage points", percent=percent, points=points)
    return say("write: higher by {percent} %, or by {points} in percentage points", percent=percent, points=points)


@rule(
    "FACT-7",
    severity="warning",
    unit=UNIT,
    text=say("No number is out of its kind's range"),
    hints=(
        say("Put your hand on it, in your mind: how hot, how thick, how heavy?"),
        say("Compare value, unit and kind of number. A letter in the unit can be a thousand."),
    ),
)
def numbers_can_be(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    known = [one for one in plan.enterprise.facts if one.value is not None and one.quantity in magnitudes()]
    if not known:
        return None
    found = []
    for one in known:
        kind = magnitudes()[one.quantity]
        if one.value is None or _fits(one.value, one.unit, kind):
            continue
        found.append(
            Finding(
                one.id,
                say(
                    "{name}: {value} {unit} cannot be; {low} to {high} {of} is usual.",
                    name=kind.name,
                    value=one.value,
                    unit=one.unit,
                    low=kind.low,
                    high=kind.high,
                    of=_symbol(kind.unit),
                ),
                _what_fits(one, kind, known),
                one.statement,
            )
        )
    return found


def _fits(value: float, unit: str, kind: Magnitude) -> bool:
    here = base(value, unit)
    if here is None:  # an unknown unit is nobody's error; FACT-4 asks for units
        return True
    if here[0] != kind.dimension:
        return False
    low, high = (base(limit, kind.unit) for limit in (kind.low, kind.high))
    return low is not None and high is not None and low[1] <= here[1] * (1 + 1e-9) and here[1] <= high[1] * (1 + 1e-9)


def _what_fits(fact: Fact, kind: Magnitude, known: list[Fact]) -> Words:
    """The smallest change that makes the number possible: a swap, another unit, a factor."""
    value = fact.value or 0.0
    for other in known:
        if other.quantity == kind.pair and other.value is not None:
            pair = magnitudes()[kind.pair]
            if _fits(other.value, other.unit, kind) and _fits(value, fact.unit, pair):
                return say(
                    "swap it with {other}: {value} {unit} fits here",
                    other=other.id,
                    value=other.value,
                    unit=other.unit,
                )
    if kind.hint:
        return say("{hint}", hint=kind.hint)
    fitting = [*_other_units(fact, value, kind), *_factors(fact, value, kind)]
    if fitting:
        listed = reduce(lambda one, other: say("{one} or {other}", one=one, other=other), fitting[:3])
        return say("perhaps {fitting} was meant", fitting=listed)
    return say("ask the process engineer for the right number")


def _other_units(fact: Fact, value: float, kind: Magnitude) -> list[Words]:
    """The same figure in other units of the dimension, in the script that the author writes."""
    here = units().get(fact.unit.strip())
    return [
        Words("{value} {unit}", {"value": value, "unit": symbol})
        for symbol, (dimension, *_) in units().items()
        if here
        and dimension == here[0] == kind.dimension
        and symbol != fact.unit.strip()
        and (
            _cyrillic(symbol) == _cyrillic(fact.unit)
            or not any(sign.isalpha() and sign not in "CFK" for sign in symbol)
        )
        and _fits(value, symbol, kind)
    ][:1]


def _factors(fact: Fact, value: float, kind: Magnitude) -> list[Words]:
    """The figure shifted by a decimal, by a thousand, or by the sixty of minutes and seconds where time is in it."""
    timed = kind.dimension in ("time", "rotation")
    shifted = [(value * by if sign == "×" else value / by, sign, by) for sign, by in FACTORS if timed or by != 60]
    return [
        Words("{value} {unit} ({sign}{by})", {"value": float(f"{new:.6g}"), "unit": fact.unit, "sign": sign, "by": by})
        for new, sign, by in shifted
        if _fits(new, fact.unit, kind)
    ]


def _symbol(unit: str) -> dict[str, str]:
    """The unit as each language writes it: of the same dimension and size, in the language's own script."""
    same = (one for one, known in units().items() if known == units().get(unit) and _cyrillic(one))
    return {"en": unit, "ru": next(same, unit)}


def _cyrillic(text: str) -> bool:
    return bool(re.search("[а-яё]", text, re.IGNORECASE))


@rule(
    "FACT-8",
    severity="warning",
    unit=UNIT,
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


def _disagree(one: Fact, other: Fact) -> Finding | None:
    if one.id in other.derived_from or other.id in one.derived_from:
        return None
    here, there = (base(f.value or 0.0, f.unit) or (f.unit.strip().casefold(), f.value or 0.0) for f in (one, other))
    if here[0] != there[0]:
        return None
    room = sum((f.tolerance or 0.0) for f in (one, other)) + 1e-9 * max(abs(here[1]), abs(there[1]))
    near = one.as_of is None or other.as_of is None or abs((one.as_of - other.as_of).days) <= NEAR
    evidence = f"{one.statement} / {other.statement}"
    if abs(here[1] - there[1]) > room and near:
        return Finding(
            other.id,
            say("It disagrees with {other} about the same thing.", other=one.id),
            say("ask which is right, and for which day and which part of the plant each holds"),
            evidence,
        )
    years = {f.as_of.year for f in (one, other) if f.as_of}
    if abs(here[1] - there[1]) <= room and len(years) == 2 and one.source != other.source:
        return Finding(
            other.id,
            say("It gives the same number as {other}, for another year.", other=one.id),
            say("ask which year the number belongs to"),
            evidence,
        )
    return None
