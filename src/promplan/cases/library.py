"""The library: real works in which art met technology, from `assets/library.toml`, each with sources and a question.

The data are checked when they are first read: a word that a case uses for its form, industry, country or feeling stands
in the file's own lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from promplan import assets, toml
from promplan.language import Problem, Words, pick, say, say_in

Text = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"\S")]
Told = Annotated[dict[Literal["en", "ru"], Text], Field(min_length=2)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]

FACETS: dict[str, Words] = {  # what the works can be told apart by, and the list of the file with its words
    "forms": say_in("library", "Form"),
    "industries": say_in("library", "Industry"),
    "countries": say_in("library", "Country"),
    "feelings": say_in("library", "Feeling"),
}


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Source(_Row):
    """Where a case was read. `seen` is the day on which a stored copy was read; without it nobody here has read it."""

    title: Text
    url: Url
    note: Told | None = None
    seen: date | None = None


class Work(_Row):
    """One case: who made what from which data, what a team can take from it, what to discuss, how sure it is."""

    id: Id
    year: Annotated[int, Field(ge=1900, le=2100)]
    countries: Annotated[tuple[str, ...], Field(min_length=1)]
    industry: Id
    forms: Annotated[tuple[Id, ...], Field(min_length=1)]
    feelings: Annotated[tuple[Id, ...], Field(min_length=1)]
    kit: Id
    title: Told
    who: Told
    where: Told
    when: Told
    data: Told
    made: Told
    take: Told
    question: Told
    unsure: Told | None = None
    licence: Told | None = None
    confidence: Literal["H", "M", "L"]
    source: Annotated[tuple[Source, ...], Field(min_length=1)]

    def keys(self, facet: str) -> tuple[str, ...]:
        """The ids by which a facet of `FACETS` knows this work."""
        return (self.industry,) if facet == "industries" else tuple(getattr(self, facet))

    def words(self) -> str:
        """Everything that a search looks at, in both languages: a team may search in either."""
        told = (self.title, self.who, self.where, self.when, self.data, self.made, self.take, self.question)
        return " ".join(text for one in told for text in one.values())


@dataclass(frozen=True)
class Library:
    """The works in the order of their years, the words of each facet, and the questions that suit every one."""

    works: tuple[Work, ...]
    named: Mapping[str, Mapping[str, Mapping[str, str]]]
    questions: tuple[Mapping[str, str], ...]
    checked_on: date

    def find(self, id: str) -> Work:
        """One work by its id; a `Problem` that names those there are."""
        for one in self.works:
            if one.id == id:
                return one
        known = ", ".join(one.id for one in self.works)
        raise Problem(say("The library has no “{id}”. Choose one of these: {known}.", id=id, known=known))

    def chosen(self, search: str = "", **facets: str) -> tuple[Work, ...]:
        """The works that hold every word of a search and belong to every facet given: `forms="sound"`.

        `Problem` for a facet or a key that there is not.
        """
        for facet, key in facets.items():
            known = self.named.get(facet, {}) if facet in FACETS else FACETS
            if facet not in FACETS or key not in known:
                shown = ", ".join(known)
                raise Problem(say("The library knows no “{id}”. Choose one of these: {known}.", id=key, known=shown))
        asked = squeezed(search).split()
        return tuple(
            one
            for one in self.works
            if all(key in one.keys(facet) for facet, key in facets.items())
            and all(word in squeezed(one.words()) for word in asked)
        )

    def said(self, facet: str, one: Work) -> str:
        """The words of a work's facet in the interface language."""
        return ", ".join(pick(self.named[facet][key]) for key in one.keys(facet))


def squeezed(text: str) -> str:
    """Text as a search compares it: small letters, «ё» as «е»."""
    return text.casefold().replace("ё", "е")


@cache
def read() -> Library:
    """The library of the course."""
    raw = toml.read(assets.folder() / "library.toml")
    works = sorted((_work(one) for one in raw["case"]), key=lambda one: (one.year, one.id))
    named = {facet: raw[facet] for facet in FACETS}
    for one in works:
        for facet, known in named.items():
            if strange := [key for key in one.keys(facet) if key not in known]:
                raise ValueError(f"library.toml: {one.id} has the unknown {facet} {strange}")
    return Library(tuple(works), named, tuple(one["text"] for one in raw["question"]), raw["checked_on"])


def _work(row: Mapping[str, Any]) -> Work:
    """TOML has lists, the rows have tuples."""
    fixed = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Work.model_validate(fixed)
