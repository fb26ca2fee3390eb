"""What a figure's reader meets, measured: words that overlap, leave the sheet, are too small, too pale, a formula."""

import io
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.text import Text

from promplan.figures.picture import Picture
from promplan.figures.style import style

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
    hidden = {id(label) for axes in fig.axes for axis in (axes.xaxis, axes.yaxis) for label in _beyond(axis)}
    for axes in fig.axes:
        if not axes.axison:
            hidden |= {id(part) for part in (*axes.xaxis.findobj(), *axes.yaxis.findobj())}
    return [one for one in fig.findobj(Text) if one.get_visible() and one.get_text().strip() and id(one) not in hidden]


def _beyond(axis: Axis) -> list[Text]:
    low, high = sorted(axis.get_view_interval())
    return [part for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high for part in tick.findobj(Text)]


def words(picture: Picture) -> str:
    """All words of the figure in one line, as they are read."""
    written = " ".join(one.get_text() for one in texts(picture.fig))
    return " ".join(written.replace(r"\$", "$").split())


def faults(picture: Picture) -> list[str]:
    """What a reader could not read, each with its words; an empty list for a figure in order."""
    canvas = FigureCanvasAgg(picture.fig)
    with style():
        canvas.draw()
        written = texts(picture.fig)
        boxes = [one.get_window_extent(canvas.get_renderer()) for one in written]
    width, height = canvas.get_width_height()
    found = []
    for number, (one, box) in enumerate(zip(written, boxes, strict=True)):
        said = one.get_text()
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height:
            found.append(f"leaves the sheet: {said}")
        if one.get_fontsize() * min(1.0, 9.6 / picture.fig.get_figwidth()) < SMALLEST:
            found.append(f"too small: {said}")
        if one._preprocess_math(said)[1]:
            found.append(f"a formula: {said}")
        for other, place in zip(written[number + 1 :], boxes[number + 1 :], strict=True):
            across = min(box.x1, place.x1) - max(box.x0, place.x0)
            if across > 0.5 and min(box.y1, place.y1) - max(box.y0, place.y0) > 0.5:
                found.append(f"overlap: {said} / {other.get_text()}")
    return found


def pale(picture: Picture, least: float = 4.5) -> list[str]:
    """The words whose contrast with what is behind most of them is less than `least` : 1, after WCAG 2.2."""
    canvas = FigureCanvasAgg(picture.fig)
    with style():
        canvas.draw()
        written = texts(picture.fig)
        boxes = [one.get_window_extent(canvas.get_renderer()) for one in written]
    for one in written:
        one.set_alpha(0)  # not invisible: the layout stays
    pixels = np.asarray(imread(io.BytesIO(picture.png())))[::-1, :, :3]
    for one in written:
        one.set_alpha(None)
    scale = pixels.shape[1] / canvas.get_width_height()[0]
    found = []
    for one, box in zip(written, boxes, strict=True):
        left, right, low, high = (round(side * scale) for side in (box.x0, box.x1, box.y0, box.y1))
        colours, counts = np.unique(pixels[low:high, left:right].reshape(-1, 3), axis=0, return_counts=True)
        behind = tuple(float(part) for part in colours[counts.argmax()])
        if contrast(one.get_color(), behind) < least:
            found.append(one.get_text())
    return found


def contrast(one: Any, other: Any = "white") -> float:
    """Of two colours, as matplotlib names them, after WCAG 2.2: from 1, the same, to 21, black on white."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Any) -> float:
    """Relative luminance after WCAG 2.2: from 0, black, to 1, white."""
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
