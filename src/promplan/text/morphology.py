"""The words of a text with what a dictionary knows of them: lemma, part of speech, case, number, degree.

Russian comes from pymorphy3 (grammemes of OpenCorpora: NOUN, ADJF, Supr, Name, Surn, Patr, gent …), loaded with the
first Russian word. English has no dictionary here: its lemma is the Snowball stem with a few irregular words, and its
grammemes are told from endings: Supr (largest), COMP (larger), ADJF, ADVB, VING (-ing), VPAS (-ed). Both kinds
of tokens also know Capi (a capital letter), Caps (all of them), LATN or CYRL. A word's language is its own
script, after `text.normal` has put one alphabet into each word.

    for one in tokens("Старейший пресс"): one.form, one.lemmas, one.has("ADJF", "Supr")
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from promplan.text.english import english
from promplan.text.listed import rows
from promplan.text.normal import normal

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

Script = Literal["ru", "en", "number", "address", "mark"]

TOKEN = re.compile(
    r"(?P<address>https?://\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|www\.\S+"
    r"|(?<![\w-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{2,63})*\.(?:ru|com|org|net|рф|example|su|uk|eu)(?:/\S*)?\b)"
    r"|(?P<number>\d+(?:[.,]\d+|(?: (?=\d{3}(?!\d)))\d{3})*)"
    r"|(?P<ru>[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*)"
    r"|(?P<en>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<mark>\S|\n)",
    re.IGNORECASE,
)
SEEN: dict[str, str] = {"ru": "CYRL", "en": "LATN", "number": "NUMB", "address": "ADDR"}
LETTERS = 3
CLOSERS = 4  # closing marks behind a full stop at most
CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct", "voct", "gen2", "acc2", "loc2"})


def begin(word: str) -> str:
    """The first letters of a word or a lemma in small letters; "try" and its stem "tri" begin alike."""
    return word[:LETTERS].replace("y", "i")


class Reading(NamedTuple):
    """One way to read a word: its lemma and its grammemes."""

    lemma: str
    grammemes: frozenset[str]


class Word:
    """A word, a number, an address or a mark wherever it stands, with what is known of it: read once for all texts."""

    __slots__ = ("_begins", "_lemmas", "flags", "form", "script", "text")

    def __init__(self, text: str, script: Script) -> None:
        self.text, self.script = text, script
        self.form = text.casefold()
        self.flags = _flags(text, script)
        self._lemmas: frozenset[str] | None = None
        self._begins: tuple[str, ...] | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every way to read it, the likeliest first; none for what is no word."""
        return readings(self.form, self.script)

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all its readings."""
        if self._lemmas is None:
            self._lemmas = frozenset(one.lemma for one in self.readings)
        return self._lemmas

    @property
    def begins(self) -> tuple[str, ...]:
        """The first letters of the word and of its lemmas."""
        if self._begins is None:
            self._begins = tuple(sorted({begin(one) for one in (self.form, *self.lemmas)}))
        return self._begins

    def has(self, *grammemes: str) -> bool:
        """Is there one reading with all of these grammemes (flags of the sign itself included)?"""
        wanted = frozenset(grammemes) - self.flags
        return not wanted or any(wanted <= one.grammemes for one in self.readings)


def _flags(text: str, script: Script) -> frozenset[str]:
    seen = [SEEN[script]] if script in SEEN else []
    if text[0].isupper():
        seen.append("Capi")
        if len(text) > 1 and text.isupper():
            seen.append("Caps")
    return frozenset(seen)


@lru_cache(50_000)
def word(text: str, script: Script) -> Word:
    """The word of a text, as it is read: the same one for the same signs."""
    return Word(text, script)


class Token:
    """A word in its place; `start` and `end` are places in the text as it was typed.

    `text` is as it is read: one alphabet, ё as е, the letters' case as typed; `form` is it in small letters;
    `sentence` is the number of its sentence within the text; `flags` are what can be seen without a dictionary: its
    script, capitals.
    """

    __slots__ = ("end", "flags", "form", "script", "sentence", "start", "text", "word")

    def __init__(self, start: int, end: int, text: str, script: Script, sentence: int) -> None:
        self.start, self.end, self.text, self.script, self.sentence = start, end, text, script, sentence
        self.word = word(text, script)
        self.form, self.flags = self.word.form, self.word.flags

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end}, {self.text!r}, {self.script!r}, {self.sentence})"

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every way to read it, the likeliest first; none for what is no word."""
        return self.word.readings

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all its readings."""
        return self.word.lemmas

    @property
    def lemma(self) -> str:
        """The likeliest lemma; a mark's or a number's is itself."""
        return found[0].lemma if (found := self.readings) else self.form

    @property
    def is_word(self) -> bool:
        """Has it letters, and is it no address?"""
        return self.script in ("ru", "en")

    def has(self, *grammemes: str) -> bool:
        """Is there one reading with all of these grammemes (flags of the sign itself included)?"""
        return self.word.has(*grammemes)


@lru_cache(4096)  # a plan's texts are read at every keystroke, and all but one are what they were
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in their order. A line's end is a mark of its own; spaces are none."""
    read = normal(text)
    found: list[Token] = []
    sentence = 0
    for one in TOKEN.finditer(read.text):
        script: Script = one.lastgroup  # type: ignore[assignment]
        if found and _begins(found, one, read.text):
            sentence += 1
        found.append(Token(*read.back(one.start(), one.end()), one[0], script, sentence))
    return tuple(found)


def _begins(before: list[Token], one: "re.Match[str]", text: str) -> bool:
    """Does a sentence begin here? Behind a line's end, and behind . ! ? before a capital, but for abbreviations."""
    last = before[-1]
    if last.text == "\n":
        return True
    n = len(before) - 1
    while n > max(0, len(before) - CLOSERS) and before[n].text in "»)'":
        n -= 1
    last = before[n]
    if last.text not in ".!?…" or not text[one.start() - 1].isspace():
        return False
    if text[one.start()].islower():
        return False
    if last.text != "." or n == 0:
        return True
    short = before[n - 1]
    return not (short.is_word and (len(short.text) == 1 or short.form in _short()))


@cache
def _short() -> frozenset[str]:
    return frozenset(rows("abbreviation"))


@lru_cache(50_000)
def readings(form: str, script: Script) -> tuple[Reading, ...]:
    """Every way to read a word in small letters."""
    if script == "ru":
        return _russian(form)
    if script == "en":
        return tuple(Reading(*one) for one in english(form))
    return ()


def _russian(form: str) -> tuple[Reading, ...]:
    found: dict[Reading, None] = {}
    for one in analyser().parse(form):
        lemma = one.normal_form.replace("ё", "е")
        found.setdefault(Reading(lemma, frozenset(one.tag.grammemes)))
        if "-" in lemma:  # «клиенто-ориентированный» is «клиентоориентированный»
            found.setdefault(Reading(lemma.replace("-", ""), frozenset(one.tag.grammemes)))
    return tuple(found)


@cache
def analyser() -> "MorphAnalyzer":
    """The Russian dictionary itself, for who puts words into forms; loaded with the first Russian word."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
