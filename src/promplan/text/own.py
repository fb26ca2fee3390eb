"""What in a sentence is this plant's own, and which words are of another language than the text's."""

from collections.abc import Set
from functools import lru_cache

from promplan.text.forms import forms
from promplan.text.known import known
from promplan.text.lengths import words
from promplan.text.listed import rows
from promplan.text.morphology import Token, tokens
from promplan.text.normal import CYRILLIC_OF, LATIN_OF, quoted
from promplan.text.patterns import contains, hits

OWN = 4  # letters from which a word may say what a thing is
SHARED = 2  # words that a scene has, at least one of them from the facts
FEW = 0.4  # of the letters: what another language has less of is strange here
FOREIGN = 3  # letters from which a word belongs to a language


@lru_cache(512)
def says_something_own(said: str, place: str, products: str, facts: tuple[str, ...]) -> bool:
    """Does the sentence hold something that only this plant could say?

    A product; a scene with a thing of its facts; a thing with a number that is no firm's age; a thing with a place. A
    digit or the town's name alone is nothing: any firm can put its own there.
    """
    town = {form for word in words(place) for form in forms(word)}
    things = {one for one in _things(said) if town.isdisjoint(forms(one))}
    told = things & _of(facts)
    if things & _things(products) or (told and len(things) >= SHARED):
        return True
    return (bool(things) and _number(said)) or (bool(things - _named(said)) and _place(said, place))


@lru_cache(512)
def _of(facts: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(_things(one) for one in facts))


@lru_cache(4096)
def _things(text: str) -> frozenset[str]:
    """What the text speaks of: its nouns' lemmas (in English, its words' stems), without common and idle ones."""
    idle = {n for one in hits(text, "idle") if one.kind != "weak" for n in range(one.first, one.last + 1)}
    found = set()
    for n, one in enumerate(tokens(text)):
        if not one.is_word or len(one.text) < OWN or n in idle or _common(one) or _counts(one):
            continue
        if one.script == "en" or one.has("NOUN") or one.has("UNKN"):
            found |= (
                set(one.lemmas) if one.script == "en" else {it.lemma for it in one.readings if "NOUN" in it.grammemes}
            )
    return frozenset(found)


@lru_cache(512)
def _named(text: str) -> frozenset[str]:
    """The names in it, told by their capitals within a sentence: a place is not yet a thing."""
    said = tokens(text)
    return frozenset[str]().union(
        *(
            one.lemmas
            for n, one in enumerate(said)
            if one.is_word and "Capi" in one.flags and n and said[n - 1].sentence == one.sentence
        )
    )


def _counts(one: Token) -> bool:
    """Is it a number in words?"""
    return contains([one], "boasts-context", "number")


def _common(token: Token) -> bool:
    return bool(_commonplaces(token.script) & (token.lemmas | {token.form})) or contains([token], "own", "common")


@lru_cache(2)
def _commonplaces(script: str) -> frozenset[str]:
    """The list of common words of an alphabet in all lemmas: whoever builds, sells or teaches says them."""
    said = [one for row in rows("common") for one in tokens(row) if one.script == script]
    return frozenset(lemma for one in said for lemma in one.lemmas | {one.form})


def _number(text: str) -> bool:
    """Is there a number that is no firm's age and no mere hundred per cent?"""
    said = tokens(text)
    idle = {n for one in hits(text, "own") for n in range(one.first, one.last + 1)}
    return any(n not in idle and (one.script == "number" or _counts(one)) for n, one in enumerate(said))


def _place(text: str, place: str) -> bool:
    """Is the plant's place named, or another name of a place or a thing, by its capital?"""
    said = tokens(text)
    own = {form for word in words(place) for form in forms(word)}
    for n, one in enumerate(said):
        if not one.is_word or len(one.text) < FOREIGN:
            continue
        begins = n == 0 or said[n - 1].sentence != one.sentence or said[n - 1].text in "«:—–"
        half = one.text.partition("-")[2]  # пол-Кинешмы
        if own & forms(one.text) or half.istitle() or ("Capi" in one.flags and not begins and "Caps" not in one.flags):
            return True
    return False


