"""Is a day read in every style that means one day, and is what means two, or none, refused in words?"""

from datetime import date

import pytest

from promplan.language import LANGUAGES, Problem, inside
from promplan.measure.days import read_day

DAY = date(2026, 11, 2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    [
        "02.11.2026",
        "2.11.26",
        "2.11.2026",
        "2026-11-02",
        "2026-11-2",
        "2026/11/02",
        "2 November 2026",
        "2 Nov 2026",
        "November 2, 2026",
        "Nov 2, 2026",
        "Nov. 2nd, 2026",
        "2nd of November 2026",
        "2 ноября 2026",
        "2 ноября 2026 г.",
        "2 ноября 2026 года",
        "2 нояб. 2026",
        "02\u00a0ноября\u00a02026\u202fг.",
        "Mon, 2 Nov 2026",
        "понедельник, 2 ноября 2026 г.",
        "2026‑11‑02",
        " 02.11.2026 г. ",
        "2 НОЯБРЯ 2026",
    ],
)
def test_what_means_one_day_is_that_day(language, typed):
    with inside(language):
        assert read_day(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("02/11/2026", "means two days, 2026-11-02 and 2026-02-11"),
        ("02-11-2026", "means two days"),
        ("20261031", "no date"),
        ("October 2026", "the day is missing"),
        ("октябрь 2026", "the day is missing"),
        ("10.2026", "the day is missing"),
        ("2026-10", "the day is missing"),
        ("2026", "day and month are missing"),
        ("2 ноября", "the year is missing"),
        ("November 2", "the year is missing"),
        ("31.02.2026", "there is no such day"),
        ("2026-13-01", "there is no month 13"),
        ("tomorrow", "a date belongs here"),
        ("мартышка 2026", "a date belongs here"),
        ("1", "a date belongs here"),
    ],
)
def test_what_means_two_days_or_none_is_refused_in_words(typed, told):
    with pytest.raises(Problem, match=told):
        read_day(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/10/2026", date(2026, 10, 31)),
        ("10/31/2026", date(2026, 10, 31)),
        ("11/11/26", date(2026, 11, 11)),
    ],
)
def test_slashes_are_read_where_they_can_mean_one_day(typed, day):
    assert read_day(typed) == day


def test_a_year_of_two_digits_is_of_the_century_that_people_mean():
    assert (read_day("1.5.82"), read_day("1.5.26")) == (date(1982, 5, 1), date(2026, 5, 1))


def test_nothing_is_no_day():
    assert read_day("  ") is None
