"""Does each rule of unit 9 find its fault alone, leave a good plan alone, and fall silent after its smallest fix?"""

from datetime import date
from time import process_time

import pytest
from review.faults import changed, held
from review.measurement import good, plan
from review.test_cure import cured

from promplan.plan import Plan, edit
from promplan.review import RULES, check

UNIT = "09-measurement"
OWN = ("KPI", "REP")
KPI = good()["kpis"][0]
TRIAL = good()["measurement"]["tests"][0]
SURVEY = good()["measurement"]["surveys"][0]
ST = good()["measurement"]["statements"]
LATER = {"id": "RS6", "kind": "export", "channel": "H1", "source": "x", "day": date(2026, 11, 20)}
OPEN = {"id": "ST5", "text": "Fewer than we had hoped know the plant.", "kpi": "KP3"}
GROUPS = {"a_n": 40, "a_yes": 2, "b_n": 40, "b_yes": 4}


def found(document: Plan) -> set[str]:
    return {one.rule for one in check(document, UNIT) if one.severity != "info" and one.rule.startswith(OWN)}


# rule: what is changed in the good plan, and the smallest fix beside it
FAULTS = {
    "KPI-1": ({"results.5": {**LATER, "reach": 0, "engagements": 4}}, {"results.5.reach": 9}),
    "KPI-1W": ({"results.5": {**LATER, "clicks": 4}}, {"results.5.impressions": 100}),
    "KPI-2": ({"kpis.2.target": 140.0}, {"kpis.2.target": 40.0}),
    "KPI-2 fraction": ({"kpis.0.unit": "as a fraction"}, {"kpis.0.unit": "%"}),
    "KPI-2 test": (
        {"measurement.tests.0": {**TRIAL, "a_n": 40, "a_yes": 44}},
        {"measurement.tests.0.a_yes": 4},
    ),
    "KPI-3": ({"results.0.reach": 12401}, {"results.0.reach": 8100}),
    "KPI-4": ({"results.5": {**LATER, "impressions": 5, "clicks": 6}}, {"results.5.clicks": 5}),
    "KPI-4 views": ({"results.0.views": 12401}, {"results.0.views": 400}),
    "KPI-4W": ({"results.2.visits": 65}, {"results.2.visits": 51}),
    "KPI-5": (
        {"measurement.statements.1": {**ST[1], "text": "The mean CTR is 4.25 % (n = 2).", "results": ["RS1", "RS2"]}},
        {"measurement.statements.1.text": "CTR is 1.75 %: 228 clicks of 13,000 impressions."},
    ),
    "KPI-5 ru": (
        {"measurement.statements.1": {**ST[1], "text": "Средний CTR 4,25 % (n = 2).", "results": ["RS1", "RS2"]}},
        {"measurement.statements.1.text": "CTR 1,75 %: 228 переходов на 13 000 показов."},
    ),
    "KPI-5 value": (
        {"results.5": {**LATER, "kpi": "KP1", "value": 4.25, "n": 13000}},
        {"results.5.value": 1.75},
    ),
    "KPI-6": (
        {"measurement.statements.2.text": "After it 42.5 % know the plant."},
        {"measurement.statements.2.text": "After it 42.5 % know the plant (n = 40)."},
    ),
    "KPI-6 words": (
        {"measurement.statements.2.text": "Каждый четвёртый ответил иначе."},
        {"measurement.statements.2.text": "Каждый четвёртый из сорока ответил иначе."},
    ),
    "KPI-6 value": ({"results.5": {**LATER, "kpi": "KP3", "value": 42.5}}, {"results.5.n": 40}),
    "KPI-7": (
        {"measurement.tests.0": {**TRIAL, **GROUPS, "decided": "B is better: we take B"}},
        {"measurement.tests.0.decided": "it stays open; no winner among 40 people"},
    ),
    "KPI-7 ru": (
        {"measurement.tests.0": {**TRIAL, **GROUPS, "decided": "Победил вариант Б"}},
        {"measurement.tests.0.decided": "победителя нет: 40 человек мало"},
    ),
    "KPI-7 zero": (
        {"measurement.tests.0": {**TRIAL, "hoped": 0.9, **GROUPS, "decided": "B wins"}},
        {"measurement.tests.0.b_yes": 25},
    ),
    "KPI-7 blank": ({"measurement.tests.0.rate": None}, {"measurement.tests.0.rate": 0.015}),
    "KPI-8": ({"kpis.0.level": ""}, {"kpis.0.level": "out-take"}),
    "KPI-8 other": ({"kpis.0.level": "outcome"}, {"kpis.0.level": "out-take"}),
    "KPI-9": ({"kpis.2.level": "out-take"}, {"kpis.2.level": "outcome"}),
    "KPI-9 none": (
        {"objectives.2": {"id": "O3"}, "measurement.statements.3.objective": "O3"},
        {"kpis.3": {**KPI, "id": "KP4", "metric": "visits", "level": "outcome", "objective": "O3", "unit": "people"}},
    ),
    "KPI-9 loose": ({"kpis.0.objective": ""}, {"kpis.0.objective": "O1"}),
    "KPI-10": ({"kpis.0.metric": ""}, {"kpis.0.metric": "ctr"}),
    "KPI-10 own": ({"kpis.0.metric": ""}, {"kpis.0.own_formula": "clicks by impressions"}),
    "KPI-10 unknown": ({"kpis.0.metric": "mood"}, {"kpis.0.metric": "ctr"}),
    "KPI-11": ({"kpis.0.then": ""}, {"kpis.0.then": "we move the post"}),
    "KPI-12": ({"kpis.0.then": "we count AVE"}, {"kpis.0.then": "we move the post"}),
    "KPI-12 ru": (
        {"measurement.anyway": "Рекламный эквивалент публикаций растёт каждый год"},
        {"measurement.anyway": "Заявки растут каждый год"},
    ),
    "KPI-12 denied": (
        {"kpis.0.then": "PR value goes into the report"},
        {"kpis.0.then": "we count no PR value"},
    ),
    "KPI-13": (
        {"measurement.surveys.0.lost": None, "measurement.statements.2.text": "Who knows the plant is open."},
        {"measurement.surveys.0.lost": 2},
    ),
    "KPI-13 days": (
        {"measurement.surveys.0.before_on": date(2026, 12, 8)},
        {"measurement.surveys.0.before_on": date(2026, 11, 2)},
    ),
    "KPI-13 claim": (
        {
            "measurement.statements.2.verdict": "worked",
            "measurement.statements.4": {"id": "ST5", "verdict": "unknown", "text": "Who read it."},
        },
        {"measurement.statements.2.verdict": "unknown"},
    ),
    "KPI-14": ({"measurement.tests.0.decided": ""}, {"measurement.tests.0.decided": "no test; we ask twice"}),
    "KPI-15": ({"kpis.1.baseline": None}, {"kpis.1.baseline": 12.0}),
    "KPI-15 unit": ({"kpis.1.unit": ""}, {"kpis.1.unit": "people"}),
    "KPI-15 target": ({"kpis.1.target": None}, {"kpis.1.target": 30.0}),
    "KPI-16": ({"results.0.day": date(2026, 12, 21)}, {"results.0.day": date(2026, 12, 20)}),
    "KPI-16 turned": ({"results.0.until": date(2026, 11, 9)}, {"results.0.until": date(2026, 11, 11)}),
    "KPI-16 played": (
        {"results.3.kind": "simulated", "results.3.day": date(2027, 1, 1)},
        {"measurement.statements.0.text": "In the simulation 34 people applied, 12 the year before."},
    ),
    "KPI-17": ({"results.0.source": ""}, {"results.0.source": "export of the page"}),
    "KPI-17 kind": ({"results.0.kind": ""}, {"results.0.kind": "export"}),
    "REP-1": (
        {"measurement.statements.2.objective": ""},
        {"measurement.statements.2.kpi": "KP3"},
    ),
    "REP-1 verdict": (
        {"measurement.statements.4": {"id": "ST5", "verdict": "", "text": "Who read it."}},
        {"measurement.statements.4.verdict": "next"},
    ),
    "REP-2": ({"measurement.statements.1.verdict": "next"}, {"measurement.statements.1.verdict": "not"}),
    "REP-3": (
        {"measurement.statements.0.text": "47 people applied."},
        {"measurement.statements.0.text": "34 people applied."},
    ),
    "REP-3 words": (
        {"measurement.statements.0.text": "Заявки подали сорок семь человек."},
        {"measurement.statements.0.text": "Заявки подали тридцать четыре человека."},
    ),
    "REP-3 elsewhere": (
        {"measurement.statements.0": {**ST[0], "text": "51 people came.", "results": ["RS4"]}},
        {"measurement.statements.0.results": ["RS4", "RS3"]},
    ),
    "REP-4": (
        {"measurement.statements.2.text": "The share rose by 15 %, from 27.5 to 42.5 % (n = 40)."},
        {"measurement.statements.2.text": "The share rose by 15 percentage points, from 27.5 to 42.5 % (n = 40)."},
    ),
    "REP-4 ru": (
        {"measurement.statements.2.text": "Доля выросла на 15 % (n = 40)."},
        {"measurement.statements.2.text": "Доля выросла на 15 п. п. (n = 40)."},
    ),
    "REP-5": ({"measurement.anyway": "", "measurement.statements": ST[:3]}, {"measurement.anyway": "November"}),
    "REP-6": ({"measurement.statements.2.verdict": "next"}, {"measurement.statements.2.verdict": "unknown"}),
    "REP-7": ({"measurement.report_to": ""}, {"measurement.report_to": "the director"}),
    "REP-8": (
        {"measurement.statements.0.text": "Thanks to our posts 34 people applied."},
        {"measurement.statements.0.text": "After our posts 34 people applied."},
    ),
    "REP-9": (
        {"measurement.statements.4": {**OPEN, "verdict": "not"}},
        {"measurement.statements.4.verdict": "unknown"},
    ),
    "REP-9 worked": (
        {"measurement.statements.4": {**OPEN, "verdict": "worked"}},
        {"measurement.statements.4.verdict": "unknown"},
    ),
    "REP-8 ru": (
        {"measurement.statements.0.text": "Благодаря постам заявки подали 34 человека."},
        {"measurement.statements.0.text": "После постов заявки подали 34 человека."},
    ),
    "REP-8 compared": (
        {
            "measurement.statements.0": {**ST[0], "text": "Our excursion led to 34 applications.", "surveys": ["SV1"]},
            "measurement.statements.0.verdict": "not",
        },
        {"measurement.surveys.0.compared": "class 9A did not go: 3 of 20 said yes"},
    ),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_good_measurement_is_left_alone(language):
    report = check(plan(good(language)), UNIT)
    assert [str(one) for one in report] == [] and report.passed


(
    test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it,
    test_what_is_found_is_said_in_both_languages,
    test_each_cure_clears_its_finding,
) = held(UNIT, FAULTS, good, plan, found)


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("KPI-5 value", "Put 1.75"),
        ("KPI-8", "Put Out-take · what people took from it"),
        ("KPI-10", "Put CTR (click-through rate)"),
        ("KPI-13 claim", "Move it to what we do not know"),
        ("KPI-15", "Put 12"),
        ("REP-9", "Move it to what we do not know"),
        ("REP-3 elsewhere", "Put RS3"),
    ],
)
def test_where_the_rule_knows_the_value_one_press_puts_it(name, button):
    broken = plan(changed(good(), FAULTS[name][0]))
    (one,) = [it for it in check(broken, UNIT) if it.cure]
    assert str(one.cure.said) == button
    assert found(cured(broken, one)) == set()


