"""Is what came home written down, does what was heard return as oral and unconfirmed, is the footage looked through?"""

from datetime import date

import pytest
from widgets.finding import button, field, part, press, shown, told, walk

from promplan.cases.kit import load
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.widgets.picks import Picks
from promplan.widgets.toast import Toast
from promplan.widgets.visit_log import GATE, visit_log


def at(n: int = 3) -> tuple[MemoryStore, object]:
    store = MemoryStore(load("boiler-works").blank)
    store.put("visit", {"date": date(2026, 10, 9)})
    for k in range(n):
        store.add("visit.shots", {"what": f"shot {k + 1}"})
    return store, visit_log(store)


def state(panel: object):
    """What became of the chosen shot: the control of it, and no column of a table."""
    return next(
        one for one in walk(panel) if getattr(one, "description", "") == "What became of it" and hasattr(one, "options")
    )


def test_what_became_of_a_shot_is_in_the_plan_and_counted():
    store, panel = at()
    state(panel).value = "got"
    field(panel, "Taken at").value = "9:40"
    field(panel, "Shots and what became of them").value = "T2"
    state(panel).value = "reshoot"
    assert [one.log.state for one in store.plan.visit.shots] == ["got", "reshoot", ""]
    assert f"{store.plan.visit.shots[0].log.at:%H:%M}" == "09:40"
    assert "3 shots: 1 got, 0 missing, 1 to take again, 1 not taken yet." in unset(told(panel))


def test_what_was_heard_becomes_an_oral_fact_of_that_day_that_nobody_has_cleared():
    store, panel = at()
    store.add("visit.heard", {"statement": "A good seam sounds like frying bacon", "who": "welder"})
    press(panel, "Into the register, as oral")
    (fact,) = store.plan.enterprise.facts
    assert (fact.statement, fact.source, fact.source_kind) == ("A good seam sounds like frying bacon", "welder", "oral")
    assert fact.as_of == date(2026, 10, 9) and fact.clearance.state == "open" and fact.checked_by == ""
    assert store.plan.visit.heard[0].fact == fact.id
    toast = next(one for one in walk(panel) if isinstance(one, Toast) and one.undoes)
    toast.undo()
    assert store.plan.enterprise.facts == [] and store.plan.visit.heard[0].fact == ""


def test_a_sentence_that_is_a_fact_already_is_not_offered_again_and_an_empty_one_waits():
    store, panel = at()
    store.add("visit.heard", {})
    take = button(panel, "Into the register, as oral")
    assert take.disabled
    store.put("visit.heard/E1", {"statement": "It hums"})
    assert not take.disabled
    take.click()
    box = next(one for one in walk(panel) if take in getattr(one, "children", ()))
    assert not shown(box)


def test_the_footage_is_ticked_off_and_the_ticks_are_there_when_the_cell_runs_again():
    store, panel = at()
    picks = part(panel, Picks)
    picks.value = ("read", "faces")
    assert f"{len(GATE) - 2} questions are open" in unset(told(panel))
    again = part(visit_log(store), Picks)
    assert again.value == ("read", "faces")
    again.value = tuple(GATE)
    assert "All of it holds" in unset(told(visit_log(store))) and picks.value == tuple(GATE)


def test_with_whom_it_was_looked_through_is_kept():
    store, panel = at()
    field(panel, "Looked through with").value = "shift foreman"
    field(panel, "Looked through on").value = "9 October 2026"
    assert store.plan.visit.footage.with_whom == "shift foreman" and store.plan.visit.footage.on == date(2026, 10, 9)


def test_the_plant_s_footage_is_told_file_by_file_with_what_it_still_carries():
    _, panel = at()
    assert "polnypar-06.mp4" in told(panel) and "The file tells: the place, the number of the camera." in unset(
        told(panel)
    )
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    assert "mp4" not in told(visit_log(store))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_a_kernel_the_log_is_a_list_and_words_are_escaped(language):
    with inside(language):
        store, _ = at(1)
        store.put("visit.shots/T1/log", {"note": "<b>dark</b>", "state": "reshoot"})
        assert "&lt;b&gt;dark" in visit_log(store).static
