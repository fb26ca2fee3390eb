"""Does the game on the page play, decide, answer, refuse in words, keep, begin anew, and say all without a kernel?"""

from datetime import timedelta

import pytest
from game.test_weeks import until
from gaming import START, gamed
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


@pytest.mark.parametrize("why", ["", "  ", "yes", "1 2 3"])
def test_a_decision_and_an_answer_without_a_reason_are_refused_at_that_field(why):
    store, page = board()
    page.act("decide", move="money", channel="H6", to="H1", money="5000", why=why)
    assert page.failed and store.plan == PLAN
    assert page.board.shown["trouble"]["at"] == "why" and "in one sentence" in page.board.shown["trouble"]["said"]
    while not page.board.shown["event"]:
        page.act("play")
    page.act("answer", answer=page.board.shown["event"]["answers"][0][0], why=why)
    assert page.failed and not store.plan.measurement.game.moves
    assert (page.board.shown["trouble"]["do"], page.board.shown["trouble"]["at"]) == ("answer", "why")


def test_money_is_offered_from_a_channel_to_another_one_that_it_buys_on_and_else_not_at_all():
    _, page = board()
    form = page.board.shown["form"]
    assert [id_ for id_, _ in form["from"]] == ["H1", "H6"] == [id_ for id_, _ in form["to"]]
    _, page = board(edit.put(PLAN, "channels/H6/money", {"price": None}))
    form = page.board.shown["form"]
    assert (form["from"], form["to"]) == ([], []) and form["open"] and form["pieces"]


def test_a_plan_with_one_piece_says_at_the_beginning_what_is_missing_and_ends_after_it():
    store, page = board(gamed(1, 112))
    first, *rest = page.board.shown["thin"]
    assert "1 piece of content has a channel" in first and "1 of 16" in first
    assert "After week 1" in rest[0] and "unit 6" in rest[1] and "unit 7" in rest[1]
    page.act("play")
    now = page.board.shown
    assert now["over"] and now["week"] == 1 and now["thin"] == [] and not now["form"]["open"]
    assert "15 weeks would be empty" in now["end"]["told"][0] and "the game ends here" in page.board.told
    page.act("play")
    assert page.failed and store.plan.measurement.game.week == 1
    assert board()[1].board.shown["thin"] == []


def test_the_game_goes_on_when_a_later_piece_gets_its_day():
    plan = gamed(1, 112)
    store, page = board(plan)
    page.act("play")
    store.add("items", {"title": "More", "channel": "H2", "dates": {"publish": START + timedelta(40)}})
    assert not page.board.shown["over"]
    on(page)
    assert not page.failed and "Nothing of yours" in page.board.shown["quiet"]


def test_leaving_out_the_last_piece_ends_the_game_and_can_be_taken_back():
    plan = edit.put(gamed(1, 112), "items/C1", {"dates": {"publish": START + timedelta(50)}})
    store, page = board(plan)
    page.act("play")
    page.act("decide", move="drop", item="C1", why="the hall is closed")
    assert page.board.shown["over"] and page.board.shown["moves"][0]["back"]
    page.act("back", id=store.plan.measurement.game.moves[0].id)
    assert not page.failed and not page.board.shown["over"]


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
