"""Does the planner say what fits, what falls out and why, and what ten minutes would bring; and is its order used?"""

from datetime import time

import pytest
from widgets.finding import button, part, press, told

from promplan.cases.kit import load
from promplan.cases.shots import menu
from promplan.language import Problem, inside
from promplan.language.typesetting import unset
from promplan.media.visit import best
from promplan.plan.store import MemoryStore
from promplan.plan.visit_minutes import LOOK
from promplan.plan.visit_minutes import minutes_of as whole_of
from promplan.widgets.guard import Guard
from promplan.widgets.toast import Toast
from promplan.widgets.visit_fit import asked, minutes_of
from promplan.widgets.visit_kit import taken
from promplan.widgets.visit_planner import Answer, plan_my_visit, worked_out


def at(minutes: int, *ids: str, case: str = "boiler-works", must: str = "") -> MemoryStore:
    """A plan with these shots of the menu."""
    store = MemoryStore(load(case).blank)
    known = {one.id: one for one in menu(case)}
    for id_ in ids:
        store.replace(lambda plan, one=known[id_]: taken(plan, one)[0])
    store.put("visit", {"minutes": minutes, "arrival": time(9, 0)})
    if must:
        id_ = next(one.id for one in store.plan.visit.shots if one.menu == must)
        store.put(f"visit.shots/{id_}", {"priority": "must"})
    return store


def test_what_fits_is_told_stop_by_stop_with_the_clock():
    store = at(60, "M1", "M5", "M6")
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    said = unset(told(panel))
    found = best(asked(store.plan).visit)
    assert f"3 of 3 shots fit: {found.route.minutes} minutes" in said
    assert f"09:{found.route.halts[0].arrive:02d}" in said and "every shot fits" in said


def test_what_falls_out_says_why_and_ten_more_minutes_say_what_comes():
    store = at(40, "M1", "M5", "M15")
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    answer = worked_out(store.plan)
    said = unset(told(panel))
    assert answer.best.missed and all(unset(str(one.why)) in said for one in answer.best.missed)
    assert "Ten more minutes would bring" in said
    longer = answer.longer.route.shots
    assert answer.longer.value >= answer.best.value and len(longer) >= len(answer.best.route.shots)


def test_a_must_is_never_left_out_and_where_it_cannot_fit_the_minutes_that_are_missing_are_told():
    store = at(45, "M1", "M15", must="M15")
    must = next(one.id for one in store.plan.visit.shots if one.menu == "M15")
    assert must in worked_out(store.plan).best.route.shots
    store.put("visit", {"minutes": 20})
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    assert "missing" in unset(part(panel, Guard).trouble) and button(panel, "Use this order").disabled


def test_the_order_that_was_found_is_used_with_its_minutes_and_taken_back():
    store = at(90, "M15", "M1", "M5")
    before = [one.id for one in store.plan.visit.stops]
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    press(panel, "Use this order")
    halts = best(asked(store.plan).visit).route.halts
    stops = store.plan.visit.stops
    assert [one.id for one in stops] == [one.stop for one in halts]
    assert [(one.walk, one.minutes) for one in stops] == [(it.way.minutes, it.leave - it.arrive) for it in halts]
    part(panel, Toast).undo()
    assert [one.id for one in store.plan.visit.stops] == before


def test_what_does_not_fit_is_taken_out_stops_with_it_and_brought_back():
    store = at(32, "M1", "M15")
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    press(panel, "Take out what does not fit")
    assert len(store.plan.visit.shots) == len(store.plan.visit.stops) == 1
    assert button(panel, "Take out what does not fit").disabled
    part(panel, Toast).undo()
    assert len(store.plan.visit.shots) == len(store.plan.visit.stops) == 2


def test_what_belongs_to_a_stop_that_is_taken_out_follows_it_or_is_named():
    store = at(32, "M1", "M15")
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    stays = best(asked(store.plan).visit).route.halts[0].stop
    goes = next(one.id for one in store.plan.visit.stops if one.id != stays)
    shot = next(one.id for one in store.plan.visit.shots if one.stop == goes)
    for stop in (goes, stays, ""):
        store.add("visit.hazards", {"what": f"sparks {stop}", "stop": stop})
    store.add("visit.people", {"role": "welder"})
    store.put(f"visit.shots/{shot}", {"people": ["N1"]})
    for stops in ([goes, stays], [goes]):
        store.add("visit.clearances", {"what": "filming", "stops": stops})
    press(panel, "Plan my visit")
    press(panel, "Take out what does not fit")
    visit = store.plan.visit
    assert [one.stop for one in visit.hazards] == [stays, ""]
    assert [one.stops for one in visit.clearances] == [[stays], [goes]] and len(visit.people) == 1
    said = unset(str(part(panel, Toast).said))
    assert "goes with it: D1" in said and "no shot any more: N1" in said and "strike out: G2" in said
    part(panel, Toast).undo()
    visit = store.plan.visit
    assert len(visit.hazards) == 3 and visit.clearances[0].stops == [goes, stays]


