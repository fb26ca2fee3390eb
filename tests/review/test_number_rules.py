"""Numbers of the register: which age, which may be of a day to come, and does every fix, done as told, cure?"""

import re
from datetime import date
from typing import Any

import pytest

from promplan.language import inside
from promplan.plan import Plan
from promplan.review import check

TODAY = date(2026, 10, 12)
RULES = {"FACT-2D", "FACT-3", "FACT-4", "FACT-5", "FACT-7", "FACT-8", "FACT-12"}
GOOD: dict[str, Any] = {"source": "list", "source_kind": "document", "as_of": date(2026, 6, 1)}


def plan(*facts: dict[str, Any]) -> Plan:
    rows = [{**GOOD, **one, "id": f"F{n}"} for n, one in enumerate(facts, 1)]
    meta = {"as_of": TODAY, "campaign_start": date(2026, 11, 2), "campaign_end": date(2027, 1, 31)}
    return Plan.model_validate({"meta": meta, "enterprise": {"facts": rows}}, strict=True)


def found(*facts: dict[str, Any]) -> list[Any]:
    return [it for it in check(plan(*facts), "01-facts") if it.rule in RULES]


def rules(statement: str, value: float | None = None, unit: str = "", about: str = "", **more: Any) -> set[str]:
    return {it.rule for it in found({"statement": statement, "value": value, "unit": unit, "about": about, **more})}


OLD = date(2019, 6, 1)


@pytest.mark.parametrize(
    ("statement", "value", "unit", "old"),
    [
        ("1,120 people work here", 1120.0, "people", True),
        ("На заводе работает 1120 человек", 1120.0, "человек", True),
        ("Средняя зарплата — 42 тыс. рублей", 42.0, "тыс. руб.", True),
        ("72 % of those asked respect the trade", 72.0, "%", True),
        ("The works builds 9,000 wagons a year", 9000.0, "wagons/year", True),
        ("The hall is 320 m long", 320.0, "m", False),
        ("Длина цеха 320 м", 320.0, "м", False),
        ("A gondola stands on 4 axles", 4.0, "axles", False),
        ("КПД котла 92 %", 92.0, "%", False),
        ("Light travels 0.6 µm in a wave", 0.6, "µm", False),
        ("The first battery was launched in 1982", 1982.0, "year", False),
    ],
)
def test_counts_prices_and_polls_age_and_properties_do_not(statement, value, unit, old):
    assert ("FACT-3" in rules(statement, value, unit, "x", as_of=OLD)) == old


@pytest.mark.parametrize(
    ("statement", "honest"),
    [
        ("Capacity will be 9,400 tires a day by the end of 2026", True),
        ("Новая линия будет выпускать 9400 шин в сутки", True),
        ("К концу года завод выйдет на 9400 шин в сутки", True),
        ("The plan is 9,400 tires a day", True),
        ("The plant makes 9,400 tires a day", False),
        ("Завод делает 9400 шин в сутки", False),
    ],
)
def test_a_planned_number_may_be_of_a_day_to_come(statement, honest):
    unit = "шин/сутки" if "шин" in statement else "tires/day"
    assert ("FACT-2D" in rules(statement, 9400.0, unit, "x", as_of=date(2026, 12, 31))) != honest


@pytest.mark.parametrize(
    ("statement", "value", "unit", "quantity", "name"),
    [
        ("Смена длится 120 часов", 120.0, "ч", "", "длительность смены"),
        ("Noise at the press is 820 dB", 820.0, "dB", "", "noise"),
        ("Средний стаж 145 лет", 145.0, "лет", "", "стаж"),
        ("The oldest worker is 180 years old", 180.0, "years", "", "age of a person"),
        ("Выход годного — 975 %", 975.0, "%", "", "доля"),
        ("The melt is at -300 °C", -300.0, "°C", "", "temperature"),
        ("Давление 5 МПа", 50.0, "кгс/см2", "brake-pipe-pressure", "зарядное давление"),
        ("It is charged to 72 psi", 720.0, "psi", "brake-pipe-pressure", "charged brake pipe"),
    ],
)
def test_common_sense_and_every_spelling_of_a_unit_find_what_cannot_be(statement, value, unit, quantity, name):
    russian = bool(re.search("[а-я]", statement))
    with inside("ru" if russian else "en"):
        told = [
            str(it.message)
            for it in found({"statement": statement, "value": value, "unit": unit, "quantity": quantity})
        ]
    assert any(name in one for one in told)


@pytest.mark.parametrize(
    ("statement", "value", "unit", "quantity"),
    [
        ("The batch of the dense compound is 253 kg", 253.0, "kg", "mixer-batch-mass"),
        ("Полувагон 12-6963, тара 33 т", 33.0, "т", "wagon-tare"),
        ("The weld of a 120 mm sheet is tested with ultrasound", 120.0, "mm", "ultrasonic-sheet"),
        ("The condensing boiler has an efficiency of 98 %", 98.0, "%", "boiler-efficiency"),
        ("Конденсационный котёл: КПД 104 % по низшей теплоте", 104.0, "%", "boiler-efficiency"),
        ("35 028 человек работает на заводе", 35028.0, "человек", "headcount"),
        ("За январь построено 8 вагонов", 8.0, "вагонов/мес", "wagon-output"),
        ("A load of 23.5 t on an axle", 23.5, "t", "axle-load"),
        ("План выполнен на 104 %", 104.0, "%", ""),
        ("Elongation at break is 450 %", 450.0, "%", ""),
    ],
)
def test_what_really_exists_is_left_alone(statement, value, unit, quantity):
    assert rules(statement, value, unit, "x", quantity=quantity) == set()


