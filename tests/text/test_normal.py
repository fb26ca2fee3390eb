"""Is a text read as it is meant, whatever keyboard and program it came from, and is the way back kept?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.normal import normal, quoted


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("48\u00a0т и 2\u202f410", "48 т и 2 410"),
        ("world\u2011class", "world-class"),
        ("нико\u00adгда", "никогда"),
        ("леге\u0301нда", "легенда"),
        ("й\u0301 и и\u0306", "й и й"),
        ("е\u0308лка и ёлка", "елка и елка"),
        ("cтарейший зaвод", "старейший завод"),  # Latin c and a
        ("largеst рlant", "largest plant"),  # Cyrillic е and р
        ("QR-код", "QR-код"),
        ('„Лучший“ “best” "a" «b» ‹c› ‘d’', "«Лучший» «best» «a» «b» «c» «d'"),
        ("the plant’s", "the plant's"),
        ("cafe\u0301", "café"),
    ],
)
def test_a_text_is_read_in_one_spelling(typed, read):
    assert normal(typed).text == read


def test_what_is_found_stands_where_it_was_typed():
    typed = "Мы нико\u00adгда не подведе\u0308м"
    read = normal(typed)
    start = read.text.index("никогда")
    assert typed[slice(*read.back(start, start + len("никогда")))] == "нико\u00adгда"
    assert typed[slice(*read.back(0, len(read.text)))] == typed


def test_names_in_quotation_marks_are_told_whatever_the_marks():
    for typed in ("Конкурс «Лучший по профессии» идёт", "Конкурс „Лучший по профессии“ идёт"):
        assert [typed[a:b][1:-1] for a, b in quoted(typed)] == ["Лучший по профессии"]
    assert quoted("без кавычек") == ()


@given(st.text())
def test_every_sign_that_is_read_has_its_place(typed):
    read = normal(typed)
    assert len(read.at) == len(read.text) + 1
    assert list(read.at) == sorted(read.at)
