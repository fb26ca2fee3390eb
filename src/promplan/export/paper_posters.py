"""The poster sheet: the chosen posters together on one page, then each on a page with its legend, its credit, its link.

A poster that cannot be drawn is named with the reason; what is not cleared says so.
"""

from typing import Any

from promplan.export.outline_values import words
from promplan.export.plan_parts import drafted
from promplan.export.plan_pdf_front import head, records
from promplan.export.plan_pdf_pictures import Shown, posters
from promplan.export.print_signs import text
from promplan.export.printed import is_printed, printed
from promplan.export.whole import Whole
from promplan.language import current, say
from promplan.plan.enterprise import CLEARANCE_STATES

SAFE = ("https://", "http://")  # links that lead anywhere


def made(told: Whole) -> bytes:
    """The PDF.

    Raises:
        Problem: typst is not installed.
    """
    return printed("posters.typ", data(told), ("ua-1",))


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a PDF as `made` writes it?"""
    return is_printed(data)


def data(told: Whole) -> dict[str, Any]:
    """What the template reads."""
    found = posters(told.plan, told.held, frozenset(it.id for it in records(told, "ideas")))
    return {
        "language": current(),
        **head(told),
        "kind": str(say("Posters")),
        **drafted(told),
        "none": "" if found else str(say("No chosen idea has a poster yet.")),
        "posters": [_one(it) for it in found],
    }


def _one(one: Shown) -> dict[str, Any]:
    recipe = one.idea.poster
    link = recipe.link.strip()
    legend = [str(it) for it in (*one.made.told, *recipe.legend)] if one.made else list(recipe.legend)
    rows = [
        (say("What you see"), " ".join(legend)),
        (say("Data"), recipe.credit),
        (say("Clearance"), _clearance(one)),
        (say("In words"), one.alt),
    ]
    return {
        "id": one.idea.id,
        "title": text(recipe.title.strip() or one.idea.title, 120),
        "hook": text(one.idea.hook, 240),
        "picture": one.picture,
        "alt": text(one.alt) or one.idea.id,
        "ratio": one.ratio,
        "why": text(one.why),
        "rows": [[str(label), text(said, 700)] for label, said in rows if said.strip()],
        "link": text(link, 300),
        "to": text(link, 300) if link.startswith(SAFE) and text(link, 300) == link else "",
    }


def _clearance(one: Shown) -> str:
    kept = one.idea.poster.clearance
    told = [words(CLEARANCE_STATES[kept.state]), kept.wording if kept.state == "cleared" else "", kept.by]
    until = str(say("until {day}", day=kept.until)) if kept.until and kept.state == "cleared" else ""
    return " · ".join(it for it in (*told, until) if it)
