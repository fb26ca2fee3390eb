"""Contrast, what a colour-blind eye sees, and what palettes hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.art.colour import VIEWS, contrast, distance, linear, seen, told_apart, written
from promplan.art.palettes import PALETTES, RAMP, ROLES, Palette, custom, ramp
from promplan.language import Problem

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#767676", "#FFFFFF", 4.54), ("#0072B2", "#FFFFFF", 5.19)]
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS)
def test_a_colour_comes_back_from_light_as_it_was(colour):
    assert written(linear(colour)) == colour


@given(st.integers(0, 255), st.sampled_from(sorted(VIEWS)))
def test_greys_look_the_same_to_every_eye(level, view):
    grey = f"#{level:02X}{level:02X}{level:02X}"
    assert distance(seen(grey, view), grey) < 0.005


@given(COLOURS)
def test_a_copy_in_grey_keeps_the_luminance(colour):
    grey = seen(colour, "grey")
    assert grey[1:3] == grey[3:5] == grey[5:7]
    assert contrast(grey, colour) < 1.06


def test_red_and_green_of_one_lightness_are_not_told_apart_by_who_lacks_green_cones():
    red, green = "#C0504D", "#7F8C3A"
    assert distance(red, green) > 0.15
    assert distance(seen(red, "deutan"), seen(green, "deutan")) < 0.1
    assert not told_apart("#C0504D", "#8B7F3A")
    assert told_apart("#0072B2", "#F0E442")


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda one: one.id)
def test_words_and_lines_of_each_palette_can_be_read(palette):
    assert all(pair.holds for pair in palette.pairs())


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda one: one.id)
def test_the_ramp_of_each_palette_climbs_and_its_steps_are_told_apart_by_every_eye(palette):
    assert palette.climbs()
    assert palette.confused() == ()


def test_a_palette_that_cannot_be_read_says_which_pair():
    pale = custom("pale", "#FFFFFF", "#1C1A17", "#F0E442", "#56B4E9")
    assert {pair.role for pair in pale.pairs() if not pair.holds} == {"primer", "plant"}
    assert ("primer", "paper") in custom("none", "#FFFFFF", "#000000", "#FFFFFF", "#00558C").confused()


def test_a_ramp_begins_and_ends_where_it_was_told():
    found = ramp("#FFFFFF", "#AE3A10", "#000000")
    assert (found["data-0"], found["data-4"], found["data-8"]) == ("#FFFFFF", "#AE3A10", "#000000")
    assert tuple(found) == RAMP


def test_what_is_no_colour_or_no_palette_is_refused_in_words():
    for bad in ("red", "#12", "#GGGGGG", None):
        with pytest.raises(Problem, match="#RRGGBB"):
            linear(bad)
        with pytest.raises(Problem, match="#RRGGBB"):
            custom("bad", bad, "#000000", "#000000", "#000000")
    with pytest.raises(Problem, match="lacks a colour for: plant"):
        Palette("thin", {role: "#000000" for role in ROLES if role != "plant"})
    with pytest.raises(Problem, match="no role"):
        PALETTES["primer"]["gold"]
