"""Do sums keep the heaps apart, are rates pooled, and is a KPI called reached only where its interval says so?"""

from datetime import date

import pytest

from promplan.language import inside
from promplan.plan import Plan
from promplan.results.answers import answered, answers
from promplan.results.asked import change
from promplan.results.known import Known, of_results
from promplan.results.levels import by_level, named
from promplan.results.objectives import objectives_answered
from promplan.results.rates import rates, steps
from promplan.results.totals import totals

BIG = {"id": "RS1", "kind": "export", "item": "C1", "channel": "H1", "day": date(2026, 11, 10)}
BIG |= {"impressions": 1000, "reach": 800, "clicks": 10}
SMALL = {**BIG, "id": "RS2", "item": "C2", "day": date(2026, 11, 17), "impressions": 100, "reach": 90, "clicks": 50}
BEFORE = {"id": "RS3", "kind": "past", "impressions": 5000, "clicks": 5}
PLAYED = {"id": "RS4", "kind": "simulated", "impressions": 9000, "clicks": 900}
CTR = {"id": "KP1", "name": "CTR", "metric": "ctr", "unit": "%"}
PAIR = {"id": "SV1", "both": 9, "gained": 8, "lost": 2, "neither": 21}


def plan(*results, kpis=(), **more):
    return Plan.model_validate({"results": list(results), "kpis": list(kpis), **more}, strict=True)


def answer(kpi, *results, heap="measured", **more):
    document = plan(*results, kpis=[kpi], **more)
    return answered(document, document.kpis[0], heap)


def test_what_was_measured_was_before_and_was_simulated_are_never_one_sum():
    found = totals(plan(BIG, SMALL, BEFORE, PLAYED))
    assert [(one.heap, one.counts["impressions"]) for one in found] == [
        ("measured", 1100),
        ("past", 5000),
        ("simulated", 9000),
    ]


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("item", ["C1", "C2"]),
        ("channel", ["H1"]),
        ("week", ["2026-11-09", "2026-11-16"]),
        ("month", ["2026-11-01"]),
        ("kind", ["export"]),
    ],
)
def test_sums_are_made_by_what_is_asked(by, keys):
    assert [one.of for one in totals(plan(SMALL, BIG) if by == "week" else plan(BIG, SMALL), by)] == keys


def test_what_nobody_counted_is_missing_and_no_zero():
    (one,) = totals(plan({"id": "RS1", "clicks": 0}))
    assert dict(one.counts) == {"clicks": 0}


def test_a_sum_keeps_to_the_days_asked_for():
    (one,) = totals(plan(BIG, SMALL, {"id": "RS9", "clicks": 7}), since=date(2026, 11, 11), until=date(2026, 12, 1))
    assert one.results == ("RS2",)


def test_a_rate_is_pooled_and_says_what_the_mean_would_have_been():
    (ctr,) = rates(plan(BIG, SMALL, BEFORE, PLAYED), metric="ctr")
    assert ctr.value == pytest.approx(60 / 1100) and ctr.averaged == pytest.approx((0.01 + 0.5) / 2)
    assert ctr.low < ctr.value < ctr.high and ctr.n == 1100 and ctr.results == ("RS1", "RS2")


def test_a_result_that_lacks_a_number_of_the_formula_or_has_an_impossible_one_is_left_out_and_named():
    (ctr,) = rates(plan(BIG, {"id": "RS5", "clicks": 40}, {"id": "RS6", "clicks": 9, "impressions": 3}), metric="ctr")
    assert ctr.value == 0.01 and ctr.left_out == ("RS5", "RS6")


def test_engagement_counts_actions_and_has_no_interval():
    (err,) = rates(plan({"id": "RS1", "reach": 10, "engagements": 15}), metric="err")
    assert err.value == 1.5 and err.low is None


def test_the_steps_of_the_funnel_follow_from_what_was_counted():
    rows = ({"id": "RS7", "registrations": 4}, {"id": "RS8", "registrations": 20, "visits": 15})
    found = {one.field: one for one in steps(plan(BIG, *rows))}
    assert found["clicks"].rate == pytest.approx(10 / 800) and not found["clicks"].apart
    assert found["visits"].rate == pytest.approx(15 / 20) and found["visits"].n == 20  # of those on the same list


