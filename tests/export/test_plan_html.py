"""Does the whole plan stand in one page that needs nothing else, and is every word a word?"""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from whole_plans import HOSTILE, of, told, wild

from promplan.export import page, plan_html
from promplan.export.outline import Figure, Outline
from promplan.language import LANGUAGES, inside, say
from promplan.plan import Plan

HEAD = {"html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "footer", "article"}
WORDS = {
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "span",
    "dl",
    "div",
    "dt",
    "dd",
    "br",
    "b",
    "q",
    "i",
    "small",
    "details",
    "summary",
}
TABLES = {"table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "figure", "img", "figcaption"}
TAGS = HEAD | WORDS | TABLES | {f"h{n}" for n in range(1, 7)}
DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==")


class Reader(HTMLParser):
    """What a browser would make of a page: its tags with their attributes, and its words."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def read(name: str, speech: str = "en", draft: bool = False) -> Reader:
    with inside(speech):
        return Reader(plan_html.made(told(name, speech, draft)))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words):
    found = Reader(plan_html.made(wild(words)))
    assert {tag for tag, _ in found.tags} <= TAGS
    attributes = {(name, value) for _, attrs in found.tags for name, value in attrs.items()}
    assert not [one for one in attributes if one[0].startswith("on") or one[0] == "style"]
    assert all((value or "").startswith("#") for name, value in attributes if name == "href")
    assert not [name for name, _ in attributes if name in ("action", "srcset")]
    assert all((value or "").startswith("data:image/png;base64,") for name, value in attributes if name == "src")


@pytest.mark.parametrize("speech", LANGUAGES)
def test_the_page_asks_for_nothing_and_its_links_lead_into_itself(speech):
    found = read("09-quarter", speech)
    ids = {f"#{attrs['id']}" for _, attrs in found.tags if attrs.get("id")}
    links = [attrs["href"] for tag, attrs in found.tags if tag == "a"]
    assert len(links) > 60 and set(links) <= ids
    assert [attrs["lang"] for tag, attrs in found.tags if tag == "html"] == [speech]


def test_its_policy_allows_its_own_style_alone():
    data = plan_html.made(told("09-quarter", "en"))
    style = re.search(rb"<style>(.*?)</style>", data, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    policy = next(attrs["content"] for _, attrs in Reader(data).tags if attrs.get("http-equiv"))
    assert f"style-src 'sha256-{digest}'" in policy and "default-src 'none'" in policy
    assert "unsafe" not in policy and "script" not in policy and b"style=" not in data


@pytest.mark.parametrize("name", ["09-quarter", "08-solved"])
def test_headings_come_in_order_and_every_id_once(name):
    found = read(name)
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1 and all(after - before <= 1 for before, after in pairwise(levels))
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_a_figure_has_its_words_and_stands_in_the_page():
    whole = told("09-quarter", "en")
    drawn = Figure("x", say("A caption"), say("What is seen"), lambda: DOT)
    whole = replace(whole, summary=(drawn,), sections=(Outline("team", say("Team"), (drawn,)), *whole.sections[1:]))
    pictures = [attrs for tag, attrs in Reader(plan_html.made(whole)).tags if tag == "img"]
    assert [one["alt"] for one in pictures].count("What is seen") == 2
    assert all(one["src"].startswith("data:image/png;base64,") for one in pictures)


def test_the_summary_comes_first_and_the_review_last():
    whole = told("09-quarter", "en")
    whole = replace(whole, summary=(whole.sections[0].blocks[0],))
    sections = [attrs["id"] for tag, attrs in Reader(plan_html.made(whole)).tags if tag == "section"]
    assert sections[0] == "summary" and sections[-1] == "review"


def test_an_empty_plan_names_what_is_empty():
    data = plan_html.made(of(Plan())).decode()
    assert "Nothing yet in these sections" in data and "Register of facts" in data


def test_a_draft_says_so_on_screen_and_across_every_page_of_paper():
    draft, plain = plan_html.made(told("08-solved", "en", draft=True)), plan_html.made(told("08-solved", "en"))
    assert (
        b'class="draft"' in draft
        and b'class="across"' in draft
        and b'@top-center { content: "Draft: not cleared' in draft
    )
    assert b'class="draft"' not in plain and b'content: "Draft' not in plain


def test_the_same_plan_has_the_same_bytes_and_they_are_known_again():
    data = plan_html.made(told("09-quarter", "en"))
    assert data == plan_html.made(told("09-quarter", "en")) and plan_html.is_ours(data)
    assert not plan_html.is_ours(page.page(Plan()).encode()) and not page.is_page(data)
