"""Does one press put a finding's cure into its field, and the same button take it back?"""

from datetime import date

import pytest
from ipywidgets import Button
from widgets.finding import field, shown, told, walk

from promplan.language import inside
from promplan.plan import Plan, edit
from promplan.plan.store import MemoryStore
from promplan.widgets.facts import fact_table
from promplan.widgets.guard import Guard

HOT = {"id": "F1", "statement": "The ring is heated to 860 °C", "value": 860.0}
LATE = {"id": "F2", "statement": "Two shifts", "as_of": date(2026, 9, 1), "valid_until": date(2026, 3, 1)}


@pytest.fixture
def store():
    return MemoryStore(Plan.model_validate({"enterprise": {"facts": [HOT, LATE]}}, strict=True))


def puts(panel):
    return [one for one in walk(panel) if isinstance(one, Button) and "pp-put" in one._dom_classes]


def press(panel, name):
    (one,) = [one for one in puts(panel) if one.description == name]
    one.click()


def trouble(panel):
    return next(one for one in walk(panel) if isinstance(one, Guard)).trouble


def fact(store, id_="F1"):
    return edit.find(store.plan, f"enterprise.facts/{id_}")


def test_the_unit_of_the_sentence_is_put_by_one_press_and_taken_back_by_the_next(store):
    panel = fact_table(store)
    (button,) = puts(panel)
    assert button.description == "Put °C" and button.tooltip == "Unit"
    press(panel, "Put °C")
    assert fact(store).unit == "°C" and field(panel, "Unit").value == "°C"
    assert puts(panel) == [button] and button.description == "Undo"
    assert "No unit is given" not in told(panel)
    press(panel, "Undo")
    assert fact(store).unit == "" and field(panel, "Unit").value == ""
    assert puts(panel) == [button] and button.description == "Put °C"
    assert trouble(panel) == ""


def test_what_is_typed_afterwards_is_the_teams_own_and_nothing_is_left_to_undo(store):
    panel = fact_table(store)
    press(panel, "Put °C")
    field(panel, "Unit").value = "K"
    assert fact(store).unit == "K" and puts(panel) == []


def test_another_fact_brings_its_own_button_and_none_of_the_one_before(store):
    panel = fact_table(store)
    press(panel, "Put °C")
    field(panel, "Facts").value = "F2"
    assert [one.description for one in puts(panel)] == ["Swap the two dates"]
    press(panel, "Swap the two dates")
    assert (fact(store, "F2").as_of, fact(store, "F2").valid_until) == (date(2026, 3, 1), date(2026, 9, 1))
    assert field(panel, "As of").value == "2026-03-01"
    field(panel, "Facts").value = "F1"
    assert puts(panel) == [] and fact(store).unit == "°C"


def test_a_change_from_elsewhere_is_not_undone_but_asked_about(store):
    panel = fact_table(store)
    press(panel, "Put °C")
    store.put("enterprise.facts/F1", {"unit": "K"})
    press(panel, "Undo")
    assert fact(store).unit == "K" and "was changed elsewhere" in trouble(panel)


def test_it_is_said_in_russian_too(store):
    with inside("ru"):
        panel = fact_table(store)
        assert [one.description for one in puts(panel)] == ["Поставить: °C"]
        assert shown(puts(panel)[0])
