"""Do reach curves and their inverses agree, across models, caps and media?"""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.media.accumulation import Beta
from promplan.media.impressions import NBD
from promplan.media.reach import Distribution, combined, poisson, sainsbury, trp, tvr
from promplan.media.reach_curves import capped_reach, grp_for_reach, insertions_for_reach, reach_at, reach_curve

quickly = settings(max_examples=60, deadline=None)
HEAVY = NBD(1, 0.3)
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=4)


def two_media(one, other):
    """Every pair of contacts of the two media, counted out."""
    found = [0.0] * (len(one.p) + len(other.p) - 1)
    for (k, p), (j, q) in itertools.product(enumerate(one.p), enumerate(other.p)):
        found[k + j] += p * q
    return found


@quickly
@given(SHARES, SHARES)
def test_media_that_are_independent_combine_as_every_pair_of_contacts_says(tv, digital):
    one, other = sainsbury(tv), sainsbury(digital)
    both = one + other
    assert both.p == pytest.approx(two_media(one, other), abs=1e-12)
    assert both.reach == pytest.approx(1 - (1 - one.reach) * (1 - other.reach))
    assert both.mean == pytest.approx(one.mean + other.mean)
    assert both.p == pytest.approx(sainsbury([*tv, *digital]).p, abs=1e-12)


def test_effective_reach_across_television_and_digital():
    """3+ of a beta-binomial beside a negative binomial: by hand from the first three of each."""
    tv, digital = Beta.from_reach(0.2, 0.3).over(6), NBD.from_reach(0.8, 0.35).distribution()
    both = combined({"tv": tv, "digital": digital})
    below = sum(tv.p[k] * digital.p[j] for k in range(3) for j in range(3) if k + j < 3)
    assert both.at_least(3) == pytest.approx(1 - below, abs=1e-9)


def test_two_poisson_media_are_one():
    assert (poisson(40, 100) + poisson(60, 100)).p[:20] == pytest.approx(poisson(100, 100).p[:20], abs=1e-12)


def test_no_media_reach_nobody_and_anything_else_is_refused():
    assert combined([]).p == (1.0,)
    for wrong in ([0.3], {"tv": None}, 3, "tv"):
        with pytest.raises(Problem, match="Distribution"):
            combined(wrong)
    with pytest.raises(TypeError):
        _ = sainsbury([0.3]) + 1
    with pytest.raises(Problem, match="more than the 5000"):
        sainsbury([0.1], [3000]) + sainsbury([0.1], [3000])


def test_a_frequency_cap_leaves_the_reach_and_takes_contacts():
    met = poisson(300, 100)
    capped = met.capped(4)
    assert (len(capped.p), capped.reach) == (5, pytest.approx(met.reach))
    assert capped.mean == pytest.approx(sum(min(k, 4) * share for k, share in enumerate(met.p)))
    assert met.capped(1000) is met


@quickly
@given(st.floats(0.001, 0.97))
def test_the_grp_of_a_reach_reach_it(reach):
    for model in (None, HEAVY, NBD(1, 20)):
        try:
            grp = grp_for_reach(reach, model)
        except Problem as problem:
            assert "more than 100,000 GRP" in str(problem)
        else:
            assert reach_at(grp, model) == pytest.approx(reach, rel=1e-9)


def test_60_per_cent_at_random_take_92_grp_and_with_heavy_users_far_more():
    assert grp_for_reach(0.60) == pytest.approx(-100 * math.log(0.4))
    assert grp_for_reach(0.60, NBD(1, 0.5)) == pytest.approx(262.5)


@quickly
@given(st.floats(0.01, 0.95), st.floats(0.05, 0.9))
def test_the_insertions_of_a_reach_are_the_fewest(reach, share):
    n = insertions_for_reach(reach, share)
    assert 1 - (1 - share) ** n >= reach - 1e-9
    assert n == 1 or 1 - (1 - share) ** (n - 1) < reach


def test_the_insertions_of_a_reach_under_habit_are_the_fewest():
    habit = Beta.from_reach(0.10, 0.14)
    n = insertions_for_reach(0.25, habit)
    assert habit.reach(n) >= 0.25 > habit.reach(n - 1)
    assert insertions_for_reach(1 - 0.8**5, 0.2) == 5 and insertions_for_reach(0, 0.2) == 0


def test_a_curve_over_grp_and_one_over_insertions_agree_with_their_distributions():
    for point in reach_curve([0, 50, 200], HEAVY, effective=2):
        met = HEAVY.at(grp=point.grp)
        assert (point.reach, point.effective) == (met.reach, met.at_least(2))
        assert point.frequency == (pytest.approx(point.grp / 100 / met.reach) if met.reach else 0)
    (point,) = reach_curve([4], 0.15)
    assert (point.weight, point.grp, point.reach) == (4, pytest.approx(60), pytest.approx(0.5220, abs=1))
    assert point.reach == pytest.approx(1 - 0.85**4)


def test_a_capped_campaign_reaches_more_for_the_same_impressions():
    assert capped_reach(200, 4, HEAVY) > reach_at(200, HEAVY)
    assert capped_reach(200, 500, HEAVY) == pytest.approx(reach_at(200, HEAVY), abs=1e-6)
    # what is delivered under the cap at the rate found is what was ordered
    reach = capped_reach(100, 2)
    rate = -math.log1p(-reach)
    assert 2 - 2 * math.exp(-rate) - rate * math.exp(-rate) == pytest.approx(1, abs=1e-9)


def test_target_and_television_ratings():
    assert (trp(5_400, 2_700), tvr(3_100, 62_000)) == (200, 5)
    with pytest.raises(Problem, match="more than the 62,000 people"):
        tvr(63_000, 62_000)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: grp_for_reach(1), "Nothing reaches all"),
        (lambda: grp_for_reach(0.5, Beta(1, 1)), "counts insertions"),
        (lambda: grp_for_reach(0.99, NBD(1, 0.05)), "more than 100,000 GRP"),
        (lambda: insertions_for_reach(0.5, HEAVY), "counts GRP"),
        (lambda: insertions_for_reach(0.5, 0), "Not even 5000 insertions"),
        (lambda: insertions_for_reach(0.999, Beta(0.01, 0.1)), "Not even 5000 insertions"),
        (lambda: reach_curve([1], "poisson"), "NBD or a Beta"),
        (lambda: reach_curve([1.5], 0.2), "Insertions"),
        (lambda: reach_curve([2e5]), "GRP: at most"),
        (lambda: reach_curve(100), "Weights of a reach curve"),
        (lambda: capped_reach(400, 4), "the cap lets 4 through"),
        (lambda: capped_reach(300, 4, NBD(1, 1e-4)), "cannot be delivered"),
        (lambda: Distribution((0.5, 0.5)).capped(0), "Frequency cap"),
    ],
)
def test_what_cannot_be_reached_is_refused_with_the_reason(call, words):
    with pytest.raises(Problem, match=words):
        call()
