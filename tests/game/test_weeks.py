"""Do played weeks stay as they were, gives a plan the same numbers everywhere, is what cannot be done refused?"""

import subprocess
import sys
from pathlib import Path

import pytest
from gaming import gamed

from promplan.game import weeks
from promplan.game.weeks import Game
from promplan.language import Problem, inside
from promplan.plan import edit

PLAN = gamed(30, 42)
HERE = Path(__file__).parents[1]


def answered(plan):
    """The plan with an answer to whatever waits for one."""
    event = Game(plan).event
    return plan if event is None else weeks.answer(plan, event.answers[1].id, "so it is")


def until(plan, week: int):
    """The plan after so many weeks, whatever happens answered on the way."""
    while plan.measurement.game.week < week:
        plan = weeks.play(answered(plan))
    return plan


def numbers(plan, week: int) -> dict[str, list]:
    game = Game(plan)
    return {id_: one.played.tolist() for id_, one in game.played.of_week(game.steps, week).items() if one.played.any()}


def test_a_week_that_was_played_stays_whatever_is_decided_later():
    plan = answered(until(PLAN, 3))
    before = [numbers(plan, week) for week in (1, 2, 3)]
    reach = [Game(plan).played.reach(Game(plan).steps, week).estimate for week in (1, 2, 3)]
    item = Game(plan).stand.coming[-1].piece
    later = weeks.decide(plan, {"move": "money", "channel": "H6", "to": "H1", "money": 15_000.0, "why": "clicks"})
    later = weeks.decide(later, {"move": "drop", "item": item})
    later = until(answered(later), 6)
    assert [numbers(later, week) for week in (1, 2, 3)] == before
    game = Game(later)
    assert [game.played.reach(game.steps, week).estimate for week in (1, 2, 3)] == reach
    undecided = until(plan, 6)
    assert numbers(later, 6) != numbers(undecided, 6)


def test_the_same_plan_and_round_give_the_same_numbers_in_another_process():
    plan = until(PLAN, 2)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from game.test_weeks import PLAN, until, numbers\n"
        "print(numbers(until(PLAN, 2), 2))"
    )
    there = subprocess.run([sys.executable, "-c", code, str(HERE)], capture_output=True, text=True, check=True)
    assert there.stdout.strip() == str(numbers(plan, 2))


def test_started_anew_the_luck_is_another_and_the_decisions_are_gone():
    plan = until(PLAN, 2)
    plan = weeks.decide(answered(plan), {"move": "nothing"})
    again = weeks.anew(plan)
    kept = again.measurement.game
    assert (kept.week, kept.round, kept.moves) == (0, 1, [])
    assert numbers(until(again, 1), 1) != numbers(plan, 1)


def test_what_happens_waits_for_an_answer_before_the_next_week():
    plan = PLAN
    while Game(plan).event is None:
        plan = weeks.play(plan)
    with pytest.raises(Problem, match="answer it first"):
        weeks.play(plan)
    with pytest.raises(Problem, match="one of the three answers"):
        weeks.answer(plan, "shout")
    assert weeks.play(answered(plan)).measurement.game.week == plan.measurement.game.week + 1
    with pytest.raises(Problem, match="Nothing waits"):
        weeks.answer(answered(plan), "stop")


