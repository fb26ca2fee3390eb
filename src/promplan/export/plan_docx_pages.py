"""Sections of a Word document: pages with one column and with two, all under the same heads and feet."""

from copy import deepcopy
from typing import Any

from promplan.export.plan_docx_text import paragraph

APART = 420  # twentieths of a point between columns


def broken(ending: Any, kind: str = "nextPage", columns: int = 1, first: bool = False) -> str:
    """The paragraph that ends a section like the document's last one.

    Args:
        kind: how the section that ends here begins: "nextPage" or "continuous". first: has it the cover?
    """
    from lxml import etree

    section = deepcopy(ending)
    formed(section, kind, columns)
    if not first:
        for one in section.findall(f"{section.tag.removesuffix('sectPr')}titlePg"):
            section.remove(one)
    return paragraph("", "AfterTable", etree.tostring(section, encoding="unicode"))


def formed(section: Any, kind: str, columns: int) -> None:
    """Gives a section its beginning and its columns."""
    from docx.oxml.ns import qn

    for one in section.findall(qn("w:type")):
        section.remove(one)
    begins = section.makeelement(qn("w:type"), {qn("w:val"): kind})
    section.find(qn("w:pgSz")).addprevious(begins)
    for one in section.findall(qn("w:cols")):
        one.set(qn("w:num"), str(columns))
        one.set(qn("w:space"), str(APART))


def ended(section: Any, columns: int) -> None:
    """Forms the last section of a document, which has no cover."""
    from docx.oxml.ns import qn

    formed(section, "continuous" if columns > 1 else "nextPage", columns)
    for one in section.findall(qn("w:titlePg")):
        section.remove(one)
