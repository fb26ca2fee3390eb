"""Phrases found by lemmas, forms and parts of speech: what a rule looks for is data, in `assets/patterns/*.toml`.

How another rule uses it: write `assets/patterns/NAME.toml`, then `hits(text, "NAME")` tells what stands where, of which
kind, in both languages, and `first(text, "NAME", "kind")` the first phrase as it was typed. A file holds one table a
kind, each with lists `en` and `ru`; a table `[not]` (or `[not-KIND]`) holds exceptions, as patterns: a hit that
touches one is none. `[set.NAME]` holds words that patterns name as `{NAME}`.

A pattern is a row of elements with blanks between them. A hyphen in the text may stand for the blank:

    слово        any form of the word (Russian by its lemma, English by its stem)
    =слово|дело  these forms alone
    слов*  *ние  forms that begin so; forms or lemmas that end so
    ADJF,Supr    a token that has a reading with these grammemes (text.morphology)
    a|b          one or the other
    a&B          both of the same token: *ние&gent (small grammemes stand behind & only)
    -a           behind &: but not this: ADJF&-Apro
    a?           it may be missing
    !a           here does not stand a (takes no token)
    ..3          up to three words of any kind, within the sentence
    #            a number; , : — ( « %  the mark itself (— is any dash)
    {person}     one of a set's words

Where hits of one kind overlap they are one hit; of two kinds, the one that begins first counts, then the longer one,
then the one whose kind stands first in the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from promplan.text.beginnings import beginnings
from promplan.text.elements import REMEMBERED, Element, Pattern, compiled, of_set
from promplan.text.files import kinds_of, sets, words_of
from promplan.text.lemmas import lemmas_of, write_lemmas
from promplan.text.morphology import Script, Token, Word, tokens

__all__ = ["Hit", "contains", "first", "hits", "kinds", "lemmas_of", "sets", "write_lemmas"]


class Hit(NamedTuple):
    """A phrase that was found: where it was typed, of which kind, its words, and its tokens' places."""

    start: int
    end: int
    kind: str
    words: str
    first: int
    last: int


@lru_cache(16_384)  # texts are read at every keystroke, and all but one are what they were
def hits(text: str, name: str) -> tuple[Hit, ...]:
    """What the patterns of a file find in a text, from left to right, never overlapping, exceptions taken out."""
    said = tokens(text)
    if not said:
        return ()
    found = [hit for script in ("en", "ru") if _speaks(said, script) for hit in _found(text, said, name, script)]
    found = _meant(found)
    order = list(kinds_of(name))
    found.sort(key=lambda one: (one.start, -one.end, order.index(one.kind)))
    chosen: list[Hit] = []
    for one in found:
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
        elif one.kind == chosen[-1].kind and one.end > chosen[-1].end:
            before = chosen.pop()
            chosen.append(Hit(before.start, one.end, one.kind, text[before.start : one.end], before.first, one.last))
    return tuple(chosen)


def first(text: str, name: str, *kinds: str) -> str:
    """The first phrase of these kinds (of any, if none is named) as it was typed; empty where there is none."""
    return next((one.words for one in hits(text, name) if not kinds or one.kind in kinds), "")


@lru_cache(8192)
def kinds(text: str, name: str) -> Mapping[str, tuple[Hit, ...]]:
    """What the patterns of a file find, kind by kind: phrases of two kinds may share words, exceptions are out."""
    said = tokens(text)
    found = [hit for script in ("en", "ru") if _speaks(said, script) for hit in _found(text, said, name, script)]
    chosen: dict[str, list[Hit]] = {}
    for one in sorted(_meant(found), key=lambda one: (one.start, -one.end)):
        chosen.setdefault(one.kind, []).append(one)
    return {kind: tuple(hits) for kind, hits in chosen.items()}


