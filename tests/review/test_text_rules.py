"""The TEXT rules by the field: what each kind of field is told, where it stands, and which texts are compared."""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import RULES, Finding, check


def plan(**sections: object) -> Plan:
    return Plan.model_validate(sections, strict=True)


def found(document: Plan, rule: str) -> list[Finding]:
    return [one for one in check(document) if one.rule == rule]


def told(document: Plan, rule: str) -> list[tuple[str, str, str, str]]:
    """Of each finding: its object, what is wrong, the smallest fix and the evidence."""
    return [(one.object, str(one.message), str(one.fix), str(one.evidence)) for one in found(document, rule)]


def state(document: Plan, rule: str) -> str:
    return check(document).states[rule]


def facts(*statements: str) -> Plan:
    return plan(enterprise={"facts": [{"id": f"F{n}", "statement": one} for n, one in enumerate(statements, 1)]})


WORD = "write it in words, or empty the field"


@pytest.mark.parametrize(
    ("sections", "rule", "expected"),
    [
        (
            {"enterprise": {"facts": [{"id": "F1", "source": "\u200b"}]}},
            "TEXT-1",
            ("F1", "Source: there are characters in it that nobody can see.", "empty the field, or write it", ""),
        ),
        (
            {"enterprise": {"facts": [{"id": "F1", "statement": "Presses"}]}},
            "TEXT-1",
            ("F1", "Fact: this is not a sentence yet.", "say who or what, and what of it", "Presses"),
        ),
        (
            {"enterprise": {"facts": [{"id": "F1", "unit": "-"}]}},
            "TEXT-1",
            ("F1", "Unit: this is not a unit.", "write what is counted: people, mm, %", "-"),
        ),
        (
            {"enterprise": {"name": "-"}},
            "TEXT-1",
            ("enterprise", "Plant: this is not a name.", "write the name in full", "-"),
        ),
        (
            {"team": {"members": [{"id": "M1", "name": "."}]}},
            "TEXT-0",
            ("M1", "Name: this is not a name.", "write the name in full", "."),
        ),
        (
            {"enterprise": {"facts": [{"id": "F1", "source": "?"}]}},
            "TEXT-1",
            ("F1", "Source: there are no words in it.", WORD, "?"),
        ),
        (
            {"enterprise": {"facts": [{"id": "F1", "clearance": {"by": "!"}}]}},
            "TEXT-1",
            ("F1", "Who clears it: there are no words in it.", WORD, "!"),
        ),
        (
            {"objectives": [{"id": "O1", "metric": "visits", "funnel": {"steps": [{"what": "pages"}, {"what": "…"}]}}]},
            "TEXT-2",
            ("O1", "Step of the funnel: there are no words in it.", WORD, "…"),
        ),
        (
            {"message": {"tone": "--"}},
            "TEXT-3",
            ("message", "Tone of voice: there are no words in it.", WORD, "--"),
        ),
    ],
    ids=["unseen", "short", "unit", "name", "person", "phrase", "a part", "a list in a part", "a card"],
)
def test_each_kind_of_field_is_told_what_belongs_there_on_the_object_that_holds_it(sections, rule, expected):
    assert told(plan(**sections), rule) == [expected]
    assert {one.severity for one in found(plan(**sections), rule)} == {"error"}


def test_keys_struck_at_random_are_asked_about_and_are_no_certain_fault():
    document = facts("asdf qwer zxcv", "14 presses run here")
    assert told(document, "TEXT-1") == []
    assert told(document, "TEXT-1D") == [
        (
            "F1",
            "Fact: it reads like keys struck at random, or like one word over and over.",
            "write it in words; if these are words, say in your reason what they mean",
            "asdf qwer zxcv",
        )
    ]
    (doubtful,) = found(document, "TEXT-1D")
    assert (doubtful.severity, doubtful.excusable) == ("warning", True)
    certain = facts("Presses")
    assert told(certain, "TEXT-1D") == [] and state(certain, "TEXT-1D") == "ok"


def test_every_empty_text_is_told_and_not_the_first_alone():
    document = plan(enterprise={"name": "-", "place": "?", "facts": [{"id": "F1", "source": "."}, {"id": "F2"}]})
    assert [one[0] for one in told(document, "TEXT-1")] == ["enterprise", "enterprise", "F1"]


