"""Does it tell of when the work came only what the hand-ins know?"""

from datetime import datetime

from cohort.grading_room import hand_in, named, sample, three

from promplan.cohort.at_once import at_once, handed
from promplan.cohort.grade import grade
from promplan.cohort.gradebook import Gradebook
from promplan.plan import Plan, edit


def facts(n):
    made = Plan()
    for one in range(n):
        made, _ = edit.add(made, "enterprise.facts", {"statement": f"{one} presses"})
    return made


def test_of_a_plan_that_was_handed_in_once_nothing_is_claimed():
    first = at_once(facts(9), [handed(1, datetime(2026, 11, 2), facts(9))])[0]
    assert "nothing in it tells" in first.said.en and first.share == 0


def test_between_two_hand_ins_the_new_records_are_counted():
    rows = at_once(facts(10), [handed(2, None, facts(10)), handed(1, datetime(2026, 11, 2, 18, 5), facts(4))])
    assert rows[0].said.en == "Between plan 1 (2026-11-02 at 18:05) and plan 2 (no date): 6 of 10 records are new."
    assert rows[0].share == 0.6 and "02.11.2026" in rows[0].said.ru


def test_tries_and_answers_are_counted_without_the_looks():
    plan = facts(1)
    plan.answers.tries = {"01-facts": 3, "01-facts/look": 771, "02-goals": 1}
    rows = at_once(plan, [])
    assert rows[1].said.en == "Check was pressed 4 times after a change, in 2 exercises."
    assert at_once(facts(1), [])[1].said.en == "The plan keeps no press of Check."


def test_an_earlier_plan_that_is_gone_stops_nothing(tmp_path):
    room = three(tmp_path)
    hand_in(room, "T1", named(sample("10-weak"), "Valve"))
    (room.collected / "T1" / "1" / "media-plan.json").write_text("gone")
    grade(room, datetime(2026, 11, 9).date())
    with Gradebook(room.gradebook) as book:
        assert "nothing in it tells" in book.record("T1").once[0].said.en
