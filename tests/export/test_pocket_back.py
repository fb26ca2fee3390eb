"""Does what a pocket card brings back stand in the log once, joined with what others brought, and is nothing lost?"""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visiting import visited

from promplan.export.pocket_back import into, read
from promplan.export.pocket_code import Card, Mark, Said, encode, mark_of
from promplan.language import Problem, inside
from promplan.plan import Plan, edit
from promplan.plan.codec import checked

PLAN = visited()
TAG = mark_of(PLAN)


def card(*marks: Mark, heard: tuple[Said, ...] = ()) -> Card:
    return Card(TAG, marks, heard)


def told(plan: Plan, one: Card) -> str:
    return "\n".join(map(str, into(plan, one)[1]))


def log(plan: Plan, shot: str) -> tuple:
    found = edit.find(plan, f"visit.shots/{shot}").log
    return found.state, found.at, found.note


def test_ticks_hours_and_notes_stand_in_the_log():
    plan, lines = into(PLAN, card(Mark("T1", "got", time(10, 12), "twice"), Mark("T2", "missing", time(10, 20))))
    assert log(plan, "T1") == ("got", time(10, 12), "twice") and log(plan, "T2") == ("missing", time(10, 20), "")
    assert str(lines[0]) == "2 shots of the log were filled in."


def test_read_twice_nothing_is_there_twice():
    one = card(Mark("T1", "got", time(10, 12), "twice"), heard=(Said("14 presses", "foreman", time(10, 1), "V2"),))
    plan, _ = into(PLAN, one)
    again, lines = into(plan, one)
    assert again == plan and "Nothing new" in str(lines[0])


FIRST = card(Mark("T1", "got", time(10, 12), "near"), Mark("T2", "missing", time(10, 20)))
SECOND = card(Mark("T1", "reshoot", time(10, 30), "far"), Mark("T2", "got", time(10, 15)), Mark("T3", "got", time(11)))


def test_of_two_phones_the_later_hour_holds_whichever_is_read_first():
    one = into(into(PLAN, FIRST)[0], SECOND)[0]
    other = into(into(PLAN, SECOND)[0], FIRST)[0]
    for plan in (one, other):
        assert log(plan, "T1")[:2] == ("reshoot", time(10, 30)) and log(plan, "T2")[:2] == ("missing", time(10, 20))
        assert set(log(plan, "T1")[2].split(" · ")) == {"near", "far"} and log(plan, "T3")[0] == "got"


def test_where_two_phones_disagree_both_are_told():
    said = told(into(PLAN, FIRST)[0], SECOND)
    assert "T1: got it (in the log, 10:12) and take it again, 10:30. It is now: take it again." in said
    assert "T2: did not get it (in the log, 10:20) and got it, 10:15. It is now: did not get it." in said


def test_what_the_team_put_down_by_hand_stays_and_the_card_s_word_is_told():
    plan = edit.put(PLAN, "visit.shots/T1/log", {"state": "reshoot", "note": "dark"})
    new, _ = into(plan, card(Mark("T1", "got", time(10, 12), "fine")))
    assert log(new, "T1") == ("reshoot", None, "dark · fine")
    assert "It is now: take it again." in told(plan, card(Mark("T1", "got", time(10, 12))))


def test_a_shot_that_is_not_in_the_plan_is_told_with_its_words():
    said = told(PLAN, card(Mark("T99", "got", time(10, 5), "a cat", "the gate")))
    assert "T99 is on the card and not in the plan: the gate · got it 10:05 · a cat" in said


def test_a_shot_that_got_another_number_is_found_by_its_words():
    one = card(Mark("T3", "got", time(10), what="Parts since 1958"))
    plan, lines = into(PLAN, one)
    assert (
        log(plan, "T1")[0] == "got"
        and log(plan, "T3")[0] == ""
        and "T3 of the card is T1" in "\n".join(map(str, lines))
    )
    assert into(plan, one)[0] == plan
    plan, lines = into(PLAN, card(Mark("T3", "got", time(10), what="cold feet")))
    assert log(plan, "T3")[0] == "got" and "is called on the card: cold feet" in "\n".join(map(str, lines))


def test_a_note_that_does_not_fit_is_told_whole():
    plan = edit.put(PLAN, "visit.shots/T1/log", {"note": "a" * 290})
    new, lines = into(plan, card(Mark("T1", "got", time(10), "b" * 100)))
    assert log(new, "T1")[2] == "a" * 290 and "b" * 100 in "\n".join(map(str, lines))


