"""Does a card lie where it was put, can that be undone, and is a choice kept with its reason?"""

import pytest
from widgets.finding import field, part, told

from promplan.language import say
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.review import Finding
from promplan.widgets.guard import Guard
from promplan.widgets.idea_board import IdeaBoard, idea_board
from promplan.widgets.toast import Toast

TRAY = {"effort": None, "impact": None}


def ideas(n: int) -> MemoryStore:
    store = MemoryStore()
    for k in range(n):
        store.add("ideas", {"title": f"Idea {k + 1}"})
    return store


def put(board: IdeaBoard, id_: str, to: dict, seen: dict = TRAY) -> None:
    """What the page says when a hand lets a card go."""
    turn = board.shown.get("turn", 0) + 1
    board.moved = {"id": id_, "page": "one", "turn": turn, "from": seen, "to": to}


def card(board: IdeaBoard, id_: str) -> dict:
    return next(one for one in board.shown["cards"] if one["id"] == id_)


def test_a_card_that_is_put_somewhere_is_in_the_plan_and_the_page_hears_of_it():
    store = ideas(3)
    panel = idea_board(store)
    board = part(panel, IdeaBoard)
    put(board, "I2", {"effort": 2, "impact": 5})
    assert (store.plan.ideas[1].effort, store.plan.ideas[1].impact) == (2, 5)
    assert card(board, "I2")["impact"] == 5 and board.shown["turn"] == 1
    assert unset(board.shown["count"]) == "3 ideas, 1 on the board, 0 chosen."


def test_a_move_is_undone_and_a_card_goes_back_into_the_tray():
    store = ideas(1)
    panel = idea_board(store)
    board = part(panel, IdeaBoard)
    put(board, "I1", {"effort": 1, "impact": 5})
    put(board, "I1", TRAY, {"effort": 1, "impact": 5})
    assert store.plan.ideas[0].impact is None and "back in the tray" in part(panel, Toast).said
    part(panel, Toast).undo()
    assert (store.plan.ideas[0].effort, store.plan.ideas[0].impact) == (1, 5)


def test_a_card_that_somebody_else_has_moved_meanwhile_stays_there_and_it_is_said():
    store = ideas(1)
    panel = idea_board(store)
    board = part(panel, IdeaBoard)
    store.put("ideas/I1", {"effort": 4, "impact": 4})
    put(board, "I1", {"effort": 1, "impact": 5})
    assert store.plan.ideas[0].effort == 4 and card(board, "I1")["effort"] == 4
    assert board.shown["turn"] == 1  # else the page would wait for this move for ever
    assert "moved elsewhere meanwhile" in part(panel, Guard).trouble


@pytest.mark.parametrize("to", [{"effort": 0, "impact": 3}, {"effort": 6, "impact": 6}])
def test_what_is_no_place_of_the_board_is_refused(to):
    store = ideas(1)
    panel = idea_board(store)
    put(part(panel, IdeaBoard), "I1", to)
    assert store.plan.ideas[0].effort is None and part(panel, Guard).trouble


def test_a_choice_and_its_reason_are_typed_under_the_open_card():
    store = ideas(12)
    panel = idea_board(store)
    board = part(panel, IdeaBoard)
    for id_ in ("I1", "I4", "I9"):
        board.value = id_
        field(panel, "Do we make it?").value = "yes"
        assert "Say why" in unset(" ".join(board.shown["told"]))
        field(panel, "Why, or why not").value = f"{id_} can be heard at the press"
    assert [one.id for one in store.plan.ideas if one.chosen == "yes" and one.reason] == ["I1", "I4", "I9"]
    assert board.shown["told"] == [str(say("Three are chosen, each with its reason."))]
    board.value = "I5"
    field(panel, "Do we make it?").value = "yes"
    assert "which of them waits" in unset(" ".join(board.shown["told"]))


@pytest.mark.parametrize(("n", "more"), [(0, 10), (1, 9), (9, 1)])
def test_ten_ideas_are_wanted_before_one_chooses(n, more):
    board = part(idea_board(ideas(n)), IdeaBoard)
    assert f": {more} more" in unset(board.shown["told"][0])


def test_a_finding_is_a_sign_on_its_card_and_words_under_the_open_one():
    store = ideas(2)
    panel = idea_board(store)
    board = part(panel, IdeaBoard)
    board.value = "I2"
    found = [Finding("I2", say("no hook"), say("write one"), rule="IDEA-1", severity="warning", field="reason")]
    one = next(it for it in store._watchers if getattr(it, "__self__", None).__class__.__name__ == "Live").__self__
    one.told(found)
    assert card(board, "I2")["sign"] == "warning" and card(board, "I1")["sign"] == ""
    assert "no hook" in told(panel)


def test_a_removed_idea_leaves_the_board_and_its_form_closes():
    store = ideas(2)
    panel = idea_board(store)
    board = part(panel, IdeaBoard)
    board.value = "I1"
    store.remove("ideas/I1")
    assert [one["id"] for one in board.shown["cards"]] == ["I2"] and board.value == ""


def test_without_a_kernel_the_best_of_least_effort_stands_first_and_words_are_escaped():
    store = ideas(3)
    store.put("ideas/I1", {"effort": 4, "impact": 4})
    store.put("ideas/I2", {"effort": 1, "impact": 4, "title": "<b>hear</b>"})
    store.put("ideas/I3", {"chosen": "yes", "reason": "it can be shown"})
    static = unset(idea_board(store).static)
    assert static.index("I3") < static.index("I2") < static.index("I1")
    assert "it can be shown" in static and "&lt;b&gt;hear" in static and "impact 4, effort 1" in static
