"""Has every unit its hints, does its exercise fail while it is empty, and pass when it is solved?"""

from pathlib import Path

import pytest

from promplan import assets
from promplan.cases.example import example
from promplan.plan.document import Plan
from promplan.review import RULES, Rule, check
from promplan.units import registry
from promplan.units.registry import UNITS, loop

UNITS_FOLDER = Path(registry.__file__).parent
SOLVED = {unit: f"{unit[:2]}-solved" for unit in UNITS}


def asked(unit: str) -> list[Rule]:
    """The unit's own rules."""
    return [one for one in RULES.values() if one.unit == unit]


def test_every_unit_of_the_course_that_has_a_module_is_offered():
    written = [one for one in assets.units() if (UNITS_FOLDER / f"{one[3:]}.py").is_file()]
    assert list(UNITS) == written


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_has_rules_of_its_own_and_one_at_least_that_must_have_something_to_look_at(unit):
    assert any(one.unit == unit and one.needed for one in RULES.values())


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_of_a_unit_has_a_nudge_and_a_pointer_in_both_languages(unit):
    assert asked(unit)
    for one in asked(unit):
        nudge, pointer = one.hints
        assert str(nudge) != str(pointer)
        assert nudge.into("ru") != nudge.into("en") and pointer.into("ru") != pointer.into("en")


@pytest.mark.parametrize("unit", UNITS)
def test_an_empty_plan_does_not_pass(unit):
    report = check(Plan(), unit)
    assert report.asked and not report.passed


@pytest.mark.parametrize("unit", UNITS)
def test_the_solved_plan_passes(unit):
    plan = example(SOLVED[unit])
    assert check(plan, unit, on=plan.meta.as_of).passed


@pytest.mark.parametrize("unit", UNITS)
def test_starting_over_empties_what_the_unit_fills_and_nothing_else(unit):
    plan = example(SOLVED[unit])
    before = plan.model_dump()
    after = loop(unit).emptied(plan)
    assert plan.model_dump() == before != after.model_dump()
    assert not check(after, unit).passed
    assert after.meta == plan.meta
