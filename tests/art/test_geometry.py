"""The document of a picture: bounds, moving, formats, and carried to the browser and back."""

import json

import numpy as np
import pytest

from promplan.art import carried
from promplan.art.formats import FORMATS, format_of, laid
from promplan.art.geometry import Area, Circle, Drawing, Label, Line, area, joined, pieces, points
from promplan.language import Problem

SQUARE = points([(100, 100), (300, 100), (300, 300), (100, 300)])
PICTURE = Drawing(
    (
        Area(joined([SQUARE, SQUARE[::-1] / 2 + 100]), "data-3"),
        Line([(5, 5), (10, 20), (np.nan, np.nan), (30, 40)], "primer", 4.0),
        Circle(500, 500, 50, stroke="faint", width=2),
        Label(10, 990, "radius:top", 14.2, "dN·m"),
    )
)


def test_bounds_hold_all_that_is_drawn_with_half_of_the_lines_width():
    assert Drawing((Line([(10, 20), (30, 60)], width=4),)).bounds() == (8, 18, 32, 62)
    assert Drawing((Circle(100, 100, 40, stroke="ink", width=2),)).bounds() == (59, 59, 141, 141)
    assert Drawing(()).bounds() is None


def test_a_lift_of_the_pen_parts_a_line_in_pieces():
    assert [len(one) for one in pieces(points([(np.nan, 1), (1, 1), (2, 2), (3, np.nan), (np.nan, 3), (4, 4)]))] == [
        2,
        1,
    ]
    assert pieces(points(np.empty((0, 2)))) == []


def test_a_hole_is_taken_off_the_area():
    assert area(SQUARE) == 40_000
    assert area(joined([SQUARE, SQUARE[::-1] / 2 + 100])) == 30_000


def test_points_can_not_be_changed_and_infinity_is_none():
    with pytest.raises(ValueError, match="read-only"):
        PICTURE.marks[0].points[0, 0] = 7
    with pytest.raises(ValueError, match="finite"):
        points([(np.inf, 0)])
    with pytest.raises(ValueError, match="no role"):
        Drawing((Circle(0, 0, 1, fill="chartreuse"),))


def test_a_picture_comes_back_from_json_as_it_went():
    text = json.dumps(carried.data(PICTURE), allow_nan=False)
    back = carried.read(json.loads(text))
    assert carried.data(back) == json.loads(text)
    assert back.bounds() == PICTURE.bounds()


def test_what_is_no_picture_is_refused_in_words():
    good = carried.data(PICTURE)
    for bad in (
        None,
        7,
        {},
        {**good, "marks": [{"kind": "bomb"}]},
        {**good, "marks": [{"kind": "line", "points": [1]}]},
    ):
        with pytest.raises(Problem, match="no drawing"):
            carried.read(bad)


def test_the_block_of_numbers_holds_the_points_of_all_marks_in_their_order():
    said, block = carried.packed(PICTURE)
    numbers = np.frombuffer(block, "<f4").reshape(-1, 2)
    line = said["marks"][1]
    assert len(numbers) == 9 + 4
    assert np.allclose(numbers[line["at"] : line["at"] + line["n"]], PICTURE.marks[1].points, equal_nan=True)


@pytest.mark.parametrize("format", FORMATS)
def test_a_form_on_a_sheet_keeps_its_proportions_and_stays_within_the_margins(format):
    sheet = format_of(format)
    done = laid(PICTURE, sheet)
    left, top, right, bottom = Drawing(done.marks[1:]).bounds()
    assert left >= sheet.margin - 1e-9 and top >= sheet.margin - 1e-9
    assert right <= sheet.width - sheet.margin and bottom <= sheet.height - sheet.margin
    circle = next(one for one in done.marks if isinstance(one, Circle))
    factor = circle.r / 50
    assert circle.width == pytest.approx(2 * factor)
    assert area(done.marks[1].points) == pytest.approx(30_000 * factor**2)


def test_the_ground_of_an_a3_runs_three_millimetres_over_each_edge():
    done = laid(PICTURE, format_of("a3"))
    assert Drawing(done.marks[:1]).bounds() == (-3, -3, 300, 423)
    assert (done.width, done.height, done.unit, done.bleed) == (297, 420, "mm", 3)


def test_an_unknown_format_is_answered_with_those_that_are_known():
    with pytest.raises(Problem, match="9:16"):
        format_of("21:9")
