"""A deck of slides: 16 to 9, the plant's colours, and places for words that no word leaves.

Every text is measured before it is set; what a box does not hold is cut with a note of how much more there is, and
stands whole in the speaker's notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from promplan.art.palettes import Palette
from promplan.export.office import clean, line, shortened, tongue
from promplan.export.office_fit import Fitted, fitted
from promplan.export.outline import Figure
from promplan.language import say

WIDE, HIGH = 960.0, 540.0  # points: a slide of 13⅓ to 7½ inches
EDGE = 48.0
TOP, BOTTOM = 158.0, 488.0  # between them lies what a slide shows
HEADS = (52.0, 48.0, 44.0, 40.0, 36.0, 32.0)  # below 40 only where the rest would be cut
BODY = (32.0, 30.0, 28.0, 26.0, 24.0)
SMALL = 14.0  # running lines: number, title of the plan, the mark of a draft
RUNNING = 60  # signs of the plan's title at the foot
POINT = 12700  # of a point in the file's unit
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DECORATIVE = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points from its upper left corner."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def emu(self) -> tuple[Any, Any, Any, Any]:
        """The same in the file's unit."""
        return tuple(round(one * POINT) for one in (self.x, self.y, self.wide, self.high))  # type: ignore[return-value]


@dataclass
class Slide:
    """One slide and what is written for its speaker."""

    slide: Any
    deck: "Deck"
    notes: list[str] = field(default_factory=list)
    counted: bool = False  # has the team written numbers on it itself?

    def title(self, said: Any, box: Box, sizes: Sequence[float] = HEADS, anchor: str = "t") -> Fitted:
        """The slide's title, in its own placeholder."""
        found = fitted(said, box.wide, box.high, sizes, bold=True)
        holder = self.slide.shapes.title
        holder.left, holder.top, holder.width, holder.height = box.emu
        self._write(holder.text_frame, [found.text], found.size, "ink", bold=True, anchor=anchor)
        self._whole(said, found)
        return found

    def text(
        self,
        said: Any,
        box: Box,
        sizes: Sequence[float] = BODY,
        role: str = "ink",
        bold: bool = False,
        anchor: str = "t",
        name: str = "",
        align: str = "l",
    ) -> Fitted:
        """A text that fits into its box."""
        found = fitted(said, box.wide, box.high, sizes, bold=bold)
        shape = self.slide.shapes.add_textbox(*box.emu)
        shape.name = shortened(name or found.text, 40)
        self._write(shape.text_frame, [found.text], found.size, role, bold, anchor, align)
        self._whole(said, found)
        return found

    def one_size(
        self, told: Sequence[str], wide: float, high: float, sizes: Sequence[float], bold: bool = False
    ) -> tuple[float, ...]:
        """The one size at which all of several texts fit their boxes of the same measure."""
        return (min((fitted(one, wide, high, sizes, bold=bold).size for one in told), default=sizes[0]),)

    def band(self, box: Box, role: str) -> None:
        """A surface of colour behind what is read; it says nothing."""
        from pptx.enum.shapes import MSO_SHAPE

        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
        shape.fill.solid()
        shape.fill.fore_color.rgb = self.deck.colour(role)
        shape.line.fill.background()
        for style in shape._element.findall("{*}style"):  # no shadow, and no other look of the template's
            shape._element.remove(style)
        decorative(shape._element.nvSpPr.cNvPr)

    def picture(self, one: Figure, box: Box) -> Box:
        """A picture as large as its box allows, in the middle of it, with its words; where it lies."""
        shape = self.slide.shapes.add_picture(BytesIO(one.png()), 0, 0)
        factor = min(box.wide * POINT / shape.width, box.high * POINT / shape.height)
        wide, high = shape.width * factor / POINT, shape.height * factor / POINT
        lies = Box(box.x + (box.wide - wide) / 2, box.y + (box.high - high) / 2, wide, high)
        shape.left, shape.top, shape.width, shape.height = lies.emu
        described(shape._element.nvPicPr.cNvPr, one.alt, shortened(one.alt, 40))
        return lies

    def say_aloud(self) -> None:
        """Write the speaker's notes."""
        frame = self.slide.notes_slide.notes_text_frame
        frame.text = clean("\n".join(self.notes)) or " "
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run._r.get_or_add_rPr().set("lang", tongue())

    def _whole(self, said: Any, found: Fitted) -> None:
        if found.cut:
            self.notes.append(str(say("In full: {words}", words=line(said))))

    def _write(
        self,
        frame: Any,
        lines: Sequence[str],
        size: float,
        role: str,
        bold: bool = False,
        anchor: str = "t",
        align: str = "l",
    ) -> None:
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
        from pptx.util import Pt

        frame.clear()
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = {"t": MSO_ANCHOR.TOP, "m": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}[anchor]
        for place, told in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = {"l": PP_ALIGN.LEFT, "r": PP_ALIGN.RIGHT, "c": PP_ALIGN.CENTER}[align]
            run = paragraph.add_run()
            run.text = told
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = self.deck.colour(role)
            run._r.get_or_add_rPr().set("lang", tongue())


@dataclass
class Deck:
    """The deck: its file, its colours, what runs along on every slide."""

    presentation: Any
    palette: Palette
    running: str
    state: str
    draft: str

    def colour(self, role: str) -> Any:
        """A role's colour, as the file wants it."""
        from pptx.dml import color

        made: Any = color.RGBColor
        return made.from_string(self.palette[role].lstrip("#").upper())

    def add(self) -> Slide:
        """An empty slide with its number, the plan's title and the mark of a draft."""
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[0])
        return Slide(slide, self)

    def finish(self, made: Slide) -> None:
        """What runs along, last in the order of reading."""
        running = f"{shortened(self.running, RUNNING)} · {self.state}"
        if len(line(self.running)) > RUNNING:
            made.notes.append(str(say("In full: {words}", words=line(self.running))))
        made.text(running, Box(EDGE, 505, 760, 20), (SMALL,), "ink2", name=str(say("Plan")))
        number = made.slide.shapes.add_textbox(*Box(WIDE - EDGE - 80, 505, 80, 20).emu)
        number.name = str(say("Slide number"))
        made._write(number.text_frame, [str(len(self.presentation.slides))], SMALL, "ink2", align="r")
        _numbered(number._element)
        if self.draft:
            made.text(self.draft, Box(WIDE - EDGE - 430, 18, 430, 20), (SMALL,), "primer", bold=True, align="r")
        made.say_aloud()


def _numbered(shape: Any) -> None:
    """Makes the text of a shape a field: the slide's own number, as the layout's placeholder has it."""
    from pptx.oxml.ns import qn

    run = shape.find(".//" + qn("a:r"))
    kept = {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
    number = run.makeelement(qn("a:fld"), kept)
    number.extend(list(run))
    run.getparent().replace(run, number)
    about = shape.find(qn("p:nvSpPr")).find(qn("p:nvPr"))
    about.append(about.makeelement(qn("p:ph"), {"type": "sldNum", "sz": "quarter", "idx": "12"}))


def described(properties: Any, alt: Any, name: str) -> None:
    """The words of a picture for who cannot see it."""
    properties.set("descr", line(alt))
    properties.set("name", name)


def decorative(properties: Any) -> None:
    """Marks a shape as one that says nothing: a screen reader passes it by."""
    from pptx.oxml import parse_xml

    properties.set("descr", "")
    properties.append(parse_xml(DECORATIVE))
