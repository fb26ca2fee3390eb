"""Are words known by lemma, part of speech and grammemes, each in the language of its own script?"""

import pytest

from promplan.text.morphology import tokens


def word(text):
    return tokens(text)[0]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("реометром", "реометр"),
        ("крупнейшему", "крупный"),
        ("пресс-форме", "пресс-форма"),
        ("надёжными", "надежный"),
        ("companies", "compani"),
        ("built", "build"),
        ("plant's", "plant"),
    ],
)
def test_a_word_has_its_lemma(form, lemma):
    assert lemma in word(form).lemmas


def test_a_word_has_its_grammemes():
    assert word("старейший").has("ADJF", "Supr")
    assert word("Анной").has("Name", "ablt", "Capi")
    assert word("largest").has("Supr")
    assert not word("interest").has("Supr")
    assert not word("пресс").has("ADJF")


def test_a_number_an_address_and_a_mark_are_no_words():
    text = "2 410 колец, zavod.ru"
    assert [(one.script, one.text) for one in tokens(text)] == [
        ("number", "2 410"),
        ("ru", "колец"),
        ("mark", ","),
        ("address", "zavod.ru"),
    ]


def test_sentences_are_counted_and_an_abbreviation_ends_none():
    text = "Завод им. Ленина. Он стар! It stands.\nno capital"
    assert [one.sentence for one in tokens(text) if one.is_word] == [0, 0, 0, 1, 1, 2, 2, 3, 3]


def test_a_token_tells_where_it_was_typed():
    text = "ста\u00adрый  пресс"
    assert [text[one.start : one.end] for one in tokens(text)] == ["ста\u00adрый", "пресс"]


def test_no_text_has_no_tokens():
    assert tokens("") == tokens(" \u00a0") == ()