@pytest.mark.parametrize("verdict", ["worked", "not"])
def test_what_its_kpi_tells_may_be_called_a_success_or_not(verdict):
    rows = [{**ST[0], "id": "ST5", "verdict": verdict}]  # KP2 is reached; whether to call it one is not this rule's
    assert found(plan(changed(good(), {"measurement.statements.4": rows[0]}))) == set()


def test_a_success_whose_question_tells_nothing_is_found_once():
    row = {**OPEN, "verdict": "worked", "surveys": ["SV1"]}
    assert found(plan(changed(good(), {"measurement.statements.4": row}))) == {"KPI-13"}


def test_why_it_cannot_be_told_is_said_with_the_number():
    (one,) = [it for it in check(plan(changed(good(), FAULTS["REP-9"][0])), UNIT) if it.rule == "REP-9"]
    assert "42.5 %" in str(one.message) and "The target lies within the interval" in str(one.message)


def test_people_a_test_needs_are_written_as_numbers_everywhere():
    broken = plan(changed(good(), FAULTS["KPI-7"][0]))
    (one,) = [it for it in check(broken, UNIT) if it.rule == "KPI-7"]
    assert "10,795 are needed" in str(one.message)


def test_every_rule_of_the_unit_has_its_fault_and_its_hints_in_both_languages():
    own = {one.id: one for one in RULES.values() if one.unit == UNIT and one.id.startswith(OWN)}
    assert own.keys() == {name.partition(" ")[0] for name in FAULTS}
    for one in own.values():
        nudge, pointer = one.hints
        assert str(nudge) != str(pointer)
        assert nudge.into("ru") != nudge.into("en") and pointer.into("ru") != pointer.into("en")


