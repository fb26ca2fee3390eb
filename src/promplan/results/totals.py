"""Sums of what was counted: of everything, or by piece, channel, week, month, or how it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.results.heaps import HEAPS, Heap, heap, summed

By = Literal["", "item", "channel", "week", "month", "kind"]


@dataclass(frozen=True)
class Total:
    """A sum. `heap` is where its results lie; `of` is an id, a day (a week's Monday, the first of a month) as text, a
    kind of result, or empty: of everything, or of what says nothing. `counts` are by the fields of a result: what
    nobody counted is not there. The sum of `reach` holds whoever was reached twice twice.
    """

    heap: Heap
    of: str
    counts: Mapping[str, float] = field(hash=False)
    results: tuple[str, ...]


def totals(
    plan: Plan,
    by: By = "",
    *,
    item: str = "",
    channel: str = "",
    since: date | None = None,
    until: date | None = None,
) -> tuple[Total, ...]:
    """The sums, measured first, then from before, then simulated; never of two of them together.

    Args:
        by: what a sum is made for each of; empty for one of each heap.
        item, channel: only results of these.
        since, until: only results whose first day lies there; those without a day are left out where one is given.
    """
    found: dict[tuple[Heap, str], list[Result]] = {}
    for one in plan.results:
        if (item and one.item != item) or (channel and one.channel != channel) or not _within(one, since, until):
            continue
        found.setdefault((heap(one), _key(one, by)), []).append(one)
    made = [Total(kind, of, summed(rows), tuple(one.id for one in rows)) for (kind, of), rows in found.items()]
    return tuple(sorted(made, key=lambda one: (HEAPS.index(one.heap), one.of if by in ("week", "month") else "")))


def _key(one: Result, by: By) -> str:
    if by in ("item", "channel", "kind"):
        return str(getattr(one, by))
    if not by or one.day is None:
        return ""
    first = one.day - timedelta(one.day.weekday()) if by == "week" else one.day.replace(day=1)
    return first.isoformat()


def _within(one: Result, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return one.day is not None and (since is None or one.day >= since) and (until is None or one.day <= until)