def _meant(found: list[Hit]) -> list[Hit]:
    """The hits that no exception touches."""
    excused: dict[str, set[int]] = {}
    for one in found:
        if one.kind.startswith("not"):
            excused.setdefault(one.kind, set()).update(range(one.first, one.last + 1))
    nothing: set[int] = set()
    return [
        one
        for one in found
        if not one.kind.startswith("not")
        and excused.get("not", nothing).isdisjoint(range(one.first, one.last + 1))
        and excused.get(f"not-{one.kind}", nothing).isdisjoint(range(one.first, one.last + 1))
    ]


def _speaks(said: tuple[Token, ...], script: Script) -> bool:
    return any(one.script == script for one in said)


def _found(text: str, said: tuple[Token, ...], name: str, script: Script) -> Iterator[Hit]:
    table = _table(name, script)
    for n, token in enumerate(said):
        near = table.known.get(token.word)
        for pattern in table.of(token.word) if near is None else near:
            last = match(said, n, pattern.elements)
            if last is not None:
                last -= 1
                yield Hit(token.start, said[last].end, pattern.kind, text[token.start : said[last].end], n, last)


class Table:
    """The patterns of a file in one language, by the words with which they may begin."""

    def __init__(self, name: str, script: Script) -> None:
        self.name, self.script = name, script
        self.known: dict[Word, tuple[Pattern, ...]] = {}
        self.index: dict[str, list[tuple[str, str]]] = {}  # rows with their kinds, by the letters that begin them
        self.rest: list[tuple[str, str]] = []  # those that anything may begin
        for kind, rows in kinds_of(name).items():
            for row in rows.get("en" if script == "en" else "ru", ()):
                found = beginnings(row, words_of(name, script))
                if found is None:
                    self.rest.append((kind, row))
                for key in found or ():
                    self.index.setdefault(key, []).append((kind, row))

    def of(self, word: Word) -> tuple[Pattern, ...]:
        """The patterns that may begin with a word; a text says the same words again and again."""
        if len(self.known) >= REMEMBERED:
            self.known.clear()
        rows = dict.fromkeys(one for key in word.begins for one in self.index.get(key, ()))
        tried = (compiled(kind, row, self.name, self.script) for kind, row in (*rows, *self.rest))
        asked = word.script != "mark" or word.text in "№%"
        found = self.known[word] = tuple(one for one in tried if one.may_begin(word)) if asked else ()
        return found


@cache
def _table(name: str, script: Script) -> Table:
    return Table(name, script)


def match(
    said: tuple[Token, ...], n: int, elements: tuple[Element, ...], at: int = 0, inside: bool = False
) -> int | None:
    """Where the elements from `at` on end, if they stand from token `n` on; None if they do not."""
    size = len(said)
    for k in range(at, len(elements)):
        one = elements[k]
        here = n
        if inside and here < size and said[here].text == "-" and not one.hyphen:
            here += 1  # a hyphen for a blank
        if one.denied:
            if here < size and one.fits(said[here].word):
                return None
        elif one.gap:
            return _behind(said, n, elements, k)
        elif here < size and one.fits(said[here].word):
            if one.optional and (end := match(said, here + 1, elements, k + 1, True)) is not None:
                return end
            if not one.optional:
                n, inside = here + 1, True
        elif not one.optional:
            return None
    return n


def _behind(said: tuple[Token, ...], n: int, elements: tuple[Element, ...], at: int) -> int | None:
    """Where the elements behind a gap end: the gap is as small as it can be."""
    for skipped in range(elements[at].gap + 1):
        if skipped and (n + skipped > len(said) or not _within(said[n + skipped - 1])):
            return None
        if (end := match(said, n + skipped, elements, at + 1, True)) is not None:
            return end
    return None


def _within(token: Token) -> bool:
    return token.script != "mark" or token.text in "«»-'"


def contains(said: Iterable[Token], name: str, words: str) -> bool:
    """Is one of the tokens among a set's words, each in its own language?"""
    for one in said:
        if one.script in ("en", "ru", "number"):
            asked = of_set(name, words, "ru" if one.script == "ru" else "en")
            if asked.fits(one.word):
                return True
    return False
