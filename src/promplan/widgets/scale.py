"""A line on which a guess is set: its ends, the places at which the mark may stand, and what each is called."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from promplan.language import Problem, number, say
from promplan.language.counting import Forms, counted

MOST = 400  # places on a line: a hand that goes by keys reaches any of them
FEWEST = 4
PREFERRED = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8)  # ten equal strides to the tenfold, rounded (series R″10, ISO 3)
LEAPS = (1, 2, 2.5, 5)
MARKED = 7  # numbers that a line carries at most
EVEN = 1e-9


@dataclass(frozen=True)
class Scale:
    """A line from `low` to `high`, in even steps or, where it has none, in ten strides to each tenfold.

    Raises:
        Problem: the ends or the step make no line.
    """

    low: float
    high: float
    step: float | None
    unit: Forms

    def __post_init__(self) -> None:
        if not all(math.isfinite(one) and abs(one) <= 1e12 for one in (self.low, self.high, self.step or 1)):
            raise Problem(say("the axis has an end that is no number"))
        if self.low >= self.high:
            raise Problem(say("the axis must begin below its end"))
        if self.step is None:
            if self.low <= 0 or any(abs(math.log10(end) - round(math.log10(end))) > EVEN for end in self.ends):
                raise Problem(say("an axis without a step goes from one power of ten to another, such as 100 to 10000"))
            return
        if self.step <= 0 or abs(self.strides - round(self.strides)) > 1e-6:
            raise Problem(say("the axis must be a whole number of steps long"))
        if not FEWEST <= self.strides <= MOST:
            raise Problem(say("the axis has {n} steps; {least} to {most} can be set", n=round(self.strides), **BOUNDS))

    @property
    def ends(self) -> tuple[float, float]:
        return self.low, self.high

    @property
    def strides(self) -> float:
        return (self.high - self.low) / self.step if self.step else 10 * math.log10(self.high / self.low)

    @cached_property
    def stops(self) -> tuple[float, ...]:
        """Where the mark may stand, from the lower end to the upper."""
        if self.step:
            return tuple(_clean(self.low + n * self.step) for n in range(round(self.strides) + 1))
        first = round(math.log10(self.low))
        return tuple(_clean(PREFERRED[n % 10] * 10.0 ** (first + n // 10)) for n in range(round(self.strides) + 1))

    @property
    def ticks(self) -> tuple[float, ...]:
        """The numbers that stand at the line."""
        if not self.step:
            return self.stops[::10]
        size = 10.0 ** math.floor(math.log10((self.high - self.low) / MARKED))
        leap = next(one * times for times in (size, 10 * size) for one in LEAPS if self._count(one * times) <= MARKED)
        start = math.ceil(self.low / leap - EVEN) * leap
        return tuple(_clean(start + n * leap) for n in range(self._count(leap)))

    def _count(self, leap: float) -> int:
        return math.floor(self.high / leap + EVEN) - math.ceil(self.low / leap - EVEN) + 1

    def at(self, value: float) -> float:
        """How far along the line a value stands, 0 to 1."""
        if self.step:
            return (value - self.low) / (self.high - self.low)
        return math.log(value / self.low) / math.log(self.high / self.low)

    def holds(self, value: float) -> bool:
        """Does it stand on the line?"""
        return math.isfinite(value) and self.low <= value <= self.high

    def near(self, guess: float, value: float) -> bool:
        """Is a guess as good as right: at most one step away?"""
        return abs(self.at(guess) - self.at(value)) <= 1 / self.strides + EVEN

    def short(self, value: float) -> str:
        """The number alone, as exact as the line is."""
        return number(self.rounded(value))

    def words(self, value: float) -> str:
        """The number with what is counted."""
        return counted(self.rounded(value), self.unit)

    def rounded(self, value: float) -> float:
        """A value in as many digits as the steps have, and whole where there are none."""
        digits = max(0, -math.floor(math.log10(self.step))) if self.step else 0
        return _clean(round(value, digits))

    def told(self) -> Mapping[str, list[list[object]]]:
        """What the page needs to draw it: each stop's place, value and words, each tick's place and number."""
        return {
            "stops": [[self.at(one), one, self.short(one), self.words(one)] for one in self.stops],
            "ticks": [[self.at(one), self.short(one)] for one in self.ticks],
        }


BOUNDS = {"least": FEWEST, "most": MOST}


def _clean(value: float) -> float:
    """Without what halves and thirds leave behind in a float: 0.3, not 0.30000000000000004."""
    return float(f"{value:.10g}")
