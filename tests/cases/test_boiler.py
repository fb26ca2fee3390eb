"""The boiler-works: do its numbers come from its files and from one another, and is its strategy half done?"""

import itertools
import math
import re
from collections import Counter
from datetime import date, timedelta

import pytest

import promplan as pp
from promplan import figures, language
from promplan.cases import steam
from promplan.cases.key import key
from promplan.cases.kit import load
from promplan.cases.staff import staff
from promplan.media.funnel import backward, reach
from promplan.review.data import base, magnitudes

KIT = "boiler-works"
KEY = {one.object: one for one in (*key(KIT).planted, *key(KIT).decoys)}
PLANTED = {one.object for one in key(KIT).planted}
AIR = 101.3  # kPa


@pytest.fixture(params=["en", "ru"])
def case(request):
    with language.inside(request.param):
        yield load(KIT)


@pytest.fixture(scope="module")
def english():
    return load(KIT)


@pytest.fixture
def value(english):
    return {one.id: one.fact.value for one in english.facts}


@pytest.fixture
def fact(english):
    return {one.id: one.fact for one in english.facts}


# -- the plant hands itself over


def test_the_plan_holds_the_plants_own_words(case):
    names = {"en": "Polny Par Boiler and Turbine Works", "ru": "АО «Полный пар», котлотурбинный завод"}
    assert case.plan.enterprise.name == case.name == names[language.current()]
    assert case.campaign == (date(2026, 11, 16), date(2027, 3, 31)) and case.date == date(2026, 10, 12)
    assert case.aim == case.card["aim"] == case.plan.brief.aim == "investment"
    assert 36 <= len(case.facts) <= 50
    assert (case.plan.brief.silence_means, case.plan.brief.budget) == ("no", 120_000)


def test_the_brief_asks_for_investment_first_and_for_the_image_next(case):
    words = {"en": ("investment", "image", "exhibition"), "ru": ("инвестиции", "образ завода", "выставка")}
    must = case.plan.brief.must
    places = [must.index(one) for one in words[language.current()]]
    assert places == sorted(places)
    assert {one.aim for one in case.plan.objectives} == {"investment", "image"}


def test_all_three_plants_stand_in_one_town(case):
    for other in (load("rubber-works"), load("wagon-works")):
        assert case.card["town"] == other.card["town"] and case.place == other.place and case.date == other.date


def test_no_two_plants_keep_one_name_or_one_order_inside():
    inside = [
        set(load(name).plan.enterprise.protected_names.split("\n")) for name in (KIT, "wagon-works", "rubber-works")
    ]
    assert not (inside[0] & inside[1] or inside[0] & inside[2])


# -- the register against the files


def test_the_bearing_shakes_most_at_the_critical_speed_and_as_much_as_the_key_says(english, fact, value):
    rows = english.series("run-up")
    highest = max(rows, key=lambda row: row["vibration"])
    assert highest["vibration"] == pytest.approx(4.5, abs=0.05) == value["F9"] / 10
    assert "4.5 mm/s" in KEY["F9"].true_value["en"] and "4,5 мм/с" in KEY["F9"].true_value["ru"]
    assert abs(highest["speed"] - value["F11"]) <= fact["F11"].tolerance
    across = next(row["speed"] for row in rows if row["lag"] >= 90)
    assert across == value["F11"]
    full = [row["vibration"] for row in rows if row["speed"] == 3000]
    assert len(full) == 31
    assert all(abs(one - value["F10"]) <= fact["F10"].tolerance for one in full)


def test_nobody_lingers_at_the_critical_speed(english):
    at = {row["speed"]: row["second"] for row in reversed(english.series("run-up"))}
    assert at[2100] - at[1500] < (at[1500] - at[900]) * 0.6


def test_the_swing_is_that_of_the_textbook():
    far, lag = steam.swing(steam.CRITICAL * 100)
    assert far == pytest.approx(1, abs=0.001) and lag == pytest.approx(180, abs=0.2)
    assert steam.swing(steam.CRITICAL)[0] == pytest.approx(1 / (2 * steam.DAMPING))
    assert steam.swing(steam.CRITICAL)[1] == pytest.approx(90)


def test_the_shaft_stays_within_what_is_said_of_it_whichever_way_one_looks(english, value):
    rows = english.series("orbit")
    widths = []
    for step in range(36):
        angle = math.pi * step / 36
        along = [row["x"] * math.cos(angle) + row["y"] * math.sin(angle) for row in rows]
        widths.append(max(along) - min(along))
    assert 35 < max(widths) < value["F12"] and min(widths) > 15  # an ellipse, and no line
    assert len(rows) == 10 * 72


