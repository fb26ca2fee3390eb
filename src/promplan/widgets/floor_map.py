"""The plant's plan as a map: stops are put at its places by hand or by keys, and the way is walked, metres and minutes.

The page tells the kernel what was done; the kernel knows the ways, and says for every stop how the group gets there.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan.cases.floor import Floor
from promplan.cases.floor import Stop as Place
from promplan.cases.placed import grid, legs, place_at, spot_of, zone_at
from promplan.cases.zones import Zone
from promplan.language import Problem, Words, pick, say, say_in
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.shots import Stop
from promplan.plan.store import Store
from promplan.widgets import parts
from promplan.widgets.editor import Editor
from promplan.widgets.floor_map_words import lost, route, site, total, way, words
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.toast import Toast
from promplan.widgets.visit_stops import (
    STOPS,
    UNIT,
    change,
    closed,
    moved,
    of_place,
    of_zone,
    site_of,
    walked,
    zones_of,
)

BY_HAND = ("name", "walk", "minutes", "host", "allowed", "forbidden", "ppe")
NO_PLAN = say(
    "There is no floor plan of this plant here, and a photograph of one has no metres. Walk the way, or ask your "
    "contact: write each stop with its minutes on foot from the one before. About 50 metres a minute for a group."
)
NO_PLANT = say("Choose your plant in unit 0 first: its map then stands here. Until then stops can be listed by hand.")


class FloorMap(anywidget.AnyWidget):
    """The map on the screen; `acted` says what a hand did there."""

    _esm = parts.script("floor_map.js")
    words = traitlets.Dict().tag(sync=True)
    site = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    acted = traitlets.Dict().tag(sync=True, echo_update=False)


def floor_map(store: Store) -> Panel:
    """The visit on the plant's map: stops, ways, metres and minutes."""
    return _Mapped(store).panel


