"""What the course's own pieces are called in the other language: a platform counts them under the one they came out in.

A plan is in one language; the exports of the kits are in that of the plant's town.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.cases.kit import available, load
from promplan.export.sheet_heads import folded
from promplan.language import LANGUAGES, inside


def twins(title: str) -> frozenset[str]:
    """The titles that a piece of the kits and of the lessons' drafts has in the other languages; none for others."""
    return _known().get(folded(title), frozenset())


@cache
def _known() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for told in (*_of_kits(), *_of_drafts()):
        for one in told:
            found[folded(one)] |= {it for it in told if it != one}
    return {name: frozenset(others) for name, others in found.items() if name}


def _of_kits() -> Iterator[tuple[str, ...]]:
    for name in available():
        titles = []
        for language in LANGUAGES:
            with inside(language):
                titles.append({one.id: one.title for one in load(name).plan.items})
        yield from (tuple(one[id_] for one in titles) for id_ in titles[0])


def _of_drafts() -> Iterator[tuple[str, ...]]:
    for file in sorted((assets.folder() / "examples").glob("*.toml")):
        raw: dict[str, Any] = toml.read(file)
        for one in (*raw.get("items", ()), *raw.get("also", {}).get("items", ())):
            title = one.get("title")
            if isinstance(title, Mapping) and {*LANGUAGES} <= title.keys():
                yield tuple(str(title[language]) for language in LANGUAGES)