def test_what_was_heard_returns_to_the_register_as_oral_and_unconfirmed():
    plan, lines = into(PLAN, card(heard=(Said("14 presses stand here", "foreman", time(10, 1), "V2"),)))
    (heard,), fact = plan.visit.heard, plan.enterprise.facts[-1]
    assert (heard.statement, heard.who, heard.at, heard.stop, heard.fact) == (
        "14 presses stand here",
        "foreman",
        time(10, 1),
        "V2",
        fact.id,
    )
    assert (fact.source, fact.source_kind, fact.as_of, fact.checked_by) == ("foreman", "oral", date(2026, 10, 20), "")
    assert fact.clearance.state == "open" and "oral and unconfirmed" in "\n".join(map(str, lines))


def test_what_the_register_says_already_stays_as_it_was():
    plan, lines = into(PLAN, card(heard=(Said("we cast at night.", "guard"),)))
    assert (
        len(plan.enterprise.facts) == 2
        and plan.visit.heard[0].fact == "F2"
        and plan.enterprise.facts == PLAN.enterprise.facts
    )
    assert "F2 says it already" in "\n".join(map(str, lines))


def test_a_full_register_loses_no_sentence():
    plan = PLAN
    for n in range(60):
        plan, _ = edit.add(plan, "visit.heard", {"statement": f"said {n}"})
    new, lines = into(plan, card(heard=(Said("one more", "guard"),)))
    assert "one more (guard)" in "\n".join(map(str, lines)) and len(new.visit.heard) == 60


@pytest.mark.parametrize(("speech", "words"), [("en", "another plan"), ("ru", "от другого плана")])
def test_a_card_of_another_plan_is_told(speech, words):
    with inside(speech), pytest.raises(Problem, match=words):
        into(PLAN, Card(TAG ^ 1, (Mark("T1", "got"),)))


FILE = {
    "kind": "promplan pocket card",
    "version": 1,
    "plan": TAG,
    "saved": "11:20",
    "shots": [{"id": "T1", "what": "x", "state": "got", "at": "10:12", "note": "near"}],
    "heard": [{"text": "14", "who": "", "at": "", "stop": ""}],
}


def test_a_file_and_a_code_say_the_same():
    made = read(json.dumps(FILE).encode())
    assert made == card(Mark("T1", "got", time(10, 12), "near", "x"), heard=(Said("14"),))
    assert into(PLAN, read(encode(made)))[0] == into(PLAN, made)[0]
    assert read(b"\xef\xbb\xbf" + json.dumps(FILE).encode()) == made == read(json.dumps(FILE))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "something"},
        {"version": 2},
        {"plan": "x"},
        {"more": 1},
        {"shots": [{"id": "T1", "state": "eaten"}]},
        {"shots": [{"id": "__proto__", "state": "got"}]},
        {"shots": [{"id": "T1", "at": "25:00"}]},
        {"shots": [{"id": "T1"}] * 2},
        {"shots": [{"id": f"T{n}"} for n in range(501)]},
        {"heard": [{"text": "x" * 301}]},
        {"heard": None},
    ],
)
def test_a_damaged_file_is_told(changes):
    with pytest.raises(Problem, match="no pocket card"):
        read(json.dumps({**FILE, **changes}).encode())


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b"{", b"{" * 100_000, b'{"a":' * 50_000, b"{}"])
def test_what_is_no_file_of_ours_is_told(data):
    with pytest.raises(Problem):
        read(data)
    with pytest.raises(Problem, match="too large"):
        read(b"{" + b" " * 1_000_001)
    with pytest.raises(Problem, match="nothing yet"):
        read("  \n")


@given(
    st.lists(
        st.builds(
            Mark, st.sampled_from(["T1", "T2", "T9"]), st.sampled_from(["got", "missing"]), st.none() | st.just(time(9))
        ),
        max_size=3,
        unique_by=lambda one: one.shot,
    ),
    st.text(max_size=400),
)
def test_whatever_comes_the_plan_stays_whole(marks, text):
    plan, _ = into(PLAN, card(*marks, heard=(Said(text, text),)))
    assert checked(plan) == plan and into(plan, card(*marks, heard=(Said(text, text),)))[0] == plan
