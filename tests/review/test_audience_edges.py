"""An audience's card at its edges: its size, its ages and eighteen, what is told of each field, on which evidence."""

import pytest

from promplan.plan import Fact, Plan
from promplan.review import Finding, check

WHO = {
    "segment": "Adults of 22 to 35 in Dugorsk",
    "side": "inside",
    "size": 9500,
    "size_source": "town's yearbook, 2026",
    "age_from": 22,
    "minors": "no",
    "job": "Be home on Sundays",
    "barrier": "they think it is dirty",
    "places": ["talk"],
}


def named(*audiences: str, **card: object) -> Plan:
    """One card, and an objective for each of these audiences."""
    goals = [{"id": f"O{n}", "audience": one} for n, one in enumerate(audiences, 1)]
    return Plan.model_validate({"objectives": goals, "audiences": [{**WHO, **card, "id": "A1"}]}, strict=True)


def of(**changes: object) -> Plan:
    return named("A1", **changes)


def found(document: Plan, rule: str) -> list[Finding]:
    return [it for it in check(document, "02-goals") if it.rule == rule]


def told(document: Plan, rule: str) -> list[tuple[str, str, str, str]]:
    """Of each finding: its object, what is wrong, the smallest fix and the evidence."""
    return [(it.object, str(it.message), str(it.fix), str(it.evidence)) for it in found(document, rule)]


def state(document: Plan, rule: str) -> str:
    return check(document, "02-goals").states[rule]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"size": None}, "It is not said how many they are."),
        ({"size": 0}, "Nobody belongs to it: its size is 0."),
        ({"size": 1, "size_source": " "}, "Its number has no source."),
        ({"size": 1}, None),
        ({"size": None, "size_source": ""}, "It is not said how many they are."),
    ],
)
def test_a_size_is_given_is_above_nobody_and_has_a_source(changes, message):
    assert [(it[0], it[1], it[3]) for it in told(of(**changes), "AUD-1")] == (
        [("A1", message, WHO["segment"])] if message else []
    )


def test_task_barrier_and_place_are_each_asked_for():
    assert [(it[1], it[3]) for it in told(of(job=" ", barrier="", places=[]), "AUD-3")] == [
        ("It is not said what they want to get done.", WHO["segment"]),
        ("It is not said what holds them back.", WHO["segment"]),
        ("It is not said where they can be met.", WHO["segment"]),
    ]
    assert told(of(), "AUD-3") == []


BACKWARDS, YOUNG = "Its ages run backwards.", "Some of them are under 18, and the card does not say so."


@pytest.mark.parametrize(
    ("low", "high", "minors", "expected"),
    [
        (18, 35, "no", []),
        (17, 35, "no", [(YOUNG, "17–35")]),
        (17, 35, "", [(YOUNG, "17–35")]),
        (17, 35, "yes", []),
        (None, 17, "no", [(YOUNG, "…–17")]),
        (None, 18, "no", []),
        (None, 17, "yes", []),
        (17, None, "no", [(YOUNG, "17–…")]),
        (18, None, "yes", [("Some are under 18, and the ages begin at 18.", "18–…")]),
        (18, 17, "no", [(BACKWARDS, "18–17"), (YOUNG, "18–17")]),
        (19, 18, "yes", [(BACKWARDS, "19–18"), ("Some are under 18, and the ages begin at 18.", "19–18")]),
        (18, 18, "no", []),
        (17, 17, "yes", []),
        (None, None, "yes", []),
        (None, 30, "yes", []),
    ],
)
def test_eighteen_is_of_age_and_seventeen_is_not(low, high, minors, expected):
    document = of(age_from=low, age_to=high, minors=minors)
    assert [(it[1], it[3]) for it in told(document, "AUD-4")] == expected
    assert {it[0] for it in told(document, "AUD-4")} <= {"A1"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"age_from": None, "age_to": None, "minors": ""}, "nothing yet"),
        ({"age_from": 20, "age_to": None, "minors": ""}, "ok"),
        ({"age_from": None, "age_to": 40, "minors": ""}, "ok"),
        ({"age_from": None, "age_to": None, "minors": "no"}, "ok"),
        ({"age_from": 0, "age_to": None, "minors": "yes"}, "ok"),
    ],
)
def test_any_of_both_ages_and_the_answer_is_something_to_compare(changes, said):
    assert state(of(**changes), "AUD-4") == said


def test_a_card_without_a_group_is_asked_for_one_and_the_next_card_is_still_read():
    document = of(segment=" ")
    assert told(document, "AUD-2") == [("A1", "It is not said who they are.", "name the group in a few words", "")]


def test_an_audience_that_no_objective_names_is_advice():
    (unnamed,) = found(named("A2"), "AUD-8")
    assert (unnamed.object, unnamed.severity, unnamed.evidence) == ("A1", "info", WHO["segment"])
    assert found(of(), "AUD-8") == [] and state(named(), "AUD-8") == "nothing yet"
    (outside,) = found(of(side="outside"), "AUD-7")
    assert (outside.object, outside.severity) == ("audiences", "info") and found(of(), "AUD-7") == []


@pytest.mark.parametrize(
    ("segment", "nobody"),
    [
        ("Everyone", True),
        ("Everybody in Dugorsk", True),
        ("Everyone in the workshop", False),
        ("Everyone of 15", False),
        ("the public of the region", True),
        ("?!", False),
    ],
)
def test_who_is_everyone_is_nobody_in_particular(segment, nobody):
    message = f"“{segment}” is nobody in particular."
    assert [(it[0], it[1], it[3]) for it in told(of(segment=segment), "AUD-2")] == (
        [("A1", message, segment)] if nobody else []
    )


def umbrella(text: str, **card: object) -> list[tuple[str, str]]:
    document = named("A1", **card)
    document.message.umbrella = text
    return [(it.evidence, it.object) for it in found(document, "AUD-6")]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Welders wanted, young men", True),
        ("Welders wanted, our men agree", False),
        ("Welders wanted: 20 to 35 years old", True),
        ("Welders wanted: 18 years old", False),
        ("Welders wanted: 18 to 35 years old", True),
        ("Men wanted, and women", False),
        ("Women wanted", True),
        ("A room for men is wanted", False),
        ("Women work here", False),
    ],
)
def test_a_part_of_two_words_adds_to_what_is_asked_and_a_longer_one_speaks_for_itself(text, asked):
    assert umbrella(text) == ([(text, "message")] if asked else [])


def test_a_text_that_asks_for_nobody_hides_none_behind_it():
    document = named("A1")
    document.message.umbrella = "We press rings."
    document.enterprise.facts = [Fact(id="F1", statement="14 presses run here"), Fact(id="F2", statement="Men wanted")]
    assert [it[0] for it in told(document, "AUD-6")] == ["F2"]


def test_each_sentence_is_told_once_and_alone():
    twice = "Men wanted. We press rings. Women wanted; men wanted. Men wanted."
    assert [it for it, _ in umbrella(twice)] == ["Men wanted.", "Women wanted", "men wanted."]


@pytest.mark.parametrize(("minors", "told_"), [("yes", True), ("no", False), ("", False)])
def test_a_job_is_refused_to_minors_and_to_nobody_else(minors, told_):
    document = named("A1", age_from=16, age_to=17, minors=minors)
    document.objectives[0].statement = "12 of them are hired by 31 January"
    assert [it[0] for it in told(document, "AUD-6")] == (["O1"] if told_ else [])
