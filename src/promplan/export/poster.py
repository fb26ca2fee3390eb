"""A poster as files: print-ready PDF with its bleed and its letters embedded, PNG at the channel's size, SVG."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from promplan.art.geometry import Drawing, Label
from promplan.art.palettes import Palette
from promplan.art.poster import Poster
from promplan.art.svg import svg
from promplan.export import motion
from promplan.export.png_text import noted
from promplan.extras import lacking
from promplan.figures.lettering import FAMILY
from promplan.language import current

__all__ = ["motion", "pdf", "picture", "png"]

KEYWORDS = ["promplan"]  # what made the file
PAPER = 150  # pixels to an inch of a sheet in millimetres: for a screen; what is printed is the PDF
POINTS = 72  # to an inch: a sheet in pixels is set in points, and painted at as many pixels
# the sheet as it is after cutting; what lies beyond is the bleed. Words stand at their baseline, as they were laid
PAGE = """
#let sheet = json(bytes(sys.inputs.sheet))
#let u = if sheet.unit == "mm" {{ 1mm }} else {{ 1pt }}
#set document(title: sheet.title, description: sheet.alt, keywords: sheet.keywords)
#set text(font: "{family}", lang: sheet.language, top-edge: "baseline", bottom-edge: "baseline", hyphenate: false)
#set page(width: sheet.width * u, height: sheet.height * u, margin: 0mm, bleed: sheet.bleed * u)
#place(dx: -sheet.bleed * u, dy: -sheet.bleed * u, image(
  bytes(sheet.picture), format: "svg", alt: sheet.alt,
  width: (sheet.width + 2 * sheet.bleed) * u, height: (sheet.height + 2 * sheet.bleed) * u,
))
#for one in sheet.words {{
  place(dx: one.x * u, dy: one.y * u, text(
    size: one.size * u, fill: rgb(one.fill), weight: if one.bold {{ "bold" }} else {{ "regular" }}, one.text,
  ))
}}
"""


def pdf(poster: Poster, palette: Palette, *, title: str, alt: str) -> bytes:
    """The poster on its page: PDF/UA, the trim box where it is cut, the same bytes for the same poster.

    Args:
        title: of the document, for who has it read aloud. alt: what is to be seen, in words.

    Raises:
        Problem: typst is not installed.
    """
    return _set(poster.drawing, poster.words, palette, title, alt, format="pdf", pdf_standards=["ua-1"])


def png(poster: Poster, palette: Palette, *, title: str = "", alt: str = "") -> bytes:
    """The poster in its own pixels; a sheet of paper at 150 to the inch, its bleed cut off.

    Args:
        title, alt: stand in the file's text, where a picture archive reads them.
    """
    cut = replace(poster.drawing, bleed=0.0)
    ppi = PAPER if cut.unit == "mm" else POINTS
    made = _set(cut, poster.words, palette, "-", "-", format="png", ppi=ppi)
    return noted(made, {"Title": title, "Description": alt})


def _set(drawing: Drawing, words: Mapping[str, str], palette: Palette, title: str, alt: str, **how: Any) -> bytes:
    try:
        import matplotlib
        import typst
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    laid = [one for one in drawing.marks if isinstance(one, Label) and one.long]
    rest = tuple(one for one in drawing.marks if not (isinstance(one, Label) and one.long))
    sheet = {
        "title": title,
        "keywords": KEYWORDS,
        "alt": alt,
        "language": current(),
        **{name: getattr(drawing, name) for name in ("width", "height", "unit", "bleed")},
        "picture": svg(replace(drawing, marks=rest), palette, words=words),
        "words": [
            {name: getattr(one, name) for name in ("x", "y", "size", "bold")}
            | {"fill": palette[one.fill], "text": words[one.id]}
            for one in laid
        ],
    }
    made: bytes = typst.compile(
        PAGE.format(family=FAMILY).encode(),
        font_paths=[str(Path(matplotlib.get_data_path()) / "fonts" / "ttf")],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
        timestamp=0,
        **how,
    )
    return made


def picture(poster: Poster, palette: Palette, *, alt: str, title: str = "") -> bytes:
    """The poster as SVG, its words as words; its title and what is to be seen in it stand in `<title>` and `<desc>`."""
    return svg(poster.drawing, palette, words=poster.words, title=title or alt, told=alt).encode()
