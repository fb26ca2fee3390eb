"""Are the exercise's notes those of the plant that the team chose, each with its paper and its day?"""

import re

import pytest
from widgets.finding import told

from promplan.cases.kit import available, load
from promplan.cases.notes import notes
from promplan.language import LANGUAGES, inside
from promplan.plan.store import MemoryStore
from promplan.widgets.notes import field_notes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", available())
def test_every_note_of_a_case_has_its_paper_and_its_day(case, language):
    found = notes(case)
    assert found and len(found.notes) >= 5
    for one in found.notes:
        assert re.search(r"20\d\d", one.paper[language]), one
    with inside(language):
        shown = told(field_notes(MemoryStore(load(case).blank)))
    assert "2026" in shown and ("@" in shown)


def test_the_notes_follow_when_another_plant_is_chosen():
    store = MemoryStore(load("rubber-works").blank)
    panel = field_notes(store)
    assert "170 °F" in told(panel) and "gondola" not in told(panel)
    store.put("meta", {"case": "wagon-works"})
    assert "120 mm" in told(panel) and "170 °F" not in told(panel)
    store.put("meta", {"case": "real"})
    assert "write from your own notes" in told(panel)


def test_without_a_plant_the_notes_of_the_exercises_are_shown_and_said_to_be():
    panel = field_notes(MemoryStore())
    assert "No plant is chosen yet" in told(panel) and "120 mm" in panel._repr_mimebundle_()["text/html"]
