"""Is a campaign that cannot be named as such, with the place and the remedy?"""

from dataclasses import replace

import pytest

from promplan.language import Problem
from promplan.media.accumulation import Beta
from promplan.media.campaign import Campaign, Channel, Item
from promplan.media.population import Response, Segment

RATES = Response(0.5, 0.2, 0.5, 0.5, 0.4)
PUPILS = Segment("pupils", 1_000, RATES, {"vk": Beta(1, 4)})
PARENTS = Segment("parents", 500, RATES)
POST = Item("P1", "vk", 3)
PLAN = Campaign([PUPILS, PARENTS], [Channel("vk")], [POST], 10)


def with_item(**changes):
    return replace(PLAN, items=[replace(POST, **changes)])


def with_pupils(**changes):
    return replace(PLAN, segments=[replace(PUPILS, **changes), PARENTS])


def with_rates(**changes):
    return with_pupils(response=replace(RATES, **changes))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda: with_item(channel="tv"), "Item P1: nothing here is called tv. Name one of: vk"),
        (lambda: with_item(day=10), r"Item P1, its day .*: at most 9, not 10"),
        (lambda: with_item(day=-1), r"Item P1, its day .*not -1"),
        (lambda: with_item(day=1.5), r"Item P1, its day .*not 1.5"),
        (lambda: with_item(organic=1.5), r"Item P1, its share without money: a share runs from 0 to 1, not 1.5"),
        (lambda: with_item(fit={"pupils": 2}), r"Item P1, its fit to pupils: .*not 2"),
        (lambda: with_item(fit={"teachers": 1}), "Item P1: nothing here is called teachers"),
        (lambda: with_item(paid=-5), r"Item P1, its impressions bought: .*not -5"),
        (lambda: with_item(paid=float("nan")), "Item P1, its impressions bought"),
        (lambda: with_item(paid=100, targets=["parents"]), "none of the people targeted use it"),
        (lambda: with_item(paid=100, targets=["teachers"]), "nothing here is called teachers"),
        (lambda: with_item(paid=1e9), r"each user of vk \(buy fewer impressions there\): at most 1000"),
        (lambda: with_pupils(people=-1), r"Segment pupils, its people: .*not -1"),
        (lambda: with_pupils(people=10**10), "Segment pupils, its people: at most"),
        (lambda: with_pupils(habits={"tv": Beta(1, 1)}), "Segment pupils: nothing here is called tv"),
        (lambda: with_pupils(habits={"vk": Beta(0, 1)}), "Alpha of the beta distribution: a number above 0"),
        (lambda: with_pupils(habits={"vk": Beta(1e-9, 1)}), "Segment pupils, channel vk: alpha and beta"),
        (lambda: with_rates(attention=1.01), r"A segment's rate of attention: .*not 1.01"),
        (lambda: with_rates(click=-0.1), "A segment's rate of clicks"),
        (lambda: with_rates(registration=2), "A segment's rate of registrations"),
        (lambda: with_rates(visit=float("nan")), "A segment's rate of visits"),
        (lambda: with_rates(application="half"), "A segment's rate of applications"),
        (lambda: with_rates(fatigue=-1), "A segment's fatigue"),
        (lambda: with_rates(lift=float("inf")), "A segment's lift by memory"),
        (lambda: with_rates(lift=5), r"could lift a segment's rate of clicks to 1.2, above 1"),
        (lambda: replace(PLAN, channels=[Channel("vk", (0.5, 0.4))]), r"Channel vk: .*add up to 0.9, not to 1"),
        (lambda: replace(PLAN, channels=[Channel("vk", ())]), r"Channel vk: .*add up to 0, not to 1"),
        (lambda: replace(PLAN, channels=[Channel("vk", (2, -1))]), "Channel vk, contacts by day after posting"),
        (lambda: replace(PLAN, channels=[Channel("vk", click=3)]), "Channel vk, what a click is worth"),
        (lambda: replace(PLAN, channels=[Channel("vk"), Channel("vk")]), "The name vk is given twice"),
        (lambda: replace(PLAN, segments=[PUPILS, PUPILS]), "The name pupils is given twice"),
        (lambda: replace(PLAN, items=[POST, POST]), "The name P1 is given twice"),
        (lambda: replace(PLAN, days=0), "Days of the campaign: a whole number of at least 1"),
        (lambda: replace(PLAN, days=10_000), "Days of the campaign: at most 3660"),
        (lambda: replace(PLAN, memory=1), "What is remembered a day later: something must be forgotten"),
        (lambda: replace(PLAN, memory=-0.1), "What is remembered a day later: a share"),
    ],
)
def test_what_cannot_be_is_named(changed, said):
    with pytest.raises(Problem, match=said):
        changed()