def strangers(text: str, names: Set[str] = frozenset()) -> list[str]:
    """Words of another language than the text's: «real passion», «экскурсия» in English, a sentence of German.

    Names, models, addresses, signs of two or three letters and what stands in quotation marks belong to no language.
    """
    return list(_strangers(text, frozenset(names)))


@lru_cache(4096)  # a plan's texts are read at every keystroke, and all but one are what they were
def _strangers(text: str, names: frozenset[str]) -> tuple[str, ...]:
    said = [one for one in tokens(text) if one.is_word]
    if not said:
        return ()
    inside = quoted(text)[:100]
    bare = [one for one in said if not any(start <= one.start and one.end <= end for start, end in inside)]
    plain = [one for one in bare if one.text.islower()] or said  # names belong to no language
    letters = {script: sum(len(one.text) for one in plain if one.script == script) for script in ("ru", "en")}
    script = max(letters, key=lambda one: letters[one])
    sentence = any(one.script != script and one.text.islower() and len(one.text) >= FOREIGN for one in said)
    stray = [
        text[one.start : one.end]
        for one in bare
        if one.script != script
        and one.form not in names
        and (len(one.text) >= FOREIGN or _disguised(one, script))
        and (
            one.text.islower()
            or _disguised(one, script)
            or (sentence and letters[one.script] > FEW * sum(letters.values()))
        )
        and not contains([one], "own", "anywhere")
        and not _beside_digits(text, one)
    ]
    if script == "en":
        every = tokens(text)
        spans = [
            (one.start, one.end) for one in hits(text, "own-strange") if not _in_a_name(every, one.first, one.last)
        ]
        spans += _accented(text) + _led(every)
        stray += [
            text[start:end]
            for start, end in sorted(spans)
            if not any(first <= start and end <= last for first, last in inside)
        ]
    return tuple(stray)


def _in_a_name(said: tuple[Token, ...], first: int, last: int) -> bool:
    """Do capitals stand on both sides: Rue de la Gare?"""
    return first > 0 and last + 1 < len(said) and all("Capi" in said[n].flags for n in (first - 1, last + 1))


def _disguised(one: Token, script: str) -> bool:
    """A whole word typed in the other alphabet's look-alikes: «c 2009 года» with a Latin c, «BCE», «а new line»."""
    if one.script == "ru" and script == "en":
        return all(sign in LATIN_OF for sign in one.text)
    if one.script != "en" or script != "ru" or not all(sign in CYRILLIC_OF for sign in one.text):
        return False
    meant = "".join(CYRILLIC_OF[sign] for sign in one.text).casefold()
    if len(meant) == 1:
        return one.text.islower() and meant in "асоук"
    return "Caps" in one.flags and contains([Token(0, 0, meant, "ru", 0)], "jargon", "known")


def _accented(text: str) -> list[tuple[int, int]]:
    """Words with another language's letters beside one of its small words: «Qualität ist», «mucho cariño»."""
    said = [one for one in tokens(text) if one.is_word]
    found = []
    for n, one in enumerate(said):
        if one.script != "en" or one.text.isascii() or len(one.text) < FOREIGN:
            continue
        near = [it for it in said[max(0, n - 2) : n + 3] if it is not one and it.sentence == one.sentence]
        if contains(near, "own-strange", "little"):
            found.append((one.start, one.end))
    return found


def _led(said: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Words that nobody knows beside another language's small word: «sagt der Meister»."""
    found = []
    for n, one in enumerate(said):
        beside = [it for it in said[max(0, n - 1) : n + 2] if it is not one and it.sentence == one.sentence]
        if (
            one.text.islower()
            and not (known(one) or contains([one], "jargon", "heard"))
            and contains(beside, "own-strange", "little")
        ):
            found.append((one.start, one.end))
    return found


def _beside_digits(text: str, one: Token) -> bool:
    return text[max(0, one.start - 1) : one.start].isdigit() or text[one.end : one.end + 1].isdigit()
