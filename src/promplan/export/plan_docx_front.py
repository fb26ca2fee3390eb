"""What stands around the body of the Word document: the cover, the contents, head and foot of every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from promplan.export.office import as_of, line, shortened
from promplan.export.plan_docx_text import attribute, bookmark, field_code, link, paragraph, run
from promplan.export.plan_parts import ACROSS, DRAFT
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.language import say

LONG_TITLE = 90  # signs from which on a title is set smaller
HEAD = 80  # signs of the title at the head of a page
LISTED = "plan_body"  # the bookmark on what the contents list
ENTRY = 110  # signs of an entry of the contents


@dataclass(frozen=True)
class Entry:
    """A heading as the contents name it, and the bookmark that it leads to."""

    title: str
    level: int
    mark: str


def cover(told: Whole, picture: str) -> list[str]:
    """The first page: whose plan, its title, the window, for whom and as of when, a poster where there is one."""
    plan = told.plan
    title = line(told.title)
    size = "" if len(title) <= LONG_TITLE else f'<w:sz w:val="{44 if len(title) <= 200 else 28}"/>'
    kicker = line(plan.enterprise.name) or str(say("Media plan"))
    made = [
        paragraph(
            run(say("Media plan") if kicker == title else kicker),
            "Kicker",
            '<w:spacing w:before="1100" w:after="200"/>' if picture else "",
        ),
        paragraph(run(title, marks=size), "Title"),
        paragraph(run(told.window), "Subtitle"),
    ]
    about = [plan.enterprise.industry, plan.enterprise.place]
    lines = [", ".join(line(one) for one in about if one.strip()), line(plan.team.name), str(as_of(told))]
    if told.wanted.reader:
        lines.append(str(say("For: {reader}", reader=READERS[told.wanted.reader])))
    made += [paragraph(run(one), "CoverNote") for one in lines if one]
    if told.wanted.draft:
        made.append(paragraph(run(draft(), "Draft"), "CoverNote"))
    if picture:
        made.append(paragraph(picture, "CoverNote", '<w:spacing w:before="480"/>'))
    return made


def draft() -> str:
    """The sentence that marks a draft."""
    return str(DRAFT)


def contents(entries: Sequence[Entry]) -> list[str]:
    """The contents as a field that the program brings up to date, with its entries in it."""
    made = [paragraph(run(say("Contents")), "ContentsHeading")]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'TOC \\o "1-2" \\b {LISTED} \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, one in enumerate(entries):
        runs = link(one.mark, run(shortened(one.title, ENTRY)))  # its page is known to the program alone
        runs = (begin if place == 0 else "") + runs + (end if place == len(entries) - 1 else "")
        made.append(paragraph(runs, f"TOC{one.level}"))
    return made


def listed(n: int, body: str) -> str:
    """The part of the document whose headings the contents list."""
    return bookmark(LISTED, n, body)


def marked_heading(title: object, level: int, mark: str, n: int, marks: str = "") -> str:
    """A heading that the contents lead to."""
    return paragraph(bookmark(mark, n, run(line(title))), f"Heading{level}", marks)


def head(told: Whole, first: bool = False) -> str:
    """The head of a page: the title, and the mark of a draft; on the cover the mark alone."""
    title = "" if first else run(shortened(told.title, HEAD))
    if not told.wanted.draft:
        return paragraph(title, "Header")
    return paragraph(f"{title}<w:r><w:tab/></w:r>{run(draft(), 'Draft')}{_watermark()}", "Header")


def foot(told: Whole) -> str:
    """The foot of a page: the day, the version, the page of how many."""
    pages = field_code("PAGE", "1") + run(" / ") + field_code("NUMPAGES", "1")
    return paragraph(f"{run(as_of(told))}<w:r><w:tab/></w:r>{pages}", "Footer")


def _watermark() -> str:
    """The word across the page, pale, behind the text: as Word itself makes it."""
    word = str(ACROSS)
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        f"alt={attribute(word)} "
        'style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:130pt;rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" fillcolor="#f0e2da" stroked="f"><v:fill opacity="0.55"/>'
        f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string={attribute(word)}/>'
        "</v:shape></w:pict></w:r>"
    )
