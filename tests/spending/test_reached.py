"""Does net reach keep between its bounds, agree with the planning maths, and never fall when more is spent?"""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spending_plan import spent

from promplan.language import Problem
from promplan.media.impressions import NBD
from promplan.media.overlap import incremental_reach, pooled
from promplan.media.reach import Distribution, combined
from promplan.plan import Plan
from promplan.spending.reached import LAST, reached

quickly = settings(max_examples=60, deadline=None)


def planned(*channels: dict[str, object], people: int = 1_000, overlap: int | None = None, **budget: object) -> Plan:
    """Channels at a price of 1 for each contact, all used alike unless they say otherwise."""
    made = [
        {"id": f"H{n}", "name": f"c{n}", "money": {"price": 1_000.0, "amount": 0.0, **one}}
        for n, one in enumerate(channels, 1)
    ]
    known = [{"id": "OV1", "one": "H1", "other": "H2", "people": overlap}] if overlap is not None else []
    return Plan.model_validate({"channels": made, "budget": {"people": people, "overlaps": known, **budget}})


HALF = math.log(2)  # contacts for each user that reach half of the users


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    people = draw(st.integers(100, 100_000))
    channels = []
    for _ in range(draw(st.integers(1, 5))):
        users = draw(st.integers(10, people))
        channels.append(
            {
                "users": users,
                "price": draw(st.floats(1, 5_000)),
                "free": draw(st.none() | st.integers(0, 3 * users)),
                "alike": draw(st.none() | st.floats(0.05, 1_000)),
            }
        )
        channels[-1]["amount"] = draw(st.floats(0, 20)) * users * channels[-1]["price"] / 1_000
    overlap = None
    if len(channels) > 1 and draw(st.booleans()):
        one, other = channels[0]["users"], channels[1]["users"]
        overlap = draw(st.integers(max(0, one + other - people), min(one, other)))
    return planned(*channels, people=people, overlap=overlap, enough=draw(st.integers(1, 30)))


def test_two_channels_with_a_measured_overlap_by_hand():
    """Half of 600 and half of 400 users are reached; of the 200 who use both a quarter is reached by both."""
    plan = planned({"users": 600, "amount": 600 * HALF}, {"users": 400, "amount": 400 * HALF}, overlap=200)
    it = reached(plan)
    assert [one.reach for one in it.channels] == pytest.approx([300, 200])
    assert it.net == pytest.approx(450) and it.gross == pytest.approx(500)
    assert it.counted_twice == pytest.approx(50)
    # at least: all 200 of the second among those of the first; at most: none of them
    assert (it.low, it.high) == (pytest.approx(300), pytest.approx(500))
    assert [one.exclusive for one in it.channels] == pytest.approx([250, 150])
    assert [one.added for one in it.channels] == pytest.approx([300, 150])


def test_without_a_measured_overlap_it_is_chance():
    plan = planned({"users": 600, "amount": 600 * HALF}, {"users": 400, "amount": 400 * HALF})
    it = reached(plan)
    assert it.net == pytest.approx(1_000 * (1 - 0.7 * 0.8)) and (it.measured, it.pairs) == (0, 1)
    assert it.exposures[0] == pytest.approx(0.56)


def test_contacts_frequency_and_rating_points_by_hand():
    plan = planned({"users": 500, "amount": 1_000.0}, {"users": 500, "amount": 500.0, "free": 500}, enough=1)
    it = reached(plan)
    assert it.contacts == 2_000 and it.grp == 200 and it.money == 1_500
    assert it.frequency == pytest.approx(2_000 / it.net)
    assert it.price_per_person == pytest.approx(1_500 / it.net)
    assert it.effective == pytest.approx(it.net) and it.annoyed is None
    assert it.channels[0].frequency == pytest.approx(2 / -math.expm1(-2))


def test_enough_and_too_many_by_hand():
    """All 1,000 use it alike, two contacts each: Poisson with a mean of 2."""
    it = reached(planned({"users": 1_000, "amount": 2_000.0}, enough=3, most_contacts=5))
    assert it.effective == pytest.approx(1_000 * (1 - 5 * math.exp(-2)), rel=1e-6)
    assert it.annoyed == pytest.approx(1_000 * (1 - 7 * math.exp(-2)), rel=1e-6)
    assert it.exposures[:3] == pytest.approx([math.exp(-2), 2 * math.exp(-2), 2 * math.exp(-2)], rel=1e-6)


def test_few_heavy_users_take_the_contacts_that_many_would_have_shared():
    """The same 2,000 contacts: half as many are reached, and four times as many get too many."""
    few, many = (
        reached(planned({"users": 1_000, "amount": 2_000.0, "alike": alike}, enough=1, most_contacts=8))
        for alike in (0.3, 10.0)
    )
    assert (round(few.net), round(many.net)) == (457, 838)
    assert few.contacts == many.contacts and few.frequency > 1.8 * many.frequency
    assert few.annoyed > 4 * many.annoyed


