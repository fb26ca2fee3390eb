"""What the page, the text and the workbook of a whole plan have in common: its state in eight signs, its chapters."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from promplan.export.outline import Outline
from promplan.export.whole import Whole
from promplan.language import say, say_in
from promplan.plan.codec import dumps

DRAFT = say("Draft: not cleared, not to be passed on")
ACROSS = say_in("mark across a page", "DRAFT")
SUMMARY = say("The plan on one page")
EMPTY = say("Nothing yet in these sections")
REVIEW = say("What the review says")
AS_OF, VERSION, FOR_WHOM = say("As of"), say("State of the plan"), say("For whom")


@dataclass(frozen=True)
class Chapter:
    """A section, and in `parts` those that stand below it in the plan."""

    own: Outline
    parts: tuple[Outline, ...]


def drafted(told: Whole) -> dict[str, str]:
    """The mark of a draft for a printed page: the sentence at its head, the word across it; both empty otherwise."""
    return {"draft": str(DRAFT), "across": str(ACROSS)} if told.wanted.draft else {"draft": "", "across": ""}


def state(told: Whole) -> str:
    """What tells this state of the plan from every other: the beginning of its digest."""
    return hashlib.sha256(dumps(told.plan)).hexdigest()[:8]


def chapters(sections: Sequence[Outline]) -> tuple[list[Chapter], list[Outline]]:
    """The sections under those that they belong to, and the ones in which nothing is yet."""
    paths = [one.path for one in sections]
    tops = [one for one in sections if not _above(one.path, paths)]
    found = []
    for top in tops:
        parts = tuple(one for one in sections if one.blocks and _above(one.path, paths) == top.path)
        if top.blocks or parts:
            found.append(Chapter(top, parts))
    told = {one.own.path for one in found}
    return found, [one for one in sections if not one.blocks and one.path not in told]


def _above(path: str, paths: Sequence[str]) -> str:
    """The highest section that a section stands under; empty for none."""
    parts = path.split(".")
    return next((up for n in range(1, len(parts)) if (up := ".".join(parts[:n])) in paths), "")
