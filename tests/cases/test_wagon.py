"""The wagon-works: do its numbers bear each other, and is the strategy half done in the places where it should be?"""

import re
from datetime import date
from itertools import product

import pytest

import promplan as pp
from promplan import figures, language
from promplan.cases.key import key
from promplan.cases.kit import load
from promplan.media.funnel import backward, reach
from promplan.plan.brief import Brief
from promplan.plan.objectives import Objective
from promplan.review.data import base, magnitudes

PLANTED = {one.object for one in key("wagon-works").planted}
AXLES = 4


@pytest.fixture(params=["en", "ru"])
def case(request):
    with language.inside(request.param):
        yield load("wagon-works")


@pytest.fixture
def value(case):
    return {one.id: one.fact.value for one in case.facts}


def test_the_plan_holds_the_plants_own_words(case):
    names = {"en": "Dalnie Puti Wagon Works", "ru": "АО «Дальние пути», вагоностроительный завод"}
    assert case.plan.enterprise.name == case.name == names[language.current()]
    assert case.campaign == (date(2026, 11, 9), date(2027, 2, 28)) and case.date == date(2026, 10, 12)
    assert case.aim == case.card["aim"] == case.plan.brief.aim == "cooperation"
    assert 34 <= len(case.facts) <= 40
    assert case.plan.brief.silence_means == "ask again" and case.plan.brief.budget == 40_000


def test_the_brief_names_whom_the_campaign_is_for(case):
    words = {"en": ("supplier", "university", "college"), "ru": ("поставщик", "вуз", "техникум")}
    assert all(one in case.plan.brief.must for one in words[language.current()])


def test_people_here_and_at_the_rubber_works_live_in_one_town(case):
    other = load("rubber-works")
    assert case.card["town"] == other.card["town"] and case.place == other.place and case.date == other.date


def test_no_true_fact_puts_more_on_an_axle_than_is_allowed(case, value):
    assert PLANTED.isdisjoint({"F5", "F6", "F10", "F24", "F25"})
    limit = base(magnitudes()["axle-load"].high, "tf")[1]
    assert value["F5"] / AXLES <= value["F6"] <= limit
    assert (value["F24"] + value["F25"]) / AXLES <= value["F6"]
    assert value["F10"] / AXLES == 25 <= limit


def test_swapped_back_the_gondola_weighs_what_the_scales_say(value):
    assert value["F3"] + value["F4"] == value["F5"]


def test_the_panel_of_the_heavy_gondola_adds_up_to_more_than_its_certificate(case, value):
    panel = next(one.fact for one in case.facts if one.id == "F22")
    tare, payload, axle = (float(one) for one in re.findall(r"\d+", panel.statement))
    assert tare + payload == panel.value == 102 and axle * AXLES == value["F10"]
    assert panel.value / AXLES == 25.5 > axle


def test_true_tares_are_lighter_than_the_payloads_that_go_with_them(value):
    assert value["F24"] < value["F25"] / 2


def test_numbers_that_are_computed_from_one_another_agree(value):
    assert value["F8"] * 250 == value["F7"] == 9000  # a year, not a month
    assert round(value["F7"] / 365) == 25
    assert value["F8"] * value["F26"] / 1000 == pytest.approx(value["F27"])
    shear, frequency = 3240e3, 4e6  # mm/s in steel, Hz
    assert shear / frequency == pytest.approx(value["F15"], abs=0.05)
    assert 72 * value["F21"] == pytest.approx(1000, abs=5)
    assert value["F20"] / 2.7 == pytest.approx(33, abs=0.6)


def test_offers_are_as_many_as_the_register_says(case, value):
    rows = case.listed("vacancies")
    places = {
        kind: sum(one["places"] for one in rows if one["kind"] == kind) for kind in ("job", "practice", "project")
    }
    assert places == {"job": value["F38"], "practice": value["F36"], "project": value["F35"]}
    assert all(("pay_from" in one) == (one["kind"] == "job") for one in rows)


def test_ages_are_counted_from_the_file(case, value):
    rows = case.series("workforce")
    assert value["F2"] == sum(row["people"] for row in rows)
    assert value["F39"] == sum(row["people"] for row in rows if row["age"] >= 55)
    assert str(int(value["F39"])) in next(one.fact.statement for one in case.facts if one.id == "F39")


def test_bogies_and_brakes_are_made_ready_apart_and_meet_the_body_late(case):
    edges = set(case.chain.edges)
    assert {start for start, end in edges if end == "mount"} == {"paint", "bogie"}
    assert {start for start, end in edges if end == "rig"} == {"mount", "bench"}
    begins = {one.id for one in case.chain.nodes} - {end for _, end in edges}
    assert begins == {"steel", "castings", "brake-kit"}
    order = ("weld", "ndt", "blast", "paint", "mount", "rig", "brake-test", "weigh", "run", "accept")
    stage = {one.id: one.stage for one in case.chain.nodes}
    assert [stage[one] for one in order] == sorted(stage[one] for one in order)


def test_the_chain_can_be_drawn_with_every_word_whole(case):
    picture = figures.value_chain(case.chain)
    written = " ".join(one.get_text() for one in picture.fig.axes[0].texts).replace("\n", " ")
    names = {one.name for one in case.chain.nodes} | set(case.chain.branches.values())
    assert {one for one in names if one not in written} == set()


def test_one_consent_has_run_out_and_nobody_elses(case):
    late = {one["id"] for one in case.people if "until" in one and one["until"] < case.date}
    assert late == {"P11"} <= PLANTED
    young = [one for one in case.people if one.get("age", 18) < 18]
    assert [one["id"] for one in young] == ["P12"] and young[0]["guardian"].startswith("signed")


