"""Does the panel tell how far a team is, what is open and what comes next, in either language?"""

import json
from datetime import date

import pytest

from promplan import assets
from promplan.cases.example import example
from promplan.lab.lay import lay
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.server.progress import progress

DAY = date(2026, 11, 2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("laid") / "course"
    lay(assets.course(), home, "en")
    return home


def states(told) -> dict[str, str]:
    return {unit["id"]: unit["state"] for group in told["groups"] for unit in group["units"]}


def test_a_blank_plan_begins_with_the_first_lesson(folder):
    told = progress(Plan(), folder, DAY)
    assert states(told)["00-start"] == "new" and set(states(told).values()) == {"new"}
    assert told["next"] == {
        "title": "0 · Start here",
        "why": "Begin with the lesson.",
        "path": "notebooks/en/00-start.ipynb",
    }
    assert told["findings"] == [] and told["answered"] == [] and told["clock"] is None


def test_all_eleven_units_stand_in_their_groups(folder):
    told = progress(Plan(), folder, DAY)
    assert [group["title"] for group in told["groups"]][:2] == ["start", "strategic planning"]
    assert list(states(told)) == list(assets.units())
    written = next(unit for unit in told["groups"][1]["units"] if unit["id"] == "01-facts")
    assert (written["lesson"], written["exercise"]) == ("notebooks/en/01-facts.ipynb", "exercises/en/01-facts.ipynb")
    last = told["groups"][-1]["units"][0]
    assert last["lesson"] == "notebooks/en/10-pitch.ipynb" and last["open"] == 0


def test_a_passed_unit_is_passed_and_the_next_one_comes(folder):
    told = progress(example("00-solved"), folder, DAY)
    assert states(told)["00-start"] == "passed"
    assert told["next"]["path"] == "notebooks/en/01-facts.ipynb"


def test_what_is_open_is_told_worst_first_with_where_it_is_mended(folder):
    plan, _ = edit.add(example("00-solved"), "enterprise.facts", {"statement": "x"})
    told = progress(plan, folder, DAY)
    assert states(told)["01-facts"] == "work"
    mine = [one for one in told["findings"] if one["unit"] == "01-facts"]
    ranks = [("error", "warning", "info").index(one["severity"]) for one in mine]
    assert ranks == sorted(ranks) and mine[0]["severity"] == "error"
    assert {one["path"] for one in mine} == {"exercises/en/01-facts.ipynb"}
    unit = next(one for one in told["groups"][1]["units"] if one["id"] == "01-facts")
    assert unit["open"] == sum(one["open"] for one in mine)


def test_continue_leads_to_the_lesson_until_it_was_opened_then_to_the_exercise(folder):
    handed, _ = edit.add(example("00-solved"), "enterprise.facts", {"statement": "x"})  # it came with the plant
    for plan in (handed, example("00-solved")):
        assert progress(plan, folder, DAY)["next"]["path"] == "notebooks/en/01-facts.ipynb"
        assert progress(plan, folder, DAY, {"01-facts"})["next"]["path"] == "exercises/en/01-facts.ipynb"
    told = progress(handed, folder, DAY, {"01-facts"})["next"]
    assert "open" in told["why"] and told["at"]["object"] == "F1"
    told = progress(example("00-solved"), folder, DAY, {"01-facts"})["next"]
    assert told["why"] == "Now the exercise." and told["at"]["object"] == "brief"


@pytest.mark.parametrize(
    ("question", "opened"), [("01-retrieval/a", True), ("01-ticket/a", False), ("00-roles/a", False)]
)
def test_a_question_of_the_lesson_that_is_answered_says_that_it_was_opened(folder, question, opened):
    plan = edit.answer(example("00-solved"), {question: "a"})
    told = progress(plan, folder, DAY)["next"]
    assert told["path"] == ("exercises/en/01-facts.ipynb" if opened else "notebooks/en/01-facts.ipynb")


def test_a_guess_is_told_in_its_own_words_and_a_sheet_that_is_answered_is_named(folder):
    given = {"01-review/how-many": "b", "01-words/nothing": "a", "02-pyramid/sixty": "60"}
    plan = edit.answer(Plan(), {**given, "01-core/minutes": "0 20 50 80 90 100 100 100 100"})
    told = progress(plan, folder, DAY)
    assert told["answered"] == ["01-core", "01-review", "01-words", "02-pyramid"]
    said = {"01-review": ["one or two"], "02-pyramid": ["60\u00a0people"], "01-core": ["8\u00a0minutes: 90\u00a0%"]}
    assert told["said"] == said


def test_the_answer_is_json_and_speaks_russian(folder):
    with inside("ru"):
        told = progress(example("00-solved"), folder, DAY)
    assert unset(told["next"]["why"]) == "Начните с урока." and json.loads(json.dumps(told)) == told
    assert told["next"]["path"] is None  # no Russian notebook was laid here
