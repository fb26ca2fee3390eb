"""What people type into a field: numbers, days, times of day, moments; each reader raises `Problem` with the remedy."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from promplan.language import Problem, current, say


def number(text: str, whole: bool) -> float | int | None:
    """A number as people write it; None for nothing; raises `Problem` with what belongs there.

    A comma sets thousands off in English, 1,120, where three digits follow it and no zero stands alone before it; in
    Russian it is always the decimal one, 10,750, and thousands are set off by spaces.
    """
    text = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-")
    if not text:
        return None
    thousands = re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", text)  # 0,125 is an eighth
    if thousands and (current() == "en" or text.count(",") > 1):
        text = text.replace(",", "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,16}(\.\d*)?", text):
        raise Problem(say("a number belongs here, such as 12 or 0.5; its unit has a field of its own"))
    if whole:
        if "." in text:
            raise Problem(say("a whole number belongs here"))
        return int(text)
    return float(text)


def written_number(value: float) -> str:
    """A number as `number` reads it back, every digit and no exponent, with the language's own decimal sign."""
    text = f"{Decimal(repr(value)):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if current() == "ru" else text


def written_day(text: str) -> date | None:
    """A day, 2026-10-31 or 31.10.2026; None for nothing."""
    text = text.strip()
    if not text:
        return None
    if russian := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        text = f"{russian[3]}-{russian[2]:0>2}-{russian[1]:0>2}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Problem(say("a date belongs here, written as 2026-10-31")) from None


def time_of_day(text: str) -> time | None:
    """A time, 9:40 or 09.40; None for nothing."""
    text = text.strip()
    if not text:
        return None
    if read := re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text):
        return time(int(read[1]), int(read[2]))
    raise Problem(say("a time belongs here, written as 09:40"))


def moment(text: str) -> datetime | None:
    """A day and a time, 2026-10-31 9:40 or 31.10.2026 09:40; None for nothing."""
    day, _, clock = text.strip().replace("T", " ").partition(" ")
    if not day:
        return None
    try:
        found = written_day(day), time_of_day(clock)
    except Problem:
        found = None, None
    if found[0] is None or found[1] is None:
        raise Problem(say("a day and a time belong here, written as 2026-10-31 09:40"))
    return datetime.combine(found[0], found[1])
