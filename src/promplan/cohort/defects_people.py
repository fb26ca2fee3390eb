"""Defects of the visit: papers, protection, order of the days."""

from collections.abc import Iterable
from datetime import timedelta

from promplan.cohort.defects import Put, defect
from promplan.language import say
from promplan.plan.document import Plan

DAY = timedelta(days=1)


@defect(
    "consent ended",
    "PRD-19",
    say("a consent ends before a piece with this person comes out"),
    lambda was: say("ask for the consent until {was}, or leave the picture out", was=was),
    3,
)
def consent_ended(plan: Plan) -> Iterable[Put]:
    days = [one.dates.publish for one in plan.items if one.dates.publish]
    for one in plan.visit.people:
        if days and one.dissemination.until:
            yield Put(f"visit.people/{one.id}/dissemination", {"until": min(days) - DAY})


@defect(
    "consent refused",
    "PRD-3",
    say("somebody who is to be filmed has said no"),
    lambda was: say("leave this person out; the answer before was: {was}", was=was),
    3,
)
def consent_refused(plan: Plan) -> Iterable[Put]:
    for one in plan.visit.people:
        for paper in ("image", "data", "dissemination"):
            yield Put(f"visit.people/{one.id}/{paper}", {"state": "refused"})


@defect(
    "protection missing",
    "PRD-9W",
    say("a stop's list lacks protection that its zone demands"),
    lambda was: say("put it on the list again: {was}", was=was),
    2,
)
def protection_missing(plan: Plan) -> Iterable[Put]:
    for one in plan.visit.stops:
        if len(one.ppe) > 1:
            yield Put(f"visit.stops/{one.id}", {"ppe": one.ppe[:-1]})


@defect(
    "no protection",
    "PRD-9Z",
    say("a stop has no protection at all, and its zone demands some"),
    lambda was: say("write what the zone demands: {was}", was=was),
    1,
)
def no_protection(plan: Plan) -> Iterable[Put]:
    return [Put(f"visit.stops/{one.id}", {"ppe": []}) for one in plan.visit.stops if one.ppe]


@defect(
    "hazard nobody's",
    "PRD-8",
    say("nobody sees to the control of a hazard"),
    lambda was: say("name who sees to it: {was}", was=was),
    1,
)
def hazard_of_nobody(plan: Plan) -> Iterable[Put]:
    return [Put(f"visit.hazards/{one.id}", {"owner": ""}) for one in plan.visit.hazards if one.owner]


@defect(
    "induction late",
    "PRD-1",
    say("the safety induction is after the day of filming"),
    lambda was: say("hold the induction before the visit: {was}", was=was),
    2,
)
def induction_late(plan: Plan) -> Iterable[Put]:
    if plan.visit.date and plan.visit.induction:
        yield Put("visit", {"induction": plan.visit.date + DAY})


@defect(
    "group too large",
    "PRD-10",
    say("the group is larger than the plant lets in"),
    lambda was: say("come with as many as the plant lets in: {was}", was=was),
    1,
)
def group_too_large(plan: Plan) -> Iterable[Put]:
    if plan.visit.group and plan.visit.largest:
        yield Put("visit", {"group": plan.visit.largest + 2})


@defect(
    "shot refused",
    "PRD-21",
    say("a shot that the plant has refused is on the list"),
    lambda was: say("take the shot off the list; the answer was: {was}", was=was),
    2,
)
def shot_refused(plan: Plan) -> Iterable[Put]:
    return [Put(f"visit.shots/{one.id}/clearance", {"state": "refused"}) for one in plan.visit.shots]


@defect(
    "shot too long",
    "VIS-6",
    say("the shots of a stop take longer than the stop"),
    lambda was: say("write how long the shot is: {was} s", was=was),
    2,
)
def shot_too_long(plan: Plan) -> Iterable[Put]:
    return [Put(f"visit.shots/{one.id}", {"seconds": 900.0}) for one in plan.visit.shots if one.seconds]
