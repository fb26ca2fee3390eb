"""Decoys: changes that look wrong at the first glance and are right. Whoever reports one has not looked it up."""

import itertools
from collections.abc import Iterable
from datetime import datetime, timedelta

from promplan.cohort.defects import Put, defect
from promplan.language import Words, say
from promplan.plan.document import Plan


def _fix(was: str) -> Words:
    return say("nothing is to be changed: it was {was}, and both are right", was=was)


@defect("odd minute", "", say("a piece comes out at an odd minute, within the hours"), _fix, 1, decoy=True)
def odd_minute(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        if one.dates.at and 8 <= one.dates.at.hour < 20:
            moved = datetime.combine(datetime(2026, 1, 1), one.dates.at) + timedelta(minutes=17)
            yield Put(f"items/{one.id}/dates", {"at": moved.time()})


@defect("known to all", "", say("a fact is said to surprise nobody: that is an opinion"), _fix, 1, decoy=True)
def known_to_all(plan: Plan) -> Iterable[Put]:
    for one in plan.enterprise.facts:
        if one.surprise is not None and one.surprise > 1:
            yield Put(f"enterprise.facts/{one.id}", {"surprise": 1})


@defect("longer clearance", "", say("a clearance lasts long beyond the campaign"), _fix, 2, decoy=True)
def longer_clearance(plan: Plan) -> Iterable[Put]:
    for one in plan.enterprise.facts:
        if one.clearance.state == "cleared" and one.clearance.until and one.clearance.until.year < 2100:
            yield Put(f"enterprise.facts/{one.id}/clearance", {"until": one.clearance.until.replace(day=28, month=12)})


@defect("ages to 19", "", say("an audience reaches a year further than school"), _fix, 2, decoy=True)
def ages_further(plan: Plan) -> Iterable[Put]:
    for one in plan.audiences:
        if one.age_to and one.age_to < 90:
            yield Put(f"audiences/{one.id}", {"age_to": one.age_to + 1})


@defect("shorter shot", "", say("a shot is shorter than the others, and long enough"), _fix, 2, decoy=True)
def shorter_shot(plan: Plan) -> Iterable[Put]:
    for one in plan.visit.shots:
        if one.seconds and one.seconds >= 6:
            yield Put(f"visit.shots/{one.id}", {"seconds": one.seconds - 1.5})


@defect("small effort", "", say("a carrier costs us less time than the others"), _fix, 2, decoy=True)
def small_effort(plan: Plan) -> Iterable[Put]:
    for one in plan.budget.carriers:
        if one.hours and one.hours > 2:
            yield Put(f"budget.carriers/{one.id}", {"hours": one.hours - 0.5})


@defect("read on another day", "", say("a KPI is read less often than another"), _fix, 2, decoy=True)
def read_less_often(plan: Plan) -> Iterable[Put]:
    told = [one for one in plan.kpis if one.every]
    for one, other in itertools.pairwise(told):
        if one.every != other.every:
            yield Put(f"kpis/{one.id}", {"every": other.every})


@defect("small risk", "", say("a risk is thought less likely than before"), _fix, 1, decoy=True)
def smaller_risk(plan: Plan) -> Iterable[Put]:
    for one in plan.risks:
        if one.likelihood and one.likelihood > 1:
            yield Put(f"risks/{one.id}", {"likelihood": one.likelihood - 1})
