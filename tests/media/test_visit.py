"""Which shots, and in which order, within the minutes of one plant visit?"""

from dataclasses import replace
from itertools import chain, combinations, pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from media.orienteering import optimum, plant

from promplan.language import Problem
from promplan.media.visit import Shot, Stop, Visit, Way, along, best, shortest, worth
from promplan.media.visit.orienteering import choose

# a small rubber-works: gate - mills - press - store in a row, the laboratory off the press; times by hand
ROW = {("gate", "mills"): 4, ("mills", "press"): 3, ("press", "lab"): 2, ("press", "store"): 5}
STOPS = [
    Stop("mills", enter=2),
    Stop("press", enter=1),
    Stop("lab", enter=3, forbidden="recipes on the wall"),
    Stop("store"),
]
SHOTS = [
    Shot("sheet", "mills", 5, 4),
    Shot("hands", "mills", 4, 3),
    Shot("opening", "press", 6, 8),
    Shot("rack", "press", 3, 2, after=["opening"]),
    Shot("curve", "lab", 4, 9),
    Shot("rows", "store", 4, 5),
]


def rubber_works(minutes=60, **changes):
    return replace(Visit(minutes, STOPS, SHOTS, along(ROW)), **changes)


# ---- the same by brute force ---------------------------------------------------------------------------------------


def needs(visit, shots):
    after = {shot.id: shot.after for shot in visit.shots}
    found = set(shots)
    while more := {earlier for name in found for earlier in after[name]} - found:
        found |= more
    return found


def subsets(things):
    return chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))


def walking(visit):
    """Shortest ways by walking past any other place, over and over."""
    places = {visit.entry, visit.exit, *(stop.id for stop in visit.stops), *chain.from_iterable(visit.walk)}
    given = {(b, a): minutes for (a, b), minutes in visit.walk.items()} | dict(visit.walk)
    way = {(a, b): 0 if a == b else given.get((a, b), 10**6) for a in places for b in places}
    for _ in places:
        way = {(a, b): min(way[a, c] + way[c, b] for c in places) for a, b in way}
    return way


def length(visit, shots, way):
    """The shortest visit with exactly these shots, by trying every order of the stops; None if there is none."""
    menu = {shot.id: shot for shot in visit.shots}
    stops = {stop.id: stop for stop in visit.stops}
    groups = [menu[name].group for name in shots]
    if any(groups.count(group) > limit for group, limit in visit.limits.items()):
        return None
    where = {menu[name].stop for name in shots}
    if any(stops[stop].forbidden for stop in where):
        return None
    while more := {earlier for stop in where for earlier in stops[stop].after} - where:
        where |= more
    lengths = []
    for order in permutations(sorted(where)):
        place = {stop: number for number, stop in enumerate(order)}
        if any(place[earlier] > place[stop] for stop in order for earlier in stops[stop].after):
            continue
        if any(place[menu[earlier].stop] > place[menu[name].stop] for name in shots for earlier in menu[name].after):
            continue
        now, here = 0, visit.entry
        for stop in order:
            now = max(now + way[here, stop] + stops[stop].enter, stops[stop].opens)
            now += sum(menu[name].minutes for name in shots if menu[name].stop == stop)
            here = stop
            if stops[stop].closes is not None and now > stops[stop].closes:
                break
        else:
            lengths.append(now + way[here, visit.exit])
    return min(lengths, default=None)


def brute(visit, must=(), without=()):
    """(value, minutes) of the best visit, the shorter one of two as good; None if there is none."""
    way = walking(visit)
    must = {*must, *(shot.id for shot in visit.shots if shot.must)}
    value = {shot.id: shot.value for shot in visit.shots}
    found = []
    for shots in subsets(value):
        if must <= set(shots) == needs(visit, shots) and not set(shots) & set(without):
            minutes = length(visit, shots, way)
            if minutes is not None and minutes <= visit.minutes:
                found.append((sum(value[name] for name in shots), -minutes))
    return max(((worth, -minutes) for worth, minutes in [max(found)]), default=None) if found else None


