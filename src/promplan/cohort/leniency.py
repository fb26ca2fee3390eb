"""How mild each judge is: beside our levels of the calibration plans, and beside the others on the same teams.

It is shown and nothing is corrected by it: the jury talks, and whoever wants to changes a sheet.
"""

from dataclasses import dataclass
from statistics import fmean

from promplan.cohort.scores import Scores
from promplan.grading import Compared, anchors, compared
from promplan.language import Words, number, say

MINUS = "−"
MILD = 0.5  # levels, on average, from which it is worth a word


@dataclass(frozen=True)
class Leniency:
    """A judge's mean distance, in levels: above 0 is milder.

    Args:
        calibration: from our levels of the calibration plans, None without one. exact, n: levels that are ours, of all.
        others: from the mean of the other judges on the same cells of teams, None where nobody else has filled them.
    """

    judge: str
    calibration: float | None
    exact: int
    n: int
    others: float | None

    @property
    def said(self) -> Words:
        """What it means, in a few words."""
        if self.calibration is None:
            return say("no calibration plan was read")
        if self.calibration >= MILD:
            return say("milder than the course's levels")
        if self.calibration <= -MILD:
            return say("stricter than the course's levels")
        return say("close to the course's levels")


def leniency(scores: Scores) -> tuple[Leniency, ...]:
    """Of each judge, in the order of the scores."""
    return tuple(_of(scores, one.id) for one in scores.judges)


def signed(value: float, plus: bool = False) -> str:
    """A distance or an alpha in two digits, with a true minus; with a plus too, where it is a distance."""
    told = number(abs(round(value, 2)))
    sign = MINUS if round(value, 2) < 0 else "+" if plus and round(value, 2) > 0 else ""
    return f"{sign}{told}"


def _of(scores: Scores, judge: str) -> Leniency:
    rows: list[Compared] = []
    for one in anchors():
        mine = {key[2]: level for key, level in scores.calibration.items() if key[:2] == (judge, one.id)}
        rows.append(compared(mine, one))
    off = [it for row in rows for it in row.by.values()]
    exact = sum(len(row.exact) for row in rows)
    beside: list[float] = []
    for (who, team, criterion), level in scores.levels.items():
        if who != judge:
            continue
        others = [it for key, it in scores.given(team, criterion).items() if key != judge]
        if others:
            beside.append(level - fmean(others))
    return Leniency(judge, fmean(off) if off else None, exact, len(off), fmean(beside) if beside else None)
