"""MSG-8S: is what is left, after idle words were struck out, still a sentence?"""

import pytest

from promplan.plan import Plan
from promplan.review import check


def found(umbrella: str, pillar: str = "") -> list[tuple[str, str]]:
    pillars = [{"id": "P1", "statement": pillar, "proofs": []}] if pillar else []
    made = Plan.model_validate({"message": {"umbrella": umbrella, "pillars": pillars}}, strict=True)
    return [(one.object, one.severity) for one in check(made, "03-message") if one.rule == "MSG-8S"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("A once-in-a-lifetime in an exciting,", "warning"),
        ("We build pumps for the", "warning"),
        ("На заводе трудится коллектив и", "warning"),
        ("We sustainable to deliver for all", "info"),
        ("Предприятие комплекс природоохранных мероприятий", "info"),
        ("Производственные достижения региона", "info"),
    ],
)
def test_a_stump_stays_a_finding(text, severity):
    assert found(text) == [("message", severity)]
    assert ("P1", severity) in found("", text)


@pytest.mark.parametrize(
    "text",
    [
        "Every 27 seconds another V-8 leaves Romeo",
        "1,600 people, one roof, eight million engines",
        "Tyres hold the road",
        "Шины держат дорогу",
        "На каждую тонну комбинат берёт меньше воды",
        "За три месяца вас научат делать такие же.",
        "Комбинат — это люди",
        "У каждого новичка есть наставник",
    ],
)
def test_a_sentence_a_number_and_a_dash_are_enough(text):
    assert found(text) == []


def test_a_word_alone_is_for_another_rule_and_nothing_is_nothing_yet():
    assert found("Dugorsk") == [] and check(Plan(), "03-message").states["MSG-8S"] == "nothing yet"


def test_the_fix_done_as_told_cures():
    assert found("We deliver") == [] and found("Forty fitters deliver 300 pumps a year") == []
