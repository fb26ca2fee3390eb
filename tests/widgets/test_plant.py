"""Does the plant picker set what a case brings, ask before it changes, and leave nothing invented behind?"""

from datetime import date

from ipywidgets import RadioButtons
from widgets.finding import part, press, walk

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


def test_changing_the_plant_asks_first_where_facts_stand():
    store = MemoryStore()
    panel = picker(store)
    take(panel, "invented")
    store.add("enterprise.facts", {"statement": "a"})
    take(panel, "real")
    assert store.plan.meta.case == "invented"
    press(panel, "Really change? The 1 facts stay in the plan")
    assert store.plan.meta.case == "real" and len(store.plan.enterprise.facts) == 1


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
