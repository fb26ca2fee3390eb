"""A judge's score sheet: calibration plans, teams and the levels in words, as one workbook for each judge.

What a reader needs to find a cell again stands in the sheet: the judge's key, a line of the criteria's keys under the
heads, the team's key before its name. So rows may be sorted and columns moved; only the keys have to stay.
"""

from collections.abc import Sequence
from typing import Any

from promplan import language
from promplan.cohort.people import Cohort, Judge
from promplan.cohort.sheet_book import Looks, book, clean, paper, tab, table
from promplan.export.row_heights import height, write_row
from promplan.grading import LEVELS, anchors, rubric
from promplan.language import Words, say

MARK = "jury-scores"
TEAM, SAMPLE = "team", "plan"  # what the first key of the line of keys says
JUDGE_ROW, HEAD_ROW, KEY_ROW = 2, 4, 5
FIRST = 6  # the row of the first team
NOTE, TITLE = 255, 32  # characters that a spreadsheet shows beside a cell that is chosen
WIDTHS = (7.0, 26.0, *(15.5,) * 7, 34.0)


def score_sheet(cohort: Cohort, judge: Judge, speech: str = "") -> bytes:
    """The workbook of a judge; `speech` is its language, the cohort's if not said."""
    with language.inside(speech or cohort.language):
        title = say("Score sheet: {name}", name=judge.name or judge.id)

        def fill(made: Any, looks: Looks) -> None:
            _page(
                made,
                looks,
                judge,
                say("Calibration"),
                SAMPLE,
                say(
                    "First: read the two sample plans and give each a level of 1 to 4 by every criterion, alone. "
                    "Then compare with the others."
                ),
                [(str(n), one.name) for n, one in enumerate(anchors(), 1)],
            )
            _page(
                made,
                looks,
                judge,
                say("Scores"),
                TEAM,
                say(
                    "A level of 1 to 4 in each cell; what a level means stands in the note on the head. "
                    "Leave empty what you have not seen, and the whole row of a team that is close to you."
                ),
                [(one.id, one.name) for one in cohort.teams],
            )
            _levels(made, looks)

        return book(MARK, title, fill)


def _page(
    made: Any, looks: Looks, judge: Judge, name: Words, kind: str, lead: Words, rows: Sequence[tuple[str, str]]
) -> None:
    page = made.add_worksheet(tab(name))
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.set_row(0, 24)
    page.write_string(0, 0, clean(name), looks.title)
    page.merge_range(1, 0, 1, len(WIDTHS) - 1, "", looks.lead)
    page.set_row(1, height([clean(lead)], [sum(WIDTHS)]))
    page.write_string(1, 0, clean(lead), looks.lead)
    page.write_string(JUDGE_ROW, 0, judge.id, looks.strong)
    page.write_string(JUDGE_ROW, 1, clean(judge.name), looks.text)
    page.write_string(JUDGE_ROW, 2, clean(judge.office))
    criteria = rubric().criteria
    heads: list[str | Words] = [
        say("Key"),
        say("Team") if kind == TEAM else say("Sample plan"),
        *(say("{name} ({weight})", name=one.name, weight=one.weight) for one in criteria),
        say("Remark"),
    ]
    write_row(page, HEAD_ROW, [clean(one) for one in heads], WIDTHS, looks.head)
    for column, key in enumerate((kind, "", *(one.id for one in criteria), "remark")):
        page.write_string(KEY_ROW, column, key, looks.faint)
    for column, one in enumerate(criteria, 2):
        told = [f"{level}: {one.anchor(level)}" for level in LEVELS]
        size = {"x_scale": 2.6, "y_scale": 2.4, "font_size": 9, "font_name": "Arial", "author": "promplan"}
        page.write_comment(HEAD_ROW, column, clean("\n".join((one.name, *told))), size)
        choice = {
            "validate": "list",
            "source": [str(it) for it in LEVELS],
            "input_title": _fitted(one.name, TITLE),
            "input_message": _fitted("\n".join(told), NOTE),
            "error_title": clean(say("Level"))[:TITLE],
            "error_message": clean(say("A level is 1, 2, 3 or 4. Leave the cell empty where you give none."))[:NOTE],
        }
        if rows:
            page.data_validation(FIRST, column, FIRST + len(rows) - 1, column, choice)
    for n, (key, called) in enumerate(rows, FIRST):
        write_row(page, n, [key, clean(called), *[""] * (len(criteria) + 1)], WIDTHS, looks.text, 2)
        for column in range(2, 2 + len(criteria)):
            page.write_blank(n, column, None, looks.level)
    page.freeze_panes(FIRST, 2)
    paper(page, HEAD_ROW)


def _levels(made: Any, looks: Looks) -> None:
    page = made.add_worksheet(tab(say("Levels")))
    widths = (26.0, 8.0, *(30.0,) * 4)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(0, 24)
    page.write_string(0, 0, clean(say("Levels")), looks.title)
    page.write_string(1, 0, clean(rubric().declared))
    heads: list[str | Words] = [say("Criterion"), say("Weight"), *(say("Level {n}", n=it) for it in LEVELS)]
    rows = [[one.name, one.weight, *(one.anchor(it) for it in LEVELS)] for one in rubric().criteria]
    table(page, looks, 3, heads, rows, widths)
    paper(page, 3)


def _fitted(text: str, room: int) -> str:
    told = clean(text)
    return told if len(told) <= room else f"{told[: room - 1].rstrip()}…"
