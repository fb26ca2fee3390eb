"""Is the price list of the plan's plant shown, and is it said where there is none?"""

import pytest

from promplan import language
from promplan.cases.kit import load
from promplan.cases.prices import listed, prices
from promplan.plan import Plan
from promplan.plan.store import MemoryStore


def store(case: str) -> MemoryStore:
    return MemoryStore(Plan.model_validate({"meta": {"case": case}}, strict=True))


@pytest.mark.parametrize("case", ["boiler-works", "rubber-works", "wagon-works"])
def test_every_price_of_the_case_stands_in_the_table(case):
    table = prices(store(case))
    assert [row[0] for row in table.rows] == [one["id"] for one in load(case).listed("prices")]
    assert "5 October 2026, with VAT" in table.note


def test_the_price_of_the_leaflets_can_be_read():
    assert ("R3", "leaflet A5, both sides, 500 copies", "run", "6,500") in listed("wagon-works").rows
    with language.inside("ru"):
        assert "с НДС" in listed("wagon-works").note and "листовка" in repr(listed("wagon-works"))


def test_another_plant_s_list_may_be_asked_for():
    assert prices(store("wagon-works"), "boiler-works") == listed("boiler-works")


@pytest.mark.parametrize(("case", "told"), [("real", "real plant"), ("", "Choose a plant first")])
def test_where_there_is_no_list_it_is_said_what_to_do(case, told):
    table = prices(store(case))
    assert table.rows == () and told in table.note and told in table._repr_html_() and told in repr(table)
