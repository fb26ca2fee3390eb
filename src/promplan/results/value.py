"""A number that answers a KPI: how much, between which ends, of how many, and what it rests on."""

from dataclasses import dataclass

from promplan.language import Words
from promplan.media.experiment import wilson


@dataclass(frozen=True)
class Value:
    """`unsure`: a share of which nobody has said from how many it is. `unit` where it is not the KPI's own."""

    value: float
    low: float | None
    high: float | None
    n: int | None
    results: tuple[str, ...] = ()
    surveys: tuple[str, ...] = ()
    unsure: bool = False
    unit: Words | str = ""


def share_of(share: float, n: int, by: float = 1.0, results: tuple[str, ...] = ()) -> Value:
    """A share of n people with Wilson's interval, times `by`; a number that is no share stays without one."""
    if not 0 <= share <= 1 or not n:
        return Value(share * by, None, None, n, results, unsure=True)
    interval = wilson(round(share * n), n)
    # the interval is that of whole people; the share stays as it was written
    low, high = min(interval.low, share), max(interval.high, share)
    return Value(share * by, low * by, high * by, n, results)