def test_where_nobody_has_begun_there_is_nothing_to_check_yet_and_nothing_is_passed():
    for one in (Plan(), plan({**good(), "kpis": [], "results": [], "measurement": {}})):
        report = check(one, UNIT)
        own = {id_ for id_ in RULES if RULES[id_].unit == UNIT and id_.startswith(OWN)}
        assert {report.states[id_] for id_ in own} == {"nothing yet"}
        assert not report.passed


def test_the_largest_plan_is_read_while_somebody_types():
    values = good()
    values["results"] = [{**values["results"][0], "id": f"RS{n}", "clicks": 10 + n % 9} for n in range(1, 601)]
    values["kpis"] = [{**values["kpis"][n % 3], "id": f"KP{n}"} for n in range(1, 31)]
    row = {**ST[0], "text": "47 people came, 4.7 % of them (n = 77)."}
    values["measurement"]["statements"] = [{**row, "id": f"ST{n}", "kpi": f"KP{1 + n % 30}"} for n in range(1, 41)]
    document = plan(values)
    before = process_time()
    check(document, UNIT)
    assert process_time() - before < 10  # some 600 results × 30 KPI × 40 sentences; it was a minute once


def late(*rows, **meta) -> Plan:
    values = good()
    values["meta"] = {**values["meta"], **meta}
    return plan({**values, "results": [*values["results"], *rows]})


