"""Is each reader shown what is theirs and nothing else, their questions first?"""

import pytest
from filled import filled
from read_whole import everything, spoken

from promplan.cases.example import example
from promplan.export.outline import Group, Record
from promplan.export.outline_figures import names
from promplan.export.outline_sections import outlines
from promplan.export.readers import VIEWS, seen
from promplan.export.readers_questions import PATH
from promplan.export.wanted import READERS, Wanted
from promplan.export.whole import whole
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit, tree
from promplan.plan.labels import is_inside
from promplan.plan.sections import BY_PATH

SOME = [one for one in READERS if one]
FILLED = filled(lambda name, kept: f"{'INSIDE' if kept else 'shown'} {name}")
DAY = FILLED.meta.as_of


def read(reader: str, plan: Plan = FILLED):
    return whole(plan, Wanted(on=DAY, reader=reader, figures=False))


def texts(part, inside: bool = False):
    """Every text of a plan, and whether it stays inside."""
    for name, info in type(part).model_fields.items():
        kept, held = inside or is_inside(info), getattr(part, name)
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, str):
                yield one, kept
            elif hasattr(type(one), "model_fields"):
                yield from texts(one, kept)


def test_every_reader_has_a_view():
    assert set(VIEWS) == set(READERS)


@pytest.mark.parametrize("reader", READERS)
def test_nothing_that_stays_inside_is_in_any_view(reader):
    told = read(reader)
    assert "INSIDE" not in everything(told)
    if reader:
        left = [one for one, kept in texts(told.plan) if "INSIDE" in one]
        assert reader == "press" or left == []


@pytest.mark.parametrize("reader", SOME)
def test_a_view_only_leaves_out(reader):
    whole_told = everything(read(""))
    for one in read(reader).sections:
        if one.path != PATH:
            for line in spoken(one.blocks):
                assert line in whole_told


@pytest.mark.parametrize("reader", SOME)
@pytest.mark.parametrize("speech", LANGUAGES)
def test_a_view_begins_with_the_reader_s_questions(reader, speech):
    with inside(speech):
        first, *_ = read(reader).sections
    assert first.path == PATH and first.blocks


@pytest.mark.parametrize("reader", ["engineer", "safety", "partner"])
def test_every_section_of_a_view_is_one_that_leaves_the_team(reader):
    there = {one.path for one in outlines(FILLED)}
    assert set(VIEWS[reader].keeps) <= there <= set(BY_PATH)


@pytest.mark.parametrize("reader", ["engineer", "safety", "partner"])
def test_every_name_of_a_view_is_one_of_its_section(reader):
    for path, keep in VIEWS[reader].keeps.items():
        known = {name for kind in kinds(BY_PATH[path].model) for name in kind.model_fields}
        assert (keep.names or frozenset()) | keep.whole <= known, path


def kinds(kind):
    """A model and all that stand in it."""
    yield kind
    for one in (*tree.lists(kind).values(), *tree.parts(kind).values()):
        yield from kinds(one)
    for info in kind.model_fields.values():
        for one in getattr(info.annotation, "__args__", ()):
            if hasattr(one, "model_fields") and one not in tree.lists(kind).values():
                yield from kinds(one)


def test_every_note_that_the_press_officer_is_not_shown_is_a_field_of_the_plan():
    for path, drops in VIEWS["press"].drops.items():
        assert drops <= {name for kind in kinds(BY_PATH[path].model) for name in kind.model_fields}, path


def test_a_partner_sees_no_money_no_clearance_no_people_and_no_risk():
    said = everything(read("partner"))
    for kind in ("Risk", "Person", "BudgetLine", "Request", "Clearance", "VisitClearance", "Hazard", "Fact", "Member",
                 "Kpi", "Question", "Approval", "Shot"):  # fmt: skip
        assert f"shown {kind}." not in said, kind
    for name in ("Item.owner", "Item.text", "PlannedChannel.owner", "Idea.risk", "Carrier.why", "Message.avoid"):
        assert f"shown {name}" not in said, name
    assert "shown Message.umbrella" in said and "shown Carrier.what" in said and "shown Item.title" in said


def test_the_partner_s_plan_holds_nothing_else_either():
    plan = read("partner").plan
    assert not plan.risks and not plan.enterprise.facts and not plan.visit.people and not plan.desk.requests
    assert not plan.budget.lines and plan.budget.total is None and plan.items[0].text == ""
    assert plan.items[0].dates.publish and not plan.items[0].approvals


