"""Is a kit's file said in the reader's words, and does no name of a form run into another?"""

import pytest

from promplan import assets
from promplan.art.geometry import Label
from promplan.art.table import read
from promplan.figures.composed import _known, composed, in_numbers, words_of
from promplan.figures.lettering import measured
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import poster as plan
from promplan.plan.poster import SHOWN

FILES = sorted((assets.folder() / "cases").glob("*/*.csv"))
EVERYWHERE = {"", "°", "°C", "%"}  # units that both languages write alike
NUMBERED = {"wagon"}  # what is called by a letter and a number


def table(name: str):
    return read(next(one for one in FILES if f"{one.parent.name}/{one.name}" == name).read_bytes())


def made(form: str, file: str, *, format: str = "a3", scales: str = "on", **data):
    recipe = {"form": form, "format": format, "scales": scales, "data": {"file": file, **data}}
    return composed(plan.Poster.model_validate(recipe), table(file))


@pytest.mark.parametrize("file", FILES, ids=[f"{one.parent.name}/{one.name}" for one in FILES])
def test_no_column_unit_or_word_of_a_kit_stands_in_english_on_a_russian_poster(file):
    for one in read(file.read_bytes()).columns:
        assert one.name in _known()["names"], one.name
        assert one.unit in EVERYWHERE | set(_known()["units"]), one.unit
        if one.kind == "words" and one.name not in NUMBERED:
            assert set(one.words) <= set(_known()["values"][one.name])
    with inside("ru"):
        assert words_of("age", "years") == ("возраст", "лет")


def test_a_sign_says_of_what_it_stands_for_so_many():
    people = {"values": ["people"], "each": ["department"]}
    told = " ".join(map(str, made("isotype", "rubber-works/workforce.csv", **people).told))
    assert "Counted: people. One sign stands for 10 people." in told
    with inside("ru"):
        told = unset(" ".join(map(str, made("isotype", "rubber-works/workforce.csv", **people).told)))
    assert "Что посчитано: люди. Один знак — это 10 человек." in told


@pytest.mark.parametrize("format", ["a3", "16:9", "1:1"])
def test_no_name_of_a_cell_runs_into_the_next_one(format):
    with inside("ru"):
        one = made(
            "typology", "rubber-works/workforce.csv", format=format, values=["people"], along="age", each=["department"]
        )
    cells = [it for it in one.poster.drawing.marks if isinstance(it, Label) and it.id.startswith("cell:")]
    assert len(cells) == 9
    for left in cells:
        ends = left.x + measured(one.poster.words[left.id], left.size)
        assert all(ends <= it.x for it in cells if it.y == left.y and it.x > left.x)
        assert ends < one.poster.drawing.width


def test_a_row_of_signs_keeps_its_number_where_there_is_room_beside_it():
    one = made("isotype", "rubber-works/posts.csv", format="4:5", values=["reach"], each=["channel"])
    rows = [text for id_, text in one.poster.words.items() if id_.startswith("row:")]
    assert len(rows) == 4 and not any("…" in text for text in rows)


def test_what_was_drawn_is_kept_in_a_few_numbers_and_none_of_them_without_scales():
    batches = {"values": ["torque"], "along": "minute", "each": ["batch"]}
    shown = in_numbers(made("ridgeline", "rubber-works/rheometer.csv", **batches))
    assert shown["along min"] == [0, 13] and shown["curves batch"] == [12] and shown["unproportioned"] == [1]
    assert {one.partition(" ")[0] for one in shown} <= set(SHOWN)
    bare = in_numbers(made("ridgeline", "rubber-works/rheometer.csv", scales="off", **batches))
    assert set(bare) == {"curves batch", "unproportioned"}
