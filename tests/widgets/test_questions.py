"""Are the hard questions kept, counted, nudged, and never doubled?"""

import pytest
from widgets.test_editors import control, walk, words

from promplan import language
from promplan.plan.document import Plan
from promplan.plan.meta import Meta
from promplan.plan.store import FileStore, MemoryStore
from promplan.widgets.guard import Guard
from promplan.widgets.questions import asked_always, hard_questions

TAKE = "Fill up to ten from what is always asked"


def test_the_ten_come_in_one_press_and_once():
    store = MemoryStore()
    panel = hard_questions(store)
    control(panel, TAKE).click()
    assert "10 questions are new: ten in all." in words(panel)
    control(panel, TAKE).click()
    assert "There are ten questions already." in words(panel)
    assert [one.question for one in store.plan.message.questions] == [one["text"]["en"] for one in asked_always()]
    assert len(store.plan.message.questions) == 10 and control(panel, "Hard questions").value == "Q1"


def test_a_question_that_is_there_in_either_language_is_not_doubled():
    pay, danger = (one["text"] for one in asked_always()[:2])
    store = MemoryStore()
    store.add("message.questions", {"question": f"  {pay['ru'].upper()} ", "answer": "ours"})
    store.add("message.questions", {"question": danger["en"].rstrip("?")})
    panel = hard_questions(store)
    control(panel, TAKE).click()
    assert control(panel, "Hard questions").value == "Q3"  # the first new one, with its nudge
    texts = [one.question for one in store.plan.message.questions]
    assert len(texts) == 10 and pay["en"] not in texts and danger["en"] not in texts
    assert store.plan.message.questions[0].answer == "ours"


def test_they_are_written_in_the_language_of_the_page():
    store = MemoryStore(Plan(meta=Meta(language="en")))
    with language.inside("ru"):
        next(
            one for one in walk(hard_questions(store)) if getattr(one, "description", "").startswith("Дополнить")
        ).click()
    assert store.plan.message.questions[0].question == asked_always()[0]["text"]["ru"]


def test_there_are_ten_in_all_whatever_was_there():
    store = MemoryStore()
    for n in range(3):
        store.add("message.questions", {"question": f"question {n}"})
    panel = hard_questions(store)
    control(panel, TAKE).click()
    assert len(store.plan.message.questions) == 10 and "7 questions are new: ten in all." in words(panel)


def test_a_full_plan_says_how_much_room_there_is():
    store = MemoryStore()
    for _ in range(55):
        store.add("message.questions", {"question": ""})
    panel = hard_questions(store)
    control(panel, TAKE).click()
    assert len(store.plan.message.questions) == 55
    assert "room for 5" in next(one for one in walk(panel) if isinstance(one, Guard)).trouble


def test_what_is_answered_is_counted_and_what_is_cleared_too():
    store = MemoryStore()
    panel = hard_questions(store)
    control(panel, TAKE).click()
    assert "Answered: 0 of ten. Cleared: 0." in words(panel)
    control(panel, "Our answer").value = "From 62,000 roubles."
    control(panel, "Clearance").value = "cleared"
    control(panel, "Who clears it").value = "head of personnel"
    control(panel, "Hard questions").value = "Q7"
    control(panel, "Clearance").value = "refused"
    assert "Answered: 2 of ten. Cleared: 1." in words(panel)
    first = store.plan.message.questions[0]
    assert (first.answer, first.state, first.cleared_by) == ("From 62,000 roubles.", "cleared", "head of personnel")


def test_an_empty_row_is_no_answered_question():
    store = MemoryStore()
    panel = hard_questions(store)
    control(panel, "Add").click()
    control(panel, "Our answer").value = "to nobody"
    assert "Answered: 0 of ten" in words(panel)


def test_the_chosen_question_comes_with_its_nudge_and_one_s_own_without():
    store = MemoryStore()
    panel = hard_questions(store)
    control(panel, TAKE).click()
    assert "Who asks: a school-leaver." in words(panel)
    control(panel, "Hard questions").value = "Q7"
    assert "Who asks: a journalist." in words(panel) and "Please ask the press office" in words(panel)
    control(panel, "Add").click()
    assert "Who asks" not in words(panel)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "🏭" * 300, "Pезина и rubber"])
def test_hostile_words_are_only_shown(text):
    store = MemoryStore()
    panel = hard_questions(store)
    control(panel, "Add").click()
    control(panel, "Hard question").value = text
    control(panel, "Our answer").value = text * 10
    assert store.plan.message.questions[0].question == text
    html = " ".join(one.value for one in walk(panel) if type(one).__name__ == "HTML")
    assert "<script" not in html + hard_questions(store).static


def test_two_stores_on_one_file_show_one_list(tmp_path):
    here, there = (FileStore(tmp_path / "media-plan.json") for _ in range(2))
    mine, theirs = hard_questions(here), hard_questions(there)
    control(mine, TAKE).click()
    control(theirs, TAKE).click()
    here.refresh()
    assert len(here.plan.message.questions) == 10
    control(theirs, "Our answer").value = "From 62,000 roubles."
    here.refresh()
    assert "Answered: 1 of ten" in words(mine)


def test_the_page_without_a_kernel_lists_questions_and_answers():
    store = MemoryStore()
    store.add("message.questions", {"question": "Is it <hot>?", "answer": "Yes & loud."})
    page = hard_questions(store)._repr_mimebundle_()["text/html"]
    assert "Is it &lt;hot&gt;?" in page and "Yes &amp; loud." in page and "Answered: 1 of ten" in page


def test_every_one_of_the_ten_is_whole_in_both_languages():
    assert len({one["id"] for one in asked_always()}) == 10
    for one in asked_always():
        for words_ in (one["asked_by"], one["text"], one["nudge"]):
            assert set(words_) == {"en", "ru"} and all(words_.values())
        assert len(one["text"]["en"]) <= 300 and len(one["text"]["ru"]) <= 300


def test_the_editor_speaks_russian():
    with language.inside("ru"):
        store = MemoryStore()
        store.add("message.questions", {"question": asked_always()[0]["text"]["ru"]})
        assert "«Достойная зарплата» — это не ответ" in words(hard_questions(store))


def test_the_findings_are_those_of_the_questions():
    store = MemoryStore()
    store.put("message", {"umbrella": "rings " * 31})
    store.add("message.questions", {"question": "Is it hot?"})
    shown = words(hard_questions(store))
    assert "MSG-10" in shown and "MSG-3<" not in shown
