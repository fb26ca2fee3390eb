"""What a figure's reader meets, measured: words that overlap, leave the sheet, are too small, too pale, a formula."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.axis import Axis, Tick
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from promplan.figures.picture import Picture
from promplan.figures.style import WIDE, style

SMALLEST = 9.5  # points, at a notebook's width
ODD = (
    "<script>alert(1)</script>",
    "$x^2$ and $y",
    r"\$z$ \frac{1}{0}",
    "ж" * 300,
    "a\nb\tc\x07\x00\u202e\u200b",
    "press 🏭 line 👩‍🏭",
    "{umbrella} %s {0}",
    " \u00a0\n ",
    "Вулканизаторщик-прессовщик " * 11,
    "Zа\u0301" + "o\u035e\u0337\u0332\u0329\u031d\u034f" * 40,
)
# drawing takes its time: a few examples, and what fails is shown as it is
drawn = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
odd_words = st.one_of(
    st.sampled_from(ODD), st.text(max_size=300).filter(lambda text: max(text, default=" ") < "\ud800")
)


def texts(fig: Figure) -> list[Text]:
    """All that is written, without ticks beyond an axis's ends and without the axes of a sheet."""
    return [one for one in _written(fig) if one.get_visible() and one.get_text().strip()]


def _written(part: Artist) -> Iterator[Text]:
    """Every text of a part; the axes of a sheet are not asked, which would make ticks that nobody draws."""
    if isinstance(part, Text):
        yield part
    beyond = _beyond(part) if isinstance(part, Axis) else ()
    for child in part.get_children():
        if child not in beyond and not (isinstance(child, Axis) and not child.axes.axison):
            yield from _written(child)


def _beyond(axis: Axis) -> list[Tick]:
    low, high = sorted(axis.get_view_interval())
    return [tick for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]


def words(picture: Picture) -> str:
    """All words of the figure in one line, as they are read."""
    written = " ".join(one.get_text() for one in texts(picture.fig))
    return " ".join(written.replace(r"\$", "$").split())


@lru_cache(64)
def laid(picture: Picture) -> list[tuple[Text, Bbox]]:
    """Each text with the place that its letters take, in pixels; laid out once a picture and not painted."""
    canvas = FigureCanvasAgg(picture.fig)
    with style():
        painter = canvas.get_renderer()  # one for both: it remembers how wide a text is
        with painter._draw_disabled():
            picture.fig.draw(painter)
        return [(one, one.get_window_extent(painter)) for one in texts(picture.fig)]


def faults(picture: Picture, smallest: float = SMALLEST) -> list[str]:
    """What a reader could not read, each with its words; an empty list for a figure in order."""
    placed = laid(picture)
    width, height = picture.fig.canvas.get_width_height()
    found = []
    for number, (one, box) in enumerate(placed):
        said = one.get_text()
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height:
            found.append(f"leaves the sheet: {said}")
        if one.get_fontsize() * min(1.0, WIDE / picture.fig.get_figwidth()) < smallest:
            found.append(f"too small: {said}")
        if one._preprocess_math(said)[1]:
            found.append(f"a formula: {said}")
        for other, place in placed[number + 1 :]:
            across = min(box.x1, place.x1) - max(box.x0, place.x0)
            if across > 0.5 and min(box.y1, place.y1) - max(box.y0, place.y0) > 0.5:
                found.append(f"overlap: {said} / {other.get_text()}")
    return found


def pale(picture: Picture, least: float = 4.5) -> list[str]:
    """The words whose contrast with what is behind most of them is less than `least` : 1, after WCAG 2.2."""
    placed = laid(picture)
    pixels = _without(picture.fig, [one for one, _ in placed])
    found = []
    for one, box in placed:
        left, right, low, high = (round(side) for side in (box.x0, box.x1, box.y0, box.y1))
        colours, counts = np.unique(pixels[low:high, left:right], return_counts=True)
        most = int(colours[counts.argmax()])
        behind = tuple((most >> shift & 255) / 255 for shift in (16, 8, 0))
        if contrast(one.get_color(), behind) < least:
            found.append(one.get_text())
    return found


def _without(fig: Figure, written: list[Text]) -> Any:
    """What the figure shows behind its words: a number 0xRRGGBB for each pixel, the lowest row first."""
    canvas, engine = FigureCanvasAgg(fig), fig.get_layout_engine()
    fig.set_layout_engine("none")  # the layout stays when the words are gone
    for one in written:
        one.set_visible(False)
    with style():
        canvas.draw()
    for one in written:
        one.set_visible(True)
    fig.set_layout_engine(engine)
    pixels = np.asarray(canvas.buffer_rgba())[::-1].astype(np.uint32)
    return pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]


def contrast(one: Any, other: Any = "white") -> float:
    """Of two colours, as matplotlib names them, after WCAG 2.2: from 1, the same, to 21, black on white."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Any) -> float:
    """Relative luminance after WCAG 2.2: from 0, black, to 1, white."""
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
