"""What belongs to a number and stands apart from it: its sign, its money, its period, its unit before it."""

import pytest

from promplan.measure.said import Said, numbers


def only(text: str) -> Said:
    (one,) = numbers(text)
    return one


def told(text: str) -> list[tuple[float, str]]:
    return [(one.value, one.unit.expression if one.unit else "") for one in numbers(text) if not one.year]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minus 40 °C", [(-40, "degree_Celsius")]),
        ("при минус 40 градусах", [(-40, "degree_Celsius")]),
        ("plus or minus 5 °C", [(5, "degree_Celsius")]),
        ("плюс-минус 5 °C", [(5, "degree_Celsius")]),
        ("40 degrees below zero", [(-40, "degree_Celsius")]),
        ("40 градусов мороза", [(-40, "degree_Celsius")]),
        ("40 градусов тепла", [(40, "degree_Celsius")]),
        ("40 t of frost-proof brick", [(40, "tonne")]),
        ("$21.50 an hour", [(21.5, "dollar / hour")]),
        ("$500 bonus", [(500, "dollar")]),
        ("$10m", [(1e7, "dollar")]),
        ("10m", [(10, "metre")]),
        ("8m tonnes", [(8e6, "tonne")]),
        ("1.5 m people", [(1.5e6, "piece")]),
        ("6m long", [(6, "metre")]),
        ("2-х смен", [(2, "shift")]),
        ("10-ти тонн", [(10, "tonne")]),
        ("в 1980-х", []),
        ("5-х классов", []),
        ("every 15 seconds", [(15, "second")]),
        ("of every hundred roubles", []),
        ("каждые 15 минут", [(15, "minute")]),
        ("минут двадцать", [(20, "minute")]),
        ("человек триста", [(300, "piece")]),
        ("5 минут 20 секунд", [(5, "minute"), (20, "second")]),
        ("сколько минут 20 рабочих", [(20, "piece")]),
        ("a 250-strong team", [(250, "piece")]),
        ("24 a visit", [(24, "piece")]),
        ("20 in the shop", [(20, "")]),
        ("20 in long", [(20, "inch")]),
        ("20 in", [(20, "inch")]),
        ("12 ML/d", [(12, "megalitre / day")]),
        ("12 ml", [(12, "millilitre")]),
        ("12 Мл", [(12, "millilitre")]),
        ("120 by 60 m", [(120, "metre"), (60, "metre")]),
        ("120 на 60 м", [(120, "metre"), (60, "metre")]),
        ("12 x 6 m", [(12, "metre"), (6, "metre")]),
        ("2 × 25 t", [(2, ""), (25, "tonne")]),
        ("120 m by 60 m", [(120, "metre"), (60, "metre")]),
        ("twice a month", [(2, "piece / month")]),
        ("дважды в месяц", [(2, "piece / month")]),
        ("twice as many", []),
        ("восьмичасовая смена", [(8, "hour")]),
        ("двадцатипятитонный кран", [(25, "tonne")]),
        ("стодвадцатилитровый бак", [(120, "litre")]),
        ("трёхсменная работа", [(3, "shift")]),
        ("полуторагодовой срок", [(1.5, "year")]),
        ("получасовой обед", [(0.5, "hour")]),
        ("тысячетонный пресс", [(1000, "tonne")]),
        ("часовой завод", []),
        ("однотонный ковёр", []),
    ],
)
def test_what_belongs_to_a_number(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("42,000 t of scrap a year", "tonne / year"),
        ("42,000 t of scrap", None),
        ("42,000 t of scrap, a year of work", None),
        ("42,000 t a day, all year", None),
        ("42,000 t of scrap annually", "tonne / year"),
        ("250 kg of CO2 per tonne", "kilogram / tonne"),
        ("The annual output is 18,000 t", "tonne / year"),
        ("Месячный расход цинка 85 т", "tonne / month"),
        ("Каждый рабочий день уходит 85 т", "tonne / day"),
        ("Daily 85 t go out", "tonne / day"),
        ("The annual fair drew 85 t", None),
        ("Every day and every month 85 t", None),
        ("Every day it is 85 °C", None),
        ("Every day it takes 85 min", None),
        ("В месяц платят 85 тысяч рублей", "rouble / month"),
    ],
)
def test_a_period_may_stand_apart_from_its_number(text, expected):
    wider = numbers(text)[0].wider
    assert (wider.expression if wider else None) == expected


def test_pay_has_the_period_of_its_sentence_only_where_nothing_else_is_counted_in_it():
    people, pay = numbers("Каждый год приходят 30 учеников, платят им 28 тысяч рублей")
    assert people.wider is not None and pay.wider is None
    coils, day = numbers("Every year 30 coils, 2 a day")
    assert coils.wider is None and day.unit is not None and day.unit.expression == "piece / day"


def test_a_rough_number_has_room_of_a_tenth():
    assert (only("минут двадцать").low, only("минут двадцать").high) == (18, 22)
    assert only("около минут двадцать").hedge == "about"


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("100 t", 95, 105, ""),
        ("more than 100 t", 95, 130, "at least"),
        ("up to 100 t", 70, 105, "at most"),
        ("under 100 t", 70, 105, "at most"),
        ("just under 100 t", 88, 105, "almost"),
        ("чуть меньше 100 т", 88, 105, "almost"),
        ("меньше 100 т", 70, 105, "at most"),
        ("close to $100", 88, 105, "almost"),
        ("about 100 t", 90, 110, "about"),
        ("100+ people", 95, 130, "at least"),
        ("100-plus people", 95, 130, "at least"),
        ("100 с лишним человек", 95, 130, "at least"),
        ("полторы тысячи", 1450, 1550, ""),
        ("полтора года", 1.45, 1.55, ""),
    ],
)
def test_how_exactly_a_number_is_told(text, low, high, hedge):
    one = only(text)
    assert (one.low, one.high, one.hedge) == (pytest.approx(low), pytest.approx(high), hedge)
