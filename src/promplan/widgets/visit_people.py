"""Whom the visit films, with three papers each; who must say yes, layer by layer; what may hurt, and the control."""

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.cases.consents import down_within
from promplan.language import Words, chosen, day, pick, say, say_in, say_many
from promplan.plan import edit
from promplan.plan.consents import AGE_GROUPS, CONSENT_STATES, Consent
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES
from promplan.plan.safety import LAYERS, Hazard, VisitClearance
from promplan.plan.store import Store
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column
from promplan.widgets.visit_kit import PEOPLE, joined, people
from promplan.widgets.visit_stops import UNIT, change, zones_of
from promplan.widgets.visit_ticks import Ticks

CLEARANCES, HAZARDS = "visit.clearances", "visit.hazards"
PAPER = Order(first=(("state", "until"), ("covers",), ("given", "guardian")))
PAPERS = ("image", "data", "dissemination")
EMPTY = say("(empty)")
THREE = say(
    "Three papers, and none stands for another: the image, the personal data, and their dissemination to everybody. "
    "Somebody from 14 to 17 signs together with a guardian, for somebody younger a guardian signs. Names stay in this "
    "plan and in no export."
)
FROM_ABOVE = say(
    "Permission comes from above down: a yes of the press office opens no door that the foreman keeps shut."
)
SIGNS = {"open": "○", "asked": "…", "cleared": "✔", "refused": "✘"}


def visit_people(store: Store) -> Panel:
    """People and papers, layers of clearance, hazards and controls."""
    filmed, layers, hazards = _people(store), _layers(store), _hazards(store)
    title = str(say("People, permissions, safety"))
    children = [
        *(heading(title), *_of_people(store, filmed), *filmed.children),
        *(heading(str(say("Who must say yes"))), *_of_layers(store, layers), *layers.children),
        *(heading(str(say("What may hurt, and what is done about it"))), *_of_hazards(store, hazards)),
        *hazards.children,
    ]
    return Panel(title, children, filmed.static() + layers.static() + hazards.static())


def _people(store: Store) -> Editor:
    columns = (
        Column(say("Who"), lambda one: (one.role or str(EMPTY), str(pick(AGE_GROUPS[one.age])) if one.age else "")),
        *(Column(_short(name), lambda one, name=name: paper(getattr(one, name))) for name in PAPERS),  # type: ignore[misc]
    )
    return Editor(
        store,
        PEOPLE,
        ("role", "age", *PAPERS, "name"),
        say("People to be filmed"),
        UNIT,
        about=("people",),
        line=lambda one: f"{one.id} · {one.role or EMPTY}",
        columns=columns,
        order=Order(first=(("role", "age"), *((name,) for name in PAPERS)), parts=dict.fromkeys(PAPERS, PAPER)),
        place=say("Person {n} of {all}"),
    )


def _short(name: str) -> Words:
    return {"image": say_in("paper", "Image"), "data": say_in("paper", "Data")}.get(
        name, say_in("paper", "Dissemination")
    )


def paper(one: Consent) -> tuple[str, str]:
    """A paper in a cell: its state, and until when."""
    if one.withdrawn:
        return f"✘ {say('taken back')}", day(one.withdrawn)
    sign = {"open": "○", "asked": "…", "given": "✔", "refused": "✘"}[one.state]
    said = str(pick(CONSENT_STATES[one.state])).partition(":")[0].partition(",")[0]
    return f"{sign} {said}", str(say("until {day}", day=one.until)) if one.state == "given" and one.until else ""


def _of_people(store: Store, editor: Editor) -> list[Any]:
    """The rule of the three papers, how fast something comes down, and the plant's own people to tick."""
    down = region()

    def draw() -> None:
        days = down_within(store.plan.meta.case)
        told = (
            say_many(
                "Whoever takes a consent back is obeyed at once: this plant takes it down within {n} working day.",
                "Whoever takes a consent back is obeyed at once: this plant takes it down within {n} working days.",
                days,
            )
            if days is not None
            else say(
                "Whoever takes a consent back is obeyed at once: agree with the plant in how many days it comes down."
            )
        )
        set_region(down, f"<p>{escape(str(THREE))} {escape(str(told))}</p>")

    store.watch(draw)
    draw()

    def rows(plan: Plan) -> list[tuple[str, str]]:
        return [(str(pick(one["role"])), id_) for id_, one in people(plan.meta.case).items()]

    ticks = Ticks(
        editor,
        say("People of the plant whom one may ask"),
        say("People of the plant: {n} of {all} chosen"),
        rows,
        key=lambda one: one.person,
        join=joined,
    )
    return [down, ticks.box]


def _layers(store: Store) -> Editor:
    columns = (
        Column(say("What is asked for"), lambda one: begun(one.what, 80) or str(EMPTY)),
        Column(say("Who has to agree"), lambda one: (_layer(one), one.by_whom)),
        Column(say_in("visit", "Clearance"), lambda one: _cleared(one), strong=True),
    )
    return Editor(
        store,
        CLEARANCES,
        ("layer", "what", "state", "on", "by_whom", "stops", "note"),
        say("Clearances of the visit"),
        UNIT,
        about=("clearances",),
        line=lambda one: f"{one.id} · {begun(one.what, 60) or EMPTY} · {_layer(one)}",
        columns=columns,
        order=Order(first=(("layer",), ("what",), ("state", "on"), ("by_whom",))),
        place=say("Clearance {n} of {all}"),
    )


