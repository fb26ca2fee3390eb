"""Which days matter: are holidays, moved days off, days of industry and own ones found, each as what it is?"""

from datetime import date
from typing import Any

import pytest

from promplan.days.public import knows_moved, told
from promplan.days.special import Special, closed_days, special_days
from promplan.days.workdays import at_work, calendar, passed
from promplan.plan import Plan


def plan(days: list[dict[str, Any]] | None = None, **meta: Any) -> Plan:
    rows = [{"id": f"Z{n}", **row} for n, row in enumerate(days or [], 1)]
    return Plan.model_validate({"meta": meta, "calendar": {"days": rows}})


def shown(one: Special) -> tuple[str, str, str]:
    return one.day.isoformat(), one.name, one.kind


def test_the_production_calendar_has_its_holidays_its_moved_days_off_and_the_saturday_that_is_worked():
    found = special_days(plan(), date(2027, 2, 15), date(2027, 3, 1))
    assert list(map(shown, found)) == [
        ("2027-02-20", "worked in place of a day off", "weekend-moved"),
        ("2027-02-22", "day off, moved here", "weekend-moved"),
        ("2027-02-23", "Defender of the Fatherland Day", "holiday"),
    ]
    assert [one.off for one in found] == [False, True, True]
    assert not any(one.closed for one in found), "whether something is published on a holiday, the team says"


def test_a_holiday_that_began_before_the_first_day_asked_about_is_shown_whole():
    (found,) = special_days(plan(), date(2027, 1, 5), date(2027, 1, 6))
    assert (found.day, found.until) == (date(2027, 1, 1), date(2027, 1, 8)) and found.holds(date(2027, 1, 7))


def test_days_of_industry_come_from_their_rules_and_not_from_another_country():
    year = [shown(one) for one in special_days(plan(), date(2027, 1, 1), date(2027, 12, 31)) if one.kind == "industry"]
    assert ("2027-07-18", "Metallurgist's Day", "industry") in year
    assert ("2027-09-26", "Machine Builder's Day", "industry") in year
    assert not any("USA" in name for _, name, _ in year)


def test_a_plant_in_another_country_has_the_holidays_of_that_country():
    pytest.importorskip("holidays")
    found = special_days(plan(time_zone="Europe/London", case="real"), date(2027, 5, 1), date(2027, 5, 31))
    assert [one.name for one in found] == ["May Day", "Spring Bank Holiday"]


def test_a_plant_whose_law_nobody_knows_has_the_holidays_of_its_time_zone():
    library = pytest.importorskip("holidays")
    abroad = plan(time_zone="Asia/Almaty", case="real", language="ru")
    names = [one.day for one in special_days(abroad, date(2027, 3, 1), date(2027, 3, 31))]
    assert date(2027, 3, 22) in names  # Nauryz
    assert not at_work(abroad)(date(2027, 3, 22)) and at_work(plan())(date(2027, 3, 22))
    for code in told()["zones"]:
        assert library.country_holidays(code, years=2027), code


def test_a_country_has_its_own_days_of_industry():
    there = special_days(plan(time_zone="America/Detroit", case="real"), date(2026, 10, 1), date(2026, 10, 4))
    assert [one.name for one in there] == ["Manufacturing Day, USA"]


def test_of_a_country_that_nobody_knows_nothing_is_claimed():
    assert special_days(plan(time_zone="Pacific/Fiji", case="real"), date(2027, 1, 1), date(2027, 12, 31)) == []


def test_days_are_called_in_the_language_of_the_plan_whoever_reads_them():
    (found,) = special_days(plan(language="ru"), date(2027, 11, 4), date(2027, 11, 4))
    assert found.name == "День народного единства"
    assert found.words.into("en") == "Unity Day"


def test_a_day_of_ones_own_keeps_its_words_its_source_and_whether_nothing_is_published():
    own = {"day": date(2026, 11, 12), "what": "careers fair", "source": "the college", "closed": False}
    shut = {"day": date(2026, 11, 30), "until": date(2026, 12, 4), "what": "stocktaking", "closed": True}
    found = special_days(plan([own, shut, {"what": "no day yet"}]), date(2026, 11, 5), date(2026, 12, 1))
    assert [(one.id, one.name, one.kind, one.closed) for one in found] == [
        ("Z1", "careers fair", "own", False),
        ("Z2", "stocktaking", "own", True),
    ]
    assert found[0].source == "the college"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("day of mourning in the region", "mourning"),
        ("Day of Remembrance", "mourning"),
        ("день траура", "mourning"),
        ("День памяти и скорби", "mourning"),
        ("open day at the plant", "own"),
        ("начало кампании", "own"),
    ],
)
def test_a_day_of_mourning_is_known_by_its_words(said, kind):
    (found,) = special_days(plan([{"day": date(2026, 11, 12), "what": said}]), date(2026, 11, 12), date(2026, 11, 12))
    assert found.kind == kind


def test_only_what_the_team_closed_is_closed_and_only_within_the_days_asked_about():
    shut = {"day": date(2026, 11, 30), "until": date(2026, 12, 4), "what": "x", "closed": True}
    made = plan([shut, {"day": date(2026, 12, 1), "what": "y"}])
    assert closed_days(made, date(2026, 12, 3), date(2026, 12, 31)) == {date(2026, 12, 3), date(2026, 12, 4)}


def test_a_day_that_ends_before_it_begins_is_its_first_day():
    back = {"day": date(2026, 12, 4), "until": date(2026, 11, 30), "what": "x", "closed": True}
    assert closed_days(plan([back]), date(2026, 11, 1), date(2026, 12, 31)) == {date(2026, 12, 4)}


@pytest.mark.parametrize("ends", [(date(1700, 1, 1), date(1700, 12, 31)), (date(2027, 2, 1), date(2027, 1, 1))])
def test_no_day_is_found_where_there_is_none_and_none_is_refused(ends):
    assert all(one.kind != "industry" for one in special_days(plan(), *ends))


def test_a_span_of_five_hundred_years_is_answered():
    found = special_days(plan(), date(1700, 1, 1), date(2199, 12, 31))
    assert found == sorted(found, key=lambda one: (one.day, one.until))


def test_the_plant_works_on_the_days_of_its_country():
    home, abroad = at_work(plan()), calendar(of="XX")
    assert not home(date(2026, 11, 4)) and home(date(2027, 2, 20))
    assert abroad(date(2026, 11, 4)) and not abroad(date(2027, 2, 20))
    assert passed(date(2026, 11, 2), date(2026, 11, 9), home) == 4


def test_an_invented_plant_is_closed_as_its_kit_says():
    assert not at_work(plan(case="rubber-works"))(date(2026, 12, 31))


def test_the_year_whose_decree_is_not_in_the_data_is_known_as_such():
    assert knows_moved(2027) and not knows_moved(2031)
