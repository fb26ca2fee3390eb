"""Words of the shop that stand unexplained: of the trades' lists, rarer than what people know, or abbreviations.

An explanation counts wherever a reader finds it: behind the word in brackets, after a dash, a colon, a comma
(«градирня, башня, где остывает вода»), after "is", «это»; or the word itself stands in brackets behind its plain name.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from promplan.text.forms import found
from promplan.text.known import known as heard
from promplan.text.listed import phrases
from promplan.text.morphology import Token, tokens
from promplan.text.normal import quoted
from promplan.text.patterns import contains, hits

NAME = "jargon"
OPENING = frozenset("(—–:")
GLOSS = frozenset(
    ["a", "an", "the", "what", "when", "where", "our", "how", "like", "short", "just", "simply", "another", "nothing"]
)
BESIDE = 2  # a hyphen and the word behind it
SHORT = range(2, 6)  # letters of an abbreviation
CROWD = 3  # plain words of the shop that together make shop talk
WHAT = 3  # words that a verb and what it is done to take at least
NO_NAME = re.compile("(?:ing|tion|ment|ness|ity|ers|ция|ции|цию|ние|ния|ость|вка|вку|тель|тели|щики|щицы)$")
SURNAME = re.compile("(?:ов|ев|ин|ова|ева|ина|ский|ская|цкий|цкая|енко)$")
OPENERS = frozenset('«“„"(:•-–—1234567890.')  # behind these a sentence, or a line of a list, begins
WITHIN = 8  # tokens behind the word in which an apposition shows itself


def jargon(text: str, own: Collection[str] = (), known: Collection[str] = ()) -> list[str]:
    """Unexplained words of the shop, as they stand in the text.

    Args:
        own: further terms, of the case's own glossary, found in any form.
        known: words that are names here (the plant's, its products'), in small letters.
    """
    return [text[start:end] for start, end in unexplained(text, tuple(own), frozenset(known))]


@lru_cache(4096)
def unexplained(
    text: str, own: tuple[str, ...] = (), known: frozenset[str] = frozenset()
) -> tuple[tuple[int, int], ...]:
    """Where they stand in the text: the start and the end of each."""
    said = tokens(text)
    spans = [(one.first, one.last) for one in hits(text, NAME)]
    spans = sorted({*spans, *_own(text, said, own)})
    taken = {n for first, last in spans for n in range(first, last + 1)}
    spans += [(n, n) for n in range(len(said)) if n not in taken and _abbreviation(said, n, known)]
    taken |= {n for one in quoted(text) for n, it in enumerate(said) if one[0] <= it.start and it.end <= one[1]}
    spans += [(n, n) for n in range(len(said)) if n not in taken and _rare(said, n, known)]
    spans = [(first, last) for first, last in spans if first != last or not _called_so(said, first)]
    alone = len({said[first].lemma for first, _ in spans}) == 1
    told = {said[first].lemma for first, last in spans if _explained(said, first, last, alone)}
    bare = [(first, last) for first, last in sorted(spans) if said[first].lemma not in told]
    named = _own(text, said, own)
    plain = {said[first].lemma for first, last in bare if (first, last) not in named and _is_plain(said, first, last)}
    hard = {said[first].lemma for first, _ in bare} - plain
    if not hard and len(plain) < CROWD:
        return ()
    return tuple((said[first].start, said[last].end) for first, last in bare)


def _rare(said: tuple[Token, ...], n: int, known: frozenset[str]) -> bool:
    """Is it a word in small letters that few people know, and neither a name nor another language's?"""
    one = said[n]
    if not one.is_word or not (one.text.islower() or _no_name(said, n)) or one.form in known or heard(one):
        return False
    if contains([one], NAME, "heard") or (one.script == "en" and not one.text.isascii()):
        return False
    beside = [said[k] for k in (n - 1, n + 1) if 0 <= k < len(said)]
    if any(it.script == "number" or it.text in "-/" for it in beside):
        return False
    return not any(_foreign(it, one) for it in said[max(0, n - WITHIN) : n + WITHIN] if it.sentence == one.sentence)


def _no_name(said: tuple[Token, ...], n: int) -> bool:
    """Has it its capital from the sentence's beginning only, as its ending tells?"""
    if not said[n].text[1:].islower() or (n and said[n - 1].sentence == said[n].sentence):
        return False
    return bool(NO_NAME.search(said[n].form))


def _called_so(said: tuple[Token, ...], n: int) -> bool:
    """Is it somebody's name, though it sounds like the shop: "asked Kalandrova", «мастер Вальцов», "Mr Calender"?

    A capital within a sentence says so; at its beginning a Russian surname does, before a verb or another name.
    """
    one = said[n]
    if not (one.text[:1].isupper() and one.text[1:].islower()) or phrases("eponym").fullmatch(one.form):
        return False
    others = [it for it in said if it.is_word and it.sentence == one.sentence and it is not one and len(it.text) > 2]
    if others and 2 * sum(it.text[0].isupper() for it in others) > len(others) > 2:
        return False  # a headline, each word with its capital
    before = said[n - 1] if n and said[n - 1].sentence == one.sentence else None
    if before is not None and before.text not in OPENERS:
        return True
    behind = next((it for it in said[n + 1 : n + 3] if it.is_word), None)
    if behind is None or behind.sentence != one.sentence or one.script != "ru":
        return False
    return behind.text[:1].isupper() or (SURNAME.search(one.form) is not None and behind.has("VERB"))