def test_a_step_from_another_list_has_no_share_and_no_interval():
    found = {one.field: one for one in steps(plan(BIG, {"id": "RS7", "registrations": 4}, {"id": "RS8", "visits": 9}))}
    for one in (found["registrations"], found["visits"]):
        assert one.apart and not one.other_ways and (one.rate, one.low, one.high) == (None, None, None)


def test_reach_is_no_share_of_impressions_and_of_several_posts_a_sum():
    assert [(one.rate, one.results) for one in steps(plan(BIG, SMALL)) if one.field == "reach"] == [(None, 2)]
    assert [(one.rate, one.results) for one in steps(plan(BIG)) if one.field == "reach"] == [(None, 1)]


def test_more_on_one_list_than_before_came_another_way():
    (one,) = [it for it in steps(plan({"id": "RS1", "registrations": 4, "visits": 9})) if it.field == "visits"]
    assert one.other_ways and one.rate is None and not one.apart


@pytest.mark.parametrize(("target", "outcome"), [(1.0, "reached"), (5.0, "unknown"), (20.0, "missed")])
def test_a_share_is_reached_or_missed_only_where_its_whole_interval_is_on_one_side(target, outcome):
    one = answer({**CTR, "target": target}, BIG, SMALL)
    assert one.value == pytest.approx(100 * 60 / 1100) and one.outcome == outcome and one.n == 1100


def test_a_share_without_a_unit_is_in_per_cent_where_its_target_can_be_no_fraction():
    assert answer({**CTR, "unit": "", "target": 2.0}, BIG).value == pytest.approx(1.0)
    assert answer({**CTR, "unit": "", "target": 0.02}, BIG).value == pytest.approx(0.01)


def test_a_count_is_what_was_counted_and_its_day_is_waited_for():
    kpi = {"id": "KP1", "metric": "applications", "target": 30.0, "until": date(2026, 12, 1)}
    row = {"id": "RS1", "kind": "counted", "applications": 12}
    assert answer(kpi, row).outcome == "missed"
    assert answer(kpi, row, meta={"as_of": date(2026, 11, 20)}).outcome == "unknown"
    assert answer(kpi, {**row, "applications": 30}, meta={"as_of": date(2026, 11, 20)}).outcome == "reached"


def test_reach_of_several_pieces_lies_between_the_largest_and_the_sum():
    one = answer({"id": "KP1", "metric": "reach", "target": 850.0}, BIG, SMALL)
    assert (one.low, one.high, one.outcome) == (800, 890, "unknown")


def test_less_is_better_where_a_price_is_counted_or_the_target_lies_below_the_baseline():
    row = {"id": "RS1", "clicks": 10, "spend": 500.0}
    assert answer({"id": "KP1", "metric": "cpc", "target": 60.0}, row).outcome == "reached"
    assert answer({"id": "KP1", "metric": "clicks", "baseline": 20.0, "target": 15.0}, row).outcome == "reached"


def test_the_number_of_a_linked_result_goes_before_the_counters_and_a_share_needs_its_n():
    kpi = {"id": "KP1", "metric": "share", "unit": "%", "target": 40.0}
    row = {"id": "RS1", "kpi": "KP1", "kind": "asked", "value": 30.0}
    assert answer(kpi, row).outcome == "unknown" and "nobody has said" in str(answer(kpi, row).why)
    assert answer(kpi, {**row, "n": 200}).outcome == "missed"
    assert "too few" in str(answer(kpi, {**row, "n": 6, "value": 100.0}).why)


def test_a_question_asked_twice_answers_in_points_or_in_the_share_afterwards():
    asked = {"measurement": {"surveys": [{**PAIR, "kpi": "KP1"}]}}
    points = answer({"id": "KP1", "metric": "pp", "target": 5.0}, **asked)
    assert points.value == pytest.approx(15) and points.outcome == "unknown" and points.n == 40
    share = answer({"id": "KP1", "metric": "share", "unit": "%", "target": 80.0}, **asked)
    assert share.value == pytest.approx(42.5) and share.outcome == "missed"


