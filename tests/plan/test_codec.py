"""Does reading refuse what could harm or mislead, and say where and what to do?"""

import json
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.plan import VERSION, Plan
from promplan.plan.answers import Given
from promplan.plan.codec import LIMIT, checked, dumps, loads, place, written
from promplan.plan.migrations import LaterVersion, migrate


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


def deep(levels: int) -> str:
    return '{"a":' * (levels - 1) + "[]" + "}" * (levels - 1)


def test_forty_levels_are_looked_into_and_one_more_is_not():
    assert "schema_version" in refusal(deep(40))
    assert "nested more than 40 levels" in refusal(deep(41))
    assert "nested more than 40 levels" in refusal(f"[{deep(20)}, {deep(40)}]")
    assert "nested" not in refusal("[" + ", ".join([deep(30)] * 9) + "]"), "many, and none of them deep"


def test_a_text_with_quotes_and_backslashes_hides_no_nesting_and_makes_none():
    assert "nested" not in refusal(json.dumps({"a": '\\"[[[[' * 30}))
    assert "nested" in refusal('{"a": "\\\\", "b": ' + deep(40) + "}")


def test_a_plan_of_a_million_bytes_is_read_and_written_and_one_more_is_neither():
    plan = Plan()
    plan.answers.given = [Given(question=f"q{n}", answer="x" * 3800) for n in range(250)]
    room = LIMIT - len(dumps(plan))
    for one in plan.answers.given:
        more = min(200, room)
        one.answer += "x" * more
        room -= more
    text = written(plan)
    assert len(text) == LIMIT and loads(text) == plan == checked(plan)
    assert "has 1000001 bytes and a plan has at most 1000000" in refusal(text + b" ")
    plan.answers.given[0].question += "x"
    for refuse in (written, checked):
        with pytest.raises(Problem, match="would have 1000001 bytes, and it may have 1000000"):
            refuse(plan)


def test_a_plan_is_written_a_field_on_a_line_and_ends_with_one():
    text = dumps(Plan()).decode()
    assert '\n "meta": {\n  "plan_id": "",\n' in text and text.endswith("}\n") and not text.endswith("\n\n")


def test_a_file_with_a_mark_of_its_encoding_is_read():
    assert loads(b"\xef\xbb\xbf" + dumps(Plan())) == Plan()


def test_where_a_file_breaks_off_is_told_by_line_and_column():
    assert "damaged at line 2, column 9" in refusal('{\n "meta" "x"}') and "(byte 3)" in refusal(b'{"a\xff"}')


def test_what_is_json_and_no_plan_says_so():
    for text in ("[]", "5", '"plan"', "null"):
        assert refusal(text).startswith("This file is not a media plan. Choose the file media-plan.json")


def test_the_key_that_comes_twice_is_named_wherever_it_is():
    assert '"b" twice' in refusal('{"a": 1, "b": 2, "c": 3, "b": 4}')


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": 1}, "colour: the plan has no such field"),
        ({"enterprise": {"facts": [{}]}}, "enterprise.facts[1].id: this field is missing"),
        (
            {"enterprise": {"facts": [{"id": "F1"}, {"id": "f2"}]}},
            "enterprise.facts[2].id: this is not an id; ids look",
        ),
        ({"enterprise": {"facts": [{"id": "F1", "value": "12"}]}}, "value: a number belongs here, without quotes"),
        ({"enterprise": {"facts": [{"id": "F1", "surprise": 9}]}}, "surprise: the largest value allowed is 5"),
        ({"enterprise": {"facts": [{"id": "F1", "surprise": 0}]}}, "surprise: the smallest value allowed is 1"),
        ({"enterprise": {"facts": [{"id": "F1", "surprise": 1.5}]}}, "surprise: a number belongs here"),
        ({"enterprise": {"facts": [{"id": "F1", "as_of": "31.10.2026"}]}}, "as_of: a date belongs here, written as"),
        ({"enterprise": {"facts": [{"id": "F1", "source_kind": "x"}]}}, "source_kind: only these are allowed: "),
        ({"brief": {"client": 5}}, "brief.client: a text belongs here, in quotes"),
        ({"brief": {"client": "x" * 301}}, "brief.client: the text is longer than 300 characters"),
        ({"message": {"pillars": [{"id": f"P{n}"} for n in range(1, 14)]}}, "pillars: the list has more than 12"),
        ({"team": []}, "team: this value does not belong here (model_"),
    ],
)
def test_a_value_that_cannot_stand_is_told_by_its_place_and_with_what_to_do(changes, said):
    assert said in refusal(json.dumps(raw(**changes)))


def test_a_value_that_got_into_a_plan_by_a_way_of_its_own_is_found_before_it_is_written():
    plan = Plan()
    plan.brief.__dict__["client"] = "x" * 301
    with pytest.raises(Problem, match=r"brief\.client: the text is longer"):
        checked(plan)
    plan.brief.__dict__["client"] = "half \ud83d"
    with pytest.raises(Problem, match="half a character"):
        written(plan)


def test_a_place_is_said_as_a_reader_counts():
    assert place(()) == "plan" and place(("enterprise", "facts", 0, "value")) == "enterprise.facts[1].value"


JOINED = (
    "ideas",
    "channels",
    "visit",
    "items",
    "risks",
    "calendar",
    "budget",
    "kpis",
    "results",
    "measurement",
    "pitch",
)  # 6 to 9


def test_every_older_version_is_lifted_by_its_own_steps_only():
    for version in range(1, VERSION + 1):
        lifted = migrate({"schema_version": version, "meta": {"title": "A"}})
        assert lifted["schema_version"] == VERSION and lifted["meta"] == {"title": "A"}
    assert set(migrate({"schema_version": 3})) == {"schema_version", "message", "desk", *JOINED}
    assert set(migrate({"schema_version": 4})) == {"schema_version", "desk", *JOINED}
    assert set(migrate({"schema_version": 5})) == {"schema_version", *JOINED}
    assert set(migrate({"schema_version": VERSION})) == {"schema_version"}
    with pytest.raises(LaterVersion, match=rf"version {VERSION + 1} of the plan, this one reads up to {VERSION}\)"):
        migrate({"schema_version": VERSION + 1})
