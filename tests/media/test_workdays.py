"""Do working days count as people and the official production calendar count them, whatever holidays come in?"""

from datetime import date, datetime, timedelta
from itertools import pairwise

import holidays as library
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.media.network import Task, dated, schedule
from promplan.media.workdays import add_working_days, days_of, is_working, working_days

RUSSIA = library.country_holidays("RU")
SATURDAY = 5
UNITY = date(2025, 11, 4)  # a Tuesday

# the production calendar of Russia, working days of the 40-hour week, by the yearly decrees on transferred days
OFFICIAL = {2018: 247, 2019: 247, 2021: 247, 2022: 247, 2023: 247, 2024: 248, 2025: 247}
BY_MONTH = {
    2024: [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21],
    2025: [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22],
}


def test_from_monday_to_friday_four_working_days_pass_and_over_a_weekend_one():
    assert working_days(date(2026, 11, 23), date(2026, 11, 27)) == 4
    assert working_days(date(2026, 11, 27), date(2026, 11, 30)) == 1
    assert working_days(date(2026, 11, 28), date(2026, 11, 29)) == 0


def test_the_plants_three_business_days_skip_the_day_of_national_unity():
    # a cut handed in on Monday 2 November 2026; Wednesday 4 November is a holiday in Russia
    monday = date(2026, 11, 2)
    assert add_working_days(monday, 3) == date(2026, 11, 5)
    assert add_working_days(monday, 3, RUSSIA) == date(2026, 11, 6)
    assert add_working_days(monday, 3, frozenset({date(2026, 11, 4)})) == date(2026, 11, 6)
    assert working_days(monday, date(2026, 11, 6), RUSSIA) == 3


def test_ten_working_days_from_the_end_of_december_reach_far_into_january():
    handed_in = date(2025, 12, 26)
    assert add_working_days(handed_in, 10) == date(2026, 1, 9)
    assert add_working_days(handed_in, 10, RUSSIA) > date(2026, 1, 19)


def test_a_saturday_worked_in_exchange_counts():
    saturday = date(2024, 4, 27)  # worked for Monday 29 April 2024, and the library knows it
    assert is_working(saturday, RUSSIA)
    assert not is_working(saturday, dict(RUSSIA))
    assert is_working(saturday, dict(RUSSIA), worked={saturday})
    assert working_days(date(2024, 4, 26), date(2024, 5, 2), RUSSIA) == 2


@pytest.mark.parametrize(("year", "days"), OFFICIAL.items())
@pytest.mark.parametrize("holidays", ["RU", RUSSIA])
def test_a_year_has_the_working_days_of_the_production_calendar(year, days, holidays):
    assert working_days(date(year - 1, 12, 31), date(year, 12, 31), holidays) == days


@pytest.mark.parametrize("year", BY_MONTH)
def test_a_month_has_the_working_days_of_the_production_calendar(year):
    ends = [date(year, month, 1) - timedelta(1) for month in range(1, 13)] + [date(year, 12, 31)]
    assert [working_days(*pair, "RU") for pair in pairwise(ends)] == BY_MONTH[year]


@pytest.mark.parametrize("year", OFFICIAL)
def test_a_network_counts_a_year_as_the_production_calendar_does(year):
    long = Task("a year of work", OFFICIAL[year])
    days = dated(schedule([long, Task("next", 1, ["a year of work"])]), date(year, 1, 1), "RU")
    assert days["a year of work"].last.year == year < days["next"].first.year


