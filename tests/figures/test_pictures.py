"""Can every figure be read: by the last row, by the colour-blind, by who hears it, in either language?"""

import base64
import io
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape

import numpy as np
import pytest
from figures.looking import contrast, luminance
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.text import Text

from promplan import figures
from promplan.cases.kit import load
from promplan.figures.picture import Picture
from promplan.figures.style import style
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan

UNITS = ("00-start", "01-facts", "08-distribution", "10-pitch")
FIGURES: dict[str, Callable[[], Picture]] = {
    **{f"course_map {unit}": lambda unit=unit: figures.course_map(unit) for unit in UNITS},
    "value_chain": lambda: figures.value_chain(load("rubber-works").chain),
    "surprise_proof": lambda: figures.surprise_proof(load("rubber-works").plan),
    "surprise_proof of an empty plan": lambda: figures.surprise_proof(Plan()),
    "core_cure": lambda: figures.core_cure(load("rubber-works").series("mould-core")),
}
every_figure = pytest.mark.parametrize("name", FIGURES)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def drawn(name: str, language: str) -> Picture:
    with inside(language):
        return FIGURES[name]()


def texts(fig: Figure) -> list[Text]:
    """All that is written, without the ticks beyond the ends of an axis, which matplotlib keeps and does not draw."""
    hidden = {id(label) for axes in fig.axes for axis in (axes.xaxis, axes.yaxis) for label in beyond(axis)}
    written = (one for one in fig.findobj(Text) if one.get_visible() and one.get_text().strip())
    off = {id(part) for axes in fig.axes if not axes.axison for part in (*axes.xaxis.findobj(), *axes.yaxis.findobj())}
    return [one for one in written if id(one) not in hidden | off]


def beyond(axis: Axis) -> list[Text]:
    low, high = sorted(axis.get_view_interval())
    return [part for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high for part in tick.findobj(Text)]


def boxes(fig: Figure) -> list[tuple[str, object]]:
    """Each text with the place that its letters take, in pixels."""
    canvas = FigureCanvasAgg(fig)
    with style():
        canvas.draw()
        return [(one.get_text(), one.get_window_extent(canvas.get_renderer())) for one in texts(fig)]


# pairs and ratios as npm's contrast-ratio-checker and Manning's liveBook print them; black on white is WCAG's own
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#ff8100", "#64003a", 5.235370),
        ("#e5e5e5", "#aabb00", 1.698093),
        ("blue", "white", 8.592),
        ("blue", "red", 2.149),
        ("#767676", "white", 4.542),
        ("#777777", "white", 4.478),
        ("black", "white", 21),
        ("#11aa55", "#aa8811", 1.11),
        ("#e9faf5", "white", 1.08),
        ("#0072b2", "white", 5.19),
        ("#f0e442", "white", 1.32),
    ],
)
def test_the_measure_of_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006 if ratio < 21 else 0)
    assert luminance("#ff8100") == pytest.approx(0.369605, abs=5e-7)


@every_figure
@both_languages
def test_no_two_texts_overlap(name: str, language: str) -> None:
    found = boxes(drawn(name, language).fig)
    clashes = [
        (one, other)
        for number, (one, box) in enumerate(found)
        for other, place in found[number + 1 :]
        if min(box.x1, place.x1) - max(box.x0, place.x0) > 0.5 and min(box.y1, place.y1) - max(box.y0, place.y0) > 0.5
    ]
    assert clashes == []


@every_figure
@both_languages
def test_no_text_leaves_the_canvas(name: str, language: str) -> None:
    picture = drawn(name, language)
    found = boxes(picture.fig)
    width, height = picture.fig.canvas.get_width_height()
    cut = [text for text, box in found if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height]
    assert found
    assert cut == []


@every_figure
@both_languages
def test_every_text_stands_out_from_what_is_behind_it(name: str, language: str) -> None:
    picture = drawn(name, language)
    places = boxes(picture.fig)
    written = texts(picture.fig)
    for one in written:
        one.set_visible(False)
    pixels = np.asarray(imread(io.BytesIO(picture.png())))[::-1, :, :3]
    scale = pixels.shape[1] / picture.fig.canvas.get_width_height()[0]
    for one, (words, box) in zip(written, places, strict=True):
        left, right, low, high = (round(side * scale) for side in (box.x0, box.x1, box.y0, box.y1))
        colours, counts = np.unique(pixels[low:high, left:right].reshape(-1, 3), axis=0, return_counts=True)
        behind = tuple(float(part) for part in colours[counts.argmax()])
        assert contrast(one.get_color(), behind) >= 4.5, words


@every_figure
@both_languages
def test_letters_are_large_enough_at_the_width_of_a_notebook(name: str, language: str) -> None:
    picture = drawn(name, language)
    shrunk = min(1.0, 9.6 / picture.fig.get_figwidth())
    assert min(one.get_fontsize() for one in texts(picture.fig)) * shrunk >= 9


@every_figure
@both_languages
def test_who_cannot_see_it_is_told_more_than_the_caption(name: str, language: str) -> None:
    picture = drawn(name, language)
    assert picture.alt.strip()
    assert picture.caption.strip()
    assert picture.alt != picture.caption
    assert "{" not in picture.alt + picture.caption


@every_figure
def test_the_same_call_gives_the_same_bytes(name: str) -> None:
    once, twice = drawn(name, "ru"), drawn(name, "ru")
    assert once.png() == once.png() == twice.png()


@pytest.mark.parametrize("name", ["value_chain", "surprise_proof", "core_cure"])
def test_figures_of_an_invented_plant_say_so(name: str) -> None:
    caption = drawn(name, "en").caption.lower()
    assert "synthetic data" in caption or "invented" in caption


def test_html_carries_the_picture_and_words_that_cannot_break_out() -> None:
    with style():
        fig = Figure()
    html = Picture(fig, 'a "quote" & <script>alert(1)</script>', "x < y")._repr_html_()
    assert "<script>" not in html
    alt = re.search(r'alt="([^"]*)"', html)
    assert alt
    assert unescape(alt[1]) == 'a "quote" & <script>alert(1)</script>'
    assert "<figcaption>x &lt; y</figcaption>" in html
    data = re.search(r"base64,([^\"]+)", html)
    assert data
    png = base64.b64decode(data[1])
    assert png.startswith(b"\x89PNG")
    assert b"Software" not in png


def test_a_notebook_shows_html_and_the_alternative_text_and_no_second_picture() -> None:
    from IPython.core.interactiveshell import InteractiveShell

    picture = drawn("core_cure", "en")
    shown, _ = InteractiveShell.instance().display_formatter.format(picture)
    assert set(shown) == {"text/html", "text/plain"}
    assert shown["text/plain"] == picture.alt


def test_the_users_own_look_is_neither_used_nor_changed() -> None:
    import matplotlib

    plain = drawn("core_cure", "en").png()
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red", "savefig.dpi": 20}):
        assert drawn("core_cure", "en").png() == plain
        assert matplotlib.rcParams["font.size"] == 30


@pytest.mark.parametrize(
    ("what", "absent"),
    [
        ("import promplan; promplan.figures", "matplotlib"),
        ("from promplan import figures; figures.course_map().png()", "matplotlib.pyplot"),
    ],
)
def test_what_is_not_needed_is_not_loaded(what: str, absent: str) -> None:
    asked = f"{what}; import sys; print({absent!r} in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_an_unknown_figure_is_answered_with_those_there_are() -> None:
    with pytest.raises(AttributeError, match="core_cure, course_map"):
        _ = figures.pie_chart
