"""The placement that comes back: who stands where, who nowhere, which rules were bent, and a bound on the optimum."""

from collections.abc import Sequence
from dataclasses import dataclass

from promplan.language import Words, say

__all__ = ["Placed", "Placement", "Reason", "Unplaced", "listed"]


@dataclass(frozen=True)
class Reason:
    """Why an item has no place, or what a bent rule asks for.

    Args:
        what: the sentence: what is the matter, where, and what to do.
        items: the items it is about.
        weeks: the weeks it is about, from 0.
        amount: how much is missing: hours, items or days; 0 where nothing is counted.

    >>> print(Reason(say("Week {week} is full.", week=3), weeks=(2,)).what)
    Week 3 is full.
    """

    what: Words
    items: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    amount: float = 0.0


@dataclass(frozen=True)
class Placed:
    """An item, its day and channel, and what it brings there (its hook included).

    >>> from promplan.media.slots import Channel, Item, Rules, place
    >>> place([Item("I1", 5, hooks={3: 2})], Rules(7, [Channel("vk")])).placed
    (Placed(id='I1', day=3, channel='vk', value=7.0),)
    """

    id: str
    day: int
    channel: str
    value: float


@dataclass(frozen=True)
class Unplaced:
    """An item without a place, and why.

    >>> from promplan.media.slots import Channel, Item, Rules, place
    >>> print(place([Item("I1", deadline=-3)], Rules(7, [Channel("vk")])).unplaced[0].reason.what)
    Item I1 is left out: its deadline is before the plan begins. Move the deadline.
    """

    id: str
    reason: Reason


@dataclass(frozen=True)
class Placement:
    """A calendar.

    Args:
        placed: the items with a place, by day, then in the order of the question.
        unplaced: the items without one, in the order of the question.
        reasons: the soft rules that were bent, and the hooks that were missed.
        value: what the placed items bring.
        penalty: what the bent rules cost.
        bound: no calendar has an objective above it.
        proven: whether no calendar is better than this one (but for rounding, one millionth).

    >>> from promplan.media.slots import Channel, Item, Rules, place
    >>> print(place([Item("I1", 5)], Rules(7, [Channel("vk")])).words())
    The items bring 5, the rules bent cost 0: no calendar is better, and that is proven.
    """

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    reasons: tuple[Reason, ...]
    value: float
    penalty: float
    bound: float
    proven: bool

    @property
    def objective(self) -> float:
        """What was made as large as possible: value - penalty."""
        return self.value - self.penalty

    @property
    def gap(self) -> float:
        """How much the best calendar can be better than this one at most, in the unit of value; 0 if proven."""
        return 0.0 if self.proven else max(0.0, self.bound - self.objective)

    def words(self) -> Words:
        """How good the calendar is for certain, in a sentence."""
        values = {"value": round(self.value, 2), "penalty": round(self.penalty, 2)}
        if self.proven:
            return say(
                "The items bring {value}, the rules bent cost {penalty}: no calendar is better, and that is proven.",
                **values,
            )
        return say(
            "The items bring {value}, the rules bent cost {penalty}: another calendar can be better by {gap} at most. "
            "Give the search more seconds to find it, or to prove that there is none.",
            **values,
            gap=round(self.gap, 2),
        )


def listed(names: Sequence[str], most: int = 4) -> Words | str:
    """Names in a row: all of a few, the first of many and how many more."""
    if len(names) <= most + 1:
        return ", ".join(names)
    return say("{names} and {n} more", names=", ".join(names[:most]), n=len(names) - most)
