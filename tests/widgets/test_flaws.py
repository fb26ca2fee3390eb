"""Is a flaw found told apart from one that was missed, and is the key kept back until somebody has looked?"""

import pytest
from widgets.finding import part

from promplan.cases.example import example
from promplan.cases.staff import staff
from promplan.language import LANGUAGES, Problem, inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.review import check
from promplan.text.marks import marks
from promplan.widgets.flaws import Flaws, draft, flaws
from promplan.widgets.guard import Guard

NAME = "06-ai-draft"


def ask(panel, *picked: str, turn: int = 1) -> None:
    part(panel, Flaws).asked = {"picked": list(picked), "turn": turn}


def test_the_key_is_not_in_the_browser_before_somebody_has_looked():
    panel = flaws(MemoryStore(), NAME)
    shown = part(panel, Flaws)
    assert shown.truth == {} and "Invented" not in str(shown.get_state()) and "flaw" not in str(shown.sheet["parts"])


def test_what_was_marked_is_judged_place_by_place_and_counted():
    store = MemoryStore()
    panel = flaws(store, NAME)
    ask(panel, "age", "wagons")
    shown = part(panel, Flaws)
    assert unset(shown.truth["said"]) == "1 of 7 flaws found. 1 true place was marked too."
    assert shown.truth["places"]["age"]["flaw"] and not shown.truth["places"]["wagons"]["flaw"]
    assert "44.9" in shown.truth["places"]["age"]["why"]


def test_it_is_there_again_when_the_cell_runs_again_and_one_may_look_once_more():
    store = MemoryStore()
    ask(flaws(store, NAME), "age")
    panel = flaws(store, NAME)
    assert part(panel, Flaws).picked == ["age"] and part(panel, Flaws).truth["said"]
    part(panel, Flaws).asked = {"again": True, "turn": 2}
    assert part(panel, Flaws).truth == {} and part(panel, Flaws).picked == []


def test_what_a_browser_makes_up_is_left_aside_and_nothing_marked_is_said():
    store = MemoryStore()
    panel = flaws(store, NAME)
    ask(panel, "no such place")
    assert "Nothing is marked yet" in unset(part(panel, Guard).trouble) and store.answered(f"flaws/{NAME}") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_that_of_the_example_and_what_is_true_stands_cleared_in_the_register(language):
    with inside(language):
        of, plan = draft(NAME), example(NAME)
        assert "".join(one.text[language] for one in of.part) == plan.items[0].text
        cleared = {one.id for one in plan.enterprise.facts if one.clearance.state == "cleared"}
        for one in of.marked:
            named = {id_ for id_ in cleared if f"{id_}," in one.why[language] or f"{id_}." in one.why[language]}
            assert one.flaw or named, one.id
        assert {one.id for one in of.marked if not one.flaw} == {
            "since",
            "people",
            "presses",
            "wagons",
            "frost",
            "training",
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_review_catches_what_was_invented_in_numbers_and_what_is_not_said_of_the_machine(language):
    with inside(language):
        found = [one for one in check(example(NAME), "06-making") if one.open]
        invented = next(unset(str(one.message)) for one in found if one.rule == "ITEM-9")
        assert "34" in invented and "90" in invented and "72" not in invented and "946" not in invented
        assert {one.field for one in found if one.rule == "PRD-18" and one.object == "J1"} == {
            "disclosed",
            "checked_by",
        }
        assert any(one.kind == "superlative" for one in marks(example(NAME).items[0].text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_finds_the_invented_person_so_the_lesson_must(language):
    with inside(language):
        told = " ".join(str(one.message) for one in check(example(NAME), "06-making"))
        assert "Ivanov" not in told and "Иванов" not in told
        at_the_plant = " ".join(one.role for one in staff("rubber-works", language).people.values())
        assert "Ivanov" not in at_the_plant and "Иванов" not in at_the_plant


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mended_text_has_nothing_invented_and_says_what_the_machine_did(language):
    with inside(language):
        rules = {one.rule for one in check(example("06-ai-mended"), "06-making") if one.open}
        assert not rules & {"ITEM-9", "FACT-6I", "PRD-18", "ITEM-8", "ITEM-10", "CAL-14"}


def test_a_text_there_is_none_is_answered_with_those_that_there_are():
    with pytest.raises(Problem, match="06-ai-draft"):
        flaws(MemoryStore(), "06-ai-drat")
