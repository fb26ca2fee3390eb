"""Does the page say what the team decided, show only what was let out, and take every word as a word?"""

import html
import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from filled import filled
from hypothesis import given
from hypothesis import strategies as st

from promplan.cases.kit import load
from promplan.export.outline_sections import leaves
from promplan.export.page import is_page, page
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit
from promplan.plan.sections import SECTIONS

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<body onload=alert(1)>",
    "<math href='javascript:alert(1)'>x</math>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<meta http-equiv=refresh content='0;url=//x'>",
    "<base href=//x/>",
    "<link rel=stylesheet href=//x>",
    "<form action=//x><button>go</button></form>",
    "<object data=//x></object>",
    "<template><script>alert(1)</script></template>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<!--",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "{{ 7 * 7 }}{% raw %}",
    "{{ it.__class__.__mro__ }}",
    "</td></tr></table><h1>x</h1>",
    "<plaintext>",
    "javascript:alert(1)",
    "＜script＞alert(1)＜/script＞",
)
HEAD = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "nav",
    "main",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
WORDS = {"p", "ul", "li", "a", "span", "dl", "div", "dt", "dd", "br", "b", "q", "i", "small", "details", "summary"}
TAGS = HEAD | WORDS | {"h5", "h6"} | {"table", "caption", "thead", "tbody", "tr", "th", "td"}


