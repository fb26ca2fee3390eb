"""Do impressions on light and heavy users reach what they should: fewer people than chance, and some very often?"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from promplan.language import Problem
from promplan.media.accumulation import Beta
from promplan.media.impressions import NBD, negative_binomial
from promplan.media.reach import poisson

quickly = settings(max_examples=60, deadline=None)
MITES = (69.49, 37.60, 20.10, 10.70, 5.69, 3.02, 1.60, 0.85)  # Bliss and Fisher 1953, expected of 150 leaves


def test_the_fit_of_bliss_and_fisher_as_it_is_printed():
    found = NBD(mean=172 / 150, shape=1.02459).distribution()
    assert [round(150 * share, 2) for share in found.p[:8]] == list(MITES)


@quickly
@given(st.floats(0.01, 40), st.floats(0.5, 200))
def test_the_distribution_is_scipys_negative_binomial(mean, shape):
    found = NBD(mean, shape).distribution()
    there = stats.nbinom.pmf(np.arange(len(found.p)), shape, shape / (shape + mean))
    assert found.p == pytest.approx(there, abs=1e-9)
    assert NBD(mean, shape).reach == pytest.approx(1 - there[0], abs=1e-12)
    assert NBD(mean, shape).at_least(3) == pytest.approx(stats.nbinom.sf(2, shape, shape / (shape + mean)), abs=1e-9)


@quickly
@given(st.floats(0.01, 40), st.floats(0.05, 200))
def test_a_gamma_mixture_of_poissons_is_what_it_is(mean, shape):
    """By quadrature over the rates, in quantiles of the gamma distribution."""
    rates = stats.gamma.ppf((np.arange(4000) + 0.5) / 4000, shape, scale=mean / shape)
    assert NBD(mean, shape).reach == pytest.approx(float(np.mean(-np.expm1(-rates))), abs=2e-3)


@quickly
@given(st.floats(0.05, 20), st.floats(0.05, 50))
def test_mean_and_reach_give_back_the_shape(mean, shape):
    asked = NBD(mean, shape)
    assert NBD.from_reach(mean, asked.reach).shape == pytest.approx(shape, rel=1e-5)


@quickly
@given(st.floats(0.05, 10), st.floats(0.05, 20))
def test_two_waves_give_back_the_mean_and_the_shape(mean, shape):
    found = NBD.from_two(NBD(mean, shape).reach, NBD(2 * mean, shape).reach)
    assert (found.mean, found.shape) == (pytest.approx(mean, rel=1e-3), pytest.approx(shape, rel=1e-3))


def test_heavy_users_reach_a_quarter_where_chance_says_63_per_cent():
    """R1 = 10 %, R2 = 14 %, 100 GRP: a vehicle's habit, waves of impressions with heavy users, and mere chance."""
    chance = poisson(100, 100).reach
    habit = Beta.from_reach(0.10, 0.14).reach(10)
    heavy = NBD.from_two(0.10, 0.14).at(grp=100).reach
    milder = NBD.from_reach(0.2, 0.14).at(grp=100).reach
    assert (round(chance, 2), round(habit, 2), round(heavy, 2), round(milder, 2)) == (0.63, 0.24, 0.19, 0.35)


@quickly
@given(st.floats(0.05, 30), st.floats(0.05, 1000))
def test_no_heavy_users_reach_more_than_chance_and_without_them_it_is_chance(mean, shape):
    at_random = -math.expm1(-mean)
    assert NBD(mean, shape).reach <= at_random
    assert NBD(mean, 1e9).reach == pytest.approx(at_random, rel=1e-6)
    assert NBD(mean, shape).reach <= NBD(mean, 2 * shape).reach


def test_nobody_is_met_without_impressions():
    assert NBD(0, 0.5).reach == 0 and NBD(0, 0.5).distribution().p == (1.0,)
    assert (NBD(0, 0.5).at_least(0), NBD(0, 0.5).at_least(2)) == (1, 0)


def test_a_reach_in_a_million_keeps_its_digits():
    assert NBD(1e-9, 0.5).reach == pytest.approx(1e-9, rel=1e-6)


def test_a_tail_longer_than_any_table_is_said_and_reach_still_answers():
    heavy = NBD(800, 0.01)
    with pytest.raises(Problem, match="more than 5000 contacts"):
        heavy.distribution()
    assert 0 < heavy.at_least(3) < heavy.reach < 1


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: NBD(1, 0), "Shape of the negative binomial"),
        (lambda: NBD(1, 1e12), "from 0.000001"),
        (lambda: NBD(-1, 1), "Impressions per person"),
        (lambda: NBD.from_reach(0.2, 0.2), "which chance alone gives"),
        (lambda: NBD.from_reach(0.2, 0), "more than nobody"),
        (lambda: NBD.from_two(0.10, 0.19), "which chance alone gives"),
        (lambda: NBD.from_two(0.10, 0.10), "above that after one"),
        (lambda: negative_binomial(300, 0, 0.6), "Population"),
    ],
)
def test_what_no_audience_could_show_is_refused(call, words):
    with pytest.raises(Problem, match=words):
        call()
