"""Are stops put where a hand puts them, is the way to each told in metres and minutes, and who gets nowhere at all?"""

import pytest
from widgets.finding import field, part, press, shown, told

from promplan.cases.floor import floor
from promplan.cases.kit import load
from promplan.cases.placed import legs, place_at, spot_of
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.widgets.floor_map import FloorMap, floor_map
from promplan.widgets.guard import Guard
from promplan.widgets.toast import Toast


def at(case: str = "boiler-works") -> tuple[MemoryStore, object, FloorMap]:
    store = MemoryStore(load(case).blank)
    panel = floor_map(store)
    return store, panel, part(panel, FloorMap)


def act(board: FloorMap, act: str, **more: object) -> None:
    """What the page says when a hand has done something."""
    board.acted = {"page": "one", "turn": board.shown.get("turn", 0) + 1, "act": act, **more}


def names(store: MemoryStore) -> list[str]:
    return [one.name for one in store.plan.visit.stops]


def test_a_place_that_is_tapped_is_a_stop_with_all_that_the_plant_says_of_its_zone():
    store, _, board = at()
    act(board, "add", place="drum")
    (stop,) = store.plan.visit.stops
    assert (stop.name, stop.zone, stop.x, stop.y) == ("drum on the rollers", "Z1", 18.0, 16.0)
    assert "helmet" in stop.ppe and stop.allowed and stop.forbidden
    assert stop.walk == 8  # 374 m of yard at 60 metres a minute and 60 m inside at 40: 7.7, rounded up once
    assert board.shown["stops"][0]["reached"] and board.shown["turn"] == 1


def test_the_way_is_as_long_as_its_lines_and_leads_back_to_the_gate():
    store, _, board = at()
    for one in ("museum", "design", "gallery"):
        act(board, "add", place=one)
    there = floor("boiler-works")
    walk = legs(there, store.plan.visit.stops)
    assert [one.stop for one in walk] == ["V1", "V2", "V3", ""]
    assert walk[0].metres == 172 and walk[0].line[0] == (30, 294) and walk[0].line[-1] == (150, 312)
    assert walk[-1].line[-1] == (30, 294)
    total = unset(board.shown["total"])
    assert f"{sum(one.metres for one in walk):,} m" in total and "3 stops" in total
    assert board.shown["back"]["way"]


def test_a_stop_is_moved_with_what_the_plant_says_and_keeps_what_the_team_wrote():
    store, panel, board = at()
    act(board, "add", place="drum")
    store.put("visit.stops/V1", {"allowed": "only the bright chips", "minutes": 8})
    act(board, "move", id="V1", place="museum", spot=[150, 312])
    (stop,) = store.plan.visit.stops
    assert stop.zone == "Z9" and stop.name == "whistle of 1947 in the museum" and stop.ppe == []
    assert stop.allowed == "only the bright chips" and stop.minutes == 8 and stop.walk == 4
    part(panel, Toast).undo()
    assert store.plan.visit.stops[0].zone == "Z1" and store.plan.visit.stops[0].walk == 8


def test_a_stop_beside_every_place_is_told_as_one_that_nobody_reaches_and_the_next_is_reached():
    store, _, board = at()
    act(board, "add", place="museum")
    act(board, "add", place="design")
    act(board, "move", id="V1", place="", spot=[100, 200])
    first, second = board.shown["stops"]
    assert not first["reached"] and second["reached"] and store.plan.visit.stops[0].zone == "Z2"
    assert store.plan.visit.stops[0].walk is None
    (why,) = board.shown["told"]
    assert "nobody can get there" in unset(why) and "protective screen" in unset(why)


def test_a_zone_that_nobody_enters_is_passed_by():
    plan = load("boiler-works").blank
    store = MemoryStore(plan)
    there = floor("boiler-works")
    closed = legs(there, [], frozenset())
    assert closed == []
    board = part(floor_map(store), FloorMap)
    act(board, "add", place="museum")
    walk = legs(there, store.plan.visit.stops, frozenset({"Z9"}))
    assert [one.reached for one in walk] == [False]


def test_a_zone_with_one_place_puts_a_stop_on_the_map_and_another_stays_off_it():
    store, _, board = at()
    store.add("visit.stops", {"name": "design office", "zone": "Z11"})
    store.add("visit.stops", {"name": "somewhere"})
    on, off = board.shown["stops"]
    assert on["place"] == "design" and off["spot"] is None
    assert "not on the map yet" in unset(board.shown["told"][0])