class Reader(HTMLParser):
    """What a browser would make of a page: its tags with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def part(text: str, title: str) -> str:
    return next(one for one in re.findall(r"<section.*?</section>", text, re.DOTALL) if f"<h2>{title}</h2>" in one)


def strategy() -> Plan:
    plan, _ = edit.add(
        Plan(), "audiences", {"segment": "Leavers of the college", "size": 640, "places": ["school", "social"]}
    )
    steps = [{"what": "visits of the page", "low": 0.05, "high": 0.1, "source": "last year"}]
    funnel = {"steps": steps, "frequency": 4.0}
    goal = {"statement": "24 apply", "metric": "applications", "target": 24.0, "audience": "A1", "step_where": "gate 2"}
    plan, _ = edit.add(plan, "objectives", {**goal, "step_days": 3, "funnel": funnel})
    plan, _ = edit.add(plan, "enterprise.facts", {"statement": "14 presses"})
    plan, _ = edit.add(plan, "message.pillars", {"statement": "You see it in a shift", "proofs": ["F1", "F9"]})
    return edit.put(plan, "message", {"umbrella": "A ring you made holds the water of a town"})


def words(text: str) -> str:
    return " ".join(Reader(text).words)


def asked(**fields: object) -> str:
    plan, _ = edit.add(Plan(), "message.questions", {"question": "Is it safe?", "answer": "There are masks.", **fields})
    return part(page(plan), "Hard questions")


def test_an_empty_plan_says_that_nothing_is_there_yet():
    text = page(Plan())
    for title in ("Objectives", "Audiences", "Message house", "Hard questions"):
        assert "Nothing here yet." in part(text, title)


def test_an_objective_is_shown_with_its_next_step_and_its_way_back():
    text = part(page(strategy()), "Objectives")
    said = words(text)
    assert "24 apply" in said and "gate 2" in said and "A1 Leavers of the college" in said
    assert "240–480" in said and "5–10\u00a0%" in said
    assert "60–120" in said and "640" in said, "people = contacts / frequency, and the audience's size"


def test_a_target_below_zero_is_answered_with_a_sentence():
    plan = edit.put(strategy(), "objectives/O1", {"target": -5.0})
    assert "starts from a number of people" in part(page(plan), "Objectives")


def test_an_audience_is_shown_with_the_places_in_words():
    text = part(page(strategy()), "Audiences")
    assert "Leavers of the college" in text and "school or college; social networks" in text


def test_the_house_names_its_proofs_and_says_which_may_not_be_used():
    text = page(strategy())
    assert "A ring you made" in part(text, "Message house")
    pillars = part(text, "Pillars")
    assert "F1 14 presses (not cleared yet)" in pillars and "F9: not in the register" in pillars


def test_only_a_cleared_answer_is_shown_as_an_answer():
    assert "There are masks." in asked(state="cleared", cleared_by="safety engineer")
    for state in ("open", "asked"):
        assert "There are masks." not in asked(state=state) and "not cleared yet" in asked(state=state)
    assert "There are masks." not in asked(state="refused")


def test_a_cleared_answer_without_words_is_none():
    assert "not cleared yet" in asked(state="cleared", answer=" ")


def test_a_tolerance_of_nothing_is_shown():
    plan, _ = edit.add(Plan(), "enterprise.facts", {"value": 2.0, "unit": "mm", "tolerance": 0.0})
    assert "<td>2 mm ±\u00a00</td>" in part(page(plan), "Register of facts")


def test_lines_of_a_text_stay_lines():
    plan = edit.put(Plan(), "brief", {"must": "people at work\nthe college"})
    assert "<dd>people at work<br>the college</dd>" in page(plan)


def test_a_name_that_stays_inside_and_a_reason_are_on_no_page():
    plan = edit.put(load("rubber-works").plan, "enterprise", {"protected_names": "Zabaikalvodokanal"})
    plan = edit.reason(plan, "FACT-9", "F51", "the engineer is on holiday until Monday")
    text = page(plan)
    assert "Zabaikalvodokanal" not in text and "on holiday" not in text
    assert "1 warning stays, with the team&#39;s reason." in text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_any_field_stay_words(words):
    count = 0

    def say(name: str, kept: bool) -> str:
        nonlocal count
        count += not kept
        return words

    read = Reader(page(filled(say)))
    assert {tag for tag, _ in read.tags} <= TAGS
    attributes = {(name, value) for _, attrs in read.tags for name, value in attrs.items()}
    assert not [one for one in attributes if one[0].startswith("on") or "javascript" in (one[1] or "")]
    assert all(value.startswith("#") for name, value in attributes if name in ("href", "src"))
    assert sum(one.count(words) for one in ["".join(read.words)]) >= count > 40


def test_a_page_of_hostile_words_is_built_like_one_of_harmless_words():
    """The sections alone: what the review says depends on the words."""
    harmless, hostile = (
        Reader(page(filled(lambda name, kept, w=w: w)).partition('<section id="review">')[0])
        for w in ("words", "</dd><script>alert(1)</script>")
    )
    assert hostile.tags == harmless.tags


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_a_text(wild):
    plan = edit.put(Plan(), "message", {"umbrella": wild, "tone": wild})
    plan, _ = edit.add(plan, "audiences", {"segment": wild, "barrier": wild})
    sections = page(plan).partition('<section id="review">')[0]
    assert {tag for tag, _ in Reader(sections).tags} <= TAGS
    if len(wild.splitlines()) == 1 and wild.strip():
        assert html.escape(wild, quote=False) in sections.replace("&#39;", "'").replace("&#34;", '"')


@pytest.mark.parametrize("speech", LANGUAGES)
def test_the_example_plant_s_page_is_whole_in_both_languages(speech):
    with inside(speech):
        text = page(load("rubber-works").plan)
    read = Reader(text)
    shown = [attrs["id"] for tag, attrs in read.tags if tag == "section"]
    assert shown == [*(one.path.replace(".", "-") for one in SECTIONS if leaves(Plan, one.path)), "review"]
    assert [attrs for tag, attrs in read.tags if tag == "html"] == [{"lang": speech}]
    bare = text.replace("https://uprugost.example", "")  # as words: the link behind a poster's code
    assert "http:" not in bare and "https:" not in bare and "<script" not in text


def test_the_page_stands_alone_and_links_into_itself_only():
    text = page(load("wagon-works").plan)
    read = Reader(text)
    ids = {f"#{attrs['id']}" for _, attrs in read.tags if "id" in attrs}
    links = [attrs["href"] for tag, attrs in read.tags if tag == "a"]
    assert "AUD-1" in text and links and set(links) <= ids
    policy = next(attrs["content"] for _, attrs in read.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy and "script" not in policy


def test_a_reader_who_listens_finds_headings_in_order_and_heads_of_every_table():
    read = Reader(page(load("rubber-works").plan))
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {attrs.get("scope") for tag, attrs in read.tags if tag == "th"} == {"col", "row"}
    tags = [tag for tag, _ in read.tags]
    assert tags.count("table") == tags.count("caption") == tags.count("thead") > 3


def test_a_page_of_ours_is_known_again_and_no_other():
    assert is_page(page(Plan(), date(2026, 10, 12)).encode())
    assert not is_page(b"<!doctype html><title>promplan</title>")
