"""Does a form keep what was typed through failing saves, conflicts and other records, and write nothing by itself?"""

from typing import Annotated, Any

import pytest
from pydantic import Field
from widgets import finding

from promplan.language import Problem, say
from promplan.plan import Plan, edit
from promplan.plan.base import Line, Part, Record, Text
from promplan.plan.enterprise import Fact
from promplan.plan.ideas import Idea
from promplan.plan.labels import label
from promplan.plan.store import MemoryStore
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard


class Gate(Part):
    """A part with a hint, a bound and a field without a label."""

    where: Line = Field("", json_schema_extra=label("Where", help="the gate <north>"))
    places: Annotated[int, Field(ge=0, le=900)] | None = Field(None, json_schema_extra=label("Places"))
    note: Text = ""


class Gates(Plan):
    """A plan with a gate."""

    gate: Gate = Field(default_factory=Gate)


class Watched(MemoryStore):
    """A store that remembers what was put, fails when it is told to, and may find that another window was faster."""

    def __init__(self, plan: Any) -> None:
        super().__init__(plan)
        self.written: list[dict[str, Any]] = []
        self.failing: list[Exception] = []
        self.faster: dict[str, Any] | None = None

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> Any:
        self.written.append(fields)
        if self.failing:
            raise self.failing.pop()
        if self.faster is not None:
            self.plan, self.faster = edit.put(self.plan, address, self.faster), None
        return super().put(address, fields, seen)


def gate() -> tuple[Watched, Form]:
    store = Watched(Gates(gate=Gate(where="north", places=5, note="a note")))
    made = Form(store, "gate", Gate, ("where", "places", "note"), Guard())
    store.watch(made.load)
    return store, made


def widget(made: Form, name: str) -> Any:
    return made.rows[name].control.widget


def elsewhere(store: Watched, **fields: Any) -> None:
    """A change that another window makes."""
    MemoryStore.put(store, "gate", fields)


def test_a_field_is_shown_with_its_label_and_its_hint_and_one_without_either_by_its_name():
    _, made = gate()
    told = finding.told(made.box)
    assert "the gate &lt;north&gt;" in told and told.count("<span") == 1
    assert [widget(made, name).description for name in ("where", "places", "note")] == ["Where", "Places", "note"]
    assert [widget(made, name).value for name in ("where", "places", "note")] == ["north", "5", "a note"]


def test_a_part_stands_under_its_own_heading():
    store = MemoryStore(Plan())
    store.add("enterprise.facts", {})
    made = Form(store, "enterprise.facts/F1", Fact, ("statement", "clearance"), Guard())
    assert "Clearance: who lets it out" in finding.told(made.box)


class Guest(Record):
    """Somebody who comes along."""

    LETTER = "G"
    name: Line = ""


class Visit(Part):
    """Two lists, one with a label."""

    guests: Annotated[list[Guest], Field(max_length=9)] = Field(
        default_factory=list, json_schema_extra=label("Who comes along")
    )
    hosts: Annotated[list[Guest], Field(max_length=9)] = Field(default_factory=list)


class Visited(Plan):
    """A plan with a visit."""

    visit: Visit = Field(default_factory=Visit)


def test_a_list_in_a_record_carries_its_label_or_else_its_name():
    made = Form(MemoryStore(Visited()), "visit", Visit, ("guests", "hosts"), Guard())
    assert [made.within[name].rows.list.description for name in ("guests", "hosts")] == ["Who comes along", "hosts"]


def test_what_is_shown_is_not_written_back():
    store, made = gate()
    elsewhere(store, where="south", places=9)
    assert (widget(made, "where").value, widget(made, "places").value) == ("south", "9")
    assert store.written == [] and made.guard.said == ""


def test_a_field_behind_one_that_is_not_saved_still_follows_the_plan():
    store, made = gate()
    widget(made, "places").value = "many"
    elsewhere(store, note="another note", where="south")
    assert [widget(made, name).value for name in ("where", "places", "note")] == ["south", "many", "another note"]


