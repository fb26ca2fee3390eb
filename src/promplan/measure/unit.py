"""A unit as somebody wrote it: «тыс. м²», «кгс/см2», "tyres per day", «рублей в месяц», with what it multiplies by.

A unit is a multiplier, units with their powers, what is counted, and what all of it is divided by. What no table
knows and looks like a word is the name of a counted thing; a multiplier alone is no unit.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from promplan.measure.clean import clean, skeleton
from promplan.measure.spelling import Named, misspelt, spellings, stem

WORD = re.compile(
    r"[^\W\d_][^\W\d_']*\.?|[°%‰№″″\"$€£¥₽]\.?(?=[^A-Za-zА-Яа-я]|$)|°[A-Za-zА-Яа-я]?"
    r"|\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|\S"
)
PER = {"/", "per", "a", "an", "each", "every", "в", "во", "за", "на", "из", "of", "каждый", "каждые", "каждую", "к"}
COUNTS_OF = {"из", "of"}
GLUE = {"·", "-", "."}
VOWEL = re.compile("[aeiouаеёиоуыэюя]", re.IGNORECASE)
LITTLE = {"and", "и", "the", "with", "с", "from", "от", "for", "для", "по", "in", "on", "to", "до", "или", "or"}
PEOPLE = "people"
MONEY = (["rouble"], ["dollar"], ["euro"], ["yuan"], ["pound_sterling"])
NONE = {
    "n/a",
    "na",
    "n.a",
    "none",
    "—",
    "-",
    "нет",
    "н/д",
    "б/р",
    "б/е",
    "?",
    "no",
    "not applicable",
    "без единиц",
}  # said to be no unit
ELSEWHERE = re.compile(
    r"(?:см\.|see\b|по\s(?!шору|цельсию|фаренгейту)|on the\b|on a\b|as\b|как\b|согласно|acc\b\.?)\s*\w", re.IGNORECASE
)
QUALIFIED = re.compile(r"\s?\([^()]{1,12}\)$")  # «кг/см2 (изб.)», "bar(g)"
SHORT = 3  # letters that a word which nobody listed has at least
WEIGHT = re.compile(r"^kilogram / ((?:centi|milli)metre) \*\* 2$")  # nobody means a mass by «кг/см²»


class Token(NamedTuple):
    """A word, a sign or a number, and whether it touches the one before."""

    text: str
    close: bool


@dataclass(frozen=True)
class Unit:
    """What was understood: `factor` × `expression` (in the words of the definitions), counting `counted`.

    `counted` holds the stems of the counted thing, ("people",) for persons, and is empty for pieces of no name.
    """

    factor: float
    expression: str
    counted: tuple[str, ...] = ()
    key: str = ""  # of the only unit in it, where there is one: what is shown and inflected by it
    scaled: bool = False  # it was written with a multiplier
    guessed: bool = False  # a counted thing that no table knows
    unsaid: bool = False  # only a period: so many a week, of what?


def tokens(text: str) -> list[Token]:
    """The words, signs and numbers of a cleaned text; an abbreviation's full stop is no part of it."""
    found: list[Token] = []
    end = -1
    for hit in WORD.finditer(text):
        word = hit[0].rstrip(".") or hit[0]
        found.append(Token(word, hit.start() == end))
        end = hit.end() if word == hit[0] else -1
    return found


@lru_cache(4096)
def read(text: str) -> Unit | None:
    """The unit; None where there is none, or one that cannot be understood.

    >>> read("тыс. м²").factor, read("тыс. м²").expression
    (1000.0, 'metre ** 2')
    """
    text = QUALIFIED.sub("", clean(text).strip(" .,;:"))
    if text.casefold() in NONE or ELSEWHERE.match(text):
        return None
    return _Reader(tokens(text.strip(" .,;:()"))).unit()


@lru_cache(4096)
def bare_multiplier(text: str) -> bool:
    """Is it «млн» and nothing else: how many, and not of what?"""
    found = tokens(clean(text).strip(" .,;:()"))
    return bool(found) and all(stem(one.text) in spellings().multipliers for one in found)


