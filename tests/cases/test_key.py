"""Does the key hold: is what was planted found by the rule it names, and is the rest of the register left alone?"""

import re
import shutil
from itertools import product

import pytest

import promplan as pp
from promplan import assets, language
from promplan.cases.key import key
from promplan.cases.kit import available, load
from promplan.cases.shots import menu, shots, takes
from promplan.language import Problem
from promplan.review import RULES

BANKS = {  # ids of the bank of planted errors; a new kit plants errors of its own
    "rubber-works": {f"E{n}" for n in range(1, 13)} | {"E30"} | {f"E{n}" for n in range(38, 41)},
    "wagon-works": {f"E{n}" for n in range(13, 23)} | {f"E{n}" for n in range(32, 38)},
    "boiler-works": {f"E{n}" for n in range(23, 30)},
}
CASES = tuple(available())
KEYS = {case: key(case) for case in CASES}
ASK = {"FACT-9"}  # heard and not yet confirmed: no fault, tomorrow's telephone call


@pytest.fixture(params=product(CASES, ("en", "ru")), ids="-".join)
def said(request):
    """A kit, its key and what the review says of the kit, per object, in each language."""
    name, tongue = request.param
    with language.inside(tongue):
        case = load(name)
        found: dict[str, set[str]] = {}
        for one in pp.check(case.plan, on=case.date):
            if one.severity != "info":
                found.setdefault(one.object, set()).add(one.rule)
        yield case, KEYS[name], found


@pytest.mark.parametrize("case", CASES)
def test_all_of_the_bank_that_belong_to_the_kit_are_planted(case):
    planted = {one.bank for one in KEYS[case].planted} - {""}
    assert planted == BANKS.get(case, planted) != set()


def test_no_error_of_the_bank_is_planted_in_two_kits():
    planted = [one for each in KEYS.values() for one in {it.bank for it in each.planted} - {""}]
    assert len(planted) == len(set(planted))


def test_every_object_in_the_key_exists(said):
    case, key_of_case, _ = said
    known = {one.id for one in (*case.facts, *case.plan.audiences)} | {one["id"] for one in case.people}
    known |= {one.id for one in (*shots(case.id), *takes(case.id))}
    plan = case.plan  # of units 8 and 9 it is the strategy that has errors, and the files
    known |= {it.id for it in (*plan.channels, *plan.budget.lines, *plan.budget.overlaps, *plan.kpis, *plan.results)}
    known |= {it.id for it in plan.measurement.statements} | {one.stem for one in case.folder.rglob("*.csv")}
    named = {one.object for one in (*key_of_case.planted, *key_of_case.decoys)}
    assert named | {one.pair for one in key_of_case.planted} - {""} <= known


def test_the_review_finds_what_was_planted_with_the_rule_that_the_key_names(said):
    _, key_of_case, found = said
    ruled = [one for one in key_of_case.planted if one.rule]
    assert {one.object: found.get(one.object) for one in ruled} == {one.object: {one.rule, *one.also} for one in ruled}


def test_a_planted_fact_without_a_rule_would_be_a_gap(said):
    case, key_of_case, _ = said
    facts = {one.id for one in case.facts}
    assert {one.object for one in key_of_case.planted if not one.rule}.isdisjoint(facts)
    assert {one.rule for one in key_of_case.planted if one.rule} <= set(RULES)


def test_a_decoy_raises_nothing_but_what_the_key_allows(said):
    _, key_of_case, found = said
    for decoy in key_of_case.decoys:
        assert found.get(decoy.object, set()) == set(decoy.rules)


def test_every_other_fact_is_left_alone(said):
    case, key_of_case, found = said
    named = {one.object for one in key_of_case.planted}
    rest = {one.id: found[one.id] for one in case.facts if one.id in found and one.id not in named}
    assert {where: rules for where, rules in rest.items() if rules - ASK} == {}
    assert set(rest) <= {one.id for one in case.facts if one.group}


def test_about_one_fact_in_five_is_planted_and_every_three_have_a_decoy(said):
    case, key_of_case, _ = said
    facts = {one.object for one in key_of_case.planted if one.object.startswith("F")}
    decoys = {one.object for one in key_of_case.decoys if one.object.startswith("F")}
    assert 0.15 <= len(facts) / len(case.facts) <= 0.25
    assert len(decoys) >= 4 and len(decoys) >= len(facts) / 3
    assert facts.isdisjoint(decoys)


@pytest.mark.parametrize("case", CASES)
def test_about_one_shot_and_take_in_five_is_planted_and_every_three_have_a_decoy(case):
    objects = {one.id for one in (*menu(case), *takes(case))}
    planted = {one.object for one in KEYS[case].planted} & objects
    decoys = {one.object for one in KEYS[case].decoys} & objects
    assert 0.15 <= len(planted) / len(objects) <= 0.25
    assert len(decoys) >= len(planted) / 3
    assert planted.isdisjoint(decoys)


@pytest.mark.parametrize("case", CASES)
def test_of_what_is_planted_in_budget_and_measurement_every_three_have_a_decoy(case):
    def theirs(objects):
        return {one.object for one in objects if not re.fullmatch(r"[FPAMT]\d+", one.object)}

    planted, decoys = theirs(KEYS[case].planted), theirs(KEYS[case].decoys)
    assert planted >= {"export-vk", "export-site", "export-messenger"}
    assert len(decoys) >= len(planted) / 3 and planted.isdisjoint(decoys)


@pytest.mark.parametrize("case", CASES)
def test_what_a_plan_must_use_first_names_the_rule_that_will_find_it(case):
    assert all(re.fullmatch(r"[A-Z]+-\d+", one.expects) for one in KEYS[case].planted if one.expects)
    visit = [one for one in KEYS[case].planted if one.object[0] in "MT"]
    assert visit and all(one.expects and not one.rule for one in visit)


@pytest.mark.parametrize("case", CASES)
def test_the_smallest_fixes_speak_both_languages(case):
    for one in KEYS[case].planted:
        for told in (one.true_value, one.smallest_fix, one.why_missed):
            assert told["en"] and told["ru"]
        assert re.search("[А-Яа-яё]", one.why_missed["ru"]) and not re.search("[А-Яа-яё]", one.why_missed["en"])


def test_the_trainee_and_the_veteran_lie_in_the_peoples_list():
    people = {one["id"]: one for one in load("rubber-works").people}
    assert people["P10"]["age"] == 17 and people["P10"]["guardian"] == "no paper"
    assert str(people["P11"]["withdrawn"]) == "2026-10-03"


@pytest.mark.parametrize("case", CASES)
def test_a_learners_folder_has_no_key_and_says_whom_to_ask(tmp_path, monkeypatch, case):
    source = assets.folder() / "cases" / case
    shutil.copytree(source, tmp_path / "cases" / case, ignore=shutil.ignore_patterns("instructor"))
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    assert len(load(case).facts) >= 34
    with pytest.raises(Problem, match="Ask the instructor"):
        key(case)
