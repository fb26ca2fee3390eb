"""MSG-8S by its own functions: where does a sentence break off, and what of a stump?"""

import pytest

from promplan.plan import Plan
from promplan.review.message_left import few, something_is_left, unfinished, verbless


def told(umbrella: str, *pillars: str) -> list[tuple[str, str, str]]:
    rows = [{"id": f"P{n}", "statement": one} for n, one in enumerate(pillars, 1)]
    found = something_is_left(Plan.model_validate({"message": {"umbrella": umbrella, "pillars": rows}}), None)
    return [(one.object, one.severity, str(one.message)) for one in found or ()]


@pytest.mark.parametrize(
    "text",
    [
        "We build pumps for the",
        "Pumps and",
        "Pumps, or.",
        "A pump, ",
        "A pump —",
        "A pump (!",
        "Pumps, , and hoses",
        "На заводе и",
        "Мы за",
    ],
)
def test_a_comma_an_article_a_preposition_a_conjunction_want_something_behind_them(text):
    assert unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "We build pumps.",
        "We build pumps, and hoses",
        "The shift ends at 16:00",
        "Смена кончается в 16:00",
        "Записываться не надо.",
        "Мы рядом",
        "Пар идёт вверх, мимо",
    ],
)
def test_a_number_and_an_adverb_end_a_sentence(text):
    assert not unfinished(text)


@pytest.mark.parametrize(
    ("text", "is_few"),
    [
        ("We deliver for all", True),
        ("We deliver pumps for all", True),
        ("We deliver good pumps for all", False),
        ("We deliver 300", False),
        ("We deliver: pumps", False),
        ("Pumps — ours", False),
        ("Насос для всех", True),
        ("Насос работает", False),  # a verb that we can tell
        ("Наш кабель вечен", False),
        ("Насос сильнее", False),
        ("Ни одного насоса", False),
        ("Стекло и сталь", True),  # nouns that look like verbs
    ],
)
def test_three_words_of_their_own_a_number_or_a_verb_are_enough(text, is_few):
    assert few(text) is is_few


@pytest.mark.parametrize(
    ("text", "is_verbless"),
    [
        ("Производственные достижения региона", True),
        ("Предприятие комплекс природоохранных мероприятий", True),
        ("Предприятие большой комплекс природоохранных мероприятий", False),  # five words are a headline
        ("Комбинат строит дома", False),
        ("Комбинат — дома", False),
        ("Перерыв в десять, чайник общий", False),
        ("Чайник, стол, стул", False),
        ("Production results of the region", False),  # English verbs we cannot tell
    ],
)
def test_a_short_russian_text_has_a_verb_a_dash_or_a_number(text, is_verbless):
    assert verbless(text) is is_verbless


@pytest.mark.parametrize(
    ("umbrella", "pillars", "found"),
    [
        (
            "We build pumps for the",
            ["We build pumps for the"],
            [("message", "warning", "The sentence"), ("P1", "warning", "The sentence")],
        ),
        ("", ["Pumps for all"], [("P1", "info", "Too few")]),
        ("", ["Производственные достижения региона"], [("P1", "info", "Nobody does")]),
        ("Pumps", ["Pumps"], [("P1", "info", "Too few")]),  # one word of an umbrella is another rule's
        ("", ["Уникальный насос"], []),  # the boast goes anyway
        ("", ["Насос и passion"], []),
        ("", ["Насoс для всех"], []),  # a Latin letter in it
        ("Forty fitters build pumps", ["Forty fitters build pumps"], []),
    ],
)
def test_a_loose_end_is_a_warning_and_a_stump_is_only_mentioned(umbrella, pillars, found):
    assert [
        (where, severity, begins)
        for (where, severity, told_), (*_, begins) in zip(told(umbrella, *pillars), found, strict=True)
        if told_.startswith(begins)
    ] == [(where, severity, begins) for where, severity, begins in found]
    assert [it[:2] for it in told(umbrella, *pillars)] == [it[:2] for it in found]


def test_nothing_written_is_nothing_to_say():
    assert something_is_left(Plan(), None) is None
