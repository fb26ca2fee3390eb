"""Does a yes hold for the version that was seen, and is it said when it holds no more?"""

from datetime import date

from widgets.finding import button, field, press, shown, told

from promplan.cases.kit import load
from promplan.language.typesetting import unset
from promplan.plan import letters
from promplan.plan.approvals import content_digest, holds
from promplan.plan.desk import Answer
from promplan.plan.starting_over import emptied
from promplan.plan.store import MemoryStore
from promplan.widgets import which_piece
from promplan.widgets.approvals import approvals
from promplan.widgets.toast import Toast


def written(case: str = "") -> MemoryStore:
    store = MemoryStore(emptied(load(case).plan, "06-making") if case else None)
    for name in ("Vera", "Oleg"):
        store.add("team.members", {"name": name})
    fact = store.plan.enterprise.facts[0].id if case else store.add("enterprise.facts", {"statement": "170 °C"})
    one, two = (it.id for it in store.plan.team.members[:2])
    store.add("items", {"title": "The ring", "text": "It is warm.", "facts": [fact], "owner": one, "approver": two})
    return store


def rows(panel) -> list[list[list[str]]]:
    return [one["cells"] for one in field(panel, "Approvals").rows]


def stands(panel) -> list[str]:
    return [unset(cells[3][0]) for cells in rows(panel)]


def say_yes_to_all(panel, store) -> None:
    for one in store.plan.items[0].approvals:
        field(panel, "Approvals").value = one.id
        press(panel, "They said yes")


def test_the_usual_steps_are_engineer_safety_plant_and_exactly_one_answers():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    assert [(one.judge, one.raci) for one in store.plan.items[0].approvals] == [
        ("engineer", "C"), ("safety", "C"), ("plant", "A"),
    ]  # fmt: skip
    assert not shown(button(panel, "Lay out the usual steps"))
    next(it for it in _walk(panel) if isinstance(it, Toast) and it.undoes).undo()
    assert store.plan.items[0].approvals == []


def test_at_an_invented_plant_they_are_its_own_people_in_its_own_order():
    store = written("rubber-works")
    press(approvals(store), "Lay out the usual steps")
    steps = store.plan.items[0].approvals
    assert [one.judge for one in steps] == ["engineer", "safety", "people", "plant"]
    assert [one.raci for one in steps] == ["C", "C", "C", "A"]
    assert all(one.who for one in steps) and len({one.who for one in steps}) == 4


def test_a_yes_is_of_the_version_that_stood_there_and_on_the_campaign_s_day():
    store = written("rubber-works")
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    press(panel, "They said yes")
    item = store.plan.items[0]
    assert holds(item.approvals[0], item) and item.approvals[0].version == content_digest(item)
    assert item.approvals[0].on == store.plan.meta.as_of
    assert stands(panel)[0].startswith("yes to this version") and stands(panel)[1] == "not asked yet"


def test_changed_content_asks_again_and_says_so_and_the_old_words_bring_the_yes_back():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    say_yes_to_all(panel, store)
    assert "all 3 have said yes to it" in unset(told(panel))
    store.put("items/C1", {"text": "It is hot."})
    assert stands(panel) == ["asked again: changed since the yes"] * 3
    assert "0 of 3 have said yes to it. The content has changed: 3 must be asked again." in unset(told(panel))
    assert "</b> ↻" in told(panel)
    store.put("items/C1", {"text": "It is warm."})
    assert "all 3 have said yes to it" in unset(told(panel)) and "</b> ↻" not in told(panel)


def test_a_day_or_an_owner_is_no_content_and_asks_nobody_again():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    say_yes_to_all(panel, store)
    one, two = (it.id for it in store.plan.team.members)
    store.put("items/C1", {"owner": two, "approver": one, "hold_if": "an accident"})
    assert "all 3 have said yes to it" in unset(told(panel))


