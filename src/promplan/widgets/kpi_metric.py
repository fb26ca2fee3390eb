"""A measure of the KPI dictionary found by its name in either language; where a name means several, it asks which."""

import re
from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import LANGUAGES, Problem, Words, chosen, say, say_many
from promplan.media.kpi import candidates
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.media.kpi_dictionary import dictionary, named
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.results.heaps import entry
from promplan.results.levels import named as level_named
from promplan.text.lemmas import folded
from promplan.widgets.guard import Guard
from promplan.widgets.panel import region, set_region

PATH = "kpis"
MOST, LEAST = 6, 2  # measures that are offered; letters of a name from which on it is looked for


class MetricFinder:
    """A field for a name, what it may mean, and a button for each.

    Args:
        take: is told the measure whose button was pressed.
    """

    def __init__(self, guard: Guard, take: Callable[[Entry], object]) -> None:
        self.guard, self.take = guard, take
        label = str(say("Find a measure by its name"))
        self.field = widgets.Text(
            description=label,
            placeholder=str(say("CTR, reach, engagement …")),
            style={"description_width": "initial"},
            layout=widgets.Layout(width="auto"),
        )
        self.said, self.buttons = region(), widgets.VBox([])
        self.field.observe(guard.handler(self.draw, "view"), "value")
        self.box = widgets.VBox([self.field, self.said, self.buttons])
        self.box.add_class("pp-kpi-finder")

    def draw(self) -> None:
        """Look for what is typed."""
        typed = self.field.value.strip()
        found = found_by(typed)
        set_region(self.said, f"<p>{escape(str(said_of(typed, found)))}</p>" if len(typed) >= LEAST else "")
        self.buttons.children = tuple(self._button(one) for one in found)

    def _button(self, one: Entry) -> Any:
        told = {"name": named(one.id), "formula": one.wording, "level": level_named(one.level)}
        said_twice = str(told["name"]).casefold() == str(told["formula"]).casefold()
        words = say("{name} · {level}", **told) if said_twice else say("{name} · {formula} · {level}", **told)
        button = widgets.Button(description=str(words), layout=widgets.Layout(width="auto", height="auto"))
        button.on_click(self.guard.handler(lambda: self._pressed(one)))
        return button

    def _pressed(self, one: Entry) -> None:
        self.take(one)
        self.field.value = ""


def found_by(typed: str) -> list[Entry]:
    """What a name means: the several entries that share it; else the one that has it, and those that begin so."""
    if len(typed) < LEAST:
        return []
    exact = list(candidates(typed))
    if len(exact) > 1:
        return exact
    begins = re.compile(rf"(?<!\w){re.escape(folded(typed))}")
    more = [one for one in dictionary().kpis if any(begins.search(folded(name)) for name in _names(one))]
    return [*exact, *(one for one in more if one not in exact)][:MOST]


def said_of(typed: str, found: list[Entry]) -> Words:
    """How many there are, and where a name means several, that one has to be chosen."""
    if not found:
        return say("The dictionary has no “{name}”. Write below how it is counted: what by what.", name=typed)
    if len(candidates(typed)) > 1:
        return say("“{name}” has {n} formulas. Which one can you count?", name=typed, n=len(found))
    return say_many("{n} measure: press it to take it.", "{n} measures: press the one you mean.", len(found))


def _names(one: Entry) -> list[str]:
    return [one.id, one.short, *one.also, *(one.name[language] for language in LANGUAGES)]


def taken(plan: Plan, id_: str, one: Entry) -> Plan:
    """The plan in which a KPI has this measure: with its level, and name and unit where they are empty."""
    kpi = next((it for it in plan.kpis if it.id == id_), None)
    if kpi is None:
        raise Problem(say("No KPI is chosen: press Add below, then find its measure."))
    return edit.put(plan, f"{PATH}/{id_}", {"metric": one.id, **brought(kpi, one)})


def brought(kpi: Kpi, one: Entry) -> dict[str, str]:
    """What a measure brings along: its level, unless the team chose another; name and unit where those are empty."""
    before = entry(kpi.metric)
    found: dict[str, str] = {}
    if not kpi.level or (before is not None and kpi.level == before.level):
        found["level"] = one.level
    if not kpi.name.strip():
        found["name"] = one.short or str(chosen(one.name))
    if not kpi.unit.strip() and (unit := unit_of(one)):
        found["unit"] = unit
    return found


def unit_of(one: Entry) -> str:
    """The unit in which people write it: a share in per cent; of money the plan's own, which is not said here."""
    if one.unit == "fraction" and one.bounds == (0.0, 1.0):
        return "%"
    return "" if one.unit in ("money", "fraction", "index", "ratio") else str(chosen(dictionary().units[one.unit]))


def offered(plan: Plan) -> list[tuple[str, str]]:
    """All measures of the dictionary for the field itself, by their names."""
    return sorted(((str(named(one.id)), one.id) for one in dictionary().kpis), key=lambda it: it[0].casefold())
