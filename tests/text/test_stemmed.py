"""Are the stems that are kept those that the stemmer makes?"""

from promplan.text.english import stem as english
from promplan.text.stemmed import language_of, made, told


def test_every_stem_that_is_kept_is_the_stemmers():
    assert len(told()) > 1000
    assert {word: made(word, language_of(word)) for word in told()} == told()


def test_a_word_that_is_not_kept_is_stemmed_all_the_same():
    assert "lighthouses" not in told()
    assert english("lighthouses") == "lighthous"
