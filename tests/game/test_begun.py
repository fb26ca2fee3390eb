"""Is a team's plan read as a campaign, is what is missing told, and is every assumption said?"""

from datetime import date, timedelta

import pytest
from gaming import START, gamed

from promplan.game.begun import begun
from promplan.game.habits import habit
from promplan.game.played import campaign
from promplan.game.rates import of_funnel, response
from promplan.game.stand import stand
from promplan.language import Problem
from promplan.media.population import mean
from promplan.plan import Plan, edit

PLAN = gamed(12)


def left_out(plan: Plan) -> str:
    return "\n".join(map(str, begun(plan).left_out))


def test_a_plan_s_audiences_channels_and_dated_pieces_are_played():
    game = begun(PLAN)
    assert [one.name for one in game.segments] == ["A1", "A2", "A3"] and game.sizes["A2"] == 30_000
    assert [one.name for one in game.channels] == [f"H{k}" for k in range(1, 7)]
    assert [one.day for one in game.pieces[:3]] == [0, 7, 15] and (game.weeks, game.days) == (13, 90)
    assert game.left_out == ()


def test_what_cannot_be_played_is_named_with_its_reason():
    plan = edit.put(PLAN, "items/C1/dates", {"publish": None})
    plan = edit.put(plan, "items/C2", {"channel": ""})
    plan = edit.put(plan, "items/C3/dates", {"publish": START - timedelta(3)})
    plan = edit.put(plan, "items/C4/placing", {"state": "held"})
    plan = edit.put(plan, "audiences/A2", {"size": None})
    plan = edit.put(plan, "channels/H1/money", {"price": None})
    told = left_out(plan)
    for said in ("A2, their parents: nobody", "a day: C1", "a channel: C2", "after the campaign: C3", "Held back: C4"):
        assert said in told
    assert "size nobody has said: C5, C8, C11" in told and "no price of 1,000 contacts" in told


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda plan: edit.put(plan, "meta", {"campaign_start": None}), "no first and last day"),
        (lambda plan: edit.put(plan, "meta", {"campaign_end": START - timedelta(1)}), "before it starts"),
        (lambda plan: edit.put(plan, "meta", {"campaign_end": START + timedelta(1_500)}), "200 weeks at most"),
        (lambda plan: Plan(meta=plan.meta, items=plan.items, channels=plan.channels), "No audience has a size"),
        (lambda plan: Plan(meta=plan.meta, audiences=plan.audiences), "No piece of content has a channel"),
    ],
)
def test_a_plan_with_nothing_to_play_says_what_is_missing(change, said):
    with pytest.raises(Problem, match=said):
        begun(change(PLAN))


def test_a_number_of_the_plan_takes_the_place_of_an_assumption():
    assumed = "\n".join(map(str, begun(PLAN).assumed))
    assert "50 % of those we meet there use it (assumption, ours)" in assumed
    plan = edit.put(PLAN, "channels/H1/money", {"users": 10_000, "free": 8_000, "alike": 2.0})
    told = "\n".join(map(str, begun(plan).assumed))
    assert "20 % of those we meet there use it (by the plan)" in told and "meets 40 % of them (by the plan)" in told


def test_a_habit_keeps_its_users_mean_and_the_reach_of_two_pieces():
    channel = edit.put(PLAN, "channels/H1/money", {"users": 6_000, "free": 2_400, "alike": 3.0}).channels[0]
    found = habit(channel, 12_000, 2)
    assert (found.users, found.seen) == (0.5, 0.2) and mean(found.beta) == pytest.approx(0.1)
    # among users p follows Beta(3, 12): E p² = 3 · 4 / (15 · 16)
    twice = 0.5 * (2 * 0.2 - 3 * 4 / (15 * 16))
    assert found.beta.reach(2) == pytest.approx(twice)


