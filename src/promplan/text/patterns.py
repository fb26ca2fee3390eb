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

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from promplan import assets
from promplan.text.beginnings import GRAMMEMES, begin, beginnings, lemmas_told
from promplan.text.morphology import CASES, Script, Token, readings, tokens

GAP = re.compile(r"\.\.(\d)")
SMALL = CASES | {"sing", "plur", "masc", "femn", "neut", "anim", "inan", "impr", "past", "pres", "futr", "1per", "2per"}
DASHES = frozenset("—–-")
WIDEST = 12  # tokens of a hit at most

Test = Callable[[Token], bool]


class Hit(NamedTuple):
    """A phrase that was found: where it was typed, of which kind, its words, and its tokens' places."""

    start: int
    end: int
    kind: str
    words: str
    first: int
    last: int


@dataclass(frozen=True)
class Element:
    """What one token (or a gap of tokens) has to be."""

    test: Test
    hyphen: bool = False  # it may be a hyphen itself
    optional: bool = False
    denied: bool = False
    gap: int = 0


@dataclass(frozen=True)
class Pattern:
    """A phrase to look for, and the kind that its finding has."""

    kind: str
    elements: tuple[Element, ...]


@lru_cache(16_384)  # texts are read at every keystroke, and all but one are what they were
def hits(text: str, name: str) -> tuple[Hit, ...]:
    """What the patterns of a file find in a text, from left to right, never overlapping, exceptions taken out."""
    said = tokens(text)
    if not said:
        return ()
    found = [hit for script in ("en", "ru") if _speaks(said, script) for hit in _found(text, said, name, script)]
    found = _meant(found)
    kinds = list(_file(name))
    found.sort(key=lambda one: (one.start, -one.end, kinds.index(one.kind)))
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
    for n, token in enumerate(said):
        if token.script == "mark" and token.text not in "№%":
            continue
        for pattern in _candidates(name, script, token.text, token.script):
            last = _match(said, n, pattern.elements, 0, False)
            if last is not None:
                last -= 1
                yield Hit(token.start, said[last].end, pattern.kind, text[token.start : said[last].end], n, last)


@lru_cache(20_000)  # a text says the same words again and again
def _candidates(name: str, script: Script, text: str, own: Script) -> tuple[Pattern, ...]:
    """The patterns of a file that may begin with a word."""
    token = Token(0, 0, text, own, 0)
    index, rest = _index(name, script)
    wanted = dict.fromkeys(begin(one) for one in (token.form, *token.lemmas))
    rows = dict.fromkeys(one for key in wanted for one in index.get(key, ()))
    tried = (compiled(kind, row, name, script) for kind, row in (*rows, *rest))
    return tuple(one for one in tried if _may_begin(one, token))


def _may_begin(pattern: Pattern, token: Token) -> bool:
    for one in pattern.elements:
        if one.denied:
            continue
        if one.gap or one.test(token):
            return True
        if not one.optional:
            return False
    return False


def _match(said: tuple[Token, ...], n: int, elements: tuple[Element, ...], at: int, inside: bool) -> int | None:
    """Where the elements from `at` on end, if they stand from token `n` on; None if they do not."""
    if at == len(elements):
        return n
    one = elements[at]
    here = n
    if inside and here < len(said) and said[here].text == "-" and not one.hyphen:
        here += 1  # a hyphen for a blank
    if one.denied:
        if here < len(said) and one.test(said[here]):
            return None
        return _match(said, n, elements, at + 1, inside)
    if one.gap:
        for skipped in range(one.gap + 1):
            if skipped and (n + skipped > len(said) or not _within(said[n + skipped - 1])):
                return None
            if (end := _match(said, n + skipped, elements, at + 1, True)) is not None:
                return end
        return None
    if here < len(said) and one.test(said[here]):
        end = _match(said, here + 1, elements, at + 1, True)
        if end is not None:
            return end
    return _match(said, n, elements, at + 1, inside) if one.optional else None


def _within(token: Token) -> bool:
    return token.script != "mark" or token.text in "«»-'"


@cache
def _index(name: str, script: Script) -> tuple[dict[str, list[tuple[str, str]]], tuple[tuple[str, str], ...]]:
    """The rows of a file with their kinds, by the letters that may begin them; and those that anything may begin."""
    index: dict[str, list[tuple[str, str]]] = {}
    rest: list[tuple[str, str]] = []
    for kind, rows in _file(name).items():
        for row in rows.get("en" if script == "en" else "ru", ()):
            found = beginnings(row, _words(name, script))
            if found is None:
                rest.append((kind, row))
            for key in found or ():
                index.setdefault(key, []).append((kind, row))
    return index, tuple(rest)


@cache
def compiled(kind: str, row: str, name: str, script: Script) -> Pattern:
    """A pattern from its row; ValueError for a row without a word."""
    found = tuple(_element(one, name, script) for one in row.split())
    if not found or all(one.optional or one.denied or one.gap for one in found):
        raise ValueError(f"a pattern of {name} says nothing: {row!r}")
    return Pattern(kind, found)


def _element(written: str, name: str, script: Script) -> Element:
    if gap := GAP.fullmatch(written):
        return Element(lambda token: True, gap=int(gap[1]))
    denied, optional = written.startswith("!") and len(written) > 1, written.endswith("?") and len(written) > 1
    core = written[1:] if denied else written[:-1] if optional else written
    exact = "=" if core.startswith("=") else ""
    options = [one for one in core.removeprefix("=").split("|") if one]
    tests = [_all_of(f"{exact}{one}", name, script) for one in options]
    test = tests[0] if len(tests) == 1 else lambda token: any(one(token) for one in tests)
    return Element(test, "-" in options, optional, denied)


