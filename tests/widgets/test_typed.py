"""Is a number shown in its field as it is read there, whatever number it is and in both languages?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan import language
from promplan.widgets.typed import number, written_number

NUMBERS = st.floats(-1e15, 1e15, allow_nan=False)


@given(value=NUMBERS)
@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_number_that_a_plan_may_hold_is_read_as_it_is_shown(spoken, value):
    with language.inside(spoken):
        assert number(written_number(value), whole=False) == value


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (10.75, "10.75", "10,75"),
        (1e15, "1000000000000000", "1000000000000000"),
        (1e-05, "0.00001", "0,00001"),
        (123456789012.55, "123456789012.55", "123456789012,55"),
        (1200.0, "1200", "1200"),
    ],
)
def test_a_number_is_shown_with_every_digit_and_the_languages_own_sign(value, english, russian):
    assert written_number(value) == english
    with language.inside("ru"):
        assert written_number(value) == russian
