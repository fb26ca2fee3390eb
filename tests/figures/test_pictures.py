"""Can every figure be read: by the last row, by the colour-blind, by who hears it, in either language?"""

import base64
import re
import subprocess
import sys
from html import unescape

import pytest
from figures.looking import contrast, faults, luminance, pale, texts
from figures.samples import SAMPLES, drawn, drawn_anew
from matplotlib.figure import Figure

from promplan import figures
from promplan.figures.picture import Picture
from promplan.figures.style import SHOWN, style
from promplan.language import LANGUAGES

every_figure = pytest.mark.parametrize("name", SAMPLES)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def test_every_figure_of_the_package_has_a_sample_here() -> None:
    assert {name.partition(" ")[0] for name in SAMPLES} == set(dir(figures))


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
def test_no_text_overlaps_another_leaves_the_sheet_or_is_too_small(name: str, language: str) -> None:
    picture = drawn(name, language)
    assert texts(picture.fig)
    assert faults(picture, smallest=9) == []


@every_figure
@both_languages
def test_every_text_stands_out_from_what_is_behind_it(name: str, language: str) -> None:
    assert pale(drawn(name, language)) == []


@every_figure
@both_languages
def test_who_cannot_see_it_is_told_more_than_the_caption(name: str, language: str) -> None:
    picture = drawn(name, language)
    assert picture.alt.strip()
    assert picture.caption.strip()
    assert picture.alt != picture.caption
    assert "{" not in picture.alt + picture.caption


@every_figure
@both_languages
def test_alternative_text_and_caption_are_in_the_language(name: str, language: str) -> None:
    for text in (drawn(name, language).alt, drawn(name, language).caption):
        assert any("а" <= sign <= "я" for sign in text.lower()) == (language == "ru"), text


@every_figure
def test_the_same_call_gives_the_same_bytes(name: str) -> None:
    assert drawn_anew(name, "ru").png() == drawn_anew(name, "ru").png()


def test_the_same_figure_gives_the_same_bytes_again() -> None:
    picture = drawn_anew("core_cure", "ru")
    assert picture.png() == picture.png()


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
        assert drawn_anew("core_cure", "en").png() == plain
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
    with pytest.raises(AttributeError, match=r"core_cure, pp\.figures\.course_map"):
        _ = figures.pie_chart


@every_figure
@both_languages
def test_on_a_laptop_it_is_crisp_in_letters_of_13_pixels_and_no_higher_than_the_screen(
    name: str, language: str
) -> None:
    picture = drawn(name, language)
    wide, high = (round(side * SHOWN) for side in picture.fig.get_size_inches())
    assert wide == 640 and high <= 720
    assert min(one.get_fontsize() for one in texts(picture.fig)) * SHOWN / 72 >= 13
    assert f'width="{wide}"' in picture._repr_html_()
    assert int.from_bytes(picture.png()[16:20], "big") == 2 * wide
