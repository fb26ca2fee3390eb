"""Is there any control in the course whose change can fail in silence?

Every editor of `pp.` is built over a store on which each change fails in a way that nobody foresaw, and every control
in it is used once.
"""

import ipywidgets as widgets
import pytest

import promplan as pp
from promplan import session
from promplan.cases.kit import available, load
from promplan.cases.shots import menu
from promplan.names import NAMES
from promplan.plan import edit
from promplan.plan.store import MemoryStore
from promplan.widgets.acts import Acting
from promplan.widgets.budget_sliders import BudgetSliders
from promplan.widgets.composer import Board as Composer
from promplan.widgets.flaws import Flaws
from promplan.widgets.floor_map import FloorMap
from promplan.widgets.funnel import Board
from promplan.widgets.guard import Guard
from promplan.widgets.guess import Drawing
from promplan.widgets.idea_board import IdeaBoard
from promplan.widgets.panel import Panel
from promplan.widgets.picker import DayPicker
from promplan.widgets.picks import Picks
from promplan.widgets.references import References
from promplan.widgets.sheet import Paper
from promplan.widgets.visit_kit import taken

NAMED = {  # what is asked for by a name
    "quiz": ["00-ticket", "01-numbers", "01-core", "01-can-this-be", "02-pyramid"],
    "exercise": ["00-start", "01-facts", "02-goals", "03-message", "04-art", "05-visit", "06-making", "07-calendar"],
    "flaws": ["06-ai-draft"],
    "answers": [],  # a table, nothing to press
    "notes": [],
}
HANDED = (  # they write no field of the plan by hand
    *("hand_in", "merge", "handover", "visit_papers", "visit_back"),
    *("calendar_files", "calendar_back", "suggest_schedule", "what_if_slips"),  # tests/widgets/test_calendar_tools.py
    "results_back",  # tests/widgets/test_results_back.py
    "campaign_game",  # tests/widgets/test_campaign_game.py
    "exports",  # tests/widgets/test_exports.py
)
CALLS = [
    *((name, ()) for name, one in NAMES.items() if any("store" in it for it in one.given) and name not in NAMED),
    *((name, (one,)) for name, ones in NAMED.items() for one in ones),
]


class Broken(MemoryStore):
    """Nothing can be changed in it, and what it says of that is no `Problem`."""

    tried = 0

    def _apply(self, change):
        change(self.plan)
        Broken.tried += 1
        raise IsADirectoryError(21, "Is a directory")


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def use(one) -> None:
    """What a hand does to a control."""
    if isinstance(one, widgets.Button):
        one.click()
    elif isinstance(one, widgets.Checkbox):
        one.value = not one.value
    elif isinstance(one, (widgets.Text, widgets.Textarea)):
        one.value = "7"
    elif isinstance(one, (widgets.Dropdown, widgets.Select, widgets.RadioButtons)):
        others = [value for _, value in one._options_full if value != one.value]
        if others:
            one.value = others[-1]
    elif isinstance(one, References):
        one.value = [*one.value, "F77"]
    elif isinstance(one, DayPicker):
        one.picked = "2027-02-03 1"
    elif isinstance(one, Paper):
        one.asked = {"turn": 1, "answers": {it["id"]: "a" for it in one.sheet["questions"]}}
    elif isinstance(one, Drawing):
        one.asked = {"turn": 1, "answer": " ".join(["60"] * len(one.axes.get("points", [1])))}
    elif isinstance(one, Board):
        one.changed = {**one.shown, "id": one.chosen, "target": "77"}
    elif isinstance(one, Composer):
        one.changed = {**one.about["state"], "page": "one", "turn": 1, "form": "spirograph"}
    elif isinstance(one, Flaws):
        one.asked = {"turn": 1, "picked": ["age"]}
    elif isinstance(one, IdeaBoard):
        one.value = new = one.shown["cards"][-1]["id"]  # not placed yet
        one.moved = {"id": new, "turn": 1, "from": {}, "to": {"effort": 2, "impact": 5}}
    elif isinstance(one, Picks) and one.rows:
        one.value = tuple(key for _, key in one.rows if key not in one.value)
    elif isinstance(one, FloorMap):
        one.acted = {"page": "one", "turn": 1, "act": "add", "place": one.site["places"][0]["id"]}
    elif isinstance(one, BudgetSliders):
        one.acts = {"page": "one", "list": [{"turn": 1, "do": "fixed", "id": one.shown["rows"][0]["id"], "on": True}]}
    elif isinstance(one, Acting):
        act = {"turn": 1, "do": "add", "piece": one.shown.get("id", ""), "language": one.shown.get("language")}
        one.acts = {"page": "one", "list": [act]}


@pytest.mark.parametrize(("name", "given"), CALLS, ids=[" ".join((name, *given)) for name, given in CALLS])
def test_whatever_goes_wrong_in_a_handler_is_told(monkeypatch, name, given):
    plan, _ = edit.add(load(available()[0]).plan, "ideas", {"title": "The press breathes"})
    plan, item = edit.add(plan, "items", {"title": "The ring", "form": "press release"})
    for inner in ("approvals", "rights", "ai", "production"):
        plan, _ = edit.add(plan, f"items/{item}/{inner}", {})
    plan, _ = taken(edit.put(plan, "visit", {"minutes": 90}), menu(plan.meta.case)[0])
    plan, _ = edit.add(plan, "visit.heard", {"statement": "It hums"})
    plan, _ = edit.add(plan, "items", {"title": "The press breathes", "form": "video"})
    monkeypatch.setattr(session, "_session", session.Session("03-message", Broken(plan)))
    panel = getattr(pp, name)(*given)
    if not isinstance(panel, Panel):
        pytest.skip("shows only")
    guards = [one for one in walk(panel) if isinstance(one, Guard)]
    failed = 0
    for one in list(walk(panel)):
        before = Broken.tried
        for guard in guards:
            guard.forget()
        for _ in range(2 if isinstance(one, widgets.Button) else 1):  # some buttons ask first
            use(one)
        if Broken.tried > before:
            failed += 1
            assert any("Is a directory" in guard.trouble for guard in guards), f"{one!r} failed in silence"
        assert not any(guard.said for guard in guards)
    assert failed or name in HANDED, "nothing was tried"
