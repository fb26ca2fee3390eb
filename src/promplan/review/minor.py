"""Somebody below eighteen, read in words: 17-летний ученик, ученику 16 лет, trainee, 17, a boy of sixteen.

Years are an age where one person has them: not of service, of a guarantee, of a building. Groups of pupils are nobody.
"""

import re
from functools import lru_cache

from promplan.review.people import given_name
from promplan.text.morphology import Token, tokens
from promplan.text.patterns import contains

NAME = "inside"
DIGITS = re.compile(r"1[0-7]")
SPELLED = (  # ages as the adjectives that begin so
    "двенадцатилетн", "тринадцатилетн", "четырнадцатилетн", "пятнадцатилетн", "шестнадцатилетн", "семнадцатилетн",
)  # fmt: skip
WORDS = frozenset({
    "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
})  # fmt: skip
OF_YEARS = frozenset({"летний", "летняя", "летнего", "летней", "летнему", "летнюю", "летним"})
RUSSIAN = frozenset({"лет", "года", "год"})
ENGLISH = frozenset({"year", "years", "yr", "yrs"})
ONLY = frozenset({"всего", "только", "уже", "едва", "лишь"})  # before an age: ученику всего шестнадцать
TURNED = frozenset({"aged", "turned", "turns"})
IS = frozenset({
    "aged", "be", "becomes", "became", "is", "was", "turned", "only", "just", "of", "age", "turns", "barely", "at",
})  # fmt: skip
GOES_ON = frozenset({"and", "but", "now", "when", "in", "next", "this", "today", "on", "soon", "last"})


@lru_cache(4096)
def minor(text: str) -> str:
    """The age of a person below eighteen, as the text says it; empty where nobody is one."""
    said = tokens(text)
    return next((one.text for n, one in enumerate(said) if _age(one) and _of_a_person(said, n)), "")


def _age(token: Token) -> bool:
    if token.script == "number":
        return DIGITS.fullmatch(token.text) is not None
    return token.form.startswith(SPELLED) or not WORDS.isdisjoint(token.lemmas | {token.form})


def _of_a_person(said: tuple[Token, ...], n: int) -> bool:
    """Are these years the age of one person?"""
    token = said[n]
    behind = [one for one in said[n + 1 : n + 5] if one.text not in "-,()"]
    before = [one for one in said[max(0, n - 7) : n] if one.text not in "-,()\n" and one.sentence == token.sentence]
    lead, closed = said[n - 1].form if n else "", n + 1 == len(said) or said[n + 1].script == "mark"
    if before and _stated(before, lead, closed):
        return True
    who = {id(one) for one in said if one.sentence == token.sentence and _one_person(one)}
    if token.has("gent") and _not_yet(before):
        return any(len(one.text) > 2 and one.has("NOUN", "anim", "datv") for one in before)
    unit = behind[0].form if behind else ""
    if token.form.startswith(SPELLED):
        return _has(behind, who)
    if unit in OF_YEARS:
        return _has(behind[1:], who)
    if lead == "," and unit in RUSSIAN and all(one.script == "mark" for one in said[n + 2 : n + 3]):
        return any(_known(one) or id(one) in who for one in before[-1:])  # Саша, 17 лет, работает
    if unit in RUSSIAN | ENGLISH:
        if contains(before + behind[1:3], NAME, "service"):
            return False
        if unit in ENGLISH:
            return any(one.form == "old" for one in behind) and (bool(who) or _himself(said, n))
        return _has(_subjects(before[-3:]), who)
    if lead == "(" or (lead == "," and closed):
        return _has(before[-3:], who)
    if lead not in IS or not _has(before[-3:] if lead == "of" else before, who):
        return False
    child = lead == "of" and contains(before[-2:-1], NAME, "child")  # a boy of 15 packs bolts
    return child or lead == "aged" or closed or said[n + 1].form in GOES_ON


def _one_person(token: Token) -> bool:
    """One of whom a sentence may tell: a role, a kin, a given name."""
    if given_name(token):
        return True
    return contains([token], NAME, "someone") and not token.has("plur") and not plural(token)


def _has(some: list[Token], who: set[int]) -> bool:
    return any(id(one) in who for one in some)


def _subjects(some: list[Token]) -> list[Token]:
    """Who has the years: ученику 16 лет, ученик 16 лет."""
    return [one for one in some if one.has("datv") or one.has("nomn")]


def _not_yet(before: list[Token]) -> bool:
    """Упаковщику нет и семнадцати, нет ещё шестнадцати."""
    words = [one.form for one in before[-2:]]
    return words[-1:] == ["нет"] or (words[:1] == ["нет"] and words[-1] in ("и", "еще", "даже"))


def _stated(before: list[Token], lead: str, closed: bool) -> bool:
    """Is the age set right behind a name: Bradley, aged 17 … Bradley, 17, … Kyle turned 16 … Вове 16, …?"""
    who = before[-1]
    if lead in TURNED:
        return any(_named(one) or contains([one], NAME, "role") for one in before[-2:-1])
    if lead in (",", "(") and who.script == "en":
        return _named(who) and closed and not any(one.script == "number" for one in before)
    if who.form in ("ему", "ей"):  # контролер Рита, ей 17, …
        return closed and any(_known(one) for one in before[:-1])
    if who.form in ONLY:
        return closed and any(one.has("datv") and _known(one) for one in before)
    if who.script != "ru":
        return False
    return closed and ((lead == "," and _known(who)) or (given_name(who) and who.has("datv")))


def _himself(said: tuple[Token, ...], n: int) -> bool:
    """Is "a fifteen-year-old" somebody: no noun follows, but what he does, or where?"""
    old = next((k for k in range(n, min(n + 6, len(said))) if said[k].form == "old"), None)
    if old is None or n == 0 or said[n - 1].form not in ("a", "an", "one", "our", "the", "another"):
        return False
    behind = said[old + 1 : old + 2]
    if not behind or behind[0].script == "mark":
        return True
    word = behind[0].form
    return contains(behind, NAME, "goes-on") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _known(token: Token) -> bool:
    return given_name(token) or contains([token], NAME, "role")


def _named(token: Token) -> bool:
    """A name of a person, or one that no list knows: a capital, and no day, no place of the plant."""
    bare = token.is_word and "Capi" in token.flags and "Caps" not in token.flags and len(token.text) > 2
    return given_name(token) or (
        bare and not contains([token], NAME, "calendar") and not contains([token], NAME, "body")
    )


def plural(token: Token) -> bool:
    """Is an English word one of many: trainees?"""
    return token.script == "en" and token.form.endswith("s") and token.form not in ("his", "hers")
