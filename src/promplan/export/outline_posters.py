"""The poster of an idea as a picture of a document: from its recipe, and its data in the kit or beside the plan."""

from dataclasses import dataclass

from promplan.cases.kit import tables
from promplan.export.held import Held
from promplan.extras import needed
from promplan.language import Problem, say
from promplan.plan.document import Attachment, Plan
from promplan.plan.ideas import Idea
from promplan.plan.poster import Poster


@dataclass(frozen=True)
class Painted:
    """A poster that was composed; it is painted when its bytes are asked for."""

    made: object
    caption: str
    alt: str
    blank: bool = False

    def png(self) -> bytes:
        """The poster in its own pixels, its title and its words in the file's text."""
        from promplan.export import poster
        from promplan.figures.composed import Composed

        assert isinstance(self.made, Composed)
        return poster.png(self.made.poster, self.made.palette, title=self.made.title, alt=self.alt)


def poster(plan: Plan, idea: Idea, held: Held) -> Painted:
    """The poster of an idea.

    Raises:
        Problem: it cannot be drawn; it names the idea.
    """
    try:
        made = composed_of(plan, idea.poster, held)
    except Problem as problem:
        raise Problem(say("The poster of {id} is left out: {why}", id=idea.id, why=problem.what)) from problem
    title = made.title or idea.title.strip() or idea.id
    return Painted(made, str(say("Poster of {id}: {title}", id=idea.id, title=title)), made.written)


def composed_of(plan: Plan, recipe: Poster, held: Held):  # type: ignore[no-untyped-def]  # Composed loads with numpy
    """The poster of a recipe as `promplan.figures.composed` makes it, from the data that are there."""
    with needed():
        from promplan.figures.code import squares
        from promplan.figures.composed import composed
        from promplan.figures.composed_data import drawn, table

    def own(one: Attachment) -> bytes:
        data = held(one.id)
        if data is None:
            raise Problem(say("The file {name} is not beside the plan.", name=one.name))
        return data

    found = table(plan, recipe.data, tables(plan.meta.case or ""), own)
    columns = drawn(recipe.form, recipe.data, found)
    data = {"values": list(columns.values), "along": columns.along, "each": list(columns.by)}
    whole = recipe.model_copy(update={"data": recipe.data.model_copy(update=data)})
    return composed(whole, found, code=squares(recipe.link.strip()) if recipe.link.strip() else ())
