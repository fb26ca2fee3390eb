"""Does a form take every type of field, keep what is typed, and tell each field's trouble until it is mended?"""

from datetime import date, datetime, time
from typing import Annotated, Any, Literal

import pytest
from deep import Deep
from pydantic import Field
from widgets import finding

from promplan.language import inside, say
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.base import Id, Line, Part, Reference
from promplan.plan.brief import Brief
from promplan.plan.enterprise import Fact
from promplan.plan.labels import label
from promplan.plan.store import MemoryStore
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.controls import begun, line
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard


class Visit(Part):
    """A part with a field of every type that the plan's sections use."""

    gate: Line | None = None
    minors: bool = False
    agreed: bool | None = None
    starts: time | None = None
    day: date | None = None
    meets: datetime | None = None
    minutes: Annotated[int, Field(ge=0, le=900)] | None = None
    metres: float | None = None
    phrases: Annotated[list[Line], Field(max_length=5)] = Field(default_factory=list)
    forms: list[Literal["photo", "video"]] = Field(default_factory=list)
    state: Literal["open", "done"] = "open"
    lead: Reference = Field("", json_schema_extra={"refers": "team.members"})
    facts: list[Id] = Field(default_factory=list, json_schema_extra={"refers": "enterprise.facts"})


class Visiting(Deep):
    """A plan with a visit."""

    visit: Visit = Field(default_factory=Visit)


def form(kind: type[Part] = Visit, address: str = "visit", plan: Any = None) -> tuple[MemoryStore, Form]:
    store = MemoryStore(plan or Visiting())
    made = Form(store, address, kind, [name for name in kind.model_fields if name != "id"], Guard())
    store.watch(made.load)
    return store, made


def widget(made: Form, name: str) -> Any:
    return made.rows[name].control.widget


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("gate", "Gate 2", "Gate 2"),
        ("minors", True, True),
        ("agreed", False, False),
        ("starts", "9:40", time(9, 40)),
        ("day", "31.10.2026", date(2026, 10, 31)),
        ("meets", "2026-10-31 9:40", datetime(2026, 10, 31, 9, 40)),
        ("minutes", "45", 45),
        ("metres", "1,5", 1.5),
        ("phrases", "two words\n\n a third, with a comma ", ["two words", "a third, with a comma"]),
        ("forms", ["video"], ["video"]),
        ("state", "done", "done"),
        ("facts", ["F1", "F12"], ["F1", "F12"]),
    ],
)
def test_a_field_of_every_type_is_typed_saved_and_shown_again(name, typed, value):
    store, made = form()
    widget(made, name).value = typed
    assert getattr(store.plan.visit, name) == value and made.rows[name].error.value == ""
    again = Form(store, "visit", Visit, [name], Guard())
    assert again.rows[name].control.read(again.rows[name].control.widget.value) == value


@pytest.mark.parametrize("name", ["starts", "day", "meets", "minutes", "metres"])
def test_an_emptied_field_is_nothing_given(name):
    plan = Visiting(
        visit=Visit(starts=time(9), day=date(2026, 1, 1), meets=datetime(2026, 1, 1), minutes=1, metres=1.0)
    )
    store, made = form(plan=plan)
    widget(made, name).value = " "
    assert getattr(store.plan.visit, name) is None


@pytest.mark.parametrize(
    ("name", "typed", "belongs"),
    [
        ("starts", "25:00", "a time belongs here"),
        ("starts", "soon", "a time belongs here"),
        ("day", "soon", "a date belongs here"),
        ("meets", "2026-10-31", "a day and a time belong here"),
        ("minutes", "1.5", "a whole number"),
        ("minutes", "901", "900"),
        ("metres", "about 5", "a number belongs here"),
        ("facts", ["fact 1"], "not an id"),
    ],
)
def test_what_does_not_fit_is_told_beside_the_field_and_stays_typed(name, typed, belongs):
    store, made = form()
    widget(made, name).value = typed
    assert belongs in made.rows[name].error.value and widget(made, name).value == typed
    assert belongs in made.guard.trouble and store.plan.visit == Visit()


def test_a_member_is_chosen_from_those_there_are_and_a_new_one_joins():
    store, made = form()
    store.add("team.members", {"name": "Anna"})
    lead = widget(made, "lead")
    assert [key for _, key in lead.options] == ["M1"] and lead.one
    lead.value = ["M1"]
    assert store.plan.visit.lead == "M1"
    lead.value = []
    assert store.plan.visit.lead == ""


