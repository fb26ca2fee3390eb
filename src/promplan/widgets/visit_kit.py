"""What a plant hands a visit: its menu of shots as the plan's own, and its people by their roles."""

from datetime import date
from functools import cache
from typing import Any

from promplan.cases.consents import Paper, papers
from promplan.cases.floor import Floor
from promplan.cases.placed import legs, place_at, spot_of
from promplan.cases.rows import raw
from promplan.cases.shots import Shot, menu
from promplan.language import Words, chosen, number, pick, say, say_in
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.widgets.visit_stops import STOPS, closed, of_place, site_of, walked, zones_of

SHOTS, PEOPLE = "visit.shots", "visit.people"
SIZES = {"wide": "wide", "medium": "medium", "close": "close-up", "detail": "detail"}
MOVES = {"still": "static", "pan": "pan", "tilt": "tilt", "track": "tracking", "hand": "handheld"}
SOUNDS: dict[str, Words] = {
    "real": say_in("sound", "as it is there"),
    "voice": say_in("sound", "a voice"),
    "none": say_in("sound", "none"),
}
PAPERS = {"image": "image", "data": "data", "spread": "dissemination"}
STATES = {"signed": "given", "asked": "asked", "refused": "refused", "withdrawn": "given"}
COVERS = {"face": "face", "hands": "hands", "voice": "voice", "name": "name"}


@cache
def menu_of(case: str) -> tuple[Shot, ...]:
    """The shots of a plant that need no asking."""
    return menu(case)


def rows(case: str) -> list[tuple[str, str]]:
    """The menu to tick: each shot in words, and its id."""
    there = site_of(case)
    names = {one.id: str(pick(one.name)) for one in there.stops} if there else {}
    found = []
    for one in menu_of(case):
        told = say(
            "{place}: {what} · {seconds} s, {minutes} min with setting up",
            place=names.get(one.stop, one.stop),
            what=pick(one.what),
            seconds=number(one.seconds),
            minutes=one.minutes,
        )
        bound = f" · {pick(one.condition)}" if one.condition else ""
        found.append((f"{told}{bound}", one.id))
    return found


def taken(plan: Plan, one: Shot) -> tuple[Plan, str]:
    """The plan with a shot of the menu, its stop and the people in it, as far as they were not there; the shot's id."""
    there, known = site_of(plan.meta.case), zones_of(plan.meta.case)
    if there is not None:
        plan, stop = _stop(plan, one.stop, there)
    else:
        stop = ""
    people = []
    for id_ in one.people:
        plan, person = joined(plan, id_)
        people.append(person)
    values: dict[str, Any] = {
        "what": chosen(one.what),
        "stop": stop,
        "size": SIZES[one.size],
        "move": MOVES[one.move],
        "seconds": float(one.seconds),
        "sound": chosen(SOUNDS[one.sound]),
        "people": people,
        "menu": one.id,
        "clearance": {"state": "cleared", "conditions": chosen(one.condition) if one.condition else ""},
    }
    plan, id_ = edit.add(plan, SHOTS, values)
    if there is not None:
        shut = closed(known)
        plan = walked(plan, there, legs(there, plan.visit.stops, shut), shut)
    return plan, id_


def _stop(plan: Plan, place: str, there: Floor) -> tuple[Plan, str]:
    for one in plan.visit.stops:
        at = place_at(there, spot_of(there, one))
        if at is not None and at.id == place:
            return plan, one.id
    return edit.add(plan, STOPS, of_place(there, there.stop(place), zones_of(plan.meta.case)))


def people(case: str) -> dict[str, dict[str, Any]]:
    """The kit's people by their ids."""
    return {one["id"]: one for one in raw(case, "people").get("person", ())}


def joined(plan: Plan, id_: str) -> tuple[Plan, str]:
    """The plan with somebody of the kit among those who are filmed, papers and all; their id there."""
    for one in plan.visit.people:
        if one.person == id_:
            return plan, one.id
    known = people(plan.meta.case).get(id_, {})
    own = [one for one in papers(plan.meta.case) if one.person == id_]
    held = {PAPERS[one.kind]: _paper(one) for one in own}
    minor = any(one.guardian for one in own)
    age = "14-17" if minor else "adult" if held else ""
    values = {"role": chosen(known.get("role", "")), "person": id_, "age": age, **held}
    return edit.add(plan, PEOPLE, values)


def _paper(one: Paper) -> dict[str, Any]:
    guardian = date.fromisoformat(one.guardian) if one.guardian and one.guardian != "missing" else None
    return {
        "state": STATES[one.state],
        "covers": [COVERS[it] for it in one.shows if it in COVERS],
        "channels": list(one.channels),
        "given": one.signed,
        "guardian": guardian,
        "until": one.until,
        "withdrawn": one.withdrawn,
    }
