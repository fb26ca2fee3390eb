"""What a quantity runs over: seconds of a cycle, days of a year, ages, places along a weld; where drawing begins.

Cycles that follow one another begin each at its own start. All else stands where it is: a curve that begins at the
age of 20 does not begin where one does that begins at 18, and a month is called by its name.
"""

from collections.abc import Sequence

import numpy as np

from promplan.art.series import Numbers, Quantity, Series
from promplan.measure import registry
from promplan.measure.unit import clean_read

UNITS = (("d", 86_400.0, 1.5), ("h", 3_600.0, 2.0), ("min", 60.0, 3.0))  # from how many of them on moments are said so
DATED = ("day", "month")  # of moments: what is said of them where they run over days


def axis(found: Sequence[Series]) -> tuple[list[float], float, float]:
    """Where each series begins to be drawn, and from where to where the axis runs.

    It runs from 0 where each cycle begins at its own start: where none of them overlaps all others in time.
    """
    first = [float(one.at[0]) for one in found]
    ends = [float(one.at[-1]) for one in found]
    if len(set(first)) > 1 and max(first) >= min(ends) and _timed(found[0].time):
        return first, 0.0, max(one.seconds for one in found)
    return [min(first)] * len(found), min(first), max(ends)


def even(found: Sequence[Series], room: float = 0.02) -> bool:
    """Do readings that stand one after another at equal distances stand where their times are, but for `room`?"""
    begin, long = min(float(one.at[0]) for one in found), max(float(one.at[-1]) for one in found)
    for one in found:
        place = np.linspace(begin, long, len(one.at))
        if len(one.at) > 1 and float(np.abs(one.at - place).max()) > room * (long - begin):
            return False
    return True


def clock(name: str, says: str, began: str, parts: Sequence[Numbers]) -> tuple[Quantity, float]:
    """Of a column of moments, the quantity in a unit that suits its longest part; and how many seconds the unit has."""
    known = [part[~np.isnan(part)] for part in parts]
    long = max((float(part[-1] - part[0]) for part in known if len(part)), default=0.0)
    for unit, seconds, least in UNITS:
        if long >= least * seconds:
            dated = says if unit == "d" and began else "clock"
            return Quantity(name, unit, dated, began), seconds
    return Quantity(name, "s", "clock", began), 1.0


def _timed(time: Quantity) -> bool:
    """Is it a time, or may it be one: a column without a unit?"""
    if time.says in ("month", "year"):
        return bool(time.began)
    unit = clean_read(time.unit) if time.unit else None
    return not time.unit or (unit is not None and registry.dimension(unit) == "[time]")
