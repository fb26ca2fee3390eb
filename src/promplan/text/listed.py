"""The lists of `assets/words.toml` that hold phrases, and the limits beside them.

In these lists a trailing hyphen marks a stem ("innovat-" is innovation and innovative), and a word without one
stands whole («данный» is not «данные»). A phrase may have any spaces in it and no line's end; ё is found as е too.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from promplan import assets, toml


@cache
def _words() -> dict[str, Any]:
    return toml.read(assets.folder() / "words.toml")


@cache
def rows(kind: str) -> tuple[str, ...]:
    """The entries of a list in both languages, as they are written there; KeyError for a list there is not."""
    lists = _words()[kind]
    return tuple(dict.fromkeys(one for language in ("en", "ru") for one in lists[language]))


@cache
def phrases(kind: str) -> re.Pattern[str]:
    """One pattern for a list: its longest entries first, so that a phrase wins over its first word."""
    entries = sorted(rows(kind), key=len, reverse=True)
    letters = "".join(sorted({one[0] for one in entries} | {one[0].replace("ё", "е") for one in entries}))
    # the look at the first letter spares most words the whole list
    return re.compile(
        rf"(?<!\w)(?=[{re.escape(letters)}])(?:" + "|".join(map(_phrase, entries)) + r")(?!\w)", re.IGNORECASE
    )


def _phrase(entry: str) -> str:
    found = r"[^\S\n]+".join(
        re.escape(one[:-1]) + r"\w*" if one.endswith("-") else re.escape(one) for one in entry.split()
    )
    return found.replace("ё", "[её]").replace("'", "['’]")


def limit(name: str, language: str | None = None) -> float:
    """A limit of `[limit]`; one that differs by language is asked for with the language."""
    value = _words()["limit"][name]
    return float(value[language] if isinstance(value, Mapping) else value)


NAMED = 6  # words that a finding names
EVIDENCE = 120  # characters of a phrase that are shown


def quoting(named: Iterable[str]) -> dict[str, str]:
    """Words in quotation marks, as either language sets them; each once, as it stands first.

    Quotation marks within them become the inner ones: «„Лучший“ завод».
    """
    once = list({one.casefold(): one for one in reversed(list(named))}.values())[::-1]
    more = " …" if len(once) > NAMED else ""
    once = [one if len(one) <= EVIDENCE else one[: EVIDENCE - 1] + "…" for one in once[:NAMED]]
    inner = [one.replace("«", "„").replace("»", "“") for one in once]
    return {
        "en": ", ".join(f'"{one}"' for one in once) + more,
        "ru": ", ".join(f"«{one}»" for one in inner) + more,
    }
