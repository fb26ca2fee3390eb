"""At least one picture of every figure that the package has, for what holds of all of them."""

from collections.abc import Callable
from functools import cache

from promplan import figures
from promplan.cases.kit import load
from promplan.figures.picture import Picture
from promplan.language import inside, pick
from promplan.plan import Plan

UNITS = ("00-start", "01-facts", "08-distribution", "10-pitch")  # the ends of the map's rows and their middles
BOAST = {
    "en": "Our leading enterprise carries out innovative production within the framework of the best traditions.",
    "ru": "Ведущее предприятие отрасли является коллективом и осуществляет выпуск уникальных колец в рамках традиций.",
}


def _kit() -> Plan:
    return load("rubber-works").plan


SAMPLES: dict[str, Callable[[], Picture]] = {
    "age_pyramid": lambda: figures.age_pyramid(load("rubber-works").series("workforce")),
    "audience_map": lambda: figures.audience_map(_kit()),
    "core_cure": lambda: figures.core_cure(load("rubber-works").series("mould-core")),
    **{f"course_map {unit}": lambda unit=unit: figures.course_map(unit) for unit in UNITS},
    "form rosette": lambda: figures.form("rosette", load("rubber-works").file("rheometer"), scales="off"),
    "form isotype": lambda: figures.form("isotype", load("rubber-works").file("workforce"), each=("department",)),
    "form spirograph": lambda: figures.form("spirograph", ring=96, wheel=52),
    "funnel": lambda: figures.funnel(_kit()),
    "idle_words": lambda: figures.idle_words(str(pick(BOAST))),
    "message_house": lambda: figures.message_house(_kit()),
    "surprise_proof": lambda: figures.surprise_proof(_kit()),
    "surprise_proof of an empty plan": lambda: figures.surprise_proof(Plan()),
    "value_chain": lambda: figures.value_chain(load("rubber-works").chain),
}


def drawn_anew(name: str, language: str) -> Picture:
    """The sample called `name`, in a language."""
    with inside(language):
        return SAMPLES[name]()


drawn = cache(drawn_anew)  # for tests that only look at it
