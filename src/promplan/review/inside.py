"""What stays inside the plant, read in words: recipes and regimes, the guard, minors, illness, a home.

Each is read in its context: minutes and degrees together are a regime where a process runs, years are an age where a
person has them, «ускоритель» is an ingredient with its share and no pedal. What rests on reading words is a warning.
"""

import re
from functools import lru_cache

from promplan.review.people import given_name, titled
from promplan.review.regime import regime
from promplan.text.morphology import Token, tokens
from promplan.text.normal import normal
from promplan.text.patterns import contains, first

NAME = "inside"
AGES = {  # words for the ages below eighteen, as a Russian word begins with them
    "четырнадцатилетн": 14,
    "пятнадцатилетн": 15,
    "шестнадцатилетн": 16,
    "семнадцатилетн": 17,
    "тринадцатилетн": 13,
    "двенадцатилетн": 12,
}
WORDS = {
    "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
}  # fmt: skip
CHILD = range(5, 18)


def recipe(text: str) -> str:
    """A recipe's share or ingredient, or a process's regime; empty where there is none."""
    return first(text, NAME, "recipe") or _regime(text) or regime(text)


def guard(text: str) -> str:
    """How the plant is guarded; empty where nothing is said of it."""
    return first(text, NAME, "guard")


def illness(text: str) -> str:
    """What a text tells of a person's health; empty where it tells of nobody's."""
    found, said = first(text, NAME, "health"), tokens(text)
    if not found:
        return ""
    someone = contains(said, NAME, "someone") or contains(said, NAME, "role")
    return found if someone or any(given_name(one) or titled(said, n) for n, one in enumerate(said)) else ""


def home(text: str) -> str:
    """A home address, a passport, a date of birth; empty where there is none."""
    return first(text, NAME, "home")


@lru_cache(4096)
def _regime(text: str) -> str:
    said = tokens(text)
    degrees = _measure(said, "degrees") or _sign(text, r"\d+\s?°")
    if not degrees or not contains(said, NAME, "process"):
        return ""
    minutes = _measure(said, "minutes")
    if not minutes:
        return ""
    start, end = min(degrees[0], minutes[0]), max(degrees[1], minutes[1])
    between = [one for one in said if start <= one.start and one.end <= end]
    if contains(between, NAME, "someone") or contains(said, NAME, "harmless"):
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


@lru_cache(4096)
def minor(text: str) -> str:
    """A person below eighteen, as the text says it; empty where nobody is. Groups of pupils are nobody's data."""
    said = tokens(text)
    for n, token in enumerate(said):
        age, end = _age(said, n)
        if age not in CHILD:
            continue
        here = [one for one in said if one.sentence == token.sentence]
        if _of_a_person(said, n, end, here):
            return text[token.start : said[end - 1].end]
    return ""


def _age(said: tuple[Token, ...], n: int) -> tuple[int, int]:
    """The age that begins at a token, and where it ends; 0 for none."""
    token = said[n]
    if token.form.startswith(tuple(AGES)):
        return next(years for begin, years in AGES.items() if token.form.startswith(begin)), n + 1
    if token.script == "number" and token.text.isdigit() and len(token.text) == 2:
        age = int(token.text)
    elif token.is_word and (lemma := next((one for one in token.lemmas | {token.form} if one in WORDS), "")):
        age = WORDS[lemma]
    else:
        return 0, n
    return age, n + 1


def _of_a_person(said: tuple[Token, ...], n: int, end: int, here: list[Token]) -> bool:
    """Are these years the age of one person: 17-летний ученик, ученику 16 лет, trainee, 17, a boy of sixteen?"""
    token = said[n]
    behind = [one for one in said[end : end + 4] if one.text not in "-,()"]
    before = [one for one in said[max(0, n - 5) : n] if one.text not in "-,()\n" and one.sentence == token.sentence]
    if _stated(said, n, end, before):
        return True
    one_person = [one for one in here if contains([one], NAME, "someone") and not one.has("plur") and not _plural(one)]
    named = [one for one in here if given_name(one)]
    if not one_person and not named:
        return False
    who = set(map(id, one_person + named))
    if any(token.form.startswith(begin) for begin in AGES):
        return any(id(one) in who for one in behind)
    unit = behind[0].form if behind else ""
    if unit in ("летний", "летняя", "летнего", "летней", "летнему", "летнюю", "летним"):
        return any(id(one) in who for one in behind[1:])
    if unit in ("лет", "года", "год"):
        if contains(before + behind[1:3], NAME, "service"):
            return False
        if said[n - 1].text == "," and before and id(before[-1]) in who:
            return True
        near = [one for one in before[-3:] if id(one) in who]
        dative = any(one.has("datv") or one.has("nomn") for one in near)
        return bool(near) and dative
    if unit in ("year", "years", "yr", "yrs"):
        if contains(before + behind[1:3], NAME, "service"):
            return False
        if any(one.form == "old" for one in behind):
            return any(id(one) in who for one in here)
        return False
    beside = said[n - 1].text == "," and n >= 2 and (end >= len(said) or said[end].text in ",.;)")
    if beside or (n and said[n - 1].text == "("):
        return any(id(one) in who for one in before[-3:])
    if n and said[n - 1].form in (
        "aged",
        "be",
        "becomes",
        "became",
        "is",
        "was",
        "turned",
        "only",
        "just",
        "of",
        "age",
        "turns",
        "barely",
        "at",
    ):
        if said[n - 1].form == "of" and not any(id(one) in who for one in before[-3:]):
            return False
        return (
            said[n - 1].form == "aged"
            or end >= len(said)
            or said[end].script == "mark"
            or said[end].form in ("and", "but", "now", "when", "in", "next", "this", "today", "on", "soon", "last")
        ) and any(id(one) in who for one in before)
    return False


def _stated(said: tuple[Token, ...], n: int, end: int, before: list[Token]) -> bool:
    """Is the age set right behind a name: Bradley, aged 17 … Bradley, 17, … Kyle turned 16 … Вове 16, …?"""
    who = before[-1] if before else None
    if who is None:
        return False
    closed = end >= len(said) or said[end].script == "mark"
    if said[n - 1].form in ("aged", "turned", "turns") and len(before) > 1:
        return _named(before[-2]) or contains(before[-2:-1], NAME, "role")
    if said[n - 1].text in ",(" and who.script == "en":
        return _named(who) and closed and not any(one.script == "number" for one in before)
    if who.form in ("ему", "ей"):  # контролер Рита, ей 17, …
        return closed and any(given_name(one) or contains([one], NAME, "role") for one in before[:-1])
    if who.script != "ru":
        return False
    behind = said[end : end + 2]
    years = bool(behind) and behind[0].form in ("лет", "год", "года")
    person = given_name(who) or contains([who], NAME, "role")
    if said[n - 1].text == "," and person:
        return closed if not years else len(behind) == 1 or behind[1].script == "mark"
    return given_name(who) and who.has("datv") and closed


def _named(token: Token) -> bool:
    """A name of a person, or one that no list knows: a capital, and no day, no place of the plant."""
    bare = token.is_word and "Capi" in token.flags and "Caps" not in token.flags and len(token.text) > 2
    return given_name(token) or (
        bare and not contains([token], NAME, "calendar") and not contains([token], NAME, "body")
    )


def _plural(token: Token) -> bool:
    return token.script == "en" and token.form.endswith("s") and token.form not in ("his", "hers")
