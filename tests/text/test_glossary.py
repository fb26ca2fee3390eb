"""Is every word of the course explained in both languages, found by any of its names, and on its page?"""

import pytest

from promplan import language
from promplan.language import Problem
from promplan.text.glossary import glossary, page, terms, write_pages


def test_every_term_speaks_both_languages():
    for one in terms():
        for told in (one.word, one.means, one.note or one.means):
            assert set(told) == {"en", "ru"} and all(told.values()), one.id
        assert any("а" <= sign <= "я" for sign in one.means["ru"].casefold()), one.id


def test_ids_and_words_are_given_once():
    for key in (lambda one: one.id, lambda one: one.word["en"], lambda one: one.word["ru"]):
        found = [key(one) for one in terms()]
        assert len(set(found)) == len(found)


@pytest.mark.parametrize("asked", ["reach", "Reach ", "охват", "ОХВАТ"])
def test_a_term_is_found_by_any_of_its_names(asked):
    assert glossary(asked)[0].id == "reach"
    assert glossary("works")[0].id == "plant"


def test_a_word_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(Problem, match="reach"):
        glossary("reech")
    with pytest.raises(Problem, match="no “”"):
        glossary("")


def test_what_is_shown_follows_the_notebooks_language():
    assert repr(glossary("reach")).startswith("reach (охват):")
    with language.inside("ru"):
        assert repr(glossary("reach")).startswith("охват (reach):")
        assert "<dt><b>охват</b>" in glossary("reach")._repr_html_()


def test_the_pages_follow_from_the_terms():
    assert write_pages(check=True) == []
    for speech in ("en", "ru"):
        assert all(f'<a id="{one.id}"></a>' in page(speech) for one in terms())