@pytest.mark.parametrize(("kelvin", "pressure"), [(300, 0.353658941e-2), (500, 2.63889776), (600, 12.3443146)])
def test_water_boils_where_the_steam_tables_say(kelvin, pressure):
    assert steam.saturation(kelvin - 273.15) == pytest.approx(pressure, rel=1e-8)  # IAPWS-IF97, table 35


def test_a_cold_boiler_needs_as_long_as_the_register_says(english, fact, value):
    rows = english.series("start-up")
    assert abs(rows[-1]["minute"] / 60 - value["F31"]) <= fact["F31"].tolerance
    assert abs(rows[-1]["pressure"] - value["F13"]) < 0.05
    apart = [row["top"] - row["bottom"] for row in rows]
    assert round(max(apart)) == value["F32"] < 40 and min(apart) > 0
    assert all(steam.saturation(row["top"] - 2) - 0.1 <= row["pressure"] + 0.005 for row in rows)  # the steam's heat
    holds = Counter(row["stage"] for row in rows)["holding"]
    assert holds == 50 and [row["pressure"] for row in rows] == sorted(row["pressure"] for row in rows)


def test_the_drum_is_never_hurried(english):
    for _, _, rate, _ in steam.LEGS:
        assert 1 <= rate <= 3
    water = [degrees for _, degrees, _ in steam.warming()]
    assert max(after - before for before, after in itertools.pairwise(water)) <= 2.0 + 1e-9
    assert len(water) == len(english.series("start-up"))


def test_the_scan_of_the_seam_has_as_many_indications_as_the_register_says(english, value):
    rows, found = english.series("weld-scan"), []
    for row in rows:
        if row["echo"] > -14 and (not found or row["along"] - found[-1]["along"] > 50):
            found.append(row)
    assert len(found) == value["F24"] == len(steam.FLAWS)
    assert rows[-1]["along"] == 12_000 and "12 m" in next(one.said["en"] for one in english.facts if one.id == "F24")
    for (place, _, _, deep), row in zip(steam.FLAWS, found, strict=True):
        assert abs(row["along"] - place) <= 30 and abs(row["depth"] - deep) <= 2
    assert all(0 < row["depth"] < value["F20"] for row in rows)


def test_the_far_wall_answers_when_the_register_says(english, fact, value):
    rows = english.series("weld-echo")
    wall = max((row for row in rows if row["time"] > 28), key=lambda row: row["height"])
    flaw = max((row for row in rows if 15 < row["time"] < 28), key=lambda row: row["height"])
    assert wall["time"] == pytest.approx(2 * value["F20"] / steam.STEEL, abs=0.05)
    assert abs(wall["time"] - value["F25"]) <= fact["F25"].tolerance
    assert flaw["time"] == pytest.approx(2 * 62 / steam.STEEL, abs=0.1) and flaw["height"] < wall["height"] / 2


def test_ages_and_places_are_counted_from_their_lists(english, value):
    rows = english.series("workforce")
    assert value["F2"] == sum(row["people"] for row in rows)
    assert value["F41"] == sum(row["people"] for row in rows if row["age"] >= 55)
    assert value["F41"] / value["F2"] > 0.25  # «больше чем каждому четвёртому»
    offers = english.listed("vacancies")
    assert value["F40"] == sum(one["places"] for one in offers if one["kind"] == "job")
    assert all(("pay_from" in one) == (one["kind"] == "job") for one in offers)


def test_a_year_of_posts_and_letters_fits_the_town_and_each_other(english, value):
    posts, months = english.series("posts"), english.series("requests")
    counted = Counter(str(row["date"])[:7] for row in posts)
    assert {row["month"]: row["posts"] for row in months} == counted
    days = [date.fromisoformat(str(row["date"])) for row in posts]
    assert days == sorted(days) and days[0] >= date(2025, 10, 1) and days[-1] <= date(2026, 9, 30)
    for row in posts:
        assert 30 < row["reach"] < 62_000 / 4
        assert row["reactions"] < row["reach"] * 0.1 and row["clicks"] < row["reach"] * 0.03
    winter = ("2025-11", "2025-12", "2026-01", "2026-02", "2026-03")
    assert sum(row["letters"] for row in months if row["month"] in winter) == value["F38"]


# -- the register against itself


