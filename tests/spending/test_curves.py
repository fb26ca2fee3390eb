"""Is a channel counted as the plan says, and is what is missing told instead of invented?"""

import math

import pytest
from spending_plan import spent

from promplan.media.budget import Channel, split
from promplan.media.impressions import NBD
from promplan.media.response import Exponential, GammaPoisson
from promplan.plan import Plan
from promplan.spending.curves import called, counted, missing, overlaps


def one(people: int = 1_000, **money: object) -> Plan:
    channel = {"id": "H1", "name": "VK", "money": {"users": 1_000, "price": 1_000.0, **money}}
    return Plan.model_validate({"channels": [channel], "budget": {"people": people}})


@pytest.mark.parametrize(("alike", "people"), [(0.3, 457), (10.0, 838), (None, 865)])
def test_2_000_contacts_reach_457_of_1_000_heavy_and_light_users_and_838_of_those_who_are_alike(alike, people):
    # (1 + 2/0.3)^−0.3 = 0.543, (1 + 2/10)^−10 = 0.162, exp(−2) = 0.135
    (channel,) = counted(one(alike=alike))
    assert channel.contacts(2_000) == 2_000
    assert channel.reach(2_000) == pytest.approx(people, abs=0.5)


@pytest.mark.parametrize(("grp", "reach"), [(100, 632), (200, 865), (300, 950)])
def test_model_8_where_all_are_alike_reach_is_that_of_poisson(grp, reach):
    assert counted(one())[0].reach(10.0 * grp) == pytest.approx(reach, abs=0.5)


def test_the_curve_is_the_reach_of_the_negative_binomial_distribution():
    (channel,) = counted(one(people=4_000, alike=0.6, free=300))
    assert channel.reach(900) == pytest.approx(1_000 * NBD(1.2, 0.6).reach)
    assert channel.curve == GammaPoisson(0.25, 1_000, 0.6, free=300)
    assert counted(one(free=300))[0].curve == Exponential(1, 1_000, free=300)


def test_contacts_without_money_come_before_the_paid_ones():
    (channel,) = counted(one(alike=0.3, free=500))
    assert channel.reach(0) == pytest.approx(1_000 * NBD(0.5, 0.3).reach)
    assert channel.reach(1_500) == pytest.approx(counted(one(alike=0.3))[0].reach(2_000))
    assert channel.curve.marginal(0) < counted(one(alike=0.3))[0].curve.marginal(0)


def test_a_price_of_half_buys_twice_the_contacts():
    (channel,) = counted(one(price=500.0))
    assert channel.contacts(1_000) == 2_000


def test_a_channel_without_a_price_takes_no_money():
    (channel,) = counted(one(price=None, free=700))
    assert not channel.paid and channel.contacts(9_999) == 700
    assert channel.reach(9_999) == channel.reach(0) == pytest.approx(1_000 * -math.expm1(-0.7))


def test_a_large_shape_is_as_good_as_all_alike():
    (alike,), (exact,) = counted(one(alike=1_000.0)), counted(one())
    assert alike.reach(1_500) == pytest.approx(exact.reach(1_500), rel=1e-3)


def test_the_certificate_proves_a_split_of_heavy_users_curves():
    few = Channel("few", GammaPoisson(0.5, 1_000, 0.3))
    many = Channel("many", GammaPoisson(0.5, 1_000, 10.0))
    answer = split([few, many], 3_000, "net_reach")
    assert answer.certificate.holds and not answer.certificate.bent
    first, second = answer.certificate.marginals
    assert first == pytest.approx(second, rel=1e-9)
    assert answer.by_name["many"] != pytest.approx(answer.by_name["few"], rel=0.01)


def test_a_channel_that_lacks_a_number_is_left_out_and_says_which():
    plan = one(users=None)
    assert counted(plan) == ()
    (gap,) = missing(plan)
    assert (gap.where, gap.field, gap.counted) == ("H1", "users", False)
    assert "VK: how many people of ours use it is not said" in str(gap.words)
    told = {gap.field for gap in missing(one(price=None, amount=500.0))}
    assert told == {"price", "alike"} and counted(one(price=None, amount=500.0)) == ()
    assert {gap.field for gap in missing(one(price=None))} == {"free", "alike"}
    assert {gap.field for gap in missing(one(users=1_001))} == {"users", "alike"}


def test_a_channel_of_which_nobody_knows_how_alike_it_is_used_is_counted_and_told():
    (gap,) = missing(one())
    assert gap.counted and gap.field == "alike" and len(counted(one())) == 1
    assert missing(one(alike=1.0)) == ()


def test_without_the_people_nothing_is_counted():
    plan = one(alike=1.0)
    plan.budget.people = None
    assert counted(plan) == () and [gap.field for gap in missing(plan)] == ["people"]


def test_names_that_are_alike_get_their_ids():
    plan = spent()
    plan.channels[0].name = plan.channels[1].name = "VK"
    plan.channels[2].name = " "
    assert list(called(plan).values())[:3] == ["VK (H1)", "VK (H2)", "H3"]


def test_an_overlap_that_cannot_be_is_told_and_chance_taken():
    plan = spent()
    assert overlaps(plan) == {("H1", "H3"): 6_000}
    plan.budget.overlaps[0].people = 7_001
    assert overlaps(plan) == {}
    (gap,) = missing(plan)
    assert gap.where == "OV1" and "it is from 3,000 to 7,000" in str(gap.words)
    plan.budget.overlaps[0].people, plan.budget.overlaps[0].other = 6_000, "H1"
    assert [gap.field for gap in missing(plan)] == ["other"]


def test_the_same_pair_twice_counts_once():
    plan = spent()
    again = plan.budget.overlaps[0].model_copy(update={"id": "OV2", "one": "H3", "other": "H1", "people": 10})
    plan.budget.overlaps.append(again)
    assert overlaps(plan) == {("H1", "H3"): 6_000}
    assert [gap.where for gap in missing(plan)] == ["OV2"]
