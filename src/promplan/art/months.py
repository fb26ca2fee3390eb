"""Columns of months and years: a month by its name, by a number under the head "month", a year under its own head."""

import re
from collections.abc import Sequence

import numpy as np

from promplan.art.series import Numbers
from promplan.measure.days import MONTHS

NAME = re.compile(r"([a-zа-яё]{3,10})\.?", re.IGNORECASE)
WHOLE = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|январ[ья]|феврал[ья]|марта?"
    r"|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)",
    re.IGNORECASE,
)
OF_YEAR = re.compile(r"([a-zа-яё]{3,10})\.?[\s-]*((?:19|20)\d\d)(?:\s?г\.?)?", re.IGNORECASE)
NUMBERED = re.compile(r"(0[1-9]|1[0-2])[./]((?:19|20)\d\d)")  # 09.2026 is no number with two decimals
HEAD = {"month": re.compile(r"(?:month|months|месяц|месяцы|мес)\b\.?.*", re.IGNORECASE)}
HEAD["year"] = re.compile(r"(?:year|years|год|годы)\b.*", re.IGNORECASE)


def month(cell: str) -> int | None:
    """The number of a month by its name, in either language, short or long; None for anything else."""
    hit = NAME.fullmatch(cell.strip())
    if hit is None or WHOLE.fullmatch(hit[1]) is None:
        return None
    return next(n for n, begins in enumerate(MONTHS, 1) if hit[1].casefold().startswith(tuple(begins.split())))


def month_of_year(cell: str) -> tuple[int, int] | None:
    """Year and month of "October 2025", «окт. 2025 г.», 10.2025; None for anything else."""
    if (hit := NUMBERED.fullmatch(cell.strip())) is not None:
        return int(hit[2]), int(hit[1])
    hit = OF_YEAR.fullmatch(cell.strip())
    n = month(hit[1]) if hit is not None else None
    return None if hit is None or n is None else (int(hit[2]), n)


def counted_on(values: Sequence[int | None]) -> Numbers:
    """Months by their numbers, counted on past December where they fill one year at most: 10, 11, 12, 13 …"""
    found = np.array([np.nan if one is None else one for one in values], dtype=np.float64)
    known = found[~np.isnan(found)]
    turns = np.flatnonzero(np.diff(known) < 0)
    if len(known) <= 12 and len(turns) == 1 and len(set(known.tolist())) == len(known):
        found[np.flatnonzero(~np.isnan(found))[turns[0] + 1 :]] += 12
    return found


def says(name: str, unit: str, values: Numbers) -> str:
    """ "month" or "year" where the head says so and the numbers may be it; "" for any other column."""
    there = values[~np.isnan(values)]
    if not len(there) or bool((there != np.round(there)).any()):
        return ""
    for kind, least, most in (("month", 1, 12), ("year", 1700, 2200)):
        if HEAD[kind].fullmatch(name.strip()) and least <= there.min() and there.max() <= most:
            return kind
    return ""
