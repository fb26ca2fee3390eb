"""Does every field say what it is, in both languages, from one English literal and the catalogue?"""

import json
from typing import Any

import pytest
from pydantic.fields import FieldInfo

from promplan.language import inside, pick, say, say_in
from promplan.language.typesetting import unset
from promplan.plan.base import Part, Record
from promplan.plan.brief import AIMS, SILENCES, Brief
from promplan.plan.document import schema
from promplan.plan.enterprise import CLEARANCE_STATES, SOURCE_KINDS, Clearance, Fact
from promplan.plan.labels import choice_words, choices, choices_of, help_of, is_inside, is_wide, label, label_of
from promplan.plan.message import ANSWER_STATES, Question
from promplan.plan.objectives import LEVELS, Funnel, Objective, Step
from promplan.plan.team import ROLES, Member


def kinds(part: type = Part) -> list[type[Part]]:
    return [kind for one in part.__subclasses__() for kind in (one, *kinds(one))]


def labelled() -> list[Any]:
    return [
        pytest.param(info, id=f"{kind.__name__}.{name}")
        for kind in dict.fromkeys(kinds())
        if kind.__module__.startswith("promplan.")
        for name, info in kind.model_fields.items()
        if label_of(info)
    ]


@pytest.mark.parametrize("info", labelled())
def test_a_field_is_called_something_else_in_russian(info):
    told = [label_of(info), help_of(info), *choices_of(info).values()]
    for words in (one for one in told if one is not None):
        assert words.into("ru") != words.into("en"), words.template


def test_the_labels_and_choices_are_all_there():
    assert len(labelled()) >= 66


@pytest.mark.parametrize(
    ("words", "russian"),
    [
        (say("Clearance"), "Согласование"),
        (label_of(Clearance.model_fields["state"]), "Согласование"),
        (label_of(Question.model_fields["state"]), "Согласование"),
        (CLEARANCE_STATES["asked"], "запросили, ответа нет"),
        (ANSWER_STATES["asked"], "отправили, ответа нет"),
        (CLEARANCE_STATES["cleared"], "согласован"),
        (ANSWER_STATES["cleared"], "согласован"),
        (AIMS[""], "не выбрано"),
        (LEVELS[""], "не выбран"),
        (ROLES[""], "не выбрана"),
        (SOURCE_KINDS[""], "не указан"),
        (SILENCES["ask again"], "спрашиваем ещё раз"),
        (help_of(Brief.model_fields["budget"]), "ноль — тоже ответ"),
    ],
)
def test_one_english_word_has_the_russian_of_its_place(words, russian):
    assert unset(words.into("ru")) == russian


def test_a_context_is_not_shown_to_anybody():
    assert str(say_in("answer", "Clearance")) == "Clearance"


def test_a_choice_is_said_in_the_language_of_its_reader_from_the_table_and_from_the_field():
    kind = Fact.model_fields["source_kind"]
    assert list(choices_of(kind)) == list(SOURCE_KINDS) and choice_words(kind, "oral") == SOURCE_KINDS["oral"]
    with inside("ru"):
        assert pick(SOURCE_KINDS["oral"]) == str(choice_words(kind, "oral")) == "сказали устно"


def test_what_is_no_choice_of_the_field_has_no_words():
    assert choice_words(Fact.model_fields["source_kind"], "rumour") is None
    assert choice_words(Fact.model_fields["value"], 12.5) is None


def test_a_field_that_no_form_shows_by_name_has_no_label():
    assert label_of(Fact.model_fields["by"]) is None and help_of(Member.model_fields["name"]) is None


def test_the_schema_speaks_english_in_plain_strings():
    text = json.dumps(schema(), ensure_ascii=False)
    assert '"label": "AMEC level"' in text and '"outcome": "outcome: what people did"' in text
    assert not any("а" <= sign.lower() <= "я" for sign in text)
    assert Objective.model_fields["verb"].json_schema_extra["choices"]["keep"] == "keep"


def test_a_label_keeps_the_contexts_of_its_words():
    made = label(say_in("answer", "Clearance"), help="who", choices=choices({"": say_in("role", "none"), "a": "an A"}))
    assert made == {
        "label": "Clearance",
        "help": "who",
        "wide": False,
        "choices": {"": "none", "a": "an A"},
        "contexts": {"Clearance": "answer", "none": "role"},
    }


def test_a_label_says_only_what_is_out_of_the_ordinary():
    assert label("Source") == {"label": "Source", "help": "", "wide": False}
    assert label("Fact", wide=True, said="sentence", distinct=True, refers="audiences", inside=True) == {
        "label": "Fact",
        "help": "",
        "wide": True,
        "said": "sentence",
        "distinct": True,
        "refers": "audiences",
        "inside": True,
    }


def test_what_stays_inside_and_what_has_room_is_asked_of_the_field():
    assert is_inside(Fact.model_fields["by"]) and not is_inside(Fact.model_fields["source"])
    assert is_wide(Fact.model_fields["statement"]) and not is_wide(Fact.model_fields["source"])
    bare = FieldInfo(annotation=str)
    assert (label_of(bare), help_of(bare), choices_of(bare)) == (None, None, {})
    assert not is_inside(bare) and not is_wide(bare)


def test_a_new_step_of_a_funnel_loses_nobody_and_a_person_is_met_once():
    assert (Step().low, Step().high, Funnel().frequency, Funnel().people) == (1.0, 1.0, 1.0, None)


# the kinds of the plan; what a card sends home has no blank to begin with
OURS = [one for one in dict.fromkeys(kinds()) if one.__module__.startswith("promplan.plan.") and one is not Record]


@pytest.mark.parametrize("kind", OURS)
def test_what_a_new_object_begins_with_is_allowed(kind):
    given = {"id": f"{getattr(kind, 'LETTER', '')}1", "sha256": "0" * 64, "size": 1}
    made = kind.model_validate({name: given.get(name, "x") for name in kind.model_fields if _is_needed(kind, name)})
    assert kind.model_validate(made.model_dump(), strict=True) == made


def _is_needed(kind: type[Part], name: str) -> bool:
    return kind.model_fields[name].is_required()
