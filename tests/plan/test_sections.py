"""Is every section of the plan known everywhere, and everything about it said once?"""

import json
import re

import pytest
from pydantic import ValidationError

from promplan import assets
from promplan.cases.kit import available, load
from promplan.plan import Plan, edit, schema, tree
from promplan.plan.handover import HANDED
from promplan.plan.merging.differences import rows
from promplan.plan.merging.three_way import Clash
from promplan.plan.migrations import STEPS, VERSION, migrate
from promplan.plan.naming import called, named
from promplan.plan.sections import BY_PATH, FAMILIES, SECTIONS

CARDS = [one for one in SECTIONS if not one.is_list]
LISTS = [one for one in SECTIONS if one.is_list]
NOT_A_SECTION = {"schema_version"}


def test_every_card_and_every_list_of_the_document_has_its_row_and_no_row_is_without_one():
    lists = {one.path for one in tree.record_lists(Plan())}
    cards = {name for name in Plan.model_fields if name in tree.parts(Plan)}
    assert set(BY_PATH) == cards | lists
    assert set(Plan.model_fields) - NOT_A_SECTION == {path.partition(".")[0] for path in BY_PATH}


def test_the_rows_stand_in_the_document_s_order():
    order = list(Plan.model_fields)
    heads = [order.index(one.path.partition(".")[0]) for one in SECTIONS]
    assert heads == sorted(heads)


def test_every_kind_of_record_has_a_letter_of_its_own_at_any_depth():
    letters: dict[str, list[str]] = {}
    for kind in tree.kinds(Plan):  # those that stand in a record too
        letters.setdefault(getattr(kind, "LETTER", ""), []).append(kind.__name__)
    assert {letter: kinds for letter, kinds in letters.items() if len(kinds) > 1} == {}
    assert [kinds for letter, kinds in letters.items() if not re.fullmatch("[A-Z]{1,2}", letter)] == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.path)
def test_a_section_is_called_by_words_everywhere(section):
    assert all(str(words) for words in (section.words, section.short, section.place))
    assert called(section.path) == str(section.place)
    assert named(section.name) == str(section.short)
    assert not section.is_list or str(section.count(7)).count("7") == 1


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.path)
def test_a_section_belongs_to_a_unit_of_the_course(section):
    assert section.unit in assets.units()


@pytest.mark.parametrize("section", LISTS, ids=lambda one: one.path)
def test_a_record_of_every_list_is_added_found_named_and_removed(section):
    needed = {name: _some(info.annotation) for name, info in section.model.model_fields.items() if info.is_required()}
    needed.pop("id")
    plan, new = edit.add(Plan(), section.path, {**needed, **({"sha256": "0" * 64} if "sha256" in needed else {})})
    address = f"{section.path}/{new}"
    assert new == f"{section.letter}1" and called(address) == new
    assert edit.remove(plan, address) == Plan()
    there = edit.fields(edit.find(plan, address))
    assert not {row.label for row in rows(Clash(address, None, there, None))} & set(section.model.model_fields)


def _some(kind: object) -> object:
    return 1 if kind is int else "x"


# whatever stands behind a part of the pitch, a mark or a card: of any list
ANY = {"PitchPart.behind", "JuryQuestion.about", "Mark.evidence", "Card.shows"}


def test_every_field_that_names_records_says_which_and_they_exist():
    kinds = [Plan]
    for kind in kinds:
        kinds += [one for one in (*tree.lists(kind).values(), *tree.parts(kind).values()) if one not in kinds]
        for field in tree.references(kind):
            if f"{kind.__name__}.{field}" in ANY:
                continue
            assert field in tree.refers(kind), f"{kind.__name__}.{field}: label(…, refers=…) is missing"
            path = tree.refers(kind)[field]
            assert path in BY_PATH or _stands_in_a_record(path), f"{kind.__name__}.{field}: no list is {path!r}"


