"""Is every bound of the document where it is meant to be: the last value taken, the next one refused?"""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from promplan.plan import Audience, Fact, Message, Objective, Pillar
from promplan.plan.answers import Answers
from promplan.plan.base import HIGHEST_ID, Count, Day, Id, Line, Number, Reference, Text
from promplan.plan.brief import Brief
from promplan.plan.enterprise import Clearance, Enterprise
from promplan.plan.labels import choices_of
from promplan.plan.objectives import Funnel, Step
from promplan.plan.team import Team


def ids(letter: str, n: int) -> list[str]:
    return [f"{letter}{one}" for one in range(1, n + 1)]


BOUNDS = [
    (Line, "x" * 300, "x" * 301),
    (Text, "x" * 4000, "x" * 4001),
    (Number, 1e15, 1.0000001e15),
    (Number, -1e15, -1.0000001e15),
    (Count, 0, -1),
    (Count, 10**12, 10**12 + 1),
    (Day, date(1700, 1, 1), date(1699, 12, 31)),
    (Day, date(2199, 12, 31), date(2200, 1, 1)),
    (Id, f"F{HIGHEST_ID}", f"F{HIGHEST_ID + 1}"),
    (Id, "F1", "FA1"),
    (Id, "F1", "F٣"),
    (Id, "F1", ""),
    (Reference, "", "f1"),
]
FIELDS = [
    (Audience, "age_from", 0, -1),
    (Audience, "age_to", 110, 111),
    (Fact, "surprise", 1, 0),
    (Fact, "surprise", 5, 6),
    (Fact, "tolerance", 0.0, -0.1),
    (Fact, "derived_from", ids("F", 20), ids("F", 21)),
    (Pillar, "proofs", ids("F", 12), ids("F", 13)),
    (Brief, "answer_days", 90, 91),
    (Brief, "answer_days", 0, -1),
    (Brief, "budget", 0.0, -1.0),
    (Objective, "step_days", 90, 91),
    (Clearance, "channels", ["owned"] * 4, ["owned"] * 5),
    (Step, "low", 1.0, 1.01),
    (Step, "high", 0.001, 0.0),
    (Funnel, "frequency", 1.0, 0.9),
    (Funnel, "frequency", 1000.0, 1001.0),
    (Funnel, "steps", [{}] * 8, [{}] * 9),
    (Audience, "places", ["school"] * 9, ["school"] * 10),
]
LISTS = [
    (Team, "members", "M", 12),
    (Enterprise, "facts", "F", 300),
    (Message, "pillars", "P", 12),
    (Message, "questions", "Q", 60),
]


@pytest.mark.parametrize(("kind", "last", "beyond"), BOUNDS, ids=str)
def test_a_type_takes_its_last_value_and_no_more(kind, last, beyond):
    checked = TypeAdapter(kind)
    assert checked.validate_python(last) == last
    with pytest.raises(ValidationError):
        checked.validate_python(beyond)


@pytest.mark.parametrize(("kind", "name", "last", "beyond"), FIELDS, ids=lambda one: getattr(one, "__name__", None))
def test_a_field_takes_its_last_value_and_no_more(kind, name, last, beyond):
    own = {"id": f"{kind.LETTER}1"} if "id" in kind.model_fields else {}
    kind.model_validate({**own, name: last})
    with pytest.raises(ValidationError):
        kind.model_validate({**own, name: beyond})


@pytest.mark.parametrize(("kind", "name", "letter", "most"), LISTS, ids=lambda one: getattr(one, "__name__", None))
def test_a_list_takes_its_last_record_and_no_more(kind, name, letter, most):
    kind.model_validate({name: [{"id": one} for one in ids(letter, most)]})
    with pytest.raises(ValidationError):
        kind.model_validate({name: [{"id": one} for one in ids(letter, most + 1)]})


def test_answers_are_as_many_as_a_course_may_ask_for():
    for name, row, most in (
        ("reasons", {"rule": "FACT-9", "object": "F1", "reason": "the foreman signs"}, 500),
        ("given", {"question": "q", "answer": "a"}, 5000),
    ):
        Answers.model_validate({name: [row] * most})
        with pytest.raises(ValidationError):
            Answers.model_validate({name: [row] * (most + 1)})


def test_what_is_said_in_a_field_and_how_it_is_shown_stands_with_it():
    extra = {
        (kind.__name__, name): info.json_schema_extra
        for kind in (Fact, Pillar, Objective, Message, Audience)
        for name, info in kind.model_fields.items()
        if isinstance(info.json_schema_extra, dict)
    }
    sentences = {key for key, one in extra.items() if one.get("said") == "sentence"}
    distinct = {key for key, one in extra.items() if one.get("distinct")}
    wide = {key for key, one in extra.items() if one.get("wide")}
    assert sentences == {
        ("Fact", "statement"),
        ("Pillar", "statement"),
        ("Objective", "statement"),
        ("Message", "call"),
    }
    assert distinct == {
        ("Fact", "statement"),
        ("Pillar", "statement"),
        ("Objective", "statement"),
        ("Audience", "segment"),
    }
    assert ("Pillar", "statement") in wide and ("Fact", "unit") not in wide
    assert list(choices_of(Brief.model_fields["aim"])) == ["", "careers", "cooperation", "investment", "image"]
