"""Is anybody wanted by sex, age, looks or origin? What is certain, and what rests on reading words.

Certain is a vacancy's own word (wanted, hired, «требуются») beside a sex or an age; an invitation, pay, a call to join
is read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from promplan.review.offer import Offer, meant, of_age
from promplan.review.vacancy_ages import AGE, TAG, TAGGED
from promplan.review.vacancy_calls import TELLS, by_call, counts, finite
from promplan.text.morphology import Token, tokens
from promplan.text.patterns import Hit, contains, kinds
from promplan.text.stems import stems

CLAUSE = re.compile(r"[,()]|(?<=\D)\s[–—-]\s(?=\D)")
BESIDE = re.compile(r"(?:(?<!looking )\bfor|\bfrom|\bamong|\bдля|\bот|\bу|\bсреди)\s+(?:\w+\s+)?$", re.IGNORECASE)
AGENT = ("щик", "щица", "чик", "чица", "keeper", "man", "men", "woman", "smith", "hand", "wright", "maker")

ASKING = frozenset({"wanted", "invited", "hire", "work", "become", "take", "job"})
SHUT = ("men", "women", "soft", "bar", "ground")  # kinds of words that may shut somebody out
OLDER = re.compile(
    r"(?:over|past|(?:вам |тебе )?(?:уже )?за)\s+(?:4[5-9]|[5-9]\d|сорок|пятьдесят|fifty|sixty)\s*\?", re.IGNORECASE
)
FRAGMENT = 14  # words at most of a sentence that lives from the one before it


@lru_cache(8192)  # a register of 300 facts is read at every keystroke, and one of them has changed
def asks(text: str) -> bool:
    """Might it ask for people at all? Quicker than to read it clause by clause."""
    found = kinds(text, "vacancy")
    if found.keys() & {"wanted", "invited", "soft", "hire", "work", "become", "pay", "bar", "take"}:
        return True
    if found.keys() & {"job", "advert"} and (found.keys() & {"ground", "men", "women"} or AGE.search(text)):
        return True
    return bool(TAG.match(text.strip())) or any(TAGGED.match(one.strip()) for one in text.splitlines())


@lru_cache(4096)
def wants(text: str) -> bool:
    """Does it ask for people in a vacancy's own words?"""
    found = kinds(text, "vacancy")
    said = found.keys() & {"wanted", "invited", "hire", "work", "job", "advert"}
    return bool(said) and not found.keys() & {"visit", "looking", "care"}


@lru_cache(4096)
def shuts_out(sentence: str, *, asked: bool = False) -> Offer | None:
    """The words by which a sentence asks for one sex, for an age, for looks or origin; None if it does not.

    Args:
        asked: does the text ask for people elsewhere, so that a few words without a verb tell who they should be?
    """
    found = kinds(sentence, "vacancy")
    if _believed(found):
        return None
    asking = found.get("wanted") or (found.get("invited") and not found.keys() & {"visit", "looking"})
    if asking and (words := _asked_for(sentence, found)):
        return Offer(words, True)
    if "visit" in found:
        return None
    words = _tagged(sentence, found)
    if not words and not _given(found):
        words = _barred(sentence, found) or by_call(sentence, found) or (_portrayed(sentence, found) if asked else "")
    return Offer(words, False) if words else None


def _believed(found: Mapping[str, tuple[Hit, ...]]) -> bool:
    """Is it what somebody thinks or used to do: does the word for it stand before all that may shut somebody out?"""
    places = [hit.first for kind in SHUT for hit in found.get(kind, ())]
    return any(all(one.first < place for place in places) for one in found.get("belief", ()))


def _given(found: Mapping[str, tuple[Hit, ...]]) -> bool:
    """Is something given to people of an age or a sex, and nobody asked for?"""
    return "care" in found and not found.keys() & {"hire", "wanted"}


