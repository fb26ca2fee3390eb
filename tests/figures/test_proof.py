"""Does a fact stand where its surprise and its proof put it?"""

from datetime import date

import pytest
from matplotlib.text import Text

from promplan import figures
from promplan.figures.picture import Picture
from promplan.figures.proof import MOST, proof
from promplan.plan import Plan
from promplan.plan.enterprise import Fact

PROVEN = {
    "statement": "The press runs eleven minutes",
    "value": 11.0,
    "unit": "min",
    "source": "process sheet",
    "source_kind": "document",
    "as_of": date(2026, 6, 1),
    "checked_by": "process engineer",
}


def plan(*facts: dict, case: str = "") -> Plan:
    rows = [{**one, "id": f"F{n}"} for n, one in enumerate(facts, 1)]
    return Plan.model_validate({"meta": {"case": case}, "enterprise": {"facts": rows}})


def words(picture: Picture) -> list[str]:
    return [one.get_text() for one in picture.fig.findobj(Text) if one.get_text()]


def place(picture: Picture, name: str) -> tuple[float, float]:
    return next(one.get_position() for one in picture.fig.findobj(Text) if one.get_text() == name)


def test_five_points_make_a_proven_fact() -> None:
    assert proof(Fact.model_validate({"id": "F1", **PROVEN})) == 5


@pytest.mark.parametrize("missing", ["source", "source_kind", "unit", "checked_by"])
def test_each_thing_that_is_missing_costs_a_point(missing: str) -> None:
    assert proof(Fact.model_validate({"id": "F1", **PROVEN, missing: ""})) == 4


def test_a_fact_without_a_date_loses_a_point_and_one_without_a_number_needs_no_unit() -> None:
    assert proof(Fact.model_validate({"id": "F1", **PROVEN, "as_of": None})) == 4
    assert proof(Fact.model_validate({"id": "F1", **PROVEN, "value": None, "unit": ""})) == 5


def test_what_was_only_said_counts_when_somebody_checked_it() -> None:
    assert proof(Fact.model_validate({"id": "F1", **PROVEN, "source_kind": "oral"})) == 5
    assert proof(Fact.model_validate({"id": "F1", **PROVEN, "source_kind": "oral", "checked_by": ""})) == 3


def test_an_empty_fact_is_proven_by_nothing_but_its_missing_number() -> None:
    assert proof(Fact(id="F1")) == 1


def test_a_surprising_and_proven_fact_stands_at_the_upper_right_of_a_dull_rumour() -> None:
    picture = figures.surprise_proof(plan({**PROVEN, "surprise": 5}, {"statement": "they say", "surprise": 1}))
    (right, top), (left, low) = place(picture, "F1"), place(picture, "F2")
    assert right > left
    assert top > low
    assert "F1" in picture.alt
    assert "F2" not in picture.alt
    assert {"tell first", "prove first", "keep in the drawer", "background"} <= set(words(picture))


def test_clearance_is_a_shape_and_the_shapes_are_named() -> None:
    states = ("cleared", "asked", "open", "refused")
    facts = [{**PROVEN, "surprise": n, "clearance": {"state": state}} for n, state in enumerate(states, 1)]
    picture = figures.surprise_proof(plan(*facts))
    signs = [one.get_marker() for one in picture.fig.axes[0].lines if len(one.get_xdata()) == 1]
    key, drawn = signs[:3], signs[3:]
    assert len(set(key)) == 3
    assert sorted(drawn) == sorted(["o", "s", "s", "X"])
    assert {"cleared", "not cleared yet", "refused"} <= set(words(picture))


def test_facts_without_a_surprise_are_counted_and_not_drawn() -> None:
    picture = figures.surprise_proof(plan({**PROVEN, "surprise": 3}, PROVEN, PROVEN))
    assert "Facts without a surprise: 2." in picture.caption
    assert "F2" not in words(picture)


def test_an_empty_register_and_one_without_surprises_say_so() -> None:
    assert "The register is empty" in figures.surprise_proof(plan()).alt
    assert "The register is empty" in " ".join(words(figures.surprise_proof(plan()))).replace("\n", " ")
    assert "No fact has a surprise yet" in figures.surprise_proof(plan(PROVEN)).alt


def test_three_hundred_facts_on_one_spot_are_still_a_picture() -> None:
    picture = figures.surprise_proof(plan(*[{**PROVEN, "surprise": 5}] * 300))
    assert f"and {300 - MOST} more" in words(picture)
    assert picture.fig.get_figheight() < 9


@pytest.mark.parametrize(("case", "origin"), [("rubber-works", "Synthetic data"), ("real", "Source:"), ("", "Source:")])
def test_the_caption_says_where_the_facts_are_from(case: str, origin: str) -> None:
    assert origin in figures.surprise_proof(plan({**PROVEN, "surprise": 3}, case=case)).caption


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "$x$ $", "ж" * 300])
def test_hostile_facts_reach_the_page_as_nothing_but_their_number(hostile: str) -> None:
    facts = {**PROVEN, "statement": hostile, "source": hostile, "unit": hostile, "surprise": 4}
    picture = figures.surprise_proof(plan(facts))
    assert "F1" in words(picture)
    assert "<script>" not in picture._repr_html_()


def test_an_id_that_nobody_checked_is_drawn_as_text_too() -> None:
    document = plan({**PROVEN, "surprise": 4})
    document.enterprise.facts = [Fact.model_construct(**{**dict(document.enterprise.facts[0]), "id": "$x$<b>" * 9})]
    picture = figures.surprise_proof(document)
    assert any(one.startswith(r"\$x") and one.endswith("…") for one in words(picture))
    assert "<b>" not in picture._repr_html_()
