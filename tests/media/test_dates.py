"""Does a rule give the day that was published, in any year?"""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.days.industry import load_dates
from promplan.language import Problem
from promplan.media.dates import (
    FRIDAY,
    SUNDAY,
    THURSDAY,
    Fixed,
    Nth,
    Span,
    Week,
    between,
    on,
)

DAYS = load_dates()

# case 23: ru24.pro and smoothiex12 for the machine builders, a Wikipedia-derived list for the metallurgists;
# 2026 and 2027 recomputed on the domain page, the Fridays of October from nmma.org
PUBLISHED = {
    "machine-builder": ["2024-09-29", "2025-09-28", "2026-09-27", "2027-09-26"],
    "metallurgist": [
        "2020-07-19",
        "2021-07-18",
        "2022-07-17",
        "2023-07-16",
        "2024-07-21",
        "2026-07-19",
        "2027-07-18",
    ],
    "chemist": ["2023-05-28", "2025-05-25", "2026-05-31"],  # the first as in oprob.ru of that day
    "manufacturing-day": ["2018-10-05", "2019-10-04"],
    "railway": ["1940-08-04", "2022-08-07"],  # the decree of 9 July 1940; biblioprofvs.ru
    "memory-and-sorrow": ["2015-06-22", "2020-06-22"],  # xn----7sb4afbpua3gd0b.xn--p1ai; nashaoborona.ru
    "science": ["2024-02-08", "2027-02-08"],
    "energy": ["2015-12-22", "2026-12-22"],
    "light-industry": ["2024-06-09", "2025-06-08", "2026-06-14", "2027-06-13"],  # by hand, on a wall calendar
}


@pytest.mark.parametrize(("id_", "day"), [(id_, day) for id_, days in PUBLISHED.items() for day in days])
def test_the_rule_gives_the_published_day(id_, day):
    found = date.fromisoformat(day)
    assert on(DAYS[id_].rule, found.year) == found


def test_the_week_without_turnstiles_is_that_of_the_third_thursday_as_published():
    # Omsk, news.mail.ru/society/68108842: 13–19 October 2025; Tomsk, rima.media: began on 16 October 2017
    autumn = DAYS["open-plants-autumn"].rule
    assert on(autumn, 2025) == Span(date(2025, 10, 13), date(2025, 10, 17))
    assert on(autumn, 2017) == Span(date(2017, 10, 16), date(2017, 10, 20))
    # the two other readings of "third week" would have missed one of them
    assert on(Nth(10, calendar.MONDAY, 3), 2025) == date(2025, 10, 20)
    assert calendar.monthcalendar(2017, 10)[2][0] == 9


def test_every_day_of_the_file_has_names_a_source_and_a_date_of_checking():
    assert len(DAYS) == 12
    for one in DAYS.values():
        assert one.name["en"] != one.name["ru"] and one.source and one.confidence in "HML"
        assert one.checked_on >= date(2026, 11, 24)


def test_the_days_of_an_autumn_come_in_order_with_their_ids():
    found = between({one.id: one.rule for one in DAYS.values()}, date(2026, 9, 1), date(2026, 12, 31))
    assert [(one.id, one.start.isoformat()) for one in found] == [
        ("solidarity-against-terrorism", "2026-09-03"),
        ("machine-builder", "2026-09-27"),
        ("manufacturing-day", "2026-10-02"),
        ("open-plants-autumn", "2026-10-12"),
        ("energy", "2026-12-22"),
    ]


def test_a_week_that_only_touches_the_window_is_found():
    autumn = {"week": DAYS["open-plants-autumn"].rule}
    assert between(autumn, date(2026, 10, 16), date(2026, 10, 16))
    assert not between(autumn, date(2026, 10, 17), date(2026, 10, 31))


def test_a_week_of_january_may_begin_in_december_and_is_found_from_both_sides():
    first = Week(1, 1)  # 1 January 2026 is a Thursday
    assert on(first, 2026) == Span(date(2025, 12, 29), date(2026, 1, 2))
    for day in (date(2025, 12, 30), date(2026, 1, 2)):
        assert [one.start for one in between({"a": first}, day, day)] == [date(2025, 12, 29)]


def test_a_week_of_december_may_end_in_january():
    last = Week(12, -1)  # 31 December 2026 is a Thursday
    assert on(last, 2026) == Span(date(2026, 12, 28), date(2027, 1, 1))
    assert between({"a": last}, date(2027, 1, 1), date(2027, 1, 3))


