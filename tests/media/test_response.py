"""What does money bring, and how long does it linger? Published figures, true slopes, words for bad input."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from media.columns import Column

from promplan.language import Problem
from promplan.media.impressions import NBD
from promplan.media.response import (
    Exponential,
    GammaPoisson,
    Hill,
    Logarithm,
    Root,
    adstock_lightweight,
    adstock_meridian,
    adstock_pymc,
    adstock_robyn,
    half_life,
    robyn_hill,
)

NAN, INF = float("nan"), float("inf")
SIZE = st.floats(0.01, 1e7)
CURVES = st.one_of(
    st.builds(Exponential, SIZE, SIZE),
    st.builds(GammaPoisson, SIZE, SIZE, st.floats(0.05, 1000)),
    st.builds(Hill, SIZE, SIZE, st.floats(0.2, 8)),
    st.builds(Root, SIZE),
    st.builds(Logarithm, SIZE, SIZE),
)
SPEND = st.lists(st.floats(0, 1e6), max_size=12)
RATE = st.floats(0, 0.99)

quickly = settings(max_examples=80, deadline=None)


# -- published cases ---------------------------------------------------------------------------------------------------


def test_case_13_a_pulse_in_robyns_adstock_as_its_documentation_prints_it():
    assert adstock_robyn([100, 0, 0, 0], 0.7) == pytest.approx([100, 70, 49, 34.3])


def test_case_13_a_steady_spend_is_inflated_by_robyns_adstock():
    stock = adstock_robyn([100] * 5, 0.5)
    assert stock == pytest.approx([100, 150, 175, 187.5, 193.75])
    assert sum(stock) / 500 == pytest.approx(1.6125)


def test_case_13_a_pulse_in_meridians_adstock_adds_up_to_itself():
    stock = adstock_meridian([100, 0, 0, 0], 0.5, 3)
    assert stock == pytest.approx([53.333, 26.667, 13.333, 6.667], abs=5e-4)
    assert sum(stock) == pytest.approx(100)


def test_case_13_half_lives_of_70_and_50_per_cent():
    assert (half_life(0.7), half_life(0.5)) == pytest.approx((1.943, 1), abs=5e-4)
    assert half_life(0) == 0


def test_case_14_robyns_saturation_as_its_example_has_it():
    shares = robyn_hill([100, 150, 170, 190, 200], alpha=3, gamma=0.5)
    assert shares == pytest.approx([0.5, 0.771429, 0.830881, 0.872757, 0.888889], abs=5e-7)


def test_case_14_meridians_hill_at_its_half_and_at_twice_that():
    assert Hill(1, 70, 2.7).value(70) == pytest.approx(0.5)
    assert [Hill(1, 70, slope).value(140) for slope in (1, 2, 3)] == pytest.approx([2 / 3, 0.8, 8 / 9])


@pytest.mark.parametrize(("grp", "reach"), [(100, 0.632), (200, 0.865), (300, 0.950)])
def test_model_8_the_poisson_reach_is_an_exponential_with_cap_1(grp, reach):
    assert Exponential(1, 1_000_000).value(grp * 10_000) == pytest.approx(reach, abs=5e-4)


# -- curves ------------------------------------------------------------------------------------------------------------


@quickly
@given(CURVES, st.floats(1e-3, 1e7))
def test_the_marginal_is_the_slope_of_the_value(curve, b):
    step = 1e-4 * b
    rise = (curve.value(b + step) - curve.value(b - step)) / (2 * step)
    assert curve.marginal(b) == pytest.approx(rise, rel=1e-4, abs=1e-9 * curve.value(b) / b)


@quickly
@given(CURVES, st.floats(0, 1e7), st.floats(0, 1e7))
def test_nothing_brings_nothing_and_more_brings_no_less(curve, b, more):
    assert curve.value(0) == 0
    assert curve.value(b + more) >= curve.value(b)


@quickly
@given(CURVES, st.floats(1e-6, 1e7), st.floats(1.01, 100))
def test_a_concave_curve_falls_in_its_marginal_and_an_s_does_so_beyond_its_bend(curve, b, factor):
    b += curve.bend
    assert curve.marginal(b * factor) <= curve.marginal(b) * (1 + 1e-9)
    assert curve.concave is (curve.bend == 0)


@quickly
@given(SIZE, SIZE, st.floats(1.05, 8))
def test_before_its_bend_an_s_rises_more_with_each_rouble(cap, half, slope):
    curve = Hill(cap, half, slope)
    assert not curve.concave
    assert curve.marginal(0) == 0
    assert curve.marginal(0.5 * curve.bend) < curve.marginal(0.9 * curve.bend) < curve.marginal(curve.bend)


def test_hill_is_concave_up_to_slope_1():
    assert [Hill(1, 1, slope).concave for slope in (0.5, 1, 1.001)] == [True, True, False]


def test_the_first_rouble_brings_endlessly_much_on_a_root_and_on_a_flat_hill():
    assert Root(3).marginal(0) == Hill(1, 2, 0.5).marginal(0) == INF
    assert Hill(6, 2, 1).marginal(0) == 3


def test_curves_keep_their_cap_far_beyond_it():
    assert Hill(5, 1e-3, 50).value(1e15) == Exponential(5, 1e-3).value(1e15) == 5
    assert Hill(5, 1e6, 50).value(1e-300) == 0


def test_robyns_saturation_of_a_week_changes_with_another_week():
    assert robyn_hill([100, 200], 2, 0.5)[0] == pytest.approx(0.5)
    assert robyn_hill([100, 400], 2, 0.5)[0] == pytest.approx(0.2)
    assert robyn_hill([100, 400], 2, 0.5)[0] == pytest.approx(Hill(1, 0.5 * 400, 2).value(100))


# -- adstock: four conventions, four numbers ---------------------------------------------------------------------------


def test_the_four_conventions_give_four_numbers_for_the_same_pulse():
    pulse = [100, 0, 0, 0]
    second = [
        adstock_robyn(pulse, 0.5)[1],
        adstock_lightweight(pulse, 0.5)[1],
        adstock_meridian(pulse, 0.5, 2)[1],
        adstock_pymc(pulse, 0.5, 4, normalize=True)[1],
    ]
    assert second == pytest.approx([50, 25, 50 / 1.75, 50 / 1.875])


@quickly
@given(SPEND, RATE)
def test_pymc_marketing_without_normalising_is_robyn_while_the_window_lasts(spend, rate):
    assert adstock_pymc(spend, rate, 12) == pytest.approx(adstock_robyn(spend, rate), rel=1e-9, abs=1e-9)


def test_pymc_marketing_cuts_the_tail_that_robyn_keeps():
    assert adstock_pymc([100, 0, 0], 0.5, 2) == [100, 50, 0]


@quickly
@given(SPEND, RATE, st.integers(0, 11))
def test_meridian_is_pymc_marketing_normalised_with_one_period_more(spend, rate, lag):
    window = min(lag + 1, max(1, len(spend)))  # Meridian's window is never longer than the series
    assert adstock_meridian(spend, rate, lag) == adstock_pymc(spend, rate, window, normalize=True)


@quickly
@given(st.floats(0, 1e6), st.floats(0, 0.9))
def test_a_steady_spend_settles_at_itself_where_it_is_normalised_and_above_it_where_not(x, rate):
    assert adstock_lightweight([x] * 200, rate)[-1] == pytest.approx(x, rel=1e-6)
    assert adstock_meridian([x] * 200, rate, 8)[-1] == pytest.approx(x, rel=1e-9)
    assert adstock_robyn([x] * 200, rate)[-1] == pytest.approx(x / (1 - rate), rel=1e-6)


def test_no_periods_have_no_adstock():
    assert adstock_robyn([], 0.5) == adstock_meridian([], 0.5, 3) == adstock_pymc([], 0.5) == []


# -- bad input ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: Exponential(0, 1), "The cap of a response curve: a number above 0"),
        (lambda: Exponential(1, NAN), "The scale of a response curve"),
        (lambda: Hill(1, -5), "half of a response curve's cap"),
        (lambda: Hill(1, 5, 0), "The slope of a response curve"),
        (lambda: Root("much"), "'much'"),
        (lambda: Logarithm(INF, 1), "The factor of a response curve"),
        (lambda: Root(1).value(-3), "Money on a channel: a number from 0 up is needed, not -3"),
        (lambda: Hill(1, 1, 2).marginal(NAN), "Money on a channel"),
        (lambda: adstock_robyn([1, 2, -3], 0.5), "Spend in period 3"),
        (lambda: adstock_robyn([1], 1), "below 1, or nothing is ever forgotten"),
        (lambda: adstock_lightweight([1], 1.5), "a share runs from 0 to 1"),
        (lambda: adstock_meridian([1], 0.5, -1), "The last period that still counts"),
        (lambda: adstock_pymc([1], 0.5, 0), "The window of an adstock: a whole number of at least 1"),
        (lambda: half_life(-0.1), "What stays from one period to the next"),
        (lambda: robyn_hill([], 2, 0.5), "The largest spend in Robyn's history"),
        (lambda: robyn_hill([0, 0], 2, 0.5), "a number above 0 is needed, not 0"),
        (lambda: robyn_hill([5], 2, 2), "Robyn's gamma"),
    ],
)
def test_bad_input_is_refused_with_its_place(ask, said):
    with pytest.raises(Problem) as problem:
        ask()
    assert said in str(problem.value)


def test_a_huge_window_costs_nothing():
    assert adstock_pymc([100, 0], 0.5, 10**9, normalize=True) == pytest.approx([50, 25])
    assert math.isclose(adstock_meridian([100, 0], 0.5, 10**9)[0], 100 / 1.5)


def test_spend_may_come_from_a_generator_and_a_single_number_is_no_series():
    assert adstock_robyn(iter([100, 0]), 0.7) == [100, 70]
    assert adstock_pymc(iter([100, 0]), 0.7) == adstock_pymc([100, 0], 0.7)
    with pytest.raises(Problem, match="Spend per period"):
        adstock_robyn(100, 0.7)


# -- arrays, inverses, and what was once silently wrong ---------------------------------------------------------------

ALL = [
    Exponential(400, 50_000),
    GammaPoisson(400, 50_000, 0.3),
    Hill(400, 30_000, 2),
    Hill(400, 30_000, 0.5),
    Root(2),
    Logarithm(10, 1_000),
]


@pytest.mark.parametrize("curve", ALL)
def test_a_curve_is_asked_for_an_array_a_column_or_a_list_entry_by_entry(curve):
    money = [1.0, 1_000.0, 40_000.0, 1e6]
    for asked in (curve.value, curve.marginal):
        each = [asked(b) for b in money]
        assert asked(money) == asked(tuple(money)) == each
        assert asked(np.array(money)).tolist() == each
        square = asked(np.array(money).reshape(2, 2).T)
        assert square.T.ravel().tolist() == each
        assert asked(Column(money, "abcd")).to_dict() == dict(zip("abcd", each, strict=True))
    assert curve.value(np.array([1, 2])).dtype == np.float64


def test_an_entry_that_is_no_money_is_named():
    for wrong in (np.array([1.0, -1.0]), [1.0, "2"], np.array(["1"]), np.array([True])):
        with pytest.raises(Problem, match="Money on a channel"):
            Root(1).value(wrong)


@pytest.mark.parametrize("curve", ALL)
def test_the_money_for_a_response_brings_it(curve):
    for money in (0.0, 1.0, 12_345.6, 900_000.0):
        assert curve.money_for(curve.value(money)) == pytest.approx(money, rel=1e-6)
    assert curve.money_for([curve.value(5.0)]) == [pytest.approx(5)]


def test_a_response_of_the_cap_costs_no_sum_of_money():
    for curve in (Exponential(400, 1), Hill(400, 1, 2)):
        with pytest.raises(Problem, match="the curve's cap is 400"):
            curve.money_for(400)


def test_the_smallest_sums_have_a_return_and_no_nan():
    assert Hill(1, 100, 0.5).marginal(5e-324) == pytest.approx(0.05 / math.sqrt(5e-324), rel=1e-3)
    assert Hill(1, 1, 2).marginal(1e-310) == pytest.approx(2e-310, rel=1e-3)
    assert Hill(1, 5e-324, 0.5).marginal(1.0) < 1e-100 and Exponential(1, 5e-324).marginal(1.0) == 0
    assert Logarithm(1, 5e-324).value(1.0) == pytest.approx(744.44, abs=0.01)


def test_fractions_decimals_and_float32_are_numbers():
    assert Hill(Decimal(400), Fraction(30_000), np.float32(2)) == Hill(400, 30_000, 2)
    assert adstock_lightweight([100, 0], Decimal("0.5")) == [50, 25]


@pytest.mark.parametrize("loose", [{1: 100.0, 2: 0.0}, {100.0, 50.0}, b"12", "12", 3, None])
def test_spend_without_an_order_is_refused_by_every_adstock(loose):
    for stocked in (
        lambda spend: adstock_robyn(spend, 0.5),
        lambda spend: adstock_lightweight(spend, 0.5),
        lambda spend: adstock_meridian(spend, 0.5, 2),
        lambda spend: adstock_pymc(spend, 0.5, 2),
        lambda spend: robyn_hill(spend, 1, 0.5),
    ):
        with pytest.raises(Problem, match="Spend per period"):
            stocked(loose)


# -- heavy users -------------------------------------------------------------------------------------------------------


@quickly
@given(st.floats(0.1, 1e6), st.floats(0.01, 1_000), st.floats(0, 900))
def test_the_curve_of_heavy_users_is_the_reach_of_the_negative_binomial_distribution(users, shape, contacts):
    assert GammaPoisson(users, users, shape).value(contacts * users) == pytest.approx(
        users * NBD(contacts, shape).reach, rel=1e-9, abs=1e-12
    )


@quickly
@given(SIZE, SIZE, st.just(0.0) | st.floats(1e-9, 20))
def test_with_users_ever_more_alike_it_comes_down_to_the_exponential(cap, scale, contacts):
    money, alike = contacts * scale, Exponential(cap, scale)
    before = 0.0
    for shape in (0.1, 1, 10, 1e4, 1e7):
        value = GammaPoisson(cap, scale, shape).value(money)
        assert before <= value * (1 + 1e-12) and value <= alike.value(money) * (1 + 1e-12)
        before = value
    assert before == pytest.approx(alike.value(money), rel=1e-4)


@quickly
@given(SIZE, st.floats(1, 1e6), st.floats(0.05, 100), st.floats(0, 10), st.floats(0, 10))
def test_what_is_free_comes_before_the_first_rouble(cap, scale, shape, free, money):
    free, money = free * scale, money * scale
    for whole, started in (
        (GammaPoisson(cap, scale, shape), GammaPoisson(cap, scale, shape, free)),
        (Exponential(cap, scale), Exponential(cap, scale, free)),
    ):
        assert started.value(money) == pytest.approx(whole.value(money + free))
        assert started.marginal(money) == pytest.approx(whole.marginal(money + free))
        assert started.money_for(whole.value(free) / 2) == 0


def test_2_000_contacts_with_1_000_people_by_hand():
    # (1 + 2/0.3)^−0.3 = 7.6667^−0.3 = 0.54277; 1.2^−10 = 0.16151
    assert GammaPoisson(1_000, 1_000, 0.3).value(2_000) == pytest.approx(457.23, abs=0.005)
    assert GammaPoisson(1_000, 1_000, 10).value(2_000) == pytest.approx(838.49, abs=0.005)


def test_a_curve_of_heavy_users_is_refused_what_it_cannot_be():
    for wrong in ((0, 1, 1), (1, -1, 1), (1, 1, 0), (1, 1, 1, -1)):
        with pytest.raises(Problem, match="response curve"):
            GammaPoisson(*wrong)
    assert GammaPoisson(400, 1, 0.005).money_for(399) == INF
