"""Are people under 18 meant? Read from words (ninth-graders, «школьники») and from ages written into a sentence."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from promplan.text.morphology import Token, tokens
from promplan.text.normal import normal
from promplan.text.patterns import contains, first

ADULT = 18
YOUNGEST, OLDEST = 3, 99

AGE = r"(?<![\d.,№/-])(\d{1,2})(?![\d.,]\d|\d)"
THEN = r"(\d{1,2})(?![\d.,]\d|\d)"
YEARS = r"[-\s]*(?:лет\b|года?\b|годам\b|годов\b|л\.|years?[-\s]olds?\b|year[-\s]olds?\b|years?\b|yrs?\b|y\.?o\.?\b)"
YOUNG = (
    r"pupils?|students?|boys?|girls?|youths?|teenagers?|teens?|youngsters?|kids?|apprentices?|trainees?|"
    r"(?:school )?leavers?|children|lads?"
    r"|lasses|sons?|daughters?|brothers?|sisters?|nephews?|nieces?|grand(?:son|daughter|child)s?|people|persons?|graduates?|somebody|someone|anyone|friends?"
)
TO = r"\s*(?:-|–|—|\.\.|to|and|or|till|until|до|или|и|по)\s*"
# each with the ends of its range: both, the lower one, the upper one
RANGE = re.compile(
    rf"(?:\b(?:aged?|ages|of|from|between|от|с|в возрасте|возраст\w*)\s+(?:от\s+|с\s+)?)?{AGE}{TO}{THEN}{YEARS}"
    rf"|\b(?:{YOUNG}) (?:of|aged|from) {AGE}{TO}{THEN}(?!\s*[%\d])"
    rf"|\b(?:aged?|ages|between(?: the ages of)?|возраст\w*(?: от)?|"
    rf"в возрасте(?: от)?)\s*:?\s*{AGE}{TO}{THEN}(?!\s*[%\d])",
    re.IGNORECASE,
)
BELOW = re.compile(
    rf"\b(?:under|below|younger than|not older than|up to|no older than|over no|до|младше|моложе|"
    rf"не старше)\s+(?:the age of\s+)?{AGE}"
    rf"(?:{YEARS}|(?=\s*(?:$|[.,;!?)])))",
    re.IGNORECASE,
)
ABOVE = re.compile(
    rf"\b(?:over|above|from|older than|not younger than|no younger than|от|старше|не моложе|не младше|"
    rf"с)\s+(?:the age of\s+)?{AGE}{YEARS}"
    rf"|(?<![\d.,№/-])(\d{{1,2}})\s?\+(?!\s?\d)",
    re.IGNORECASE,
)
ONE = re.compile(
    rf"(?<!\w){AGE}[-\s](?:years?[-\s]olds?\b|летн\w+)|\b(?:aged|of age|в возрасте)\s+{AGE}\b"
    rf"|\b(?:{YOUNG}) (?:of|aged) {AGE}(?!\s*(?:schools?|towns?|grades?|th\b|[%\w]))"
    rf"|(?<![\d.,№/-])(\d{{1,2}}){YEARS}(?=\s*(?:$|[.,;!?)]))",
    re.IGNORECASE,
)
# years of a machine, of work, of a plan: no people's age
THINGS = re.compile(
    r"experience|service|seniority|warrant|guarant|history|\bago\b|\bper\b|\blast(?:ed|s)?\b|\bfor\s+$|\bin\s+$|"
    r"with(?:in)?\b[^,(]*$|\bwhose\b"
    r"|опыт|стаж|срок|служ|работа|назад|через|за\s+(?:последн|$)|в течение|гарант|не менее|не меньше|более|"
    r"больше|последни|к котор|которым|отработ|прожи|эксплуат|возрастом\s+котл"
    r"|\bс\s+(?:\w+\s+)?детьми\s*$|boiler|machine|press\b|presses|wagon|house|building|car\b|plant\b|котл|станк|"
    r"пресс\b|вагон|завод|здани|дом[а-я]{0,3}\b|оборудован",
    re.IGNORECASE,
)
SOMEBODY = re.compile(  # right before them: then the years are that person's, whatever stands further before
    r"(?:сын\w{0,3}|доч\w{1,5}|внук\w{0,2}|внучк\w{1,2}|брат\w{0,2}|сестр\w{1,3}|реб[её]нк\w{1,2}|парн\w{1,2}|"
    r"девушк\w{1,2}|школьник\w{0,2}|ученик\w{0,2}|подростк\w{1,2}|son|daughter|brother|sister|nephew|niece|boy|girl)"
    r"\s*$",
    re.IGNORECASE,
)

# ages in words: sixteen-year-olds, at sixteen, «шестнадцатилетние»
IN_WORDS = re.compile(
    r"\b(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?:(?:[-\s]years?)?[-\s]olds?\b|\s+years\b|\s*\?)"
    r"|(?:^|(?<=[.!?\n]\s))(?:thirteen|fourteen|fifteen|sixteen|seventeen)\s+(?:and|but|or|already|now)\b[^.!?]{0,30}\?"
    r"|\b(?:at|aged?|from|turned|of)\s+(?:the age of\s+)?(?:thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)\b(?!\s+(?:people|\w+s\b))"
    r"|\b(?:тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати)летн\w+"
    r"|\b(?:в|с|от|уже|тебе|вам)\s+(?:четырнадцат[ьи]|пятнадцат[ьи]|шестнадцат[ьи]|"
    r"семнадцат[ьи])(?:\s+лет)?\b(?!\s+\w+(?:ов|ек|ий|ей)\b)",
    re.IGNORECASE,
)


AND = frozenset({"and", "or", "plus", "&", "и", "или", "либо"})
WITH = frozenset({"с", "со", "with"})  # others may be meant as well
BEHIND = frozenset(  # from here on it is told which of them
    {"of", "at", "in", "on", "from", "by", "for", "to", "near", "who", "whose", "whom", "that", "which", "within"}
)


class Ages(NamedTuple):
    """Ages that a text names: the lower and the upper end, as far as said, and the words."""

    low: int | None
    high: int | None
    words: str


@lru_cache(2048)
def ages(text: str) -> tuple[Ages, ...]:
    """The people's ages in a text, in their order; years of experience, of a machine or of a plan are none."""
    read = normal(text)
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Ages]] = []
    for pattern in (RANGE, BELOW, ABOVE, ONE):
        for hit in pattern.finditer(read.text):
            if any(hit.start() < end and start < hit.end() for start, end in taken):
                continue
            taken.append(hit.span())
            numbers = [int(one) for one in hit.groups() if one]
            if not all(YOUNGEST <= one <= OLDEST for one in numbers) or _of_a_thing(read.text, hit):
                continue
            low = None if pattern is BELOW else min(numbers)
            high = None if pattern is ABOVE else max(numbers)
            start, end = read.back(*hit.span())
            found.append((start, Ages(low, high, text[start:end].strip())))
    return tuple(one for _, one in sorted(found))


