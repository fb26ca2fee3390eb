"""What the judges gave: levels of teams and of the calibration plans, cell by cell; an empty cell is no level."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from promplan.cohort.people import Cohort, Judge, Team
from promplan.grading import rubric
from promplan.language import Words

Cell = tuple[str, str, str]  # judge, team (or calibration plan), criterion


@dataclass(frozen=True)
class Fault:
    """What could not be read: the file, the place in it, why."""

    file: str
    where: str
    why: Words


@dataclass(frozen=True)
class Scores:
    """The levels, 1 to 4, by judge, team and criterion; `calibration` by judge, plan and criterion.

    Args:
        judges: those who gave at least one level of a team. teams: all teams of the cohort, in its order.
        remarks: what a judge wrote beside a team. faults: what was left out, and why.
    """

    judges: tuple[Judge, ...]
    teams: tuple[Team, ...]
    levels: Mapping[Cell, int]
    calibration: Mapping[Cell, int] = field(default_factory=dict)
    remarks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def given(self, team: str, criterion: str) -> dict[str, int]:
        """The levels of a team by a criterion, by judge."""
        found = ((one.id, self.levels.get((one.id, team, criterion))) for one in self.judges)
        return {judge: level for judge, level in found if level is not None}

    def missing(self) -> dict[str, int]:
        """How many cells each judge left empty."""
        cells = len(self.teams) * len(rubric().criteria)
        given = {one.id: 0 for one in self.judges}
        for judge, _, _ in self.levels:
            given[judge] += 1
        return {judge: cells - n for judge, n in given.items()}


def of(cohort: Cohort, levels: Mapping[Cell, int], calibration: Mapping[Cell, int] | None = None) -> Scores:
    """Scores of a cohort, with the judges who gave a level, in the cohort's order."""
    active = {judge for judge, _, _ in levels}
    judges = tuple(one for one in cohort.judges if one.id in active)
    return Scores(judges, tuple(cohort.teams), dict(levels), dict(calibration or {}))
