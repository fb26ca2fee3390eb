"""Does the pitch say what the team says, show what the plan has, and keep every word inside its box?"""

import re
import time
import zipfile
from io import BytesIO

import openpyxl
import pptx
import pytest
from filled import filled
from office_plans import HOSTILE, hostile, of, pictured, quarter, said
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from promplan.cases.example import example
from promplan.export.office_fit import LEADING, wrapped
from promplan.export.plan_pptx import made
from promplan.language import inside
from promplan.plan import Plan
from promplan.plan.pitch import PitchPart

POINT = 12700


def opened(told):
    """The slides as their reader opens them."""
    return pptx.Presentation(BytesIO(made(told)))


def pitched(*parts: tuple[str, str], speech: str = "en"):
    """The fullest example with parts of a pitch: beat, and what stands on the slide."""
    with inside(speech):
        plan = example("09-quarter")
        plan.pitch.parts = [
            PitchPart(
                id=f"PT{n}", beat=beat, shows=shows, says=f"We say {n}.", who="M1", seconds=20, behind=["F1", "F99"]
            )
            for n, (beat, shows) in enumerate(parts, 1)
        ]
        return of(plan)


@pytest.fixture(scope="module")
def read():
    return opened(pictured(quarter()))


def titles(deck) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def test_a_plan_without_a_pitch_gives_its_eight_slides(read):
    assert len(read.slides) == 8
    assert titles(read)[:3] == ["Uprugost Rubber Works", "What the plant needs", "Whose question it is"]
    assert (read.slide_width, read.slide_height) == (960 * POINT, 540 * POINT)


def test_the_team_s_order_stands_and_what_it_left_out_stands_where_it_belongs():
    deck = opened(pitched(("idea", "Shown first"), ("", "An aside"), ("scene", "The scene"), ("idea", "Once more")))
    found = titles(deck)
    assert [found.index(one) for one in ("Shown first", "An aside", "The scene", "Once more")] == sorted(
        found.index(one) for one in ("Shown first", "An aside", "The scene", "Once more")
    )
    assert "How we shall know" in found and len(found) == len(set(found))


def test_notes_tell_who_speaks_for_how_long_and_what_is_behind_it():
    slide = opened(pitched(("scene", "The scene"))).slides[0]
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.splitlines()[:2] == ["Speaks: Vera · 20 seconds", "We say 1."]
    assert "F1 The plant has worked in Dugorsk since 1958; F99" in notes


