"""Times that a sentence tells in one word: "a decade", "every fortnight", once a quarter, «раз в полугодие»."""

import re
from collections.abc import Iterator
from functools import cache

from promplan.measure.clean import clean
from promplan.measure.said import Said
from promplan.measure.unit import Unit, read

SPANS = (  # alone they are so long
    (14.0, "day", r"fortnight(?:['’]s|s)?"),
    (10.0, "year", r"(?:a|one|full|whole|every|per|each|a full|a whole) decade|десятилетие"),
    (100.0, "year", r"(?:a|one|full|whole|every|per|each) century|столетие|(?:целый|полный) век"),
)
OFTEN = (  # how far apart is what comes so often
    (1.0, "day", r"daily|once (?:a|per|every) day|every day|ежедневно|раз в (?:день|сутки)|каждый день"),
    (1.0, "week", r"weekly|once (?:a|per|every) week|every week|еженедельно|раз в неделю|каждую неделю"),
    (14.0, "day", r"(?:once (?:a|per|every)|every|each) fortnight|fortnightly|every (?:other|second) week"),
    (1.0, "month", r"monthly|once (?:a|per|every) month|every month|ежемесячно|раз в месяц|каждый месяц"),
    (3.0, "month", r"quarterly|(?:once (?:a|per|every)|every|each) quarter|ежеквартально|раз в квартал|каждый квартал"),
    (6.0, "month", r"half-yearly|twice a year|раз в полгода|раз в полугодие|каждые полгода"),
    (1.0, "year", r"yearly|annually|once (?:a|per|every) year|every year|ежегодно|раз в год|каждый год"),
)
APART = re.compile(  # what the number measures, where it is a time between two
    r"interval|how often|frequency|(?:time|days|weeks|months|hours) between|period|every how|промежут|период|интервал|"
    r"как часто|срок",
    re.IGNORECASE,
)
HALF_MORE = re.compile(r" and a half(?!\w)", re.IGNORECASE)
PART_OF = re.compile(r"(?:half|quarter|third|part|end|turn|beginning|middle|over|past) (?:of )?$", re.IGNORECASE)


def spans(text: str) -> tuple[Said, ...]:
    """Each time that is told in one word: a decade is ten years."""
    return tuple(_found(clean(text), SPANS))


def intervals(text: str, about: str) -> tuple[Said, ...]:
    """How far apart is what comes daily, once a quarter, every fortnight: where the value tells such a time."""
    return tuple(_found(clean(text), OFTEN)) if APART.search(about) else ()


def _found(text: str, rows: tuple[tuple[float, str, str], ...]) -> Iterator[Said]:
    for value, unit, words in _patterns(rows):
        for hit in words.finditer(text):
            if PART_OF.search(text[: hit.start()]):
                continue
            half = HALF_MORE.match(text, hit.end())
            much = 1.5 * value if half else value
            yield Said(hit.start(), half.end() if half else hit.end(), much, 0.9 * much, 1.1 * much, unit)


@cache
def _patterns(rows: tuple[tuple[float, str, str], ...]) -> list[tuple[float, Unit | None, re.Pattern[str]]]:
    return [
        (value, read(unit), re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
        for value, unit, words in rows
    ]
