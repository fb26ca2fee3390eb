"""Does the Markdown say the plan, and is no word of anybody's Markdown?"""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from whole_plans import HOSTILE, of, told, wild

from promplan.export import plan_md
from promplan.export.plan_md import escaped
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
INLINE = {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}


def tokens(text: str):
    for one in READER.parse(text):
        yield one
        yield from one.children or ()


def shown(text: str) -> str:
    """The words that a reader sees."""
    return " ".join(
        "".join(it.content for it in one.children or ()) for one in READER.parse(text) if one.type == "inline"
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_become_neither_links_nor_html(words):
    text = plan_md.made(wild(words)).decode().partition("\n")[2]  # below our own mark
    kinds = {one.type for one in tokens(text)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "s_open",
    }
    tables = [one for one in text.split("\n\n") if one.startswith("| ") and "| ---" in one]
    for one in tables:
        bars = {len(re.findall(r"(?<!\\)\|", line)) for line in one.splitlines()}
        assert len(bars) == 1, "every row has as many cells as there are heads"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]), max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_line_is_shown_as_it_was_written(words):
    said = " ".join(words.split())
    assert {one.type for one in READER.parseInline(f"x {escaped(words)}")[0].children or ()} <= INLINE
    assert shown(f"x {escaped(words)}") == f"x {said}".rstrip()
    assert shown(plan_md._line(words)) == said


@pytest.mark.parametrize(
    "words", ["# no head", "- no list", "+ no list", "1. no list", "12) no list", "> no", "= x", "---"]
)
def test_what_would_begin_something_begins_a_paragraph(words):
    assert [one.type for one in READER.parse(plan_md._line(words))] == ["paragraph_open", "inline", "paragraph_close"]


@pytest.mark.parametrize("speech", LANGUAGES)
def test_the_example_is_whole_with_headings_in_order_and_tables(speech):
    with inside(speech):
        text = plan_md.made(told("09-quarter", speech)).decode()
    levels = [int(one.tag[1]) for one in READER.parse(text) if one.type == "heading_open"]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    said = shown(text)
    plan = told("09-quarter", speech).plan
    assert all(" ".join(one.statement.split()) in said for one in plan.enterprise.facts)
    assert all(one.title in said for one in plan.items)
    assert not re.search(r"\n\n\n", text) and text.endswith("\n")


def test_lines_of_a_text_stay_lines():
    plan = edit.put(Plan(), "brief", {"must": "people at work\n\nthe college"})
    text = plan_md.made(of(plan)).decode()
    assert "people at work\\\n  the college\n" in text
    assert "people at work<br />\nthe college" in READER.render(text)


def test_an_empty_plan_names_what_is_empty():
    text = plan_md.made(of(Plan())).decode()
    assert "## Nothing yet in these sections" in text and "- Register of facts" in text


def test_the_same_plan_has_the_same_bytes_and_they_are_known_again():
    data = plan_md.made(told("09-quarter", "en"))
    assert data == plan_md.made(told("09-quarter", "en")) and plan_md.is_ours(data) and not plan_md.is_ours(b"# Plan")


def test_a_draft_says_so():
    assert "**Draft: not cleared" in plan_md.made(told("08-solved", "en", draft=True)).decode()[:400]
