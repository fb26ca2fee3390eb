"""What is kept of a graded plan: findings, gates, machine points, the evidence for them, exceptions, texts.

Each kind is a row of plain values, so that the gradebook is a table of them and anybody can ask it in SQL.
"""

from dataclasses import dataclass
from typing import Literal

from promplan.cohort.both import Both

State = Literal["passed", "closed", "nothing yet"]


@dataclass(frozen=True)
class GateRow:
    """A gate: passed, closed by so many errors, or nothing to look at yet."""

    gate: str
    name: Both
    wants: Both
    state: State
    errors: int


@dataclass(frozen=True)
class FindingRow:
    """A finding in words; `answered` is the team's reason, empty where there is none."""

    rule: str
    severity: str
    unit: str
    object: str
    place: Both
    message: Both
    fix: Both
    evidence: Both
    answered: str
    open: int

    @property
    def exception(self) -> bool:
        """Does a warning stand with a reason?"""
        return self.severity == "warning" and not self.open


@dataclass(frozen=True)
class PointRow:
    """A criterion: its weight, what the machine saw of it, and the most that it can see."""

    criterion: str
    name: Both
    weight: float
    machine: float
    most: float

    @property
    def for_people(self) -> float:
        """Points that only people can give."""
        return self.weight - self.most


@dataclass(frozen=True)
class SeenRow:
    """Evidence that is present: so many of so many, in a sentence, with the ids that show it."""

    criterion: str
    key: str
    done: int
    of_all: int
    said: Both
    ids: str


@dataclass(frozen=True)
class OnceRow:
    """A sentence about when the work came: only what the hand-ins themselves tell."""

    kind: str
    share: float
    said: Both


@dataclass(frozen=True)
class TextRow:
    """A text of the plan that is long enough to be compared: where it stands, and the sketch of its shingles."""

    place: str
    said: str
    sketch: bytes


GENERAL = ""  # the criterion of words to the team as a whole
HEAD = ("team", "name", "language", "n", "source", "plan", "rules", "day", "fingerprint")  # what a record begins with
ROWS = {
    "gate": GateRow,
    "finding": FindingRow,
    "point": PointRow,
    "seen": SeenRow,
    "once": OnceRow,
    "text": TextRow,
}


@dataclass(frozen=True)
class Record:
    """Everything that is kept of a team's graded plan.

    Attributes:
        fingerprint: of all that the grading depended on; the same means that nothing needs to be done again.
        plan: the plan's digest. rules: the digest of the rules. day: the day as of which it was graded.
    """

    team: str
    name: str
    language: str
    n: int
    source: str
    plan: str
    rules: str
    day: str
    fingerprint: str
    gate: tuple[GateRow, ...] = ()
    finding: tuple[FindingRow, ...] = ()
    point: tuple[PointRow, ...] = ()
    seen: tuple[SeenRow, ...] = ()
    once: tuple[OnceRow, ...] = ()
    text: tuple[TextRow, ...] = ()

    @property
    def machine(self) -> float:
        """The machine's points."""
        return sum(one.machine for one in self.point)

    @property
    def most(self) -> float:
        """The most that a machine can see."""
        return sum(one.most for one in self.point)

    @property
    def exceptions(self) -> list[FindingRow]:
        """Warnings that stand with the team's reason."""
        return [one for one in self.finding if one.exception]


@dataclass(frozen=True)
class Given:
    """What a human gave for a criterion: points (None: none yet), words, and who it was."""

    criterion: str
    points: float | None = None
    words: str = ""
    who: str = ""