def _tagged(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    """A trade with a sex or an age behind it, and nothing else or a vacancy's other words."""
    said = sentence.strip()
    if (tag := TAG.match(said)) and not of_age(tag[0]) and "share" not in found:
        return tag[0]
    if {"men", "women"} <= found.keys() or not (tag := TAGGED.match(said)) or of_age(tag[0]):
        return ""
    return tag[0] if _advertised(sentence, tag["trade"]) else ""


def _barred(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    """The words that shut people out by themselves, or what is asked of them beside sex and years."""
    if bar := found.get("bar"):
        return bar[0].words
    if found.keys() & ASKING and (ground := _ground(sentence, found)):
        return ground
    if {"men", "women"} <= found.keys():  # who names both sexes shuts out nobody
        return ""
    if "equal" in found or ({"invited", "looking"} <= found.keys() and not found.keys() & {"hire", "wanted"}):
        return ""
    said = tokens(sentence)
    if found.keys() & ASKING and (apt := found.get("apt")):
        return apt[0].words
    for hit in found.get("soft", ()):
        if not of_age(hit.words) and not _told(said, hit, found):
            return hit.words
    return ""


def _counted(found: Mapping[str, tuple[Hit, ...]]) -> bool:
    """Is it told how many of them there are, and nobody asked for?"""
    return "share" in found and not found.keys() & {"wanted", "invited"}


def _ground(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    """What is asked of people beside sex and years, unless it is said to be no matter, or a number, or one day."""
    if (
        "equal" in found
        or _counted(found)
        or ("later" in found and not found.keys() & {"wanted", "invited", "hire", "work"})
    ):
        return ""
    said = tokens(sentence)
    asked = (hit for hit in found.get("ground", ()) if not of_age(hit.words) and not _told(said, hit, found))
    return next((hit.words for hit in asked), "")


def _told(said: Sequence[Token], hit: Hit, found: Mapping[str, tuple[Hit, ...]]) -> bool:
    """Are they counted, and nobody is asked for: 32 young engineers, two candidates under 30?"""
    return bool(hit.first) and counts(said[hit.first - 1]) and not found.keys() & {"wanted", "invited", "hire"}


def _portrayed(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    """Whom a vacancy describes in words without a verb: a sex, years, looks or origin."""
    if _counted(found) or "equal" in found:
        return ""
    if portrait := found.get("portrait"):
        return portrait[0].words
    said = [one for one in tokens(sentence) if one.is_word]
    if len(said) > FRAGMENT or any(finite(one) for one in said):
        return ""
    men, women = found.get("men", ()), found.get("women", ())
    if words := _ground(sentence, found) or (bool(men) != bool(women) and (men or women)[0].words):
        return words
    years = AGE.search(sentence)
    if OLDER.match(sentence.strip()):
        return ""
    return "" if not years or of_age(years[0]) or stems("not-age").search(sentence) else years[0].strip()


def _advertised(sentence: str, trade: str) -> bool:
    """Is a trade's name all that stands before the tag, and nothing said of it: no verb but a call?"""
    head, said = tokens(trade), tokens(sentence)
    agent = any(
        contains([one], "vacancy", "trade") or one.form.endswith(AGENT) or one.has("NOUN", "anim") for one in head
    )
    told = any((one.has("VERB") and not one.has("impr")) or one.has("INFN") or one.form in TELLS for one in said)
    return agent and not told and "share" not in kinds(sentence, "vacancy")


def _asked_for(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    clauses = list(_clauses(sentence))
    asked = [*found.get("wanted", ()), *found.get("invited", ())]

    def asking(start: int, end: int) -> bool:
        """Does this part ask itself, or add a word or an age to what another part asks for?"""
        part = sentence[start:end]
        own = any(start <= hit.start < end for hit in asked) or AGE.search(part)
        said = re.findall(r"[^\W\d_]+", part)
        begins = kinds(" ".join(said[:1]), "vacancy").keys() & {"men", "women"}  # девушка приятной внешности
        return bool(own) or len(said) <= (4 if begins else 2)

    open_ = [(start, end) for start, end in clauses if asking(start, end)]
    men, women = (
        [hit for hit in found.get(sex, ()) if any(a <= hit.start < b for a, b in open_) and _of(sentence, hit)]
        for sex in ("men", "women")
    )
    if bool(men) != bool(women):  # who names both sexes shuts out nobody
        return (men or women)[0].words
    for start, end in clauses:
        part = sentence[start:end]
        if OLDER.match(part.strip()):  # over fifty? you too
            continue
        if (hit := AGE.search(part)) and not stems("not-age").search(part) and not of_age(hit[0]):
            return hit[0].strip()
    return ""


def _clauses(sentence: str) -> Iterable[tuple[int, int]]:
    start = 0
    for mark in CLAUSE.finditer(sentence):
        yield start, mark.start()
        start = mark.end()
    yield start, len(sentence)


def _of(sentence: str, hit: Hit) -> bool:
    """Is it they who are wanted? Not in *a room for women*; but *a vacancy for women* is one."""
    before = sentence[: hit.start]
    return not BESIDE.search(before) or "hire" in kinds(before, "vacancy")


def wanted_on_a_card(segment: str, texts: Iterable[str]) -> Offer | None:
    """One sex in the segment, and a job at the works for it; a segment to think of is no vacancy."""
    found = kinds(segment, "vacancy")
    men, women = found.get("men", ()), found.get("women", ())
    if bool(men) == bool(women):
        return None
    for text in (segment, *texts):
        said = kinds(text, "vacancy")
        if "back" in said:
            continue
        ours = said.keys() & {"here", "take", "wanted"} or text is not segment
        if ours and not said.keys() & {"visit", "later"} and meant(said, "hire", "wanted", "work"):
            return Offer((men or women)[0].words, False)
    return None
