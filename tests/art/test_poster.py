"""The poster: words measured and broken, the form as large as they leave room for, a code that a phone reads."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from promplan.art.column import Column
from promplan.art.formats import FORMATS
from promplan.art.geometry import Area, Circle, Drawing, Label, area
from promplan.art.palettes import PALETTES
from promplan.art.poster import QUIET, Words, poster
from promplan.art.svg import svg

FORM = Drawing((Circle(500, 500, 470, stroke="ink", width=4), Label(500, 500, "rim", 14.2, "dN·m")))
SAID = Words(
    "Eleven minutes under the press",
    "Twelve batches of one compound, each drawn by the instrument.",
    ("What you see", "One petal is one batch.", "Further out is harder, from 0 to 14.2 dN·m."),
    "Data: an invented plant, 2026",
    "plant.example/work",
)
CODE = [[(row * column) % 3 == 0 for column in range(25)] for row in range(25)]


def each(text: str, size: float, bold: bool = False) -> float:
    """A typewriter's letters: six tenths of their size wide."""
    return 0.6 * size * len(text)


def made(format: str = "a3", words: Words = SAID, code=CODE):
    return poster(FORM, FORMATS[format], words, each, code)


@pytest.mark.parametrize("format", FORMATS)
def test_all_words_stand_within_the_margins_and_none_on_another(format):
    one = made(format)
    sheet = FORMATS[format]
    boxes = [
        (it.x, it.y - 0.9 * it.size, it.x + it.long, it.y + 0.2 * it.size)
        for it in one.drawing.marks
        if isinstance(it, Label) and it.long
    ]
    boxes.append((one.form[0], one.form[1], one.form[0] + one.form[2], one.form[1] + one.form[3]))
    for left, top, right, bottom in boxes:
        assert left >= sheet.margin - 0.01 and right <= sheet.width - sheet.margin + 0.01
        assert top >= sheet.margin - 0.01 and bottom <= sheet.height - sheet.margin + 0.2 * sheet.margin
    for n, (left, top, right, bottom) in enumerate(boxes):
        for u, v, w, z in boxes[n + 1 :]:
            assert right <= u or w <= left or bottom <= v or z <= top


@pytest.mark.parametrize("format", FORMATS)
def test_every_word_is_there_once_and_in_its_order(format):
    one = made(format)
    labels = [it for it in one.drawing.marks if isinstance(it, Label) and it.long]
    assert {it.id for it in labels} == set(one.words)
    read = " ".join(one.words[it.id] for it in labels)
    assert read == " ".join((SAID.title, SAID.line, *SAID.legend, SAID.credit, SAID.link))
    assert one.faults in ((), ("form-small",))


def test_a_form_keeps_its_proportions_and_fills_what_the_words_leave():
    wide = replace(FORM, height=500.0)
    found = poster(wide, FORMATS["a3"], SAID, each, CODE)
    assert found.form[2] == pytest.approx(297 - 36)
    assert found.form[3] == pytest.approx(found.form[2] / 2)
    alone = poster(FORM, FORMATS["1:1"], Words(), each)
    assert alone.form == pytest.approx((60, 60, 960, 930), abs=31) and alone.faults == ()


def test_a_long_legend_is_never_cut_and_a_small_form_is_said():
    many = ("One more sentence of the legend that has to be read.",) * 30
    one = made("1:1", replace(SAID, legend=("What you see", *many)))
    assert sum(text.startswith("One more") for text in one.words.values()) == 30
    assert "form-small" in one.faults


MANY = replace(
    SAID,
    title="Eleven minutes under the press and not one second more or less",
    line="Twelve batches of one compound, each drawn by the instrument that measures all of them.",
    legend=("What you see", *(f"Sentence {n} of a legend that somebody has written on." for n in range(12))),
)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("words", [MANY, replace(MANY, legend=MANY.legend * 4)], ids=["many", "far too many"])
def test_no_words_stand_on_others_however_many_there_are(format, words):
    one = made(format, words)
    lines = [it for it in one.drawing.marks if isinstance(it, Label) and it.long]
    lines.sort(key=lambda it: it.y)
    for above, below in pairwise(lines):
        assert below.y - 0.8 * below.size > above.y, (above.id, below.id)
    bottom = max(it.y for it in lines)
    assert lines[0].y > FORMATS[format].margin and bottom <= FORMATS[format].height - FORMATS[format].margin + 1
    assert ("words-small" in one.faults) == (
        min(it.size for it in lines if it.id.startswith("legend"))
        < 0.0187 * min(FORMATS[format].width, FORMATS[format].height)
    )


def test_a_title_shrinks_before_it_is_cut_and_a_cut_is_said():
    sizes = {it.id: it.size for it in made(words=replace(SAID, title="Short")).drawing.marks if isinstance(it, Label)}
    shrunk = made(words=replace(SAID, title="A title that has eight or nine words too many"))
    assert max(it.size for it in shrunk.drawing.marks if isinstance(it, Label)) < sizes["title:0"]
    assert shrunk.faults == ()
    cut = made(words=replace(SAID, title="title " * 60))
    assert cut.faults == ("title-cut",) and cut.words["title:2"].endswith("…")


def test_a_word_longer_than_the_column_is_broken_and_stays_whole_in_letters():
    column = Column(100, each)
    assert column.add("it", "Rindfleischetikettierungsüberwachung", 10)
    assert "".join(column.words.values()) == "Rindfleischetikettierungsüberwachung"
    assert all(each(line, 10) <= 100 for line in column.words.values())


def test_a_number_of_the_form_is_large_enough_on_a_small_sheet():
    number = next(it for it in made("1:1").drawing.marks if isinstance(it, Label) and it.id == "rim")
    assert number.size >= 16


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_a_code_is_black_on_white_in_every_palette_with_its_quiet_zone(palette):
    *_, white, black = [it for it in made().drawing.marks if isinstance(it, Area)]
    assert (palette[white.fill], palette[black.fill]) == ("#FFFFFF", "#000000")
    square = np.sqrt(area(black.points) / sum(map(sum, CODE)))
    assert square >= 0.5
    assert area(white.points) == pytest.approx(((25 + 2 * QUIET) * square) ** 2)


def test_words_are_measured_once_and_every_painter_keeps_to_it():
    one = made()
    drawn = svg(one.drawing, PALETTES["primer"], words=one.words | {"title:0": "<b>&"})
    assert "&lt;b&gt;&amp;" in drawn and "<b>" not in drawn
    title = next(it for it in one.drawing.marks if isinstance(it, Label) and it.id == "title:0")
    assert f'textLength="{title.long:.2f}'.rstrip("0") in drawn
