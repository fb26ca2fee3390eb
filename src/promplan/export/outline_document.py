"""What every document of a plan begins and ends with: its title, the campaign's window, what the review says.

The team's reasons stay in the plan file: of a warning that stands with a reason only the number is told.
"""

from dataclasses import dataclass
from datetime import date

from promplan.export.outline import Outline
from promplan.export.outline_sections import outlines
from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.review import Report, check


@dataclass(frozen=True)
class Document:
    """A plan ready to be written: its head, the outline of each section, and the review."""

    title: str | Words
    window: Words
    sections: tuple[Outline, ...]
    review: Report
    reasons: Words | None

    @property
    def review_title(self) -> Words:
        """The heading above the review."""
        return say("What the review says")

    @property
    def nothing(self) -> Words:
        """What stands in a section in which nothing is yet."""
        return say("Nothing here yet.")


def document(plan: Plan, on: date | None = None) -> Document:
    """The document of a plan; `on` is the day on which the review looks at it."""
    report = check(plan, on=on)
    n = len(report.exceptions)
    return Document(
        plan.meta.title.strip() or plan.enterprise.name.strip() or say("Media plan"),
        _window(plan),
        outlines(plan),
        Report([one for one in report if one.answered is None], report.asked),
        say_many("{n} warning stays, with the team's reason.", "{n} warnings stay, with the team's reasons.", n)
        if n
        else None,
    )


def _window(plan: Plan) -> Words:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if start and end:
        return say("Campaign from {start} to {end}", start=start, end=end)
    return say("The campaign has no dates yet")
