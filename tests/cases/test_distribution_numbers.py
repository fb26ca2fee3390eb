"""The figures that texts, quizzes and examples of units 8 and 9 state, worked out again from the data."""

import re
import tomllib
from datetime import date

import pytest

from promplan import assets, language
from promplan.cases import response
from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.media import (
    before_after,
    grp,
    paired_difference,
    pooled_rate,
    pooled_reach,
    sample_size,
    wilson_interval,
)
from promplan.results.answers import answers
from promplan.results.asked import change
from promplan.review import check
from promplan.spending.reached import reached
from promplan.spending.sums import carried, sums

AGES = 2700
FREE = {"H2": 0.0, "H4": 0.0, "H5": 0.0}


@pytest.fixture(scope="module")
def plan():
    return example("08-plan")


@pytest.fixture(scope="module")
def kit():
    return load("rubber-works").plan


@pytest.fixture(scope="module")
def quarter():
    return example("09-quarter")


def quiz(name: str) -> dict[str, dict]:
    raw = tomllib.loads((assets.folder() / "quizzes" / f"{name}.toml").read_text(encoding="utf-8"))
    return {one["id"]: one for one in raw["question"]}


# -- the money


def test_the_people_of_the_campaign_are_four_years_of_the_town():
    assert round(4 * 0.011 * 62_000) == 2728 and round(2728, -2) == AGES


def test_the_sixty_thousand_add_up(plan):
    it = sums(plan)
    assert (it.total, it.reserve, it.lines, it.channels, it.left) == (60_000, 6_000, 26_000, 28_000, 0)
    assert it.by_channel == {"H2": 9_600, "H4": 14_400, "H5": 4_000}
    assert plan.brief.budget == it.total and plan.channels[3].money.amount == 2 * 7_200


def test_prices_of_the_plan_are_those_of_the_price_list(plan):
    prices = {one["id"]: one["roubles"] for one in load("rubber-works").listed("prices")}
    for line in plan.budget.lines:
        assert line.price == prices[re.search(r"R\d+", line.source).group()]
    money = {one.id: one.money for one in plan.channels}
    assert money["H2"].price == prices["R13"]
    assert money["H4"].price == prices["R7"] / 4.5
    assert money["H5"].price == 2_200 / 2


def test_each_channel_reaches_what_the_texts_say_and_together_they_do_not_add_up(plan):
    found = reached(plan)
    people = [round(one.reach) for one in found.channels]
    assert people == [257, 1485, 1202, 1366, 687] and sum(people) == 4997
    assert sum(one.users for one in found.channels) == 5980
    assert round(found.net) == 2434 and round(AGES - found.net, -1) == 270
    assert [one.next and round(one.next, 1) for one in found.channels] == [None, 3.5, None, 1.9, 4.0]


def test_by_chance_alone_it_is_2475(plan):
    asked = quiz("08-reach")["net"]
    sizes = dict(enumerate([257, 1485, 1202, 1366, 687], 1))
    net = pooled_reach(list(sizes.values()), AGES)
    assert asked["truth"] == round(net.net) == 2475 and net.gross == 4997
    assert str(AGES - 2475) in asked["why"]["en"] and "2,434" in asked["why"]["en"]


def test_without_money_and_with_all_of_it_on_one_channel(plan, kit):
    assert round(reached(kit).net) == 1597
    draft = plan.model_copy(deep=True)
    next(one for one in draft.channels if one.id == "H3").money.free = 1360  # the posters are not there either
    assert round(reached(draft, FREE).net) == 1597
    assert round(reached(draft, {**FREE, "H2": 60_000.0}).net, -1) == 2070
    assert round((2600 + 60_000 / 0.9) / 1900) == 36


def test_the_best_split_is_what_the_quiz_says(plan):
    from promplan.spending.best import best

    found = best(plan)
    amounts = {id_: round(money, -2) for id_, money in found.amounts.items() if money}
    assert amounts == {"H2": 11_700, "H4": 11_400, "H5": 5_000}
    marginal = found.split.certificate.multiplier * AGES * 1000
    assert round(marginal, 1) == 2.9
    with_it = reached(plan, found.amounts)
    assert {round(one.next, 1) for one in with_it.channels if one.next} == {2.9}
    assert round(with_it.net) == 2437 and round(with_it.net - reached(plan).net) == 3
    assert round(11_400 / 7_200, 2) == 1.58


def test_six_carry_it_in_thirty_hours(plan, kit):
    for one in (plan, kit):
        it = carried(one)
        assert (it.carriers, it.hours, it.least, it.most) == (6, 30, 500, 1440)
    assert sums(kit).total == sums(kit).spent == 0 and load("rubber-works").plan.brief.budget == 0


def test_the_overlaps_are_those_of_the_show_of_hands(plan):
    by = {(one.one, one.other): one.people for one in plan.budget.overlaps}
    assert by == {("H2", "H3"): 1020, ("H2", "H4"): 1150}
    assert round(AGES * 23 / 61, -1) == 1020 and round(AGES * 26 / 61, -1) == 1150
    solved = example("08-solved").budget.overlaps[0]
    assert solved.people == 1800 * 23 / 40


