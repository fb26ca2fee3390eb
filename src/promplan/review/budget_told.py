"""The numbers of people in a text of the budget that are a sum of channels: who is in two of them was counted twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from promplan.language import Problem
from promplan.measure.said import Said, numbers
from promplan.media.overlap import pooled
from promplan.review.around import around

ROUNDED = 0.01  # of a sum: so much less is nobody's mistake
MOST = 10  # channels of which each two are added up as well


@dataclass(frozen=True)
class Added:
    """Some channels: their people added up, and how many there are in truth; who uses them, or whom money meets."""

    channels: tuple[str, ...]
    gross: float
    net: float
    users: bool = True


def sums_of(people: Mapping[str, float], every: float, shared: Mapping[tuple[str, str], float]) -> list[Added]:
    """All channels, and each two of them, where an addition counts somebody twice; empty where nothing can be said."""
    used = {id_: n for id_, n in people.items() if n > 0}
    groups = [tuple(used)] if len(used) > 1 else []
    if 2 < len(used) <= MOST:
        groups += combinations(used, 2)
    found = []
    for group in groups:
        sizes = {id_: used[id_] for id_ in group}
        pairs = {pair: n for pair, n in shared.items() if pair[0] in sizes and pair[1] in sizes}
        gross = sum(sizes.values())
        try:
            net = pooled(sizes, max(every, *sizes.values()), pairs or None).net
        except Problem:
            return []  # what contradicts itself has a rule of its own
        if net < gross * (1 - ROUNDED):
            found.append(Added(group, gross, net))
    return found


def sum_in(value: float, sums: Sequence[Added], low: float | None = None, high: float | None = None) -> Added | None:
    """Which sum a number is, told as from `low` to `high`; None where it is, by accident or not, a true reach."""
    if any(abs(value - one.net) <= ROUNDED * one.net for one in sums):
        return None
    least, most = value * (1 - ROUNDED) if low is None else low, value * (1 + ROUNDED) if high is None else high
    close = (one for one in sums if least <= one.gross <= most)
    return next((one for one in close if abs(value - one.gross) < abs(value - one.net)), None)


@lru_cache(512)
def people_in(text: str) -> tuple[Said, ...]:
    """The numbers of a text that count people who are met; none where it says that nobody is counted twice."""
    if around("once").search(text):
        return ()
    reached, persons = bool(around("reached").search(text)), bool(around("persons").search(text))
    if around("there").search(text) and not reached:
        return ()
    return tuple(one for one in numbers(text) if _are_people(one, text, reached or persons or "=" in text))


def _are_people(one: Said, text: str, met: bool) -> bool:
    if one.year or around("contacts").match(text[one.digits_end or one.end :].lstrip()):
        return False
    if one.unit is None:
        return met
    if not one.unit.expression.startswith("piece"):
        return False
    return "people" in one.unit.counted or met


def added_in(text: str, sums: Sequence[Added], every: float | None) -> tuple[Said, Added] | None:
    """The first number of the text that is such a sum. The people of the whole campaign are no sum."""
    for it in people_in(text):
        if every is not None and abs(it.value - every) <= ROUNDED * every:
            continue
        if one := sum_in(it.value, sums, it.low, it.high):
            return it, one
    return None
