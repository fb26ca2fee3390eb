"""A day as people write it, in six styles and both languages; what means two days, or none, is refused in words.

02.11.2026 and 2.11.26 (the day first, as everywhere where points divide), 2026-11-02, 2 November 2026, November 2,
2026, «2 ноября 2026 г.». Where slashes or hyphens divide, 02/11/2026 is two days in two countries.
"""

import re
from datetime import date

from promplan.language import Problem, Words, say
from promplan.measure.clean import clean

MONTHS = (  # by how their names begin, in both languages
    *("jan янв", "feb фев", "mar мар", "apr апр", "may ма", "jun июн"),
    *("jul июл", "aug авг", "sep сен", "oct окт", "nov ноя", "dec дек"),
)
WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|понед|вторн|сред|четв|пятн|субб|воскр)[a-zа-яё]*\.?,?\s+",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s*(?:г\.?|года?|году|y\.?)$", re.IGNORECASE)
ISO = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})")
POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)")
SLASHES = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)")
DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|-?е|-?го)?\.?[\s-]+(?:of\s+)?([a-zа-яё]{3,})\.?,?[\s-]*(\d{4}|\d\d)?", re.IGNORECASE
)
MONTH_FIRST = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}|\d\d))?", re.IGNORECASE)
MONTH_ONLY = re.compile(r"(?:([a-zа-яё]{3,})\.?,?\s*(\d{4})|(\d{1,2})[./](\d{4})|(\d{4})-(\d{1,2}))", re.IGNORECASE)
CENTURY = 69  # two digits of a year: 26 is 2026, 82 is 1982


def read_day(text: str) -> date | None:
    """The day; None for nothing.

    Raises:
        Problem: it means no day, or two, or lacks a part of it; each with what to write.
    """
    text = " ".join(clean(text).split()).strip(" ,;")
    if not text:
        return None
    said = TAIL.sub("", WEEKDAY.sub("", text))
    if hit := ISO.fullmatch(said):
        return _day(int(hit[1]), int(hit[3]), int(hit[4]))
    if hit := POINTS.fullmatch(said):
        return _day(_year(hit[3]), int(hit[2]), int(hit[1]))
    if hit := SLASHES.fullmatch(said):
        return _either(text, int(hit[1]), int(hit[3]), _year(hit[4]))
    for pattern, day, month in ((DAY_FIRST, 1, 2), (MONTH_FIRST, 2, 1)):
        if (hit := pattern.fullmatch(said)) and (n := _month(hit[month])):
            if hit[3] is None:
                raise Problem(say("the year is missing: write “{text}” with its year, such as 2026", text=text))
            return _day(_year(hit[3]), n, int(hit[day]))
    raise Problem(_missing(said))


def _missing(text: str) -> Words:
    """What a text that is no day lacks."""
    if hit := MONTH_ONLY.fullmatch(text):
        n = _month(hit[1]) if hit[1] else int(hit[3] or hit[6])
        if n and 1 <= n <= 12:
            return say("the day is missing; if the whole month is meant, write its last day")
    if re.fullmatch(r"(?:1[89]|20)\d\d", text):
        return say("day and month are missing; write the full date for which it is true")
    if re.fullmatch(r"\d{6}|\d{8}", text):
        return say("these are digits without a sign between them, and no date; write it as 2026-10-31")
    return say("a date belongs here, written as 2026-10-31")


def _either(text: str, one: int, other: int, year: int) -> date:
    """Day and month in either order: certain where one of them can be no month, or both are the same."""
    if one > 12 >= other:
        return _day(year, other, one)
    if other > 12 >= one:
        return _day(year, one, other)
    if one == other:
        return _day(year, one, other)
    if one > 12 or not 1 <= one <= 12 or not 1 <= other <= 12:
        raise Problem(say("a date belongs here, written as 2026-10-31"))
    raise Problem(
        say(
            "{text} means two days, {one} and {other}: write the one that you mean",
            text=text,
            one=_day(year, other, one),
            other=_day(year, one, other),
        )
    )


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < CENTURY else 1900)


def _month(name: str) -> int:
    low = name.casefold()
    return next(
        (n for n, row in enumerate(MONTHS, 1) if any(low.startswith(one) for one in row.split()) and _whole(low)), 0
    )


def _whole(name: str) -> bool:
    """Is it a month's name or its usual short form, and no other word that begins so?"""
    return re.fullmatch(
        r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
        r"nov(?:ember)?|dec(?:ember)?|янв(?:ар[ьяе])?|фев(?:р|рал[ьяе])?|мар(?:т[ае]?)?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]?|"
        r"июл[ьяе]?|авг(?:уст[ае]?)?|сент?(?:ябр[ьяе])?|окт(?:ябр[ьяе])?|ноя(?:б|бр[ьяе])?|дек(?:абр[ьяе])?",
        name,
    ) is not None  # fmt: skip


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if 1 <= month <= 12:
            raise Problem(say("there is no such day: that month is shorter; look into a calendar")) from None
        raise Problem(say("there is no month {n}; write the date as 2026-10-31", n=month)) from None
