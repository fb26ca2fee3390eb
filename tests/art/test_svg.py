"""The painters: SVG that is well-formed, escaped and the same each time, and matplotlib with the same numbers."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from art.made import FORMS, batch

from promplan.art.cure import rosette
from promplan.art.formats import format_of, laid
from promplan.art.geometry import Area, Drawing, Label, Line, joined, points
from promplan.art.palettes import PALETTES
from promplan.art.svg import svg
from promplan.figures.painted import figure
from promplan.language import inside

SPACE = "{http://www.w3.org/2000/svg}"
PRIMER = PALETTES["primer"]


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_each_form_is_a_well_formed_svg_and_the_same_each_time(make):
    text = svg(make().drawing, PRIMER)
    assert text == svg(make().drawing, PRIMER)
    assert ET.fromstring(text).tag == SPACE + "svg"
    assert not re.search(r"nan|inf|\de[-+]?\d", text)


def test_words_from_outside_are_escaped():
    bad = '"/><script>alert(1)</script>&'
    drawing = Drawing((Label(1, 2, bad, 3.0, bad), Label(1, 2, "name")))
    text = svg(drawing, PRIMER, words={"name": bad}, title=bad)
    root = ET.fromstring(text)
    assert not list(root.iter(SPACE + "script"))
    assert [one.text for one in root.iter(SPACE + "text")][1] == bad
    assert root.get("aria-label") == bad and root.find(SPACE + "title").text == bad


def test_a_label_is_written_as_the_language_writes_numbers():
    drawing = Drawing((Label(1, 2, "x", 12345.6, "kN"),))
    assert "12,350\u00a0kN" in svg(drawing, PRIMER)
    with inside("ru"):
        assert "12\u202f350\u00a0kN" in svg(drawing, PRIMER)


def test_a_sheet_in_millimetres_is_as_large_as_it_says_with_its_bleed():
    root = ET.fromstring(svg(laid(rosette(batch()).drawing, format_of("a3")), PRIMER))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("303mm", "426mm", "-3 -3 303 426")


def test_a_hole_is_filled_by_even_and_odd_and_a_lift_begins_a_new_path():
    square = points([(0, 0), (10, 0), (10, 10), (0, 10)])
    text = svg(Drawing((Area(joined([square, square / 2 + 2])), Line([(0, 0), (1, 1), (np.nan, 0), (5, 5)]))), PRIMER)
    assert 'd="M0 0 10 0 10 10 0 10ZM2 2 7 2 7 7 2 7Z"' in text and 'fill-rule="evenodd"' in text
    assert 'd="M0 0 1 1M5 5 5 5"' in text


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_matplotlib_paints_as_many_marks_in_the_same_colours_and_places(make):
    drawing = make().drawing
    axes = figure(drawing, PRIMER).axes[0]
    assert len(axes.patches) + len(axes.texts) == len(drawing.marks)
    line = next((one for one in drawing.marks if isinstance(one, Line | Area)), None)
    patch = axes.patches[[one for one in drawing.marks if not isinstance(one, Label)].index(line)]
    assert np.allclose(patch.get_path().vertices[0], line.points[0])


def test_a_sheet_in_millimetres_has_its_true_size_in_inches():
    size = figure(laid(rosette(batch()).drawing, format_of("a3")), PRIMER).get_size_inches()
    assert np.allclose(size * 25.4, (303, 426))
