"""Does the invented plant answer as its kit says: who, what, in whose voice, after how many of its own working days?"""

from datetime import date

import pytest

from promplan.cases import desk
from promplan.cases.kit import available, load
from promplan.cases.recognise import recognise
from promplan.cases.staff import staff
from promplan.days.workdays import after, calendar, passed
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit, letters
from promplan.review.concerns import concerns
from promplan.review.engine import check

TODAY = date(2026, 10, 12)
KITS = [(case, language) for case in available() for language in LANGUAGES]
SAID = {"yes", "words", "no", "elsewhere", "silence"}


def kit(case: str = "wagon-works", language: str = "en") -> Plan:
    with inside(language):
        return load(case).plan


def asked(plan: Plan, fact: str, person: str, wording: str = "", **more: object) -> Plan:
    """The plan with one letter about a fact sent to a person of the kit."""
    people = staff(plan.meta.case, plan.meta.language).people
    values = {"person": person, **({"wording": wording} if wording else {}), **more}
    plan, new = letters.drafted(plan, [f"enterprise.facts/{fact}"], values)
    return letters.sent(plan, new[0], people[person].role)


def lived(plan: Plan, day: date) -> Plan:
    return desk.come_in(plan, staff(plan.meta.case, plan.meta.language), day, concerns)


def own(plan: Plan, statement: str, **more: object) -> Plan:
    """The plan with a fact of the team's own behind the kit's."""
    row = {"statement": statement, "source": "a letter", "source_kind": "document", "as_of": TODAY, **more}
    return edit.add(plan, "enterprise.facts", row)[0]


def last(plan: Plan):
    return plan.desk.requests[-1].answer


@pytest.mark.parametrize(("case", "language"), KITS)
def test_every_fact_and_question_of_a_kit_has_an_answer_of_somebody_who_decides(case, language):
    plan, people = kit(case, language), staff(case, language)
    for one in plan.enterprise.facts:
        reply = people.replies[one.id]
        assert reply.said or reply.wording, one.id
        assert people.people[reply.by].decides, one.id
    for question in plan.message.questions:
        assert recognise(question.question, people.asked) in people.replies


@pytest.mark.parametrize(("case", "language"), KITS)
def test_every_fact_is_known_again_by_its_words_and_answered_in_the_person_s_own_time(case, language):
    plan, people = kit(case, language), staff(case, language)
    for fact in plan.enterprise.facts:
        reply = people.replies[fact.id]
        due = after(TODAY, people.people[reply.by].days, people.at_work_for(reply.by))
        one = asked(plan, fact.id, reply.by)
        assert not last(lived(one, date(2026, 10, 12))).state
        answer = last(lived(one, due))
        if reply.first_silent:
            assert not answer.state
        else:
            assert answer.state in ("yes", "words", "no") and answer.received == due
            assert answer.by == people.people[reply.by].role


def test_what_was_planted_wrong_is_refused_and_once_it_is_put_right_it_is_cleared():
    plan = lived(asked(kit(), "F7", "P7"), date(2026, 10, 13))
    fact = edit.find(plan, "enterprise.facts/F7")
    assert last(plan).state == "no" and "a year" in last(plan).said
    assert (fact.clearance.state, fact.clearance.by) == ("refused", "press officer")
    plan = lived(asked(plan, "F7", "P7", "9,000 wagons a year"), date(2026, 10, 14))
    fact = edit.find(plan, "enterprise.facts/F7")
    assert last(plan).state == "yes"
    assert (fact.clearance.state, fact.clearance.wording) == ("cleared", "9,000 wagons a year")


def test_a_secret_a_customer_s_name_and_a_minor_are_refused_with_the_reason():
    for fact, person, word in (("F11", "P4", "regime"), ("F37", "D1", "customer"), ("F38", "P7", "17")):
        plan = lived(asked(kit("rubber-works"), fact, person), date(2026, 11, 2))
        assert last(plan).state == "no" and word in last(plan).said, fact


def test_other_words_wait_until_the_team_takes_them():
    plan = lived(asked(kit(), "F12", "P10"), date(2026, 10, 15))
    assert last(plan).state == "words"
    assert edit.find(plan, "enterprise.facts/F12").clearance.state == "asked"
    plan = letters.taken(plan, "R1")
    clearance = edit.find(plan, "enterprise.facts/F12").clearance
    assert (clearance.state, clearance.wording) == ("cleared", "the side is a sheet of 5 mm, held by ribs")
    assert clearance.by == "chief design engineer" and clearance.until and clearance.channels