def test_rates_are_those_of_the_objective_s_funnel_where_its_steps_are_neighbours():
    steps = [
        {"what": "visitors of the open day", "low": 0.2, "high": 0.4, "source": "last year"},
        {"what": "registrations", "low": 0.6, "high": 0.6, "source": "list"},
        {"what": "impressions", "low": 0.01, "high": 0.01, "source": "page"},
    ]
    plan, _ = edit.add(PLAN, "objectives", {"metric": "applications", "audience": "A1", "funnel": {"steps": steps}})
    said = of_funnel(plan.objectives[0])
    assert said == {"applications": pytest.approx(0.3), "visits": 0.6}  # from impressions to registrations is no step
    answer, told = response(plan, "A1")
    assert (answer.application, answer.visit) == (pytest.approx(0.3), 0.6)
    assert any("30 %, from the funnel of O1" in str(one) for one in told)
    assert response(plan, "A2")[0].application == 0.2  # it is for another audience


def test_a_funnel_in_russian_words_is_read_too():
    steps = [{"what": "переходы", "low": 0.05, "high": 0.05}, {"what": "показы", "low": 0.01, "high": 0.02}]
    plan, _ = edit.add(PLAN, "objectives", {"metric": "записавшиеся на экскурсию", "funnel": {"steps": steps}})
    assert of_funnel(plan.objectives[0]) == {"registrations": 0.05, "clicks": pytest.approx(0.015)}
    own = response(plan, "A3")[0]
    assert own.attention * 0.8 * own.click == pytest.approx(0.015)


def test_money_buys_the_contacts_that_its_price_says():
    game = begun(PLAN)
    now = stand(game, (), 0)
    spent = {name: sum(one.money for one in now.outs if one.channel == name) for name in game.names}
    assert spent["H6"] == pytest.approx(40_000) and spent["H2"] == 0
    paid = sum(one.paid for one in campaign(game, now).items if one.channel == "H6")
    assert paid == pytest.approx(1000 * 40_000 / 300)


def test_without_money_only_what_comes_by_itself_is_played():
    plan = PLAN
    for id_ in ("H1", "H6"):
        plan = edit.put(plan, f"channels/{id_}/money", {"amount": 0.0})
    now = stand(begun(plan), (), 0)
    assert sum(one.bought for one in now.outs) == 0 and len(now.outs) == 12


def test_ten_million_people_are_played_by_some_who_stand_for_many():
    game = begun(gamed(12, size=200.0))
    assert sum(game.sizes.values()) == 10_000_000 and max(game.per.values()) > 100
    assert sum(one.people for one in game.segments) <= 100_000
    assert any("one person who is played stands for" in str(one) for one in game.assumed)


def test_a_hundred_and_sixty_pieces_on_one_channel_have_room():
    plan = gamed(160)
    for one in plan.items:
        plan = edit.put(plan, f"items/{one.id}", {"channel": "H1"})
    assert len(campaign(begun(plan), stand(begun(plan), (), 0)).items) == 160


def test_whatever_is_paid_nobody_is_met_more_often_than_there_is_room():
    plan = edit.put(PLAN, "channels/H6/money", {"amount": 1e12})
    game = begun(plan)
    now = stand(game, (), game.weeks)
    assert now.left["H6"] > 0  # so much cannot be bought
    assert campaign(game, now).opportunities("H6") == 255


@pytest.mark.parametrize("users", [0, 1, 60, 11_999, 12_000, 10**9])
@pytest.mark.parametrize("free", [None, 0, 1, 10**12])
@pytest.mark.parametrize("alike", [None, 0.05, 1000.0])
def test_whatever_a_channel_says_of_its_users_they_can_be_simulated(users, free, alike):
    plan = edit.put(PLAN, "channels/H1/money", {"users": users, "free": free, "alike": alike})
    for one in begun(plan).segments:  # a segment checks its habits
        assert 0 < mean(one.habits["H1"]) < 1


def test_more_than_can_be_played_is_told():
    plan = gamed(160, days=1_400)
    for k in range(17):
        plan, _ = edit.add(plan, "audiences", {"segment": f"group {k}", "size": 1_000})
    with pytest.raises(Problem, match="more than the game can play"):
        begun(plan)


def test_the_day_of_a_piece_counts_from_the_campaign_s_first():
    plan = edit.put(PLAN, "items/C1/dates", {"publish": date(2026, 11, 30)})
    assert begun(plan).pieces[0].day == 28
