"""Does a piece lie where it was put, is that undone, and does the board say what is wrong with a place beforehand?"""

from datetime import date

import pytest
from browser.calendar_plan import START, calendar_plan
from widgets.acting import Page
from widgets.finding import field, part, told

from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.store import MemoryStore
from promplan.review.consent import PAPERS
from promplan.widgets.calendar_board import calendar_board
from promplan.widgets.guard import Guard


def board(plan=None) -> tuple[MemoryStore, Page]:
    store = MemoryStore(plan or calendar_plan())
    return store, Page(calendar_board(store))


def item(store, id_: str):
    return next(one for one in store.plan.items if one.id == id_)


def card(page, id_: str) -> dict:
    return next(one for one in page.board.shown["cards"] if one["id"] == id_)


def move(page, id_: str, day: str | None, channel: str | None = None, **more) -> None:
    """What the page says when a hand lets a card go."""
    one = card(page, id_)
    here = {"channel": one["channel"], "day": one["day"]}
    page.act("move", id=id_, **{"from": here, "to": {"channel": channel or one["channel"], "day": day}}, **more)


def ask(page, id_: str, day: str, channel: str | None = None, along: bool = False) -> dict:
    place = {"channel": channel or card(page, id_)["channel"], "day": day}
    page.board.asked = {"page": "one", "n": page.board.verdict.get("n", 0) + 1, "id": id_, "to": place, "along": along}
    return page.board.verdict


def test_a_card_of_the_tray_gets_its_day_and_its_channel_in_one_change():
    store, page = board()
    saved = []
    store.watch(lambda: saved.append(store.revision))
    move(page, "C10", "2026-11-12", "H3")
    assert (item(store, "C10").dates.publish, item(store, "C10").channel) == (date(2026, 11, 12), "H3")
    assert card(page, "C10")["day"] == "2026-11-12" and len(saved) == 1


def test_a_move_is_undone_and_so_is_the_one_before_it():
    store, page = board()
    move(page, "C1", "2026-11-05")
    move(page, "C1", None)
    assert item(store, "C1").dates.publish is None and "back in the tray" in page.board.told
    page.act("undo")
    assert item(store, "C1").dates.publish == date(2026, 11, 5)
    page.act("undo")
    assert item(store, "C1").dates.publish == date(2026, 11, 3) and page.board.undoes == ""


def test_an_undo_leaves_what_was_changed_elsewhere_since():
    store, page = board()
    move(page, "C1", "2026-11-05")
    store.put("items/C1/dates", {"brief": date(2026, 10, 20)})
    page.act("undo")
    assert (item(store, "C1").dates.publish, item(store, "C1").dates.brief) == (date(2026, 11, 3), date(2026, 10, 20))
    move(page, "C1", "2026-11-05")
    store.put("items/C1/dates", {"publish": date(2026, 12, 1)})
    page.act("undo")
    assert page.failed and item(store, "C1").dates.publish == date(2026, 12, 1)


def test_a_card_that_was_moved_elsewhere_meanwhile_stays_there_and_it_is_said():
    store, page = board()
    store.put("items/C1/dates", {"publish": date(2026, 12, 1)})
    page.act("move", id="C1", **{"from": {"channel": "H1", "day": "2026-11-03"}, "to": {"channel": "H1", "day": None}})
    assert page.failed and item(store, "C1").dates.publish == date(2026, 12, 1)
    assert "moved elsewhere meanwhile" in part(page.panel, Guard).trouble


@pytest.mark.parametrize("day", ["2026-11-31", "yesterday", 7])
def test_what_is_no_day_is_refused_and_nothing_is_changed(day):
    store, page = board()
    before = store.revision
    page.act("move", id="C1", **{"from": {"channel": "H1", "day": "2026-11-03"}, "to": {"channel": "H1", "day": day}})
    assert page.failed and store.revision == before


def test_days_of_work_move_along_on_request_and_the_visit_stays():
    plan = edit.put(calendar_plan(), "visit", {"date": date(2026, 10, 29)})
    days = {"brief": date(2026, 10, 26), "shoot": date(2026, 10, 29), "review": date(2026, 11, 2)}
    store, page = board(edit.put(plan, "items/C1/dates", days))
    move(page, "C1", "2026-11-10", along=True)
    now = item(store, "C1").dates
    assert (now.brief, now.shoot, now.review) == (date(2026, 11, 2), date(2026, 10, 29), date(2026, 11, 9))
    page.act("undo")
    assert item(store, "C1").dates.brief == date(2026, 10, 26)