def test_whose_matter_it_is_not_says_whose_it_is():
    plan = lived(asked(kit(), "F12", "P1"), date(2026, 10, 13))
    assert (last(plan).state, last(plan).ask) == ("elsewhere", "chief design engineer")
    clearance = edit.find(plan, "enterprise.facts/F12").clearance
    assert (clearance.state, clearance.by) == ("asked", "chief design engineer")  # somebody has asked, if the wrong one


def test_a_yes_never_goes_further_than_the_plant_allows_or_the_team_asked():
    plan = asked(kit("rubber-works"), "F13", "P4", channels=["owned", "paid"], until=date(2030, 1, 1))
    answer = last(lived(plan, date(2026, 10, 16)))
    assert (answer.state, answer.channels, answer.until) == ("yes", ["owned"], date(2027, 7, 1))
    assert "2027-07-01" in answer.said
    plan = asked(kit("rubber-works"), "F13", "P4", until=date(2026, 12, 1))
    assert last(lived(plan, date(2026, 10, 16))).until == date(2026, 12, 1)


def test_a_number_more_than_the_paper_has_is_answered_in_the_plant_s_words():
    plan = asked(kit(), "F8", "P7", "36 wagons a working day, 40 next year")
    answer = last(lived(plan, date(2026, 10, 13)))
    assert (answer.state, answer.wording) == ("words", "36 wagons a working day")


@pytest.mark.parametrize(
    ("silence", "state", "clearance"), [("no", "silence", "refused"), ("ask again", "silence", "asked")]
)
def test_silence_means_what_the_brief_says(silence, state, clearance):
    plan = edit.put(kit(), "brief", {"silence_means": silence, "answer_days": 5})
    plan = asked(plan, "F26", "P5")
    assert not last(lived(plan, date(2026, 10, 16))).state
    plan = lived(plan, date(2026, 10, 19))
    assert last(plan).state == state
    assert edit.find(plan, "enterprise.facts/F26").clearance.state == clearance


def test_silence_that_means_yes_clears_what_was_asked():
    plan = edit.put(kit(), "brief", {"silence_means": "yes", "answer_days": 5})
    plan = lived(asked(plan, "F26", "P5", "200 m of weld"), date(2026, 10, 19))
    clearance = edit.find(plan, "enterprise.facts/F26").clearance
    assert (clearance.state, clearance.wording) == ("cleared", "200 m of weld")


def test_whoever_left_a_letter_lying_answers_the_second():
    plan = lived(asked(kit(), "F26", "P5"), date(2026, 10, 21))
    plan = lived(asked(plan, "F26", "P5"), date(2026, 10, 27))
    assert [one.answer.state for one in plan.desk.requests] == ["silence", "words"]


POLICY = {
    "a boast": ("The best wagons in Siberia", {}, "P10", "no"),
    "a person": ("Ivan Petrov welds here", {}, "P7", "no"),
    "without a paper": ("A crane lifts 50 t here", {"source": "", "source_kind": ""}, "P10", "no"),
    "only said": ("A crane lifts 50 t here", {"source_kind": "oral"}, "P10", "no"),
    "a process's regime": ("The welding current is 240 A, wire feed 7 m/min", {}, "P5", "no"),
    "a capacity": ("The press weighs 48 t, makes 120 rings a day", {}, "P5", "yes"),
    "how the plant is guarded": ("There is a hole in the fence behind the wagon hall", {}, "P10", "no"),
    "somebody's health": ("The foreman of the wagon hall has diabetes", {}, "P7", "no"),
    "plain and with its paper": ("A crane of the wagon hall lifts 50 t", {}, "P10", "yes"),
}


@pytest.mark.parametrize("name", POLICY)
def test_a_fact_of_the_team_s_own_is_judged_by_what_an_editor_would_find(name):
    statement, more, person, state = POLICY[name]
    plan = own(kit(), statement, **more)
    plan = lived(asked(plan, plan.enterprise.facts[-1].id, person), date(2026, 10, 30))
    assert last(plan).state == state, last(plan).said


def test_a_fact_of_the_team_s_own_belongs_to_whoever_answers_for_such_things():
    plan = own(kit(), "Women are every third welder's apprentice in practice")
    plan = lived(asked(plan, plan.enterprise.facts[-1].id, "P8"), date(2026, 10, 30))
    assert (last(plan).state, last(plan).ask) == ("elsewhere", "head of personnel")