def test_an_engineer_sees_facts_and_words_and_no_money_or_people():
    said = everything(read("engineer"))
    assert "shown Fact.statement" in said and "shown Item.text" in said and "shown ScriptLine.words" in said
    for kind in ("Risk", "Person", "BudgetLine", "Member", "Kpi", "Request", "Carrier"):
        assert f"shown {kind}." not in said, kind


def test_safety_sees_the_visit_and_the_risks_and_no_strategy():
    said = everything(read("safety"))
    for kind in ("Stop", "Shot", "Hazard", "VisitClearance", "Risk", "Person"):
        assert f"shown {kind}." in said, kind
    for kind in ("Objective", "Audience", "Pillar", "BudgetLine", "Kpi"):
        assert f"shown {kind}." not in said, kind


def test_the_press_officer_sees_all_but_the_team_s_notes_to_itself():
    said = everything(read("press"))
    assert "shown Risk.what" in said and "shown BudgetLine.what" in said
    for name in ("Idea.reason", "Visit.premortem", "Carrier.why", "Member.skills", "Log.note"):
        assert f"shown {name}" not in said, name


def asked(reader: str, plan: Plan) -> str:
    first = read(reader, plan).sections[0]
    assert first.path == PATH
    return "\n".join(spoken(first.blocks))


def test_an_approval_waits_for_the_reader_who_judges_it():
    approvals = [
        {"id": "Y1", "judge": "engineer", "state": "asked"},
        {"id": "Y2", "judge": "safety", "state": "changes"},
    ]
    plan, _ = edit.add(Plan(), "items", {"title": "The press breathes out", "approvals": approvals})
    assert "The press breathes out" in asked("engineer", plan)
    assert "The press breathes out" not in asked("safety", plan) and "Nothing waits" in asked("safety", plan)


def test_a_fact_that_is_not_cleared_is_asked_of_the_engineer_and_a_cleared_one_is_not():
    plan, _ = edit.add(Plan(), "enterprise.facts", {"statement": "14 presses", "clearance": {"state": "asked"}})
    plan, _ = edit.add(plan, "enterprise.facts", {"statement": "72 rolls", "clearance": {"state": "cleared"}})
    assert "14 presses" in asked("engineer", plan) and "72 rolls" not in asked("engineer", plan)


def test_a_letter_without_an_answer_stands_with_whom_it_asks():
    row = {"to": "safety engineer", "judge": "safety", "wording": "May we show hands?", "sent": DAY}
    plan, _ = edit.add(Plan(), "desk.requests", row)
    assert "May we show hands?" in asked("safety", plan) and "May we show hands?" in asked("press", plan)
    assert "May we show hands?" not in asked("engineer", plan) and "May we show hands?" not in asked("partner", plan)


def test_what_is_asked_of_a_partner_stands_first():
    plan, _ = edit.add(Plan(), "budget.carriers", {"what": "show the film in a class hour", "why": "they like us"})
    assert "show the film" in asked("partner", plan) and "they like us" not in asked("partner", plan)


def test_a_poster_whose_data_are_not_cleared_is_not_shown_to_a_partner():
    plan = example("09-quarter")
    plan.ideas[0].poster.clearance.state = "asked"
    told = whole(plan, Wanted(on=plan.meta.as_of, reader="partner"))
    assert names(told.sections) == ["poster-I2", "poster-I3"]


def test_an_idea_that_was_not_chosen_is_no_partner_s():
    plan = example("09-quarter")
    ideas = next(one for one in read("partner", plan).sections if one.path == "ideas")
    assert [one.id for one in ideas.blocks] == [one.id for one in plan.ideas if one.chosen == "yes"]


def test_an_engineer_is_shown_the_approvals_of_engineers_alone():
    plan = example("09-quarter")
    items = next(one for one in read("engineer", plan).sections if one.path == "items")
    groups = [one for it in items.blocks for one in it.blocks if isinstance(one, Group) and one.name == "approvals"]
    kept = [one.id for group in groups for one in group.blocks if isinstance(one, Record)]
    assert set(kept) == {one.id for it in plan.items for one in it.approvals if one.judge == "engineer"}


@pytest.mark.parametrize("reader", SOME)
def test_a_view_is_a_pure_function(reader):
    sections = outlines(FILLED)
    assert seen(sections, reader) == seen(sections, reader) and sections == outlines(FILLED)
