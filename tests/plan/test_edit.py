"""What does one change do, and to what?"""

import pytest
from pydantic import ValidationError

from promplan.language import Problem
from promplan.plan import Plan, edit
from promplan.plan.store import MemoryStore


def with_facts(*statements: str) -> Plan:
    plan = Plan()
    for statement in statements:
        plan, _ = edit.add(plan, "enterprise.facts", {"statement": statement})
    return plan


def ids(plan: Plan) -> list[str]:
    return [fact.id for fact in plan.enterprise.facts]


def test_an_edit_leaves_the_plan_it_was_given_alone():
    plan = with_facts("a")
    edit.put(plan, "enterprise.facts/F1", {"statement": "b"})
    assert plan.enterprise.facts[0].statement == "a"


def test_a_new_fact_gets_the_next_id_even_after_a_removal_in_the_middle():
    plan = edit.remove(with_facts("a", "b", "c"), "enterprise.facts/F2")
    plan, new = edit.add(plan, "enterprise.facts", {})
    assert (new, ids(plan)) == ("F4", ["F1", "F3", "F4"])


def test_a_copy_can_stand_behind_its_original():
    plan, new = edit.add(with_facts("a", "b"), "enterprise.facts", {"statement": "a"}, after="F1")
    assert ids(plan) == ["F1", new, "F2"]


@pytest.mark.parametrize(("by", "order"), [(-1, ["F2", "F1", "F3"]), (1, ["F1", "F3", "F2"]), (9, ["F1", "F3", "F2"])])
def test_a_move_stops_at_the_ends(by, order):
    assert ids(edit.move(with_facts("a", "b", "c"), "enterprise.facts/F2", by)) == order


def test_two_edits_of_one_field_conflict_and_both_versions_are_kept():
    seen = edit.fields(edit.find(with_facts("a"), "enterprise.facts/F1"))
    newest = edit.put(with_facts("a"), "enterprise.facts/F1", {"statement": "theirs", "value": 5.0})
    with pytest.raises(edit.Conflict) as caught:
        edit.put(newest, "enterprise.facts/F1", {"statement": "mine"}, seen=seen)
    conflict = caught.value
    assert conflict.fields == ("statement",)
    assert (conflict.mine["statement"], conflict.theirs["statement"], conflict.theirs["value"]) == ("mine", "theirs", 5)


def test_edits_of_two_fields_of_one_object_do_not_conflict():
    seen = edit.fields(edit.find(with_facts("a"), "enterprise.facts/F1"))
    newest = edit.put(with_facts("a"), "enterprise.facts/F1", {"value": 5.0})
    (fact,) = edit.put(newest, "enterprise.facts/F1", {"statement": "mine"}, seen=seen).enterprise.facts
    assert (fact.statement, fact.value) == ("mine", 5.0)


def test_the_same_edit_made_twice_is_no_conflict():
    seen = edit.fields(edit.find(with_facts("a"), "enterprise.facts/F1"))
    newest = edit.put(with_facts("a"), "enterprise.facts/F1", {"statement": "b"})
    assert edit.put(newest, "enterprise.facts/F1", {"statement": "b"}, seen=seen) == newest


def test_a_part_of_a_record_is_edited_by_its_own_address():
    plan = with_facts("a")
    address = "enterprise.facts/F1/clearance"
    seen = edit.fields(edit.find(plan, address))
    newest = edit.put(plan, "enterprise.facts/F1", {"statement": "b"})
    newest = edit.put(newest, address, {"by": "engineer"})
    (fact,) = edit.put(newest, address, {"state": "asked"}, seen=seen).enterprise.facts
    assert (fact.statement, fact.clearance.by, fact.clearance.state) == ("b", "engineer", "asked")


def test_edits_of_two_objects_do_not_conflict():
    plan = with_facts("a", "b")
    seen = edit.fields(edit.find(plan, "enterprise.facts/F1"))
    newest = edit.put(plan, "enterprise.facts/F2", {"value": 5.0})
    assert edit.put(newest, "enterprise.facts/F1", {"statement": "mine"}, seen=seen).enterprise.facts[1].value == 5.0


def test_the_plant_s_card_does_not_conflict_with_its_facts():
    plan = Plan()
    seen = edit.fields(plan.enterprise)
    newest, _ = edit.add(plan, "enterprise.facts", {"statement": "a"})
    assert edit.put(newest, "enterprise", {"name": "Uprugost"}, seen=seen).enterprise.facts[0].statement == "a"


