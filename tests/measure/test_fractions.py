"""Are parts of a unit in words read as numbers, and shares of things left alone?"""

import pytest

from promplan.measure.fractions import any_in, found
from promplan.measure.said import numbers
from promplan.measure.shares import shares
from promplan.measure.unit import read


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("half an hour", 0.5, "h"),
        ("half a tonne", 0.5, "t"),
        ("a half-hour break", 0.5, "h"),
        ("a quarter of a mile", 0.25, "mile"),
        ("three quarters of an hour", 0.75, "h"),
        ("a third of a tonne", 1 / 3, "t"),
        ("two thirds of a tonne", 2 / 3, "t"),
        ("полчаса", 0.5, "h"),
        ("пол-литра", 0.5, "l"),
        ("половина смены", 0.5, "смена"),
        ("четверть часа", 0.25, "h"),
        ("три четверти часа", 0.75, "h"),
        ("треть тонны", 1 / 3, "t"),
        ("две трети тонны", 2 / 3, "t"),
        ("five hundredths of a millimetre", 0.05, "mm"),
        ("two tenths of a millimetre", 0.2, "mm"),
        ("three thousandths of a millimetre", 0.003, "mm"),
        ("a tenth of a millimetre", 0.1, "mm"),
        ("one hundredth of a millimetre", 0.01, "mm"),
        ("пять сотых миллиметра", 0.05, "mm"),
        ("одна десятая процента", 0.1, "%"),
        ("две целых пять десятых процента", 2.5, "%"),
        ("две целых и пять десятых процента", 2.5, "%"),
        ("сотая доля миллиметра", 0.01, "mm"),
        ("three and two tenths of a millimetre", 3.2, "mm"),
        ("3/4 inch", 0.75, "in"),
        ("1 1/2 inch", 1.5, "in"),
        ("5/8 in", 0.625, "in"),
        ("a year and a half", 1.5, "years"),
        ("an hour and a quarter", 1.25, "h"),
        ("a tonne and a third", 4 / 3, "t"),
        ("год с половиной", 1.5, "years"),
        ("час с четвертью", 1.25, "h"),
        ("2½ hours", 2.5, "h"),
        ("¾ inch", 0.75, "in"),
    ],
)
def test_a_part_of_a_unit_is_a_number_of_it(text, value, unit):
    (one,) = numbers(text)
    known = read(unit)
    assert one.unit is not None and known is not None
    assert (one.value, one.unit.expression) == (pytest.approx(value), known.expression)


@pytest.mark.parametrize(
    "text",
    [
        "half of the fitters",
        "half the fitters",
        "половина сварщиков",
        "полный цех",
        "треть сварщиков",
        "a welder and a half",
        "мастер с половиной",
        "1/2 price",
        "11/12/2025",
        "two tenths of the fitters",
        "десятая бригада",
    ],
)
def test_a_part_of_things_is_a_share_and_no_number_of_a_unit(text):
    assert list(found(text)) == []


def test_where_no_word_of_a_part_stands_none_is_looked_for():
    assert not any_in("40 tonnes") and any_in("Half an hour") and any_in("пять сотых") and any_in("одной тысячной")


def test_room_is_left_for_what_words_leave_open():
    (half,) = numbers("half a tonne")
    assert (half.low, half.high) == (pytest.approx(0.475), pytest.approx(0.525))
    (sum_,) = numbers("a year and a half")
    assert (sum_.low, sum_.high) == (pytest.approx(1.475), pytest.approx(1.525))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every third fitter", [(33.3, 32.3, 34.3)]),
        ("every other wagon", [(50, 49, 51)]),
        ("Каждый восьмой", [(12.5, 11.5, 13.5)]),
        ("каждая четвёртая", [(25, 24, 26)]),
        ("One in eight", [(12.5, 11.5, 13.5)]),
        ("seven out of ten", [(70, 69, 71)]),
        ("Семеро из десяти", [(70, 69, 71)]),
        ("96 litres of every 100 litres", [(96, 95, 97)]),
        ("Of 240 applicants 60 came", [(25, 24, 26)]),
        ("Of the plant's 96 apprentices 24 are girls", [(25, 24, 26)]),
        ("Из каждых ста литров 96 возвращаются", [(96, 95, 97)]),
        ("just under half", [(50, 44, 51)]),
        ("more than a quarter", [(25, 24, 32.5)]),
        ("almost two thirds", [(66.7, 58.7, 68.0)]),
        ("about half", [(50, 45, 55)]),
        ("up to half", [(50, 35, 51)]),
        ("три четверти бригады", [(75, 74, 76)]),
        ("two fifths, a tenth", [(40, 39, 41), (10, 9, 11)]),
        ("half an hour", []),
        ("in the third quarter", []),
        ("60 of 20", []),
        ("0 of 20", []),
        ("1,200 of 2,400", [(50, 49, 51)]),
        ("one in a hundred", [(1, 0, 2)]),
        ("99 out of 100", [(99, 98, 100)]),
    ],
)
def test_shares_in_words(text, expected):
    found_ = [(round(100 * it.value, 1), round(100 * it.low, 1), round(100 * it.high, 1)) for it in shares(text)]
    assert found_ == expected


def test_a_share_knows_where_it_stands():
    (one,) = shares("Here every third fitter sings")
    assert "Here every third fitter sings"[one.start : one.end] == "every third"
