"""Values of the plan as readers know them, each with its type: `str()` writes one in the interface language.

A format that keeps types (a spreadsheet's numbers, a calendar's days) takes the fields instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeAlias

from promplan.figures.numbers import between, per_cent
from promplan.language import Words, day, number, pick, say
from promplan.measure.written import written


def words(said: Any) -> str:
    """A sentence, a label's two sides or somebody's own words, in the interface language."""
    return str(pick(said))


@dataclass(frozen=True)
class Text:
    """Somebody's own words, or a sentence of the course."""

    words: Words | str

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True)
class Quoted:
    """Words that may be said exactly so."""

    words: str

    def __str__(self) -> str:
        return str(say("“{wording}”", wording=self.words))


@dataclass(frozen=True)
class Number:
    """A number, with what it has of unit and tolerance."""

    value: float
    unit: str = ""
    tolerance: float | None = None

    def __str__(self) -> str:
        told = written(self.value, self.unit)
        return told if self.tolerance is None else f"{told} ±\u00a0{number(self.tolerance)}"


@dataclass(frozen=True)
class About:
    """A computed number that lies between two, said as people say it: two digits."""

    low: float
    high: float

    def __str__(self) -> str:
        return between(self.low, self.high)


@dataclass(frozen=True)
class Share:
    """A share between two fractions, said in per cent."""

    low: float
    high: float

    def __str__(self) -> str:
        return per_cent(self.low, self.high)


@dataclass(frozen=True)
class Day:
    """A day."""

    day: date

    def __str__(self) -> str:
        return day(self.day)


@dataclass(frozen=True)
class Moment:
    """A day and an hour."""

    at: datetime

    def __str__(self) -> str:
        return f"{day(self.at)} {self.at:%H:%M}"


@dataclass(frozen=True)
class Clock:
    """An hour of any day."""

    at: time

    def __str__(self) -> str:
        return f"{self.at:%H:%M}"


@dataclass(frozen=True)
class YesNo:
    """Yes or no."""

    yes: bool

    def __str__(self) -> str:
        return str(say("yes") if self.yes else say("no"))


@dataclass(frozen=True)
class Choice:
    """One of a few: its key in the plan, and its words."""

    key: str
    said: Words | Mapping[str, str]

    def __str__(self) -> str:
        return words(self.said)

    @property
    def name(self) -> str:
        """Its words without what explains them: “outcome” of “outcome: what people did”."""
        return str(self).partition(":")[0]


@dataclass(frozen=True)
class Ref:
    """Another record by its id, with the words that name it and a remark; `lost` says that there is none."""

    id: str
    title: str = ""
    remark: Words | None = None
    lost: Words | None = None

    def __str__(self) -> str:
        if self.lost is not None:
            return str(self.lost)
        told = f"{self.id} {self.title}".strip()
        return told if self.remark is None else f"{told} ({self.remark})"


@dataclass(frozen=True)
class Several:
    """Several values."""

    values: tuple["Value", ...]

    def __str__(self) -> str:
        return "; ".join(map(str, self.values))


Value: TypeAlias = Text | Quoted | Number | About | Share | Day | Moment | Clock | YesNo | Choice | Ref | Several
