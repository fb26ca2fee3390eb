"""The team's posters as pictures of a page: SVG with its words, its alternative text, what may be shown of it.

A poster that cannot be drawn, for its file is not beside the plan, is left out with the reason.
"""

from dataclasses import dataclass

from promplan.art.svg import svg
from promplan.export.held import Held
from promplan.export.outline_posters import composed_of
from promplan.figures.composed import Composed
from promplan.language import Problem
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea


@dataclass(frozen=True, eq=False)
class Shown:
    """A poster ready for a page, or why there is none."""

    idea: Idea
    made: Composed | None
    why: str = ""

    @property
    def alt(self) -> str:
        """What is to be seen."""
        return self.made.written if self.made else ""

    @property
    def ratio(self) -> float:
        """Width to height, without the bleed."""
        drawing = self.made.poster.drawing if self.made else None
        return drawing.width / drawing.height if drawing else 1.0

    @property
    def picture(self) -> str:
        """The SVG; its letters are those of the page."""
        if self.made is None:
            return ""
        one = self.made.poster
        return svg(one.drawing, self.made.palette, words=one.words).replace(
            "Liberation Sans, Arial, DejaVu Sans", "DejaVu Sans"
        )


def posters(plan: Plan, held: Held, ids: frozenset[str] | None = None) -> list[Shown]:
    """The posters of the chosen ideas, those of `ids` alone where given."""
    wanted = [one for one in plan.ideas if one.chosen == "yes" and one.poster.form and (ids is None or one.id in ids)]
    return [_shown(plan, one, held) for one in wanted]


def _shown(plan: Plan, one: Idea, held: Held) -> Shown:
    try:
        return Shown(one, composed_of(plan, one.poster, held))
    except Problem as problem:
        return Shown(one, None, str(problem.what))
