"""Does `pp.library()` show every real work as a card and as a list, and look for what it is asked for?"""

import re
from html import unescape

import pytest

from promplan import language
from promplan.cases.library import FACETS, read
from promplan.language import Problem
from promplan.widgets.library import library


@pytest.fixture(params=["en", "ru"])
def spoken(request):
    with language.inside(request.param):
        yield request.param


def shelf(*works, **asked):
    return library(*works, **asked).children[0]


def test_every_work_is_a_card_with_what_a_team_needs_of_it(spoken):
    cards = shelf().cards
    assert [one["id"] for one in cards] == [one.id for one in read().works]
    for one in cards:
        assert one["title"] and one["lead"] and one["made"] and one["question"].rstrip().endswith("?")
        assert one["sources"] and all(it["url"].startswith("http") and it["note"] for it in one["sources"])
        assert len(one["lines"]) >= 5 and all(label and text for label, text in one["lines"])


def test_filters_offer_what_the_cards_have_in_the_words_of_the_language(spoken):
    facets = shelf().facets
    assert [one["id"] for one in facets] == list(FACETS)
    for one in facets:
        texts = [text for _, text in one["options"]]
        assert texts == sorted(texts) and {key for key, _ in one["options"]} == set(read().named[one["id"]])


def test_a_filter_and_a_search_can_be_given_at_once():
    live = shelf(search="завод", forms="painting")
    assert live.search == "завод" and live.picked == {"forms": "painting"}


def test_one_work_by_its_id_is_shown_open_and_without_filters():
    live = shelf("sirens")
    assert [one["id"] for one in live.cards] == live.unfolded == ["sirens"] and live.facets == []


def test_several_by_their_ids_stay_closed():
    live = shelf("sirens", "arkola")
    assert len(live.cards) == 2 and live.unfolded == [] and live.facets


def test_what_the_library_does_not_know_is_said_before_anything_is_shown():
    with pytest.raises(Problem, match="sirens"):
        library("siren")
    with pytest.raises(Problem, match="sound"):
        library(forms="song")


def test_without_a_kernel_a_list_is_read(spoken):
    html = library()._repr_mimebundle_()["text/html"]
    told = unescape(html)
    for one in read().works:
        assert language.pick(one.title) in told and language.pick(one.question) in told
        assert all(it.url in told for it in one.source)
    assert html.count("<li lang=") == 23


def test_the_list_without_a_kernel_holds_what_was_asked_for():
    html = library(countries="RU", forms="painting").static
    assert len(re.findall("<li lang=", html)) == 3


def test_a_source_that_nobody_read_is_marked():
    notes = {it["title"]: it["note"] for it in shelf("placement").cards[0]["sources"]}
    assert "nobody here has read it" in notes["Tate: Artist Placement Group"]
    assert "2026-11-28" in notes["Art Sheffield 2013: Garth Evans"]
