"""Are words that do no work struck through and still legible, and do the bars count what text.marks counts?"""

import pytest
from figures.looking import ODD, drawn, faults, odd_words, pale, texts, words
from figures.samples import BOAST
from hypothesis import given
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from promplan import figures
from promplan.language import LANGUAGES, inside
from promplan.text.marks import idle_share, marks

PLAIN = {
    "en": "A ring from Dugorsk keeps the water in at fourteen waterworks.",
    "ru": "Кольца из Дугорска держат воду в четырнадцати водоканалах.",
}


def large(picture) -> list:
    return [one for one in texts(picture.fig) if one.get_fontsize() == 20]


def strikes(picture) -> list:
    return [one for one in picture.fig.axes[0].lines if len(one.get_xdata()) == 2]


def triangles(picture) -> list:
    return [one for one in picture.fig.axes[0].lines if one.get_marker() == "^"]


def bars(picture) -> list[Rectangle]:
    return sorted(picture.fig.axes[0].patches, key=lambda one: -one.get_y())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_marked_word_is_paler_and_struck_and_no_other_is(language) -> None:
    text = BOAST[language]
    found = marks(text)
    with inside(language):
        picture = figures.idle_words(text)
    faded = " ".join(one.get_text() for one in large(picture) if to_rgb(one.get_color()) != (0, 0, 0))
    assert faded.split() == [word for one in found for word in one.word.split()]
    assert len(found) >= 4
    assert len(strikes(picture)) >= len(found)


def test_a_line_runs_through_the_word_it_strikes() -> None:
    picture = figures.idle_words("This is an innovative plant")
    (line,) = strikes(picture)
    word = next(one for one in large(picture) if one.get_text() == "innovative")
    box = word.get_window_extent().transformed(picture.fig.axes[0].transData.inverted())
    (left, right), (level, _) = line.get_xdata(), line.get_ydata()
    assert left == pytest.approx(box.x0, abs=0.05) and right == pytest.approx(box.x1, abs=0.05)
    assert box.y0 < level < box.y1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_superlative_has_a_triangle(language) -> None:
    boasts = [one for one in marks(BOAST[language]) if one.kind == "superlative"]
    with inside(language):
        assert len(triangles(figures.idle_words(BOAST[language]))) == len(boasts) >= 2


@pytest.mark.parametrize("text", [*BOAST.values(), *PLAIN.values()])
def test_the_bars_are_the_counts_of_text_marks_on_one_scale(text) -> None:
    picture = figures.idle_words(text)
    idle, everything = idle_share(text)
    works, lazy = bars(picture)
    assert works.get_x() == lazy.get_x()
    assert lazy.get_width() * (everything - idle) == pytest.approx(works.get_width() * idle)
    assert f"words that work {everything - idle}" in words(picture)
    assert f"words that do not {idle}" in words(picture)
    assert f"Words that work: {everything - idle}, words that do not: {idle}." in picture.alt


def test_the_alternative_text_repeats_the_text_and_names_the_words() -> None:
    told = figures.idle_words(BOAST["en"]).alt
    assert BOAST["en"] in told
    assert "“innovative”" in told.partition("Superlatives")[0]
    assert "“leading”, “best”" in told.partition("Superlatives")[2]


def test_a_sentence_that_works_has_nothing_struck() -> None:
    picture = figures.idle_words(PLAIN["en"])
    assert strikes(picture) == triangles(picture) == []
    assert {to_rgb(one.get_color()) for one in large(picture)} == {(0, 0, 0)}
    assert "Words that do no work: none." in picture.alt


@pytest.mark.parametrize("text", ["", " \n\t", "\x07", "— …"])
def test_no_words_are_a_sentence(text) -> None:
    assert "There are no words yet." in figures.idle_words(text).alt


def test_the_words_stand_in_their_order() -> None:
    assert words(figures.idle_words(PLAIN["en"])).startswith(PLAIN["en"])


def test_a_text_of_four_thousand_letters_is_cut_and_counted_whole() -> None:
    text = "The best seals in Siberia. " * 148
    picture = figures.idle_words(text)
    assert "The text goes on" in words(picture)
    assert f"words that work {idle_share(text)[1] - idle_share(text)[0]}" in words(picture).replace(",", "")
    assert picture.fig.get_figheight() < 9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["boast", "plain", "long"])
def test_everything_can_be_read(text, language, recwarn) -> None:
    given_ = {"boast": BOAST[language], "plain": PLAIN[language], "long": f"{BOAST[language]} " * 30}[text]
    with inside(language):
        picture = figures.idle_words(given_)
    assert [one for one in faults(picture) if not one.startswith("overlap")] == []
    assert pale(picture) == []
    assert [str(one.message) for one in recwarn] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_runs_into_the_next(language) -> None:
    with inside(language):
        assert faults(figures.idle_words(BOAST[language])) == []


@pytest.mark.parametrize("odd", [*ODD, "best$best$leading", "innovative-" * 27])
def test_odd_words_stay_on_the_sheet(odd, recwarn) -> None:
    picture = figures.idle_words(f"The best {odd} plant")
    assert [one for one in faults(picture) if not one.startswith("overlap")] == []
    assert odd != ODD[0] or "<script>" not in picture._repr_html_()
    assert [str(one.message) for one in recwarn] == []


@given(odd_words)
@drawn
def test_any_text_is_drawn_within_its_sheet(text) -> None:
    picture = figures.idle_words(text)
    assert [one for one in faults(picture) if not one.startswith("overlap")] == []
