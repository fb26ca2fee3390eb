"""Is a number of a sentence the value beside it?"""

import pytest

from promplan.measure.said import Said, numbers
from promplan.measure.unit import Unit, read
from promplan.review import same_number as same


def unit(text: str) -> Unit:
    known = read(text)
    assert known is not None
    return known


def only(text: str) -> Said:
    (one,) = numbers(text)
    return one


@pytest.mark.parametrize(
    ("value", "of", "sentence", "expected"),
    [
        (1934, "year", "founded in 1934", True),
        (1935, "year", "founded in 1934", False),
        (140, "visitors", "140", True),
        (144, "visitors", "140", True),
        (146, "visitors", "140", False),
        (2.4, "thousand people", "2,400", True),
        (2.5, "thousand people", "2,400", False),
        (85, "%", "factor 0.85", True),
        (86, "%", "factor 0.85", False),
        (0.85, "t", "factor 0.85", True),
        (85, "t", "factor 0.85", False),
        (80, "гр.", "нагрет до 80 гр.", True),
        (80, "гр.", "нагрет до 80 градусов", True),
        (81, "гр.", "нагрет до 80 градусов", False),
        (36, "thousand t/day", "36,000 t", True),
        (36, "t/day", "36,000 t", False),
        (24.5, "t", "24.5 t", True),
        (24500, "kg", "24.5 t", True),
        (24500, "kg", "24.6 t", False),
        (2.45, "t", "24.5 t", False),
        (61, "%", "61 go to suppliers", True),
        (62, "%", "61 go to suppliers", False),
        (190, "hours a week", "a week of 190 hours", True),
        (19, "hours a week", "a week of 190 hours", False),
        (36, "wagons/day", "36 wagons", True),
        (35, "wagons/day", "36 wagons", False),
        (36, "wagons", "36 wagons a day", True),
        (37, "wagons", "36 wagons a day", False),
        (1, "t", "1 MPa", False),
        (5000, "tf", "a press of 5,000 tonnes", True),
        (5000, "kN", "a press of 5,000 tonnes", False),
        (125, "MN", "a press of 12,500 tonnes", True),
        (128, "MN", "a press of 12,500 tonnes", False),
        (118, "MN", "a press of 12,500 tonnes", False),
    ],
)
def test_a_number_is_the_value_as_exactly_as_it_is_told(value, of, sentence, expected):
    assert same.agrees(value, unit(of), only(sentence)) is expected


@pytest.mark.parametrize(
    ("value", "tolerance", "expected"),
    [(10.0, None, True), (10.6, None, False), (11.0, 1.0, True), (9.0, 1.0, True), (12.0, 1.0, False)],
)
def test_a_tolerance_is_room_on_both_sides(value, tolerance, expected):
    assert same.agrees(value, unit("mm"), only("10 mm"), tolerance) is expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [(10, True), (20, True), (10 - 1e-5, True), (20 + 1e-5, True), (10 - 4e-5, False), (20 + 4e-5, False)],
)
def test_only_the_last_digits_of_a_computation_may_lie_outside(one, expected):
    assert same._within(10, one, 20) is expected
    assert same._within(-20, -one, -10) is expected


def test_two_readings_of_digits_and_the_far_end_of_a_range_are_the_number_too():
    range_, end = numbers("from 80 to 95 t")
    assert same.bounds(range_) == [(range_.low, end.high)] and same.bounds(end) == [(end.low, end.high)]
    down, _ = numbers("from 95 to 80 t")
    assert [same.agrees(value, unit("t"), down) for value in (94, 95, 96, 110)] == [False, True, False, False]
    rough, _ = numbers("about 80 to 85 t")
    assert same.bounds(rough) == [(72, 88)]
    assert [same.agrees(value, unit("t"), range_) for value in (79, 80, 90, 95, 96)] == [False, True, True, True, False]
    two = only("1.250 kg")
    assert two.others == (1250.0,)
    assert same.agrees(1250, unit("kg"), two) and same.agrees(1.25, unit("kg"), two)
    assert not same.agrees(1200, unit("kg"), two)


def test_what_comes_in_a_day_may_be_told_for_the_days_on_which_a_plant_works():
    day = only("36 wagons a day")
    for value, expected in ((7600, False), (7700, True), (9000, True), (13140, True), (13700, False)):
        assert same.agrees(value, unit("wagons/year"), day) is expected
    year = only("9,000 wagons a year")
    for value, expected in ((41.5, True), (36, True), (25, True), (23, False), (43, False)):
        assert same.agrees(value, unit("wagons/day"), year) is expected


@pytest.mark.parametrize(
    ("one", "other", "few", "many"),
    [
        ("t/year", "t/year", 1.0, 1.0),
        ("t", "t/year", 1.0, 1.0),
        ("t/year", "t", 1.0, 1.0),
        ("t/year", "t/month", 0.98, 1.02),
        ("t/month", "t/year", 1 / 1.02, 1 / 0.98),
        ("t/year", "t/day", 219 * 0.98 / 365.25, 366 * 1.02 / 365.25),
        ("t/day", "t/year", 365.25 / (366 * 1.02), 365.25 / (219 * 0.98)),
    ],
)
def test_a_rate_by_another_period_may_be_so_much_less_or_more(one, other, few, many):
    assert same.between(unit(one), unit(other)) == pytest.approx((few, many))


def test_measures_are_compared_by_dimension_whatever_the_thing_is_called():
    assert same.same(unit("wagons"), unit("gondolas")) and not same.same(unit("wagons"), unit("t"))
    assert same.timed(unit("t/h")) and not same.timed(unit("t"))
    assert same.counted(unit("wagons/day")) and not same.counted(unit("t/piece"))
    assert same.whole(unit("t/h")).expression == "tonne" == same.whole(unit("tpa")).expression
    assert same.weighed(unit("t"), unit("kN")).expression == "tonne * standard_gravity"
    assert same.weighed(unit("t"), unit("kg")) == unit("t") and same.weighed(unit("mm"), unit("kN")) == unit("mm")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("вагонов", "полувагонов", True),
        ("полувагонов", "вагонов", True),
        ("плавок", "плавка", True),
        ("вагонов", "шт.", True),
        ("вагонов", "тележек", False),
        ("оси", "полуоси", False),
        ("мест", "рабочих мест", False),
    ],
)
def test_a_thing_has_one_name_or_a_longer_one_that_ends_on_it(one, other, expected):
    assert same.named_alike(unit(one), unit(other)) is expected