def test_a_wrong_value_changes_nothing():
    plan = with_facts("a")
    with pytest.raises(ValidationError):
        edit.put(plan, "enterprise.facts/F1", {"surprise": 9})
    assert plan.enterprise.facts[0].surprise is None


def test_a_removed_object_is_gone():
    with pytest.raises(edit.Gone, match="F7"):
        edit.find(with_facts("a"), "enterprise.facts/F7")


def test_an_answer_replaces_the_same_member_s_earlier_one_only():
    plan = Plan()
    for text, by in (("1", "M1"), ("2", "M2"), ("3", "M1")):
        plan = edit.answer(plan, {"q": text}, by)
    assert {one.by: one.answer for one in plan.answers.given} == {"M1": "3", "M2": "2"}


def test_an_empty_reason_takes_the_reason_back():
    plan = edit.reason(Plan(), "FACT-9", "F1", "the foreman will sign")
    assert edit.reason(plan, "FACT-9", "F1", " ").answers.reasons == []


@pytest.mark.parametrize(("path", "bound"), [("message.pillars", 12), ("objectives", 20), ("message.questions", 60)])
def test_a_full_list_says_so_and_keeps_what_it_has(path, bound):
    plan = Plan()
    for _ in range(bound):
        plan, _ = edit.add(plan, path, {})
    with pytest.raises(Problem, match=f"full: it has {bound}"):
        edit.add(plan, path, {})
    assert len(edit.records(plan, path)) == bound


@pytest.mark.parametrize("text", [".", "x", "no time", "1 2 3", "x x x", "— — —"])
def test_a_reason_that_is_no_sentence_is_refused_in_words(text):
    with pytest.raises(Problem, match="a sentence of three words"):
        edit.reason(Plan(), "FACT-9", "F1", text)


def test_a_try_counts_when_something_else_was_looked_at():
    plan = edit.attempt(edit.attempt(Plan(), "01-facts", look=7), "01-facts", look=7)
    assert plan.answers.tries["01-facts"] == 1
    assert edit.attempt(plan, "01-facts", look=8).answers.tries["01-facts"] == 2


def test_an_edit_copies_what_it_changes_and_shares_the_rest():
    plan = with_facts("a", "b")
    newest = edit.put(plan, "enterprise.facts/F2/clearance", {"state": "asked"})
    one, two = newest.enterprise.facts
    assert one is plan.enterprise.facts[0] and newest.brief is plan.brief
    assert two is not plan.enterprise.facts[1] and plan.enterprise.facts[1].clearance.state == "open"


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: edit.add(plan, "enterprise.facts", {})[0],
        lambda plan: edit.remove(plan, "enterprise.facts/F1"),
        lambda plan: edit.move(plan, "enterprise.facts/F1", 1),
        lambda plan: edit.answer(plan, {"q": "a"}),
        lambda plan: edit.reason(plan, "FACT-9", "F1", "the foreman will sign"),
        lambda plan: edit.attempt(plan, "01-facts"),
    ],
)
def test_no_edit_changes_the_plan_it_was_given(change):
    plan = with_facts("a", "b")
    before = plan.model_dump()
    assert change(plan) != plan and plan.model_dump() == before


def test_nobody_inherits_the_answers_the_reasons_or_the_mentions_of_who_was_removed():
    store = MemoryStore()
    store.add("team.members", {"name": "Anna"})
    store.answer({"01-facts-ticket/a": "the press"}, by="M1")
    store.remove("team.members/M1")
    assert store.add("team.members", {"name": "Boris"}) == "M2"
    for statement in ("one", "two", "three"):
        store.add("enterprise.facts", {"statement": statement})
    store.reason("FACT-3", "F3", "the plant has no other number")
    store.put("enterprise.facts/F1", {"derived_from": ["F4"]})
    store.remove("enterprise.facts/F3")
    assert store.add("enterprise.facts", {"statement": "another"}) == "F5"
    store.remove("enterprise.facts/F5")
    assert store.add("enterprise.facts", {"statement": "nobody named that one"}) == "F5"


@pytest.mark.parametrize(("address", "values"), [("enterprise.facts/F1", {"id": "F2"}), ("enterprise", {"facts": []})])
def test_ids_and_lists_of_records_are_no_fields_of_an_object_s_own(address, values):
    with pytest.raises(ValueError, match="an object's own fields"):
        edit.put(with_facts("a"), address, values)


