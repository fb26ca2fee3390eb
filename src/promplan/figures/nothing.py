"""A figure of something that is not there yet: an empty field with the reason in it. And where the data are from."""

from matplotlib.patches import Rectangle

from promplan.figures.lettering import wrapped
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import GREY, WIDE, sheet, style
from promplan.language import Words, say
from promplan.plan.document import Plan


def nothing(words: Words, caption: Words) -> Picture:
    """`words`, what is missing and what to do, in a dashed frame; they are the alternative text too."""
    with style():
        text = wrapped(str(words), WIDE - 1.4, 13, lines=6)
        height = max(2.0, tall(text, 13) + 0.8)
        fig, axes = sheet(height)
        axes.add_patch(
            Rectangle((0.1, 0.1), WIDE - 0.2, height - 0.2, fill=False, edgecolor=GREY, linestyle=(0, (5, 3)))
        )
        paragraph(axes, WIDE / 2, (height + tall(text, 13)) / 2, text, 13, ha="center")
    return Picture(fig, str(words), str(caption), blank=True)


def origin(plan: Plan) -> Words:
    """The line under a figure of a plan: an invented plant's data are called so, a real one's get their source."""
    if plan.meta.case not in ("", "real"):
        return say("Synthetic data: the kit's invented plant.")
    if plan.meta.as_of:
        return say("Source: the team's plan, {day}.", day=plan.meta.as_of)
    return say("Source: the team's plan.")
