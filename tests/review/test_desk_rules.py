"""Are two cleared facts asked for, other words pointed at and late answers told, and cured as the fix says?"""

from datetime import date

import pytest

from promplan.plan import Answer, Plan, edit, letters
from promplan.review import check

CLEARED = {
    "state": "cleared",
    "wording": "14 presses",
    "channels": ["owned"],
    "until": date(2027, 1, 31),
    "by": "press officer",
}


def plan(*clearances: dict, case: str = "wagon-works") -> Plan:
    one = edit.put(Plan(), "meta", {"as_of": date(2026, 10, 12), "campaign_end": date(2027, 1, 31), "case": case})
    for n, clearance in enumerate(clearances, 1):
        row = {"statement": f"{13 + n} presses stand in shop {n}", "clearance": clearance}
        one, _ = edit.add(one, "enterprise.facts", row)
    return one


def told(one: Plan, rule: str) -> list[str]:
    return [it.object for it in check(one) if it.rule == rule]


def test_unit_1_wants_two_facts_that_the_plant_has_cleared():
    assert check(plan()).states["FACT-6D"] == "nothing yet"
    assert told(plan({}, CLEARED), "FACT-6D") == ["facts"]
    assert told(plan(CLEARED, CLEARED), "FACT-6D") == []
    assert told(plan(CLEARED, {**CLEARED, "by": " "}), "FACT-6D") == ["facts"]


@pytest.mark.parametrize(("case", "excusable"), [("wagon-works", False), ("", False), ("real", True)])
def test_only_a_real_plant_s_own_time_is_a_reason(case, excusable):
    (one,) = [it for it in check(plan({}, case=case)) if it.rule == "FACT-6D"]
    assert one.excusable is excusable


def asked(answer: Answer | None = None, **more: object) -> Plan:
    one, _ = letters.drafted(plan({}), ["enterprise.facts/F1"], {"to": "press officer", **more})
    one = letters.sent(one, "R1")
    return letters.came(one, "R1", answer, "no") if answer else one


WORDS = Answer(state="words", wording="fourteen", channels=["owned"], until=date(2027, 1, 31), by="engineer")


def test_other_words_that_wait_are_pointed_at_until_they_are_taken():
    assert check(asked()).states["DESK-1"] == "nothing yet"
    one = asked(WORDS)
    assert told(one, "DESK-1") == ["R1"] and check(one).states["FACT-6M"] == "nothing yet"
    assert told(letters.taken(one, "R1"), "DESK-1") == []


def test_an_answer_that_came_or_is_still_out_after_it_was_needed_is_late():
    late = WORDS.model_copy(update={"received": date(2026, 10, 16)})
    assert told(asked(late, needed=date(2026, 10, 15)), "DESK-2") == ["R1"]
    assert told(asked(late, needed=date(2026, 10, 16)), "DESK-2") == []
    assert told(letters.moved(asked(), date(2027, 2, 1)), "DESK-2") == ["R1"]
    assert told(letters.moved(asked(), date(2027, 1, 29)), "DESK-2") == []


def test_a_clearance_is_judged_on_the_day_of_the_campaign_s_clock():
    one = plan({**CLEARED, "until": date(2026, 10, 20)})
    assert "F1" not in told(one, "FACT-6")
    assert "F1" in told(letters.moved(one, date(2026, 10, 21)), "FACT-6")
