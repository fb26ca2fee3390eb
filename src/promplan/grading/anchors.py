"""Two sample plans with our levels and reasons, and how far a set of levels is from ours: what calibrates a jury."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.grading.rows import rubric
from promplan.language import Problem, pick, say


@dataclass(frozen=True)
class AnchorMark:
    """Our level of a sample by one criterion, the ids that show it, and why."""

    criterion: str
    level: int
    ids: tuple[str, ...]
    told: Mapping[str, str] = field(hash=False)

    @property
    def why(self) -> str:
        """The reason, in the reader's language."""
        return str(pick(self.told))


@dataclass(frozen=True)
class Anchor:
    """A sample plan: the example that it is, and our marks in the rubric's order."""

    id: str
    example: str
    called: Mapping[str, str] = field(hash=False)
    marks: tuple[AnchorMark, ...]

    @property
    def name(self) -> str:
        """What it is called, in the reader's language; it does not say how good it is."""
        return str(pick(self.called))

    @property
    def levels(self) -> dict[str, int]:
        """Our levels by criterion."""
        return {one.criterion: one.level for one in self.marks}


@dataclass(frozen=True)
class Compared:
    """A set of levels beside ours: criteria that are exact, one off, farther off; `by` is the difference of each."""

    exact: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]
    by: Mapping[str, int] = field(hash=False)

    @property
    def n(self) -> int:
        """How many were compared."""
        return len(self.by)


@cache
def anchors() -> tuple[Anchor, ...]:
    """The sample plans of `assets/anchors.toml`."""
    return tuple(_anchor(one) for one in toml.read(assets.folder() / "anchors.toml")["sample"])


def _anchor(row: Mapping[str, Any]) -> Anchor:
    marks = {
        one["criterion"]: AnchorMark(one["criterion"], one["level"], tuple(one["ids"]), one["why"])
        for one in row["mark"]
    }
    return Anchor(row["id"], row["example"], row["name"], tuple(marks[one.id] for one in rubric().criteria))


def anchor(id_: str) -> Anchor:
    """The sample of this id.

    Raises:
        Problem: there is none.
    """
    found = next((one for one in anchors() if one.id == id_), None)
    if found is None:
        known = ", ".join(one.id for one in anchors())
        raise Problem(say("There is no sample plan “{id}”; there are {known}.", id=id_, known=known))
    return found


def compared(given: Mapping[str, int | None], ours: Anchor) -> Compared:
    """How far the given levels are from ours, criterion by criterion; those without a level are left out."""
    by = {id_: told - level for id_, level in ours.levels.items() if (told := given.get(id_)) is not None}
    return Compared(
        tuple(id_ for id_, off in by.items() if off == 0),
        tuple(id_ for id_, off in by.items() if abs(off) == 1),
        tuple(id_ for id_, off in by.items() if abs(off) > 1),
        by,
    )
