"""Whole plans without pictures, for tests of the exports: examples, an empty one, one with anything in every field."""

from datetime import date
from functools import cache
from typing import Any

from filled import filled

from promplan.cases.example import example
from promplan.export.wanted import Wanted
from promplan.export.whole import Whole, whole
from promplan.language import inside
from promplan.plan import Plan

ON = date(2026, 11, 9)
INSIDE, OUTSIDE = "Zwinglifax", "Quernvellum"  # words that nobody writes

HOSTILE = (
    '=HYPERLINK("http://x.example","click")',
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><script>alert(1)</script>",
    "![x](http://x.example/p.png) [y](javascript:alert(1)) <http://x.example>",
    "https://x.example www.x.example a@b.example @who &lt; &#60;",
    "# head\n- item\n1. one\n> quote\n```\ncode\n```\n| a | b |\n---",
    '#import "x": y\n$x^2$ `raw` *bold* _it_ @ref',
    "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "a\x0bb\x00c\x1fd\ufffee",
    "soft\u00adhyphen \u202eright to left\u202c \u200f",
    "😀👩‍🏭🇷🇺 Ёлки «палки» — №1",
    "+1", "-1", "@x", "'=1+1", "_x0041_", "{{ 7 * 7 }}{% raw %}",
)  # fmt: skip


@cache
def told(name: str, speech: str, draft: bool = False) -> Whole:
    """An example as every format reads it; the language is the caller's to set, too."""
    with inside(speech):
        plan = example(name)
        return whole(plan, Wanted(on=plan.meta.as_of or ON, draft=draft, figures=False))


def of(plan: Plan, **wanted: Any) -> Whole:
    """Any plan as every format reads it."""
    return whole(plan, Wanted(on=ON, figures=False, **wanted))


def wild(words: str) -> Whole:
    """A plan with these words in every text that takes them."""
    return of(filled(lambda name, kept: words))


@cache
def marked() -> Whole:
    """A plan in which every text says whether it stays inside; the review would name a case that the course has not."""
    return of(filled(lambda name, kept: "real" if name == "Meta.case" else f"{INSIDE if kept else OUTSIDE} {name}"))
