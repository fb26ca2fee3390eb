"""Do numbers and days come as the reader's language writes them, also in a sentence that was made before?"""

from datetime import date

import pytest

from promplan.language import Words, day, inside, number, say


@pytest.mark.parametrize(
    ("value", "en", "ru"),
    [
        (0.5, "0.5", "0,5"),
        (9800.0, "9,800", "9800"),
        (62000.0, "62,000", "62\u202f000"),
        (-1234.5, "-1,234.5", "-1234,5"),
        (1e15, "1,000,000,000,000,000", "1\u202f000\u202f000\u202f000\u202f000\u202f000"),
        (3.0, "3", "3"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(value, en, ru):
    assert number(value) == en
    with inside("ru"):
        assert number(value) == ru


def test_a_day_is_written_as_the_language_writes_it():
    assert day(date(2026, 12, 1)) == "2026-12-01"
    with inside("ru"):
        assert day(date(2026, 12, 1)) == "01.12.2026"


def test_a_sentence_keeps_its_values_until_somebody_reads_it():
    words = Words("{share} % on {day}, {name}, {year}", {"share": 1.5, "day": date(2026, 12, 1), "year": 12026})
    words = Words(words.template, {**words.values, "name": {"en": "a ring", "ru": "кольцо"}})
    assert str(words) == "1.5 % on 2026-12-01, a ring, 12026"
    assert words.into("ru") == "1,5\u00a0% on 01.12.2026, кольцо, 12026"


def test_a_sentence_inside_a_sentence_is_read_in_the_same_language():
    assert say("({what})", what=say("{n} %", n=2.5)).into("ru") == "(2,5\u00a0%)"