def _stands_in_a_record(path):
    owner, _, name = path.rpartition("/")
    return owner in BY_PATH and name in tree.lists(BY_PATH[owner].model)


def test_every_family_of_rules_belongs_to_one_section():
    assert len(FAMILIES) == len(set(FAMILIES))


def test_what_the_cases_hold_is_handed_over_and_nothing_else_is():
    kits = [load(name).plan for name in available()]
    filled = {one.path for one in SECTIONS for kit in kits if (it := tree.at(kit, one.path)) != type(it)()}
    handed = {one.path for one in HANDED}
    handed |= {one.path for one in SECTIONS if one.is_list and one.path.partition(".")[0] in handed}  # stand in them
    handed -= {"measurement.game.moves"}  # nobody has played it yet
    at_home = {"team", "team.members"}  # the finished example was made by somebody, and they are not handed over
    assert filled - {"meta", "enterprise"} - at_home == handed  # these two come with the choice of a plant


def test_a_section_that_nobody_knows_is_asked_for_by_name():
    assert (named("F3"), named("plan"), called("enterprise.facts/F3")) == ("F3", "plan", "F3")
    assert called("enterprise.facts/F3/clearance").startswith("F3: ")


def test_a_plan_of_the_first_version_is_lifted_to_today_s():
    raw = migrate({"schema_version": 1, "meta": {}, "team": {}, "answers": {}})
    assert raw["schema_version"] == VERSION == 1 + len(STEPS)
    assert Plan.model_validate_json(json.dumps(raw)) == Plan()


def test_a_plan_says_which_version_it_is_and_no_other():
    assert schema()["properties"]["schema_version"]["minimum"] == VERSION
    with pytest.raises(ValidationError):
        Plan(schema_version=VERSION + 1)


def test_an_address_is_said_as_a_reader_finds_it():
    assert called("brief") == "the plant's brief" and called("colour") == "colour"
    assert called("enterprise.facts/F3/clearance.wording") == "F3: Cleared wording"
    assert called("objectives/O1/funnel.people_source") == "O1: Where that number is from"
    assert called("objectives/O1/funnel.people") == "O1: people"
    assert called("message.pillars") == "the order of the pillars" and named("pillars") == "pillars"
    assert named("plan") == "plan" and named("A12") == "A12" and named("") == ""


def test_how_many_there_are_is_said_in_both_languages():
    assert str(BY_PATH["enterprise.facts"].count(56)) == "Facts: 56."
    assert BY_PATH["team.members"].count(3).into("ru").endswith("3.")
    assert str(BY_PATH["brief"].count(1)) == "The plant's brief"


def test_a_section_knows_its_model_its_letter_and_whether_it_is_a_list():
    assert {one.path for one in CARDS} == {
        "meta",
        "team",
        "brief",
        "enterprise",
        "message",
        "visit",
        "calendar",
        "budget",
        "measurement",
        "pitch",
        "desk",
        "answers",
    }
    assert [BY_PATH[path].letter for path in ("enterprise.facts", "objectives", "brief")] == ["F", "O", ""]
    assert BY_PATH["message.questions"].name == "questions" and BY_PATH["brief"].name == "brief"


def test_what_stays_when_a_unit_is_begun_anew_and_what_a_case_hands_over_is_said_in_its_row():
    assert {one.path for one in SECTIONS if one.stays} == {"meta", "enterprise", "desk", "answers", "attachments"}
    assert {one.path: one.handed for one in SECTIONS if one.handed} == {
        "brief": "filled",
        "enterprise.facts": "filled",
        "objectives": "filled",
        "audiences": "beside",
        "message": "filled",
        "ideas": "filled",
        "channels": "filled",
        "visit": "filled",
        "risks": "filled",
        "items": "filled",
        "calendar": "filled",
        "budget": "filled",
        "kpis": "filled",
        "results": "filled",
        "measurement": "filled",
    }
