"""Are ordinals of several words and years in words told apart from amounts, in both languages?"""

import pytest

from promplan.measure.places import Place, places
from promplan.measure.said import numbers


def told(text: str) -> list[tuple[float, bool]]:
    return [(one.value, one.year) for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Завод основан в тысяча девятьсот сорок первом году.", 1941),
        ("тысяча девятьсот сорок первый год", 1941),
        ("Одна тысяча восемьсот девяносто седьмой год", 1897),
        ("в две тысячи двенадцатом году", 2012),
        ("тысяча девятьсот пятидесятые годы", 1950),
        ("с тысяча девятьсот третьего", 1903),
        ("The plant opened in nineteen forty-one.", 1941),
        ("It was nineteen oh five, and cold", 1905),
        ("since twenty twenty-five", 2025),
        ("in eighteen ninety the shop burned down", 1890),
        ("in the nineteen-fifties", 1950),
        ("in two thousand and twelve we began", 2012),
    ],
)
def test_a_year_in_words_is_a_year(text, year):
    assert told(text) == [(year, True)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "the third shift",
            "the twenty-third press",
            "their one hundred and fifth batch",
            "On the twenty-second of June",
        ),
        *("двадцать третий пресс", "сто пятая партия", "двадцать первого августа", "пять тысяч первое кольцо"),
        *("в сорок первом году", "на тридцать втором километре", "миллионное кольцо", "сто сорок седьмой цех"),
    ],
)
def test_which_one_in_a_row_is_no_amount(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("двадцать первых мест", 20),
        ("a twenty-second clip", 20),
        ("двадцать пять тонн", 25),
        ("тысяча двести тонн", 1200),
        ("a thousand two hundred tonnes", 1200),
        ("миллион двести тысяч колец", 1_200_000),
        ("two thousand and twelve wagons", 2012),
        ("сорок один человек", 41),
    ],
)
def test_an_amount_stays_an_amount(text, value):
    assert told(text) == [(value, False)]


def test_both_halves_of_presses_with_their_tonnes_are_amounts():
    assert told("eighteen twenty-ton presses") == [(18, False), (20, False)]


def test_a_place_says_where_it_stands():
    assert places("это сто пятая партия") == (Place(4, 13, 105.0),)
