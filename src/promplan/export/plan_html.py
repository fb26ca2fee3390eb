"""The whole plan as one page that needs nothing else: on a phone, without a network, in either theme, on paper.

No script, no address outside, every word escaped; the policy in its head allows its own style, by digest, and pictures
that stand in it. The light page that `promplan show` writes is `promplan.export.page`.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from promplan import language
from promplan.export import plan_parts
from promplan.export.outline_values import words
from promplan.export.parted import parted
from promplan.export.plan_compact import compacts
from promplan.export.plan_parts import chapters, state
from promplan.export.printed import NO_SIGN
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.language import Words, say, say_many
from promplan.text.markup import rendered

GENERATOR = '<meta name="generator" content="promplan plan">'  # how a page of ours is known again
DARK = re.compile(r'\[data-jp-theme-light="false"\] \{(.*?)\n\}', re.DOTALL)


def made(told: Whole) -> bytes:
    """The page, in the interface language."""
    compact = compacts(told)
    parts, empty = chapters([one.own for one in compact])
    style = _style() + (f'\n@page {{ @top-center {{ content: "{WORDS["draft"]}" }} }}' if told.wanted.draft else "")
    page = rendered(
        "export/plan.html.jinja",
        it=told,
        chapters=parts,
        empty=empty,
        rest={one.own.path: one.rest for one in compact},
        in_full=_in_full,
        told=Folds(_all, parted),
        words=words,
        language=language.current(),
        state=state(told),
        on=language.day(told.on),
        reader=READERS[told.wanted.reader] if told.wanted.reader else "",
        generator=GENERATOR,
        style=style,
        policy=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        review=told.review.html(links=False),
        say=WORDS,
    )
    return NO_SIGN.sub(" ", page).encode("utf-8", "replace")


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a page as `made` writes it?"""
    return GENERATOR.encode() in data[:1500]


@dataclass(frozen=True)
class Folds:
    """What the blocks of the page are told besides themselves: how a long list is called, where long words part."""

    all: Callable[[int], Words]
    parted: Callable[[str], str]
    long: int = 12  # rows from which on a list is folded on the screen


def _all(n: int) -> Words:
    return say_many("{n} record in a table", "{n} records in a table", n)


def _in_full(n: int) -> Words:
    """What a fold of records is called."""
    return say_many("{n} record in full", "{n} records in full", n)


@cache
def _style() -> str:
    """The page's style sheet: the tokens, in the theme that the reader's device asks for, findings, and its own."""
    tokens = rendered("labextension/promplan/static/tokens.css")
    dark = DARK.search(tokens)
    themed = f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark.group(1)} }} }}" if dark else ""
    parts = (
        tokens,
        themed,
        *(rendered(name) for name in ("labextension/promplan/static/findings.css", "export/plan.css")),
    )
    return "\n".join(parts)


WORDS = {
    "contents": say("Contents"),
    "skip": say("To the plan"),
    "summary": plan_parts.SUMMARY,
    "draft": plan_parts.DRAFT,
    "across": plan_parts.ACROSS,
    "as_of": plan_parts.AS_OF,
    "version": plan_parts.VERSION,
    "for_whom": plan_parts.FOR_WHOM,
    "review": plan_parts.REVIEW,
    "empty": plan_parts.EMPTY,
    "made": say("made with promplan"),
    "kind": say("Media plan"),
}
