"""Does every section give one typed outline, made from its model, at any depth and in either language?"""

from datetime import date

import pytest
from deep import Deep
from filled import filled

from promplan.export.outline import Field, Fields, Group, Outline, Record, Rows
from promplan.export.outline_sections import leaves, outline, outlines
from promplan.export.outline_values import About, Choice, Day, Number, Quoted, Ref, Several, Share, Text, words
from promplan.language import inside, say
from promplan.plan import Plan, edit, tree
from promplan.plan.answers import Answers
from promplan.plan.labels import choices_of, is_inside, label_of
from promplan.plan.measurement import GameMove
from promplan.plan.pitch import Card, JuryQuestion, Mark, Rehearsal, SampleMark
from promplan.plan.sections import BY_PATH, SECTIONS, Section

PLAN = filled(lambda name, kept: f"{'INSIDE' if kept else 'shown'} {name}")
ITEMS = Section("items", "06-items", say("Items"), say("items"), say("the order of the items"))


def values(blocks):
    """Every value in blocks, with those in lists and under labels."""
    found = []
    for block in blocks:
        if isinstance(block, Fields):
            found += [one.value for one in block.rows]
        elif isinstance(block, Rows):
            lines = [line for row in block.rows for cell in row.cells for line in cell]
            found += [one.value if isinstance(one, Field) else one for one in lines]
        elif isinstance(block, Group | Record):
            found += [Text(words(block.title)), *values(block.blocks)]
    return [inner for one in found for inner in (one.values if isinstance(one, Several) else [one])]


def fields(blocks):
    """The labelled values of blocks, by the field's name."""
    found = {}
    for block in blocks:
        if isinstance(block, Fields):
            found |= {one.name: one for one in block.rows}
        elif isinstance(block, Group | Record):
            found |= fields(block.blocks)
    return found


# answers; the simulated campaign is practice; so is what the team asks and grades itself; a card leaves by its consent
KEPT = {"answers", "measurement.game.moves"} | {
    f"pitch.{one}" for one in ("jury", "rehearsals", "marks", "samples", "cards")
}


def fact(**more):
    plan, _ = edit.add(Plan(), "enterprise.facts", {"statement": "The sheet is even", **more})
    return outline(plan, "enterprise.facts").blocks[0].rows[0].cells


def said(cell):
    return [str(line) for line in cell]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.path)
def test_every_section_is_known_to_the_outline_unless_its_model_keeps_it_inside(section):
    told = {one.path: one for one in outlines(PLAN)}
    assert (section.path in told) == (section.path not in KEPT)
    if section.path in told:
        assert words(told[section.path].title) == str(section.words) and told[section.path].blocks


def test_an_empty_plan_has_the_same_outlines_with_nothing_in_them():
    told = outlines(Plan())
    assert [one.path for one in told] == [one.path for one in outlines(PLAN)]
    assert {one.path for one in told if one.blocks} == {"meta"}, "a plan has a language and a time zone from the start"


def texts_of(kind):
    """Every text of a model, `Fact.about`, where no choice and no id stands."""
    for name, info in kind.model_fields.items():
        if info.annotation is str and name not in {"id", *tree.references(kind)} and not choices_of(info):
            yield f"{kind.__name__}.{name}", is_inside(info)


SHOWN = {type(one) for one in tree.records(PLAN)} | {one.model for one in SECTIONS}
KINDS = sorted(SHOWN - {GameMove, JuryQuestion, Rehearsal, Mark, SampleMark, Card}, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.__name__)
def test_every_text_of_a_section_is_shown_once_at_least_and_none_that_stays_inside(kind):
    told = " | ".join(str(one) for section in outlines(PLAN) for one in values(section.blocks))
    for name, kept in texts_of(kind):
        assert (f"shown {name}" in told) != kept, name
    assert "INSIDE" not in told


@pytest.mark.parametrize("kind", [one for one in KINDS if one is not Answers], ids=lambda one: one.__name__)
def test_every_field_that_a_reader_may_see_has_a_label(kind):
    sections = {path.rpartition(".")[2] for path in BY_PATH}
    nameless = {name for name, info in kind.model_fields.items() if not label_of(info) and not is_inside(info)}
    assert nameless <= sections | {"id", "funnel"}, "the funnel is a table of its own"


