"""The backward conversion funnel: from the people who should act at the end back to the reach that is needed.

Rates are known as ranges, so every answer is one too: `best` if all rates are at their upper ends, `worst` if all are
at their lower ends. Nothing is rounded here; whoever shows a number rounds it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real
from typing import Any

from promplan.language import Problem, Words, say
from promplan.media import checked

__all__ = ["Need", "Rate", "backward", "reach", "with_rate_halved"]

Rate = tuple[float, float]  # lower and upper end, fractions in (0, 1]


@dataclass(frozen=True)
class Need:
    """How many are needed at one step, at best and at worst; best <= worst.

    >>> contacts = backward(12, [(0.40, 0.40), (0.01, 0.02)])[-1]  # 1 to 2 % apply, 40 % of these stay
    >>> contacts
    Need(best=1500.0, worst=3000.0)
    >>> reach(contacts, frequency=3).worst
    1000.0
    """

    best: float
    worst: float


def backward(target: float, rates: Sequence[Rate]) -> list[Need]:
    """What each step needs for `target` at the end: the target itself, then step after step backwards.

    need[0] = target; need[i] = need[i-1] / rate[i], with the upper rate at best and the lower at worst.

        >>> for need in backward(12, [(0.40, 0.40), (0.15, 0.25)]):
        ...     print(need.best, need.worst)
        12.0 12.0
        30.0 30.0
        120.0 200.0

    Raises:
        Problem: the target is negative or no number, or a rate is not within 0 < low <= high <= 1.
    """
    plain = _number(target)
    if not math.isfinite(plain) or plain < 0:
        raise Problem(say("The funnel starts from a number of people, not from {value}.", value=_shown(target)))
    needs = [Need(plain, plain)]
    for place, pair in enumerate(_pairs(rates), 1):
        low, high = (_number(one) for one in pair)
        if not 0 < low <= high <= 1:
            raise Problem(
                say(
                    "Step {n} of the funnel: a rate is above 0 and at most 100 %, low end first; not {low} to {high}.",
                    n=place,
                    low=_shown(pair[0], 100),
                    high=_shown(pair[1], 100),
                )
            )
        needs.append(Need(needs[-1].best / high, needs[-1].worst / low))
    return needs


def reach(contacts: Need, frequency: float) -> Need:
    """The people who must be met for so many contacts: reach = contacts / average frequency (F = I/R).

    >>> reach(Need(300_000, 500_000), frequency=5)
    Need(best=60000.0, worst=100000.0)
    """
    contacts = checked.of_kind(contacts, Need, say("The contacts of a funnel"))
    plain = _number(frequency)
    if not math.isfinite(plain) or plain < 1:
        raise Problem(
            say("A frequency is 1 or more: whoever is met is met at least once; not {f}.", f=_shown(frequency))
        )
    best, worst = _number(contacts.best), _number(contacts.worst)
    if not 0 <= best <= worst:
        raise Problem(
            say(
                "The contacts of a funnel run from 0 up, the fewer first; not from {best} to {worst}.",
                best=_shown(contacts.best),
                worst=_shown(contacts.worst),
            )
        )
    return Need(best / plain, worst / plain)


def with_rate_halved(rates: Sequence[Rate], step: int) -> list[Rate]:
    """The same rates with one of them, counted from 0, halved: a funnel one of whose doors turns out narrower.

    >>> with_rate_halved([(0.4, 0.4), (0.1, 0.2)], 1)
    [(0.4, 0.4), (0.05, 0.1)]
    """
    which = checked.number(step, say("The step whose rate is halved"))
    found = []
    for n, pair in enumerate(_pairs(rates)):
        low, high = (checked.number(one, say("Step {n} of the funnel"), n=n + 1) for one in pair)
        found.append((low / 2, high / 2) if n == which else (low, high))
    return found


def _pairs(rates: Any) -> list[tuple[Any, Any]]:
    """The rates, each with two ends."""
    rows = rates
    if getattr(rates, "ndim", 1) == 2:  # an array, or a table of two columns
        rows = (rates.to_numpy() if hasattr(rates, "to_numpy") else rates).tolist()
    found = []
    for place, pair in enumerate(checked.listed(rows, object, say("Rates of the funnel")), 1):
        ends = pair if isinstance(pair, tuple | list) else ()
        if len(ends) != 2:
            raise Problem(
                say(
                    "Step {n} of the funnel: a lower and an upper end are needed, (0.05, 0.1), not {value}. "
                    "Of a rate that is known write both ends alike.",
                    n=place,
                    value=_shown(pair),
                )
            )
        found.append((ends[0], ends[1]))
    return found


def _number(value: Any) -> float:
    """The value as a float; NaN for what is no number."""
    try:
        return float(value) if isinstance(value, Real | Decimal) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        return math.nan


def _shown(value: Any, times: float = 1) -> str | Words:
    plain = _number(value)
    if isinstance(value, Real | Decimal) and not isinstance(value, bool):
        return f"{times * plain:g}"
    try:
        return repr(value)[:40]
    except Exception:  # a stranger's repr may fail
        return type(value).__name__
