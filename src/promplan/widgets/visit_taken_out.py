"""Stops and shots that leave the plan of a visit: what goes with them, and what stays behind without a use."""

from collections.abc import Sequence

from promplan.cases.placed import legs
from promplan.language import Words, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.widgets.visit_stops import STOPS, closed, site_of, walked, zones_of

HAZARDS, CLEARANCES = "visit.hazards", "visit.clearances"


def taken_out(plan: Plan, gone: Sequence[str]) -> Plan:
    """The plan without these shots and stops, and without what was said of these stops alone."""
    stops, new = _stops_of(gone), plan
    for address in (*gone, *(f"{HAZARDS}/{one.id}" for one in plan.visit.hazards if one.stop in stops)):
        new = edit.remove(new, address)
    for one in plan.visit.clearances:
        left = [id_ for id_ in one.stops if id_ not in stops]
        if left and left != one.stops:  # with none left it would hold for all stops: whoever asked for it decides
            new = edit.put(new, f"{CLEARANCES}/{one.id}", {"stops": left})
    if (there := site_of(plan.meta.case)) is None:
        return new
    shut = closed(zones_of(plan.meta.case))
    return walked(new, there, legs(there, plan.visit.stops, shut), shut)


def what_went(plan: Plan, gone: Sequence[str]) -> Words:
    """What is taken out of this plan, what goes with it, and who and what stays behind without a use."""
    stops, shots = _stops_of(gone), {one.rpartition("/")[2] for one in gone}
    names = ", ".join(one.rpartition("/")[2] for one in gone)
    hazards = [one.id for one in plan.visit.hazards if one.stop in stops]
    told = say("Taken out: {what}", what=names)
    if hazards:
        told = say(
            "Taken out: {what}. What stood there goes with it: {hazards}.", what=names, hazards=", ".join(hazards)
        )
    seen = {id_ for one in plan.visit.shots if one.id not in shots for id_ in one.people}
    people = [
        id_ for id_ in dict.fromkeys(it for one in plan.visit.shots if one.id in shots for it in one.people)
        if id_ not in seen
    ]  # fmt: skip
    if people:
        told = say("{said} Still in the plan, in no shot any more: {people}.", said=told, people=", ".join(people))
    alone = [one.id for one in plan.visit.clearances if one.stops and stops.issuperset(one.stops)]
    if alone:
        told = say(
            "{said} A clearance that was for this alone is left for you to strike out: {clearances}.",
            said=told,
            clearances=", ".join(alone),
        )
    return told


def _stops_of(gone: Sequence[str]) -> set[str]:
    return {one.rpartition("/")[2] for one in gone if one.startswith(f"{STOPS}/")}
