"""Wording that stood in no list: each broken sentence beside its clean neighbour, by its rule's own function."""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import check
from promplan.review.group import everyone
from promplan.review.young import ages, minors
from promplan.review.young_work import yes_to_minors
from promplan.text.boasts import boasts
from promplan.text.jargon import jargon


@pytest.mark.parametrize(
    ("boast", "plain"),
    [
        ("The go-to supplier of ropes.", "Go to gate 3 for ropes."),
        ("The team goes the extra mile.", "The spur is an extra mile long."),
        ("Others can only dream of our pace.", "Others clean the moulds."),
        ("Our laboratories lead the world.", "Our pipes lead to the river."),
        ("Whoever starts here stays.", "Whoever starts here gets boots."),
        ("There is never a dull day.", "The dull finish hides scratches."),
        ("Nowhere is steel cast with more care than at these 12 forges.", "Steel is cast at 12 forges."),
        ("The best apprentices in the county.", "The best three apprentices went to Bremen."),
        ("A perfect brick.", "The perfect cube measures 150 mm."),
        ("Our best people make it possible.", "Our best teacher is the old lathe."),
        ("Завод — кузница кадров.", "В кузницу нужен молот."),
        ("У нас самые опытные стеклодувы.", "Стаж самого опытного стеклодува — 46 лет."),
    ],
)
def test_a_boast_and_its_neighbour(boast, plain):
    assert boasts(boast)
    assert not boasts(plain)


def test_the_economy_is_no_economiser():
    assert jargon("In the economic situation of today") == []
    assert jargon("The economiser is swept each May") == ["economiser"]


@pytest.mark.parametrize(
    ("nobody", "group"),
    [
        ("Decision makers", "Decision makers of three rolling mills"),
        ("Viewers of our channel", "Viewers of the film night in the canteen"),
        ("Anybody who has ever eaten our bread", "Bakers who have ever burnt our bread"),
        ("Лица, принимающие решения", "Главные инженеры трёх заводов"),
        ("Подписчики нашего канала", "Подписчики заводской газеты из посёлка"),
    ],
)
def test_nobody_in_particular_and_a_group(nobody, group):
    assert everyone(nobody, 300 if nobody == "Decision makers" else 8000)
    assert not everyone(group, 300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boys of the junior fire brigade", True),
        ("Kindergarten groups of the parish", True),
        ("Trainers of the youth football club", False),
        ("Night-school students of welding", False),
        ("a son of 16", True),
        ("работать с сыном 16 лет", True),
        ("работает здесь 16 лет", False),
    ],
)
def test_who_is_under_18(text, expected):
    assert bool(minors(text)) is expected


def test_a_childs_years_are_its_own_and_no_service():
    assert [one.words for one in ages("Можно ли прийти работать с сыном 16 лет?")] == ["16 лет"]
    assert yes_to_minors("Можно ли прийти работать с сыном 16 лет?", "Конечно, платим обоим.")
    assert not yes_to_minors("Можно ли прийти работать с сыном 19 лет?", "Конечно, платим обоим.")


def said(path: str, **made: object) -> set[str]:
    """The rules that say something of the object, FACT-10R as FACT-10."""
    plan = Plan.model_validate({"meta": {"as_of": date(2026, 11, 2)}, **made})
    return {one.rule.rstrip("RW") for one in check(plan).about(path)}


def fact(statement: str, value: float, unit: str, about: str) -> set[str]:
    one = {"id": "F1", "statement": statement, "value": value, "unit": unit, "about": about}
    return said("F1", enterprise={"facts": [one]})


@pytest.mark.parametrize(
    ("statement", "unit", "about", "right", "wrong"),
    [
        ("Средний возраст слесарей.", "лет", "средний возраст", 41.0, 4.0),
        ("Автобус для смены.", "человек", "места в автобусе", 50.0, 5000.0),
        ("Кирпич весит столько.", "кг", "масса кирпича", 3.4, 340.0),
        ("Рулон бумаги.", "г", "масса рулона бумаги", 300000.0, 3.0),
        ("Ворота цеха.", "мм", "ширина ворот", 4000.0, 4.0),
        ("Хлеб в печи.", "ч", "время выпечки", 0.7, 40.0),
        ("The brick weighs this much.", "kg", "mass of a brick", 3.4, 340.0),
        ("The forklift drives so fast.", "km/h", "speed of the forklift", 12.0, 180.0),
    ],
)
def test_everyday_things_have_their_size(statement, unit, about, right, wrong):
    assert "FACT-7" not in fact(statement, right, unit, about)
    assert "FACT-7" in fact(statement, wrong, unit, about)


def test_moisture_by_dry_mass_may_be_more_than_all():
    assert "FACT-7" not in fact("Влажность щепы — 118 % к сухой массе.", 118.0, "%", "влажность щепы")


@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        ("Exports grew fivefold.", True),
        ("Energy costs are four times what they were.", True),
        ("Exports grew fivefold, from 4 to 20 wagons.", False),
        ("A fivefold paper sack holds the cement.", False),
    ],
)
def test_a_multiple_asks_from_what_to_what(statement, asked):
    one = {"id": "F1", "statement": statement}
    assert ("FACT-5" in said("F1", enterprise={"facts": [one]})) is asked


