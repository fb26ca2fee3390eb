"""Interval matching: items with windows of days on days that hold one each. When do they fit, who gets which day?

Items fit exactly on n days, one each, if there are n of them and every run of days [a, b] has at least as many of those
days as there are items whose windows lie within it ([hall-1935]; windows are intervals, so runs of days are enough).
"""

from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Window", "fitted", "runs"]

Window = tuple[int, int]  # first and last day


def runs(windows: Iterable[Window]) -> Iterator[Window]:
    """The runs of days that the condition needs for these windows.

    From a window's start to a window's end; a run that falls into two, because no window joins them, follows from both.
    """
    known = set(windows)
    for first in sorted({start for start, _ in known}):
        for last in sorted({end for _, end in known}):
            inside = [(start, end) for start, end in known if first <= start and end <= last]
            if not inside or min(inside)[0] != first or max(end for _, end in inside) != last:
                continue
            if all(any(start <= day < end for start, end in inside) for day in range(first, last)):
                yield first, last


def fitted(windows: Sequence[Window], days: Iterable[int]) -> dict[int, int]:
    """Which window gets which day, by their places in the list: on every day the one that ends first."""
    waiting = list(range(len(windows)))
    found: dict[int, int] = {}
    for day in sorted(days):
        ready = [n for n in waiting if windows[n][0] <= day <= windows[n][1]]
        if ready:
            chosen = min(ready, key=lambda n: (windows[n][1], n))
            waiting.remove(chosen)
            found[chosen] = day
    return found
