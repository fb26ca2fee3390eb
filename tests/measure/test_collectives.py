"""Numbers told by a collective, a time in one word, a place in a row."""

import pytest

from promplan.measure.lasting import intervals, spans
from promplan.measure.ordinals import ordinals
from promplan.measure.said import numbers
from promplan.measure.shares import shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four score wagons", [80]),
        ("Three score and ten wagons", [70]),
        ("A score of wagons", [20]),
        ("A score and five wagons", [25]),
        ("Two gross of rivets", [288]),
        ("A baker's dozen of rolls", [13]),
        ("A dozen and a half rolls", [18]),
        ("A dozen rolls", [12]),
        ("A couple of hundred guests", [200]),
        ("A couple of dozen guests", [24]),
        ("A couple of guests", []),
        ("Пара сотен гостей", [200]),
        ("Пять десятков гостей", [50]),
        ("Полторы тысячи гостей", [1500]),
        ("The score was high", []),
        ("Two gross errors a year", [288]),
        ("third of 41 in 2025", [41]),
        ("a pipe of 12 in", [12]),
    ],
)
def test_a_collective_is_a_number(text, expected):
    assert [one.value for one in numbers(text) if not one.year] == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A couple of hundred guests", 140, 260),
        ("600 and some guests", 595, 780),
        ("600-odd guests", 595, 780),
        ("40 guests or so", 36, 44),
        ("Сорок с чем-то гостей", 39.5, 52),
    ],
)
def test_what_is_told_roughly_has_room(text, low, high):
    (one,) = numbers(text)
    assert (one.low, one.high) == pytest.approx((low, high), abs=0.6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Linings last a decade", [(10, "year")]),
        ("A fortnight's supply", [(14, "day")]),
        ("A century and a half of spinning", [(150, "year")]),
        ("Half a century of spinning", []),
        ("A decade and 40 days", [(10, "year")]),
        ("The decade's end", []),
        ("Печь простояла десятилетие", [(10, "year")]),
    ],
)
def test_a_time_in_one_word(text, expected):
    assert [(one.value, one.unit and one.unit.expression) for one in spans(text)] == expected


@pytest.mark.parametrize(
    ("text", "about", "expected"),
    [
        ("Filters are changed once a quarter", "interval of changes", [3]),
        ("Filters are changed every fortnight", "how often", [14]),
        ("The ferry sails daily", "interval of sailings", [1]),
        ("The ferry sails daily", "length of the trip", []),
        ("Фильтры меняют раз в полгода", "срок между заменами", [6]),
        ("Фильтры меняют раз в полгода", "цена фильтра", []),
    ],
)
def test_what_comes_so_often_is_so_far_apart(text, about, expected):
    assert [one.value for one in intervals(text, about)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("third of 41", {3}),
        ("the 4,000th guest, the 21st line", {21}),
        ("пятое место из сорока", {5}),
        ("сварщик 6-го разряда", {6}),
        ("a third of the staff", {3}),
        ("сорок", set()),
    ],
)
def test_a_place_in_a_row(text, expected):
    assert ordinals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half a dozen coopers", []),
        ("Half the coopers", [0.5]),
        ("A century and a half", []),
        ("Of the 318 trainees who started since 2004, 261 stayed", [261 / 318]),
        ("Of the 40 trainees 30 stayed", [0.75]),
        ("Third of 41 in 2025", []),
        ("Из 60 печей, что зажгли в 1990 году, 45 ещё горят", [0.75]),
    ],
)
def test_a_share_in_words(text, expected):
    assert [one.value for one in shares(text)] == pytest.approx(expected)
