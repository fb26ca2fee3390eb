"""Is a visit planned from the plant's own rules and its menu, and can each of it be typed, undone and read?"""

import pytest
from widgets.finding import field, part, told, walk

from promplan.cases.kit import load
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.widgets.picks import Picks
from promplan.widgets.records import Records
from promplan.widgets.toast import Toast
from promplan.widgets.visit import visit


def at(case: str = "boiler-works") -> tuple[MemoryStore, object]:
    store = MemoryStore(load(case).blank)
    return store, visit(store)


def add(panel: object, kind: str) -> None:
    """Press *Add* of the table of stops or of shots."""
    box = next(one for one in walk(panel) if f"pp-of-{kind}" in getattr(one, "_dom_classes", ()) and _has_add(one))
    next(one for one in walk(box) if getattr(one, "description", "") in ("Add", "Добавить")).click()


def _has_add(box: object) -> bool:
    return any(getattr(one, "description", "") in ("Add", "Добавить") for one in walk(box))


def test_the_call_sheet_is_kept_as_it_is_typed():
    store, panel = at()
    field(panel, "Day of the visit").value = "12 October 2026"
    field(panel, "At the gate at").value = "9.40"
    field(panel, "Minutes on the site").value = "90"
    frame = store.plan.visit
    assert (frame.date.isoformat(), f"{frame.arrival:%H:%M}", frame.minutes) == ("2026-10-12", "09:40", 90)


def past(panel: object) -> str:
    return next((unset(one.value) for one in walk(panel) if "pp-past" in str(getattr(one, "value", ""))), "")


def test_a_day_that_lies_before_the_plan_s_own_today_is_told_at_its_field():
    store = MemoryStore(load("boiler-works").plan)  # the plant hands a visit over that was
    panel = visit(store)
    assert "it is Monday, 12 October 2026" in past(panel)
    line = next(one for one in walk(panel) if "pp-f-date" in getattr(one, "_dom_classes", ()))
    assert past(line) == past(panel)
    field(panel, "Day of the visit").value = "12 October 2026"
    assert past(panel) == ""
    store.put("visit", {"date": None})
    assert past(panel) == ""


def test_a_zone_fills_what_is_worn_and_what_may_be_filmed_and_says_it_beside():
    store, panel = at()
    add(panel, "stops")
    zone = field(panel, "Zone")
    zone.value = "Z1"
    (stop,) = store.plan.visit.stops
    assert "helmet" in stop.ppe and stop.allowed and stop.forbidden
    said = unset(told(panel))
    assert "Never in frame:" in said and "filled: helmet, " in said


def test_what_the_team_wrote_before_the_zone_is_not_overwritten():
    store, panel = at()
    store.add("visit.stops", {"allowed": "only the chips"})
    field(panel, "Zone").value = "Z1"
    assert store.plan.visit.stops[0].allowed == "only the chips" and store.plan.visit.stops[0].ppe


def test_a_shot_of_the_menu_comes_with_its_stop_its_people_and_its_clearance():
    store, panel = at()
    picks = part(panel, Picks)
    picks.value = ("M9",)
    (shot,), (stop,), (person,) = store.plan.visit.shots, store.plan.visit.stops, store.plan.visit.people
    assert shot.what == "the welder tells how a good seam sounds" and shot.menu == "M9"
    assert (shot.size, shot.move, shot.seconds) == ("medium", "static", 20)
    assert shot.stop == stop.id and stop.zone == "Z2" and stop.walk
    assert shot.people == [person.id] and person.person == "P1" and person.image.state == "given"
    assert shot.clearance.state == "cleared" and "in the break" in shot.clearance.conditions
    assert field(panel, "Shots").value == shot.id


def test_two_shots_of_one_place_share_their_stop_and_unticking_takes_one_out_again():
    store, panel = at()
    picks = part(panel, Picks)
    picks.value = ("M5",)
    picks.value = ("M5", "M6")
    assert len(store.plan.visit.stops) == 1 and [one.menu for one in store.plan.visit.shots] == ["M5", "M6"]
    picks.value = ("M6",)
    assert [one.menu for one in store.plan.visit.shots] == ["M6"]


def test_undo_of_a_tick_takes_back_the_shot_and_the_stop_that_came_with_it():
    store, panel = at()
    part(panel, Picks).value = ("M5",)
    toast = next(one for one in walk(panel) if isinstance(one, Toast) and one.undoes)
    assert "and with it the stop" in unset(toast.said)
    toast.undo()
    assert store.plan.visit.shots == [] and store.plan.visit.stops == [] and part(panel, Picks).value == ()


def test_a_shot_that_is_removed_by_hand_is_unticked_in_the_menu():
    store, panel = at()
    part(panel, Picks).value = ("M5", "M7")
    store.remove("visit.shots/T1")
    assert part(panel, Picks).value == ("M7",)


def test_ideas_and_stops_are_picked_by_their_words():
    store, panel = at()
    idea = store.add("ideas", {"title": "Hear the seam"})
    part(panel, Picks).value = ("M9",)
    refs = next(one for one in walk(panel) if getattr(one, "description", "") == "For which ideas")
    assert [words for words, _ in refs.options] == [f"{idea} · Hear the seam"]
    refs.value = [idea]
    assert store.plan.visit.shots[0].ideas == [idea]


def test_without_a_menu_it_is_said_how_one_comes_by_one():
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    assert "ten days ahead" in unset(told(visit(store)))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("case", ["boiler-works", "rubber-works", "wagon-works"])
def test_the_whole_menu_of_every_plant_can_be_taken_in_both_languages(case, language):
    with inside(language):
        store, panel = at(case)
        picks = part(panel, Picks)
        picks.value = tuple(key for _, key in picks.rows)
        assert len(store.plan.visit.shots) == len(picks.rows) > 20
        assert all(one.stop and one.what and one.sound for one in store.plan.visit.shots)
        assert all(one.walk is not None for one in store.plan.visit.stops)


def test_without_a_kernel_stops_and_shots_are_lists_and_words_are_escaped():
    store, _ = at()
    store.add("visit.shots", {"what": "<b>sparks</b>", "seconds": 6.0})
    static = unset(visit(store).static)
    assert "&lt;b&gt;sparks" in static and "6 s" in static


def test_records_of_both_tables_are_moved_and_copied_like_any_others():
    store, panel = at()
    part(panel, Picks).value = ("M5", "M7")
    assert Records.copy and Records.move
    box = next(one for one in walk(panel) if "pp-of-shots" in getattr(one, "_dom_classes", ()) and _has_add(one))
    field(panel, "Shots").value = "T2"
    next(one for one in walk(box) if getattr(one, "description", "") == "Move up").click()
    assert [one.id for one in store.plan.visit.shots] == ["T2", "T1"]
    next(one for one in walk(box) if getattr(one, "description", "") == "Copy").click()
    assert len(store.plan.visit.shots) == 3