SHAPES = {
    "a set": lambda: {UNITY},
    "a list of moments": lambda: [datetime(2025, 11, 4, 12)],
    "a mapping by day": lambda: {UNITY: "unity"},
    "a mapping by name": lambda: {"unity": UNITY},
    "a generator": lambda: (day for day in [UNITY]),
    "keys": lambda: {UNITY: 1}.keys(),
    "an array": lambda: np.array(["2025-11-04"], "datetime64[D]"),
    "an array of moments": lambda: np.array(["2025-11-04T12:00"], "datetime64[ns]"),
    "a list of numpy's days": lambda: [np.datetime64("2025-11-04")],
    "an index of pandas": lambda: pytest.importorskip("pandas").DatetimeIndex(["2025-11-04"]),
    "a list of pandas' moments": lambda: [pytest.importorskip("pandas").Timestamp("2025-11-04")],
    "a series of days": lambda: pytest.importorskip("pandas").Series([UNITY]),
    "a series of moments": lambda: pytest.importorskip("pandas").Series(["2025-11-04"]).astype("datetime64[ns]"),
    "a series by day": lambda: pytest.importorskip("pandas").Series({UNITY: "unity"}),
    "the library": lambda: RUSSIA,
    "a country's code": lambda: "RU",
    "a function": lambda: lambda day: day.weekday() < SATURDAY and day != UNITY,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_holiday_is_seen_in_any_shape(shape):
    assert working_days(date(2025, 11, 3), date(2025, 11, 7), SHAPES[shape]()) == 3
    assert not is_working(UNITY, SHAPES[shape]())
    assert add_working_days(date(2025, 11, 3), 1, SHAPES[shape]()) == date(2025, 11, 5)
    assert is_working(date(2025, 11, 8), worked=[date(2025, 11, 8)])
    plan = schedule([Task("cut", 1)])
    assert dated(plan, UNITY, SHAPES[shape]())["cut"].first == date(2025, 11, 5)


def test_a_collection_that_knows_in_alone_is_asked():
    class Own:
        def __contains__(self, day):
            return day == UNITY

    assert not is_working(UNITY, Own()) and is_working(date(2025, 11, 5), Own())


@pytest.mark.parametrize(
    "holidays",
    [
        ["2025-11-04"],
        [(UNITY, "unity")],
        {"2025-11-04": "unity"},
        [None],
        None,
        5,
        [20251104],
        [[UNITY]],
        np.array(3.0),
    ],
)
def test_holidays_that_are_no_days_are_refused_and_not_overlooked(holidays):
    with pytest.raises(Problem, match="Holidays or worked days"):
        working_days(date(2025, 11, 3), date(2025, 11, 7), holidays)
    with pytest.raises(Problem, match="Holidays or worked days"):
        days_of(holidays)


def test_a_country_that_the_library_does_not_know_is_named():
    with pytest.raises(Problem, match="no country 'Atlantis'"):
        is_working(UNITY, "Atlantis")
    assert not is_working(date(2025, 1, 6), "DE-BY") and is_working(date(2025, 1, 6), "DE-BE")


@pytest.mark.parametrize("day", ["2025-11-03", 20251103, None, np.datetime64("NaT")])
def test_what_is_no_day_is_refused_with_what_to_write(day):
    with pytest.raises(Problem, match=r"a day is needed here.*Write date\("):
        working_days(day, date(2025, 11, 7))


def test_days_of_numpy_and_whole_numbers_of_numpy_count():
    assert working_days(np.datetime64("2025-11-03"), np.datetime64("2025-11-07")) == 4
    assert add_working_days(UNITY, np.int64(3)) == date(2025, 11, 7)


def test_a_calendar_in_which_nobody_ever_works_has_no_nth_day():
    class Never:
        def is_working_day(self, day):
            return False

    with pytest.raises(Problem, match="too far away"):
        add_working_days(UNITY, 1, Never())


@pytest.mark.parametrize(
    "make",
    [
        lambda: add_working_days(date(2026, 1, 1), 10**9),
        lambda: add_working_days(date(9999, 12, 30), 5),
        lambda: add_working_days(date(2026, 1, 1), 1.5),
        lambda: working_days(date(1, 1, 1), date(9999, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(make):
    with pytest.raises(Problem) as refused:
        make()
    assert str(refused.value).endswith(".")


def test_a_moment_counts_as_its_day():
    assert not is_working(datetime(2026, 11, 4, 9, 30), frozenset({date(2026, 11, 4)}))
    assert add_working_days(datetime(2026, 11, 2, 23, 59), 1) == date(2026, 11, 3)


off = st.frozensets(st.dates(date(2019, 12, 1), date(2021, 2, 1)), max_size=40)


@settings(max_examples=150)
@given(st.dates(date(2019, 6, 1), date(2021, 6, 1)), st.integers(-300, 300), off)
def test_adding_working_days_inverts_counting_them(day, n, free):
    due = add_working_days(day, n, free)
    assert working_days(day, due, free) == n
    assert n == 0 or is_working(due, free)


@settings(max_examples=150)
@given(st.dates(date(2019, 6, 1), date(2021, 6, 1)), st.integers(0, 300), st.integers(0, 300), off)
def test_working_days_of_two_stretches_add_up(day, first, second, free):
    middle = day + timedelta(first)
    end = middle + timedelta(second)
    assert working_days(day, end, free) == working_days(day, middle, free) + working_days(middle, end, free)


@settings(max_examples=60)
@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(1, 40))
def test_the_answer_is_due_on_a_day_on_which_russia_works(day, n):
    due = add_working_days(day, n, RUSSIA)
    assert RUSSIA.is_working_day(due) and due > day
