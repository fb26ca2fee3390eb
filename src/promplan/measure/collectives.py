"""Numbers told by a collective: "three score and ten", "a baker's dozen", "a couple of hundred", «пара сотен»."""

import re
from collections.abc import Iterator

from promplan.measure.digits import Written
from promplan.measure.numerals import cardinals, multiplier

TENS, TWO = 10.0, 2.0
SCORE, GROSS, BAKERS = 20.0, 144.0, 13.0
SIZES = {"score": SCORE, "gross": GROSS, "десят": TENS, "дюжин": 12.0, "сотен": 100.0}
WORDS = ("score", "gross", "десятк")  # where one stands, there may be a number
ROUGH = 0.6  # of the number: "a couple of hundred" may be 150 or 250
NUMBER = r"[^\W\d_]+|\d{1,3}"
BY = re.compile(
    rf"(?<![\w-])(?P<count>{NUMBER})\s(?P<of>score|gross|десятк\w+)(?:\s(?:and|с)\s(?P<more>[^\W\d_]+))?(?![\w-])",
    re.IGNORECASE,
)
BAKER = re.compile(r"(?<!\w)baker['’]s dozen(?!\w)", re.IGNORECASE)
AND_HALF = re.compile(r"(?<![\w-])(?:dozen|дюжина|дюжину|дюжины) (?:and a half|с половиной)(?!\w)", re.IGNORECASE)
COUPLE = re.compile(
    r"(?<!\w)(?:couple of|пар[аеуы])\s(?P<of>dozens?|scores?|hundreds?|thousands?|million|дюжин|десятков|сотен|тысяч|"
    r"миллионов)(?!\w)",
    re.IGNORECASE,
)


def found(text: str) -> Iterator[Written]:
    """The numbers of the text that are told so, from left to right of each kind."""
    for hit in BAKER.finditer(text):
        yield Written(hit.start(), hit.end(), BAKERS, 1.0, in_words=True)
    for hit in AND_HALF.finditer(text):
        yield Written(hit.start(), hit.end(), 18.0, 1.0, in_words=True)
    for hit in COUPLE.finditer(text):
        value = TWO * _size(hit["of"])
        yield Written(hit.start(), hit.end(), value, ROUGH * value, in_words=True)
    for hit in BY.finditer(text):
        if (count := _count(hit["count"])) is None:
            continue
        value, end = count * _size(hit["of"]), hit.end("of")
        if hit["more"] and (more := cardinals().get(hit["more"].casefold())) is not None and more < SCORE:
            value, end = value + more, hit.end()
        yield Written(hit.start(), end, value, 1.0 if hit["of"][0] in "sSgG" else TENS, in_words=True)


def _size(word: str) -> float:
    low = word.casefold()
    return next((size for begin, size in SIZES.items() if low.startswith(begin)), None) or multiplier(low) or TENS


def _count(word: str) -> float | None:
    """How many of them: three, 3, «пять»; "a score" is one."""
    if word.isdigit():
        return float(word)
    low = word.casefold().replace("ё", "е")
    return 1.0 if low == "a" else cardinals().get(low)
