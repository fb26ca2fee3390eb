"""How many people does a plan meet, and how often: published figures, bounds that hold, words for bad input."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from promplan.language import Problem
from promplan.media.accumulation import Beta, beta_binomial, hofmans, hofmans_alpha
from promplan.media.duplication import agostini, metheringham
from promplan.media.overlap import pooled
from promplan.media.reach import (
    AMIC,
    MOST,
    Distribution,
    binomial,
    effective_reach,
    frequency,
    grp,
    poisson,
    random_reach,
    sainsbury,
)

NAN, INF = float("nan"), float("inf")
SHARE = st.floats(0, 1)
SHARES = st.lists(SHARE, min_size=1, max_size=8)
INSIDE = st.floats(0.001, 0.999)
README = {(1, 1): 150e3, (1, 2): 200e3, (1, 3): 180e3, (2, 2): 120e3, (2, 3): 140e3, (3, 3): 170e3}

quickly = settings(max_examples=60, deadline=None)


@st.composite
def reached_twice(draw):
    """R1 and R2 inside the domain of the beta-binomial."""
    r1 = draw(st.floats(0.01, 0.99))
    return r1, r1 + draw(st.floats(0.001, 0.999)) * r1 * (1 - r1)


@st.composite
def channels(draw, least=1, most=5):
    """Channels of a real population of 2 to 40 people: their audiences, pairwise duplications, and true net reach."""
    people = draw(st.integers(2, 40))
    follow = draw(st.lists(st.sets(st.integers(0, people - 1)), min_size=least, max_size=most))
    pairs = {
        (i + 1, j + 1): float(len(follow[i] & follow[j])) for i, j in itertools.combinations(range(len(follow)), 2)
    }
    return [float(len(one)) for one in follow], pairs, people, len(set().union(*follow))


# -- published cases ---------------------------------------------------------------------------------------------------


def test_case_1_random_duplication_of_three_vehicles_as_mediaplanr_prints_it():
    assert sainsbury([0.30, 0.20, 0.15]).reach == pytest.approx(0.524, abs=1e-12)


def test_case_2_who_is_met_how_often_as_mediaplanr_prints_it():
    met = sainsbury([0.30, 0.40, 0.20])
    assert met.p == pytest.approx((0.336, 0.452, 0.188, 0.024), abs=1e-12)
    assert met.reach == pytest.approx(0.664, abs=1e-12)
    assert met.at_least(2) == pytest.approx(0.212, abs=1e-12)
    assert met.frequency == pytest.approx(0.9 / 0.664, abs=1e-12)


def test_case_3_the_same_as_one_average_vehicle_chandon_1985_in_mediaplanr():
    met = binomial([0.30, 0.40, 0.20])
    assert met.p == pytest.approx((0.343, 0.441, 0.189, 0.027), abs=1e-12)
    assert met.reach == pytest.approx(0.657, abs=1e-12)


def test_case_5_beta_binomial_from_50_and_55_per_cent_as_mediaplanr_prints_it():
    beta = Beta.from_reach(0.50, 0.55)
    assert (beta.alpha, beta.beta) == pytest.approx((0.125, 0.125), abs=1e-12)
    met = beta_binomial(0.50, 0.55, 5)
    assert met.p == pytest.approx((0.396635, 0.060096, 0.043269, 0.043269, 0.060096, 0.396635), abs=5e-7)
    assert met.reach == pytest.approx(0.603365, abs=5e-7)
    assert beta_binomial(0.50, 0.55, 2).reach == pytest.approx(0.55, abs=1e-12)


def test_case_6_metheringham_with_three_vehicles_and_twelve_insertions_as_mediaplanr_prints_it():
    met = metheringham([1.5e6, 0.8e6, 1.2e6], [4, 3, 5], README, 10e6)
    assert met.audience == pytest.approx(1_200_000)
    assert met.duplication == pytest.approx(167_575.76, abs=0.005)
    assert met.two == pytest.approx(2_232_424.24, abs=0.005)
    assert (met.beta.alpha, met.beta.beta) == pytest.approx((5.2550, 38.5368), abs=5e-5)
    assert met.distribution.p[:4] == pytest.approx((0.256582, 0.326628, 0.231512, 0.117777), abs=5e-7)
    assert met.distribution.reach == pytest.approx(0.743418, abs=5e-7)
    assert met.distribution.at_least(3) == pytest.approx(0.185277, abs=5e-7)
    assert met.warnings == ()


def test_case_8_reach_frequency_and_grp_of_the_mri_guide_studylib_8290726():
    assert frequency(136_694, 76_022) == pytest.approx(1.79808, abs=5e-6)  # printed 1.80
    assert frequency(grp(136_694, 215_800), 1.79808) == pytest.approx(35.228, abs=5e-4)  # reach; printed 35.23 %
    assert round(grp(136_694, 215_800)) == 63  # printed 63; 63.34, and 63.41 from the rounded factors
    assert grp(136_694, 215_800) == pytest.approx(100 * 76_022 / 215_800 * frequency(136_694, 76_022))


def test_case_11_a_modelled_third_reach_gives_hofmans_exponent_1_for_every_vehicle():
    r1, r2 = 0.06, 0.103
    k, d = 2 * r1 / r2, 2 * r1 - r2
    modelled = (3 * r1) ** 2 / (3 * r1 + k * d * 3)
    assert (k, d, modelled) == pytest.approx((1.165049, 0.017, 0.135328), abs=5e-7)
    assert hofmans_alpha(r1, r2, modelled) == pytest.approx(1, abs=1e-12)
    assert hofmans(r1, r2, modelled, 4) == pytest.approx(0.160519, abs=5e-7)
    assert hofmans(r1, r2, modelled, 5) == pytest.approx(0.180702, abs=5e-7)


@quickly
@given(reached_twice())
def test_the_modelled_third_reach_teaches_nothing_whatever_the_vehicle(reaches):
    r1, r2 = reaches
    modelled = 9 * r1**2 / (3 * r1 + 6 * r1 / r2 * (2 * r1 - r2))
    assume(modelled <= 1)
    assert hofmans_alpha(r1, r2, modelled) == pytest.approx(1, abs=1e-6)


def test_case_24_four_insertions_of_15_per_cent_as_the_media_flight_plan_errata_have_them():
    met = binomial([0.15], [4])
    assert met.p == pytest.approx((0.5220, 0.3685, 0.0975, 0.0115, 0.0005), abs=5e-5)
    per_way = [one / math.comb(4, k) for k, one in enumerate(met.p)]
    assert per_way[1:4] == pytest.approx((0.0921, 0.0163, 0.0029), abs=5e-5)  # what docsity prints


def test_the_chain_example_of_the_kpi_dictionary_has_frequency_3():
    assert frequency(150_000, 50_000) == 3


@pytest.mark.parametrize(("points", "reached"), [(100, 0.632), (200, 0.865), (300, 0.950)])
def test_impressions_at_random_reach_63_87_95_per_cent_at_100_200_300_grp(points, reached):
    met = poisson(points * 10, 1000)
    assert met.reach == pytest.approx(reached, abs=5e-4)
    assert met.reach == pytest.approx(1 - math.exp(-points / 100), rel=1e-12)
    assert 100 * met.mean == pytest.approx(points)


def test_the_published_320_grp_with_60_per_cent_reach_need_a_frequency_of_5():
    """slideserve prints "a 4 frequency" for both 60 and 80 per cent of reach (domain G)."""
    assert frequency(320, 60) == pytest.approx(5.33, abs=0.005)
    assert frequency(320, 80) == 4


# -- the two conventions called Sainsbury ------------------------------------------------------------------------------


def test_the_amic_convention_is_had_by_its_name_only():
    assert random_reach([0.3, 0.4, 0.2]) == pytest.approx(sainsbury([0.3, 0.4, 0.2]).reach)
    assert random_reach([0.3, 0.4, 0.2], factor=AMIC) == pytest.approx(0.95 * 0.664)


def test_the_amic_factor_does_not_take_people_from_a_single_vehicle():
    assert random_reach([0.4], factor=AMIC) == 0.4
    assert random_reach([0.5, 0.01], factor=AMIC) == 0.5


# -- distributions -----------------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.lists(st.fractions(0, 1, max_denominator=100), min_size=1, max_size=10))
def test_the_convolution_is_what_counting_every_combination_gives(shares):
    counted = [Fraction(0)] * (len(shares) + 1)
    for met in itertools.product((0, 1), repeat=len(shares)):
        counted[sum(met)] += math.prod(p if one else 1 - p for p, one in zip(shares, met, strict=True))
    assert sainsbury(shares).p == pytest.approx([float(one) for one in counted], rel=1e-12, abs=1e-300)


def test_the_convolution_of_twelve_insertions_is_what_counting_every_combination_gives():
    shares, insertions = [0.31, 0.07, 0.22, 0.5], [4, 5, 2, 1]
    each = [p for p, n in zip(shares, insertions, strict=True) for _ in range(n)]
    counted = [0.0] * 13
    for met in itertools.product((0, 1), repeat=12):
        counted[sum(met)] += math.prod(p if one else 1 - p for p, one in zip(each, met, strict=True))
    assert sainsbury(shares, insertions).p == pytest.approx(counted, rel=1e-12)


MODELS = st.one_of(
    SHARES.map(sainsbury),
    SHARES.map(binomial),
    st.tuples(SHARE, st.integers(0, 400)).map(lambda one: binomial([one[0]], [one[1]])),
    st.floats(0, 300).map(lambda each: poisson(each, 1)),
    st.tuples(reached_twice(), st.integers(0, 300)).map(lambda one: beta_binomial(*one[0], one[1])),
)


@quickly
@given(MODELS)
def test_every_distribution_adds_up_and_its_measures_agree(met):
    assert math.fsum(met.p) == pytest.approx(1, abs=1e-9)
    assert min(met.p) >= 0
    curve = effective_reach(met)
    assert list(curve) == list(range(1, len(met.p)))
    assert all(curve[m] == pytest.approx(met.at_least(m), rel=1e-12, abs=1e-15) for m in curve)
    assert all(curve[m] >= curve[m + 1] for m in range(1, len(curve)))
    assert met.mean == pytest.approx(math.fsum(curve.values()), abs=1e-8)  # everybody with k contacts counts k times
    if met.reach > 0:
        assert met.frequency >= 1 - 1e-9


@quickly
@given(SHARES)
def test_random_reach_lies_between_the_largest_audience_and_the_sum(shares):
    for reach in (sainsbury(shares).reach, random_reach(shares), random_reach(shares, factor=AMIC)):
        assert max(shares) - 1e-12 <= reach <= min(1, sum(shares)) + 1e-12
    assert random_reach(shares) == pytest.approx(sainsbury(shares).reach, rel=1e-9, abs=1e-300)


@quickly
@given(SHARES, SHARE, st.integers(0, 7))
def test_a_larger_audience_or_one_more_insertion_never_lowers_random_reach(shares, more, which):
    which %= len(shares)
    larger = [max(one, more) if n == which else one for n, one in enumerate(shares)]
    assert sainsbury(larger).reach >= sainsbury(shares).reach - 1e-12
    assert binomial(larger).reach >= binomial(shares).reach - 1e-12
    assert sainsbury([*shares, more]).reach >= sainsbury(shares).reach - 1e-12


@quickly
@given(SHARES)
def test_one_average_vehicle_never_reaches_more_than_the_vehicles_themselves(shares):
    assert binomial(shares).reach <= sainsbury(shares).reach + 1e-12
    assert binomial(shares).mean == pytest.approx(sainsbury(shares).mean, abs=1e-12)


@quickly
@given(st.floats(0.01, 20))
def test_many_small_insertions_come_near_the_poisson_model(each):
    many = binomial([each / 4000], [4000])
    limit = poisson(each, 1)
    assert many.reach == pytest.approx(limit.reach, abs=each**2 / 4000)
    assert many.at_least(3) == pytest.approx(limit.at_least(3), abs=each**2 / 4000)  # Le Cam 1960: n p² bounds it


@pytest.mark.parametrize("p", [1e-12, 0.001, 0.3, 0.999, 1 - 1e-12])
def test_the_binomial_of_thousands_of_insertions_agrees_with_scipy(p):
    expected = stats.binom.pmf(np.arange(MOST + 1), MOST, p)
    assert binomial([p], [MOST]).p == pytest.approx(expected, rel=1e-8, abs=1e-15)


def test_a_reach_of_one_in_a_billion_keeps_its_digits():
    assert sainsbury([1e-12] * 3).reach == pytest.approx(3e-12, rel=1e-9)
    assert random_reach([1e-12] * 3) == pytest.approx(3e-12, rel=1e-9)
    assert poisson(1e-12, 1).reach == pytest.approx(1e-12, rel=1e-9)


def test_a_plan_without_insertions_reaches_nobody_and_has_no_frequency():
    for met in (
        sainsbury([]),
        sainsbury([0.3], [0]),
        binomial([0.3], [0]),
        poisson(0, 10),
        beta_binomial(0.5, 0.55, 0),
    ):
        assert met.reach == 0
        with pytest.raises(Problem, match="Add an insertion"):
            _ = met.frequency


def test_everybody_is_reached_by_what_everybody_reads():
    assert sainsbury([1, 0.5]).reach == random_reach([1, 0.5]) == 1
    assert binomial([1, 1]).p == (0, 0, 1)


def test_effective_reach_shows_what_the_choice_of_m_decides():
    assert effective_reach(sainsbury([0.3, 0.4, 0.2])) == pytest.approx({1: 0.664, 2: 0.212, 3: 0.024})


def test_nobody_has_more_contacts_than_there_are_insertions():
    met = sainsbury([0.3, 0.4])
    assert met.at_least(0) == 1
    assert met.at_least(3) == 0


# -- one vehicle -------------------------------------------------------------------------------------------------------


@quickly
@given(reached_twice(), st.integers(1, 60))
def test_beta_binomial_agrees_with_scipy(reaches, n):
    beta = Beta.from_reach(*reaches)
    met = beta.over(n)
    assert met.p == pytest.approx(stats.betabinom.pmf(np.arange(n + 1), n, beta.alpha, beta.beta), rel=1e-6, abs=1e-9)
    assert beta.reach(n) == pytest.approx(met.reach, rel=1e-9)


@quickly
@given(reached_twice(), st.integers(2, 60))
def test_beta_binomial_gives_back_what_was_measured_and_grows_inside_the_bounds(reaches, n):
    r1, r2 = reaches
    beta = Beta.from_reach(r1, r2)
    assert beta.over(1).reach == pytest.approx(r1, rel=1e-9)
    assert beta.over(2).reach == pytest.approx(r2, rel=1e-9)
    assert r1 - 1e-12 <= beta.reach(n - 1) <= beta.reach(n) + 1e-12
    assert beta.reach(n) <= min(1, n * r1) + 1e-12
    assert beta.reach(n) <= random_reach([r1], [n]) + 1e-9  # habits never help reach


@quickly
@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.integers(2, 40))
def test_less_duplication_means_more_reach(r1, one, other, n):
    fewer, more = sorted((one, other))
    room = r1 * (1 - r1)
    assert beta_binomial(r1, r1 + fewer * room, n).reach <= beta_binomial(r1, r1 + more * room, n).reach + 1e-9


def test_what_one_readme_calls_reach_after_two_are_the_people_who_met_both():
    """majesus/mediaplanning: R2 = alpha(alpha+1)/((alpha+beta)(alpha+beta+1)), which is 2 R1 − R2."""
    both = 0.125 * 1.125 / (0.25 * 1.25)
    assert both == pytest.approx(2 * 0.50 - 0.55)
    assert beta_binomial(0.50, 0.55, 2).p[2] == pytest.approx(both)


@pytest.mark.parametrize(
    ("r1", "r2", "words"),
    [
        (0.50, 0.50, "met nobody new"),
        (0.50, 0.40, "not the audience of the second alone"),
        (0.50, 0.75, "Take random duplication instead"),
        (0.50, 0.90, "must stay below 0.75"),
        (0.0, 0.1, "above 0 and below 1"),
        (1.0, 1.0, "above 0 and below 1"),
        (50, 0.6, "Write 35 % as 0.35"),
        (0.5, NAN, "Reach after insertion 2"),
    ],
)
def test_two_reaches_outside_the_domain_are_told_which_end_and_why(r1, r2, words):
    with pytest.raises(Problem, match=words):
        Beta.from_reach(r1, r2)


@quickly
@given(reached_twice(), st.floats(0.05, 1), st.integers(1, 12))
def test_hofmans_gives_back_the_three_measured_reaches_and_then_grows_or_says_where_it_stops(reaches, bend, n):
    r1, r2 = reaches
    r3 = r2 + bend * (r2 - r1)
    assume(r3 <= 1)
    for times, measured in ((0, 0), (1, r1), (2, r2), (3, r3)):
        assert hofmans(r1, r2, r3, times) == pytest.approx(measured, rel=1e-9)
    try:
        reach = hofmans(r1, r2, r3, n)
    except Problem as problem:
        assert n > 3
        assert "Hofmans' curve holds up to" in str(problem)
    else:
        assert r1 - 1e-12 <= reach <= min(1, n * r1) + 1e-12
        assert hofmans(r1, r2, r3, n - 1) <= reach


def test_hofmans_names_the_last_insertion_it_can_be_asked_for():
    assert 0.103 < hofmans(0.06, 0.103, 0.11, 3) <= 0.11 + 1e-12
    with pytest.raises(Problem, match="holds up to 3 insertions"):
        hofmans(0.06, 0.103, 0.11, 4)


@pytest.mark.parametrize(
    ("reaches", "words"),
    [
        ((0.06, 0.103, 0.10), "must grow"),
        ((0.06, 0.06, 0.10), "cumulative reaches"),
        ((0.06, 0.12, 0.15), "nobody met both"),
        ((0.06, 0.103, 0.16), "check the third reach"),
        ((0.06, 0.103, 1.6), "Reach after insertion 3"),
        ((0.0, 0.0, 0.0), "must grow"),
    ],
)
def test_three_reaches_that_no_vehicle_has_are_named(reaches, words):
    with pytest.raises(Problem, match=words):
        hofmans_alpha(*reaches)


# -- several vehicles --------------------------------------------------------------------------------------------------


def test_agostini_is_the_square_over_the_sum_with_1_125_duplications():
    pairs = {(1, 2): 0.12, (1, 3): 0.06, (2, 3): 0.08}
    assert agostini([0.3, 0.4, 0.2], pairs, 1) == pytest.approx(0.81 / (0.9 + 1.125 * 0.26))
    assert agostini([0.3, 0.4, 0.2], pairs, 1, k=1) == pytest.approx(0.81 / 1.16)
    assert agostini([300, 400, 200], {pair: 1000 * d for pair, d in pairs.items()}, 1000) == pytest.approx(679.245283)
    assert agostini([0.3], {}, 1) == pytest.approx(0.3)
    assert agostini([], {}, 1) == agostini([0, 0], {(1, 2): 0}, 1) == 0


@quickly
@given(channels(most=6), st.floats(0.5, 2))
def test_agostini_stays_between_the_largest_audience_and_the_sum(case, k):
    audiences, pairs, people, _ = case
    assert max(audiences) <= agostini(audiences, pairs, people, k) <= min(people, sum(audiences)) + 1e-9


def test_agostini_needs_every_pair():
    with pytest.raises(Problem, match="vehicles 2 and 3 is missing"):
        agostini([0.3, 0.4, 0.2], {(1, 2): 0.12, (3, 1): 0.06}, 1)


def test_metheringham_of_one_vehicle_is_its_beta_binomial():
    met = metheringham([0.5], [5], {(1, 1): 2 * 0.50 - 0.55}, 1)
    assert met.distribution.p == pytest.approx(beta_binomial(0.50, 0.55, 5).p)


def test_metheringham_says_in_words_when_duplication_is_below_random():
    with pytest.raises(Problem, match=r"average of these vehicles .* Take random duplication instead"):
        metheringham([0.3, 0.4], [1, 1], {(1, 2): 0.05}, 1)


def test_metheringham_says_in_words_when_everybody_is_met_twice():
    with pytest.raises(Problem, match="met nobody new"):
        metheringham([0.3], [4], {(1, 1): 0.3}, 1)


def test_metheringham_warns_when_one_more_insertion_loses_people():
    pairs = {(1, 1): 0.18, (1, 2): 0.27, (2, 2): 0.11}
    with_it, without = (metheringham([0.40, 0.32], [5, n], pairs, 1) for n in (3, 2))
    assert with_it.distribution.reach < without.distribution.reach
    assert any("less in vehicle 2" in str(one) and "cannot lose people" in str(one) for one in with_it.warnings)


def test_metheringham_warns_when_the_plan_reaches_less_than_its_largest_vehicle():
    met = metheringham([0.6, 0.02], [1, 9], {(1, 2): 0.02, (2, 2): 0.02}, 1)
    assert met.distribution.reach < 0.6
    assert "largest vehicle alone" in str(met.warnings[0])


@pytest.mark.parametrize(
    ("audiences", "insertions", "pairs", "words"),
    [
        ([0.3, 0.4], [1], {(1, 2): 0.2}, "one number of insertions for each vehicle"),
        ([0.3], [1], {}, "two insertions or more"),
        ([0.3], [2], {}, r"Add the pair \(1, 1\)"),
        ([0.3, 0.4], [1, 1], {}, "vehicles 1 and 2 is missing"),
        ([0.3, 1.4], [1, 1], {(1, 2): 0.2}, "audience of vehicle 2 is 1.4"),
        ([0.3, 0.4], [1, 1], {(1, 2): 0.35}, "from 0 to 0.3"),
        ([0.7, 0.8], [1, 1], {(1, 2): 0.4}, "from 0.5 to 0.7"),
        ([0.3, 0.4], [1, 1], {(1, 3): 0.2}, "no pair"),
        ([0.3, 0.4], [1, 1], {"01": 0.2}, "no pair"),
        ([0.3, 0.4], [1, 1], {(1, 2): 0.2, (2, 1): 0.1}, "Keep one"),
        ([0.3, 0.4], [1, 1.5], {(1, 2): 0.2}, "Insertions in vehicle 2"),
        ([0.3, 0.4], [1, 1], {(1, 2): NAN}, "Duplication of vehicles 1 and 2"),
    ],
)
def test_metheringham_names_what_is_missing_or_impossible(audiences, insertions, pairs, words):
    with pytest.raises(Problem, match=words):
        metheringham(audiences, insertions, pairs, 1)


# -- channels that share people ----------------------------------------------------------------------------------------


def test_two_channels_with_a_measured_overlap_are_counted_exactly():
    both = pooled([30_000, 25_000], 62_000, {(1, 2): 12_000})
    assert both.net == pytest.approx(43_000)
    assert both.low == both.high == pytest.approx(43_000)
    assert both.counted_twice == pytest.approx(12_000)
    assert both.share == pytest.approx(43 / 62)


def test_channels_of_unknown_overlap_are_pooled_at_random_between_honest_bounds():
    three = pooled([30, 40, 20], 100)
    assert three.net == pytest.approx(66.4)  # case 2
    assert (three.low, three.high, three.gross) == (40, 90, 90)


def test_the_town_is_the_ceiling():
    assert pooled([50_000, 40_000, 30_000], 62_000).high == 62_000
    assert pooled([62_000, 1], 62_000).net == 62_000


def test_three_channels_with_the_same_followers_reach_them_once():
    assert pooled([50, 50, 50], 100, {(1, 2): 50, (1, 3): 50, (2, 3): 50}).net == 50


def test_channels_without_common_followers_add_up():
    assert pooled([20, 20, 20], 100, {(1, 2): 0, (1, 3): 0, (2, 3): 0}).net == pytest.approx(60)


def test_no_channels_reach_nobody():
    assert pooled([], 100).net == 0


@quickly
@given(channels(most=6))
def test_the_true_net_reach_lies_between_the_bounds_and_so_does_the_estimate(case):
    audiences, pairs, people, truth = case
    some = dict(list(pairs.items())[::2])
    for known in ({}, some, pairs):
        net = pooled(audiences, people, known)
        assert net.low - 1e-6 <= truth <= net.high + 1e-6
        assert max(audiences) - 1e-9 <= net.low <= net.net <= net.high <= min(people, sum(audiences)) + 1e-9
    if len(audiences) == 2:
        assert pooled(audiences, people, pairs).net == pytest.approx(truth)


@quickly
@given(st.lists(SHARE, min_size=1, max_size=8))
def test_pooling_with_nothing_measured_is_random_duplication(shares):
    assert pooled(shares, 1).net == pytest.approx(random_reach(shares), abs=1e-9)


@quickly
@given(channels(least=2, most=5), st.floats(0, 1))
def test_pooled_reach_grows_with_an_audience_and_falls_with_an_overlap(case, step):
    audiences, pairs, people, _ = case
    before = pooled(audiences, people, pairs).net
    room = min(
        [
            people - audiences[0],
            *(people - audiences[0] - one + pairs[1, n] for n, one in enumerate(audiences, 1) if n > 1),
        ]
    )
    try:
        assert pooled([audiences[0] + step * room, *audiences[1:]], people, pairs).net >= before - 1e-6
        least = max(0.0, audiences[0] + audiences[1] - people)
        less = pairs[1, 2] - step * (pairs[1, 2] - least)
        assert pooled(audiences, people, {**pairs, (1, 2): less}).net >= before - 1e-6
    except Problem as problem:
        assert "contradict each other" in str(problem)  # the changed figures fit no people any more


def test_overlaps_that_no_people_could_have_are_refused():
    """A and B are the same people, B and C are the same people, and yet A and C share nobody."""
    with pytest.raises(Problem, match="contradict each other"):
        pooled([40, 40, 40], 100, {(1, 2): 40, (2, 3): 40, (1, 3): 0})


# -- bad input ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-0.1, 1.1, 35, NAN, INF, -INF, "0.3", None, 10**400])
def test_a_share_that_is_none_is_named_with_its_vehicle(bad):
    for model in (sainsbury, binomial, random_reach):
        with pytest.raises(Problem, match=r"Audience of vehicle 2: .* Write 35 % as 0.35"):
            model([0.3, bad])


@pytest.mark.parametrize("bad", [-1, 1.5, NAN, INF, "2", None])
def test_a_number_of_insertions_is_whole(bad):
    with pytest.raises(Problem, match="Insertions in vehicle 1"):
        sainsbury([0.3], [bad])
    with pytest.raises(Problem, match="Insertions"):
        beta_binomial(0.5, 0.55, bad)
    with pytest.raises(Problem, match="Contacts wanted"):
        sainsbury([0.3]).at_least(bad)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: sainsbury([0.3], [1, 2]), "one number of insertions for each vehicle"),
        (lambda: sainsbury([0.3], [MOST + 1]), "take the Poisson model"),
        (lambda: random_reach([0.3], factor=1.2), "Factor on the reach"),
        (lambda: poisson(-1, 10), "Impressions"),
        (lambda: poisson(1, 0), "Population"),
        (lambda: poisson(136_694_000, 215.8), "Check the units"),
        (lambda: grp(10, NAN), "Population"),
        (lambda: grp(INF, 10), "Impressions"),
        (lambda: frequency(10, 0), "Reach"),
        (lambda: frequency(10, 20), "swapped"),
        (lambda: Distribution(()), "add up to 0"),
        (lambda: Distribution((0.5, 0.4)), "Add those who are missing"),
        (lambda: Distribution((1.5, -0.5)), "People with 0 contacts"),
        (lambda: Distribution((NAN, 1.0)), "People with 0 contacts"),
        (lambda: Beta(0, 1), "Alpha of the beta"),
        (lambda: agostini([0.3], {}, 1, k=0), "Agostini's constant"),
        (lambda: pooled([70], 60), "more than the 60 people there are"),
        (lambda: pooled([70], -60), "Population"),
    ],
)
def test_input_outside_the_domain_is_a_problem_with_its_place_and_remedy(call, words):
    with pytest.raises(Problem, match=words):
        call()


def test_fractions_and_numpy_numbers_are_numbers():
    assert sainsbury([Fraction(3, 10), np.float64(0.2)], np.array([1, 1])).reach == pytest.approx(0.44)
