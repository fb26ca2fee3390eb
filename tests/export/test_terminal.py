"""Is the plan readable as plain text: everything that the page shows, within the width, and nothing that acts?"""

import pytest
from filled import filled
from hypothesis import given
from hypothesis import strategies as st

from promplan.cases.kit import load
from promplan.export.terminal import told
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit
from promplan.text.plain import acts


def joined(plan: Plan, **how: int) -> str:
    return "\n".join(told(plan, **how))


def test_a_section_stands_under_its_heading_and_an_empty_one_says_so():
    lines = told(edit.put(Plan(), "brief", {"client": "press office"}))
    at = lines.index("The plant's brief")
    assert lines[at + 1] == "─" * len("The plant's brief") and lines[at + 2] == "Who asks for this work: press office"
    assert lines[lines.index("Objectives") + 2] == "Nothing here yet."


def test_a_question_keeps_its_mark_before_the_answer():
    plan, _ = edit.add(Plan(), "audiences", {"segment": "Leavers", "minors": "no"})
    assert "Is anybody under 18? no, all are adults" in joined(plan)


def test_a_table_that_fits_stands_in_columns():
    plan, _ = edit.add(Plan(), "message.pillars", {"statement": "You see it in a shift", "proofs": ["F9"]})
    lines = told(plan)
    assert "No.  Pillar                 Proofs" in lines
    assert "P1   You see it in a shift  F9: not in the register" in lines


def test_a_table_that_does_not_fit_is_told_row_by_row():
    plan, _ = edit.add(Plan(), "enterprise.facts", {"statement": "14 presses", "value": 14.0, "tolerance": 0.0})
    lines = told(plan, width=40)
    at = lines.index("F1 14 presses")
    assert lines[at + 1 : at + 3] == ["  Value: 14 ±\u00a00", "  Clearance: open: nobody asked"]


@pytest.mark.parametrize("speech", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_of_the_example_plant_is_wider_than_asked(speech, width):
    with inside(speech):
        assert max(map(len, told(load("rubber-works").plan, width=width))) <= width


def test_every_text_is_shown_and_what_stays_inside_is_not():
    seen: list[str] = []

    def say(name: str, kept: bool) -> str:
        seen.extend([] if kept else [f"shown-{name}"])
        return f"{'inside' if kept else 'shown'}-{name}"

    sections, _, review = joined(filled(say), width=200).partition("What the review says")
    assert "inside-" not in sections and [one for one in seen if one not in sections] == []
    assert not any(f"inside-{kept}" in review for kept in ("Reason", "Given", "Answers", "Enterprise"))


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_nothing_that_somebody_wrote_can_move_the_cursor(wild):
    plan = edit.put(Plan(), "message", {"umbrella": wild, "tone": wild})
    plan, _ = edit.add(edit.put(plan, "meta", {"title": wild}), "message.pillars", {"statement": wild})
    assert not any(acts(sign) for line in told(plan) for sign in line)


def test_a_title_of_blanks_is_none():
    assert told(edit.put(Plan(), "meta", {"title": "  "}))[0] == "Media plan"


def test_reasons_are_counted_and_not_told():
    plan = load("rubber-works").plan
    plan = edit.reason(plan, "FACT-9", "F51", "the engineer is on holiday until Monday")
    text = joined(plan, width=300)
    assert "on holiday" not in text and "1 warning stays, with the team's reason." in text
