"""Which number of a fact's sentence contradicts its value, and what is said of it?"""

import json
from pathlib import Path

import pytest

from promplan.language import inside
from promplan.measure.clean import clean
from promplan.measure.said import numbers
from promplan.measure.unit import read
from promplan.plan import Plan
from promplan.plan.enterprise import Fact
from promplan.review.fact_said import contradicted, sentences_give_their_values


def fact(statement: str, value: float | None, unit: str, **more: object) -> Fact:
    return Fact(id="F1", statement=statement, value=value, unit=unit, **more)  # type: ignore[arg-type]


def told(statement: str, value: float, unit: str, **more: object) -> float | None:
    other = contradicted(fact(statement, value, unit, **more))
    return None if other is None else other.value


@pytest.mark.parametrize(
    ("statement", "value", "unit", "expected"),
    [
        ("140 visitors came", 410, "visitors", 140),
        ("140 visitors came", 140, "visitors", None),
        ("140 visitors came", 410, "", None),
        ("140 visitors came", 410, "n/a", None),
        ("Nobody came", 410, "visitors", None),
        # years
        ("The plant was founded in 1934", 1943, "year", 1934),
        ("The plant was founded in 1934", 1934, "year", None),
        ("From 1934 to 1950", 1943, "year", None),
        ("From 1934 to 1950", 1951, "year", None),
        ("Ovens in 1934, presses in 1957", 1975, "year", 1957),
        ("Ovens in 1934, presses in 1957", 1976, "year", None),
        ("In 2028 it will be a hundred years old", 1928, "year", None),
        ("In 2028 it will be 90 years old", 1928, "year", None),
        ("In 2028 it will be 90 years old", 2082, "year", 2028),
        ("90 years old", 1928, "year", None),
        ("Since 1934 it has built boilers", 92, "boilers", None),
        # labels, beside the value's own measure
        ("Press 7 makes 1200 gaskets", 7, "gaskets", 1200),
        ("Press 7 makes gaskets", 7, "gaskets", None),
        # the value's own period before another
        ("£14.20 an hour, £27,700 a year", 72_700, "£/year", 27_700),
        ("£14.20 an hour, £27,700 a year", 27_700, "£/year", None),
        ("£14.20 an hour", 27_700, "£/year", None),
        # shares in words
        ("Every third fitter learned here", 33, "%", None),
        ("Every third fitter learned here", 3, "%", 100 / 3),
        ("Seven in ten stay", 7, "%", 70),
        ("Seven in ten stay", 7, "people", None),
        ("Seven in ten stay", 70, "%", None),
        ("Just under half are women", 48, "%", None),
        ("Just under half are women", 84, "%", 50),
        # the wider unit
        ("42,000 tonnes of scrap a year", 42_000, "t/month", 42_000),
        ("42,000 tonnes of scrap a year", 3500, "t/month", None),
        ("42,000 tonnes of scrap a year", 42_000, "t", None),
        # products
        ("The hall measures 120 by 60 metres", 7200, "m²", None),
        ("The hall measures 120 by 60 metres", 720, "m²", 120),
        ("The hall measures 120 by 60 metres", 72_000, "m²", 120),
        ("The hall measures 120 by 60 metres", 72, "m²", 120),
        ("The hall measures 120 by 60 metres", 720_000, "m²", 120),
        ("The hall measures 120 by 60 metres", 7.2, "m²", 120),
        ("The hall measures 120 by 60 metres", 750, "m²", None),
        ("two trains of 24 wagons", 480, "wagons", 2),
        # the nearest of two
        ("6 t and 80 t", 70, "t", 80),
        ("6 t and 80 t", 7, "t", 6),
        ("80 t and 6 t", 7, "t", 6),
        ("6 kg and 80 kg", 0.07, "t", 80),
    ],
)
def test_the_number_that_should_be_the_value(statement, value, unit, expected):
    assert told(statement, value, unit) == (None if expected is None else pytest.approx(expected))


def test_nothing_is_asked_without_a_value_nor_of_a_computed_one():
    assert contradicted(fact("140 visitors", None, "visitors")) is None
    assert told("140 visitors", 410, "visitors", derived_from=["F2"]) is None


def test_a_tolerance_is_honoured():
    assert told("10 mm", 12, "mm", tolerance=2.0) is None
    assert told("10 mm", 12, "mm", tolerance=1.0) == 10


def findings(*facts: Fact) -> list[tuple[str, str, str, object]] | None:
    rows = [one.model_dump() | {"id": f"F{n}"} for n, one in enumerate(facts, 1)]
    plan = Plan.model_validate({"enterprise": {"facts": rows}})
    found = sentences_give_their_values(plan, None)
    with inside("en"):
        return None if found is None else [(it.object, str(it.message), str(it.fix), it.evidence) for it in found]


def test_both_ways_to_make_them_one_are_named():
    swapped = fact("140 visitors came", 410, "visitors")
    thousand = fact("Scrap: 42 t", 4200, "kg")
    bare = fact("Headcount: 140", 410, "people")
    other = fact("Rated 75 MPa", 75, "kW")
    assert findings(swapped, thousand, bare, other) == [
        (
            "F1",
            "The sentence says “140 visitors”, its value is 410 visitors.",
            "make them one: write 410 visitors into the sentence, or 140 into Value",
            "140 visitors came",
        ),
        (
            "F2",
            "The sentence says “42 t”, its value is 4,200 kg.",
            "make them one: write 4,200 kg into the sentence, or 42,000 into Value",
            "Scrap: 42 t",
        ),
        (
            "F3",
            "The sentence says “140”, its value is 410 people.",
            "make them one: write 410 people into the sentence, or 140 into Value",
            "Headcount: 140",
        ),
        (
            "F4",
            "The sentence says “75 MPa”, its value is 75 kW.",
            "make them one: write 75 kW into the sentence, or put the sentence's unit into Unit",
            "Rated 75 MPa",
        ),
    ]


def test_what_is_shown_of_the_sentence_stands_where_it_stands_though_signs_were_made_one():
    ((_, message, _, _),) = findings(fact("Ran 2½ h, then 12 t of ore", 21, "t")) or []
    assert "“12 t”" in message


def test_a_register_without_a_number_in_a_sentence_is_not_judged():
    assert findings() is None
    assert findings(fact("Nobody came", 4, "visitors"), fact("140 came", None, "visitors")) is None
    assert findings(fact("140 visitors came", 140, "visitors")) == []
    assert findings(fact("Every third stays", 33, "%")) == []


DATA = Path(__file__).parents[1] / "data" / "wording"
REAL = sorted(
    {
        text
        for file in (*DATA.glob("practice/*.jsonl"), *DATA.glob("field/*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        for text in (json.loads(line)["fields"].get("statement"), json.loads(line)["fields"].get("text"))
        if text
    }
)


def test_no_number_of_a_real_sentence_contradicts_itself_as_a_value():
    own = [
        (text, it.value, unit)
        for text in REAL
        for it in numbers(text)
        if not it.year and it.unit is not None and read(unit := clean(text)[it.digits_end : it.end].strip(" .-"))
    ]
    assert len(own) > 300
    assert [one for one in own if told(*one) is not None] == []
