"""Are phrases found by their lemmas and parts of speech, and their exceptions left alone?"""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan import assets
from promplan.text.beginnings import beginnings
from promplan.text.elements import SMALL, compiled
from promplan.text.files import kinds_of, sets
from promplan.text.lemmas import lemmas_of
from promplan.text.morphology import begin, tokens
from promplan.text.patterns import first, hits, match

FILES = sorted(one.stem for one in (assets.folder() / "patterns").glob("*.toml"))


def stands(row, text):
    script = "ru" if any("\u0400" <= sign <= "\u04ff" for sign in row + text) else "en"
    pattern = compiled("kind", row, "boasts", script)
    said = tokens(text)
    ends = (match(said, n, pattern.elements) for n in range(len(said)))
    return any(one is not None for one in ends)


@pytest.mark.parametrize(
    ("row", "yes", "no"),
    [
        ("самый ADJF&-Apro", "самого тяжёлого пресса", "от самого завода"),
        ("=most ADJF", "the most advanced", "most people"),
        ("*ание ..2 *ание&gent", "проведение и обслуживание испытания", "испытание"),
        ("=никто больше =не", "никто больше не", "никто не"),
        ("# лет", "за 15 лет", "много лет"),
        ("качество — =наш", "Качество – наш приоритет", "качество наш"),
        ("state =of the art", "state-of-the-art", "state of art"),
        ("{market}", "в мире", "в цехе"),
        ("лидер !бригада", "лидер рынка", "лидер бригады"),
        ("надёжный? партнёр", "партнёром", "надёжным"),
    ],
)
def test_an_element_asks_for_what_it_says(row, yes, no):
    assert stands(row, yes)
    assert not stands(row, no)


@pytest.mark.parametrize("row", ["", "a? b?", "..3"])
def test_a_pattern_that_says_nothing_is_refused(row):
    with pytest.raises(ValueError, match="says nothing"):
        compiled("kind", row, "boasts", "en")


@pytest.mark.parametrize("name", FILES)
def test_every_pattern_of_a_file_can_be_read(name):
    for kind, rows in kinds_of(name).items():
        for script in ("en", "ru"):
            for row in rows.get(script, ()):
                assert compiled(kind, row, name, script)


def test_a_hit_is_quoted_as_it_was_typed():
    assert first("Завод — нико\u00adгда", "boasts", "absolute") == "нико\u00adгда"
    assert first("Завод — никогда", "boasts", "rank") == ""


@given(st.lists(st.sampled_from(["best", "самый", "лучший", "№", "1", "завод", "-", "\n", "most", "."]) | st.text()))
def test_hits_never_overlap(parts):
    text = " ".join(parts)
    found = hits(text, "boasts")
    assert all(text[one.start : one.end] == one.words for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("row", "begins"),
    [
        ("качество — =наш", {"кач"}),
        ("самый|лучший завод", {"сам", "луч", "хор"}),
        ("!a =most best", {"mos"}),
        ("try? best", {"tri", "bes", "goo"}),
        ("вулканиз*&-ADJF", {"вул"}),
        ("ADJF,Supr завод", None),
        ("*ание завод", None),
        ("# лет", None),
    ],
)
def test_a_pattern_tells_with_which_letters_it_may_begin(row, begins):
    assert beginnings(row, {}) == (None if begins is None else frozenset(begins))


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_file_is_looked_for_where_its_lemma_begins(name):
    """A word whose lemma begins otherwise stands in the table of such words, or no text would find its pattern."""
    rows = [
        row
        for kinds in (kinds_of(name), sets(name))
        for one in kinds.values()
        for listed in one.values()
        for row in listed
    ]
    elements = [one.strip("!?") for row in rows for one in row.split() if not one.strip("!?").startswith("=")]
    words = {word for one in elements for word in re.split(r"[|&]", one) if word.isalpha() and word.islower()} - SMALL
    assert words or name == "own-strange"
    for word in words:
        folded = word.replace("ё", "е")
        lemmas = lemmas_of(folded, "ru" if "а" <= folded[0] <= "я" else "en")
        assert {begin(one) for one in lemmas} <= (beginnings(word, {}) or set()), word
