"""Does each rule find what an editor would, keep quiet about the rest, and fall silent after its smallest fix?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_file import OWN_FILE

from promplan.language import inside
from promplan.plan import Plan
from promplan.plan.enterprise import Fact
from promplan.review import RULES, check

TODAY = date(2026, 10, 12)
GOOD = {
    "statement": "The plant has 14 presses",
    "value": 14.0,
    "unit": "presses",
    "source": "equipment list",
    "source_kind": "document",
    "as_of": date(2026, 6, 1),
}


def plan(*facts: dict, **enterprise: object) -> Plan:
    rows = [{**one, "id": f"F{n}"} for n, one in enumerate(facts, 1)]
    return Plan.model_validate(
        {
            "meta": {"as_of": TODAY, "campaign_start": date(2026, 11, 2), "campaign_end": date(2027, 1, 31)},
            "enterprise": {**enterprise, "facts": rows},
        },
        strict=True,
    )


def found(document: Plan) -> set[str]:
    asked = check(document, "01-facts")
    return {one.rule for one in asked if one.severity != "info"} - {"FACT-0", "FACT-6D"}


def one(**changes: object) -> set[str]:
    return found(plan({**GOOD, **changes}))


FAULTS = {
    "E1 plates in °F": ("FACT-7", {"value": 170.0, "unit": "°F", "quantity": "moulding-temperature"}, {"unit": "°C"}),
    "E1 ru": ("FACT-7", {"value": 170.0, "unit": "°F", "quantity": "moulding-temperature"}, {"unit": "°C"}),
    "E2 a wave of light": (
        "FACT-7",
        {"value": 0.02, "unit": "мкм", "quantity": "sheet-thickness-tolerance"},
        {"unit": "мм"},
    ),
    "E3 N·m for dN·m": ("FACT-7", {"value": 14.0, "unit": "N·m", "quantity": "maximum-torque"}, {"unit": "dN·m"}),
    "E4 litre is kilogram": (
        "FACT-7",
        {"value": 300.0, "unit": "kg", "quantity": "mixer-batch-mass"},
        {"value": 207.0},
    ),
    "E5 it would scorch": (
        "FACT-7",
        {"value": 160.0, "unit": "°C", "quantity": "dump-temperature-final"},
        {"value": 110.0},
    ),
    "E6 jubilee booklet": (
        "FACT-3",
        {"statement": "1,120 people work here", "value": 1120.0, "as_of": date(2019, 6, 1)},
        {"statement": "946 people work here", "value": 946.0, "as_of": date(2026, 6, 1)},
    ),
    "E7 recipe": (
        "FACT-10R",
        {"statement": "11 minutes at 170 °C, accelerator 1.2 phr"},
        {"statement": "About ten minutes"},
    ),
    "E7 ru": ("FACT-10R", {"statement": "11 минут, ускоритель 1,2 м. ч."}, {"statement": "Около десяти минут"}),
    "E8 boast": ("FACT-11", {"statement": "The best seals in Siberia"}, {"statement": "Seals for 14 waterworks"}),
    "E8 ru": ("FACT-11", {"statement": "Лучшие уплотнения в Сибири"}, {"statement": "Уплотнения для 14 водоканалов"}),
    "E11 minor": (
        "FACT-10",
        {"statement": "Portrait of a trainee, 17, at the press", "value": None, "unit": ""},
        {"statement": "Portrait of a foreman"},
    ),
    "E11 ru": (
        "FACT-10",
        {"statement": "Портрет практиканта, 17 лет, у пресса", "value": None, "unit": ""},
        {"statement": "Портрет мастера"},
    ),
    "E12 absolute": ("FACT-11", {"statement": "Zero accidents"}, {"statement": "Guards on all presses"}),
    "E12 ru": ("FACT-11", {"statement": "Ни одной травмы"}, {"statement": "Ограждения на всех прессах"}),
    "E15 a month": (
        "FACT-7",
        {"value": 9000.0, "unit": "wagons/month", "quantity": "wagon-output"},
        {"unit": "wagons/year"},
    ),
    "E16 brake pipe": ("FACT-7", {"value": 5.0, "unit": "MPa", "quantity": "brake-pipe-pressure"}, {"value": 0.5}),
    "E17 paint": ("FACT-7", {"value": 120.0, "unit": "mm", "quantity": "paint-thickness"}, {"unit": "µm"}),
    "E18 a whistle": ("FACT-7", {"value": 4.0, "unit": "kHz", "quantity": "ultrasonic-frequency"}, {"unit": "MHz"}),
    "E20 points": (
        "FACT-5",
        {"statement": "Rejects fell by 3 % (from 7 to 4 %)"},
        {"statement": "Rejects fell from 7 to 4 %"},
    ),
    "E20 ru": ("FACT-5", {"statement": "Брак снизился на 3 % (с 7 до 4 %)"}, {"statement": "Брак снизился с 7 до 4 %"}),
    "E23 bar": ("FACT-7", {"value": 13.8, "unit": "bar", "quantity": "steam-pressure"}, {"unit": "MPa"}),
    "E24 efficiency": (
        "FACT-7",
        {"value": 103.0, "unit": "%", "about": "efficiency", "quantity": "boiler-efficiency"},
        {"value": 91.0},
    ),
    "E25 a second": ("FACT-7", {"value": 3000.0, "unit": "r/s", "quantity": "rotor-speed"}, {"unit": "r/min"}),
    "E26 vibration": ("FACT-7", {"value": 45.0, "unit": "mm/s", "quantity": "bearing-vibration"}, {"value": 4.5}),
    "no source": ("FACT-2", {"source": ""}, {"source": "list"}),
    "no date": ("FACT-2", {"as_of": None}, {"as_of": TODAY}),
    "tomorrow": ("FACT-2D", {"as_of": date(2027, 6, 1)}, {"as_of": TODAY}),
    "no unit": ("FACT-4", {"unit": ""}, {"unit": "presses"}),
    "oral": ("FACT-9", {"source_kind": "oral"}, {"checked_by": "process engineer"}),
    "expires": ("FACT-3", {"valid_until": date(2026, 12, 31)}, {"valid_until": date(2027, 12, 31)}),
    "half cleared": (
        "FACT-6",
        {"clearance": {"state": "cleared"}},
        {
            "clearance": {
                "state": "cleared",
                "wording": "14 presses",
                "channels": ["owned"],
                "until": date(2027, 6, 1),
                "by": "press officer",
            }
        },
    ),
    "a unit nobody knows": ("FACT-4", {"unit": "qubs"}, {"unit": "presses"}),
    "a bare multiplier": (
        "FACT-4",
        {"statement": "Вложено 300 млн рублей", "value": 300.0, "unit": "млн"},
        {"unit": "млн руб."},
    ),
    "swapped digits": (
        "FACT-12",
        {"statement": "Здесь работают 2140 человек", "value": 2410.0, "unit": "человек"},
        {"value": 2140.0},
    ),
    "thousands of millions": (
        "FACT-12",
        {"statement": "2.7 billion roubles went into the new shop", "value": 2.7, "unit": "million roubles"},
        {"value": 2700.0},
    ),
    "per cent of what": ("FACT-5", {"value": 33.0, "unit": "%"}, {"about": "share of the market"}),
    "change of what": (
        "FACT-5",
        {"statement": "Output fell almost 25 %"},
        {"statement": "Output fell from 9,371 to 7,833"},
    ),
    "nobody M9": ("PLAN-1", {"by": "M9"}, {"by": ""}),
    "dangling": ("PLAN-1", {"derived_from": ["F77"]}, {"derived_from": []}),
    "a person": (
        "FACT-10",
        {"statement": "Мастер Иванов И. И. работает здесь"},
        {"statement": "Мастер работает здесь"},
    ),
    "another firm": ("FACT-10", {"statement": "Кольцо для ООО «Чужой насос»"}, {"statement": "Кольцо для насоса"}),
    "mail": ("FACT-10", {"statement": "Write to a@uprugost.example"}, {"statement": "Write to us"}),
    "fence": ("FACT-10R", {"statement": "The fence is 2 m high"}, {"statement": "The hall is 9 m high"}),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it(name):
    rule, fault, fix = FAULTS[name]
    assert one(**fault) == {rule}
    assert one(**{**fault, **fix}) == set()


DECOYS = [
    {"statement": "The rheometer says 3.2 min and the press runs 11", "value": 11.0, "unit": "min"},
    {"statement": "Soft 40 Shore A is rubber", "value": 40.0, "unit": "Shore A", "quantity": "hardness"},
    {"statement": "Hard 90 Shore A is rubber", "value": 90.0, "unit": "Shore A", "quantity": "hardness"},
    {"statement": "Thickness repeats every 5.7 s, one turn of the roll", "value": 5.7, "unit": "s"},
    {"statement": "More posts, fewer applications in the season of exams"},
    {"statement": "Новое колесо — 957 мм, а не 950", "value": 957.0, "unit": "мм"},
    {"statement": "The first battery was launched in 1982", "value": 1982.0, "unit": "year", "as_of": date(1982, 1, 1)},
    {"statement": "Первая батарея пущена в 1982 году"},
]


@pytest.mark.parametrize("decoy", DECOYS, ids=lambda one: one["statement"][:25])
def test_what_looks_wrong_and_is_true_is_left_alone(decoy):
    assert one(**decoy) == set()


def test_swapped_fields_are_named():
    tare = {**GOOD, "value": 69.5, "unit": "t", "quantity": "wagon-tare"}
    payload = {**GOOD, "value": 24.0, "unit": "t", "quantity": "wagon-payload"}
    assert [str(it.fix) for it in check(plan(tare, payload)) if it.rule == "FACT-7"] == [
        "swap it with F2: 24 t fits here",
        "swap it with F1: 69.5 t fits here",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "quantity", "named"),
    [
        (5.0, "MPa", "brake-pipe-pressure", "perhaps 5 bar or 0.5 MPa (÷10) was meant"),
        (170.0, "°F", "moulding-temperature", "perhaps 170 °C was meant"),
        (45.0, "mm/s", "bearing-vibration", "perhaps 4.5 mm/s (÷10) was meant"),
        (3000.0, "об/с", "rotor-speed", "perhaps 3,000 об/мин or 50 об/с (÷60) was meant"),
        (300000.0, "shifts", "rotor-speed", "ask the process engineer for the right number"),
    ],
)
def test_what_would_fit_is_named(value, unit, quantity, named):
    (finding,) = [
        it for it in check(plan({**GOOD, "value": value, "unit": unit, "quantity": quantity})) if it.rule == "FACT-7"
    ]
    assert str(finding.fix) == named


def test_two_numbers_about_one_thing_disagree():
    two = {**GOOD, "about": "shifts in the press shop", "value": 2.0, "unit": "shifts"}
    three = {**two, "statement": "The press shop works three shifts", "value": 3.0}
    assert found(plan(two, three)) == {"FACT-8"}
    assert found(plan(two, {**three, "about": "shifts at the plant"})) == set()


def test_one_number_for_two_years_asks_which_year_it_is():
    one_source = {**GOOD, "statement": "9,800 wagons in 2022", "about": "wagons a year", "value": 9800.0}
    one_source |= {"unit": "wagons/year", "as_of": date(2022, 12, 31), "source": "rollingstockworld.ru"}
    other = {**one_source, "statement": "9,800 wagons in 2023", "as_of": date(2023, 12, 31), "source": "rzd-partner.ru"}
    assert found(plan(one_source, other)) == {"FACT-8"}


def test_a_protected_name_stays_inside():
    names = {"protected_names": "Vodokanal-Dugorsk"}
    assert found(plan({**GOOD, "statement": "A ring for Vodokanal-Dugorsk"}, **names)) == {"FACT-10"}
    assert found(plan({**GOOD, "statement": "A ring for a waterworks"}, **names)) == set()


def test_the_plant_may_say_its_own_name():
    document = plan({**GOOD, "statement": "АО «Упругость» работает в две смены"}, name="АО «Упругость», завод РТИ")
    assert found(document) == set()


def test_an_expired_clearance_blocks():
    clearance = {
        "state": "cleared",
        "wording": "14 presses",
        "channels": ["owned"],
        "by": "press office",
        "until": date(2026, 9, 1),
    }
    report = check(plan({**GOOD, "clearance": clearance}))
    assert [it.rule for it in report.blocking] == ["FACT-6"]
    assert found(plan({**GOOD, "clearance": {**clearance, "until": date(2026, 12, 1)}})) == {"FACT-6U"}


def not_answered(document: Plan) -> list[str]:
    return [f"{it.object} {it.severity}" for it in check(document, "01-facts") if it.rule == "FACT-6N"]


def test_what_nobody_has_answered_is_tomorrows_telephone_call_and_no_fault():
    document = plan(GOOD, {**GOOD, "clearance": {"state": "asked"}})
    assert not_answered(document) == ["F1 info", "F2 info"]
    report = check(document, "01-facts")
    assert report.states["FACT-6N"] == "found" and "FACT-6N" not in {it.rule for it in report.open}


CLEARED = {
    "state": "cleared",
    "wording": "14 presses",
    "channels": ["owned"],
    "by": "press office",
    "until": date(2027, 6, 1),
}


def test_cleared_and_refused_are_both_answers():
    document = plan({**GOOD, "clearance": CLEARED}, {**GOOD, "clearance": {"state": "refused"}})
    assert not_answered(document) == [] and check(document).states["FACT-6N"] == "ok"


def test_a_clearance_cures_what_nobody_had_answered():
    open_, know_how = GOOD, {**GOOD, "value": 170.0, "unit": "°C", "quantity": "moulding-temperature"}
    first, second = (it for it in check(plan(open_, know_how)) if it.rule == "FACT-6N")
    assert "ask who clears it" in str(first.fix) and "ask the process engineer" in str(second.fix)
    assert not_answered(plan({**open_, "clearance": CLEARED}, {**know_how, "clearance": {"state": "refused"}})) == []


def test_there_is_nothing_to_say_of_clearances_before_there_is_one():
    assert check(plan(GOOD)).states["FACT-6"] == "nothing yet"
    assert check(plan({**GOOD, "clearance": CLEARED})).states["FACT-6"] == "ok"


def test_per_cent_and_points_are_both_offered_with_their_direction():
    (down, up) = (
        next(it for it in check(plan({**GOOD, "statement": said})) if it.rule == "FACT-5")
        for said in ("Rejects fell by 3 % (from 7 to 4 %)", "Pay rose by 0.5 % (from 12 to 12.5 %)")
    )
    assert str(down.message) == "From 7 to 4 %: the difference in percentage points is 3."
    assert str(down.fix) == "write: lower by 43 %, or by 3 percentage points"
    assert str(up.fix) == "write: higher by 4.2 %, or by 0.5 percentage points"


def test_a_section_is_called_by_its_name_and_kept_by_its_own():
    document = Plan.model_validate({"meta": {"campaign_start": date(2026, 11, 2)}}, strict=True)
    (finding, *_) = [it for it in check(document) if it.rule == "TEAM-6"]
    assert "TEAM-6 plant and days (warning)" in str(finding)
    assert "plant and days" in check(document)._repr_html_() and finding.as_dict()["object"] == "meta"


def test_numbers_units_and_days_are_the_readers_own():
    thick = {**GOOD, "value": 14.0, "unit": "N·m", "quantity": "maximum-torque", "valid_until": date(2026, 12, 1)}
    told = {it.rule: it for it in check(plan(thick))}
    assert "5 to 60 dN·m" in str(told["FACT-7"].message) and "2026-12-01" in str(told["FACT-3"].message)
    with inside("ru"):
        assert "60 дН·м" in str(told["FACT-7"].message) and "1,4 N·m" in str(told["FACT-7"].fix)
        assert "01.12.2026" in str(told["FACT-3"].message)


def test_a_warning_answered_with_a_reason_is_no_longer_open():
    document = plan({**GOOD, "source_kind": "oral"})
    document.answers.reasons = [
        *document.answers.reasons,
        {"rule": "FACT-9", "object": "F1", "reason": "the foreman signs on Monday", "by": ""},
    ]
    assert [it.answered for it in check(document) if it.rule == "FACT-9"] == ["the foreman signs on Monday"]
    assert "FACT-9" not in {it.rule for it in check(document).open}


def test_a_blank_plan_passes_nothing_and_finds_nothing():
    for unit in ("00-start", "01-facts"):
        report = check(Plan(), unit)
        assert not report.passed and list(report) == [] and set(report.states.values()) == {"nothing yet"}
        assert "✔" not in repr(report) and "✔" not in report._repr_html_()


def test_words_from_a_student_are_escaped():
    html = check(plan({**GOOD, "statement": "<script>alert(1)</script> best"}))._repr_html_()
    assert "<script" not in html and "&lt;script" in html


def test_every_rule_can_fail():
    tested = {rule for rule, _, _ in FAULTS.values()} | {
        "FACT-8",
        "FACT-6U",
        "FACT-6N",
        "FACT-0",
        "FACT-6D",
        "DESK-1",
        "DESK-2",
    }
    rules = {one.id for one in RULES.values() if one.id.startswith("FACT") and one.unit == "01-facts"}
    assert rules - OWN_FILE <= tested


facts = st.lists(
    st.builds(
        Fact,
        id=st.from_regex(r"\AF[1-9]\Z"),
        statement=st.text(max_size=60),
        about=st.text(max_size=5),
        quantity=st.sampled_from(["", "hardness", "wagon-tare", "wagon-payload", "no such"]),
        value=st.none() | st.floats(-1e15, 1e15, allow_nan=False),
        unit=st.sampled_from(["", "%", "t", "т", "°F", "x"]),
        tolerance=st.none() | st.floats(0, 1e15),
        as_of=st.none() | st.dates(date(1700, 1, 1), date(2199, 1, 1)),
        derived_from=st.just([]),
        clearance=st.just({}),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(facts)
def test_no_register_makes_the_review_stumble(rows):
    document = plan()
    document.enterprise.facts = rows
    for language in ("en", "ru"):
        [it.message.into(language) + it.fix.into(language) for it in check(document)]
