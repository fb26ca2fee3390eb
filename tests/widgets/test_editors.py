"""Do the editors save what is typed, show what is wrong, and lose nothing of bad input?"""

import re

import pytest

from promplan import language
from promplan.language.typesetting import unset
from promplan.plan.codec import loads
from promplan.plan.store import NAME, FileStore, MemoryStore
from promplan.units.registry import loop
from promplan.widgets.brief import brief_form
from promplan.widgets.exercise import exercise
from promplan.widgets.facts import fact_table
from promplan.widgets.guard import Guard
from promplan.widgets.toast import Toast


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def control(panel, label):
    return next(one for one in walk(panel) if unset(getattr(one, "description", None) or "") == label)


def words(panel) -> str:
    return unset(" ".join(one.value for one in walk(panel) if isinstance(getattr(one, "value", None), str)))


def test_what_is_typed_is_in_the_plan():
    store = MemoryStore()
    control(brief_form(store), "Who asks for this work").value = "press office"
    assert store.plan.brief.client == "press office"


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12.0), ("1,5", 1.5), ("9,800", 9800.0), ("1 120", 1120.0), ("", None)]
)
def test_numbers_are_read_as_people_write_them(typed, value):
    store = MemoryStore()
    store.add("enterprise.facts", {"value": 7.0})
    control(fact_table(store), "Value").value = typed
    assert store.plan.enterprise.facts[0].value == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("10,750", 10.75), ("1,125", 1.125), ("10 750", 10750.0), ("1 120,5", 1120.5), ("1,200,000", 1.2e6), ("12", 12.0)],
)
def test_in_russian_a_comma_is_decimal_and_thousands_are_set_off_by_spaces(typed, value):
    store = MemoryStore()
    store.add("enterprise.facts", {})
    with language.inside("ru"):
        control(fact_table(store), "Значение").value = typed
    assert store.plan.enterprise.facts[0].value == value


def test_a_wrong_date_stays_in_its_field_with_the_error_beside_it():
    store = MemoryStore()
    store.add("enterprise.facts", {})
    panel = fact_table(store)
    control(panel, "As of").value = "soon"
    assert store.plan.enterprise.facts[0].as_of is None and control(panel, "As of").value == "soon"
    assert "a date belongs here" in words(panel)
    assert "Not saved" in next(one for one in walk(panel) if isinstance(one, Guard)).trouble


def test_a_copy_stands_behind_its_original_and_is_chosen():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "a", "value": 3.0})
    panel = fact_table(store)
    control(panel, "Copy").click()
    assert [(one.id, one.value) for one in store.plan.enterprise.facts] == [("F1", 3.0), ("F2", 3.0)]
    assert control(panel, "Facts").value == "F2"


def test_an_edit_made_elsewhere_is_shown_and_a_conflict_asks():
    store = MemoryStore()
    panel = brief_form(store)
    store.put("brief", {"client": "elsewhere"})
    assert control(panel, "Who asks for this work").value == "elsewhere"


def test_clearance_is_saved_with_the_fact():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "a"})
    panel = fact_table(store)
    control(panel, "Clearance").value = "cleared"
    control(panel, "Who clears it").value = "process engineer"
    clearance = store.plan.enterprise.facts[0].clearance
    assert (clearance.state, clearance.by) == ("cleared", "process engineer")


def test_findings_follow_the_plan_and_escape_what_was_typed():
    store = MemoryStore()
    store.add("enterprise.facts", {})
    panel = fact_table(store)
    control(panel, "Fact").value = "The best seals"
    control(panel, "Value").value = "3"
    control(panel, "Unit").value = "<b>x</b>"
    assert "FACT-11" in words(panel) and "&lt;b&gt;x" in words(panel)


def test_an_empty_plan_never_passes_and_is_no_try():
    store = MemoryStore()
    panel = exercise(store, loop("01-facts"))
    control(panel, "Check").click()
    assert "Not passed yet" in words(panel) and store.plan.answers.tries == {}


def test_the_hint_goes_further_step_by_step():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "The best seals"})
    panel = exercise(store, loop("01-facts"))
    seen = set()
    for _ in range(3):
        control(panel, "Hint").click()
        seen.add(words(panel))
    assert len(seen) == 3


def test_start_over_asks_first():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "a"})
    panel = exercise(store, loop("01-facts"))
    control(panel, "Start over").click()
    assert store.plan.enterprise.facts
    control(panel, "Really empty this unit's sections?").click()
    assert store.plan.enterprise.facts == []


