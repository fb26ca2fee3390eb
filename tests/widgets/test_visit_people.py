"""Are people and papers kept, is every layer asked, does each hazard have its control and each cause its owner?"""

from datetime import date

import pytest
from widgets.finding import button, field, part, press, shown, told, walk

from promplan.cases.kit import load
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.consents import Consent
from promplan.plan.store import MemoryStore
from promplan.widgets.picks import Picks
from promplan.widgets.premortem import premortem
from promplan.widgets.toast import Toast
from promplan.widgets.visit_people import paper, visit_people


def at(case: str = "boiler-works") -> tuple[MemoryStore, object]:
    store = MemoryStore(load(case).blank)
    return store, visit_people(store)


def undo(panel: object) -> None:
    next(one for one in walk(panel) if isinstance(one, Toast) and one.undoes).undo()


def test_somebody_of_the_plant_comes_with_the_papers_that_the_plant_holds():
    store, panel = at()
    part(panel, Picks).value = ("P1",)
    (one,) = store.plan.visit.people
    assert one.role == "boilermaker-welder" and one.age == "adult"
    assert [it.state for it in (one.image, one.data, one.dissemination)] == ["given"] * 3
    assert one.image.until == date(2027, 6, 30) and one.image.covers == ["face", "voice"]
    assert field(panel, "People to be filmed").rows[0]["cells"][1][0].startswith("✔")
    undo(panel)
    assert store.plan.visit.people == []


def test_a_paper_in_the_table_says_its_state_in_a_sign_and_a_word():
    said = [
        paper(Consent()),
        paper(Consent(state="asked")),
        paper(Consent(state="refused")),
        paper(Consent(state="given", until=date(2027, 6, 30))),
        paper(Consent(state="given", withdrawn=date(2026, 11, 1))),
    ]
    assert [one[0] for one in said] == ["○ open", "… asked", "✘ refused", "✔ signed", "✘ taken back"]
    assert said[3][1] == "until 2027-06-30" and said[4][1] == "2026-11-01"


def test_three_papers_are_typed_each_with_both_signatures_of_a_minor():
    store, panel = at()
    store.add("visit.people", {"role": "apprentice"})
    field(panel, "Age").value = "14-17"
    guardians = [one for one in walk(panel) if getattr(one, "description", "") == "Signed by a guardian on"]
    assert len(guardians) == 3
    for one in guardians:
        one.value = "14 September 2026"
    one = store.plan.visit.people[0]
    assert one.age == "14-17" and {it.guardian for it in (one.image, one.data, one.dissemination)} == {
        date(2026, 9, 14)
    }


def test_it_is_said_how_fast_something_comes_down():
    _, panel = at()
    assert "within 2 working days" in unset(told(panel))
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    panel = visit_people(store)
    assert "agree with the plant" in unset(told(panel)) and "Ask the host of each stop" in unset(told(panel))


def test_the_layers_that_nobody_asked_are_added_from_above_down_and_stand_with_their_state():
    store, panel = at()
    assert unset(told(panel)).count("nobody has asked") == 4
    store.add("visit.clearances", {"layer": "safety", "what": "filming", "state": "cleared"})
    press(panel, "Add the layers that are missing")
    assert [one.layer for one in store.plan.visit.clearances] == ["safety", "corporate", "plant", "process owner"]
    assert "nobody has asked" not in unset(told(panel)) and button(panel, "Add the layers that are missing").disabled
    undo(panel)
    assert [one.layer for one in store.plan.visit.clearances] == ["safety"]


def test_hazards_of_the_zones_on_the_route_come_with_their_control_once():
    store, panel = at()
    take = button(panel, "Take over what our zones say")
    assert take.disabled
    store.add("visit.stops", {"name": "drum", "zone": "Z1"})
    store.add("visit.stops", {"name": "turbine", "zone": "Z7"})
    take.click()
    found = store.plan.visit.hazards
    assert found and all(one.control for one in found) and len({one.what for one in found}) == len(found)
    assert take.disabled
    undo(panel)
    assert store.plan.visit.hazards == [] and not take.disabled


def test_without_a_kit_nothing_is_taken_over():
    store = MemoryStore()
    panel = visit_people(store)
    assert not shown(button(panel, "Take over what our zones say"))


def test_causes_of_a_failed_visit_become_risks_with_control_and_owner():
    store = MemoryStore()
    member = store.add("team.members", {"name": "Anya"})
    panel = premortem(store)
    field(panel, "Pre-mortem").value = "The bus was late\nThe battery was empty\nThe bus was late"
    press(panel, "Make risks of these lines")
    assert [one.what for one in store.plan.risks] == ["The bus was late", "The battery was empty"]
    assert {one.stage for one in store.plan.risks} == {"visit"}
    field(panel, "Response").value = "Leave an hour earlier"
    next(one for one in walk(panel) if getattr(one, "description", "") == "Who of us watches it").value = [member]
    assert (store.plan.risks[0].response, store.plan.risks[0].owner) == ("Leave an hour earlier", member)
    assert field(panel, "Risks").rows[0]["cells"][2][0] == "Anya"
    assert button(panel, "Make risks of these lines").disabled


def test_lines_that_became_risks_are_taken_back():
    store = MemoryStore()
    panel = premortem(store)
    field(panel, "Pre-mortem").value = "Rain"
    press(panel, "Make risks of these lines")
    undo(panel)
    assert store.plan.risks == [] and store.plan.visit.premortem == ["Rain"]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("case", ["boiler-works", "rubber-works", "wagon-works"])
def test_all_people_of_every_plant_can_be_asked_in_both_languages(case, language):
    with inside(language):
        store, panel = at(case)
        picks = part(panel, Picks)
        picks.value = tuple(key for _, key in picks.rows)
        assert len(store.plan.visit.people) == len(picks.rows) > 5
        assert all(one.role for one in store.plan.visit.people) and visit_people(store).static
