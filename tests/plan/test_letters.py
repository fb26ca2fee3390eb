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
        (edit.remove(drafted(plan()), "enterprise.facts/F1"), "say what it asks about"),
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


def test_a_letter_about_nothing_is_asked_what_it_is_about_and_one_that_is_fit_is_not():
    one, _ = edit.add(plan(), letters.PATH, {"to": "engineer", "wording": "14 presses"})
    letter = one.desk.requests[0]
    assert letters.about(letter) == ""
    assert "say what it asks about" in str(letters.unfit(one, letter, "engineer"))
    fit = drafted(plan())
    assert letters.unfit(fit, fit.desk.requests[0], "engineer") is None


def test_the_clock_stands_still_on_its_own_day():
    one = letters.moved(plan(), date(2026, 10, 20))
    assert letters.moved(one, date(2026, 10, 20)) is one and letters.moved(one, date(2026, 10, 21)) is not one
    assert letters.today(Plan()) is None and letters.moved(Plan(), TODAY).desk.day == TODAY


@pytest.mark.parametrize(
    ("language", "wording", "fit"),
    [
        ("ru", "abcdefghijk", True),  # eleven letters: too few to tell
        ("ru", "abcdefghijkl", False),
        ("ru", "abcdefgабв", True),
        ("ru", "abcdefghijklmnабвгде", True),  # 6 of 20 are Russian
        ("ru", "abcdefghijklmnoабвгд", False),
        ("en", "абвгдежзикл", True),
        ("en", "абвгдежзиклм", False),
        ("en", "абвгдежзиклмнпabcdef", True),  # 14 of 20
        ("en", "абвгдежзиклмнпрabcde", False),
        ("en", "ЁЁЁЁЁЁЁЁЁЁЁЁ", False),
        ("en", "аааааааааааа", False),
        ("en", "ђђђђђђђђђђђђ", True),  # no letter of Russian
        ("ru", "аааааааааааа", True),
        ("ru", "12 + 13 = 25 25 25 25", True),
    ],
)
def test_a_letter_is_written_in_the_plan_s_own_letters(language, wording, fit):
    one = drafted(plan(language), wording)
    why = letters.unfit(one, one.desk.requests[0], "engineer")
    assert (why is None) == fit


@pytest.mark.parametrize(
    ("state", "silence", "taken", "fact", "by"),
    [
        ("yes", "no", True, "cleared", "engineer"),
        ("no", "yes", True, "refused", "engineer"),
        ("elsewhere", "yes", True, "asked", "head of shop"),
        ("words", "yes", False, "asked", "press officer"),
        ("silence", "yes", True, "cleared", "engineer"),
        ("silence", "no", True, "refused", "engineer"),
        ("silence", "", False, "asked", "press officer"),
    ],
)
def test_what_each_answer_does_to_a_fact(state, silence, taken, fact, by):
    answer = YES.model_copy(update={"state": state, "ask": "head of shop"})
    one = letters.came(sent(plan()), "R1", answer, silence)
    clearance = one.enterprise.facts[0].clearance
    assert (one.desk.requests[0].answer.taken, clearance.state, clearance.by) == (taken, fact, by)


def test_silence_that_means_yes_lets_out_the_team_s_own_words():
    answer = Answer(state="silence", wording="other", channels=["earned"], until=date(2026, 12, 1))
    clearance = letters.came(sent(plan()), "R1", answer, "yes").enterprise.facts[0].clearance
    assert (clearance.wording, clearance.channels, clearance.until) == (
        "14 presses",
        ["owned", "shared"],
        date(2027, 1, 31),
    )
    assert clearance.by == "press officer"


def about_the_question(one: Plan, **more: object) -> Plan:
    values = {"to": "press officer", "wording": "Yes.", **more}
    return letters.sent(letters.drafted(one, ["message.questions/Q1"], values)[0], "R1")


