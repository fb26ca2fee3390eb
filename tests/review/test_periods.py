"""How many of one period go into another?"""

import pytest

from promplan.review.periods import SPANS, per, period_of


@pytest.mark.parametrize(
    ("expression", "period"),
    [
        ("tonne / year", "year"),
        ("(tonne / day)", "day"),
        ("piece / (month)", "month"),
        ("tonne", ""),
        ("metre / second", ""),
        ("metre / hour2", ""),
        ("tonne / days", ""),
        ("piece / hour", "hour"),
        ("piece / week", "week"),
        ("piece / quarter", "quarter"),
    ],
)
def test_the_period_of_a_unit(expression, period):
    assert period_of(expression) == period


@pytest.mark.parametrize(
    ("short", "long", "few", "many"),
    [
        ("day", "year", 219, 366),
        ("day", "quarter", 54, 92),
        ("day", "month", 18, 31),
        ("day", "week", 5, 7),
        ("hour", "day", 7, 24),
        ("hour", "week", 35, 168),
        ("week", "year", 365.25 / 7, 365.25 / 7),
        ("week", "month", 365.25 / 84, 365.25 / 84),
        ("month", "year", 12, 12),
        ("month", "quarter", 3, 3),
        ("quarter", "year", 4, 4),
    ],
)
def test_a_plant_works_fewer_hours_and_days_than_the_calendar_has(short, long, few, many):
    assert per(short, long) == pytest.approx((few * 0.98, many * 1.02))


def test_every_period_is_as_long_as_the_calendar_has_it():
    assert [SPANS[it].calendar for it in ("hour", "day", "week", "month", "quarter", "year")] == pytest.approx(
        [1 / 24, 1, 7, 30.4375, 91.3125, 365.25]
    )
