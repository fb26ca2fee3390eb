"""Does reading ease agree with the published formulas, and are syllables counted as they are spoken?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.readability import flesch, formula, syllables


def test_the_formulas_give_the_published_values():
    assert formula(10, 2.5, "ru") == pytest.approx(43.585)
    assert formula(10, 1.5, "en") == pytest.approx(69.785)


def test_a_third_language_has_no_formula():
    with pytest.raises(KeyError):
        formula(10, 1.5, "de")


@pytest.mark.parametrize(
    ("word", "counted"),
    [("кольцо", 2), ("уплотнение", 5), ("в", 0), ("ещё", 2), ("резина", 3)],
)
def test_russian_syllables_are_the_vowels(word, counted):
    assert syllables(word) == counted


ENGLISH = (
    "people:2 rubber:2 company:3 technologies:4 machine:2 made:1 works:1 pressed:1 started:2 presses:2 create:2 "
    "video:3 nation:2 special:2 material:4 engineer:3 table:2 tables:2 waterworks:3 minutes:2 hundred:2 idea:3 "
    "being:2 science:2 quiet:2 foreman:2 unique:2 leading:2 handled:2 pulled:1 employee:3 museum:3 society:4 "
    "something:2 rings:1 cure:1 the:1 people's:2"
)


@pytest.mark.parametrize(("word", "counted"), [(w, int(n)) for w, n in (one.split(":") for one in ENGLISH.split())])
def test_english_syllables_are_estimated_from_groups_of_vowels(word, counted):
    assert syllables(word) == counted


def test_the_score_is_the_formula_on_what_was_counted():
    ease = flesch("Come and see. The shop is warm.")
    assert (ease.language, ease.sentences, ease.words, ease.syllables) == ("en", 2, 7, 7)
    assert ease.score == pytest.approx(formula(3.5, 1, "en"))
    russian = flesch("Приходите. Цех тёплый.")
    assert (russian.language, russian.sentences, russian.words, russian.syllables) == ("ru", 2, 3, 7)
    assert russian.score == pytest.approx(formula(1.5, 7 / 3, "ru"))


def test_the_language_may_be_given_and_is_else_the_alphabet_of_most_letters():
    text = "Telegram и мы"
    assert flesch(text).language == "en"
    assert flesch(text, "ru").language == "ru"


def test_numbers_are_left_out():
    assert flesch("18 presses").words == 1


@pytest.mark.parametrize("text", ["", "…!", "👍", "1958", "工厂"])
def test_without_a_word_there_is_no_score(text):
    assert flesch(text) is None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Come and see. The shop is warm.", "easy to read"),
        (
            "Dynamic development of innovative technologies necessitates comprehensive facilitation.",
            "very hard to read",
        ),
    ],
)
def test_the_score_is_said_in_words(text, means):
    assert flesch(text).means.into("en") == means


@given(st.text(max_size=300))
def test_no_text_makes_it_stumble(text):
    ease = flesch(text)
    assert ease is None or (ease.words > 0 and ease.sentences > 0 and ease.syllables >= 0)