def test_nobody_is_reached_without_contacts():
    it = reached(planned({"users": 500}))
    assert it.net == 0 and it.frequency is None and it.price_per_person is None and it.exposures[0] == 1


@quickly
@given(plans())
def test_net_reach_lies_between_the_largest_channel_and_all_people(plan):
    it = reached(plan)
    near = 1e-9 * it.people
    assert max(one.reach for one in it.channels) - near <= it.net <= min(it.people, it.gross) + near
    assert it.low - near <= it.net <= it.high + near
    assert math.fsum(one.added for one in it.channels) == pytest.approx(it.net)
    assert all(-near <= one.exclusive <= one.reach + near for one in it.channels)
    assert math.fsum(it.exposures) == pytest.approx(1) and min(it.exposures) >= 0
    assert it.exposures[0] == pytest.approx(1 - it.share)
    assert it.effective is not None and it.effective <= it.net + near


@quickly
@given(plans(), st.floats(0, 3))
def test_more_money_never_reaches_fewer(plan, more):
    before = reached(plan)
    first = before.channels[0]
    after = reached(plan, {first.id: first.money * (1 + more) + more})
    assert after.net >= before.net - 1e-9 * before.people
    assert after.at_least(1) >= before.at_least(1) - 1e-9 * before.people


@quickly
@given(plans())
def test_it_is_what_the_planning_maths_gives(plan):
    it = reached(plan)
    reaches = {one.id: one.reach for one in it.channels}
    if not it.measured:
        assert it.net == pytest.approx(pooled(reaches, it.people).net)
        increments = incremental_reach(reaches, it.people)
        assert [one.exclusive for one in it.channels] == pytest.approx([one.exclusive for one in increments])
    assert it.net == pytest.approx(math.fsum(one.added for one in it.channels))


@settings(max_examples=25, deadline=None)
@given(plans())
def test_exposures_are_the_convolution_of_the_channels_distributions(plan):
    plan.budget.overlaps = []
    it = reached(plan)
    media = []
    for one, channel in zip(it.channels, plan.channels, strict=True):
        use, alike = one.users / it.people, channel.money.alike or 1e9
        head = NBD(one.contacts / one.users, alike).first(3_000)
        p = [use * share for share in head]
        p[0] += 1 - use
        media.append(Distribution((*p, max(0.0, 1 - math.fsum(p)))))
    if sum(len(one.p) for one in media) < 5_000:
        whole = combined(media)
        assert it.exposures[:LAST] == pytest.approx(whole.p[:LAST], abs=1e-9)


def test_the_next_money_is_the_slope_of_net_reach_under_chance():
    plan = spent()
    plan.budget.overlaps = []
    it = reached(plan)
    for one in it.channels:
        if one.next is None:
            assert one.id == "H3"
            continue
        more = reached(plan, {one.id: one.money + 1.0})
        assert 1_000 * (more.net - it.net) == pytest.approx(one.next, rel=1e-3)


def test_money_on_what_cannot_be_counted_is_told_and_reaches_nobody():
    plan = spent()
    plan.channels[1].money.users = None
    it = reached(plan)
    assert it.uncounted == 6_000 and it.money == 20_000 and len(it.channels) == 4
    assert reached(plan, {"H2": 9_000}).uncounted == 9_000


def test_bad_questions_are_refused_with_the_remedy():
    with pytest.raises(Problem, match="nothing here is called H9"):
        reached(spent(), {"H9": 1.0})
    with pytest.raises(Problem, match=r"Money on .*a number from 0 up"):
        reached(spent(), {"H1": -1.0})
    with pytest.raises(Problem, match="contacts for each of its 16,000 users cannot be"):
        reached(spent(), {"H1": 1e10})
    with pytest.raises(Problem, match="How many people the campaign is for"):
        reached(Plan())
    with pytest.raises(Problem, match="no channel yet"):
        reached(Plan.model_validate({"budget": {"people": 100}}))
    with pytest.raises(Problem, match="Contacts"):
        reached(spent()).at_least(LAST + 1)


@quickly
@given(st.data())
def test_overlaps_that_real_people_have_contradict_nothing_and_net_reach_keeps_its_bounds(data):
    people = data.draw(st.integers(5, 40))
    follow = data.draw(st.lists(st.sets(st.integers(0, people - 1), min_size=1), min_size=2, max_size=5))
    plan = planned(
        *({"users": len(one), "amount": data.draw(st.floats(0, 5)) * len(one), "alike": 1.0} for one in follow),
        people=people,
    )
    both = [
        {"id": f"OV{n}", "one": f"H{i + 1}", "other": f"H{j + 1}", "people": len(follow[i] & follow[j])}
        for n, (i, j) in enumerate(itertools.combinations(range(len(follow)), 2), 1)
    ]
    plan = plan.model_validate({**plan.model_dump(), "budget": {**plan.budget.model_dump(), "overlaps": both}})
    it = reached(plan)
    assert it.measured == it.pairs and it.low - 1e-9 <= it.net <= it.high + 1e-9
    # everybody who uses a channel at all is the most that can be reached
    assert it.low <= len(set().union(*follow)) + 1e-9
