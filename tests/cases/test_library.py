"""Is the library of real works whole, sourced and in both languages, and can it be searched?"""

import re
import tomllib
from collections import Counter
from datetime import date

import pytest

from promplan import assets, language
from promplan.cases.kit import available
from promplan.cases.library import FACETS, read
from promplan.language import Problem

LIBRARY = read()
TOLD = ("title", "who", "where", "when", "data", "made", "take", "question", "unsure", "licence")
OFFICIALESE = re.compile(r"в рамках|\bданн(?:ый|ая|ого|ой)\b|осуществл|явля[ею]тся|на сегодняшний день", re.IGNORECASE)


@pytest.fixture(params=LIBRARY.works, ids=lambda one: one.id)
def work(request):
    return request.param


def test_the_twenty_two_cases_and_one_for_the_craft_of_film_are_there():
    ids = [one.id for one in LIBRARY.works]
    assert len(ids) == len(set(ids)) == 23 and "cog" in ids


def test_the_works_come_in_the_order_of_their_years():
    years = [one.year for one in LIBRARY.works]
    assert years == sorted(years) and years[0] == 1922 and years[-1] == 2023


def test_every_work_speaks_both_languages(work):
    for name in TOLD:
        told = getattr(work, name)
        if told is None:
            continue
        assert set(told) == {"en", "ru"}, name
        assert not re.search("[А-Яа-яЁё]", re.sub("«[^»]*»", "", told["en"])), name
        assert re.search("[А-Яа-яё]", told["ru"]) or told["ru"] == told["en"], name


def test_its_russian_is_written_and_not_issued(work):
    for name in TOLD:
        if told := getattr(work, name):
            assert not OFFICIALESE.search(told["ru"]), name
            assert '"' not in told["ru"] and "“" not in told["ru"], name
            assert not re.search(r"\d\.\d", re.sub(r"CC BY 4\.0", "", told["ru"])), name


def test_every_work_has_a_source_that_was_read_on_a_day_that_was(work):
    seen = [one.seen for one in work.source if one.seen]
    assert seen and all(date(2026, 1, 1) <= day <= LIBRARY.checked_on <= date.today() for day in seen)
    assert len({one.url for one in work.source}) == len(work.source)


def test_a_source_without_a_day_is_the_exception():
    unread = [(work.id, one.title) for work in LIBRARY.works for one in work.source if one.seen is None]
    assert len(unread) <= 4, unread


def test_a_work_is_asked_about_and_gives_something_to_take(work):
    assert work.question["en"].rstrip().endswith("?") and work.question["ru"].rstrip().endswith("?")
    assert 60 <= len(work.take["en"]) <= 260 and 60 <= len(work.take["ru"]) <= 260


def test_only_where_a_licence_allows_it_something_may_be_used():
    assert [one.id for one in LIBRARY.works if one.licence] == ["work-with-sounds"]


def test_every_kit_has_works_that_lie_near_it():
    near = Counter(one.kit for one in LIBRARY.works)
    assert set(near) == set(available()) and min(near.values()) >= 6


@pytest.mark.parametrize("facet", FACETS)
def test_every_word_of_a_facet_is_used_and_named_in_both_languages(facet):
    used = {key for one in LIBRARY.works for key in one.keys(facet)}
    assert used == set(LIBRARY.named[facet])
    assert all(set(told) == {"en", "ru"} for told in LIBRARY.named[facet].values())


def test_a_work_is_found_by_a_word_of_either_language_and_any_spelling():
    assert [one.id for one in LIBRARY.chosen("ривера")] == ["detroit-industry"]
    assert [one.id for one in LIBRARY.chosen("RIVERA fresco")] == []
    assert "cog" in {one.id for one in LIBRARY.chosen("шестеренка")}
    assert LIBRARY.chosen() == LIBRARY.works


def test_facets_narrow_together():
    found = {one.id for one in LIBRARY.chosen(countries="RU", forms="painting")}
    assert found == {"vyksa", "satka", "temple-of-work"}
    assert {one.id for one in LIBRARY.chosen("завод", countries="RU", forms="painting", industries="steel")} <= found


def test_an_unknown_word_is_answered_with_those_there_are():
    with pytest.raises(Problem, match="sound"):
        LIBRARY.chosen(forms="opera")
    with pytest.raises(Problem, match="forms"):
        LIBRARY.chosen(colour="red")
    with pytest.raises(Problem, match="isotype"):
        LIBRARY.find("isotipe")


def test_facets_are_said_in_the_language_of_the_moment():
    work = LIBRARY.find("sirens")
    assert LIBRARY.said("forms", work) == "event, performance, music and sound"
    with language.inside("ru"):
        assert LIBRARY.said("countries", work) == "Азербайджан, СССР"


def test_the_file_says_what_its_words_mean():
    text = (assets.folder() / "library.toml").read_text(encoding="utf-8")
    keys = set(tomllib.loads(text)["case"][0])
    head = text.split("checked_on", 1)[0]
    assert all(key in head for key in keys), [key for key in keys if key not in head]
