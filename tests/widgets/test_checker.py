"""Does the checker look at the chosen text, while it is typed, and keep one's own?"""

import pytest
from widgets.test_editors import control, walk, words

from promplan import language
from promplan.plan.store import FileStore, MemoryStore
from promplan.widgets.checker import OWN, text_checker
from promplan.widgets.guard import Guard

WHICH, MINE = "Text to look at", "A text of my own"


@pytest.fixture
def store():
    store = MemoryStore()
    store.put("message", {"umbrella": "The leading company of the region.", "call": "Come on Thursday."})
    store.add("message.pillars", {"statement": "What is made here is needed."})
    store.add("message.questions", {"question": "Is it hot?", "answer": "Yes, and loud."})
    store.add("message.questions", {"question": "Nobody answered this."})
    return store


def test_every_text_of_the_message_may_be_chosen(store):
    panel = text_checker(store)
    names = [name for name, _ in control(panel, WHICH).options]
    assert names == ["Umbrella", "Pillar P1", "Call to action", "Answer to Q1", MINE]
    for which, text in (("P1", "is needed"), ("call", "Thursday"), ("Q1", "and loud"), ("umbrella", "company")):
        control(panel, WHICH).value = which
        assert text in words(panel)


def test_a_superlative_is_marked_by_form_and_sign(store):
    shown = words(text_checker(store))
    assert '<mark class="promplan-superlative"' in shown and "leading<sup>▲</sup>" in shown
    assert "6 words in 1 sentence" in shown


def test_a_text_of_one_s_own_is_looked_at_while_it_is_typed_and_kept(store):
    panel = text_checker(store)
    assert control(panel, MINE).layout.display == "none" and control(panel, MINE).continuous_update
    control(panel, WHICH).value = OWN
    assert control(panel, MINE).layout.display == ""
    control(panel, MINE).value = "The best ring"
    assert "best<sup>▲</sup>" in words(panel) and store.answered(OWN) == "The best ring"
    control(panel, MINE).value = "The ring"
    assert "▲" not in words(panel) and control(text_checker(store), MINE).value == "The ring"


def test_too_long_a_text_is_not_kept_and_says_so(store):
    panel = text_checker(store)
    control(panel, WHICH).value = OWN
    control(panel, MINE).value = "short"
    control(panel, MINE).value = "x" * 4001
    assert "at most 4000 characters" in next(one for one in walk(panel) if isinstance(one, Guard)).trouble
    assert store.answered(OWN) == "short"
    control(panel, MINE).value = "short"
    assert next(one for one in walk(panel) if isinstance(one, Guard)).trouble == ""


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "Д" * 4000, "🏭 " * 1000, "Pезина и rubber", "\n\n", ""])
def test_hostile_words_are_only_shown(store, text):
    panel = text_checker(store)
    control(panel, WHICH).value = OWN
    control(panel, MINE).value = text
    view = " ".join(one.value for one in walk(panel) if type(one).__name__ == "HTML")
    assert "<script" not in view and (store.answered(OWN) or "") == text


def test_a_text_that_goes_leaves_the_choice_on_the_umbrella(store):
    panel = text_checker(store)
    control(panel, WHICH).value = "P1"
    store.add("message.pillars", {"statement": "Another"})
    assert control(panel, WHICH).value == "P1"
    store.remove("message.pillars/P1")
    assert control(panel, WHICH).value == "umbrella" and "leading" in words(panel)


def test_the_view_follows_what_is_written_in_another_editor(store):
    panel = text_checker(store)
    store.put("message", {"umbrella": "Rings go to 14 waterworks."})
    assert "Rings go to 14 waterworks." in words(panel)


def test_two_stores_on_one_file_share_the_own_text(tmp_path):
    here, there = (FileStore(tmp_path / "media-plan.json") for _ in range(2))
    mine, theirs = text_checker(here), text_checker(there)
    control(mine, MINE).value = "The ring"
    there.refresh()
    assert control(theirs, MINE).value == "The ring"


def test_an_empty_plan_says_that_nothing_is_written():
    assert "Nothing is written here yet." in words(text_checker(MemoryStore()))


def test_the_page_without_a_kernel_shows_the_marked_text(store):
    page = text_checker(store)._repr_mimebundle_()["text/html"]
    assert "leading<sup>▲</sup>" in page and "6 words in 1 sentence" in page


def test_the_checker_speaks_russian(store):
    store.put("message", {"umbrella": "Мы — самый лучший завод."})
    with language.inside("ru"):
        assert "самый лучший<sup>▲</sup>" in words(text_checker(store))
