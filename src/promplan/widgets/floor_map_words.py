"""The words of the map of the visit, and what it says of a plant's zones and of the route."""

from collections.abc import Mapping, Sequence
from typing import Any

from promplan.cases.floor import Floor
from promplan.cases.placed import Leg, place_at, zone_of
from promplan.cases.zones import FILMING, Zone
from promplan.language import Words, number, pick, say, say_many
from promplan.plan.visit import Visit
from promplan.plan.visit_minutes import LOOK, minutes_of
from promplan.widgets.visit_stops import closed

FAR = 10_000.0  # metres: the nearest place, however far
SHORT: dict[str, Words] = {
    "yes": say("free to film"),
    "asked": say("only as agreed"),
    "no": say("no filming"),
}


def words() -> dict[str, str]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Map of the visit"),
        "places": say("Places where a camera may stand"),
        "route": say("Our route"),
        "zones": say("Zones"),
        "gate": say("Gate"),
        "none": say("No stop yet. Tap a place on the map, or choose one in the list of places."),
        "earlier": say("Earlier"),
        "later": say("Later"),
        "move": say("Move"),
        "take": say("Take out"),
        "stop": say("stop {n}"),
        "free": say("no stop yet"),
        "added": say("Stop added: {what}"),
        "lifted": say("Lifted: {what}. Arrows choose a place, Enter puts it there, Escape takes it back."),
        "put": say("Put: {what}, at {place}"),
        "beside": say("beside every place"),
        "back": say("Taken back: {what}"),
        "nothing": say("Nobody stands here: the nearest place is too far."),
        "filmed": say("May be filmed:"),
        "never": say("Never in frame:"),
        "wear": say("Worn:"),
        "limits": say("Mind:"),
        "keys": say(
            "Tap a place: a stop is added at the end of the route. Drag a stop to move it. By keys: arrows in the "
            "list of places, Enter adds a stop or lifts the one that is there, Enter again puts it down, Escape takes "
            "it back, Delete takes it out."
        ),
    }
    return {name: str(one) for name, one in said.items()}


def site(floor: Floor, known: Mapping[str, Zone]) -> dict[str, Any]:
    """The site as the page draws it: metres and words."""
    letters = {one.zone: chr(ord("A") + n) for n, one in enumerate(floor.areas)}
    return {
        "width": floor.site.width,
        "height": floor.site.height,
        "gate": list(floor.spots[floor.site.entry]),
        "alt": str(
            say(
                "Plan of the site, {width} by {height} metres. Zones, places and the route stand beside it in words.",
                width=number(floor.site.width),
                height=number(floor.site.height),
            )
        ),
        "areas": [
            {"letter": letters[one.zone], **_area(known.get(one.zone)), **one.model_dump(exclude={"zone"})}
            for one in floor.areas
        ],
        "ways": [[*floor.spots[one.ends[0]], *floor.spots[one.ends[1]]] for one in floor.ways],
        "places": [
            {
                "id": one.id,
                "name": str(pick(one.name)),
                "letter": letters.get(one.zone, ""),
                "filming": known[one.zone].filming if one.zone in known else "yes",
                "x": one.x,
                "y": one.y,
            }
            for one in floor.stops
        ],
    }


def _area(zone: Zone | None) -> dict[str, str]:
    if zone is None:
        return {"name": "", "filming": "yes", "word": "", "told": ""}
    return {
        "name": str(pick(zone.name)),
        "filming": zone.filming,
        "word": str(SHORT[zone.filming]),
        "told": str(FILMING[zone.filming]),
        "filmed": str(pick(zone.filmed)),
        "never": str(pick(zone.never)),
        "wear": str(pick(zone.ppe)),
        "limits": str(pick(zone.limits)),
    }


def way(one: Leg) -> str:
    """How one gets to a stop."""
    if not one.reached:
        return ""
    return str(say("{metres} m, {minutes} min on foot", metres=number(one.metres), minutes=one.minutes))


def total(visit: Visit, walk: Sequence[Leg]) -> str:
    """The whole visit in one line: how far, how long, of how many minutes."""
    stops = say_many("{n} stop", "{n} stops", len(visit.stops))
    metres, foot = sum(one.metres for one in walk), sum(one.minutes for one in walk)
    there = minutes_of(visit).there
    enter = sum(one.enter for one in walk)
    told = say(
        "{stops}: {metres} m and {foot} min on foot with the way back, {there} min there, {enter} of them at least to "
        "get ready, {look} min for the footage at the gate: {all} min.",
        stops=stops,
        metres=number(metres),
        foot=foot,
        there=there,
        enter=enter,
        look=LOOK,
        all=foot + there + LOOK,
    )
    if visit.minutes is None:
        return str(told)
    left = visit.minutes - foot - there - LOOK
    if left < 0:
        return f"{told} " + str(say("The visit has {n}: {over} too many.", n=visit.minutes, over=-left))
    return f"{told} " + str(say("The visit has {n}: {left} are left.", n=visit.minutes, left=left))


def lost(floor: Floor, visit: Visit, walk: Sequence[Leg], known: Mapping[str, Zone]) -> list[str]:
    """Why nobody gets to a stop, for each that is not reached."""
    names = {one.id: f"{one.id} ({one.name})" if one.name else one.id for one in visit.stops}
    places = {one.id: one for one in floor.stops}
    told = []
    for one in walk:
        if one.reached or not one.stop:
            continue
        place = places.get(one.place)
        if one.spot is None:
            said = say("{stop} is not on the map yet: choose it in the route, press Move and tap its place.")
        elif place is not None and zone_of(floor, place) in closed(known):
            said = say("{stop}: nobody of the team goes in there ({zone}). The route passes it by.")
        elif place is not None:
            said = say("{stop}: no way leads there from the gate. The route passes it by.")
        else:
            said = say("{stop}: nobody can get there, no marked way ends here. The nearest place is {near}.")
        near = place_at(floor, one.spot, FAR)
        values = {
            "stop": names[one.stop],
            "zone": pick(known[place.zone].name) if place and place.zone in known else "",
            "near": pick(near.name) if near else "",
        }
        told.append(str(Words(said.template, values)))
    return told


def route(visit: Visit, walk: Sequence[Leg]) -> list[str]:
    """The route in words, leg by leg."""
    names = {one.id: one.name or one.id for one in visit.stops}
    told = []
    for one in walk:
        if one.reached:
            where = names[one.stop] if one.stop else str(say("back to the gate"))
            told.append(f"{where}: {way(one)}")
    return told
