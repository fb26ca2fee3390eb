"""Parts of a unit in words: "half a tonne", «полчаса», "five hundredths of a millimetre", «год с половиной», 3/4 inch.

Only of what is measured: half of the fitters is a share (`promplan.measure.shares`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from promplan.measure.behind import unit_after
from promplan.measure.digits import Written
from promplan.measure.numerals import spelled
from promplan.measure.unit import Unit, clean_read


class Fraction(NamedTuple):
    """A number within whose words, up to `until`, no other number stands."""

    written: Written
    until: int


OF = r"\s+(?:of\s+)?(?:an?|one)\s+"
ALONE = tuple(
    (value, re.compile(rf"(?<!\w)(?:{words})(?=\s?\w)", re.IGNORECASE))
    for value, words in (
        (
            0.5,
            rf"half(?:{OF}|[ -]+(?=hour|mile|day|inch|year|shift))|половин\w{{1,2}}\s+(?!из)|"
            r"пол-?(?!\w*тор)(?=[^\W\d_]{3,})",
        ),
        (0.25, rf"(?:an?\s+)?quarter(?:{OF}|\s+(?=hour|mile))|четверт(?:ь|и|ью)\s+"),
        (0.75, rf"three[ -]quarters?{OF}|(?:три\s+четверти|тр[её]х\s+четвертей)\s+"),
        (1 / 3, rf"(?:an?\s+|one\s+)?third{OF}|трет(?:ь|и|ью)\s+"),
        (2 / 3, rf"two[ -]thirds{OF}|(?:две\s+трети|двух\s+третей)\s+"),
    )
)
DECIMAL = re.compile(
    r"(?:^|[ -])(?:(?P<tenth>tenths?|десят(?:ая|ую|ой|ых|ыми))|(?P<hundredth>hundredths?|сот(?:ая|ую|ой|ых|ыми))|"
    r"(?P<thousandth>thousandths?|тысячн(?:ая|ую|ой|ых|ыми)))(?:\s+дол\w{1,2})?(?:\s+of\s+(?:an?|one|the))?(?=\s)",
    re.IGNORECASE,
)
ONE = re.compile(r"(?<!\w)(?:an?|one|одн(?:а|у|ой))(?=[ -])", re.IGNORECASE)
WHOLE = re.compile(r"\s(?:цел(?:ая|ую|ой|ых)(?:\sи)?|and)\s$", re.IGNORECASE)
WORTH = {"tenth": 0.1, "hundredth": 0.01, "thousandth": 0.001}
COMMON = re.compile(
    r"(?<![\w/.,])(?:(?P<whole>\d{1,3})[ -])?(?P<above>[1-9]\d?)/(?P<below>2|3|4|5|8|16|32|64)(?=[ -]?[^\W\d_]|[\"″])"
)
WITH = re.compile(
    r"(?<!\w)(?:an?|one|one full)\s(?P<unit>[^\W\d_]+)\sand\s(?:a|one)\s(?P<half>half|quarter|third)(?!\w)"
    r"|(?<![\w-])(?P<ru>[^\W\d_]+)\sс\s(?P<part>половиной|четвертью|третью)(?!\w)",
    re.IGNORECASE,
)
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "половиной": 0.5, "четвертью": 0.25, "третью": 1 / 3}
ANY = re.compile(
    r"(?<!\w)(?:half|quarter|third|tenth|hundredth|thousandth|пол-?[^\W\d_]{3}|половин|четверт|трет[ьи]|"
    r"(?:десят|сот|тысячн)(?:ая|ую|ой|ых|ыми))",
    re.IGNORECASE,
)


def any_in(text: str) -> bool:
    """May there be a part at all?"""
    return ANY.search(text) is not None


def found(text: str) -> Iterator[Fraction]:
    """The parts of units in a cleaned text."""
    for hit in WITH.finditer(text):
        unit = _measured_whole(hit["unit"] or hit["ru"])
        if unit is not None:
            value = 1 + PARTS[(hit["half"] or hit["part"]).casefold()]
            yield Fraction(Written(hit.start(), hit.end(), value, 0.05, in_words=True, unit=unit), hit.end())
    for hit in COMMON.finditer(text):
        if _measured(text[hit.end() :]):
            value = int(hit["whole"] or 0) + int(hit["above"]) / int(hit["below"])
            yield Fraction(Written(hit.start(), hit.end(), value, value / 50), hit.end())
    if not any_in(text):
        return
    for value, words in ALONE:
        for hit in words.finditer(text):
            if _measured(text[hit.end() :]):
                yield Fraction(Written(hit.start(), hit.end(), value, value / 10, in_words=True), hit.end())
    for hit in DECIMAL.finditer(text):
        numeral = _before(text, hit.start()) or _single(hit)
        if numeral is not None and _measured(text[hit.end() :]):
            start, value = numeral
            worth, whole = WORTH[hit.lastgroup or "tenth"], 0.0
            if (above := WHOLE.search(text[:start])) and (before := _before(text, above.start())) is not None:
                start, whole = before
            yield Fraction(Written(start, hit.end(), whole + value * worth, worth, in_words=True), hit.end())


def _single(hit: re.Match[str]) -> tuple[int, float] | None:
    """«Сотая доля миллиметра»: one of them, without a numeral."""
    return (hit.start(), 1.0) if re.search("(?:ая|ую|ой)\\sдол", hit[0], re.IGNORECASE) else None


def _before(text: str, end: int) -> tuple[int, float] | None:
    """The numeral that ends here: where it begins, and how much it is."""
    for hit in reversed([*re.finditer(r"(?<![\w-])[^\W\d_]+", text[:end])]):
        if (read := spelled(text, hit.start())) is not None and read[1] == end:
            return hit.start(), read[0]
        if ONE.match(text, hit.start()) and hit.end() == end:
            return hit.start(), 1.0
        if end - hit.start() > 20:
            break
    return None


def _measured(tail: str) -> bool:
    """Does a unit follow, and no name of what is counted?"""
    unit, _ = unit_after(tail)
    return unit is not None and not unit.expression.startswith("piece") and not unit.guessed


def _measured_whole(word: str) -> Unit | None:
    unit = clean_read(word)
    return None if unit is None or unit.expression.startswith("piece") or unit.scaled else unit
