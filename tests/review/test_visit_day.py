"""Is a visit on a weekend or a holiday of the plant's country found, and a working day left alone?"""

from datetime import date
from typing import Any

import pytest

from promplan.plan import Plan
from promplan.review import check


def found(zone: str = "Asia/Barnaul", **days: date) -> list[tuple[str, str]]:
    values: dict[str, Any] = {"meta": {"time_zone": zone}, "visit": days}
    report = check(Plan.model_validate(values, strict=True))
    return [(one.field, one.message.into("en")) for one in report if one.rule == "VIS-11"]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 10, 18), "a Sunday"),
        (date(2026, 10, 17), "a Saturday"),
        (date(2026, 11, 4), "a public holiday"),
        (date(2030, 5, 9), "a public holiday"),
        (date(2027, 11, 5), "a day off, moved"),
    ],
)
def test_a_day_on_which_nobody_is_there_is_found(day, why):
    ((field, message),) = found(date=day)
    assert field == "date" and why in message and day.isoformat() in message


@pytest.mark.parametrize("day", [date(2026, 10, 20), date(2027, 2, 20), date(2026, 11, 5)])
def test_a_working_day_is_left_alone_a_worked_saturday_too(day):
    assert found(date=day) == []


def test_each_day_of_the_visit_is_looked_at():
    days = {"date": date(2026, 10, 20), "fallback": date(2026, 10, 25), "induction": date(2026, 10, 17)}
    assert [field for field, _ in found(**days)] == ["fallback", "induction"]


def test_a_holiday_is_one_of_the_plant_s_country():
    assert found("Europe/London", date=date(2026, 11, 4)) == []
    assert len(found("Europe/London", date=date(2026, 11, 1))) == 1


def test_a_working_day_instead_mends_it_and_without_a_day_there_is_nothing_to_check():
    assert len(found(date=date(2026, 11, 4))) == 1 and found(date=date(2026, 11, 5)) == []
    assert check(Plan()).states["VIS-11"] == "nothing yet"
