"""Is a row of a workbook as high as the words in it, in each workbook that the course writes?"""

import io
import math

import openpyxl
import pytest
from visiting import visited

from promplan.export import answer_cells, answer_sheet
from promplan.export.clearance_request import xlsx
from promplan.export.row_heights import LINE, MOST, height, lines
from promplan.plan import letters


@pytest.mark.parametrize(
    ("text", "width", "many"),
    [
        ("", 10, 1),
        ("короткое", 20, 1),
        ("одно два три четыре", 12, 2),
        ("a\nb\n\nc", 40, 4),
        ("x" * 100, 12, 10),
    ],
)
def test_lines_are_counted_as_a_column_breaks_them(text, width, many):
    assert lines(text, width) == many


def test_a_row_is_never_higher_than_a_program_lets_it_be():
    assert height(["слово " * 5_000], [10]) == MOST and height([""], [10], least=3) == 3 * LINE


def sheets():
    plan = visited()
    yield "clearance", xlsx(plan, "ru")
    plan, ids = letters.drafted(plan, ["enterprise.facts/F1"], {"purpose": "a post"})
    yield "answers", answer_sheet.make(plan, [one for one in plan.desk.requests if one.id in ids])


@pytest.mark.parametrize("name", ["clearance", "answers"])
def test_every_row_shows_all_its_words(name):
    page = openpyxl.load_workbook(io.BytesIO(dict(sheets())[name])).worksheets[0]
    assert page.max_row > answer_cells.FIRST
    for n in range(2, page.max_row + 1):
        for cell in page[n]:
            if cell.value is None:
                continue
            wide = page.column_dimensions[cell.column_letter].width
            needed = sum(max(1, math.ceil(len(line) / wide)) for line in str(cell.value).split("\n"))
            assert (page.row_dimensions[n].height or 0) >= needed * LINE
            assert cell.alignment.wrap_text
    assert page.row_dimensions[1].height is None and not page["A1"].alignment.wrap_text