def test_what_is_typed_letter_by_letter_is_saved_each_time_and_nobody_is_asked():
    store, made = gate()
    shown = []
    widget(made, "where").observe(lambda change: shown.append(change["new"]), "value")
    for typed in ("s", "so", "sou", "south"):
        widget(made, "where").value = typed
        assert (store.plan.gate.where, made.guard.trouble, made.rows["where"].ask.children) == (typed, "", ())
    elsewhere(store, note="another note")
    assert shown == ["s", "so", "sou", "south"]  # what is shown already is not shown anew


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Problem(say("Nothing can be saved here.")), "Nothing can be saved here."),
        (OSError("the disk is full"), "the disk is full"),
    ],
)
def test_after_a_save_that_failed_what_was_typed_stays_and_the_next_one_asks_nothing(error, said):
    store, made = gate()
    store.failing = [error]
    widget(made, "where").value = "sou"
    assert said in made.guard.trouble and store.plan.gate.where == "north"
    elsewhere(store, note="another note")
    assert widget(made, "where").value == "sou"
    widget(made, "where").value = "south"
    assert (store.plan.gate.where, made.guard.trouble, made.rows["where"].error.value) == ("south", "", "")
    assert made.rows["where"].ask.children == ()
    elsewhere(store, where="east")
    assert widget(made, "where").value == "east"


def test_only_what_is_wrong_in_the_plans_own_eyes_is_told_beside_the_field_too():
    store, made = gate()
    store.failing = [Problem(say("Nothing can be saved here."))]
    widget(made, "where").value = "south"
    assert "Nothing can be saved here." in made.rows["where"].error.value
    store.failing = [OSError("the disk is full")]
    widget(made, "note").value = "x"
    assert made.rows["note"].error.value == "" and "the disk is full" in made.guard.trouble


def test_a_number_beyond_its_bound_is_mended_without_a_question():
    store, made = gate()
    widget(made, "places").value = "901"
    assert "900" in made.rows["places"].error.value and store.plan.gate.places == 5
    widget(made, "places").value = "900"
    assert (store.plan.gate.places, made.guard.trouble) == (900, "")
    assert made.rows["places"].ask.children == () and made.rows["places"].error.value == ""


def both(store: Watched, made: Form, name: str, mine: Any, theirs: Any) -> None:
    """Another window is faster by a moment: its value is in the plan when ours is saved."""
    store.faster = {name: theirs}
    widget(made, name).value = mine


def test_a_question_takes_the_place_of_an_error_and_tells_both_versions_escaped():
    store, made = gate()
    widget(made, "places").value = "901"
    assert made.rows["places"].error.value
    both(store, made, "places", "7", 9)
    assert made.rows["places"].error.value == "" and "Here: 7. In the plan: 9." in finding.told(made.rows["places"].ask)
    both(store, made, "where", "<south>", "east")
    assert "Here: &lt;south&gt;. In the plan: east." in finding.told(made.rows["where"].ask)
    assert [one.description for one in finding.walk(made.rows["where"].ask) if hasattr(one, "click")] == [
        "Keep mine",
        "Take theirs",
    ]


def test_theirs_is_taken_as_it_is_by_now_even_if_it_is_what_it_was_at_first():
    store, made = gate()
    both(store, made, "where", "south", "east")
    elsewhere(store, where="north")
    assert widget(made, "where").value == "south"
    finding.press(made.rows["where"].ask, "Take theirs")
    assert (widget(made, "where").value, made.guard.trouble) == ("north", "")
    assert made.rows["where"].ask.children == () and store.plan.gate.where == "north"


def test_once_they_took_their_change_back_typing_on_asks_nothing():
    store, made = gate()
    both(store, made, "where", "south", "east")
    elsewhere(store, where="north")
    widget(made, "where").value = "southern gate"
    assert (store.plan.gate.where, made.guard.trouble) == ("southern gate", "")
    assert made.rows["where"].ask.children == ()


def test_typing_on_while_a_question_is_open_asks_it_again_with_what_is_typed_now():
    store, made = gate()
    both(store, made, "where", "south", "east")
    widget(made, "where").value = "west"
    assert "Here: west. In the plan: east." in finding.told(made.rows["where"].ask)
    assert store.plan.gate.where == "east"


