"""How units are written: signs with their prefixes, words in any form, read once from `assets/units.toml`.

A spelling is a sequence of words, «кв м»; a sign is matched as it stands, then without regard to capitals, then to
look-alike letters; a word is matched by its stem.
"""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

from promplan import assets, toml
from promplan.measure.clean import clean, skeleton
from promplan.text import stemmed

Key = tuple[str, ...]
LONG = 8  # letters of a word in which one may be wrong


@cache
def stem(word: str) -> str:
    """The stem of a word of either language, without case and ё."""
    word = word.casefold().replace("ё", "е")
    return stemmed.stem(word, stemmed.language_of(word))


@dataclass(frozen=True)
class Named:
    """A unit by its name in the definitions, with the kind of what is counted, where something is."""

    expression: str
    counted: str = ""
    key: str = ""


@dataclass
class Spellings:
    """Every way to write a unit, and what it stands for."""

    exact: dict[Key, Named] = field(default_factory=dict)
    low: dict[Key, Named] = field(default_factory=dict)
    alike: dict[Key, Named] = field(default_factory=dict)
    stems: dict[Key, Named] = field(default_factory=dict)
    multipliers: dict[str, float] = field(default_factory=dict)
    powers: dict[str, int] = field(default_factory=dict)
    shown: dict[str, dict[str, str]] = field(default_factory=dict)
    forms: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    longest: int = 1

    def find(self, key: Key) -> Named | None:
        """What this sequence of words stands for: by signs, then by stems, then by the shapes of letters."""
        low = tuple(one.casefold() for one in key)
        return (
            self.exact.get(key)
            or self.low.get(low)
            or self.stems.get(tuple(map(stem, key)))
            or self.alike.get(tuple(skeleton(one).casefold() for one in key))
        )


def words_of(text: str) -> Key:
    """A spelling as the words that the reader of units will meet."""
    from promplan.measure.unit import tokens

    return tuple(one.text for one in tokens(clean(text)))


@cache
def rows() -> dict[str, Any]:
    return toml.read(assets.folder() / "units.toml")


@cache
def things() -> frozenset[str]:
    """The stems of things that are counted, by their English names; Russian ones stand in the dictionary."""
    return frozenset(map(stem, rows()["thing"]["words"].split()))


@cache
def stops() -> frozenset[str]:
    """Words with which what may be a unit ends."""
    return frozenset(rows()["stop"]["words"].split())


@cache
def usual(language: str) -> tuple[str, ...]:
    """The signs that people of this language write, in the order of what is meant most often."""
    return tuple(rows()["usual"][language].split())


@lru_cache(4096)
def misspelt(word: str) -> Named | None:
    """The unit that a long word was meant to be, but for a letter: «милиметров»."""
    if len(word) < LONG:
        return None
    known = {one[0]: named for one, named in spellings().stems.items() if len(one) == 1 and len(one[0]) >= LONG - 2}
    close = get_close_matches(stem(word), known, n=1, cutoff=0.89)
    return known[close[0]] if close else None


@cache
def spellings() -> Spellings:
    """All spellings, from the assets."""
    written = rows()
    table = Spellings()
    for factor, names in written["multiplier"].items():
        table.multipliers |= {stem(name): float(factor) for name in names}
    for power, names in written["power"].items():
        table.powers |= {stem(name): int(power) for name in names}
    for key, row in written["unit"].items():
        _enter(table, key, row, written["prefix"])
    table.longest = max(map(len, (*table.exact, *table.stems)))
    return table


def _enter(table: Spellings, key: str, row: dict[str, Any], prefixes: dict[str, list[str]]) -> None:
    plain = Named(row.get("is", key), row.get("counted", ""), key)
    table.shown[key], table.forms[key] = row.get("shown", {}), row.get("forms", {})
    ways = [("", plain, [""])]
    for prefix in row.get("prefixes", "").split():
        ways.append((prefix, Named(f"{prefix}{plain.expression}", plain.counted, f"{prefix}{key}"), prefixes[prefix]))
    for prefix, named, written in ways:
        for sign in row.get("short", ()):
            for before in written:
                if len(before) < 4 and (not prefix or sign[:1].isalpha()):
                    spelled = words_of(before + sign)
                    for known, made in (
                        (table.exact, spelled),
                        (table.low, tuple(one.casefold() for one in spelled)),
                        (table.alike, tuple(skeleton(one).casefold() for one in spelled)),
                    ):
                        known.setdefault(made, named)
        for word in row.get("words", ()):
            for before in written:
                if not prefix or (len(before) >= 4 and " " not in word):
                    table.stems.setdefault(tuple(map(stem, words_of(before + word))), named)
        if prefix and row.get("shown"):
            signs = {"en": prefixes[prefix][0], "ru": next(one for one in prefixes[prefix] if one.casefold()[0] >= "а")}
            table.shown[named.key] = {one: signs[one] + sign for one, sign in row["shown"].items()}
