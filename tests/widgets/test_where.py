"""Does the first cell's panel say what stands in the plan, and nothing about what does not?"""

import pytest
from widgets.test_editors import walk

from promplan.language import inside
from promplan.plan import Plan
from promplan.plan.meta import Meta
from promplan.plan.store import MemoryStore
from promplan.widgets.where import where_is_my_plan


def words(panel) -> str:
    return " ".join(one.value for one in panel.children if hasattr(one, "value"))


def test_only_what_is_there_is_counted():
    store = MemoryStore(Plan())
    assert "No people, facts or goals are in it yet." in words(where_is_my_plan(store))
    store.add("team.members", {})
    told = words(where_is_my_plan(store))
    assert "Members: 1." in told
    assert not any(name in told for name in ("No people", "Facts", "Objectives", "Audiences", "Pillars"))


def test_the_line_follows_the_plan():
    store = MemoryStore(Plan())
    panel = where_is_my_plan(store)
    for path in ("objectives", "audiences", "audiences", "message.pillars"):
        store.add(path, {})
    assert "Objectives: 1. Audiences: 2. Pillars: 1." in words(panel)


@pytest.mark.parametrize(("page", "words_of_the_plan"), [("en", "ru"), ("ru", "en")])
def test_where_page_and_plan_speak_two_languages_it_asks_once(page, words_of_the_plan):
    store = MemoryStore(Plan(meta=Meta(language=words_of_the_plan)))
    with inside(page):
        panel = where_is_my_plan(store)
        button = next(one for one in walk(panel) if getattr(one, "description", ""))
        ask = next(one for one in panel.children if button in getattr(one, "children", ()))
        assert ask.children[0].value
        button.click()
    assert store.plan.meta.language == page and ask.children == ()


def test_nothing_is_asked_where_both_speak_one():
    panel = where_is_my_plan(MemoryStore(Plan(meta=Meta(language="en"))))
    ask = next(one for one in panel.children if hasattr(one, "children"))
    assert ask.children == ()
