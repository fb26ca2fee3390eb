"""Who at an invented plant answers for what, how soon and in which manner: a kit's `desk.toml` beside its facts.

What a fact's own clearance says needs no second row: a cleared fact is a yes of whoever cleared it. Everything is read
in the language of the plan's words, because letters and answers are part of the plan.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from promplan import assets, language
from promplan.cases.recognise import Claim, claim
from promplan.days.workdays import Calendar, Span, calendar, closed
from promplan.plan.brief import Silence
from promplan.plan.desk import Said
from promplan.plan.enterprise import Channel


@dataclass(frozen=True)
class Person:
    """Somebody at the plant: how they sign, what they answer for, their working days for an answer, their manner."""

    id: str
    role: str
    answers_for: str
    days: int
    decides: bool
    opening: str
    closing: str
    away: tuple[Span, ...]


@dataclass(frozen=True)
class Reply:
    """The kit's answer about one fact or hard question, and whose matter it is."""

    about: str
    by: str
    state: Said
    said: str
    wording: str
    channels: tuple[Channel, ...]
    until: date
    first_silent: bool
    mended: tuple[str, ...]


@dataclass(frozen=True)
class Staff:
    """The people of a kit's desk, what they answer about, and the plant's own days."""

    language: str
    people: Mapping[str, Person]
    replies: Mapping[str, Reply]
    claims: tuple[Claim, ...]  # the facts that the kit knows
    asked: tuple[Claim, ...]  # the hard questions that it knows
    topics: tuple[tuple[str, tuple[str, ...]], ...]  # whose matter, and its words
    channels: tuple[Channel, ...]
    until: date
    closed: tuple[Span, ...]
    answer_days: int
    silence: Silence
    layers: Mapping[str, str]  # who agrees to a visit, by layer

    @property
    def first(self) -> str:
        """The person to whom everything goes that is nobody else's matter."""
        return next(iter(self.people))

    @property
    def at_work(self) -> Calendar:
        """The plant's working days."""
        return calendar(self.closed)

    def at_work_for(self, person: str) -> Calendar:
        """The working days of one person: the plant's, less the days they are away."""
        return calendar((*self.closed, *self.people[person].away))


def is_staffed(case: str) -> bool:
    """Has this case a desk that answers?"""
    return assets.kit(case, "desk.toml") is not None


@cache
def staff(case: str, language_: str) -> Staff:
    """The desk of a case in one language."""
    with language.inside(language_):
        return _read(case)


def _read(case: str) -> Staff:
    folder = assets.folder() / "cases" / case
    desk, facts, card = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in ("desk", "facts", "case")
    )
    people = {one["id"]: _person(one) for one in desk["person"]}
    by_role = {one["role"]["en"]: one["id"] for one in desk["person"]}
    rows = {one["about"]: one for one in desk["answer"]}
    replies = {}
    for fact in facts["fact"]:
        clearance = fact.get("clearance", {})
        row = {**_from_clearance(clearance, by_role), **rows.pop(fact["id"], {})}
        if row:
            replies[fact["id"]] = _reply(fact["id"], row, desk)
    replies |= {about: _reply(about, row, desk) for about, row in rows.items()}
    mended = {about: one.mended for about, one in replies.items()}
    return Staff(
        language=language.current(),
        people=people,
        replies=replies,
        claims=tuple(claim(one["id"], one["statement"], mended.get(one["id"], ())) for one in facts["fact"]),
        asked=tuple(claim(id_, text) for id_, text in _questions(folder)),
        topics=tuple((one["by"], tuple(_words(one["words"]))) for one in desk["topic"]),
        channels=tuple(desk["channels"]),
        until=desk["until"],
        closed=closed(case),
        answer_days=card["brief"]["answer_days"],
        silence=card["brief"]["silence_means"],
        layers=desk.get("layers", {}),
    )


def _person(row: Mapping[str, Any]) -> Person:
    told = {name: language.chosen(row.get(name, "")) for name in ("role", "answers_for", "opening", "closing")}
    away = tuple((one["from"], one["until"]) for one in row.get("away", ()))
    return Person(id=row["id"], days=row["days"], decides=row.get("decides", False), away=away, **told)


def _from_clearance(clearance: Mapping[str, Any], by_role: Mapping[str, str]) -> dict[str, Any]:
    """What a cleared fact's own row says of the answer."""
    if clearance.get("state") != "cleared" or clearance["by"]["en"] not in by_role:
        return {}
    told = {name: clearance[name] for name in ("wording", "channels", "until")}
    return {"state": "yes", "by": by_role[clearance["by"]["en"]], **told}


def _reply(about: str, row: Mapping[str, Any], desk: Mapping[str, Any]) -> Reply:
    return Reply(
        about=about,
        by=row["by"],
        state=row["state"],
        said=language.chosen(row.get("said", "")),
        wording=language.chosen(row.get("wording", "")),
        channels=tuple(row.get("channels", desk["channels"])),
        until=row.get("until", desk["until"]),
        first_silent=row.get("first_silent", False),
        mended=tuple(row.get("mended", ())),
    )


def _questions(folder: Any) -> list[tuple[str, Mapping[str, str]]]:
    """The hard questions of the kit and the ten that every plant is asked, each by its id."""
    own = tomllib.loads((folder / "strategy.toml").read_text(encoding="utf-8"))["message"]["questions"]
    always = tomllib.loads((assets.folder() / "questions.toml").read_text(encoding="utf-8"))["question"]
    return [(one["id"], one["question"]) for one in own] + [(one["id"], one["text"]) for one in always]


def _words(told: Mapping[str, str]) -> list[str]:
    """A topic's words in both languages: a team may write in either."""
    return [word.strip() for text in told.values() for word in text.split(",")]
