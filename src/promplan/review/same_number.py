"""Is a number of a sentence the value beside it: the same measure, as exactly as the sentence tells it?"""

import re
from dataclasses import replace

from promplan.measure import registry
from promplan.measure.said import Said
from promplan.measure.unit import Unit
from promplan.review.periods import SPANS, per, period_of

CLOSE = 1e-6
WEIGHT, TEN = "standard_gravity", 0.025  # a tonne weighs 10 kN, says everybody; it is 9.81
FLEETING = re.compile(r"[оеё]([кнцл])$")  # «плавка», «плавок»
FORCE = "[mass] * [length] / [time] ** 2"


def agrees(value: float, unit: Unit, it: Said, tolerance: float | None = None) -> bool:
    """Is this number of the sentence the value, as exactly as it is said?"""
    if it.year:
        return value == it.value
    if it.unit is None:
        return _plain(value, unit, it)
    if (unit.key, it.unit.key) == ("gram", "degree") and value == it.value:
        return True  # «80 гр.»
    if it.unit.expression == "times" and counted(unit) and _plain(value, unit, it):
        return True  # a tour that was led 12 times is 12 tours
    unit, theirs = weighed(unit, it.unit), weighed(it.unit, unit)
    if same(unit, theirs):
        return _measures_the_same(value, unit, replace(it, unit=theirs), tolerance)
    if theirs.guessed and any(_within(low, value, high) for low, high in bounds(it)):
        return True  # "61 go to suppliers": what follows is no unit
    if same(whole(unit), theirs) and not period_of(theirs.expression):
        return _measures_the_same(value, whole(unit), replace(it, unit=theirs), tolerance)  # by what, others words tell
    if _days_of(unit, theirs):
        return _measures_the_same(value, unit, replace(it, unit=whole(theirs)), tolerance)
    if registry.untimed(unit) != registry.untimed(theirs) or (timed(unit) and timed(theirs)):
        return False
    # «540 в месяц» beside «вагонов/год» of one sentence: the same figure, of which the one says more
    return any(_within(low, value * unit.factor, high) for low, high in bounds(it))


def _days_of(unit: Unit, theirs: Unit) -> bool:
    """ "361 days a year", «28 дней в году» beside a value in days: of what, the sentence alone tells."""
    return registry.dimension(unit) == "[time]" and same(unit, whole(theirs)) and bool(period_of(theirs.expression))


def bounds(it: Said) -> list[tuple[float, float]]:
    """From where to where the truth may lie; a range reaches to its other end, and digits may be read in two ways."""
    high = it.high if it.upto is None else max(2 * it.value - it.low, it.upto)  # "from 80" alone may be much more
    return [(it.low, high), *((one, one) for one in it.others)]


def _plain(value: float, unit: Unit, it: Said) -> bool:
    """A number without a unit is the figure, the figure with its thousands, or the share as a part of one."""
    figures = {value, value * unit.factor if unit.scaled else value}
    if unit.expression == "percent":
        figures.add(value / 100)  # a load factor of 0.85 is 85 %
    return any(_within(low, one, high) for low, high in bounds(it) for one in figures)


def _within(low: float, one: float, high: float) -> bool:
    """Does it lie between, but for the last digits of a computation?"""
    slack = CLOSE * max(abs(low), abs(high))
    return low - slack <= one <= high + slack


def _measures_the_same(value: float, unit: Unit, it: Said, tolerance: float | None) -> bool:
    assert it.unit is not None
    here = registry.base(value, unit)
    room = abs(registry.base(value + (tolerance or 0.0), unit) - here)
    few, many = between(unit, it.unit)
    if WEIGHT in it.unit.expression or WEIGHT in unit.expression:
        few, many = few * (1 - TEN), many * (1 + TEN)
    for ends in bounds(it):
        low, high = sorted(registry.base(one, it.unit) for one in ends)
        if _within(low * few - room, here, high * many + room):
            return True
    return False


def between(unit: Unit, other: Unit) -> tuple[float, float]:
    """How much less or more a rate may be by another period: a day may be of eight hours, a year of 247 days."""
    one, two = period_of(unit.expression), period_of(other.expression)
    if not one or not two or one == two:
        return 1.0, 1.0
    short, long = (one, two) if SPANS[one].calendar < SPANS[two].calendar else (two, one)
    calendar = SPANS[long].calendar / SPANS[short].calendar
    few, many = (count / calendar for count in per(short, long))
    return (few, many) if two == short else (1 / many, 1 / few)


def timed(unit: Unit) -> bool:
    """Is there a time in it?"""
    return "[time]" in registry.dimension(unit)


def same(one: Unit, other: Unit) -> bool:
    """The same dimension; counted things of any name, for a wagon may be called a gondola."""
    return registry.dimension(one) == registry.dimension(other)


def counted(unit: Unit) -> bool:
    """Is it a number of things, whatever by?"""
    return "piece" in unit.expression.partition("/")[0]


def whole(unit: Unit) -> Unit:
    """The unit without what it is divided by."""
    return replace(unit, expression=unit.expression.partition(" / ")[0].lstrip("("))


def named_alike(one: Unit, other: Unit) -> bool:
    """Is the counted thing called by the same word, or by one that ends on it: вагон, полувагон?"""
    if registry.alike(one.counted, other.counted):
        return True
    ours, theirs = ([FLEETING.sub(r"\1", word) for word in unit.counted] for unit in (one, other))
    return any(
        len(short) >= 4 and long.endswith(short) for a in ours for b in theirs for short, long in ((a, b), (b, a))
    )


def weighed(one: Unit, other: Unit) -> Unit:
    """A mass as a force, where the other is one: a press of 5,000 tonnes presses with 5,000 tf."""
    return registry.weight(one) if registry.dimension(other) == FORCE else one
