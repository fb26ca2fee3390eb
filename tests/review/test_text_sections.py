"""A section that joins is read by what its model says of its fields: its texts, its parts, its lists, its records."""

from typing import Annotated

from pydantic import Field

from promplan.plan.base import Line, Part, Record, Text
from promplan.plan.labels import label
from promplan.review.texts import flawed


class Gate(Part):
    """Where the visit begins."""

    sign: Line = Field("", json_schema_extra=label("Sign", said="name"))


class Stop(Part):
    """One stop of the visit."""

    shop: Line = Field("", json_schema_extra=label("Shop"))


class Guest(Record):
    """Somebody who comes along."""

    LETTER = "G"
    name: Line = Field("", json_schema_extra=label("Guest", said="person"))


class Visit(Part):
    """A section that the course does not have yet."""

    aim: Text = Field("", json_schema_extra=label("Aim", said="sentence"))
    minutes: int = 0
    unseen: Line = ""
    where: Line = Field("", json_schema_extra=label("Where"))
    gate: Gate = Field(default_factory=Gate)
    stops: Annotated[list[Stop], Field(max_length=9)] = Field(default_factory=list)


class Tour(Record):
    """A record with records and parts in it."""

    LETTER = "T"
    title: Line = Field("", json_schema_extra=label("Title", said="unit"))
    guests: Annotated[list[Guest], Field(max_length=9)] = Field(default_factory=list)
    visit: Visit = Field(default_factory=Visit)


def read(*rows: tuple[str, Part]) -> list[tuple[str, str, str, str]]:
    return [(one.where, str(one.label), one.said, one.text) for one in flawed(rows)]


def test_every_labelled_text_of_a_card_its_parts_and_its_lists_is_read():
    visit = Visit(
        aim="Presses", unseen="?", where="!", gate=Gate(sign="-"), stops=[Stop(), Stop(shop="…"), Stop(shop=".")]
    )
    assert read(("visit", visit)) == [
        ("visit", "Aim", "sentence", "Presses"),
        ("visit", "Where", "phrase", "!"),
        ("visit", "Sign", "name", "-"),
        ("visit", "Shop", "phrase", "…"),
        ("visit", "Shop", "phrase", "."),
    ]
    assert read(("visit", Visit(aim="We press rings.", where="hall", stops=[Stop(shop="press shop")]))) == []


def test_records_within_a_record_are_told_by_their_own_ids():
    tour = Tour(
        id="T1", title="-", guests=[Guest(id="G1", name="."), Guest(id="G2", name="Ann")], visit=Visit(where="?")
    )
    assert read(("T1", tour), ("T2", Tour(id="T2", title="!"))) == [
        ("T1", "Title", "unit", "-"),
        ("T1", "Where", "phrase", "?"),
        ("G1", "Guest", "person", "."),
        ("T2", "Title", "unit", "!"),
    ]
