"""What an exercise looked at: is it one number that changes with the work alone, and that the plan can keep?"""

from promplan.plan import Plan, edit
from promplan.plan.answers import Answers
from promplan.review.look import look, untouched


def stated(n: int) -> Plan:
    return Plan.model_validate({"enterprise": {"facts": [{"id": "F1", "statement": f"{n} presses"}]}}, strict=True)


def test_a_look_is_a_count_that_the_plan_can_keep_and_uses_its_whole_room():
    looks = [look(stated(n), "01-facts") for n in range(40)]
    assert Answers(tries={f"x{n}": one for n, one in enumerate(looks)}).tries
    assert len(set(looks)) == 40 and max(looks) > 5 * 10**11


def test_two_looks_at_the_same_work_are_one_and_a_reason_is_no_work():
    plan = stated(14)
    answered = edit.reason(plan, "FACT-2", "F1", "the foreman signs it on Monday")
    assert look(plan, "01-facts") == look(answered, "01-facts") == look(plan.model_copy(deep=True), "01-facts")
    assert look(plan, "01-facts") != look(stated(15), "01-facts")
    assert look(plan, "02-goals") == look(stated(15), "02-goals")


def test_a_unit_is_untouched_while_it_looks_as_it_would_at_its_start():
    assert untouched(Plan(), "01-facts", lambda plan: Plan()) and not untouched(
        stated(14), "01-facts", lambda plan: Plan()
    )
