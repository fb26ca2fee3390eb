"""Regional results in one list for the federal stage, and a word on what such a list can bear.

Juries differ. Points of two regions may be compared as far as both juries were near the course's levels of the same two
calibration plans: how near stands beside each region, and nothing is corrected by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from promplan.cohort.jury import JuryFile, TeamResult
from promplan.cohort.leniency import signed
from promplan.cohort.sheet_book import Looks, book, paper, tab, table
from promplan.grading import rubric
from promplan.language import Problem, Words, day, say
from promplan.plan import reading

MOST = 5_000_000  # bytes of a file
MARK = "jury-merged"


@dataclass(frozen=True)
class Row:
    """A team of a region in the common list; a place is shared by equal points."""

    region: str
    team: TeamResult
    place: int | None


@dataclass(frozen=True)
class Merged:
    """The common list, and the regions that it is made of."""

    regions: tuple[JuryFile, ...]
    rows: tuple[Row, ...]

    def notes(self) -> list[Words]:
        """What the list can bear."""
        told: list[Words] = [say("Each region had its own jury: a place in this list is a proposal, not a verdict.")]
        for one in self.regions:
            if one.calibration is None:
                told.append(say("{region}: the jury was not calibrated.", region=called(one)))
        offsets = [one.calibration for one in self.regions if one.calibration is not None]
        if len(offsets) > 1 and max(offsets) - min(offsets) >= 0.5:
            told.append(
                say(
                    "The mildest and the strictest jury lie {gap} levels apart on the same calibration plans: let one "
                    "jury look at the teams near the line again.",
                    gap=round(max(offsets) - min(offsets), 2),
                )
            )
        return told


def opened(path: Path) -> JuryFile:
    """The results in a file; `Problem` where it is none."""
    try:
        return JuryFile.model_validate_json(reading.asked(path, MOST))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(one) for one in first["loc"]) or "1"
        raise Problem(
            say(
                "{file} holds no results of a jury ({where}: {fault}).", file=path.name, where=where, fault=first["msg"]
            )
        ) from None


def merged(files: Sequence[JuryFile]) -> Merged:
    """The teams of all regions by points.

    Raises:
        Problem: the weights differ, or a region's workshop is there twice.
    """
    if not files:
        raise Problem(say("Name the jury.json of each region."))
    for one in files[1:]:
        if one.weights != files[0].weights:
            raise Problem(
                say(
                    "{one} and {other} were graded by different weights: their points cannot stand in one list.",
                    one=called(files[0]),
                    other=called(one),
                )
            )
    seen: set[tuple[str, str, str]] = set()
    for one in files:
        key = (one.region.casefold(), one.institution.casefold(), one.title.casefold())
        if key in seen:
            raise Problem(say("{one} is there twice.", one=called(one)))
        seen.add(key)
    points = [team.points for one in files for team in one.teams if team.points is not None]
    rows = [
        Row(called(one), team, None if team.points is None else 1 + sum(it > team.points for it in points))
        for one in files
        for team in one.teams
    ]
    return Merged(tuple(files), tuple(sorted(rows, key=lambda row: (row.place is None, row.place or 0))))


def called(one: JuryFile) -> str:
    """A region, as it is called in the list."""
    return one.region or one.institution or one.title or "–"


def workbook(found: Merged) -> bytes:
    """The common list as a workbook, in the interface language."""
    criteria = [one for one in rubric().criteria if one.id in found.regions[0].weights]

    def fill(made: Any, looks: Looks) -> None:
        widths = (8.0, 24.0, 28.0, 10.0, 9.0, *(16.5,) * len(criteria))
        page = _page(made, looks, say("Teams"), widths)
        heads: list[str | Words] = [
            say("Place"),
            say("Region"),
            say("Team"),
            say("Points"),
            say("Judges"),
            *(one.name for one in criteria),
        ]
        rows = [
            [one.place, one.region, one.team.name, one.team.points, one.team.judges]
            + [one.team.means.get(it.id) for it in criteria]
            for one in found.rows
        ]
        whole = looks.text
        styles = [looks.count, whole, whole, looks.number, looks.count, *[looks.number] * len(criteria)]
        end = table(page, looks, 2, heads, rows, widths, styles)
        for n, note in enumerate(found.notes(), end + 1):
            page.write_string(n, 0, str(note))
        page.freeze_panes(3, 3)
        wide = (26.0, 30.0, 12.0, 9.0, 9.0, 18.0, 12.0)
        page = _page(made, looks, say("Regions"), wide)
        table(
            page,
            looks,
            2,
            [
                say("Region"),
                say("Workshop"),
                say("Day"),
                say("Teams"),
                say("Judges"),
                say("Calibration: milder (+) or stricter (−)"),
                say("Agreement (alpha)"),
            ],
            [_region(one) for one in found.regions],
            wide,
            [looks.text, looks.text, *[looks.count] * 5],
        )

    return book(MARK, say("Results of the regions"), fill)


def _region(one: JuryFile) -> list[str | int]:
    calibration = "–" if one.calibration is None else signed(one.calibration, True)
    alpha = "–" if one.alpha is None else signed(one.alpha)
    when = day(one.day) if one.day else ""
    return [called(one), one.title, when, len(one.teams), one.judges, calibration, alpha]


def _page(made: Any, looks: Looks, name: Words, widths: Sequence[float]) -> Any:
    page = made.add_worksheet(tab(name))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(0, 24)
    page.write_string(0, 0, str(name), looks.title)
    paper(page, 2)
    return page
