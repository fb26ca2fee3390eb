"""Do the questions about an advertisement end everywhere, lean on dated law, and say no more than it does?"""

import pytest

from promplan.language import inside
from promplan.text import advertising
from promplan.text.advertising import Leaf, Question, places, reason, walk
from promplan.text.dated import entry

COUNTRIES = ("RU", "GB", "FR")


def ends(country: str, keys: tuple[str, ...] = ()):
    """Every walk of a country to its end."""
    one = walk(country, keys)
    if one.leaf is not None:
        yield one
        return
    for answer in one.at.answers:
        yield from ends(country, (*keys, answer.key))


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_walk_ends_and_its_reason_fits_into_the_plan_in_both_languages(country):
    for language in ("en", "ru"):
        with inside(language):
            for one in ends(country):
                assert 10 < len(reason(one)) < advertising.LONGEST, one.keys


@pytest.mark.parametrize("country", ["RU", "GB"])
def test_each_question_leaf_and_step_leans_on_entries_of_its_own_country(country):
    for one in places(country):
        assert one.law
        leaning = [*one.law, *(it.law for it in one.steps if it.law)] if isinstance(one, Leaf) else one.law
        assert {entry(it).country for it in leaning} == {country}


def test_all_nine_notes_on_advertising_are_leaned_on():
    asked = {"ad-or-not", "ad-marking", "ad-levy", "ad-restricted", "big-pages", "minors-in-ads", "print-ads"}
    assert asked | {"ad-language"} <= advertising.laws("RU")
    assert advertising.laws("GB") == {"gb-ads"}


def test_every_question_and_leaf_of_the_file_is_reached():
    reached = {one.id for country in COUNTRIES for one in places(country)}
    assert reached == set(advertising._tree()["at"])


def test_every_answer_and_step_belongs_to_a_question_or_a_leaf():
    from promplan import assets, toml

    data = toml.read(assets.folder() / "advertising.toml")
    at = advertising._tree()["at"]
    assert {one["of"] for one in data["answer"]} == {id_ for id_, one in at.items() if isinstance(one, Question)}
    assert {one["of"] for one in data["step"]} == {id_ for id_, one in at.items() if isinstance(one, Leaf)}
    for one in at.values():
        if isinstance(one, Question):
            assert len({it.key for it in one.answers}) == len(one.answers)


def test_plain_news_on_the_plant_s_own_page_is_as_a_rule_none_and_the_reason_names_the_day():
    one = walk("RU", ("no", "no", "no", "own", "yes"))
    assert one.leaf.is_ad == "no"
    assert "it is plainly news" in reason(one) and str(entry("ad-or-not").checked_on) in reason(one)


@pytest.mark.parametrize("keys", [("yes",), ("no", "yes"), ("no", "no", "no", "partner")])
def test_what_is_paid_for_calls_to_buy_or_is_a_partner_s_is_an_advertisement(keys):
    one = walk("RU", (*keys, "no", "net", "no", "no"))
    assert (one.leaf.id, one.leaf.is_ad) == ("mark-net", "yes")
    assert {it.law for it in one.leaf.steps} == {"ad-marking", "ad-levy", "ad-language"}


@pytest.mark.parametrize(
    "keys", [("return",), ("no", "no", "vacancy"), ("no", "no", "invites"), ("no", "no", "no", "others")]
)
def test_what_the_notes_leave_open_is_asked(keys):
    assert walk("RU", keys).leaf.is_ad == "ask"


def test_where_no_advertisement_may_stand_it_says_so():
    for keys in (("yes", "yes", "yes"), ("yes", "no", "net", "yes"), ("yes", "no", "net", "disputed")):
        assert walk("RU", keys).leaf.stops
    assert walk("RU", ("yes", "no", "net", "no", "unlisted")).leaf.stops


def test_of_a_country_without_notes_nothing_is_claimed():
    one = walk("FR")
    assert (one.leaf.id, one.leaf.is_ad, one.law) == ("unknown", "ask", ())
    assert advertising.looked_up("FR") is None and not advertising.known("FR")
    assert walk("EU").leaf.id == walk("").leaf.id == "unknown"


def test_answers_that_are_none_end_the_walk_where_they_stand():
    assert walk("RU", ("no", "perhaps", "no")).keys == ("no",)
    assert walk("RU", ("return", "yes")).keys == ("return",)


def test_no_sentence_of_the_tree_names_a_statute_by_itself():
    from test_law_in_prose import LAW

    from promplan import assets

    text = (assets.folder() / "advertising.toml").read_text(encoding="utf-8")
    assert not LAW.search(text)
