"""Does the longest chain decide, is the plant's part of it told, and what slips?"""

from datetime import date
from html import unescape

from widgets.finding import button, field, press, shown
from widgets.finding import told as html

from promplan.cases.kit import load
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.starting_over import emptied
from promplan.plan.store import MemoryStore
from promplan.widgets import which_piece
from promplan.widgets.production import production
from promplan.widgets.toast import Toast


def told(panel) -> str:
    return unescape(html(panel))


def with_film(case: str = "") -> MemoryStore:
    store = MemoryStore(emptied(load(case).plan, "06-making") if case else None)
    store.put("brief", {"answer_days": 5})
    store.add("items", {"title": "Eleven minutes", "form": "video"})
    return store


def laid() -> tuple[MemoryStore, object]:
    store = with_film()
    panel = production(store)
    press(panel, "Lay out the usual steps")
    return store, panel


def test_the_usual_steps_of_a_film_take_the_plant_s_own_days_and_wait_for_each_other():
    store, panel = laid()
    steps = {one.name: one for one in store.plan.items[0].production}
    assert len(steps) == 10 and steps["Clearance of the shots"].days == 5
    assert steps["Shoot"].after == [steps["Engineer checks the facts"].id, steps["Clearance of the shots"].id]
    assert steps["Script"].after == [] and steps["Publish"].days == 0
    assert not shown(button(panel, "Lay out the usual steps"))


def test_with_the_plant_s_days_and_without_them_is_said_in_numbers():
    _, panel = laid()
    said = unset(told(panel))
    # 2 script + 2 storyboard + 5 clearance + 1 shoot + 3 edit + 1 subtitles + 5 the plant's yes; without: less 10
    assert "The work takes 19 working days" in said
    assert "Without waiting for the plant it would be 9 working days" in said
    assert "The waiting costs 10 of the 19" in said
    assert "Script → Storyboard and shot list → Clearance of the shots → Shoot → Edit" in said


def test_a_late_step_with_slack_eats_it_first_and_what_moves_is_named():
    store, panel = laid()
    steps = {one.name: one.id for one in store.plan.items[0].production}
    field(panel, "What if this step is late?").value = steps["Music and rights"]
    field(panel, "Working days late").value = 6  # it is done on day 4 and needed on day 10
    assert "may take 6 working days more: the day of publishing stays" in unset(told(panel))
    assert "Slack that is left, in days: 0." in unset(told(panel))
    field(panel, "Working days late").value = 7
    assert "takes 7 working days more: publishing is 1 working day later" in unset(told(panel))
    assert "Slack that it had, in days: 6." in unset(told(panel)) and "Edit: +1" in unset(told(panel))


def test_the_question_opens_on_a_step_of_the_plant_that_has_no_slack():
    store, panel = laid()
    steps = {one.id: one.name for one in store.plan.items[0].production}
    assert steps[field(panel, "What if this step is late?").value] == "Clearance of the shots"


def test_the_days_are_counted_in_the_calendar_of_the_plant_and_a_day_too_early_is_said():
    store = with_film("rubber-works")
    panel = production(store)
    press(panel, "Lay out the usual steps")
    assert "Give the piece the day of its brief" in unset(told(panel))
    store.put("items/C1/dates", {"brief": date(2026, 12, 25), "publish": date(2027, 1, 20)})
    said = unset(told(panel))
    # nineteen days of work from 25 December, and the new year's holidays are none of them
    assert "it is to come out on 2027-01-20" in said and "too early" in said
    store.put("items/C1/dates", {"publish": date(2027, 3, 1)})
    assert "too early" not in unset(told(panel)) and "it comes out on 2027-03-01" in unset(told(panel))


def test_a_circle_is_named_by_its_steps_and_nothing_breaks():
    store, panel = laid()
    steps = {one.name: one.id for one in store.plan.items[0].production}
    store.put(f"items/C1/production/{steps['Script']}", {"after": [steps["Edit"]]})
    said = unset(told(panel))
    assert "in a circle" in said and "Script" in said and "<ol" not in html(panel)
    store.put(f"items/C1/production/{steps['Script']}", {"after": []})
    assert "The work takes 19 working days" in unset(told(panel))


def test_what_is_laid_out_goes_out_again_at_one_press():
    store, panel = laid()
    next(it for it in _walk(panel) if isinstance(it, Toast) and it.undoes).undo()
    assert store.plan.items[0].production == []
    assert shown(button(panel, "Lay out the usual steps"))


def test_a_step_waits_for_steps_of_its_own_piece_alone_and_not_for_itself():
    store, panel = laid()
    other = store.add("items", {"title": "The ring", "form": "post"})
    store.add(f"items/{other}/production", {"name": "Draft"})
    store.add(f"items/{other}/production", {"name": "Picture"})
    which_piece.show(store, other)
    draft, picture = (one.id for one in store.plan.items[1].production)
    field(panel, "Steps of production").value = draft
    assert [key for _, key in field(panel, "Waits for").options] == [picture]


def test_the_team_s_names_are_text():
    store = with_film()
    panel = production(store)
    store.add("items/C1/production", {"name": "<img src=x>", "days": 2})
    assert "<img" not in html(panel)


def test_it_is_told_in_russian():
    with inside("ru"):
        store = with_film()
        store.put("meta", {"language": "ru"})
        panel = production(store)
        press(panel, "Добавить обычные шаги")
        assert "19 рабочих дней" in unset(told(panel)) and "Сценарий" in told(panel)


def _walk(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from _walk(child)
