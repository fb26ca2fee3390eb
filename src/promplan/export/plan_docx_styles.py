"""The styles of the Word document: every look has a name, so that whoever changes one changes it everywhere."""

from promplan.export.office import FONT, tongue
from promplan.export.plan_docx_text import attribute

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK, QUIET, RULE, ACCENT, PLANT = "1C1A17", "494339", "D6CEC0", "AE3A10", "00558C"

BELOW = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="{ACCENT}"/></w:pBdr>'
BESIDE = f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="14" w:color="{ACCENT}"/></w:pBdr>'
ASIDE = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RULE}"/></w:pBdr>'
ABOVE = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/></w:pBdr>'
RIGHT = '<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs>'
DOTS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9866"/></w:tabs>'
KEPT = "<w:keepNext/><w:keepLines/>"


def _space(before: int, after: int, line: int = 0, rule: str = "auto") -> str:
    lines = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _left(wide: int, right: int = 0) -> str:
    return f'<w:ind w:left="{wide}" w:right="{right}"/>'


def _size(half_points: int, colour: str = "", bold: bool = False) -> str:
    weight, ink = "<w:b/>" if bold else "", f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{ink}<w:sz w:val="{half_points}"/>'


def _list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number - 1}"/>'


KICKER = f'<w:b/><w:caps/><w:color w:val="{ACCENT}"/><w:spacing w:val="20"/><w:sz w:val="22"/>'
CONTENTS = f"<w:keepNext/>{DOTS}{_space(60, 0, 228)}"
CHAPTER = f"{KEPT}{BELOW}{_space(400, 120)}"
# id, name as Word knows it, based on, paragraph, letters, next
PARAGRAPHS = (
    (
        "Title",
        "Title",
        "Normal",
        f"<w:keepLines/>{BESIDE}{_space(0, 240, 240)}{_left(340)}",
        _size(68, bold=True),
        "Subtitle",
    ),
    ("Subtitle", "Subtitle", "Normal", _space(0, 80) + _left(340), _size(28, QUIET), "Normal"),
    ("Kicker", "Kicker", "Normal", f"<w:keepNext/>{_space(2800, 200)}{_left(340)}", KICKER, "Title"),
    ("CoverNote", "Cover Note", "Normal", _space(0, 60) + _left(340), _size(20, QUIET), "CoverNote"),
    ("Heading1", "heading 1", "Normal", CHAPTER + _level(1), _size(34, bold=True), "Normal"),
    ("Heading2", "heading 2", "Normal", KEPT + _space(220, 60) + _level(2), _size(25, bold=True), "Normal"),
    ("Heading3", "heading 3", "Normal", KEPT + _space(180, 40) + _level(3), _size(20, PLANT, bold=True), "Normal"),
    ("Heading4", "heading 4", "Normal", KEPT + _space(100, 20) + _level(4), _size(17, QUIET, bold=True), "Normal"),
    ("ContentsHeading", "Contents Heading", "Normal", CHAPTER, _size(34, bold=True), "Normal"),
    ("TOC1", "toc 1", "Normal", CONTENTS + _left(0, 567), _size(19, bold=True), "Normal"),
    ("TOC2", "toc 2", "Normal", DOTS + _space(0, 0, 228) + _left(284, 567), _size(18, QUIET), "Normal"),
    ("Caption", "caption", "Normal", _space(40, 160), _size(16, QUIET), "Normal"),
    ("TableCaption", "Table Caption", "Caption", f"<w:keepNext/>{_space(60, 80)}", "", "Normal"),
    ("FigureParagraph", "Figure", "Normal", f"<w:keepNext/>{_space(100, 20)}", "", "Caption"),
    ("Note", "Note", "Normal", ASIDE + _space(80, 140) + _left(200), _size(20, QUIET), "Normal"),
    ("ListBullet", "List Bullet", "Normal", _list(1) + _space(0, 60), "", "ListBullet"),
    ("Cell", "Cell", "Normal", _space(10, 10, 240), _size(16), "Cell"),
    ("CellHead", "Cell Head", "Cell", "<w:keepNext/>", _size(14, bold=True), "Cell"),
    ("CellRight", "Cell Right", "Cell", '<w:jc w:val="right"/>', "", "Cell"),
    ("CellId", "Cell Id", "Cell", "", _size(14, PLANT), "Cell"),
    ("CellAside", "Cell Aside", "Cell", "", _size(14, QUIET), "Cell"),
    ("CellList", "Cell List", "Cell", _list(2) + _space(0, 0, 240), "", "CellList"),
    ("AfterTable", "After Table", "Normal", _space(0, 0, 120, "exact"), _size(8), "Normal"),
    ("Values", "Values", "Normal", _space(0, 40, 245), _size(17), "Values"),
    ("Small", "Small", "Normal", _space(0, 10, 235), _size(14), "Small"),
    ("Summary", "Summary", "Normal", _space(0, 30, 240), _size(17), "Summary"),
    ("SmallHeading", "Small Heading", "Small", KEPT + _space(120, 20), _size(16, PLANT, bold=True), "Small"),
    ("SummaryHeading", "Summary Heading", "Small", KEPT + _space(140, 20), _size(18, ACCENT, bold=True), "Small"),
    ("Header", "header", "Normal", RIGHT + _space(0, 0), _size(16, QUIET), "Header"),
    ("Footer", "footer", "Normal", ABOVE + RIGHT + _space(0, 0), _size(16, QUIET), "Footer"),
    ("CommentText", "annotation text", "Normal", _space(0, 40), _size(20), "CommentText"),
)
LETTERS = (
    ("RecordId", "Record Id", f'<w:b w:val="0"/><w:color w:val="{PLANT}"/><w:sz w:val="15"/>'),
    ("Draft", "Draft", f'<w:b/><w:caps/><w:color w:val="{ACCENT}"/><w:spacing w:val="20"/>'),
    ("Aside", "Aside", f'<w:color w:val="{QUIET}"/>'),
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
        '<w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
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
    return plain + plan


def numbering() -> bytes:
    """word/numbering.xml: the signs before the lines of a list, in the text and in cells."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl></w:abstractNum>'
        for n, sign, left in ((1, "•", 284), (2, "·", 170))
    )
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f'{HEAD}<w:numbering xmlns:w="{W}">{kinds}{used}</w:numbering>'.encode()
