"""Does a check ask the right rules, on the right day, and keep apart what a reason may answer and what not?"""

from datetime import date

import pytest

from promplan.language import Problem, inside, say
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.sections import filled_in
from promplan.review import RULES, Finding, Report, check
from promplan.review.finding import stamped
from promplan.review.report_html import FOLD

AUTUMN, SPRING = date(2026, 10, 12), date(2027, 3, 1)


def dated(as_of: date | None) -> Plan:
    """A fact whose day lies between autumn and spring."""
    fact = {"id": "F1", "statement": "14 presses run here", "as_of": date(2027, 1, 15)}
    return Plan.model_validate({"meta": {"as_of": as_of}, "enterprise": {"facts": [fact]}}, strict=True)


@pytest.mark.parametrize(
    ("as_of", "on", "future"),
    [(AUTUMN, None, True), (SPRING, None, False), (AUTUMN, SPRING, False), (SPRING, AUTUMN, True), (None, None, False)],
)
def test_the_day_of_the_check_comes_before_the_plans_own_today(as_of, on, future):
    assert (check(dated(as_of), "01-facts", on).states["FACT-2D"] == "found") == future


def test_a_unit_that_the_course_does_not_have_is_said_and_one_without_rules_passes_nothing(monkeypatch):
    with pytest.raises(Problem, match="There is no unit 01-fact; there are 00-start, 01-facts"):
        check(Plan(), "01-fact")
    for id_ in [one.id for one in RULES.values() if one.unit == "10-pitch" or "10-pitch" in one.also]:
        monkeypatch.delitem(RULES, id_)
    report = check(Plan(), "10-pitch")
    assert report.asked == [] and not report.passed


def test_a_rule_that_holds_everywhere_is_asked_in_each_unit_about_what_the_unit_fills():
    plan = Plan.model_validate(
        {
            "team": {"members": [{"id": "M1", "name": "Ann"}]},
            "enterprise": {"facts": [{"id": "F1", "derived_from": ["F9"]}]},
            "objectives": [{"id": "O1", "audience": "A9"}],
            "message": {"pillars": [{"id": "P1", "proofs": ["F8"], "by": "M9"}]},
        },
        strict=True,
    )
    found = {
        unit: [one.object for one in check(plan, unit) if one.rule == "PLAN-1"]
        for unit in ("00-start", "01-facts", "02-goals", "03-message")
    }
    assert found == {"00-start": [], "01-facts": ["F1"], "02-goals": ["O1"], "03-message": ["P1", "P1"]}
    assert check(plan, "03-message").states["PLAN-1"] == "found"


@pytest.mark.parametrize(
    ("object_", "unit"),
    [
        ("M1", "00-start"),
        ("meta", "00-start"),
        ("F12", "01-facts"),
        ("facts", "01-facts"),
        ("Q3", "03-message"),
        ("?", ""),
    ],
)
def test_what_a_finding_is_about_belongs_to_the_unit_that_fills_it(object_, unit):
    assert filled_in(object_) == unit


REASON = "we ask again on Monday"


def given(severity: str, *, finding: bool = True, rule: bool = True) -> Finding:
    one = Finding("F1", say("x"), say("y"), excusable=finding)
    return stamped(one, "FACT-2", severity, "01-facts", rule, REASON)  # type: ignore[arg-type]


def test_a_reason_answers_a_warning_and_neither_an_error_nor_what_is_certain():
    assert (given("warning").answered, given("warning").open) == (REASON, False)
    for one in (given("error"), given("warning", finding=False), given("warning", rule=False)):
        assert (one.answered, one.excusable, one.open) == (None, False, True)


def test_a_rule_may_make_its_finding_less_grave_or_graver():
    for own, kept in (("info", "info"), ("warning", "warning"), ("error", "error")):
        one = Finding("F1", say("x"), say("y"), severity=own)  # type: ignore[arg-type]
        assert stamped(one, "FACT-2", "warning", "01-facts", True, None).severity == kept


def test_which_warnings_no_reason_answers():
    assert {one.id for one in RULES.values() if one.severity == "warning" and not one.excusable} == {"TEAM-2", "TEAM-6"}


@pytest.mark.parametrize("n", [1, FOLD, FOLD + 1, FOLD + 2, 12])
def test_of_many_objects_the_first_few_are_told_and_no_fold_hides_one_alone(n):
    report = Report(Finding(f"F{k}", say("It is old."), say("ask {n}", n=k), rule="FACT-3") for k in range(1, n + 1))
    html = report._repr_html_()
    folded = max(0, n - FOLD) if n > FOLD + 1 else 0
    assert html.count("It is old.") == n and html.count("<details") == (folded > 0)
    assert (f"{folded} more" in html) == (folded > 0)


def test_the_verdict_counts_its_exceptions_in_both_languages():
    asked = check(Plan(), "10-pitch")
    assert str(asked.verdict) == "Not passed yet."
    for n, en, ru in ((1, "1 exception.", "1 исключением."), (2, "2 exceptions.", "2 исключениями.")):
        report = Report([given("warning")] * n, check(Plan(), "00-start").asked[:0])
        assert len(report.exceptions) == n
        passed = type("Passed", (Report,), {"passed": True})(report)
        assert passed.verdict.into("en") == f"Passed with {en}"
        with inside("ru"):
            assert unset(str(passed.verdict)) == f"Пройдено с {ru}"


def test_which_rules_must_have_had_something_to_look_at_before_their_unit_is_passed():
    assert sorted(one.id for one in RULES.values() if one.needed) == [
        "AUD-1", "BRIEF-1", "CAL-1", "CAL-14P", "CAL-15", "CAL-5", "CAL-7", "CAL-8", "CH-1", "DIS-1", "DIS-10",
        "DIS-6", "FACT-0", "FACT-2", "FACT-6D", "IDEA-1", "IDEA-6", "IDEA-9", "ITEM-1", "ITEM-3", "ITEM-5", "KPI-10",
        "KPI-9", "MSG-1", "MSG-10", "MSG-3", "OBJ-1", "PIT-1", "PIT-2", "PIT-7", "PIT-9", "PRD-5P", "REP-1", "TEAM-1",
        "TEAM-6", "VIS-1",
    ]  # fmt: skip
    assert [one.id for one in RULES.values() if one.everywhere] == ["PLAN-1"]
