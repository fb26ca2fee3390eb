"""How far the judges agree: Krippendorff's alpha, which bears empty cells and any number of judges.

1 is full agreement, 0 what chance would bring, below 0 is worse than chance. Krippendorff's own advice for leaning on
it: from 0.8 on; from 0.667 on for tentative conclusions only ("Content Analysis", ch. 11). A few teams make a shaky
alpha, and judges who all give one level give none at all: then nothing is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from promplan.cohort.scores import Scores
from promplan.extras import needed
from promplan.grading import LEVELS, rubric
from promplan.language import Words, say

Scale = Literal["ordinal", "interval"]
FIRM, TENTATIVE = 0.8, 0.667


@dataclass(frozen=True)
class Agreement:
    """An alpha, and how many cells two judges or more have filled; None where it cannot be worked out, and why."""

    alpha: float | None
    units: int
    why: Words | None = None

    @property
    def said(self) -> Words:
        """What it means, in a sentence."""
        if self.alpha is None:
            return self.why or say("There is nothing to compare.")
        alpha = round(self.alpha, 2)
        if self.alpha >= FIRM:
            return say("Alpha is {alpha}: the judges agree.", alpha=alpha)
        if self.alpha >= TENTATIVE:
            return say("Alpha is {alpha}: the judges agree roughly; lean on it with care.", alpha=alpha)
        return say(
            "Alpha is {alpha}, below 0.667: the judges read the levels differently. Talk about the calibration plans "
            "and about the teams with the widest gaps before anything is signed.",
            alpha=alpha,
        )


def alpha(rows: Mapping[str, Mapping[str, int]], scale: Scale = "ordinal") -> Agreement:
    """The agreement on some units.

    Args:
        rows: of each unit the levels by judge; a judge without a level is left out.
        scale: ordinal counts how many levels lie between two; interval takes 1 to 2 to be as far as 3 to 4.
    """
    judges = sorted({judge for row in rows.values() for judge in row})
    shared = [row for row in rows.values() if len(row) > 1]
    if not shared:
        return Agreement(None, 0, say("No cell was filled by two judges: agreement cannot be worked out."))
    if len({level for row in shared for level in row.values()}) == 1:
        return Agreement(
            None, len(shared), say("Everybody gave the same level everywhere: there is no difference to agree on.")
        )
    with needed():
        krippendorff = import_module("krippendorff")
        numpy = import_module("numpy")
    data = numpy.array([[row.get(judge, numpy.nan) for row in shared] for judge in judges], dtype=float)
    domain = numpy.array([*LEVELS], dtype=float)
    told = sorted({*domain.tolist(), *(float(it) for row in shared for it in row.values())})
    found = krippendorff.alpha(reliability_data=data, value_domain=told, level_of_measurement=scale)
    return Agreement(float(found), len(shared))


def by_criterion(scores: Scores, scale: Scale = "ordinal") -> dict[str, Agreement]:
    """The agreement on each criterion, over the teams."""
    return {
        one.id: alpha({team.id: scores.given(team.id, one.id) for team in scores.teams}, scale)
        for one in rubric().criteria
    }


def overall(scores: Scores, scale: Scale = "ordinal") -> Agreement:
    """The agreement on all cells, teams times criteria."""
    return alpha(
        {f"{team.id}\n{one.id}": scores.given(team.id, one.id) for team in scores.teams for one in rubric().criteria},
        scale,
    )
