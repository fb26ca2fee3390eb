"""Are the rules, days, duties and the pause list kept as they are typed, and is it told what stops now?"""

import re
from datetime import date, time, timedelta
from html import unescape

import pytest
from calendar_plan import planned
from widgets.finding import button, field, press, shown
from widgets.finding import told as html

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets.calendar_rules import add_rhythms, add_shares, calendar_rules, usual_rhythm
from promplan.widgets.comment_duties import comment_duties
from promplan.widgets.days_that_matter import days_that_matter
from promplan.widgets.pause_list import pause_list
from promplan.widgets.printing import Printing
from promplan.widgets.toast import Toast
from promplan.widgets.what_stops import what_stops

NOW = date(2027, 2, 20)  # the plan's own day; C5 comes out on it at 14:00


def told(panel) -> str:
    return unset(unescape(re.sub("<[^>]+>", " ", html(panel))))


def walk(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(child)


def of(panel, label: str):
    """The register under this label: its Add stands beside its own table."""
    table = field(panel, label)
    return next(box for box in walk(panel) if table in getattr(box, "children", ()))


def rows(panel, label: str) -> list[list[str]]:
    return [[unset(cell[0]) for cell in row["cells"]] for row in field(panel, label).rows]


# the rules of the calendar


def test_hours_and_quiet_hours_are_in_the_plan_as_they_are_typed():
    store = MemoryStore()
    panel = calendar_rules(store)
    field(panel, "Hours a week that we have").value = "14.5"
    field(panel, "Nothing is published from").value = "22:30"
    assert (store.plan.calendar.week_hours, store.plan.calendar.quiet_from) == (14.5, time(22, 30))
    field(panel, "Nothing is published until").value = "in the morning"
    assert store.plan.calendar.quiet_to is None and "a time belongs here" in told(panel)


def test_a_rhythm_stands_beside_what_is_placed_now():
    panel = calendar_rules(MemoryStore(planned()))
    assert rows(panel, "Rhythm of the channels")[0] == ["VK", "1–3", "7", "0–2"]
    assert "silent for 16 days at the longest" in str(field(panel, "Rhythm of the channels").rows)
    assert rows(panel, "Shares of the pillars")[2] == ["P3 · The town lives with the plant", "30", "11 %"]
    assert "The fullest week begins on 2027-03-15: 13 h of 16 h." in told(panel)


def test_each_channel_gets_its_row_from_its_posts_a_month_and_one_press_takes_them_back():
    store = MemoryStore(planned())
    panel = calendar_rules(store)
    press(panel, "Add a row for each channel without one")
    third = store.plan.calendar.rhythms[2]
    assert (third.channel, third.least, third.silent) == ("H3", None, 16)  # two a month
    assert button(panel, "Add a row for each channel without one").disabled
    toast = next(one for one in walk(panel) if isinstance(one, Toast) and one.said)
    toast.undo()
    assert len(store.plan.calendar.rhythms) == 2


@pytest.mark.parametrize(("posts", "rhythm"), [(8, (1, 4)), (13, (2, 3)), (4, (None, 8)), (1, (None, 31))])
def test_posts_a_month_become_pieces_a_week_and_days_of_silence(posts, rhythm):
    channel = planned().channels[0].model_copy(update={"per_month": posts})
    found = usual_rhythm(channel)
    assert (found.get("least"), found["silent"]) == rhythm


def test_a_channel_without_posts_a_month_gets_an_empty_rhythm():
    plan = Plan.model_validate({"channels": [{"id": "H1", "name": "VK"}]})
    (one,) = add_rhythms(plan).calendar.rhythms
    assert (one.channel, one.least, one.silent) == ("H1", None, None)
    assert add_rhythms(add_rhythms(plan)) == add_rhythms(plan)


def test_shares_that_are_added_make_a_hundred_with_those_there_are():
    plan = planned()
    plan.calendar.shares = plan.calendar.shares[:1]
    assert [one.percent for one in add_shares(plan).calendar.shares] == [40.0, 30.0, 30.0]
    plan.calendar.shares = []
    assert [one.percent for one in add_shares(plan).calendar.shares] == [34.0, 33.0, 33.0]


@pytest.mark.parametrize(
    ("percent", "said"),
    [("30", "100 %"), ("20", "add up to 90 %: 10 % missing"), ("55,5", "add up to 125.5 %: 25.5 % too many")],
)
def test_the_sum_of_the_shares_is_told(percent, said):
    store = MemoryStore(planned())
    panel = calendar_rules(store)
    field(panel, "Shares of the pillars").value = "SH3"
    field(panel, "Share of the pieces, %").value = percent
    assert said in told(panel)


def test_an_empty_plan_is_told_what_comes_first():
    said = told(calendar_rules(MemoryStore()))
    assert "No piece has a day yet" in said and "build the house in unit 3 first" in said


def test_what_the_review_says_stands_at_its_field():
    store = MemoryStore(planned())
    store.put("calendar", {"week_hours": None})
    panel = calendar_rules(store)
    assert "Hours a week that we have: nothing stands there yet" in told(panel)
    for one in store.plan.items:
        store.put(f"items/{one.id}", {"owner": "M1"})
    assert re.search(r"Vera makes all \d+ pieces", told(panel))


# days that matter


def test_the_campaign_s_days_stand_there_by_rule_with_those_that_are_moved():
    said = told(days_that_matter(MemoryStore(planned())))
    assert re.search(r"Tuesday, 23 February\s+Defender of the Fatherland Day", said)
    assert re.search(r"Monday, 22 February\s+day off, moved here", said)
    assert re.search(r"Monday, 12 April – Friday, 16 April\s+Annual repair", said)


def test_a_day_of_our_own_joins_the_list_when_it_is_typed():
    store = MemoryStore(planned())
    panel = days_that_matter(store)
    press(of(panel, "Days of our own"), "Add")
    field(panel, "What is on that day").value = "Open day of the college"
    field(panel, "Day").value = "2027-03-13"
    assert date(2027, 3, 13) in [one.day for one in store.plan.calendar.days]
    assert re.search(r"Saturday, 13 March\s+Open day of the college", told(panel))


def test_without_a_window_it_is_said_what_is_missing_and_words_are_text():
    store = MemoryStore()
    panel = days_that_matter(store)
    assert "Give the campaign its first and its last day" in told(panel)
    store.put("meta", {"campaign_start": date(2027, 2, 1), "campaign_end": date(2027, 2, 3)})
    assert "no such day is known" in told(panel)
    store.add("calendar.days", {"day": date(2027, 2, 2), "what": "<b>bold</b>"})
    assert "<b>bold</b>" not in html(panel)


# who answers comments


def test_channels_on_which_nobody_answers_are_named_and_get_a_row_each():
    store = MemoryStore(planned())
    panel = comment_duties(store)
    assert "On 2 of 3 channels nobody answers: The plant's page, Screen in the canteen." in told(panel)
    press(panel, "Add a row for each channel without one")
    assert [(one.channel, one.who) for one in store.plan.calendar.duties] == [("H1", "M3"), ("H2", ""), ("H3", "M4")]
    assert "On 1 of 3 channels nobody answers: The plant's page." in told(panel)  # its row names nobody
    store.put("calendar.duties/B2", {"who": "M2"})
    assert "Somebody answers on each of your 3 channels." in told(panel)


def test_a_plan_without_channels_is_told_where_they_come_from():
    assert "choose them in unit 4" in told(comment_duties(MemoryStore()))


def test_a_channel_without_a_duty_is_a_finding_under_the_card():
    store = MemoryStore(planned())
    store.put("channels/H2", {"media": "shared"})
    panel = comment_duties(store)
    assert "CAL-15" in html(panel) and re.search(r"H2", told(panel))


def test_one_who_stands_in_for_himself_is_told_at_the_field():
    store = MemoryStore(planned())
    store.put("calendar.pause", {"deputy": "M1"})
    panel = pause_list(store)
    assert "Vera stops it, and stands in for Vera too." in told(panel)
    store.put("calendar.pause", {"deputy": "M2"})
    assert "stands in for" not in told(panel)


# what stops now


def test_everything_from_the_hour_on_stops_and_what_was_before_is_looked_at_again():
    at_noon, at_three = (what_stops(planned(), NOW, time(hour)) for hour in (12, 15))
    assert at_noon.stops[0].item.id == "C5" and at_three.stops[0].item.id == "C6"
    assert [one.item.id for one in at_noon.lately] == ["C4"]
    assert [one.item.id for one in at_three.lately] == ["C4", "C5"]
    assert at_noon.undated == 1 and len(at_noon.stops) == 14


def test_a_piece_without_an_hour_may_still_be_ahead_on_its_day():
    plan = planned()
    plan.items[4].dates.at = None
    assert what_stops(plan, NOW, time(23, 59)).stops[0].item.id == "C5"


def test_what_is_published_does_not_stop_and_what_is_held_needs_no_stopping():
    plan = planned()
    plan.items[4].placing.state, plan.items[5].placing.state = "out", "held"
    found = what_stops(plan, NOW)
    assert [one.item.id for one in found.stops][:2] == ["C6", "C7"]
    assert found.open[0].item.id == "C7"
    assert "C5" in [one.item.id for one in found.lately]


def test_only_chosen_channels_stop_and_a_piece_without_a_channel_stops_too():
    plan = planned()
    plan.calendar.pause.channels = ["H1"]
    plan.items[4].channel = ""
    found = what_stops(plan, NOW)
    assert found.stops[0].item.id == "C5" and {one.item.channel for one in found.stops} == {"", "H1"}
    assert {one.item.channel for one in found.goes_on} == {"H2", "H3"}
    assert [one.who for one in found.calls] == ["Vera", "Asya", "Pavel"]


def test_who_runs_the_channel_of_the_next_piece_is_told_first():
    calls = what_stops(planned(), NOW).calls
    assert [one.who for one in calls] == ["Timur", "Vera", "press office", "Asya", "Pavel"]
    assert unset(str(calls[0].does[0])).startswith("stops Screen in the canteen: next would be C5, Saturday")


def test_a_channel_that_nobody_runs_is_named():
    plan = planned()
    plan.channels[0].owner = ""
    assert what_stops(plan, NOW).nobody == ("VK",)


@pytest.mark.parametrize("days", [-3650, 3650])
def test_a_day_far_away_is_answered_too(days):
    found = what_stops(planned(), NOW + timedelta(days))
    assert len(found.stops) == (18 if days < 0 else 0) and not found.lately


# the pause list


def test_one_person_and_one_deputy_are_kept_and_stand_on_the_sheet():
    store = MemoryStore(planned())
    panel = pause_list(store)
    field(panel, "Who stops it").value = ["M4"]
    assert store.plan.calendar.pause.who == "M4"
    assert re.search(r"Stops everything, alone and at once:\s+Timur", told(panel))


def test_the_plan_s_own_day_is_asked_first_and_another_can_be_tried():
    panel = pause_list(MemoryStore(planned()))
    assert "14 pieces would still come out" in told(panel)
    field(panel, "Day").value = "2027-04-10"
    assert "1 piece would still come out (The plant's page); next is C18: Tuesday, 13 April, 18:00" in told(panel)
    field(panel, "Hour").value = "noon"
    assert "a time belongs here" in told(panel) and "C18" not in told(panel)
    field(panel, "Hour").value = ""
    field(panel, "Day").value = "2027-05-01"
    assert "Nothing would come out from now on." in told(panel)
    assert not shown(button(panel, "Hold all of these"))


def test_all_are_held_with_one_press_and_let_go_with_another():
    store = MemoryStore(planned())
    store.put("items/C6/placing", {"state": "ready"})
    panel = pause_list(store)
    press(panel, "Hold all of these")
    states = {one.id: one.placing.state for one in store.plan.items}
    assert states["C4"] == "planned" and states["C5"] == states["C18"] == "held" and states["C19"] == ""
    assert "Everything is held: 14 pieces would have come out" in told(panel)
    toast = next(one for one in walk(panel) if isinstance(one, Toast) and one.said)
    assert "Stop the timers on the pages too" in toast.said
    toast.undo()
    assert {one.id: one.placing.state for one in store.plan.items}["C6"] == "ready"


def test_undo_lets_only_those_go_that_are_still_held():
    store = MemoryStore(planned())
    panel = pause_list(store)
    press(panel, "Hold all of these")
    store.put("items/C5/placing", {"state": "out"})
    next(one for one in walk(panel) if isinstance(one, Toast) and one.said).undo()
    assert store.plan.items[4].placing.state == "out" and store.plan.items[5].placing.state == "planned"


def test_the_sheet_is_a_page_of_its_own_that_runs_and_loads_nothing():
    store = MemoryStore(planned())
    store.put("items/C5", {"title": "<script>alert(1)</script>"})
    panel = pause_list(store)
    page = next(one for one in walk(panel) if isinstance(one, Printing)).page
    assert page.startswith("<!doctype html>") and "<h1>Stop everything: Arc</h1>" in page
    assert "<script" not in page and "http" not in page and "src=" not in page
    assert "As the plan stands: Saturday, 20 February 2027." in unset(page)


def test_without_a_day_and_without_pieces_it_says_what_is_missing():
    panel = pause_list(MemoryStore())
    assert "Write the day" in told(panel)
    field(panel, "Day").value = "2027-02-20"
    said = told(panel)
    assert "Nothing would come out from now on" in said and "not said yet: write it above" in said


def test_without_a_kernel_the_lists_are_readable():
    store = MemoryStore(planned())
    for panel in (calendar_rules(store), days_that_matter(store), comment_duties(store), pause_list(store)):
        data = panel._repr_mimebundle_()["text/html"]
        assert len(re.sub("<[^>]+>", "", data)) > 200


def test_the_forms_speak_russian():
    with inside("ru"):
        store = MemoryStore(planned())
        said = told(pause_list(store))
        assert "Ещё вышли бы 14 материалов (Экран в столовой, VK, Сайт завода); следующий C5: суббота" in said
        assert "На комментарии никто не отвечает: 2 канала из 3" in told(comment_duties(store))
        assert "В сумме доли дают 100 %" in told(calendar_rules(store))
        assert re.search(r"понедельник, 12 апреля", told(days_that_matter(store)), re.IGNORECASE)
