"""How long does a whole campaign take to be played, a week's step on the page, and the look back at the end?

50,000 people, 60 pieces, 90 days, six channels; the limit is that of the course: nobody waits a second for a week.
CPU time, since others use the machine. `pytest tests/bench/test_game.py -s`.
"""

import time

import pytest
from game.test_weeks import until
from gaming import gamed
from widgets.acting import Page

from promplan.game.begun import begun
from promplan.game.chance import seed
from promplan.game.hindsight import hindsight
from promplan.game.played import Played
from promplan.game.weeks import Game
from promplan.plan.store import MemoryStore
from promplan.widgets.campaign_game import campaign_game

MOVE = {"move": "money", "channel": "H6", "to": "H1", "money": "1000", "why": "the screen is dear"}
WHOLE, STEP, BACK = 1.0, 1.0, 5.0  # seconds


def taken(act) -> tuple[float, str]:
    """Seconds of the processor, and both they and those of the clock in words."""
    began, used = time.perf_counter(), time.process_time()
    act()
    cpu = time.process_time() - used
    return cpu, f"{cpu:.2f} s of the processor, {time.perf_counter() - began:.2f} s"


@pytest.mark.parametrize(("n", "size", "most"), [(60, 1.0, WHOLE), (160, 1.0, 2 * WHOLE), (60, 200.0, 2 * WHOLE)])
def test_a_whole_campaign(n, size, most):
    plan = gamed(n, size=size)
    taken(lambda: Played(begun(plan), seed(plan)).outcome(()))  # the tables of the habits are kept from here on
    seconds, told = taken(lambda: Played(begun(plan), seed(plan) + 1).outcome(()))
    print(f"\n{int(50_000 * size)} people, {n} pieces, 90 days: {told}")
    assert seconds < most


def test_a_week_on_the_page_with_a_decision_before_it():
    page = Page(campaign_game(MemoryStore(gamed())))
    page.act("play")
    steps = []
    for week in range(1, 4):
        if event := page.board.shown["event"]:
            page.act("answer", answer=event["answers"][0][0], why="people first")
        decided = taken(lambda: page.act("decide", **MOVE))
        played = taken(lambda: page.act("play"))
        assert not page.failed, week
        steps.append((decided, played))
    for (_, decided), (_, played) in steps:
        print(f"\n50,000 people, 60 pieces: decided in {decided}; a week played in {played}")
    assert max(cpu for one in steps for cpu, _ in one) < STEP


def test_the_look_back():
    game = Game(until(gamed(), 13))
    seconds, told = taken(lambda: hindsight(game.played, game.steps))
    print(f"\nlooked back at in {told}")
    assert seconds < BACK
