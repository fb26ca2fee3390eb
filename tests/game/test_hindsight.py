"""Is the best in hindsight no worse than the team, does a useless channel bring less, and is luck told apart?"""

import pytest
from game.test_weeks import until
from gaming import gamed

from promplan.game import weeks
from promplan.game.events import happening
from promplan.game.hindsight import Option, _verdict, hindsight
from promplan.game.weeks import Game
from promplan.plan import edit

PLAN = gamed(30, 42)


def looked(plan):
    game = Game(until(plan, 6))
    return hindsight(game.played, game.steps)


@pytest.mark.parametrize("id_", ["one", "two", "three"])
def test_the_best_in_hindsight_is_never_worse_than_what_the_team_did(id_):
    found = looked(gamed(30, 42, id_=id_))
    assert found.best.applications >= found.team.applications
    assert found.options[0] is found.best and any(one.id == "none" for one in found.options)


def test_money_for_a_channel_that_meets_hardly_anybody_brings_less():
    useless = edit.put(PLAN, "channels/H6/money", {"price": 100_000.0})
    moved = weeks.decide(useless, {"move": "money", "channel": "H1", "to": "H6", "money": 30_000.0})
    assert looked(moved).team.applications < looked(useless).team.applications
    assert looked(moved).team.reach < looked(useless).team.reach


def test_no_money_brings_less_than_money():
    found = looked(PLAN)
    none = next(one for one in found.options if one.id == "none")
    assert none.applications < found.team.applications and none.reach < found.team.reach


def test_other_splits_are_played_with_the_same_people():
    plan = until(PLAN, 6)
    game = Game(plan)
    one, again = (hindsight(game.played, game.steps) for _ in range(2))
    assert one.options == again.options and one.luck == again.luck
    assert one.luck[0] <= one.team.applications <= one.luck[1]


def test_without_a_campaign_some_come_by_themselves():
    registrations, visits, applications = looked(PLAN).anyway
    assert registrations == pytest.approx(50_000 * 6 * 0.0001)
    assert (visits, applications) == (pytest.approx(0.6 * registrations), pytest.approx(0.12 * registrations))


def test_a_gap_within_luck_is_called_luck_and_a_larger_one_a_decision():
    team = Option("team", "as you decided", 0, 0, 10.0, 8)
    near, far = (Option("x", "other", 0, 0, value, 0) for value in (12.0, 40.0))
    luck, anyway = (5, 15), (1.0, 1.0, 1.0)
    assert "luck rather than the decision" in " ".join(map(str, _verdict(team, near, luck, anyway)))
    assert "Here the decision counted" in " ".join(map(str, _verdict(team, far, luck, anyway)))
    assert "what is left is luck" in " ".join(map(str, _verdict(team, team, luck, anyway)))


@pytest.mark.parametrize("weeks_", [1, 2, 6, 13, 200])
def test_events_come_between_the_weeks_each_once_and_from_the_seed_alone(weeks_):
    found = happening(7, weeks_)
    assert all(0 < week < weeks_ for week in found) and len({one.id for one in found.values()}) == len(found)
    assert found == happening(7, weeks_) and len(found) <= 6


def test_the_press_officer_s_answers_are_tried_where_the_team_gave_others():
    plan = PLAN
    while Game(plan).event is None:
        plan = weeks.play(plan)
    worst = weeks.answer(plan, Game(plan).event.answers[2].id)
    assert any(one.id == "officer" for one in looked(worst).options)
