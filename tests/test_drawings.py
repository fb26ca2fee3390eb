"""Is every drawing ours, harmless, in the page's own colours, and told to who cannot see it in both languages?"""

import json
import re
import xml.etree.ElementTree as ET

import pytest

import promplan as pp
from promplan import assets, drawings
from promplan.language import LANGUAGES, inside
from promplan.units.registry import UNITS
from promplan.versioned import Unknown

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "g", "path", "rect", "circle"}
PAINTS = {"none", "currentColor", "var(--pp-sheet)", "var(--pp-primer)"}
SIZES = {"width", "height", "x", "y", "rx", "cx", "cy", "r", "viewBox", "d", "transform"}
LINES = {"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"}

every_drawing = pytest.mark.parametrize("name", drawings.names())


def test_each_file_is_listed_and_each_that_is_listed_is_there() -> None:
    files = {one.stem for one in (assets.folder() / "drawings").glob("*.svg")}
    assert files == set(drawings.names())


@every_drawing
def test_a_drawing_holds_lines_and_nothing_that_acts_or_comes_from_elsewhere(name: str) -> None:
    root = ET.fromstring(drawings.svg(name))
    for one in root.iter():
        assert one.tag.removeprefix(SVG) in SHAPES
        assert set(one.attrib) <= SIZES | LINES | ({"style"} if one is root else set()), one.attrib
        assert "url(" not in " ".join(one.attrib.values()) and not (one.text or "").strip()


@every_drawing
def test_it_is_painted_in_the_ink_the_paper_and_the_primer_of_the_page(name: str) -> None:
    for one in ET.fromstring(drawings.svg(name)).iter():
        assert {one.get("fill", "none"), one.get("stroke", "none")} <= PAINTS
        if one.get("stroke-dasharray"):
            assert one.get("stroke") == "var(--pp-primer)", "dotted is what is missing, and nothing else"


@every_drawing
def test_alone_it_stands_on_a_sheet_of_paper(name: str) -> None:
    style = ET.fromstring(drawings.svg(name)).get("style") or ""
    assert all(f"{part}:#" in style for part in ("color", "background", "--pp-sheet", "--pp-primer"))


@every_drawing
def test_who_cannot_see_it_is_told_in_one_sentence_of_either_language(name: str) -> None:
    told = {}
    for language in LANGUAGES:
        with inside(language):
            told[language] = repr(pp.drawing(name))
    assert all(re.fullmatch(r"[^.]{40,300}\.", one) for one in told.values()), told
    assert any("а" <= sign <= "я" for sign in told["ru"]) and told["en"].isascii()


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_unit_s_scene_has_its_drawing_with_the_words_of_the_list(unit: str, language: str) -> None:
    book = json.loads((assets.course() / "notebooks" / language / f"{unit}.ipynb").read_text(encoding="utf-8"))
    scene = next(one for one in book["cells"] if "scene" in one["metadata"].get("tags", ()))
    found = re.match(r"!\[([^\]]+)\]\(\.\./\.\./assets/drawings/([a-z-]+)\.svg\)\n\n## ", "".join(scene["source"]))
    assert found
    with inside(language):
        plain = str.maketrans({"\u00a0": " ", "\u202f": " "})
        assert found[1].translate(plain) == repr(pp.drawing(found[2])).translate(plain)


def test_in_a_notebook_it_is_a_figure_with_its_words() -> None:
    with inside("en"):
        html = pp.drawing("ring")._repr_html_()
    assert 'alt="Engineering drawing: a flat black sealing ring' in html
    assert "data:image/svg+xml;base64," in html


@pytest.mark.parametrize("name", ["", "ring.svg", "../drawings/ring", "Ring", "press_shop", "horse"])
def test_what_is_no_drawing_of_ours_is_never_read(name: str) -> None:
    with pytest.raises(LookupError):
        drawings.svg(name)
    with pytest.raises(Unknown):
        pp.drawing(name)