def test_three_as_a_float_is_three():
    plan = Campaign([replace(PUPILS, people=1e3)], [Channel("vk")], [replace(POST, day=3.0)], 10.0)
    assert (plan.days, plan.items[0].day, plan.segments[0].people) == (10, 3, 1_000)


def test_impressions_become_whole_opportunities_and_a_rest():
    """1,000 pupils of whom one post meets a fifth: 500 impressions are two and a half posts."""
    plan = with_item(paid=500)
    assert plan.meetings(plan.items[0], PUPILS) == [(0, 1.0), (1, 1.0), (2, 1.0), (3, 0.5)]


def test_a_post_for_money_alone_has_no_meetings_of_its_own():
    plan = with_item(paid=200, organic=0)
    assert plan.meetings(plan.items[0], PUPILS) == [(1, 1.0)]


def test_who_does_not_use_the_channel_has_no_meetings_there():
    assert PLAN.meetings(POST, PARENTS) == []


def test_lists_may_be_generators_and_are_read_once():
    plan = Campaign(
        (one for one in [PUPILS]), (one for one in [Channel("vk", (x for x in [0.5, 0.5]))]), iter([POST]), 5
    )
    assert (len(plan.segments), len(plan.items), plan.channels[0].arrival) == (1, 1, (0.5, 0.5))
    assert plan.opportunities("vk") == 1
    assert Item("P1", "vk", 0, targets=(name for name in ["pupils"])).targets == ("pupils",)


def test_what_was_handed_in_may_change_afterwards():
    habits, items = {"vk": Beta(1, 4)}, [POST]
    plan = Campaign([replace(PUPILS, habits=habits)], [Channel("vk")], items, 10)
    habits.clear()
    items.clear()
    assert plan.opportunities("vk") == 1 and plan.segments[0].habits == {"vk": Beta(1, 4)}


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: replace(PLAN, items=None), "Items of the campaign: a list of Item is needed"),
        (lambda: replace(PLAN, items=POST), "Items of the campaign: a list of Item is needed"),
        (lambda: with_pupils(habits={"vk": (1, 3)}), "Segment pupils, its habit on vk: a Beta is needed"),
        (lambda: with_pupils(response={"click": 0.2}), "Segment pupils, its rates: a Response is needed"),
        (lambda: with_item(targets="pupils"), "Item P1, the segments targeted: a list of str is needed"),
        (lambda: with_item(targets=None), "Item P1, the segments targeted"),
        (lambda: with_item(fit=None), "Item P1, its fit to the segments: a mapping is needed"),
        (lambda: replace(PLAN, days=3_000, items=[Item(f"P{n}", "vk", n) for n in range(400)]), "simulate a part"),
        (lambda: PLAN.meetings(replace(POST, paid=10**9), PUPILS), "P1 belongs to another campaign"),
    ],
)
def test_another_kind_of_thing_is_named(made, said):
    with pytest.raises(Problem, match=said):
        made()


def test_items_may_be_the_rows_of_a_table():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"id": ["P1", "P2"], "channel": "vk", "day": [0, 3], "paid": [None, 200.0]})
    plan = Campaign([PUPILS], [Channel("vk")], table, 10)
    assert [(item.day, item.paid) for item in plan.items] == [(0, 0.0), (3, 200.0)]
