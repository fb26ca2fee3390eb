"""FACT-12: a sentence beside its own value. Whoever reads the one and works with the other must get the same number."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from promplan.language import Words, say
from promplan.measure import registry
from promplan.measure.said import Said, numbers
from promplan.measure.unit import Unit, read
from promplan.measure.written import amount
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.fact_range import calendar_year
from promplan.review.finding import Finding
from promplan.text.substance import blank

UNIT = "01-facts"
CLOSE = 1e-6
PERIODS = (
    12.0,
    4.0,
    3.0,
    52.0,
    52.1775,
    365.0,
    365.25,
    247.0,
    250.0,
    248.0,
    24.0,
    30.0,
    30.4375,
    22.0,
    21.0,
    7.0,
    5.0,
    8.0,
    2.0,
    60.0,
)
ROUGHLY = re.compile(
    r"(?<!\w)(?:almost|nearly|about|around|more than|over|less than|"
    r"под|почти|около|примерно|более|больше|свыше|менее)\s$",
    re.IGNORECASE,
)
LIKE = 2.5  # so near is a slip of the same count, told with or without its period


@rule(
    "FACT-12",
    severity="warning",
    unit=UNIT,
    text=say("Each sentence gives the number that its value gives"),
    hints=(
        say("Read the sentence, then the value with its unit. Is it one number?"),
        say("Look for swapped digits, and for thousands and millions that stand in one of the two only."),
    ),
)
def sentences_give_their_values(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = [one for one in plan.enterprise.facts if one.value is not None and numbers(one.statement)]
    if not facts:
        return None
    return [
        Finding(one.id, _message(one, other), _fix(one, other), one.statement)
        for one in facts
        if (other := contradicted(one)) is not None
    ]


def contradicted(one: Fact) -> Said | None:
    """The number of the sentence that should be the value and is another; None where all is well or nothing is sure."""
    if one.value is None or blank(one.unit) or one.derived_from or calendar_year(one):
        return None
    return _contradicted(one.statement, one.value, one.unit, one.tolerance)


@lru_cache(8192)  # a register is read again at every keystroke, and all but one of its facts are what they were
def _contradicted(statement: str, value: float, unit_: str, tolerance: float | None) -> Said | None:
    unit = read(unit_)
    if unit is None:
        return None
    found = [_meant(it, unit) for it in numbers(statement)]
    amounts = [it for it in found if not it.year]
    if not amounts or any(_agrees(value, unit, it, tolerance) for it in found):
        return None
    if _computed(value, unit, amounts) or _part(value, unit, statement, amounts):
        return None
    alike = [it for it in amounts if it.unit is None or registry.untimed(it.unit) == registry.untimed(unit)]
    rivals = [it for it in amounts if _rival(value, unit, it, len(amounts if it.unit is None else alike) <= 1)]
    return min(rivals, key=lambda it: _distance(value, unit, it), default=None)


def _meant(it: Said, unit: Unit) -> Said:
    """The number with the wider of its two units, where that is what the value has: "250 kg of CO2 per tonne"."""
    return it if it.wider is None or not _same(unit, it.wider) else replace(it, unit=it.wider)


def _agrees(value: float, unit: Unit, it: Said, tolerance: float | None) -> bool:
    """Is this number of the sentence the value, as exactly as it is said?"""
    if it.year:
        return value == it.value
    if it.unit is not None:
        unit, it = _weighed(unit, it.unit), replace(it, unit=_weighed(it.unit, unit))
        assert it.unit is not None
    here = registry.base(value, unit)
    room = (abs(registry.base(value + tolerance, unit) - here) if tolerance else 0.0) + CLOSE * abs(here)
    bounds = [(it.low, it.high if it.upto is None else max(it.high, it.upto)), *((other, other) for other in it.others)]
    if it.unit is None:
        plain = value * (unit.factor if unit.scaled else 1)
        return any(
            low - CLOSE * abs(low) <= one <= high + CLOSE * abs(high) for low, high in bounds for one in (value, plain)
        )
    if (unit.key, it.unit.key) == ("gram", "degree") and value == it.value:
        return True  # «80 гр.»
    if _same(unit, it.unit):
        for low, high in bounds:
            low_, high_ = sorted((registry.base(low, it.unit), registry.base(high, it.unit)))
            if low_ - room <= here <= high_ + room:
                return True
        return False
    if it.unit.guessed and any(low <= value <= high for low, high in bounds):
        return True  # "61 go to suppliers": what follows is no unit
    if registry.untimed(unit) == registry.untimed(
        it.unit
    ):  # «540 в месяц» beside «вагонов/год» of one sentence: the same figure, of which the one says more
        plain = value * unit.factor
        return any(low <= plain <= high for low, high in bounds) and not _both_timed(unit, it.unit)
    return False


def _both_timed(one: Unit, other: Unit) -> bool:
    return all("[time]" in registry.dimension(it) for it in (one, other))


def _same(one: Unit, other: Unit) -> bool:
    """The same dimension; counted things of any name, for a wagon may be called a gondola."""
    return registry.dimension(one) == registry.dimension(other)


def _weighed(one: Unit, other: Unit) -> Unit:
    """A mass as a force, where the other is one: a press of 5,000 tonnes presses with 5,000 tf."""
    return registry.weight(one) if registry.dimension(other) == "[mass] * [length] / [time] ** 2" else one


def _named_alike(one: Unit, other: Unit) -> bool:
    """Is the counted thing called by the same word, or by one that ends on it: вагон, полувагон?"""
    if registry.alike(one.counted, other.counted):
        return True
    return any(
        len(short) >= 4 and long.endswith(short)
        for a in one.counted
        for b in other.counted
        for short, long in ((a, b), (b, a))
    )


def _rival(value: float, unit: Unit, it: Said, alone: bool) -> bool:
    """Must this number be the value: the same measure of the same thing, or the only number there is?"""
    if it.unit is None:
        return alone and (_slip(value, it.value) or (_counted(unit) and not it.hedge))
    if it.unit.expression == "times" and unit.expression != "times":
        return False
    if not _same(unit, it.unit):
        return alone and _rival_elsewhere(value, unit, it.value, it.unit)
    if not _counted(unit):
        return True
    if unit.counted and it.unit.counted and not _named_alike(unit, it.unit):
        return alone and _near(value * unit.factor, it.value * it.unit.factor)
    return bool(unit.counted and it.unit.counted) or alone or not it.unit.counted


def _rival_elsewhere(value: float, unit: Unit, there: float, other: Unit) -> bool:
    """Two measures: one may leave its period unsaid, «36 вагонов» of a day; else the same figure has a false unit."""
    if registry.untimed(unit) == registry.untimed(other):
        if _counted(unit) and not _named_alike(unit, other):
            return False
        here, it = (registry.base(number, _whole(one)) for number, one in ((value, unit), (there, other)))
        ratio = max(abs(here), 1e-12) / max(abs(it), 1e-12)
        period = any(math.isclose(max(ratio, 1 / ratio), one, rel_tol=0.02) for one in PERIODS)
        return not period and (_near(here, it) or _tenfold(ratio) or _slip(value, there))
    timed = "[time]" in (registry.dimension(unit), registry.dimension(other))
    return not (_counted(unit) or _counted(other) or timed) and math.isclose(value, there, rel_tol=CLOSE)


def _whole(unit: Unit) -> Unit:
    """The unit without what it is divided by."""
    return replace(unit, expression=unit.expression.partition(" / ")[0].lstrip("("))


def _near(one: float, other: float) -> bool:
    return 1 / LIKE < max(abs(one), 1e-12) / max(abs(other), 1e-12) < LIKE


def _tenfold(ratio: float) -> bool:
    """Is one ten, a hundred, a thousand or a million times the other?"""
    return any(math.isclose(max(ratio, 1 / ratio), one, rel_tol=0.02) for one in (10.0, 100.0, 1e3, 1e6, 1e9))


def _slip(one: float, other: float) -> bool:
    """Do both have the same digits, moved or swapped?"""
    digits, there = (sorted(f"{abs(it):.12g}".replace(".", "").strip("0")) for it in (one, other))
    return one != other and digits == there and bool(digits)


def _counted(unit: Unit) -> bool:
    return "piece" in unit.expression.partition("/")[0]


def _computed(value: float, unit: Unit, amounts: list[Said]) -> bool:
    """Is the value a difference, a sum, a product or a share of two numbers of the sentence?"""
    here = registry.base(value, unit)
    same = [
        registry.base(it.value, it.unit) if it.unit is not None else it.value
        for it in amounts
        if it.unit is None or (_same(unit, it.unit) and _named_alike(unit, it.unit))
    ]
    results = [op for a in same for b in same if a is not b for op in (a - b, a + b)]
    results.append(math.fsum(same)) if len(same) > 2 else None
    plain = [it.value for it in amounts]
    results += [a * b for at, a in enumerate(plain) for b in plain[at + 1 :]]
    if unit.expression in ("percent", "times", "percentage_point"):
        by = 100 if unit.expression == "percent" else 1
        results += [by * a / b for a in plain for b in plain if b and a is not b]
        results += [by * (a - b) / b for a in plain for b in plain if b and a is not b]
    return any(
        math.isclose(here, one, rel_tol=0.006) or math.isclose(value, one, rel_tol=0.006) for one in results if one
    )


def _part(value: float, unit: Unit, statement: str, amounts: list[Said]) -> bool:
    """Is the value a part that is told in words: "half of our 640 fitters", «каждый третий из 600»?"""
    shares = [
        (share, 0.12 if ROUGHLY.search(statement[: hit.start()]) else 0.02)
        for share, words in _parts()
        if (hit := words.search(statement))
    ]
    wholes = [it for it in amounts if it.unit is None or _same(unit, it.unit)]
    here = registry.base(value, unit)
    return any(
        math.isclose(here, share * (registry.base(it.value, it.unit) if it.unit else it.value), rel_tol=room)
        for share, room in shares
        for it in wholes
    )


@cache
def _parts() -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple(
        (share, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
        for share, words in (
            (1 / 2, r"half|one in two|every (?:second|other)|половин\w+|кажд\w+ второ\w+"),
            (1 / 3, r"(?:a|one) third|one in three|every third|треть|трети|кажд\w+ трет\w+"),
            (2 / 3, r"two[ -]thirds|две трети|двух третей"),
            (1 / 4, r"(?:a|one) quarter|one in four|every fourth|четверть|четверти|кажд\w+ четв[её]рт\w+"),
            (3 / 4, r"three[ -]quarters|три четверти|тр[её]х четвертей"),
            (1 / 5, r"(?:a|one) fifth|one in five|every fifth|пятая часть|пятую часть|кажд\w+ пят\w+"),
            (1 / 10, r"(?:a|one) tenth|one in ten|every tenth|десятая часть|десятую часть|кажд\w+ десят\w+"),
        )
    )


def _distance(value: float, unit: Unit, it: Said) -> float:
    here = abs(registry.base(value, unit))
    there = abs(registry.base(it.value, it.unit)) if it.unit is not None and _same(unit, it.unit) else abs(it.value)
    return abs(math.log((here + 1e-12) / (there + 1e-12)))


def _message(one: Fact, it: Said) -> Words:
    said = re.sub(r"\s+", " ", one.statement[it.start : it.end].strip() or one.statement)
    return say("The sentence says “{said}”, its value is {value}.", said=said, value=amount(one.value or 0.0, one.unit))


def _fix(one: Fact, it: Said) -> Words:
    """Both fields by their names, each with what would stand in it."""
    value = amount(one.value or 0.0, one.unit)
    unit = read(one.unit)
    if unit is not None and it.unit is not None and _same(unit, it.unit):
        new = float(f"{registry.back(registry.base(it.value, it.unit), unit):.10g}")
    elif it.unit is None:
        new = it.value
    else:
        return say("make them one: write {value} into the sentence, or put the sentence's unit into Unit", value=value)
    return say("make them one: write {value} into the sentence, or {new} into Value", value=value, new=new)
