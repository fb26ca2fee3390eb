"""Russian words in the form that a number asks for, by the dictionary: «рабочих дней» is «рабочих дня» behind 3."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from promplan.text import morphology

# the noun, and an adjective before it: singular nominative, singular genitive (the noun's alone), plural genitive
FORMS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"sing", "nomn"}), frozenset({"sing", "nomn"})),
    (frozenset({"sing", "gent"}), frozenset({"plur", "gent"})),
    (frozenset({"plur", "gent"}), frozenset({"plur", "gent"})),
)


@lru_cache(4096)
def agreeing(words: tuple[str, ...], form: int, broken: bool = False) -> str:
    """The words in the form; "" where the dictionary does not know them as a noun with adjectives before it."""
    noun_at = next((at for at, word in enumerate(words) if _noun(word, words[at + 1 :])), None)
    if noun_at is None:
        return ""
    noun = _reading(words[noun_at], "NOUN")
    case, beside = FORMS[form]
    if broken:
        beside = frozenset({"sing", "gent"})
    made = []
    for word in words[:noun_at]:
        adjective = _reading(word, "ADJF") or _reading(word, "PRTF")
        if adjective is None:
            return ""
        gender = {noun.tag.gender} if noun.tag.gender and "sing" in beside else set()
        put = adjective.inflect(beside | gender)
        if put is None:
            return ""
        made.append(_kept(word, put.word))
    put = noun.inflect(case)
    if put is None or "Fixd" in noun.tag:
        return ""
    rest = list(words[noun_at + 1 :])
    return " ".join([*made, _kept(words[noun_at], put.word), *rest])


def _kept(typed: str, made: str) -> str:
    """What was typed, where the form is the same but for its ё."""
    return typed if made.replace("ё", "е") == typed.replace("ё", "е") else made


def _noun(word: str, behind: tuple[str, ...]) -> bool:
    """Is it the noun, and no adjective of the one behind it: «рабочих дней»?"""
    if _reading(word, "NOUN") is None:
        return False
    return not (behind and _reading(word, "ADJF") is not None and _reading(behind[0], "NOUN") is not None)


def _reading(word: str, part: str) -> Any:
    """The word as this part of speech: a noun in the cases that stand behind a number, first of all."""
    if not word.islower():
        return None
    found: Sequence[Any] = [
        one
        for one in morphology.analyser().parse(word)
        if part == one.tag.POS and "Abbr" not in one.tag and one.is_known
    ]
    behind = [one for one in found if one.tag.case in ("gent", "nomn", "accs")]
    return next(iter(behind or found), None)


def is_noun(word: str) -> bool:
    """Does the dictionary know the word as a noun?"""
    return any(
        one.tag.POS in ("NOUN", "ADJF", "PRTF") and one.is_known and "Abbr" not in one.tag
        for one in morphology.analyser().parse(word.casefold())
    )
