"""The team's posters as pictures of a page: SVG with its words, its alternative text, what may be shown of it.

A poster that cannot be drawn, for its file is not beside the plan, is left out with the reason.
"""

from dataclasses import dataclass
from functools import lru_cache

from promplan import assets
from promplan.art.columns import Table
from promplan.art.svg import svg
from promplan.art.table import read
from promplan.cases.kit import available
from promplan.export.whole import Held
from promplan.figures.code import squares
from promplan.figures.composed import Composed, composed
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.poster import Data



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
        code = squares(one.poster.link) if one.poster.link.strip() else ()
        return Shown(one, composed(one.poster, _table(plan, one.poster.data, held), code=code))
    except Problem as problem:
        return Shown(one, None, str(problem.what))


def _table(plan: Plan, data: Data, held: Held) -> Table | None:
    if data.attachment:
        found = held(data.attachment)
        if found is None:
            raise Problem(say("The file {id} is not beside the plan: the poster cannot be drawn.", id=data.attachment))
        return _read(found)
    if not data.file:
        return None
    case = plan.meta.case or ""
    folder = assets.folder() / "cases" / case
    known = {it.name: it for it in sorted(folder.glob("*.csv"))} if case in available() else {}
    if data.file not in known:
        raise Problem(say("This plant has no file {name}. Choose one of its own.", name=data.file))
    return _read(known[data.file].read_bytes())


@lru_cache(8)
def _read(data: bytes) -> Table:
    return read(data)