def test_a_change_whose_interval_holds_0_is_not_sure():
    (survey,) = plan(measurement={"surveys": [PAIR]}).measurement.surveys
    found = change(survey)
    assert found is not None and not found.sure and "cannot be told" in str(found.said)
    survey.neither = None
    assert change(survey) is None


def test_the_simulation_answers_for_itself_alone():
    one = answer({**CTR, "target": 5.0}, PLAYED)
    assert one.value is None and one.outcome == "unknown" and "simulation" in str(one.why)
    assert answer({**CTR, "target": 5.0}, PLAYED, heap="simulated").outcome == "reached"


def test_an_action_that_a_kpi_does_not_name_is_not_guessed():
    row = {"id": "RS1", "clicks": 100, "registrations": 20, "applications": 5}
    assert answer({"id": "KP1", "name": "conversion", "metric": "cr"}, row).value is None
    assert answer({"id": "KP1", "name": "applications of clicks", "metric": "cr"}, row).value == pytest.approx(0.05)


def test_a_kpi_counts_its_own_channel_or_else_its_objective_and_its_days():
    more = {
        "items": [{"id": "C1", "objective": "O1"}, {"id": "C2", "objective": "O2"}],
        "objectives": [{"id": "O1"}, {"id": "O2"}],
    }
    assert answer({"id": "KP1", "metric": "clicks", "objective": "O1"}, BIG, SMALL, **more).value == 10
    channel = {"id": "KP1", "metric": "clicks", "objective": "O1", "channel": "H1"}
    assert answer(channel, BIG, SMALL, **more, channels=[{"id": "H1"}]).value == 60  # all of its channel
    assert answer({"id": "KP1", "metric": "clicks", "until": date(2026, 11, 12)}, BIG, SMALL).value == 10
    assert answer({"id": "KP1", "metric": "clicks", "channel": "H2"}, BIG, SMALL, channels=[{"id": "H2"}]).value is None


def test_people_in_all_come_from_the_funnel_of_the_objective():
    kpi = {"id": "KP1", "metric": "reach_percent", "objective": "O1", "target": 30.0}
    document = {"objectives": [{"id": "O1", "funnel": {"people": 2000}}]}
    assert answer(kpi, BIG, **document).value == pytest.approx(40.0)
    assert answer(kpi, BIG).value is None


def test_an_objective_is_reached_by_what_people_did_and_by_nothing_else():
    kpis = [
        {"id": "KP1", "metric": "impressions", "target": 1.0, "objective": "O1"},
        {"id": "KP2", "metric": "visits", "target": 30.0, "objective": "O2"},
    ]
    rows = [BIG, {"id": "RS5", "visits": 31}]
    objectives = {"objectives": [{"id": "O1"}, {"id": "O2"}, {"id": "O3"}]}
    found = objectives_answered(plan(*rows, kpis=kpis, **objectives))
    assert [one.outcome for one in found] == ["unknown", "reached", "unknown"]
    assert "what people did" in str(found[0].why) and found[1].deciding == ("KP2",)


def test_levels_have_both_their_names_and_only_those_that_hold_a_kpi_are_there():
    document = plan(kpis=[CTR, {"id": "KP2", "metric": "visits"}, {"id": "KP3", "name": "mood"}])
    assert [one.level for one in by_level(document)] == ["out-take", "outcome", None]
    assert str(named("outcome")) == "Outcome · what people did"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_answer_can_be_said(language):
    document = plan(BIG, SMALL, PLAYED, kpis=[{**CTR, "target": 5.0}, {"id": "KP2", "metric": "visits"}])
    with inside(language):
        for one in answers(document):
            assert str(one.said).endswith(".") and "{" not in str(one.said)


def test_counters_of_two_lists_give_no_share_of_each_other():
    page = {"id": "RS1", "kind": "export", "clicks": 120}
    gate = {"id": "RS2", "kind": "counted", "registrations": 6}

    def shares(*rows) -> list[float]:
        found = Known()
        of_results(found, plan(*rows).results)
        return found.percents

    assert 5.0 not in shares(page, gate) and 5.0 in shares({**page, "registrations": 6})