@st.composite
def visits(draw, stops=4, shots=6, musts=True):
    """Small visits of all kinds; an order goes from what is named earlier to what is named later."""
    names = [f"S{n}" for n in range(draw(st.integers(1, stops)))]
    places = ["gate", "back", *names]
    walk = {
        pair: draw(st.integers(0, 8))
        for pair in (permutations(places, 2) if draw(st.booleans()) else combinations(places, 2))
    }
    asked = []
    for number, name in enumerate(names):
        opens = draw(st.sampled_from([0, 0, 0, 6, 15]))
        asked.append(
            Stop(
                name,
                enter=draw(st.integers(0, 3)),
                opens=opens,
                closes=draw(st.sampled_from([None, None, opens + 5, opens + 12])),
                forbidden=draw(st.sampled_from(["", "", "", "", "secret"])),
                after=draw(st.sampled_from([(), (), names[:1]])) if number else (),
            )
        )
    closed = {stop.id for stop in asked if stop.forbidden}
    menu = []
    for number in range(draw(st.integers(0, shots))):
        stop = draw(st.sampled_from(names))
        menu.append(
            Shot(
                f"F{number}",
                stop,
                draw(st.integers(1, 7)),
                draw(st.integers(0, 6)) / 2,
                must=musts and stop not in closed and draw(st.integers(0, 5)) == 0,
                after=draw(st.sampled_from([(), (), *([shot.id] for shot in menu)])),
                group=draw(st.sampled_from(["", "portraits"])),
            )
        )
    limits = {"portraits": draw(st.integers(0, 2))} if any(shot.group for shot in menu) else {}
    return Visit(
        draw(st.integers(0, 45)), asked, menu, walk, exit=draw(st.sampled_from(["gate", "back"])), limits=limits
    )


@settings(max_examples=120, deadline=None)
@given(visits())
def test_no_choice_and_no_order_is_worth_more_or_as_much_in_fewer_minutes(visit):
    answer = brute(visit)
    if answer is None:
        with pytest.raises(Problem):
            best(visit)
    else:
        found = best(visit)
        assert (found.value, found.route.minutes) == answer


@settings(max_examples=60, deadline=None)
@given(visits(musts=False), st.data())
def test_the_shortest_visit_for_given_shots_is_the_shortest_of_all_orders(visit, data):
    shots = data.draw(st.sets(st.sampled_from([shot.id for shot in visit.shots]))) if visit.shots else set()
    route = shortest(visit, shots)
    expected = length(visit, needs(visit, shots), walking(visit))
    assert (None if route is None else route.minutes) == expected


@settings(max_examples=80, deadline=None)
@given(visits())
def test_a_timetable_adds_up_and_keeps_hours_orders_and_limits(visit):
    try:
        found = best(visit)
    except Problem:
        return
    route, stops, menu = found.route, {stop.id: stop for stop in visit.stops}, {shot.id: shot for shot in visit.shots}
    now, here = 0, visit.entry
    way = walking(visit)
    for halt in route.halts:
        stop = stops[halt.stop]
        assert halt.way.minutes == way[here, halt.stop]
        assert halt.arrive == now + halt.way.minutes
        assert halt.start == halt.arrive + stop.enter + halt.wait and halt.wait >= 0
        assert halt.leave == halt.start + sum(menu[shot].minutes for shot in halt.shots)
        assert halt.start >= stop.opens and (stop.closes is None or halt.leave <= stop.closes)
        assert not halt.shots or not stop.forbidden
        assert all(menu[shot].stop == halt.stop for shot in halt.shots)
        now, here = halt.leave, halt.stop
    assert route.minutes == now + route.back.minutes == route.walked + route.entered + route.waited + route.filmed
    assert found.left == visit.minutes - route.minutes >= 0
    order = route.shots
    assert all(order.index(earlier) < order.index(shot) for shot in order for earlier in menu[shot].after)
    been = [halt.stop for halt in route.halts]
    assert all(been.index(earlier) < been.index(stop) for stop in been for earlier in stops[stop].after)
    assert {*order, *(missed.shot for missed in found.missed)} == set(menu)


