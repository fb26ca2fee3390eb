"""The course's own words and those of its cases: what a team has from there, it shares with nobody.

They are read only when something is shared, once, file by file, and only the shingles that are asked about are kept.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from promplan import assets, toml
from promplan.cohort.shingles import FEWEST, RUN, plain_words, shingles

PO = re.compile(r'^(?:msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")\n((?:".*"\n)*)', re.MULTILINE)
LOCALE = Path(__file__).parents[1] / "locale"


def known(asked: set[str]) -> set[str]:
    """Which of these shingles stand in the course's words: cases, examples, lessons, sentences of the screen."""
    found: set[str] = set()
    for text in _all():
        told = plain_words(text)
        if len(told) >= RUN:
            found |= shingles(told) & asked
    return found


def _all() -> Iterator[str]:
    home = assets.folder()
    for file in sorted(home.rglob("*.toml")):
        yield from _strings(toml.read(file))
    for file in sorted(home.rglob("*.md")):
        yield file.read_text(encoding="utf-8", errors="replace")
    for file in sorted((assets.course() / "notebooks").rglob("*.ipynb")):
        yield from _cells(file)
    for file in sorted(LOCALE.rglob("promplan.po")):
        yield from _sentences(file.read_text(encoding="utf-8", errors="replace"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.count(" ") >= FEWEST // 2:
            yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _cells(file: Path) -> Iterator[str]:
    try:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    for one in cells:
        if isinstance(one, dict) and one.get("cell_type") == "markdown":
            yield "".join(one.get("source", ""))


def _sentences(text: str) -> Iterator[str]:
    for found in PO.finditer(text):
        yield "".join(line.strip().strip('"') for line in (found[1], *found[2].splitlines())).replace("\\n", "\n")
