"""A number beside its unit as the language says it: «41 год», «24 места», "1 person"; one function for all places.

The unit stays as its author wrote it, but for the ending that the number asks for: signs, «МПа» and «шт.», never
change. Only words of the author's own language are put into the form that follows the number.
"""

import re
from functools import lru_cache

from promplan.language import Words, number
from promplan.measure.spelling import spellings, stem
from promplan.measure.unit import read

NBSP = "\u00a0"
WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
DIVIDED = re.compile(r"\s*/|\s+(?:в|за|на|из|по|per|a|an|of|each)\s", re.IGNORECASE)
MULTIPLIED = re.compile(r"^(?:тыс|млн|млрд|трлн|thousand|million|billion|mln|bn)\b", re.IGNORECASE)


def amount(value: float, unit: str) -> Words:
    """A number with its unit, for a sentence: rendered in the language of its reader."""
    return Words("{amount}", {"amount": Amount(value, unit)})


class Amount:
    """A number and its unit, waiting for the language; `str()` writes them."""

    def __init__(self, value: float, unit: str) -> None:
        self.value, self.unit = value, unit

    def __str__(self) -> str:
        return written(self.value, self.unit)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"Amount({self.value!r}, {self.unit!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Amount) and (self.value, self.unit) == (other.value, other.unit)

    def __hash__(self) -> int:
        return hash((self.value, self.unit))


def written(value: float, unit: str) -> str:
    """The number, a blank and the unit in the form that follows this number.

    >>> written(41.0, "лет")
    '41 год'
    """
    unit = " ".join(unit.split())
    return f"{number(value)} {agreed(value, unit)}".strip()


@lru_cache(8192)
def agreed(value: float, unit: str) -> str:
    """The unit in the form that follows the number."""
    if not unit or not unit[0].isalpha() or MULTIPLIED.match(unit) or (unit,) in spellings().exact:
        return unit  # a sign has no forms
    cut = DIVIDED.search(unit)
    head, tail = (unit, "") if cut is None else (unit[: cut.start()], unit[cut.start() :])
    if (head,) in spellings().exact:
        return unit
    if re.search("[а-яё]", head, re.IGNORECASE):
        return _russian(value, head) + tail
    return _english(value, head) + tail


def form(value: float) -> int:
    """Which of the three Russian forms follows: 1 год, 2 года, 5 лет; a broken number takes the second."""
    if value != int(value):
        return 1
    n = abs(int(value))
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _russian(value: float, head: str) -> str:
    listed = _listed(head, "ru")
    if listed:
        return listed[form(value)]
    words = head.split()
    if any(WORD.fullmatch(one) is None for one in words):
        return head
    from promplan.measure.inflected import agreeing  # loads the dictionary: only where a word must be put in its form

    return agreeing(tuple(words), form(value), broken=value != int(value)) or head


def _english(value: float, head: str) -> str:
    *before, last = head.split()
    listed = _listed(last, "en")
    one = abs(value) == 1
    if listed:
        return " ".join([*before, listed[0] if one else listed[1]])
    if one and last.isalpha() and last.islower() and len(last) > 3:
        last = _singular(last)
    return " ".join([*before, last])


def _singular(word: str) -> str:
    if word.endswith(("ss", "us", "is", "works", "news")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


def _listed(word: str, language: str) -> list[str] | None:
    """The forms of a unit that has them in the table, where the word is one of these and not another word for it."""
    if word.endswith(".") or len(word) < 3:
        return None
    unit = read(word)
    forms = spellings().forms.get(unit.key, {}).get(language) if unit is not None and unit.factor == 1 else None
    if not forms:
        return None
    same = {one.casefold() for one in forms} | {stem(one) for one in forms}
    return forms if word.casefold() in same or stem(word) in same else None