def test_charts_are_charts_with_a_title_and_words(read):
    charts = [shape for slide in read.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 3
    for shape in charts:
        assert shape.chart.has_title and shape.chart.chart_title.text_frame.text
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr").startswith("Bar chart. ")
    weeks, money, steps = (shape.chart for shape in charts)
    assert sum(weeks.plots[0].series[0].values) == 21
    assert list(money.plots[0].series[0].values) == [14400, 9600, 4000]
    assert list(steps.plots[0].series[0].values) == [490, 150, 120]


def test_pictures_have_words_and_surfaces_say_that_they_say_nothing(read):
    pictures = [shape for slide in read.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [one._element.nvPicPr.cNvPr.get("descr") for one in pictures] == ["Twelve rings"] * 2
    bands = [shape for slide in read.slides for shape in slide.shapes if shape.shape_type == 1]
    assert bands and all("decorative" in shape._element.xml for shape in bands)


def test_every_slide_has_a_title_a_number_and_notes(read):
    for n, slide in enumerate(read.slides, 1):
        kinds = [one.placeholder_format.type for one in slide.placeholders]
        assert kinds == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.SLIDE_NUMBER]
        assert slide.shapes[0] == slide.shapes.title  # it is read aloud first
        assert f"<a:t>{n}</a:t>" in slide.shapes[-1]._element.xml or 'type="slidenum"' in slide.element.xml
        assert slide.notes_slide.notes_text_frame.text.strip()


@pytest.mark.parametrize("text", ["", *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_no_text_leaves_its_box_or_the_slide(text):
    told = hostile(text) if text else pictured(quarter())
    for slide in opened(told).slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= 960 * POINT + 1 and shape.top + shape.height <= 540 * POINT + 1
            if not (shape.has_text_frame and shape.text_frame.text):
                continue
            size = shape.text_frame.paragraphs[0].runs[0].font.size if shape.text_frame.paragraphs[0].runs else Pt(14)
            bold = bool(shape.text_frame.paragraphs[0].runs and shape.text_frame.paragraphs[0].runs[0].font.bold)
            lines = wrapped(shape.text_frame.text, size.pt, shape.width / POINT, bold)
            assert len(lines) * size.pt * LEADING <= shape.height / POINT + 5, shape.text_frame.text


def test_type_is_large(read):
    for slide in read.slides:
        sizes = [
            run.font.size.pt
            for shape in slide.shapes
            if shape.has_text_frame and shape.top < 500 * POINT
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        assert min(sizes) >= 24 and slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt >= 40


def test_what_a_slide_cannot_hold_stands_whole_in_its_notes():
    long = "a sentence that goes on " * 60
    told = pitched(("scene", "The scene"))
    told.plan.pitch.parts[0].__dict__["shows"] = long.strip()
    slide = opened(told).slides[0]
    assert slide.shapes.title.text_frame.text.endswith("… (the rest is in the notes)")
    assert long.strip() in slide.notes_slide.notes_text_frame.text


def test_a_formula_in_a_name_stays_a_name_in_the_workbook_behind_the_chart():
    told = hostile(HOSTILE[0])
    with zipfile.ZipFile(BytesIO(made(told))) as found:
        books = [found.read(name) for name in found.namelist() if name.endswith(".xlsx")]
    assert books
    for data in books:
        for row in openpyxl.load_workbook(BytesIO(data)).active.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize(
    ("speech", "word"),
    [("en", "Draft: not cleared, not to be passed on"), ("ru", "Черновик: не согласован, дальше не передавать")],
)
def test_a_draft_says_so_on_every_slide(speech, word):
    with inside(speech):
        deck, plain = opened(quarter(speech, draft=True)), opened(quarter(speech))
    assert all(word in [shape.text_frame.text for shape in one.shapes if shape.has_text_frame] for one in deck.slides)
    assert not any(
        word in [shape.text_frame.text for shape in one.shapes if shape.has_text_frame] for one in plain.slides
    )


def test_an_empty_plan_is_one_slide():
    deck = opened(of(Plan()))
    assert titles(deck) == ["Media plan"]


def test_the_colours_are_those_of_the_poster(read):
    with zipfile.ZipFile(BytesIO(made(quarter()))) as found:
        theme = found.read("ppt/theme/theme1.xml").decode()
    assert re.search(r'<a:lt1><a:srgbClr val="14171C"/>', theme) and 'latin typeface="Arial"' in theme


@pytest.mark.parametrize(("speech", "tag"), [("en", "en-GB"), ("ru", "ru-RU")])
def test_every_run_says_its_language(speech, tag):
    with inside(speech):
        deck = opened(quarter(speech))
    runs = [run for slide in deck.slides for run in slide.element.iter("{*}rPr")]
    assert {run.get("lang") for run in runs} == {tag} and deck.core_properties.language == tag


def test_what_stays_inside_stays_inside():
    deck = opened(of(filled(said)))
    text = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert "INSIDE" not in " ".join(text + notes)


def test_the_slides_take_less_than_three_seconds():
    told = quarter()
    begun = time.perf_counter()
    made(told)
    assert time.perf_counter() - begun < 3


def test_what_the_team_counts_on_a_slide_stands_alone():
    deck = opened(pitched(("plan", "Ninety-nine days, 99 pieces")))
    said = [
        [shape.text_frame.text for shape in one.shapes if shape.has_text_frame]
        for one in deck.slides
        if "99 pieces" in one.shapes.title.text_frame.text
    ]
    assert len(said) == 1 and not [text for text in said[0] if "channels" in text]
