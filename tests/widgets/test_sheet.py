"""Does a sheet keep its answers in the plan, say something to each, and tell members apart?"""

import pytest

from promplan import language
from promplan.language import Problem
from promplan.plan.store import MemoryStore
from promplan.units.quizzes import answers, names, quiz, sheet
from promplan.widgets.guard import Guard
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
    panel = quiz(store, "02-review")
    answer(panel)
    assert paper(panel).said["which"]["mark"] == "→"
    assert store.answered("02-review/which") is None


def test_a_second_try_is_told_and_the_first_one_counts():
    store = MemoryStore()
    panel = quiz(store, "01-numbers")
    answer(panel, points="a")
    answer(panel, points="b")
    assert paper(panel).said["points"]["mark"] == "✔" and paper(panel).tried == {"points": "b"}
    assert store.answered("01-numbers/points") == "a" and paper(panel).given == {"points": "a"}


def test_what_is_sorted_stands_beside_what_the_plant_says_once_all_is_sorted():
    panel = quiz(MemoryStore(), "01-heard-in-the-shop")
    asked = sheet("01-heard-in-the-shop").questions
    assert paper(panel).truth == []
    answer(panel, **{one.id: "never" for one in asked})
    rows = paper(panel).truth
    assert len(rows) == len(asked) and {said for _, said, _, _ in rows} == {"never"}
    assert rows[0][2] == "ask first" and rows[0][3]


def test_a_sort_whose_answers_come_later_keeps_them_for_then():
    panel = quiz(MemoryStore(), "09-levels")
    answer(panel, **{one.id: "output" for one in sheet("09-levels").questions})
    assert paper(panel).truth == [] and "The answers come later" in paper(panel).total and paper(panel).locked


@pytest.mark.parametrize(("name", "head"), [("01-heard-in-the-shop", "The plant"), ("04-channels", "Right answer")])
def test_the_right_answers_are_the_plant_s_only_where_they_are(name, head):
    assert paper(quiz(MemoryStore(), name)).sheet["sort"]["heads"][2] == head


def test_a_prediction_is_kept_and_not_judged():
    store = MemoryStore()
    panel = quiz(store, "02-review")
    answer(panel, which="a")
    assert paper(panel).locked
    assert paper(panel).said["which"]["mark"] == "·"


@pytest.fixture
def team() -> MemoryStore:
    store = MemoryStore()
    for name in ("Ann", "Ben"):
        store.add("team.members", {"name": name})
    return store


def handed_in(store: MemoryStore, who: str, name: str = "00-ticket") -> None:
    """A whole ticket, answered by a member on a sheet of their own."""
    panel = quiz(store, name)
    paper(panel).who = who
    answer(panel, **{one.id: one.options[0].id if one.options else "press office" for one in sheet(name).questions})


def trouble(panel) -> str:
    return next(one.trouble for one in panel.children if isinstance(one, Guard))


def test_an_exit_ticket_asks_for_a_name_before_anything_else(team):
    panel = quiz(team, "00-ticket")
    assert paper(panel).who == "" and paper(panel).locked
    assert [name for _, name in paper(panel).members] == ["choose your name", "Ann", "Ben"]
    answer(panel, file="b")
    assert "Choose your name" in trouble(panel) and team.plan.answers.given == []
    paper(panel).who = "M1"
    assert not paper(panel).locked


def test_the_next_member_meets_an_empty_ticket_and_overwrites_nobodys(team):
    panel = quiz(team, "00-ticket")
    asked = sheet("00-ticket").questions
    first, second = ({it.id: it.options[n].id if it.options else f"answer {n}" for it in asked} for n in (0, 1))
    paper(panel).who = "M1"
    answer(panel, **first)
    assert paper(panel).given == first and paper(panel).total == "Your ticket is handed in."
    paper(panel).who = "M2"
    assert (paper(panel).given, paper(panel).said, paper(panel).total, paper(panel).shown_for) == ({}, {}, "", "M2")
    answer(panel, **second)
    assert [team.answered("00-ticket/file", by) for by in ("M1", "M2")] == [first["file"], second["file"]]


def test_what_was_typed_under_one_name_is_not_filed_under_another(team):
    panel = quiz(team, "00-ticket")
    paper(panel).who = "M2"
    paper(panel).asked = {"answers": {"file": "a"}, "who": "M1", "turn": 1}
    assert team.plan.answers.given == [] and "name was changed" in trouble(panel)


def test_a_ticket_that_is_handed_in_is_on_nobodys_screen_and_stays_as_it_is(team):
    handed_in(team, "M1")
    kept = list(team.plan.answers.given)
    panel = quiz(team, "00-ticket")
    paper(panel).who = "M1"
    assert paper(panel).given == {} and paper(panel).said == {} and paper(panel).locked
    answer(panel, file="c")
    assert team.plan.answers.given == kept and "handed in already" in trouble(panel)


def test_half_a_ticket_is_kept_and_says_nothing_of_the_key(team):
    panel = quiz(team, "00-ticket")
    paper(panel).who = "M1"
    one = sheet("00-ticket").questions[0]
    answer(panel, **{one.id: one.options[0].id})
    assert team.answered(f"00-ticket/{one.id}", "M1") == one.options[0].id
    assert paper(panel).said[one.id]["mark"] == "·" and not paper(panel).locked


def test_without_members_the_team_answers_as_one():
    store = MemoryStore()
    panel = quiz(store, "00-ticket")
    assert not paper(panel).locked
    answer(panel, file="b")
    assert store.answered("00-ticket/file") == "b"


def test_the_key_of_a_ticket_is_shown_when_everybody_has_handed_it_in(team):
    with pytest.raises(Problem, match="Missing: Ann, Ben"):
        answers(team, "01-ticket")
    handed_in(team, "M1", "01-ticket")
    with pytest.raises(Problem, match="Missing: Ben"):
        answers(team, "01-ticket")
    handed_in(team, "M2", "01-ticket")
    assert "none: in the laboratory you ask" in str(answers(team, "01-ticket").rows)


def test_the_answers_of_a_lessons_sheet_are_shown_to_whoever_asks():
    assert answers(MemoryStore(), "02-levels").rows


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
    assert "3 of 4" in paper(panel).total


@pytest.mark.parametrize("name", names())
def test_every_sheet_is_whole_in_both_languages(name):
    one = sheet(name)
    assert len({question.id for question in one.questions}) == len(one.questions)
    for question in one.questions:
        texts = [question.text, *(option.text for option in question.options)]
        if one.told:
            texts += [option.feedback or question.feedback for option in question.options] or [question.feedback]
        for text in texts:
            told = any("а" <= sign <= "я" for sign in text["ru"].lower())
            assert text["en"].strip() and (told or not any(map(str.isalpha, text["ru"]))), (
                name,
                text,
            )  # a number is one
        if question.options:
            assert sum(option.right for option in question.options) == 1, (name, question.id)


def test_the_static_form_is_readable_and_escaped_in_the_notebooks_language():
    with language.inside("ru"):
        html = quiz(MemoryStore(), "01-numbers")._repr_mimebundle_()["text/html"]
    assert "Брак снизился на 3\u00a0процентных пункта" in html and "<script" not in html