@pytest.mark.parametrize(
    ("sections", "unit", "said"),
    [
        ({}, 0, "nothing yet"),
        ({"meta": {"campaign_start": date(2026, 11, 2)}}, 0, "nothing yet"),
        ({"meta": {"case": "rubber-works"}}, 0, "nothing yet"),
        ({"team": {"name": "The Press"}}, 0, "ok"),
        ({"team": {"members": [{"id": "M1"}]}}, 0, "nothing yet"),
        ({"enterprise": {"facts": [{"id": "F1", "value": 3.0}]}}, 1, "nothing yet"),
        ({"enterprise": {"facts": [{"id": "F1", "clearance": {"by": "press officer"}}]}}, 1, "ok"),
        ({"objectives": [{"id": "O1", "metric": "visits"}]}, 2, "ok"),
        ({"message": {"call": "Come on Monday."}}, 3, "ok"),
        ({"message": {"call": "Come on Monday."}}, 2, "nothing yet"),
    ],
)
def test_a_units_texts_are_looked_at_once_somebody_has_written_one(sections, unit, said):
    for rule in (f"TEXT-{unit}", f"TEXT-{unit}D"):
        assert state(plan(**sections), rule) == said


def test_only_units_with_lists_of_sentences_compare_them():
    asked = [id for id in check(Plan()).states if id.startswith("TEXT")]
    assert {id for id in asked if id.endswith("R")} == {f"TEXT-{unit}R" for unit in range(1, 11)}
    assert len(asked) == 11 + 11 + 10
    for unit in range(11):
        assert (RULES[f"TEXT-{unit}"].severity, RULES[f"TEXT-{unit}D"].severity) == ("error", "warning")


def test_lists_whose_records_may_say_the_same_are_not_compared():
    files = [
        {"id": f"X{n}", "name": "gate.jpg", "media_type": "image/jpeg", "sha256": "0" * 64, "size": 3} for n in (1, 2)
    ]
    assert state(plan(attachments=files, enterprise={"facts": [{"id": "F1"}]}), "TEXT-1R") == "nothing yet"


SAME, NEAR = "say what only this one says, or remove it", "say what only this one says, or join the two"
HERE = "14 presses run here"
LONG = "The shop presses rings for pumps of towns"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ((HERE,), []),
        ((HERE, "15 presses run here"), []),
        ((HERE, "14  PRESSES run here!"), [("F2", "F1", True)]),
        ((HERE, "Here run 14 presses"), [("F2", "F1", False)]),
        (("We do", HERE, HERE, HERE), [("F3", "F2", True), ("F4", "F2", True)]),
        ((LONG, f"{LONG} today"), [("F2", "F1", False)]),
        ((LONG, f"{LONG} today again"), []),
        ((LONG, LONG.replace("towns", "cities")), [("F2", "F1", False)]),
        ((LONG, "Nobody", LONG.replace("towns", "cities"), LONG), [("F3", "F1", False), ("F4", "F1", True)]),
        (("", " ", "\u200b", ""), []),
        (("?!", "?!"), []),
        (("", HERE, " ", HERE), [("F4", "F2", True)]),
    ],
)
def test_what_repeats_an_earlier_text_is_told_with_the_first_of_them(statements, expected):
    document = facts(*statements)
    said = {
        True: lambda of: (f"Fact: it says the same as {of}.", SAME),
        False: lambda of: (f"Fact: it says nearly the same as {of}.", NEAR),
    }
    texts = dict(zip((f"F{n}" for n in range(1, 9)), statements, strict=False))
    assert told(document, "TEXT-1R") == [(here, *said[same](of), texts[here]) for here, of, same in expected]
    assert [one.excusable for one in found(document, "TEXT-1R")] == [not same for _, _, same in expected]


def test_a_near_repeat_is_measured_by_texts_that_stand_and_by_near_ones_too():
    towns, cities, villages = (LONG.replace("towns", word) for word in ("towns", "cities", "villages"))
    assert [(one[0], one[1].split()[-1]) for one in told(facts(towns, cities, villages), "TEXT-1R")] == [
        ("F2", "F1."),
        ("F3", "F1."),
    ]
    chain = facts(
        "The shop presses rings for pumps of towns",
        "The shop presses rings for pumps of cities",
        "The shop presses hoses for pumps of cities",
    )
    assert [(one[0], one[1].split()[-1]) for one in told(chain, "TEXT-1R")] == [("F2", "F1."), ("F3", "F2.")]


def test_questions_are_compared_with_questions_and_answers_with_answers():
    rows = [
        {"id": "Q1", "question": "Is it hot there?", "answer": "Yes, it is hot."},
        {"id": "Q2", "question": "Yes, it is hot.", "answer": "Is it hot there?"},
        {"id": "Q3", "question": "Is it hot there?", "answer": "Is it hot there?"},
    ]
    pillars = [{"id": "P1", "statement": "Is it hot there?"}]
    document = plan(message={"questions": rows, "pillars": pillars})
    assert [(one[0], one[1]) for one in told(document, "TEXT-3R")] == [
        ("Q3", "Hard question: it says the same as Q1."),
        ("Q3", "Our answer: it says the same as Q2."),
    ]
    one_each = plan(message={"questions": rows[:1], "pillars": pillars})
    assert state(one_each, "TEXT-3R") == "nothing yet"
    assert state(plan(message={"questions": rows[:2], "pillars": pillars}), "TEXT-3R") == "ok"