@pytest.mark.parametrize("by", [-9, -2, -1])
def test_a_record_that_goes_up_stops_at_the_top(by):
    assert ids(edit.move(with_facts("a", "b"), "enterprise.facts/F2", by)) == ["F2", "F1"]


def test_a_copy_behind_somebody_who_is_not_there_stands_at_the_end():
    plan, new = edit.add(with_facts("a", "b"), "enterprise.facts", {}, after="F9")
    assert ids(plan) == ["F1", "F2", new]


def test_it_is_known_whether_an_object_is_still_there():
    plan = with_facts("a")
    assert edit.is_there(plan, "enterprise.facts/F1") is True and edit.is_there(plan, "brief") is True
    assert edit.is_there(plan, "enterprise.facts/F2") is False
    with pytest.raises(KeyError):
        edit.is_there(plan, "colour")


def test_a_list_and_whoever_holds_it_are_found_by_the_address():
    plan = with_facts("a")
    assert edit.owner(plan, "objectives") == (plan, "objectives")
    assert edit.owner(plan, "enterprise.facts") == (plan.enterprise, "facts")
    assert edit.records(plan, "enterprise.facts") == plan.enterprise.facts


def test_a_conflict_says_what_was_changed_and_by_no_more_than_the_fields_in_question():
    seen = {"client": "", "contact": ""}
    newest = edit.put(Plan(), "brief", {"client": "theirs", "aim": "image"})
    with pytest.raises(edit.Conflict) as caught:
        edit.put(newest, "brief", {"client": "mine", "contact": "Anna", "aim": "careers"}, seen=seen)
    conflict = caught.value
    assert (conflict.address, conflict.fields) == ("brief", ("client",))
    assert conflict.mine["contact"] == "Anna" and conflict.theirs["contact"] == ""
    assert str(conflict).startswith("the plant's brief was changed elsewhere since you saw it. Choose")


def test_without_a_word_of_what_was_seen_the_newest_is_written_over():
    newest = edit.put(Plan(), "brief", {"client": "theirs"})
    assert edit.put(newest, "brief", {"client": "mine"}).brief.client == "mine"


def test_every_strange_field_is_named_in_order():
    with pytest.raises(ValueError, match="fields; facts, id of enterprise is none"):
        edit.put(Plan(), "enterprise", {"id": "F1", "facts": []})


def test_a_reason_is_given_once_for_each_rule_and_object_and_the_newest_stands_last():
    plan = Plan()
    for rule, about, text in (
        ("FACT-9", "F1", "the foreman will sign"),
        ("FACT-9", "F2", "the engineer will sign"),
        ("FACT-3", "F1", "we ask about it again"),
        ("FACT-9", "F1", "nobody signs it here"),
    ):
        plan = edit.reason(plan, rule, about, text, "M1")
    assert [(one.rule, one.object, one.reason[:8]) for one in plan.answers.reasons] == [
        ("FACT-9", "F2", "the engi"),
        ("FACT-3", "F1", "we ask a"),
        ("FACT-9", "F1", "nobody s"),
    ]
    plan = edit.reason(plan, "FACT-9", "F1", "")
    assert [(one.rule, one.object) for one in plan.answers.reasons] == [("FACT-9", "F2"), ("FACT-3", "F1")]


def test_answers_of_one_member_to_other_questions_stay():
    plan = edit.answer(edit.answer(Plan(), {"q": "1", "p": "2"}, "M1"), {"q": "3"}, "M1")
    assert [(one.question, one.answer) for one in plan.answers.given] == [("p", "2"), ("q", "3")]
    assert [one.by for one in edit.answer(Plan(), {"q": "1"}).answers.given] == [""]


def test_a_try_without_a_look_always_counts_and_says_nothing_of_what_was_looked_at():
    plan = edit.attempt(edit.attempt(Plan(), "01-facts"), "01-facts")
    assert plan.answers.tries == {"01-facts": 2}
    plan = edit.attempt(edit.attempt(plan, "01-facts", look=0), "01-facts", look=0)
    assert plan.answers.tries == {"01-facts": 3, "01-facts/look": 0}


def test_a_value_of_another_type_is_refused_where_a_record_is_added_too():
    with pytest.raises(ValidationError):
        edit.add(Plan(), "enterprise.facts", {"value": "12"})
    with pytest.raises(ValidationError):
        edit.put(with_facts("a"), "enterprise.facts/F1", {"value": "12"})
