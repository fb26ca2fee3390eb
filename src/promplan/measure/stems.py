"""The stems that need not be made at every first check: of the words of units, and of the English patterns."""

import re

from promplan import assets, toml
from promplan.measure.spelling import rows, words_of
from promplan.text.english import irregular
from promplan.text.files import kinds_of, sets
from promplan.text.stemmed import language_of, made, told

ENGLISH = re.compile(r"[a-z]+")
LONG = 4  # letters of a prefix that stands before words
WORD = re.compile(r"[a-z]+|[а-я]+")


def write_stems() -> None:
    """Write `assets/stems.txt` anew; a word that is not in it costs a first check a moment and no more."""
    said = {irregular(word) for word in _of_patterns()} | {
        one.casefold().replace("ё", "е") for text in _of_units() for one in words_of(text)
    }
    kept = sorted(word for word in said if WORD.fullmatch(word))
    head = "# Written by promplan.measure.stems.write_stems: words of the course's own data, and their stems."
    lines = "\n".join((head, *(f"{word} {made(word, language_of(word))}" for word in kept)))
    (assets.folder() / "stems.txt").write_text(f"{lines}\n", encoding="utf-8")
    told.cache_clear()


def _of_patterns() -> set[str]:
    found: set[str] = set()
    for file in sorted((assets.folder() / "patterns").glob("*.toml")):
        for one in (*kinds_of(file.stem).values(), *sets(file.stem).values()):
            found.update(*(ENGLISH.findall(row) for row in one.get("en", ())))
    degrees = toml.read(assets.folder() / "english.toml")
    return found | set(degrees["irregular"]) | {one for listed in degrees["degree"].values() for one in listed}


def _of_units() -> set[str]:
    table = rows()
    found = set(table["thing"]["words"].split())
    found.update(*table["multiplier"].values(), *table["power"].values())
    for row in table["unit"].values():
        prefixes = [one for it in row.get("prefixes", "").split() for one in table["prefix"][it] if len(one) >= LONG]
        found |= {before + word for word in row.get("words", ()) for before in ("", *prefixes)}
    return found
