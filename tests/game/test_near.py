"""Does an event speak only of pieces that there are?"""

from datetime import timedelta

import pytest
from game.test_weeks import until
from gaming import START, gamed

from promplan.game import weeks
from promplan.game.assumed import events
from promplan.game.near import moved, near
from promplan.game.weeks import Game
from promplan.plan import Plan, edit

EVENTS = {one.id: one for one in events()}


def happened(plan: Plan, id_: str) -> Game:
    """The game of a plan after whose week so much has happened."""
    game = Game(plan)
    game.coming = {game.week: EVENTS[id_]}
    return game


def due(*days: int) -> Plan:
    """One piece out on the first day, others so many days after the first week."""
    plan = gamed(1, 112)
    for day in days:
        row = {"title": "Later", "channel": "H2", "dates": {"publish": START + timedelta(7 + day)}}
        plan, _ = edit.add(plan, "items", row)
    return until(plan, 1)


@pytest.mark.parametrize(
    ("days", "said"),
    [((20,), "None of your pieces"), ((1, 20), "1 piece of yours comes out: C2"), ((1, 2), "2 pieces of yours")],
)
def test_what_would_be_moved_is_counted_and_named(days, said):
    game = happened(due(*days), "mourning")
    assert game.event is not None and said in str(near(game, game.event))


def test_what_happens_to_a_piece_waits_until_one_is_out():
    plan = edit.put(gamed(1, 112), "items/C1", {"dates": {"publish": START + timedelta(10)}})
    assert happened(until(plan, 1), "far").event is None
    game = happened(due(20), "far")
    assert game.event is not None and "C1" in str(near(game, game.event))
    assert near(game, EVENTS["competitor"]) is None


def test_an_answer_names_the_pieces_that_it_moved():
    plan = gamed(30, 42)
    while Game(plan).event is None or not Game(plan).event.answers[0].delay:
        game = Game(plan)
        plan = weeks.play(plan if game.event is None else weeks.answer(plan, game.event.answers[0].id, "so it is"))
    before = [one.piece for one in Game(plan).stand.coming]
    after = Game(weeks.answer(plan, Game(plan).event.answers[0].id, "people come first"))
    assert moved(after) and set(moved(after)) <= set(before)


def test_no_event_claims_a_number_of_the_team_s_pieces():
    for one in events():
        assert not {"two", "next piece"} & set(one.what["en"].lower().split()), one.id