class _Reader:
    def __init__(self, found: list[Token]) -> None:
        self.found, self.at = found, 0
        self.factor, self.over = 1.0, False
        self.parts: tuple[list[str], list[str]] = ([], [])
        self.counted: list[str] = []
        self.keys: list[str] = []
        self.scaled = self.guessed = self.lost = self.strict = False

    def unit(self) -> Unit | None:
        table = spellings()
        if not self.found:
            return None
        while self.at < len(self.found):
            here = self.found[self.at]
            if here.text[0].isdigit():
                self._number(here.text)
            elif (known := self._known()) is not None:
                self._take(*known)
            elif self._scales() and stem(here.text) in table.multipliers:
                self.factor *= table.multipliers[stem(here.text)]
                self.scaled = True
                self.at += 1
            elif here.text.casefold() in PER:
                self._divide(here.text.casefold())
            elif here.text in GLUE or here.text in "(),;:±~":
                self.at += 1
            elif not self.strict and (near := misspelt(here.text)) is not None:
                self._take(near, 1, 1)
            elif here.text[0].isalpha():
                self._thing(here.text)
            else:
                return None
        return self._made()

    def _scales(self) -> bool:
        """May a multiplier stand here: before the unit, or behind a currency, "$ million"?"""
        return not self.over and (not self.parts[0] or (not self.scaled and self.parts[0] in MONEY))

    def _made(self) -> Unit | None:
        above, below = self.parts
        if self.lost or (not above and not below) or (self.over and not below):
            return None
        unsaid = not above and below != ["piece"]
        if not above:  # «/год»: so many a year, of what the sentence says
            above = ["piece"]
        expression = " * ".join(above) + "".join(f" / {one}" for one in below)
        expression = WEIGHT.sub(r"kilogram_force / \1 ** 2", expression)
        key = self.keys[0] if len(self.keys) == 1 and expression != "" and not below else ""
        return Unit(self.factor, expression, tuple(self.counted), key, self.scaled, self.guessed, unsaid)

    def _number(self, text: str) -> None:
        text = text.replace(" ", "")
        value = float(text.replace(",", "")) if re.fullmatch(r"\d+(,\d{3})+", text) else float(text.replace(",", "."))
        if not value:
            self.lost = True
            value = 1.0
        self.factor = self.factor / value if self.over else self.factor * value
        self.over = (self.over and bool(self.parts[1])) or self.over
        if self.over and not self.parts[1] and self.at == len(self.found) - 1:
            self.parts[1].append("piece")  # «из 10»
        self.scaled = True
        self.at += 1

    def _known(self) -> tuple[Named, int, int] | None:
        """The longest unit that begins here, its power, and how many words it is."""
        table = spellings()
        first = self.found[self.at].text
        raised = len(self.found) - self.at > 1 and stem(first) in table.powers and not first.isupper()
        if raised and (hit := self._longest(self.at + 1)) is not None and "**" not in hit[0].expression:
            return hit[0], table.powers[stem(first)], hit[1] + 1
        hit = self._longest(self.at)
        return None if hit is None else (hit[0], 1, hit[1])

    def _longest(self, start: int) -> tuple[Named, int] | None:
        table = spellings()
        for length in range(min(table.longest, len(self.found) - start), 0, -1):
            key = tuple(one.text for one in self.found[start : start + length])
            if length == 1 and (self._is_little(start) or stem(key[0]) in table.multipliers):
                return None
            if (named := table.find(key)) is not None:
                return named, length
        return None

    def _is_little(self, start: int) -> bool:
        """«в», «с», "a" between two words divide or join; alone, or after a slash, they are volt, second, ampere."""
        text = self.found[start].text
        if text not in {"в", "с", "a", "к", "на", "из", "in", "за", "d", "mi"}:
            return False
        last = start == len(self.found) - 1
        begun = bool(self.parts[0])
        if text in ("in", "за", "на", "из") and not (last and not begun):
            return True
        return (
            not last
            and not self.found[start].close
            and self.found[start + 1].text not in {"/", "·", "-", "^"}
            and text != "с"
        )

    def _take(self, named: Named, power: int, length: int) -> None:
        start = self.at
        self.at += length
        power *= self._power()
        side = self.parts[self.over]
        joined = start > 0 and self.found[start - 1].text in GLUE
        self.lost = self.lost or (self.strict and bool(side) and not joined)  # "8 % year on year"
        if self.counted and named.expression == "piece" and not self.over:
            return  # «единиц продукции», "members of staff": one thing
        if side and named.expression == "piece" and not self.over:
            self.lost = self.lost or self.strict  # «% гостей»: what it is of
            return
        if named.counted and not self.over:
            self.counted = [named.counted]
        expression = f"({named.expression})" if " " in named.expression else named.expression
        side.append(expression if power == 1 else f"{expression} ** {power}")
        self.keys.append(named.key)

    def _power(self) -> int:
        """The power behind a unit, м2, м^2, с-1."""
        here = self.found[self.at : self.at + 3]
        sign = 1
        step = 0
        while step < len(here) and here[step].text in {"^", "·", "-"} and (here[step].close or here[step].text == "^"):
            if here[step].text == "-":
                sign = -1
            step += 1
        if step < len(here) and re.fullmatch(r"[1-4]", here[step].text) and (here[step].close or step):
            if step and here[step - 1].text == "·" and step == 1:
                return 1
            self.at += step + 1
            return sign * int(here[step].text)
        return 1

    def _divide(self, word: str) -> None:
        self.at += 1
        self.lost = self.lost or (self.strict and self.at == len(self.found))
        if word in COUNTS_OF and self.parts[0] and self.strict:
            self.lost = True
        if (
            word in COUNTS_OF
            and self.parts[0]
            and not (self.at < len(self.found) and self.found[self.at].text[0].isdigit())
        ):
            self.at = len(self.found)  # "kg of rubber", "members of the union": what it is, not how much
            return
        if self.over and word != "/" and self.parts[1]:
            return
        self.over = True

    def _thing(self, word: str) -> None:
        """A word that no table knows: the counted thing, or what a unit is of."""
        self.at += 1
        self.lost = self.lost or self.strict
        low = word.casefold()
        if self.parts[self.over] and not self.counted:
            return  # «т стали», "MPa gauge"
        if self.over:
            self.parts[1].append("piece")
            return
        if low in LITTLE:
            return
        if len(low) < SHORT or not VOWEL.search(low) or _mixed(word):
            self.lost = True
            return
        if not self.parts[0]:
            self.parts[0].append("piece")
            self.guessed = True
        if PEOPLE not in self.counted:
            self.counted.append(stem(word))


def _mixed(word: str) -> bool:
    """Letters of both alphabets in one word."""
    low = word.casefold()
    return any("a" <= one <= "z" for one in low) and any("а" <= one <= "я" for one in low) and skeleton(low) != low


@lru_cache(8192)
def clean_read(text: str) -> Unit | None:
    """The unit, if every word of `text` is one of the tables' own."""
    reader = _Reader(tokens(clean(text).strip(" .,;:()")))
    reader.strict = True
    return reader.unit()
