"""What stays inside the plant, read in words: recipes and regimes, the guard, deals, illness, a home.

Each is read in its context: minutes and degrees together are a regime where a process runs,
«ускоритель» is an ingredient with its share and no pedal. What rests on reading words is a warning.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from promplan.review.minor import plural
from promplan.review.people import given_name, titled
from promplan.review.regime import harmless, regime
from promplan.text.morphology import Token, tokens
from promplan.text.normal import normal
from promplan.text.patterns import contains, first

NAME = "inside"


def recipe(text: str) -> str:
    """A recipe's share or ingredient, or a process's regime; empty where there is none."""
    if contains(tokens(text), NAME, "public"):
        return ""
    return first(text, NAME, "recipe") or _regime(text) or regime(text)


def guard(text: str) -> str:
    """How the plant is guarded; empty where nothing is said of it."""
    return first(text, NAME, "guard")


def illness(text: str) -> str:
    """What a text tells of a person's health; empty where it tells of nobody's."""
    found, said = first(text, NAME, "health"), tokens(text)
    return found if found and _somebody(said, said) else ""


def private(text: str) -> str:
    """Pay and its reason, family, a punishment, a debt of one person; empty where nobody is spoken of, or everybody."""
    found, said = first(text, NAME, "private"), tokens(text)
    if not found or contains(said, NAME, "whoever"):
        return ""
    start = text.index(found)
    beside = [it for it in said if it.end <= start or it.start >= start + len(found)]
    one = [it for it in beside if not it.has("plur") and not plural(it)]
    return found if _somebody(said, one) or any(it.has("NOUN", "anim", "sing") for it in one) else ""


def deal(text: str) -> str:
    """An order or a contract by its number or its sum; empty for what everybody may read: an order of the director."""
    return "" if contains(tokens(text), NAME, "public-deal") else first(text, NAME, "deal")


def pupil(text: str) -> str:
    """One pupil of whom the text tells, no age given; empty for a class, or for any pupil."""
    return "" if contains(tokens(text), NAME, "whoever") else first(text, NAME, "pupil")


def _somebody(said: tuple[Token, ...], persons: Iterable[Token]) -> bool:
    """Is a person spoken of: by a role, by a name?"""
    here = list(persons)
    if any(contains(here, NAME, words) for words in ("someone", "role")):
        return True
    return any(given_name(one) or titled(said, n) for n, one in enumerate(said))


def home(text: str) -> str:
    """A home address, a passport, a date of birth; empty where there is none."""
    return first(text, NAME, "home")


@lru_cache(4096)
def _regime(text: str) -> str:
    said = tokens(text)
    degrees = _measure(said, "degrees") or _sign(text, r"\d+\s?°(?:\s?[CС]\b)?")
    if not degrees or not contains(said, NAME, "process"):
        return ""
    minutes = _measure(said, "minutes")
    if not minutes:
        return ""
    start, end = min(degrees[0], minutes[0]), max(degrees[1], minutes[1])
    between = [one for one in said if start <= one.start and one.end <= end]
    if contains(between, NAME, "someone") or harmless(said):
        return ""  # what somebody does meanwhile is no regime
    return text[start:end]


def _sign(text: str, pattern: str) -> tuple[int, int] | None:
    read = normal(text)
    hit = re.search(pattern, read.text)
    return read.back(*hit.span()) if hit else None


def _measure(said: tuple[Token, ...], kind: str) -> tuple[int, int] | None:
    """Where a number of minutes or degrees stands: 35 минут, at a hundred and seventy degrees, на четвёртой минуте."""
    for n, token in enumerate(said):
        if not token.is_word or not contains([token], NAME, kind):
            continue
        for before in said[max(0, n - 3) : n]:
            if before.script == "number" or before.has("NUMR") or before.has("Anum") or _in_words(before):
                return before.start, token.end
    return None


def _in_words(token: Token) -> bool:
    return contains([token], "boasts-context", "number")
