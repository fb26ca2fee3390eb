"""The figures that texts, quizzes and examples of unit 9 state, worked out again from the data."""

import tomllib
from datetime import date

import pytest

from promplan import assets
from promplan.cases import response
from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.language import inside, typesetting
from promplan.media import (
    before_after,
    paired_difference,
    pooled_rate,
    sample_size,
    wilson_interval,
)
from promplan.results.answers import answers
from promplan.results.asked import change
from promplan.review import check
from promplan.spending.sums import sums
from promplan.widgets.report_numbers import numbers

AGES = 2700
unset = typesetting.unset


@pytest.fixture(scope="module")
def kit():
    return load("rubber-works").plan


@pytest.fixture(scope="module")
def quarter():
    return example("09-quarter")


def quiz(name: str) -> dict[str, dict]:
    raw = tomllib.loads((assets.folder() / "quizzes" / f"{name}.toml").read_text(encoding="utf-8"))
    return {one["id"]: one for one in raw["question"]}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_tree_review_and_list_of_numbers_give_the_quarter_one_engagement_rate(language):
    with inside(language):
        plan = example("09-quarter")
        (tree,) = [str(one.number) for one in answers(plan) if one.kpi == "KP3"]
        listed = [str(one.words) for one in numbers(plan) if one.key in ("kpi KP3", "rate measured err")]
        draft = [str(one.fix) for one in check(example("09-only-successes"), "09-measurement") if one.rule == "KPI-5"]
    told = "3.22 %" if language == "en" else "3,22 %"
    assert unset(tree).startswith(told)
    assert len(listed) == 2 and all(told in unset(one) for one in listed)
    assert any(told in unset(one) for one in draft)


# -- the surveys


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


def test_thirty_six_students_are_surely_more():
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
    assert (round(found["KP3"][0], 2), found["KP3"][1]) == (3.22, "reached")  # of all twelve posts on VK
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