def test_what_was_emptied_lies_in_a_backup_however_young_the_last_one_is(tmp_path):
    store = FileStore(tmp_path / NAME)
    for statement in ("a", "b"):
        store.add("enterprise.facts", {"statement": statement})
    panel = exercise(store, loop("01-facts"))
    for label in ("Start over", "Really empty this unit's sections?"):
        control(panel, label).click()
    newest = max((tmp_path / "plan-backups").iterdir(), key=lambda file: int(file.stem.rpartition("-")[2]))
    assert store.plan.enterprise.facts == []
    assert [one.statement for one in loads(newest.read_bytes()).enterprise.facts] == ["a", "b"]


def started_over(store):
    panel = exercise(store, loop("01-facts"))
    for label in ("Start over", "Really empty this unit's sections?"):
        control(panel, label).click()
    return panel


def toast(panel) -> Toast:
    return next(one for one in walk(panel) if isinstance(one, Toast))


def test_start_over_says_where_what_was_is_kept_and_one_press_takes_it_back(tmp_path):
    store = FileStore(tmp_path / NAME)
    store.add("enterprise.facts", {"statement": "14 presses"})
    store.put("team", {"name": "Arc"})
    said = toast(panel := started_over(store))
    name = said.said.rpartition("/")[2]
    assert said.undoes and (tmp_path / "plan-backups" / name).is_file()
    store.put("team", {"name": "Bow"})  # another unit's section is nobody's undoing
    said.undo()
    assert [one.statement for one in store.plan.enterprise.facts] == ["14 presses"]
    assert store.plan.team.name == "Bow" and said.said == "Brought back." and "Not passed" not in words(panel)


def test_what_was_started_over_is_brought_back_in_another_session_from_its_copy(tmp_path):
    FileStore(tmp_path / NAME).add("enterprise.facts", {"statement": "14 presses"})
    started_over(FileStore(tmp_path / NAME))
    store = FileStore(tmp_path / NAME)
    panel = exercise(store, loop("01-facts"))
    back = next(one for one in walk(panel) if getattr(one, "description", "").startswith("Bring back the copy of "))
    assert back.layout.display == "" and re.fullmatch(r"Bring back the copy of \d\d:\d\d", back.description)
    back.click()
    assert [one.statement for one in store.plan.enterprise.facts] == ["14 presses"]
    assert back.layout.display == "none"


def test_nothing_is_brought_back_over_what_was_written_meanwhile(tmp_path):
    store = FileStore(tmp_path / NAME)
    store.add("enterprise.facts", {"statement": "14 presses"})
    panel = started_over(store)
    store.add("enterprise.facts", {"statement": "15 presses"})
    said = toast(panel)
    said.pressed += 1
    assert [one.statement for one in store.plan.enterprise.facts] == ["15 presses"]
    assert "again" in next(one.trouble for one in walk(panel) if hasattr(one, "trouble"))


def test_nothing_is_offered_to_whoever_has_not_begun(tmp_path):
    panel = exercise(FileStore(tmp_path / NAME), loop("01-facts"))
    assert not [one for one in walk(panel) if getattr(one, "description", "").startswith("Bring back")]


def test_without_a_kernel_the_cell_shows_a_readable_list():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "<i>14 presses</i>"})
    data = fact_table(store)._repr_mimebundle_()
    assert "&lt;i&gt;14 presses" in data["text/html"] and data["text/plain"] == "[Register of facts]"


def test_the_form_speaks_russian():
    with language.inside("ru"):
        assert control(brief_form(MemoryStore()), "Кто даёт задание")


def test_the_form_does_not_blink_while_its_own_record_is_typed():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "a"})
    store.add("enterprise.facts", {"statement": "b"})
    panel = fact_table(store)
    control(panel, "Facts").value = "F2"
    box = next(one for one in panel.children if control(panel, "Fact") in list(walk(one)))
    blinks = []
    box.layout.observe(lambda change: blinks.append(change["new"]), "display")
    control(panel, "Fact").value = "another"
    assert blinks == []


def test_the_kinds_of_number_of_the_team_s_plant_stand_first():
    store = MemoryStore()
    store.put("meta", {"case": "wagon-works"})
    store.add("enterprise.facts", {})
    kinds = [key for _, key in control(fact_table(store), "Kind of number").options]
    assert {"wagon-tare", "wagon-payload", "axle-load"} <= set(kinds[1:14])
    assert kinds[0] == "" and kinds.index("moulding-time") > kinds.index("wheel-diameter") and len(set(kinds)) > 25
