"""Which numbers age, and which are of a day to come?"""

from datetime import date

import pytest

from promplan.plan.enterprise import Fact
from promplan.review.lasting import ages, ahead


def fact(statement: str, value: float | None, unit: str, **more: object) -> Fact:
    return Fact(**{"id": "F1", "statement": statement, "value": value, "unit": unit, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "value", "unit", "more", "expected"),
    [
        ("We are many", None, "people", {}, False),
        ("It began in 1934", 1934, "year", {}, False),
        ("We are 140", 140, "people", {}, True),
        ("We are 140", 140, "people", {"quantity": "headcount"}, True),
        ("The mould is hot", 170, "°C", {"quantity": "moulding-temperature"}, False),
        ("We are 140", 140, "", {}, True),
        ("We are 140", 140, "n/a", {}, True),
        ("140 boilers stand here", 140, "boilers", {}, True),
        ("The axle load is 140", 140, "boilers", {}, False),
        ("Wages are 500", 500, "руб.", {}, True),
        ("Wages are 500", 500, "dollars", {}, True),
        ("A coil weighs 5 t", 5, "t", {}, False),
        ("Scrap goes out: 5 t", 5, "t", {}, False),
        ("Last year 5 t of scrap went out", 5, "t", {}, True),
        ("Last year a coil weighed 5 t", 5, "t", {}, False),
        ("Scrap goes out", 5, "t/day", {}, True),
        ("Scrap goes out", 5, "t/h", {}, False),
        ("It can make 5", 5, "t/day", {}, False),
        ("Warm air goes out", 5, "°C", {}, False),
        ("Last year it was warm", 5, "°C", {}, False),
        ("Scrap goes out", 5, "%", {}, True),
        ("Work goes on", 5, "shifts", {}, True),
        ("Power was used last year", 5, "MWh", {}, True),
        ("Power is used", 5, "MW", {}, False),
        ("Power used last year", 5, "MW", {}, True),
        ("Land was bought last year", 5, "ha", {}, True),
        ("Water was used last year", 5, "m³", {}, True),
        ("Cable was made last year", 5, "km", {}, True),
        ("Cable is made", 5, "km/day", {}, True),
    ],
)
def test_a_number_ages_or_lasts(statement, value, unit, more, expected):
    assert ages(fact(statement, value, unit, **more)) is expected


@pytest.mark.parametrize(
    ("statement", "about", "as_of", "expected"),
    [
        ("We will be 140", "", date(2030, 1, 1), True),
        ("We will be 140", "", None, False),
        ("We are 140", "", date(2030, 1, 1), False),
        ("140 in 2030", "planned headcount", date(2030, 1, 1), True),
        ("140 in 2030", "headcount", date(2030, 1, 1), False),
        ("140 in 2029", "planned headcount", date(2030, 1, 1), False),
        ("140 here", "planned headcount", date(2030, 1, 1), False),
        ("Завод выпустит 140 вагонов", "", date(2030, 1, 1), True),
        ("Завод построят", "", date(2030, 1, 1), True),
        ("Завод построили", "", date(2030, 1, 1), False),
    ],
)
def test_what_is_planned_has_an_honest_day_to_come(statement, about, as_of, expected):
    assert ahead(fact(statement, 140, "people", about=about, as_of=as_of)) is expected


def test_a_year_of_the_calendar_does_not_age_whatever_kind_was_chosen():
    assert not ages(fact("It began in 1934", 1934, "year", quantity="headcount"))
    assert not ages(fact("It is 1934 years old", 1934.5, "years", quantity="hardness"))
