"""Older plans, lifted version by version; each section's arrival is one step."""

from collections.abc import Callable
from typing import Any, Final

from promplan.language import Problem, say

Raw = dict[str, Any]


def arrive(**sections: Any) -> Callable[[Raw], Raw]:
    """The step in which sections join: every older plan gets them empty."""
    return lambda raw: {**raw, **sections}


# from version n to n + 1; the document's version follows from their number
STEPS: tuple[Callable[[Raw], Raw], ...] = (
    arrive(brief={}, enterprise={}, attachments=[]),  # 2: unit 1
    arrive(objectives=[], audiences=[]),  # 3: unit 2
    arrive(message={}),  # 4: unit 3
    arrive(desk={}),  # 5: the plant answers, units 1 and 3
    arrive(ideas=[], channels=[], visit={}, items=[], risks=[]),  # 6: units 4, 5 and 6
    arrive(calendar={}),  # 7: unit 7
    arrive(budget={}, kpis=[], results=[], measurement={}),  # 8: units 8 and 9
    arrive(pitch={}),  # 9: unit 10
)
VERSION: Final = 1 + len(STEPS)


class LaterVersion(Problem):
    """The file was written by a newer promplan; this one must not touch it."""


def migrate(raw: Raw) -> Raw:
    """Lift `raw` to today's version; raises `LaterVersion`, or `Problem` where no version can be read."""
    version = raw.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Problem(
            say(
                "This file is not a media plan: it has no schema_version. Choose the file media-plan.json of your team."
            )
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
    for step in STEPS[version - 1 :]:
        raw = step(raw)
    return {**raw, "schema_version": VERSION}
