"""Tables of a Word document: heads that repeat and are marked, columns as wide as what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence

from promplan.export.office import line
from promplan.export.outline import Field, Rows
from promplan.export.outline_values import words
from promplan.export.parted import parted
from promplan.export.plan_compact import Sheeted
from promplan.export.plan_docx_text import anchor, attribute, bookmark, cell_paragraphs, paragraph, run

WIDE = 9866  # twentieths of a point: the text's width on A4
SIGN = 92  # of a letter in a table
PAD = 110  # left and right of a cell's words
WHOLE_ROW = 900  # signs of a row up to which it does
DAY = 10  # signs of a date, which no column breaks
MANY = 10  # columns from which on heads are parted sooner
MOST_SIGNS = 90  # from here on a longer text asks for no wider column


def rows(
    block: Rows,
    known: frozenset[str],
    marks: Mapping[str, int],
    described: str,
    noted: Callable[[Field, str], str],
    titled: Callable[[str, str], str],
) -> str:
    """Rows under their heads.

    Args:
        marks: the numbers of the bookmarks of the records that have none yet.
        noted, titled: put comments beside a field's runs, and beside those of a record's first words.
    """
    heads = [parted(line(words(head))) for head in block.heads]
    told = [["\n".join(_told(one) for one in cell) for cell in row.cells] for row in block.rows]
    widths = columns(heads, told, block.wide if isinstance(block, Sheeted) else ())
    right = block.right if isinstance(block, Sheeted) and block.right else (False,) * len(heads)
    made = [header(heads, widths, right)]
    for row in block.rows:
        cells = []
        for place, (held, wide) in enumerate(zip(row.cells, widths, strict=False)):
            if row.id and place == 0:
                runs = run(row.id)
                runs = bookmark(anchor(row.id), marks[row.id], runs) if row.id in marks else runs
                body = paragraph(runs, "CellId")
            else:
                body = "".join(cell_paragraphs(held, known, "CellRight" if right[place] else "Cell", noted))
                if row.id in marks and place == 1:
                    body = titled(row.id, body)
            cells.append(_cell(wide, body))
        whole = "<w:cantSplit/>" if sum(len(_told(one)) for cell in row.cells for one in cell) <= WHOLE_ROW else ""
        made.append(f"<w:tr><w:trPr>{whole}</w:trPr>{''.join(cells)}</w:tr>")
    return _table(described, widths, made)


def header(heads: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    """The row of heads: it stands again on each page, and a screen reader knows it for what it is."""
    cells = "".join(
        _cell(wide, paragraph(run(head), "CellHead", '<w:jc w:val="right"/>' if numbers else ""))
        for head, wide, numbers in zip(heads, widths, right, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def columns(heads: Sequence[str], told: Sequence[Sequence[str]], shares: Sequence[float] = ()) -> tuple[int, ...]:
    """How wide each column is: enough for its longest word where that is possible, the rest by how much it says.

    Args:
        shares: of the line, where the layout gives them.
    """
    least, asked = [], []
    for place, head in enumerate(heads):
        texts = [row[place] for row in told if place < len(row)]
        word = max((len(one) for text in texts for one in re.split(r"[ \n/-]", text)), default=1)
        named = max((len(one) for one in re.split(r"[ \u00ad-]", head)), default=1)
        many = len(heads) > MANY
        least.append(max(min(word, DAY if many or shares else 14), min(named, 6 if many else 8)) * SIGN + PAD)
        if not place:
            least[0] += PAD // 2  # capitals of an id are wide
        longest = sorted(min(len(text), MOST_SIGNS) for text in texts)
        usual = longest[(len(longest) * 3) // 4] if longest else 0
        asked.append(max(usual, min(len(head), 14), 3) * SIGN)
    if shares:
        asked = [round(WIDE * one / sum(shares)) for one in shares]
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


def _cell(wide: int, body: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{body}</w:tc>'


def _table(described: str, widths: Sequence[int], made: Sequence[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    look = 'w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    caption = f"<w:tblCaption w:val={attribute(described)}/>" if described else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="{WIDE}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="06A0" {look}/>{caption}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>{paragraph('', 'AfterTable')}"
    )
