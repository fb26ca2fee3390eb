"""A number and its unit in one Russian adjective: «пятитонный молот», «восьмичасовая смена», «полуторагодовой срок»."""

import re
from collections.abc import Iterator
from functools import cache

from promplan.measure.digits import Written
from promplan.measure.unit import Unit, read

SMALL: dict[str, float] = {
    **{"двух": 2, "тр[её]х": 3, "четыр[её]х": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9},
    **{"десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15},
    **{"шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19},
}
TENS: dict[str, float] = {
    **{"двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70},
    **{"восьмидесяти": 80, "девяноста": 90, "девяносто": 90},
}
HUNDREDS: dict[str, float] = {
    **{"сто": 100, "двухсот": 200, "тр[её]хсот": 300, "четыр[её]хсот": 400, "пятисот": 500, "шестисот": 600},
    **{"семисот": 700, "восьмисот": 800, "девятисот": 900, "тысяче": 1000},
}
PARTS: dict[str, float] = {"полу": 0.5, "полутора": 1.5}
STEMS = {
    **{"тонн": "т", "килограммов": "кг", "граммов": "г", "километров": "км", "миллиметров": "мм", "сантиметров": "см"},
    **{"метров": "м", "литров": "л", "часов": "ч", "минутн": "мин", "секундн": "с", "дневн": "дней", "суточн": "сут"},
    **{"недельн": "недель", "месячн": "месяцев", "летн": "лет", "годов": "лет", "годичн": "лет", "процентн": "%"},
    **{"градусн": "°C", "мегаваттн": "МВт", "киловаттн": "кВт", "ваттн": "Вт", "вольтов": "В", "сменн": "смен"},
}
ENDS = r"(?:[ыи]й|[ая]я|[ое]е|[ое]го|[ое]му|[ыи]м|[ое]м|[ое]й|[ую]ю|[ыи]е|[ыи]х|[ыи]ми)"


def found(text: str) -> Iterator[Written]:
    """The numbers that stand within adjectives, with their units."""
    for hit in _pattern().finditer(text):
        value = _value(hit)
        unit = _units()[hit["unit"].casefold()]
        if value:
            yield Written(hit.start(), hit.end(), value, 0.05 * value, in_words=True, unit=unit)


GROUPS: dict[str, dict[str, float]] = {"part": PARTS, "hundreds": HUNDREDS, "tens": TENS, "small": SMALL}


@cache
def _pattern() -> re.Pattern[str]:
    numeral = "".join(
        rf"(?P<{name}>{'|'.join(sorted(words, key=len, reverse=True))})?" for name, words in GROUPS.items()
    )
    return re.compile(rf"(?<![\w-]){numeral}(?P<unit>{'|'.join(STEMS)}){ENDS}(?!\w)", re.IGNORECASE)


@cache
def _units() -> dict[str, Unit | None]:
    return {stem: read(sign) for stem, sign in STEMS.items()}


def _value(hit: re.Match[str]) -> float:
    """The sum of what the adjective begins with; nothing where it begins with no numeral, «часовой»."""
    return sum(
        next(value for word, value in words.items() if re.fullmatch(word, hit[name], re.IGNORECASE))
        for name, words in GROUPS.items()
        if hit[name]
    )
