"""OBJ, reach: the backward funnel, conversion rates too good to be true."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.language import Problem, Words, say, say_many
from promplan.media.funnel import Rate, backward, reach
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.objective_number import PER_CENT, _rounded
from promplan.review.rates import Cap, fitting
from promplan.text.substance import blank

UNIT = "02-goals"

SLIP = 1 + 1e-9


@rule(
    "OBJ-14",
    severity="warning",
    unit=UNIT,
    section="goals-l-funnel",
    text=say("Every objective for people outside is counted back to those who must be reached"),
    hints=(
        say("How many must hear of it, so that so many come?"),
        say("Press Add under the funnel of this objective: what is counted there, and which share goes on."),
    ),
)
def has_a_funnel(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    inside = {one.id for one in plan.audiences if one.side == "inside"}
    asked = [one for one in plan.objectives if one.target and one.audience not in inside and _people_act(one)]
    if not asked:
        return None
    found = [
        Finding(
            one.id,
            say("How many people must be reached for it has not been worked out."),
            say("write one step of its funnel: what is counted there, its rate and the rate's source"),
            one.statement,
            field="funnel",
        )
        for one in asked
        if not one.funnel.steps
    ]
    for one in asked:
        for place, step in enumerate(one.funnel.steps, 1):
            if blank(step.what):
                message = say("Step {place} of its funnel does not say what is counted.", place=place)
                fix = say("write it: people on the page, guests of the day")
                found.append(Finding(one.id, message, fix, field="funnel"))
    return found


def _people_act(one: Objective) -> bool:
    """Does the target count what people do, so that it can be reckoned back? Not a share, and not our own posts."""
    return one.verb in ("", "raise", "get") and one.level not in ("output", "out-take") and not PER_CENT.match(one.unit)


@rule(
    "OBJ-14A",
    severity="warning",
    unit=UNIT,
    section="goals-l-funnel",
    text=say("Every rate is the team's own: no source still asks to be replaced"),
    hints=(
        say("Who has counted that, and when?"),
        say("The source of each rate in the funnel: the plant's last campaign, your own count, your own estimate."),
    ),
)
def sources_are_ones_own(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    drawn = [one for one in plan.objectives if one.funnel.steps]
    if not drawn:
        return None
    for_now = {_bare(source) for one in _patterns() for step in one["step"] for source in step["source"].values()}
    left = [(one, [it for it in one.funnel.steps if _bare(it.source) in for_now]) for one in drawn]
    return [
        Finding(
            one.id,
            say_many(
                "{n} rate of its funnel is still the course's assumption.",
                "{n} rates of its funnel are still the course's assumptions.",
                len(steps),
            ),
            say("ask whoever has counted it; or give your own range, and say how you estimated it"),
            steps[0].source,
            field="funnel",
        )
        for one, steps in left
        if steps
    ]


def _bare(source: str) -> str:
    return " ".join(source.casefold().split()).rstrip(".")


@cache
def _patterns() -> list[dict[str, Any]]:
    return list(toml.read(assets.folder() / "funnels.toml")["pattern"])


@rule(
    "OBJ-9",
    severity="warning",
    unit=UNIT,
    section="goals-l-funnel",
    text=say("No rate in the funnel is too good to be true"),
    hints=(
        say("Of the last ten posts you saw, on how many did you click?"),
        say("The upper end of each rate in the funnel: whose count is it, and from which campaign?"),
    ),
)
def rates_can_be_met(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    drawn = [one for one in plan.objectives if one.funnel.steps]
    if not drawn:
        return None
    sizes = {one.id: one.size for one in plan.audiences}
    return [it for one in drawn for it in _too_good(one, sizes.get(one.audience))]


def _too_good(one: Objective, size: int | None) -> Iterator[Finding]:
    steps = one.funnel.steps
    if any(step.low > step.high for step in steps):  # OBJ-11 says so
        return
    before = f"{one.metric} {one.unit}"
    for place, step in enumerate(steps):
        cap = fitting(step.what, before)
        before = step.what
        if cap is None or step.high <= cap.cap * SLIP:
            continue
        fix = (
            say("write {cap} % or less as the upper end, or your own count as the reason", cap=100 * cap.cap)
            if step.low <= cap.cap
            else say("write {cap} % or less at both ends, or your own count as the reason", cap=100 * cap.cap)
        )
        yield Finding(one.id, _hardly(one, place, cap, size), fix, step.source.strip() or step.what, field="funnel")


def _hardly(one: Objective, place: int, cap: Cap, size: int | None) -> Words:
    step = one.funnel.steps[place]
    told = {"what": step.what.strip(), "way": cap.way, "high": 100 * step.high, "cap": 100 * cap.cap}
    rates = [(it.low, it.high) for it in one.funnel.steps]
    now = _needed(one, rates)
    rates[place] = (min(step.low, cap.cap), cap.cap)
    then = _needed(one, rates)
    people = size if one.funnel.people is None else one.funnel.people
    if now is None or then is None or (people is not None and now > people * SLIP):  # OBJ-11 has told that need
        return say("“{what}”, {way}: {high} % at best. More than {cap} % is hardly ever met.", **told)
    told |= {"now": _rounded(now), "then": _rounded(then, now)}
    if people is not None and people * SLIP < then:
        told |= {"people": float(people), "then": _rounded(then, people)}
        return say(
            "“{what}”, {way}: {high} % at best. More than {cap} % is hardly ever met. "
            "At {cap} % {then} people must be reached, and there are {people}.",
            **told,
        )
    return say(
        "“{what}”, {way}: {high} % at best. More than {cap} % is hardly ever met. "
        "At {cap} % {then} people must be reached, not {now}.",
        **told,
    )


def _needed(one: Objective, rates: list[Rate]) -> float | None:
    """The people who must be reached at best: contacts / frequency; None without a target to reckon from."""
    if not one.target:
        return None
    try:
        return reach(backward(one.target, rates)[-1], one.funnel.frequency).best
    except Problem:
        return None
