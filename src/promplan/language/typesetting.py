"""Russian as a printer sets it: spaces at which no line may break, put in by code and never typed by hand.

A number stays with its unit and its noun, an initial with its surname, a dash with the word before it, a preposition of
one letter with the word behind it, and thousands are set off by a narrow space. Sources hold plain spaces; `unset`
gives them back. Where prose stands among code and addresses, `promplan.notebooks.markdown` says which part it is.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

HARD, NARROW = "\u00a0", "\u202f"
LOOSE = (
    "а|без|в|во|для|до|же|за|и|из|или|к|как|когда|ли|на|не|но|о|об|от|по|при|про|с|со|то|у|что"  # a line may begin here
)
SHORTENED = "г|им|п|пп|ст|стр|рис|табл|гл|ч|ул|д|кв|см|т|тел|руб|тыс|№№?|§§?"

_RULES = tuple(
    (re.compile(pattern), space)
    for pattern, space in (
        (r"(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))", r"\1" + NARROW),  # 95 000, and not 2026 150
        (r"(?<=\u202f)(\d{3}) (?=\d{3}(?!\d))", r"\1" + NARROW),  # the second group of 1 200 000
        (r"(?<=[\d}]) (?=[°%‰₽])", HARD),
        (r"(?<=\}) (?=ч\.)", HARD),  # hours whose number comes later
        (rf"(?<=\d) (?!(?:{LOOSE})(?![а-яё]))(?=[а-яёА-ЯЁ(]*[а-яё])", HARD),  # 5 мин, 1120 человек, 2019 года
        (r"(?<=\d) (?=(?:МПа|МН|МВт|МГц|Н|Па|Вт|Гц)(?![а-яёА-ЯЁ]))", HARD),
        (r"(?:(?<=[^\s|])|\A) (?=[—–](?:\s|$))", HARD),
        (r"(?<![^\s«„(\u00a0])([авикосуяАВИКОСУЯ]) (?=\S|\Z)", r"\1" + HARD),
        (r"(?<=[№§]) (?=\S)", HARD),
        (rf"(?<![а-яёА-ЯЁ])((?:{SHORTENED})\.) (?=[\dА-ЯЁа-яё«])", r"\1" + HARD),
        (r"(?<![а-яёА-ЯЁ])([А-ЯЁ]\.) ?(?=[А-ЯЁ])", r"\1" + HARD),  # В. И. Ленин
    )
)


@lru_cache(4096)
def set_(text: str) -> str:
    """The text with no-break spaces where a printer sets them; setting it twice changes nothing."""
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return text


def unset(text: str) -> str:
    """The text with plain spaces, as whoever writes it types them."""
    return text.replace(HARD, " ").replace(NARROW, " ")


_QUOTED = re.compile(r"(«)\{(\w+)\}»|(“)\{(\w+)\}”")  # a place of a sentence between quotation marks


def fitted(template: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values as they stand in the template: a name between quotation marks has inner ones where it has such itself.

    >>> print("«{name}»".format_map(fitted("«{name}»", {"name": "Канал «Дугорск сегодня»"})))
    «Канал „Дугорск сегодня“»
    """
    if not any(isinstance(value, str) and ("«" in value or "“" in value) for value in values.values()):
        return values
    found = dict(values)
    for mark, name, other, another in _QUOTED.findall(template):
        value = values.get(name or another)
        if isinstance(value, str) and (mark or other) in value:
            found[name or another] = quoted_inside(value)
    return found


def quoted_inside(text: str) -> str:
    """The text as it stands between quotation marks: those of its own are the inner ones of its language."""
    return text.translate(str.maketrans("«»", "„“") if "«" in text else str.maketrans("“”", "‘’"))
