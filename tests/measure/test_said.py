"""Are the numbers of a sentence found with their units, and are years, labels and ordinals left alone?"""

import pytest

from promplan.measure import registry
from promplan.measure.said import numbers
from promplan.measure.unit import read


def amounts(text: str) -> list[float]:
    return [one.value for one in numbers(text) if not one.year]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant built 10,349 freight cars", [10349]),
        ("Завод построил 10 750 вагонов", [10750]),
        ("Пресс обошёлся в 3,125 млн руб.", [3.125e6]),
        ("2.7 billion roubles", [2.7e9]),
        ("2.7bn roubles", [2.7e9]),
        ("a line for $10m", [1e7]),
        ("7,5 тысячи единиц продукции в год", [7500]),
        ("более семисот турбогенераторов", [700]),
        ("двести сорок пять человек", [245]),
        ("two and a half thousand people", [2500]),
        ("twenty-five apprentices", [25]),
        ("three hundred and fifty seals", [350]),
        ("полторы тысячи комплектов", [1500]),
        ("half a million tyres", [5e5]),
        ("с 38 070 до 35 028 человек", [38070, 35028]),
        ("The 16-year alliance", [16]),
        ("16-летний союз", [16]),
        ("1.3-million-square-foot site", [1.3e6]),
        ("В 2015 году построено 2578 вагонов", [2578]),
        ("In 2008 the works built 3,377", [3377]),
        ("с 2 ноября 2026 года, 12.10.2026 и 2026-11-02 в 9:40", []),
        ("on 2 November 2026 and Nov 2, 2026", []),
        ("по ГОСТ 10674-97 и ISO 9001, школа № 14, станок ТВ-4, 3-й цех, the 5th line", []),
        ("The open evening drew 140 visitors", [140]),
        ("Of every hundred roubles 61 go to suppliers", [61]),
        ("один из заводов", []),
    ],
)
def test_what_is_a_number_of_the_sentence(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Плиты греют до 170 °С", 170.0, "°C"),
        ("capacity of 37,750 tires a day", 37750.0, "tires/day"),
        ("площадь 35 тыс. кв. м", 35000.0, "m²"),
        ("about 2,000 skilled workers", 2000.0, "people"),
        ("вертится со скоростью 3000 об./мин", 3000.0, "r/min"),
        ("на три процентных пункта", 3.0, "п. п."),
        ("пять тонн", 5.0, "t"),
        ("20 тыс. т в год", 20000.0, "t/year"),
        ("1 200 000 шт. в месяц", 1.2e6, "шт./мес"),
    ],
)
def test_its_unit_stands_behind_it(text, value, unit):
    (found,) = numbers(text)
    assert found.value == value and found.unit is not None
    assert registry.comparable(found.unit, read(unit))
    assert registry.base(1.0, found.unit) == pytest.approx(registry.base(1.0, read(unit)))


@pytest.mark.parametrize(
    ("text", "within", "outside"),
    [
        ("2.7 billion roubles", 2.66e9, 2.9e9),
        ("2140 человек", 2141.0, 2410.0),
        ("more than 5,000 railcars", 5600.0, 4700.0),
        ("около 2000 человек", 1900.0, 1500.0),
        ("почти 18 000 шин", 17200.0, 19500.0),
        ("не более 40 минут", 35.0, 45.0),
        ("более семисот машин", 760.0, 600.0),
    ],
)
def test_how_exactly_it_is_said(text, within, outside):
    (found,) = numbers(text)
    assert found.low <= within <= found.high and not found.low <= outside <= found.high
