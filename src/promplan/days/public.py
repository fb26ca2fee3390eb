"""The production calendar of a country: public holidays, days off that are moved, days at a weekend that are worked.

Russia's are data (`assets/workdays.toml`, from the Labour Code and the Government's decrees); those of another country
come from the library `holidays`, where it is installed and knows the country: else nothing is known of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from promplan import assets, toml
from promplan.language import Words, say
from promplan.text.dated import HOME

LIBRARY = "the library holidays"
NAME = "{name}"  # a name that the data says in both languages


@dataclass(frozen=True)
class PublicDay:
    """A public holiday, a day off in place of another (`moved`), or a day at a weekend that is worked (`worked`).

    `day` and `until` are its first and its last day; of what is worked nobody has a day off.
    """

    day: date
    until: date
    name: Words
    source: str
    moved: bool = False
    worked: bool = False


def public_days(country: str, start: date, end: date) -> tuple[PublicDay, ...]:
    """What touches the days from `start` to `end`, both included, by day; `country` by its two letters."""
    found = [one for year in range(start.year, end.year + 1) for one in _year(country, year)]
    return tuple(one for one in found if one.day <= end and one.until >= start)


@lru_cache(1024)
def _year(country: str, year: int) -> tuple[PublicDay, ...]:
    found = _at_home(year) if country == HOME else _abroad(country, year)
    return tuple(sorted(found, key=lambda one: one.day))


def knows_moved(year: int) -> bool:
    """Does the data say which days off are moved in this year? A decree does, in the autumn before."""
    return any(one["year"] == year for one in told()["moved"])


@cache
def told() -> Mapping[str, Any]:
    """The file: rows of `holiday` (name, month, days) and `moved` (year, off, worked), `zones` of other countries."""
    return toml.read(assets.folder() / "workdays.toml")


def _at_home(year: int) -> Iterator[PublicDay]:
    data = told()
    for one in data["holiday"]:
        first, last = (date(year, one["month"], at(one["days"])) for at in (min, max))
        yield PublicDay(first, last, Words(NAME, {"name": one["name"]}), data["source"])
    for one in data["moved"]:
        if one["year"] == year:
            for day in one["off"]:
                yield PublicDay(day, day, say("day off, moved here"), data["source"], moved=True)
            for day in one["worked"]:
                yield PublicDay(day, day, say("worked in place of a day off"), data["source"], moved=True, worked=True)


def _abroad(country: str, year: int) -> Iterator[PublicDay]:
    try:
        import holidays as library
    except ImportError:  # the core does without; the weekends are known all the same
        return
    try:
        days = library.country_holidays(country, years=year)
    except NotImplementedError:  # so it says that it does not know a place
        return
    for day, name in sorted(days.items()):
        yield PublicDay(day, day, Words(NAME, {"name": name}), LIBRARY)
    for day in sorted(getattr(days, "weekend_workdays", ())):
        yield PublicDay(day, day, say("worked in place of a day off"), LIBRARY, moved=True, worked=True)


def span(first: date, last: date) -> Iterator[date]:
    """The days from the first to the last, both included."""
    yield from (first + timedelta(n) for n in range((last - first).days + 1))
