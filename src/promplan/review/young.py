"""Are people under 18 meant? Read from words (ninth-graders, «школьники») and from ages written into a sentence."""

import re
from functools import lru_cache
from typing import NamedTuple

from promplan.text.normal import normal
from promplan.text.patterns import first

ADULT = 18
YOUNGEST, OLDEST = 3, 99

AGE = r"(?<![\d.,№/-])(\d{1,2})(?![\d.,]\d|\d)"
THEN = r"(\d{1,2})(?![\d.,]\d|\d)"
YEARS = r"[-\s]*(?:лет\b|года?\b|годам\b|годов\b|л\.|years?[-\s]olds?\b|year[-\s]olds?\b|years?\b|yrs?\b|y\.?o\.?\b)"
YOUNG = (
    r"pupils?|students?|boys?|girls?|youths?|teenagers?|teens?|youngsters?|kids?|apprentices?|trainees?|"
    r"(?:school )?leavers?|children|lads?"
    r"|lasses|people|persons?|graduates?|somebody|someone|anyone|friends?"
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

# ages in words: sixteen-year-olds, at sixteen, «шестнадцатилетние»
IN_WORDS = re.compile(
    r"\b(?:thirteen|fourteen|fifteen|sixteen|seventeen)(?:(?:[-\s]years?)?[-\s]olds?\b|\s+years\b|\s*\?)"
    r"|(?:^|(?<=[.!?\n]\s))(?:thirteen|fourteen|fifteen|sixteen|seventeen)\s+(?:and|but|or|already|now)\b[^.!?]{0,30}\?"
    r"|\b(?:at|aged?|from|turned|of)\s+(?:the age of\s+)?(?:thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)\b(?!\s+(?:people|\w+s\b))"
    r"|\b(?:тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати)летн\w+"
    r"|\b(?:в|с|от|уже|тебе|вам)\s+(?:четырнадцат[ьи]|пятнадцат[ьи]|шестнадцат[ьи]|"
    r"семнадцат[ьи])(?:\s+лет)?\b(?!\s+\w+(?:ов|ек|ий|ей)\b)",
    re.IGNORECASE,
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
    return bool(THINGS.search(before) or THINGS.search(after) or THINGS.search(hit[0]))


def minors(text: str) -> str:
    """The words by which some people of a text are under 18; empty where none are."""
    for one in ages(text):
        youngest = one.low if one.low is not None else one.high
        if youngest is not None and (
            youngest < ADULT or (one.low is None and one.high is not None and one.high <= ADULT)
        ):
            return one.words
    if hit := IN_WORDS.search(normal(text).text):
        return hit[0]
    return first(text, "minors", "minors")


def adults(text: str) -> str:
    """The words by which everybody in a text is 18 or older: ages that begin there, and no word for minors."""
    named = ages(text)
    if not named or minors(text) or not all(one.low is not None and one.low >= ADULT for one in named):
        return ""
    return named[0].words
