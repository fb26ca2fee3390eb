"""Is a link's code as wide as the distance asks, on white, and readable by whoever takes it apart?"""

import re

import pytest

from promplan.figures.code import LONGEST, QUIET, code, squares
from promplan.language import Problem

LINK = "https://plant.example/?utm_source=vk&utm_medium=post"


def test_a_code_read_from_two_metres_is_twenty_centimetres_wide_without_its_white_edge():
    made = code(LINK, 2.0)
    n = len(squares(LINK))
    assert made.across == n + 2 * QUIET
    assert made.least * n / made.across == pytest.approx(200)


def test_in_the_hand_no_square_is_smaller_than_half_a_millimetre():
    made = code(LINK, 0.05)
    assert made.least / made.across == pytest.approx(0.5)


def test_the_drawing_has_a_white_ground_and_the_link_as_its_title():
    drawn = code(LINK, 1.0).svg.decode()
    assert 'fill="#fff"' in drawn and "<title>https://plant.example/?utm_source=vk&amp;utm_medium=post</title>" in drawn
    assert not re.search(r"<script|href=", drawn)


def test_the_picture_is_of_as_many_dots_as_its_squares_and_the_same_each_time():
    made = code(LINK, 1.0)
    wide = int.from_bytes(made.png[16:20], "big")
    assert made.png.startswith(b"\x89PNG") and wide % made.across == 0 and wide / made.across >= 10
    assert code(LINK, 1.0) == made


def test_a_link_that_is_too_long_is_refused_in_words():
    with pytest.raises(Problem, match=str(LONGEST)):
        code("https://plant.example/" + "x" * LONGEST, 1.0)
