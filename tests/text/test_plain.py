"""Is what a stranger wrote shown in a terminal, and nothing of it obeyed?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.plain import acts, plain, wrapped


@pytest.mark.parametrize(
    ("wild", "shown"),
    [
        ("\x1b[2Jred", "␛[2Jred"),
        ("a\nb\tc", "a b c"),
        ("left\u202eright", "left\ufffdright"),
        ("bell\x07", "bell␇"),
        ("naïve — «да»", "naïve — «да»"),
        ("co\u00adop", "co\u00adop"),
    ],
)
def test_a_sign_that_acts_is_shown_as_a_sign(wild, shown):
    assert plain(wild) == shown


def test_lines_keep_their_own_breaks_and_hang_below_the_first():
    told = wrapped("the first line is long enough to be broken\nsecond", 24, "", "  ")
    assert told == ["the first line is long", "  enough to be broken", "  second"]


@given(st.text(max_size=300), st.integers(30, 120))
def test_no_line_is_wider_than_asked_and_none_acts(wild, width):
    lines = wrapped(wild, width, "  ", "    ")
    assert all(len(line) <= width and not any(map(acts, line)) for line in lines)