def test_a_type_without_a_control_is_refused_when_the_form_is_built():
    class Odd(Part):
        numbers: dict[str, int] = Field(default_factory=dict)

    class Oddly(Deep):
        odd: Odd = Field(default_factory=Odd)

    with pytest.raises(TypeError, match=r"Odd\.numbers: no form has a control"):
        form(Odd, "odd", Oddly())


def test_what_was_understood_stands_beside_the_field_until_it_is_wrong():
    store, made = form()
    with inside("ru"):
        widget(made, "metres").value = "3,125"
        assert store.plan.visit.metres == 3.125 and "понято: 3,125" in made.rows["metres"].heard.value
        widget(made, "day").value = "2 ноября 2026 г."
        assert store.plan.visit.day == date(2026, 11, 2) and "понято: понедельник, 2 ноября 2026" in unset(
            made.rows["day"].heard.value
        )
        widget(made, "day").value = "02/11/2026"
    assert made.rows["day"].heard.value == "" and "02.11.2026" in made.rows["day"].error.value


def test_a_day_is_shown_again_as_the_language_writes_it():
    plan = Visiting(visit=Visit(day=date(2026, 11, 2), meets=datetime(2026, 11, 2, 9, 40)))
    with inside("ru"):
        _, made = form(plan=plan)
        assert (widget(made, "day").value, widget(made, "meets").value) == ("02.11.2026", "02.11.2026 09:40")


def test_an_error_goes_when_the_field_is_mended():
    store, made = form()
    widget(made, "minutes").value = "many"
    widget(made, "minutes").value = "45"
    assert (made.rows["minutes"].error.value, made.guard.trouble, store.plan.visit.minutes) == ("", "", 45)


def test_the_trouble_of_one_field_stays_while_another_is_saved():
    store, made = form()
    widget(made, "minutes").value = "many"
    widget(made, "gate").value = "Gate 2"
    assert store.plan.visit.gate == "Gate 2" and "a number belongs here" in made.guard.trouble


def test_a_field_that_already_shows_the_plan_is_not_written_again():
    store, made = form()
    written = []
    widget(made, "gate").value = "Gate 2"
    widget(made, "gate").observe(lambda change: written.append(change["new"]), "value")
    store.put("visit", {"minutes": 5})
    assert written == [] and widget(made, "minutes").value == "5"


def test_what_is_typed_and_wrong_is_not_taken_away_by_a_change_elsewhere():
    store, made = form()
    widget(made, "minutes").value = "many"
    store.put("visit", {"gate": "Gate 2", "minutes": 5})
    assert (widget(made, "gate").value, widget(made, "minutes").value) == ("Gate 2", "many")


class Behind(MemoryStore):
    """A store whose next change finds that somebody else was faster."""

    def __init__(self, plan: Any) -> None:
        super().__init__(plan)
        self.first: list[tuple[str, dict[str, Any]]] = []

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> Any:
        while self.first:
            where, theirs = self.first.pop()
            self.plan = edit.put(self.plan, where, theirs)
        return super().put(address, fields, seen)


def conflicting() -> tuple[Behind, Form]:
    store = Behind(Visiting())
    made = Form(store, "brief", Brief, ("client", "contact", "must"), Guard())
    store.watch(made.load)
    return store, made


def press(made: Form, name: str, label: str) -> None:
    finding.press(made.rows[name].ask, label)


def test_only_the_field_that_both_changed_asks_and_two_questions_keep_both_texts():
    store, made = conflicting()
    store.first = [("brief", {"client": "their client", "contact": "their contact"})]
    widget(made, "client").value = "my client"
    widget(made, "contact").value = "my contact"
    widget(made, "must").value = "the ring"
    assert store.plan.brief.must == "the ring"
    assert (widget(made, "client").value, widget(made, "contact").value) == ("my client", "my contact")
    assert made.rows["client"].ask.children and made.rows["contact"].ask.children
    assert not made.rows["must"].ask.children
    press(made, "client", "Keep mine")
    press(made, "contact", "Take theirs")
    assert (store.plan.brief.client, store.plan.brief.contact) == ("my client", "their contact")
    assert (widget(made, "contact").value, made.guard.trouble) == ("their contact", "")


