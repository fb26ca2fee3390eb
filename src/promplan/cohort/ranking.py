"""Points and places of the teams, exactly, with ties; and how sure the places are.

A criterion's level is the mean of those judges who gave one; a level is a quarter of the weight; points are the sum.
Fractions, not floats: 71.25 and 71.25 are one place whatever the order of adding. How sure a place is: the judges are
drawn again with replacement many times (bootstrap); another jury of the same kind would place a team so and so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from promplan.cohort.scores import Scores
from promplan.extras import needed
from promplan.grading import LEVELS, rubric

DRAWS = 2000
SAME = 1e-9  # points
WITHIN = 0.9  # of the draws lie in a team's interval of places


@dataclass(frozen=True)
class Ranked:
    """A team with its points and its place.

    Args:
        points: None where a criterion has no level from anybody: such a team has no place.
        means: of each criterion the mean level, None without any. judges: how many gave it a level.
        place: the best of those who tie has theirs: 1, 2, 2, 4. tied: the others on the same place.
        low, high: within these places lie nine draws of ten. first: the share of draws among the first `places`.
    """

    team: str
    points: Fraction | None
    means: Mapping[str, Fraction | None] = field(hash=False)
    judges: int = 0
    place: int | None = None
    tied: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    first: float | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The criteria without a level."""
        return tuple(id_ for id_, mean in self.means.items() if mean is None)


def ranking(scores: Scores, places: int = 3, seed: int = 1, draws: int = DRAWS) -> tuple[Ranked, ...]:
    """The teams by place; those without one behind, in the cohort's order.

    Args:
        places: how many first places there are to give. seed: of the draws; the same one brings the same answer.
    """
    weights = {one.id: one.weight for one in rubric().criteria}
    means = {team.id: _means(scores, team.id) for team in scores.teams}
    points = {team: _points(row, weights) for team, row in means.items()}
    told = {team: it for team, it in points.items() if it is not None}
    sure = _drawn(scores, list(told), weights, places, seed, draws)
    rows = []
    for team, row in means.items():
        judges = sum(any((one.id, team, it) in scores.levels for it in weights) for one in scores.judges)
        mine = told.get(team)
        if mine is None:
            rows.append(Ranked(team, None, row, judges))
            continue
        place = 1 + sum(it > mine for it in told.values())
        tied = tuple(other for other, it in told.items() if it == mine and other != team)
        low, high, first = sure.get(team, (None, None, None))
        rows.append(Ranked(team, mine, row, judges, place, tied, low, high, first))
    return tuple(sorted(rows, key=lambda one: one.place or len(rows) + 1))


def _means(scores: Scores, team: str) -> dict[str, Fraction | None]:
    given = {one.id: list(scores.given(team, one.id).values()) for one in rubric().criteria}
    return {id_: Fraction(sum(it), len(it)) if it else None for id_, it in given.items()}


def _points(means: Mapping[str, Fraction | None], weights: Mapping[str, int]) -> Fraction | None:
    told = [(weights[id_], mean) for id_, mean in means.items()]
    if any(mean is None for _, mean in told):
        return None
    return sum((weight * mean / len(LEVELS) for weight, mean in told if mean is not None), Fraction(0))


def _drawn(
    scores: Scores, teams: list[str], weights: Mapping[str, int], places: int, seed: int, draws: int
) -> dict[str, tuple[int, int, float]]:
    """Of each team the places between which most draws lie, and the share of draws among the first.

    Where a draw holds nobody who gave a team a level by a criterion, the mean of all judges stands there.
    """
    if len(scores.judges) < 2 or not teams:
        return {}
    with needed():
        import numpy as np
    levels = np.array(
        [
            [[scores.levels.get((judge.id, team, it), np.nan) for it in weights] for team in teams]
            for judge in scores.judges
        ],
        dtype=float,
    )
    there = ~np.isnan(levels)
    known = np.where(there, levels, 0.0)
    usual = known.sum(axis=0) / there.sum(axis=0)
    worth = np.array([*weights.values()]) / len(LEVELS)
    random = np.random.default_rng(seed)
    n = len(scores.judges)
    found = np.empty((draws, len(teams)), dtype=int)
    for draw in range(draws):
        times = random.multinomial(n, [1 / n] * n)
        some = np.tensordot(times, there, 1)
        means = np.where(some > 0, np.tensordot(times, known, 1) / np.maximum(some, 1), usual)
        points = means @ worth
        ordered = np.sort(points)
        found[draw] = 1 + len(teams) - np.searchsorted(ordered, points + SAME, side="right")
    edge = (1 - WITHIN) / 2
    low = np.quantile(found, edge, axis=0, method="inverted_cdf")
    high = np.quantile(found, 1 - edge, axis=0, method="inverted_cdf")
    first = (found <= places).mean(axis=0)
    return {team: (int(low[k]), int(high[k]), float(first[k])) for k, team in enumerate(teams)}
