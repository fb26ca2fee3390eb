"""Whose law is a plan read by: the place's own, the zone's, or nobody's where the plan does not say where it lies?"""

import pytest

from promplan.plan import Plan
from promplan.plan.country import country


def plan(case: str = "real", place: str = "Springvale", **meta: str) -> Plan:
    return Plan.model_validate({"meta": {"case": case, **meta}, "enterprise": {"place": place, "name": "Works"}})


def test_an_unknown_town_of_a_real_plant_is_not_taken_for_one_at_home():
    assert country(plan()) == ""
    assert country(plan(place="Springvale, Ontario")) == "" and country(plan(place="Leeds")) == "GB"


@pytest.mark.parametrize(
    "said",
    [
        {"case": ""},
        {"case": "wagon-works"},
        {"language": "ru"},
        {"time_zone": "Europe/Moscow"},
        {"place": ""},
        {"place": "   "},
        {"place": "Спрингвейл"},
        {"place": "Novoaltaisk"},
        {"place": "Vyksa, Nizhny Novgorod region"},
    ],
    ids=str,
)
def test_a_plan_that_says_it_lies_at_home_is_read_by_the_law_at_home(said):
    assert country(plan(**said)) == "RU"


def test_a_zone_that_was_chosen_tells_the_country_of_an_unknown_town():
    assert country(plan(time_zone="Europe/London")) == "GB" and country(plan(time_zone="America/Detroit")) == ""
