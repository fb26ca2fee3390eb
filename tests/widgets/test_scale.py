"""Is a line what it says: where may the mark stand, what is it called there, and what is no line at all?"""

import pytest

from promplan.language import Problem, inside
from promplan.language.counting import counted
from promplan.widgets.scale import Scale

PEOPLE = {"en": ["person", "people"], "ru": ["человек", "человека", "человек"]}
TIMES = {"en": ["time", "times"], "ru": ["раз", "раза", "раз"]}


def line(low: float = 0, high: float = 300, step: float | None = 5) -> Scale:
    return Scale(low, high, step, PEOPLE)


def test_the_mark_stands_at_every_step_and_both_ends():
    assert line().stops[:3] == (0, 5, 10) and line().stops[-1] == 300 and len(line().stops) == 61
    assert line(0, 1, 0.1).stops[3] == 0.3


def test_a_line_that_goes_by_tens_has_ten_strides_to_each():
    one = line(100, 10_000, None)
    assert one.stops[:11] == (100, 120, 150, 200, 250, 300, 400, 500, 600, 800, 1000)
    assert one.ticks == (100, 1000, 10_000) and one.at(1000) == pytest.approx(0.5)


def test_a_line_carries_a_few_round_numbers():
    assert line().ticks == (0, 50, 100, 150, 200, 250, 300)
    assert line(0, 100, 2).ticks == (0, 20, 40, 60, 80, 100)
    assert line(-3, 4, 1).ticks == (-2, 0, 2, 4)


def test_a_guess_one_step_away_is_as_good_as_right():
    assert line().near(110, 114) and line().near(115, 114) and not line().near(105, 114)
    assert line(100, 1e6, None).near(80_000, 100_000) and not line(100, 1e6, None).near(60_000, 100_000)


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [(1, "1 person", "1 человек"), (2, "2 people", "2 человека"), (12, "12 people", "12 человек")],
)
def test_people_are_counted_as_each_language_does(value, english, russian):
    assert counted(value, PEOPLE).replace("\u00a0", " ") == english
    with inside("ru"):
        assert counted(value, PEOPLE).replace("\u00a0", " ") == russian
        assert counted(21, TIMES).endswith("раз") and counted(1.9, TIMES) == "1,9\u00a0раза"


@pytest.mark.parametrize(
    ("low", "high", "step", "why"),
    [
        (0, 0, 5, "begin below its end"),
        (0, 301, 5, "whole number of steps"),
        (0, 10, 5, "has 2 steps"),
        (0, 3000, 5, "has 600 steps"),
        (0, 100, -1, "whole number of steps"),
        (0, 1000, None, "power of ten"),
        (50, 1000, None, "power of ten"),
        (float("nan"), 10, 1, "no number"),
        (0, 1e13, 1e12, "no number"),
    ],
)
def test_what_is_no_line_is_refused_with_the_reason(low, high, step, why):
    with pytest.raises(Problem, match=why):
        line(low, high, step)
