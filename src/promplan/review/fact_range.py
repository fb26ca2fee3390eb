"""FACT-7: can the number be? Plausible ranges, of the kind that was chosen or that unit and words speak of."""

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache, reduce

from promplan.language import Words, say
from promplan.measure import registry
from promplan.measure.clean import russian
from promplan.measure.said import numbers
from promplan.measure.spelling import spellings, usual
from promplan.measure.unit import Unit, read
from promplan.measure.written import amount
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.around import around
from promplan.review.change import told
from promplan.review.data import Magnitude, magnitudes, proposed, sense
from promplan.review.engine import rule
from promplan.review.fact_unit import understood
from promplan.review.finding import Finding

UNIT = "01-facts"
FACTORS = (("×", 60.0), ("÷", 60.0), ("×", 1000.0), ("÷", 1000.0), ("×", 10.0), ("÷", 10.0))
SHARES = (("×", 100.0), ("÷", 100.0), ("×", 10.0), ("÷", 10.0))
MONEY = (("×", 1000.0), ("÷", 1000.0), ("×", 10.0), ("÷", 10.0))
TIMED = ("[time]", "1 / [time]")
CALENDAR = (1000, 2200)  # «1982 год» names a year
NEAR = 1e-9


@rule(
    "FACT-7",
    severity="warning",
    unit=UNIT,
    section="facts-l-number",
    text=say("No number is out of its kind's range"),
    hints=(
        say("Imagine laying your hand on it: how hot, how thick, how heavy?"),
        say("Compare value, unit and kind of number. A letter in the unit can be a thousand."),
    ),
)
def numbers_can_be(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    known = [(one, unit, kinds) for one in plan.enterprise.facts if (unit := _unit(one)) and (kinds := _kinds(one))]
    if not known:
        return None
    chosen = [one for one in plan.enterprise.facts if one.quantity in magnitudes() and one.value is not None]
    found = []
    for one, unit, kinds in known:
        strange = [it for it in kinds if not _fits(one.value or 0.0, one.unit, it.id, text_of(one))]
        wrong = next((it for it in strange if it.measured.expression == unit.expression), next(iter(strange), None))
        if wrong is not None and not _of_another(one, wrong):
            found.append(
                Finding(
                    one.id,
                    _message(one, unit, wrong),
                    _what_fits(one, unit, wrong, chosen),
                    one.statement,
                    field="value",
                )
            )
    return found


@cache
def _every() -> dict[str, Magnitude]:
    return {one.id: one for one in sense()} | magnitudes()


@lru_cache(4096)
def _fits(value: float, unit: str, kind: str, text: str) -> bool:
    known = read(unit)
    return known is None or fits(value, known, _every()[kind], text)


def text_of(one: Fact) -> str:
    """What a fact says of its number."""
    return f"{one.about}\n{one.statement}"


def calendar_year(one: Fact) -> bool:
    """Does value and unit name a year, 1982?"""
    value = one.value
    if value is None or not CALENDAR[0] <= value <= CALENDAR[1] or value != int(value) or not one.unit.strip():
        return False
    unit = read(one.unit)
    if unit is None or unit.factor != 1:
        return False
    return unit.expression == "year" or (unit.expression == "gram" and str(int(value)) in one.statement)  # «1982 г.»


def _unit(one: Fact) -> Unit | None:
    """The unit of a number that can be compared."""
    if one.value is None or not one.unit.strip() or calendar_year(one):
        return None
    return read(one.unit) if understood(one.unit, f"{one.statement} {one.about}") else None


def _kinds(one: Fact) -> tuple[Magnitude, ...]:
    """The kind that was chosen, else what unit and words speak of."""
    if one.quantity in magnitudes():
        return (magnitudes()[one.quantity],)
    return _proposed(one.statement, one.about, one.value or 0.0, one.unit)


@lru_cache(4096)
def _proposed(statement: str, about: str, value: float, unit: str) -> tuple[Magnitude, ...]:
    if around("verb").search(about) or any(math.isclose(value, it.step) for it in told(statement).changes):
        return ()  # by how much it changed is no share, no length, no temperature
    return proposed(f"{about}\n{statement}", unit)


def _of_another(one: Fact, kind: Magnitude) -> bool:
    """Do the words that told the kind belong to another number of the sentence: 40 minutes of "a shift of 8 hours"?"""
    if one.quantity in magnitudes() or kind in proposed(one.about, one.unit):
        return False
    return any(
        it.unit is not None
        and not math.isclose(it.value, one.value or 0.0)
        and measures(measured_as(it.unit, kind), kind)
        and fits(it.value, it.unit, kind, one.statement)
        for it in numbers(one.statement)
    )


def fits(value: float, unit: Unit, kind: Magnitude, text: str = "") -> bool:
    """Is the number within the kind's range? One that measures something else is not."""
    unit = measured_as(unit, kind)
    if not measures(unit, kind):
        return False
    here = registry.base(value, unit)
    low, high = (registry.base(limit, kind.measured) for limit in kind.bounds(text))
    room = NEAR * max(abs(low), abs(high), abs(here))
    return low - room <= here <= high + room


def measures(unit: Unit, kind: Magnitude) -> bool:
    """Is this what the kind measures, whatever the counted thing is called?"""
    return registry.dimension(unit) == registry.dimension(kind.measured)


def measured_as(unit: Unit, kind: Magnitude) -> Unit:
    """The unit as the kind is measured: a load in tonnes is a force, shifts a day are shifts."""
    own = registry.dimension(kind.measured)
    unit = replace(unit, expression=unit.expression.removesuffix(" / piece"))
    if own == "[mass] * [length] / [time] ** 2":
        return registry.weight(unit)
    if unit.expression == "shift / day" and own == "[shift]":
        return replace(unit, expression="shift")
    return unit


def _message(one: Fact, unit: Unit, kind: Magnitude) -> Words:
    name, value, unit = kind.name, amount(one.value or 0.0, one.unit), measured_as(unit, kind)
    if not measures(unit, kind):
        return say(
            "{name} is measured in {of}; {value} is something else.", name=name, of=symbol(kind.unit), value=value
        )
    low, high = kind.bounds(text_of(one))
    if high > 1e8 and kind.never:
        return say(
            "{name}: {value} cannot be; the lowest is {low} {of}.",
            name=name,
            value=value,
            low=low,
            of=symbol(kind.unit),
        )
    if kind.never:
        return say(
            "{name}: {value} cannot be, only {low} to {high} {of}.",
            name=name,
            value=value,
            low=low,
            high=high,
            of=symbol(kind.unit),
        )
    return say(
        "{name}: {value} is unusual; {low} to {high} {of} is usual.",
        name=name,
        value=value,
        low=low,
        high=high,
        of=symbol(kind.unit),
    )


def _what_fits(one: Fact, unit: Unit, kind: Magnitude, chosen: list[Fact]) -> Words:
    """The smallest change that makes the number possible: a swap, another unit, a factor."""
    value, text, unit = one.value or 0.0, text_of(one), measured_as(unit, kind)
    for other in chosen:
        theirs = read(other.unit) if other.unit.strip() else None
        if not kind.pair or other.quantity != kind.pair or other.value is None or theirs is None:
            continue
        if fits(other.value, theirs, kind) and fits(value, unit, magnitudes()[kind.pair]):
            there = amount(other.value, other.unit)
            return say("swap it with {other}: {value} fits here", other=other.id, value=there)
    if measures(unit, kind):
        below = registry.base(value, unit) < registry.base(kind.bounds(text)[0], kind.measured)
        if hint := kind.hint or (kind.hint_low if below else kind.hint_high):
            return say("{hint}", hint=hint)
    fitting = [*_other_units(value, one.unit, kind, text), *_factors(value, one.unit, unit, kind, text)]
    if fitting:
        listed = reduce(lambda a, b: say("{one} or {other}", one=a, other=b), fitting[:2])
        return say("perhaps {fitting} was meant", fitting=listed)
    return say("ask the process engineer for the right number")


def _other_units(value: float, written: str, kind: Magnitude, text: str) -> list[Words]:
    """The same figure in another unit of the dimension, in the script that the author writes."""
    here, cyrillic = read(written), russian(written)
    found: list[Words] = []
    for sign in usual("ru" if cyrillic else "en"):
        unit = read(sign)
        if unit is None or here is None or unit.expression == here.expression or not registry.comparable(unit, here):
            continue
        if fits(value, unit, kind, text):
            found.append(amount(value, sign))
    return found[:1]


def _factors(value: float, written: str, unit: Unit, kind: Magnitude, text: str) -> list[Words]:
    """The figure shifted by a decimal, by a thousand, or by the sixty of minutes and seconds where time is in it."""
    dimension = registry.dimension(unit)
    factors = SHARES if dimension == "[share]" else MONEY if "rouble" in dimension else FACTORS
    timed = dimension in TIMED
    shifted = [(value * by if sign == "×" else value / by, sign, by) for sign, by in factors if timed or by != 60]
    return [
        Words("{amount} ({sign}{by})", {"amount": amount(float(f"{new:.6g}"), written), "sign": sign, "by": by})
        for new, sign, by in shifted
        if value and fits(new, unit, kind, text)
    ]


def symbol(unit: str) -> dict[str, str]:
    """A unit of the assets as each language writes it."""
    known = read(unit)
    shown = spellings().shown.get(known.key) if known is not None and not known.scaled else None
    return SIGNS.get(unit) or shown or {"en": unit, "ru": unit}


SIGNS = {
    "wagons/year": {"en": "wagons/year", "ru": "вагонов/год"},
    "people": {"en": "people", "ru": "человек"},
    "shifts": {"en": "shifts", "ru": "смен"},
    "mm/s": {"en": "mm/s", "ru": "мм/с"},
    "m/s": {"en": "m/s", "ru": "м/с"},
    "km/h": {"en": "km/h", "ru": "км/ч"},
    "m²": {"en": "m²", "ru": "м²"},
    "ha": {"en": "ha", "ru": "га"},
    "kJ/mm": {"en": "kJ/mm", "ru": "кДж/мм"},
    "kg/m³": {"en": "kg/m³", "ru": "кг/м³"},
    "years": {"en": "years", "ru": "лет"},
    "months": {"en": "months", "ru": "месяцев"},
    "days": {"en": "days", "ru": "дней"},
    "руб.": {"en": "roubles", "ru": "руб."},
    "руб./мес": {"en": "roubles a month", "ru": "руб./мес"},
    "h/day": {"en": "h a day", "ru": "ч в сутки"},
    "day/week": {"en": "days a week", "ru": "дней в неделю"},
    "day/year": {"en": "days a year", "ru": "дней в году"},
    "h/week": {"en": "h a week", "ru": "ч в неделю"},
    "lx": {"en": "lx", "ru": "лк"},
    "rpm": {"en": "r/min", "ru": "об/мин"},
    "Shore D": {"en": "Shore D", "ru": "Шор D"},
}
