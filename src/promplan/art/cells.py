"""What stands in a cell: a number as either language writes it, a moment, or nothing; and a header with its unit."""

import re
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from promplan.art.months import month_of_year
from promplan.art.series import Numbers
from promplan.language import Problem
from promplan.measure.days import read_day
from promplan.measure.unit import clean_read, read

GAPS = {"", "-", "–", "—", "na", "n/a", "nan", "null", "none", "#n/a", "#н/д", "н/д", "нет", "нет данных", "?"}
SPACES = str.maketrans("", "", " \u00a0\u2009\u202f\u2007'’")  # set off thousands
SIGNS = str.maketrans("−–", "--")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d{1,3}(?:\.\d{3})+,\d+")
CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d(?:[.,]\d{1,6})?))?(?:\s*Z)?")
DAY_S = 86_400.0
WRITTEN = re.compile(r"([-+]?(?:\d[\d.,]*|[.,]\d+))(?:[eE][-+]?\d{1,3})?[^\d]*")  # with or without its unit
OFFSET = re.compile(r"(?<=:\d\d)((?:[.,]\d+)?)[+-]\d\d:?\d\d$")  # from UTC: clocks of one table agree
MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
SHARE = 0.5  # of a column's filled cells are numbers: then it is one of numbers


class Header(NamedTuple):
    """A column's name and its unit."""

    name: str
    unit: str = ""


def header(text: str) -> Header:
    """A name and a unit: «Момент, дН·м», "Force [MN]", "Plates (°C)", "T / °C", "force_MN".

    >>> header("Момент, дН·м")
    Header(name='Момент', unit='дН·м')
    """
    text = " ".join(text.split())
    if (hit := re.fullmatch(r"(.*?)\s*\[([^\[\]]*)\]", text)) is not None:
        return Header(hit[1].strip(" ,;:") or text, hit[2].strip())
    for pattern in (r"(.+?)\s*\(([^()]+)\)", r"(.+),\s*([^,]+)", r"(.+?)\s+/\s+(.+)"):
        if (hit := re.fullmatch(pattern, text)) is not None and is_unit(hit[2]):
            return Header(hit[1].strip(" ,;:"), hit[2].strip())
    if (hit := re.fullmatch(r"([^\W\d]\w*?)_([^\W_]+)", text)) is not None and clean_read(hit[2]) is not None:
        return Header(hit[1], hit[2])
    return Header(text)


@lru_cache(4096)
def is_unit(text: str) -> bool:
    """Is it a unit that the course knows, and no word that might count something?"""
    if clean_read(text.strip()) is not None:
        return True
    unit = read(text.strip())
    return unit is not None and not unit.guessed and not unit.counted and not unit.scaled


def number(cell: str, comma: bool, unit: str = "") -> float | None:
    """The number of a cell, NaN where it is empty, None where it is something else.

    Args:
        comma: whether a comma parts decimals.
        unit: what may stand behind the number: the column's own unit. A per-cent sign always may.
    """
    text = cell.strip().translate(SIGNS)
    if text.casefold() in GAPS:
        return np.nan
    for tail in (unit, "%"):
        if tail and text.endswith(tail):
            text = text[: -len(tail)]
    text = text.translate(SPACES)
    if THOUSANDS.fullmatch(text):
        last = max(text.rfind(","), text.rfind("."))
        both = "," in text and "." in text
        if both:
            text = text[:last].replace(",", "").replace(".", "") + "." + text[last + 1 :]
        elif not comma or text.count(",") > 1:
            text = text.replace(",", "")
    if comma:
        text = text.replace(",", ".")
    if NUMBER.fullmatch(text) is None:
        return None
    value = float(text)
    return value if np.isfinite(value) else None


def numbers(cells: list[str], comma: bool, unit: str = "") -> tuple[Numbers, list[int]]:
    """All numbers of a column and where something else stood; what is missing is NaN.

    A column without surprises is read as a whole, which is ten times faster.
    """
    joined = "\n".join(cells)
    if comma:
        joined = joined.replace(",", ".") if "." not in joined else joined
    parts = joined.split("\n")
    if len(parts) == len(cells):
        try:
            found = np.array(list(map(float, parts)), dtype=np.float64)
            if not np.isinf(found).any() and "_" not in joined:
                return found, []
        except ValueError:
            pass
    read_ = [number(one, comma, unit) for one in cells]
    wrong = [n for n, one in enumerate(read_) if one is None]
    return np.array([np.nan if one is None else one for one in read_], dtype=np.float64), wrong


def moment(cell: str) -> datetime | float | None:
    """A day with or without its time, a month as its first day; seconds of a day for a time alone; else None.

    Raises:
        Problem: a day that may be two, such as 02/11/2026.
    """
    text = OFFSET.sub(r"\1", cell.strip().replace("T", " ").removesuffix("Z").strip())
    if (hit := MONTH.fullmatch(text)) is not None:
        return datetime(int(hit[1]), int(hit[2]), 1)
    if (found_month := month_of_year(text)) is not None:
        return datetime(*found_month, 1)
    if (hit := CLOCK.fullmatch(text)) is not None:
        return _seconds(hit)
    day, _, clock = text.rpartition(" ")
    hit = CLOCK.fullmatch(clock)
    if hit is None:
        day = text
    if not re.match(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$|\d{1,2}\s+\w{3,}", day):
        return None
    try:
        found = read_day(day)
    except Problem:
        if re.fullmatch(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}", day):
            raise
        return None
    if found is None:
        return None
    seconds = 0.0 if hit is None else _seconds(hit)
    if seconds is None:
        return None
    return datetime.combine(found, time()) + timedelta(seconds=seconds)


def votes(cells: list[str]) -> tuple[int, int, int]:
    """How many cells show that a comma parts decimals, that a point does, and that a comma may mean either."""
    comma = point = either = 0
    for cell in cells:
        hit = WRITTEN.fullmatch(cell.strip().translate(SIGNS).translate(SPACES))
        if hit is None:
            continue
        text = hit[1]
        if "," in text and "." in text:
            comma, point = (comma + 1, point) if text.rfind(",") > text.rfind(".") else (comma, point + 1)
        elif re.fullmatch(r"[-+]?[1-9]\d{0,2},\d{3}", text):
            either += 1
        elif text.count(",") == 1:
            comma += 1
        elif text.count(",") > 1 or text.count(".") == 1:
            point += 1
    return comma, point, either


def _seconds(hit: re.Match[str]) -> float | None:
    hours, minutes, seconds = int(hit[1]), int(hit[2]), float((hit[3] or "0").replace(",", "."))
    if hours > 23 or minutes > 59 or seconds >= 60:
        return None
    return hours * 3600 + minutes * 60 + seconds
