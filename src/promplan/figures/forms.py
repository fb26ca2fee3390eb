"""A form of art in a lesson: the same numbers as on the poster, with what one sees in the caption."""

from pathlib import Path
from typing import Any

from promplan.art.formats import Format
from promplan.art.poster import Words, poster
from promplan.art.recipe import Drawn, form_of
from promplan.art.said import HEADING, alt, sentences
from promplan.art.table import read
from promplan.figures.composed import lettered, palette_of, spoken
from promplan.figures.lettering import measured
from promplan.figures.painted import figure
from promplan.figures.picture import Picture
from promplan.figures.style import WIDE

SHEET = Format("figure", 640, 715, "px", 0, 16)  # a page's column, and no higher than a laptop's screen
NUMBER = 0.0225  # of the sheet's width: 14 pixels


def form(
    name: str,
    file: Path | None = None,
    *,
    values: tuple[str, ...] = (),
    along: str = "",
    each: tuple[str, ...] = (),
    scales: str = "on",
    palette: str = "",
    **knobs: Any,
) -> Picture:
    """The form of this name as a figure.

    Args:
        name: rosette, ridgeline, spirograph, stripes, orbit, isotype or typology.
        file: the data, `plant.file("rheometer")`; none for a spirograph.
        values, along, each: the columns; what suits best where none are given.
        scales: "on", or "off" as the plant may ask. knobs: of the form, by their names in `promplan.art.knobs`.

    Raises:
        Problem: a form, a column or a knob that there is not, or data that cannot be drawn so.
    """
    found = spoken(form_of(name, knobs, read(file.read_bytes()) if file else None, Drawn(values, along, each), scales))
    said = tuple(map(str, sentences(found.legend)))
    laid = poster(found.drawing, SHEET, Words(legend=(str(HEADING), *said)), measured, number=NUMBER)
    words = lettered(found, laid)
    return Picture(
        figure(laid.drawing, palette_of(palette), words=words, wide=WIDE), str(alt(found.legend)), " ".join(said)
    )
