"""Does a persona card become an audience with its writer, and keep what was refused?"""

import pytest
from widgets.finding import told

from promplan import language
from promplan.plan.store import FileStore, MemoryStore
from promplan.widgets.guard import Guard
from promplan.widgets.persona import persona_card


def fields(panel) -> dict:
    return {one.description: one for one in panel.children if hasattr(one, "description")}


def guard(panel) -> Guard:
    return next(one for one in panel.children if isinstance(one, Guard))


def test_a_card_becomes_an_audience_with_its_writers_id_and_is_empty_again():
    store = MemoryStore()
    store.add("team.members", {"name": "Ann"})
    panel = persona_card(store)
    card = fields(panel)
    card["Whose card is it?"].value = "M1"
    card["Who they are"].value = " Pupils of 15 to 18 "
    card["What they are trying to get done"].value = "choose a trade\nwithout regretting it"
    card["Barrier"].value = "nobody of their age has been inside"
    card["Trigger"].value = "the exams in June"
    card["Whom they ask"].value = "parents"
    card["Put it into the audiences"].click()
    one = store.plan.audiences[0]
    assert (one.id, one.by, one.segment) == ("A1", "M1", "Pupils of 15 to 18")
    assert (one.job, one.barrier) == ("choose a trade\nwithout regretting it", "nobody of their age has been inside")
    assert (one.trigger, one.influencers) == ("the exams in June", "parents")
    assert card["Who they are"].value == "" and card["Whose card is it?"].value == "M1"
    assert "A1" in told(panel) and guard(panel).trouble == ""


def test_nothing_is_in_the_plan_before_the_button_is_pressed():
    store = MemoryStore()
    fields(persona_card(store))["Who they are"].value = "pupils"
    assert store.plan.audiences == []


def test_an_empty_card_and_one_without_its_writer_are_refused():
    store = MemoryStore()
    panel = persona_card(store)
    card = fields(panel)
    card["Barrier"].value = "the bus"
    card["Put it into the audiences"].click()
    assert "write who they are first" in guard(panel).trouble
    store.add("team.members", {"name": "Ann"})
    card["Who they are"].value = "pupils"
    card["Put it into the audiences"].click()
    assert "Choose your name" in guard(panel).trouble and store.plan.audiences == []


@pytest.mark.parametrize(("label", "most"), [("Trigger", 300), ("What they are trying to get done", 4000)])
def test_an_overlong_line_is_named_with_its_limit_and_kept_on_the_card(label, most):
    store = MemoryStore()
    panel = persona_card(store)
    card = fields(panel)
    card["Who they are"].value = "pupils"
    card[label].value = "x" * (most + 1)
    card["Put it into the audiences"].click()
    assert label in guard(panel).trouble and str(most) in guard(panel).trouble
    assert store.plan.audiences == [] and len(card[label].value) == most + 1
    card[label].value = "x" * most
    card["Put it into the audiences"].click()
    assert len(store.plan.audiences) == 1


def test_hostile_words_are_kept_as_they_are():
    store = MemoryStore()
    panel = persona_card(store)
    fields(panel)["Who they are"].value = "<script>alert(1)</script>{id}"
    fields(panel)["Put it into the audiences"].click()
    assert store.plan.audiences[0].segment == "<script>alert(1)</script>{id}"
    assert "<script" not in told(panel)


def test_a_member_who_joins_in_another_notebook_can_sign(tmp_path):
    path = tmp_path / "media-plan.json"
    here = FileStore(path)
    here.add("team.members", {"name": "Ann"})
    card = fields(persona_card(here))
    FileStore(path).add("team.members", {"name": "Ben"})
    here.refresh()
    assert [name for name, _ in card["Whose card is it?"].options] == ["choose your name", "Ann", "Ben"]


def test_without_a_kernel_it_is_a_card_to_fill_by_hand_in_the_notebooks_language():
    with language.inside("ru"):
        html = persona_card(MemoryStore())._repr_mimebundle_()["text/html"]
    assert "Кто это ________" in html and "Барьер ________" in html
