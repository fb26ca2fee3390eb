"""Numbers as they are written, in digits and in words: where, how much, and what the last digit is worth."""

import re
from typing import NamedTuple

from promplan.measure.numerals import cardinals, multiplier, spelled
from promplan.measure.unit import Unit

DIGITS = re.compile(
    r"(?<![\w№.,])[-+]?(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)",
)

TIMES = {"twice": 2.0, "thrice": 3.0, "дважды": 2.0, "трижды": 3.0, "четырежды": 4.0}  # a month, not as many
OFTEN = re.compile(r"\s(?:an?|per|each|every|в|за|кажд\w{2})\s", re.IGNORECASE)
HALF_A = re.compile(r"half a $", re.IGNORECASE)


class Written(NamedTuple):
    """A number as it stands in a text: where, how much, the last digit's worth, and what else its digits may mean."""

    start: int
    end: int
    value: float
    step: float
    others: tuple[float, ...] = ()
    in_words: bool = False
    unit: Unit | None = None  # where it is within the number: "a year and a half"


def written_numbers(text: str, comma: bool) -> list[Written]:
    """Numbers in digits and in words, in their order; `comma` where a comma parts decimals."""
    found = [_in_digits(text, hit, comma) for hit in DIGITS.finditer(text)]
    end = 0
    for word in re.finditer(r"[^\W\d_]+", text):
        if word.start() < end or (one := _in_words(text, word)) is None:
            continue
        found.append(one)
        end = one.end
    return sorted(found, key=lambda one: one.start)


def _in_digits(text: str, hit: re.Match[str], comma: bool) -> Written:
    digits = hit[0]
    if digits[0] in "-+" and hit.start() and not text[hit.start() - 1].isspace():
        digits = digits[1:]  # a dash, no sign
    return Written(hit.end() - len(digits), hit.end(), *_digits(digits, comma))


def _in_words(text: str, word: re.Match[str]) -> Written | None:
    """The number in words that begins with this word, or a multiplier that stands for itself, «тысяча»."""
    low = word[0].casefold().replace("ё", "е")
    before = text[: word.start()]
    if low in TIMES and OFTEN.match(text, word.end()):
        return Written(word.start(), word.end(), TIMES[low], 1.0, in_words=True)
    if low in cardinals():
        read = spelled(text, word.start())
        value, end = read if read is not None else (0.0, word.end())
    else:
        by = multiplier(low)
        if by is None or len(low) <= 4 or re.search(r"[\d.,][\s-]?$", before):
            return None
        value, end = by * (0.5 if HALF_A.search(before) else 1), word.end()
        if by >= 1000 and (rest := spelled(text, word.end() + 1)) is not None and rest[0] < by:
            value, end = value + rest[0], rest[1]  # «тысяча двести», "a thousand two hundred"
    if value in (0, 1):  # "one of", «один из»: a pronoun more often than a number
        return None
    return Written(word.start(), end, value, worth(value), in_words=True)


def _digits(text: str, comma: bool) -> tuple[float, float, tuple[float, ...]]:
    """The value of digits, the worth of the last one, and what else they may mean."""
    sign = -1.0 if text[0] == "-" else 1.0
    text = text.lstrip("+-")
    others: list[float] = []
    plain = text.replace(" ", "")
    if " " in text:  # two numbers side by side look the same
        head, *rest = re.split(" ", text)
        if not any(one.startswith("0") for one in rest):
            others += [float(head), float(rest[-1].replace(",", "."))]
    if "," in plain and (re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain) and not plain.startswith("0")):
        if comma and plain.count(",") == 1 and "." not in plain:
            plain = plain.replace(",", ".")
        else:
            plain = plain.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain):
        others.append(float(plain.replace(".", "")))
    plain = plain.replace(",", ".")
    value = float(plain)
    step = 10.0 ** -len(plain.partition(".")[2]) if "." in plain else worth(value)
    return sign * value, step, tuple(others)


def worth(value: float) -> float:
    """The worth of the last digit that counts: of 2,000 the hundreds, of 2,140 the tens; two figures at least."""
    if value != int(value):
        return 0.1  # «полтора», "two and a half"
    step = 1.0
    while value and value % (step * 10) == 0 and step * 100 <= value:
        step *= 10
    return step
