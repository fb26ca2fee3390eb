"""Are letters sent only when somebody could answer them, and does an answer do to a clearance what it says?"""

from datetime import date

import pytest

from promplan.language import Problem
from promplan.plan import Answer, Plan, edit, letters
from promplan.plan.merging import merge

TODAY = date(2026, 10, 12)


def plan(language: str = "en") -> Plan:
    one = edit.put(Plan(), "meta", {"as_of": TODAY, "language": language, "campaign_end": date(2027, 1, 31)})
    one, _ = edit.add(one, "enterprise.facts", {"statement": "14 presses stand in the shop"})
    return edit.add(one, "message.questions", {"question": "Is it loud?", "answer": "Yes, beside the mills."})[0]


def drafted(one: Plan, wording: str = "14 presses", **more: object) -> Plan:
    return letters.drafted(one, ["enterprise.facts/F1"], {"to": "press officer", "wording": wording, **more})[0]


def sent(one: Plan) -> Plan:
    return letters.sent(drafted(one), "R1")


YES = Answer(state="yes", wording="14 presses", channels=["owned"], until=date(2027, 1, 31), by="engineer")


def test_a_draft_begins_with_the_fact_s_own_words_and_a_question_s_with_its_answer():
    one, new = letters.drafted(plan(), ["enterprise.facts/F1", "message.questions/Q1"], {})
    assert new == ["R1", "R2"]
    assert [it.wording for it in one.desk.requests] == ["14 presses stand in the shop", "Yes, beside the mills."]
    assert [letters.about(it) for it in one.desk.requests] == ["enterprise.facts/F1", "message.questions/Q1"]


def test_a_letter_goes_out_on_the_clock_s_day_and_what_it_asks_about_waits():
    one = sent(letters.moved(plan(), date(2026, 10, 14)))
    assert one.desk.requests[0].sent == date(2026, 10, 14)
    assert (one.enterprise.facts[0].clearance.state, one.enterprise.facts[0].clearance.by) == ("asked", "press officer")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (drafted(plan(), to=""), "to nobody"),
        (edit.put(drafted(plan()), "desk.requests/R1", {"wording": "  \n"}), "it is empty"),
        (drafted(plan("ru"), "Fourteen presses stand in the press shop"), "the plan is in Russian"),
        (drafted(plan(), "На прессовом участке стоят четырнадцать прессов"), "the plan is in English"),
        (edit.put(drafted(plan()), "meta", {"as_of": None}), "no day yet"),
        (edit.remove(drafted(plan()), "enterprise.facts/F1"), "which fact"),
        (sent(plan()), "gone out already"),
    ],
)
def test_a_letter_that_nobody_could_answer_stays_a_draft_and_says_why(one, words):
    before = one.desk.requests[0]
    with pytest.raises(Problem, match=words):
        letters.sent(one, "R1")
    assert one.desk.requests[0] == before


def test_a_russian_letter_may_hold_a_standard_and_a_unit():
    one = drafted(plan("ru"), "Полотно по ISO 37, толщина 2 mm, давление 2 MPa")
    assert letters.sent(one, "R1").desk.requests[0].sent == TODAY


def test_a_yes_is_the_clearance_with_its_four_parts():
    clearance = letters.came(sent(plan()), "R1", YES, "no").enterprise.facts[0].clearance
    assert clearance.model_dump() == {
        "state": "cleared", "wording": "14 presses", "channels": ["owned"], "until": date(2027, 1, 31),
        "by": "engineer",
    }  # fmt: skip


def test_a_no_to_new_words_takes_nothing_back_that_was_let_out():
    one = letters.came(sent(plan()), "R1", YES, "no")
    one = letters.sent(letters.drafted(one, ["enterprise.facts/F1"], {"to": "engineer", "wording": "15"})[0], "R2")
    assert one.enterprise.facts[0].clearance.state == "cleared"
    one = letters.came(one, "R2", Answer(state="no", by="engineer"), "no")
    assert one.enterprise.facts[0].clearance.wording == "14 presses"


def test_an_answer_about_a_fact_that_is_gone_stands_at_the_desk():
    one = letters.came(edit.remove(sent(plan()), "enterprise.facts/F1"), "R1", YES, "no")
    assert one.desk.requests[0].answer.state == "yes" and one.enterprise.facts == []


def test_the_clock_never_goes_back():
    one = letters.moved(plan(), date(2026, 10, 20))
    assert letters.moved(one, date(2026, 10, 13)) is one
    assert letters.today(one) == date(2026, 10, 20)
    assert letters.today(edit.put(one, "meta", {"as_of": date(2026, 11, 1)})) == date(2026, 11, 1)


def test_of_two_copies_the_later_clock_stands_and_both_copies_letters_stay():
    base = plan()
    mine = letters.moved(drafted(base, "14 presses"), date(2026, 10, 13))
    theirs = letters.moved(drafted(base, "fourteen presses, on three shifts", to="engineer"), date(2026, 10, 16))
    for first, second in ((mine, theirs), (theirs, mine)):
        for known in (base, None):
            merged = merge(first, second, known)
            assert merged.plan.desk.day == date(2026, 10, 16) and merged.asked == []
            assert sorted(one.to for one in merged.plan.desk.requests) == ["engineer", "press officer"]


def test_an_answer_that_came_in_one_copy_is_in_the_joined_plan():
    base = sent(plan())
    merged = merge(base, letters.came(base, "R1", YES, "no"), base)
    assert merged.asked == [] and merged.plan.desk.requests[0].answer.state == "yes"
    assert merged.plan.enterprise.facts[0].clearance.state == "cleared"