def test_at_a_real_plant_a_way_that_nobody_measured_is_counted_and_said():
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    store.put("visit", {"minutes": 60})
    store.add("visit.stops", {"name": "press", "walk": 6})
    store.add("visit.stops", {"name": "mills"})
    for stop in ("V1", "V2"):
        store.add("visit.shots", {"what": "opening", "stop": stop, "seconds": 8.0})
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    said = unset(told(panel))
    assert "walks to V2: 5 minutes" in said and "back to the gate is: 11 minutes" in said
    assert worked_out(store.plan).best.route.walked == 22
    store.put("visit", {"back": 3})
    store.put("visit.stops/V2", {"walk": 4})
    press(panel, "Plan my visit")
    assert "Nobody has said" not in unset(told(panel)) and worked_out(store.plan).best.route.walked == 13


def test_the_order_that_is_used_and_the_findings_have_one_sum():
    store = at(90, "M15", "M1")
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    press(panel, "Use this order")
    route, day = best(asked(store.plan).visit).route, whole_of(store.plan.visit)
    assert (day.route, day.whole, day.guessed) == (route.minutes, route.minutes + LOOK, 0)


def test_an_answer_to_another_plan_is_told_as_old_and_cannot_be_used():
    store = at(60, "M1")
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    store.put("visit", {"minutes": 45})
    assert "has changed since" in unset(told(panel)) and button(panel, "Use this order").disabled


@pytest.mark.parametrize(
    ("minutes", "ids", "why"),
    [(None, ("M1",), "how many minutes"), (10, ("M1",), "nothing is left to film"), (60, (), "nothing to plan yet")],
)
def test_what_is_missing_for_it_is_said(minutes, ids, why):
    store = at(60, *ids)
    store.put("visit", {"minutes": minutes})
    with pytest.raises(Problem, match=why):
        asked(store.plan)
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    assert why in unset(part(panel, Guard).trouble)


def test_a_shot_without_a_stop_or_refused_is_left_out_with_its_reason():
    store = at(60, "M1")
    store.add("visit.shots", {"what": "somewhere"})
    store.add("visit.shots", {"what": "the gap", "stop": "V1", "clearance": {"state": "refused"}})
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    assert "It has no stop" in unset(told(panel)) and "has refused it" in unset(told(panel))


def test_a_shot_of_one_s_own_takes_its_seconds_and_setting_up():
    store = at(60, "M1")
    store.add("visit.shots", {"what": "the whistle again", "stop": "V1", "seconds": 90.0})
    known = {one.id: one for one in menu("boiler-works")}
    assert [minutes_of(one, known) for one in store.plan.visit.shots] == [3, 5]


def test_at_a_real_plant_the_typed_minutes_are_the_way_there_and_back():
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    store.put("visit", {"minutes": 60})
    for name, walk_ in (("press", 6), ("mills", 4)):
        store.add("visit.stops", {"name": name, "walk": walk_})
    store.add("visit.shots", {"what": "opening", "stop": "V1", "seconds": 8.0})
    store.add("visit.shots", {"what": "sheet", "stop": "V2", "seconds": 8.0})
    route = worked_out(store.plan).best.route
    assert (route.walked, route.filmed, route.minutes) == (20, 8, 28)


def test_more_stops_than_can_be_solved_are_told_and_nothing_hangs():
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    store.put("visit", {"minutes": 300})
    for n in range(16):
        id_ = store.add("visit.stops", {"name": f"stop {n}", "walk": 2})
        store.add("visit.shots", {"what": f"shot {n}", "stop": id_, "seconds": 5.0})
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    assert "two visits" in unset(part(panel, Guard).trouble)


def test_the_whole_menu_is_solved_in_both_languages():
    for language in ("en", "ru"):
        with inside(language):
            store = at(105, *[one.id for one in menu("rubber-works")][:20], case="rubber-works")
            assert isinstance(worked_out(store.plan), Answer)
            panel = plan_my_visit(store)
            press(panel, {"en": "Plan my visit", "ru": "Спланировать съёмку"}[language])
            assert "<ol>" in told(panel)


def test_a_shot_that_the_plant_answered_and_that_is_not_on_the_menu_takes_setting_up():
    store = at(60, "M1")
    store.add("visit.shots", {"what": "the gap", "stop": "V1", "menu": "Q99"})
    assert minutes_of(store.plan.visit.shots[1], {one.id: one for one in menu("boiler-works")}) == 4


def test_a_stop_that_nobody_films_at_stays_in_the_plan_with_its_way():
    store = at(90, "M15", "M1")
    store.add("visit.stops", {"name": "design office", "zone": "Z11"})
    panel = plan_my_visit(store)
    press(panel, "Plan my visit")
    press(panel, "Use this order")
    assert store.plan.visit.stops[-1].name == "design office" and store.plan.visit.stops[-1].walk
    assert button(panel, "Take out what does not fit").disabled