def test_numbers_that_are_computed_from_one_another_agree(fact, value):
    assert value["F4"] / 3.6 * (3490 - 994) / 1000 == pytest.approx(value["F5"], abs=fact["F5"].tolerance)
    assert value["F5"] * 1000 / 2 == 145_000
    assert abs(math.pi * value["F28"] * value["F8"] - value["F27"]) <= fact["F27"].tolerance
    assert value["F27"] == pytest.approx(343, abs=5)  # sound in a room
    assert value["F14"] == pytest.approx(1.25 * value["F13"])
    assert value["F13"] * 100 / 9.81 == pytest.approx(155, abs=1)  # 1 cm² in kg
    assert value["F21"] / 1.5 == pytest.approx(45, abs=0.5)
    assert value["F22"] / 42.2 == pytest.approx(3.8, abs=0.05)
    assert AIR * 1000 / value["F30"] == pytest.approx(500, rel=0.05)
    middle, wall, length = 1.7, value["F20"] / 1000, 15.0
    heads = 2 * 2.6
    assert abs(math.pi * middle * wall * length * 7.85 + heads - value["F21"]) <= fact["F21"].tolerance


def test_the_mains_the_minute_and_the_second_are_one_speed(value):
    assert value["F8"] * 60 == value["F7"] == 3000
    assert "20.7 km/s" in KEY["F7"].smallest_fix["en"]
    assert math.pi * value["F28"] * 3000 / 1000 == pytest.approx(20.7, abs=0.05)


def test_vacuum_and_absolute_pressure_are_one_state(value):
    assert 100 * (AIR - value["F17"]) / AIR == pytest.approx(value["F18"], abs=0.1)
    low, high = magnitudes()["condenser-vacuum"].low, magnitudes()["condenser-vacuum"].high
    assert low < AIR - value["F17"] < high and value["F17"] < low


def test_the_drum_would_have_been_tested_below_its_working_pressure(value):
    assert value["F15"] == pytest.approx(value["F13"] / 1.25, abs=0.05) and value["F15"] < value["F13"]
    assert base(value["F3"], "bar")[1] * 10 == pytest.approx(base(13.8, "MPa")[1])


def test_the_decoys_bear_being_computed(value):
    stress = value["F13"] * 1.7 / (2 * value["F20"] / 1000)
    assert stress == pytest.approx(130, abs=2)
    pull = value["F29"] / 1000 * 0.4 * (2 * math.pi * value["F8"]) ** 2
    assert pull / 1000 == pytest.approx(2.4, abs=0.05) and pull / 9.81 == pytest.approx(250, abs=15)


def test_no_more_boilers_are_told_than_the_shops_can_build(value):
    assert value["F36"] < value["F37"]


# -- people, days, clearances


def test_what_belongs_to_a_power_station_is_let_out_without_its_scales():
    for tongue, word in (("en", "scales"), ("ru", "шкал")):
        people = staff(KIT, tongue)
        assert word in people.replies["F31"].said
        assert {people.replies[one].by for one in ("F19", "F31", "F32")} == {"D2"}


def test_one_consent_ends_before_the_exhibition_and_nobody_elses(case):
    day = next(row["day"] for row in case.listed("dates") if row["id"] == "D11")
    assert {one["id"] for one in case.people if "until" in one and one["until"] < day} == {"P12"} <= PLANTED
    assert not [one for one in case.people if "until" in one and one["until"] < case.date]


def test_whoever_turned_18_the_day_before_signs_alone(case):
    young = [one for one in case.people if one.get("age") == 18]
    assert [(one["id"], one["age"]) for one in young] == [("P14", 18)] and "guardian" not in young[0]


def test_only_a_speaking_name_is_named(case):
    assert [one["name"] for one in case.people if "name" in one] == [
        {"en": "K. Kotelkov", "ru": "К. Котелков"}[language.current()]
    ]


def test_the_stand_is_printed_before_the_exhibition_and_after_the_plants_answer(case):
    days = {row["id"]: row for row in case.listed("dates")}
    stand, texts = days["D11"], days["D8"]
    assert stand["until"] - stand["day"] == timedelta(2) and texts["day"] < stand["day"] - timedelta(21)
    assert not stand["closed"] and all(stand["day"] + timedelta(n) != days["D12"]["day"] for n in range(3))


def test_chamber_days_have_the_places_that_the_plan_counts_on(case, value):
    days = [row for row in case.listed("dates") if row["kind"] == "partner" and row["day"].weekday() == 3]
    steps = case.plan.objectives[0].funnel.steps
    assert {step.places for step in steps[:2]} == {value["F39"] * len(days)} == {48}
    shut = next(row for row in case.listed("dates") if row["id"] == "D7")
    assert not [row for row in days if shut["day"] <= row["day"] <= shut["until"]]


# -- the chain


def test_boiler_and_turbine_are_made_apart_and_meet_when_they_leave(case):
    edges = set(case.chain.edges)
    assert {start for start, end in edges if end == "ship"} == {"hydro", "no-load"}
    begins = {one.id for one in case.chain.nodes} - {end for _, end in edges}
    assert begins == {"plate", "tube", "forging", "bar"}
    stage = {one.id: one.stage for one in case.chain.nodes}
    for order in (("weld", "anneal", "look", "hydro", "ship"), ("turn", "blading", "balance", "assembly", "no-load")):
        assert [stage[one] for one in order] == sorted(stage[one] for one in order)
        assert all(edge in edges for edge in itertools.pairwise(order))


