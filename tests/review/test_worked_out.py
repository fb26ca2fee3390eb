"""Does the sentence's own arithmetic give the value?"""

import pytest

from promplan.measure.said import numbers
from promplan.measure.unit import Unit, read
from promplan.review.worked_out import products, worked_out


def unit(text: str) -> Unit:
    known = read(text)
    assert known is not None
    return known


def follows(value: float, of: str, sentence: str) -> bool:
    return worked_out(value, unit(of), list(numbers(sentence)), sentence)


@pytest.mark.parametrize(
    ("value", "of", "sentence", "expected"),
    [
        # none and one
        (0, "castings", "None of the 300 was rejected", True),
        (0, "castings", "30 of the 300 were rejected", False),
        (1, "person", "A single operator minds six looms", True),
        (1, "person", "Operators mind six looms", False),
        (2, "people", "A single operator minds six looms", False),
        (0.5, "castings", "None of the 300 was rejected", False),
        # sums and differences
        (60, "t", "180 t, of which 120 t is steel", True),
        (300, "t", "180 t, of which 120 t is steel", True),
        (300_000, "kg", "180 t, of which 120 t is steel", True),
        (61, "t", "180 t, of which 120 t is steel", False),
        (60, "mm", "180 t, of which 120 t is steel", False),
        (9, "t", "2 t, 3 t and 4 t", True),
        (7, "t", "2 t, 3 t and 4 t", True),
        (10, "t", "2 t, 3 t and 4 t", False),
        (40, "people", "Nine women and 31 men", True),
        (22, "wagons", "31 wagons and 9 wagons", True),
        (22, "wagons", "31 wagons and 9 cranes", False),
        (40, "wagons", "31 wagons and 9 cranes", True),
        (240, "people", "120 people in both shifts", True),
        (240, "people", "120 people in two rows", True),
        (240, "people", "120 people in a shift", False),
        # products
        (48, "wagons", "two trains of 24 wagons", True),
        (350, "t/day", "14 heats of 25 t a day", True),
        (7200, "m²", "120 by 60 metres", True),
        (720, "m²", "120 by 60 metres", False),
        (54, "m", "12 m long, 4.5 m high", False),
        (270, "m³", "12 m long, 5 m wide, 4.5 m high", True),
        (84, "MW", "three turbines of 28 MW", True),
        (96, "people", "4 lines, 3 shifts, 8 people", True),
        # so much on each
        (24, "pupils", "912 pupils in 38 visits", True),
        (25, "pupils", "912 pupils in 38 visits", False),
        (24, "t", "912 t in 38 wagons", True),
        (24, "m", "912 t in 38 wagons", False),
        (25.3, "thousand t", "253 thousand t, 10 % more", False),
        # shares and changes
        (25, "%", "60 of 240 applicants", True),
        (300, "%", "60 of 240 applicants", True),
        (75, "%", "240 of 320 applicants", True),
        (25, "%", "down to 1.8 % from 2.4 %", True),
        (4, "times", "from 60 to 240 wagons", True),
        (3, "times", "from 60 to 240 wagons", True),
        (5, "times", "from 60 to 240 wagons", False),
        (0.6, "percentage points", "down to 1.8 % from 2.4 %", True),
        (25, "t", "60 bar and 240 bar", False),
        # years
        (92, "years", "from 1934 to 2026", True),
        (91, "years", "from 1934 to 2026", False),
        (92, "t", "from 1934 to 2026", False),
        # how often
        (36, "wagons/day", "one wagon every 40 minutes", True),
        (240, "hoses/hour", "a hose every 15 seconds", True),
        (240, "hoses", "a hose every 15 seconds", False),
        (480, "hoses/hour", "2 hoses every 15 seconds", True),
        (15, "s", "240 hoses an hour", True),
        (16, "s", "240 hoses an hour", False),
        # parts in words
        (320, "fitters", "half of our 640 fitters", True),
        (640, "fitters", "half of our fitters, 320 of them", True),
        (330, "fitters", "half of our 640 fitters", False),
        (200, "people", "every third of 600 people", True),
        (320, "t", "half of our 640 fitters", False),
    ],
)
def test_a_value_follows_from_its_sentence(value, of, sentence, expected):
    assert follows(value, of, sentence) is expected


def test_what_was_worked_out_is_rounded_to_three_figures_and_not_more():
    assert follows(33.5, "%", "100 of 300") and not follows(34, "%", "100 of 300")


def test_a_product_comes_with_its_first_factor_in_base_units():
    two, three = numbers("2 trains of 3 wagons")
    assert list(products(unit("wagons"), [two, three])) == [(two, 6.0)]
    assert list(products(unit("wagons"), [two])) == list(products(unit("t"), [two, three])) == []
    heats, mass = numbers("14 heats of 25 t")
    assert list(products(unit("kg"), [heats, mass])) == [(heats, 350_000.0)]
    long, heavy = numbers("12 m long and 25 t")
    assert list(products(unit("m"), [long, heavy])) == []
