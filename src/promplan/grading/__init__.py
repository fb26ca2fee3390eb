"""The rubric of the course: gates first, then seven criteria with levels, evidence from the plan, and points.

| name | what it gives |
|---|---|
| `rubric()` | gates and criteria as data (`assets/rubric.toml`), in the reader's language when read |
| `gates(plan, on)` | each gate with the open errors that close it |
| `evidence(plan, criterion)` | what a machine sees of a criterion: sentences with counts and ids |
| `points(plan)` | of each criterion its weight, the machine's part, and what is left for people |
| `scored(levels)` | the points of a set of levels, and which criteria have none |
| `anchors()` | the two sample plans with our levels and reasons (`assets/anchors.toml`) |
| `compared(given, anchor)` | how far a set of levels is from ours: exact, one off, farther |
| `questions(plan, on)` | what a jury would ask of this plan, the sharpest first |
| `draft(plan)` | the pitch's parts in the plan's own words |

No widgets here: whoever grades a cohort needs the same.
"""

from promplan.grading.anchors import Anchor, Compared, anchors, compared
from promplan.grading.gates import GateState, gates
from promplan.grading.jury import Asked, classic, questions
from promplan.grading.pitch import Draft, draft
from promplan.grading.points import Points, Score, points, scored
from promplan.grading.rows import LEVELS, Criterion, Gate, Rubric, criterion, rubric
from promplan.grading.seen import SEEN, Seen, evidence

__all__ = [
    "LEVELS",
    "SEEN",
    "Anchor",
    "Asked",
    "Compared",
    "Criterion",
    "Draft",
    "Gate",
    "GateState",
    "Points",
    "Rubric",
    "Score",
    "Seen",
    "anchors",
    "classic",
    "compared",
    "criterion",
    "draft",
    "evidence",
    "gates",
    "points",
    "questions",
    "rubric",
    "scored",
]
