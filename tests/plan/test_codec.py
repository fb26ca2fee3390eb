"""Does reading refuse what could harm or mislead, and say where and what to do?"""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.plan import VERSION, Plan
from promplan.plan.codec import dumps, loads
from promplan.plan.migrations import LaterVersion


def raw(**changes: object) -> dict:
    return {**json.loads(dumps(Plan())), **changes}


def refusal(text: bytes | str) -> str:
    with pytest.raises(Problem) as caught:
        loads(text.encode() if isinstance(text, str) else text)
    return str(caught.value)


def test_a_plan_read_and_written_is_the_same_to_the_byte():
    text = dumps(Plan())
    assert dumps(loads(text)) == text


@given(st.text(max_size=200), st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_any_words_and_any_number_survive_the_way_there_and_back(words, value):
    plan = Plan.model_validate(
        {"enterprise": {"facts": [{"id": "F1", "statement": words, "value": value}]}}, strict=True
    )
    assert loads(dumps(plan)) == plan


def test_an_unknown_field_is_named_with_its_place():
    assert "meta.colour" in refusal(json.dumps(raw(meta={"colour": "red"})))


def test_a_number_as_text_is_named_with_its_place():
    message = refusal(json.dumps(raw(enterprise={"facts": [{"id": "F1", "value": "12"}]})))
    assert "enterprise.facts[1].value" in message and "number" in message


@pytest.mark.parametrize(("constant", "value"), [("NaN", nan), ("Infinity", inf), ("-Infinity", -inf)])
def test_nan_and_infinity_are_no_numbers(constant, value):
    assert constant in refusal(json.dumps(raw(brief={"budget": value})))


def test_fifty_megabytes_are_refused_before_they_are_parsed():
    assert "1000000" in refusal(b'{"a": "' + b"x" * 50_000_000 + b'"}')


def test_five_thousand_levels_are_refused_without_a_crash():
    assert "nested" in refusal("[" * 5000 + "]" * 5000)
    assert "nested" in refusal('{"a":' * 5000 + "1" + "}" * 5000)


def test_brackets_inside_a_sentence_are_no_nesting():
    plan = Plan.model_validate({"brief": {"must": '[{"\\' * 200}}, strict=True)
    assert loads(dumps(plan)) == plan


def test_a_duplicate_key_is_named():
    assert '"meta"' in refusal('{"schema_version": 2, "meta": {}, "meta": {}}')


def test_a_number_of_five_thousand_digits_is_refused():
    assert "digits" in refusal('{"schema_version": ' + "9" * 5000 + "}")


def test_half_a_file_says_where_it_breaks_off():
    assert "line" in refusal(dumps(Plan())[:100])


def test_what_is_no_text_says_so():
    assert "UTF-8" in refusal(b"\xff\xfe\x00plan")


def test_a_later_version_is_left_alone():
    with pytest.raises(LaterVersion, match="newer promplan"):
        loads(json.dumps(raw(schema_version=VERSION + 1)).encode())


@pytest.mark.parametrize("version", [None, "2", 0, -1, True, 1.5])
def test_a_version_that_is_none_is_refused(version):
    assert "schema_version" in refusal(json.dumps(raw(schema_version=version)))


def test_a_plan_of_unit_0_is_lifted_with_everything_in_it():
    old = {
        "schema_version": 1,
        "meta": {"title": "A"},
        "team": {"members": [{"id": "M1", "name": "Anya"}]},
        "answers": {},
    }
    plan = loads(json.dumps(old).encode())
    assert (plan.schema_version, plan.meta.title, plan.team.members[0].name) == (VERSION, "A", "Anya")
    assert plan.enterprise.facts == []


def test_a_dangling_id_opens():
    plan = loads(json.dumps(raw(enterprise={"facts": [{"id": "F1", "by": "M9", "derived_from": ["F77"]}]})).encode())
    assert plan.enterprise.facts[0].derived_from == ["F77"]
