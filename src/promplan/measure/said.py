"""The numbers of a sentence: how much, of what, how exactly. Years, days, hours, labels and ordinals are told apart.

A number's unit stands behind it, «2,41 тыс. вагонов», or before it where it is money; what is counted may have words
before it, "2,000 skilled workers". What is said of the number ("more than", «около», the digits given) makes the
range in which the truth may lie.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from promplan.measure import collectives, compounds, fractions, registry
from promplan.measure.behind import multiplied, period_around, period_in, period_of, unit_after, wider
from promplan.measure.clean import clean, russian
from promplan.measure.digits import TIMES, Written, written_numbers
from promplan.measure.hedges import room
from promplan.measure.numerals import cardinals
from promplan.measure.places import Place, places
from promplan.measure.spelling import spellings
from promplan.measure.unit import Unit, clean_read, read

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|январ[ьяею]|феврал[ьяею]|март[ае]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|"
    r"август[ае]?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])"
)
# what looks like a number and is a day, an hour, a label
SKIPPED = re.compile(
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\b\d{{1,2}} {MONTHS}\b\.?,?(?: \d{{4}})?"
    rf"|\b{MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:, \d{{4}})?|\b{MONTHS}\.?,? \d{{4}}\b"
    r"|\b\d{1,2}:\d\d\b|\b(?:1[89]|20)\d\d[-/](?:(?:1[89]|20)\d\d|\d\d)\b(?= ?(?:г|year|season|год|учеб|school)|[^\d])"
    r"|(?-i:\b(?:ГОСТ|ОСТ|ТУ|СНиП|ISO|ИСО|EN|DIN|ASTM|IEC|МЭК|РД|ПБУ|TU)(?: [РRA-ZА-Я/]+)*[ -]?\d[\d.:/-]*)"
    r"|(?-i:(?:№|\bNo\.|\bno\.|\bNos?\.? |\bN )\s?\d[\w/-]*)|\b[^\W\d_]+-?\d[\w/.-]*"
    r"|\+?\d[\d() -]{8,}\d(?=\D*$)(?<=\d{2}-\d{2})",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b|-(?:й|я|е|го|му|м|х|ю|ой|ая|ый|ых|ом|ей)\b", re.IGNORECASE)
YEAR_AFTER = re.compile(r"\s?-?(?:год\w*|гг?\.|гг?\b|г\b)", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|from|by|until|till|of|for|to|during|before|after|than|and|on|at|against|"
    r"в|с|со|к|до|по|за|от|на|из|и|год[ау]?|году|начал[ае]|конц[ае]|since|mid|early|late|autumn|spring|summer|winter|"
    r"осенью|весной|летом|зимой)|[-–(,;]|^)\s*$",
    re.IGNORECASE,
)
CASE = re.compile(r"-(?:ти|ми|х)(?=\s|$)")  # «2-х смен», «10-ти тонн»: a numeral with its ending
EACH = re.compile(r"(?:\b(?:every|each)|(?<!\w)(?:кажд\w+))\s*$", re.IGNORECASE)  # "of every hundred roubles"
TURNED = re.compile(  # «минут двадцать», «человек триста»: turned round, the number is a rough one
    r"(?<!\w)(?<!\d )(?<!тысяч )(?<!тысячи )(?<!сот )(?<!сколько )(?<!много )(?<!мало )(?<!из )(?<!ти )(?<!ать )"
    r"(?<!ять )"
    r"(?P<unit>секунд|минут|часов|суток|дней|недель|месяцев|лет|тонн|метров|километров|килограммов|литров|человек|"
    r"рублей|штук|градусов)\s$",
    re.IGNORECASE,
)
MILLION = re.compile(r" ?(?P<sign>m|mn|M)\b(?: (?P<next>[a-z]{3,}))?")
MINUS = re.compile(r"(?<!\w)(?<!or )(?<!плюс )(?<!плюс-)(?<!plus )(?<!plus/)(?:minus|минус)\s$", re.IGNORECASE)
FROST = re.compile(r"(?:below (?:zero|freezing)|of frost|мороза|ниже нуля)(?!\w)", re.IGNORECASE)
MONEY_BEFORE = re.compile(r"(US\$|\$|€|£|¥|₽|USD|EUR|RUB)\s?$")
RANGE = r"\s?(?:-|\.\.\.?|…|to|до|и|and|или|or|±|/)\s?(?:(?:about|around|nearly|almost|почти|около|примерно)\s)?"
MONEYS = {"[rouble]", "[dollar]", "[euro]", "[yuan]", "[sterling]"}
FLOWS = {  # what comes, goes or is used up, so much in a time
    *("[count]", "[mass]", "[length] ** 3", "[length] ** 2", "[length]", "[mass] * [length] ** 2 / [time] ** 2"),
    *MONEYS,
}
SIDES = r"\s?(?:[x×х·]|by|на)\s?"
WIDEST = 20  # of a range: how many times its end may be its beginning, where no unit says that it is one


@dataclass(frozen=True)
class Said:
    """A number of a sentence: `value` of `unit`, true from `low` to `high`; its digits may mean `others` as well."""

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: Unit | None
    hedge: str = ""
    year: bool = False
    others: tuple[float, ...] = ()
    digits_end: int = 0  # where the number without its unit ends
    upto: float | None = None  # of a range, its other end
    scale: float = 1.0  # of «тыс.», "million" behind the digits
    wider: Unit | None = None  # with what stands further behind: "250 kg of CO2 per tonne", «5 л на 100 км»


@lru_cache(4096)
def numbers(text: str) -> tuple[Said, ...]:
    """Every number of the sentence, in its order."""
    text = clean(text)
    if not re.search(r"\d", text) and not fractions.any_in(text) and not _in_words().search(text.replace("ё", "е")):
        return ()
    rows = places(text)
    skipped = [hit.span() for hit in SKIPPED.finditer(text)] + [(one.start, one.end) for one in rows]
    own_commas = russian(text)
    found: list[Said] = []
    halves = list(fractions.found(text))
    for one in sorted(
        [
            *(it.written for it in halves),
            *collectives.found(text),
            *compounds.found(text),
            *written_numbers(text, own_commas),
        ],
        key=lambda it: it.start,
    ):
        if found and one.start < found[-1].digits_end:
            continue
        if any(it.written.start < one.start < it.until for it in halves):
            continue
        if any(first <= one.start < last for first, last in skipped):
            continue
        if (made := _said(text, one)) is not None:
            found.append(made)
    if years := [_calendar(one) for one in rows if one.year]:
        found = sorted([*found, *years], key=lambda one: one.start)
    return tuple(_by_period(text, _ranged(text, found)))


def _calendar(one: Place) -> Said:
    """A year that is told in words."""
    low, high, hedge = room("", "", one.value, 1.0)
    return Said(one.start, one.end, one.value, low, high, None, hedge, True, digits_end=one.end)


@cache
def _in_words() -> re.Pattern[str]:
    """Any numeral: where there is none and no digit, there is no number."""
    words = (*cardinals(), *TIMES, *collectives.WORDS, *spellings().multipliers)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})", re.IGNORECASE)


def _said(text: str, raw: Written) -> Said | None:
    """A written number with its unit, its sign and its room; None for an ordinal, or "each" of something."""
    start, end, value, step, others = raw.start, raw.end, raw.value, raw.step, raw.others
    before, after = text[:start], text[end:]
    if (case := CASE.match(after)) is not None and (case[0] != "-х" or value in (2, 3, 4)):
        end, after = end + case.end(), after[case.end() :]
    elif ORDINAL.match(after):
        return None
    factor, skip = multiplied(after)
    money = MONEY_BEFORE.search(before)
    if factor == 1 and (short := MILLION.match(after)) and (money or _measured(short["next"])):  # $10m, 8m tonnes
        factor, skip = 1e6, short.end("sign")
    end += skip
    digits_end, tail = end, text[end:]
    unit, length = (raw.unit, 0) if raw.unit is not None else unit_after(tail)
    turned = TURNED.search(before) if unit is None or unit.guessed else None
    if turned is not None and (measured := clean_read(turned["unit"])) is not None:
        unit, length = measured, 0
    if EACH.search(before) and (unit is None or registry.dimension(unit) != "[time]"):
        return None
    if money is not None and (unit is None or unit.guessed or unit.expression.startswith("piece")):
        unit, length = _paid(money[1], tail)
    calendar = _is_year(text, raw, factor, unit)
    if MINUS.search(before) or (unit is not None and _cold(unit, tail[length:])):
        value = -abs(value)
    others = tuple(one * factor for one in others)
    value, step = value * factor, step * factor
    low, high, hedge = room(before[: money.start()] if money else before, tail, value, step)
    if turned is not None and not hedge:
        low, high, hedge = value - 0.1 * abs(value), value + 0.1 * abs(value), "about"
    more = None if calendar or unit is None else wider(unit, tail[:length], tail[length:])
    unit = None if calendar else unit
    return Said(start, end + length, value, low, high, unit, hedge, calendar, others, digits_end, None, factor, more)


def _measured(word: str | None) -> bool:
    """Is it a unit by which much is told: tonnes, litres, people?"""
    unit = clean_read(word) if word else None
    return unit is not None and not unit.scaled and registry.dimension(unit) not in ("[time]", "[length]")


def _paid(sign: str, tail: str) -> tuple[Unit | None, int]:
    """The money that stands before a number, by the period behind it: "$21.50 an hour"."""
    period = period_in(tail, 0)
    return read(f"{sign}/{period_of(period)}" if period else sign), period.end() if period else 0


def _is_year(text: str, raw: Written, factor: float, unit: Unit | None) -> bool:
    """Is it a year of the calendar, 1934, and no amount?"""
    if raw.in_words or factor != 1 or re.fullmatch(r"1[789]\d\d|2[01]\d\d", text[raw.start : raw.end]) is None:
        return False
    if unit is None or YEAR_AFTER.match(text[raw.end :]) is not None:
        return True
    return unit.guessed and YEAR_BEFORE.search(text[: raw.start]) is not None


def _cold(unit: Unit, rest: str) -> bool:
    """«40 градусов мороза», "40 degrees below zero"."""
    return registry.dimension(unit) == "[temperature]" and FROST.match(rest.lstrip()) is not None


def _ranged(text: str, found: list[Said]) -> list[Said]:
    """The first number of “35–40 %” and of "from 7 to 4 %" has the unit of the second."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        between = text[one.end : other.start]
        joined = one.unit is None and other.unit is not None and re.fullmatch(RANGE, between, re.IGNORECASE)
        if _sides(one, other, text[one.digits_end : other.start]):
            one = found[at] = replace(one, end=one.digits_end, unit=other.unit)
        elif joined and not (one.year and other.value < 1700):
            one = found[at] = replace(_scaled(one, other), unit=other.unit, year=False)
        if one.unit == other.unit and re.fullmatch(RANGE, text[one.digits_end : other.start], re.IGNORECASE):
            if (other.unit is None or other.unit.guessed) and other.value > WIDEST * max(one.value, 1):
                continue  # «хоппер 19-9549»
            found[at] = replace(one, upto=other.high)
    return found


