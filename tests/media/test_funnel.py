"""Does the backward funnel give its ranges, and answer odd rates with a sentence?"""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from promplan.language import Problem
from promplan.media.funnel import Need, backward, reach, with_rate_halved

BREAKS = [(0.4, 0.4), (0.2, 0.2), (0.6, 0.6), (0.05, 0.05), (0.01, 0.01)]


def test_the_funnel_that_breaks_on_purpose_needs_half_a_million_contacts():
    needs = backward(12, BREAKS)
    assert [round(one.worst) for one in needs] == [12, 30, 150, 250, 5_000, 500_000]
    assert reach(needs[-1], 5) == Need(pytest.approx(100_000), pytest.approx(100_000))


def test_rates_with_two_ends_give_needs_with_two_ends():
    assert backward(12, [(0.15, 0.25)]) == [Need(12, 12), Need(48, 80)]


def test_a_rate_is_halved_by_its_place_from_0_and_no_other():
    assert with_rate_halved([(0.4, 0.4), (0.1, 0.2)], 1) == [(0.4, 0.4), (0.05, 0.1)]
    assert with_rate_halved(BREAKS, -1) == BREAKS


def test_fractions_decimals_and_arrays_are_read():
    assert backward(Decimal(12), [(Fraction(1, 4), Decimal("0.5"))])[1] == Need(24, 48)
    assert backward(np.int64(12), np.array([[0.25, 0.5]])) == backward(12, [(0.25, 0.5)])
    assert backward(12, (pair for pair in [(0.25, 0.5)])) == backward(12, [[0.25, 0.5]])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: backward("10", BREAKS), "starts from a number of people, not from '10'"),
        (lambda: backward(-1, BREAKS), "not from -1"),
        (lambda: backward(None, BREAKS), "not from None"),
        (lambda: backward(True, BREAKS), "starts from a number of people"),
        (lambda: backward(10, [0.1, 0.2]), r"Step 1 of the funnel: a lower and an upper end are needed"),
        (lambda: backward(10, [(0.1, 0.2), (0.3,)]), "Step 2 of the funnel"),
        (lambda: backward(10, [("0.1", "0.2")]), "Step 1 of the funnel: a rate is above 0"),
        (lambda: backward(10, [(0.2, 0.1)]), "not 20 to 10"),
        (lambda: backward(10, None), "Rates of the funnel"),
        (lambda: backward(10, {0.1: 0.2}), "Rates of the funnel"),
        (lambda: reach(5_000, 5), "contacts of a funnel"),
        (lambda: reach(Need(1, 2), "5"), "A frequency is 1 or more"),
        (lambda: reach(Need(2, 1), 5), "the fewer first"),
        (lambda: with_rate_halved(BREAKS, None), "The step whose rate is halved"),
    ],
)
def test_what_is_no_funnel_ends_in_a_sentence(call, words):
    with pytest.raises(Problem, match=words):
        call()
