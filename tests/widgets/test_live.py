"""Do the findings beside a form say what is open, that nothing is, or that there is nothing to look at yet?"""

import pytest

from promplan.cases.example import example
from promplan.plan.store import MemoryStore
from promplan.widgets.brief import brief_form
from promplan.widgets.objectives import objective_cards
from promplan.widgets.plant import plant_picker
from promplan.widgets.team import team_form


def said(panel) -> str:
    """What stands in the panel's regions."""

    def walk(box):
        yield box
        for child in getattr(box, "children", ()):
            yield from walk(child)

    return " ".join(one.value for one in walk(panel) if isinstance(getattr(one, "value", None), str))


FORMS = {
    "team": (team_form, "00-solved"),
    "plant": (lambda store: plant_picker(store, {}), "00-solved"),
    "brief": (brief_form, "01-solved"),
    "objectives": (objective_cards, "02-solved"),
}


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_has_nothing_to_check_and_a_full_one_nothing_open(name):
    form, solved = FORMS[name]
    assert "nothing to check yet" in said(form(MemoryStore())) and "✔" not in said(form(MemoryStore()))
    full = said(form(MemoryStore(example(solved))))
    assert "✔ nothing open here" in full and "nothing to check yet" not in full


def test_the_words_follow_the_plan():
    store = MemoryStore(example("01-solved"))
    panel = brief_form(store)
    store.put("brief", {"client": " "})
    assert "Nobody asks for this work" in said(panel) and "✔ nothing open" not in said(panel)
    store.put("brief", {"client": "press office"})
    assert "✔ nothing open here" in said(panel)
