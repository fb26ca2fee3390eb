"""A cohort with four teams and three judges, and sheets as judges give them back."""

import io

import openpyxl

from promplan.cohort.people import Cohort, Judge, Student, Team
from promplan.cohort.score_sheets import FIRST, score_sheet
from promplan.cohort.scores import of
from promplan.grading import rubric

CRITERIA = [one.id for one in rubric().criteria]
COHORT = Cohort(
    title="Весна на заводе",
    institution="Invented College",
    region="Seal Coast",
    students=[Student(id=f"S{n}", name=f"Student {n}") for n in range(1, 9)],
    teams=[Team(id=f"T{n}", name=name, students=[f"S{2 * n - 1}", f"S{2 * n}"]) for n, name in enumerate(
        ("Valve", "=1+1", "Прокладка", "O-ring"), 1
    )],
    judges=[
        Judge(id="J1", name="M. Manometrova", office="press officer, Invented Seals"),
        Judge(id="J2", name="П. Прессов", office="главный технолог"),
        Judge(id="J3", name="A. Draw"),
    ],
)  # fmt: skip


def levels(**rows):
    """`levels(J1={"T1": 3, "T2": (1, 2, None, …)})` as cells: one number is that level by every criterion."""
    found = {}
    for judge, teams in rows.items():
        for team, told in teams.items():
            for criterion, level in zip(CRITERIA, [told] * 7 if isinstance(told, int) else told, strict=True):
                if level is not None:
                    found[(judge, team, criterion)] = level
    return found


def scores(**rows):
    return of(COHORT, levels(**rows))


def filled(judge, teams, calibration=None, cells=None, speech=""):
    """A judge's sheet with levels typed in; `cells`: (page, row, column, value) from 0, over them."""
    one = next(it for it in COHORT.judges if it.id == judge)
    made = openpyxl.load_workbook(io.BytesIO(score_sheet(COHORT, one, speech)))
    for page, rows in zip(made.worksheets, (calibration or {}, teams), strict=False):
        keys = {str(page.cell(n, 1).value): n for n in range(FIRST + 1, page.max_row + 1)}
        for key, told in rows.items():
            for column, level in enumerate([told] * 7 if isinstance(told, int) else told, 3):
                page.cell(keys[key], column).value = level
    for page, row, column, value in cells or ():
        made.worksheets[page].cell(row + 1, column + 1).value = value
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
