"""Is told what a counter would miss, split in two or give away, and nothing of a link that is well?"""

from dataclasses import replace

import pytest

from promplan.language.typesetting import unset
from promplan.text.link_lint import lint
from promplan.text.links import Tagged

GOOD = Tagged("https://plant.example/visit", "vk", "post", "spring-2027", "c1-press")


def told(link: Tagged, **more) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in lint(link, **more):
        found.setdefault(one.field, []).append(unset(str(one.words)))
    return found


def changed(**fields) -> Tagged:
    return replace(GOOD, **fields)


def test_of_a_good_link_nothing_is_said_and_of_an_empty_one_neither():
    assert lint(GOOD) == [] and lint(Tagged()) == []
    others = {"C2": changed(content="c2-ring"), "C3": changed(source="school-7", content="c3")}
    assert lint(GOOD, others, ["Vera Nowhere"], {"other.example"}) == []


@pytest.mark.parametrize("name", ["source", "medium", "campaign"])
def test_each_of_the_three_that_counters_need_is_asked_for(name):
    assert list(told(changed(**{name: " "}))) == [name]


def test_content_and_term_may_be_empty():
    assert lint(changed(content="", term="")) == []


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"source": "VK"}, "source", "takes VK and vk for two"),
        ({"campaign": "spring 2027"}, "campaign", "A space becomes %20"),
        ({"campaign": "весна"}, "campaign", "Cyrillic letters become %D0"),
        ({"content": "a&b"}, "content", "Signs besides letters"),
        ({"content": "vera@plant.example"}, "content", "An e-mail stands in it"),
        ({"content": "+7 900 000-00-00"}, "content", "A telephone number seems to stand in it"),
        ({"target": "http://plant.example"}, "target", "begins with http:"),
        ({"target": "https://plant"}, "target", "has no dot"),
        ({"target": "https://plant.example/open day"}, "target", "A space in the page's own address"),
        ({"target": "https://plant.example/день"}, "target", "Cyrillic letters become %D0"),
        ({"target": "plant.example"}, "target", "write https:// before it"),
        ({"target": "https://plant.example/#utm_source=vk"}, "target", "behind the #"),
        ({"target": "https://plant.example/?utm_source=vk"}, "target", "has utm_source in it already"),
        ({"target": "https://plant.example/?to=a@b.example"}, "target", "An e-mail stands in the address"),
        ({"target": "https://plant.example/" + "x" * 2000}, "target", "some programs cut it off"),
        ({"target": ""}, "target", "Give the page"),
    ],
)
def test_a_fault_is_told_at_its_field(fields, field, words):
    found = told(changed(**fields))
    assert list(found) == [field] and any(words in one for one in found[field])


@pytest.mark.parametrize("theirs", ["VK", "v-k", "вк"])
def test_another_spelling_of_the_same_is_told_with_whose_it_is(theirs):
    (one,) = lint(GOOD, {"C2": changed(source=theirs, content="c2")})
    assert one.field == "source" and "C2" in str(one.words) and one.better == theirs and one.grave


def test_two_pieces_with_all_the_same_words_cannot_be_told_apart():
    assert "C2" in told(GOOD, others={"C2": changed(target="https://other.example")})["content"][0]


@pytest.mark.parametrize("value", ["vera", "c1-vera-nowhere", "вера", "Nowhere"])
def test_a_name_of_the_team_is_told_in_either_alphabet(value):
    names = ["Вера Nowhere", "Yi"]
    assert any("A name stands in it" in one for one in told(changed(content=value), names=names)["content"])
    assert "content" not in told(changed(content="yi-verandah"), names=names)


def test_from_the_plant_s_site_to_the_plant_s_site_no_words_are_wanted():
    sure = lint(GOOD, own={"www.plant.example"}, at_home=True)
    assert [(one.field, one.grave) for one in sure] == [("target", True)]
    perhaps = lint(GOOD, at_home=True)
    assert [(one.field, one.grave) for one in perhaps] == [("target", False)]
    assert lint(Tagged("https://plant.example/visit"), at_home=True) == []


def test_what_might_stand_there_instead_is_known_where_it_is_plain():
    assert [one.better for one in lint(changed(source="VK", campaign="Весна 2027"))][:1] == ["vk"]
    assert {one.better for one in lint(changed(campaign="Весна 2027"))} == {"vesna-2027"}
    assert lint(changed(target="http://plant.example"))[0].better == "https://plant.example"
