"""The case kits: an invented plant as it hands itself over, read from `assets/cases/CASE/`.

Everything is checked against the plan's own models. Sentences come in the interface language of the moment of
loading; a fact of the kit also keeps both languages, for games that are drawn anew when the language changes.
"""

import csv
import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, overload

from pydantic import ValidationError

from promplan import assets, language, toml
from promplan.language import Problem, Words, say
from promplan.plan.brief import Brief
from promplan.plan.codec import explain
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES, Enterprise, Fact
from promplan.plan.meta import Meta
from promplan.text.table import Cell, Line, Table

BLANK = "blank"  # the empty kit for a real plant: a form to fill in, no case
VERDICTS: dict[str, Words] = {
    "publish": say("publish"),
    "ask": say("ask first"),
    "never": say("never"),
    "not-a-fact": say("not a fact"),
}
PROFILE = ("name", "place", "industry", "products", "protected_names")
TRACKS = ("subtitles",)  # both languages are in the plan, whatever the interface speaks
FACT_OF_KIT = ("group", "verdict", "why")  # what a kit's row has beyond a fact of the plan

Told = Mapping[str, str]


@dataclass(frozen=True)
class Claim:
    """A fact as the kit holds it: the plan's fact, both languages of its sentence, and where a game sorts it."""

    fact: Fact
    said: Told
    group: str = ""
    verdict: str = ""
    why: Told = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


