"""Shares in words: "every third", "one in eight", "seven out of ten", "just under half", «каждый пятый», «две трети».

Each is a part of one, with what its words leave open: "almost half" is 0.43 to 0.5.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from promplan.measure import fractions
from promplan.measure.clean import clean
from promplan.measure.hedges import room
from promplan.measure.numerals import cardinals, spelled

ORDINALS: dict[int, tuple[str, str]] = {  # "every third", «каждый третий»
    2: ("second|other", "втор"),
    3: ("third", "трет"),
    4: ("fourth", "четв[её]рт"),
    5: ("fifth", "пят"),
    6: ("sixth", "шест"),
    7: ("seventh", "седьм"),
    8: ("eighth", "восьм"),
    9: ("ninth", "девят"),
    10: ("tenth", "десят"),
    12: ("twelfth", "двенадцат"),
    15: ("fifteenth", "пятнадцат"),
    20: ("twentieth", "двадцат"),
    50: ("fiftieth", "пятидесят"),
    100: ("hundredth", "сот"),
}
NAMED = tuple(
    (value, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for value, words in (
        (1 / 2, r"half|halves|половин(?:а|ы|у|е|ой)"),
        (1 / 3, r"(?:a|one)[ -]third|треть|трети|третью|третья часть|третью часть"),
        (2 / 3, r"two[ -]thirds|две трети|двух третей|двумя третями"),
        (1 / 4, r"(?:a|one)[ -]quarter|четверть|четверти|четвертью|четв[её]ртая часть|четв[её]ртую часть"),
        (3 / 4, r"three[ -]quarters|три четверти|тр[её]х четвертей|тремя четвертями"),
        (1 / 5, r"(?:a|one)[ -]fifth|пятая часть|пятую часть|пятой част\w+"),
        (2 / 5, r"two[ -]fifths|две пятых|двух пятых"),
        (3 / 5, r"three[ -]fifths|три пятых|тр[её]х пятых"),
        (4 / 5, r"four[ -]fifths|четыре пятых|четыр[её]х пятых"),
        (1 / 6, r"(?:a|one)[ -]sixth|шестая часть|шестую часть"),
        (1 / 8, r"(?:an|one)[ -]eighth|восьмая часть|восьмую часть"),
        (1 / 10, r"(?:a|one)[ -]tenth|десятая часть|десятую часть|десятой част\w+"),
    )
)
NUMERAL = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[ ,]\d{3})+|\d+(?:[.,]\d+)?)(?!\w)|[^\W\d_]+")
ALONE = {
    **{"hundred": 100.0, "thousand": 1e3, "сотни": 100.0, "тысячи": 1e3, "тысяча": 1e3},
    **{"восьмеро": 8.0, "девятеро": 9.0, "десятеро": 10.0},
}
IN = re.compile(  # between a part and its whole
    r"\s(?:[^\W\d_]+\s){0,3}?(?:out\s)?(?:of|in|из|on)\s(?:(?:every|each|кажд\w+|the|our|their|an?)\s)?(?:an?\s)?",
    re.IGNORECASE,
)
OF = re.compile(  # before the whole, where its part stands behind it
    r"(?<!\w)(?:out\sof|of|из)\s(?:(?:every|each|кажд\w+|the|our)\s)?(?:[^\W\d_]+[’']s?\s)?$", re.IGNORECASE
)
YEAR = r"(?:1[89]|20)\d\d"
TURNED = re.compile(  # between a whole and its part; a clause about the whole ends in a comma
    rf"(?:(?:,?\s[^\W\d_]+){{0,4}}?,?|(?:,?\s(?:[^\W\d_]+|{YEAR})){{1,8}}?,)\s(?:only\s|just\s|лишь\s|только\s|-\s)?",
    re.IGNORECASE,
)
IN_YEAR = re.compile(
    rf"(?<!\w)(?:in|since|from|until|by|before|after|с|в|до|к|после)\s{YEAR}(?!\w|,\d| \d{{3}})", re.IGNORECASE
)
EXACT = 0.01  # 33 for a third, 13 for an eighth


class Share(NamedTuple):
    """A part of one, from `low` to `high`."""

    start: int
    end: int
    value: float
    low: float
    high: float


@lru_cache(4096)
def shares(text: str) -> tuple[Share, ...]:
    """The shares that a sentence tells in words, in their order."""
    text = clean(text)
    found = sorted(
        (*_ordinals(text), *_parts(text), *_named(text), *_of_whole(text)), key=lambda one: (one.start, -one.end)
    )
    return tuple(one for at, one in enumerate(found) if all(one.start >= before.end for before in found[:at]))


def _ordinals(text: str) -> Iterator[Share]:
    for hit in EVERY.finditer(text):
        word = (hit["english"] or hit["russian"]).casefold()
        value = next((one for one, words in _every() if words.fullmatch(word)), None)
        if value is not None:
            yield _share(text, hit.start(), hit.end(), 1 / value)


EVERY = re.compile(
    r"(?<!\w)(?:every (?P<english>[^\W\d_]+)(?= [^\W\d_])|кажд\w{2,3} (?P<russian>[^\W\d_]+))", re.IGNORECASE
)


@cache
def _every() -> tuple[tuple[float, re.Pattern[str]], ...]:
    ends = r"(?:ый|ий|ой|ая|ое|ье|ья|ого|его|ому|ему|ым|им|ом|ем|ую|ью)"
    return tuple(
        (value, re.compile(rf"(?:{english})|(?:{russian}){ends}")) for value, (english, russian) in ORDINALS.items()
    )


def _named(text: str) -> Iterator[Share]:
    if fractions.any_in(text) or FIFTH.search(text):
        taken = [(one.written.start, one.until) for one in fractions.found(text)]
        for value, words in NAMED:
            for hit in words.finditer(text):
                if not any(start <= hit.start() < end for start, end in taken) and not _of_a_number(text, hit):
                    yield _share(text, hit.start(), hit.end(), value)


def _of_a_number(text: str, hit: re.Match[str]) -> bool:
    """ "Half a dozen", «половина сотни», "a dozen and a half": a number, and no share of one."""
    return HALF_DOZEN.match(text, hit.end()) is not None or AND_HALF.search(text[: hit.start()]) is not None


HALF_DOZEN = re.compile(
    r"\s(?:an?\s)?(?:dozen|score|hundred|thousand|million|billion|дюжины|десятка|сотни|тысячи|миллиона|миллиарда)(?!\w)",
    re.IGNORECASE,
)
AND_HALF = re.compile(r"(?<!\w)(?:and an?|with an?|с)\s$", re.IGNORECASE)  # "a century and a half", «два с половиной»
FIFTH = re.compile(r"fifth|sixth|eighth|пят|шест|восьм|halves|четырех", re.IGNORECASE)


def _parts(text: str) -> Iterator[Share]:
    """ "Nine tenths", "3 sevenths"."""
    for hit in PARTED.finditer(text):
        count = float(hit["count"]) if hit["count"].isdigit() else cardinals().get(hit["count"].casefold(), 0.0)
        below = next((n for n, (english, _) in ORDINALS.items() if hit["below"].casefold() in english.split("|")), 0)
        if 1 < count < below:
            yield _share(text, hit.start(), hit.end(), count / below)


PARTED = re.compile(
    r"(?<![\w-])(?P<count>[^\W\d_]+|\d)[ -](?P<below>third|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s(?!\w)",
    re.IGNORECASE,
)


def _of_whole(text: str) -> Iterator[Share]:
    """ "Seven in ten", "96 litres of every 100 litres", «девять из десяти», «из каждых ста 96»."""
    years = [hit.end() for hit in IN_YEAR.finditer(text)]
    for one, other in pairwise(it for it in _numerals(text) if it.end not in years):
        between = text[one.end : other.start]
        if IN.fullmatch(between):
            part, whole, start = one.value, other.value, one.start
        elif (before := OF.search(text[: one.start])) and TURNED.fullmatch(between) and text[other.end :][:2] != " %":
            part, whole, start = other.value, one.value, before.start()
        else:
            continue
        if 0 < part <= whole:
            yield _share(text, start, other.end, part / whole)


class _Numeral(NamedTuple):
    start: int
    end: int
    value: float


def _numerals(text: str) -> list[_Numeral]:
    """The bare numbers of the text, in digits and words."""
    found: list[_Numeral] = []
    for hit in NUMERAL.finditer(text):
        if found and hit.start() < found[-1].end:
            continue
        word = hit[0].casefold().replace("ё", "е")
        if word[0].isdigit():
            plain = word.replace(" ", "")
            plain = plain.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", plain) else plain.replace(",", ".")
            found.append(_Numeral(hit.start(), hit.end(), float(plain)))
        elif word in ALONE:
            found.append(_Numeral(hit.start(), hit.end(), ALONE[word]))
        elif word in cardinals() and (read := spelled(text, hit.start())) is not None:
            found.append(_Numeral(hit.start(), read[1], read[0]))
    return found


def _share(text: str, start: int, end: int, value: float) -> Share:
    low, high, _ = room(text[:start], text[end:], value, 2 * EXACT)
    return Share(start, end, value, max(low, 0.0), min(high, 1.0))
