"""Rates of what was counted, pooled by the dictionary's formulas: the sum above over the sum below, never a mean.

A share of people or contacts has its Wilson interval and n. What counts actions and may exceed 1 (engagement), a price
and a frequency have none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from promplan.language import Problem
from promplan.media.experiment import wilson
from promplan.media.kpi import compute
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.media.kpi_dictionary import dictionary
from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.results.heaps import COUNTERS, Heap, counters, heaped, inputs, is_share, parts, summed
from promplan.results.totals import By, totals

FUNNEL = ("impressions", "reach", "clicks", "registrations", "visits", "applications")
FIELDS = {name: field for field, name in COUNTERS.items()}


@dataclass(frozen=True)
class Rate:
    """A pooled rate: `metric` is an entry of the dictionary, `of` as in `Total`.

    `n` stands below the line (contacts, people), `averaged` is the mean of the single rates, which it must not be.
    `low` and `high` are None where a rate has no interval. `results` are those it is made of; `left_out` lack one of
    the numbers that the formula needs, or have one that cannot be. `gross`: the reach in it is a sum, and holds
    people twice.
    """

    metric: str
    heap: Heap
    of: str
    value: float
    low: float | None
    high: float | None
    n: int
    averaged: float
    results: tuple[str, ...]
    left_out: tuple[str, ...]
    gross: bool = False


@dataclass(frozen=True)
class Step:
    """A step of the funnel: what was counted, and which share of the step before it is.

    A share needs those who went on to be among those before. So `rate` with its ends stands only where each result that
    counted the step counted the step before too (`n` of it). It is None at the first step; where the numbers are from
    different lists (`apart`); at reach, which counts people and no showings, and of several results (`results`) is a
    sum that holds them twice; and where more came than there were before, another way (`other_ways`).
    """

    field: str
    count: int
    before: str
    rate: float | None
    low: float | None
    high: float | None
    n: int
    results: int = 1
    apart: bool = False
    other_ways: bool = False


def counted_entries() -> tuple[Entry, ...]:
    """The rates and prices of the dictionary that follow from the counters of a result alone."""
    known = set(COUNTERS.values())
    return tuple(one for one in dictionary().kpis if not one.counted and known.issuperset(one.inputs))


def rates(plan: Plan, by: By = "", *, heap: Heap = "measured", metric: str = "") -> tuple[Rate, ...]:
    """Every rate that the results of a heap give, in the dictionary's order; or one metric's alone."""
    rows = {one.id: one for one in plan.results}
    found = []
    for one in counted_entries():
        if metric not in ("", one.id):
            continue
        for total in totals(plan, by):
            if total.heap == heap and (made := pooled(one, [rows[id_] for id_ in total.results], heap, total.of)):
                found.append(made)
    return tuple(found)


def pooled(
    entry: Entry,
    rows: Sequence[Result],
    heap: Heap = "measured",
    of: str = "",
    *,
    action: str = "",
    people: int | None = None,
) -> Rate | None:
    """One rate over these results; None where none of them has all that the formula needs, or what it has cannot be.

    `action` is the field that an action is counted by, `people` how many there are in all, where the formula asks.
    """
    whole = {one.id: value for one in rows if (value := rate_of(entry, one, action, people)) is not None}
    used = [one for one in rows if one.id in whole]
    if not used:
        return None
    sums = inputs(summed(used), action) | _in_all(people)
    if "population" in entry.inputs and sums.get("reach", 0) > sums["population"]:
        return None  # the sum holds people twice, and says nothing of how many of all they are
    value = compute(entry.id, **{name: sums[name] for name in entry.inputs})
    low = high = None
    if is_share(entry):
        above, below = parts(entry)
        interval = wilson(round(sums[above]), round(sums[below]))
        low, high = interval.low, interval.high
    below = entry.formula.rpartition(" / ")[2]
    gross = "reach" in entry.inputs and len(used) > 1
    left = tuple(one.id for one in rows if one.id not in whole and set(entry.inputs) & inputs(counters(one)).keys())
    mean = sum(whole.values()) / len(whole)
    return Rate(entry.id, heap, of, value, low, high, round(sums.get(below, 0)), mean, tuple(whole), left, gross)


def rate_of(entry: Entry, one: Result, action: str = "", people: int | None = None) -> float | None:
    """The rate of one result; None where a number is missing or cannot be (`KPI-1` to `KPI-4` say which)."""
    return _rate(entry.id, tuple(getattr(one, name) for name in COUNTERS), action, people)


@lru_cache(16_384)  # rules, figures and widgets ask for the same results again and again
def _rate(metric: str, counted: tuple[float | None, ...], action: str, people: int | None) -> float | None:
    entry = dictionary().by_id[metric]
    counts = {name: float(it) for name, it in zip(COUNTERS, counted, strict=True) if it is not None}
    known = inputs(counts, action) | _in_all(people)
    if not known.keys() >= set(entry.inputs):
        return None
    try:
        return compute(entry.id, **{name: known[name] for name in entry.inputs})
    except Problem:
        return None


def _in_all(people: int | None) -> dict[str, float]:
    return {} if people is None else {"population": float(people)}


def steps(plan: Plan, heap: Heap = "measured") -> tuple[Step, ...]:
    """The funnel from impressions to applications: the steps that anybody counted."""
    rows = heaped(plan, heap)
    sums = summed(rows)
    found: list[Step] = []
    for name in FUNNEL:
        if name in sums:
            found.append(_step(name, found[-1].field if found else "", rows))
    return tuple(found)


def _step(name: str, before: str, rows: Sequence[Result]) -> Step:
    own = [it for one in rows if name in (it := counters(one))]
    count = round(sum(one[name] for one in own))
    if not before or any(before not in one for one in own):
        return Step(name, count, before, None, None, None, 0, len(own), apart=bool(before))
    n = round(sum(one[before] for one in own))
    if name == "reach" or not n or count > n:
        return Step(name, count, before, None, None, None, n, len(own), other_ways=name != "reach" and count > n)
    interval = wilson(count, n)
    return Step(name, count, before, interval.estimate, interval.low, interval.high, n, len(own))
