"""Is what differs shown field by field in words, and does joining say what it did and nothing that it did not?"""

from datetime import date
from pathlib import Path

import pytest

from promplan import language
from promplan.language import Problem
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.merging import Clash, merge, settle
from promplan.plan.merging.differences import rows
from promplan.plan.merging.joining import Joining, summary
from promplan.plan.objectives import Funnel, Objective, Step
from promplan.plan.store import NAME, read


def shown(address: str, mine: dict | None, theirs: dict | None) -> dict[str, tuple[str, str]]:
    return {row.label: (row.mine, row.theirs) for row in rows(Clash(address, None, mine, theirs))}


def of_fact(**values: object) -> dict:
    plan, _ = edit.add(Plan(), "enterprise.facts", values)
    return edit.fields(plan.enterprise.facts[0])


def test_only_what_differs_is_shown_with_a_dash_for_nothing():
    mine = of_fact(statement="14 presses", value=14.0, source="list")
    theirs = of_fact(statement="14 presses", value=1480.5, as_of=date(2026, 10, 3), derived_from=["F2", "F3"])
    assert shown("enterprise.facts/F1", mine, theirs) == {
        "Value": ("14", "1,480.5"),
        "Source": ("list", "—"),
        "As of": ("—", "2026-10-03"),
        "Computed from": ("—", "F2; F3"),
    }


def test_choices_are_shown_in_words_and_what_is_nested_among_the_rest():
    mine, theirs = of_fact(source_kind="oral"), of_fact(clearance={"state": "asked", "channels": ["owned", "paid"]})
    assert shown("enterprise.facts/F1", mine, theirs) == {
        "Kind of source": ("somebody said so", "—"),
        "Clearance": ("open: nobody asked", "asked, no answer yet"),
        "Channels": ("—", "the plant's own; paid"),
    }
    with language.inside("ru"):
        assert ("сказали устно", "—") in shown("enterprise.facts/F1", mine, theirs).values()


def test_of_a_removed_object_all_that_is_filled_in_is_shown():
    there = of_fact(statement="14 presses", value=0.0)
    told = shown("enterprise.facts/F1", None, there)
    assert told["Fact"] == ("removed", "14 presses") and told["Value"] == ("removed", "0") and "Source" not in told
    assert shown("enterprise.facts/F1", there, None)["Fact"] == ("14 presses", "removed")


def test_a_list_of_parts_is_told_step_by_step_without_what_is_blank():
    funnel = Funnel(steps=[Step(what="clicks", low=0.1, high=0.2), Step(what="views")], people=5)
    kinds = {"id": "O1", "by": "", "funnel": funnel.model_dump()}
    told = shown("objectives/O1", {**kinds, "funnel": Funnel().model_dump()}, kinds)
    assert told == {"Steps": ("—", "clicks, 0.1, 0.2; views, 1, 1"), "People there are": ("—", "5")}
    assert set(Objective.model_fields) >= {"funnel"}


def test_two_fields_of_one_label_are_both_shown():
    plan, _ = edit.add(Plan(), "enterprise.facts", {"by": "M1"})
    mine = edit.fields(edit.put(plan, "enterprise.facts/F1/clearance", {"by": "engineer"}).enterprise.facts[0])
    told = shown("enterprise.facts/F1", mine, of_fact(by="M2"))
    assert told == {"Entered by": ("M1", "M2"), "Who clears it": ("engineer", "—")}


# joining


@pytest.fixture
def write(tmp_path: Path):
    def to(name: str, plan: Plan) -> Path:
        file = tmp_path / name / NAME
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(dumps(plan))
        return file

    return to


def facts(*statements: str, **more: object) -> Plan:
    plan = Plan()
    for one in statements:
        plan, _ = edit.add(plan, "enterprise.facts", {"statement": one, **more})
    return plan


def test_where_nothing_is_in_question_nobody_is_said_to_stay_or_to_come(write):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("A shift lasts eleven hours"))
    for side in ("mine", "theirs", None):
        joining = Joining(mine, theirs, side=side)
        assert not joining.open
        assert joining.told() == ["New from media-plan.json: F2.", "They have other ids here: F1 → F2."]


