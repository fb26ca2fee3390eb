"""A small Word document of headings, paragraphs and forms to fill in, and the forms read back.

Only what a form needs of the format: a package of five parts, no macros, no links outside. Every text is escaped, and
what comes back is read as text: no entity is followed, sizes are bounded.
"""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PART, CORE = "word/document.xml", "docProps/core.xml"
MOST = 20_000_000  # bytes of the unpacked text that is read
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WIDE, LABEL = 9638, 3000  # twentieths of a point: the text's width on A4, and the labels' column


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Form:
    """What is asked, under its id, and rows of a label and a cell to fill in."""

    id: str
    title: str
    use: str
    rows: Sequence[tuple[str, str]] = field(default_factory=list)


def document(blocks: Sequence[Heading | Paragraph | Form], title: str, language: str) -> bytes:
    """The bytes of a .docx, the same for the same words."""
    body = "".join(_block(one) for one in blocks)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1134" w:bottom="1000" w:left="1134" '
        'w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>'
    )
    speech = {"ru": "ru-RU"}.get(language, "en-GB")
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{PART}" ContentType="{KIND}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{KIND}.styles+xml"/>'
        f'<Override PartName="/{CORE}" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="{PART}"/>'
        f'<Relationship Id="b" Type="{PACKAGE}/relationships/metadata/core-properties" '
        f'Target="{CORE}"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        CORE: f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>promplan</dc:creator><dc:language>{speech}</dc:language></cp:coreProperties>",
        "word/styles.xml": _styles(speech),
        PART: f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}{page}</w:body></w:document>',
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            kind = zipfile.ZIP_STORED if name == CORE else zipfile.ZIP_DEFLATED  # by it a file of ours is known again
            packed.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), kind)
    return stream.getvalue()


def is_docx(data: bytes) -> bool:
    """Are these the bytes of a document as `document` writes it?"""
    return data.startswith(b"PK") and b"<dc:creator>promplan</dc:creator>" in data


def _styles(speech: str) -> str:
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
        f'w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="{speech}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
            "<w:pPr><w:keepNext/>"
            f'<w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
            for level, size in ((1, 36), (2, 26))
        )
        + "</w:styles>"
    )


def _block(one: Heading | Paragraph | Form) -> str:
    if isinstance(one, Heading):
        return _paragraph(one.text, f'<w:pStyle w:val="Heading{one.level}"/>')
    return _paragraph(one.text) if isinstance(one, Paragraph) else _form(one)


def _form(one: Form) -> str:
    lines = [(one.id, one.title, True), ("", one.use, False), *((*row, False) for row in one.rows)]
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f"{_cell(label, LABEL, bold, more)}{_cell(text, WIDE - LABEL, bold, more)}</w:tr>"
        for more, (label, text, bold) in zip(range(len(lines) - 1, -1, -1), lines, strict=True)
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="857C6F"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDE}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{LABEL}"/>'
        f'<w:gridCol w:w="{WIDE - LABEL}"/></w:tblGrid>{rows}</w:tbl><w:p/>'
    )


def _cell(text: str, width: int, bold: bool, more: int) -> str:
    """A cell in a row that `more` of its form follow: all of them stand on one page."""
    shade = '<w:shd w:val="clear" w:fill="F3EEE5"/>' if bold else ""
    kept = "<w:keepNext/>" if more else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{_paragraph(text, kept, bold)}</w:tc>'


def _paragraph(text: str, style: str = "", bold: bool = False) -> str:
    said = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{style}</w:pPr><w:r>{weight}{said}</w:r></w:p>"


def forms(data: bytes) -> list[Form]:
    """The tables of a document as forms; ValueError where it is none that can be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if packed.getinfo(PART).file_size > MOST:
                raise ValueError("too large")
            text = packed.read(PART)
        if re.search(rb"<!DOCTYPE|<!ENTITY", text):
            raise ValueError("no document of Word's has entities")
        root = ElementTree.fromstring(text)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(str(error)) from None
    found = []
    for table in root.iter(f"{{{W}}}tbl"):
        rows = [[_told(cell) for cell in row.iter(f"{{{W}}}tc")] for row in table.iter(f"{{{W}}}tr")]
        if len(rows) > 2 and all(len(row) >= 2 for row in rows):
            found.append(Form(rows[0][0], rows[0][1], rows[1][1], [(row[0], row[1]) for row in rows[2:]]))
    return found


def _told(cell: ElementTree.Element) -> str:
    """The text of a cell; its paragraphs and breaks are lines."""
    lines = []
    for paragraph in cell.iter(f"{{{W}}}p"):
        parts = []
        for one in paragraph.iter():
            if one.tag == f"{{{W}}}t":
                parts.append(one.text or "")
            elif one.tag in (f"{{{W}}}br", f"{{{W}}}tab"):
                parts.append("\n" if one.tag.endswith("br") else " ")
        lines.append("".join(parts))
    return "\n".join(lines).strip()