def test_a_verdict_is_taken_back_whole():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    press(panel, "We showed this version")
    assert store.plan.items[0].approvals[0].state == "asked"
    next(it for it in _walk(panel) if isinstance(it, Toast) and it.undoes).undo()
    one = store.plan.items[0].approvals[0]
    assert (one.state, one.version, one.on) == ("open", "", None)


def test_the_button_of_what_is_true_already_is_off_until_the_content_changes():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    press(panel, "They said yes")
    assert button(panel, "They said yes").disabled
    store.put("items/C1", {"headline": "A ring"})
    assert not button(panel, "They said yes").disabled


def test_only_a_yes_to_this_version_has_the_sign_that_it_holds():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    store.put("items/C1/approvals/Y1", {"who": "process engineer"})
    press(panel, "They said yes")

    def signs():
        return [one["sign"] for one in field(panel, "Approvals").rows]

    assert signs() == ["passed", "", ""]
    store.put("items/C1", {"text": "It is hot."})
    assert signs() == ["error", "", ""]


def test_what_is_wrong_with_the_piece_as_a_whole_is_told_under_the_steps():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    store.put("items/C1/approvals/Y1", {"raci": "A"})
    assert "2 answer for it (A), and it must be exactly one." in unset(told(panel))
    assert "The plant has not approved it yet." in unset(told(panel))


def test_the_letter_at_the_desk_and_its_answer_stand_beside_the_step():
    store = written("rubber-works")
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    about = {"judge": "engineer", "to": "process engineer"}
    store.replace(lambda plan: letters.drafted(plan, ["items/C1"], about)[0])
    assert "At the desk: R1 is a draft." in unset(told(panel))
    store.replace(lambda plan: letters.sent(plan, "R1"))
    assert "At the desk: R1 went out on 2026-10-12, no answer yet." in unset(told(panel))
    assert stands(panel)[0] == "asked, no answer yet"
    yes = Answer(state="yes", received=date(2026, 10, 14), by="process engineer")
    store.replace(lambda plan: letters.came(plan, "R1", yes, ""))
    assert "At the desk: R1 was answered on 2026-10-14." in unset(told(panel))
    assert stands(panel)[0] == "yes to this version, on 2026-10-14"
    store.put("items/C1", {"text": "It is hot."})
    assert stands(panel)[0] == "asked again: changed since the yes"


def test_owner_and_approver_are_two_members():
    store = written()
    panel = approvals(store)
    assert "Vera makes it and Oleg approves it" in unset(told(panel))
    store.put("items/C1", {"approver": store.plan.items[0].owner})
    assert "Vera makes it and approves it: let another member" in unset(told(panel))


def test_the_raci_table_counts_who_answers_in_words():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    assert "✔ one" in unset(told(panel))
    store.put("items/C1/approvals/Y1", {"raci": "A"})
    assert "✘ 2: exactly one may" in unset(told(panel))
    store.put("items/C1/approvals/Y1", {"raci": "C"})
    store.put("items/C1/approvals/Y3", {"raci": "C"})
    assert "✘ nobody" in unset(told(panel))


def test_another_piece_shows_its_own_steps_and_the_team_s_words_are_only_text():
    store = written()
    panel = approvals(store)
    press(panel, "Lay out the usual steps")
    store.add("items", {"title": "<b>x</b>"})
    which_piece.show(store, "C2")
    assert rows(panel) == []
    press(panel, "Lay out the usual steps")
    assert len(store.plan.items[1].approvals) == 3 and "<b>x</b>" not in told(panel)
    store.remove("items/C2")
    assert len(rows(panel)) == 3


def test_without_a_piece_it_says_where_to_begin():
    store = MemoryStore()
    panel = approvals(store)
    assert "There is no piece of content yet" in unset(told(panel))
    store.add("items", {"title": "The ring"})
    press(panel, "Lay out the usual steps")
    assert len(store.plan.items[0].approvals) == 3


def _walk(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from _walk(child)
