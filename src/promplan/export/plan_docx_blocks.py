"""The outlines as the body of a Word document: headings that nest, tables, notes, figures with their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Any

from promplan.export import plan_docx_tables as tables
from promplan.export.office import line
from promplan.export.outline import Block, Field, Fields, Figure, Group, Note, Outline, Record, Rows
from promplan.export.outline_values import Value, words
from promplan.export.plan_docx_notes import Notes, author, noted
from promplan.export.plan_docx_text import (
    anchor,
    attribute,
    bookmark,
    commented,
    commented_cell,
    inline,
    paragraph,
    run,
)
from promplan.language import say, say_in

DEEPEST = 4  # Heading 4: what lies deeper has the same
SHORT = 90  # signs of a field, with its label, up to which it stands in a line with others
BETWEEN = " · "
SIDES = (  # of pictures in a row
    say_in("picture of a row", "Left"),
    say_in("picture of a row", "In the middle"),
    say_in("picture of a row", "Right"),
)
FULL = tables.WIDE - 200  # of a row of pictures
KEPT = '<w:keepNext/><w:spacing w:before="40" w:after="0"/>'
EMU = 635  # of a twentieth of a point
LARGE = 4700  # twentieths of a point: how wide a picture may be
TALL = 3300
POSTER = 2700  # one with its idea  # twentieths of a point: a picture leaves room for its caption
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass
class Body:
    """What is written so far of one document, and what its parts are called by."""

    document: Any
    notes: Notes
    known: frozenset[str]
    aside: Mapping[str, Sequence[Field]] = field(default_factory=dict)  # notes for reviewers, by records
    made: list[str] = field(default_factory=list)
    marks: int = 0
    pictures: int = 0
    linked: set[str] = field(default_factory=set)
    drawn: dict[Figure, Any] = field(default_factory=dict)

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
        for kind, several in groupby(blocks, type):
            if kind is Figure:
                self._figures([one for one in several if isinstance(one, Figure)])
                continue
            for one in several:
                self._block(one, level, described)

    def _block(self, one: Block, level: int, described: str) -> None:
        if isinstance(one, Fields):
            self.made += self._fields(one)
        elif isinstance(one, Rows):
            self._rows(one, described)
        elif isinstance(one, Note):
            self.made.append(paragraph(run(one.words), "Note"))
        elif isinstance(one, Record):
            self._record(one, level)
        elif isinstance(one, Group):
            self._group(one, level)

    def _fields(self, block: Fields, style: str = "Values", before: str = "") -> Iterator[str]:
        """Fields as a text: short ones in one paragraph, each long one in its own."""
        gathered: list[str] = [before] if before else []
        for one in block.rows:
            runs = self._told(one, block)
            if len(str(one.value)) + len(one.heading) <= SHORT:
                gathered.append(runs)
                continue
            if gathered:
                yield paragraph(run(BETWEEN).join(gathered), style)
                gathered = []
            yield paragraph(runs, style)
        if gathered:
            yield paragraph(run(BETWEEN).join(gathered), style)

    def _told(self, one: Field, block: Fields) -> str:
        """A field with its label as runs, and a comment where it is a note."""
        runs = (run(f"{one.heading} ", "Aside") if one.heading else "") + inline(one.value, self.known)
        if self.notes.shown and one in noted(block):
            runs = commented(self.notes.add(one.value, author(block)), runs)
        return runs

    def _rows(self, block: Rows, described: str) -> None:
        caption = line(words(block.caption))
        if caption:
            self.made.append(paragraph(run(caption), "TableCaption"))
        if block.rows:
            new = {row.id for row in block.rows if row.id} - self.linked
            self.linked |= new
            marks = {row.id: self.mark() for row in block.rows if row.id in new}
            told = tables.rows(block, self.known, marks, caption or described, self._noted, self._titled)
            self.made.append(told)

    def _noted(self, one: Field, runs: str) -> str:
        """The runs of a field of a table, with a comment where it is a note."""
        if self.notes.shown and noted(Fields((one,))):
            return commented(self.notes.add(one.value), runs)
        return runs

    def _titled(self, id_: str, body: str) -> str:
        """The cell that names a record, with the notes for reviewers beside it."""
        for note in self.aside.get(id_, ()) if self.notes.shown else ():
            body = commented_cell(self.notes.add(note.value), body)
        return body

    def _record(self, one: Record, level: int) -> None:
        title = run(line(one.title))
        for note in self.aside.get(one.id, ()) if self.notes.shown else ():
            title = commented(self.notes.add(note.value), title)
        self.made.append(self.heading(f"{run(one.id, 'RecordId')}{run(' ')}{title}", level, one.id))
        self.blocks(one.blocks, level + 1, f"{one.id} {words(one.title)}")

    def _group(self, one: Group, level: int) -> None:
        self.made += self.small(one, "Values") if _short(one) else ()
        if _short(one):
            return
        if words(one.title).strip():
            self.made.append(self.heading(run(line(one.title)), level))
        self.blocks(one.blocks, level + 1, words(one.title))

    def small(self, one: Record | Group, style: str = "Small") -> Iterator[str]:
        """A part of a record, or a record inside it, as paragraphs that begin with what it is called."""
        title = run(line(one.title), "Strong") if words(one.title).strip() else ""
        if isinstance(one, Record):
            title = f"{self._id(one.id)}{run(' ')}{run(line(one.title))}"
        for block in one.blocks:
            if isinstance(block, Fields):
                yield from self._fields(block, style, title)
            elif isinstance(block, Rows):
                heads = BETWEEN.join(line(words(it)) for it in block.heads)
                yield paragraph((title + run(" ") if title else "") + run(heads, "Aside"), style)
                for row in block.rows:
                    told = [run(" ").join(self._cell(it) for it in cell) for cell in row.cells if cell]
                    told = [self._id(row.id), *told[1:]] if row.id else told
                    yield paragraph(run(BETWEEN).join(told), style)
            elif isinstance(block, Note):
                yield paragraph(run(block.words), style)
            elif isinstance(block, Figure):
                continue
            else:
                if title:
                    yield paragraph(title, style)
                yield from self.small(block, style)
            title = ""
        if title:
            yield paragraph(title, style)

    def _cell(self, one: Value | Field) -> str:
        return self._told(one, Fields((one,))) if isinstance(one, Field) else inline(one, self.known)

    def annex(self, one: Record) -> None:
        """What the table of a record has no room for, in small letters."""
        self.made.append(paragraph(f"{self._id(one.id)}{run(' ')}{run(line(one.title))}", "SmallHeading"))
        self.made += self.small(Group("", "", one.blocks))

    def _id(self, id_: str) -> str:
        """A record's id, which is led to where it stands first."""
        runs = run(id_, "RecordId")
        if id_ not in self.linked:
            self.linked.add(id_)
            return bookmark(anchor(id_), self.mark(), runs)
        return runs

    def _figures(self, several: Sequence[Figure]) -> None:
        """Pictures beside each other as far as they find room, their captions below them."""
        left = list(several)
        while left:
            row = [left.pop(0)]
            while left and len(row) < len(SIDES) and sum(map(self._wide, (*row, left[0]))) <= FULL:
                row.append(left.pop(0))
            told = run("  ").join(self.picture(one) for one in row)
            captions = [one.caption for one in row]
            if len(row) > 1:
                sides = (SIDES[0], *SIDES[1 : len(row) - 1], SIDES[-1])
                captions = [
                    say("{side}: {words}", side=side, words=words(one))
                    for side, one in zip(sides, captions, strict=True)
                ]
            self.made.append(paragraph(told, "FigureParagraph"))
            self.made += [paragraph(run(one), "Caption", KEPT if one is not captions[-1] else "") for one in captions]

    def _wide(self, one: Figure) -> int:
        """How wide a picture is at its height."""
        return self._size(self._drawn(one)[1], TALL)[0]

    def _drawn(self, one: Figure) -> Any:
        """The part of a picture and what is known of it; each is drawn once."""
        if one not in self.drawn:
            self.drawn[one] = self.document.part.get_or_add_image(BytesIO(one.png()))
        return self.drawn[one]

    def _size(self, image: Any, tall: int) -> tuple[int, int]:
        high = round(LARGE * image.px_height / image.px_width)
        return (LARGE, high) if high <= tall else (round(LARGE * tall / high), tall)

    def picture(self, one: Figure, tall: int = TALL) -> str:
        """The run of a picture with its words, at most so high."""
        relation, image = self._drawn(one)
        wide, high = self._size(image, tall)
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


def _short(one: Group) -> bool:
    """Is it a part of a few short fields or flat records, which reads well as a few lines?"""
    return bool(words(one.title).strip()) and all(
        isinstance(it, Fields) or (isinstance(it, Record) and _flat(it)) for it in one.blocks
    )


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
