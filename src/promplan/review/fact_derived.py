"""FACT-16: what a fact says it was worked out from is worked out once more.

A sum, a difference, a product, a mean, a ratio, a share, a change, years between two: whichever of them the facts under
"Computed from" give. Which one was meant only the team knows; that none of them gives the value is certain.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

from promplan.language import LANGUAGES, Words, say
from promplan.measure import definitions, registry
from promplan.measure.digits import worth
from promplan.measure.said import Said, numbers
from promplan.measure.unit import Unit, read
from promplan.measure.written import amount
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.fact_range import calendar_year
from promplan.review.finding import Finding
from promplan.review.same_number import agrees, same
from promplan.review.worked_out import worked_out

UNIT = "01-facts"
COUNTED = {"[count]", "[shift]", "[share]", "[ratio]"}
FACTORS = 3  # of one product
MOST = 6  # facts that a number is worked out from; of more, nobody can say how


@rule(
    "FACT-16",
    severity="warning",
    unit=UNIT,
    section="facts-l-mistakes",
    text=say("A number that was computed follows from the facts it was computed from"),
    hints=(
        say("Do the sum once more, with a pencil."),
        say("Take the facts under Computed from, with their units: which sum gives the value?"),
    ),
)
def computed_numbers_follow(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = {one.id: one for one in plan.enterprise.facts}
    asked = [(one, sources) for one in facts.values() if (sources := _sources(one, facts))]
    if not asked:
        return None
    return [
        Finding(one.id, _message(one, sources), _fix(one, sources), one.statement, field="value")
        for one, sources in asked
        if not follows(one, sources)
    ]


def _sources(one: Fact, facts: dict[str, Fact]) -> list[Fact]:
    """The facts that it names, where all have numbers that can be read; else none."""
    if one.value is None or read(one.unit) is None or one.id in one.derived_from:
        return []
    found = [facts[id_] for id_ in dict.fromkeys(one.derived_from) if id_ in facts]
    whole = len(found) == len(set(one.derived_from)) and len(found) <= MOST
    return found if whole and all(_told(it) is not None for it in found) else []


def _told(one: Fact) -> Said | None:
    """A fact's number as if a sentence had said it."""
    unit = read(one.unit)
    if one.value is None or unit is None:
        return None
    year = calendar_year(one)
    room = one.tolerance or 0.0
    return Said(0, 0, one.value, one.value - room, one.value + room, None if year else unit, year=year)


def follows(one: Fact, sources: list[Fact]) -> bool:
    """Does any arithmetic of its sources, with what its own sentence adds, give the value?"""
    unit, value = read(one.unit), one.value
    assert unit is not None and value is not None
    found = [it for it in map(_told, sources) if it is not None]
    own = [it for it in numbers(one.statement) if it.year or not agrees(value, unit, it, one.tolerance)]
    amounts = [*found, *own]
    if any(agrees(value, unit, it, one.tolerance) for it in found):  # in another unit, or by another period
        return True
    low, high = _room(one, value, unit)
    slack = max(value - low, high - value) / abs(value) if value else 0.0
    if worked_out(value, unit, amounts, one.statement, slack) or worked_out(value, unit, found, "", slack):
        return True
    return any(low <= it <= high for it in (*_more(unit, found), *_powers(unit, found)))


def _room(one: Fact, value: float, unit: Unit) -> tuple[float, float]:
    """From where to where the result may lie: the digits that are given, the tolerance, "about", "nearly"."""
    told = [it for it in numbers(one.statement) if not it.year and agrees(value, unit, it, one.tolerance)]
    shown = f"{abs(value):.12g}".partition(".")[2]
    half = 0.5000001 * (10.0 ** -len(shown) if shown else worth(abs(value)))
    low, high = value - max(half, one.tolerance or 0.0), value + max(half, one.tolerance or 0.0)
    for it in told:
        if it.hedge and it.value:
            low, high = min(low, value * it.low / it.value), max(high, value * it.high / it.value)
    return low, high


def _more(unit: Unit, found: list[Said]) -> Iterator[float]:
    """What else people compute, in the value's own unit: sums of several, means, ratios and changes."""
    here = [registry.base(it.value, it.unit) for it in found if it.unit is not None and same(unit, it.unit)]
    if here and len(here) == len(found):
        yield from (registry.back(it, unit) for it in (math.fsum(here), math.fsum(here) / len(here)))
        for x, y in combinations(here, 2):
            yield from (registry.back(it, unit) for it in (x + y, abs(x - y), (x + y) / 2))
    for a, b in combinations(found, 2):
        if a.unit is None or b.unit is None or not same(a.unit, b.unit):
            continue
        one, other = registry.base(a.value, a.unit), registry.base(b.value, b.unit)
        for up, down in ((one, other), (other, one)):
            if down and unit.expression == "percent":
                yield from (100 * up / down, 100 * (up - down) / down, 100 * abs(up - down) / down)
            elif down and unit.expression in ("times", "piece"):
                yield from (up / down, abs(up - down) / down)


def _powers(unit: Unit, found: list[Said]) -> Iterator[float]:
    """Products and quotients of all the sources that measure what the value measures: speed from turns and a length.

    What turns goes once around: π times its diameter, or twice its radius.
    """
    told = [(it.value, it.unit) for it in found if it.unit is not None]
    if unit.expression == "percent" or not 1 < len(told) == len(found) <= FACTORS:
        return
    own = definitions.measure(unit.expression)
    parts = [(value * one.factor * made.factor, _bases(made)) for value, one in told
             for made in [definitions.measure(one.expression)]]  # fmt: skip
    for powers in product((1, -1), repeat=len(parts)):
        bases: Counter[str] = Counter()
        for (_, its), power in zip(parts, powers, strict=True):
            bases.update({name: power * n for name, n in its.items()})
        if {name: n for name, n in bases.items() if n} != _bases(own):
            continue
        if any(not value and power < 0 for (value, _), power in zip(parts, powers, strict=True)):
            continue
        result = math.prod(value**power for (value, _), power in zip(parts, powers, strict=True))
        turns = {"[length]", "[time]"} <= {n for _, its in parts for n in its}
        around = (1.0, math.pi, 2 * math.pi) if turns else (1.0,)
        yield from (result * by / own.factor / unit.factor for by in around)


def _bases(made: definitions.Measure) -> dict[str, float]:
    """What is measured, whatever is counted: so many presses are a number."""
    return {name: power for name, power in made.bases if name not in COUNTED}


def _message(one: Fact, sources: list[Fact]) -> Words:
    told = {
        speech: ", ".join(f"{it.id}: {amount(it.value or 0.0, it.unit).into(speech)}" for it in sources)
        for speech in LANGUAGES
    }
    return say(
        "No sum, difference, product, share or ratio of its sources gives {value} ({sources}).",
        sources=told,
        value=amount(one.value or 0.0, one.unit),
    )


def _fix(one: Fact, sources: list[Fact]) -> Words:
    """The result that lies nearest, where one is near enough to have been meant."""
    unit, value = read(one.unit), one.value or 0.0
    found = [it for it in map(_told, sources) if it is not None]
    near = min(_more(unit, found), key=lambda it: abs(it - value), default=None) if unit is not None else None
    if near is None or not value or not 0.5 < near / value < 2:
        return say("compute it once more, or name the facts that it was computed from")
    shown = float(round(near)) if abs(near) >= 100 else float(f"{near:.3g}")
    return say("compute it once more: {near} is the nearest that they give", near=amount(shown, one.unit))