def test_grp_is_reach_times_frequency(plan):
    found = reached(plan)
    contacts = sum(one.contacts for one in found.channels)
    assert grp(contacts, AGES) == pytest.approx(100 * contacts / AGES)
    assert round(contacts / found.net, 1) == 12.3
    assert grp(contacts, AGES) == pytest.approx(100 * found.net / AGES * contacts / found.net)
    assert round(320 / 60, 2) == 5.33 and 80 * 4 == 320  # the bank of published numbers


# -- the response and the surveys


@pytest.mark.parametrize("case", sorted(response.RESPONSES))
def test_past_weeks_lie_around_the_declared_curve(case):
    rows = load(case).series("response")
    assert len(rows) == response.WEEKS * len(response.RESPONSES[case])
    for row in rows:
        users, price, alike, _ = response.RESPONSES[case][row["channel"]]
        assert row["contacts"] == pytest.approx(1000 * row["money"] / price, rel=0.25, abs=1)
        assert row["people"] == pytest.approx(response.reached(users, row["contacts"], alike), rel=0.2, abs=1)
        assert row["people"] <= min(users, row["contacts"])


def test_the_curves_of_the_past_are_those_of_the_plan(plan):
    money = {one.id: one.money for one in plan.channels}
    for channel, id_ in (("vk", "H2"), ("bus", "H4"), ("max", "H5")):
        users, price, alike, _ = response.RESPONSES["rubber-works"][channel]
        assert (money[id_].users, money[id_].price, money[id_].alike) == (users, price, alike)
    users, price, alike, _ = response.RESPONSES["rubber-works"]["school"]
    assert (money["H3"].users, money["H3"].alike, price) == (users, alike, 380 * 1000 / 100)


@pytest.mark.parametrize("case", sorted(response.SURVEYS))
def test_a_survey_sheet_has_the_four_counts(case):
    rows = load(case).series("survey")
    who = next(iter(rows[0]))
    before = {row[who]: row["before"] for row in rows}
    after = {row[who]: row["after"] for row in rows if row["after"] != ""}
    asked = before_after(before, after)
    both, gained, lost, neither, away = response.SURVEYS[case]
    assert (asked.both, asked.gained, asked.lost, asked.neither) == (both, gained, lost, neither)
    assert len(rows) == asked.n + away


def test_forty_pupils_are_fifteen_points_up_and_may_be_nothing(quarter):
    survey = quarter.measurement.surveys[0]
    assert (survey.both, survey.gained, survey.lost, survey.neither) == response.SURVEYS["rubber-works"][:4]
    found = change(survey)
    assert found.n == 40 and not found.sure
    points = [round(100 * one, 1) for one in (found.change.estimate, found.change.low, found.change.high)]
    assert points == [15, -0.7, 29.6]
    assert (found.before.estimate, found.after.estimate) == (0.275, 0.425)
    assert round(100 * (0.425 / 0.275 - 1)) == 55


def test_thirty_six_students_are_surely_more(plan):
    found = change(example("09-solved").measurement.surveys[0])
    assert found.sure
    points = [round(100 * one, 1) for one in (found.change.estimate, found.change.low, found.change.high)]
    assert points == [22.2, 2.0, 39.8]


# -- the quizzes


def test_rates_are_pooled():
    rates = pooled_rate([(50, 100), (10, 1000)])
    assert (round(100 * rates.pooled, 2), round(100 * rates.averaged, 1)) == (5.45, 25.5)


def test_a_test_needs_more_people_than_the_town_has(quarter):
    per_group = sample_size(0.01, 0.02).per_group
    assert per_group == quiz("09-ab")["size"]["truth"] == 2319 and 2 * per_group == 4638 > AGES
    assert "2,319" in quarter.measurement.tests[0].decided
    solved = example("09-solved").measurement.tests[0]
    assert f"{sample_size(solved.rate, solved.hoped).per_group:,}" in solved.decided


@pytest.mark.parametrize(
    ("yes", "n", "low", "high"), [(3, 40, 3, 20), (6, 40, 7, 29), (21, 25, 65, 94), (5, 28, 8, 36), (112, 132, 78, 90)]
)
def test_the_intervals_of_the_texts(yes, n, low, high):
    found = wilson_interval(yes, n)
    assert (round(100 * found.low), round(100 * found.high)) == (low, high)


def test_paired_is_the_narrower_interval():
    paired = paired_difference(9, 8, 2, 21)
    assert round(100 * (paired.high - paired.low), 1) == 30.2


# -- the quarter


def test_the_kits_quarter_before_is_that_of_its_posts(kit):
    rows = [
        one
        for one in load("rubber-works").series("posts")
        if one["channel"] == "social" and one["date"] >= "2026-07-01"
    ]
    own = [one for one in kit.results if one.channel == "H2"]
    assert [(one.reach, one.engagements, one.clicks) for one in own] == [
        (one["reach"], one["reactions"], one["clicks"]) for one in rows
    ]
    rate = pooled_rate([(one.engagements, one.reach) for one in own])
    assert (rate.successes, rate.n) == (742, 26_271)
    assert round(100 * rate.pooled, 1) == next(one for one in kit.kpis if one.id == "KP3").baseline == 2.8


