"""Does the first cell's panel say what stands in the plan, and nothing about what does not?"""

from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets.where import where_is_my_plan


def words(panel) -> str:
    return " ".join(one.value for one in panel.children if hasattr(one, "value"))


def test_only_what_is_there_is_counted():
    store = MemoryStore(Plan())
    assert "Nothing is in it yet." in words(where_is_my_plan(store))
    store.add("team.members", {})
    told = words(where_is_my_plan(store))
    assert "Members: 1." in told
    assert not any(name in told for name in ("Nothing", "Facts", "Objectives", "Audiences", "Pillars"))


def test_the_line_follows_the_plan():
    store = MemoryStore(Plan())
    panel = where_is_my_plan(store)
    for path in ("objectives", "audiences", "audiences", "message.pillars"):
        store.add(path, {})
    assert "Objectives: 1. Audiences: 2. Pillars: 1." in words(panel)
