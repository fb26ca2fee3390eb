"""How many people does a comparison need, what does a count prove, and is it said when a town is too small?"""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from promplan.language import Problem
from promplan.media.experiment import (
    difference,
    feasible,
    minimum_detectable,
    pooled_rate,
    power,
    sample_size,
    wilson,
)

NAN, INF = float("nan"), float("inf")
SHARE = st.floats(0.001, 0.999)
FORMULA = st.fixed_dictionaries({"pooled": st.booleans(), "two_sided": st.booleans(), "alpha": st.floats(0.001, 0.2)})

quickly = settings(max_examples=80, deadline=None)


@st.composite
def counts(draw, most=500):
    n = draw(st.integers(1, most))
    return draw(st.integers(0, n)), n


# -- how many people ---------------------------------------------------------------------------------------------------


def test_case_17_one_against_two_per_cent_as_rs_power_prop_test_prints_it_rstudio_pubs_306681():
    needed = sample_size(0.01, 0.02)
    assert needed.exact == pytest.approx(2318.165, abs=5e-4)
    assert (needed.per_group, needed.total) == (2319, 4638)


@pytest.mark.parametrize(
    ("p1", "p2", "wanted", "pooled", "exact", "per_group"),
    [
        (0.01, 0.02, 0.8, False, 2315.42, 2316),  # domain C.T 17, recomputed
        (0.50, 0.75, 0.9, True, 76.707, 77),  # the example of R's help page: n = 76.7
        (0.05, 0.06, 0.8, True, 8157.73, 8158),
        (0.05, 0.06, 0.8, False, 8154.99, 8155),
        (0.0129, 0.013545, 0.8, False, 492_320.13, 492_321),  # andrerand's notebook prints 492,321; its text 491,587
    ],
)
def test_case_17_published_sample_sizes(p1, p2, wanted, pooled, exact, per_group):
    needed = sample_size(p1, p2, power=wanted, pooled=pooled)
    assert needed.exact == pytest.approx(exact, abs=6e-3)
    assert needed.per_group == per_group


def test_one_sided_needs_fewer_people():
    """(1.6449 + 0.8416)² against (1.9600 + 0.8416)², by hand from the unpooled formula."""
    one, two = (sample_size(0.2, 0.3, pooled=False, two_sided=sides).exact for sides in (False, True))
    assert one == pytest.approx((1.644854 + 0.841621) ** 2 * 0.37 / 0.01, rel=1e-5)
    assert two == pytest.approx((1.959964 + 0.841621) ** 2 * 0.37 / 0.01, rel=1e-5)


@quickly
@given(SHARE, SHARE, FORMULA, st.floats(0.25, 0.99))
def test_the_size_does_not_care_which_share_comes_first_and_gives_the_power_asked_for(p1, p2, formula, wanted):
    assume(abs(p1 - p2) > 1e-3)
    needed = sample_size(p1, p2, power=wanted, **formula)
    assert needed.exact == pytest.approx(sample_size(p2, p1, power=wanted, **formula).exact, rel=1e-12)
    assert power(needed.exact, p1, p2, **formula) == pytest.approx(wanted, abs=1e-9)
    assert needed.per_group - 1 < max(1, needed.exact) <= needed.per_group


@quickly
@given(SHARE, SHARE, FORMULA, st.floats(1, 1e5), st.floats(0, 1e5))
def test_more_people_never_mean_less_power(p1, p2, formula, n, more):
    assume(p1 != p2)
    assert 0 <= power(n, p1, p2, **formula) <= power(n + more, p1, p2, **formula) <= 1


def test_from_nobody_to_everybody_hardly_anybody_is_needed():
    assert power(4, 0, 1) == power(4, 0, 1, pooled=False) == 1
    assert sample_size(0, 1, pooled=False).per_group == 1
    assert power(1, 0, 1) == 0  # one against one: the false alarm alone asks for more


# -- the smallest difference -------------------------------------------------------------------------------------------


@quickly
@given(st.integers(20, 100_000), SHARE, FORMULA, st.floats(0.25, 0.99), st.booleans())
def test_the_smallest_difference_is_found_with_the_power_asked_for(n, p1, formula, wanted, rise):
    try:
        found = minimum_detectable(n, p1, power=wanted, rise=rise, **formula)
    except Problem as problem:
        assert "Ask more people" in str(problem)
        assert power(n, p1, 1.0 if rise else 0.0, **formula) < wanted
    else:
        p2 = p1 + found if rise else p1 - found
        assert 0 < found <= (1 - p1 if rise else p1)
        assert power(n, p1, p2, **formula) == pytest.approx(wanted, abs=1e-6)


