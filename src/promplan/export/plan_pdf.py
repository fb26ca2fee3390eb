"""The media plan as a PDF to read and to print: cover, summary, contents, chapters, open points, colophon.

Everything is told by the outlines of the sections; the template `assets/print/plan.typ` sets it. PDF/UA-1: tagged, with
alternative texts, bookmarks and its language; the same bytes for the same plan.
"""

from typing import Any, Literal

from promplan.export import plan_pdf_front as front
from promplan.export.plan_parts import drafted
from promplan.export.plan_pdf_chapters import chapters
from promplan.export.plan_pdf_end import colophon, findings
from promplan.export.plan_pdf_links import linked
from promplan.export.plan_pdf_money import computed
from promplan.export.plan_pdf_pictures import posters
from promplan.export.plan_pdf_sections import Setting
from promplan.export.printed import is_printed, pages, printed
from promplan.export.whole import Whole
from promplan.language import current, say

UA: tuple[Literal["ua-1"]] = ("ua-1",)
MOST = 15  # pages
SURELY = {"en": 262_000, "ru": 214_000}  # characters of data, without pictures, that never fit on so many set wide


def made(told: Whole) -> bytes:
    """The PDF; it is set closer where it would have more pages than anybody reads.

    Raises:
        Problem: typst is not installed.
    """
    said = linked(data(told))
    if _long(said) > SURELY[current()]:  # set once: twice takes the time and the memory of two
        return printed("plan.typ", {**said, "tight": True}, UA)
    wide = printed("plan.typ", {**said, "tight": False}, UA)
    if pages(wide) <= MOST:
        return wide
    tight = printed("plan.typ", {**said, "tight": True}, UA)
    return tight if pages(tight) < pages(wide) else wide


def _long(said: Any) -> int:
    """How much there is to set, as the template is given it, pictures aside."""
    if isinstance(said, dict):
        return sum(len(str(key)) + 6 + _long(one) for key, one in said.items())
    if isinstance(said, list | tuple):
        return sum(2 + _long(one) for one in said)
    text = str(said)
    return 0 if text.startswith("<svg") else len(text)


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a PDF as `made` writes it?"""
    return is_printed(data)


def data(told: Whole) -> dict[str, Any]:
    """What the template reads, in the interface language."""
    setting = Setting(computed(told.plan))
    seen = frozenset(it.id for it in front.records(told, "ideas"))
    pictures = posters(told.plan, told.held, seen) if getattr(told.wanted, "figures", True) else []
    body = chapters(told, setting, pictures)
    return {
        "language": current(),
        **drafted(told),
        **front.head(told),
        "cover": front.cover(told, pictures),
        "summary": front.summary(told),
        "contents": str(say("Contents")),
        "chapters": body,
        "findings": findings(told),
        "colophon": colophon(told, setting),
    }
