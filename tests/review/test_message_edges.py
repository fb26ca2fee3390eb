"""The message's counts and states at their edges: pillars, words, questions, whose word an answer is."""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import Finding, check
from promplan.review.message import may_be_said

UNIT = "03-message"
TODAY = date(2026, 10, 12)
FACT = {
    "id": "F1",
    "statement": "Seals from Dugorsk work in 14 town waterworks",
    "clearance": {"state": "cleared", "until": date(2026, 12, 31)},
}


def plan(**message: object) -> Plan:
    sections = {"meta": {"as_of": TODAY}, "enterprise": {"facts": [FACT]}, "message": message}
    return Plan.model_validate(sections, strict=True)


def found(document: Plan, rule: str) -> list[Finding]:
    return [one for one in check(document, UNIT) if one.rule == rule]


def told(document: Plan, rule: str) -> list[tuple[str, str, str]]:
    return [(one.object, str(one.message), str(one.evidence)) for one in found(document, rule)]


def state(document: Plan, rule: str) -> str:
    return check(document, UNIT).states[rule]


def pillars(n: int, **first: object) -> list[dict]:
    rows = [{"id": f"P{k}", "statement": f"Ring {k} holds", "proofs": ["F1"]} for k in range(1, n + 1)]
    return [{**rows[0], **first}, *rows[1:]]


def words(n: int) -> str:
    return " ".join(["ring"] * n)


@pytest.mark.parametrize(("n", "many"), [(1, False), (3, False), (4, True), (5, True)])
def test_three_pillars_are_the_most(n, many):
    message = f"The house has {n} pillars; nobody remembers more than three."
    assert told(plan(pillars=pillars(n)), "MSG-1") == ([("message", message, "")] if many else [])
    assert state(plan(), "MSG-1") == "nothing yet"


def test_an_empty_pillar_is_told_and_still_counts_as_one_too_many():
    assert [one[0] for one in told(plan(pillars=pillars(4, statement=" ")), "MSG-1")] == ["P1", "message"]


def test_a_pillar_stands_on_any_of_its_proofs_that_is_in_the_register():
    assert told(plan(pillars=pillars(2, proofs=["F9"])), "MSG-2") == [
        ("P1", "No fact of the register carries this pillar.", "Ring 1 holds")
    ]
    assert told(plan(pillars=pillars(2, proofs=["F9", "F1"])), "MSG-2") == []
    assert state(plan(), "MSG-2") == "nothing yet"


@pytest.mark.parametrize(
    ("n", "message"),
    [
        (1, "There is no sentence yet."),
        (2, "There is no sentence yet."),
        (3, None),
        (25, None),
        (26, "The umbrella has 26 words of at most 25."),
    ],
)
def test_an_umbrella_has_three_words_at_least_and_25_at_most(n, message):
    umbrella = words(n)
    expected = umbrella if len(umbrella) <= 120 else umbrella[:119] + "…"
    assert told(plan(umbrella=umbrella), "MSG-3") == ([("message", message, expected)] if message else [])
    if n < 3:
        assert not found(plan(umbrella=umbrella), "MSG-3")[0].excusable


def test_a_text_that_is_shown_as_evidence_is_cut_behind_120_signs():
    for n, shown in ((120, "x" * 120), (121, "x" * 119 + "…")):
        assert told(plan(pillars=pillars(1, statement="x" * n, proofs=[])), "MSG-2")[0][2] == shown


def test_a_cleared_fact_may_be_said_on_its_last_day_or_on_any_if_it_has_none():
    def fact(**clearance: object) -> object:
        document = Plan.model_validate({"enterprise": {"facts": [{**FACT, "clearance": clearance}]}}, strict=True)
        return document.enterprise.facts[0]

    until = date(2026, 12, 31)
    cleared = fact(state="cleared", until=until)
    assert may_be_said(cleared, until) and may_be_said(cleared, None) and not may_be_said(cleared, date(2027, 1, 1))
    assert may_be_said(fact(state="cleared"), until)
    for answer in ("open", "asked", "refused"):
        assert not may_be_said(fact(state=answer, until=until), TODAY)


def questions(n: int, **last: object) -> list[dict]:
    rows = [
        {"id": f"Q{k}", "question": f"What about it {k}?", "answer": "Ask us.", "state": "cleared", "cleared_by": "HR"}
        for k in range(1, n + 1)
    ]
    return [*rows[:-1], {**rows[-1], **last}]


@pytest.mark.parametrize(("n", "few"), [(1, True), (9, True), (10, False), (11, False)])
def test_ten_hard_questions_are_asked_and_no_reason_makes_nine_of_them_enough(n, few):
    (*one,) = found(plan(questions=questions(n)), "MSG-10")
    assert [(it.object, str(it.message), it.excusable) for it in one] == (
        [("message", f"The team has {n} of ten hard questions.", False)] if few else []
    )
    assert state(plan(), "MSG-10") == "nothing yet"


def test_a_line_without_a_question_does_not_count_and_is_told():
    document = plan(questions=questions(10, question=" ", answer=""))
    assert told(document, "MSG-10") == [
        ("message", "The team has 9 of ten hard questions.", ""),
        ("Q10", "Nothing is asked here.", ""),
    ]


def test_a_question_without_an_answer_is_told_unless_the_plant_does_not_answer_it():
    unanswered = [("Q10", "This question has no answer.", "What about it 10?")]
    assert told(plan(questions=questions(10, answer=" ")), "MSG-10") == unanswered
    assert told(plan(questions=questions(10, answer=" ", state="open")), "MSG-10") == unanswered
    assert told(plan(questions=questions(10, answer="", state="refused")), "MSG-10") == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"cleared_by": " "}, [("error", "Cleared, but not said: by whom.")]),
        ({"state": "open", "cleared_by": ""}, [("info", "Nobody has cleared this answer yet.")]),
        ({"state": "asked"}, [("info", "Nobody has cleared this answer yet.")]),
        ({"state": "refused", "cleared_by": ""}, []),
        ({"answer": " ", "state": "open"}, []),
    ],
)
def test_whose_word_an_answer_is(changes, expected):
    document = plan(questions=questions(2, **changes))
    assert [(one.severity, str(one.message)) for one in found(document, "MSG-11")] == expected
    assert [(one.object, one.evidence) for one in found(document, "MSG-11")] == [("Q2", "Ask us.")] * len(expected)


@pytest.mark.parametrize(("n", "long"), [(1, False), (20, False), (21, True)])
def test_a_call_has_at_most_twenty_words(n, long):
    expected = [("message", "The call has 21 words of at most 20.", words(21))]
    assert told(plan(call=words(n)), "MSG-13") == (expected if long else [])


@pytest.mark.parametrize(
    ("house", "said"),
    [
        ({}, "nothing yet"),
        ({"umbrella": "Rings from Dugorsk hold"}, "nothing yet"),
        ({"pillars": pillars(1)}, "nothing yet"),
        ({"umbrella": "Rings from Dugorsk hold", "pillars": pillars(1)}, "found"),
        ({"call": "Come on Monday."}, "ok"),
    ],
)
def test_a_call_is_missed_only_when_roof_and_walls_stand(house, said):
    assert state(plan(**house), "MSG-13") == said
    if said == "found":
        message = "There is no call to action: whoever is convinced has nowhere to go."
        assert told(plan(**house), "MSG-13") == [("message", message, "")]
