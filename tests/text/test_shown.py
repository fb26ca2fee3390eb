"""Is a marked text readable without colour, and only ever text?"""

import re
from html import unescape

import pytest

from promplan.text.shown import numbers, shown


def plain(html: str) -> str:
    """What the first paragraph says, without its tags and signs."""
    paragraph = html.partition("</p>")[0]
    return unescape(re.sub(r"<sup>.</sup>|<[^>]*>", "", paragraph))


def told(text: str) -> list[str]:
    return [str(line) for line in numbers(text)]


def test_each_kind_has_a_form_of_its_own_and_its_meaning_below():
    html = shown("The best seals, in order to sell: the calender is new", jargon=["calender"])
    assert re.search(r"font-weight:700[^>]*>best<sup>▲</sup></mark>", html)
    assert re.search(r"line-through[^>]*>in order to</mark>", html)
    assert re.search(r"dotted[^>]*>calender<sup>\?</sup></mark>", html)
    for meaning in ("a superlative: prove it", "does no work", "a word of the shop"):
        assert meaning in html.partition("</p>")[2]


def test_a_text_without_marks_has_no_legend():
    assert "<ul>" not in shown("Rings go to 14 waterworks.") and "<mark" not in shown("")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('best')</script>",
        "лучший " * 570,
        "🏭 best 🏭",
        "Pезина & rubber «best»",
        "a\n\nb",
        '<mark title="best">',
    ],
)
def test_the_text_comes_back_as_it_was_written(text):
    html = shown(text, jargon=["rubber"])
    assert plain(html) == text and "<script" not in html


def test_numbers_come_in_words():
    lines = told("The ring is warm. It cures for eleven minutes in the press.")
    assert lines[:2] == ["12 words in 2 sentences", "longest sentence: 8 words"]
    assert lines[2].startswith("reading ease ") and lines[3] == "every word does its work"


def test_a_score_below_nothing_stands_under_a_true_minus():
    lines = told("Institutionalisation necessitates organisational responsibilities internationally.")
    assert lines[2].startswith("reading ease −") and "-" not in lines[2]


def test_idle_words_are_counted():
    assert "1 of 3 words does no work" in told("The best ring")


def test_a_word_of_two_alphabets_is_named():
    assert any("Pезина" in line for line in told("Pезина из Дугорска"))


@pytest.mark.parametrize("text", ["", "  \n", "🏭", "—"])
def test_without_a_word_there_are_no_numbers(text):
    assert told(text) == []


def test_a_text_of_numbers_alone_has_no_reading_ease():
    assert told("14 000")[0].endswith("in 1 sentence") and not any("reading" in line for line in told("14 000"))
