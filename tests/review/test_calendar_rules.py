"""Does each rule of the calendar find its fault alone, leave a good plan alone, and fall silent after its fix?"""

from datetime import date, time

import pytest
from review.calendar import END, LATER, good, piece, plan
from review.faults import changed, held
from review.test_cure import cured

from promplan.plan import Plan
from promplan.review import RULES, check

UNIT = "07-calendar"


def nov(day: int) -> date:
    return date(2026, 11, day)


def found(document: Plan) -> set[str]:
    return {one.rule for one in check(document, UNIT) if one.severity != "info"}


LATE = piece(9, date(2026, 11, 20), "H1", pillar="P1", owner="M3")  # a ninth piece, in a week that can take it
SMALL = {**LATE, "placing": {"state": "planned", "hours": 1.0}}
RHYTHM, OTHER = good()["calendar"]["rhythms"]
DUTY = good()["calendar"]["duties"][0]
SHARE = good()["calendar"]["shares"][1]

# rule: what is changed in the good plan, and the smallest fix beside it
FAULTS = {
    "CAL-1": ({"items.0.placing.hours": None}, {"items.0.placing.hours": 3.0}),
    "CAL-1 time": ({"items.0.dates.at": None}, {"items.0.dates.at": time(9, 0)}),
    "CAL-1 state": ({"items.0.placing.state": ""}, {"items.0.placing.state": "ready"}),
    "CAL-1 tray": (
        {"items.8": piece(9, nov(20), "H1", dates={})},
        {"items.8.dates": {"publish": nov(20), "at": time(12, 0)}},
    ),
    "CAL-5": ({"items.0.placing.hours": 9.5}, {"items.0.placing.hours": 8.0}),
    "CAL-5 all": ({"items.0.placing.hours": 7.0, "items.4.placing.hours": 7.0}, {"calendar.week_hours": 15.0}),
    "CAL-6": (
        {"items.8": LATE, "items.8.dates": {"publish": nov(16), "at": time(18, 0)}},
        {"items.8.dates.publish": nov(20)},
    ),
    "CAL-6 moment": (
        {"items.8": LATE, "items.8.dates.publish": nov(17), "calendar.rhythms.0.apart": None},
        {"items.8.dates.at": time(18, 0)},
    ),
    "CAL-7": ({"items.1.dates.publish": nov(23), "calendar.rhythms.0.silent": 20}, {"items.1.dates.publish": nov(18)}),
    "CAL-7 many": (
        {
            "items.8": SMALL,
            "items.9": {**SMALL, "id": "C10", "pillar": "P2"},
            "items.9.dates": {"publish": nov(21), "at": time(12, 0)},
        },
        {"calendar.rhythms.0.most": 3},
    ),
    "CAL-8": ({"items.1.pillar": "P1"}, {"items.1.pillar": "P2"}),
    "CAL-9": ({"items.0.dates.publish": nov(9), "calendar.rhythms.0.silent": 6}, {"items.0.dates.publish": nov(10)}),
    "CAL-9 empty": (
        {"channels.2": {"id": "H3", "name": "museum", "media": "owned"}, "calendar.rhythms.1.channel": "H2"}
        | {"calendar.rhythms.2": {"id": "RH3", "channel": "H3", "least": 0, "most": 1, "silent": 40}},
        {"items.4.channel": "H3", "calendar.rhythms.1": {"id": "RH2", "channel": "H2", "least": 0, "most": 2}}
        | {"calendar.rhythms.1.silent": 30},
    ),
    "CAL-10": ({"calendar.days.0.source": ""}, {"calendar.days.0.source": "the town's page"}),
    "CAL-10 typed": (
        {"calendar.days.0.what": "Metallurgists' Day", "calendar.days.0.day": date(2027, 7, 17)},
        {"calendar.days.0.day": date(2027, 7, 18)},
    ),
    "CAL-10 ru": (
        {"calendar.days.0.what": "ко Дню машиностроителя", "calendar.days.0.day": date(2027, 9, 25)},
        {"calendar.days.0.day": date(2027, 9, 26)},
    ),
    "CAL-10 holiday": (
        {"calendar.days.0.what": "День народного единства", "calendar.days.0.day": nov(5)},
        {"calendar.days.0.day": nov(4)},
    ),
    "CAL-10 turned": ({"calendar.days.0.until": nov(11)}, {"calendar.days.0.until": nov(14)}),
    "CAL-11": ({"objectives.1": {"id": "O2", "statement": "x"}}, {"items.3.objective": "O2"}),
    "CAL-11 late": ({"objectives.0.deadline": date(2026, 12, 2)}, {"objectives.0.deadline": END}),
    "CAL-12": ({"items.0.dates.at": time(23, 30)}, {"items.0.dates.at": time(21, 59)}),
    "CAL-12 early": ({"items.0.dates.at": time(7, 59)}, {"items.0.dates.at": time(8, 0)}),
    "CAL-12 shoot": ({"items.0.dates.shoot": nov(4)}, {"items.0.dates.shoot": nov(5)}),
    "CAL-14P": ({"calendar.pause.who": ""}, {"calendar.pause.who": "M3"}),
    "CAL-14P twice": ({"calendar.pause.deputy": "M1"}, {"calendar.pause.deputy": "M2"}),
    "CAL-15": ({"calendar.duties": []}, {"calendar.duties": [DUTY]}),
    "CAL-15 hours": ({"calendar.duties.0.hours": ""}, {"calendar.duties.0.hours": "at noon"}),
    "CAL-15 network": (
        {"channels.1.channel": "ok"},
        {"calendar.duties.1": {**DUTY, "id": "B2", "channel": "H2"}},
    ),
    "CAL-16": ({"items.0.placing.after": ["C2"]}, {"items.0.placing.after": []}),
    "CAL-16 itself": (
        {"items.1.placing.after": ["C1"], "items.0.placing.after": ["C2"]},
        {"items.0.placing.after": []},
    ),
    "CAL-16 hour": (
        {"items.4.placing.after": ["C1"], "items.4.dates.publish": nov(10), "calendar.rhythms.1.silent": 9},
        {"items.4.dates.at": time(12, 1)},
    ),
    "CAL-17": ({"items.0.facts": ["F1"]}, {"items.0.placing.look_again": LATER}),
    "CAL-17 early": ({"items.0.placing.look_again": nov(9)}, {"items.0.placing.look_again": nov(30)}),
    "CAL-17 licence": (
        {"items.0.rights": [{"id": "U1", "until": date(2026, 12, 31)}], "items.0.placing.look_again": LATER},
        {"items.0.placing.look_again": date(2026, 12, 31)},
    ),
    "CAL-18": (
        {"calendar.days.0.day": nov(10), "calendar.days.0.closed": True},
        {"items.0.dates.publish": nov(11)},
    ),
    "CAL-18 mourning": (
        {"calendar.days.0.day": nov(10), "calendar.days.0.what": "a day of mourning"},
        {"items.0.dates.publish": nov(11)},
    ),
    "CAL-18 mourning ru": (
        {"calendar.days.0.day": nov(10), "calendar.days.0.what": "день траура в области"},
        {"items.0.placing.state": "held", "calendar.rhythms.0.least": 0, "calendar.rhythms.0.silent": 10}
        | {"calendar.tolerance": 20.0},
    ),
    "CAL-19": (
        {"calendar.rhythms.0.least": 3, "calendar.rhythms.0.most": 1},
        {"calendar.rhythms.0.least": 1, "calendar.rhythms.0.most": 3},
    ),
    "CAL-19 none": ({"calendar.rhythms": [RHYTHM]}, {"calendar.rhythms.1": OTHER}),
    "CAL-19 twice": ({"calendar.rhythms.2": {**RHYTHM, "id": "RH3"}}, {"calendar.rhythms": [RHYTHM, OTHER]}),
    "CAL-19 apart": (
        {"calendar.rhythms.0": {**RHYTHM, "apart": 96.0, "least": 3, "most": 3}},
        {"calendar.rhythms.0.least": 1},
    ),
    "CAL-20": ({"meta.as_of": nov(12)}, {"items.0.placing.state": "out"}),
    "CAL-20 not yet": ({"items.0.placing.state": "out"}, {"items.0.placing.state": "ready"}),
    "CAL-21": ({"calendar.pause.back": ""}, {"calendar.pause.back": "the director"}),
    "CAL-21 accident": ({"calendar.pause.when": "a day of mourning"}, {"calendar.pause.when": "fire; mourning"}),
    "CAL-21 mourning": ({"calendar.pause.when": "ЧП в цехе"}, {"calendar.pause.when": "ЧП в цехе\nтраур"}),
    "CAL-21 channel": ({"calendar.pause.channels": ["H1"]}, {"calendar.pause.channels": ["H1", "H2"]}),
    "CAL-22": ({"calendar.shares.1.percent": 40.0, "calendar.tolerance": 20.0}, {"calendar.shares.1.percent": 50.0}),
    "CAL-22 none": ({"calendar.shares": good()["calendar"]["shares"][:1]}, {"calendar.shares.1": SHARE}),
    "CAL-23": (
        {f"items.{n}.owner": "M1" for n in range(8)} | {"calendar.person_hours": 12.0},
        {"items.0.owner": "M2"},
    ),
    "CAL-24": ({"calendar.quiet_from": None}, {"calendar.quiet_from": time(22, 0)}),
    "CAL-24 hours": ({"calendar.week_hours": 30.0}, {"calendar.week_hours": 24.0}),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_good_calendar_is_left_alone(language):
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
        ("CAL-10 typed", "Put 2027-07-18"),
        ("CAL-10 ru", "Put 2027-09-26"),
        ("CAL-10 turned", "Swap the two dates"),
        ("CAL-17", "Put 2027-06-30"),
        ("CAL-17 licence", "Put 2026-12-31"),
        ("CAL-19", "Swap the two numbers"),
    ],
)
def test_where_the_rule_knows_the_value_one_press_puts_it(name, button):
    broken = plan(changed(good(), FAULTS[name][0]))
    (one,) = [it for it in check(broken, UNIT) if it.cure]
    assert str(one.cure.said) == button
    assert found(cured(broken, one)) == set()


def test_every_rule_of_the_unit_has_its_fault_and_its_hints_in_both_languages():
    own = {one.id: one for one in RULES.values() if one.unit == UNIT and one.id.startswith("CAL")}
    assert own.keys() == {name.partition(" ")[0] for name in FAULTS}
    for one in own.values():
        nudge, pointer = one.hints
        assert str(nudge) != str(pointer)
        assert nudge.into("ru") != nudge.into("en") and pointer.into("ru") != pointer.into("en")


def test_where_nobody_has_begun_there_is_nothing_to_check_yet_and_nothing_is_passed():
    dated = {**good(), "calendar": {}, "items": [{**one, "placing": {}} for one in good()["items"]]}
    for one in (Plan(), plan(dated)):
        report = check(one, UNIT)
        assert {report.states[id_] for id_ in RULES if RULES[id_].unit == UNIT} == {"nothing yet"}
        assert not report.passed
