"""The backward funnel: from the people who should act at the end back to those who must be met first.

Rates are known as ranges, so every answer is one too: `best` if all rates are at their upper ends, `worst` if all are
at their lower ends. Nothing is rounded here; whoever shows a number rounds it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from promplan.language import Problem, say

Rate = tuple[float, float]  # lower and upper end, fractions in (0, 1]


@dataclass(frozen=True)
class Need:
    """How many are needed at one step, at best and at worst; best <= worst."""

    best: float
    worst: float


def backward(target: float, rates: Sequence[Rate]) -> list[Need]:
    """What each step needs for `target` at the end: the target itself, then step after step backwards.

    need[0] = target; need[i] = need[i-1] / rate[i], with the upper rate at best and the lower at worst.

    Raises:
        Problem: the target is negative or no number, or a rate is not within 0 < low <= high <= 1.
    """
    if not math.isfinite(target) or target < 0:
        raise Problem(say("The funnel starts from a number of people, not from {value}.", value=f"{target:g}"))
    needs = [Need(target, target)]
    for place, (low, high) in enumerate(rates, 1):
        if not 0 < low <= high <= 1:
            raise Problem(
                say(
                    "Step {n} of the funnel: a rate is above 0 and at most 100 %, low end first; not {low} to {high}.",
                    n=place,
                    low=f"{100 * low:g}",
                    high=f"{100 * high:g}",
                )
            )
        needs.append(Need(needs[-1].best / high, needs[-1].worst / low))
    return needs


def reach(contacts: Need, frequency: float) -> Need:
    """The people who must be met for so many contacts: reach = contacts / average frequency (domain: F = I/R)."""
    if not math.isfinite(frequency) or frequency < 1:
        raise Problem(say("A frequency is 1 or more: whoever is met is met once; not {f}.", f=f"{frequency:g}"))
    return Need(contacts.best / frequency, contacts.worst / frequency)


def with_rate_halved(rates: Sequence[Rate], step: int) -> list[Rate]:
    """The same rates with one of them halved: what a funnel looks like when one door turns out narrower."""
    return [(low / 2, high / 2) if n == step else (low, high) for n, (low, high) in enumerate(rates)]
