"""Columns of months and years: a month by its name, by a number under the head "month", a year under its own head."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from promplan import assets, toml
from promplan.art.series import Numbers

OF_YEAR = re.compile(r"([^\W\d_]{3,10})\.?[\s-]*((?:19|20)\d\d)\D{0,4}")  # and what Russian puts behind a year
NUMBERED = re.compile(r"(0[1-9]|1[0-2])[./]((?:19|20)\d\d)")  # 09.2026 is no number with two decimals
RANGE = {"month": (1, 12), "year": (1700, 2200)}


@cache
def known() -> Mapping[str, Any]:
    """What is known of months: `assets/months.toml`."""
    return toml.read(assets.folder() / "months.toml")


@cache
def _spelled() -> Mapping[str, int]:
    """The number of a month by each of its names."""
    told = known()
    rows = zip(told["en"], told["ru_since"], told["ru_until"], told["short"], strict=True)
    return {name.casefold(): n for n, (*whole, short) in enumerate(rows, 1) for name in (*whole, *short)}


def month(cell: str) -> int | None:
    """The number of a month by its name, in either language, short or long; None for anything else."""
    return _spelled().get(cell.strip().rstrip(".").casefold())


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
    there = found[~np.isnan(found)]
    turns = np.flatnonzero(np.diff(there) < 0)
    if len(there) <= 12 and len(turns) == 1 and len(set(there.tolist())) == len(there):
        found[np.flatnonzero(~np.isnan(found))[turns[0] + 1 :]] += 12
    return found


def says(name: str, values: Numbers) -> str:
    """ "month" or "year" where the head says so and the numbers may be it; "" for any other column."""
    there = values[~np.isnan(values)]
    if not len(there) or bool((there != np.round(there)).any()):
        return ""
    begins = (re.findall(r"[^\W\d_]+", name.casefold()) or [""])[0]
    for kind, heads in known()["heads"].items():
        least, most = RANGE[kind]
        if begins in heads and least <= there.min() and there.max() <= most:
            return str(kind)
    return ""