def test_what_2319_people_per_group_show_is_one_point_from_one_per_cent():
    assert minimum_detectable(2319, 0.01) == pytest.approx(0.01, abs=5e-6)
    assert minimum_detectable(2319, 0.02, rise=False) == pytest.approx(0.01, abs=5e-6)


def test_thirty_pupils_show_only_a_third_of_them():
    assert minimum_detectable(30, 0.5) == pytest.approx(0.334228, abs=1e-6)
    assert sample_size(0.5, 0.5 + minimum_detectable(30, 0.5)).exact == pytest.approx(30)


@pytest.mark.parametrize(("n", "p1", "rise"), [(2, 0.5, True), (30, 1.0, True), (30, 0.0, False)])
def test_a_change_that_nobody_could_see_is_said_to_be_one(n, p1, rise):
    with pytest.raises(Problem, match="cannot show any change"):
        minimum_detectable(n, p1, rise=rise)


# -- a town that is too small ------------------------------------------------------------------------------------------


def test_a_small_town_is_told_in_words_how_many_are_missing():
    verdict = feasible(sample_size(0.05, 0.06).per_group, 2_700)  # teenagers of the town of the case
    assert not verdict.possible
    assert "16,316 people, but there are only 2,700: 13,616 too few" in str(verdict.why)
    assert "Look for a larger difference" in str(verdict.why)


def test_people_enough_are_told_so_down_to_the_last_one():
    assert feasible(1350, 2_700).possible
    assert not feasible(1351, 2_700).possible
    assert "it can be done" in str(feasible(100, 2_700, groups=3).why)


# -- one share ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.255289, 0.366210),  # the first four are the worked cases of Newcombe 1998
        (15, 148, 0.062386, 0.160487),
        (0, 20, 0, 0.161125),
        (1, 29, 0.006113, 0.171755),
        (23, 60, 0.270883, 0.509824),  # vassarstats' example
        (50, 100, 0.403832, 0.596168),
        (0, 50, 0, 0.071348),
        (45, 900, 0.0376, 0.0662),  # the chain example of the KPI dictionary: 3.76 … 6.62 %
    ],
)
def test_case_18_wilson_intervals_newcombe_1998_and_vassarstats(successes, n, low, high):
    found = wilson(successes, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5 if n == 900 else 6e-7)
    assert found.estimate == successes / n


@quickly
@given(counts(), st.floats(0.5, 0.999))
def test_wilson_agrees_with_scipy_and_keeps_the_estimate_inside(count, confidence):
    found = wilson(*count, confidence)
    expected = stats.binomtest(*count).proportion_ci(confidence, method="wilson")
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert 0 <= found.low <= found.estimate <= found.high <= 1


@quickly
@given(counts(), st.integers(2, 50))
def test_the_interval_narrows_with_more_people_and_widens_with_more_confidence(count, times):
    few, many = wilson(*count), wilson(count[0] * times, count[1] * times)
    assert many.high - many.low < few.high - few.low
    sure = wilson(*count, 0.99)
    assert sure.low <= few.low <= few.high <= sure.high


@quickly
@given(counts())
def test_yes_and_no_have_mirrored_intervals(count):
    yes, no = wilson(*count), wilson(count[1] - count[0], count[1])
    assert (yes.low, yes.high) == pytest.approx((1 - no.high, 1 - no.low), abs=1e-12)


# -- two shares --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counted", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1),
        ((10, 10, 0, 10), 0.6075, 1),
    ],
)
def test_the_eight_worked_differences_of_newcombe_1998_table_ii_method_10(counted, low, high):
    found = difference(*counted)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)


@quickly
@given(counts(), counts(), st.floats(0.5, 0.999))
def test_a_difference_contains_its_estimate_and_turns_round_with_its_groups(one, other, confidence):
    there, back = difference(*one, *other, confidence), difference(*other, *one, confidence)
    assert -1 <= there.low <= there.estimate <= there.high <= 1
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-12)


