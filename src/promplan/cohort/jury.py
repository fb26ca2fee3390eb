"""The jury's results: sheets made for every judge, read back, ranked; and `jury.json`, which a federal stage merges.

| module | what it does |
|---|---|
| `score_sheets`, `score_reading` | a workbook for each judge, and what came back, told cell by cell |
| `agreement` | Krippendorff's alpha |
| `leniency` | each judge beside the calibration plans and beside the others |
| `ranking` | points, places with ties, how sure a place is |
| `jury_protocol` | the paper to sign |
| `jury_merge` | regional results in one list |

`jury.json` holds teams and counts: no student's name, no judge's name, no single judge's level.
"""

from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Annotated, Literal

from pydantic import Field

from promplan import language
from promplan.cases.example import example
from promplan.cohort import score_reading
from promplan.cohort.agreement import Agreement, by_criterion, overall
from promplan.cohort.folder import Workshop
from promplan.cohort.leniency import Leniency, leniency
from promplan.cohort.people import Cohort, Day, Key, Line, Part
from promplan.cohort.ranking import Ranked, ranking
from promplan.cohort.score_sheets import score_sheet
from promplan.cohort.scores import Scores
from promplan.export.page import is_page, page
from promplan.grading import anchors, rubric
from promplan.language import Problem, Words, say, say_many
from promplan.plan.exporting import export
from promplan.plan.writing import folder_for, write

PLACES, SEED = 3, 1
FEW = 4  # judges, below which drawing them again says little
Share = Annotated[float, Field(ge=0, le=1)]
Mean = Annotated[float, Field(ge=1, le=4)]
Count = Annotated[int, Field(ge=0, le=2000)]


class TeamResult(Part):
    """A team in the results: points of 100 and means of the levels; None where nobody gave one."""

    id: Key
    name: Line = ""
    place: Annotated[int, Field(ge=1, le=500)] | None = None
    points: Annotated[float, Field(ge=0, le=1000)] | None = None
    means: dict[Key, Mean | None] = Field(default_factory=dict)
    judges: Count = 0
    low: Annotated[int, Field(ge=1, le=500)] | None = None
    high: Annotated[int, Field(ge=1, le=500)] | None = None
    first: Share | None = None


class JuryFile(Part):
    """`jury.json`: the results of one workshop.

    Args:
        weights: the rubric's, by criterion: results are merged only where they are the same.
        calibration: how far the judges were from the course's levels of the calibration plans, on average, in levels.
        alpha: their agreement (Krippendorff, ordinal).
    """

    kind: Literal["promplan jury"] = "promplan jury"
    version: Literal[1] = 1
    title: Line = ""
    institution: Line = ""
    region: Line = ""
    language: Literal["en", "ru"] = "en"
    day: Day | None = None
    weights: dict[Key, Annotated[int, Field(ge=0, le=1000)]]
    judges: Count
    calibration: Annotated[float, Field(ge=-3, le=3)] | None = None
    alpha: Annotated[float, Field(ge=-1, le=1)] | None = None
    places: Count = PLACES
    seed: Annotated[int, Field(ge=0, le=2**32)] = SEED
    teams: Annotated[list[TeamResult], Field(max_length=500)] = Field(default_factory=list)


@dataclass(frozen=True)
class Results:
    """All that a jury's sheets say."""

    cohort: Cohort
    scores: Scores
    ranked: tuple[Ranked, ...]
    agreement: Agreement
    criteria: dict[str, Agreement]
    mildness: tuple[Leniency, ...]
    places: int
    seed: int

    def name(self, team: str) -> str:
        """A team as it is called."""
        found = self.cohort.team(team)
        return (found.name if found else "") or team

    def file(self, day: date | None = None) -> JuryFile:
        """The results without anybody's name but the teams'."""
        offsets = [one.calibration for one in self.mildness if one.calibration is not None]
        return JuryFile(
            title=self.cohort.title,
            institution=self.cohort.institution,
            region=self.cohort.region,
            language=self.cohort.language,
            day=day,
            weights={one.id: one.weight for one in rubric().criteria},
            judges=len(self.scores.judges),
            calibration=fmean(offsets) if offsets else None,
            alpha=None if self.agreement.alpha is None else max(-1.0, self.agreement.alpha),
            places=self.places,
            seed=self.seed,
            teams=[_team(self, one) for one in self.ranked],
        )

    def notes(self) -> list[Words]:
        """What must be known before anything is signed: ties, gaps, how sure the places are."""
        return [*_ties(self), *_gaps(self), *_sure(self)]


