"""Must another number of the sentence be the value?"""

import pytest

from promplan.measure.said import numbers
from promplan.measure.unit import Unit, read
from promplan.review import strange_number as strange


def unit(text: str) -> Unit:
    known = read(text)
    assert known is not None
    return known


def rivals(value: float, of: str, sentence: str) -> list[float]:
    amounts = [it for it in numbers(sentence) if not it.year]
    return [it.value for it in amounts if strange.rival(value, unit(of), it, amounts, sentence)]


@pytest.mark.parametrize(
    ("value", "of", "sentence", "expected"),
    [
        # a number of nothing
        (410, "visitors", "Headcount: 140", [140]),
        (412, "people", "Headcount: 140", [140]),
        (412, "people", "Headcount: about 140", []),
        (412, "t", "Mass: 140", []),
        (410, "t", "Mass: 140", [140]),
        (14, "t", "Mass: 140", [140]),
        (412, "people", "Headcount: 140 (150)", []),
        (410, "people", "Headcount: 140 (150)", [140]),
        (14, "t", "Mass: 140 (150)", []),
        # labels
        (34, "people", "Line 7 is run by women", []),
        (7, "kg", "Batch 17 weighed 642 kg", [642]),
        # times are a thing of their own
        (12, "%", "three times", []),
        (2, "times", "three times", [3]),
        # the same measure
        (5, "t", "weighs 6 t", [6]),
        (5, "t", "weighs 6 t and 8 t", [6, 8]),
        (5, "t", "for 6 hours", []),
        # counted things
        (14, "wagons", "40 wagons", [40]),
        (14, "wagons", "40 wagons and 12 cranes", [40]),
        (14, "wagons", "41 cranes and 12 pumps", [41]),
        (14, "wagons", "15 cranes", [15]),
        (14, "wagons", "40 cranes", []),
        (14, "wagons", "15 cranes and 20 pumps", []),
        (14, "pcs", "40 cranes", [40]),
        (14, "pcs", "40 cranes and 20 pumps", []),
        # other measures
        (75, "kW", "75 MW", [75]),
        (12.5, "t", "a force of 12.5 bar", [12.5]),
        (12.6, "t", "a force of 12.5 bar", []),
        (12.5, "t", "12.5 h", [12.5]),
        (12.5, "t/h", "12.5 m", []),
        (12.5, "m", "12.5 t/h", []),
        (12, "wagons", "12 bar", []),
        # with and without a period
        (36, "t/day", "63 t", [63]),
        (36, "t/day", "40 t", [40]),
        (36, "t/day", "360 t", [360]),
        (36, "t/day", "100 t", []),
        (36, "t/day", "100 t and 360 t", []),
        (36, "wagons/day", "40 wagons", [40]),
        (36, "wagons/day", "40 cranes", []),
        (36, "wagons/day", "63 wagons and 7 wagons", [63]),
        # by what is told elsewhere
        (95, "h/t", "It takes 9.5 hours", [9.5]),
        (59, "h/t", "It takes 95 hours", [95]),
        (8, "h/t", "It takes 9.5 hours", []),
        (0, "h/t", "It takes 9.5 hours", []),
        # millions and metres
        (130_000, "panels", "1.3m floor panels", [1.3]),
        (13, "million panels", "1.3m floor panels", [1.3]),
        (130_000, "panels", "1.3m, floor panels", []),
        (150_000, "panels", "1.3m floor panels", []),
        (130, "t", "1.3m floor panels", []),
        # forces
        (12_500, "kN", "a press of 12,500 tonnes", [12_500]),
    ],
)
def test_which_number_should_be_the_value(value, of, sentence, expected):
    assert rivals(value, of, sentence) == expected


def test_twice_as_much_may_be_of_two_shifts_and_no_other_near_number_is_told_by_another_period():
    near = {
        times: rivals(10.0 * times, "t/year", "10 t") == [10] for times in (1.5, 1.95, 1.97, 2, 2.03, 2.05, 2.4, 2.6)
    }
    assert near == {1.5: True, 1.95: True, 1.97: False, 2: False, 2.03: False, 2.05: True, 2.4: True, 2.6: False}
    assert rivals(10.0, "t/year", "20 t") == rivals(10.0, "t/year", "26 t") == []
    assert rivals(10.0, "t/year", "24 t") == [24] and rivals(0.0, "t/year", "10 t") == []


@pytest.mark.parametrize("by", [10, 100, 1e3, 1e6, 1e9])
def test_a_number_ten_a_hundred_a_thousand_times_as_much_is_a_slip(by):
    for times in (0.985 * by, by, 1.015 * by):
        assert strange._tenfold(3, 3 * times) and strange._tenfold(3 * times, 3) and strange._tenfold(-3 * times, 3)
    for times in (0.97 * by, 1.03 * by):
        assert not strange._tenfold(3, 3 * times) and not strange._tenfold(3 * times, 3)
    assert not strange._tenfold(0, 0) and not strange._tenfold(3, 0) and not strange._tenfold(0, 3)


def test_a_counted_thing_is_compared_with_its_thousands():
    assert rivals(14, "thousand wagons", "41,000 cranes and 7 pumps") == [41_000]
    assert rivals(14, "thousand wagons", "15,000 cranes") == [15_000]
    assert rivals(14, "thousand wagons", "15 cranes") == rivals(14, "thousand wagons", "41 cranes and 7 pumps") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Line 7 is new", True),
        ("Line 7 employs women", True),
        ("Line 7: 30 t", True),
        ("a line of 7 t", False),
        ("press 7 t", False),
        ("Line seven is new", False),
        ("Works 7 is new", False),
        ("На линии 6 работают одни женщины", True),
        ("В цехе 6, у ворот", True),
        ("В цехе 40 станков", False),
        ("За смену 7 тележек", False),
        ("Сталь 45, партия", True),
    ],
)
def test_a_label_says_which_one(sentence, expected):
    assert strange.labelled(sentence, numbers(sentence)[0]) is expected


@pytest.mark.parametrize(
    ("one", "other", "slip", "swapped"),
    [
        (140, 410, True, True),
        (140, 14, True, False),
        (1.4, 41, True, False),
        (2003, 2030, False, True),
        (21.5, 25.1, True, True),
        (21.5, 2.15, True, False),
        (140, 140, False, False),
        (140, 150, False, False),
        (0, 0, False, False),
        (0, 10, False, False),
        (-14, 41, True, True),
    ],
)
def test_digits_may_be_moved_or_swapped(one, other, slip, swapped):
    assert strange.slip(one, other) is strange.slip(other, one) is slip
    assert strange.swapped(one, other) is strange.swapped(other, one) is swapped
