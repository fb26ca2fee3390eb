"""The rubric as data, read once: gates, and criteria with weight, levels in words, and what each of them leans on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.language import Problem, pick, say

LEVELS = (1, 2, 3, 4)
HUMAN_LEVEL = 4  # this one and what lies beyond a machine's sight is for people, in every criterion
Told = Mapping[str, str]


@dataclass(frozen=True)
class Gate:
    """A gate: no points, pass or mend. An open error of one of its `rules` closes it."""

    id: str
    told: Told = field(hash=False)
    wanted: Told = field(hash=False)
    rules: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called, in the reader's language."""
        return str(pick(self.told))

    @property
    def asks(self) -> str:
        """What it asks for, in a sentence."""
        return str(pick(self.wanted))


@dataclass(frozen=True)
class Criterion:
    """A criterion: its weight in points, its levels in words, and the units, rules and evidence that it leans on.

    `rules` are ids or families; `evidence` are keys of `promplan.grading.seen`. `sees`: may the machine's evidence
    speak of levels 1 to 3? Level 4 is for people everywhere.
    """

    id: str
    weight: int
    sees: bool
    told: Told = field(hash=False)
    levels: tuple[Told, ...] = field(hash=False)
    units: tuple[str, ...]
    rules: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called, in the reader's language."""
        return str(pick(self.told))

    def anchor(self, level: int) -> str:
        """What a plan at this level looks like, in the reader's language."""
        return str(pick(self.levels[level - 1]))


@dataclass(frozen=True)
class Rubric:
    """Gates, criteria, and the rules whose errors are of mere form."""

    gates: tuple[Gate, ...]
    criteria: tuple[Criterion, ...]
    form: tuple[str, ...]
    stated: Told = field(hash=False)

    @property
    def declared(self) -> str:
        """Whose rubric it is."""
        return str(pick(self.stated))

    @property
    def weight(self) -> int:
        """All points that there are."""
        return sum(one.weight for one in self.criteria)


@cache
def rubric() -> Rubric:
    """Gates and criteria of `assets/rubric.toml`."""
    raw = toml.read(assets.folder() / "rubric.toml")
    return Rubric(
        tuple(Gate(one["id"], one["name"], one["asks"], tuple(one["rules"])) for one in raw["gate"]),
        tuple(_criterion(one) for one in raw["criterion"]),
        tuple(raw["form"]),
        raw["declared"],
    )


def _criterion(row: Mapping[str, Any]) -> Criterion:
    return Criterion(
        row["id"],
        row["weight"],
        row["sees"],
        row["name"],
        tuple(row[f"level{one}"] for one in LEVELS),
        tuple(row["units"]),
        tuple(row["rules"]),
        tuple(row["evidence"]),
    )


def criterion(id_: str) -> Criterion:
    """The criterion of this id.

    Raises:
        Problem: the rubric has none.
    """
    found = next((one for one in rubric().criteria if one.id == id_), None)
    if found is None:
        known = ", ".join(one.id for one in rubric().criteria)
        raise Problem(say("The rubric has no criterion “{id}”; it has {known}.", id=id_, known=known))
    return found
