"""The design language: its colours can be read in both themes, and the parts are one page to look at."""

import re

import pytest
from anywidget import AnyWidget

from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.plan.store import MemoryStore
from promplan.units.quizzes import quiz
from promplan.widgets import parts
from promplan.widgets.dress import OWN as OWN_NAMES
from promplan.widgets.gallery import gallery
from promplan.widgets.parts.tokens import PAIRS, THEMES, colours, contrast


def test_contrast_is_what_the_standard_says():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)  # the well-known grey that just fails
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("name", "ground", "least"), PAIRS)
def test_what_is_read_stands_out_from_its_ground(theme, name, ground, least):
    known = colours()[theme]
    assert contrast(known[name], known[ground]) >= least


def test_both_themes_name_the_same_colours():
    light, dark = (colours()[theme] for theme in THEMES)
    assert light.keys() == dark.keys()


OWN = sorted({*parts.HERE.glob("*.css"), *parts.HERE.parent.glob("*.css"), *parts.SHELL.glob("*.css")})


@pytest.mark.parametrize("file", [one for one in OWN if one.name != "tokens.css"], ids=lambda one: one.name)
def test_no_style_has_colours_or_small_type_of_its_own(file):
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = re.sub(r"var\(--[\w-]+,[^()]*\)", "", text)  # what stands in where a page has no tokens
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", bare)
    sizes = [float(one) for one in re.findall(r"(?:font-size:|font:)[^;]*?(\d+(?:\.\d+)?)px", text)]
    assert all(one >= 13 or one == 1 for one in sizes), sizes  # 1: the sign in letters under a drawn one


@pytest.fixture
def page():
    sheets = [quiz(MemoryStore(), name) for name in ("01-heard-in-the-shop", "01-core")]
    return gallery(example("03-solved"), load("wagon-works").plan, sheets, "03-message")


def test_the_gallery_is_one_page_that_asks_for_nothing_else(page):
    assert "<!--" not in page.replace("<!doctype", "")
    assert not re.findall(r'(?:src|href)="(?!data:)', page)
    assert "https://" not in re.sub(r"http://www\.w3\.org\S*", "", page)


def test_the_gallery_shows_the_live_parts(page):
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1]
    assert data.count('"script"') >= 4  # a sheet, a sort, the funnel, the findings


def test_one_widget_wears_the_style_of_all_and_no_other_is_sent_with_one(page):
    kinds, known = [AnyWidget], set()
    while kinds:
        one = kinds.pop()
        kinds += one.__subclasses__()
        if one.__module__.startswith("promplan."):
            known.add(one)
    assert len(known) > 10 and {one.__name__ for one in known if hasattr(one, "_css")} == {"Dress"}
    assert {*OWN_NAMES} <= {one.name for one in OWN}