def test_what_never_leaves_the_team_is_said_by_the_model():
    kept = {f"{kind.__name__}.{name}" for kind in KINDS for name, info in kind.model_fields.items() if is_inside(info)}
    assert {"Enterprise.protected_names", "Fact.by", "Brief.by", "Meta.plan_id", "Attachment.sha256"} <= kept
    assert (
        not leaves(Plan, "answers") and not leaves(Plan, "measurement.game.moves") and leaves(Plan, "enterprise.facts")
    )


def test_a_section_that_is_only_registered_is_told_by_its_names_at_any_depth():
    plan = Deep.model_validate(
        {
            "items": [
                {
                    "id": "C1",
                    "title": "A ring in a minute",
                    "fact": "14 presses",
                    "panels": [{"id": "S1", "action": "Hands take the ring", "after": ["S2"]}],
                    "rights": {"music": "own", "approvals": [{"id": "Y1", "who": "press officer"}]},
                }
            ]
        }
    )
    found = next(one for one in outlines(plan, (*SECTIONS, ITEMS)) if one.path == "items")
    (item,) = found.blocks
    own, panels, rights = item.blocks
    assert (item.id, item.title, item.kind) == ("C1", "A ring in a minute", "record")
    assert [str(one) for one in own.rows] == ["fact: 14 presses"], "the title is not told twice"
    assert [[said(cell) for cell in row.cells] for row in panels.blocks[0].rows] == [
        [["S1"], ["Hands take the ring"], ["S2: not in the plan"]]
    ]
    assert str(rights.blocks[0].rows[0]) == "music: own"
    approvals = rights.blocks[1]
    assert (approvals.title, said(approvals.blocks[0].rows[0].cells[1])) == ("approvals", ["press officer"])


def test_an_outline_is_read_in_either_language():
    (brief,) = [one for one in outlines(PLAN) if one.path == "brief"]
    (table,) = brief.blocks
    aim = next(one for one in table.rows if one.name == "aim")
    assert (words(brief.title), str(aim)) == ("The plant's brief", "Aim: image")
    with inside("ru"):
        assert (words(brief.title), str(aim)) == ("Бриф завода", "Направление: образ предприятия")


def test_values_keep_their_types():
    goal = fields(outline(PLAN, "objectives").blocks)
    assert goal["deadline"].value == Day(date(2027, 1, 31))
    assert goal["target"].value == Number(1.0)
    assert goal["audience"].value == Ref("A1", "shown Audience.segment")
    assert isinstance(goal["level"].value, Choice) and goal["level"].value.key == "impact"
    assert goal["metric"].value == Text("shown Objective.metric")
    places = fields(outline(PLAN, "audiences").blocks)["places"].value
    assert isinstance(places, Several) and places.values[0].key == "event"


@pytest.mark.parametrize("blank", ["", " ", None])
def test_what_is_not_filled_in_is_not_shown(blank):
    plan = edit.put(Plan(), "brief", {"answer_days": None, "client": blank or "", "budget": 0.0})
    assert set(fields(outline(plan, "brief").blocks)) == {"budget"}, "0 is an answer"


def test_a_record_without_words_is_called_empty():
    plan, _ = edit.add(Plan(), "audiences", {"size": 640})
    (one,) = outline(plan, "audiences").blocks
    assert (one.id, words(one.title)) == ("A1", "(empty)")


def test_an_id_that_leads_nowhere_is_said():
    plan, _ = edit.add(Plan(), "objectives", {"audience": "A9"})
    assert str(fields(outline(plan, "objectives").blocks)["audience"].value) == "A9: not in the plan"


@pytest.mark.parametrize(("tolerance", "shown"), [(0.0, "2 mm ±\u00a00"), (0.05, "2 mm ±\u00a00.05"), (None, "2 mm")])
def test_a_tolerance_of_nothing_is_a_tolerance(tolerance, shown):
    figure = fact(value=2.0, unit="mm", tolerance=tolerance)[2]
    assert said(figure) == [shown] and figure == (Number(2.0, "mm", tolerance),)


def test_a_value_of_nothing_is_a_value_and_a_lone_unit_is_still_told():
    assert said(fact(value=0.0, unit="injuries")[2]) == ["0 injuries"]
    assert said(fact(unit="mm", tolerance=0.0)[2]) == ["Unit: mm", "Tolerance ±: 0"]