def test_applications_a_year_before_were_twenty_eight():
    rows = load("rubber-works").series("applications")
    winter = [row["applications"] for row in rows if row["month"] in ("2025-11", "2025-12", "2026-01")]
    assert sum(winter) == 28


def test_the_quarters_kpi_are_reached_missed_or_not_known(quarter):
    found = {one.kpi: (one.value, one.outcome) for one in answers(quarter)}
    assert found["KP1"] == (112, "missed") and found["KP4"] == (33, "missed") and found["KP5"] == (64, "reached")
    assert (round(found["KP2"][0], 1), found["KP2"][1]) == (84.8, "unknown")
    assert (round(found["KP3"][0], 2), found["KP3"][1]) == (3.27, "reached")  # of the posts that serve O2
    assert (round(found["KP6"][0]), found["KP6"][1]) == (15, "unknown")


def test_the_quarters_money_is_what_was_planned(quarter):
    spent: dict[str, float] = {}
    for one in quarter.results:
        spent[one.channel] = spent.get(one.channel, 0) + (one.spend or 0)
    assert {id_: money for id_, money in spent.items() if money} == sums(quarter).by_channel


def test_the_day_of_a_result_is_the_towns(quarter):
    night = next(one for one in quarter.results if one.item == "C14")
    assert night.day == date(2026, 12, 22)
    assert sum(one.impressions or 0 for one in quarter.results if one.channel == "H2") == 33_508


@pytest.mark.parametrize("tongue", ["en", "ru"])
@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("08-plan", "08-distribution"),
        ("08-solved", "08-distribution"),
        ("09-quarter", "09-measurement"),
        ("09-solved", "09-measurement"),
        ("09-solved", "08-distribution"),
    ],
)
def test_worked_and_solved_plans_pass_their_unit(name, unit, tongue):
    with language.inside(tongue):
        one = example(name)
        found = check(one, unit=unit, on=one.meta.as_of)
        stays = {(it.rule, it.object) for it in one.answers.reasons}
        assert [
            (it.rule, it.object) for it in found if it.severity != "info" and (it.rule, it.object) not in stays
        ] == []


@pytest.mark.parametrize("unit", ["08-distribution", "09-measurement"])
@pytest.mark.parametrize("tongue", ["en", "ru"])
def test_the_rubber_works_itself_passes(unit, tongue):
    with language.inside(tongue):
        case = load("rubber-works")
        assert [it for it in check(case.plan, unit=unit, on=case.date) if it.severity != "info"] == []


DRAFTS = {
    "08-all-on-one": {
        *("DIS-2", "DIS-4", "DIS-6", "DIS-8", "DIS-9", "DIS-10", "DIS-11", "DIS-13", "DIS-14", "DIS-18", "DIS-19"),
    },
    "08-boosted": {"DIS-12"},
    "09-only-successes": {
        *("KPI-5", "KPI-6", "KPI-7", "KPI-13", "KPI-16"),
        *("REP-1", "REP-2", "REP-3", "REP-4", "REP-5", "REP-6", "REP-7", "REP-8"),
    },
}


@pytest.mark.parametrize("tongue", ["en", "ru"])
@pytest.mark.parametrize("name", sorted(DRAFTS))
def test_a_flawed_draft_fails_as_the_lesson_shows(name, tongue):
    unit = "08-distribution" if name.startswith("08") else "09-measurement"
    with language.inside(tongue):
        one = example(name)
        assert {it.rule for it in check(one, unit=unit, on=one.meta.as_of)} >= DRAFTS[name]


# -- the bank of published numbers


def test_the_published_numbers_are_reckoned_as_the_bank_says():
    assert round(0.84 * 267_607) == 224_790 and round(100 * 224_290 / 267_607, 2) == 83.81
    assert (round(0.71 * 267_607), round(0.64 * 267_607)) == (190_001, 171_268)
    assert [round(100 * one / 125_000, 1) for one in (6000, 7000)] == [4.8, 5.6]
    assert [round(100 * (one / 39 - 1)) for one in (72, 60)] == [85, 54]
    assert (round(580 / 113, 2), round(580 / 124, 2)) == (5.13, 4.68)
    assert round(29.5 - 3.8, 1) == 25.7
    assert (round(3.8 + 0.9 * (29.4 - 3.8), 2), round(0.9 * 29.4, 2)) == (26.84, 26.46)
    assert round(100 * (7833 / 9371 - 1), 1) == -16.4 and round(100 * (3477 / 2578 - 1), 1) == 34.9
    assert round(sample_size(0.0129, 0.013545, pooled=False).exact, 1) == 492_320.1


def test_the_bank_is_a_dozen_and_more_and_each_answer_has_its_reason():
    bank = quiz("09-check-the-number")
    assert len(bank) >= 12 and {one["right"] for one in bank.values()} == {"yes", "no", "two"}
    assert all(one["why"]["en"] and one["why"]["ru"] for one in bank.values())
