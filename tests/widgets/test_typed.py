"""Is a number shown in its field as it is read there, whatever number it is and in both languages?"""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan import language
from promplan.widgets.typed import (
    heard_day,
    heard_number,
    moment,
    number,
    written_day,
    written_moment,
    written_number,
)

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


@pytest.mark.parametrize(
    ("typed", "english", "russian"),
    [
        ("3,125", 3125.0, 3.125),
        ("12,345", 12345.0, 12.345),
        ("0,125", 0.125, 0.125),
        ("1,5", 1.5, 1.5),
        ("10 750", 10750.0, 10750.0),
        ("10\u00a0750,5", 10750.5, 10750.5),
        ("1\u2009200\u202f000", 1200000.0, 1200000.0),
        ("−7", -7.0, -7.0),
    ],
)
def test_a_comma_is_read_as_the_language_writes_it(typed, english, russian):
    assert number(typed, whole=False) == english
    with language.inside("ru"):
        assert number(typed, whole=False) == russian


@pytest.mark.parametrize("typed", ["12 5", "1 2", "7 %", "about 5", "1.2.3", "10 75 0"])
def test_two_numbers_and_words_are_no_number(typed):
    with pytest.raises(language.Problem):
        number(typed, whole=False)


@pytest.mark.parametrize("typed", ["999999999999999999", "1e30", "2.5E+3", "-12345678901234567.5"])
def test_a_number_that_is_too_long_is_called_a_number(typed):
    with pytest.raises(language.Problem, match="at most 16 digits"):
        number(typed, whole=False)


def test_what_was_understood_is_told_where_a_sign_leaves_a_doubt():
    assert heard_number("3,125", 3125.0) == "3,125" and heard_number("31", 31.0) == ""
    with language.inside("ru"):
        assert heard_number("3,125", 3.125) == "3,125" and heard_number("12345", 12345.0) == "12\u202f345"


@pytest.mark.parametrize("typed", ["2.11.26", "02.11.2026", "2026-11-02"])
def test_a_day_is_told_with_its_weekday_however_it_was_typed(typed):
    assert heard_day(typed, date(2026, 11, 2)) == "Monday, 2 November 2026" and heard_day("", None) == ""
    with language.inside("ru"):
        assert heard_day(typed, date(2027, 5, 9)) == "воскресенье, 9 мая 2027 г."


@given(day=st.dates(date(1700, 1, 1), date(2199, 12, 31)))
@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_day_is_read_as_it_is_shown(spoken, day):
    with language.inside(spoken):
        assert written_day(language.day(day)) == day
        at = datetime.combine(day, time(9, 40))
        assert moment(written_moment(at)) == at