def test_mine_is_kept_against_what_was_told_and_asked_again_if_they_changed_it_since():
    store, made = gate()
    both(store, made, "where", "south", "east")
    elsewhere(store, where="west")
    finding.press(made.rows["where"].ask, "Keep mine")
    assert "In the plan: west." in finding.told(made.rows["where"].ask) and store.plan.gate.where == "west"
    finding.press(made.rows["where"].ask, "Keep mine")
    assert (store.plan.gate.where, made.guard.trouble, made.rows["where"].ask.children) == ("south", "", ())


def test_what_two_windows_changed_alike_is_asked_about_by_nobody():
    store, made = gate()
    both(store, made, "where", "south", "south")
    assert (store.plan.gate.where, made.guard.trouble, made.rows["where"].ask.children) == ("south", "", ())


def chosen() -> tuple[Watched, ChosenForm]:
    store = Watched(Plan())
    for source in ("list", "log"):
        store.add("enterprise.facts", {"source": source})
    made = ChosenForm(store, "enterprise.facts", Fact, ("statement", "source", "clearance"), Guard())
    store.watch(made.follow)
    made.show("F1")
    return store, made


def test_a_question_that_was_left_open_is_asked_again_when_its_record_is_chosen_again():
    store, made = chosen()
    store.faster = {"source": "theirs"}
    widget(made.form, "source").value = "mine"
    made.show("F2")
    assert widget(made.form, "source").value == "log" and made.form.rows["source"].ask.children == ()
    made.show("F1")
    assert widget(made.form, "source").value == "mine" and store.plan.enterprise.facts[0].source == "theirs"
    assert "Here: mine. In the plan: theirs." in finding.told(made.form.rows["source"].ask)
    assert made.guard.trouble.count("F1") == 1
    finding.press(made.form.rows["source"].ask, "Keep mine")
    assert [one.source for one in store.plan.enterprise.facts] == ["mine", "log"] and made.guard.trouble == ""


def test_what_waited_in_a_record_is_saved_when_it_is_chosen_again_and_nothing_else_is():
    store, made = chosen()
    store.failing = [OSError("the disk is full")]
    widget(made.form, "source").value = "shift log"
    made.show("F2")
    store.written.clear()
    made.show("F1")
    assert store.written == [{"source": "shift log"}] and made.guard.trouble == ""
    assert [one.source for one in store.plan.enterprise.facts] == ["shift log", "log"]
    made.show("F2")
    made.show("F1")
    assert store.written == [{"source": "shift log"}]


def test_a_form_whose_record_is_gone_says_so_and_saves_nothing_into_the_void():
    store = Watched(Plan())
    store.add("enterprise.facts", {"source": "list"})
    made = Form(store, "enterprise.facts/F1", Fact, ("statement", "source"), Guard())
    store.remove("enterprise.facts/F1")
    made.load()
    assert "F1 is no longer" in made.guard.trouble and widget(made, "source").value == "list"


def test_what_was_typed_into_other_records_is_forgotten_with_them_and_kept_for_the_rest():
    store, made = chosen()
    store.add("enterprise.facts", {"source": "third"})
    for id_, typed in (("F1", "one" * 2000), ("F2", "two" * 2000)):
        made.show(id_)
        widget(made.form, "source").value = typed
    made.show("F3")
    assert "F1: Source" in made.guard.trouble and "F2: Source" in made.guard.trouble
    store.remove("enterprise.facts/F1")
    assert "F1: Source" not in made.guard.trouble and "F2: Source" in made.guard.trouble
    made.show("F2")
    assert widget(made.form, "source").value == "two" * 2000


def test_a_part_of_another_record_is_swept_with_it():
    store, made = chosen()
    inner = made.form.parts["clearance"]
    widget(inner, "by").value = "x" * 5000
    assert "longer than" in made.guard.trouble
    made.show("F2")
    store.remove("enterprise.facts/F1")
    assert made.guard.trouble == "" and widget(inner, "by").value == ""


def test_a_picker_is_told_whose_field_it_is_and_begins_anew_with_another_record():
    plan = Plan()
    for title in ("The press breathes", "The wall"):
        plan, _ = edit.add(plan, "ideas", {"title": title})
    made = Form(MemoryStore(plan), "ideas/I1", Idea, ("title", "facts"), Guard())
    assert widget(made, "facts").of == "ideas/I1"
    made.load("ideas/I2")
    assert widget(made, "facts").of == "ideas/I2"