def _foreign(beside: Token, one: Token) -> bool:
    """Does a word beside it say that it belongs to another language?"""
    if beside.script == "en" and (not beside.text.isascii() or contains([beside], "own-strange", "little")):
        return True
    return beside.is_word and beside is not one and beside.script != one.script and beside.text.islower()


def _tested(said: tuple[Token, ...], n: int) -> bool:
    """Is an abbreviation the first half of a plain word: MT-tested, and neither K-700 nor X-ray?"""
    behind = said[n + 1 : n + 3]
    return len(behind) == BESIDE and behind[0].text == "-" and behind[1].script == "en" and behind[1].has("VPAS")


def _is_plain(said: tuple[Token, ...], first: int, last: int) -> bool:
    """Is it a word that an outsider understands among plain ones: a mould, a ladle, a brake pipe?"""
    return "Caps" not in said[first].flags and contains(said[first : first + 1], NAME, "plain")


def _own(text: str, said: tuple[Token, ...], own: tuple[str, ...]) -> list[tuple[int, int]]:
    places = {one.start: n for n, one in enumerate(said)}
    ends = {one.end: n for n, one in enumerate(said)}
    spans = found(text, own) if own else ()
    return [(places[start], ends[end]) for start, end in spans if start in places and end in ends]


def _abbreviation(said: tuple[Token, ...], n: int, known: frozenset[str]) -> bool:
    """Two to five capitals that are no word, no model with its number and not the shout of a whole text."""
    one = said[n]
    if not one.is_word or "Caps" not in one.flags or len(one.text) not in SHORT or one.form in known:
        return False
    if contains([one], NAME, "known"):
        return False
    beside = [said[k] for k in (n - 1, n + 1) if 0 <= k < len(said)]
    if any(it.script == "number" for it in beside) or any(it.text in "-/«»" for it in beside):
        return _tested(said, n)
    around = [it for it in said[max(0, n - WITHIN) : n + WITHIN] if it.is_word and len(it.text) > 1]
    return not all("Caps" in it.flags for it in around) or len(around) == 1


def _explained(said: tuple[Token, ...], first: int, last: int, alone: bool) -> bool:
    """Does an explanation stand behind the word, or is the word itself the gloss of a plain one?"""
    behind = list(said[last + 1 : last + 1 + WITHIN])
    before = said[max(0, first - 3) : first]
    if before and before[-1].text == "(" and first >= 2:
        return True
    if contains(before, NAME, "said") or _renamed(said, first):
        return True
    if alone and "Caps" not in said[first].flags and _does(said, first, last):
        return True
    while behind and (behind[0].text in "»'" or behind[0].script == "number"):
        behind.pop(0)
    # the genitive that belongs to the word: «обечайка котла — …»
    for skip in range(3):
        if len(behind) > skip and _begins(behind[skip:]):
            return True
        if len(behind) <= skip or not behind[skip].is_word or not behind[skip].has("gent"):
            break
    return False


def _renamed(said: tuple[Token, ...], first: int) -> bool:
    """Is the word another name for what stands before: the cart under a wagon, or bogie, …?"""
    n = first
    while n and said[n - 1].form in ("a", "an", "the"):
        n -= 1
    return n > 1 and said[n - 1].form in ("or", "или") and said[n - 2].text in ",—–"


def _does(said: tuple[Token, ...], first: int, last: int) -> bool:
    """Does its sentence begin with the word and go on to say what the thing does?"""
    start = first
    while start and said[start - 1].sentence == said[first].sentence:
        start -= 1
    behind = [one for one in said[last + 1 : last + 4] if one.is_word]
    if len(behind) < WHAT or behind[0].script != "en" or first - start > 2:
        return False
    return contains(behind[:1], NAME, "does") and behind[0].form.endswith("s")


def _begins(behind: list[Token]) -> bool:
    sign, *rest = behind
    if sign.script == "en" and sign.form in ("that", "which", "where", "who"):
        return bool(rest)
    if sign.form == "for" and rest and rest[0].has("VING"):
        return True
    if sign.text in OPENING:
        return bool(rest)
    if sign.form in ("is", "are", "means", "это", "значит", "означает", "называется"):
        return bool(rest) and (sign.script == "ru" or sign.form == "means" or rest[0].form in GLOSS)
    if sign.text != "," or not rest:
        return False
    if contains(rest[:1], NAME, "aspect"):
        return True
    nouns = [one for one in rest[:3] if one.has("NOUN") or (one.script == "en" and one.has("VING"))]
    told = [one for one in rest if contains([one], NAME, "relative") or one.text in ",—("]
    return bool(nouns and told)