def test_a_finding_stands_on_its_card_the_gravest_first():
    _store, page = board()
    assert card(page, "C4")["sign"] == "warning" and "nothing stands there" in unset(card(page, "C4")["told"])
    move(page, "C4", "2026-11-20", along=True)  # its review lies on a Saturday then
    assert card(page, "C4")["sign"] == "warning" and "at work" in unset(card(page, "C4")["told"])
    move(page, "C4", "2026-11-13")
    assert card(page, "C4")["sign"] == "error" and "is before" in card(page, "C4")["told"]
    page.act("undo")
    page.act("undo")
    assert "nothing stands there" in unset(card(page, "C4")["told"])


def test_a_place_is_told_before_the_card_lies_there_and_nothing_is_changed():
    store, page = board()
    before = store.revision
    late = ask(page, "C1", "2027-02-01")
    assert late["sign"] == "error" and "after the campaign ends" in unset(late["said"])
    fine = ask(page, "C1", "2026-11-05")
    assert fine["sign"] == "passed" and "No rule stands against it" in unset(fine["said"])
    assert store.revision == before


def test_a_place_on_another_channel_is_told_for_the_fact_that_is_not_cleared_there():
    plan = calendar_plan()
    plan, fact = edit.add(plan, "enterprise.facts", {"statement": "12 minutes", "value": 12.0})
    plan = edit.put(plan, f"enterprise.facts/{fact}/clearance", {"state": "cleared", "channels": ["owned"]})
    _store, page = board(edit.put(plan, "items/C1", {"facts": [fact]}))
    assert ask(page, "C1", "2026-11-05")["sign"] == "passed"
    paid = ask(page, "C1", "2026-11-05", "H5")
    assert paid["sign"] == "error" and "not cleared for this channel" in unset(paid["said"])


def test_a_piece_is_repeated_every_so_many_weeks_and_undone_at_once():
    store, page = board()
    n = len(store.plan.items)
    page.act("repeat", id="C1", every=2, times=3)
    new = [one for one in store.plan.items if one.placing.series == "C1" and one.id != "C1"]
    assert [one.dates.publish for one in new] == [date(2026, 11, 17), date(2026, 12, 1), date(2026, 12, 15)]
    assert [one.title for one in new] == [f"A plant since 1958 ({k})" for k in (2, 3, 4)]
    assert new[0].owner == "M1" and new[0].text == "" and item(store, "C1").placing.series == "C1"
    page.act("undo")
    assert len(store.plan.items) == n and item(store, "C1").placing.series == ""


@pytest.mark.parametrize(("id_", "every", "times"), [("C10", 1, 3), ("C1", 0, 3), ("C1", 1, 27), ("C99", 1, 1)])
def test_what_cannot_be_repeated_is_refused_and_nothing_is_half_made(id_, every, times):
    store, page = board()
    before = store.revision
    page.act("repeat", id=id_, every=every, times=times)
    assert page.failed and store.revision == before


def test_more_pieces_than_a_plan_holds_are_refused_whole():
    store, page = board(calendar_plan(150))
    page.act("repeat", id="C1", every=1, times=26)
    assert page.failed and len(store.plan.items) == 150 and "full" in part(page.panel, Guard).trouble


def test_a_new_piece_lies_in_the_tray_of_a_plan_that_had_none_and_is_undone():
    store = MemoryStore()
    page = Page(calendar_board(store))
    assert page.act("add") == "C1"
    assert (card(page, "C1")["day"], page.board.shown["told"] != []) == (None, True)
    page.act("undo")
    assert store.plan.items == [] and page.board.shown["cards"] == []


def test_a_week_is_copied_with_what_comes_after_what():
    plan = calendar_plan(30)
    store, page = board(edit.put(plan, "items/C10/placing", {"after": ["C1", "C5"]}))
    page.act("week", **{"from": START.isoformat(), "to": "2026-11-16"})
    new = [one for one in store.plan.items if int(one.id[1:]) > 30]
    assert [one.dates.publish for one in new] == [date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 19)]
    assert new[1].placing.after == [new[0].id]
    page.act("week", **{"from": START.isoformat(), "to": START.isoformat()})
    assert page.failed
    page.act("undo")
    assert len(store.plan.items) == 30


