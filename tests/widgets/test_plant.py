"""Does the plant picker set what a case brings, ask before it changes, and leave nothing invented behind?"""

from datetime import date

from ipywidgets import RadioButtons
from widgets.finding import part, press, told, walk

from promplan.cases.kit import available, load
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.enterprise import Enterprise
from promplan.plan.meta import Meta
from promplan.plan.store import MemoryStore
from promplan.widgets.cards import fact_card
from promplan.widgets.plant import plant_form, plant_picker

INVENTED = Plan(
    meta=Meta(
        case="invented", as_of=date(2026, 10, 12), campaign_start=date(2026, 11, 2), campaign_end=date(2027, 1, 31)
    ),
    enterprise=Enterprise(name="Invented Works", place="Nowhere"),
)


def take(panel, case):
    part(panel, RadioButtons).value = case
    press(panel, "Take this plant")


def picker(store):
    return plant_picker(store, {"invented": INVENTED})


def test_a_case_brings_its_name_and_its_calendar():
    store = MemoryStore()
    take(picker(store), "invented")
    assert store.plan.meta.case == "invented" and store.plan.enterprise.name == "Invented Works"
    assert store.plan.meta.as_of == date(2026, 10, 12)


def test_a_real_plant_inherits_nothing_invented():
    store = MemoryStore()
    panel = picker(store)
    take(panel, "invented")
    take(panel, "real")
    assert store.plan.meta.case == "real" and store.plan.enterprise.name == "" and store.plan.meta.as_of is None


def two_plants():
    other = INVENTED.model_copy(deep=True)
    other.meta.case, other.enterprise.name = "other", "Other Works"
    store = MemoryStore()
    panel = plant_picker(store, {"invented": INVENTED, "other": other})
    take(panel, "invented")
    store.add("enterprise.facts", {"statement": "14 presses stand here"})
    store.put("brief", {"client": "press office"})
    store.replace(lambda plan: letters.drafted(plan, ["enterprise.facts/F1"], {})[0])
    return store, panel


def test_changing_the_plant_says_what_stands_in_the_plan_and_asks_what_becomes_of_it():
    store, panel = two_plants()
    take(panel, "other")
    assert store.plan.meta.case == "invented"
    assert "1 fact; 1 letter. They are about Invented Works" in told(panel)
    press(panel, "Do not change")
    assert store.plan.meta.case == "invented"


def test_the_old_plant_s_facts_may_stay():
    store, panel = two_plants()
    take(panel, "other")
    press(panel, "Change, and keep them")
    assert store.plan.enterprise.name == "Other Works" and len(store.plan.enterprise.facts) == 1


def test_the_old_plant_s_brief_facts_and_letters_may_go_and_what_stays_is_said():
    store, panel = two_plants()
    store.put("message", {"umbrella": "You see what you made"})
    take(panel, "other")
    press(panel, "Change, and take them out; a backup stays")
    plan = store.plan
    assert plan.enterprise.name == "Other Works" and plan.message.umbrella == "You see what you made"
    assert (plan.enterprise.facts, plan.desk.requests, plan.brief.client) == ([], [], "")
    assert "Taken out: the brief, the facts and the letters" in told(panel)


def test_the_picker_says_which_plant_is_for_whom():
    cases = {name: load(name).blank for name in available()}
    labels = [words for words, _ in part(plant_picker(MemoryStore(), cases), RadioButtons).options]
    told_of = ["cooperation; it answers", "investment and image; it answers", "the finished example of the lessons"]
    assert all(words in label for words, label in zip(told_of, labels[1:], strict=False)), labels
    assert any("the finished example of the lessons" in one for one in labels)


def test_the_plants_card_is_saved_as_it_is_typed():
    store = MemoryStore()
    panel = plant_form(store)
    next(one for one in walk(panel) if getattr(one, "description", "") == "Plant").value = "Altaivagon"
    assert store.plan.enterprise.name == "Altaivagon"


def test_a_card_becomes_a_fact_with_its_writers_id():
    store = MemoryStore()
    store.add("team.members", {"name": "Ann"})
    panel = fact_card(store)
    fields = {getattr(one, "description", ""): one for one in walk(panel)}
    fields["One fact, in one sentence"].value = "946 people work here"
    fields["Who must clear it?"].value = "head of personnel"
    fields["Put it into the register"].click()
    assert store.plan.enterprise.facts == []  # whose card is it?
    fields["Whose card is it?"].value = "M1"
    fields["Put it into the register"].click()
    fact = store.plan.enterprise.facts[0]
    assert (fact.by, fact.statement, fact.clearance.by) == ("M1", "946 people work here", "head of personnel")
    assert fields["One fact, in one sentence"].value == ""


def test_an_empty_or_an_overlong_card_is_refused_and_kept():
    store = MemoryStore()
    panel = fact_card(store)
    fields = {getattr(one, "description", ""): one for one in walk(panel)}
    fields["Put it into the register"].click()
    fields["One fact, in one sentence"].value = "x" * 400
    fields["Put it into the register"].click()
    assert store.plan.enterprise.facts == [] and fields["One fact, in one sentence"].value == "x" * 400