@settings(max_examples=80, deadline=None)
@given(visits(shots=5))
def test_every_reason_is_true(visit):
    try:
        found = best(visit)
    except Problem:
        return
    way = walking(visit)
    musts = needs(visit, [shot.id for shot in visit.shots if shot.must])
    for missed in found.missed:
        beside = length(visit, needs(visit, [*found.route.shots, missed.shot]), way)
        alone = length(visit, needs(visit, [*musts, missed.shot]), way)
        if missed.kind == "forbidden":
            forbidden = {stop.id for stop in visit.stops if stop.forbidden}
            assert any(shot.stop in forbidden for shot in visit.shots if shot.id in needs(visit, [missed.shot]))
        elif missed.kind == "never":
            assert alone is None
        elif missed.kind == "long":
            assert missed.short == alone - visit.minutes > 0
        elif missed.kind == "full":
            assert missed.short == beside - visit.minutes > 0
        elif missed.kind == "idle":
            assert beside <= visit.minutes
        else:
            assert missed.kind in ("limit", "apart") and beside is None
        forced = brute(visit, must=[missed.shot])
        why = found.why(missed.shot)
        assert why.otherwise == (None if forced is None or missed.kind == "idle" else forced[0])


@settings(max_examples=50, deadline=None)
@given(visits(shots=5))
def test_what_a_shot_taken_is_good_for_is_what_the_visit_is_worth_without_it(visit):
    try:
        found = best(visit)
    except Problem:
        return
    for shot in found.route.shots:
        without = brute(visit, without=[shot])
        assert found.why(shot).otherwise == (None if without is None else without[0])


@settings(max_examples=50, deadline=None)
@given(visits(shots=5), st.sets(st.integers(0, 50), max_size=4))
def test_the_worth_of_other_lengths_is_that_of_visits_so_long(visit, lengths):
    found = worth(visit, lengths)
    for minutes in lengths:
        answer = brute(replace(visit, minutes=minutes))
        assert found[minutes] == (None if answer is None else answer[0])


@pytest.mark.parametrize("seed", [4, 7])
def test_thirty_shots_at_ten_stops_are_worth_what_a_mixed_integer_program_finds(seed):
    visit = plant(seed)
    assert best(visit).value == pytest.approx(optimum(visit), abs=1e-6)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 6), st.integers(30, 70))
def test_middling_visits_are_worth_what_a_mixed_integer_program_finds(seed, stops, minutes):
    visit = plant(seed, stops, 14, minutes)
    expected = optimum(visit)
    if expected is None:
        with pytest.raises(Problem, match="must-have"):
            best(visit)
    else:
        assert best(visit).value == pytest.approx(expected, abs=1e-6)


# ---- the rubber-works by hand --------------------------------------------------------------------------------------


def test_an_hour_takes_all_that_may_be_filmed_on_one_walk_through_the_works():
    # gate 4 mills (2 + 9) 3 press (1 + 9) 5 store 4 and 12 back: 49
    found = best(rubber_works(60))
    assert found.route.shots == ("sheet", "hands", "opening", "rack", "rows")
    assert [(halt.stop, halt.arrive, halt.start, halt.leave) for halt in found.route.halts] == [
        ("mills", 4, 6, 15),
        ("press", 18, 19, 28),
        ("store", 33, 33, 37),
    ]
    assert found.route.back == Way(12, ("press", "mills"))
    assert (found.route.walked, found.route.entered, found.route.waited, found.route.filmed) == (24, 3, 0, 22)
    assert (found.value, found.route.minutes, found.left) == (22, 49, 11)


def test_half_an_hour_leaves_the_store_out_and_says_how_much_is_missing():
    # 14 walked and 3 entered leave 13 for filming: hands 4, opening 6 and rack 3, worth 13
    found = best(rubber_works(30))
    assert found.route.shots == ("hands", "opening", "rack") and found.value == 13 and found.left == 0
    why = {missed.shot: str(missed.why) for missed in found.missed}
    assert why["sheet"] == "Beside the shots chosen it needs 5 minutes more."
    assert why["curve"] == "No filming at lab: recipes on the wall."
    assert why["rows"] == "Beside the shots chosen it needs 14 minutes more."
    assert str(best(rubber_works(34)).missed[0].why) == "Beside the shots chosen it needs 1 minute more."