class Facts(Sequence[Claim]):
    """The kit's register; a group is what belongs to one scene."""

    def __init__(self, claims: Sequence[Claim], titles: Mapping[str, Told]) -> None:
        self._claims, self._titles = tuple(claims), titles

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Claim]: ...
    def __getitem__(self, index: int | slice) -> Claim | Sequence[Claim]:
        return self._claims[index]

    def __len__(self) -> int:
        return len(self._claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def group(self, name: str) -> "Facts":
        """The facts of one group; a `Problem` that names the groups there are."""
        if name not in self._titles:
            known = ", ".join(self._titles)
            raise Problem(
                say("There is no group “{name}” in this kit. Choose one of these: {known}.", name=name, known=known)
            )
        return Facts([one for one in self._claims if one.group == name], self._titles)

    def table(self, group: str | None = None) -> Table:
        """The register as a table; of a group that was sorted: the sentence, where it belongs, and why."""
        if group is None:
            heads = (say("No."), say("Fact"), say("Source"), say("As of"), say("Clearance"))
            return Table(str(say("Register of facts")), tuple(map(str, heads)), tuple(_row(one) for one in self))
        heads_of_group = (say("What was said"), say("Where it belongs"), say("Why"))
        rows = tuple(
            (language.pick(one.said), str(VERDICTS.get(one.verdict, "")), language.pick(one.why) or "")
            for one in self.group(group)
        )
        return Table(language.pick(self._titles[group]), tuple(map(str, heads_of_group)), rows)


def _row(claim: Claim) -> tuple[Cell, ...]:
    fact = claim.fact
    state = language.pick(CLEARANCE_STATES[fact.clearance.state])
    day = (Line(language.day(fact.as_of), whole=True),) if fact.as_of else ""
    return fact.id, language.pick(claim.said), fact.source, day, state


@dataclass(frozen=True)
class Node:
    """A step of the plant's chain; `stage` counts from the left, `branch` is the lane."""

    id: str
    name: str
    stage: int
    branch: str


@dataclass(frozen=True)
class Chain:
    """The value chain: its steps, its arrows as pairs of ids, and the lanes' names."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]
    branches: Mapping[str, str]


@dataclass(frozen=True, repr=False)
class Case:
    """An invented plant: the plan that it would write of itself, and everything it hands to a team."""

    id: str
    name: str
    place: str
    date: datetime.date
    campaign: tuple[datetime.date, datetime.date]
    aim: str
    plan: Plan
    blank: Plan
    facts: Facts
    people: tuple[Mapping[str, Any], ...]
    zones: tuple[Mapping[str, Any], ...]
    chain: Chain
    card: Mapping[str, Any]  # all of case.toml: the town, the college, the departments, the glossary
    folder: Path

    def __repr__(self) -> str:
        return str(
            say(
                "{name}, {place} (invented): facts {facts}, people {people}, zones {zones}",
                name=self.name,
                place=self.place,
                facts=len(self.facts),
                people=len(self.people),
                zones=len(self.zones),
            )
        )

    def series(self, name: str) -> list[dict[str, float | str]]:
        """The rows of `NAME.csv`, numbers as numbers; a `Problem` that names the files there are."""
        lines = self.file(name).read_text(encoding="utf-8").splitlines()
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return [{column: _number(value) for column, value in row.items()} for row in rows]

    def file(self, name: str) -> Path:
        """Where `NAME.csv` is, for a form of art; a `Problem` that names the files there are."""
        file = self.folder / f"{name}.csv"
        if not file.is_file():
            known = ", ".join(sorted(one.stem for one in self.folder.glob("*.csv")))
            raise Problem(
                say("There is no series “{name}” in this kit. Choose one of these: {known}.", name=name, known=known)
            )
        return file

    def listed(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of `NAME.toml`: vacancies, prices, dates, floor; in the language of the moment."""
        return tuple(_listed(self.folder, name))


def available() -> list[str]:
    """The ids of the cases there are."""
    return sorted(one.parent.name for one in _home().glob("*/case.toml") if one.parent.name != BLANK)


def tables(case: str) -> Sequence[Path]:
    """The data files of a case; none of one that there is not: a plan from elsewhere may hold any path as its name."""
    return _tables(_home() / case) if case in available() else ()


@cache
def _tables(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob("*.csv"))  # asked at each move of the composer's sliders


def load(case: str) -> Case:
    """The kit called `case`, its words in the interface language; a `Problem` that names what there is."""
    if case not in available():
        known = ", ".join(available())
        raise Problem(say("There is no case “{case}”. Choose one of these: {known}.", case=case, known=known))
    folder = _home() / case
    card, raw = _toml(folder, "case"), _toml(folder, "facts")
    claims = [_claim(one, case) for one in raw["fact"]]
    profile = {name: language.chosen(card[name]) for name in PROFILE}
    meta = {
        "case": case,
        "language": language.current(),
        "as_of": card["date"],
        "campaign_start": card["campaign"]["start"],
        "campaign_end": card["campaign"]["end"],
    }
    try:
        blank = Plan(meta=Meta.model_validate(meta), enterprise=Enterprise.model_validate(profile))
        plan = blank.model_copy(deep=True)
        plan.brief = Brief.model_validate(_said(card["brief"]))
        plan.enterprise.facts = [one.fact.model_copy(deep=True) for one in claims]
        plan = Plan.model_validate({**plan.model_dump(), **_strategy(folder)}, strict=True)
    except ValidationError as error:
        raise _broken(case, error) from None
    return Case(
        id=case,
        name=profile["name"],
        place=profile["place"],
        date=card["date"],
        campaign=(card["campaign"]["start"], card["campaign"]["end"]),
        aim=plan.brief.aim,
        plan=plan,
        blank=blank,
        facts=Facts(claims, raw.get("groups", {})),
        people=tuple(_listed(folder, "people")),
        zones=tuple(_listed(folder, "zones")),
        chain=_chain(folder),
        card=_said(card),
        folder=folder,
    )


def _home() -> Path:
    return assets.folder() / "cases"


def _toml(folder: Path, name: str) -> dict[str, Any]:
    return toml.read(folder / f"{name}.toml")


def _strategy(folder: Path) -> dict[str, Any]:
    """The plan's later sections, as far as the plant has filled them: objectives, audiences, message."""
    if not (folder / "strategy.toml").is_file():
        return {}
    found: dict[str, Any] = _said(_toml(folder, "strategy"))
    return found


def _listed(folder: Path, name: str) -> list[dict[str, Any]]:
    """The one list of tables in `NAME.toml`, in the interface language."""
    rows = next(value for value in _toml(folder, name).values() if isinstance(value, list))
    return [_said(one) for one in rows]


def _said(value: Any) -> Any:
    """An asset's value with every `{en, ru}` in the interface language."""
    value = language.chosen(value)
    if isinstance(value, dict):
        return {key: one if key in TRACKS else _said(one) for key, one in value.items()}
    return [_said(one) for one in value] if isinstance(value, list) else value


def _claim(raw: dict[str, Any], case: str) -> Claim:
    try:
        fact = Fact.model_validate(_said({key: value for key, value in raw.items() if key not in FACT_OF_KIT}))
    except ValidationError as error:
        raise _broken(case, error, str(raw.get("id", "facts.toml"))) from None
    return Claim(fact, raw["statement"], raw.get("group", ""), raw.get("verdict", ""), raw.get("why", {}))


def _broken(case: str, error: ValidationError, row: str = "case.toml") -> Problem:
    return Problem(
        say(
            "The kit “{case}” is damaged at {where}: {fault}. Correct that row, or install the course again.",
            case=case,
            where=row,
            fault=explain(error),
        )
    )


def _chain(folder: Path) -> Chain:
    raw = _toml(folder, "chain")
    nodes = tuple(Node(one["id"], language.pick(one["name"]), one["stage"], one["branch"]) for one in raw["node"])
    return Chain(nodes, tuple((start, end) for start, end in raw.get("edge", ())), _said(raw["branches"]))


def _number(value: str) -> float | str:
    try:
        return float(value)
    except ValueError:
        return value
