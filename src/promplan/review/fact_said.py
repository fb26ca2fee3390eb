"""FACT-12: a sentence beside its own value. Whoever reads the one and works with the other must get the same number."""

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from promplan.language import Words, say
from promplan.measure import registry
from promplan.measure.clean import clean
from promplan.measure.lasting import intervals, spans
from promplan.measure.ordinals import ordinals
from promplan.measure.said import Said, numbers
from promplan.measure.shares import shares
from promplan.measure.unit import Unit, read
from promplan.measure.written import amount
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.fact_range import calendar_year
from promplan.review.finding import Finding
from promplan.review.periods import period_of
from promplan.review.same_number import CLOSE, agrees, same, whole
from promplan.review.strange_number import labelled, rival, swapped
from promplan.review.worked_out import products, worked_out
from promplan.text.substance import blank

UNIT = "01-facts"
PERCENT = Unit(1.0, "percent", key="percent")


@rule(
    "FACT-12",
    severity="warning",
    unit=UNIT,
    section="facts-l-number",
    text=say("Each sentence gives the number that its value gives"),
    hints=(
        say("Read the sentence, then the value with its unit. Is it one number?"),
        say("Look for swapped digits, and for thousands and millions that stand in one of the two only."),
    ),
)
def sentences_give_their_values(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = [one for one in plan.enterprise.facts if one.value is not None and _speaks(one)]
    if not facts:
        return None
    return [
        Finding(one.id, _message(one, other), _fix(one, other), one.statement, field="statement")
        for one in facts
        if (other := contradicted(one)) is not None
    ]


def _speaks(one: Fact) -> bool:
    said = one.statement
    return bool(numbers(said) or shares(said) or spans(said) or intervals(said, one.about))


def contradicted(one: Fact) -> Said | None:
    """The number of the sentence that should be the value and is another; None where all is well or nothing is sure."""
    if one.value is None or blank(one.unit) or one.derived_from:
        return None
    if calendar_year(one):
        return _other_year(one.statement, one.value)
    return _contradicted(one.statement, one.about, one.value, one.unit, one.tolerance)


def _other_year(statement: str, value: float) -> Said | None:
    """The year of the sentence, where the value is another one that nothing in it leads to."""
    found = numbers(statement)
    years = [it for it in found if it.year]
    if any(it.value == value or (it.upto or 0) >= value > it.value for it in found):
        return None
    if any(abs(value - it.value) == other.value for it in years for other in found):
        return None  # "in its 90th year", «через 14 лет после пуска в 1934 году»
    if len(found) == 1:
        return next(iter(years), None)
    return next((it for it in years if swapped(it.value, value)), None)


@lru_cache(8192)  # a register is read again at every keystroke, and all but one of its facts are what they were
def _contradicted(statement: str, about: str, value: float, unit_: str, tolerance: float | None) -> Said | None:
    unit = read(unit_)
    if unit is None or (value in ordinals(statement) and unit.expression != "percent"):  # the third of 41
        return None
    unit = _paid(unit, statement)
    found = [_meant(it, unit) for it in _of(statement, about, unit)]
    alike = [it.unit for it in found if it.unit is not None and same(unit, it.unit)]
    if alike:  # then the 7 of "press 7" is no amount
        found = [it for it in found if not labelled(clean(statement), it)]
    own = period_of(unit.expression)
    if own and own in map(period_of, (it.expression for it in alike)):  # what is told by another period is another sum
        found = [it for it in found if it.unit is None or period_of(it.unit.expression) in ("", own)]
    amounts = [it for it in found if not it.year]
    if not amounts or any(agrees(value, unit, it, tolerance) for it in found):
        return None
    if worked_out(value, unit, found, statement):
        return None
    if (missed := _product_missed(value, unit, amounts)) is not None:
        return missed
    rivals = [it for it in amounts if rival(value, unit, it, amounts, clean(statement))]
    return min(rivals, key=lambda it: _distance(value, unit, it), default=None)


def _product_missed(value: float, unit: Unit, amounts: list[Said]) -> Said | None:
    """The first of two numbers whose product the value is but for its zeros: 120 by 60 m are no 720 m²."""
    here = registry.base(value, whole(unit))
    for one, product in products(unit, amounts):
        if product and any(math.isclose(here * by, product, rel_tol=CLOSE) for by in (0.01, 0.1, 10, 100, 1000)):
            return one
    return None


def _of(statement: str, about: str, unit: Unit) -> list[Said]:
    """The numbers of the sentence; beside per cent also its shares in words, beside a time those told in one word."""
    found = list(numbers(statement))
    if registry.dimension(unit) == "[time]":
        return (
            found if any(_timely(it) for it in found) else [*found, *(spans(statement) or intervals(statement, about))]
        )
    if registry.dimension(unit) != "[share]":
        return found
    told = shares(statement)
    spoken = [Said(it.start, it.end, 100 * it.value, 100 * it.low, 100 * it.high, PERCENT) for it in told]
    return [it for it in found if not any(one.start <= it.start < one.end for one in told)] + spoken


def _paid(unit: Unit, statement: str) -> Unit:
    """Pounds beside a sentence with its £ are money, and no mass."""
    if "pound" not in unit.expression or "£" not in statement or "pound_" in unit.expression:
        return unit
    return replace(unit, expression=unit.expression.replace("pound", "pound_sterling"), key="")


def _timely(it: Said) -> bool:
    return it.unit is not None and registry.dimension(it.unit) == "[time]"


def _meant(it: Said, unit: Unit) -> Said:
    """The number with the wider of its two units, where that is what the value has: "250 kg of CO2 per tonne"."""
    return it if it.wider is None or not same(unit, it.wider) else replace(it, unit=it.wider)


def _distance(value: float, unit: Unit, it: Said) -> float:
    here = abs(registry.base(value, unit))
    there = abs(registry.base(it.value, it.unit)) if it.unit is not None and same(unit, it.unit) else abs(it.value)
    return abs(math.log((here + 1e-12) / (there + 1e-12)))


def _message(one: Fact, it: Said) -> Words:
    said = clean(one.statement)[it.start : it.end].strip() or one.statement
    return say("The sentence says “{said}”, its value is {value}.", said=said, value=amount(one.value or 0.0, one.unit))


def _fix(one: Fact, it: Said) -> Words:
    """Both fields by their names, each with what would stand in it."""
    value = amount(one.value or 0.0, one.unit)
    unit = read(one.unit)
    if unit is not None and it.unit is not None and same(unit, it.unit):
        new = float(f"{registry.back(registry.base(it.value, it.unit), unit):.10g}")
    elif it.unit is None:
        new = it.value
    else:
        return say("make them one: write {value} into the sentence, or put the sentence's unit into Unit", value=value)
    return say("make them one: write {value} into the sentence, or {new} into Value", value=value, new=new)