def test_order_is_changed_and_a_stop_taken_out_and_each_can_be_undone():
    store, panel, board = at()
    for one in ("museum", "design", "drum"):
        act(board, "add", place=one)
    act(board, "later", id="V1")
    assert [one.id for one in store.plan.visit.stops] == ["V2", "V1", "V3"]
    act(board, "take", id="V2")
    assert [one.id for one in store.plan.visit.stops] == ["V1", "V3"]
    assert "Taken out: model table" in unset(part(panel, Toast).said)
    part(panel, Toast).undo()
    assert [one.id for one in store.plan.visit.stops] == ["V2", "V1", "V3"]


def test_undo_takes_back_nothing_that_somebody_changed_since():
    store, panel, board = at()
    act(board, "add", place="museum")
    store.put("visit.stops/V1", {"minutes": 12})
    toast = part(panel, Toast)
    part(panel, Guard).doing(toast.undo)
    assert store.plan.visit.stops[0].minutes == 12 and "has been changed since" in unset(part(panel, Guard).trouble)


def test_minutes_on_foot_that_a_team_typed_itself_stay():
    store, _, board = at()
    act(board, "add", place="museum")
    act(board, "add", place="design")
    store.put("visit.stops/V2", {"walk": 9})
    act(board, "earlier", id="V2")
    assert next(one.walk for one in store.plan.visit.stops if one.id == "V2") == 9


def test_a_visit_that_is_too_long_says_by_how_much():
    store, _, board = at()
    store.put("visit", {"minutes": 10})
    act(board, "add", place="museum")
    act(board, "add", place="siding")
    assert "too many" in unset(board.shown["total"])


@pytest.mark.parametrize("case", ["", "real"])
def test_without_a_plan_of_the_site_stops_are_a_list_with_minutes_that_are_typed(case):
    store = MemoryStore()
    store.put("meta", {"case": case})
    panel = floor_map(store)
    assert ("no floor plan" if case else "Choose your plant") in unset(told(panel))
    press(panel, "Add")
    field(panel, "Minutes on foot to get there").value = "6"
    assert store.plan.visit.stops[0].walk == 6
    store.put("meta", {"case": "boiler-works"})
    assert shown(part(panel, FloorMap)) and part(panel, FloorMap).site["width"] == 500


@pytest.mark.parametrize("case", ["boiler-works", "rubber-works", "wagon-works"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_place_of_every_plant_can_be_reached_from_its_gate(case, language):
    with inside(language):
        store, _, board = at(case)
        for one in board.site["places"]:
            act(board, "add", place=one["id"])
        assert all(one["reached"] for one in board.shown["stops"]) and board.shown["told"] == []
        there = floor(case)
        assert [place_at(there, spot_of(there, one)).id for one in store.plan.visit.stops] == [
            one["id"] for one in board.site["places"]
        ]
        assert all(one["word"] and one["name"] for one in board.site["areas"])


def test_without_a_kernel_the_route_stands_in_words_and_they_are_escaped():
    store, _, board = at()
    act(board, "add", place="museum")
    store.put("visit.stops/V1", {"name": "<b>whistle</b>"})
    static = unset(floor_map(store).static)
    assert "&lt;b&gt;whistle" in static and "172 m" in static and "back to the gate" in static


@pytest.mark.parametrize("sent", [{"act": "add", "place": "moon"}, {"act": "fly"}, {}])
def test_what_is_no_act_changes_nothing(sent):
    store, _, board = at()
    board.acted = {"page": "one", "turn": 1, **sent}
    assert names(store) == [] and board.shown["turn"] == 1


def test_a_stop_that_is_gone_is_told():
    _, panel, board = at()
    act(board, "take", id="V7")
    assert part(panel, Guard).trouble and board.shown["turn"] == 1


def test_a_window_is_looked_through_from_outside_where_nobody_goes_in():
    store, _, board = at("rubber-works")
    act(board, "add", place="cement-window")
    (stop,) = store.plan.visit.stops
    assert stop.zone == "" and "from outside" in stop.allowed and board.shown["stops"][0]["reached"]
