"""Is the house drawn on its proofs, does it show what is missing, and do surplus pillars lie outside?"""

from itertools import pairwise

import pytest
from figures.looking import ODD, drawn, faults, odd_words, pale, words
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Polygon, Rectangle

from promplan import figures
from promplan.cases.kit import load
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan

FACTS = [
    {"id": "F1", "statement": "Seals for waterworks", "clearance": {"state": "cleared", "wording": "in 14 waterworks"}},
    {"id": "F2", "statement": "Two shifts"},
    {"id": "F3", "statement": "The recipe", "clearance": {"state": "refused"}},
    {"id": "F4", "statement": "No wording", "clearance": {"state": "cleared"}},
]
UMBRELLA = "A ring from Dugorsk keeps the water in."


def plan(*pillars: list[str], case: str = "", **message) -> Plan:
    """A house with a pillar for each list of proofs."""
    rows = [{"id": f"P{n}", "statement": f"Pillar number {n}", "proofs": ids} for n, ids in enumerate(pillars, 1)]
    filled = {
        "umbrella": "A ring from Dugorsk keeps the water in.",
        "call": "Come on Thursday",
        "tone": "calm",
        **message,
    }
    return Plan.model_validate(
        {"meta": {"case": case}, "enterprise": {"facts": FACTS}, "message": {"pillars": rows, **filled}}
    )


def dashed(picture) -> int:
    return sum(one.get_linestyle() not in ("-", "solid") for one in picture.fig.axes[0].patches)


def marker(picture, name: str) -> str:
    """The sign on the left of a proof."""
    axes = picture.fig.axes[0]
    text = next(one for one in axes.texts if one.get_text().startswith(name))
    x, y = text.get_position()
    near = min(axes.lines, key=lambda one: abs(one.get_xdata()[0] - x) + abs(one.get_ydata()[0] - y))
    return near.get_marker()


def test_roof_pillars_and_foundation_carry_their_words() -> None:
    picture = figures.message_house(plan(["F1"], ["F4"]))
    told = words(picture)
    assert UMBRELLA in told
    assert "P1 · Pillar number 1" in told
    assert "call to action: Come on Thursday" in told
    assert "tone: calm" in told
    assert sum(isinstance(one, Polygon) and not isinstance(one, Rectangle) for one in picture.fig.axes[0].patches) == 1
    assert dashed(picture) == 0


def test_the_roof_lies_over_the_pillars_and_these_over_the_foundation() -> None:
    picture = figures.message_house(plan(["F1"]))
    heights = {one.get_text(): one.get_position()[1] for one in picture.fig.axes[0].texts}
    order = ["umbrella", UMBRELLA, "P1 · Pillar number 1", "F1 · cleared"]
    levels = [heights[name] for name in [*order, "call to action: Come on Thursday", "tone: calm"]]
    assert levels == sorted(levels, reverse=True)


def test_a_proof_shows_its_cleared_wording_else_its_statement() -> None:
    told = words(figures.message_house(plan(["F1", "F2", "F4"])))
    assert "F1 · cleared in 14 waterworks" in told
    assert "F2 · not cleared yet Two shifts" in told
    assert "F4 · cleared No wording" in told
    assert "Seals for waterworks" not in told


def test_clearance_is_a_shape_and_a_word() -> None:
    picture = figures.message_house(plan(["F1", "F2", "F3", "F99"]))
    assert len({marker(picture, name) for name in ("F1", "F2", "F3", "F99")}) == 4
    assert {"F1 · cleared", "F2 · not cleared yet", "F3 · refused", "F99 · not in the register"} <= {
        one.get_text() for one in picture.fig.axes[0].texts
    }
    assert "F3, refused: The recipe; F99, not in the register" in picture.alt


@pytest.mark.parametrize(
    ("proofs", "words_"), [([], "no proof yet: it carries nothing"), (["F3", "F99"], "none of these can carry it")]
)
def test_a_pillar_that_carries_nothing_is_dashed_and_says_so(proofs, words_) -> None:
    picture = figures.message_house(plan(["F1"], proofs))
    assert words_ in words(picture)
    assert dashed(picture) == 3  # shaft, capital, base


def test_surplus_pillars_lie_outside_below_the_house() -> None:
    picture = figures.message_house(plan(*[["F1"]] * 5))
    assert "Outside the house: 2." in words(picture)
    heights = {one.get_text(): one.get_position()[1] for one in picture.fig.axes[0].texts}
    assert heights["P4 · Pillar number 4"] < heights["tone: calm"] < heights["P3 · Pillar number 3"]
    assert "Outside the house: P4 Pillar number 4; P5 Pillar number 5." in picture.alt


def test_an_empty_house_is_an_outline_that_names_what_is_missing() -> None:
    picture = figures.message_house(Plan())
    told = words(picture)
    for name in ("missing: one sentence", "pillar 1: missing", "pillar 3: missing", "call to action: not there yet"):
        assert name in told
    assert "tone: not there yet" in told
    assert dashed(picture) == len(picture.fig.axes[0].patches)
    assert "No pillar yet." in picture.alt


def test_of_more_than_six_proofs_the_number_is_given() -> None:
    told = words(figures.message_house(plan(["F1"] * 12)))
    assert told.count("F1 · cleared") == 6
    assert "and 6 more" in told


@pytest.mark.parametrize("pillars", [1, 2, 3])
def test_pillars_stand_under_the_beam_without_touching(pillars) -> None:
    picture = figures.message_house(plan(*[["F1"]] * pillars))
    titles = (one for one in picture.fig.axes[0].texts if one.get_text().startswith("P"))
    shafts = sorted({round(one.get_position()[0], 3) for one in titles})
    assert len(shafts) == pillars
    assert all(b - a > 1.9 for a, b in pairwise(shafts))


@pytest.mark.parametrize(("case", "origin"), [("rubber-works", "Synthetic data"), ("real", "Source:"), ("", "Source:")])
def test_only_an_invented_plant_is_called_synthetic(case, origin) -> None:
    assert origin in figures.message_house(plan(["F1"], case=case)).caption


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["kit", "empty", "one", "twelve", "mixed"])
def test_everything_can_be_read(which, language, recwarn) -> None:
    with inside(language):
        document = {
            "kit": lambda: load("rubber-works").plan,
            "empty": Plan,
            "one": lambda: plan(["F1"]),
            "twelve": lambda: plan(*[["F1", "F2"]] * 12),
            "mixed": lambda: plan(["F1", "F2", "F3", "F99"], [], ["F3"], tone=""),
        }[which]()
        picture = figures.message_house(document)
    assert faults(picture) == []
    assert pale(picture) == []
    assert [str(one.message) for one in recwarn] == []


def house(text: str, pillars: int) -> Plan:
    line = text[:300]
    document = plan(*[["F1", "F2", "F3"]] * pillars, umbrella=text, call=line, tone=line)
    for one in document.message.pillars:
        one.statement = line
    for fact in document.enterprise.facts:
        fact.statement = fact.clearance.wording = line
    return document


@pytest.mark.parametrize("odd", [*ODD, "word " * 800])
def test_odd_words_stay_in_their_place(odd, recwarn) -> None:
    picture = figures.message_house(house(odd, 5))
    assert faults(picture) == []
    assert odd != ODD[0] or "<script>" not in picture._repr_html_()
    assert [str(one.message) for one in recwarn] == []


@given(odd_words, st.integers(0, 12))
@drawn
def test_any_message_is_drawn_within_its_sheet(text, pillars) -> None:
    assert faults(figures.message_house(house(text, pillars))) == []
