"""Where the course's folders are: in the checkout if there is one, else inside the installed package.

The checkout comes first: an editable install can leave a stale copy of the course behind.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


def course() -> Path:
    """The folder that holds notebooks/, exercises/, solutions/ and assets/."""
    package = Path(__file__).parent
    checkout = package.parent.parent
    if (checkout / "assets").is_dir() and (checkout / "notebooks").is_dir():
        return checkout
    return package / "_course"


def folder() -> Path:
    """The folder of cases, quizzes, examples and other dated data."""
    return course() / "assets"


def kit(case: str, file: str) -> Path | None:
    """A file of a case's kit; None where there is none: a plan from elsewhere may hold anything as its case."""
    try:
        found = folder() / "cases" / case / file
        return found if case and found.is_file() else None
    except (OSError, ValueError):  # longer than a name may be, or with a sign that no name has
        return None


@cache
def plan_of_the_course() -> dict[str, Any]:
    """`course.toml`: the units, each with its minutes and what the plan gains, and the groups that they belong to."""
    return tomllib.loads((folder() / "course.toml").read_text(encoding="utf-8"))


@cache
def units() -> tuple[str, ...]:
    """The ids of the course's units in their order, written or not: `00-start`, `01-facts` …"""
    return tuple(one["id"] for one in plan_of_the_course()["unit"])
