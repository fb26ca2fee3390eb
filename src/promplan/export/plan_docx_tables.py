"""Tables of a Word document: heads that repeat and are marked, columns as wide as what stands in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promplan.export.office import line
from promplan.export.outline import Field, Rows
from promplan.export.outline_values import words
from promplan.export.plan_docx_text import anchor, attribute, bookmark, cell_paragraphs, paragraph, run

WIDE = 9638  # twentieths of a point: the text's width on A4
LABEL = 2900
SIGN = 105  # of a letter in a table
PAD = 160  # left and right of a cell's words
TOGETHER = 9  # lines of a table of fields up to which they stay on one page
WHOLE_ROW = 900  # signs of a row up to which it does
MOST_SIGNS = 90  # from here on a longer text asks for no wider column


@dataclass(frozen=True)
class Told:
    """A line of a table of fields: its label, its paragraphs, how many signs they have."""

    label: str
    body: str
    signs: int


def fields(told: Sequence[Told], described: str) -> str:
    """Labels and values, of which a few stay together on a page and many do not leave one alone."""
    made = []
    for place, one in enumerate(told):
        together = len(told) <= TOGETHER or place < 2 or place == len(told) - 2
        kept = "<w:keepNext/>" if together and place < len(told) - 1 else ""
        whole = "" if one.signs > WHOLE_ROW else "<w:cantSplit/>"
        name = paragraph(run(one.label), "CellLabel", kept)
        cells = _cell(LABEL, name) + _cell(WIDE - LABEL, one.body) if one.label else _cell(WIDE, one.body, span=2)
        made.append(f"<w:tr><w:trPr>{whole}</w:trPr>{cells}</w:tr>")
    return _table("PlanFields", described, (LABEL, WIDE - LABEL), made, first_row=False)


def rows(block: Rows, known: frozenset[str], marks: Mapping[str, int], described: str) -> str:
    """Rows under their heads; `marks` numbers the bookmarks of the records that have none yet."""
    heads = [line(words(head)) for head in block.heads]
    widths = columns(heads, [["\n".join(_told(one) for one in cell) for cell in row.cells] for row in block.rows])
    made = [header(heads, widths)]
    for row in block.rows:
        cells = []
        for place, (held, wide) in enumerate(zip(row.cells, widths, strict=False)):
            id_cell = bool(row.id) and place == 0
            body = "".join(cell_paragraphs(held, known, "CellId" if id_cell else "Cell"))
            if id_cell:
                runs = run(row.id)
                runs = bookmark(anchor(row.id), marks[row.id], runs) if row.id in marks else runs
                body = paragraph(runs, "CellId")
            cells.append(_cell(wide, body))
        whole = "<w:cantSplit/>" if sum(len(_told(one)) for cell in row.cells for one in cell) <= WHOLE_ROW else ""
        made.append(f"<w:tr><w:trPr>{whole}</w:trPr>{''.join(cells)}</w:tr>")
    return _table("PlanTable", described, widths, made)


def header(heads: Sequence[str], widths: Sequence[int]) -> str:
    """The row of heads: it stands again on each page, and a screen reader knows it for what it is."""
    cells = "".join(_cell(wide, paragraph(run(head), "CellHead")) for head, wide in zip(heads, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def numbered(heads: Sequence[str], told: Sequence[tuple[str, str]], described: str) -> str:
    """Short records of one list: the id, and what is said of it, as paragraphs that are made already."""
    widths = (850, WIDE - 850)
    made = [header(heads, widths)]
    for id_, body in told:
        made.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(widths[0], id_)}{_cell(widths[1], body)}</w:tr>")
    return _table("PlanTable", described, widths, made)


def columns(heads: Sequence[str], told: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """How wide each column is: enough for its longest word where that is possible, the rest by how much it says."""
    least, asked = [], []
    for place, head in enumerate(heads):
        texts = [row[place] for row in told if place < len(row)]
        word = max((len(one) for text in (head, *texts) for one in re.split(r"[ \n]", text)), default=1)
        least.append(min(word, 16) * SIGN + PAD)
        longest = sorted(min(len(text), MOST_SIGNS) for text in texts)
        usual = longest[(len(longest) * 3) // 4] if longest else 0
        asked.append(max(usual, min(len(head), 14), 3) * SIGN)
    if sum(least) >= WIDE:
        return _whole([WIDE * one / sum(least) for one in least])
    room = WIDE - sum(least)
    beyond = [max(0.0, want + PAD - low) for want, low in zip(asked, least, strict=True)]
    total = sum(beyond)
    shared = [room * (one / total) for one in beyond] if total else [room / len(least)] * len(least)
    return _whole([low + more for low, more in zip(least, shared, strict=True)])


def _whole(widths: Sequence[float]) -> tuple[int, ...]:
    found = [int(one) for one in widths]
    found[-1] += WIDE - sum(found)
    return tuple(found)


def _told(one: object) -> str:
    return f"{one.heading} {one.value}" if isinstance(one, Field) else str(one)


def _cell(wide: int, body: str, span: int = 1) -> str:
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{merged}</w:tcPr>{body}</w:tc>'


def _table(style: str, described: str, widths: Sequence[int], made: Sequence[str], first_row: bool = True) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    look = f'w:firstRow="{int(first_row)}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    caption = f"<w:tblCaption w:val={attribute(described)}/>" if described else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{WIDE}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0{"6A" if first_row else "68"}0" {look}/>{caption}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>{paragraph('', 'AfterTable')}"
    )
