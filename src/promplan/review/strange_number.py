"""Must another number of the sentence be the value: its digits swapped, the same measure, the only one there is?"""

import math
import re
from dataclasses import replace

from promplan.measure import registry
from promplan.measure.clean import russian
from promplan.measure.said import Said
from promplan.measure.unit import Unit
from promplan.review.periods import period_of
from promplan.review.same_number import CLOSE, counted, named_alike, same, weighed, whole
from promplan.text.morphology import tokens

LIKE = 2.5  # so near is a slip of the same count, told with or without its period
LABELLED = re.compile(  # "Line 7 is run by women": which one, not how many
    r"(?<!\w)(?:lines?|bays?|press|units?|halls?|shops?|furnaces?|kilns?|buildings?|machines?|blocks?|plants?|mills?|"
    r"stations?|workshops?|departments?|grades?|class|type|models?|series|stage|phase|steps?|level|zone|gates?|tracks?|"
    r"platforms?|rooms?|floor|page|chapter|section|article|figure|table|generation|version|mark|category|size|lot|"
    r"batch|bench|cell|dock|boilers?|turbines?|steel|euro|tier|area|route|school|"
    r"лини[яиюей]{1,2}|цех\w{0,3}|прол[её]т\w{0,2}|участ\w{2,4}|корпус\w{0,2}|пресс\w{0,2}|печ[ьи]|стан(?:ок|к\w{1,2}|[аеу])?|"
    r"блок\w{0,2}|смен[аеуы]|бригад[аеуы]|класс\w{0,2}|разряд\w{0,2}|марк[аеуи]|тип\w{0,2}|сери[яиюей]{1,2}|очеред[ьи]|"
    r"этап\w{0,2}|стади[яию]|уров\w{2,3}|зон[аеуы]|проходн\w{2,3}|пут[ьи]|кабинет\w{0,2}|этаж\w{0,2}|страниц\w{1,2}|"
    r"раздел\w{0,2}|пункт\w{0,2}|стать\w{1,2}|рисун\w{2,3}|таблиц\w{1,2}|категори\w{1,2}|школ[аеуы]|сад\w{0,2}|"
    r"колледж\w{0,2}|училищ\w{1,2}|сталь|стали|модел[ьи]|кот[её]л|котл\w{1,2}|турбин\w{1,2}|агрегат\w{0,2}|батаре\w{1,2}|"
    r"дом[ен]н?\w{0,2}|шахт[аеуы])\s$",
    re.IGNORECASE,
)
MILLIONS = re.compile(r"[\d.,]+ ?m(?= [a-z])")  # "1.3m floor panels"


def rival(value: float, unit: Unit, it: Said, amounts: list[Said], text: str = "") -> bool:
    """Must this number be the value: digits swapped, the same measure of the same thing, or the only number?"""
    if labelled(text, it):
        return False
    if it.unit is None:
        return _bare(value, unit, it, len(amounts) <= 1)
    unit, it = weighed(unit, it.unit), replace(it, unit=weighed(it.unit, unit))
    assert it.unit is not None
    if it.unit.expression == "times" and unit.expression != "times":
        return False
    alike = [one for one in amounts if one.unit is None or registry.untimed(one.unit) == registry.untimed(unit)]
    alone = len(alike) <= 1
    if not same(unit, it.unit):
        if registry.untimed(unit) == registry.untimed(it.unit) and swapped(value, it.value):
            return True
        return alone and (_elsewhere(value, unit, it.value, it.unit) or _millions(value, unit, it, text))
    if not counted(unit):
        return True
    if swapped(value * unit.factor, it.value * it.unit.factor):
        return True
    if unit.counted and it.unit.counted and not named_alike(unit, it.unit):
        return alone and _near(value * unit.factor, it.value * it.unit.factor)
    return bool(unit.counted and it.unit.counted) or alone or not it.unit.counted


def labelled(text: str, it: Said) -> bool:
    """Does it say which one, and not how many: line 7, цех 5?"""
    if not text[it.start : it.start + 1].isdigit() or LABELLED.search(text[: it.start]) is None:
        return False
    if it.unit is None or not russian(text):
        return it.unit is None or counted(it.unit)
    return any(one.has("VERB") for one in tokens(text[it.digits_end : it.end])[:1])  # «в цехе 40 станков» counts


def _bare(value: float, unit: Unit, it: Said, alone: bool) -> bool:
    """A number of nothing: one whose digits are swapped, or the only one beside what is counted."""
    if swapped(value, it.value):
        return True
    return alone and (slip(value, it.value) or (counted(unit) and not it.hedge))


def _millions(value: float, unit: Unit, it: Said, text: str) -> bool:
    """ "1.3m floor panels" beside panels: millions, and no metres."""
    if not counted(unit) or not MILLIONS.match(text[it.start :]):
        return False
    return slip(value * unit.factor, it.value * 1e6)


def _elsewhere(value: float, unit: Unit, there: float, other: Unit) -> bool:
    """Two measures: one may leave its period unsaid, «36 вагонов» of a day; else the same figure has a false unit."""
    if registry.untimed(unit) == registry.untimed(other):
        if counted(unit) and not named_alike(unit, other):
            return False
        here, it = (registry.base(number, whole(one)) for number, one in ((value, unit), (there, other)))
        return (_near(here, it) and not _times(2, here, it)) or _tenfold(here, it) or slip(value, there)  # two shifts
    if same(whole(unit), other):  # by what, other words of the sentence tell
        return _tenfold(registry.base(value, whole(unit)), registry.base(there, other)) or slip(value, there)
    if counted(unit) or counted(other) or period_of(unit.expression) or period_of(other.expression):
        return False
    return math.isclose(value, there, rel_tol=CLOSE)


def _near(one: float, other: float) -> bool:
    return abs(one) < LIKE * abs(other) and abs(other) < LIKE * abs(one)


def _times(by: float, one: float, other: float) -> bool:
    """Is one so many times the other, but for rounding?"""
    return any(math.isclose(abs(a), by * abs(b), rel_tol=0.02) for a, b in ((one, other), (other, one)) if b)


def _tenfold(one: float, other: float) -> bool:
    """Is one ten, a hundred, a thousand or a million times the other?"""
    return any(_times(by, one, other) for by in (10, 100, 1e3, 1e6, 1e9))


def slip(one: float, other: float) -> bool:
    """Do both have the same digits, moved or swapped?"""
    return one != other and bool(_digits(one)) and sorted(_digits(one)) == sorted(_digits(other))


def swapped(one: float, other: float) -> bool:
    """The same digits in another order and the point in one place, 3,480 and 3,840."""
    here, there = (f"{abs(it):.12g}" for it in (one, other))
    return here != there and here.find(".") == there.find(".") and sorted(here) == sorted(there)


def _digits(number: float) -> str:
    return f"{abs(number):.12g}".replace(".", "").strip("0")
