"""Does the key hold: is what was planted found by the rule it names, and is the rest of the register left alone?"""

import re
import shutil

import pytest

import promplan as pp
from promplan import assets, language
from promplan.cases.key import key
from promplan.cases.kit import load
from promplan.language import Problem
from promplan.review import RULES

KEY = key("rubber-works")
ASK = {"FACT-9"}  # heard and not yet confirmed: no fault, tomorrow's telephone call


@pytest.fixture(params=["en", "ru"])
def said(request):
    """The kit and what the review says of it, per object, in each language."""
    with language.inside(request.param):
        case = load("rubber-works")
        found: dict[str, set[str]] = {}
        for one in pp.check(case.plan, on=case.date):
            if one.severity != "info":
                found.setdefault(one.object, set()).add(one.rule)
        yield case, found


def test_all_twelve_of_the_bank_are_planted():
    assert {one.bank for one in KEY.planted} - {""} == {f"E{n}" for n in range(1, 13)}


def test_every_object_in_the_key_exists(said):
    case, _ = said
    known = {one.id for one in case.facts} | {one["id"] for one in case.people}
    assert {one.object for one in (*KEY.planted, *KEY.decoys)} | {one.pair for one in KEY.planted} - {""} <= known


@pytest.mark.parametrize("planted", [one for one in KEY.planted if one.rule], ids=lambda one: one.bank)
def test_the_review_finds_what_was_planted_with_the_rule_that_the_key_names(said, planted):
    _, found = said
    assert found[planted.object] == {planted.rule, *planted.also}


def test_a_planted_fact_without_a_rule_would_be_a_gap(said):
    case, _ = said
    facts = {one.id for one in case.facts}
    assert {one.object for one in KEY.planted if not one.rule}.isdisjoint(facts)
    assert {one.rule for one in KEY.planted if one.rule} <= set(RULES)


def test_a_decoy_raises_nothing_but_what_the_key_allows(said):
    _, found = said
    for decoy in KEY.decoys:
        assert found.get(decoy.object, set()) == set(decoy.rules)


def test_every_other_fact_is_left_alone(said):
    case, found = said
    named = {one.object for one in KEY.planted}
    rest = {where: rules for where, rules in found.items() if where not in named and rules - ASK}
    assert rest == {}
    assert {where for where in found if where not in named} <= {one.id for one in case.facts.group("heard-in-the-shop")}


def test_about_one_fact_in_five_is_planted_and_every_three_have_a_decoy(said):
    case, _ = said
    facts = {one.object for one in KEY.planted if one.object.startswith("F")}
    assert 0.15 <= len(facts) / len(case.facts) <= 0.25
    assert len(KEY.decoys) >= 4 and len(KEY.decoys) >= len(facts) / 3
    assert facts.isdisjoint(one.object for one in KEY.decoys)


def test_the_smallest_fixes_speak_both_languages():
    for one in KEY.planted:
        for told in (one.true_value, one.smallest_fix, one.why_missed):
            assert told["en"] and told["ru"]
        assert re.search("[А-Яа-яё]", one.why_missed["ru"]) and not re.search("[А-Яа-яё]", one.why_missed["en"])


def test_the_trainee_and_the_veteran_lie_in_the_peoples_list():
    people = {one["id"]: one for one in load("rubber-works").people}
    assert people["P10"]["age"] == 17 and people["P10"]["guardian"] == "no paper"
    assert str(people["P11"]["withdrawn"]) == "2026-10-03"


def test_a_learners_folder_has_no_key_and_says_whom_to_ask(tmp_path, monkeypatch):
    source = assets.folder() / "cases" / "rubber-works"
    shutil.copytree(source, tmp_path / "cases" / "rubber-works", ignore=shutil.ignore_patterns("instructor"))
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    assert len(load("rubber-works").facts) >= 36
    with pytest.raises(Problem, match="Ask the instructor"):
        key("rubber-works")
