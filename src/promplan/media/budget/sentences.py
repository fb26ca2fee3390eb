"""The certificate's sentences: money, responses and returns in numbers that a student can read."""

import math
from dataclasses import replace

from promplan.language import Words, say

__all__ = ["STEPS"]

STEPS = (
    (1.0, say("{n} per rouble"), say("{n} percentage points per rouble")),
    (1e3, say("{n} per 1,000 roubles"), say("{n} percentage points per 1,000 roubles")),
    (1e6, say("{n} per million roubles"), say("{n} percentage points per million roubles")),
    (1e9, say("{n} per billion roubles"), say("{n} percentage points per billion roubles")),
)


def short(value: float, digits: int = 4) -> float:
    """A number with so many significant digits."""
    return float(f"{value:.{digits}g}")


def money(value: float) -> float:
    """Roubles to the kopeck; smaller sums, which are in some larger unit, to six digits."""
    return round(value, 2) if value >= 100 else short(value, 6)


def no_more_than(value: float) -> float | Words:
    """A maximum, which may be missing."""
    return money(value) if value < math.inf else say("no end")


def response(value: float, reach: bool) -> float | Words:
    """What a split brings in all: a number, or a reach in per cent."""
    return say("{n} %", n=short(100 * value, 6)) if reach else short(value, 8)


def per_rouble(value: float, reach: bool) -> Words:
    """A return, per so many roubles that its number can be read."""
    if value == math.inf:
        return say("more than any number per rouble")
    shown = 100 * value if reach else value
    readable = (one for one in STEPS if shown * one[0] >= 0.01)
    scale, plain, points = next(readable, STEPS[-1]) if shown > 0 else STEPS[0]
    return replace(points if reach else plain, values={"n": short(shown * scale)})


def more_money(multiplier: float, reach: bool) -> Words:
    """What one more rouble of the total would bring."""
    return say("More money in all would at first bring {rate}.", rate=per_rouble(multiplier, reach))


def left_over(left: float, full: bool) -> Words:
    """Money that no channel may take, or that hardly brings anything."""
    if full:
        return say(
            "{left} ₽ stay unspent: every channel is at its maximum or fixed. Raise a maximum, or lower the total.",
            left=money(left),
        )
    return say("{left} ₽ stay unspent, and hardly anything more can be had for them.", left=money(left))


def outside(name: str, given: float, low: float, most: float) -> Words:
    """An amount that the bounds do not allow."""
    return say(
        "{name} gets {value} ₽, and its bounds are {low} and {high}: keep it between them.",
        name=name,
        value=money(given),
        low=money(low),
        high=no_more_than(most),
    )


def spend(left: float, taker: str, gain: float, reach: bool) -> Words:
    """Money is left where some channel could take it."""
    return say(
        "{left} ₽ are left, and {taker} would at first bring {rate}: spend them.",
        left=money(left),
        taker=taker,
        rate=per_rouble(gain, reach),
    )


def move(giver: str, gives: float, taker: str, takes: float, reach: bool) -> Words:
    """One rouble in the wrong place."""
    return say(
        "At the margin {taker} brings {takes}, {giver} {gives}: move money from {giver} to {taker}.",
        taker=taker,
        takes=per_rouble(takes, reach),
        giver=giver,
        gives=per_rouble(gives, reach),
    )


def binding(bound: str, name: str, amount: float, price: float, own: float, elsewhere: float, reach: bool) -> Words:
    """What a bound that binds costs."""
    rate = per_rouble(abs(price), reach)
    if bound == "maximum":
        return say("{name} is at its maximum: more room there would at first bring {rate} more.", name=name, rate=rate)
    if bound == "fixed" and price > 0:
        return say("{name} is fixed: more money there would at first bring {rate} more.", name=name, rate=rate)
    if bound == "fixed":
        return say("{name} is fixed: less money there would at first bring {rate} more.", name=name, rate=rate)
    if amount == 0:
        return say(
            "{name} gets nothing: its first rouble would bring {own}, elsewhere the next one brings {elsewhere}.",
            name=name,
            own=per_rouble(own, reach),
            elsewhere=per_rouble(elsewhere, reach),
        )
    return say(
        "{name} is held up by its minimum: less money there would at first bring {rate} more.", name=name, rate=rate
    )
