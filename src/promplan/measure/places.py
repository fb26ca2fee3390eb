"""Which one in a row, and which year, told in several words: "the twenty-third press", «тысяча девятьсот сорок первый».

They are no amounts. A single ordinal never looks like one; these begin with a numeral that does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from promplan.measure.numerals import EN, cardinals, joins

EN_PLACES: dict[str, float] = {
    **dict(
        zip(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
            range(1, 11),
            strict=True,
        )
    ),
    **dict(
        zip(["eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"], range(11, 17), strict=True)
    ),
    **{"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40},
    **{"fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90},
    **{"hundredth": 100, "thousandth": 1000, "millionth": 1e6},
}
RU_PLACES: dict[str, float] = {
    **{"перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9},
    **{"десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15},
    **{"шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30},
    **{"сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90},
    **{"сот": 100, "двухсот": 200, "трехсот": 300, "четырехсот": 400, "пятисот": 500, "шестисот": 600},
    **{"семисот": 700, "восьмисот": 800, "девятисот": 900, "тысячн": 1000, "миллионн": 1e6},
}
ONE = r"(?:[ыио]й|[ая]я|[ое]е|ья|ье|ь?[ое]го|ь?[ое]му|[ыи]м|ьим|ь?[ое]м|ь?ей|[ую]ю|ью)"  # of one thing
MANY = r"(?:ые|ие|ьи|[ыи]х|ьих|[ыи]ми|ьими|[ыи]м|ьим)"  # «сорок первых мест» counts; only years may be many
PLACE = re.compile(
    rf"(?<!\w)(?:(?P<en>{'|'.join(EN_PLACES)})|(?P<ru>{'|'.join(sorted(RU_PLACES, key=len, reverse=True))})"
    rf"(?:(?P<one>{ONE})|(?P<many>{MANY})))(?![\w-])",
    re.IGNORECASE,
)
BEHIND = re.compile(r"(?<![^\W_])(?P<word>[^\W\d_]+)[ -]$")
BIG = {"тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "миллион": 1e6, "thousand": 1e3, "hundred": 1e2, "million": 1e6}
YEAR_WORD = re.compile(r"\s?(?:год\w{0,4}|гг?\.|г\.)(?!\w)|\s(?:years?|century)(?!\w)", re.IGNORECASE)
SECOND = re.compile(r"\s(?:of|january|february|march|april|may|june|july|august|september|october|november|december|"
                    r"anniversary|birthday|century|floor)(?!\w)", re.IGNORECASE)  # fmt: skip
FIRST, LAST = 1700, 2199  # years that a text of a plant speaks of
TENS = {word: n for n, word in EN.items() if 20 <= n <= 90}
ONES = {word: n for n, word in EN.items() if 1 <= n <= 9}
TEENS = {word: n for n, word in EN.items() if 10 <= n <= 19}
CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
DECADES = {f"{word[:-1]}ies": n for word, n in TENS.items()} | {"tens": 10, "hundreds": 0, "noughties": 0}
PARTS = "|".join
LONGEST = 20  # letters of a numeral
YEAR = re.compile(
    rf"(?<![\w-])(?P<century>{PARTS(CENTURIES)})[ -](?:(?:oh|o|nought)[ -](?P<oh>{PARTS(ONES)})"
    rf"|(?P<teen>{PARTS(TEENS)})|(?P<decade>{PARTS(DECADES)})"
    rf"|(?P<tens>{PARTS(TENS)})(?:[ -](?P<ones>{PARTS(ONES)}))?)(?![\w]|-[^\W\d_])",
    re.IGNORECASE,
)
THOUSANDS = re.compile(
    rf"(?<=[\w,] )two thousand(?: and)? (?:(?P<small>{PARTS({**TEENS, **ONES})})|(?P<tens>{PARTS(TENS)})"
    rf"(?:[ -](?P<ones>{PARTS(ONES)}))?)(?![\w-])",
    re.IGNORECASE,
)
IN = re.compile(
    r"(?<!\w)(?:in|since|until|till|by|from|year|of|after|before|spring|summer|autumn|winter) $", re.IGNORECASE
)
BEHIND_YEAR = re.compile(
    r"(?:\s*$|[,.;:!?)]|\s(?:the|we|it|they|he|she|our|its|a|and|was|when|to|this|there)(?!\w))", re.I
)


@dataclass(frozen=True)
class Place:
    """A place in a row, or a year of the calendar: from where to where it is written."""

    start: int
    end: int
    value: float
    year: bool = False


@lru_cache(4096)
def places(text: str) -> tuple[Place, ...]:
    """Ordinals of several words and years in words of a cleaned text, in their order."""
    plain = text.replace("ё", "е").replace("Ё", "Е")
    if not _any().search(plain):
        return ()
    found = [one for hit in PLACE.finditer(plain) if (one := _place(plain, hit)) is not None]
    found += [one for hit in YEAR.finditer(plain) if (one := _year(plain, hit)) is not None]
    found += [_thousands(hit) for hit in THOUSANDS.finditer(plain) if _alone(plain, hit)]
    return tuple(sorted(found, key=lambda one: one.start))


@cache
def _any() -> re.Pattern[str]:
    """What at least must stand there."""
    return re.compile(rf"{PLACE.pattern}|{YEAR.pattern.replace('?P<', '?P<y_')}|two thousand", re.IGNORECASE)


def _place(text: str, hit: re.Match[str]) -> Place | None:
    """An ordinal with the numerals before it that belong to it."""
    ru = hit["ru"]
    value = RU_PLACES[ru.casefold()] if ru else EN_PLACES[hit["en"].casefold()]
    for start, words in _before(text, hit.start()):
        whole = _whole(words, value)
        if whole is None:
            continue
        year = YEAR_WORD.match(text, hit.end())
        if hit["many"] and not hit["one"] and year is None:
            return None  # «двадцать первых мест»
        if not ru and value == 2 and text[hit.start() - 1] == "-" and SECOND.match(text, hit.end()) is None:
            return None  # "a twenty-second clip"
        return Place(start, hit.end(), whole, FIRST <= whole <= LAST and (year is not None or bool(ru)))
    # «миллионное кольцо» alone: the last of so many, and not so many
    return Place(hit.start(), hit.end(), value) if ru and value >= 1000 and not hit["many"] else None


def _before(text: str, end: int) -> Iterator[tuple[int, list[str]]]:
    """The numerals before an ordinal, all of them first, then without the first, and so on."""
    words: list[tuple[int, str]] = []
    at = end
    while (hit := BEHIND.search(text[max(0, at - LONGEST) : at])) is not None:
        word = hit["word"].casefold()
        if word not in cardinals() and word not in BIG and word != "and":
            break
        at -= len(hit["word"]) + 1
        words.insert(0, (at, word))
    for n, (start, word) in enumerate(words):
        if word != "and":
            yield start, [it for _, it in words[n:]]


def _whole(words: list[str], last: float) -> float | None:
    """The number that numerals and an ordinal make; None where they are two: "one third", «двадцать сороковой»."""
    total = part = 0.0
    for word in words:
        if word == "and":
            if not total and part < 100:
                return None
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in BIG:
            total, part = total + (part or 1) * BIG[word], 0.0
        elif part and not joins(part, cardinals()[word]):
            return None
        else:
            part += cardinals()[word]
    if last >= 100 and part > 1 and not joins(part, last):
        return total + part * last if part < last else None  # "twenty-one thousandth"
    return None if part and not joins(part, last) else total + part + last


def _year(text: str, hit: re.Match[str]) -> Place | None:
    """An English year in two halves; a number of people may be told so as well, and then it has them behind it."""
    if hit["decade"] is not None:
        rest = DECADES[hit["decade"].casefold()]
    elif hit["oh"] is not None:
        rest = int(ONES[hit["oh"].casefold()])
    elif hit["teen"] is not None:
        rest = int(TEENS[hit["teen"].casefold()])
    else:
        rest = int(TENS[hit["tens"].casefold()] + (ONES[hit["ones"].casefold()] if hit["ones"] else 0))
    if not (hit["decade"] or IN.search(text[: hit.start()]) or BEHIND_YEAR.match(text, hit.end())):
        return None
    return Place(hit.start(), hit.end(), 100.0 * CENTURIES[hit["century"].casefold()] + rest, True)


def _alone(text: str, hit: re.Match[str]) -> bool:
    """A year, "in two thousand and twelve we began", and no amount."""
    return IN.search(text[: hit.start()]) is not None and BEHIND_YEAR.match(text, hit.end()) is not None


def _thousands(hit: re.Match[str]) -> Place:
    rest = cardinals()[(hit["small"] or hit["tens"]).casefold()]
    return Place(
        hit.start(), hit.end(), 2000.0 + rest + (cardinals()[hit["ones"].casefold()] if hit["ones"] else 0), True
    )
