"""Does the KPI tree show each KPI under its objective with formula and value, and fill in what a measure says?"""

import pytest
from review.faults import changed
from review.measurement import good, plan

from promplan.language import Problem, inside
from promplan.media.kpi import kpi
from promplan.names import NAMES
from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets.kpi_metric import MetricFinder, found_by, said_of
from promplan.widgets.kpi_tree import Tree, kpi_tree
from promplan.widgets.kpi_tree_rows import tree


def walk(one):
    yield one
    for child in getattr(one, "children", ()):
        yield from walk(child)


def opened(document: Plan):
    store = MemoryStore(document)
    panel = kpi_tree(store)
    return store, panel, next(one for one in walk(panel) if isinstance(one, Tree))


def field(panel, label: str):
    return next(one for one in walk(panel) if getattr(one, "description", "") == label and hasattr(one, "value"))


def said(panel) -> str:
    return " ".join(str(one.value) for one in walk(panel) if isinstance(getattr(one, "value", None), str))


def test_each_kpi_stands_under_its_objective_and_level_with_formula_value_and_target():
    _, _, board = opened(plan(good()))
    assert [one["key"] for one in board.rows] == ["O1", "O2"]
    (take, did) = board.rows[0]["levels"]
    assert take["title"].startswith("Out-take") and did["title"].startswith("Outcome")
    (ctr,) = take["kpis"]
    assert ctr["formula"] == "CTR = clicks / impressions, here in %"
    assert "1.75 %" in ctr["value"] and "95 % interval" in ctr["value"] and "1.5 %" in ctr["target"]
    assert (ctr["outcome"], ctr["mark"]) == ("reached", "●") and "right side" in ctr["said"]


def test_a_kpi_without_an_objective_stands_by_itself_and_an_objective_without_one_is_there():
    rows = tree(plan(changed(good(), {"kpis.2.objective": ""})))
    assert [one["key"] for one in rows] == ["O1", "O2", "loose"] and rows[1]["levels"] == []
    assert rows[2]["levels"][0]["kpis"][0]["key"] == "KP3"


def test_a_press_in_the_tree_opens_the_card_and_the_chosen_one_is_marked():
    _, panel, board = opened(plan(good()))
    board.pressed = "KP3 1"
    assert board.chosen == "KP3" and field(panel, "What we measure").value == "know the plant"
    board.pressed = "KP77 2"
    assert board.chosen == "KP3"


def test_the_tree_follows_the_plan():
    store, _, board = opened(plan(good()))
    store.put("kpis/KP2", {"target": 90.0})
    assert board.rows[0]["levels"][1]["kpis"][0]["outcome"] == "missed"
    store.remove("kpis/KP2")
    assert len(board.rows[0]["levels"]) == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("CTR", ["ctr"]),
        ("кликабельность", ["ctr"]),
        ("Охват", ["reach", "reach_percent", "effective_reach", "err"]),
        ("likes", ["engagements"]),
        ("x", []),
    ],
)
def test_a_measure_is_found_by_its_name_in_either_language(typed, found):
    assert [one.id for one in found_by(typed)] == found


def test_a_name_that_means_several_asks_which():
    found = found_by("вовлечённость")
    assert len(found) == 4 and "Which one can you count?" in str(said_of("вовлечённость", found))
    assert "has no “xyzzy”" in str(said_of("xyzzy", found_by("xyzzy")))


def test_a_part_of_a_word_is_no_name():
    assert "applications" not in [one.id for one in found_by("клик")]  # «отклик»


def test_taking_a_measure_fills_level_name_and_unit_and_can_be_undone():
    store, panel, _ = opened(plan({**good(), "kpis": [{"id": "KP1"}]}))
    field(panel, "Find a measure by its name").value = "CTR"
    (button,) = [one for one in walk(panel) if "clicks / impressions" in getattr(one, "description", "")]
    button.click()
    (one,) = store.plan.kpis
    assert (one.metric, one.level, one.name, one.unit) == ("ctr", "out-take", "CTR", "%")
    assert field(panel, "Find a measure by its name").value == ""


def test_a_level_that_the_team_chose_stays_and_the_old_measures_goes():
    from promplan.widgets.kpi_metric import taken

    values = {**good(), "kpis": [{"id": "KP1", "metric": "ctr", "level": "out-take"}, {"id": "KP2", "level": "impact"}]}
    document = plan(values)
    assert taken(document, "KP1", kpi("visits")).kpis[0].level == "outcome"
    assert taken(document, "KP2", kpi("visits")).kpis[1].level == "impact"


def test_choosing_a_measure_in_the_list_fills_what_is_empty():
    store, panel, _ = opened(plan({**good(), "kpis": [{"id": "KP1", "name": "who came"}]}))
    field(panel, "Formula from the dictionary").value = "visits"
    (one,) = store.plan.kpis
    assert (one.metric, one.level, one.name) == ("visits", "outcome", "who came")


def test_likes_as_the_only_kpi_are_told_live():
    likes = {"id": "KP1", "name": "likes", "metric": "engagements", "level": "out-take", "objective": "O1"}
    _, panel, _ = opened(plan({**good(), "kpis": [likes]}))
    assert "none of them counts what people did" in said(panel)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_a_kernel_the_tree_is_a_list(language):
    with inside(language):
        _, panel, _ = opened(plan(changed(good(language), {"kpis.0.name": "<b>CTR</b>"})))
        html = panel._repr_mimebundle_()["text/html"]
    assert html.count("<li>") >= 7 and "&lt;b&gt;CTR" in html and "<b>CTR</b>" not in html


def test_an_empty_plan_says_what_to_do():
    _, panel, board = opened(Plan())
    assert board.rows == [] and "no objective and no KPI yet" in panel.static


def test_without_a_kpi_no_measure_is_looked_for_and_none_is_lost():
    from promplan.widgets.kpi_metric import taken

    store, panel, _ = opened(Plan())
    finder = next(one for one in walk(panel) if "pp-kpi-finder" in getattr(one, "_dom_classes", ()))
    assert finder.layout.display == "none"
    store.add("kpis", {"name": "who came"})
    assert finder.layout.display == ""
    with pytest.raises(Problem, match="press Add below"):
        taken(Plan(), "KP1", kpi("visits"))


def test_it_has_its_name():
    assert NAMES["kpi_tree"].where == "promplan.widgets.kpi_tree:kpi_tree"
    assert MetricFinder.__doc__
