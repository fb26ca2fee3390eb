"""Words in both languages at once: what is kept in the gradebook is read later, in the team's language or in yours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from promplan import language
from promplan.export.printed import plain
from promplan.language import inside, pick

MOST = 4000  # characters of a sentence that are kept: a plan's own words stand in some


@dataclass(frozen=True)
class Both:
    """A text in English and in Russian."""

    en: str
    ru: str

    def __iter__(self) -> Iterator[str]:
        return iter((self.en, self.ru))

    def __str__(self) -> str:
        return self.ru if language.current() == "ru" else self.en


def both(words: Any) -> Both:
    """The words, an asset's table, or what a function says, in both languages; without signs that no page can show."""
    return Both(_in(words, "en"), _in(words, "ru"))


def _in(words: Any, spoken: str) -> str:
    with inside(spoken):
        told: Callable[[], Any] | Any = words() if callable(words) else words
        return str(plain(str(pick(told))))[:MOST]