def _all_of(written: str, name: str, script: Script) -> Test:
    lead, *more = written.split("&") if written != "&" else [written]
    tests = [
        _one_of(lead, name, script),
        *(_grammemes(one) if one in SMALL else _one_of(one, name, script) for one in more),
    ]
    return tests[0] if len(tests) == 1 else lambda token: all(one(token) for one in tests)


@cache  # a set's words stand in many patterns
def _one_of(written: str, name: str, script: Script) -> Test:
    """What one condition asks of a token."""
    if re.match(r"=(\W|.*\*$|[A-Z][A-Za-z]{3}(,|$))", written):
        written = written.removeprefix("=")  # several words are exact, and this one is no word
    if written.startswith("-") and len(written) > 1:
        test = _one_of(written[1:], name, script)
        return lambda token: not test(token)
    if written.startswith("{"):
        return _set(name, written[1:-1], script)
    if GRAMMEMES.fullmatch(written):
        return _grammemes(written)
    if written == "#":
        return lambda token: token.script == "number"
    if written == "—":
        return lambda token: token.text in DASHES
    if written.startswith("="):
        form = _folded(written[1:])
        return lambda token: token.form == form
    if written.endswith("*"):
        begin = _folded(written[:-1])
        return lambda token: token.form.startswith(begin)
    if written.startswith("*"):
        end = _folded(written[1:])
        return lambda token: token.form.endswith(end) or any(one.endswith(end) for one in token.lemmas)
    return _any_form(_folded(written), script)


def _set(name: str, words: str, script: Script) -> Test:
    """Is the token one of a set's words? Only those that begin like it are looked up."""
    rows: dict[str, list[str]] = {}
    rest: list[str] = []
    for row in _words(name, script)[words]:
        found = beginnings(row, {})
        rest += [row] if found is None else []
        for key in found or ():
            rows.setdefault(key, []).append(row)

    @lru_cache(4096)
    def holds(text: str, own: Script) -> bool:
        token = Token(0, 0, text, own, 0)
        near = {row for one in (token.form, *token.lemmas) for row in rows.get(begin(one), ())}
        return any(_element(row, name, script).test(token) for row in (*near, *rest))

    return lambda token: holds(token.text, token.script)


def _grammemes(written: str) -> Test:
    wanted = tuple(written.split(","))
    return lambda token: token.has(*wanted)


def _any_form(word: str, script: Script) -> Test:
    if not word[0].isalpha():
        return lambda token: token.form == word
    written: Script = "ru" if "\u0400" <= word[0] <= "\u04ff" else "en"
    own = frozenset(lemmas_told().get(word, (word,))) if written == "ru" else lemmas_of(word, "en")
    return lambda token: token.form == word or not own.isdisjoint(token.lemmas)


def lemmas_of(word: str, script: Script) -> frozenset[str]:
    """Itself, where a word is a lemma of its own; else every lemma that it may belong to."""
    ways = readings(word, script)
    return frozenset(one.lemma for one in ways if one.lemma == word) or frozenset(one.lemma for one in ways)


def write_lemmas(check: bool = False) -> list[str]:
    """Write the file of lemmas anew, or only look; returns the words whose lemmas have changed."""
    asked: set[str] = set()
    for file in (assets.folder() / "patterns").glob("*.toml"):
        raw = _raw(file.stem)
        for rows in (*(it for it in raw.values() if isinstance(it, dict)), *raw.get("set", {}).values()):
            written = [one.removeprefix("!") for row in rows.get("ru", ()) for one in row.split()]
            options = {it for one in written if not one.startswith("=") for it in re.split(r"[|&]-?", one.rstrip("?"))}
            asked |= {it for it in options if re.fullmatch(r"[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*", it)}
    words = sorted(_folded(word) for word in asked)
    told = {word: sorted(found) for word in words if (found := lemmas_of(word, "ru")) != {word}}
    stale = sorted(word for word in told.keys() | lemmas_told().keys() if told.get(word) != lemmas_told().get(word))
    if stale and not check:
        rows = "\n".join(f'"{word}" = {json.dumps(lemmas, ensure_ascii=False)}' for word, lemmas in told.items())
        head = (
            "# Written by promplan.text.patterns.write_lemmas: words of assets/patterns that are no lemmas, and theirs."
        )
        (assets.folder() / "lemmas.toml").write_text(f"{head}\n\n[ru]\n{rows}\n", encoding="utf-8")
        lemmas_told.cache_clear()
    return stale


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е")


@cache
def _raw(name: str) -> dict[str, Any]:
    return tomllib.loads((assets.folder() / "patterns" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _file(name: str) -> dict[str, dict[str, list[str]]]:
    """The kinds of a file in their order, without what is said of the file itself and its sets of words."""
    return {kind: rows for kind, rows in _raw(name).items() if isinstance(rows, dict) and kind != "set"}


def sets(name: str) -> dict[str, dict[str, list[str]]]:
    """The sets of words of a file, by name and language."""
    found: dict[str, dict[str, list[str]]] = _raw(name).get("set", {})
    return found


def _words(name: str, script: Script) -> dict[str, list[str]]:
    """The sets of words of a file in one language."""
    return {key: rows["en" if script == "en" else "ru"] for key, rows in sets(name).items()}


def contains(said: Iterable[Token], name: str, words: str) -> bool:
    """Is one of the tokens among a set's words, each in its own language?"""
    return any(_of_set(name, words, one.script)(one) for one in said if one.script in ("en", "ru", "number"))


@cache
def _of_set(name: str, words: str, script: Script) -> Test:
    return _one_of(f"{{{words}}}", name, "ru" if script == "ru" else "en")