def test_a_pin_is_set_on_the_board_and_in_the_form():
    _store, page = board()
    page.board.value = "C1"
    page.act("pin", id="C1", on=True)
    assert card(page, "C1")["pinned"] and field(page.panel, "Stays where it is").value is True
    field(page.panel, "Stays where it is").value = False
    assert not card(page, "C1")["pinned"]


def test_what_is_typed_under_the_board_moves_the_card():
    store, page = board()
    page.board.value = "C1"
    field(page.panel, "Publish on").value = "2026-11-24"
    assert card(page, "C1")["day"] == "2026-11-24"
    field(page.panel, "Note for reviewers").value = "ask the foreman once more"
    assert item(store, "C1").placing.note == "ask the foreman once more"


def test_hours_pillars_and_special_days_follow_the_moves():
    _store, page = board()
    monday = START.isoformat()
    assert unset(page.board.shown["weeks"][monday]["said"]) == "3 of 12 h"
    for id_ in ("C2", "C3", "C4", "C5"):
        move(page, id_, "2026-11-06")
    assert page.board.shown["weeks"][monday]["over"]
    rows = {one["name"]: one["cells"][0] for one in page.board.shown["people"]["rows"]}
    assert unset(rows["Oleg"]["said"]) == "6 h" and not rows["Oleg"]["over"]
    assert "5 pieces" in unset(page.board.shown["pillars"][0]["said"])
    assert any("Unity Day" in one["named"] for one in page.board.shown["special"])
    assert "2026-11-04" in page.board.shown["closed"]


def test_a_removed_piece_leaves_the_board_and_its_form_closes():
    store, page = board()
    page.board.value = "C1"
    store.remove("items/C1")
    assert "C1" not in [one["id"] for one in page.board.shown["cards"]] and page.board.value == ""


def test_a_channel_that_is_in_the_plan_no_more_is_no_row_and_a_move_keeps_what_the_plan_says():
    store, page = board()
    store.remove("channels/H1")
    assert card(page, "C1")["channel"] == ""
    move(page, "C1", "2026-11-05")
    assert item(store, "C1").channel == "H1" and item(store, "C1").dates.publish == date(2026, 11, 5)


def test_without_a_campaign_the_board_shows_the_weeks_of_its_pieces():
    plan = edit.put(calendar_plan(), "meta", {"campaign_start": None, "campaign_end": None})
    _, page = board(plan)
    assert (page.board.shown["start"], page.board.shown["end"]) == ("2026-11-02", "2027-01-03")
    empty = MemoryStore()
    assert calendar_board(empty).static and Page(calendar_board(empty)).board.shown["cards"] == []


def test_without_a_kernel_the_days_stand_in_their_order_and_words_are_escaped():
    plan = edit.put(calendar_plan(), "items/C2", {"title": "<b>kettles</b>"})
    static = unset(calendar_board(MemoryStore(plan)).static)
    assert static.index("C1 ·") < static.index("C2 ·") < static.index("C3 ·")
    assert "&lt;b&gt;kettles" in static and "No day yet: C10" in static


def test_a_persons_paper_that_ends_before_the_day_stands_on_the_card_of_that_piece_alone():
    plan = calendar_plan()
    plan, person = edit.add(plan, "visit.people", {"role": "trainee", "age": "adult"})
    for name in PAPERS:
        values = {"state": "given", "given": date(2026, 10, 1), "until": date(2026, 11, 20)}
        plan = edit.put(plan, f"visit.people/{person}", {name: values})
    plan, shot = edit.add(plan, "visit.shots", {"what": "hands", "people": [person]})
    for id_ in ("C2", "C4"):
        plan, _ = edit.add(plan, f"items/{id_}/panels", {"shot": shot})
        plan = edit.put(plan, f"visit.shots/{shot}/clearance", {"state": "cleared", "by": "the press office"})
    _, page = board(plan)
    assert "ends on" in unset(card(page, "C4")["told"]) and "ends on" not in unset(card(page, "C2")["told"])
    assert told(page.panel) is not None