@pytest.mark.parametrize(("side", "last", "value"), [("mine", "Mine stays.", 14.0), ("theirs", "Theirs comes.", 15.0)])
def test_who_stays_is_said_last_behind_both_versions(write, side, last, value):
    mine, theirs = write("mine", facts("14 presses", value=14.0)), write("theirs", facts("14 presses", value=15.0))
    joining = Joining(mine, theirs, side=side)
    assert joining.told() == ["Different in the copies: F1", "  Value: mine 14 | theirs 15", last]
    assert not joining.open
    said = f"{mine} stays as it was." if side == "mine" else f"Joined: {mine}"
    assert joining.write() == [said] and read(mine).enterprise.facts[0].value == value


def test_what_nobody_decided_is_open_and_says_how_to_decide(write):
    mine, theirs = write("mine", facts("14 presses", value=14.0)), write("theirs", facts("14 presses", value=15.0))
    joining = Joining(mine, theirs)
    assert joining.open and joining.told()[-1].startswith("Nothing was written. Decide with --mine or --theirs")
    with pytest.raises(Problem, match=r"1 object is different in the copies: F1\. Choose"):
        joining.write()


def test_a_plan_to_which_nothing_comes_is_not_touched(write):
    mine = write("mine", facts("14 presses"))
    before = mine.stat().st_mtime_ns
    assert Joining(mine, write("theirs", facts("14 presses"))).write() == [f"{mine} stays as it was."]
    assert mine.stat().st_mtime_ns == before and [one.name for one in mine.parent.iterdir()] == [NAME]


def test_what_joining_did_is_said_thing_by_thing():
    base = facts("14 presses", "a ring", "eleven minutes")
    theirs = edit.put(edit.remove(base, "enterprise.facts/F2"), "brief", {"client": "press office"})
    merged = merge(base, theirs, base)
    assert [str(one) for one in summary(merged, "b.json")] == [
        "New from b.json: the plant's brief.",
        "Removed there, so removed here: F2.",
    ]
    assert [str(one) for one in summary(merge(base, base), "b.json")] == ["There is nothing new in b.json."]
    asked = merge(facts("14 presses"), facts("14 presses", value=1.0))
    assert summary(asked, "b.json") == []


# the merge itself


def test_an_order_that_only_they_changed_is_followed_and_said():
    base = facts("14 presses", "a ring", "eleven minutes")
    theirs = edit.move(base, "enterprise.facts/F3", -2)
    merged = merge(base, theirs, base)
    assert [one.id for one in merged.plan.enterprise.facts] == ["F3", "F1", "F2"]
    assert merged.came == ["enterprise.facts"] and merge(theirs, base, base).came == []
    assert [one.id for one in merge(theirs, base, base).plan.enterprise.facts] == ["F3", "F1", "F2"]
    assert merge(base, theirs).plan == base, "without an older copy nobody knows who moved it"


def test_an_order_that_both_changed_stays_mine():
    base = facts("14 presses", "a ring", "eleven minutes")
    mine, theirs = edit.move(base, "enterprise.facts/F1", 2), edit.move(base, "enterprise.facts/F3", -1)
    assert [one.id for one in merge(mine, theirs, base).plan.enterprise.facts] == ["F2", "F3", "F1"]


def test_answers_and_reasons_that_they_took_back_go_and_mine_stay():
    base = edit.answer(edit.reason(Plan(), "FACT-9", "F1", "the foreman will sign"), {"q": "a", "p": "b"}, "M1")
    theirs = edit.reason(base, "FACT-9", "F1", "")
    theirs.answers.given = [one for one in theirs.answers.given if one.question == "p"]
    mine = edit.answer(base, {"r": "c"}, "M2")
    merged = merge(mine, theirs, base)
    assert merged.plan.answers.reasons == []
    assert [(one.question, one.by) for one in merged.plan.answers.given] == [("p", "M1"), ("r", "M2")]
    kept = merge(theirs, base, base).plan.answers
    assert kept == theirs.answers
    assert len(merge(theirs, mine).plan.answers.reasons) == 1, "without an older copy nothing is taken back"


