"""The judges' sheets read back: what is missing is missing, and what cannot be read is told with its cell.

A sheet was in other hands: rows sorted, columns moved, levels typed as text or with words. Nothing in it is run, and
one bad sheet keeps no other from being read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from promplan.cohort.folder import Workshop
from promplan.cohort.people import Cohort
from promplan.cohort.score_sheets import SAMPLE, TEAM
from promplan.cohort.scores import Cell, Fault, Scores, of
from promplan.export import workbook
from promplan.export.plan_xlsx_cells import letters
from promplan.grading import LEVELS, anchors, rubric
from promplan.language import Problem, Words, say
from promplan.plan import reading

MOST = 10_000_000  # bytes of a sheet
SHEETS = 200  # files that are looked at
REMARK = 1000  # characters of a remark that are kept
TEMPORARY = ("~$", ".~lock.", ".")
LEVEL = re.compile(r"\s*([1-4])(?:\s*[.,]0+)?\s*")


@dataclass
class _Sheet:
    """What one file holds."""

    judge: str
    levels: dict[Cell, int] = field(default_factory=dict)
    calibration: dict[Cell, int] = field(default_factory=dict)
    remarks: dict[tuple[str, str], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_sheets(workshop: Workshop) -> Scores:
    """The levels of all sheets in the workshop's `jury/` folder.

    Raises:
        Problem: there is no sheet at all, or the cohort cannot be read.
    """
    cohort = workshop.cohort()
    files = sorted(one for one in _files(workshop.jury) if not one.name.startswith(TEMPORARY))
    if not files:
        raise Problem(
            say("There is no score sheet in {folder}. Make them first: promplan jury sheets.", folder="jury/")
        )
    faults = [Fault(one.name, "", say("too many files: this one was not looked at")) for one in files[SHEETS:]]
    kept: dict[str, tuple[str, _Sheet]] = {}
    for path in files[:SHEETS]:
        try:
            found = sheet(path.name, reading.asked(path, MOST), cohort)
        except Problem as problem:
            faults.append(Fault(path.name, "", problem.what))
            continue
        faults += found.faults
        if found.judge in kept:
            other = kept[found.judge][0]
            why = say(
                "judge {judge} has another sheet, {other}, which was read: this one was left out",
                judge=found.judge,
                other=other,
            )
            faults.append(Fault(path.name, "", why))
        else:
            kept[found.judge] = (path.name, found)
    levels: dict[Cell, int] = {}
    calibration: dict[Cell, int] = {}
    remarks: dict[tuple[str, str], str] = {}
    for _, one in kept.values():
        levels |= one.levels
        calibration |= one.calibration
        remarks |= one.remarks
    told = of(cohort, levels, calibration)
    return Scores(told.judges, told.teams, levels, calibration, remarks, tuple(faults))


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from (one for one in folder.iterdir() if one.suffix.casefold() == ".xlsx" and one.is_file())
    except OSError:
        return


def sheet(name: str, data: bytes, cohort: Cohort) -> _Sheet:
    """The levels of one file.

    Raises:
        Problem: it is no workbook, no score sheet, or the sheet of nobody who judges here.
    """
    strange = say("this is no score sheet, or it is damaged")
    pages = workbook.pages(data, strange)
    known = {one.id for one in rubric().criteria}
    found: _Sheet | None = None
    for page in pages:
        keys = next((n for n, line in enumerate(page.lines) if _is_keys(line, known)), None)
        if keys is None:
            continue
        judge = _judge(page, keys, cohort)
        found = found or _Sheet(judge)
        if judge != found.judge:
            raise Problem(say("its pages name two judges, {one} and {other}", one=found.judge, other=judge))
        _read(name, page, keys, cohort, found)
    if found is None:
        raise Problem(strange)
    return found


def _is_keys(line: workbook.Line, known: set[str]) -> bool:
    told = [_text(one) for one in line.cells]
    return bool({TEAM, SAMPLE} & set(told)) and len(known & set(told)) >= 2


def _judge(page: workbook.Page, keys: int, cohort: Cohort) -> str:
    judges = {one.id for one in cohort.judges}
    for line in page.lines[:keys]:
        for cell in line.cells:
            if _text(cell) in judges:
                return _text(cell)
    raise Problem(say("no judge of cohort.json is named above its table; leave the judge's key where it stood"))


def _read(name: str, page: workbook.Page, keys: int, cohort: Cohort, into: _Sheet) -> None:
    told = [_text(one) for one in page.lines[keys].cells]
    kind = TEAM if TEAM in told else SAMPLE
    key = told.index(kind)
    columns = {one.id: told.index(one.id) for one in rubric().criteria if one.id in told}
    rows: Mapping[str, str] = (
        {one.id: one.id for one in cohort.teams}
        if kind == TEAM
        else {str(n): one.id for n, one in enumerate(anchors(), 1)}
    )
    levels = into.levels if kind == TEAM else into.calibration

    def fault(line: int, column: int, why: Words) -> None:
        into.faults.append(Fault(name, f"{page.name}, {letters(column)}{line}", why))

    for one in rubric().criteria:
        if one.id not in columns:
            fault(page.lines[keys].number, key, say("the column “{criterion}” is gone", criterion=one.name))
    seen: set[str] = set()
    for line in page.lines[keys + 1 :]:
        cells = [*line.cells, *[None] * (max([key, *columns.values()]) + 1 - len(line.cells))]
        row = _text(cells[key])
        filled = any(cells[column] is not None for column in columns.values())
        if not row and not filled:
            continue
        if row not in rows:
            if filled:
                fault(line.number, key, say("“{key}” is no team of cohort.json: the row was left out", key=row[:60]))
            continue
        if row in seen:
            fault(line.number, key, say("“{key}” stands here a second time: the row was left out", key=row))
            continue
        seen.add(row)
        for criterion, column in columns.items():
            level, why = _level(cells[column])
            if level is not None:
                levels[(into.judge, rows[row], criterion)] = level
            elif why is not None:
                fault(line.number, column, why)
        if kind == TEAM and "remark" in told and told.index("remark") < len(line.cells):
            remark = _text(line.cells[told.index("remark")])[:REMARK]
            if remark:
                into.remarks[(into.judge, row)] = remark


def _level(cell: Any) -> tuple[int | None, Words | None]:
    """The level in a cell, or why there is none; an empty cell has no reason."""
    value = cell.value if isinstance(cell, workbook.Formula) else cell
    text = _text(value)
    if not text:
        return None, None
    if isinstance(value, bool):
        return None, say("“{text}” is no level: 1, 2, 3 or 4", text=text)
    if isinstance(value, int | float) and value in LEVELS:
        return int(value), None
    if isinstance(value, str) and (hit := LEVEL.fullmatch(value)):
        return int(hit[1]), None
    return None, say("“{text}” is no level: 1, 2, 3 or 4", text=text[:40])


def _text(cell: Any) -> str:
    """A cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, workbook.Formula):
        return _text(cell.value)
    return cell.text.strip() if isinstance(cell, workbook.Fault) else str(cell).strip()
