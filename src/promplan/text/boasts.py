"""What a text boasts of: superlatives, first places, absolutes, slogans, praise without a measure.

One engine for facts and for messages. It is quiet where the words do their plain work: for a name («Лучший по
профессии», a prize, a contest), for a trade's term (the leading axle), for a first place that is measured inside the
plant («Самый тяжёлый пресс участка весит 48 т»), and for a first place that says its year or of how many it is the
first. What a plant has let out in these very words, the rule knows that asks.
"""

from functools import lru_cache

from promplan.text.morphology import Token, tokens
from promplan.text.normal import quoted
from promplan.text.patterns import Hit, contains, first, hits

NAME = "boasts"
BEST = frozenset({"хороший", "good"})  # no measure says what is better
CONTEXT = "boasts-context"
YEAR = range(1700, 2101)
OWN = frozenset({"our", "its", "their", "my", "his", "her"})
AROUND = 40  # tokens, or letters, beside a boast that may say what it is
MOST = 100  # quotations that are looked at


@lru_cache(8192)
def boasts(text: str) -> tuple[Hit, ...]:
    """The boasts of a text from left to right."""
    found = hits(text, NAME)
    if not found:
        return ()
    said, names = tokens(text), _names(text)
    shouted = all("Caps" in token.flags for token in said if len(token.text) > 1)
    return tuple(
        one
        for one in found
        if not any(start <= one.start and one.end <= end for start, end in names)
        and (shouted or not _capitals(said, one))
        and not (one.kind == "rank" and _measured(said, one))
        and not (one.kind == "absolute" and _routine(said, one))
    )


def _names(text: str) -> list[tuple[int, int]]:
    """Quoted names; what is quoted whole, or as a motto, is said and not named; small letters are no name's."""
    found = []
    for start, end in quoted(text)[:MOST]:
        before = text[max(0, start - AROUND) : start]
        named = text[start + 1 : start + 2]
        if named.isupper() and before.strip(" \t\n—–-") and not first(before, NAME + "-context", "motto"):
            found.append((start, end))
    return found


def _capitals(said: tuple[Token, ...], one: Hit) -> bool:
    """Is it part of a name without quotation marks: Best Employer of the Year, the Leader works?"""
    before = said[one.first - 1] if one.first else None
    if before is None or before.sentence != said[one.first].sentence or before.script == "mark":
        return False
    return said[one.first].script != "mark" and "Capi" in said[one.first].flags


def _around(said: tuple[Token, ...], one: Hit) -> list[Token]:
    """The sentence that a boast stands in, as far as it can matter."""
    sentence = said[one.first].sentence
    return [it for it in said[max(0, one.first - AROUND) : one.last + AROUND] if it.sentence == sentence]


def _measured(said: tuple[Token, ...], one: Hit) -> bool:
    """Is the first place measured: inside the plant, in a year, among so many, by a source that is named?"""
    here, words = _around(said, one), said[one.first : one.last + 1]
    if any(BEST & token.lemmas for token in words) or contains(words, CONTEXT, "unmeasured"):
        return False
    if one.first and said[one.first - 1].form in OWN and all("Supr" in it.flags or it.has("Supr") for it in words):
        return True  # our oldest hose: of our own ones
    numbers = [token for token in here if token.script == "number" or contains([token], CONTEXT, "number")]
    head = said[one.first : one.last + 4]  # the boast, and what has the first place
    if not contains(here, NAME, "market") and not contains(head, NAME, "plant"):
        return bool(numbers) or contains(head, CONTEXT, "inside") or contains(here, CONTEXT, "inside")
    if contains(words, CONTEXT, "first"):
        return any(_is_year(token) for token in numbers)
    return bool(numbers) and contains(here, CONTEXT, "source")


def _routine(said: tuple[Token, ...], one: Hit) -> bool:
    """Is always, never said of a furnace, a door, a shift, and not of what the plant sells or promises?"""
    words, here = said[one.first : one.last + 1], _around(said, one)
    if not contains(words, CONTEXT, "ever") or len([it for it in words if it.is_word]) > 1:
        return False
    if contains(here, CONTEXT, "promise"):
        return False
    own = any(token.form in ("our", "ours") for token in here)
    return contains(here, CONTEXT, "inside") or (words[0].script == "en" and not own)


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and int(token.text) in YEAR
