"""Does the review hear what an editor hears in a fact's number: sums, ranges, rates, slips of the unit, changes?

The sentences were marked before any rule saw them; they are of no kit and no plan.
"""

from datetime import date
from pathlib import Path

import pytest

from promplan.measure.said import numbers
from promplan.plan import Plan
from promplan.review import check

DAY = date(2026, 11, 2)
RULES = {"FACT-4", "FACT-5", "FACT-7", "FACT-12"}
FILE = Path(__file__).parents[1] / "data" / "number_wording.txt"
ROWS = [line.split("|") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("language", "wanted", "statement", "value", "unit", "about"), ROWS, ids=[f"{row[2]} ({row[3]})" for row in ROWS]
)
def test_an_editor_and_the_review_hear_the_same(language, wanted, statement, value, unit, about):
    fact = {"id": "F1", "statement": statement, "value": float(value), "unit": unit, "about": about}
    plan = Plan.model_validate({"meta": {"language": language, "as_of": DAY}, "enterprise": {"facts": [fact]}})
    assert {one.rule for one in check(plan).about("F1")} & RULES == set(wanted.split())


def test_the_first_number_of_a_range_has_the_thousands_of_the_second():
    first, second = numbers("Зарплата — от 70 до 95 тыс. рублей")
    assert (first.value, second.value) == (70_000, 95_000)
    first, second = numbers("Выпуск вырос с 900 до 1,2 тыс. тонн")
    assert (first.value, second.value) == (900, 1_200)


def test_a_number_knows_what_it_is_of_one_of():
    (one,) = numbers("It makes 250 kg of CO2 per tonne of steel")
    assert one.unit is not None
    assert one.wider is not None
    assert (one.unit.expression, one.wider.expression) == ("kilogram", "kilogram / tonne")
    assert numbers("12 т стали на складе")[0].wider is None
