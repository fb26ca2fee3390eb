"""Does the neighbour test put the umbrella into other mouths, keep what the team said, and judge it?"""

import pytest
from widgets.test_editors import walk, words

from promplan import language
from promplan.plan.store import FileStore, MemoryStore
from promplan.widgets.neighbours import neighbour_test, neighbours, said_by

RUBBER, RTI = "Uprugost Rubber Works", "АО «Упругость», завод РТИ"
BAKERY = neighbours()[0]


def choices(panel):
    return [one for one in walk(panel) if type(one).__name__ == "RadioButtons"]


@pytest.fixture
def store():
    store = MemoryStore()
    store.put("enterprise", {"name": RUBBER})
    store.put("message", {"umbrella": "Uprugost is a dynamic team of professionals."})
    return store


@pytest.mark.parametrize(
    ("umbrella", "plant", "said"),
    [
        ("Uprugost makes rings.", RUBBER, "The bakery next door makes rings."),
        ("At the Uprugost Rubber Works you learn.", RUBBER, "At the bakery next door you learn."),
        ("Rings go to 14 waterworks.", RUBBER, "Rings go to 14 waterworks."),
        ("На заводе «Упругость» вас ждут.", RTI, "На заводе «Тёплая корка» вас ждут."),
        ("Упругость делает кольца.", RTI, "«Тёплая корка» делает кольца."),
        ("Неупругость — не имя.", RTI, "Неупругость — не имя."),
        ("The rings are ours.", "", "The rings are ours."),
        ("An odd (name.", "(odd", "An odd (name."),
    ],
)
def test_the_neighbour_s_name_stands_where_the_plant_s_stood(umbrella, plant, said):
    assert said_by(BAKERY, umbrella, plant) == said


def test_without_an_umbrella_it_says_to_write_one():
    panel = neighbour_test(MemoryStore())
    assert "There is no umbrella yet" in words(panel) and "There is no umbrella yet" in panel.static
    assert "Said by" not in words(panel)


def test_every_neighbour_says_it(store):
    shown = words(neighbour_test(store))
    for who in ("the bakery next door", "the bank on the square", "the works across the river"):
        assert f"Said by {who}:" in shown and f"{who[0].upper()}{who[1:]} is a dynamic team" in shown


def test_two_that_it_fits_are_too_many(store):
    panel = neighbour_test(store)
    for one in choices(panel)[:2]:
        one.value = "fits"
    assert "It says nothing about this plant" in words(panel)
    assert [one.answer for one in store.plan.answers.given] == ["fits", "fits"]


def test_one_that_it_fits_is_named(store):
    panel = neighbour_test(store)
    for n, one in enumerate(choices(panel)):
        assert f"Asked: {n} of 5." in words(panel)
        one.value = "fits" if n == 1 else "not"
    assert "… Nearly: the bank on the square could still say it" in words(panel)


def test_an_umbrella_that_fits_nobody_can_only_be_theirs(store):
    panel = neighbour_test(store)
    for one in choices(panel):
        one.value = "not"
    assert "✔ It can only be yours." in words(panel)


def test_a_changed_umbrella_is_asked_about_anew_and_the_old_answers_come_back_with_it(store):
    panel = neighbour_test(store)
    before = store.plan.message.umbrella
    choices(panel)[0].value = "fits"
    store.put("message", {"umbrella": "Rings from Dugorsk go to 14 waterworks."})
    assert choices(panel)[0].value is None and "Asked: 0 of 5." in words(panel)
    store.put("message", {"umbrella": before})
    assert choices(panel)[0].value == "fits"


def test_answers_are_there_after_the_cell_is_run_again(store):
    choices(neighbour_test(store))[3].value = "not"
    assert [one.value for one in choices(neighbour_test(store))] == [None, None, None, "not", None]


def test_two_stores_on_one_file_share_the_answers(tmp_path):
    here, there = (FileStore(tmp_path / "media-plan.json") for _ in range(2))
    mine, theirs = neighbour_test(here), neighbour_test(there)
    here.put("message", {"umbrella": "A dynamic team."})
    there.refresh()
    choices(theirs)[0].value = "fits"
    here.refresh()
    assert choices(mine)[0].value == "fits"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "Д" * 4000, "🏭 " * 100, "Pезина и rubber", "\\1 \\g<0>"]
)
def test_hostile_words_are_only_shown(text):
    store = MemoryStore()
    store.put("enterprise", {"name": text[:300]})
    store.put("message", {"umbrella": text})
    panel = neighbour_test(store)
    choices(panel)[0].value = "fits"
    assert "<script" not in words(panel) + panel.static and len(words(panel)) < 10_000


def test_the_page_without_a_kernel_shows_the_sentences(store):
    page = neighbour_test(store)._repr_mimebundle_()["text/html"]
    assert "Said by the bakery next door:" in page and "The bakery next door is a dynamic team" in page


def test_a_russian_umbrella_gets_russian_names_in_an_english_notebook():
    assert "«Круглая сумма»" in said_by(neighbours()[1], "На заводе «Упругость» вас ждут.", RTI)
    with language.inside("ru"):
        store = MemoryStore()
        store.put("message", {"umbrella": "Кольца едут в 14 водоканалов."})
        assert "пекарня за углом «Тёплая корка»" in words(neighbour_test(store))
