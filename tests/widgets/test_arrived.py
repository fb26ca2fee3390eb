"""Does the first cell ask what becomes of a file that arrived, and do its three buttons do what they say?"""

import pytest

from promplan.plan import Plan
from promplan.plan.codec import dumps, loads
from promplan.plan.enterprise import Fact
from promplan.plan.meta import Meta
from promplan.plan.store import NAME, FileStore, MemoryStore, read
from promplan.widgets.brief import brief_form
from promplan.widgets.guard import Guard
from promplan.widgets.where import where_is_my_plan


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def words(panel) -> str:
    return " ".join(one.value for one in walk(panel) if isinstance(getattr(one, "value", None), str))


def buttons(panel) -> list[str]:
    return [one.description for one in walk(panel) if hasattr(one, "click") and one.layout.display != "none"]


def press(panel, label: str) -> str:
    """Press; what a guard says of it."""
    next(one for one in walk(panel) if getattr(one, "description", "") == label).click()
    return next((one.trouble for one in walk(panel) if isinstance(one, Guard) and one.trouble), "")


def plan(plan_id: str, *facts: Fact) -> Plan:
    return Plan.model_validate(
        {"meta": {"plan_id": plan_id}, "enterprise": {"facts": [one.model_dump() for one in facts]}}
    )


@pytest.fixture
def store(tmp_path) -> FileStore:
    store = FileStore(tmp_path / NAME, Plan(meta=Meta(plan_id="ours")))
    store.add("enterprise.facts", {"statement": "14 presses", "value": 14.0})
    store.add("enterprise.facts", {"statement": "ours alone"})
    return store


def arrive(store: FileStore, there: Plan) -> None:
    store.path.write_bytes(dumps(there))
    store.refresh()


TEAMMATE = plan("ours", Fact(id="F1", statement="14 presses", value=15.0))
STRANGER = plan("another", Fact(id="F1", statement="theirs <b>"))


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_nothing_is_asked_while_nothing_arrived(store, kind):
    assert buttons(where_is_my_plan(store if kind == "file" else MemoryStore())) == []


def test_another_plan_is_asked_about_without_a_join(store):
    panel = where_is_my_plan(store)
    arrive(store, STRANGER)
    assert buttons(panel) == ["Take the other one", "Keep mine"]
    assert "There is another plan where yours was" in words(panel) and "plan-backups" in words(panel)


def test_a_first_cell_that_is_run_later_asks_too(store):
    arrive(store, STRANGER)
    assert buttons(where_is_my_plan(store)) == ["Take the other one", "Keep mine"]


def test_the_other_one_is_taken(store):
    panel = where_is_my_plan(store)
    arrive(store, STRANGER)
    assert press(panel, "Take the other one") == "" and store.plan == STRANGER and buttons(panel) == []
    assert "What you had is kept as plan-backups/media-plan" in words(panel)


def test_mine_is_kept(store):
    panel, mine = where_is_my_plan(store), store.plan
    arrive(store, STRANGER)
    press(panel, "Keep mine")
    assert store.plan == read(store.path) == mine and buttons(panel) == []


def test_both_are_joined_after_what_differs_was_chosen(store):
    panel = where_is_my_plan(store)
    arrive(store, TEAMMATE)
    assert "Choose which version stays" in press(panel, "Join both") and read(store.path) == TEAMMATE
    next(one for one in walk(panel) if getattr(one, "description", "") == "F1: which stays?").value = "theirs"
    press(panel, "Join both")
    assert [one.value for one in read(store.path).enterprise.facts] == [15.0, None]
    assert buttons(panel) == []


def test_a_form_says_that_it_waits_and_saves_once_somebody_chose(store):
    panel, form = where_is_my_plan(store), brief_form(store)
    client = next(one for one in walk(form) if getattr(one, "description", "") == "Who asks for this work")
    guard = next(one for one in walk(form) if isinstance(one, Guard))
    arrive(store, STRANGER)
    client.value = "press office"
    assert "Choose in the first cell" in guard.trouble and client.value == "press office"
    assert store.path.read_bytes() == dumps(STRANGER)
    press(panel, "Keep mine")
    client.value = "press office of the plant"
    assert read(store.path).brief.client == "press office of the plant" and guard.trouble == ""
    assert len(read(store.path).enterprise.facts) == 2


def test_what_arrived_is_shown_as_text(store):
    panel = where_is_my_plan(store)
    arrive(store, loads(dumps(STRANGER).replace(b'"name": ""', b'"name": "<script>x</script>"', 1)))
    assert "&lt;script&gt;" in words(panel) and "<script>" not in words(panel)
