"""OBJ, numbers: target against baseline, required reach against people who exist, per cent and points."""

import math
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from promplan.language import Problem, Words, say
from promplan.media.funnel import Need, backward, reach
from promplan.plan.document import Plan
from promplan.plan.objectives import VERBS, Objective
from promplan.review.change import both_ways, difference, mixed_up, told
from promplan.review.cure import put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty

UNIT = "02-goals"

PER_CENT = re.compile(r"\s*(?:%(?!\s*(?:points?|пункт))|per\s?cent(?!age)|процент(?!н))", re.IGNORECASE)


@rule(
    "OBJ-4",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("Every target differs from its baseline, as its verb says"),
    hints=(
        say("Read verb, baseline and target aloud as one sentence. Is it true?"),
        say("Raise and get need a higher target, lower needs a lower one, keep the same."),
    ),
)
def targets_go_their_verbs_way(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    known = [(one, _baseline(one), one.target) for one in plan.objectives]
    pairs = [(one, old, new) for one, old, new in known if old is not None and new is not None]
    if not pairs:
        return None
    return [it for one, old, new in pairs if (it := _misdirected(one, old, new)) is not None]


def _baseline(one: Objective) -> float | None:
    return 0.0 if one.baseline is None and one.verb == "get" else one.baseline


def _misdirected(one: Objective, old: float, new: float) -> Finding | None:
    same = math.isclose(old, new, rel_tol=1e-9, abs_tol=1e-9)
    numbers = {"baseline": old, "target": new}
    if same:
        if one.verb == "keep":
            return None
        return Finding(
            one.id,
            say("Baseline and target are both {target}: nothing would change.", **numbers),
            say("write another target, or choose the verb keep"),
            one.statement,
            field="target",
        )
    if not one.verb:
        return Finding(
            one.id,
            say("From {baseline} to {target}, and no verb is chosen.", **numbers),
            say("choose raise, lower, get or keep"),
            one.statement,
            field="verb",
            cure=put("verb", "lower", VERBS["lower"]) if new < old else None,  # to more leads raise, and get as well
        )
    if one.verb == "keep":
        return Finding(
            one.id,
            say("Keep means {baseline}, but the target is {target}.", **numbers),
            say("write the same number twice, or choose raise or lower"),
            one.statement,
            field="target",
        )
    if (new > old) != (one.verb == "lower"):
        return None
    message = (
        say("It is to be lowered, yet it goes from {baseline} to {target}.", **numbers)
        if one.verb == "lower"
        else say("It is to grow, yet it goes from {baseline} to {target}.", **numbers)
    )
    fix = (  # the baseline is what was counted: it is the target or the verb that may be another
        say("write a target below {baseline}, or choose the verb raise", **numbers)
        if one.verb == "lower"
        else say("write a target above {baseline}, or choose the verb lower", **numbers)
    )
    return Finding(one.id, message, fix, one.statement)


@rule(
    "OBJ-11",
    severity="error",
    unit=UNIT,
    section="goals-l-funnel",
    text=say("No objective needs more people, or more places, than there are"),
    hints=(
        say("Go through the funnel backwards. Would the whole town have to watch?"),
        say("Divide the target by each rate and compare each step with its places, the last one with the people."),
    ),
)
def people_exist(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    sizes = {one.id: one.size for one in plan.audiences}
    drawn = [(one, one.target) for one in plan.objectives if one.funnel.steps and one.target is not None]
    if not drawn:
        return None
    return [it for one, target in drawn for it in _reached(one, target, sizes.get(one.audience))]


def _reached(one: Objective, target: float, size: int | None) -> list[Finding]:
    people = size if one.funnel.people is None else one.funnel.people
    try:
        need = _need(target, tuple((step.low, step.high) for step in one.funnel.steps), one.funnel.frequency)
    except Problem as problem:
        fix = say("write a target of 0 or more") if target < 0 else say("write the lower rate first")
        return [Finding(one.id, problem.what, fix, one.statement, field="funnel")]
    found = list(_turned_away(one, target))
    if people is None:
        message = say("At best {need} people must be reached. How many are there?", need=_rounded(need.best))
        fix = say("write how many there are, with the source")
        return [*found, Finding(one.id, message, fix, severity="info", field="funnel")]
    found += _too_many(one, target, need, people)
    if one.funnel.people is not None and empty(one.funnel.people_source):
        found.append(
            Finding(
                one.id,
                say("There are {people} people: who counted them?", people=float(people)),
                say("write the source and its year"),
                severity="info",
                field="funnel",
            )
        )
    return found


@lru_cache(1024)
def _need(target: float, rates: tuple[tuple[float, float], ...], frequency: float) -> Need:
    """The people whom a target needs, by the funnel's rates and meetings a person."""
    return reach(backward(target, rates)[-1], frequency)


def _too_many(one: Objective, target: float, need: Need, people: int) -> list[Finding]:
    bound = people * (1 + 1e-9)
    if need.best > bound:
        fits = math.floor(target * (people / need.best))
        fix = (
            say("take another channel, or lower the target to {n}", n=float(fits))
            if fits
            else say("take another channel, or another audience")
        )
        return [
            Finding(
                one.id,
                say(
                    "Even at best {need} people must be reached, and there are {people}.",
                    need=_rounded(need.best, people),
                    people=float(people),
                ),
                fix,
                one.statement,
                field="funnel",
            )
        ]
    if need.worst > bound:
        return [
            Finding(
                one.id,
                say(
                    "If every rate is at its lower end, {need} people must be reached, and there are {people}.",
                    need=_rounded(need.worst, people),
                    people=float(people),
                ),
                say("ask for the rate of the last campaign, and keep a second channel ready"),
                one.statement,
                severity="info",
                field="funnel",
            )
        ]
    return []


def _turned_away(one: Objective, target: float) -> Iterator[Finding]:
    """Each step of the funnel at which more must get in than there are places."""
    steps = one.funnel.steps
    needs = backward(target, [(step.low, step.high) for step in steps])[1:]
    for place, (step, need) in enumerate(zip(steps, needs, strict=True), 1):
        places = step.places
        if places is None or need.worst <= places * (1 + 1e-9):
            continue
        told = {
            "what": step.what.strip() or say("step {n}", n=place),
            "need": _rounded(need.best if need.best > places else need.worst, places),
            "places": float(places),
        }
        if need.best <= places * (1 + 1e-9):
            yield Finding(
                one.id,
                say("“{what}”: if every rate is at its lower end, {need} are needed, for {places} places.", **told),
                say("ask how many places can be added, and say what happens when all are taken"),
                step.source.strip() or step.what,
                severity="info",
                field="funnel",
            )
            continue
        fits = math.floor(target * (places / need.best))
        yield Finding(
            one.id,
            say("“{what}”: even at best {need} are needed, for {places} places.", **told),
            say("ask for more places, or lower the target to {n}", n=float(fits))
            if fits
            else say("ask for more places"),
            step.source.strip() or step.what,
        )


def _rounded(value: float, above: float | None = None) -> float | Words:
    """Two figures, as a guess deserves; more of them only where two would no longer be more than `above`."""
    if value > 1e10:
        return say("more than 10 billion")
    if value < 10:
        return float(math.ceil(value - 1e-9))
    size = math.floor(math.log10(value))
    for figures in range(2, 11):
        step = 10.0 ** max(0, size - figures + 1)
        near = round(value / step) * step
        if above is None or near > above:
            return near
    return float(math.ceil(value))


@rule(
    "OBJ-12",
    severity="warning",
    unit=UNIT,
    section="goals-l-mistakes",
    text=say("No objective takes percentage points for per cent"),
    hints=(
        say("From 20 to 25 %: is that five more, or a quarter more?"),
        say("Subtract baseline from target. If that is the number behind by, it is points."),
    ),
)
def points_are_not_per_cent(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    shares = [one for one in plan.objectives if PER_CENT.match(one.unit) or PER_CENT.search(_said(one))]
    if not shares:
        return None
    return [it for one in shares if (it := _points(one)) is not None]


def _said(one: Objective) -> str:
    return f"{one.statement}\n{one.metric}"


def _points(one: Objective) -> Finding | None:
    spans: tuple[tuple[float, float], ...] = ()
    if one.baseline is not None and one.target is not None and PER_CENT.match(one.unit):
        spans = ((one.baseline, one.target),)
    for text in (one.statement, one.metric):
        if (mixed := mixed_up(text, (*spans, *told(_said(one)).spans))) is not None:
            old, new, _ = mixed
            return Finding(one.id, difference(old, new), both_ways(old, new), one.statement, field="statement")
    return None
