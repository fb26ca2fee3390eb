"""Is a guess kept before the truth is shown, does the first one count, and is the distance said?"""

import json

import pytest

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.units.quizzes import answers, quiz, sheet
from promplan.widgets.guard import Guard
from promplan.widgets.guess import Drawing

DRAWN = "0 24 52 74 88 94 98 100 100"
GUESSES = {"02-pyramid": "60", "02-break": "10000", "01-core": DRAWN}


def paper(panel) -> Drawing:
    return next(one for one in panel.children if isinstance(one, Drawing))


def trouble(panel) -> str:
    return next(one.trouble for one in panel.children if isinstance(one, Guard))


def tell(panel, answer) -> None:
    one = paper(panel)
    one.asked = {"answer": answer, "turn": one.asked.get("turn", 0) + 1}


def key(name: str) -> str:
    return f"{name}/{sheet(name).questions[0].id}"


def said(name: str, answer: str) -> str:
    panel = quiz(MemoryStore(), name)
    tell(panel, answer)
    return unset(paper(panel).told["said"])


@pytest.mark.parametrize("name", GUESSES)
def test_a_guess_is_in_the_plan_before_the_truth_is_on_the_page(name):
    store = MemoryStore()
    panel = quiz(store, name)
    one = paper(panel)
    truth = sheet(name).questions[0].guess.key()
    assert one.told == {}
    if name != "02-break":  # 100,000 is a place on its line, as any guess is
        assert truth not in json.dumps([one.words, one.axes], ensure_ascii=False)
    tell(panel, GUESSES[name])
    assert store.answered(key(name)) == GUESSES[name]
    assert one.told["answer"] == GUESSES[name] and one.told["said"] and one.told["why"]


@pytest.mark.parametrize("name", GUESSES)
def test_a_sheet_that_is_opened_again_shows_what_was_guessed(name):
    store = MemoryStore()
    tell(quiz(store, name), GUESSES[name])
    told = paper(quiz(store, name)).told
    assert told["answer"] == GUESSES[name] and told["counts"] == ""


def test_the_first_guess_counts_and_a_later_one_is_told_beside_it():
    store = MemoryStore()
    panel = quiz(store, "02-pyramid")
    tell(panel, "60")
    tell(panel, "110")
    assert store.answered("02-pyramid/sixty") == "60"
    told = paper(panel).told
    assert told["answer"] == "110" and unset(told["counts"]) == "Your first guess counts: 60 people."
    tell(panel, "60")
    assert paper(panel).told["counts"] == ""
    assert paper(quiz(store, "02-pyramid")).told["answer"] == "60"


@pytest.mark.parametrize("answer", ["", "61", "c", "nan", "1e999", "60 60", "-5", "305", "6" * 5000])
def test_what_no_hand_can_set_is_refused_and_nothing_is_kept(answer):
    store = MemoryStore()
    panel = quiz(store, "02-pyramid")
    tell(panel, answer)
    assert store.plan.answers.given == [] and paper(panel).told == {} and "Set your guess first" in trouble(panel)


@pytest.mark.parametrize("answer", ["0 24", DRAWN + " 100", DRAWN.replace("24", "25"), "0 " * 9 + "x"])
def test_half_a_curve_is_none(answer):
    store = MemoryStore()
    panel = quiz(store, "01-core")
    tell(panel, answer)
    assert store.plan.answers.given == [] and trouble(panel)


def test_an_answer_of_an_older_course_is_no_guess_and_gives_way_to_one():
    store = MemoryStore()
    store.answer({"02-pyramid/sixty": "c"})
    panel = quiz(store, "02-pyramid")
    assert paper(panel).told == {}
    tell(panel, "60")
    assert store.answered("02-pyramid/sixty") == "60"


def test_the_distance_is_said_by_its_direction():
    assert said("02-pyramid", "60") == "You said 60, it is 114: 1.9 times as many as you thought."
    assert said("02-pyramid", "200") == "You said 200, it is 114: 86 too many."
    assert said("02-pyramid", "115") == "You said 115, it is 114: as good as right."
    assert said("02-pyramid", "0") == "You said 0, it is 114: 114 between them."
    assert said("02-pyramid", "100") == "You said 100, it is 114: 14 between them."
    assert said("02-break", "1000") == "You said 1,000, it is 100,000: 100 times as many as you thought."


def test_a_curve_is_told_at_its_place_then_on_average_and_at_most():
    words = said("01-core", DRAWN)
    assert words.startswith("At eight minutes you drew 88 %, it is 36 %. On average you are 27 points away")
    assert "minute 7" in words
    assert said("01-core", "0 0 0 0 36 84 98 100 100").endswith("The whole curve is nearly yours.")


def test_russian_counts_as_russian_does():
    with inside("ru"):
        assert said("02-pyramid", "60") == "Вы назвали 60, а их 114: в 1,9 раза больше, чем вы думали."
        assert said("02-break", "20000").startswith("Вы назвали 20 000, а их 100 000: в 5 раз больше")
        assert said("02-pyramid", "0").endswith("разница 114.")


def test_the_truth_that_is_drawn_is_the_kits_own_line_within_the_plot():
    panel = quiz(MemoryStore(), "01-core")
    tell(panel, DRAWN)
    told = paper(panel).told
    assert len(told["truth"]) == 65 and told["truth"][0] == [0, 0]
    assert all(0 <= one <= 1 for point in told["truth"] for one in point)
    assert told["named"] == pytest.approx([0.5, 0.88, 0.357])


def test_the_key_of_a_guess_is_its_truth():
    assert answers(MemoryStore(), "02-pyramid").rows[0][1] == "114\u00a0people"


@pytest.mark.parametrize("name", GUESSES)
def test_the_static_form_asks_for_the_guess_and_hides_the_truth(name):
    for speech in ("en", "ru"):
        with inside(speech):
            html = unset(quiz(MemoryStore(), name)._repr_mimebundle_()["text/html"])
            assert unset(str(sheet(name).questions[0].guess.key())) not in html and "<script" not in html
            assert ("before you read on" if speech == "en" else "Прежде чем читать дальше") in html