def test_only_a_speaking_name_is_named(case):
    assert [one["name"] for one in case.people if "name" in one] == [
        {"en": "Ye. Buferova", "ru": "Е. Буферова"}[language.current()]
    ]


def test_one_objective_is_whole_and_one_is_begun(case):
    found = pp.check(case.plan, unit="02-goals", on=case.date)
    whole, begun = case.plan.objectives
    assert not found.about(whole.id, whole.audience)
    assert {one.rule for one in found.about(begun.id)} >= {"OBJ-1", "OBJ-2", "OBJ-3", "OBJ-10"}
    assert begun.target is None and begun.deadline is None and whole.level == "outcome"


def test_the_funnel_of_the_whole_objective_holds_even_at_worst(case):
    one: Objective = case.plan.objectives[0]
    needs = backward(one.target, [(step.low, step.high) for step in one.funnel.steps])
    assert [round(need.best) for need in needs] == [6, 18, 22, 43]
    assert reach(needs[-1], one.funnel.frequency).worst < one.funnel.people == case.plan.audiences[0].size
    places = 2 * 30  # two supplier days
    assert needs[1].worst <= places and one.target <= one.step_capacity


def test_the_target_starts_from_the_register(case, value):
    assert case.plan.objectives[0].baseline == value["F34"]
    assert case.plan.objectives[0].step_days == value["F33"]


def test_one_audience_is_whole_one_lacks_a_source_and_one_a_barrier(case):
    whole, unsourced, unhindered = case.plan.audiences
    assert not pp.check(case.plan, unit="02-goals", on=case.date).about(whole.id)
    assert (whole.size_source and whole.barrier) and not unsourced.size_source and not unhindered.barrier
    assert unsourced.barrier and unhindered.size_source


def test_the_house_has_a_weak_roof_one_pillar_and_one_answer_of_three(case):
    message = case.plan.message
    assert len(message.pillars) == 1 and len(message.pillars[0].proofs) == 1
    proof = next(one.fact for one in case.facts if one.id == message.pillars[0].proofs[0])
    assert proof.clearance.state == "cleared"
    assert [bool(one.answer) for one in message.questions] == [True, False, False]
    found = pp.check(case.plan, unit="03-message", on=case.date)
    assert "MSG-8" in {one.rule for one in found.about("message")}
    assert not found.about("P1", "Q1") and {one.object for one in found if one.rule == "MSG-10"} >= {"Q2", "Q3"}


def test_a_team_begins_with_a_blank_brief_and_no_strategy(case):
    assert case.blank.brief == Brief() and case.blank.objectives == case.blank.audiences == []


def test_the_smallest_fixes_of_the_key_cure_what_the_rules_find(case):
    plan = case.plan.model_copy(deep=True)
    fact = {one.id: one for one in plan.enterprise.facts}
    fact["F3"].value, fact["F4"].value = 69.5, 24.0
    fact["F22"].value = 100.0
    fact["F7"].unit = {"en": "wagons/year", "ru": "вагонов/год"}[language.current()]
    fact["F9"].value = 0.5
    fact["F16"].unit = {"en": "µm", "ru": "мкм"}[language.current()]
    fact["F14"].unit = {"en": "MHz", "ru": "МГц"}[language.current()]
    fact["F13"].quantity = ""
    ways = {  # the sentence says what its value says
        "F3": [("24", "69.5"), ("24", "69,5")],
        "F4": [("69.5", "24"), ("69,5", "24")],
        "F7": [("a month", "a year"), ("в месяц", "в год")],
        "F22": [("75", "73")],
        "F9": [("5 MPa", "0.5 MPa"), ("5 МПа", "0,5 МПа")],
        "F14": [("kHz", "MHz"), ("кГц", "МГц")],
        "F16": [("120 mm", "120 µm"), ("120 мм", "120 мкм")],
    }
    for id_, pairs in ways.items():
        for wrong, right in pairs:
            fact[id_].statement = fact[id_].statement.replace(wrong, right)
    fact["F17"].statement = {
        "en": "Welds sent back for repair fell from 7 to 4 %",
        "ru": "Доля швов, вернувшихся на правку, снизилась с 7 до 4 %",
    }[language.current()]
    fact["F17"].unit = {"en": "percentage points", "ru": "п. п."}[language.current()]
    fact["F37"].statement = {"en": "Welders wanted", "ru": "Требуются сварщики"}[language.current()]
    named = set(fact)
    assert [one for one in pp.check(plan, on=case.date) if one.object in named and one.severity != "info"] == []


def test_a_brake_test_charges_applies_holds_and_lets_go():
    rows = load("wagon-works").series("brake-test")
    for wagon, mode in product(("W1", "W2", "W3"), ("empty", "loaded")):
        of = [one for one in rows if one["wagon"] == wagon and one["mode"] == mode]
        stage = {name: [one for one in of if one["stage"] == name] for name in {one["stage"] for one in of}}
        assert stage["charging"][-1]["pipe"] == pytest.approx(0.5, abs=0.02)
        assert 0.04 <= stage["charging"][-1]["pipe"] - stage["first step"][-1]["pipe"] <= 0.08
        low, high = {"empty": (0.14, 0.18), "loaded": (0.39, 0.45)}[mode]
        assert low <= stage["holding"][-1]["cylinder"] <= high
        assert 0 <= stage["holding"][5]["pipe"] - stage["holding"][-1]["pipe"] + 0.003 <= 0.013
        assert stage["release"][-1]["cylinder"] < 0.03 and stage["release"][-1]["pipe"] > 0.45
