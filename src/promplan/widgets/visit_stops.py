"""What the parts of the visit share: a stop filled from the plant's rules, ways that follow it, changes with undo."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from promplan.cases.floor import Floor, floor
from promplan.cases.floor import Stop as Place
from promplan.cases.placed import Leg, grid, legs, zone_of
from promplan.cases.zones import Zone, zones
from promplan.language import Problem, Words, chosen, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.shots import Stop
from promplan.plan.store import Store
from promplan.plan.worn import PPE
from promplan.widgets.toast import Toast

STOPS = "visit.stops"
UNIT = "05-visit"
NOBODY = 0  # of the team may go in: the zone's `at_once`


@cache  # a kit's files do not change while a notebook is open, and every view of the visit asks
def zones_of(case: str) -> Mapping[str, Zone]:
    """The zones of a plant by their ids; none of a real one."""
    return MappingProxyType({one.id: one for one in zones(case)})


@cache
def site_of(case: str) -> Floor | None:
    """The site of a plant; None of a real one."""
    return floor(case)


def closed(known: Mapping[str, Zone]) -> frozenset[str]:
    """The zones that nobody of the team enters."""
    return frozenset(one.id for one in known.values() if one.at_once == NOBODY)


def of_zone(zone: Zone) -> dict[str, Any]:
    """What a zone says of any stop in it: what is worn, what may be filmed, what never."""
    return {
        "ppe": [str(chosen(PPE[one])) for one in zone.wear],
        "allowed": chosen(zone.filmed),
        "forbidden": chosen(zone.never),
    }


def of_place(floor: Floor, place: Place, known: Mapping[str, Zone]) -> dict[str, Any]:
    """All that the plant says of a stop at one of its places."""
    x, y = grid(floor, (place.x, place.y))
    told = of_zone(known[place.zone]) if place.zone in known else {}
    return {"name": chosen(place.name), "zone": zone_of(floor, place), "x": x, "y": y, **told}


def moved(now: Stop, values: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """What changes at a stop that is put elsewhere: what the plant said of the old place, and nobody's own words."""
    return {
        name: value
        for name, value in values.items()
        if name in ("zone", "x", "y") or getattr(now, name) in (before.get(name), "", [], None)
    }


def walked(plan: Plan, floor: Floor, before: Sequence[Leg], shut: frozenset[str]) -> Plan:
    """The plan with the minutes on foot of each stop, and back to the gate, as the site has them now.

    What a team typed itself stays.
    """
    old = {one.stop: one.minutes if one.reached else None for one in before}
    new = {one.stop: one.minutes if one.reached else None for one in legs(floor, plan.visit.stops, shut)}
    if plan.visit.back in (None, old.get("")) and plan.visit.back != new.get(""):
        plan = edit.put(plan, "visit", {"back": new.get("")})
    for one in plan.visit.stops:
        if one.walk in (None, old.get(one.id)) and one.walk != new.get(one.id):
            plan = edit.put(plan, f"{STOPS}/{one.id}", {"walk": new.get(one.id)})
    return plan


def change(
    store: Store, toast: Toast, paths: Sequence[str], act: Callable[[Plan], Plan], said: Callable[[], Words]
) -> None:
    """Change whole lists at once; *Undo* brings them back as they were while nobody has changed them since.

    Args:
        paths: the lists that `act` may change. said: what was done, asked for once it is.
    """
    held: dict[str, dict[str, list[Any]]] = {}
    back: list[int | None] = []

    def applied(plan: Plan) -> Plan:
        new = act(plan)
        held["before"], held["after"] = ({path: _copy(one, path) for path in paths} for one in (plan, new))
        back[:] = [plan.visit.back, new.visit.back]
        return new

    def undone(plan: Plan) -> Plan:
        if any(edit.records(plan, path) != held["after"][path] for path in paths):
            raise Problem(say("The plan has been changed since: undo would take that back too. Change it by hand."))
        new = plan.model_copy(deep=True)
        for path in paths:
            holder, name = edit.owner(new, path)
            setattr(holder, name, [one.model_copy(deep=True) for one in held["before"][path]])
        if new.visit.back == back[1]:
            new.visit.back = back[0]
        return new

    def undo() -> Words:
        store.replace(undone)
        return say("Taken back.")

    store.replace(applied)
    toast.offer(said(), undo)


def _copy(plan: Plan, path: str) -> list[Any]:
    return [one.model_copy(deep=True) for one in edit.records(plan, path)]