def facts() -> tuple[MemoryStore, ChosenForm]:
    store = MemoryStore(Visiting())
    for statement in ("a", "b"):
        store.add("enterprise.facts", {"statement": statement})
    chosen = ChosenForm(store, "enterprise.facts", Fact, ("statement", "value", "clearance"), Guard())
    store.watch(chosen.follow)
    chosen.show("F1")
    return store, chosen


def test_what_was_typed_wrongly_into_one_record_is_there_when_it_is_chosen_again():
    store, chosen = facts()
    widget(chosen.form, "value").value = "many"
    chosen.show("F2")
    assert widget(chosen.form, "value").value == "" and chosen.form.rows["value"].error.value == ""
    assert "F1: Value" in chosen.guard.trouble
    widget(chosen.form, "value").value = "3"
    chosen.show("F1")
    assert widget(chosen.form, "value").value == "many" and "a number" in chosen.form.rows["value"].error.value
    widget(chosen.form, "value").value = "4"
    assert [one.value for one in store.plan.enterprise.facts] == [4.0, 3.0] and chosen.guard.trouble == ""


def test_a_part_of_a_record_is_a_form_in_the_form_and_follows_the_choice():
    store, chosen = facts()
    inner = chosen.form.parts["clearance"]
    widget(inner, "by").value = "engineer"
    chosen.show("F2")
    assert widget(inner, "by").value == ""
    widget(inner, "state").value = "asked"
    one, two = (fact.clearance for fact in store.plan.enterprise.facts)
    assert (one.by, one.state, two.by, two.state) == ("engineer", "open", "", "asked")


def test_the_troubles_of_a_removed_record_go_with_it():
    store, chosen = facts()
    widget(chosen.form, "value").value = "many"
    store.remove("enterprise.facts/F1")
    assert chosen.guard.trouble == ""


def test_an_error_names_the_record_and_the_field_in_words():
    _, made = form(Brief, "brief")
    widget(made, "answer_days").value = "soon"
    assert made.guard.trouble.startswith("Not saved: Answers within (working days): a number belongs")


def test_a_label_may_offer_what_no_type_says():
    class Kind(Part):
        what: Line = Field("", json_schema_extra=label("What"))

    class Kinds(Deep):
        kind: Kind = Field(default_factory=Kind)

    store = MemoryStore(Kinds(kind=Kind(what="unknown")))
    made = Form(store, "kind", Kind, ("what",), Guard(), {"what": lambda plan: [("a known one", "known")]})
    assert widget(made, "what").value == "unknown"
    widget(made, "what").value = "known"
    assert store.plan.kind.what == "known"


def items() -> tuple[MemoryStore, Editor]:
    store = MemoryStore(Deep())
    for title in ("a film", "a post"):
        store.add("items", {"title": title})
    store.add("items/C1/panels", {"action": "a ring"})
    editor = Editor(store, "items", ("title", "panels", "rights"), say("Items"), "03-message")
    return store, editor


def test_the_records_in_a_record_are_edited_in_its_form_and_follow_the_choice():
    store, editor = items()
    within = editor.chosen.form.within["panels"]
    assert [key for _, key in within.rows.list.options] == ["S1"]
    widget(within.chosen.form, "action").value = "a warm ring"
    within.rows.buttons[0].click()
    widget(within.chosen.form, "action").value = "a hand"
    editor.rows.list.value = "C2"
    assert list(within.rows.list.options) == [] and within.chosen.box.layout.display == "none"
    within.rows.buttons[0].click()
    widget(within.chosen.form, "action").value = "a gate"
    assert [[one.action for one in item.panels] for item in store.plan.items] == [["a warm ring", "a hand"], ["a gate"]]
    approvals = editor.chosen.form.parts["rights"].within["approvals"]
    approvals.rows.buttons[0].click()
    assert [one.id for one in store.plan.items[1].rights.approvals] == ["Y1"] and editor.guard.trouble == ""


def test_a_removed_record_takes_the_lists_in_it_along():
    store, editor = items()
    store.remove("items/C1")
    assert editor.rows.list.value == "C2" and editor.guard.trouble == ""
    assert list(editor.chosen.form.within["panels"].rows.list.options) == []
    store.remove("items/C2")
    assert editor.chosen.box.layout.display == "none" and editor.guard.trouble == ""


