"""Are records inside records edited and joined like any others?"""

import pytest
from deep import Deep

from promplan.plan import edit, tree
from promplan.plan.merging import merge, settle
from promplan.plan.merging.matching import once_each


def with_items(*titles: str) -> Deep:
    plan = Deep()
    for title in titles:
        plan, _ = edit.add(plan, "items", {"title": title})
    return plan


def with_panels(plan: Deep, item: str, *actions: str) -> Deep:
    for action in actions:
        plan, _ = edit.add(plan, f"items/{item}/panels", {"action": action})
    return plan


def panels(plan: Deep, item: str) -> dict[str, str]:
    return {one.id: one.action for one in edit.records(plan, f"items/{item}/panels")}


def test_a_record_in_a_record_gets_an_id_that_is_new_in_the_whole_plan():
    plan = with_panels(with_panels(with_items("film", "post"), "C1", "a ring"), "C2", "a hand")
    assert (panels(plan, "C1"), panels(plan, "C2")) == ({"S1": "a ring"}, {"S2": "a hand"})


def test_it_is_changed_moved_and_removed_by_its_address():
    plan = with_panels(with_items("film"), "C1", "a ring", "a hand")
    plan = edit.put(plan, "items/C1/panels/S1", {"action": "a warm ring"})
    plan = edit.move(plan, "items/C1/panels/S1", 1)
    assert panels(plan, "C1") == {"S2": "a hand", "S1": "a warm ring"}
    assert panels(edit.remove(plan, "items/C1/panels/S2"), "C1") == {"S1": "a warm ring"}


def test_a_list_in_a_part_of_a_record_has_an_address_too():
    plan, new = edit.add(with_items("film"), "items/C1/rights.approvals", {"who": "engineer"})
    assert edit.find(plan, f"items/C1/rights.approvals/{new}").who == "engineer"


def test_what_was_removed_elsewhere_is_named_at_any_depth():
    plan = with_panels(with_items("film"), "C1", "a ring")
    with pytest.raises(edit.Gone, match="S9"):
        edit.put(plan, "items/C1/panels/S9", {"action": "x"})
    with pytest.raises(edit.Gone, match="C9"):
        edit.add(plan, "items/C9/panels", {})


def test_the_bound_of_a_list_holds_at_any_depth():
    plan = with_panels(with_items("film"), "C1", *"abcde")
    with pytest.raises(ValueError, match="full: it has 5 entries"):
        edit.add(plan, "items/C1/panels", {})


def test_a_copy_of_a_record_has_new_ids_within_and_names_its_own_panels():
    plan = with_panels(with_items("film"), "C1", "a ring", "a hand")
    plan = edit.put(plan, "items/C1/panels/S2", {"after": ["S1"]})
    plan, copy = edit.add(plan, "items", edit.find(plan, "items/C1").model_dump(exclude={"id"}))
    assert panels(plan, copy) == {"S3": "a ring", "S4": "a hand"}
    assert edit.find(plan, "items/C2/panels/S4").after == ["S3"]
    assert edit.find(plan, "items/C1/panels/S2").after == ["S1"]


def test_an_item_s_own_fields_do_not_hold_its_panels():
    plan = with_panels(with_items("film"), "C1", "a ring")
    assert set(edit.fields(edit.find(plan, "items/C1"))) == {"id", "by", "title", "fact"}


def test_two_panels_of_one_item_changed_by_two_people_are_no_question():
    base = with_panels(with_items("film"), "C1", "a ring", "a hand")
    mine = edit.put(base, "items/C1/panels/S1", {"action": "a warm ring"})
    theirs = edit.put(base, "items/C1/panels/S2", {"action": "a glove"})
    merged = merge(mine, edit.put(theirs, "items/C1", {"fact": "14 presses"}), base)
    assert merged.asked == []
    assert panels(merged.plan, "C1") == {"S1": "a warm ring", "S2": "a glove"}
    assert merged.came == ["items/C1", "items/C1/panels/S2"]


def test_one_panel_changed_by_two_people_is_asked_about_by_its_address():
    base = with_panels(with_items("film"), "C1", "a ring")
    mine, theirs = (edit.put(base, "items/C1/panels/S1", {"action": one}) for one in ("a warm ring", "a black ring"))
    merged = merge(mine, theirs, base)
    (clash,) = merged.asked
    assert clash.address == "items/C1/panels/S1"
    assert panels(settle(merged, {clash.address: "theirs"}), "C1") == {"S1": "a black ring"}


def test_panels_that_both_drew_get_ids_of_their_own_and_references_follow():
    base = with_items("film", "post")
    mine = with_panels(base, "C1", "a ring on the rack")
    theirs = with_panels(base, "C2", "the gate at six")
    theirs, _ = edit.add(theirs, "items/C2/panels", {"action": "a bus", "after": ["S1"]})
    merged = merge(mine, theirs, base)
    assert panels(merged.plan, "C1") == {"S1": "a ring on the rack"}
    new = panels(merged.plan, "C2")
    assert list(new.values()) == ["the gate at six", "a bus"] and not {"S1"} & set(new)
    gate, bus = new
    assert edit.find(merged.plan, f"items/C2/panels/{bus}").after == [gate]
    assert merge(merged.plan, theirs, base).plan == merged.plan


def test_an_item_that_came_whole_comes_with_its_panels():
    theirs = with_panels(with_items("film"), "C1", "a ring")
    assert panels(merge(Deep(), theirs).plan, "C1") == {"S1": "a ring"}
    assert merge(theirs, theirs).plan == theirs


def test_a_removed_item_takes_its_panels_along():
    base = with_panels(with_items("film", "post"), "C1", "a ring")
    merged = merge(base, edit.remove(base, "items/C1"), base)
    assert [one.id for one in merged.plan.items] == ["C2"] and merged.gone == ["items/C1"]


def test_ids_given_twice_at_any_depth_are_mended():
    plan = Deep.model_validate(
        {"items": [{"id": f"C{n}", "panels": [{"id": "S1", "action": str(n)}]} for n in (1, 2)]}, strict=True
    )
    mended = once_each(plan)
    assert len({one.id for one in tree.records(mended)}) == 4
    assert [panels(mended, f"C{n}") for n in (1, 2)] == [{"S1": "1"}, {"S2": "2"}]
