"""The whole plan as every format reads it: made once, with its pictures, for one reader, in the interface language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from promplan.export.outline import Block, Outline
from promplan.export.outline_document import document
from promplan.export.wanted import Wanted
from promplan.language import Words
from promplan.plan.document import Plan
from promplan.review import Report

Held = Callable[[str], bytes | None]  # the bytes of an attachment by its id; None where it is not beside the plan


def nothing(id_: str) -> bytes | None:
    """Beside this plan lie no files."""
    return None


@dataclass(frozen=True)
class Whole:
    """All that a document of the plan is made from: no format walks the plan by hand, except where types are wanted.

    Args:
        plan: as it was when the export began. wanted: for whom, on which day, a draft?
        title, window: the document's head. summary: what stands on its first page.
        sections: the outlines that this reader is shown, figures in them. review: what the review still says.
        reasons: how many warnings stand with the team's reason; None where none does.
        held: the files beside the plan.
    """

    plan: Plan
    wanted: Wanted
    title: Words | str
    window: Words
    summary: tuple[Block, ...]
    sections: tuple[Outline, ...]
    review: Report
    reasons: Words | None
    held: Held = nothing

    @property
    def on(self) -> date:
        """The plan's today."""
        return self.wanted.on


def whole(plan: Plan, wanted: Wanted, held: Held = nothing) -> Whole:
    """The plan for one reader."""
    told = document(plan, wanted.on)
    return Whole(plan, wanted, told.title, told.window, (), told.sections, told.review, told.reasons, held)