def test_the_chain_can_be_drawn_with_every_word_whole(case):
    picture = figures.value_chain(case.chain)
    written = " ".join(one.get_text() for one in picture.fig.axes[0].texts).replace("\n", " ")
    names = {one.name for one in case.chain.nodes} | set(case.chain.branches.values())
    assert {one for one in names if one not in written} == set()


# -- the half-made strategy


def test_one_objective_is_whole_and_one_is_begun(case):
    found = pp.check(case.plan, unit="02-goals", on=case.date)
    whole, begun = case.plan.objectives
    assert not found.about(whole.id, whole.audience)
    assert {one.rule for one in found.about(begun.id)} >= {"OBJ-1", "OBJ-2", "OBJ-3", "OBJ-10"}
    assert begun.target is None and begun.deadline is None and whole.level == "outcome"


def test_the_funnel_of_the_whole_objective_holds_even_at_worst(case, value):
    one = case.plan.objectives[0]
    needs = backward(one.target, [(step.low, step.high) for step in one.funnel.steps])
    assert reach(needs[-1], one.funnel.frequency).worst < one.funnel.people == case.plan.audiences[0].size
    assert needs[1].worst <= needs[2].worst <= 48 and one.target <= one.step_capacity
    assert (one.baseline, one.step_days) == (value["F38"], value["F44"])


def test_one_audience_is_whole_one_counts_visits_and_one_lacks_a_barrier(case):
    whole, visits, unhindered = case.plan.audiences
    assert not pp.check(case.plan, unit="02-goals", on=case.date).about(whole.id)
    assert visits.id in PLANTED and {"en": "visits", "ru": "посещений"}[language.current()] in visits.size_source
    assert not unhindered.barrier and unhindered.size_source


def test_the_house_has_a_weak_roof_one_pillar_and_one_answer_of_three(case):
    message = case.plan.message
    assert len(message.pillars) == 1
    proof = next(one.fact for one in case.facts if one.id == message.pillars[0].proofs[0])
    assert proof.clearance.state == "cleared" and re.search(r"410", message.pillars[0].statement)
    assert [bool(one.answer) for one in message.questions] == [True, False, False]
    found = pp.check(case.plan, unit="03-message", on=case.date)
    assert "MSG-8" in {one.rule for one in found.about("message")}
    assert not found.about("P1", "Q1") and {one.object for one in found if one.rule == "MSG-10"} >= {"Q2", "Q3"}


def test_the_smallest_fixes_of_the_key_cure_what_the_rules_find(case):
    plan = case.plan.model_copy(deep=True)
    one = {it.id: it for it in plan.enterprise.facts}
    tongue = language.current()
    ways = {  # what the sentence says, value and unit
        "F3": (("13.8 bar", "13.8 MPa"), ("13,8 бар", "13,8 МПа"), 13.8, {"en": "MPa", "ru": "МПа"}),
        "F6": (("103 %", "92 %"), ("103 %", "92 %"), 92.0, None),
        "F7": (("a second", "a minute"), ("в секунду", "в минуту"), 3000.0, {"en": "r/min", "ru": "об/мин"}),
        "F9": (("45 mm/s", "4.5 mm/s"), ("45 мм/с", "4,5 мм/с"), 4.5, None),
        "F15": (("12.2", "19"), ("12,2", "19"), 19.0, None),
        "F16": (("ISO 10816-3", "ISO 20816-3"), ("ISO 10816-3", "ISO 20816-3"), 25.0, None),
    }
    for id_, (english, russian, new, unit) in ways.items():
        wrong, right = english if tongue == "en" else russian
        assert wrong in one[id_].statement
        one[id_].statement, one[id_].value = one[id_].statement.replace(wrong, right), new
        one[id_].unit = unit[tongue] if unit else one[id_].unit
    one["F17"].statement = {
        "en": "The absolute pressure in the turbine's condenser is 5 kPa",
        "ru": "Абсолютное давление в конденсаторе турбины — 5 кПа",
    }[tongue]
    one["F17"].quantity, one["F17"].about = (
        "",
        {"en": "pressure in the condenser", "ru": "давление в конденсаторе"}[tongue],
    )
    plan.enterprise.facts = [it for it in plan.enterprise.facts if it.id not in ("F19", "F35")]
    named = {it.id for it in plan.enterprise.facts}
    assert [it for it in pp.check(plan, on=case.date) if it.object in named and it.severity != "info"] == []
