"""Has every unit its hints, does its exercise fail while it is empty, and pass when it is solved?"""

import pytest

from promplan.cases.example import example
from promplan.plan.document import Plan
from promplan.plan.store import MemoryStore
from promplan.review import check
from promplan.review.engine import RULES
from promplan.units.registry import UNITS, loop
from promplan.widgets.exercise import exercise

SOLVED = {unit: f"{unit[:2]}-solved" for unit in UNITS}


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_of_a_unit_has_a_nudge_and_a_pointer_and_there_is_no_hint_without_a_rule(unit):
    assert set(loop(unit).hints) == {one.id for one in RULES.values() if one.unit == unit}
    for nudge, pointer in loop(unit).hints.values():
        assert str(nudge) != str(pointer)
        assert nudge.into("ru") != nudge.into("en") and pointer.into("ru") != pointer.into("en")


@pytest.mark.parametrize("unit", UNITS)
def test_an_empty_plan_does_not_pass(unit):
    assert not check(Plan(), unit).passed


@pytest.mark.parametrize("unit", UNITS)
def test_the_solved_plan_passes(unit):
    plan = example(SOLVED[unit])
    assert check(plan, unit, on=plan.meta.as_of).passed


@pytest.mark.parametrize("unit", UNITS)
def test_starting_over_empties_what_the_unit_fills_and_nothing_else(unit):
    plan = example(SOLVED[unit])
    before = plan.model_dump()
    after = loop(unit).emptied(plan)
    assert plan.model_dump() == before
    assert not check(after, unit).passed
    assert after.meta == plan.meta


def test_the_solved_version_is_offered_after_a_pass_only():
    laid = []
    store = MemoryStore(example("00-solved"))
    panel = exercise(store, loop("00-start"), solved=lambda: laid.append(1) or "../../solutions/en/00-start.ipynb")
    button = panel.children[1].children[3]
    assert button.layout.display == "none"
    panel.children[1].children[0].click()
    assert button.layout.display == ""
    button.click()
    assert laid


def test_three_honest_tries_open_the_solved_version_too():
    panel = exercise(MemoryStore(), loop("01-facts"), solved=lambda: "x")
    for _ in range(2):
        panel.children[1].children[0].click()
    assert panel.children[1].children[3].layout.display == "none"
    panel.children[1].children[0].click()
    assert panel.children[1].children[3].layout.display == ""


def test_hints_climb_from_a_nudge_to_the_smallest_fix():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "The best seals"})
    panel = exercise(store, loop("01-facts"))
    seen = []
    for _ in range(4):
        panel.children[1].children[1].click()
        seen.append(panel.children[3].value)
    assert len(set(seen[:3])) == 3 and seen[3] == seen[2]
