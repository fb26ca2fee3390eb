"""Is what a channel adds to the others what a real population says it is?"""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.media.overlap import incremental_reach, net_bounds, pooled

quickly = settings(max_examples=80, deadline=None)


@st.composite
def followers(draw):
    people = draw(st.integers(2, 30))
    return people, draw(st.lists(st.sets(st.integers(0, people - 1)), min_size=1, max_size=5))


@quickly
@given(followers(), st.integers(0, 3))
def test_the_true_exclusive_reach_lies_between_the_bounds(case, left_out):
    people, follow = case
    pairs = {
        (i + 1, j + 1): len(follow[i] & follow[j])
        for n, (i, j) in enumerate(itertools.combinations(range(len(follow)), 2))
        if n % 4 != left_out
    }
    found = incremental_reach([len(one) for one in follow], people, pairs)
    for i, one in enumerate(found):
        alone = len(follow[i] - set().union(*(other for j, other in enumerate(follow) if j != i)))
        assert one.low - 1e-9 <= alone <= one.high + 1e-9
        assert one.low - 1e-9 <= one.exclusive <= one.high + 1e-9
    assert math.fsum(one.added for one in found) >= pooled([len(one) for one in follow], people, pairs).net - 1e-6


def test_of_two_channels_with_a_measured_overlap_it_is_exact():
    vk, tg = incremental_reach({"vk": 30, "tg": 25}, 62, {("vk", "tg"): 12})
    assert (vk.exclusive, vk.low, vk.high, vk.added) == (pytest.approx(18), 18, 18, 30)
    assert (tg.name, tg.exclusive, tg.added) == ("tg", pytest.approx(13), pytest.approx(13))


def test_a_channel_whose_people_all_follow_another_adds_nobody():
    inside = incremental_reach({"vk": 30, "chat": 10}, 100, {("vk", "chat"): 10})[1]
    assert (inside.exclusive, inside.added) == (0, 0)


def test_one_channel_alone_is_all_its_own():
    (only,) = incremental_reach([30], 62)
    assert (only.name, only.alone, only.exclusive, only.low, only.high, only.added) == (1, 30, 30, 30, 30, 30)


def test_new_people_in_turn_add_up_to_the_net_reach():
    found = incremental_reach([30, 40, 20], 100)
    assert math.fsum(one.added for one in found) == pytest.approx(pooled([30, 40, 20], 100).net)


def test_contradictions_are_refused_as_in_pooling():
    with pytest.raises(Problem, match="contradict each other"):
        incremental_reach([40, 40, 40], 100, {(1, 2): 40, (2, 3): 40, (1, 3): 0})


@quickly
@given(followers(), st.integers(0, 3), st.integers(0, 4), st.integers(0, 4))
def test_the_true_net_reach_lies_between_the_bounds_of_loosely_known_pairs(case, left_out, below, above):
    people, follow = case
    sizes = [len(one) for one in follow]
    both = {
        (i + 1, j + 1): len(follow[i] & follow[j])
        for n, (i, j) in enumerate(itertools.combinations(range(len(follow)), 2))
        if n % 4 != left_out
    }
    least = {(i, j): max(n - below, 0, sizes[i - 1] + sizes[j - 1] - people) for (i, j), n in both.items()}
    most = {(i, j): min(n + above, sizes[i - 1], sizes[j - 1]) for (i, j), n in both.items()}
    low, high = net_bounds(sizes, people, least, most)
    assert low - 1e-9 <= len(set().union(*follow)) <= high + 1e-9


def test_where_both_ends_are_the_same_the_bounds_are_those_of_pooled():
    sizes, pairs = {"vk": 30, "tg": 25, "ok": 10}, {("vk", "tg"): 12, ("tg", "ok"): 10}
    it = pooled(sizes, 100, pairs)
    assert net_bounds(sizes, 100, pairs, pairs) == (it.low, it.high)
