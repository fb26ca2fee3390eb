"""Points: a level is a quarter of its criterion's weight; the machine's part and the people's are kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from promplan.grading.rows import HUMAN_LEVEL, LEVELS, Criterion, rubric
from promplan.grading.seen import evidence
from promplan.plan.document import Plan


@dataclass(frozen=True)
class Points:
    """Of a criterion: what the machine sees of it, the most that it can see, and what only people can give.

    `human` is empty (None) until somebody grades.
    """

    criterion: Criterion
    machine: float
    most: float
    human: float | None = None

    @property
    def for_people(self) -> float:
        """Points that only people can give."""
        return self.criterion.weight - self.most


@dataclass(frozen=True)
class Score:
    """The points of a set of levels: how many, of how many, and the criteria that have no level yet."""

    total: float
    of: float
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Has every criterion its level?"""
        return not self.missing


def points(plan: Plan) -> tuple[Points, ...]:
    """The machine's part of every criterion: the mean share of evidence that is present, up to level 3."""
    return tuple(_points(plan, one) for one in rubric().criteria)


def _points(plan: Plan, one: Criterion) -> Points:
    if not one.sees:
        return Points(one, 0.0, 0.0)
    most = one.weight * (HUMAN_LEVEL - 1) / len(LEVELS)
    seen = evidence(plan, one.id)
    return Points(one, most * sum(it.share for it in seen) / len(seen), most)


def worth(one: Criterion, level: int) -> float:
    """The points of a level: a quarter of the weight each."""
    return one.weight * level / len(LEVELS)


def scored(levels: Mapping[str, int | None]) -> Score:
    """The points of a set of levels by criterion; a criterion without one counts neither way."""
    rows = rubric().criteria
    told = {one.id: level for one in rows if (level := levels.get(one.id)) is not None}
    return Score(
        sum(worth(one, told[one.id]) for one in rows if one.id in told),
        float(sum(one.weight for one in rows if one.id in told)),
        tuple(one.id for one in rows if one.id not in told),
    )
