"""Does the map of the rubric hold: every gate and criterion on rules, units and evidence that there are?"""

import pytest

from promplan import assets
from promplan.cases.example import example
from promplan.grading import LEVELS, SEEN, criterion, evidence, gates, points, rubric, scored
from promplan.language import Problem, inside
from promplan.plan import Plan, edit
from promplan.plan.sections import FAMILIES
from promplan.review import RULES

ERRORS = {one.id for one in RULES.values() if one.severity == "error"}


def test_the_weights_are_a_hundred_and_the_criteria_seven():
    assert rubric().weight == 100
    assert [(one.id, one.weight) for one in rubric().criteria] == [
        ("question", 20), ("step", 15), ("truth", 20), ("plan", 15), ("art", 15), ("clear", 5), ("measure", 10),
    ]  # fmt: skip


def test_people_alone_judge_what_no_count_can_show():
    assert [one.id for one in rubric().criteria if not one.sees] == ["question", "step", "art"]
    assert sum(one.most for one in points(Plan())) == 37.5


@pytest.mark.parametrize("one", rubric().criteria, ids=lambda one: one.id)
def test_each_criterion_leans_on_units_rules_and_evidence_that_there_are(one):
    assert one.units and set(one.units) <= set(assets.units())
    assert one.rules and all(it in RULES or it in FAMILIES for it in one.rules)
    assert one.evidence and set(one.evidence) <= SEEN.keys()


def test_each_evidence_belongs_to_one_criterion_and_each_unit_that_has_rules_to_some():
    told = [it for one in rubric().criteria for it in one.evidence]
    assert sorted(told) == sorted(SEEN)
    assert {"00-start"} == set(assets.units()) - {it for one in rubric().criteria for it in one.units}


def test_each_error_closes_one_gate_or_is_of_mere_form():
    told = [it for one in rubric().gates for it in one.rules]
    assert len(told) == len(set(told)) and not set(told) & set(rubric().form)
    assert set(told) <= RULES.keys() and set(rubric().form) <= RULES.keys()
    assert {*told, *rubric().form} >= ERRORS
    assert [one.id for one in rubric().gates] == ["safety", "consents", "secrets", "law", "arithmetic"]


def test_everything_is_said_in_both_languages():
    told = []
    for language in ("en", "ru"):
        with inside(language):
            told.append(
                [rubric().declared]
                + [words for one in rubric().gates for words in (one.name, one.asks)]
                + [words for one in rubric().criteria for words in (one.name, *(one.anchor(it) for it in LEVELS))]
            )
    en, ru = told
    assert all(en) and all(one != other for one, other in zip(en, ru, strict=True))
    assert all(any("а" <= sign <= "я" for sign in one.casefold()) for one in ru)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_evidence_is_told_with_its_counts_and_ids_in_both_languages(language):
    with inside(language):
        plan = example("09-quarter")
        told = {it.key: it for one in rubric().criteria for it in evidence(plan, one.id)}
        assert told["sources"].done == told["sources"].of == len(told["sources"].ids) > 0
        assert str(told["sources"].of) in str(told["sources"].said)
        assert 0 < told["checked"].done < told["checked"].of
        assert all(0 <= one.share <= 1 for one in told.values())


def test_an_empty_plan_has_no_evidence_no_points_and_passes_no_gate():
    assert not any(it.done for one in rubric().criteria for it in evidence(Plan(), one.id))
    assert sum(one.machine for one in points(Plan())) == 0
    assert not any(one.passed or one.closed for one in gates(Plan()))


def test_taking_a_fault_away_gives_no_points_and_what_is_added_does():
    """Evidence present, never the absence of findings: points rise with what is there, and with nothing else."""
    plan = example("09-quarter")
    before = {one.criterion.id: one.machine for one in points(plan)}
    fewer = plan.model_copy(update={"items": plan.items[:1]}, deep=True)
    assert {one.criterion.id: one.machine for one in points(fewer)}["plan"] <= before["plan"]
    fact = next(one for one in plan.enterprise.facts if one.id in evidence(plan, "truth")[1].ids and not one.checked_by)
    checked = edit.put(plan, f"enterprise.facts/{fact.id}", {"checked_by": "process engineer"})
    assert {one.criterion.id: one.machine for one in points(checked)}["truth"] > before["truth"]


def test_a_closed_gate_names_what_closes_it():
    plan = example("09-quarter")
    closed = edit.put(plan, "calendar", {"pause": {**plan.calendar.pause.model_dump(), "who": ""}})
    safety = next(one for one in gates(closed) if one.gate.id == "safety")
    assert safety.closed and not safety.passed and [one.rule for one in safety.findings] == ["CAL-14P"]
    before = next(one for one in gates(plan) if one.gate.id == "safety")
    assert before.passed


def test_a_level_is_a_quarter_of_its_weight_and_what_has_none_counts_neither_way():
    whole = scored({one.id: 4 for one in rubric().criteria})
    assert (whole.total, whole.of, whole.whole) == (100.0, 100.0, True)
    some = scored({"question": 3, "clear": 1, "art": None, "charm": 4})
    assert (some.total, some.of) == (16.25, 25.0)
    assert set(some.missing) == {"step", "truth", "plan", "art", "measure"}


def test_points_for_people_and_for_the_machine_are_the_weight_and_the_human_part_is_empty():
    for one in points(example("09-quarter")):
        assert one.most + one.for_people == one.criterion.weight and 0 <= one.machine <= one.most
        assert one.human is None


def test_an_unknown_criterion_is_told_with_those_there_are():
    with pytest.raises(Problem, match="The rubric has no criterion “charm”; it has question, step"):
        criterion("charm")
