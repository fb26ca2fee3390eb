"""Does the game on the page play, decide, answer, refuse in words, keep, begin anew, and say all without a kernel?"""

import pytest
from game.test_weeks import until
from gaming import gamed
from widgets.acting import Page

from promplan.game import weeks
from promplan.game.weeks import Game
from promplan.language import inside
from promplan.plan import Plan, edit
from promplan.plan.store import MemoryStore
from promplan.widgets.campaign_game import campaign_game
from promplan.widgets.campaign_game_shown import shown

PLAN = gamed(30, 42)


def board(plan: Plan = PLAN) -> tuple[MemoryStore, Page]:
    store = MemoryStore(plan)
    return store, Page(campaign_game(store))


def on(page: Page) -> None:
    """A week more, whatever has happened answered first."""
    if event := page.board.shown["event"]:
        page.act("answer", answer=event["answers"][0][0], why="people first")
    page.act("play")


def test_a_week_is_played_saved_and_told():
    store, page = board()
    page.act("play")
    assert not page.failed and store.plan.measurement.game.week == 1
    assert page.board.shown["when"].startswith("Week 1 of 6")
    assert page.board.told.startswith("Week 1 is over. Contacts ")


def test_the_rows_of_a_week_add_up_and_carry_intervals():
    _, page = board()
    page.act("play")
    rows = page.board.shown["this"]
    total = next(row for row in rows if row.get("total"))
    of_channels = [row for row in rows if row["pieces"]]
    count = [int(row["cells"][0].replace(",", "")) for row in of_channels]
    assert int(total["cells"][0].replace(",", "")) == sum(count) > 1_000
    assert "(" in total["cells"][2] and "%" in total["rate"]
    assert of_channels[0]["pieces"][0]["name"].startswith("C1 · Piece 1")


def test_the_funnel_and_the_chart_hold_numbers_for_the_page_to_paint():
    _, page = board()
    page.act("play")
    for one in page.board.shown["so_far"]:
        assert one["low"] <= one["value"] <= one["high"]
    assert len(page.board.shown["chart"]["rows"]) == 1 and page.board.shown["chart"]["said"]


def test_a_decision_is_saved_with_its_reason_and_taken_back():
    store, page = board()
    page.act("decide", move="money", channel="H6", to="H1", money="5 000,50", why="the screen is dear")
    (one,) = store.plan.measurement.game.moves
    assert (one.move, one.channel, one.to, one.money, one.why) == ("money", "H6", "H1", 5000.5, "the screen is dear")
    told = page.board.shown["moves"][0]
    assert told["said"].startswith("After week 0: 5,0") and told["back"]
    page.act("back", id=one.id)
    assert store.plan.measurement.game.moves == []


def test_what_cannot_be_done_is_told_beside_the_form_and_changes_nothing():
    store, page = board()
    for given, said in (
        ({"move": "money", "channel": "H6", "to": "H1", "money": "much"}, "a number belongs here"),
        ({"move": "later", "item": "C30", "days": "half"}, "a number belongs here"),
        ({"move": "drop", "item": "C99"}, "still to come out"),
        ({"move": "dance"}, "Choose what you decide"),
    ):
        page.act("decide", **given)
        assert page.failed and said in page.board.shown["trouble"]["said"]
    assert store.plan == PLAN
    page.act("play")
    assert page.board.shown["trouble"] == {}


def test_what_has_happened_is_shown_and_answered_before_the_next_week():
    store, page = board()
    while not page.board.shown["event"]:
        page.act("play")
    week = store.plan.measurement.game.week
    page.act("play")
    assert page.failed and store.plan.measurement.game.week == week
    page.act("answer", answer="")
    assert page.failed and page.board.shown["trouble"]["do"] == "answer"
    page.act("answer", answer=page.board.shown["event"]["answers"][0][0], why="so we agreed with the plant")
    told = page.board.shown["answered"]
    assert not page.failed and told["then"] and told["officer"] and page.board.shown["event"] == {}
    assert page.board.shown["moves"][-1]["why"] == "so we agreed with the plant"


def test_the_end_is_looked_back_at_kept_and_begun_anew():
    store, page = board()
    while not page.board.shown["over"]:
        on(page)
    end = page.board.shown["end"]
    assert any(row["mine"] for row in end["rows"]) and len(end["told"]) == 3
    page.act("keep")
    assert {one.kind for one in store.plan.results} == {"simulated"} and page.board.shown["kept"]
    page.act("anew")
    assert page.board.shown["week"] == 0 and store.plan.measurement.game.round == 1 and store.plan.results


def test_another_kernel_goes_on_where_the_game_was():
    store, page = board(until(PLAN, 3))
    _, other = board(store.plan)
    assert other.board.shown == page.board.shown and other.board.shown["week"] == 3


def test_a_plan_that_cannot_be_played_says_why_and_is_played_when_it_can():
    store, page = board(edit.put(PLAN, "meta", {"campaign_end": None}))
    assert "no first and last day" in page.board.shown["problem"]
    page.act("play")
    assert page.failed
    store.put("meta", {"campaign_end": PLAN.meta.campaign_end})
    assert page.board.shown["problem"] == "" and page.board.shown["weeks"] == 6


def test_a_press_on_a_week_that_is_over_plays_no_other_and_decides_nothing():
    store, page = board()
    page.act("play", week=0)
    page.act("play", week=0)
    assert store.plan.measurement.game.week == 1 and not page.failed
    page.act("decide", move="nothing", week=0)
    assert page.failed and "meanwhile" in page.board.shown["trouble"]["said"]


def test_a_plan_that_has_changed_since_is_marked():
    store, page = board(until(PLAN, 1))
    assert page.board.shown["changed"] == ""
    store.put("audiences/A1", {"size": 400})
    assert "Start anew" in page.board.shown["changed"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_a_kernel_it_is_read_as_a_page_that_says_it_is_a_simulation(language):
    with inside(language):
        hostile = edit.put(until(PLAN, 2), "channels/H1", {"name": "<script>alert(1)</script>"})
        html = campaign_game(MemoryStore(hostile)).static
    assert "<script>" not in html and "&lt;script&gt;" in html and "<table>" in html
    assert ("no real people" if language == "en" else "людей нет") in html


def test_all_that_is_shown_is_there_in_russian():
    plan = until(PLAN, 6)
    with inside("ru"):
        told = shown(Game(plan))
    assert told["when"].startswith("Неделя 6 из 6") and "допущение" in " ".join(told["assumed"])
    assert all("After" not in one["said"] for one in told["moves"])


def test_moves_of_pieces_that_are_gone_do_no_harm():
    plan = weeks.decide(PLAN, {"move": "drop", "item": "C30"})
    plan = edit.remove(plan, "items/C30")
    _, page = board(plan)
    page.act("play")
    assert not page.failed