@pytest.mark.parametrize(
    ("state", "stands", "by"),
    [("yes", "cleared", "engineer"), ("no", "refused", "engineer"), ("elsewhere", "asked", "head of shop")],
)
def test_what_each_answer_does_to_a_hard_question(state, stands, by):
    asked = about_the_question(plan())
    assert (asked.message.questions[0].state, asked.message.questions[0].cleared_by) == ("asked", "press officer")
    answer = Answer(state=state, wording="Yes, beside two mills.", by="engineer", ask="head of shop")
    question = letters.came(asked, "R1", answer, "no").message.questions[0]
    assert (question.state, question.cleared_by) == (stands, by)
    assert question.answer == ("Yes, beside two mills." if state == "yes" else "Yes, beside the mills.")


def test_a_question_that_is_cleared_stays_so_until_a_new_yes():
    cleared = letters.came(about_the_question(plan()), "R1", Answer(state="yes", wording="Yes.", by="engineer"), "no")
    again = letters.sent(letters.drafted(cleared, ["message.questions/Q1"], {"to": "guard"})[0], "R2")
    assert again.message.questions[0].state == "cleared" and again.message.questions[0].cleared_by == "engineer"
    refused = letters.came(again, "R2", Answer(state="no", by="guard"), "no")
    assert refused.message.questions[0].state == "cleared"


def test_words_of_the_plant_are_taken_for_a_fact_that_is_there_still():
    words = Answer(state="words", wording="fourteen", channels=["earned"], by="engineer")
    one = letters.came(sent(plan()), "R1", words, "no")
    taken = letters.taken(one, "R1")
    assert taken.desk.requests[0].answer.taken and taken.enterprise.facts[0].clearance.wording == "fourteen"
    gone = letters.taken(edit.remove(one, "enterprise.facts/F1"), "R1")
    assert gone.desk.requests[0].answer.taken and gone.enterprise.facts == []


NEED = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("needed", "answer", "today", "late"),
    [
        (NEED, Answer(state="yes", received=date(2026, 10, 21)), TODAY, NEED),
        (NEED, Answer(state="yes", received=NEED), date(2026, 10, 30), None),
        (NEED, Answer(), date(2026, 10, 21), NEED),
        (NEED, Answer(), NEED, None),
        (NEED, Answer(state="silence", received=TODAY), date(2026, 10, 21), NEED),
        (None, Answer(), date(2027, 1, 31), None),
        (None, Answer(), date(2027, 2, 1), date(2027, 1, 31)),
        (date(2027, 3, 1), Answer(), date(2027, 2, 1), date(2027, 1, 31)),
        (NEED, Answer(state="yes"), date(2026, 10, 30), None),  # nobody wrote down when it came
    ],
)
def test_an_answer_is_late_after_the_day_on_which_it_was_needed(needed, answer, today, late):
    one = letters.moved(letters.sent(drafted(plan(), needed=needed), "R1"), today)
    one = edit.put(one, "desk.requests/R1/answer", answer.model_dump())
    assert letters.is_late(one, one.desk.requests[0]) == late
    assert letters.is_late(one, one.desk.requests[0].model_copy(update={"sent": None})) is None


def test_a_draft_is_filled_by_what_is_given_before_what_the_plan_has():
    one, _ = letters.drafted(plan(), ["enterprise.facts/F1"], {"until": NEED, "channels": ["paid"], "wording": ""})
    letter = one.desk.requests[0]
    assert (letter.until, letter.channels, letter.wording) == (NEED, ["paid"], "14 presses stand in the shop")
    cleared = edit.put(plan(), "enterprise.facts/F1/clearance", {"wording": "so many presses"})
    one, _ = letters.drafted(cleared, ["enterprise.facts/F1"], {})
    letter = one.desk.requests[0]
    assert (letter.until, letter.channels, letter.wording) == (
        date(2027, 1, 31),
        ["owned", "shared"],
        "so many presses",
    )