class _Mapped:
    """The kernel's side: the plant's site, the team's stops on it, and what was done last."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.toast, self.why = Toast(self.guard), region()
        self.case: str | None = None
        self.floor: Floor | None = None
        self.known: Mapping[str, Zone] = {}
        self.answered: dict[str, Any] = {"page": "", "turn": 0}
        self.by_hand: Any = None
        self.map = FloorMap(words=words())
        self.map.observe(lambda told: self.guard.doing(lambda: self._act(told["new"])), "acted")
        self.drawn = widgets.VBox([self.map, self.toast, self.guard])
        self.listed = widgets.VBox([])
        store.watch(self.draw)
        self.draw()
        title = str(say("Map of the visit"))
        self.panel = Panel(title, [heading(title), self.why, self.drawn, self.listed], _static(store.plan))
        self.panel.add_class("pp-mapping")

    def draw(self) -> None:
        """Follow the plan: the plant's site, and every stop with its way."""
        visit, case = self.store.plan.visit, self.store.plan.meta.case
        if case != self.case:
            self.case, self.floor, self.known = case, site_of(case), zones_of(case)
            self._lay()
        if self.floor is None:
            return
        walk = legs(self.floor, visit.stops, closed(self.known))
        at = {one.stop: one for one in walk}
        names = [one.name or str(say("(no name)")) for one in visit.stops]
        rows = []
        for one, name in zip(visit.stops, names, strict=True):
            leg = at[one.id]
            there = "" if one.minutes is None else str(say("{n} min there", n=one.minutes))
            rows.append(
                {
                    "id": one.id,
                    "name": name,
                    "place": leg.place,
                    "spot": list(leg.spot) if leg.spot else None,
                    "area": next((n for n, it in enumerate(self.floor.areas) if it.zone == one.zone), -1),
                    "line": [list(it) for it in leg.line],
                    "way": " · ".join(filter(None, (way(leg) or str(say("nobody gets there")), there))),
                    "reached": leg.reached,
                }
            )
        back = at.get("")
        self.map.shown = {
            **self.answered,
            "stops": rows,
            "back": {"way": way(back), "line": [list(it) for it in back.line]} if back else None,
            "total": total(visit, walk),
            "alt": "; ".join(route(visit, walk)),
            "told": lost(self.floor, visit, walk, self.known),
        }

    def _lay(self) -> None:
        """Show the map where there is one, else the list of stops with minutes that are typed."""
        with_map = self.floor is not None
        if self.floor is not None:
            self.map.site = site(self.floor, self.known)
        elif self.by_hand is None:
            first = (("name",), ("walk", "minutes"))
            self.by_hand = Editor(
                self.store,
                STOPS,
                BY_HAND,
                say_in("visit", "Stops"),
                UNIT,
                order=Order(first=first),
                place=say("Stop {n} of {all}"),
            )
            self.listed.children = tuple(self.by_hand.children)
        self.drawn.layout.display = None if with_map else "none"
        self.listed.layout.display = "none" if with_map else None
        said = NO_PLAN if self.case else NO_PLANT
        set_region(self.why, "" if with_map else f"<p>{escape(str(said))}</p>")

    def _act(self, sent: dict[str, Any]) -> None:
        """Something was done on the map; whatever becomes of it, the page is told how the stops stand now."""
        self.answered = {"page": str(sent.get("page", "")), "turn": int(sent.get("turn", 0))}
        try:
            self._do(str(sent.get("act", "")), str(sent.get("id", "")), str(sent.get("place", "")), sent.get("spot"))
        finally:
            self.draw()

    def _do(self, act: str, id_: str, place: str, spot: Any) -> None:
        if self.floor is None:
            raise Problem(NO_PLANT)
        there = next((one for one in self.floor.stops if one.id == place), None)
        if act == "add" and there is not None:
            self._change(lambda plan: self._added(plan, there), say("Stop added: {what}", what=pick(there.name)))
        elif act in ("earlier", "later"):
            by = -1 if act == "earlier" else 1
            said = (
                say("Earlier: {what}", what=self._called(id_))
                if by < 0
                else say("Later: {what}", what=self._called(id_))
            )
            self._change(lambda plan: edit.move(plan, f"{STOPS}/{id_}", by), said)
        elif act == "take":
            said = say("Taken out: {what}", what=self._called(id_))
            self._change(lambda plan: edit.remove(plan, f"{STOPS}/{id_}"), said)
        elif act == "move":
            self._change(lambda plan: self._moved(plan, id_, there, spot), say("Moved: {what}", what=self._called(id_)))

    def _called(self, id_: str) -> str:
        return next((one.name for one in self.store.plan.visit.stops if one.id == id_ and one.name), id_)

    def _change(self, act: Any, said: Words) -> None:
        site_, shut = self.floor, closed(self.known)
        assert site_ is not None

        def with_ways(plan: Plan) -> Plan:
            return walked(act(plan), site_, legs(site_, plan.visit.stops, shut), shut)

        change(self.store, self.toast, [STOPS], with_ways, lambda: said)

    def _added(self, plan: Plan, there: Place) -> Plan:
        assert self.floor is not None
        return edit.add(plan, STOPS, of_place(self.floor, there, self.known))[0]

    def _moved(self, plan: Plan, id_: str, there: Place | None, spot: Any) -> Plan:
        """The stop at another place, or at a spot beside all places, where it says that nobody gets there."""
        assert self.floor is not None
        now = edit.find(plan, f"{STOPS}/{id_}")
        assert isinstance(now, Stop)
        old = place_at(self.floor, spot_of(self.floor, now))
        before = of_place(self.floor, old, self.known) if old else self._of_zone(now.zone)
        if there is not None:
            values = of_place(self.floor, there, self.known)
        else:
            x, y = (float(one) for one in spot)
            zone = zone_at(self.floor, (x, y))
            across, down = grid(self.floor, (x, y))
            values = {"zone": zone, "x": across, "y": down, **self._of_zone(zone)}
        return edit.put(plan, f"{STOPS}/{id_}", moved(now, values, before))

    def _of_zone(self, zone: str) -> dict[str, Any]:
        return of_zone(self.known[zone]) if zone in self.known else {"ppe": [], "allowed": "", "forbidden": ""}


def _static(plan: Plan) -> str:
    """Without a kernel: the route in words, and what holds in each zone."""
    there = site_of(plan.meta.case)
    if there is None:
        return f"<p>{escape(str(NO_PLAN if plan.meta.case else NO_PLANT))}</p>"
    known = zones_of(plan.meta.case)
    walk = legs(there, plan.visit.stops, closed(known))
    told = site(there, known)
    legs_ = "".join(f"<li>{escape(one)}</li>" for one in route(plan.visit, walk))
    missed = "".join(f"<p>{escape(one)}</p>" for one in lost(there, plan.visit, walk, known))
    zones = "".join(
        f"<li><b>{escape(one['name'])}</b>: {escape(one['told'])}. {escape(one.get('filmed', ''))}</li>"
        for one in told["areas"]
    )
    return f"<p>{escape(total(plan.visit, walk))}</p><ol>{legs_}</ol>{missed}<ul>{zones}</ul>"
