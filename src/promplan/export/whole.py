"""The whole plan as every format reads it: made once, with its pictures, for one reader, in the interface language."""

from dataclasses import dataclass
from datetime import date

from promplan.export.held import Held, nothing
from promplan.export.outline import Block, Outline
from promplan.export.outline_document import document
from promplan.export.outline_figures import figured
from promplan.export.outline_summary import summary
from promplan.export.readers import VIEWS, drawn_from, pruned, seen, seen_summary
from promplan.export.readers_review import findings
from promplan.export.wanted import Wanted
from promplan.language import Words
from promplan.plan.document import Plan
from promplan.review import Finding, Report

__all__ = ["Held", "Whole", "nothing", "whole"]


@dataclass(frozen=True)
class Whole:
    """All that a document of the plan is made from: no format walks the plan by hand, except where types are wanted.

    Args:
        plan: as it was when the export began; for one reader only what stands in that reader's view.
        wanted: for whom, on which day, a draft?
        title, window: the document's head. summary: what stands on its first page.
        sections: the outlines that this reader is shown, figures in them. review: what the review still says.
        reasons: how many warnings stand with the team's reason; None where none does.
        held: the files beside the plan.
        blocking: the errors of the whole plan, whoever reads it: nothing but a draft leaves while there is one.
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
    blocking: tuple[Finding, ...] = ()

    @property
    def on(self) -> date:
        """The plan's today."""
        return self.wanted.on


def whole(plan: Plan, wanted: Wanted, held: Held = nothing) -> Whole:
    """The plan for one reader."""
    told = document(plan, wanted.on)
    view = VIEWS[wanted.reader]
    sections = seen(told.sections, wanted.reader)
    own = pruned(plan, wanted.reader, sections)
    if wanted.figures:
        sections = figured(drawn_from(plan, wanted.reader), sections, held, view.figures)
    page = summary(plan, told.review, wanted.on)
    return Whole(
        own,
        wanted,
        told.title,
        told.window,
        seen_summary(page, wanted.reader),
        sections,
        findings(told.review, wanted.reader, sections),
        told.reasons if view.review == "all" else None,
        held,
        tuple(told.review.blocking),
    )
