"""Is what is typed saved when the plan is shown anew at the same moment, in the kernel's other thread?"""

from threading import Thread

import pytest

from promplan.plan.store import MemoryStore
from promplan.plan.turn import TURN
from promplan.widgets.brief import brief_form
from promplan.widgets.guard import Guard
from promplan.widgets.neighbours import key, neighbour_test, neighbours


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def meanwhile(act) -> Thread:
    """Do it in another thread, as far as it comes while we have the turn."""
    thread = Thread(target=act)
    thread.start()
    thread.join(0.2)
    return thread


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.put("message", {"umbrella": "We build 9,800 wagons a year"})
    return store


def test_a_text_that_is_typed_while_the_form_follows_the_plan(store):
    panel = brief_form(store)
    field = next(one for one in walk(panel) if getattr(one, "description", "") == "Who asks for this work")
    threads = []

    def typing() -> None:
        field.value = "press office"

    with TURN:
        other = next(one for one in walk(panel) if getattr(one, "description", "") == "One contact at the plant")
        # the form shows another notebook's change of this field, and is mute for so long
        other.observe(lambda _: threads.append(meanwhile(typing)) if not threads else None, "value")
        store.put("brief", {"contact": "Anna"})
    for one in threads:
        one.join()
    assert threads and (store.plan.brief.client, store.plan.brief.contact) == ("press office", "Anna")


def test_a_text_that_is_typed_while_the_same_field_is_shown_anew_is_asked_about(store):
    panel = brief_form(store)
    field = next(one for one in walk(panel) if getattr(one, "description", "") == "Who asks for this work")
    guard = next(one for one in walk(panel) if isinstance(one, Guard))
    threads = []

    def typing() -> None:
        field.value = "press office"

    def shown(change) -> None:
        if not threads and change["new"] == "the director":
            threads.append(meanwhile(typing))
            field.set_trait("value", "the director")  # what this thread shows comes last on the screen

    with TURN:
        field.observe(shown, "value")
        store.put("brief", {"client": "the director"})
    for one in threads:
        one.join()
    assert field.value == "press office" and "changed elsewhere" in guard.trouble
    next(one for one in walk(panel) if getattr(one, "description", "") == "Keep mine").click()
    assert store.plan.brief.client == "press office" and guard.trouble == ""


def test_an_answer_that_is_chosen_while_the_test_follows_the_plan(store):
    panel = neighbour_test(store)
    choices = [one for one in walk(panel) if getattr(one, "description", "") == "Does it fit?"]
    threads = []

    def choosing() -> None:
        choices[0].value = "fits"

    choices[-1].observe(lambda _: threads.append(meanwhile(choosing)) if not threads else None, "value")
    with TURN:
        store.answer({key(neighbours()[-1]["id"], store.plan.message.umbrella): "not"})
    for one in threads:
        one.join()
    assert threads and store.answered(key(neighbours()[0]["id"], store.plan.message.umbrella)) == "fits"