@pytest.mark.parametrize(
    ("call", "shut"),
    [
        ("Native speakers only at the front desk.", True),
        ("Native speakers and learners meet at six.", False),
        ("Mothers of small children need not apply.", True),
        ("You need not apply in writing: just come.", False),
        ("Wanted: handymen, 18-35.", True),
        ("Wanted: boots, sizes 36-42.", False),
        ("Женщинам у нас печь не доверяют.", True),
        ("Женщины у нас ведут печь.", False),
        ("Граждан СНГ не рассматриваем: нужен токарь.", True),
        ("Славянская внешность не нужна, нужны руки.", False),
    ],
)
def test_who_is_turned_away(call, shut):
    assert ("AUD-6" in said("message", message={"call": call})) is shut


def test_who_comes_back_shuts_out_nobody():
    card = {"id": "A1", "segment": "Женщины, которые ушли из цеха до 2015 года", "size": 45, "minors": "no"}
    assert "AUD-6" not in said("A1", audiences=[{**card, "job": "вернуться к печи"}])
    assert "AUD-6" in said("A1", audiences=[{**card, "job": "устроиться к нам на печь"}])


@pytest.mark.parametrize(
    ("answer", "idle"),
    [
        ("In view of the current economic situation it was deemed necessary to proceed to the rationalisation.", True),
        ("The bus carried four people a day. We pay their taxi now.", False),
    ],
)
def test_an_answer_of_an_office(answer, idle):
    asked = {"id": "Q1", "question": "Why was the bus cut?", "answer": answer}
    assert ("MSG-8" in said("Q1", message={"questions": [asked]})) is idle


@pytest.mark.parametrize(
    ("statement", "rule", "expected"),
    [
        ("We are leading the way in circular packaging.", "FACT-11", True),
        ("Leading the tour takes two guides.", "FACT-11", False),
        ("No yard in the Nordics has built more electric ferries.", "FACT-11", True),
        ("No yard in the Nordics has built more electric ferries.", "FACT-10", False),
        ("Our beers win the hearts of connoisseurs.", "FACT-11", True),
        ("На аллее трудовой славы 46 имён.", "FACT-11", False),
        ("The contract is worth EUR 41 million.", "FACT-10", True),
        ("The works contract is worth reading.", "FACT-10", False),
        ("The beer matures for four weeks at 1 °C.", "FACT-10", True),
        ("Complaints dropped by more than half.", "FACT-5", True),
        ("In 2015 it was 4.6 litres; that is a cut of 37 per cent.", "FACT-5", False),
        ("Число травм снизилось более чем на четверть.", "FACT-5", True),
        ("За год травм стало меньше на четверть.", "FACT-5", True),
    ],
)
def test_what_a_press_release_says(statement, rule, expected):
    assert (rule in said("F1", enterprise={"facts": [{"id": "F1", "statement": statement}]})) is expected


def test_a_tour_that_was_led_twelve_times_is_twelve_tours():
    assert "FACT-12" not in fact("Экскурсию провели 12 раз, каждый раз по 25 человек.", 12.0, "экскурсий", "экскурсии")


@pytest.mark.parametrize(
    ("statement", "rule", "expected"),
    [
        ("Our apprentices are second to nobody.", "FACT-11", True),
        ("The second of the lines stands still.", "FACT-11", False),
        ("The finest sieve has a mesh of 45 µm.", "FACT-11", False),
        ("The ideal humidity for yarn is 65 %.", "FACT-11", False),
        ("The gate is manned by two people.", "FACT-10", True),
        ("The stand is manned by two trainees.", "FACT-10", False),
        ("Ask our Kate in dispatch.", "FACT-10", True),
        ("Sausages are 72 % pork, 18 % fat and 10 % ice.", "FACT-10", True),
        ("Milk is heated to 72 °C for 15 seconds, as the law asks.", "FACT-10", False),
        ("Sales slid by a fifth.", "FACT-5", True),
        ("Set-up time has been cut in half.", "FACT-5", True),
        ("Each log is cut in half.", "FACT-5", False),
        ("Noise is half of what it was.", "FACT-5", True),
    ],
)
def test_what_stood_in_no_list(statement, rule, expected):
    assert (rule in said("F1", enterprise={"facts": [{"id": "F1", "statement": statement}]})) is expected


def test_what_measures_a_change_is_told_with_both_numbers():
    assert "FACT-5" in fact("Output has risen by leaps and bounds, 24 % in all.", 24.0, "%", "rise of output")
    assert "FACT-5" not in fact("Output rose to 124 t, 24 % above 2024.", 24.0, "%", "rise of output")


def test_tenths_are_shares():
    assert "FACT-12" not in fact("Nine tenths of the sand is used again.", 90.0, "%", "share of sand")
    assert "FACT-12" in fact("Nine tenths of the sand is used again.", 19.0, "%", "share of sand")