def _sides(one: Said, other: Said, between: str) -> bool:
    """Are they the sides of one thing, 120 by 60 m: what looks like the first one's unit is the sign between?"""
    if other.unit is None or registry.dimension(other.unit) != "[length]":
        return False
    bare = one.unit is None or one.unit.guessed or one.unit.expression == "times"
    return bare and re.fullmatch(SIDES, between, re.IGNORECASE) is not None


def _by_period(text: str, found: list[Said]) -> list[Said]:
    """Every number by the period that stands apart from it: "annual output is 18,000 tonnes", «в сутки 14 плавок»."""
    period = period_around(text)
    flows = [one for one in found if one.unit is not None and registry.dimension(one.unit) in FLOWS]
    if not period or any(_timed(one, period) for one in found):
        return found
    money = [one for one in flows if one.unit is not None and registry.dimension(one.unit) in MONEYS]
    return [
        replace(one, wider=replace(one.unit, expression=f"{one.unit.expression} / {period}", key=""))
        if one.unit is not None and one in flows and (one not in money or len(flows) == 1)
        else one
        for one in found
    ]


def _timed(one: Said, period: str) -> bool:
    """Is it told by another period itself?"""
    return any(
        unit is not None and "/ [time]" in registry.dimension(unit) and f"/ {period}" not in unit.expression
        for unit in (one.unit, one.wider)
    )


def _scaled(one: Said, other: Said) -> Said:
    """«От 70 до 95 тыс.» begins at 70 thousand; "from 500 to 1.2 thousand" at 500."""
    by = other.scale
    if one.scale != 1 or by == 1 or one.value * by > 2 * other.value:
        return one
    return replace(one, value=one.value * by, low=one.low * by, high=one.high * by, scale=by)
