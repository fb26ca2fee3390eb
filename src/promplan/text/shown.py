"""A text with its marks as HTML, and its numbers in words: rendered here once, for the screen and for a cell's output.

A mark is told by its form and its sign, never by colour alone; the text itself is only ever escaped.
"""

from collections.abc import Collection
from html import escape

from promplan.language import Words, say, say_many
from promplan.text.lengths import mixed_words, sentences, words
from promplan.text.marks import Kind, idle_share, marks
from promplan.text.readability import flesch

SIGNS: dict[Kind, str] = {"superlative": "▲", "idle": "", "jargon": "?"}
STYLES: dict[Kind, str] = {  # inline: a page without a kernel keeps no style sheet of ours
    "superlative": "background:#fdebd8; color:#1a1a1a; font-weight:700",
    "idle": "background:#eee; color:#1a1a1a; text-decoration:line-through",
    "jargon": "background:#e6f1f8; color:#1a1a1a; text-decoration:underline dotted 2px",
}
MEANINGS: dict[Kind, Words] = {
    "superlative": say("a superlative: prove it with a number, or drop it"),
    "idle": say("does no work: the sentence says as much without it"),
    "jargon": say("a word of the shop: explain it, or say it in other words"),
}
NAMED = 5  # mixed words that are named; the rest is counted


def shown(text: str, jargon: Collection[str] = ()) -> str:
    """The text as a paragraph of HTML, each marked word in its mark's form; under it what the forms mean."""
    found = marks(text, jargon)
    parts, end = [], 0
    for one in found:
        parts += [escape(text[end : one.start]), _mark(one.kind, one.word)]
        end = one.end
    parts.append(escape(text[end:]))
    kinds = [kind for kind in SIGNS if kind in {one.kind for one in found}]
    key = "".join(f"<li>{_mark(kind, _name(kind))}: {escape(str(MEANINGS[kind]))}</li>" for kind in kinds)
    style = "max-width:60em; line-height:1.6; white-space:pre-wrap; overflow-wrap:anywhere"
    return f'<p style="{style}">{"".join(parts)}</p>' + (f"<ul>{key}</ul>" if key else "")


def _mark(kind: Kind, word: str) -> str:
    # the reason is a title too: who points at a word need not look under the text
    sign = f"<sup>{SIGNS[kind]}</sup>" if SIGNS[kind] else ""
    reason = escape(str(MEANINGS[kind]), quote=True)
    return f'<mark class="promplan-{kind}" style="{STYLES[kind]}" title="{reason}">{escape(word)}{sign}</mark>'


def _name(kind: Kind) -> str:
    names: dict[Kind, Words] = {
        "superlative": say("bold with a triangle"),
        "idle": say("struck through"),
        "jargon": say("dotted line with a question mark"),
    }
    return str(names[kind])


def numbers(text: str) -> list[Words]:
    """The text's numbers, each in words; none for a text without a word."""
    total = len(words(text))
    if not total:
        return []
    told = sentences(text)
    longest = max((len(words(one)) for one in told), default=total)
    lines = [
        say(
            "{words} in {sentences}",
            words=say_many("{n} word", "{n} words", total),
            sentences=say_many("{n} sentence", "{n} sentences", max(1, len(told))),
        ),
        say("longest sentence: {words}", words=say_many("{n} word", "{n} words", longest)),
    ]
    if ease := flesch(text):
        lines.append(say("reading ease {score}: {means}", score=ease.printed, means=ease.means))
    idle, of = idle_share(text)
    if idle:
        lines.append(say_many("{n} of {all} words does no work", "{n} of {all} words do no work", idle, all=of))
    else:
        lines.append(say("every word does its work"))
    if mixed := mixed_words(text):
        lines.append(
            say(
                "letters of two alphabets in one word: {named}; type it again",
                named=", ".join(mixed[:NAMED]) + ("…" if len(mixed) > NAMED else ""),
            )
        )
    return lines
