"""The days of industry and the professions: the rules of `assets/dates.toml`, ready for `promplan.media.dates`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from promplan import assets, toml
from promplan.language import Problem, say
from promplan.media.dates import FIRST, LAST, Fixed, Nth, Rule, Week
from promplan.text.dated import HOME
from promplan.text.normal import normal

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class SpecialDay:
    """A day, or a week, that returns: its name in both languages, its rule, and where the rule is from.

    `confidence` is H (a primary source, or two), M (one secondary source) or L; `note` says what to beware of.
    `country` is whose day it is; a day of `mourning` is one of mourning or of memory.
    """

    id: str
    name: Mapping[str, str] = field(hash=False)
    rule: Rule
    source: str
    confidence: str
    checked_on: date
    note: Mapping[str, str] = field(default_factory=dict, hash=False)
    country: str = HOME
    mourning: bool = False


def load_dates(file: Path | None = None) -> dict[str, SpecialDay]:
    """The special days by id, in the order of the file; `between({id: one.rule …}, start, end)` finds a year's.

    Args:
        file: another file of the same form; the course's own if not given.

    Raises:
        Problem: a row of the file is damaged, with its id.
    """
    raw = tomllib.loads((file or assets.folder() / "dates.toml").read_text(encoding="utf-8"))
    return {one["id"]: _special(one) for one in raw["date"]}


def _special(row: Mapping[str, Any]) -> SpecialDay:
    try:
        return SpecialDay(
            row["id"],
            row["name"],
            _rule(row["rule"], row.get("since", FIRST), row.get("until", LAST)),
            row["source"],
            row["confidence"],
            row["checked_on"],
            row.get("note", {}),
            row.get("country", HOME),
            row.get("mourning", False),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise Problem(
            say("dates.toml, day “{id}”: the row is damaged ({fault}).", id=str(row.get("id")), fault=str(error))
        ) from None


def _rule(row: Mapping[str, Any], since: int, until: int) -> Rule:
    match row["kind"]:
        case "fixed":
            return Fixed(row["month"], row["day"], since, until)
        case "nth":
            return Nth(row["month"], WEEKDAYS.index(row["weekday"]), row["nth"], since, until)
        case "week":
            return Week(row["month"], row["nth"], since, until)
    raise ValueError(row["kind"])


@cache
def days_of(country: str) -> dict[str, SpecialDay]:
    """The course's own days of a country, by id; none of one that the file knows nothing about."""
    return {id_: one for id_, one in load_dates().items() if one.country == country}


def is_mourning(said: str) -> bool:
    """Do somebody's words speak of a day of mourning or of memory?"""
    return bool(_stems("mourning").search(normal(said).text))


def is_accident(said: str) -> bool:
    """Do somebody's words speak of an accident?"""
    return bool(_stems("accident").search(normal(said).text))


@cache
def _stems(of: str) -> re.Pattern[str]:
    told = toml.read(assets.folder() / "dates.toml")[of]
    stems = "|".join(re.escape(stem) for words in told.values() for stem in words)
    return re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)