EXPORTED = {**LATER, "id": "RS7", "what": "A post", "impressions": 10, "day": date(2027, 1, 27)}


def ahead(document: Plan):
    return [one for one in check(document, UNIT) if one.rule == "KPI-16"]


def test_exports_that_are_ahead_move_today_and_leave_the_days():
    another = {**EXPORTED, "id": "RS8", "what": "Another", "day": date(2027, 1, 13)}
    document = late(EXPORTED, another, case="rubber-works", campaign_end=date(2027, 1, 31))
    (one,) = ahead(document)
    assert one.object == "meta" and dict(one.cure.values) == {"as_of": date(2027, 1, 27)}
    assert "2 results of exports" in str(one.message) and "leave the days" in str(one.fix)
    assert ahead(edit.put(document, "meta", dict(one.cure.values))) == []


def test_a_number_that_somebody_typed_and_a_day_long_after_the_campaign_are_asked_about():
    odd = {**EXPORTED, "id": "RS8", "day": date(2029, 1, 1)}
    document = late({**EXPORTED, "kind": "counted"}, odd, case="rubber-works", campaign_end=date(2027, 1, 31))
    found = ahead(document)
    assert [one.object for one in found] == ["RS7", "RS8"] and not any(one.cure for one in found)
    assert all("Count from this day" in str(one.fix) for one in found)


def test_no_file_moves_the_calendar_of_a_real_plant():
    assert [one.cure for one in ahead(late(EXPORTED, case="real"))] == [None]