@quickly
@given(counts(200), counts(200), st.integers(2, 20))
def test_a_difference_narrows_with_more_people(one, other, times):
    few, many = difference(*one, *other), difference(*(times * count for count in (*one, *other)))
    assert many.high - many.low <= few.high - few.low + 1e-12


# -- many posts --------------------------------------------------------------------------------------------------------


def test_rates_are_pooled_and_the_average_stands_beside_them_to_be_argued_with():
    """The example of the KPI dictionary (domain B.4): 5.45 % against 25.5 %."""
    rate = pooled_rate([(50, 100), (10, 1000)])
    assert rate.pooled == pytest.approx(0.0545, abs=5e-5)
    assert rate.averaged == pytest.approx(0.255)
    assert (rate.successes, rate.n) == (60, 1100)


@quickly
@given(st.lists(counts(), min_size=1, max_size=20))
def test_a_pooled_rate_lies_among_the_rates_of_the_posts(posts):
    rates = [successes / n for successes, n in posts]
    rate = pooled_rate(posts)
    assert min(rates) - 1e-12 <= rate.pooled <= max(rates) + 1e-12
    assert rate.averaged == pytest.approx(math.fsum(rates) / len(rates))


@given(st.lists(st.integers(0, 50), min_size=1, max_size=9))
def test_posts_of_one_size_may_be_averaged(successes):
    rate = pooled_rate([(one, 50) for one in successes])
    assert rate.pooled == pytest.approx(rate.averaged)


# -- bad input ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-0.1, 1.1, 5, NAN, INF, "0.1", None])
def test_a_share_that_is_none_is_named(bad):
    for call in (
        lambda: sample_size(bad, 0.2),
        lambda: power(100, bad, 0.2),
        lambda: minimum_detectable(100, bad),
    ):
        with pytest.raises(Problem, match="First share: a share runs from 0 to 1"):
            call()
    with pytest.raises(Problem, match="Second share"):
        sample_size(0.2, bad)


@pytest.mark.parametrize("bad", [0, -5, NAN, INF, "100", None])
def test_nobody_can_be_asked_nothing(bad):
    for call in (lambda: power(bad, 0.1, 0.2), lambda: minimum_detectable(bad, 0.1)):
        with pytest.raises(Problem, match="People per group"):
            call()
    for call in (lambda: wilson(0, bad), lambda: difference(1, 2, 0, bad)):
        with pytest.raises(Problem, match="People asked"):
            call()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: sample_size(0.1, 0.1), "Say which share you hope for"),
        (lambda: power(100, 0.1, 0.1), "no difference to be found"),
        (lambda: sample_size(0.1, math.nextafter(0.1, 1)), "Take a larger difference"),
        (lambda: sample_size(0.1, 0.2, alpha=0), "Usual is 0.05"),
        (lambda: sample_size(0.1, 0.2, alpha=0.5), "Usual is 0.05"),
        (lambda: sample_size(0.1, 0.2, alpha=NAN), "Alpha"),
        (lambda: power(10, 0.1, 0.2, alpha=5), "not 5"),
        (lambda: sample_size(0.1, 0.2, power=1), "Usual is 0.8"),
        (lambda: sample_size(0.1, 0.2, power=0.05), "more often than it invents one"),
        (lambda: minimum_detectable(100, 0.2, power=NAN), "Power"),
        (lambda: wilson(5, 10, 95), "Write 95 % as 0.95"),
        (lambda: wilson(5, 10, NAN), "Confidence"),
        (lambda: wilson(11, 10), "count people, not clicks"),
        (lambda: wilson(-1, 10), "People who said yes"),
        (lambda: wilson(1.5, 10), "People who said yes"),
        (lambda: pooled_rate([]), "Give at least one"),
        (lambda: pooled_rate([(1, 2), (0, 0)]), "Post 2. People asked"),
        (lambda: pooled_rate([(1, 2), (3, 2)]), "Post 2. 3 of 2 cannot be"),
        (lambda: feasible(0, 100), "People needed per group"),
        (lambda: feasible(10, -1), "People there are"),
        (lambda: feasible(10, 100, groups=0), "Groups"),
        (lambda: feasible(10**5000, 100), "People needed per group"),
    ],
)
def test_input_outside_the_domain_is_a_problem_with_its_place_and_remedy(call, words):
    with pytest.raises(Problem, match=words):
        call()
