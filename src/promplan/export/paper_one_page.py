"""The one-page plan on a sheet A4 across: nine stations and a poster; whatever the plan, it is one page.

Where the words need more room, they are set smaller and fewer of a station's lines are shown, with the number of the
rest; what is left out says so.
"""

from typing import Any

from promplan.export.plan_parts import drafted
from promplan.export.plan_pdf_front import TOLD_BY, head, records, station
from promplan.export.plan_pdf_pictures import Shown, posters
from promplan.export.print_signs import text
from promplan.export.printed import is_printed, pages, printed
from promplan.export.whole import Whole
from promplan.figures.one_page_words import stations
from promplan.language import current, say

STEPS = ((4, 1.0, 230), (4, 0.94, 230), (4, 0.88, 200), (3, 0.88, 160), (3, 0.78, 120), (2, 0.72, 90), (1, 0.66, 60))
WIDEST, TALLEST = 62.0, 118.0  # millimetres of the poster


def made(told: Whole) -> bytes:
    """The PDF: one page.

    Raises:
        Problem: typst is not installed.
    """
    seen = frozenset(it.id for it in records(told, "ideas"))
    free = [it for it in posters(told.plan, told.held, seen) if it.made and it.idea.poster.clearance.state == "cleared"]
    for lines, scale, most in STEPS:
        done = printed("one-page.typ", data(told, free[0] if free else None, lines, scale, most), ("ua-1",))
        if pages(done) == 1:
            break
    return done


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a PDF as `made` writes it?"""
    return is_printed(data)


def data(told: Whole, picture: Shown | None, lines: int, scale: float, most: int) -> dict[str, Any]:
    """What the template reads.

    Args:
        lines: of a station, at most. scale: of all letters. most: signs of a line.
    """
    shown = {one.path for one in told.sections}
    made = [
        {**station(one, lines, 2 * most if one.name in ("message", "ask") else most), "number": n}
        for n, one in enumerate(stations(told.plan), 1)
        if TOLD_BY[one.name] in shown
    ]
    wide = min(WIDEST, TALLEST * picture.ratio) if picture else 0.0
    top = head(told)
    return {
        "language": current(),
        **top,
        "kind": str(say("The plan on one page")),
        "title": top["title"],
        **drafted(told),
        "scale": scale,
        "foot": str(say("promplan · the whole plan stands in the document and in media-plan.json")),
        "stations": made,
        "picture": picture.picture if picture else "",
        "alt": text(picture.alt) if picture else "",
        "caption": text(f"{picture.idea.id} {picture.idea.title}", 90) if picture else "",
        "wide": wide,
    }
