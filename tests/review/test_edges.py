"""Do the rules hold at their edges: one record, the exact limit, no day, the html of what they say?"""

from datetime import date

import pytest

from promplan.language import say
from promplan.plan import Plan, edit
from promplan.plan.merging import merge
from promplan.plan.merging.differences import rows
from promplan.review import check
from promplan.review.finding import Asked, Finding, Report


def plan(**sections: object) -> Plan:
    return Plan.model_validate(sections, strict=True)


def told(document: Plan, rule: str, on: date | None = None) -> list[str]:
    return [str(one.message) for one in check(document, on=on) if one.rule == rule]


def state(document: Plan, rule: str) -> str:
    return check(document).states[rule]


def facts(*rows_: dict) -> Plan:
    return plan(enterprise={"facts": [{"id": f"F{n}", **row} for n, row in enumerate(rows_, 1)]})


def test_a_fact_computed_from_itself_names_itself_and_one_from_elsewhere_is_told_where_it_belongs():
    itself = facts({"statement": "The shop makes 946 rings", "derived_from": ["F1"]})
    assert told(itself, "PLAN-1") == ["F1 names itself."]
    member = plan(team={"members": [{"id": "M1"}]}, enterprise={"facts": [{"id": "F1", "derived_from": ["M1"]}]})
    assert told(member, "PLAN-1") == [
        "It names M1, which belongs elsewhere; here an entry of “Register of facts” is meant."
    ]
    gone = facts({"statement": "The shop makes 946 rings", "derived_from": ["F9"]})
    assert told(gone, "PLAN-1") == ["It names F9, and there is no F9 in the plan."]


def test_a_member_may_have_entered_themselves():
    assert told(plan(team={"members": [{"id": "M1", "name": "Anna", "by": "M1"}]}), "PLAN-1") == []


@pytest.mark.parametrize(("days", "said"), [({"campaign_start": date(2026, 1, 1)}, "nothing yet"), ({}, "nothing yet")])
def test_a_campaign_without_both_days_has_no_length_to_judge(days, said):
    assert state(plan(meta=days), "PLAN-3") == said


def test_two_records_are_enough_to_be_compared_and_one_is_not():
    one = facts({"statement": "The shop makes 946 rings a shift"})
    assert state(one, "TEXT-1R") == "nothing yet"
    assert state(facts(*[{"statement": "The shop makes 946 rings a shift"}] * 2), "TEXT-1R") == "found"


def cleared(until: date, end: date) -> Plan:
    clearance = {"state": "cleared", "wording": "w", "by": "engineer", "channels": ["owned"], "until": until}
    document = facts({"statement": "The shop makes 946 rings", "clearance": clearance})
    return edit.put(document, "meta", {"campaign_start": date(2026, 1, 1), "campaign_end": end})


@pytest.mark.parametrize(
    ("until", "on", "ends_early"),
    [
        (date(2026, 5, 1), date(2026, 5, 1), True),  # its last day is today: it holds, and the campaign is longer
        (date(2026, 5, 1), None, True),
        (date(2026, 5, 1), date(2026, 5, 2), False),  # over already: another rule says so
        (date(2026, 6, 30), date(2026, 5, 1), False),
    ],
)
def test_a_clearance_that_ends_inside_the_campaign_is_told_while_it_holds(until, on, ends_early):
    assert bool(told(cleared(until, date(2026, 6, 30)), "FACT-6U", on)) is ends_early


def test_a_question_that_is_refused_needs_nobody_s_clearance_and_an_answer_without_one_is_told():
    def asked(**more: str) -> Plan:
        return plan(message={"questions": [{"id": "Q1", "question": "Does it smell of rubber?", **more}]})

    assert state(asked(state="refused", answer="No comment."), "MSG-11") == "nothing yet"
    assert state(asked(), "MSG-11") == "nothing yet"
    assert told(asked(answer="Yes, near the mixer."), "MSG-11") == ["Nobody has cleared this answer yet."]


def test_an_objective_without_an_audience_asks_who_should_act():
    document = plan(objectives=[{"id": "O1", "statement": "20 graduates apply by May"}])
    assert "Who should act? No audience is named." in told(document, "OBJ-13")


def test_the_html_of_a_report_tells_the_fix_and_what_is_not_to_be_checked_yet():
    finding = Finding("F1", say("It has no source."), say("name the document"), rule="FACT-2")
    asked = [Asked("FACT-2", say("Facts have a source"), "found"), Asked("FACT-8", say("Facts agree"), "nothing yet")]
    html = Report([finding], asked).html(links=False)
    assert "Smallest fix: name the document" in html and "Nothing to check yet: 1</summary><ul><li>Facts agree" in html
    assert "Holds" not in html


def test_both_versions_of_a_nested_field_are_told_under_its_own_name():
    base = facts({"statement": "a"})
    mine = edit.put(base, "enterprise.facts/F1/clearance", {"state": "asked", "by": "engineer"})
    theirs = edit.put(base, "enterprise.facts/F1/clearance", {"state": "refused", "by": "press officer"})
    (clash,) = merge(mine, theirs, base).asked
    told_ = {row.label: (row.mine, row.theirs) for row in rows(clash)}
    assert told_["Who clears it"] == ("engineer", "press officer")
    assert told_["Clearance"] == ("asked, no answer yet", "refused")


def test_what_is_gone_is_named_by_its_own_id():
    with pytest.raises(edit.Gone, match=r"^F7 is no longer"):
        edit.find(Plan(), "enterprise.facts/F7")
