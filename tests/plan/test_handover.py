"""Is what the plant hands over put where nothing was, under ids that lead to the right things?"""

from promplan.cases.kit import load
from promplan.plan import Plan, edit
from promplan.plan.handover import take
from promplan.plan.sections import SECTIONS, filled_in
from promplan.plan.starting_over import emptied


def kit() -> Plan:
    """One audience that an objective names, two facts of which a pillar names both."""
    plan = edit.put(Plan(), "brief", {"client": "press office"})
    for statement in ("14 presses", "a ring is warm"):
        plan, _ = edit.add(plan, "enterprise.facts", {"statement": statement})
    plan, _ = edit.add(plan, "audiences", {"segment": "Parents"})
    plan, _ = edit.add(plan, "objectives", {"statement": "Twelve apply", "audience": "A1"})
    return edit.add(plan, "message.pillars", {"statement": "You see it", "proofs": ["F1", "F2"]})[0]


def paths(plan: Plan) -> list[str]:
    return [one.path for one in take(plan, kit())[1]]


def test_what_is_empty_is_taken_and_said_in_the_plan_s_order():
    assert paths(Plan()) == ["brief", "enterprise.facts", "objectives", "audiences", "message"]
    new, _ = take(Plan(), kit())
    assert new == kit() and take(new, kit()) == (new, [])


def test_what_the_team_has_stays_and_is_not_said_to_have_come():
    mine = edit.put(Plan(), "brief", {"client": "our own"})
    assert "brief" not in paths(mine) and take(mine, kit())[0].brief.client == "our own"


def test_an_audience_comes_beside_the_team_s_own_under_a_free_id_and_the_objective_follows():
    mine, _ = edit.add(Plan(), "audiences", {"segment": "my cousin"})
    new, _ = take(mine, kit())
    assert [(one.id, one.segment) for one in new.audiences] == [("A1", "my cousin"), ("A2", "Parents")]
    assert new.objectives[0].audience == "A2"


def test_an_audience_that_the_team_has_under_another_id_comes_once():
    mine, _ = edit.add(Plan(), "audiences", {"segment": "my cousin"})
    mine, _ = edit.add(mine, "audiences", {"segment": " parents "})
    new, took = take(mine, kit())
    assert [one.segment for one in new.audiences] == ["my cousin", " parents "] and new.objectives[0].audience == "A2"
    assert "audiences" not in [one.path for one in took]


def test_audiences_come_only_with_objectives_that_name_them():
    mine, _ = edit.add(Plan(), "objectives", {"statement": "our own"})
    new, _ = take(edit.add(mine, "audiences", {"segment": "my cousin"})[0], kit())
    assert [one.segment for one in new.audiences] == ["my cousin"] and len(new.objectives) == 1


def test_a_pillar_names_the_team_s_own_facts_by_their_words_and_none_that_is_another():
    mine, _ = edit.add(Plan(), "enterprise.facts", {"statement": "A shift lasts eleven hours"})
    mine, _ = edit.add(mine, "enterprise.facts", {"statement": "14 PRESSES"})
    new, _ = take(mine, kit())
    assert new.message.pillars[0].proofs == ["F2"], "F2 is what the kit calls F1; the ring the team has not"
    assert [one.statement for one in new.enterprise.facts] == ["A shift lasts eleven hours", "14 PRESSES"]


def test_a_fact_of_the_kit_that_the_team_has_put_otherwise_is_known_by_its_id():
    mine, _ = edit.add(Plan(), "enterprise.facts", {"statement": "15 presses"})
    assert take(mine, kit())[0].message.pillars[0].proofs == ["F1"]


def test_an_idea_of_the_kit_names_the_team_s_own_pillar_channel_and_audience_or_none():
    theirs = edit.add(kit(), "channels", {"name": "The board", "audiences": ["A1"]})[0]
    values = {"title": "Warm", "facts": ["F2"], "pillar": "P1", "audience": "A1", "channels": ["H1"]}
    theirs = edit.add(theirs, "ideas", values)[0]
    mine, _ = edit.add(Plan(), "audiences", {"segment": "my cousin"})
    mine, _ = edit.add(mine, "objectives", {"statement": "our own"})
    mine, _ = edit.add(mine, "message.pillars", {"statement": "Quite another"})
    mine, _ = edit.add(mine, "message.pillars", {"statement": "You see it"})
    new, took = take(mine, theirs)
    assert [one.path for one in took] == ["brief", "enterprise.facts", "ideas", "channels"]
    (idea,), (board,) = new.ideas, new.channels
    assert (idea.facts, idea.pillar, idea.audience, idea.channels) == (["F2"], "P2", "", ["H1"])
    assert board.audiences == [] and [one.segment for one in new.audiences] == ["my cousin"]


def test_neither_the_plan_nor_the_kit_is_changed_by_what_is_made_of_them():
    mine, theirs = Plan(), kit()
    new, _ = take(mine, theirs)
    new.enterprise.facts[0].statement = "changed"
    new.brief.client = "changed"
    assert (mine, theirs) == (Plan(), kit())


def test_starting_a_unit_over_empties_its_own_and_leaves_the_rest():
    plan = load("rubber-works").plan
    before = plan.model_dump()
    new = emptied(plan, "01-facts")
    assert new.brief == Plan().brief and new.enterprise.facts == [] and new.enterprise.name == plan.enterprise.name
    assert (new.objectives, new.message, new.meta) == (plan.objectives, plan.message, plan.meta)
    assert plan.model_dump() == before
    new = emptied(plan, "03-message")
    assert new.message == Plan().message and new.enterprise == plan.enterprise


def test_the_unit_that_fills_an_object_is_known_for_every_section_and_every_kind_of_record():
    assert [filled_in(one) for one in ("F3", "M1", "O2", "A12", "P1", "Q60", "X1")] == [
        "01-facts",
        "00-start",
        "02-goals",
        "02-goals",
        "03-message",
        "03-message",
        "01-facts",
    ]
    assert {one.name: filled_in(one.name) for one in SECTIONS} == {one.name: one.unit for one in SECTIONS}
    assert filled_in("ZZ1") == filled_in("nothing") == filled_in("") == ""