def sheets(workshop: Workshop, speech: str = "") -> tuple[list[str], list[str]]:
    """Write a score sheet for each judge into `jury/`, and the two sample plans that calibrate them, as pages.

    A sheet that is there stays as it is: somebody may have filled it. The names of what was written, and of what stays.
    """
    cohort = workshop.cohort()
    if not cohort.judges:
        raise Problem(say("There is no judge in cohort.json. Write them down first, each with a key and a name."))
    if not cohort.teams:
        raise Problem(say("There is no team in cohort.json: there is nothing to judge yet."))
    folder = folder_for(workshop.jury)
    written, there = [], []
    for judge in cohort.judges:
        path = folder / f"{judge.id}.xlsx"
        if path.exists() or path.is_symlink():
            there.append(path.name)
            continue
        write(path, score_sheet(cohort, judge, speech))
        written.append(path.name)
    with language.inside(speech or cohort.language):
        for n, one in enumerate(anchors(), 1):
            path = folder / f"{say('sample-plan')}-{n}.html"  # the name does not say how good it is
            export(path, page(example(one.example)).encode("utf-8"), is_page)
            written.append(path.name)
    return written, there


def results(workshop: Workshop, places: int = PLACES, seed: int = SEED) -> Results:
    """What the sheets in `jury/` say.

    Raises:
        Problem: there is none, or nobody gave a level in any.
    """
    return evaluated(workshop.cohort(), score_reading.read_sheets(workshop), places, seed)


def evaluated(cohort: Cohort, scores: Scores, places: int = PLACES, seed: int = SEED) -> Results:
    """The same from levels that were read already."""
    if not scores.levels:
        if not scores.faults:
            raise Problem(say("No sheet holds a level of a team yet."))
        first = scores.faults[0]
        raise Problem(say("No sheet holds a level of a team yet. {file}: {why}", file=first.file, why=first.why))
    return Results(
        cohort,
        scores,
        ranking(scores, places, seed),
        overall(scores),
        by_criterion(scores),
        leniency(scores),
        places,
        seed,
    )


def save(workshop: Workshop, found: Results, day: date | None = None) -> str:
    """Write `jury/jury.json`; its name."""
    path = folder_for(workshop.jury) / "jury.json"
    write(path, found.file(day).model_dump_json(indent=1).encode("utf-8"))
    return path.name


def _team(found: Results, one: Ranked) -> TeamResult:
    return TeamResult(
        id=one.team,
        name=found.name(one.team),
        place=one.place,
        points=None if one.points is None else round(float(one.points), 6),
        means={id_: None if mean is None else round(float(mean), 6) for id_, mean in one.means.items()},
        judges=one.judges,
        low=one.low,
        high=one.high,
        first=None if one.first is None else round(one.first, 4),
    )


def _ties(found: Results) -> list[Words]:
    told = []
    for one in found.ranked:
        if one.tied and one.team == min((one.team, *one.tied)):
            names = ", ".join(found.name(it) for it in (one.team, *one.tied))
            told.append(
                say(
                    "Place {place} is shared: {names} have the same points. Nothing breaks the tie; the jury may, by a "
                    "vote that the protocol names.",
                    place=one.place,
                    names=names,
                )
            )
    return told


def _gaps(found: Results) -> list[Words]:
    told = []
    for one in found.ranked:
        if one.missing:
            names = ", ".join(it.name for it in rubric().criteria if it.id in one.missing)
            told.append(
                say("{team} has no place: nobody gave a level by “{names}”.", team=found.name(one.team), names=names)
            )
    panels = {frozenset(key[0] for key in found.scores.levels if key[1] == one.team) for one in found.ranked}
    if len(panels) > 1:
        told.append(
            say(
                "Not every team was seen by the same judges: a mild judge lifts those whom he or she saw. "
                "Look at the judges' leniency."
            )
        )
    return told


def _sure(found: Results) -> list[Words]:
    n = len(found.scores.judges)
    if n < 2:
        return [say("One judge only: how sure a place is cannot be told.")]
    told: list[Words] = []
    if n < FEW:
        told.append(
            say_many(
                "{n} judge is few: how sure a place is can be told roughly only.",
                "{n} judges are few: how sure a place is can be told roughly only.",
                n,
            )
        )
    line = [one for one in found.ranked if one.first is not None and 0.1 < one.first < 0.9]
    if line:
        names = ", ".join(found.name(one.team) for one in line)
        told.append(
            say(
                "With other judges of the same kind it may come out otherwise who is among the first {k}: {names}.",
                k=found.places,
                names=names,
            )
        )
    return told
