"""A series: numbers over time with their names and units, gaps as NaN; and a long one thinned without losing a peak."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from promplan.art.bounds import LARGEST
from promplan.language import Problem, Words, say

Numbers = NDArray[np.float64]
MOST = 2_000_000  # values of a series
TINY = 1e-100  # nothing, wherever something is measured; its reciprocal is still a number
NEAR = 0.05  # of the highest value: a lowest one that is as near to zero is drawn from zero
SERIES = 400  # series of a form


@dataclass(frozen=True)
class Quantity:
    """What is measured, and in which unit, both as the data call them.

    Args:
        says: "month" of a month by its number, "year", "day" and "month" of days since `began`, "clock" of a time in
            a unit that the table chose; "" of any other number.
        began: the day, as ISO 8601 writes it, from which days are counted.
    """

    name: str = ""
    unit: str = ""
    says: str = ""
    began: str = ""


@dataclass(frozen=True, eq=False)
class Series:
    """Values over time.

    Args:
        values: (n,), NaN where one is missing; at least two are there.
        times: (n,), increasing; 0, 1, 2 … where none are given.
        name: which one of several, such as "batch 7".
        thinned_from: how many values it had before it was thinned; 0 where it was not.

    Raises:
        Problem: no numbers, fewer than two, some beyond 10¹⁵, or times that do not increase.
    """

    values: Numbers
    times: Numbers | None = None
    value: Quantity = Quantity()
    time: Quantity = Quantity()
    name: str = ""
    thinned_from: int = 0

    def __post_init__(self) -> None:
        values = _array(self.values, self.called)
        if int(np.isfinite(values).sum()) < 2:
            raise Problem(say("{where}: at least two numbers are needed; the rest may be missing.", where=self.called))
        times = np.arange(len(values), dtype=np.float64) if self.times is None else _array(self.times, self.called)
        if len(times) != len(values):
            raise Problem(
                say(
                    "{where}: {n} values and {m} times. Each value needs one time.",
                    where=self.called,
                    n=len(values),
                    m=len(times),
                )
            )
        wrong = np.flatnonzero(~(np.diff(times) > 0))
        if len(wrong) or np.isnan(times).any():
            raise Problem(
                say(
                    "{where}: times must increase; look at value {n}. Sort the rows, or draw each cycle by itself.",
                    where=self.called,
                    n=int(wrong[0]) + 2 if len(wrong) else 1,
                )
            )
        object.__setattr__(self, "values", values)
        object.__setattr__(self, "times", times)

    @property
    def called(self) -> Words:
        """Its name in an error."""
        name = self.name or self.value.name
        return say("The series “{name}”", name=name[:60]) if name else say("The series")

    @property
    def at(self) -> Numbers:
        """The times."""
        assert self.times is not None
        return self.times

    @property
    def gaps(self) -> int:
        """How many values are missing."""
        return int(np.isnan(self.values).sum())

    def within(self, start: float, end: float) -> "Series":
        """What lies between two times, both included; Problem where fewer than two numbers do."""
        kept = (self.at >= start) & (self.at <= end)
        return replace(self, values=self.values[kept], times=self.at[kept])

    @property
    def low(self) -> float:
        return float(np.nanmin(self.values))

    @property
    def high(self) -> float:
        return float(np.nanmax(self.values))

    @property
    def seconds(self) -> float:
        """From the first time to the last, in the unit of time."""
        return float(self.at[-1] - self.at[0])


def gathered(given: Any, where: Words) -> tuple[Series, ...]:
    """One series or several, all of one quantity and unit, at most `SERIES`.

    Raises:
        Problem: none, too many, something else, or two units.
    """
    found = (given,) if isinstance(given, Series) else tuple(given) if isinstance(given, Sequence) else ()
    if not found or len(found) > SERIES or not all(isinstance(one, Series) for one in found):
        raise Problem(say("{where}: from one to {most} series are needed here.", where=where, most=SERIES))
    units = {one.value.unit for one in found}
    if len(units) > 1:
        raise Problem(
            say(
                "{where}: all must have one unit, and these have {units}. Convert them first.",
                where=where,
                units=", ".join(sorted(unit or "–" for unit in units)),
            )
        )
    return found


def limits(found: Sequence[Series]) -> tuple[float, float]:
    """The lowest and the highest value of all."""
    return min(one.low for one in found), max(one.high for one in found)


def lowest(low: float, high: float) -> float:
    """Where a scale begins that nobody has set: at zero where that costs little room, else at the lowest value."""
    return 0.0 if 0 <= low <= NEAR * high else low


def bare(found: Sequence[Series]) -> tuple[str, ...]:
    """The cautions that the data themselves ask for."""
    low, high = limits(found)
    return (
        *(("constant",) if low == high else ()),
        *(("gaps",) if any(one.gaps for one in found) else ()),
        *(("thinned",) if any(one.thinned_from for one in found) else ()),
    )


def thinned(series: Series, most: int) -> Series:
    """At most `most` values: of each stretch its lowest and its highest, in their order; a shorter one as it is.

    Unlike every n-th value, no peak is lost; a stretch in which all is missing stays a gap.
    """
    n = len(series.values)
    if n <= most or most < 4:
        return series
    edges = np.linspace(0, n, most // 2 + 1).astype(np.int64)
    starts = edges[:-1]
    high = np.where(np.isnan(series.values), -np.inf, series.values)
    low = np.where(np.isnan(series.values), np.inf, series.values)
    kept = []
    for start, end in zip(starts.tolist(), edges[1:].tolist(), strict=True):
        one, other = start + int(np.argmin(low[start:end])), start + int(np.argmax(high[start:end]))
        kept += [one] if one == other else sorted((one, other))
    at = np.array(kept)
    return replace(series, values=series.values[at], times=series.at[at], thinned_from=series.thinned_from or n)


def means(series: Series, most: int) -> tuple[Numbers, int]:
    """The values, or the means of equal stretches where there are more than `most`; and how many a stretch holds."""
    n = len(series.values)
    each = max(1, -(-n // most))
    if each == 1:
        return series.values, 1
    padded = np.full(-(-n // each) * each, np.nan)
    padded[:n] = series.values
    rows = padded.reshape(-1, each)
    there = ~np.isnan(rows)
    counted = there.sum(axis=1)
    total = np.where(there, rows, 0.0).sum(axis=1)
    return np.divide(total, counted, out=np.full(len(rows), np.nan), where=counted > 0), each


def _array(given: Any, where: Words) -> Numbers:
    try:
        found = np.array(given, dtype=np.float64)
    except (TypeError, ValueError):
        found = np.empty((0, 0))
    if found.ndim != 1:
        raise Problem(say("{where}: a list of numbers is needed; leave a missing one out as NaN.", where=where))
    if len(found) > MOST:
        raise Problem(say("{where}: at most {most} values can be drawn.", where=where, most=MOST))
    if (np.abs(found) > LARGEST).any():
        raise Problem(say("{where}: a number is beyond 10¹⁵. Look for a slip of the decimal point.", where=where))
    found[np.abs(found) < TINY] = 0.0
    found.flags.writeable = False
    return found
