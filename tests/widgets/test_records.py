"""Can what was done to a list be undone, and does the card ask in the right order and say things at the right field?"""

from datetime import date

from deep import Deep
from widgets.finding import field, part, told, walk

from promplan import language
from promplan.language import say
from promplan.plan.store import MemoryStore
from promplan.widgets.editor import Editor
from promplan.widgets.facts import fact_table
from promplan.widgets.fold import Fold
from promplan.widgets.order import Order
from promplan.widgets.picker import DayPicker
from promplan.widgets.table import Table
from promplan.widgets.toast import Toast


def items() -> tuple[MemoryStore, Editor]:
    store = MemoryStore(Deep())
    for title in ("a film", "a post", "a poster"):
        store.add("items", {"title": title})
    store.add("items/C2/panels", {"action": "a ring"})
    return store, Editor(store, "items", ("title", "panels", "rights"), say("Items"), "03-message")


def register(*facts: dict) -> tuple[MemoryStore, object]:
    store = MemoryStore()
    for one in facts:
        store.add("enterprise.facts", one)
    return store, fact_table(store)


def test_what_was_removed_comes_back_with_its_id_its_place_and_what_stood_in_it():
    store, editor = items()
    editor.rows.list.value, before = "C2", store.plan
    editor.rows.remove()
    assert [one.id for one in store.plan.items] == ["C1", "C3"] and "a post" in editor.rows.toast.said
    editor.rows.toast.pressed += 1
    assert store.plan == before and editor.rows.list.value == "C2" and not editor.rows.toast.undoes


def test_undoing_a_removal_leaves_what_a_teammate_wrote_meanwhile():
    store, editor = items()
    editor.rows.list.value = "C2"
    editor.rows.remove()
    store.put("items/C3", {"title": "theirs"})
    store.remove("items/C1")
    editor.rows.toast.pressed += 1
    assert [(one.id, one.title) for one in store.plan.items] == [("C2", "a post"), ("C3", "theirs")]


def test_an_id_that_was_given_away_meanwhile_is_said_and_nothing_is_lost():
    store, editor = items()
    editor.rows.list.value = "C3"
    editor.rows.remove()
    assert store.add("items", {"title": "a teammate's"}) == "C3"
    editor.rows.toast.pressed += 1
    assert [(one.id, one.title) for one in store.plan.items][2:] == [("C4", "a poster"), ("C3", "a teammate's")]
    assert "C4" in editor.rows.toast.said and "C3" in editor.rows.toast.said


def test_adding_copying_and_moving_are_undone_too():
    store, editor = items()
    before = store.plan
    for act in (editor.rows.add, editor.rows.copy, lambda: editor.rows.move(1)):
        editor.rows.list.value = "C1"
        act()
        assert store.plan.items != before.items
        editor.rows.toast.pressed += 1
        assert store.plan.items == before.items


def test_the_offer_to_undo_goes_with_the_next_change_and_not_with_a_teammates():
    store, panel = register({"statement": "a"}, {"statement": "b"})
    toast = part(panel, Toast)
    next(one for one in walk(panel) if getattr(one, "description", "") == "Remove").click()
    store.put("enterprise.facts/F2", {"source": "theirs"})
    assert toast.undoes
    field(panel, "Value").value = "3"
    assert not toast.undoes and toast.said == ""


def test_each_row_shows_the_worst_that_is_open_in_it():
    _, panel = register(
        {"statement": "The best seals", "source": "leaflet", "source_kind": "document", "as_of": date(2026, 9, 1)},
        {"statement": "Plates are heated", "clearance": {"state": "cleared"}},
        {},
    )
    assert [one["sign"] for one in part(panel, Table).rows] == ["warning", "error", "warning"]


def test_a_kind_of_number_fills_its_unit_only_where_none_stands():
    store, panel = register({"statement": "a"}, {"statement": "b", "unit": "K"})
    kinds = field(panel, "Kind of number")
    kinds.value = next(key for _, key in kinds.options if key)
    filled = store.plan.enterprise.facts[0].unit
    assert filled and field(panel, "Unit").value == filled and f"filled: {filled}" in told(panel)
    part(panel, Table).value = "F2"
    kinds.value = next(key for _, key in kinds.options if key)
    assert store.plan.enterprise.facts[1].unit == "K"


def test_the_fold_names_what_is_in_it_and_opens_where_a_finding_points_into_it():
    _, panel = register({"statement": "a"}, {"statement": "b", "about": ". ."})
    fold = part(panel, Fold)
    assert "checked by" in fold.label and not fold.shown
    part(panel, Table).value = "F2"
    assert fold.shown and fold.note


def test_a_finding_stands_at_its_field_and_nowhere_twice():
    _, panel = register({"statement": "The best seals"})
    assert told(panel).count("praise that nobody has measured here") == 1
    line = next(one for one in walk(panel) if "pp-f-statement" in getattr(one, "_dom_classes", ()))
    assert "praise that nobody has measured here" in told(line)


def test_what_is_empty_is_asked_for_quietly():
    _, panel = register({"statement": "Plates are heated to 170 °C"})
    line = next(one for one in walk(panel) if "pp-f-source" in getattr(one, "_dom_classes", ()))
    assert 'data-state="blank"' in told(line) and "No source is given." in told(line)


def test_a_picked_day_is_written_as_the_language_writes_it_and_saved():
    store, panel = register({"statement": "a"})
    picker = next(one for one in walk(panel) if isinstance(one, DayPicker))
    with language.inside("ru"):
        picker.picked = "2026-03-16 1"
    assert store.plan.enterprise.facts[0].as_of == date(2026, 3, 16) and field(panel, "As of").value == "16.03.2026"


def test_a_fact_is_not_offered_as_computed_from_itself_and_a_lost_one_can_be_taken_out():
    store, panel = register({"statement": "a", "derived_from": ["F9"]}, {"statement": "b"})
    derived = field(panel, "Computed from")
    assert [key for _, key in derived.options] == ["F2"] and derived.value == ["F9"]
    derived.value = ["F2"]
    assert store.plan.enterprise.facts[0].derived_from == ["F2"]


def test_the_card_says_which_record_it_shows_and_who_entered_it():
    store = MemoryStore()
    store.add("team.members", {"name": "Masha"})
    store.add("enterprise.facts", {"statement": "a", "by": "M1"})
    store.add("enterprise.facts", {"statement": "b"})
    editor = Editor(store, "enterprise.facts", ("statement",), say("Facts"), "01-facts", place=say("Fact {n} of {all}"))
    assert editor.head.said == "Fact 1 of 2, by Masha"
    editor.rows.list.value = "F2"
    assert editor.head.said == "Fact 2 of 2" and editor.head.key == "F2"


def test_where_nothing_is_first_no_field_is_folded():
    _, editor = items()
    assert editor.chosen.form.fold is None and Order().first == ()
