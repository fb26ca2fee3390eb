"""The team's visit as `promplan.media.visit` asks for it: which shots, in which minutes, by which ways, worth what."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promplan.cases.floor import Floor
from promplan.cases.placed import place_at, spot_of, zone_of
from promplan.cases.shots import Shot as Known
from promplan.language import Problem, Words, pick, say
from promplan.media.visit import Shot, Stop, Visit, along
from promplan.plan.document import Plan
from promplan.plan.shots import Shot as Wanted
from promplan.plan.visit_minutes import LOOK, UNSAID, assumptions
from promplan.plan.visit_minutes import minutes_of as whole_of
from promplan.widgets.visit_kit import menu_of
from promplan.widgets.visit_stops import closed, site_of, zones_of

GATE = "gate"
SETTING_UP = 3  # minutes at each shot before and after it runs, where the menu does not say
WORTH = {"must": 5.0, "should": 3.0, "could": 1.0, "": 1.0}


@dataclass(frozen=True)
class Asked:
    """A visit to solve, and why some shots could not even be asked about: by their ids.

    Attributes:
        assumed: what is counted with nobody having said it, in sentences.
    """

    visit: Visit
    left_out: Mapping[str, Words]
    assumed: Sequence[Words] = ()


def asked(plan: Plan) -> Asked:
    """The visit of a plan.

    Raises:
        Problem: what is missing for it: the minutes, a stop, a shot at a stop.
    """
    visit = plan.visit
    if visit.minutes is None:
        raise Problem(say("Write first how many minutes you have on the site: the call sheet asks for them."))
    if visit.minutes <= LOOK:
        raise Problem(
            say("{n} minutes are for looking through the footage at the gate: nothing is left to film in.", n=LOOK)
        )
    if not visit.stops or not visit.shots:
        raise Problem(say("There is nothing to plan yet: write down stops and shots first, or tick some in the menu."))
    there = site_of(plan.meta.case)
    stops, walk = _by_hand(plan) if there is None else _on_site(plan, there)
    left: dict[str, Words] = {}
    known = {one.id: one for one in menu_of(plan.meta.case)}
    ids, wanted = {one.id for one in stops}, []
    for one in visit.shots:
        if not one.stop or one.stop not in {it.id for it in visit.stops}:
            left[one.id] = say("It has no stop: choose one for it.")
        elif one.stop not in ids:
            left[one.id] = say("Nobody gets to its stop {stop}.", stop=one.stop)
        elif one.clearance.state == "refused":
            left[one.id] = say("The plant has refused it.")
        else:
            wanted.append(_shot(one, known))
    if not wanted:
        raise Problem(say("No shot stands at a stop that the group can reach: choose a stop for each shot first."))
    assumed = assumptions(whole_of(visit)) if there is None else []
    return Asked(Visit(visit.minutes - LOOK, stops, wanted, along(walk), entry=GATE), left, assumed)


def minutes_of(one: Wanted, known: Mapping[str, Known]) -> int:
    """How long a shot takes with setting up: as the menu says, else its seconds and some minutes more."""
    if one.menu in known:
        return max(1, known[one.menu].minutes)
    return SETTING_UP + max(1, math.ceil((one.seconds or 0) / 60))


def _shot(one: Wanted, known: Mapping[str, Known]) -> Shot:
    value = WORTH[one.priority] * max(1, len(one.ideas))
    return Shot(one.id, one.stop, minutes_of(one, known), value=value, must=one.priority == "must")


def _on_site(plan: Plan, there: Floor) -> tuple[list[Stop], dict[tuple[str, str], int]]:
    """Stops and ways by the plant's map; who cannot be reached is not among them."""
    zones, stops, at = zones_of(plan.meta.case), [], {GATE: there.site.entry}
    open_, shut = there.reached_from(there.site.entry), closed(zones)
    for one in plan.visit.stops:
        place = place_at(there, spot_of(there, one))
        if place is None or place.id not in open_ or zone_of(there, place) in shut:
            continue
        stops.append(Stop(one.id, enter=place.enter, forbidden=_forbidden(plan, one.id, place.zone)))
        at[one.id] = place.id
    names = list(at)
    walk = {(a, b): there.minutes(at[a], at[b]) for n, a in enumerate(names) for b in names[n + 1 :]}
    return stops, walk


def _forbidden(plan: Plan, stop: str, zone: str) -> Words | str:
    """Why nobody films at a stop: its zone says no, and not every shot there stands on the plant's own menu."""
    zones = zones_of(plan.meta.case)
    of_menu = all(one.menu for one in plan.visit.shots if one.stop == stop)
    if zone in zones and zones[zone].filming == "no" and not of_menu:
        return say("nobody films here: {zone}", zone=pick(zones[zone].name))
    return ""


def _by_hand(plan: Plan) -> tuple[list[Stop], dict[tuple[str, str], int]]:
    """Stops in a chain with the minutes that were typed, or assumed; the way back is the plan's, or the same way."""
    here, walk, stops = GATE, {}, []
    for one in plan.visit.stops:
        stops.append(Stop(one.id))
        walk[here, one.id] = UNSAID if one.walk is None else one.walk
        here = one.id
    if plan.visit.back is not None and stops:
        walk[here, GATE] = plan.visit.back
    return stops, walk
