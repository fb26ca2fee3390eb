"""What people type into a field: numbers, days, times of day, moments; each reader raises `Problem` with the remedy."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from promplan.language import Problem, current, day, say
from promplan.language import number as grouped
from promplan.measure.days import read_day
from promplan.widgets.spoken_days import in_full

BLANKS = r"[ \u00a0\u2009\u202f\u2007]"
SPACED = re.compile(rf"([+-]?\d{{1,3}})((?:{BLANKS}\d{{3}})+)((?:[.,]\d*)?)")
COMMAS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?")


def number(text: str, whole: bool) -> float | int | None:
    """A number as people write it; None for nothing; raises `Problem` with what belongs there.

    Thousands are set off by spaces in either language, and in English by a comma, 1,120, where three digits follow it
    and no zero stands alone before it. In Russian a comma is the decimal one, always: 10,750 is ten and three quarters.
    """
    text = text.strip().replace("−", "-").replace("–", "-")
    if not text:
        return None
    text = re.sub(rf"^([+-]){BLANKS}(?=\d)", r"\1", text)
    if spaced := SPACED.fullmatch(text):
        text = spaced[1] + re.sub(BLANKS, "", spaced[2]) + spaced[3]
    if COMMAS.fullmatch(text) and (current() == "en" or text.count(",") > 1):  # 0,125 is an eighth
        text = text.replace(",", "")
    text = text.replace(",", ".")
    if re.fullmatch(rf"[+-]?\d+(?:{BLANKS}\d+)+(?:\.\d+)?", text):
        raise Problem(say("two numbers stand here, or the spaces are not between thousands: write one number"))
    if re.fullmatch(r"[+-]?\d{17,}(\.\d*)?|[+-]?\d+(\.\d*)?[eE][+-]?\d+", text):
        too_long = say("this number is too long, or written with a power of ten: at most 16 digits, all written out")
        raise Problem(too_long)
    if not re.fullmatch(r"[+-]?\d{1,16}(\.\d*)?", text):
        raise Problem(say("a number belongs here, such as 12 or 0.5; its unit has a field of its own"))
    if whole:
        if "." in text:
            raise Problem(say("a whole number belongs here"))
        return int(text)
    return float(text)


def share(text: str) -> float | None:
    """A share as people write it, 0.02 or 2 %; None for nothing; raises `Problem` with what belongs there."""
    bare = text.strip().removesuffix("%").strip()
    try:
        value = number(bare, whole=False)
    except Problem:
        raise Problem(say("a share belongs here, such as {share} or 2 %", share=0.02)) from None
    if value is None:
        return None
    if text.strip().endswith("%"):
        return float(Decimal(repr(float(value))) / 100)
    if 1 < value <= 100:
        as_share = float(Decimal(repr(float(value))) / 100)
        raise Problem(say("a share is 1 at most: write {value} % or {share}", value=float(value), share=as_share))
    return float(value)


def heard_share(typed: str, value: float | None) -> str:
    """What was understood of a share in per cent: the fraction that the plan keeps."""
    return written_number(value) if value is not None and "%" in typed else ""


def written_number(value: float) -> str:
    """A number as `number` reads it back, every digit and no exponent, with the language's own decimal sign."""
    text = f"{Decimal(repr(value)):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if current() == "ru" else text


def heard_number(typed: str, value: float | None) -> str:
    """What was understood, with its thousands set off; nothing where plain digits leave no doubt."""
    if value is None or re.fullmatch(r"\s*[+-]?\d{1,4}\s*", typed):
        return ""
    exact = grouped(value)
    return exact if number(exact, whole=False) == value else written_number(value)


def written_day(text: str) -> date | None:
    """A day in any style that means one day; None for nothing."""
    return read_day(text)


def heard_day(typed: str, value: date | None) -> str:
    """The day that was understood, with its weekday: in figures a month is easily taken for a day."""
    return "" if value is None else in_full(value)


def time_of_day(text: str) -> time | None:
    """A time, 9:40 or 09.40; None for nothing."""
    text = text.strip()
    if not text:
        return None
    if read := re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text):
        return time(int(read[1]), int(read[2]))
    raise Problem(say("a time belongs here, written as 09:40"))


def moment(text: str) -> datetime | None:
    """A day and a time, 2026-10-31 9:40 or «31 октября 2026 г., 9:40»; None for nothing."""
    text = text.strip()
    if not text:
        return None
    parts = re.fullmatch(r"(.+?)(?:[\sT,]|\s+(?:at|в)\s)\s*(\d{1,2}[:.]\d{2})(?::\d{2})?", text)
    if parts is None:
        raise Problem(say("a day and a time belong here, written as 2026-10-31 09:40"))
    found = written_day(re.sub(r"\s(?:at|в)$", "", parts[1])), time_of_day(parts[2])
    if found[0] is None or found[1] is None:
        raise Problem(say("a day and a time belong here, written as 2026-10-31 09:40"))
    return datetime.combine(found[0], found[1])


def written_moment(value: datetime) -> str:
    """A day and a time as `moment` reads them back, in the language's own way."""
    return f"{day(value.date())} {value:%H:%M}"
