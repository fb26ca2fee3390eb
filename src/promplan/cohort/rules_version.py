"""Which rules graded a plan: their digest, and every rule with its severity, so that a change can be told."""

import hashlib
from functools import cache
from pathlib import Path

from promplan import assets, review  # noqa: F401  the rules join the engine when the room is loaded
from promplan.grading import rubric
from promplan.review.engine import RULES

ROOMS = ("plan", "text", "measure", "media", "days", "spending", "results", "schedule", "cases", "review", "grading")
PACKAGE = Path(__file__).parents[1]


@cache
def digest() -> str:
    """A digest of all code and data that findings, gates and points depend on."""
    found = hashlib.sha256()
    files = [file for room in ROOMS for file in sorted((PACKAGE / room).rglob("*.py"))]
    for file in (*files, *sorted(assets.folder().rglob("*.toml"))):
        found.update(file.name.encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:16]


def known() -> dict[str, str]:
    """Every rule with its severity, every criterion with its weight, every gate: what can change from time to time."""
    rows: dict[str, str] = {id_: one.severity for id_, one in RULES.items()}
    rows |= {f"criterion {one.id}": str(one.weight) for one in rubric().criteria}
    return rows | {f"gate {one.id}": " ".join(one.rules) for one in rubric().gates}
