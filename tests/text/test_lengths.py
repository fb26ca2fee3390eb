"""Are words, sentences and alphabets counted as a reader would count them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.lengths import mixed_words, script, sentences, words


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The region's leading company", 4),
        ("Кольцо — с тарелку, толщиной в палец", 6),
        ("9,800 wagons, 3.5 mm, 12\u202f300 тонн", 6),
        ("state-of-the-art пресс-форма МКС-26A", 3),
        ("Write to press@uprugost.example or see https://uprugost.example/visit", 6),
        ("за́мок и замо́к", 3),
        ("…!? — «»", 0),
        ("👍 🔥", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_they_are_read(text, counted):
    assert len(words(text)) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One. Two! Three? Four…", 4),
        ("The ring is 3.5 mm thick. It holds.", 2),
        ("В 2019 г. завод купил пресс. Он греет до 170 °C.", 2),
        ("Мастер И. И. Прессов работает давно.", 1),
        ("Прошли 12 тыс. человек. Ещё придут.", 2),
        ("«Придёте?» — спросил мастер. Мы пришли.", 2),
        ("He said: “Come.” We came.", 2),
        ("A heading\nand its text", 2),
        ("See uprugost.example now.", 1),
        ("No full stop", 1),
        ("... !!! ...", 0),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text, counted):
    assert len(sentences(text)) == counted


@pytest.mark.parametrize(
    ("text", "alphabet"),
    [
        ("Come and see", "en"),
        ("Приходите посмотреть", "ru"),
        ("Приходите на QR-тур завтра утром в семь", "ru"),
        ("Come and see завод вместе с нами", "mixed"),
        ("1958 — 👍", "none"),
        ("", "none"),
    ],
)
def test_the_alphabet_is_the_one_that_most_letters_have(text, alphabet):
    assert script(text) == alphabet


def test_the_second_alphabet_counts_from_a_fifth_of_the_letters_on():
    assert script("я" * 8 + "a" * 2) == "mixed"
    assert script("я" * 81 + "a" * 19) == "ru"


def test_a_word_with_letters_of_two_alphabets_is_a_slip_and_a_compound_is_none():
    assert mixed_words("Зaвод ждёт") == ["Зaвод"]
    assert mixed_words("QR-код, IT-отдел и web-сайт завода") == []
    assert mixed_words("The plаnt") == ["plаnt"]


@given(st.text(max_size=300))
def test_no_text_makes_them_stumble(text):
    assert all(text.find(one) >= 0 for one in words(text))
    assert all(words(one) for one in sentences(text))
    assert sum(len(words(one)) for one in sentences(text)) <= len(words(text)) + len(sentences(text))
    assert script(text) in ("en", "ru", "mixed", "none")
    assert set(mixed_words(text)) <= set(words(text))
