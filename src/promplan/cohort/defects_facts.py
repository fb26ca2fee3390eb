"""Defects of the register: units, numbers, sources, clearances."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from promplan.cohort.defects import Put, defect, own
from promplan.language import say
from promplan.measure.said import numbers
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact

SWAPPED = {
    "kN": "kN·m", "MN": "MN·m", "°C": "°F", "mm": "mm²", "MPa": "kN", "MW": "MWh", "kW": "kWh", "bar": "kN",
    "кН": "кН·м", "МН": "МН·м", "мм": "мм²", "МПа": "кН", "МВт": "МВт·ч", "кВт": "кВт·ч", "бар": "кН",
    "people": "%", "человек": "%", "min": "kg", "мин": "кг", "dBA": "kg", "дБА": "кг",
}  # fmt: skip
LONG = timedelta(days=4000)


def _facts(plan: Plan) -> Iterator[tuple[str, Fact]]:
    yield from ((f"enterprise.facts/{one.id}", one) for one in plan.enterprise.facts)


@defect(
    "unit",
    "FACT-12",
    say("a number has another unit than its sentence says"),
    lambda was: say("write the unit of the source: {was}", was=was),
    2,
)
def unit(plan: Plan) -> Iterable[Put]:
    return [Put(at, {"unit": SWAPPED[one.unit]}) for at, one in _facts(plan) if one.unit in SWAPPED]


@defect(
    "unit of another kind",
    "FACT-7",
    say("a number has a unit in which such a thing is not measured"),
    lambda was: say("write the unit of the source: {was}", was=was),
    2,
)
def unit_of_another_kind(plan: Plan) -> Iterable[Put]:
    return [Put(at, {"unit": SWAPPED[one.unit]}) for at, one in _facts(plan) if one.quantity and one.unit in SWAPPED]


@defect(
    "no unit",
    "FACT-4",
    say("a number has lost its unit"),
    lambda was: say("write the unit: {was}", was=was),
    1,
)
def no_unit(plan: Plan) -> Iterable[Put]:
    return [Put(at, {"unit": ""}) for at, one in _facts(plan) if one.unit and one.value is not None]


@defect(
    "range",
    "FACT-7",
    say("a number is a thousand times what such a thing can be"),
    lambda was: say("write the value of the source: {was}", was=was),
    2,
)
def out_of_range(plan: Plan) -> Iterable[Put]:
    return [Put(at, {"value": one.value * 1000}) for at, one in _facts(plan) if one.value and one.quantity]


@defect(
    "sentence",
    "FACT-12",
    say("the sentence of a fact gives another number than its value"),
    lambda was: say("put the value and the sentence together again: the value was {was}", was=was),
    2,
)
def sentence(plan: Plan) -> Iterable[Put]:
    for at, one in _facts(plan):
        if one.value and one.value > 10 and not one.derived_from and len(numbers(one.statement)) == 1:
            yield Put(at, {"value": one.value + 7})


@defect(
    "no source",
    "FACT-2",
    say("a fact has no source"),
    lambda was: say("name the source again: {was}", was=was),
    1,
)
def no_source(plan: Plan) -> Iterable[Put]:
    return [Put(at, {"source": ""}) for at, one in _facts(plan) if one.source]


@defect(
    "old number",
    "FACT-3",
    say("a number is older than it may be on the day on which it is published"),
    lambda was: say("write the day that the source bears: {was}", was=was),
    2,
)
def old_number(plan: Plan) -> Iterable[Put]:
    return [Put(at, {"as_of": one.as_of - LONG}) for at, one in _facts(plan) if one.as_of and one.value is not None]


@defect(
    "day to come",
    "FACT-2D",
    say("a fact is of a day that has not come yet"),
    lambda was: say("write the day that the source bears: {was}", was=was),
    2,
)
def day_to_come(plan: Plan) -> Iterable[Put]:
    for at, one in _facts(plan):
        if one.as_of:
            yield Put(at, {"as_of": one.as_of + LONG})


@defect(
    "quote unconfirmed",
    "FACT-9",
    say("what was only said is confirmed by nobody"),
    lambda was: say("say again where it is from, or who has confirmed it: {was}", was=was),
    2,
)
def unconfirmed(plan: Plan) -> Iterable[Put]:
    for at, one in _facts(plan):
        if one.source_kind == "oral" and one.checked_by:
            yield Put(at, {"checked_by": ""})
        elif one.value is not None and one.clearance.state == "cleared":
            yield Put(at, {"source_kind": "oral"})


@defect(
    "superlative",
    "FACT-11",
    say("a fact boasts: a superlative that nothing proves"),
    lambda was: say("write the sentence as it was: {was}", was=was),
    1,
)
def superlative(plan: Plan) -> Iterable[Put]:
    tail = own(plan, say("the best in the country"))
    return [Put(at, {"statement": f"{one.statement}, {tail}"}) for at, one in _facts(plan) if one.statement]


@defect(
    "clearance nobody's",
    "FACT-6",
    say("a fact is cleared, and nobody is named who cleared it"),
    lambda was: say("name who cleared it: {was}", was=was),
    1,
)
def clearance_of_nobody(plan: Plan) -> Iterable[Put]:
    for at, one in _facts(plan):
        if one.clearance.state == "cleared" and one.clearance.by:
            yield Put(f"{at}/clearance", {"by": ""})


@defect(
    "clearance ended",
    "FACT-6I",
    say("the clearance of a fact ends before a piece with it comes out"),
    lambda was: say("ask for the clearance until {was}, or take the fact out of the piece", was=was),
    3,
)
def clearance_ended(plan: Plan) -> Iterable[Put]:
    for at, one in _facts(plan):
        days = [it.dates.publish for it in plan.items if one.id in it.facts and it.dates.publish]
        if one.clearance.until and days:
            yield Put(f"{at}/clearance", {"until": max(days) - timedelta(days=1)})


@defect(
    "clearance refused",
    "FACT-6I",
    say("a piece says a fact that the plant has refused"),
    lambda was: say("take the fact out of the piece, or write the plant's true answer: {was}", was=was),
    3,
)
def clearance_refused(plan: Plan) -> Iterable[Put]:
    used = {it for one in plan.items for it in one.facts}
    for at, one in _facts(plan):
        if one.id in used and one.clearance.state == "cleared":
            yield Put(f"{at}/clearance", {"state": "refused"})


@defect(
    "digits turned",
    "",
    say("two digits are turned round, in the sentence and in the value alike"),
    lambda was: say("compare with the source, and write: {was}", was=was),
    3,
)
def digits_turned(plan: Plan) -> Iterable[Put]:
    """No rule knows the source: whoever looks there, does."""
    used = {it for one in plan.items for it in one.facts} | {it for one in plan.message.pillars for it in one.proofs}
    for at, one in _facts(plan):
        if one.value is None or not one.value.is_integer() or one.quantity or one.derived_from or one.id in used:
            continue
        told = str(int(one.value))
        if re.fullmatch(r"[1-9]{2}", told) and told[0] != told[1] and one.statement.count(told) == 1:
            turned = told[::-1]
            yield Put(at, {"statement": one.statement.replace(told, turned), "value": float(turned)})
