"""At least one picture of every figure that the package has, for what holds of all of them."""

from collections.abc import Callable
from datetime import time
from functools import cache

from calendar_plan import planned
from review import measurement
from spending_plan import spent

from promplan import figures
from promplan.cases.kit import load
from promplan.figures.picture import Picture
from promplan.language import current, inside, pick
from promplan.plan import Plan
from promplan.plan.items import Item
from promplan.plan.store import MemoryStore

UNITS = ("00-start", "01-facts", "08-distribution", "10-pitch")  # the ends of the map's rows and their middles
BOAST = {
    "en": "Our leading enterprise carries out innovative production within the framework of the best traditions.",
    "ru": "Ведущее предприятие отрасли является коллективом и осуществляет выпуск уникальных колец в рамках традиций.",
}


def _kit() -> Plan:
    return load("rubber-works").plan


def _film() -> Item:
    """A film whose clearance takes longer than all else."""
    store = MemoryStore()
    item = store.add("items", {"title": str(pick({"en": "Eleven minutes", "ru": "Одиннадцать минут"}))})
    steps = (
        ("Script", "Сценарий", 2, "team"),
        ("Clearance", "Согласование", 10, "plant"),
        ("Edit", "Монтаж", 3, "team"),
    )
    last: list[str] = []
    for en, ru, days, whose in steps:
        values = {"name": str(pick({"en": en, "ru": ru})), "days": days, "whose": whose, "after": last}
        last = [store.add(f"items/{item}/production", values)]
    return store.plan.items[0]


def _judged() -> Plan:
    """A piece with three steps of approval, one of which answers for it."""
    store = MemoryStore()
    item = store.add("items", {"title": str(pick({"en": "Eleven minutes", "ru": "Одиннадцать минут"}))})
    for judge, part in (("engineer", "C"), ("safety", "C"), ("plant", "A")):
        store.add(f"items/{item}/approvals", {"judge": judge, "raci": part})
    return store.plan


def _visit() -> Plan:
    """A visit of four stops and six shots for two ideas, one of which gets none."""
    stops = [
        {"id": "V1", "name": "whistle of 1947 in the museum", "walk": 4, "minutes": 9},
        {"id": "V2", "name": "drum on the rollers", "walk": 7, "minutes": 14},
        {"id": "V3", "name": "protective screen of the welding post", "walk": 5, "minutes": 20},
        {"id": "V4", "name": "bench with the probe", "walk": 3, "minutes": None},
    ]
    shots = [
        {"id": f"T{n}", "what": "sparks through the screen, the mask down", "stop": f"V{1 + n % 4}", "seconds": 6.0}
        for n in range(1, 7)
    ]
    for n, one in enumerate(shots):
        one["ideas"] = [["I1"], ["I1", "I2"], []][n % 3]
        one["priority"] = ["must", "should", "could", ""][n % 4]
        one["log"] = {"state": ["got", "missing", "reshoot", ""][n % 4]}
    ideas = [
        {"id": f"I{n}", "title": name, "chosen": "yes"}
        for n, name in enumerate(("Hear the seam", "Breath", "Hands"), 1)
    ]
    visit = {"minutes": 70, "arrival": time(9, 30), "stops": stops, "shots": shots}
    return Plan.model_validate({"meta": {"case": "boiler-works"}, "ideas": ideas, "visit": visit})


def _measured() -> Plan:
    """A plan with results, four KPI and a question asked twice, in the language that is spoken."""
    return measurement.plan(measurement.good(current()))


SAMPLES: dict[str, Callable[[], Picture]] = {
    "age_pyramid": lambda: figures.age_pyramid(load("rubber-works").series("workforce")),
    "audience_map": lambda: figures.audience_map(_kit()),
    "before_after": lambda: figures.before_after(_measured().measurement.surveys[0]),
    "calendar_heat": lambda: figures.calendar_heat(planned()),
    "calendar_heat of a year": lambda: figures.calendar_heat(planned(79, 4)),
    "core_cure": lambda: figures.core_cure(load("rubber-works").series("mould-core")),
    **{f"course_map {unit}": lambda unit=unit: figures.course_map(unit) for unit in UNITS},
    "exposures": lambda: figures.exposures(spent()),
    "form rosette": lambda: figures.form("rosette", load("rubber-works").file("rheometer"), scales="off"),
    "form isotype": lambda: figures.form("isotype", load("rubber-works").file("workforce"), each=("department",)),
    "form spirograph": lambda: figures.form("spirograph", ring=96, wheel=52),
    "funnel": lambda: figures.funnel(_kit()),
    "gantt": lambda: figures.gantt(planned()),
    "gantt of a year": lambda: figures.gantt(planned(79, 4)),
    "idle_words": lambda: figures.idle_words(str(pick(BOAST))),
    "marginal_return": lambda: figures.marginal_return(spent()),
    "message_house": lambda: figures.message_house(_kit()),
    "one_page": lambda: figures.one_page(_kit()),
    "one_page of an empty plan": lambda: figures.one_page(Plan()),
    "pillar_balance": lambda: figures.pillar_balance(planned()),
    "plan_against_result": lambda: figures.plan_against_result(_measured()),
    "production_network": lambda: figures.production_network(_film()),
    "raci": lambda: figures.raci(_judged()),
    "reach_curves": lambda: figures.reach_curves(spent()),
    "results_funnel": lambda: figures.results_funnel(_measured()),
    "sample_size_curve": lambda: figures.sample_size_curve(0.015, 0.02, 8_000),
    "sample_size_curve without a hope": lambda: figures.sample_size_curve(0.2, people=400),
    "shot_coverage": lambda: figures.shot_coverage(_visit()),
    "surprise_proof": lambda: figures.surprise_proof(_kit()),
    "surprise_proof of an empty plan": lambda: figures.surprise_proof(Plan()),
    "value_chain": lambda: figures.value_chain(load("rubber-works").chain),
    "visit_timeline": lambda: figures.visit_timeline(_visit()),
    "workload": lambda: figures.workload(planned()),
    "workload of a year": lambda: figures.workload(planned(79, 4)),
}


def drawn_anew(name: str, language: str) -> Picture:
    """The sample called `name`, in a language."""
    with inside(language):
        return SAMPLES[name]()


drawn = cache(drawn_anew)  # for tests that only look at it