def test_what_is_only_unusual_is_not_called_impossible():
    (unusual,) = found({"statement": "A batch of 300 kg", "value": 300.0, "unit": "kg", "quantity": "mixer-batch-mass"})
    (never,) = found({"statement": "The oldest worker is 180 years old", "value": 180.0, "unit": "years"})
    assert "is unusual; 150 to 280 kg is usual" in str(unusual.message) and "cannot be" in str(never.message)


def test_a_share_told_as_a_fraction_is_shown_the_way_up():
    with inside("ru"):
        (finding,) = found(
            {"statement": "КПД котла 0,92 %", "value": 0.92, "unit": "%", "quantity": "boiler-efficiency"}
        )
        assert "92 % (×100)" in str(finding.fix)


def test_a_number_whose_unit_nobody_understands_has_no_tick_for_its_size():
    report = check(
        plan({"statement": "It presses with 5", "value": 5.0, "unit": "qubs", "quantity": "brake-pipe-pressure"})
    )
    assert report.states["FACT-7"] == "nothing yet" and report.states["FACT-4"] == "found"


FIXED = [  # statement, value, unit, quantity: each is cured by doing what the finding's own words say
    ("Здесь работают 2140 человек", 2410.0, "человек", ""),
    ("2.7 billion roubles went into the shop", 2.7, "million roubles", ""),
    ("Завод занимает 42 га", 42.0, "тыс. м²", ""),
    ("The film is 80 µm thick", 80.0, "mm", ""),
    ("The press opens 8 times", 6.0, "times", ""),
    ("КПД котла 0,92 %", 0.92, "%", "boiler-efficiency"),
    ("The brake pipe is charged to 5 MPa", 5.0, "MPa", "brake-pipe-pressure"),
    ("Плиты греют до 170 °F", 170.0, "°F", "moulding-temperature"),
    ("Вложено 300 млн", 300.0, "млн", ""),
    ("The tank takes 73.1", 73.1, "bra", ""),
    ("Rejects fell by 3 % (from 7 to 4 %)", None, "", ""),
    ("Брак вырос на 5 %, с 20 до 25 %", None, "", ""),
    ("Output fell by 25 %", None, "", ""),
    ("Выпуск вырос в 3 раза", None, "", ""),
    ("72 of those asked", 72.0, "", ""),
    ("The forum was big", 33.0, "%", ""),
]


def done(fact: dict[str, Any], fix: str) -> dict[str, Any]:
    """The fact after somebody did what the finding says, word by word."""
    fix = fix.replace("\u00a0", " ")
    number = r"([\d\s\u202f.,]+)"

    def read(text: str) -> float:
        text = re.sub(r"[\s\u202f]", "", text)
        russian = bool(re.search("[а-я]", fact["statement"]))
        return float(text.replace(",", ".") if russian else text.replace(",", ""))

    if hit := re.search(rf"(?:, or|во фразу или) {number}(?: into Value| в поле «Значение»)?$", fix):
        return {**fact, "value": read(hit[1])}
    if hit := re.search(rf"(?:perhaps|возможно, имелось в виду) {number} (\S+)(?: \(([×÷])[\d,]+\))?", fix):
        unit = hit[2].strip()
        statement = fact["statement"]
        old = re.search(r"[\d.,]+ \S+", statement)
        assert old is not None
        return {**fact, "value": read(hit[1]), "unit": unit, "statement": statement.replace(old[0], f"{hit[1]} {unit}")}
    if hit := re.search(r"(?:behind it:|что именно считаете:) ([^,]+)", fix):
        return {**fact, "unit": hit[1]}
    if hit := re.search("write “(.+?)”", fix):
        return {**fact, "unit": hit[1]}
    if hit := re.search(r"(?:write:|напишите:) (?:lower|higher|ниже|выше) (?:by|на) ([\d.,]+) %", fix):
        return {**fact, "statement": re.sub(r"(by|на) [\d.,]+ %", rf"\1 {hit[1]} %", fact["statement"], count=1)}
    if "from … to …" in fix or "с … до …" in fix:
        more = ", from 400 to 300 presses" if "from" in fix else ", с 100 до 300 прессов"
        return {**fact, "statement": fact["statement"] + more}
    if "what is counted" in fix:
        return {**fact, "unit": "people"}
    assert "what the number measures" in fix, fix
    return {**fact, "about": "share of the market"}


@pytest.mark.parametrize(("statement", "value", "unit", "quantity"), FIXED)
def test_every_fix_done_as_told_cures(statement, value, unit, quantity):
    fact = {"statement": statement, "value": value, "unit": unit, "quantity": quantity}
    with inside("ru" if re.search("[а-я]", statement) else "en"):
        for _ in range(3):
            if not (told := found(fact)):
                break
            rule = told[0].rule
            fact = done(fact, str(told[0].fix))
            assert rule not in {it.rule for it in found(fact)}, f"{told[0].fix} → {fact}"
    assert found(fact) == []
