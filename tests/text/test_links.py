"""Is every address built whole, taken apart again as it was, and never one that a browser would run?"""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.text.links import TAGS, Tagged, build, host_of, parse, tags_in
from promplan.text.slugs import slug

WORDS = st.text(max_size=40)
PAGES = st.builds(
    lambda scheme, host, path, query, fragment: f"{scheme}://{host}/{path}" + query + fragment,
    st.sampled_from(["https", "http", "HTTPS"]),
    st.sampled_from(["plant.example", "Plant.Example", "завод.example", "a-b.example:8080", "www.plant.example"]),
    st.text(alphabet=st.characters(exclude_characters="?#", exclude_categories=["Cs"]), max_size=20),
    st.one_of(st.just(""), st.text(max_size=20).map(lambda one: "?" + one.replace("#", ""))),
    st.one_of(st.just(""), st.text(max_size=10).map(lambda one: "#" + one)),
)
LINKS = st.builds(Tagged, PAGES, WORDS, WORDS, WORDS, WORDS, WORDS)


@given(LINKS)
def test_what_is_built_is_taken_apart_as_it_was(link):
    address = build(link)
    back = parse(address)
    for name, value in link.tags.items():  # a lone half of a sign cannot be written in any address
        assert back.tags[name] == value.encode("utf-8", "replace").decode()
    assert build(back) == address


@given(LINKS)
def test_an_address_is_of_the_web_in_plain_letters_and_its_fragment_is_last(link):
    address = build(link)
    assert re.fullmatch(r"https?://[a-z0-9.:-]+(?:/[!-~]*)?", address)
    assert not re.search(r"[\s\"'<>\\^`{|}]", address.replace("'", ""))
    parts = urlsplit(address)
    assert not any(f"utm_{name}" in parts.fragment for name in TAGS if f"utm_{name}" not in link.target)
    found = dict(parse_qsl(parts.query, keep_blank_values=True, errors="replace"))
    assert set(link.tags) <= {one[4:] for one in found if one.startswith("utm_")}


@given(st.text(max_size=60), WORDS)
def test_whatever_is_typed_is_refused_or_leads_to_a_site(target, word):
    try:
        address = build(Tagged(target, word))
    except Problem:
        return
    assert address.startswith(("http://", "https://")) and urlsplit(address).hostname


@pytest.mark.parametrize(
    "target",
    [
        "", " ", "javascript:alert(1)", "JaVaScRiPt://x.example/%0Aalert(1)", "data:text/html,<b>", "file:///etc/passwd",
        "mailto:a@b.example", "plant.example/visit", "//plant.example", "https:/plant.example", "https://",
        "https://name:word@plant.example", "https://plant.example\\@other.example", "https://pl ant.example",
        "https://plant.example:99999", "https://plant.example:x", "https://[::1]/", "https://-.example", "https://a..b",
        "https://\u202eplant.example", "ht\ntps://plant.example",
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_in_words(target):
    with pytest.raises(Problem) as told:
        build(Tagged(target, "vk"))
    assert str(told.value)


def test_an_own_query_stays_and_words_that_stand_twice_are_written_once():
    link = Tagged("https://plant.example/visit?day=2&utm_source=old#way", "vk", "post", "spring")
    assert build(link) == "https://plant.example/visit?day=2&utm_source=vk&utm_medium=post&utm_campaign=spring#way"


def test_hostile_words_become_signs_of_a_value():
    link = Tagged("https://plant.example", "a&utm_medium=b#c", "<script>", 'x" onload="')
    address = build(link)
    assert address == (
        "https://plant.example/?utm_source=a%26utm_medium%3Db%23c&utm_medium=%3Cscript%3E"
        "&utm_campaign=x%22%20onload%3D%22"
    )


def test_what_is_encoded_stays_and_a_lone_per_cent_sign_is_one():
    assert build(Tagged("https://plant.example/%D0%B0/50%")) == "https://plant.example/%D0%B0/50%25"


def test_a_site_in_cyrillic_is_written_as_a_computer_dials_it():
    assert build(Tagged("https://завод.рф")) == "https://xn--80aegj1b.xn--p1ai"
    assert host_of("https://www.Plant.example:443/x") == "plant.example" and host_of("plant") == ""


def test_words_are_found_before_and_behind_the_fragment():
    assert tags_in("https://a.example/?utm_source=x#/y?utm_medium=z") == {"source": "x", "medium": "z"}
    assert tags_in("https://a.example/#utm_campaign=%D0%B0") == {"campaign": "а"}


@given(st.text(max_size=80))
def test_a_slug_is_small_latin_letters_digits_and_hyphens(text):
    made = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made) and len(made) <= 40
    assert slug(made) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Кольцо держит", "koltso-derzhit"),
        ("Щука, подъезд, ёж", "shchuka-podezd-ezh"),
        ("VK", "vk"),
        ("the plant's page", "the-plants-page"),
        ("???", ""),
        ("Длинное название материала о прессовом цехе завода", "dlinnoe-nazvanie-materiala-o-pressovom"),
    ],
)
def test_a_name_is_written_as_it_is_read(text, made):
    assert slug(text) == made