def test_a_shot_forced_in_shows_what_it_would_cost():
    sheet = best(rubber_works(30)).why("sheet")
    assert (sheet.otherwise, sheet.gone, sheet.come) == (12, ("hands", "rack"), ("sheet",))
    assert str(sheet.why) == (
        "With sheet the visit is worth 12 at the most instead of 13. Given up: hands, rack. Gained: sheet."
    )


def test_a_shot_taken_out_shows_what_it_is_good_for():
    opening = best(rubber_works(30)).why("opening")
    assert (opening.otherwise, opening.gone, opening.come) == (7, ("opening", "rack"), ("sheet",))
    assert "Without opening the visit is worth 7 at the most instead of 13." in str(opening.why)


def test_a_visit_may_be_just_as_good_another_way():
    twins = Visit(10, [Stop("press")], [Shot("left", "press", 6), Shot("right", "press", 6)], {("gate", "press"): 1})
    assert best(twins).route.shots == ("left",)
    assert str(best(twins).why("right").why) == (
        "With right another visit is worth just as much. Given up: left. Gained: right."
    )
    assert "just as much" in str(best(twins).why("left").why)


def test_nothing_may_come_in_the_place_of_a_shot():
    assert "nothing comes in its place" in str(best(rubber_works(60)).why("rows").why)


def test_ten_minutes_more_bring_the_store():
    # 30: all but the sheet; 40: all of mills and press takes 14 + 3 + 18 = 35; the store needs 14 more
    assert worth(rubber_works(), [0, 30, 40, 50]) == {0: 0, 30: 13, 40: 17, 50: 22}


def test_a_shot_worth_nothing_is_left_out_even_when_it_fits():
    idle = rubber_works(60, shots=[*SHOTS, Shot("clock", "press", 1, 0)])
    assert best(idle).missed[-1].kind == "idle"
    assert str(best(idle).why("clock").why) == "It would fit, and adds nothing: its value is 0."


def test_a_detail_of_a_shot_that_may_not_be_taken_is_not_taken_either():
    detail = rubber_works(60, shots=[*SHOTS, Shot("needle", "press", 1, 9, after=["curve"])])
    assert str(best(detail).missed[-1].why) == (
        "It comes after curve, and there is no filming at lab: recipes on the wall."
    )


def test_the_minutes_of_the_press_are_waited_for():
    hours = [replace(stop, opens=20, closes=26) if stop.id == "press" else stop for stop in STOPS]
    found = best(rubber_works(60, stops=hours))
    press = next(halt for halt in found.route.halts if halt.stop == "press")
    assert (press.start, press.leave, press.shots) == (20, 26, ("opening",))
    assert next(missed for missed in found.missed if missed.shot == "rack").kind == "never"


def test_hours_may_stand_against_the_shots_chosen_alone():
    stops = [Stop("east", opens=5, closes=10), Stop("west", opens=5, closes=10)]
    shots = [Shot("dawn", "east", 5, 3), Shot("shift", "west", 5, 2)]
    found = best(Visit(60, stops, shots, {("gate", "east"): 5, ("gate", "west"): 5, ("east", "west"): 5}))
    assert found.missed[0].kind == "apart" and found.missed[0].short is None
    assert found.why("shift").otherwise == 2


def test_a_group_takes_no_more_than_its_limit():
    portraits = [Shot(f"portrait {n}", "press", 2, n, group="portraits") for n in range(1, 5)]
    found = best(rubber_works(60, shots=portraits, limits={"portraits": 2}))
    assert found.route.shots == ("portrait 3", "portrait 4")
    assert str(found.missed[0].why) == "The visit takes no more of portraits: at most 2, and so many are there."
    assert found.why("portrait 1").otherwise == 5


