"""A text as a voice says it, numbers, units and abbreviations in words: by these a script's seconds are counted."""

import re
from functools import cache, lru_cache
from typing import Any

from promplan import assets, toml
from promplan.measure import number_words

NUMBER = re.compile(
    r"(?P<before>[$€£₽]\s?)?(?P<minus>(?<![\w.,])[-−–](?=\d))?"
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?![\d,])|\d+)"
    r"(?:(?P<point>[.,])(?P<part>\d+)(?![.,]?\d))?"
    r"(?P<ending>-?(?:st|nd|rd|th)\b|-(?:й|я|е|го|му|м|х|ю|ой|ая|ый|ых|ом|ей|ти|и)\b)?"
)
RANGE = re.compile(r"(?<=\d)\s?[–—-]\s?(?=\d)")
CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")
YEAR = re.compile(r"(?:1[1-9]|20)\d\d")
ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[A-Za-zрф]{2,}(?:/[\w/.-]*)?", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
CLOSED, OPENED = re.compile(r" (?=[,.;:!?…)»”])"), re.compile(r"(?<=[(«“]) ")  # no blank there
VOWEL = re.compile("[аеёиоуыэюяaeiouy]", re.IGNORECASE)


@cache
def told() -> dict[str, Any]:
    """What `assets/speech.toml` holds."""
    return toml.read(assets.folder() / "speech.toml")


@lru_cache(1024)
def spoken(text: str, language: str) -> str:
    """The text with all that is written in digits and signs as words; “12 °C” is “twelve degrees Celsius”."""
    text = _short(language).sub(lambda hit: f" {told()['short'][language][hit[0]]} ", text)
    text = ADDRESS.sub(lambda hit: _address(hit[0], language), text)
    text = CLOCK.sub(r"\1 \2", text)
    text = RANGE.sub(" to " if language == "en" else " — ", text)
    parts, at = [], 0
    for hit in NUMBER.finditer(text):
        if hit.start() < at:
            continue
        unit = _sign(language).match(text, hit.end())
        parts += [text[at : hit.start()], f" {_number(hit, language)} "]
        at = unit.end() if unit else hit.end()
        signs = told()["sign"][language]
        before = (hit["before"] or "").strip()
        parts += [f"{signs[unit['sign']]} "] if unit else []
        parts += [f"{signs[before]} "] if before in signs else []
    said = re.sub(r"[ \t\u00a0\u202f]+", " ", "".join([*parts, text[at:]])).strip()
    return OPENED.sub("", CLOSED.sub("", said))


def words(text: str, language: str) -> int:
    """How many words it takes to say the text; in Russian a very long one takes the time of two."""
    long = told()["rate"][language]["long"]
    said = WORD.findall(spoken(text, language))
    return len(said) + (sum(len(VOWEL.findall(one)) >= long for one in said) if long else 0)


def _number(hit: re.Match[str], language: str) -> str:
    whole, point, part = hit["whole"], hit["point"], hit["part"] or ""
    if language == "ru" and re.fullmatch(r"\d{1,3},\d{3}", whole) and not point:  # a comma parts decimals here
        whole, part = whole.split(",")
    digits = re.sub(r"\D", "", whole)
    if language == "en" and not part and YEAR.fullmatch(whole):
        said = number_words.year(int(digits))
    else:
        said = number_words.said(digits, part, language)
    minus = {"en": "minus ", "ru": "минус "}[language] if hit["minus"] else ""
    return f"{minus}{said}"


def _address(text: str, language: str) -> str:
    """An address as it is dictated: uprugost dot example slash visit."""
    text = re.sub(r"^https?://(?:www\.)?", "", text)
    dot, slash = ("dot", "slash") if language == "en" else ("точка", "слэш")
    return text.replace("/", f" {slash} ").replace(".", f" {dot} ")


@cache
def _short(language: str) -> re.Pattern[str]:
    rows = sorted(told()["short"][language], key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(one)}" + (r"(?!\w)" if one[-1].isalnum() else "") for one in rows))


@cache
def _sign(language: str) -> re.Pattern[str]:
    rows = sorted(told()["sign"][language], key=len, reverse=True)
    return re.compile(rf"[ \u00a0\u202f]?(?P<sign>{'|'.join(map(re.escape, rows))})(?![\w/·²³])\.?(?!\w)")
