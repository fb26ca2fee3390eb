"""OBJ, measurability: metrics with a formula, the backward funnel, conversion rates too good to be true."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Problem, Words, say
from promplan.media.funnel import Rate, backward, reach
from promplan.media.kpi import candidates, kpi, listed
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.objective_number import PER_CENT, _rounded
from promplan.review.rates import Cap, fitting
from promplan.text.stems import stems, whole
from promplan.text.substance import blank

UNIT = "02-goals"

WORD = re.compile(r"[^\W_](?:[\w'’]*\w)?")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")
PARTS = re.compile(r"[,;:&+]|\b(?:and|or|и|или)\b", re.IGNORECASE)
# English: the noun before a preposition is what is measured, "quality" in "quality of applications"
TAIL = re.compile(
    r"\b(?:of|in|among|by|for|from|to|with|on|at|who|that|which|after|between|towards?|than|whose|about)\b",
    re.IGNORECASE,
)
# behind a comma: what those who are counted do, "pupils, showing interest", and nothing that is measured
CLAUSE = re.compile(r"\s*(?:\w+ing\b|\w+(?:вш|ющ|ящ|ущ|ащ)\w{2,3}\b|котор)", re.IGNORECASE)
ADJECTIVE = re.compile(r"\w*(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ую|юю|ым|им|ыми|ими)", re.IGNORECASE)
WRITTEN = re.compile(
    r"[=÷Σ∑]|\s/\s|\bdivided by\b|\b(?:раз)?дел\w+\s+на\b"
    r"|\bper\s+(?:hundred|thousand|\d+00)|\bна\s+(?:сотн|тысяч|\d+00)",
    re.IGNORECASE,
)
SCALE = re.compile(r"/|\b(?:of|из)\s+(?:5|10|100)\b|\b[01]\s*[-–]\s*\d|балльн", re.IGNORECASE)
SHARED = re.compile(
    r"%|per\s?cent|процент|\bп\.\s?п\.|\b(?:of|из)\s+(?:\d|those|опрошенных)|\bshare|\bдол", re.IGNORECASE
)
SLIP = 1 + 1e-9


@rule(
    "OBJ-7",
    severity="warning",
    unit=UNIT,
    text=say("Every metric is one that two people would count alike"),
    hints=(
        say("Give the metric to two teammates and the same page of statistics. Do they bring the same number?"),
        say("The field Metric: a count of people or things, or a formula such as engagements / reach."),
    ),
)
def two_count_alike(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    measured = [one for one in plan.objectives if not blank(one.metric)]
    if not measured:
        return None
    return [it for one in measured if (it := _vague(one)) is not None]


def _vague(one: Objective) -> Finding | None:
    """A count of people or things is a KPI of its own; only what sounds like a measure is asked for its formula."""
    said = f"{one.metric}\n{one.unit}\n{one.evidence}"
    if WRITTEN.search(said) or SCALE.search(f"{one.metric}\n{one.unit}") or _entry(one.metric):
        return None
    for word in _heads(one.metric):
        if whole("measure-several").fullmatch(word):
            if stems("measure-base").search(said):
                continue
            known = candidates("ER")
            return Finding(
                one.id,
                say(
                    "“{word}” has no standard formula, the KPI dictionary has {n}: {known}.",
                    word=word,
                    n=len(known),
                    known=listed(it.wording for it in known),
                ),
                say("write the one you can count, for example {formula}", formula=kpi("ERR").wording),
                one.metric,
            )
        if stems("measure-none").match(word) and not _asked(one):
            return Finding(
                one.id,
                say("“{word}” has no formula in the KPI dictionary: two people would get two numbers.", word=word),
                say("count people or things, or write the question and the share of those asked who say yes"),
                one.metric,
            )
    return None


def _entry(metric: str) -> bool:
    """Does the metric name an entry of the dictionary, by an abbreviation or by a name of several words?"""
    words = WORD.findall(metric.replace("-", " "))
    runs = (" ".join(words[i : i + n]) for n in range(1, 5) for i in range(len(words) - n + 1))
    return any(
        len(found) == 1 and (" " in run or run.casefold() == found[0].short.casefold())
        for run in runs
        if (found := candidates(run))
    )


def _asked(one: Objective) -> bool:
    """Is a question put to people, and are the answers counted? Then it is a share, whatever it is called."""
    counted = SHARED.search(one.unit) or stems("people").search(one.unit)
    return bool(counted and stems("asked").search(f"{one.metric} {one.evidence}"))


def _heads(metric: str) -> Iterator[str]:
    """The word that says what is measured, for each part of the metric: of *visitor satisfaction* the last one, of
    *quality of applications* and *качество заявок* the first, and of *level of trust* the one behind the level.
    """
    for place, part in enumerate(PARTS.split(BRACKETS.sub(" ", metric))):
        if place and CLAUSE.match(part):
            continue
        head = _first(part) if CYRILLIC.search(part) else _last(part)
        if head is not None:
            yield head


def _first(part: str) -> str | None:
    """Russian: the first noun. What only looks like an adjective (доверие) is a measure all the same."""
    words: list[str] = WORD.findall(part)
    for word in words:
        measure = whole("measure-several").fullmatch(word) or stems("measure-none").match(word)
        if measure or not (stems("measure-scale").match(word) or ADJECTIVE.fullmatch(word)):
            return word
    return None


def _last(part: str) -> str | None:
    """English: the last noun before a preposition, or behind it where nothing but a level stands before."""
    for segment in TAIL.split(part):
        words: list[str] = [word for word in WORD.findall(segment) if not whole("measure-scale").fullmatch(word)]
        if words:
            return words[-1]
    return None


@rule(
    "OBJ-14",
    severity="warning",
    unit=UNIT,
    text=say("Every objective for people outside is reckoned back to those who must be reached"),
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
            say("It is not reckoned how many people must be reached for it."),
            say("write one step of its funnel: what is counted there, its rate and the rate's source"),
            one.statement,
        )
        for one in asked
        if not one.funnel.steps
    ]
    for one in asked:
        for place, step in enumerate(one.funnel.steps, 1):
            if blank(step.what):
                message = say("Step {place} of its funnel does not say what is counted.", place=place)
                found.append(Finding(one.id, message, say("write it: people on the page, guests of the day")))
    return found


def _people_act(one: Objective) -> bool:
    """Does the target count what people do, so that it can be reckoned back? Not a share, and not our own posts."""
    return one.verb in ("", "raise", "get") and one.level not in ("output", "out-take") and not PER_CENT.match(one.unit)


@rule(
    "OBJ-9",
    severity="warning",
    unit=UNIT,
    text=say("No rate of a funnel is better than is ever met"),
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
        yield Finding(one.id, _hardly(one, place, cap, size), fix, step.source.strip() or step.what)


def _hardly(one: Objective, place: int, cap: Cap, size: int | None) -> Words:
    step = one.funnel.steps[place]
    told = {"what": step.what.strip(), "way": cap.way, "high": 100 * step.high, "cap": 100 * cap.cap}
    rates = [(it.low, it.high) for it in one.funnel.steps]
    now = _needed(one, rates)
    rates[place] = (min(step.low, cap.cap), cap.cap)
    then = _needed(one, rates)
    people = size if one.funnel.people is None else one.funnel.people
    there_are = now is not None and then is not None and people is not None and now <= people * SLIP < then
    if now is None or then is None or (people is not None and now > people * SLIP):  # OBJ-11 has told that need
        return say("“{what}”, {way}: {high} % at best. More than {cap} % is hardly ever met.", **told)
    told |= {"now": _rounded(now), "then": _rounded(then, now)}
    if there_are:
        told["people"] = float(people or 0)
        told["then"] = _rounded(then, people)
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
    if not one.target or one.target < 0:
        return None
    try:
        return reach(backward(one.target, rates)[-1], one.funnel.frequency).best
    except Problem:
        return None