def test_induction_comes_first_and_only_when_something_is_worth_it():
    stops = [Stop("induction", enter=15), Stop("press", after=["induction"])]
    walk = {("gate", "induction"): 2, ("induction", "press"): 3, ("gate", "press"): 1}
    shots = [Shot("opening", "press", 5)]
    assert [halt.stop for halt in best(Visit(26, stops, shots, walk)).route.halts] == ["induction", "press"]
    nothing = best(Visit(25, stops, shots, walk))
    assert nothing.route.halts == () and nothing.route.minutes == 0
    assert str(nothing.missed[0].why) == "Even with nothing else on the visit, it needs 1 minute more."


def test_a_shot_may_wait_for_one_at_another_stop():
    # alone the detail at the press would come first, on the way; the overview in the store must come before it
    shots = [Shot("overview", "store", 2), Shot("detail", "press", 2, 5, after=["overview"])]
    assert best(rubber_works(60, shots=shots)).route.shots == ("overview", "detail")


def test_a_shot_worth_little_is_taken_for_what_waits_for_it_elsewhere():
    # the store is open for one shot: rows is worth more there, the overview opens the way to the detail
    stops = [replace(stop, opens=12, closes=16) if stop.id == "store" else stop for stop in STOPS]
    shots = [SHOTS[5], Shot("overview", "store", 4, 0), Shot("detail", "press", 2, 9, after=["overview"])]
    assert best(rubber_works(60, stops=stops, shots=shots)).route.shots == ("overview", "detail")


def test_who_leaves_by_another_gate_walks_on():
    through = rubber_works(40, shots=[Shot("sheet", "mills", 5)], exit="store")
    assert best(through).route.back == Way(8, ("press",))
    assert best(through).route.walked == 12


def test_a_way_past_another_place_may_be_shorter_than_the_one_in_the_table():
    walk = {("gate", "press"): 9, ("gate", "mills"): 4, ("mills", "press"): 3}
    found = best(Visit(60, [Stop("press")], [Shot("opening", "press", 6)], walk))
    assert found.route.halts[0].way == Way(7, ("mills",))


def test_places_on_the_way_are_named_in_the_order_of_walking():
    there, back = along(ROW)["gate", "store"], along(along(ROW))["store", "gate"]
    assert there == Way(12, ("mills", "press")) and back == Way(12, ("press", "mills"))
    one_way = {("gate", "store"): there}
    assert along(one_way)["store", "gate"] == back


def test_ways_may_differ_by_direction():
    walk = {("gate", "press"): 2, ("press", "gate"): 7}
    route = best(Visit(60, [Stop("press")], [Shot("opening", "press", 6)], walk)).route
    assert (route.halts[0].way.minutes, route.back.minutes) == (2, 7)


def test_a_visit_without_shots_goes_from_gate_to_gate():
    found = best(Visit(0, [], [], {}))
    assert found.route.halts == () and found.value == 0 and found.missed == ()


def test_the_answer_is_the_same_every_time():
    assert repr(best(plant(5))) == repr(best(plant(5)))


def test_more_minutes_are_never_worth_less():
    values = list(worth(plant(2), range(10, 100)).values())
    assert all(
        later is not None and later >= earlier for earlier, later in pairwise(v for v in values if v is not None)
    )


# ---- must-haves ----------------------------------------------------------------------------------------------------


def must(*names, minutes=60, **changes):
    shots = [replace(shot, must=shot.id in names) for shot in SHOTS]
    return rubber_works(minutes, shots=shots, **changes)


def test_a_must_have_is_taken_though_it_is_worth_less():
    found = best(must("rows", minutes=30))
    assert found.route.shots == ("rows",)
    assert str(found.why("rows").why) == "rows is a must-have."


def test_what_a_must_have_comes_after_is_taken_too():
    found = best(must("rack", minutes=25))
    assert found.route.shots == ("opening", "rack")
    assert str(found.why("opening").why) == "opening comes before a must-have: rack."


def test_must_haves_too_long_together_say_how_much_is_missing_and_which_to_give_up():
    with pytest.raises(Problem) as problem:
        best(must("sheet", "rows", minutes=30))
    assert str(problem.value) == (
        "The must-haves take 35 min by the shortest way, and the visit has 30: 5 minutes are missing. Make the "
        "visit longer, or let one of these be optional, and the others fit: sheet, rows."
    )
    assert shortest(must("sheet", "rows"), ["sheet", "rows"]).minutes == 35