def test_answers_that_they_gave_stand_where_they_stood():
    base = edit.answer(Plan(), {"a": "1", "b": "2"})
    theirs = edit.answer(base, {"c": "3"})
    mine = edit.answer(base, {"d": "4"})
    for older in (base, None):
        assert [one.question for one in merge(mine, theirs, older).plan.answers.given] == ["a", "b", "c", "d"]


def test_tries_are_followed_where_one_side_went_on():
    base = edit.attempt(Plan(), "00-start")
    mine = edit.attempt(edit.attempt(base, "00-start"), "01-facts")
    assert merge(base, mine, base).plan.answers.tries == {"00-start": 2, "01-facts": 1}
    assert merge(mine, base, base).plan.answers.tries == {"00-start": 2, "01-facts": 1}
    more = edit.attempt(mine, "00-start")
    assert merge(mine, more, base).plan.answers.tries == merge(more, mine, base).plan.answers.tries
    assert merge(mine, more, base).plan.answers.tries["00-start"] == 3


def test_two_answers_to_one_question_that_stand_there_by_hand_are_both_kept():
    plan = Plan.model_validate({"answers": {"given": [{"question": "q", "answer": one} for one in "abc"]}}, strict=True)
    assert merge(plan, plan).plan == plan and [one.answer for one in merge(Plan(), plan).plan.answers.given] == [*"abc"]


def test_one_team_s_name_is_said_even_where_it_has_none():
    other = edit.put(Plan(), "meta", {"plan_id": "b"})
    with pytest.raises(Problem, match=r"two teams, \(no name\) and \(no name\)\. Only copies of one plan"):
        merge(Plan(), other)
    with pytest.raises(Problem, match="two teams"):
        merge(Plan(), Plan(), other)


def test_two_plans_that_are_too_large_together_say_how_large():
    mine, theirs = (
        Plan.model_validate(
            {"answers": {"given": [{"question": f"{who}{n}", "answer": "x" * 4000} for n in range(130)]}}, strict=True
        )
        for who in "ab"
    )
    with pytest.raises(Problem, match=r"would have 1\d{6} bytes and a plan has at most 1000000"):
        merge(mine, theirs)


def test_a_question_about_several_objects_names_them_in_the_plan_s_order():
    mine, theirs = facts("14 presses", "a ring", value=1.0), facts("14 presses", "a ring", value=2.0)
    merged = merge(edit.put(mine, "team", {"name": "Arc"}), edit.put(theirs, "team", {"name": "Bow"}))
    assert [one.address for one in merged.asked] == ["team", "enterprise.facts/F1", "enterprise.facts/F2"]
    with pytest.raises(Problem, match=r"2 objects are different in the copies: F1, F2\. Choose which version of each"):
        settle(merged, {"team": "mine"})
    done = settle(merged, {"team": "theirs", "enterprise.facts/F1": "mine", "enterprise.facts/F2": "theirs"})
    assert done.team.name == "Bow" and [one.value for one in done.enterprise.facts] == [1.0, 2.0]


def test_an_object_that_says_nothing_makes_no_question():
    blank, _ = edit.add(Plan(), "enterprise.facts", {"by": "M1"})
    full = facts("14 presses")
    for mine, theirs in ((blank, full), (full, blank)):
        merged = merge(mine, theirs)
        assert merged.asked == [] and [one.statement for one in merged.plan.enterprise.facts] == ["14 presses"]


def test_ids_given_three_times_by_hand_are_three_afterwards():
    plan = Plan.model_validate({"enterprise": {"facts": [{"id": "F1", "statement": s} for s in "abc"]}}, strict=True)
    joined = merge(plan, Plan()).plan
    assert {one.id: one.statement for one in joined.enterprise.facts} == {"F1": "a", "F2": "b", "F3": "c"}


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [
        (["14 presses"], ["14  PRESSES"], 1),
        (["14 presses", "14 presses"], ["14 presses"], 2),
        (["14 presses"], ["14 presses", "14 presses"], 2),
        (["14 presses", "a ring"], ["a ring", "14 presses"], 2),
    ],
)
def test_the_same_words_are_one_thing_as_often_as_both_say_them(mine, theirs, kept):
    merged = merge(facts(*mine), facts(*theirs))
    assert len(merged.plan.enterprise.facts) == kept
    again = merge(merged.plan, facts(*theirs))
    assert len(again.plan.enterprise.facts) == kept
