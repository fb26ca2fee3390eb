"""Can a group walk the site: is everything where it can be, does every way lead somewhere, and in credible minutes?"""

from itertools import combinations

import pytest

from promplan import assets
from promplan.cases.floor import floor
from promplan.cases.kit import available, load
from promplan.language import Problem
from promplan.media import visit

CASES = tuple(available())


@pytest.fixture(params=CASES)
def plant(request):
    return load(request.param), floor(request.param)


def between(a, b, share):
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def test_every_zone_has_its_outline_inside_the_site_and_none_covers_another(plant):
    case, site = plant
    assert {one.zone for one in site.areas} == {one["id"] for one in case.zones}
    for one in site.areas:
        assert one.width > 0 and one.height > 0
        assert one.x + one.width <= site.site.width and one.y + one.height <= site.site.height
    for one, other in combinations(site.areas, 2):
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )
        assert apart, (one, other)


def test_doors_are_in_the_walls_of_their_zones_and_crossings_in_the_yard(plant):
    _, site = plant
    for one in site.points:
        if one.kind == "crossing":
            assert not any(area.holds((one.x, one.y)) for area in site.areas), one
        else:
            assert site.by_zone[one.zone].walls((one.x, one.y)), one


def test_a_stop_stands_in_its_zone_or_before_the_window_of_a_closed_one(plant):
    case, site = plant
    filming = {one["id"]: one["filming"] for one in case.zones}
    for one in site.stops:
        inside = site.by_zone[one.zone].holds((one.x, one.y))
        assert inside == (filming[one.zone] != "no"), one


def test_a_way_through_the_yard_meets_no_wall_and_a_way_inside_leaves_no_zone(plant):
    _, site = plant
    for way in site.ways:
        a, b = (site.spots[one] for one in way.ends)
        for step in range(1, 50):
            spot = between(a, b, step / 50)
            under = [area for area in site.areas if area.holds(spot) and not area.walls(spot)]
            assert bool(under) == way.inside, (way, spot)


def test_every_open_zone_has_a_stop_and_every_stop_is_reached_from_the_gate(plant):
    case, site = plant
    open_zones = {one["id"] for one in case.zones if one["filming"] != "no"}
    assert {one.zone for one in site.stops} >= open_zones
    for one in site.stops:
        assert 1 <= site.minutes(site.site.entry, one.id) <= 15, one


def test_no_way_leads_into_a_zone_where_nobody_films(plant):
    case, site = plant
    closed = {one["id"] for one in case.zones if one["filming"] == "no"}
    assert not [one for one in site.points if one.kind == "door" and one.zone in closed]


def test_minutes_are_those_of_the_metres_walked(plant):
    _, site = plant
    walk = site.walk()
    for (a, b), minutes in walk.items():
        straight = ((site.spots[a][0] - site.spots[b][0]) ** 2 + (site.spots[a][1] - site.spots[b][1]) ** 2) ** 0.5
        assert minutes >= straight / site.pace.yard  # nobody is faster than the crow
        assert site.minutes(b, a) == minutes
    assert len(walk) == (len(site.stops) + 1) * len(site.stops) / 2


def test_a_route_is_drawn_from_corner_to_corner(plant):
    _, site = plant
    first, last = site.stops[0].id, site.stops[-1].id
    line = site.drawn(["gate", first, last, "gate"])
    assert line[0] == line[-1] == site.spots["gate"]
    assert site.spots[first] in line and site.spots[last] in line
    assert site.route("gate", first)[0] == "gate" and site.drawn([]) == ()


def test_the_visit_of_the_planning_maths_takes_the_walk_as_it_is(plant):
    _, site = plant
    stops = [visit.Stop(one.id, enter=one.enter) for one in site.stops]
    assert len(stops) <= 14
    shots = [visit.Shot(f"wide-{one.id}", one.id, 4) for one in site.stops]
    best = visit.best(visit.Visit(90, stops, shots, site.walk(), entry=site.site.entry))
    assert len(best.route.shots) >= 6 and best.left >= 0


def test_a_place_that_is_not_there_is_answered_with_those_there_are():
    site = floor("rubber-works")
    with pytest.raises(Problem, match="mills"):
        site.stop("mill")
    with pytest.raises(Problem, match="no place"):
        site.minutes("canteen", "gate")


def test_a_stop_that_no_way_leads_to_is_said_so():
    site = floor("rubber-works")
    cut = type(site)(site.site, site.pace, site.areas, site.points, site.stops, site.ways[:3])
    with pytest.raises(Problem, match="No way leads from gate to press"):
        cut.minutes("gate", "press")


def test_a_real_plant_has_no_site_of_ours():
    assert floor("") is None and floor("blank") is None


def test_a_damaged_row_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "cases" / "rubber-works"
    folder.mkdir(parents=True)
    text = (assets.folder() / "cases" / "rubber-works" / "floor.toml").read_text(encoding="utf-8")
    (folder / "floor.toml").write_text(text.replace("enter = 3", 'enter = "three"', 1), encoding="utf-8")
    monkeypatch.setattr(assets, "folder", lambda: tmp_path)
    with pytest.raises(Problem, match=r"floor.toml, mills: enter"):
        floor("rubber-works")
