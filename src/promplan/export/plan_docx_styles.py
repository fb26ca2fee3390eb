"""The styles of the Word document: every look has a name, so that whoever changes one changes it everywhere."""

from promplan.export.office import FONT, tongue
from promplan.export.plan_docx_text import attribute

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK, QUIET, RULE, ACCENT, PLANT = "1C1A17", "494339", "D6CEC0", "AE3A10", "00558C"

# id, name as Word knows it, based on, paragraph, letters, next
PARAGRAPHS = (
    ("Title", "Title", "Normal", '<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="48" w:space="14" '
     f'w:color="{ACCENT}"/></w:pBdr><w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/><w:ind w:left="340"/>', "<w:b/><w:sz w:val=\"68\"/>", "Subtitle"),
    ("Subtitle", "Subtitle", "Normal", '<w:spacing w:after="80"/><w:ind w:left="340"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="28"/>', "Normal"),
    ("Kicker", "Kicker", "Normal", '<w:keepNext/><w:spacing w:before="2800" w:after="200"/><w:ind w:left="340"/>', f'<w:b/><w:caps/><w:color w:val="{ACCENT}"/><w:spacing w:val="20"/><w:sz w:val="22"/>', "Title"),
    ("CoverNote", "Cover Note", "Normal", '<w:spacing w:after="60"/><w:ind w:left="340"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="20"/>', "CoverNote"),
    ("Heading1", "heading 1", "Normal", f'<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="{ACCENT}"/></w:pBdr><w:spacing w:before="0" w:after="240"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="40"/>', "Normal"),
    ("Heading2", "heading 2", "Normal", '<w:keepNext/><w:keepLines/><w:spacing w:before="400" w:after="140"/><w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="29"/>', "Normal"),
    ("Heading3", "heading 3", "Normal", '<w:keepNext/><w:keepLines/><w:spacing w:before="300" w:after="100"/><w:outlineLvl w:val="2"/>', f'<w:b/><w:color w:val="{PLANT}"/><w:sz w:val="23"/>', "Normal"),
    ("Heading4", "heading 4", "Normal", '<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="3"/>', f'<w:b/><w:color w:val="{QUIET}"/><w:sz w:val="19"/>', "Normal"),
    ("ContentsHeading", "Contents Heading", "Normal", f'<w:keepNext/><w:pageBreakBefore/><w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="{ACCENT}"/></w:pBdr><w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/>', "Normal"),
    ("TOC1", "toc 1", "Normal", '<w:keepNext/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="70" w:after="0" w:line="238" w:lineRule="auto"/><w:ind w:right="567"/>', "<w:b/>", "Normal"),
    ("TOC2", "toc 2", "Normal", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:after="0" w:line="238" w:lineRule="auto"/><w:ind w:left="284" w:right="567"/>', f'<w:color w:val="{QUIET}"/>', "Normal"),
    ("Caption", "caption", "Normal", '<w:spacing w:before="80" w:after="200"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="18"/>', "Normal"),
    ("TableCaption", "Table Caption", "Caption", '<w:keepNext/><w:spacing w:before="60" w:after="80"/>', "", "Normal"),
    ("FigureParagraph", "Figure", "Normal", '<w:keepNext/><w:spacing w:before="160" w:after="40"/>', "", "Caption"),
    ("Note", "Note", "Normal", f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RULE}"/></w:pBdr><w:spacing w:before="80" w:after="140"/><w:ind w:left="200"/>', f'<w:color w:val="{QUIET}"/>', "Normal"),
    ("ListBullet", "List Bullet", "Normal", '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:contextualSpacing/>', "", "ListBullet"),
    ("Cell", "Cell", "Normal", '<w:spacing w:before="30" w:after="30" w:line="252" w:lineRule="auto"/>', '<w:sz w:val="18"/>', "Cell"),
    ("CellHead", "Cell Head", "Cell", "<w:keepNext/>", '<w:b/>', "Cell"),
    ("CellLabel", "Cell Label", "Cell", "", f'<w:color w:val="{QUIET}"/>', "Cell"),
    ("CellId", "Cell Id", "Cell", "", f'<w:color w:val="{PLANT}"/><w:sz w:val="16"/>', "Cell"),
    ("CellAside", "Cell Aside", "Cell", "", f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>', "Cell"),
    ("CellList", "Cell List", "Cell", '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:before="10" w:after="10"/>', "", "CellList"),
    ("AfterTable", "After Table", "Normal", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>', "Normal"),
    ("Header", "header", "Normal", '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>', "Header"),
    ("Footer", "footer", "Normal", f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>', f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>', "Footer"),
    ("CommentText", "annotation text", "Normal", '<w:spacing w:after="40"/>', '<w:sz w:val="20"/>', "CommentText"),
)  # fmt: skip
LETTERS = (
    ("RecordId", "Record Id", f'<w:b w:val="0"/><w:color w:val="{PLANT}"/><w:sz w:val="16"/>'),
    ("Draft", "Draft", f'<w:b/><w:caps/><w:color w:val="{ACCENT}"/><w:spacing w:val="20"/>'),
    ("Aside", "Aside", f'<w:color w:val="{QUIET}"/><w:sz w:val="16"/>'),
    ("CommentReference", "annotation reference", '<w:sz w:val="16"/>'),
    ("Strong", "Strong", "<w:b/>"),
)


def styles() -> bytes:
    """word/styles.xml in the interface language."""
    fonts = "".join(f' w:{one}="{FONT}"' for one in ("ascii", "hAnsi", "cs", "eastAsia"))
    speech = tongue()
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:color w:val="{INK}"/><w:sz w:val="20"/>'
        f'<w:szCs w:val="20"/><w:lang w:val="{speech}" w:eastAsia="{speech}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    font = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    made = "".join(
        f'<w:style w:type="paragraph"{_own(name)} w:styleId="{id_}"><w:name w:val={attribute(name)}/>'
        f'<w:basedOn w:val="{base}"/><w:next w:val="{after}"/><w:qFormat/><w:pPr>{about}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
        for id_, name, base, about, letters, after in PARAGRAPHS
    )
    signs = "".join(
        f'<w:style w:type="character"{_own(name)} w:styleId="{id_}"><w:name w:val={attribute(name)}/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{letters}</w:rPr></w:style>'
        for id_, name, letters in LETTERS
    )
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{normal}{font}{made}{signs}{_tables()}</w:styles>'.encode()


def _own(name: str) -> str:
    """Marks a style that Word does not know by itself."""
    built_in = name[0].islower() or name in ("Title", "Subtitle", "List Bullet", "Strong")
    return "" if built_in else ' w:customStyle="1"'


def _tables() -> str:
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    between = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    below = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    plan = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{below}{between}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="12" '
        f'w:space="0" w:color="{INK}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="{INK}"/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )
    fields = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlanFields"><w:name w:val="Plan Fields"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{below}{between}</w:tblBorders></w:tblPr></w:style>'
    )
    return plain + plan + fields


def numbering() -> bytes:
    """word/numbering.xml: the signs before the lines of a list, in the text and in cells."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl></w:abstractNum>'
        for n, sign, left in ((1, "•", 284), (2, "·", 170))
    )
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f'{HEAD}<w:numbering xmlns:w="{W}">{kinds}{used}</w:numbering>'.encode()
