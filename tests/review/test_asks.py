"""Does a finding that the plant can answer know what the desk is to ask about?"""

import pytest

from promplan.language import say
from promplan.plan import Plan, edit
from promplan.review.asks import asks
from promplan.review.finding import Finding


@pytest.fixture
def plan() -> Plan:
    one = edit.add(Plan(), "enterprise.facts", {"statement": "14 presses"})[0]
    one = edit.add(one, "ideas", {"title": "A day"})[0]
    one = edit.add(one, "visit.shots", {"what": "the press opens"})[0]
    one = edit.add(one, "visit.clearances", {"what": "filming"})[0]
    one = edit.add(one, "items", {"title": "A ring"})[0]
    return edit.add(one, "items/C1/approvals", {"judge": "plant"})[0]


@pytest.mark.parametrize(
    ("rule", "object_", "message", "address"),
    [
        ("FACT-6N", "F1", say("x"), "enterprise.facts/F1"),
        ("IDEA-7", "I1", say("x"), "ideas/I1"),
        ("PRD-21", "T1", say("x"), "visit.shots/T1"),
        ("PRD-2", "G1", say("It was refused."), "visit.clearances/G1"),
        ("PRD-5", "Y1", say("x"), "items/C1"),
        ("PRD-5P", "C1", say("x"), "items/C1"),
        ("PRD-20", "C1", say("It shows {shot}", shot="T1"), "visit.shots/T1"),
        ("FACT-6I", "C1", say("Nobody has cleared {id}.", id="F1"), "enterprise.facts/F1"),
        ("IDEA-7", "I9", say("x"), ""),  # gone meanwhile
        ("PRD-5", "Y9", say("x"), ""),
        ("PRD-8", "D1", say("x"), ""),  # no matter of the plant's
        ("IDEA-6", "I1", say("x"), ""),
    ],
)
def test_the_desk_is_offered_for_what_a_letter_can_ask_about(plan, rule, object_, message, address):
    assert asks(plan, Finding(object_, message, say("y"), rule=rule)) == address
