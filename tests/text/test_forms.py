"""Is a term found in the forms in which a text has it?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.forms import forms, found


def hits(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end in found(text, terms)]


@pytest.mark.parametrize(
    ("text", "term", "hit"),
    [
        ("мы меряем реометром", "реометр", "реометром"),
        ("на вальцах", "вальцы", "вальцах"),
        ("снять облоя", "облой", "облоя"),
        ("из резиновой смеси", "резиновая смесь", "резиновой смеси"),
        ("в пресс-форме", "пресс-форма", "пресс-форме"),
        ("без КОЛЁСНЫХ пар", "колесная пара", "КОЛЁСНЫХ пар"),
        ("two compounds", "compound", "compounds"),
        ("the mould is hot", "Mould", "mould"),
        ("its compression set", "compression set", "compression set"),
        ("vulcanisation starts", "cure, vulcanisation", "vulcanisation"),
    ],
)
def test_a_term_is_found_in_another_form(text, term, hit):
    assert hits(text, term) == [hit]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("в календаре", "каландр"),
        ("the calendar", "calender"),
        ("резиновая лента, потом смесь", "резиновая смесь"),
        ("мир", "мирный договор"),
        ("tar", "tare"),
        ("anything", ""),
        ("anything", "…, ,"),
    ],
)
def test_another_word_is_not(text, term):
    assert hits(text, term) == []


def test_the_longer_term_wins():
    assert hits("реометрическая кривая", "кривая", "реометрическая кривая") == ["реометрическая кривая"]


@given(st.text(max_size=120), st.lists(st.text(max_size=12), max_size=6))
def test_no_text_and_no_term_make_it_stumble(text, terms):
    spans = list(found(text, terms))
    assert all(a < b for a, b in spans) and all(x[1] <= y[0] for x, y in pairwise(spans))


@given(st.text(max_size=40))
def test_a_word_is_a_form_of_itself(word):
    assert word.casefold().replace("ё", "е") in forms(word)