def test_must_haves_far_too_long_name_all():
    with pytest.raises(Problem, match=r"18 minutes are missing.*let several of these be optional: sheet, opening"):
        best(must("sheet", "opening", minutes=10))


def test_a_single_minute_may_be_missing():
    with pytest.raises(Problem, match="the visit has 27: 1 minute is missing"):
        best(must("rows", minutes=27))


def test_must_haves_whose_hours_collide_are_named_without_the_others():
    stops = [Stop("east", opens=5, closes=10), Stop("west", opens=5, closes=10), Stop("yard")]
    shots = [
        Shot("train", "yard", 5, must=True),
        Shot("dawn", "east", 5, must=True),
        Shot("shift", "west", 5, must=True),
    ]
    walk = dict.fromkeys(combinations(["gate", "east", "west", "yard"], 2), 2)
    with pytest.raises(Problem, match="do not go together on one visit, however long: dawn, shift"):
        best(Visit(90, stops, shots, walk))


def test_a_must_have_where_filming_is_forbidden_is_a_problem():
    with pytest.raises(Problem, match="curve is a must-have, and there is no filming at lab: recipes on the wall"):
        best(must("curve"))


# ---- what cannot be asked ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda: {"walk": {("gate", "mills"): 4}}, "from gate to press\\? It is not in the table"),
        (lambda: {"walk": {"gate-mills": 4}}, "'gate-mills'"),
        (lambda: {"walk": along(ROW) | {("gate", "mills"): -1}}, "walking from gate to mills.*not -1"),
        (lambda: {"minutes": 62.5}, "Minutes of the visit: a whole number.*not 62.5"),
        (lambda: {"minutes": 2000}, "at most 1440, not 2000"),
        (lambda: {"stops": [*STOPS, Stop("press")]}, "The name press is given twice"),
        (lambda: {"shots": [*SHOTS, Shot("rows", "store", 1)]}, "The name rows is given twice"),
        (
            lambda: {"shots": [Shot("roof", "tower", 3)]},
            "roof, its stop: nothing here is called tower. Name one of: mills",
        ),
        (lambda: {"shots": [Shot("roof", "press", 0)]}, "Shot roof, its minutes: a whole number of at least 1.*not 0"),
        (lambda: {"shots": [Shot("roof", "press", 3, -2)]}, "Shot roof, its value.*not -2"),
        (lambda: {"shots": [Shot("roof", "press", 3, 10**7)]}, "Shot roof, its value: at most 1000000"),
        (lambda: {"shots": [Shot("roof", "press", 3, float("nan"))]}, "Shot roof, its value"),
        (
            lambda: {"shots": [Shot("a", "press", 3, after=["b"])]},
            "Shot a, what comes before it: nothing here is called b",
        ),
        (
            lambda: {"shots": [Shot("a", "press", 3, after=["b"]), Shot("b", "press", 3, after=["a"])]},
            "in a circle: a → b → a|in a circle: b → a → b",
        ),
        (lambda: {"stops": [*STOPS, Stop("roof", after=["roof"])]}, "in a circle: roof → roof"),
        (
            lambda: {"stops": [*STOPS, Stop("roof", opens=20, closes=10)]},
            "roof closes at minute 10, before it opens at",
        ),
        (lambda: {"limits": {"portraits": 2}}, "Limits of the visit: nothing here is called portraits"),
        (lambda: {"entry": "north"}, "from north to gate|from north to mills|from north to north"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(change, words):
    with pytest.raises(Problem, match=words):
        rubber_works(**change())


def test_a_way_nobody_needs_may_be_missing():
    walk = {pair: minutes for pair, minutes in along(ROW).items() if "lab" not in pair}
    assert best(rubber_works(walk=walk)).value == 22  # nothing may be filmed in the laboratory


def test_a_gate_too_far_from_the_other_is_a_problem():
    with pytest.raises(Problem, match=r"from gate to store alone takes 12 min\. Add 2 minutes"):
        best(rubber_works(10, shots=[], exit="store"))


def test_an_unknown_shot_is_named():
    with pytest.raises(Problem, match="nothing here is called roof"):
        best(rubber_works()).why("roof")


def test_too_many_stops_are_refused_before_memory_runs_out():
    stops = [Stop(f"S{n}") for n in range(20)]
    shots = [Shot(f"F{n}", f"S{n}", 1) for n in range(20)]
    walk = dict.fromkeys(combinations(["gate", *(stop.id for stop in stops)], 2), 1)
    with pytest.raises(Problem, match=r"Stops of one visit .*: at most 14, not 20"):
        Visit(90, stops, shots, walk)
    closed = [replace(stop, forbidden="no cameras") for stop in stops[6:]]
    assert best(Visit(90, [*stops[:6], *closed], shots, walk)).value == 6  # closed ones cost nothing


def test_too_many_cases_to_remember_are_refused_before_memory_runs_out():
    stops = [Stop(f"S{n}") for n in range(12)]
    shots = [Shot(f"F{n}", f"S{n}", 1) for n in range(12)]
    late = [Shot(f"G{n}", f"S{11 - n}", 1, after=[f"F{n}"]) for n in range(12)]
    walk = dict.fromkeys(combinations(["gate", *(stop.id for stop in stops)], 2), 1)
    with pytest.raises(Problem, match="too large to be solved exactly: 12 stops"):
        best(Visit(90, stops, [*shots, *late], walk))


def test_values_with_decimals_are_summed_exactly():
    shots = [Shot("a", "press", 3, 0.1), Shot("b", "press", 3, 0.2), Shot("c", "press", 6, 0.3)]
    found = choose(Visit(9, [Stop("press")], shots, {("gate", "press"): 1}))
    assert found is not None and found.value == 300_000


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: Visit(30, "press", [], {}), "Stops of the visit: a list of Stop is needed"),
        (lambda: Visit(30, None, [], {}), "Stops of the visit: a list of Stop is needed"),
        (lambda: Visit(30, [], ["wide"], {}), "Shots to choose from: a Shot is needed"),
        (lambda: Visit(30, [], [], [("gate", "press", 4)]), "Ways between the places: a mapping is needed"),
        (lambda: Visit(30, [], [], {}, limits=None), "Limits of the visit: a mapping is needed"),
        (lambda: Stop(1), "The name of a stop: a name in quotes is needed here, not 1"),
        (lambda: Stop("press", after="st"), "Stop press, what comes before it: a list of str is needed"),
        (lambda: Stop("press", forbidden=True), "Stop press, why nothing may be filmed there"),
        (lambda: Shot("s", "press", 3, must="no"), "Shot s, whether it is a must-have: True or False is needed"),
        (lambda: Shot("s", "press", 3, after="ab"), "Shot s, what comes before it: a list of str is needed"),
        (lambda: shortest(rubber_works(), "rows"), "Shots of the visit: a list of str is needed"),
        (lambda: worth(rubber_works(), 60), "Lengths of the visit, in minutes: a list of float is needed"),
        (lambda: best(None), "The visit: a Visit is needed"),
        (lambda: along({("gate", "press"): 2000}), "from gate to press: at most 1440"),
        (lambda: Way(3, "yard"), "Places walked through: a list of str is needed"),
    ],
)
def test_another_kind_of_thing_is_named(made, words):
    with pytest.raises(Problem, match=words):
        made()


def test_what_was_handed_in_may_change_afterwards():
    walk, limits = dict(ROW), {"": 1}
    visit = Visit(62, STOPS, SHOTS, walk)
    walk.clear()
    limits.clear()
    assert best(visit).value == best(rubber_works()).value


def test_shots_may_be_the_rows_of_a_table():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"id": ["wide", "hands"], "stop": "press", "minutes": [6, 3], "must": [True, False]})
    assert best(Visit(30, [{"id": "press"}], table, {("gate", "press"): 4})).route.shots == ("wide", "hands")