def test_the_id_of_a_removed_record_brings_nothing_back_to_the_next_one_that_gets_it():
    store = MemoryStore()
    editor = Editor(store, "enterprise.facts", ("statement", "value"), say("Facts"), "01-facts")
    for _ in range(2):
        editor.rows.add()
    widget(editor.chosen.form, "value").value = "many"
    editor.rows.remove()
    assert editor.guard.trouble == ""
    editor.rows.add()
    assert editor.rows.list.value == "F2" and widget(editor.chosen.form, "value").value == ""
    assert editor.guard.trouble == ""


def test_the_last_record_goes_with_what_was_typed_into_it():
    store = MemoryStore()
    editor = Editor(store, "enterprise.facts", ("statement", "value"), say("Facts"), "01-facts")
    editor.rows.add()
    widget(editor.chosen.form, "value").value = "many"
    editor.rows.remove()
    editor.rows.add()
    assert editor.rows.list.value == "F1" and widget(editor.chosen.form, "value").value == ""
    assert editor.guard.trouble == ""


def test_what_was_typed_into_a_record_in_a_removed_record_goes_with_it():
    store, editor = items()
    store.add("items/C2/panels", {"action": "a gate"})
    editor.rows.list.value = "C2"
    within = editor.chosen.form.within["panels"]
    widget(within.chosen.form, "action").value = "x" * 5000
    assert "longer than" in editor.guard.trouble
    editor.rows.remove()
    assert editor.guard.trouble == ""
    editor.rows.add()
    within.rows.add()
    assert store.plan.items[1].id == "C2" and widget(within.chosen.form, "action").value == ""


def test_where_a_record_goes_its_neighbour_is_chosen():
    store = MemoryStore()
    editor = Editor(store, "enterprise.facts", ("statement",), say("Facts"), "01-facts")
    for _ in range(4):
        editor.rows.add()
    editor.rows.list.value = "F2"
    chosen = []
    for _ in range(3):
        editor.rows.remove()
        chosen.append(editor.rows.list.value)
    assert chosen == ["F3", "F4", "F1"]


def test_a_key_that_leads_nowhere_is_no_choice_in_another_record():
    store = MemoryStore()
    store.add("audiences", {"segment": "welders"})
    for audience in ("A9", "A1"):
        store.add("objectives", {"audience": audience})
    editor = Editor(store, "objectives", ("statement", "audience"), say("Objectives"), "02-goals")
    field = widget(editor.chosen.form, "audience")
    assert field.value == ["A9"]
    editor.rows.list.value = "O2"
    assert field.value == ["A1"] and [key for _, key in field.options] == ["A1"]
    editor.rows.list.value = "O1"
    assert field.value == ["A9"] and store.plan.objectives[0].audience == "A9"


def test_two_versions_of_a_field_are_told_in_words():
    store = MemoryStore()
    store.add("enterprise.facts", {"value": 5.0, "source_kind": "measured"})
    made = Form(store, "enterprise.facts/F1", Fact, ("value", "source_kind", "clearance"), Guard())

    def asked(of: Form, name: str, typed: Any, there: Any) -> str:
        store.put(of.address, {name: there})
        widget(of, name).value = typed
        return of.rows[name].ask.children[0].value

    assert "Here: 6.5. In the plan: (empty)." in asked(made, "value", "6.5", None)
    told = asked(made, "source_kind", "oral", "document")
    assert "Here: somebody said so. In the plan: document." in told
    told = asked(made.parts["clearance"], "channels", ["paid"], ["owned", "shared"])
    assert "Here: paid. In the plan: the plant&#x27;s own, social media." in told


def test_a_record_without_words_of_its_own_is_empty_in_the_list_whatever_is_chosen_in_it():
    assert line(Fact(id="F1", source_kind="document")) == "F1 · (empty)"
    assert line(Fact(id="F1", source="shift log")) == "F1 · shift log"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 presses", "12 presses"),
        ("a" * 80, "a" * 70 + " …"),
        (
            "12 pupils take places on the college's preparatory course by 31 January 2027",
            "12 pupils take places on the college's preparatory course by 31 …",
        ),
    ],
)
def test_the_beginning_of_a_text_ends_with_a_whole_word(text, shown):
    assert begun(text) == shown
