"""Does a sheet keep its answers in the plan, say something to each, and tell members apart?"""

import pytest

from promplan import language
from promplan.plan.store import MemoryStore
from promplan.units.quizzes import names, quiz, sheet
from promplan.widgets.sheet import Paper


def paper(panel) -> Paper:
    return next(one for one in panel.children if isinstance(one, Paper))


def answer(panel, **answers):
    one = paper(panel)
    one.asked = {"answers": answers, "turn": one.asked.get("turn", 0) + 1}


def test_an_answer_is_in_the_plan_and_gets_its_own_feedback():
    store = MemoryStore()
    panel = quiz(store, "01-numbers")
    answer(panel, points="a")
    assert store.answered("01-numbers/points") == "a"
    assert paper(panel).said["points"]["mark"] == "✘" and "6.79" in paper(panel).said["points"]["text"]
    answer(panel, points="b")
    assert paper(panel).said["points"]["mark"] == "✔"


def test_a_question_without_an_answer_is_named_and_nothing_is_stored_for_it():
    store = MemoryStore()
    panel = quiz(store, "01-numbers")
    answer(panel, points="b")
    assert paper(panel).said["age"]["mark"] == "→"
    assert store.answered("01-numbers/age") is None


def test_a_prediction_is_kept_and_not_judged():
    store = MemoryStore()
    panel = quiz(store, "01-core")
    answer(panel, eight="a")
    assert paper(panel).locked
    assert paper(panel).said["eight"]["mark"] == "·"


def test_an_exit_ticket_is_each_members_own():
    store = MemoryStore()
    for name in ("Ann", "Ben"):
        store.add("team.members", {"name": name})
    panel = quiz(store, "00-ticket")
    answer(panel, file="b")
    paper(panel).who = "M2"
    assert paper(panel).given == {}
    answer(panel, file="a")
    assert [store.answered("00-ticket/file", by) for by in ("M1", "M2")] == ["b", "a"]


def test_a_sheet_opened_again_shows_what_was_answered():
    store = MemoryStore()
    answer(quiz(store, "01-numbers"), points="b")
    assert paper(quiz(store, "01-numbers")).given == {"points": "b"}


def test_what_a_browser_sends_that_is_no_question_is_left_out():
    store = MemoryStore()
    answer(quiz(store, "01-numbers"), stranger="x", points="b" * 5000)
    assert [one.question for one in store.plan.answers.given] == ["01-numbers/points"]
    assert len(store.answered("01-numbers/points")) == 2000


def test_a_full_game_says_how_many_are_right():
    panel = quiz(MemoryStore(), "01-can-this-be")
    given = {one.id: next(it.id for it in one.options if it.right) for one in sheet("01-can-this-be").questions}
    answer(panel, **{**given, "plates": "can"})
    assert "6 of 7" in paper(panel).total


@pytest.mark.parametrize("name", names())
def test_every_sheet_is_whole_in_both_languages(name):
    one = sheet(name)
    assert len({question.id for question in one.questions}) == len(one.questions)
    for question in one.questions:
        texts = [question.text, *(option.text for option in question.options)]
        if one.told:
            texts += [option.feedback or question.feedback for option in question.options] or [question.feedback]
        for text in texts:
            assert text["en"].strip() and any("а" <= sign <= "я" for sign in text["ru"].lower()), (name, text)
        if question.options:
            assert sum(option.right for option in question.options) == 1, (name, question.id)


def test_the_static_form_is_readable_and_escaped_in_the_notebooks_language():
    with language.inside("ru"):
        html = quiz(MemoryStore(), "01-numbers")._repr_mimebundle_()["text/html"]
    assert "Брак снизился на 3 процентных пункта" in html and "<script" not in html
