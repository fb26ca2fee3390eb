"""Scores that come back: the yellow columns of our workbook, or the same as .csv, taken into the gradebook.

Nobody's score is written over: one that differs from what stands in the gradebook is told and left, unless the
instructor says that it may be replaced. What cannot be a score is told with its row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from promplan.cohort.gradebook import Gradebook
from promplan.cohort.record import GENERAL, Given, PointRow
from promplan.export import sheet_table
from promplan.export.printed import plain
from promplan.export.workbook import MOST_ROWS, Fault, Formula
from promplan.language import Problem, Words, say, say_in
from promplan.plan import reading

TEAM, CRITERION = say_in("scores", "Team id"), say_in("scores", "Criterion id")
POINTS, WORDS, WHO = say_in("scores", "People’s points"), say_in("scores", "Words to the team"), say_in("scores", "Who")
HEADS = {"team": TEAM, "criterion": CRITERION, "points": POINTS, "words": WORDS, "who": WHO}
NEEDED = ("team", "criterion", "points")
TO_ALL = "*"  # in the criterion's column: words to the team as a whole
LONGEST = 4000
MINUS = str.maketrans({"−": "-", "–": "-", ",": ".", "\u00a0": None, "\u202f": None, " ": None})


@dataclass
class Came:
    """What came of a file of scores."""

    new: int = 0
    replaced: int = 0
    kept: list[Words] = field(default_factory=list)
    faults: list[Words] = field(default_factory=list)


def take(file: Path, book: Gradebook, *, replace: bool = False) -> Came:
    """Take the scores of a file into the gradebook.

    Raises:
        Problem: the file cannot be read, or has no such columns.
    """
    table = sheet_table.read(reading.asked(file, sheet_table.MOST_BYTES), _wanted(file.name))
    places = _places(table.heads)
    if any(name not in places for name in NEEDED):
        raise Problem(_no_columns(file.name))
    came, points = Came(), {id_: _points(book, id_) for id_ in book.teams()}
    for number, told in _lines(table, places):
        given = _given(number, told, points, came)
        if given is None:
            continue
        result = book.give(told["team"], given, replace=replace)
        if result == "new":
            came.new += 1
        elif result == "replaced":
            came.replaced += 1
        elif result == "kept":
            came.kept.append(
                say(
                    "{team}, {criterion}: the gradebook has another score or other words; they stay.",
                    team=told["team"],
                    criterion=told["criterion"],
                )
            )
    return came


def _points(book: Gradebook, team: str) -> dict[str, PointRow]:
    found = book.record(team, ["point"])
    return {one.criterion: one for one in found.point} if found else {}


def _wanted(name: str) -> sheet_table.Wanted:
    fault = _no_columns(name)
    return sheet_table.Wanted(
        score=lambda row: len(_places(row)),
        empty=say("{file} is empty.", file=name),
        large=say("{file} is too large to be a list of scores.", file=name),
        blank=fault,
        bare=fault,
        cut=say("Only the first {n} rows were read.", n=MOST_ROWS),
    )


def _no_columns(name: str) -> Words:
    return say(
        "{file} has no list of scores. It needs the columns {team}, {criterion} and {points}: grades.xlsx has them.",
        file=name, team=TEAM, criterion=CRITERION, points=POINTS,
    )  # fmt: skip


def _places(row: Sequence[Any]) -> dict[str, int]:
    """Which column is which, by its head in either language."""
    heads = {_bare(words.into(spoken)): name for name, words in HEADS.items() for spoken in ("en", "ru")}
    found: dict[str, int] = {}
    for n, cell in enumerate(row):
        name = heads.get(_bare(str(cell or "")))
        if name:
            found.setdefault(name, n)
    return found


def _bare(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


def _lines(table: sheet_table.Table, places: dict[str, int]) -> Iterator[tuple[int, dict[str, Any]]]:
    for line in table.lines:
        told: dict[str, Any] = {}
        for name in HEADS:
            place = places.get(name, -1)
            told[name] = line.cells[place] if 0 <= place < len(line.cells) else None
        for name in ("team", "criterion", "words", "who"):
            told[name] = _text(told[name])
        if told["team"] or told["criterion"]:
            yield line.number, told


def _text(value: Any) -> str:
    if isinstance(value, Formula):
        value = value.value
    if isinstance(value, Fault) or value is None:
        return ""
    text = str(plain(str(value))).strip()
    # our own csv sets a sign before what a spreadsheet would take for a formula
    return text[1:LONGEST] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text[:LONGEST]


def _given(number: int, told: dict[str, Any], points: dict[str, dict[str, PointRow]], came: Came) -> Given | None:
    """The row's score, or None where there is nothing to take, and then it may stand among the faults."""
    team, criterion = told["team"], told["criterion"]
    value = told["points"].value if isinstance(told["points"], Formula) else told["points"]
    empty = value is None or (isinstance(value, str) and value.strip() in ("", "-", "–", "—"))
    if empty and not told["words"]:
        return None
    if team not in points:
        came.faults.append(say("row {n}: no graded team has the id {team}", n=number, team=team or "…"))
        return None
    if criterion == TO_ALL:
        if not empty:
            came.faults.append(say("row {n}: words to the whole team take no points", n=number))
        return Given(GENERAL, None, told["words"], told["who"]) if told["words"] else None
    row = points[team].get(criterion)
    if row is None:
        came.faults.append(
            say("row {n}: the rubric has no criterion {criterion}", n=number, criterion=criterion or "…")
        )
        return None
    if empty:
        return Given(criterion, None, told["words"], told["who"])
    score = _number(value)
    if score is None or not -row.machine - 0.05 <= score <= row.for_people + 0.005:
        came.faults.append(
            say(
                "row {n}: {value} is no score for {team}, {criterion}: from {least} to {most}",
                n=number, value=str(plain(str(value)))[:40], team=team, criterion=criterion,
                least=-round(row.machine, 1) + 0.0, most=round(row.for_people, 2),
            )
        )  # fmt: skip
        return None
    return Given(criterion, score, told["words"], told["who"])


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        told = float(value.translate(MINUS) if isinstance(value, str) else value)
    except (TypeError, ValueError):
        return None
    return told if abs(told) < 1000 else None
