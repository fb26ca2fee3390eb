"""MSG-9 and MSG-12 by their own functions: whose umbrella is it, and in which language?"""

import pytest

from promplan.plan import Plan
from promplan.review.message_own import alphabets_are_not_mixed, umbrella_is_this_plants
from promplan.review.message_texts import answers, called, house, questions


def plan(umbrella: str = "", **more: object) -> Plan:
    plant = {name: more.pop(name) for name in ("name", "place", "products", "facts") if name in more}
    return Plan.model_validate({"enterprise": plant, "message": {"umbrella": umbrella, **more}})


@pytest.mark.parametrize(
    ("document", "found"),
    [
        (plan("We love what we do."), 1),
        (plan("We love hoses.", products="hoses"), 0),
        (plan("A hammer and a train.", facts=[{"id": "F1", "statement": "Each train is tapped."}]), 0),
        (
            plan(
                "A hammer and a train.", facts=[{"id": "F1", "statement": "x", "clearance": {"wording": "Each train."}}]
            ),
            0,
        ),
        (plan("Blankets from dunmore.", place="Dunmore"), 0),
        (plan("Blankets from dunmore."), 1),
    ],
)
def test_an_umbrella_that_would_suit_any_firm_is_named_as_such(document, found):
    told = list(umbrella_is_this_plants(document, None) or ())
    assert [(one.object, one.evidence) for one in told] == [("message", document.message.umbrella)] * found


def test_an_umbrella_of_one_word_says_nothing_yet():
    assert umbrella_is_this_plants(plan(), None) is None and umbrella_is_this_plants(plan("Love."), None) is None


SLIP, STRAY = "Cоme and see", "We bake хлеб here"


@pytest.mark.parametrize("text", [SLIP, STRAY])
def test_a_slip_of_the_keyboard_and_a_stranger_are_found_in_every_text(text):
    document = plan(
        text,
        call=text,
        pillars=[{"id": "P1", "statement": text}],
        questions=[{"id": "Q1", "question": text, "answer": text}],
    )
    assert [one.object for one in alphabets_are_not_mixed(document, None)] == ["message", "P1", "message", "Q1", "Q1"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SLIP, '"Cоme": Latin and Cyrillic letters in one word.'),
        (STRAY, '"хлеб": another language in this text.'),
        ("Пресс МКС-26A стоит", None),  # a model has a number
        ("The pump is warm", None),
    ],
)
def test_what_is_mixed_is_named(text, message):
    told = list(alphabets_are_not_mixed(plan(text), None))
    assert [(str(one.message), one.evidence) for one in told] == ([(message, text)] if message else [])


def test_the_plants_name_and_products_belong_to_no_language():
    assert len(list(alphabets_are_not_mixed(plan("Делаем zorber для всех."), None))) == 1
    for field in ("name", "products"):
        assert list(alphabets_are_not_mixed(plan("Делаем zorber для всех.", **{field: "Zorber"}), None)) == []


def test_without_a_text_nobody_is_asked_about_letters():
    assert alphabets_are_not_mixed(plan(" "), None) is None
    assert alphabets_are_not_mixed(plan(questions=[{"id": "Q1", "question": "Why?", "answer": ""}]), None) == []


def test_texts_are_told_apart_by_who_says_them_and_blank_ones_are_none():
    document = plan(
        "Umbrella",
        call="Call",
        pillars=[{"id": "P1", "statement": "Pillar"}, {"id": "P2", "statement": " "}],
        questions=[{"id": "Q1", "question": "Why?", "answer": "So."}, {"id": "Q2", "question": "", "answer": "\n"}],
    )
    assert house(document) == [("message", "Umbrella"), ("P1", "Pillar")]
    assert called(document) == [("message", "Call")] and called(plan()) == []
    assert answers(document) == [("Q1", "So.")] and questions(document) == [("Q1", "Why?")]
