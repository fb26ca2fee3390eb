"""What the rows of a pattern file ask of a word: each compiled into a test, when a text first comes near it.

The syntax is told in `promplan.text.patterns`. A test is asked about a word once, wherever the word stands again.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from promplan.text.beginnings import GRAMMEMES, beginnings, begins_of
from promplan.text.files import words_of
from promplan.text.lemmas import folded, lemmas_of, lemmas_told
from promplan.text.morphology import CASES, Script, Word

GAP = re.compile(r"\.\.(\d)")
NO_FORM = re.compile(r"=(\W|.*\*$|[A-Z][A-Za-z]{3}(,|$))")  # behind = and yet no word
SMALL = CASES | {"sing", "plur", "masc", "femn", "neut", "anim", "inan", "impr", "past", "pres", "futr", "1per", "2per"}
DASHES = frozenset("—–-")
REMEMBERED = 4096  # words of which an element knows its answer

Test = Callable[[Word], bool]


class Element:
    """What one token (or a gap of tokens) has to be; a hyphen for a blank may stand before it, unless it is one."""

    __slots__ = ("denied", "gap", "hyphen", "known", "optional", "test")

    def __init__(
        self, test: Test, hyphen: bool = False, optional: bool = False, denied: bool = False, gap: int = 0
    ) -> None:
        self.test, self.hyphen, self.optional, self.denied, self.gap = test, hyphen, optional, denied, gap
        self.known: dict[Word, bool] = {}

    def fits(self, word: Word) -> bool:
        """Is the word what the element asks for?"""
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            found = self.known[word] = self.test(word)
        return found


class Pattern:
    """A phrase to look for, and the kind that its finding has."""

    __slots__ = ("elements", "kind")

    def __init__(self, kind: str, elements: tuple[Element, ...]) -> None:
        self.kind, self.elements = kind, elements

    def may_begin(self, word: Word) -> bool:
        """May a phrase begin with this word?"""
        for one in self.elements:
            if one.denied:
                continue
            if one.gap or one.fits(word):
                return True
            if not one.optional:
                return False
        return False


@cache
def compiled(kind: str, row: str, name: str, script: Script) -> Pattern:
    """A pattern from its row; ValueError for a row without a word."""
    found = tuple(element(one, name, script) for one in row.split())
    if not found or all(one.optional or one.denied or one.gap for one in found):
        raise ValueError(f"a pattern of {name} says nothing: {row!r}")
    return Pattern(kind, found)


@cache  # the same element stands in many patterns
def element(written: str, name: str, script: Script) -> Element:
    """An element from what is written between two blanks."""
    if gap := GAP.fullmatch(written):
        return Element(lambda word: True, gap=int(gap[1]))
    denied, optional = written.startswith("!") and len(written) > 1, written.endswith("?") and len(written) > 1
    core = written[1:] if denied else written[:-1] if optional else written
    options = [one for one in core.removeprefix("=").split("|") if one]
    return Element(_any_of(options, core.startswith("="), name, script), "-" in options, optional, denied)


def _any_of(options: list[str], exact: bool, name: str, script: Script) -> Test:
    """One or the other. Plain words are asked together: forms as a set, words by how they begin."""
    forms: set[str] = set()
    words: list[str] = []
    tests: list[Test] = []
    for one in options:
        if exact and "&" not in one and not NO_FORM.match(f"={one}"):
            forms.add(folded(one))
        elif not exact and one.isalpha() and not GRAMMEMES.fullmatch(one):
            words.append(folded(one))
        else:
            tests.append(_all_of(f"={one}" if exact else one, name, script))
    if forms:
        tests.insert(0, lambda word: word.form in forms)
    if words:
        tests.insert(0, _any_word(words, script))
    return tests[0] if len(tests) == 1 else lambda word: any(one(word) for one in tests)


def _any_word(words: Iterable[str], script: Script) -> Test:
    """Is the token a form of one of these words? Only those that begin like it are looked up."""
    near: dict[str, list[str]] = {}
    for word in words:
        for key in begins_of(word):
            near.setdefault(key, []).append(word)
    return lambda word: any(_any_form(one, script)(word) for key in word.begins for one in near.get(key, ()))


def _all_of(written: str, name: str, script: Script) -> Test:
    lead, *more = written.split("&") if written != "&" else [written]
    tests = [
        _one_of(lead, name, script),
        *(_grammemes(one) if one in SMALL else _one_of(one, name, script) for one in more),
    ]
    return tests[0] if len(tests) == 1 else lambda word: all(one(word) for one in tests)


@cache  # a set's words stand in many patterns
def _one_of(written: str, name: str, script: Script) -> Test:
    """What one condition asks of a word."""
    if NO_FORM.match(written):
        written = written.removeprefix("=")  # several words are exact, and this one is no word
    if written.startswith("-") and len(written) > 1:
        test = _one_of(written[1:], name, script)
        return lambda word: not test(word)
    if written.startswith("{"):
        return of_set(name, written[1:-1], script).fits
    if GRAMMEMES.fullmatch(written):
        return _grammemes(written)
    if written == "#":
        return lambda word: word.script == "number"
    if written == "—":
        return lambda word: word.text in DASHES
    if written.startswith("="):
        form = folded(written[1:])
        return lambda word: word.form == form
    if written.endswith("*"):
        begin = folded(written[:-1])
        return lambda word: word.form.startswith(begin)
    if written.startswith("*"):
        end = folded(written[1:])
        return lambda word: word.form.endswith(end) or any(one.endswith(end) for one in word.lemmas)
    return _any_form(folded(written), script)


@cache
def of_set(name: str, words: str, script: Script) -> Element:
    """One of a set's words. Only those that begin like the token are looked up."""
    rows: dict[str, list[str]] = {}
    rest: list[str] = []
    for row in words_of(name, script)[words]:
        found = beginnings(row, {})
        rest += [row] if found is None else []
        for key in found or ():
            rows.setdefault(key, []).append(row)

    def holds(word: Word) -> bool:
        near = {row for key in word.begins for row in rows.get(key, ())}
        return any(element(row, name, script).test(word) for row in (*near, *rest))

    return Element(holds)


def _grammemes(written: str) -> Test:
    wanted = tuple(written.split(","))
    return lambda word: word.has(*wanted)


@cache
def _any_form(asked: str, script: Script) -> Test:
    if not asked[0].isalpha():
        return lambda word: word.form == asked
    written: Script = "ru" if "\u0400" <= asked[0] <= "\u04ff" else "en"
    own = frozenset(lemmas_told().get(asked, (asked,))) if written == "ru" else lemmas_of(asked, "en")
    return lambda word: word.form == asked or not own.isdisjoint(word.lemmas)
