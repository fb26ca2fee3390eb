"""Paragraphs, runs and marks of a Word document as XML: every word escaped, nothing else looks like a tag."""

import re
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from promplan.export.office import clean, line
from promplan.export.outline import Field
from promplan.export.outline_values import Ref, Several, Value

NOT_A_NAME = re.compile(r"[^A-Za-z0-9]")
LONG = re.compile(r"[^\s\u200b]{31,}")  # a word that no narrow column holds
BREAKS = re.compile(r"(?<=[/?&=_.@#-])")  # where an address or an id may go on in the next line
BRIEF = 24  # signs of each of several values up to which they stand in one line
SEVERAL = 2  # values from which on each gets a line of its own


def attribute(said: Any) -> str:
    """Words as an attribute, with its quotes."""
    return quoteattr(line(said), {'"': "&quot;"})


def text(said: Any) -> str:
    """Words as the content of a run; long addresses and ids may break."""
    told = LONG.sub(lambda found: BREAKS.sub("\u200b", found.group()), clean(said))
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in told.split("\n"))


def run(said: Any, style: str = "", marks: str = "") -> str:
    """A run; `style` is a character style's id, `marks` further properties."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    about = f"<w:rPr>{named}{marks}</w:rPr>" if named or marks else ""
    return f"<w:r>{about}{text(said)}</w:r>"


def paragraph(runs: str, style: str = "", marks: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{marks}</w:pPr>" if named or marks else ""
    return f"<w:p>{about}{runs}</w:p>"


def field_code(code: str, shown: str, style: str = "", dirty: bool = False) -> str:
    """A field that the program works out, with what stands there until it does."""
    about = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    begin = '<w:fldChar w:fldCharType="begin" w:dirty="true"/>' if dirty else '<w:fldChar w:fldCharType="begin"/>'
    return (
        f'<w:r>{about}{begin}</w:r><w:r>{about}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{about}<w:fldChar w:fldCharType="separate"/></w:r>{run(shown, style)}'
        f'<w:r>{about}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def anchor(id_: str) -> str:
    """The name of the bookmark on a record: at most 40 letters and digits."""
    return "id_" + NOT_A_NAME.sub("_", id_)[:36]


def bookmark(name: str, n: int, runs: str) -> str:
    """Runs that can be linked to."""
    return f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{n}"/>'


def link(name: str, runs: str) -> str:
    """Runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'


def commented(n: int, runs: str) -> str:
    """Runs with a comment beside them."""
    return (
        f'<w:commentRangeStart w:id="{n}"/>{runs}<w:commentRangeEnd w:id="{n}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{n}"/></w:r>'
    )


def commented_cell(n: int, body: str) -> str:
    """The paragraphs of a cell, the first of them with a comment beside it."""
    first, end, rest = body.partition("</w:p>")
    about = first.index("</w:pPr>") + len("</w:pPr>") if "</w:pPr>" in first else first.index(">") + 1
    return f"{first[:about]}{commented(n, first[about:])}{end}{rest}"


def value_lines(value: Value, known: frozenset[str]) -> list[tuple[str, bool]]:
    """A value as lines of runs, and whether each is one of several."""
    if isinstance(value, Several) and len(value.values) >= SEVERAL and not _brief(value):
        return [(runs, True) for one in value.values for runs, _ in value_lines(one, known)]
    if isinstance(value, Several):
        return [(inline(value, known), False)]
    if isinstance(value, Ref) and value.lost is None:
        return [(_reference(value, known), False)]
    return [(run(one), False) for one in clean(value).split("\n") if one.strip()] or [(run(""), False)]


def _brief(several: Several) -> bool:
    """Do several values stand well in one line?"""
    return all(
        not one.title if isinstance(one, Ref) else not isinstance(one, Several) and len(str(one)) <= BRIEF
        for one in several.values
    )


def inline(value: Value, known: frozenset[str]) -> str:
    """A value in one line, as runs; records lead to their places."""
    if isinstance(value, Several):
        between = ", " if all(isinstance(one, Ref) and not one.title for one in value.values) else "; "
        return run(between).join(inline(one, known) for one in value.values)
    if isinstance(value, Ref) and value.lost is None:
        return _reference(value, known)
    return run("; ".join(one for one in clean(value).split("\n") if one.strip()))


def _reference(ref: Ref, known: frozenset[str]) -> str:
    id_ = run(ref.id, "RecordId")
    told = link(anchor(ref.id), id_) if ref.id in known else id_
    rest = f"{ref.title} ({ref.remark})" if ref.remark is not None else ref.title
    return told + (run(f" {rest}") if rest.strip() else "")


def cell_paragraphs(
    lines: Sequence[Value | Field], known: frozenset[str], style: str, noted: Callable[[Field, str], str]
) -> list[str]:
    """The paragraphs of a cell; a labelled line is smaller and says its label; `noted` puts a comment beside a note."""
    found: list[str] = []
    aside: list[str] = []  # labelled values in a row stand in one paragraph
    for one in lines:
        if isinstance(one, Field):
            about = run(f"{one.heading} ") if one.heading else ""
            aside.append(about + noted(one, inline(one.value, known)))
            continue
        if aside:
            found.append(paragraph(run(" · ").join(aside), "CellAside"))
            aside = []
        for runs, several in value_lines(one, known):
            found.append(paragraph(runs, "CellList" if several else style))
    if aside:
        found.append(paragraph(run(" · ").join(aside), "CellAside" if found else style))
    return found or [paragraph(run("—"), style)]