def test_an_answer_that_was_given_in_one_language_counts_in_the_other():
    plan = PLAN
    while Game(plan).event is None:
        plan = weeks.play(plan)
    with inside("ru"):
        there = answered(plan)
    assert there.measurement.game.moves[-1].answer != answered(plan).measurement.game.moves[-1].answer
    assert Game(there).steps == Game(answered(plan)).steps and Game(there).event is None


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ({"move": "money", "channel": "H1", "to": "H1", "money": 5.0}, "two different ones"),
        ({"move": "money", "channel": "H1", "to": "H9", "money": 5.0}, "Choose two channels"),
        ({"move": "money", "channel": "H1", "to": "H6", "money": 0.0}, "a number above 0"),
        ({"move": "money", "channel": "H1", "to": "H6", "money": 1e9}, "cannot be taken"),
        ({"move": "money", "channel": "H1", "to": "H2", "money": 5.0}, "no price of 1,000"),
        ({"move": "drop", "item": "C1"}, "still to come out"),
        ({"move": "later", "item": "C30", "days": 0}, "by how many days"),
        ({"move": "later", "item": "C30", "days": 40}, "after the campaign"),
        ({"move": "earlier", "item": "C30", "days": 40}, "a day that is over"),
        ({"move": "answer"}, "Choose what you decide"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_can(move, said):
    plan = answered(until(PLAN, 1))
    with pytest.raises(Problem, match=said):
        weeks.decide(plan, move)


def test_a_decision_is_taken_back_until_its_week_is_played():
    plan = answered(until(PLAN, 1))
    plan = weeks.decide(plan, {"move": "later", "item": "C30", "days": 1})
    id_ = plan.measurement.game.moves[-1].id
    assert weeks.take_back(plan, id_).measurement.game.moves == plan.measurement.game.moves[:-1]
    with pytest.raises(Problem, match="has been played"):
        weeks.take_back(weeks.play(plan), id_)


def test_a_piece_comes_out_on_the_day_to_which_it_was_moved_and_one_that_was_dropped_does_not():
    plan = answered(until(PLAN, 1))
    plan = weeks.decide(plan, {"move": "earlier", "item": "C30", "days": 9})
    plan = weeks.decide(plan, {"move": "drop", "item": "C29"})
    now = Game(plan).stand
    days = {one.piece: one.day for one in now.coming}
    assert days["C30"] == 40 - 9 and "C29" not in days and now.lost == ("C29",)


def test_money_goes_from_one_channel_to_the_pieces_of_another():
    plan = answered(until(PLAN, 2))
    before, left = Game(plan).stand, Game(plan).stand.left["H6"]
    now = Game(weeks.decide(plan, {"move": "money", "channel": "H6", "to": "H1", "money": left})).stand
    assert now.left["H6"] == 0 and now.left["H1"] == pytest.approx(before.left["H1"] + left)
    assert sum(one.money for one in now.coming if one.channel == "H6") == 0


def test_after_the_last_week_nothing_is_played_or_decided():
    plan = until(PLAN, 6)
    for act in (weeks.play, lambda one: weeks.decide(one, {"move": "nothing"})):
        with pytest.raises(Problem, match="The campaign is over"):
            act(plan)


def test_a_plan_that_has_changed_since_the_first_week_is_told():
    plan = until(PLAN, 1)
    assert not Game(plan).changed
    assert Game(edit.put(plan, "audiences/A1", {"size": 500})).changed
    assert not Game(edit.put(plan, "items/C1", {"text": "a word more"})).changed  # the game does not read it


def test_kept_results_are_one_for_each_piece_and_replace_those_kept_before():
    plan = weeks.keep(until(PLAN, 2))
    out = [one.piece for one in Game(plan).stand.outs if one.day < 14]
    assert sorted(one.item for one in plan.results) == sorted(out)
    assert {(one.kind, one.source) for one in plan.results} == {
        ("simulated", "campaign game: a simulation, no real people")
    }
    first = {one.item: one.id for one in plan.results}
    more = weeks.keep(until(plan, 4))
    assert len(more.results) > len(plan.results)
    assert {one.item: one.id for one in more.results if one.item in first} == first
    assert all((one.clicks or 0) <= (one.impressions or 0) for one in more.results)
    with pytest.raises(Problem, match="nothing to keep"):
        weeks.keep(PLAN)


def test_results_of_others_are_left_alone():
    plan, _ = edit.add(PLAN, "results", {"what": "the site's counter", "kind": "export", "clicks": 12})
    plan = weeks.keep(weeks.keep(until(plan, 1)))
    assert [one.what for one in plan.results if one.kind == "export"] == ["the site's counter"]
