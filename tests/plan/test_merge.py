"""Does joining two copies keep everybody's work, and ask only where two people changed the same thing?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.plan import Member, Plan, edit, sections
from promplan.plan.base import Id, Reference
from promplan.plan.codec import dumps, loads
from promplan.plan.document import Attachment
from promplan.plan.merging import Clash, merge, settle
from promplan.plan.merging.differences import rows
from promplan.plan.merging.matching import different, once_each
from promplan.plan.tree import record_lists, references

LISTS = {one.path: one.letter for one in sections.SECTIONS if one.is_list and one.path != "attachments"}
KINDS = {path: sections.BY_PATH[path].model for path in LISTS}
WORDS = (
    "",
    "14 presses",
    "15 presses",
    "The ring is still warm",
    "A shift lasts eleven hours",
    "Кольцо ещё тёплое",
    "Anya",
)
FIRST = {path: next(n for n in kind.model_fields if n not in ("id", "by")) for path, kind in KINDS.items()}
NAMES = {"enterprise.facts": "derived_from", "message.pillars": "proofs", "objectives": "audience"}


def with_records(path: str, *words: str, plan: Plan | None = None, **more: object) -> Plan:
    plan = plan or Plan()
    for one in words:
        plan, _ = edit.add(plan, path, {FIRST[path]: one, **more})
    return plan


def facts(*statements: str, plan: Plan | None = None, **more: object) -> Plan:
    return with_records("enterprise.facts", *statements, plan=plan, **more)


def said(plan: Plan) -> dict[str, str]:
    return {one.id: one.statement for one in plan.enterprise.facts}


# one step of somebody's work; numbers pick a list, a record, words
steps = st.lists(
    st.tuples(st.sampled_from(["add", "put", "remove", "move", "name", "section", "answer"]), *[st.integers(0, 7)] * 3),
    max_size=8,
)


def worked(plan: Plan, work: list[tuple[str, int, int, int]]) -> Plan:
    for what, one, two, three in work:
        path, words = list(LISTS)[one % len(LISTS)], WORDS[three % len(WORDS)]
        rows = edit.records(plan, path)
        here = f"{path}/{rows[two % len(rows)].id}" if rows else ""
        if what == "add":
            plan, _ = edit.add(plan, path, {FIRST[path]: words}, after=f"{LISTS[path]}{two}")
        elif what == "put" and here:
            plan = edit.put(plan, here, {FIRST[path]: words, "by": f"M{two + 1}"})
        elif what == "remove" and here:
            plan = edit.remove(plan, here)
        elif what == "move" and here:
            plan = edit.move(plan, here, three - 3)
        elif what == "name" and here and path in NAMES:
            named = f"{'A' if path == 'objectives' else 'F'}{three + 1}"
            plan = edit.put(plan, here, {NAMES[path]: named if path == "objectives" else [named]})
        elif what == "section":
            plan = edit.put(plan, ("team", "brief")[one % 2], {("name", "client")[one % 2]: words})
        elif what == "answer":
            plan = edit.answer(plan, {f"q{two}": words}, f"M{one}")
            why = words and f"{words}: we ask about it again"
            plan = edit.attempt(edit.reason(plan, "FACT-9", f"F{two}", why), f"0{three % 2}")
    return plan


plans = steps.map(lambda work: worked(Plan(), work))


def ids(plan: Plan) -> list[str]:
    return [f"{path}/{one.id}" for path, rows, _ in record_lists(plan) for one in rows]


@settings(deadline=None)
@given(plans)
def test_a_plan_joined_with_itself_is_itself(plan):
    merged = merge(plan, plan)
    assert (merged.plan, merged.asked, merged.came, merged.gone, merged.renamed) == (plan, [], [], [], {})


@settings(deadline=None)
@given(plans, steps, steps)
def test_a_plan_joined_with_itself_is_itself_whatever_the_older_copy_was(base, one, two):
    plan = worked(worked(base, one), two)
    assert merge(plan, plan, base).plan == plan


@settings(deadline=None)
@given(plans, steps)
def test_where_i_did_nothing_theirs_is_followed_to_the_last_field(base, work):
    theirs = worked(base, work)
    merged = merge(base, theirs, base)
    assert (merged.plan, merged.asked, merged.renamed) == (theirs, [], {})


@settings(deadline=None)
@given(plans, steps)
def test_where_they_did_nothing_mine_stays(base, work):
    mine = worked(base, work)
    assert merge(mine, base, base).plan == mine


@settings(max_examples=200, deadline=None)
@given(plans, steps, steps, st.booleans())
def test_no_object_is_lost_that_the_older_copy_does_not_have(start, one, two, known):
    base = start if known else None
    mine, theirs = worked(start, one), worked(start, two)
    merged = merge(mine, theirs, base)
    before, after = set(ids(base)) if base else set(), set(ids(merged.plan))
    assert set(ids(mine)) - before <= after
    for path in LISTS:
        for record in edit.records(theirs, path):
            if f"{path}/{record.id}" not in before:
                assert f"{path}/{merged.renamed.get(record.id, record.id)}" in after


@settings(max_examples=200, deadline=None)
@given(plans, steps, steps, st.booleans(), st.sampled_from(["mine", "theirs"]))
def test_the_joined_plan_is_whole_and_joining_again_changes_nothing(start, one, two, known, choice):
    base = start if known else None
    mine, theirs = worked(start, one), worked(start, two)
    merged = merge(mine, theirs, base)
    assert len(set(ids(merged.plan))) == len(ids(merged.plan))
    assert loads(dumps(merged.plan)) == merged.plan
    assert merge(merged.plan, theirs, base).plan == merged.plan
    settled = settle(merged, {clash.address: choice for clash in merged.asked})
    assert loads(dumps(settled)) == settled
    if choice == "theirs":
        again = merge(settled, theirs, base)
        assert (again.plan, again.asked) == (settled, [])


def test_what_only_one_copy_has_is_taken():
    common = facts("a ring")
    merged = merge(facts("14 presses", plan=common), facts("a ring", "A shift lasts eleven hours", plan=None))
    assert sorted(said(merged.plan).values()) == ["14 presses", "A shift lasts eleven hours", "a ring"]
    assert merged.asked == []


def test_two_different_things_under_one_id_are_both_kept_and_everything_that_names_theirs_follows():
    mine = facts("14 presses stand in the shop")
    theirs = facts("A shift lasts eleven hours")
    theirs = facts("Two shifts last 22", plan=theirs, derived_from=["F1"])
    theirs = with_records("message.pillars", "Long days", plan=theirs, proofs=["F1", "F2"])
    theirs = edit.reason(theirs, "FACT-9", "F1", "the foreman will sign")
    merged = merge(mine, theirs)
    new = merged.renamed["F1"]
    assert said(merged.plan)["F1"] == "14 presses stand in the shop"
    assert said(merged.plan)[new] == "A shift lasts eleven hours"
    assert next(one for one in merged.plan.enterprise.facts if one.statement.startswith("Two")).derived_from == [new]
    assert merged.plan.message.pillars[0].proofs == [new, "F2"]
    assert merged.plan.answers.reasons[0].object == new
    assert merged.asked == []


def test_of_a_card_only_the_fields_that_both_changed_are_asked_about():
    base = edit.put(Plan(), "message", {"umbrella": "You see what you made", "call": "Come."})
    mine = edit.put(base, "message", {"umbrella": "You see in a shift what you made"})
    theirs = edit.put(base, "message", {"umbrella": "See what you made", "call": "Come on Saturday."})
    merged = merge(mine, theirs, base)
    (clash,) = merged.asked
    assert (clash.mine["call"], clash.theirs["call"]) == ("Come on Saturday.", "Come on Saturday.")
    kept = settle(merged, {"message": "mine"}).message
    assert (kept.umbrella, kept.call) == ("You see in a shift what you made", "Come on Saturday.")


def test_two_members_who_wrote_in_different_fields_of_a_card_are_asked_nothing():
    base = Plan()
    mine = edit.put(base, "message", {"umbrella": "You see what you made"})
    theirs = edit.put(base, "message", {"call": "Come on Saturday."})
    merged = merge(mine, theirs, base)
    assert (merged.asked, merged.came) == ([], ["message"])
    assert (merged.plan.message.umbrella, merged.plan.message.call) == ("You see what you made", "Come on Saturday.")


def test_two_versions_of_one_thing_are_asked_about_with_both_shown():
    merged = merge(facts("14 presses"), facts("14 heated presses", value=14.0))
    (clash,) = merged.asked
    assert (clash.address, clash.base) == ("enterprise.facts/F1", None)
    assert (clash.mine["statement"], clash.theirs["value"]) == ("14 presses", 14.0)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("14 presses", "15 presses", False),
        ("The plant has 14 presses", "Fourteen presses work at the plant in three shifts", False),
        ("На участке 14 прессов", "На прессовом участке работает 14 прессов", False),
        ("The plant has 14 presses", "The plant has 480 people", True),
        ("Ivan Petrov", "Ivan Sidorov", True),
        ("Аня", "Аня Иванова", False),
        ("Аня", "Борис", True),
        ("Three rings are warm", "A shift lasts eleven hours", True),
        ("14", "15", False),
        ("", "14 presses", False),
    ],
)
def test_versions_are_told_from_different_things(one, other, apart):
    a, b = (Member(id="M1", name=words) for words in (one, other))
    assert different(a, b) is different(b, a) is apart


def test_one_person_under_two_ids_is_one_person():
    mine = with_records("team.members", "Anya", "Boris")
    theirs = with_records("team.members", "boris ", "ANYA")
    theirs = edit.put(
        facts("A shift lasts eleven hours", plan=theirs, by="M1"), "brief", {"by": "M2", "client": "press office"}
    )
    merged = merge(mine, theirs)
    assert merged.renamed == {"M1": "M2", "M2": "M1"}
    assert [one.id for one in merged.plan.team.members] == ["M1", "M2"]
    assert (merged.plan.enterprise.facts[0].by, merged.plan.brief.by) == ("M2", "M1")


def test_a_section_that_only_they_filled_in_is_taken_without_a_question():
    theirs = edit.put(Plan(), "brief", {"client": "press office"})
    merged = merge(edit.put(Plan(), "team", {"name": "Arc"}), theirs)
    assert (merged.plan.team.name, merged.plan.brief.client, merged.asked) == ("Arc", "press office", [])
    assert merged.came == ["brief"]


def test_with_an_older_copy_only_what_both_changed_is_asked():
    base = facts("14 presses", "a ring")
    mine = edit.put(base, "enterprise.facts/F1", {"value": 14.0})
    theirs = edit.put(edit.put(base, "enterprise.facts/F2", {"value": 1.0}), "enterprise.facts/F1", {"value": 15.0})
    merged = merge(mine, theirs, base)
    assert [clash.address for clash in merged.asked] == ["enterprise.facts/F1"]
    assert (merged.asked[0].base["value"], merged.came) == (None, ["enterprise.facts/F2"])


def test_with_an_older_copy_a_removal_follows():
    base = facts("14 presses", "a ring")
    merged = merge(base, edit.remove(base, "enterprise.facts/F1"), base)
    assert (said(merged.plan), merged.gone) == ({"F2": "a ring"}, ["enterprise.facts/F1"])


@pytest.mark.parametrize(("choice", "left"), [("mine", ["14 presses"]), ("theirs", [])])
def test_removed_there_and_edited_here_is_asked(choice, left):
    base = facts("14 presses")
    merged = merge(
        edit.put(base, "enterprise.facts/F1", {"value": 14.0}), edit.remove(base, "enterprise.facts/F1"), base
    )
    (clash,) = merged.asked
    assert clash.theirs is None and clash.mine["value"] == 14.0
    assert list(said(settle(merged, {clash.address: choice})).values()) == left


def test_removed_here_and_edited_there_comes_back_where_it_stood_if_theirs_is_chosen():
    base = facts("14 presses", "a ring", "eleven minutes")
    theirs = edit.put(base, "enterprise.facts/F2", {"value": 1.0})
    merged = merge(edit.remove(base, "enterprise.facts/F2"), theirs, base)
    assert list(said(merged.plan)) == ["F1", "F3"]
    assert list(said(settle(merged, {"enterprise.facts/F2": "theirs"}))) == ["F1", "F2", "F3"]


def test_an_id_given_again_after_a_removal_on_both_sides_names_two_things():
    base = facts("14 presses", "a ring")
    mine = facts("A shift lasts eleven hours", plan=edit.remove(base, "enterprise.facts/F2"))
    theirs = facts("Compound is mixed upstairs", plan=edit.remove(base, "enterprise.facts/F2"))
    merged = merge(mine, theirs, base)
    assert sorted(said(merged.plan).values()) == [
        "14 presses",
        "A shift lasts eleven hours",
        "Compound is mixed upstairs",
    ]
    assert merged.asked == []


def test_new_ones_stand_behind_their_neighbour():
    base = facts("14 presses", "a ring")
    theirs, _ = edit.add(base, "enterprise.facts", {"statement": "A shift lasts eleven hours"}, after="F1")
    assert list(said(merge(base, theirs).plan)) == ["F1", "F3", "F2"]


def test_of_two_answers_mine_stays_and_the_missing_one_comes():
    mine = edit.answer(Plan(), {"q1": "a"}, "M1")
    theirs = edit.answer(edit.answer(Plan(), {"q1": "b", "q2": "c"}, "M1"), {"q1": "d"}, "M2")
    merged = merge(mine, theirs)
    given_ = {(one.question, one.by): one.answer for one in merged.plan.answers.given}
    assert given_ == {("q1", "M1"): "a", ("q2", "M1"): "c", ("q1", "M2"): "d"}
    assert (merged.asked, merged.came) == ([], ["answers"])


def test_of_tries_the_larger_number_stays():
    mine, theirs = edit.attempt(edit.attempt(Plan(), "00-start"), "00-start"), edit.attempt(Plan(), "00-start")
    assert merge(mine, theirs).plan.answers.tries == merge(theirs, mine).plan.answers.tries == {"00-start": 2}


def attached(*digits: str) -> Plan:
    rows = [
        Attachment(id=f"X{n}", name=f"{one}.jpg", media_type="image/jpeg", sha256=one * 64, size=1)
        for n, one in enumerate(digits, 1)
    ]
    return Plan(attachments=rows)


def test_a_picture_that_both_added_is_one_and_another_under_the_same_id_gets_its_own():
    merged = merge(attached("a", "b"), attached("b", "c"))
    assert [one.sha256[0] for one in merged.plan.attachments] == ["a", "b", "c"]
    assert len({one.id for one in merged.plan.attachments}) == 3
    assert merged.renamed["X1"] == "X2"


def test_plans_of_two_teams_are_refused_by_their_names():
    one, other = (edit.put(Plan(), "meta", {"plan_id": key}) for key in "ab")
    one, other = edit.put(one, "team", {"name": "Arc"}), edit.put(other, "team", {"name": "Дуга"})
    with pytest.raises(Problem, match=r"Arc.*Дуга"):
        merge(one, other)
    with pytest.raises(Problem, match="two teams"):
        merge(one, one, other)


def test_nothing_is_settled_while_something_is_open():
    merged = merge(facts("14 presses"), facts("14 presses", value=14.0))
    with pytest.raises(Problem, match=r": F1\."):
        settle(merged, {})
    assert settle(merged, {"enterprise.facts/F1": "theirs"}).enterprise.facts[0].value == 14.0


def test_more_than_a_plan_may_hold_is_refused_with_the_list_s_name():
    names = ["Пётр", "Ольга", "Иван", "Рустам", "Светлана", "Timur", "Vera"]
    mine, theirs = (
        with_records("team.members", *names),
        with_records("team.members", *(f"{one[::-1]} {n}" for n, one in enumerate(names))),
    )
    with pytest.raises(Problem, match=r"team\.members.*12"):
        merge(mine, theirs)


def test_an_id_given_twice_by_hand_is_mended_and_nothing_lost():
    plan = Plan.model_validate({"enterprise": {"facts": [{"id": "F1", "statement": s} for s in "ab"]}}, strict=True)
    assert said(merge(plan, Plan()).plan) == {"F1": "a", "F2": "b"}
    assert once_each(plan) == merge(plan, plan).plan


@pytest.mark.parametrize("number", [999_999, 999_998])
def test_ids_do_not_run_out_at_the_highest_number(number):
    mine, theirs = (
        Plan.model_validate({"enterprise": {"facts": [{"id": f"F{number}", "statement": s}]}}, strict=True)
        for s in ("a ring", "14 presses")
    )
    assert len(said(merge(mine, theirs).plan)) == 2


def test_every_field_that_holds_an_id_is_known_as_a_reference():
    known = {(kind.__name__, name) for kind in (*KINDS.values(), Attachment) for name in references(kind)}
    assert {
        ("Fact", "derived_from"),
        ("Fact", "by"),
        ("Objective", "audience"),
        ("Pillar", "proofs"),
        ("Member", "by"),
    } <= known
    assert not any(name == "id" for _, name in known) and Id != Reference


def test_fields_that_no_form_names_are_named_all_the_same():
    for path, kind in KINDS.items():
        record = kind(id=f"{LISTS[path]}1")
        for row in rows(Clash(f"{path}/{record.id}", None, edit.fields(record), None)):
            assert row.label not in kind.model_fields and row.theirs == "removed"


def by_hand(**statements: str) -> Plan:
    """Facts under the ids that are said, each from a source of its own."""
    rows = [{"id": id_, "statement": words, "source": f"{id_} {words}"} for id_, words in statements.items()]
    return Plan.model_validate({"enterprise": {"facts": rows}}, strict=True)


def test_who_may_still_be_its_own_namesake_leaves_the_same_words_to_another():
    mine, theirs = by_hand(F1="", F5="a ring"), by_hand(F1="a ring", F9="a ring")
    merged = merge(mine, theirs)
    assert merged.renamed == {"F9": "F5"} and list(said(merged.plan)) == ["F1", "F5"]
    assert [clash.address for clash in merged.asked] == ["enterprise.facts/F1", "enterprise.facts/F5"]


def test_whose_namesake_was_taken_in_between_waits_no_longer():
    mine = by_hand(F1="", F2="hot", F3="a hot ring")
    theirs = by_hand(F1="a hot ring", F2="a hot ring", F9="hot")
    merged = merge(mine, theirs)
    assert merged.renamed == {"F2": "F3", "F9": "F2"} and list(said(merged.plan)) == ["F1", "F2", "F3"]


def test_two_pictures_under_one_id_are_two():
    merged = merge(attached("a"), attached("b"))
    assert {one.id: one.sha256[0] for one in merged.plan.attachments} == {"X1": "a", "X2": "b"} and not merged.asked


def test_a_picture_that_both_exchanged_for_another_is_two_and_the_old_one_goes():
    merged = merge(attached("b"), attached("c"), attached("a"))
    assert sorted(one.sha256[0] for one in merged.plan.attachments) == ["b", "c"]


def test_one_picture_of_two_names_keeps_mine():
    theirs = attached("a")
    theirs.attachments[0].name = "ring.jpg"
    merged = merge(attached("a"), theirs)
    assert [one.name for one in merged.plan.attachments] == ["a.jpg"] and not merged.asked


def test_of_the_same_words_twice_each_is_its_own_namesake_in_any_order():
    mine = by_hand(F1="a ring", F2="a ring")
    theirs = edit.move(
        edit.put(by_hand(F1="a ring", F2="a ring"), "enterprise.facts/F1", {"value": 1.0}), "enterprise.facts/F2", -1
    )
    theirs = edit.put(theirs, "enterprise.facts/F2", {"value": 2.0})
    merged = merge(mine, theirs)
    assert merged.renamed == {}
    assert {one.address: one.theirs["value"] for one in merged.asked} == {
        "enterprise.facts/F1": 1.0,
        "enterprise.facts/F2": 2.0,
    }


def test_of_the_same_words_the_first_two_are_one_thing():
    merged = merge(by_hand(F5="a ring"), by_hand(F8="a ring", F9="a ring"))
    assert merged.renamed == {"F8": "F5"} and sorted(said(merged.plan)) == ["F5", "F9"]
    merged = merge(by_hand(F7="a ring", F5="a ring"), by_hand(F9="a ring"))
    assert merged.renamed == {"F9": "F5"}, "the lower id was given earlier"
