"""The media plan as a Word document: to change, to comment on, to send round the plant.

Everything that the outlines say stands in it, none of it cut: records in the tables of `plan_layout`, what these leave
out in an annex in small letters. Headings, tables and lists are real; notes for reviewers
lie in the margin as comments, in the press officer's copy and the team's own alone.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from promplan.export import plan_parts
from promplan.export.office import as_of, known, line, packed, properties, tongue
from promplan.export.outline import Group
from promplan.export.outline_values import words
from promplan.export.plan_chapters import grouped
from promplan.export.plan_compact import Compact, compacts
from promplan.export.plan_docx_blocks import Body, ids
from promplan.export.plan_docx_front import Entry, contents, cover, foot, head, listed, marked_heading
from promplan.export.plan_docx_notes import Notes, stripped
from promplan.export.plan_docx_pages import broken, ended
from promplan.export.plan_docx_styles import numbering, styles
from promplan.export.plan_docx_text import paragraph, run
from promplan.export.posters import poster
from promplan.export.whole import Whole
from promplan.extras import needed
from promplan.language import say
from promplan.review.same_kind import by_kind, places

IDENTIFIER = "promplan-media-plan"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
PAGE = "<w:pageBreakBefore/>"  # before a paragraph
COVER = 5600  # twentieths of a point: how high the poster on the cover may be
SPACES = " ".join(f'xmlns:{name}="{space}"' for name, space in NAMES.items())


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a document as `made` leaves it, and as nobody has changed it?"""
    return known(data, IDENTIFIER)


def made(told: Whole) -> bytes:
    """The bytes of the document, the same for the same plan.

    Raises:
        Problem: python-docx is not installed.
    """
    with needed():
        import docx
        from docx.oxml import parse_xml

    document = docx.Document()
    properties(document.core_properties, words(told.title), str(told.window), IDENTIFIER, str(as_of(told)))
    shown = frozenset(id_ for one in told.sections for id_ in ids(one.blocks)) | frozenset(ids(told.summary))
    bare, notes = stripped(told)
    body = Body(document, Notes(document, told.wanted, line(told.plan.team.name)), shown, notes)
    _pages(document, told)
    ending = document.element.body.sectPr
    summary = _summary(body, told, ending)
    entries: list[Entry] = []
    compact = compacts(bare)
    for title, sections in grouped([one.own for one in compact]):
        held = [one for one in sections if one.blocks]
        if held:
            first = PAGE if not entries else ""
            _headed(body, title, 1, entries, first)
        for one in held:
            _headed(body, one.title, 2, entries)
            body.section(one, 2)
    _review(body, told, entries)
    annex = _annex(body, compact, entries, ending)
    found = poster(told)
    picture = body.picture(found[1], COVER) if found else ""
    front = [*cover(told, picture), broken(ending, first=True), *summary, *contents(entries)]
    whole = [*front, listed(body.mark(), "".join(body.made))]
    element = document.element.body
    for child in list(element)[:-1]:
        element.remove(child)
    for child in parse_xml(f"<w:body {SPACES}>{''.join(whole)}</w:body>"):
        ending.addprevious(child)
    ended(ending, 2 if annex else 1)
    stream = BytesIO()
    document.save(stream)
    return packed(stream.getvalue(), {"word/styles.xml": styles(), "word/numbering.xml": numbering()})


def _headed(body: Body, title: object, level: int, entries: list[Entry], marks: str = "") -> None:
    mark = f"_Toc{len(entries) + 1:08d}"
    body.made.append(marked_heading(title, level, mark, body.mark(), marks))
    entries.append(Entry(line(title), level, mark))


def _summary(body: Body, told: Whole, ending: Any) -> list[str]:
    """What stands before the contents: the plan on one page, in two columns."""
    if not told.summary:
        return []
    made = [body.heading(run(plan_parts.SUMMARY), 1), broken(ending)]
    for one in told.summary:
        if isinstance(one, Group):
            made.append(paragraph(run(line(one.title)), "SummaryHeading"))
            made += body.small(Group(one.name, "", one.blocks), "Summary")
        else:
            made += body.small(Group("", "", (one,)), "Summary")
    return [*made, broken(ending, "continuous", 2)]


def _annex(body: Body, compact: Sequence[Compact], entries: list[Entry], ending: Any) -> bool:
    """What the tables have no room for, record by record, in two columns; is there any?"""
    held = [one for one in compact if one.rest]
    if not held:
        return False
    _headed(body, say("Annex: in full"), 1, entries, PAGE)
    body.made.append(paragraph(run(say("What the tables above have no room for, record by record.")), "Note"))
    body.made.append(broken(ending))
    for one in held:
        _headed(body, one.own.title, 2, entries)
        for rec in one.rest:
            body.annex(rec)
    return True


def _review(body: Body, told: Whole, entries: list[Entry]) -> None:
    """What is still empty, and what the review still says."""
    _headed(body, say("What is open"), 1, entries)
    empty = [line(one.title) for one in told.sections if not one.blocks]
    if empty:
        _headed(body, say("Still empty"), 2, entries)
        body.made += [paragraph(run(one), "ListBullet") for one in empty]
    _headed(body, say("What the review says"), 2, entries)
    if told.reasons is not None:
        body.made.append(paragraph(run(told.reasons)))
    findings = by_kind(one for one in told.review if one.open)
    for found in findings:
        fix = run(say("Smallest fix: {fix}", fix=found[0].fix), "Aside")
        runs = f"{run(f'{places(found)}:', 'Strong')}{run(f' {found[0].message}')}{run(' ')}{fix}"
        body.made.append(paragraph(runs, "ListBullet"))
    if not findings:
        body.made.append(paragraph(run(say("The review finds nothing open."))))


def _pages(document: object, told: Whole) -> None:
    """A4 with room on all sides, head and foot, the language of the proofs."""
    from docx.document import Document
    from docx.oxml import parse_xml
    from docx.shared import Twips

    assert isinstance(document, Document)
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.left_margin = section.right_margin = Twips(1020)
    section.top_margin, section.bottom_margin = Twips(1180), Twips(1080)
    section.header_distance = section.footer_distance = Twips(520)
    section.different_first_page_header_footer = True
    for part, told_there in (
        (section.first_page_header, head(told, first=True)),
        (section.header, head(told)),
        (section.footer, foot(told)),
    ):
        part.is_linked_to_previous = False
        for child in list(part._element):
            part._element.remove(child)
        for child in parse_xml(f"<w:hdr {SPACES}>{told_there}</w:hdr>"):
            part._element.append(child)
    document.settings.element.insert(0, parse_xml(f"<w:autoHyphenation {SPACES}/>"))
    for one in document.settings.element.findall(f"{{{NAMES['w']}}}themeFontLang"):
        one.set(f"{{{NAMES['w']}}}val", tongue())
