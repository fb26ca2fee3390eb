"""The outlines as the body of a Word document: headings that nest, tables, notes, figures with their words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import takewhile
from typing import Any

from promplan.export import plan_docx_tables as tables
from promplan.export.office import line
from promplan.export.outline import Block, Field, Fields, Figure, Group, Note, Outline, Record, Rows
from promplan.export.outline_parts import NUMBER
from promplan.export.outline_values import words
from promplan.export.plan_docx_notes import Notes, author, for_reviewers, noted
from promplan.export.plan_docx_text import (
    anchor,
    attribute,
    bookmark,
    commented,
    paragraph,
    run,
    value_lines,
)

DEEPEST = 4  # Heading 4: what lies deeper has the same
FEW, BRIEF = 8, 160  # fields, and signs of each, up to which a part needs no heading
SHORT = 3  # records of a list inside a record from which on they stand as rows
EMU = 635  # of a twentieth of a point
TALL = 8200  # twentieths of a point: a picture leaves room for its caption
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass
class Body:
    """What is written so far of one document, and what its parts are called by."""

    document: Any
    notes: Notes
    known: frozenset[str]
    made: list[str] = field(default_factory=list)
    marks: int = 0
    pictures: int = 0
    linked: set[str] = field(default_factory=set)

    def heading(self, runs: str, level: int, id_: str = "") -> str:
        """A heading; that of a record can be linked to."""
        if id_ and id_ not in self.linked:
            self.linked.add(id_)
            runs = bookmark(anchor(id_), self.mark(), runs)
        return paragraph(runs, f"Heading{min(level, DEEPEST)}")

    def mark(self) -> int:
        """The number of the next bookmark."""
        self.marks += 1
        return self.marks

    def section(self, one: Outline, level: int) -> None:
        """What stands in a section, below its heading."""
        self.blocks(one.blocks, level + 1, words(one.title))

    def blocks(self, blocks: Iterable[Block], level: int, described: str) -> None:
        """Blocks under a heading of the level above."""
        left = list(blocks)
        while left:
            one = left.pop(0)
            if isinstance(one, Fields):
                groups = [part for part in takewhile(_small, left) if isinstance(part, Group)]
                del left[: len(groups)]
                self._fields(one, groups, described)
            elif isinstance(one, Rows):
                self._rows(one, described)
            elif isinstance(one, Note):
                self.made.append(paragraph(run(one.words), "Note"))
            elif isinstance(one, Figure):
                self._figure(one)
            elif isinstance(one, Record):
                self._record(one, level)
            else:
                self._group(one, level)

    def _fields(self, block: Fields, groups: Sequence[Group], described: str) -> None:
        """Fields, and below them the small parts that need no heading of their own."""
        told = [self._field(one, block) for one in block.rows]
        for group in groups:
            inner = [one for part in group.blocks if isinstance(part, Fields) for one in part.rows]
            shown = [self._aside(one, part) for part in group.blocks if isinstance(part, Fields) for one in part.rows]
            told.append(tables.Told(line(group.title), "".join(shown), sum(len(str(one)) for one in inner)))
        self.made.append(tables.fields(told, described))

    def _field(self, one: Field, block: Fields) -> tables.Told:
        lines = value_lines(one.value, self.known)
        if self._is_noted(one, block):
            runs = "<w:r><w:br/></w:r>".join(runs for runs, _ in lines)
            lines = [(commented(self.notes.add(one.value, author(block)), runs), False)]
        body = "".join(paragraph(runs, "CellList" if several else "Cell") for runs, several in lines)
        return tables.Told(line(one.label), body, len(str(one.value)))

    def _aside(self, one: Field, block: Fields) -> str:
        """A field in a line with its label, as it stands in a cell."""
        lines = value_lines(one.value, self.known)
        runs = (run(f"{one.heading} ", "Aside") if one.heading else "") + run("; ").join(runs for runs, _ in lines)
        if self._is_noted(one, block):
            runs = commented(self.notes.add(one.value, author(block)), runs)
        return paragraph(runs, "Cell")

    def _is_noted(self, one: Field, block: Fields) -> bool:
        return self.notes.shown and one in noted(block)

    def _rows(self, block: Rows, described: str) -> None:
        caption = line(words(block.caption))
        if caption:
            self.made.append(paragraph(run(caption), "TableCaption"))
        if block.rows:
            new = {row.id for row in block.rows if row.id} - self.linked
            self.linked |= new
            marks = {row.id: self.mark() for row in block.rows if row.id in new}
            self.made.append(tables.rows(block, self.known, marks, caption or described))

    def _record(self, one: Record, level: int) -> None:
        blocks, notes = for_reviewers(one.blocks)
        title = run(line(one.title))
        if self.notes.shown:
            for note in notes:
                title = commented(self.notes.add(note.value), title)
        self.made.append(self.heading(f"{run(one.id, 'RecordId')}{run(' ')}{title}", level, one.id))
        self.blocks(blocks, level + 1, f"{one.id} {words(one.title)}")

    def _group(self, one: Group, level: int) -> None:
        if words(one.title).strip():
            self.made.append(self.heading(run(line(one.title)), level))
        records = [block for block in one.blocks if isinstance(block, Record)]
        if len(records) >= SHORT and len(records) == len(one.blocks) and all(map(_flat, records)):
            told = [(self._id(record), "".join(self._told(record))) for record in records]
            heads = (line(NUMBER), line(one.title))
            self.made.append(tables.numbered(heads, told, words(one.title)))
            return
        self.blocks(one.blocks, level + 1, words(one.title))

    def _id(self, record: Record) -> str:
        runs = run(record.id)
        if record.id not in self.linked:
            self.linked.add(record.id)
            runs = bookmark(anchor(record.id), self.mark(), runs)
        return paragraph(runs, "CellId")

    def _told(self, record: Record) -> Iterator[str]:
        """A short record in a cell: what it is called, and its fields in a line below."""
        yield paragraph(run(record.title), "Cell")
        for block in record.blocks:
            if isinstance(block, Fields):
                yield from (self._aside(one, block) for one in block.rows)

    def _figure(self, one: Figure) -> None:
        self.made += [paragraph(self.picture(one), "FigureParagraph"), paragraph(run(one.caption), "Caption")]

    def picture(self, one: Figure, tall: int = TALL) -> str:
        """The run of a picture with its words, at most so high."""
        relation, image = self.document.part.get_or_add_image(BytesIO(one.png()))
        wide = tables.WIDE
        high = round(wide * image.px_height / image.px_width)
        if high > tall:
            wide, high = round(wide * tall / high), tall
        self.pictures += 1
        size = f'cx="{wide * EMU}" cy="{high * EMU}"'
        about = f'id="{self.pictures}" name="{self.pictures}" descr={attribute(one.alt)}'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {about}/><a:graphic><a:graphicData uri="{PICTURE}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def _small(block: Block) -> bool:
    """Is it a part of a few short fields, which reads well as one line of the table above it?"""
    if not isinstance(block, Group) or not words(block.title).strip():
        return False
    rows = [one for part in block.blocks if isinstance(part, Fields) for one in part.rows]
    return len(block.blocks) == 1 and 0 < len(rows) <= FEW and all(len(str(one)) <= BRIEF for one in rows)


def _flat(record: Record) -> bool:
    return all(isinstance(block, Fields) for block in record.blocks)


def ids(blocks: Iterable[Block]) -> Iterator[str]:
    """Every record that will have a place to link to."""
    for one in blocks:
        if isinstance(one, Rows):
            yield from (row.id for row in one.rows if row.id)
        elif isinstance(one, Record | Group):
            if isinstance(one, Record):
                yield one.id
            yield from ids(one.blocks)
