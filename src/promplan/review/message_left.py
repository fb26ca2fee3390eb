"""MSG, what is left: a text from which the idle words are struck out shall still be a sentence."""

import re
from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import SENTENCE, UNIT, cut
from promplan.review.message_texts import house
from promplan.text.boasts import boasts
from promplan.text.lengths import mixed_words, words
from promplan.text.listed import rows
from promplan.text.morphology import Token, tokens
from promplan.text.own import strangers

FEW = 3  # words with a meaning of their own that an English sentence has at least: its verbs we cannot tell
STUMP = 4  # words with a meaning of their own that may be what is left of a sentence
LITTLE = ("PREP", "CONJ", "PRCL", "NPRO")
DOES = ("VERB", "INFN", "PRTS", "ADJS", "COMP", "PRED")
OPEN = {"a", "an", "the", "and", "or", "but", "of", "our", "your", "their", "for", "by", "и", "а", "но", "или", "что"}
SIGNS = re.compile(  # a number, what stands for the verb «есть», a list of three, «ни одного»
    r"\d|[—–:?]|\s-\s|,[^,]+,|\b(?:нет|ни)\b", re.IGNORECASE
)
LOOSE = re.compile(r"[,;(—–-]\s*[.!…]?\s*$|[,;]\s*[,;.]")  # a comma with nothing behind it


@rule(
    "MSG-8S",
    severity="warning",
    unit=UNIT,
    section="message-l-banner-say",
    text=say("Umbrella and pillars are sentences, and no remains of one"),
    hints=(
        say("Read it to somebody who has not seen the draft. Do they nod, or wait for the rest?"),
        say("Who does what? Look for the verb, and for a preposition or a comma with nothing behind it."),
    ),
)
def something_is_left(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = [
        (where, text) for where, text in house(plan) if len(words(text)) >= (SENTENCE if where == "message" else 1)
    ]
    if not texts:
        return None
    return [it for where, text in texts if (it := _finding(where, text)) is not None]


def _finding(where: str, text: str) -> Finding | None:
    fix = say("say who does what, with a person, a thing or a number of the register")
    if unfinished(text):
        return Finding(where, say("The sentence is not finished: something is missing behind it."), fix, cut(text))
    if boasts(text) or strangers(text) or mixed_words(text):
        return None  # these words go anyway, as another rule tells
    if few(text):
        return Finding(where, say("Too few words say anything here."), fix, cut(text), severity="info")
    if verbless(text):  # a title may do without
        return Finding(where, say("Nobody does anything in it: there is no verb."), fix, cut(text), severity="info")
    return None


def unfinished(text: str) -> bool:
    """Is there a loose end: a comma, an article, a preposition, a conjunction with nothing behind it?"""
    said = [one for one in tokens(text) if one.script != "mark"]
    return bool(_words(text)) and (bool(LOOSE.search(text)) or _leads_on(said[-1]))


def few(text: str) -> bool:
    """Have fewer than three words a meaning of their own, with neither a number nor a verb that we can tell?"""
    own = [one for one in _words(text) if not _little(one)]
    return len(own) < FEW and not SIGNS.search(text) and not any(map(_does, own))


def verbless(text: str) -> bool:
    """Has a short Russian text neither a verb nor a number nor a dash? A longer one is a headline."""
    said = _words(text)
    russian = any("CYRL" in one.flags for one in said)
    own = [one for one in said if not _little(one)]
    return (
        russian and len(own) <= STUMP and not SIGNS.search(text) and not any(_does(it) or it.has("NUMR") for it in own)
    )


def _words(text: str) -> list[Token]:
    return [one for one in tokens(text) if one.is_word]


def _does(one: Token) -> bool:
    """Is it a verb, and not a noun that looks like one, as «стекло» and «стали» do?"""
    return any(one.has(kind) for kind in DOES) and (not one.has("NOUN") or one.text.endswith(("т", "ть", "ся", "м")))


def _leads_on(one: Token) -> bool:
    """Must something follow: an article, a preposition, a conjunction? Behind a number, nothing must."""
    if one.text.casefold() in OPEN:
        return True
    return "CYRL" in one.flags and one.has("PREP") and not one.has("ADVB") and not one.has("PRED")


def _little(one: Token) -> bool:
    return one.text.casefold() in _listed() or (
        "CYRL" in one.flags and any(one.has(kind) for kind in LITTLE) and not one.has("NOUN") and not one.has("VERB")
    )


def _listed() -> frozenset[str]:
    return frozenset(rows("little"))
