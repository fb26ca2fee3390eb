"""Points together: the machine's and the people's, kept apart; a total only where the people's part is whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from promplan.cohort.record import Given, Record


@dataclass(frozen=True)
class Total:
    """A team's points.

    Attributes:
        people: what people gave so far. for_people: the most that they can give. lacking: criteria without a score.
    """

    machine: float
    most: float
    people: float
    for_people: float
    lacking: tuple[str, ...]

    @property
    def whole(self) -> float | None:
        """All points, where people have given theirs for every criterion; else None."""
        return None if self.lacking else max(0.0, self.machine + self.people)


def total(record: Record, scores: Mapping[str, Given]) -> Total:
    """The points of a team."""
    points = {id_: one.points for id_, one in scores.items() if one.points is not None}
    asked = [one.criterion for one in record.point]
    return Total(
        record.machine,
        record.most,
        sum(points.get(id_, 0.0) for id_ in asked),
        sum(one.for_people for one in record.point),
        tuple(id_ for id_ in asked if id_ not in points),
    )