def _of_a_thing(text: str, hit: re.Match[str]) -> bool:
    before = re.split(r"[.!?;]", text[: hit.start()])[-1][-24:]
    after = re.split(r"[.!?;,)]", text[hit.end() :])[0][:16]
    return bool((THINGS.search(before) and not SOMEBODY.search(before)) or THINGS.search(after))


@lru_cache(4096)
def minors(text: str) -> str:
    """The words by which some people of a text are under 18; empty where none are."""
    for one in ages(text):
        youngest = one.low if one.low is not None else one.high
        below = ADULT if one.low is not None else ADULT + 1  # under 18 says that nobody is
        if youngest is not None and youngest < below:
            return one.words
    if hit := IN_WORDS.search(normal(text).text):
        return hit[0]
    return first(text, "minors", "minors")


def adults(text: str) -> str:
    """The words by which everybody in a text is 18 or older, and no word for minors: ages, or what they are."""
    if minors(text):
        return ""
    if named := ages(text):
        return named[0].words if all(one.low is not None and one.low >= ADULT for one in named) else ""
    return _by_trade(text)


def _by_trade(text: str) -> str:
    """The word for what they are, where all whom the text names are such: drivers, «учителя химии»."""
    said = tokens(text)
    if any(one.form in WITH for one in said):
        return ""
    cuts = [-1, *(n for n, one in enumerate(said) if one.form in AND), len(said)]
    heads = [_head(said[start + 1 : end]) for start, end in pairwise(cuts)]
    grown = [one for one in heads if one and contains([one], "minors", "adults")]
    return text[grown[0].start : grown[0].end] if grown and len(grown) == len(heads) else ""


def _head(said: Sequence[Token]) -> Token | None:
    """The word that the others depend on: in English the last before a preposition, in Russian the first noun."""
    if said and said[0].script == "ru":
        named = [one for one in said if one.has("NOUN", "nomn")]
        return next((one for one in named if not one.has("ADJF", "nomn")), None)
    end = next((n for n, one in enumerate(said) if one.script == "mark" or one.form in BEHIND), len(said))
    return said[end - 1] if end else None
