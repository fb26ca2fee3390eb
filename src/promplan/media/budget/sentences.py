"""The certificate's sentences: money, responses and returns in numbers that a student can read."""

import math
from dataclasses import dataclass, replace

from promplan.language import Words, say

__all__ = ["STEPS", "Unit"]

ROUBLE = "₽"
STEPS: tuple[tuple[float, tuple[Words, ...]], ...] = (
    (
        1.0,
        (say("{n} per rouble"), say("{n} percentage points per rouble"), say("{n} people per rouble")),
    ),
    (
        1e3,
        (
            say("{n} per 1,000 roubles"),
            say("{n} percentage points per 1,000 roubles"),
            say("{n} people per 1,000 roubles"),
        ),
    ),
    (
        1e6,
        (
            say("{n} per million roubles"),
            say("{n} percentage points per million roubles"),
            say("{n} people per million roubles"),
        ),
    ),
    (
        1e9,
        (
            say("{n} per billion roubles"),
            say("{n} percentage points per billion roubles"),
            say("{n} people per billion roubles"),
        ),
    ),
)
OTHER: tuple[tuple[float, tuple[Words, ...]], ...] = (
    (
        1.0,
        (say("{n} per 1 {sign}"), say("{n} percentage points per 1 {sign}"), say("{n} people per 1 {sign}")),
    ),
    (
        1e3,
        (
            say("{n} per 1,000 {sign}"),
            say("{n} percentage points per 1,000 {sign}"),
            say("{n} people per 1,000 {sign}"),
        ),
    ),
    (
        1e6,
        (
            say("{n} per million {sign}"),
            say("{n} percentage points per million {sign}"),
            say("{n} people per million {sign}"),
        ),
    ),
    (
        1e9,
        (
            say("{n} per billion {sign}"),
            say("{n} percentage points per billion {sign}"),
            say("{n} people per billion {sign}"),
        ),
    ),
)


@dataclass(frozen=True)
class Unit:
    """In what a certificate is told.

    Args:
        reach: is the response a share of people?
        sign: of the currency.
        people: how many people a share of 1 is; None where shares are told in per cent.
    """

    reach: bool
    sign: str = ROUBLE
    people: float | None = None

    @property
    def scale(self) -> float:
        """What a response is multiplied by before it is told."""
        return 1.0 if not self.reach else 100.0 if self.people is None else self.people

    @property
    def kind(self) -> int:
        """Which of the sentences of `STEPS` tells it: a plain number, percentage points, people."""
        return 0 if not self.reach else 1 if self.people is None else 2


def short(value: float, digits: int = 4) -> float:
    """A number with so many significant digits."""
    return float(f"{value:.{digits}g}")


def money(value: float) -> float:
    """Roubles to the kopeck; smaller sums, which are in some larger unit, to six digits."""
    return round(value, 2) if value >= 100 else short(value, 6)


def no_more_than(value: float) -> float | Words:
    """A maximum, which may be missing."""
    return money(value) if value < math.inf else say("no end")


def response(value: float, unit: Unit) -> float | Words:
    """What a split brings in all: a number, a reach in per cent or in people."""
    if unit.kind == 2:
        return say("{n} people", n=float(round(unit.scale * value)))
    return say("{n} %", n=short(unit.scale * value, 6)) if unit.reach else short(value, 8)


def per_rouble(value: float, unit: Unit) -> Words:
    """A return, per so much money that its number can be read."""
    steps = STEPS if unit.sign == ROUBLE else OTHER
    if value == math.inf:
        return say("more than any number per rouble") if steps is STEPS else say("more than any number")
    shown = unit.scale * value
    least = 1.0 if unit.kind == 2 else 0.01  # a hundredth of a person is no number that anybody sees
    readable = (one for one in steps if shown * one[0] >= least)
    scale, told = next(readable, steps[-1]) if shown > 0 else steps[0]
    return replace(told[unit.kind], values={"n": short(shown * scale, 3 if unit.kind == 2 else 4), "sign": unit.sign})


def more_money(multiplier: float, unit: Unit) -> Words:
    """What more of the total would bring."""
    return say("More money in all would bring {rate} at the present rate.", rate=per_rouble(multiplier, unit))


def left_over(left: float, full: bool, unit: Unit) -> Words:
    """Money that no channel may take, or that hardly brings anything."""
    if full:
        return say(
            "{left} {sign} stay unspent: every channel is at its maximum or fixed. Raise a maximum, or lower the "
            "total.",
            left=money(left),
            sign=unit.sign,
        )
    return say(
        "{left} {sign} stay unspent, and hardly anything more can be had for them.", left=money(left), sign=unit.sign
    )


def outside(name: str, given: float, low: float, most: float) -> Words:
    """An amount that the bounds do not allow."""
    return say(
        "{name} gets {value}, and its bounds are {low} and {high}: keep it between them.",
        name=name,
        value=money(given),
        low=money(low),
        high=no_more_than(most),
    )


def spend(left: float, taker: str, gain: float, unit: Unit) -> Words:
    """Money is left where some channel could take it."""
    return say(
        "{left} {sign} are left, and {taker} would bring {rate} at the present rate: spend them.",
        left=money(left),
        sign=unit.sign,
        taker=taker,
        rate=per_rouble(gain, unit),
    )


def move(giver: str, gives: float, taker: str, takes: float, unit: Unit) -> Words:
    """Money in the wrong place."""
    return say(
        "At the margin {taker} brings {takes}, {giver} {gives}: move money from {giver} to {taker}.",
        taker=taker,
        takes=per_rouble(takes, unit),
        giver=giver,
        gives=per_rouble(gives, unit),
    )


def binding(bound: str, name: str, amount: float, price: float, own: float, elsewhere: float, unit: Unit) -> Words:
    """What a bound that binds costs."""
    rate = per_rouble(abs(price), unit)
    if bound == "maximum":
        return say(
            "{name} is at its maximum: more room there would bring {rate} more at the present rate.",
            name=name,
            rate=rate,
        )
    if bound == "fixed" and price > 0:
        return say(
            "{name} is fixed: more money there would bring {rate} more at the present rate.", name=name, rate=rate
        )
    if bound == "fixed":
        return say(
            "{name} is fixed: less money there would bring {rate} more at the present rate.", name=name, rate=rate
        )
    if amount == 0:
        return say(
            "{name} gets nothing: there the first money would bring {own}, elsewhere more money brings {elsewhere}.",
            name=name,
            own=per_rouble(own, unit),
            elsewhere=per_rouble(elsewhere, unit),
        )
    return say(
        "{name} is held up by its minimum: less money there would bring {rate} more at the present rate.",
        name=name,
        rate=rate,
    )
