"""Is work offered to people under 18? What is certain, and what rests on reading words.

Certain is employment by its name (hired, «вакансия»); an invitation, pay, a call to join is read. An excursion, a
practice, the college and a trade that comes later are no job.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from promplan.review.offer import NO, Offer, meant
from promplan.review.young import ages, minors
from promplan.text.morphology import tokens
from promplan.text.normal import normal
from promplan.text.patterns import kinds

ASKED = re.compile(
    r"(?<![\d.,№])(1[3-7])(?:\s*(?:[-–—]|to|and|or|или|и)\s*1[3-8])?\s*\?"
    r"|\b(?:тебе|вам|мне|сыну|дочери|ему|ей|"
    r"are you|you are|you're|i am|i'm|(?:son|daughter|he|she) is|turned|"
    r"исполнилось|есть|with|from|at|aged?|с|в|already|"
    r"уже)\s+(?:уже\s+|already\s+|only\s+|the age of\s+)?"
    r"(?<!\d)(1[3-7])(?![\d%]|[.,:]\d|\s*(?:\d|%|[a-zа-я]*(?:o.clock|час|"
    r"minute|минут|человек|people|мест|places|марта|мая|июн|июл|апрел|янв|фев|авг|сен|окт|ноя|дек|jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|oct|nov|dec|am\b|pm\b|h\b|до\b|to\b)))",
    re.IGNORECASE,
)

VISIT = frozenset({"visit", "looking"})  # they come for something else than work
ONCE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Oo]ur \w+|who|[A-Z]\w+) (?:first )?(?:came|started|joined|began|was (?:hired|taken on))"
    r"\b.*\b(?:at|aged|when)\b"
)
SPOKEN_TO = re.compile(r"\byou(?:r|rself)?\b|[?!]", re.IGNORECASE)
YOU = frozenset({"ты", "тебя", "тебе", "тобой", "вы", "вас", "вам", "вами", "твой", "твоя", "ваш", "ваша"})


@lru_cache(4096)
def work(text: str, *, here: bool = False) -> Offer | None:
    """The words by which work is offered; a trade that comes later, a visit and a *no* before it offer none.

    Args:
        here: must it be said that it is at the works, where money alone is spoken of?
    """
    found = kinds(text, "vacancy")
    if hire := meant(found, "hire"):
        return Offer(hire.words, True)
    ours = found.keys() & {"work", "become", "take", "here"} or not (here or found.keys() & VISIT)
    if ours and not found.get("later") and (pay := meant(found, "pay")):
        return Offer(pay.words, False)
    if not found.get("later") and not found.keys() & VISIT and (called := meant(found, "work", "become")):
        return Offer(called.words, False)
    return None


@lru_cache(4096)
def tempting(text: str) -> Offer | None:
    """Money, or a trade from now on: what is meant for minors where nobody but minors is addressed."""
    found = kinds(text, "vacancy")
    if found.keys() & {"later", "visit", "looking", "grown"} or not (hit := meant(found, "pay", "become")):
        return None
    return Offer(hit.words, False)


@lru_cache(4096)
def to_minors(text: str) -> Offer | None:
    """Work that a text offers to those whom it addresses, who are under 18 by its own words."""
    found = kinds(text, "vacancy")
    young = minors(text) or (bool(ASKED.search(normal(text).text)) and "asked")
    if not (young or "season" in found) or found.get("grown") or _told(text):
        return None
    offer = work(text)
    if offer is None:
        return None
    return Offer(offer.words, offer.certain and bool(young) and not found.keys() & VISIT)


@lru_cache(1024)
def yes_to_minors(question: str, answer: str) -> Offer | None:
    """The words for people under 18, where it is asked whether they get work, and not denied."""
    asked, found = kinds(question, "vacancy"), kinds(answer, "vacancy")
    if "asked" not in asked or NO.match(answer) or (asked.keys() | found.keys()) & {*VISIT, "grown", "later"}:
        return None
    for text in (answer, question):
        if years := (ages(text) and minors(text)) or _asked_age(text):
            return Offer(years, False)
    young = minors(question)
    return (
        Offer(young, False)
        if young and (asked.keys() | found.keys()) & {"hire", "pay", "work", "season", "summer"}
        else None
    )


def _asked_age(text: str) -> str:
    hit = ASKED.search(normal(text).text)
    return hit[0].strip() if hit else ""


def _told(text: str) -> bool:
    """Is it the story of one who came as a boy, and no call: the past, and nobody spoken to?"""
    said = tokens(text)
    if not any(one.script == "ru" for one in said):
        return bool(ONCE.search(text)) and not SPOKEN_TO.search(text)
    past = any(one.has("VERB", "past", "sing") and not one.has("NOUN") for one in said)
    return past and not any(
        one.has("impr")
        or one.has("VERB", "2per")
        or one.has("VERB", "1per", "plur")
        or one.form in YOU
        or one.text == "?"
        for one in said
    )


def offered_on_a_card(texts: Iterable[str]) -> Offer | None:
    """Work that the plant offers to those of a card whose people are under 18: money alone is no offer of the plant."""
    told = list(texts)
    taken = any("take" in kinds(text, "vacancy") for text in told)
    for text in told:
        found = kinds(text, "vacancy")
        offer = work(text, here=True)
        if offer is None or "grown" in found or ("later" in found and not offer.certain):
            continue
        if offer.certain or "here" in found or taken:
            return offer
    if taken and (paid := next((it for text in told if (it := meant(kinds(text, "vacancy"), "pay"))), None)):
        return Offer(paid.words, False)
    return None