def test_hard_questions_are_answered_too():
    plan, new = letters.drafted(kit(), ["message.questions/Q2"], {"person": "P8", "wording": "Within thirty days."})
    plan = letters.sent(plan, new[0], "head of the cooperation desk")
    assert edit.find(plan, "message.questions/Q2").state == "asked"
    plan = letters.taken(lived(plan, date(2026, 10, 19)), new[0])
    question = edit.find(plan, "message.questions/Q2")
    assert question.state == "cleared" and question.answer.startswith("That is in the contract")
    assert question.cleared_by == "head of the cooperation desk"


def test_nobody_answers_at_a_weekend_on_a_holiday_or_while_they_are_away():
    at_work = staff("wagon-works", "en").at_work
    assert after(date(2026, 10, 30), 1, at_work) == date(2026, 11, 2)  # Friday to Monday
    assert after(date(2026, 11, 3), 1, at_work) == date(2026, 11, 5)  # Unity Day
    assert after(date(2026, 12, 30), 1, at_work) == date(2027, 1, 11)  # New Year, and the days off around it
    plan = letters.moved(kit(), date(2026, 10, 23))
    plan = asked(plan, "F5", "P10")  # three working days, and away from the 26th to the 30th
    assert desk.expected(plan.desk.requests[0], staff("wagon-works", "en")) == date(2026, 11, 5)


def test_the_plant_s_days_are_those_that_the_library_of_holidays_knows():
    holidays = pytest.importorskip("holidays").country_holidays("RU", years=[2026, 2027])
    ours = calendar()
    days = [date.fromordinal(n) for n in range(date(2026, 1, 1).toordinal(), date(2027, 12, 31).toordinal())]
    assert [day for day in days if ours(day) != holidays.is_working_day(day)] == []
    assert passed(date(2026, 10, 12), date(2026, 10, 19), ours) == 5


def test_the_next_answer_is_found_without_living_through_the_days():
    plan = asked(asked(kit(), "F5", "P10"), "F2", "P13")
    people = staff("wagon-works", "en")
    assert desk.next_answer(plan, people, TODAY) == date(2026, 10, 14)
    assert desk.next_answer(kit(), people, TODAY) is None


def test_what_was_asked_too_late_is_late():
    plan = letters.moved(kit(), date(2027, 2, 25))
    plan = lived(asked(plan, "F5", "P10"), date(2027, 3, 2))
    assert letters.is_late(plan, plan.desk.requests[0]) == date(2027, 2, 28)
    plan = lived(asked(kit(), "F5", "P10", needed=date(2026, 10, 14)), date(2026, 10, 15))
    assert letters.is_late(plan, plan.desk.requests[0]) == date(2026, 10, 14)


def test_a_fact_with_its_paper_and_without_its_day_is_asked_for_the_day_and_not_for_a_paper():
    plan = own(kit(), "The assembly hall is 320 m long", as_of=None)
    said = last(lived(asked(plan, plan.enterprise.facts[-1].id, "P7"), date(2026, 10, 20))).said
    assert "Give the date of the document" in said and "without a document" not in said


def test_a_fact_removed_after_its_letter_went_out_leaves_no_error_that_nobody_could_mend():
    plan = asked(kit(), "F5", "P10")
    draft, _ = letters.drafted(plan, ["enterprise.facts/F5"], {"person": "P10"})
    gone = edit.remove(draft, "enterprise.facts/F5")
    assert [one.object for one in check(gone, "01-facts") if one.rule == "PLAN-1" and one.object[0] == "R"] == ["R2"]


def test_the_same_letters_get_the_same_answers():
    once, twice = (lived(asked(asked(kit(), "F5", "P10"), "F9", "D1"), date(2026, 10, 20)) for _ in range(2))
    assert once == twice


def test_what_comes_into_the_plan_has_plain_spaces():
    plan = lived(asked(kit("rubber-works", "ru"), "F13", "P4", channels=["owned", "paid"]), date(2026, 10, 16))
    assert "\u00a0" not in last(plan).said + last(plan).how and "площадки завода" in last(plan).said
    assert not any("\u00a0" in one.said + one.wording for one in staff("wagon-works", "ru").replies.values())


def test_hostile_words_get_an_answer_and_change_nothing_else():
    plan = own(kit(), "<script>alert(1)</script> {0} %s")
    plan = lived(
        asked(plan, plan.enterprise.facts[-1].id, "P7", "=cmd|'/c calc'!A1 <img src=x onerror=alert(1)>"), TODAY
    )
    plan = lived(plan, date(2026, 10, 13))
    assert last(plan).state in SAID and plan.desk.requests[0].wording.startswith("=cmd")
