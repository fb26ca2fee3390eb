"""Does every finding of every rule say what is wrong and how to cure it, and does a check ask the right rules?"""

import json
from datetime import date

import pytest

from promplan import assets
from promplan.language import say
from promplan.plan import Plan, edit
from promplan.review import RULES, check
from promplan.review.engine import rule
from promplan.review.lesson import link
from promplan.review.reason import accepted, weigh

JUNK = Plan.model_validate(
    {
        "meta": {"as_of": date(2026, 10, 12), "campaign_start": date(2026, 11, 2), "campaign_end": date(2026, 11, 1)},
        "team": {"members": [{"id": "M1", "name": "."}, {"id": "M2", "name": "Ann"}, {"id": "M3", "name": "ann"}]},
        "brief": {"client": "-", "silence_means": "yes"},
        "enterprise": {
            "facts": [
                {"id": "F1", "value": 3.0, "statement": "x", "as_of": date(2027, 1, 1), "derived_from": ["F9"]},
                {"id": "F2", "source_kind": "oral", "statement": "The best seals", "clearance": {"state": "cleared"}},
                {"id": "F3", "value": 9.0, "statement": "9 presses", "as_of": date(2019, 6, 1), "unit": "presses"},
            ]
        },
        "objectives": [{"id": "O1", "statement": "asdf qwer zxcv", "metric": "AVE", "target": 3.0, "verb": "get"}],
        "audiences": [{"id": "A1", "segment": "everyone", "age_from": 15, "minors": "no"}],
        "message": {
            "umbrella": "The best",
            "pillars": [{"id": "P1", "proofs": ["F2", "F3"]}],
            "questions": [{"id": "Q1", "question": "Why is it so?", "answer": "Because it is so."}, {"id": "Q2"}],
        },
    },
    strict=True,
)


def test_every_finding_says_what_is_wrong_and_how_to_cure_it_on_an_object_of_its_rules_unit():
    report = check(JUNK)
    assert len({one.rule for one in report}) > 30
    sections = {"meta", "team", "brief", "enterprise", "facts", "objectives", "audiences", "message"}
    ids = {"M1", "M2", "M3", "F1", "F2", "F3", "O1", "A1", "P1", "Q1", "Q2"}
    for one in report:
        asked = RULES[one.rule]
        assert (
            one.object in sections | ids and one.lesson == asked.unit and one.severity in ("error", "warning", "info")
        )
        assert one.severity != "error" or asked.severity == "error" or one.rule == "OBJ-11", one
        assert one.excusable <= (one.severity == "warning" and asked.excusable), one
        for language in ("en", "ru"):
            assert one.message.into(language).strip() and one.fix.into(language).strip()
    assert [one.rule for one in report] == [rule for rule in report.states for one in report if one.rule == rule]


def test_rules_are_asked_family_by_family_in_the_plans_order_and_within_it_by_number():
    asked = list(check(JUNK).states)
    families = list(dict.fromkeys(one.partition("-")[0] for one in asked))
    told = ["PLAN", "TEXT", "TEAM", "BRIEF", "FACT", "OBJ", "AUD", "MSG"]
    assert families == [*told, "IDEA", "CH", "VIS", "PRD", "ITEM", "CAL", "DIS", "KPI", "REP", "PIT", "RISK", "DESK"]
    facts = [one for one in asked if one.startswith("FACT")]
    assert facts.index("FACT-2") < facts.index("FACT-2D") < facts.index("FACT-3") < facts.index("FACT-10")
    assert set(asked) == set(RULES)


def test_a_check_of_one_unit_asks_its_own_rules_and_the_one_that_holds_everywhere():
    before = ("00-start", "01-facts", "02-goals", "03-message", "04-art", "05-visit", "06-making", "07-calendar")
    for unit in (*before, "08-distribution"):
        own = {one.id for one in RULES.values() if unit in (one.unit, *one.also)}
        assert set(check(JUNK, unit).states) == own | {"PLAN-1"}
    assert check(Plan(), "02-goals").states["PLAN-1"] == "nothing yet"
    assert "CAL-13" in check(JUNK, "07-calendar").states and "CAL-13" not in check(JUNK, "05-visit").states
    assert {"CH-4", "CH-5", "CH-6"} < set(check(JUNK, "08-distribution").states)


def test_a_rule_of_an_unknown_family_or_with_an_id_that_is_taken_is_refused():
    words = say("x")
    rest = {"severity": "warning", "unit": "01-facts", "text": words, "hints": (words, words)}
    with pytest.raises(ValueError, match="no section of the plan has the family of ODD-1"):
        rule("ODD-1", **rest)
    with pytest.raises(ValueError, match="two rules are called FACT-2"):
        rule("FACT-2", **rest)(lambda plan, on: None)


def test_a_reason_counts_for_its_rule_and_its_object_alone():
    document = edit.reason(JUNK, "FACT-9", "F2", "the foreman signs it on Monday")
    answered = [(one.rule, one.object) for one in check(document) if one.answered is not None]
    assert answered == [("FACT-9", "F2")]
    elsewhere = edit.reason(JUNK, "FACT-9", "F1", "the foreman signs it on Monday")
    assert all(one.answered is None for one in check(elsewhere))


@pytest.mark.parametrize(
    ("reason", "counts"),
    [
        ("the foreman signs it", True),
        ("we do", False),
        ("no no no", False),
        ("a b c", False),
        ("asdf qwer zxcv", False),
        ("", False),
    ],
)
def test_a_reason_is_a_sentence_that_a_stranger_could_disagree_with(reason, counts):
    assert accepted(reason) is counts
    if counts:
        weigh(reason)
    else:
        with pytest.raises(ValueError, match="A reason is a sentence of three words or more"):
            weigh(reason)


def test_each_section_that_a_rule_names_is_a_heading_of_its_lesson_in_both_languages():
    named = [one for one in RULES.values() if one.section]
    assert len(named) > 50
    for one in named:
        for language in ("en", "ru"):
            cells = json.loads((assets.course() / "notebooks" / language / f"{one.unit}.ipynb").read_text("utf-8"))[
                "cells"
            ]
            (cell,) = [it for it in cells if it["id"] == one.section]
            assert "## " in "".join(cell["source"]), one.id


def test_the_lesson_opens_at_the_section_that_teaches_the_rule():
    (one,) = [it for it in check(JUNK) if it.rule == "FACT-6M" and it.object == "P1" and "F3" in str(it.message)]
    assert link(one.lesson, one.section) == "../../notebooks/en/03-message.ipynb#cell-id=message-l-house"
    assert link("01-facts") == "../../notebooks/en/01-facts.ipynb" and link("04-party", "x") == ""
    assert 'href="../../notebooks/en/03-message.ipynb#cell-id=message-l-house"' in check(JUNK).html()