def test_a_fact_is_told_with_everything_that_is_known_of_it():
    more = {"about": "thickness", "quantity": "head-count", "surprise": 4, "checked_by": "M. Manometrova"}
    _, statement, _, source, as_of, _ = fact(
        **more, source="sheet", derived_from=["F9"], valid_until=date(2027, 1, 31), as_of=date(2026, 9, 1)
    )
    assert said(statement)[0] == "The sheet is even" and "What the number measures: thickness" in said(statement)
    assert "Surprise, 1–5: 4" in said(statement) and any(one.startswith("Kind of number: ") for one in said(statement))
    assert said(source) == ["sheet", "Computed from: F9: not in the plan", "Checked by: M. Manometrova"]
    assert said(as_of) == ["2026-09-01", "Valid until: 2027-01-31"]


def test_a_wording_is_quoted_only_once_it_is_cleared():
    given = {"wording": "an even sheet", "by": "chief engineer", "channels": ["owned"], "until": date(2027, 1, 31)}
    assert Quoted("an even sheet") in fact(clearance={"state": "cleared", **given})[5]
    for state in ("open", "asked", "refused"):
        told = said(fact(clearance={"state": state, **given})[5])
        assert len(told) == 2 and told[1] == "Who clears it: chief engineer"


def funnel(**more):
    steps = [{"what": "visits of the page", "low": 0.05, "high": 0.1, "source": "last year"}]
    goal = {"metric": "applications", "target": 24.0, "funnel": {"steps": steps, "frequency": 4.0}, **more}
    plan, _ = edit.add(Plan(), "objectives", goal)
    return [block for block in outline(plan, "objectives").blocks[0].blocks if not isinstance(block, Fields)]


def test_the_way_back_is_a_table_of_shares_and_needs():
    (table,) = funnel()
    target, step, reached, people = [row.cells for row in table.rows]
    assert (said(target[0]), target[2]) == (["applications"], (Number(24.0),))
    assert (step[1], said(step[1]), said(step[2])) == ((Share(0.05, 0.1),), ["5–10\u00a0%"], ["240–480"])
    assert isinstance(step[2][0], About) and said(reached[2]) == ["60–120"] and people[2] == ()


def test_steps_without_a_target_are_shown_without_numbers():
    (table,) = funnel(target=None)
    assert [said(row.cells[0]) for row in table.rows][1] == ["visits of the page"]
    assert [row.cells[2] for row in table.rows] == [(), (), (), ()]


def test_why_nothing_can_be_counted_is_said_above_the_steps():
    note, table = funnel(target=-5.0)
    assert "starts from a number of people" in words(note.words) and len(table.rows) == 4


def test_an_objective_without_steps_has_no_way_back():
    assert funnel(funnel={}) == []


@pytest.mark.parametrize(("state", "shown"), [("open", False), ("asked", False), ("refused", False), ("cleared", True)])
def test_an_answer_is_told_only_where_it_is_cleared(state, shown):
    plan, _ = edit.add(Plan(), "message.questions", {"question": "Is it safe?", "answer": "Masks.", "state": state})
    (row,) = outline(plan, "message.questions").blocks[0].rows
    assert ("Masks." in said(row.cells[2])) == shown


def test_a_section_has_a_name_for_links():
    assert Outline("enterprise.facts", "Facts", ()).anchor == "enterprise-facts"


def test_a_line_of_the_budget_is_told_with_its_sum_and_the_whole_with_what_is_left():
    line = {"id": "BL1", "what": "A page in the paper", "price": 55.0, "quantity": 500.0, "unit": "cm²"}
    plan = Plan.model_validate({"budget": {"total": 60_000.0, "currency": "RUB", "lines": [line]}}, strict=True)
    told = fields((*outline(plan, "budget").blocks, *outline(plan, "budget.lines").blocks))
    assert [str(told[one].value) for one in ("sum", "all-lines", "left")] == [
        "27,500\u00a0₽", "27,500\u00a0₽", "32,500\u00a0₽",
    ]  # fmt: skip


def test_a_formula_is_told_by_its_name_and_not_by_its_key():
    plan = Plan.model_validate({"kpis": [{"id": "KP1", "name": "Seen", "metric": "impressions"}]}, strict=True)
    with inside("ru"):
        assert str(fields(outline(plan, "kpis").blocks)["metric"].value) == "показы"
