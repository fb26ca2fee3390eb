"""The structure of a press release: which parts are there, and where; nothing is judged here.

A release has a head, a lead that says who does what, when and where, a quotation with the name and post of who speaks,
a paragraph about the plant, and a contact. Parts are found by their form: what was not found may still be meant, so a
rule that leans on this asks and never claims. Functions for rules: `release`, `missing`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from promplan.language import Words, say
from promplan.text.lengths import script, sentences, words
from promplan.text.release_signs import (
    ABOUT,
    ASIDE,
    CONTACT,
    DASHED,
    MAIL,
    NAME,
    PHONE,
    PLACE,
    QUOTED,
    SPEAKS,
    VERB_EN,
    VERB_RU,
    WHEN,
    WHO,
)

Part = Literal["head", "lead", "who", "what", "when", "where", "quote", "speaker", "about", "contact"]
HEAD = 15  # words at most
LEAD = 45

WANTED: dict[Part, Words] = {
    "head": say("a head of its own line, 15 words at most"),
    "lead": say("a lead: the first paragraph, which tells the news in 45 words at most"),
    "who": say("who: the plant, the team, a person, in the lead"),
    "what": say("what happens, a verb, in the lead"),
    "when": say("when: a day, a month, in the lead"),
    "where": say("where: a town, a shop, a school, in the lead"),
    "quote": say("a quotation: a sentence in somebody's own words"),
    "speaker": say("the name of who says it"),
    "about": say("a paragraph about the plant at the end"),
    "contact": say("a contact: an address or a number, and a name"),
}


@dataclass(frozen=True)
class Found:
    """A part that was found: its text."""

    part: Part
    text: str


@dataclass(frozen=True)
class Release:
    """The parts of a press release, by name; one that was not found is not in it."""

    parts: dict[Part, str]

    @property
    def missing(self) -> tuple[Part, ...]:
        """What was not found, in the order in which it stands in a release."""
        return tuple(one for one in WANTED if one not in self.parts)


def release(text: str, headline: str = "", place: str = "") -> Release:
    """The parts of a release; `headline` where it stands in a field of its own, else it is the first line.

    `place` is where the plant stands: whoever names it in the lead has said where, in whatever case.

    A text that is empty has no parts; whether that is a fault the caller knows.
    """
    blocks = [one.strip() for one in re.split(r"\n\s*\n|\n(?=\s*[—–-]\s)", text.strip()) if one.strip()]
    parts: dict[Part, str] = {}
    head = headline.strip()
    if not head and blocks:
        first, _, rest = blocks[0].partition("\n")
        if _is_head(first):
            head, blocks = first.strip(), [*([rest.strip()] if rest.strip() else []), *blocks[1:]]
    if head and len(words(head)) <= HEAD:
        parts["head"] = head
    if not blocks:
        return Release(parts)
    told = sentences(blocks[0])
    if told and len(words(" ".join(told[:2]))) <= LEAD:
        parts["lead"] = " ".join(told[:2])
    _lead(blocks[0], parts, place)
    _quote(text, blocks, parts)
    _end(blocks, parts)
    return Release(parts)


def missing(text: str, headline: str = "", place: str = "") -> list[tuple[Part, Words]]:
    """What a release lacks, each with words for it; nothing for an empty text."""
    if not text.strip() and not headline.strip():
        return []
    return [(one, WANTED[one]) for one in release(text, headline, place).missing]


def _is_head(line: str) -> bool:
    """A line of its own without a full stop, and no longer than a head is."""
    return 0 < len(words(line)) <= HEAD and not line.rstrip().endswith((".", ":", ";", ","))


def _lead(block: str, parts: dict[Part, str], place: str) -> None:
    """Who, what, when and where, in the first two sentences."""
    lead = " ".join(sentences(block)[:2]) or block
    verb = VERB_EN if script(lead) == "en" else VERB_RU
    found: Sequence[tuple[Part, re.Pattern[str]]] = (("who", WHO), ("what", verb), ("when", WHEN), ("where", PLACE))
    for part, pattern in found:
        if (hit := pattern.search(lead)) is not None:
            parts[part] = hit[0].strip(" (")
    named = [one for one in words(place) if one[:1].isupper() and len(one) > 3]
    stems = "|".join(re.escape(one.rstrip("аеийоуыьюя")) for one in named)
    if named and "where" not in parts and (hit := re.search(rf"\b(?:{stems})\w{{0,3}}\b", lead)) is not None:
        parts["where"] = hit[0]


def _quote(text: str, blocks: list[str], parts: dict[Part, str]) -> None:
    """Somebody's own words, and whose they are: a name in the same paragraph, near a verb of speech."""
    for block in blocks:
        hit = DASHED.search(block) or next((one for one in QUOTED.finditer(block) if SPEAKS.search(block)), None)
        if hit is None:
            continue
        parts.setdefault("quote", hit[0].strip())
        asides = "\n".join(one[1] for one in ASIDE.finditer(hit[0]))
        around = f"{block[: hit.start()]} \n {block[hit.end() :]} \n {asides}"
        if SPEAKS.search(around) and (name := NAME.search(around)) is not None:
            parts.setdefault("speaker", name[0])


def _end(blocks: list[str], parts: dict[Part, str]) -> None:
    """The paragraph about the plant and the contact, in the second half."""
    later = blocks[1:]
    for n, block in enumerate(later):
        if ABOUT.match(block):
            alone = len(words(block)) <= 4 and n + 1 < len(later)  # a heading: what follows is meant
            parts.setdefault("about", later[n + 1] if alone else block)
        if MAIL.search(block) or PHONE.search(block) or (CONTACT.match(block) and NAME.search(block)):
            parts["contact"] = block
