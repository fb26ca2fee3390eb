"""Rates for two periods, rounded numbers, yearly totals: which disagree, and which grow old?"""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import check

Told = tuple[str, float, str]


def rules(*facts: Told, as_of: date = date(2026, 6, 1)) -> set[str]:
    rows = [
        {"id": f"F{n}", "about": "what is made", "statement": said, "value": value, "unit": unit, "source": "list",
         "source_kind": "document", "as_of": as_of}
        for n, (said, value, unit) in enumerate(facts, 1)
    ]  # fmt: skip
    meta = {"as_of": date(2026, 10, 12), "campaign_end": date(2027, 1, 31)}
    made = Plan.model_validate({"meta": meta, "enterprise": {"facts": rows}}, strict=True)
    return {one.rule for one in check(made, "01-facts")}


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        (("3,200 engines a day", 3200.0, "engines/day"), ("nearly 700,000 a year", 700000.0, "engines a year"), False),
        (("3,200 engines a day", 3200.0, "engines"), ("700,000 engines a year", 700000.0, "engines"), False),
        (("3,200 engines a day", 3200.0, "engines/day"), ("1,168,000 a year", 1168000.0, "engines/year"), False),
        (("3,200 engines a day", 3200.0, "engines/day"), ("1,700,000 a year", 1.7e6, "engines/year"), True),
        (("3,200 engines a day", 3200.0, "engines/day"), ("500,000 a year", 5e5, "engines/year"), True),
        (("50 вагонов в сутки", 50.0, "вагонов в сутки"), ("12 000 вагонов в год", 12000.0, "вагонов в год"), False),
        (("100 t an hour", 100.0, "t/h"), ("2,400 t a day", 2400.0, "t/day"), False),
        (("100 t an hour", 100.0, "t/h"), ("24,000 t a day", 24000.0, "t/day"), True),
        (("10 t a month", 10.0, "t/month"), ("120 t a year", 120.0, "t/year"), False),
        (("10 t a month", 10.0, "t/month"), ("150 t a year", 150.0, "t/year"), True),
        (("8 million engines since 1991", 8.0, "million engines"), ("700,000 a year", 7e5, "engines a year"), False),
        (("The mill employs 754", 754.0, "people"), ("about 750 workers", 750.0, "workers"), False),
        (("На заводе 754 человека", 754.0, "человека"), ("около 750 человек", 750.0, "человек"), False),
        (("На заводе 2140 человек", 2140.0, "человек"), ("более 2 тыс. человек", 2.0, "тыс. человек"), False),
        (("The mill employs 754", 754.0, "people"), ("750 workers", 750.0, "workers"), True),
        (("The mill employs 954", 954.0, "people"), ("about 750 workers", 750.0, "workers"), True),
    ],
)
def test_a_day_of_work_or_of_the_calendar_and_a_rounding_do_not_disagree(one, other, disagree):
    assert ("FACT-8" in rules(one, other)) is ("FACT-8" in rules(other, one)) is disagree


@pytest.mark.parametrize(
    ("fact", "old"),
    [
        (("The mill makes 525,000 t of pulp a year", 525000.0, "t/year"), True),
        (("The mill makes 525,000 t of pulp a year", 525000.0, "t"), True),
        (("Emissions of dust are 420 t", 420.0, "t"), True),
        (("Turbines of 900 MW leave the works every year", 900.0, "MW"), True),
        (("The works burns 12,000 MWh a month", 12000.0, "MWh/month"), True),
        (("Revenue was 14 billion roubles", 14.0, "billion roubles"), True),
        (("Завод выпускает 1,8 млн т цемента в год", 1.8, "млн т/год"), True),
        (("Выбросы пыли — 420 т за год", 420.0, "т"), True),
        (("The mill made 525,000 t of pulp in 2019", 525000.0, "t"), False),  # it says its year
        (("The boiler gives 60 MW", 60.0, "MW"), False),
        (("A gondola carries 70 t", 70.0, "t"), False),
        (("The mixer makes 3 t an hour", 3.0, "t/h"), False),
        (("Capacity is 1.8 million tonnes of cement per annum", 1.8, "Mt/yr"), False),
        (("Масса пресса 48 т", 48.0, "т"), False),
        (("Rolling speed is 12 m/s", 12.0, "m/s"), False),
        (("The hall is 320 m long", 320.0, "m"), False),
    ],
)
def test_what_is_made_in_a_year_ages_and_what_a_thing_is_does_not(fact, old):
    assert ("FACT-3" in rules(fact, as_of=date(2019, 6, 1))) is old


def fixes(rule: str, **parts: object) -> list[str]:
    return [str(one.fix) for one in check(Plan.model_validate(parts, strict=True)) if one.rule == rule]


@pytest.mark.parametrize(
    ("said", "unit", "example"),
    [
        ("The plant costs $16 million", "million", "million dollars"),
        ("A wage bill of £13 million", "million", "million pounds sterling"),
        ("Линия стоит 5 млн евро", "млн", "млн евро"),
        ("Получают по 60 тысяч", "тысяч", "тысяч руб., шт., чел."),
    ],
)
def test_a_unit_is_proposed_in_the_money_of_the_sentence(said, unit, example):
    fact = {"id": "F1", "statement": said, "value": 16.0, "unit": unit}
    assert any(one.endswith(example) for one in fixes("FACT-4", enterprise={"facts": [fact]}))


def test_a_wrong_direction_is_mended_by_the_target_and_never_by_the_baseline():
    goal = {"id": "O1", "statement": "Get 2,000 followers", "verb": "raise", "baseline": 2500.0, "target": 2000.0}
    assert fixes("OBJ-4", objectives=[goal]) == ["write a target above 2,500, or choose the verb lower"]
    assert fixes("OBJ-4", objectives=[{**goal, "target": 2600.0}]) == []
    assert fixes("OBJ-4", objectives=[{**goal, "verb": "lower"}]) == []


@pytest.mark.parametrize(
    ("call", "vague"),
    [
        ("Learn more", True),
        ("Visit our website.", True),
        ("Learn more about our plant on our website", True),
        ("Узнайте больше", True),
        ("Следите за новостями", True),
        ("Подпишитесь на наш канал!", True),
        ("Visit plant.example/tour", False),
        ("Sign up on our website for a tour", False),
        ("Read more, and bring your questions to the gate", False),
        ("Ждём вас 5 мая у проходной", False),
        ("Запишитесь на экскурсию на сайте завода", False),
        ("Узнайте больше: звоните в отдел кадров", False),
    ],
)
def test_a_vague_call_is_no_step(call, vague):
    assert bool(fixes("MSG-13", message={"call": call})) is vague


@pytest.mark.parametrize(("place", "law"), [("Romeo, Michigan", False), ("Минск, Беларусь", False), ("Орск", True)])
def test_no_plant_abroad_is_told_the_law_of_russia(place, law):
    card = {"id": "A1", "segment": "Pupils of grade 9", "age_from": 15, "age_to": 16, "minors": "no"}
    made = Plan.model_validate(
        {
            "enterprise": {"place": place, "facts": [{"id": "F1", "statement": "Petya, 15, helps at the press"}]},
            "audiences": [card],
            "message": {"call": "Young men wanted: fitters up to 35, call the staff office"},
        },
        strict=True,
    )
    told = [f"{one.message} {one.fix}" for one in check(made) if one.rule in {"AUD-4", "AUD-6", "AUD-6W", "FACT-10"}]
    assert told and any("Russia" in one or "no legal advice" in one for one in told) is law
    assert any("the law of your country" in one for one in told) is not law
