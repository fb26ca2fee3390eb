"""English words without a dictionary: a stem for each, and what an ending tells of its part of speech."""

import re
from functools import cache, lru_cache
from typing import Any

from promplan import assets, toml
from promplan.text import stemmed

ADJECTIVE = re.compile(
    r"\w{2,}(?:ive|al|ful|ous|able|ible|ic|ical|ent|ant|less|ern|ary|ory|ate|ed|ing|ular|some|ish|ite)"
)
ADVERB = re.compile(r"\w{3,}ly")


@lru_cache(50_000)
def english(form: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The readings of a word in small letters: always one, its stem and what its ending may mean."""
    bare = form.removesuffix("'s").removesuffix("'")
    marks = set()
    degrees = _told()["degree"]
    if bare in degrees["superlatives"] or (
        len(bare) > 5 and bare.endswith("est") and bare not in degrees["no_superlatives"]
    ):
        marks |= {"Supr", "ADJF"}
    if bare in degrees["comparatives"] or bare in _comparatives():
        marks.add("COMP")
    if ADJECTIVE.fullmatch(bare) or bare in degrees["gradable"]:
        marks.add("ADJF")
    if ADVERB.fullmatch(bare):
        marks.add("ADVB")
    if len(bare) > 4 and bare.endswith("ing"):
        marks.add("VING")
    if len(bare) > 3 and bare.endswith("ed"):
        marks.add("VPAS")
    return ((stem(_told()["irregular"].get(bare, bare)), frozenset(marks)),)


@lru_cache(50_000)
def stem(word: str) -> str:
    """What is left of a word without its common endings."""
    return stemmed.stem(word, "english")


def irregular(word: str) -> str:
    """The word of which it is a form of its own: go for went; itself where it is none."""
    return str(_told()["irregular"].get(word, word))


@cache
def _comparatives() -> frozenset[str]:
    """The second degree of the adjectives that have one by their ending: safer, bigger, friendlier."""
    return frozenset(_er(one) for one in _told()["degree"]["gradable"])


def _er(adjective: str) -> str:
    if adjective.endswith("y"):
        return f"{adjective[:-1]}ier"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnt]", adjective):
        return f"{adjective}{adjective[-1]}er"
    return f"{adjective}r" if adjective.endswith("e") else f"{adjective}er"


@cache
def _told() -> dict[str, Any]:
    return toml.read(assets.folder() / "english.toml")
