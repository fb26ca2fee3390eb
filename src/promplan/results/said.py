"""Numbers of results as they are said: three figures, with their unit in the form that the number asks for.

Both ends of an interval have as many decimals, and what is below zero has a minus, no hyphen: −0.7 to 29.6.
"""

import math
from dataclasses import dataclass

from promplan.language import Words, current, number
from promplan.measure.written import amount, written

MINUS = "\N{MINUS SIGN}"
MOST = 2  # decimals of anything that is not tiny


@dataclass(frozen=True)
class Figure:
    """A number that waits for its language; with `decimals` it has so many, zeros too, else those that it needs."""

    value: float
    decimals: int | None = None

    def __str__(self) -> str:
        value = self.value if self.decimals is None else round(self.value, self.decimals)
        text = number(abs(float(value)))
        if self.decimals:
            sign = "," if current() == "ru" else "."
            whole, _, part = text.partition(sign)
            text = f"{whole}{sign}{part.ljust(self.decimals, '0')}"
        return f"{MINUS}{text}" if value < 0 else text

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def signed(value: float) -> Figure:
    """A number with a true minus where it is below zero."""
    return Figure(value)


def ends(low: float, high: float) -> tuple[Figure, Figure]:
    """The two ends of an interval, with as many decimals each: three figures of the larger one."""
    if low == int(low) and high == int(high):
        return Figure(low, 0), Figure(high, 0)
    most = max(abs(low), abs(high))
    wanted = max(0, 2 - math.floor(math.log10(most)))
    decimals = min(wanted, MOST) if most >= 10**-MOST else wanted
    return Figure(low, decimals), Figure(high, decimals)


def rounded(value: float) -> float:
    """As many digits as anybody reads: three, and every one of a whole number."""
    return value if value == int(value) else float(f"{value:.3g}") if abs(value) < 100 else float(round(value))


def told(value: float, unit: Words | str) -> Words:
    """A number with its unit; one that waits for its language itself is said in the reader's."""
    if isinstance(unit, str) and value >= 0:
        return amount(rounded(value), unit)
    return Words("{amount}", {"amount": _Waiting(rounded(value), unit)})


class _Waiting:
    """A number that is below zero, or whose unit has no language yet."""

    def __init__(self, value: float, unit: Words | str) -> None:
        self.value, self.unit = value, unit

    def __str__(self) -> str:
        told = written(abs(self.value), str(self.unit))
        return f"{MINUS}{told}" if self.value < 0 else told

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Waiting) and (self.value, self.unit) == (other.value, other.unit)

    def __hash__(self) -> int:
        return hash((self.value, self.unit))
