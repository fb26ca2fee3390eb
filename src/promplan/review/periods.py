"""Rates told for two periods: so many a day and so many a year, when a day may be a working one or any.

A plant works 219 days a year in one shift five days a week, with holidays and leave, or all 365; its day is one shift
of seven hours or all 24.
"""

import re
from typing import NamedTuple

PERIOD = re.compile(r"/ \(?(hour|day|week|month|quarter|year)\)?(?![\w*])")


class Span(NamedTuple):
    """How many days a plant works in a period, at least and at most, and its length in days of the calendar."""

    few: float
    many: float
    calendar: float


SPANS = {
    "hour": Span(1 / 24, 1 / 7, 1 / 24),
    "day": Span(1, 1, 1),
    "week": Span(5, 7, 7),
    "month": Span(18, 31, 365.25 / 12),
    "quarter": Span(54, 92, 365.25 / 4),
    "year": Span(219, 366, 365.25),
}
WORKED = {"hour", "day"}  # of longer periods the calendar alone tells how many go into one
SLIP = 0.02  # a year has 52 weeks and a day, and both numbers are rounded


def period_of(expression: str) -> str:
    """The period by which a unit is divided, as its definitions call it; empty where there is none."""
    hit = PERIOD.search(expression)
    return hit[1] if hit else ""


def per(short: str, long: str) -> tuple[float, float]:
    """How many of the shorter period may go into the longer, at least and at most, with room for rounding."""
    if short in WORKED:
        few, many = SPANS[long].few / SPANS[short].many, SPANS[long].many / SPANS[short].few
    else:
        few = many = SPANS[long].calendar / SPANS[short].calendar
    return few * (1 - SLIP), many * (1 + SLIP)
