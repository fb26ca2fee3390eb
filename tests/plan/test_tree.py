"""Are parts, lists and ids found by the models' types alone, at any depth, and is nothing found that is not there?"""

import pytest
from deep import Approval, Deep, Item, Panel, Rights

from promplan.plan import Plan, edit, tree
from promplan.plan.base import HIGHEST_ID
from promplan.plan.enterprise import Clearance, Enterprise, Fact
from promplan.plan.message import Message


@pytest.fixture
def plan() -> Deep:
    plan, _ = edit.add(Deep(), "items", {"title": "film"})
    plan, _ = edit.add(plan, "items/C1/panels", {"action": "a ring"})
    plan, _ = edit.add(plan, "items/C1/panels", {"action": "a hand", "after": ["S1"]})
    plan, _ = edit.add(plan, "items/C1/rights.approvals", {"who": "engineer", "by": "M1"})
    return edit.add(plan, "enterprise.facts", {"statement": "14 presses", "derived_from": ["F2", "F3"]})[0]


def test_lists_and_parts_are_read_from_the_models():
    assert tree.lists(Item) == {"panels": Panel} and tree.parts(Item) == {"rights": Rights}
    assert tree.lists(Fact) == {} and tree.parts(Fact) == {"clearance": Clearance}
    assert tree.holds_records(Item) and tree.holds_records(Rights) and not tree.holds_records(Fact)
    assert tree.apart(Item) == {"panels", "rights"} and tree.apart(Fact) == set()
    assert tree.apart(Enterprise) == {"facts"} and tree.apart(Message) == {"pillars", "questions"}


def test_every_list_is_listed_with_its_address_in_the_document_s_order(plan):
    found = [(one.path, [row.id for row in one.rows], one.kind) for one in tree.record_lists(plan)]
    assert [path for path, _, _ in found if path.startswith("items")] == [
        "items",
        "items/C1/panels",
        "items/C1/rights.approvals",
    ]
    assert ("items/C1/panels", ["S1", "S2"], Panel) in found and ("enterprise.facts", ["F1"], Fact) in found
    assert [one.id for one in tree.records(plan)] == ["F1", "C1", "S1", "S2", "Y1"]


def test_what_kinds_of_records_may_stand_in_something_is_known():
    assert tree.kinds(Item) == (Item, Panel, Approval) and tree.kinds(Rights) == (Approval,)
    assert tree.kinds(Panel) == (Panel,) and tree.kinds(Clearance) == ()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("enterprise", Enterprise),
        ("enterprise.facts", Fact),
        ("enterprise.facts/F9/clearance", Clearance),
        ("items/C9", Item),
        ("items/C9/panels/S1", Panel),
        ("items/C9/rights", Rights),
        ("items/C9/rights.approvals/Y7", Approval),
    ],
)
def test_the_model_at_an_address_is_known_whether_or_not_something_stands_there(address, kind):
    assert tree.kind_at(Deep, address) is kind


def test_what_stands_at_an_address_is_found_and_who_is_not_there_is_missed(plan):
    assert tree.at(plan, "items/C1/panels/S2").action == "a hand"
    assert [one.who for one in tree.at(plan, "items/C1/rights.approvals")] == ["engineer"]
    for look in (tree.at, tree.opened):
        for gone in ("items/C9", "items/C1/panels/S9"):
            with pytest.raises(LookupError, match=gone.rpartition("/")[2]):
                look(plan, gone)
        for wrong in ("colour", "items/C1/colour", "items/C1/rights.colour"):
            with pytest.raises(KeyError, match="colour"):
                look(plan, wrong)


def test_a_copy_shares_all_but_what_leads_to_the_address(plan):
    new, panel = tree.opened(plan, "items/C1/panels/S2")
    panel.action = "a glove"
    old, item = plan.items[0], new.items[0]
    assert [one.action for one in old.panels] == ["a ring", "a hand"]
    assert [one.action for one in item.panels] == ["a ring", "a glove"]
    assert item.panels[0] is old.panels[0] and item.rights is old.rights and new.enterprise is plan.enterprise
    again, rows = tree.opened(plan, "items/C1/rights.approvals")
    rows.clear()
    assert again.items[0].rights.approvals == [] and len(plan.items[0].rights.approvals) == 1


def test_an_address_is_put_together_and_taken_apart():
    assert tree.under("enterprise", "facts") == "enterprise.facts"
    assert tree.under("enterprise.facts/F1", "clearance") == "enterprise.facts/F1/clearance"
    assert tree.under("items/C1/rights", "approvals") == "items/C1/rights.approvals"
    assert tree.under("items/C1/panels/S1", "action") == "items/C1/panels/S1/action"
    assert tree.shape("items/C1/panels") == tree.shape("items/C1/panels/S1") == "items/panels"
    assert tree.shape("enterprise.facts") == "enterprise.facts"


def test_fields_that_name_records_are_known_with_the_list_they_name():
    assert tree.references(Fact) == {"by", "derived_from"} and tree.references(Panel) == {"by", "after"}
    assert tree.refers(Fact) == {"by": "team.members", "derived_from": "enterprise.facts"}
    assert tree.refers(Panel) == {"by": "team.members"}
    assert {"enterprise.facts", "team.members"} <= tree.named_lists(Message)
    assert tree.named_lists(Clearance) == set()


def test_parts_and_lists_of_parts_are_known():
    assert tree.inner(Item) == ("panels", "rights") and tree.inner(Fact) == ("clearance",)
    assert "meta" in tree.inner(Plan) and "schema_version" not in tree.inner(Plan)


def test_every_id_that_is_named_is_found_at_any_depth(plan):
    assert sorted(filter(None, tree.named(plan))) == ["F2", "F3", "M1", "S1"]


def test_ids_are_rewritten_wherever_they_are_named_and_nowhere_else(plan):
    now = {"F2": "F9", "F3": "", "S1": "S7", "M1": "M4", "film": "x"}
    new = tree.referring(plan, lambda id_: now.get(id_, id_))
    assert new.enterprise.facts[0].derived_from == ["F9"]
    assert (new.items[0].panels[1].after, new.items[0].rights.approvals[0].by) == (["S7"], "M4")
    assert [one.id for one in tree.records(new)] == [one.id for one in tree.records(plan)]
    assert new.items[0].title == "film" and plan.enterprise.facts[0].derived_from == ["F2", "F3"]


def test_an_id_is_a_letter_and_a_number():
    assert (tree.letter_of("F12"), tree.number_of("F12"), tree.number_of("M999999")) == ("F", 12, 999_999)


@pytest.mark.parametrize(
    ("used", "named", "new"),
    [
        ([], (), "F1"),
        (["F1", "F2"], (), "F3"),
        (["F7"], (), "F8"),
        (["M9"], (), "F1"),
        (["F1"], ("F2", "F3"), "F4"),
        ([f"F{HIGHEST_ID - 1}"], (), f"F{HIGHEST_ID}"),
        (["F1", f"F{HIGHEST_ID}"], (), "F2"),
        ([f"F{HIGHEST_ID}"], ("F1",), "F2"),
    ],
)
def test_the_next_id_is_behind_all_others_and_the_lowest_free_one_where_the_numbers_end(used, named, new):
    assert tree.next_id("F", used, named) == new
