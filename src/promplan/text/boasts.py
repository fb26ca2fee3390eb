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
AMONG = frozenset({"of", "among", "из", "среди"})
MOST_OF_ALL = frozenset({"самый", "наиболее", "most"})
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
        and not (one.kind in ("rank", "praise") and _unsold(said, one))
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
    head = said[one.first : one.last + 1]
    named = next((it for it in head if not it.text.endswith("'s")), said[one.first])  # Europe's largest is no name
    return named.script != "mark" and "Capi" in named.flags


def _around(said: tuple[Token, ...], one: Hit) -> list[Token]:
    """The sentence that a boast stands in, as far as it can matter."""
    sentence = said[one.first].sentence
    return [it for it in said[max(0, one.first - AROUND) : one.last + AROUND] if it.sentence == sentence]


def _unsold(said: tuple[Token, ...], one: Hit) -> bool:
    """Is it the best question, your best photo, a perfect circle: what nobody sells, and nobody's in the world?"""
    if contains(_around(said, one), NAME, "market") or not any(map(_most, said[one.first : one.last + 1])):
        return one.kind == "praise" and _of_these(said, one)
    return _of_these(said, one)


def _most(one: Token) -> bool:
    return one.has("Supr") or one.lemma in MOST_OF_ALL


def _of_these(said: tuple[Token, ...], one: Hit) -> bool:
    """Is its noun a thing that nobody sells?"""
    behind = [it for it in said[one.last + 1 : one.last + 3] if it.sentence == said[one.last].sentence]
    head = next((it for it in behind if it.script == "en" or it.has("NOUN")), None)
    return (head is not None and contains([head], CONTEXT, "unsold")) or contains(
        said[one.last : one.last + 1], CONTEXT, "unsold"
    )


def _measured(said: tuple[Token, ...], one: Hit) -> bool:
    """Is the first place measured: inside the plant, in a year, among so many, by a source that is named?"""
    here, words = _around(said, one), said[one.first : one.last + 1]
    if contains(words, CONTEXT, "unmeasured"):
        return False
    if any(BEST & token.lemmas for token in words) and not contains(
        said[one.last + 1 : one.last + 2], CONTEXT, "result"
    ):
        return False
    if one.first and said[one.first - 1].form in OWN and all(it.has("Supr") for it in words):
        return True  # our oldest hose: of our own ones
    numbers = [it for it in here if (it.script == "number" or contains([it], CONTEXT, "number")) and it not in words]
    head = said[one.first : one.last + 4]  # the boast, and what has the first place
    if not contains(here, NAME, "market") and not contains(head, NAME, "plant"):
        neutral = contains(words, CONTEXT, "neutral") and not any(it.has("COMP") for it in words)
        near = contains(here, CONTEXT, "inside") or contains(head, CONTEXT, "ours")
        return bool(numbers) or neutral or near
    if contains(words, CONTEXT, "first"):
        return any(_is_year(token) for token in numbers)
    return bool(numbers) and (contains(here, CONTEXT, "source") or any(_of_so_many(said, it) for it in numbers))


def _of_so_many(said: tuple[Token, ...], number: Token) -> bool:
    """Does the number tell among how many it is the first: of 14, of the 14, среди 14?"""
    before = [it for it in said if it.end <= number.start][-2:]
    return any(it.form in AMONG for it in before)


def _routine(said: tuple[Token, ...], one: Hit) -> bool:
    """Is always, never said of a furnace, a door, a shift, and not of what the plant sells or promises?"""
    words, here = said[one.first : one.last + 1], _around(said, one)
    if not contains(words, CONTEXT, "ever") or len([it for it in words if it.is_word]) > 1:
        return False
    if any(contains([it], CONTEXT, "promise") and not contains([it], CONTEXT, "subject") for it in here):
        return False
    if contains(here, CONTEXT, "subject"):
        return contains(said[one.last + 1 : one.last + 3], CONTEXT, "plain")  # never made tractors
    if contains(here, CONTEXT, "inside"):
        return True
    if words[0].script == "en":
        return not any(token.form in ("our", "ours") for token in here)
    subject = any(it.has("NOUN", "nomn") for it in here if it.start < one.start)
    return not subject and any(it.has("VERB", "plur", "3per") for it in said[one.last + 1 : one.last + 4])  # не возят


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and int(token.text) in YEAR
