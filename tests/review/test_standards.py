"""Is a standard that was replaced told as old news, and is its successor, or a national one, left alone?"""

from datetime import date

import pytest

from promplan.plan.document import Plan
from promplan.review.engine import check
from promplan.review.standards import replaced, standards

TODAY = date(2026, 10, 12)


def plan(statement: str) -> Plan:
    fact = {"id": "F1", "statement": statement, "source": "page on quality", "as_of": date(2026, 4, 14)}
    return Plan.model_validate({"enterprise": {"facts": [fact]}, "meta": {"campaign_end": date(2027, 3, 31)}})


@pytest.mark.parametrize(
    ("statement", "old"),
    [
        ("Vibration is accepted to ISO 10816-3", "ISO 10816-3"),
        ("Вибрацию принимают по ИСО 10816-3:2009", "ISO 10816-3"),
        ("Vibration is accepted to ISO 20816-3", ""),
        ("To ISO 20816-3, which stands for ISO 10816-3", ""),
        ("Vibration of pumps: ISO 10816-7", ""),
        ("Вибрация — по ГОСТ ИСО 10816-3", ""),
        ("Order 10816-3 has left", ""),
    ],
)
def test_only_the_replaced_standard_is_found(statement, old):
    found = replaced(statement, TODAY)
    assert (found.old if found else "") == old


def test_before_its_successor_came_out_it_was_right():
    assert replaced("to ISO 10816-3", date(2022, 9, 30)) is None
    assert replaced("to ISO 10816-3", date(2022, 10, 1)) is not None


def test_a_fact_that_names_it_is_told_and_one_that_names_the_new_one_is_not():
    told = [one for one in check(plan("The turbine is accepted to ISO 10816-3"), on=TODAY) if one.rule == "FACT-3"]
    assert [one.object for one in told] == ["F1"] and "ISO 20816-3:2022" in str(told[0].message)
    mended = check(plan("The turbine is accepted to ISO 20816-3"), on=TODAY)
    assert not [one for one in mended if one.rule == "FACT-3"]


def test_every_row_names_its_source_and_a_successor_of_its_own():
    assert standards()
    for one in standards():
        assert one.old not in one.new and one.since < TODAY
