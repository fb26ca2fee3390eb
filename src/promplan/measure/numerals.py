"""Numbers in words, in both languages: «семисот», "two and a half", «полторы тысячи», "twenty-five"."""

import re
from functools import cache

from promplan.measure.spelling import spellings, stem

EN: dict[float, str] = {
    **dict(enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))),
    **dict(enumerate(("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"), 11)),
    **{18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"},
    **{60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"},
}

# every form of a Russian numeral: nominative, genitive, dative, instrumental, prepositional, collective
RU: dict[float, str] = {
    0: "ноль нуля нулю нулём нуле",
    1: "один одна одно одну одного одной одному одним одном",
    1.5: "полтора полторы полутора",
    2: "два две двух двум двумя двое двоих",
    3: "три трёх трём тремя трое троих",
    4: "четыре четырёх четырём четырьмя четверо четверых",
    5: "пять пяти пятью пятеро",
    6: "шесть шести шестью шестеро",
    7: "семь семи семью семеро",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати одиннадцатью",
    12: "двенадцать двенадцати двенадцатью",
    13: "тринадцать тринадцати тринадцатью",
    14: "четырнадцать четырнадцати четырнадцатью",
    15: "пятнадцать пятнадцати пятнадцатью",
    16: "шестнадцать шестнадцати шестнадцатью",
    17: "семнадцать семнадцати семнадцатью",
    18: "восемнадцать восемнадцати восемнадцатью",
    19: "девятнадцать девятнадцати девятнадцатью",
    20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восемьюдесятью",
    90: "девяносто девяноста",
    100: "сто ста",
    150: "полтораста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трёхсот трёмстам тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четырьмястами четырёхстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}


@cache
def cardinals() -> dict[str, float]:
    """Every numeral of one word, without ё."""
    known = {word: float(n) for n, word in EN.items()}
    known |= {form.replace("ё", "е"): float(n) for n, forms in RU.items() for form in forms.split()}
    return known | {
        "полсотни": 50.0,
        "полтысячи": 500.0,
        "полмиллиона": 5e5,
        "полмиллиарда": 5e8,
        "пара": 2.0,
        "пару": 2.0,
    }


WORD = re.compile(r"[^\W\d_]+")
HALF = re.compile(r"(?:\s+(?:and a half|с половиной))\b", re.IGNORECASE)


def multiplier(word: str) -> float | None:
    """What a word multiplies by: «тыс», "million", «сотен»."""
    low = word.casefold()
    return spellings().multipliers.get(stem(word)) if low not in ("mn", "м") else None


def spelled(text: str, start: int) -> tuple[float, int] | None:
    """The number in words that begins at `start`, and where it ends; None where no word there is a numeral."""
    total, part, end, at, begun = 0.0, 0.0, start, start, False
    while (hit := WORD.match(text, at)) is not None:
        word = hit[0].casefold().replace("ё", "е")
        value, by = cardinals().get(word), multiplier(word)
        if value is not None:
            if begun and part and not joins(part, value):
                break
            part += value
        elif by == 100 and word == "hundred" and (begun or text[max(0, start - 2) : start].casefold() == "a "):
            part = (part or 1) * 100
        elif by is not None and begun and by != 100:
            total, part = total + (part or 1) * by, 0.0
        elif not begun or word != "and":
            break
        if word != "and":
            begun, end = True, hit.end()
        gap = re.compile(r"[ -]").match(text, hit.end())
        if gap is None:
            break
        at = gap.end()
    if not begun:
        return None
    if (half := HALF.match(text, end)) is not None:
        part, end = part + 0.5, half.end()
    return total + part, end


def joins(before: float, after: float) -> bool:
    """Does a numeral continue the one before: twenty-five, «двести сорок»? Two numbers in a row are two."""
    size = 100 if before % 100 == 0 else 10 if before % 10 == 0 and before % 100 >= 20 else 1
    return after < size
