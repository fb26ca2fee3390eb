"""Does a marked text tell its marks by words and signs, not by colour alone, and is it data and nothing else?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan import language
from promplan.export.marked import Marked

DRAFT = "The region's leading dynamic company with unique modern technologies"


def test_without_a_screen_the_marked_words_stand_in_brackets_with_their_kind():
    first, numbers = repr(Marked(DRAFT)).split("\n")
    assert first == (
        "The region's [leading: superlative] [dynamic company: does no work] with [unique: superlative] "
        "[modern technologies: does no work]"
    )
    assert (
        "9 words in 1 sentence" in numbers and "very hard to read" in numbers and "6 of 9 words do no work" in numbers
    )


def test_each_kind_has_its_own_form_and_its_meaning_in_words():
    html = Marked("The best modern rheometer", ["rheometer"])._repr_html_()
    marks = re.findall(r'<mark class="promplan-(\w+)" style="([^"]*)"[^>]*>(.*?)</mark>', html)
    forms = {kind: style for kind, style, _ in marks}
    assert "font-weight:700" in forms["superlative"] and "line-through" in forms["idle"] and "dotted" in forms["jargon"]
    inside = {kind: text for kind, _, text in marks[:3]}
    assert "▲" in inside["superlative"] and "?" in inside["jargon"]
    for meaning in ("a superlative: prove it", "does no work", "a word of the shop"):
        assert meaning in re.sub(r'title="[^"]*"', "", html)


def test_jargon_is_marked_where_it_is_given_and_where_nobody_explains_it():
    assert "[rheometer: jargon]" in repr(Marked("the rheometer"))
    assert "jargon" not in repr(Marked("the rheometer (a machine that kneads and measures)"))
    assert "[wheels: jargon]" in repr(Marked("two wheels", ("wheel",)))


def test_the_numbers_stand_under_the_text():
    html = Marked("Come and see. The shop is warm.")._repr_html_()
    assert "7 words in 2 sentences" in html and "longest sentence: 4 words" in html and ": easy to read" in html


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_has_nothing_to_check_yet(text):
    assert repr(Marked(text)) == "nothing to check yet"
    assert Marked(text)._repr_html_() == "<p>nothing to check yet</p>"


def test_a_students_words_are_escaped():
    html = Marked('<script>alert("best")</script> & <b onclick="x">modern</b>')._repr_html_()
    assert "<script" not in html and "onclick=" not in html.replace("onclick=&quot;", "") and "&lt;script&gt;" in html


def test_the_same_text_gives_the_same_output_in_either_language():
    for name in language.LANGUAGES:
        with language.inside(name):
            assert Marked(DRAFT)._repr_html_() == Marked(DRAFT)._repr_html_()


@given(st.text(max_size=200), st.lists(st.text(max_size=8), max_size=3))
def test_every_text_can_be_shown(text, jargon):
    marked = Marked(text, jargon)
    assert isinstance(repr(marked), str)
    assert not re.search(r"<(?!/?(?:div|p|mark|sup|ul|li)\b)", marked._repr_html_())
