"""Is a script written, timed as it is spoken, put in order and undone, and is what is over said with its line?"""

import pytest
from widgets.acting import Page
from widgets.finding import part

from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets.guard import Guard
from promplan.widgets.script import script

LINES = [
    {"words": "At 170 °C the rubber flows.", "picture": "The mould opens", "seconds": 4.0},
    {"words": "Nobody in the whole town of eleven thousand people hears how quietly it breathes.", "seconds": 3.0},
    {"words": "Come and listen."},
]


def film(lines=LINES, length: float | None = 30.0, language: str = "en") -> Plan:
    plan, item = edit.add(Plan(), "items", {"title": "The press breathes", "form": "video", "length": length})
    for one in lines:
        plan, _ = edit.add(plan, f"items/{item}/script", one)
    plan, _ = edit.add(plan, "enterprise.facts", {"statement": "The press works at 170 °C"})
    return edit.put(plan, "meta", {"language": language})


def opened(plan: Plan) -> tuple[MemoryStore, Page]:
    store = MemoryStore(plan)
    return store, Page(script(store))


def lines(store: MemoryStore) -> list:
    return store.plan.items[0].script


def test_numbers_count_as_they_are_spoken():
    _, page = opened(film())
    first = page.board.shown["lines"][0]
    assert first["heard"] == "At one hundred and seventy degrees Celsius the rubber flows."
    assert unset(first["takes"]).startswith("10 words as spoken: 4 s at the fastest")
    assert page.board.shown["lines"][2]["heard"] == ""


def test_what_is_over_is_said_with_its_line_and_by_how_much():
    _, page = opened(film())
    told = unset(" ".join(page.board.shown["over"]))
    assert "More words than their seconds hold: line 2 by 2.6 s." in told
    assert page.board.shown["lines"][1]["over"] and page.board.shown["lines"][1]["sign"] == "error"
    assert page.board.shown["lines"][0]["over"] == []


def test_a_script_longer_than_its_piece_says_how_many_words_have_to_go():
    _, page = opened(film([{"words": "word " * 100}], length=20.0))
    assert "and there are 20: 20 s more, or 50 words fewer" in unset(page.board.shown["over"][0])


def test_a_script_that_fits_says_how_much_room_is_left():
    _, page = opened(film([{"words": "Come and listen."}], length=10.0))
    assert unset(page.board.shown["over"][0]) == "It fits: 22 words more could be said."


def test_the_same_words_take_the_time_of_the_language_in_which_they_are_spoken():
    plan = film([{"words": "Пресс работает при 170 °C."}], language="ru")
    _, page = opened(plan)
    russian = page.board.shown["lines"][0]
    assert russian["heard"].startswith("Пресс работает при ста семидесяти") or "сто семьдесят" in russian["heard"]
    page.act("language", value="en")
    assert page.board.shown["language"] == "en" and page.board.shown["lines"][0]["easy"] != russian["easy"]


def test_lines_are_written_linked_to_facts_carried_and_removed_and_each_is_undone():
    store, page = opened(film())
    new = page.act("add", id="L1")
    assert [one.id for one in lines(store)] == ["L1", new, "L2", "L3"]
    page.act("put", id=new, name="words", value="Listen.", seen="")
    page.act("put", id=new, name="facts", value=["F1"], seen=[])
    page.act("carry", id=new, by=-1)
    page.act("remove", id="L2")
    assert [one.id for one in lines(store)] == [new, "L1", "L3"] and lines(store)[0].facts == ["F1"]
    for _ in range(4):
        page.act("undo")
    assert [one.id for one in lines(store)] == ["L1", new, "L2", "L3"]
    assert (lines(store)[1].words, lines(store)[1].facts) == ("", [])
    page.act("undo")
    assert page.board.undoes == "" and len(lines(store)) == 3


def test_a_fact_is_offered_by_its_words():
    _, page = opened(film())
    assert page.board.shown["facts"] == [["F1", "F1 · The press works at 170 °C"]]


def test_a_script_of_ten_thousand_words_in_one_field_is_refused_and_the_page_is_told():
    store, page = opened(film())
    page.act("put", id="L3", name="words", value="word " * 10_000, seen="Come and listen.")
    assert page.failed and part(page.panel, Guard).trouble
    assert lines(store)[2].words == "Come and listen."


@pytest.mark.parametrize("length", [None, 30.0])
def test_eighty_long_lines_are_counted(length):
    _, page = opened(film([{"words": "word " * 125}] * 80, length=length))
    assert "words as spoken: 10000" in unset(page.board.shown["total"]).replace(" ", " ").replace(",", "")


def test_without_a_kernel_the_script_is_its_two_columns_and_words_are_escaped():
    static = script(MemoryStore(film([{"words": "<b>Listen</b>", "picture": "The mould", "seconds": 2.5}]))).static
    assert "<td>The mould</td><td>&lt;b&gt;Listen&lt;/b&gt;</td><td>2.5</td>" in static