def test_a_leap_day_exists_in_leap_years_alone():
    leap = Fixed(2, 29)
    assert on(leap, 2024) == on(leap, 2000).replace(year=2024)
    with pytest.raises(Problem, match="no such day in 2/1900"):  # a century is none
        on(leap, 1900)
    assert [one.start.year for one in between({"x": leap}, date(2023, 1, 1), date(2033, 1, 1))] == [2024, 2028, 2032]


def test_a_fifth_friday_is_missed_where_there_is_none():
    assert on(Nth(10, FRIDAY, 5), 2026) == date(2026, 10, 30)
    with pytest.raises(Problem, match="Choose another year"):
        on(Nth(10, FRIDAY, 5), 2025 + 3)


def test_a_day_is_not_told_for_years_before_it_was_kept():
    with pytest.raises(Problem, match="from 1966 to 2200: there is none in 1965"):
        on(DAYS["machine-builder"].rule, 1965)
    assert between({"m": DAYS["machine-builder"].rule}, date(1960, 1, 1), date(1966, 1, 1)) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: Fixed(13, 1),
        lambda: Fixed(2, 30),
        lambda: Fixed(0, 1),
        lambda: Nth(5, 7, 1),
        lambda: Nth(5, SUNDAY, 0),
        lambda: Week(5, 6),
        lambda: Week(5, 1, since=2020, until=2019),
        lambda: on(Fixed(1, 1), 1899),
        lambda: on(Fixed(1, 1), 2201),
        lambda: between({}, date(2026, 2, 1), date(2026, 1, 1)),
        lambda: between({}, date(1800, 2, 1), date(2026, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(make):
    with pytest.raises(Problem) as refused:
        make()
    assert str(refused.value).endswith(".")


def test_a_damaged_row_is_named(tmp_path):
    file = tmp_path / "dates.toml"
    row = '[[date]]\nid = "x"\nname = {}\nsource = ""\nconfidence = "L"\nchecked_on = 2026-11-24\n'
    for rule in ('{ kind = "moon" }', '{ kind = "fixed", month = 2 }', '{ kind = "nth", month = 2, weekday = "x" }'):
        file.write_text(f"{row}rule = {rule}\n", encoding="utf-8")
        with pytest.raises(Problem, match="day “x”"):
            load_dates(file)


years = st.integers(1900, 2200)
months = st.integers(1, 12)
dates = st.dates(date(1900, 1, 1), date(2200, 12, 31))
nth = st.sampled_from([-1, 1, 2, 3, 4, 5])


@given(years, months, st.integers(0, 6), nth)
def test_the_nth_weekday_is_that_weekday_in_that_month_and_the_nth(year, month, weekday, n):
    try:
        found = on(Nth(month, weekday, n), year)
    except Problem:
        assert n == 5
        return
    assert (found.year, found.month, found.weekday()) == (year, month, weekday)
    same = [row[weekday] for row in calendar.monthcalendar(year, month) if row[weekday]]
    assert found.day == same[n if n < 0 else n - 1]


@given(years, months, st.sampled_from([-1, 1, 2, 3, 4]))
def test_a_week_runs_from_monday_to_friday_around_its_thursday(year, month, n):
    week = on(Week(month, n), year)
    assert (week.start.weekday(), week.end.weekday(), (week.end - week.start).days) == (0, 4, 4)
    assert week.start + timedelta(3) == on(Nth(month, THURSDAY, n), year)
    if month == 1:
        assert n < 0 or week.start.isocalendar()[:2] == (year, n)  # ISO 8601's own weeks


@given(dates, st.integers(0, 800), years, months, st.integers(1, 28))
def test_between_finds_a_day_exactly_when_it_lies_within(start, length, year, month, day):
    end = min(start + timedelta(length), date(2200, 12, 31))
    rule = Fixed(month, day, since=year, until=year)
    found = between({"x": rule}, start, end)
    assert bool(found) is (start <= date(year, month, day) <= end)


def test_numbers_that_are_whole_pass_for_whole_ones():
    assert on(Fixed(2.0, 8.0), 2027.0) == date(2027, 2, 8)


def test_what_is_no_rule_and_no_year_is_named():
    with pytest.raises(Problem, match="A rule is a Fixed, an Nth or a Week"):
        on("8 February", 2027)
    with pytest.raises(Problem, match="The year: a whole number"):
        on(Fixed(2, 8), "2027")
    with pytest.raises(Problem, match="Rules of days: a mapping is needed"):
        between([Fixed(2, 8)], date(2027, 1, 1), date(2027, 2, 1))
