"""The lemmas of the words that patterns are written in: those of Russian are looked up once, and kept as data."""

import json
import re
from functools import cache

from promplan import assets, toml
from promplan.text.files import raw
from promplan.text.morphology import Script, readings


@cache
def lemmas_told() -> dict[str, list[str]]:
    """Russian words of the patterns that are no lemmas, with theirs: to ask the dictionary for all would take a second.

    `assets/lemmas.toml` is written by `write_lemmas` and held by a test.
    """
    told: dict[str, list[str]] = toml.read(assets.folder() / "lemmas.toml")["ru"]
    return told


def lemmas_of(word: str, script: Script) -> frozenset[str]:
    """Itself, where a word is a lemma of its own; else every lemma that it may belong to."""
    ways = readings(word, script)
    return frozenset(one.lemma for one in ways if one.lemma == word) or frozenset(one.lemma for one in ways)


def folded(word: str) -> str:
    """In small letters, ё as е: as the words of a text are compared."""
    return word.casefold().replace("ё", "е")


def write_lemmas(check: bool = False) -> list[str]:
    """Write the file of lemmas anew, or only look; returns the words whose lemmas have changed."""
    asked: set[str] = set()
    for file in (assets.folder() / "patterns").glob("*.toml"):
        tables = raw(file.stem)
        for rows in (*(it for it in tables.values() if isinstance(it, dict)), *tables.get("set", {}).values()):
            written = [one.removeprefix("!") for row in rows.get("ru", ()) for one in row.split()]
            options = {it for one in written if not one.startswith("=") for it in re.split(r"[|&]-?", one.rstrip("?"))}
            asked |= {it for it in options if re.fullmatch(r"[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*", it)}
    words = sorted(folded(word) for word in asked)
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
