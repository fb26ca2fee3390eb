"""Older plans, lifted version by version; each section's arrival is one step."""

from collections.abc import Callable
from typing import Any

from promplan.language import Problem, say
from promplan.plan.document import VERSION

Raw = dict[str, Any]


def _unit_1_arrives(raw: Raw) -> Raw:
    """1 → 2: the sections of unit 1 join, empty."""
    return {**raw, "brief": {}, "enterprise": {}, "attachments": []}


def _unit_2_arrives(raw: Raw) -> Raw:
    """2 → 3: objectives and audiences join, empty."""
    return {**raw, "objectives": [], "audiences": []}


def _unit_3_arrives(raw: Raw) -> Raw:
    """3 → 4: the message joins, empty."""
    return {**raw, "message": {}}


STEPS: dict[int, Callable[[Raw], Raw]] = {1: _unit_1_arrives, 2: _unit_2_arrives, 3: _unit_3_arrives}


class LaterVersion(Problem):
    """The file was written by a newer promplan; this one must not touch it."""


def migrate(raw: Raw) -> Raw:
    """Lift `raw` to today's version; raises `LaterVersion`, or `Problem` where no version can be read."""
    version = raw.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Problem(
            say("This file is no media plan: it has no schema_version. Choose the file media-plan.json of your team.")
        )
    if version > VERSION:
        raise LaterVersion(
            say(
                "This plan was saved by a newer promplan (version {theirs} of the plan, this one reads up to {ours}). "
                "Nothing was changed. Update the course and open the plan again.",
                theirs=version,
                ours=VERSION,
            )
        )
    while version < VERSION:
        raw = {**STEPS[version](raw), "schema_version": version + 1}
        version += 1
    return raw