def _layer(one: VisitClearance) -> str:
    return str(pick(LAYERS[one.layer])).partition(":")[0] if one.layer else ""


def _cleared(one: VisitClearance) -> str:
    return f"{SIGNS[one.state]} {pick(CLEARANCE_STATES[one.state])}".strip()


def _of_layers(store: Store, editor: Editor) -> list[Any]:
    """The four layers with how they stand, and a button that adds those that nobody has asked."""
    strip = region()
    button = widgets.Button(description=str(say("Add the layers that are missing")))

    def missing(plan: Plan) -> list[str]:
        asked = {one.layer for one in plan.visit.clearances}
        return [one for one in LAYERS if one and one not in asked]

    def draw() -> None:
        lines = "".join(f"<li>{_strip(store.plan, layer)}</li>" for layer in LAYERS if layer)
        set_region(strip, f'<p>{escape(str(FROM_ABOVE))}</p><ol class="pp-layers">{lines}</ol>')
        if button.disabled == bool(missing(store.plan)):
            button.disabled = not missing(store.plan)

    def add(plan: Plan) -> Plan:
        for layer in missing(plan):
            values = {"layer": layer, "what": chosen(say("entry and filming at the stops of our route"))}
            plan, _ = edit.add(plan, CLEARANCES, values)
        return plan

    _pressed(store, editor, button, [CLEARANCES], add, say("The layers that were missing are on the list."))
    store.watch(draw)
    draw()
    return [strip, button]


def _strip(plan: Plan, layer: str) -> str:
    """A layer in one line: its name, and the worst of its answers."""
    states = [one.state for one in plan.visit.clearances if one.layer == layer]
    worst = next((one for one in ("refused", "open", "asked", "cleared") if one in states), "")
    said = f"{SIGNS[worst]} {pick(CLEARANCE_STATES[worst])}" if worst else f"○ {say('nobody has asked')}"
    return f"<b>{escape(str(pick(LAYERS[layer])))}</b>: {escape(str(said))}"


def _hazards(store: Store) -> Editor:
    def owner(one: Hazard) -> str:
        return one.owner

    columns = (
        Column(say("Hazard"), lambda one: (begun(one.what, 80) or str(EMPTY), one.stop)),
        Column(say_in("hazard", "Control"), lambda one: begun(one.control, 90), strong=True),
        Column(say("Who sees to it"), owner),
    )
    return Editor(
        store,
        HAZARDS,
        ("what", "stop", "harm", "control", "owner"),
        say("Hazards"),
        UNIT,
        about=("hazards",),
        line=lambda one: f"{one.id} · {begun(one.what, 60) or EMPTY} · {begun(one.control, 60)}",
        columns=columns,
        place=say("Hazard {n} of {all}"),
    )


def _of_hazards(store: Store, editor: Editor) -> list[Any]:
    """A button that takes over what the zones of the route say; at a real plant the stops' hosts are asked."""
    button, none = widgets.Button(description=str(say("Take over what our zones say"))), region()

    def draw() -> None:
        with_kit = bool(zones_of(store.plan.meta.case))
        button.layout.display = None if with_kit else "none"
        told = say("Ask the host of each stop what moves, falls, burns or is loud there, and what is done about it.")
        set_region(none, "" if with_kit else f"<p>{escape(str(told))}</p>")
        ready = bool(_new_hazards(store.plan))
        if button.disabled == ready:
            button.disabled = not ready

    def add(plan: Plan) -> Plan:
        for one in _new_hazards(plan):
            plan, _ = edit.add(plan, HAZARDS, one)
        return plan

    said = say("Each hazard of our zones stands there with its control. Write who sees to it.")
    _pressed(store, editor, button, [HAZARDS], add, said)
    store.watch(draw)
    draw()
    return [none, button]


def _new_hazards(plan: Plan) -> list[dict[str, Any]]:
    """What the zones of the route warn of and the plan does not have; one that is at several stops is everywhere."""
    known, held = zones_of(plan.meta.case), {one.what for one in plan.visit.hazards}
    found: dict[str, dict[str, Any]] = {}
    for stop in plan.visit.stops:
        for one in known[stop.zone].hazard if stop.zone in known else ():
            what = chosen(one.what)
            if what in held:
                continue
            if what in found:
                found[what]["stop"] = ""
            else:
                found[what] = {"what": what, "stop": stop.id, "control": chosen(one.control)}
    return list(found.values())


def _pressed(
    store: Store, editor: Editor, button: Any, paths: list[str], act: Callable[[Plan], Plan], said: Words
) -> None:
    def press() -> None:
        change(store, editor.rows.toast, paths, act, lambda: said)

    button.on_click(editor.guard.handler(press))
