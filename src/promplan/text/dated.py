"""Dated law and channels: what `assets/law.toml` and `assets/channels.toml` say, each entry with its day and source.

It is no legal advice. Rules lean on an entry by its id (`cited`), so that no statement about the law stands in code.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from promplan import assets, toml
from promplan.language import Words, say, say_in

HOME = "RU"  # whose rules a plan is read by while it says neither a place nor a time zone
ELSEWHERE = ""  # a country of which the data knows nothing

TOPICS = {
    "consents": say_in("law", "consents"),
    "minors": say_in("law", "minors"),
    "advertising": say_in("law", "advertising"),
    "channels": say_in("law", "channels"),
    "vacancies": say_in("law", "vacancies"),
    "words": say_in("law", "words"),
    "secrets": say_in("law", "secrets"),
}

Text = Annotated[str, StringConstraints(min_length=1, max_length=900, pattern=r"\S")]
Told = Annotated[dict[Literal["en", "ru"], Text], Field(min_length=2)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Topic = Literal["consents", "minors", "advertising", "channels", "vacancies", "words", "secrets"]
Kind = Literal["owned", "shared", "earned", "paid"]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Country(_Row):
    """A country, and the time zones by which a plan is known to be its."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    name: Told
    zones: tuple[str, ...]


class Dated(_Row):
    """What entry and channel have in common: what it is, where it was read, on which day, how sure it is."""

    id: Id
    country: str
    name: Told
    todo: Told
    since: date | None = None
    source: Told
    urls: tuple[Url, ...]
    unsure: Told | None = None
    checked_on: date
    confidence: Literal["H", "M", "L"]


class Entry(Dated):
    """A rule of law in our own words; `brief` is its one clause for a finding, `cite` where it stands."""

    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    brief: Told
    cite: Told
    rule: Told
    exception: Told | None = None
    state: Literal["in force", "disputed", "draft"]
    like: Id | None = None  # the rule of the first country in whose stead it is cited


class Channel(Dated):
    """A place to publish; `words` are the names by which a text may call it, `law` the entries that bear on it."""

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)]
    access: Literal["open", "restricted", "banned"]
    ads: Literal["yes", "no", "disputed", "ask"]
    posts: Literal["yes", "no", "disputed", "ask"]
    status: Told
    footnote: Told | None = None
    law: tuple[Id, ...]

    def is_named_in(self, text: str) -> bool:
        """Does the text call the channel by one of its names?"""
        low = text.casefold()  # most names stand in no text: their patterns are never made
        return any(word.removesuffix("-").casefold() in low and _pattern(word).search(text) for word in self.words)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    ending = r"[\w-]*" if word.endswith("-") else ""
    return re.compile(rf"(?<![\w-]){re.escape(word.removesuffix('-'))}{ending}(?![\w-])", re.IGNORECASE)


Row = TypeVar("Row", bound=_Row)


def _read(file: str, table: str, kind: type[Row]) -> tuple[Row, ...]:
    return tuple(kind.model_validate(_fixed(one)) for one in _tables(file)[table])


@cache
def _tables(file: str) -> dict[str, Any]:
    return toml.read(assets.folder() / file)


def _fixed(one: dict[str, Any]) -> dict[str, Any]:
    """TOML has lists, the rows have tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}


@cache
def countries() -> tuple[Country, ...]:
    """The countries of the data, Russia first."""
    return _read("law.toml", "country", Country)


@cache
def entries() -> tuple[Entry, ...]:
    """Every rule of law, in the order of the file."""
    return _read("law.toml", "entry", Entry)


@cache
def channels() -> tuple[Channel, ...]:
    """Every channel, in the order of the file."""
    return _read("channels.toml", "channel", Channel)


def entry(id: str) -> Entry:
    """The rule of law called `id`; KeyError if there is none: what code leans on must be there."""
    return {one.id: one for one in entries()}[id]


def cited(id: str, country: str = HOME) -> Words:
    """The rule in one clause, with the place where it stands and the day on which it was looked up.

    In another country than the rule's, what that country has in its stead; else that a lawyer knows.
    """
    one = _there(id, country)
    if one is None:
        return say("ask the plant's lawyer about the law of your country")
    return say(
        "{brief} ({cite}; checked on {day}, no legal advice)", brief=one.brief, cite=one.cite, day=one.checked_on
    )


def placed(id: str, country: str = HOME) -> Words:
    """Only where the rule stands: for a finding that has told fault and fix."""
    one = _there(id, country)
    if one is None:
        return say("ask the plant's lawyer about the law of your country")
    return say("{cite}; checked on {day}, no legal advice", cite=one.cite, day=one.checked_on)


def known(id: str, country: str) -> bool:
    """Has the data a rule of this kind for the country?"""
    return _there(id, country) is not None


def _there(id: str, country: str) -> Entry | None:
    if entry(id).country == country:
        return entry(id)
    return next((one for one in entries() if one.country == country and one.like == id), None)


def newest(rows: Iterable[Dated]) -> date:
    """The last day on which any of them was looked up."""
    return max(one.checked_on for one in rows)


def country_at(zone: str, place: str = "") -> str:
    """The id of the country of a place that names it, else of the time zone; `ELSEWHERE` if the data knows it not."""
    if (said := _country_of(place)) is not None:
        return said
    if not zone.strip():
        return HOME
    return next((one.id for one in countries() if zone in one.zones), ELSEWHERE)


@cache
def _country_of(place: str) -> str | None:
    """The country that a place names, the most distant first: Moscow, Idaho is in America."""
    named = _tables("places.toml")
    low = place.casefold()
    for id, country in (("elsewhere", ELSEWHERE), ("GB", "GB"), (HOME, HOME)):
        if any(
            word.removesuffix("-").casefold() in low and _pattern(word).search(place) for word in named[id]["words"]
        ):
            return country
    return None
