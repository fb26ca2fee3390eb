"""Is one piece of content open in all editors of unit 6, whichever of them it was chosen in?"""

from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets import which_piece
from promplan.widgets.guard import Guard
from promplan.widgets.piece import Piece


def two_pieces() -> MemoryStore:
    plan, _ = edit.add(Plan(), "items", {"title": "The press breathes", "form": "video"})
    plan, _ = edit.add(plan, "items", {"title": "How a seal is made", "form": "video"})
    return MemoryStore(plan)


def test_a_piece_chosen_in_one_editor_opens_in_the_others_and_a_first_one_moves_nothing():
    store, opened = two_pieces(), []
    film = Piece(store, Guard(), lambda: opened.append("film"))
    words = which_piece.Picker(store, Guard(), lambda: opened.append("words"))
    assert (film.id, words.list.value, which_piece.shown(store).id) == ("C1", "C1", "")
    opened.clear()
    words.list.value = "C2"
    assert film.id == "C2" and opened.count("film") == 1
    film.chooser.value = "C1"
    assert words.list.value == "C1" and words.item.title == "The press breathes"


def test_an_editor_opened_later_shows_what_was_chosen_before():
    store = two_pieces()
    which_piece.show(store, "C2")
    assert Piece(store, Guard(), lambda: None).id == "C2"
