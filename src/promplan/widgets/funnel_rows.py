"""What a funnel says: how many are needed at each step, how long its bar is, and whether there are enough people."""

import math
from html import escape
from typing import Any

from promplan.figures.numbers import MOST, between, digits, per_cent
from promplan.language import Words, say
from promplan.media.funnel import Need, Rate, backward, reach, with_rate_halved
from promplan.plan.audiences import Audience
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.text.table import Table
from promplan.widgets.controls import line
from promplan.widgets.funnel_draft import Draft, Reading, read, typed

STOPS = [  # what a rate's slider stops at, per cent: fine where rates are small
    *(n / 10 for n in range(1, 10)),
    *(n / 2 for n in range(2, 20)),
    *(float(n) for n in range(10, 50)),
    *(float(n) for n in range(50, 101, 2)),
]
Row = dict[str, Any]


def audience_of(plan: Plan, objective: Objective) -> Audience | None:
    """The objective's audience: its size counts where the funnel has no number of people of its own."""
    return next((one for one in plan.audiences if one.id == objective.audience), None)


def rows(draft: Draft, top: str, audience: Audience | None, halved: int = -1) -> dict[str, Any]:
    """The funnel computed: `lines` (target, then the steps), `reach`, `people`, and the sentences under them.

    A line has `needed` (text), `best` and `worst` (lengths of its bars, per cent), and `way`: from what to what, at
    which rate. `stops` are where the sliders of each step stand, None for what is no rate. `top` is the target's name.
    With `halved`, a step from 0, all of it is for that rate halved.
    """
    reading = read(draft)
    rates = with_rate_halved(reading.rates, halved)
    needs, met = _needs(reading, rates)
    size = audience.size if audience is not None and not draft["people"].strip() else None
    exist = reading.people if size is None else size
    people = Need(exist, exist) if exist is not None else None
    edge = _edge([*needs, *filter(None, (met, people))])
    lines = [_line(need, edge) for need in needs]
    if reading.target is not None:
        lines[0]["needed"] = digits(reading.target)
    for place, (one, rate) in enumerate(zip(lines[1:], rates, strict=False), 1):
        one["way"] = f"{_name(draft, place)} → {_name(draft, place - 1) or top}: {per_cent(*rate)}"
    return {
        "lines": lines,
        "stops": [[_stop(low), _stop(high)] for low, high in reading.shares],
        "reach": _line(met, edge) if met else None,
        "people": {**_line(people, edge), "needed": digits(people.best), "way": _whose(audience, size)}
        if people
        else None,
        "verdict": _verdict(reading, met, exist),
        "half": halved,
        "halved": str(_halved(reading, halved, met) or ""),
        "scale": str(_scale(edge)) if needs else "",
        "errors": {place: str(words) for place, words in reading.errors.items()},
    }


def _whose(audience: Audience | None, size: int | None) -> str:
    """Said where the number of people is the audience's."""
    if audience is None or size is None:
        return ""
    source = audience.size_source or say("no source yet")
    return str(say("the size of audience {id}, while the field is empty: {source}", id=audience.id, source=source))


def _name(draft: Draft, place: int) -> str:
    """What a step counts; empty for the target, place 0."""
    return (draft["steps"][place - 1]["what"] or str(say("step {n}", n=place))) if place else ""


def _needs(reading: Reading, rates: list[Rate]) -> tuple[list[Need], Need | None]:
    """Needs as far as the draft can be read; the reach only where all of it can."""
    if reading.target is None:
        return [], None
    needs = backward(reading.target, rates)
    whole = bool(rates) and reading.funnel is not None
    return needs, reach(needs[-1], reading.frequency) if whole else None


def _edge(needs: list[Need]) -> float:
    """The right end of all bars: a power of ten, so that it stands still while a slider moves."""
    most = max((min(one.worst, MOST) for one in needs), default=1.0)
    return float(10 ** max(1, math.ceil(math.log10(max(most, 1)))))


def _line(need: Need, edge: float) -> Row:
    return {
        "needed": between(need.best, need.worst),
        "best": _length(need.best, edge),
        "worst": _length(need.worst, edge),
    }


def _length(value: float, edge: float) -> float:
    return round(100 * min(1.0, math.log10(1 + value) / math.log10(1 + edge)), 2)


def _scale(edge: float) -> Words:
    return say(
        "Bars: filled at best, hatched up to the worst. The scale is logarithmic: ten times as many is one equal piece "
        "longer, and the right end is {edge}.",
        edge=digits(edge),
    )


def _stop(rate: float | None) -> int | None:
    """The slider's stop that is nearest to a rate, by ratio."""
    if rate is None:
        return None
    return min(range(len(STOPS)), key=lambda n: abs(math.log(STOPS[n]) - math.log(100 * rate)))


def _verdict(reading: Reading, met: Need | None, exist: int | None) -> dict[str, str]:
    """A mark and a sentence: can it be, with the people who exist?"""
    if reading.errors:
        return _told("✘", say("The funnel cannot be finished: first fix what is marked ✘ above."))
    if reading.target is None:
        return _told("→", say("This objective has no target yet. Give it one: the funnel starts from it."))
    if met is None:
        return _told("→", say("There are no steps yet. Start from a pattern, or add the first step."))
    needed = between(met.best, met.worst)
    if exist is None:
        words = say(
            "{needed} people must be reached. How many of them exist? Enter the number and its source.", needed=needed
        )
        return _told("→", words)
    return _compared(met, exist, needed)


def _compared(met: Need, exist: int, needed: str) -> dict[str, str]:
    people, bound = digits(exist), exist * (1 + 1e-9)  # the review's bound in OBJ-11
    if met.best > bound:
        if met.best < 1.1 * exist:  # rounded, both could look the same
            needed = digits(math.ceil(met.best))
        words = say(
            "{needed} are needed and {people} exist: no rate of yours makes this possible; who could bring them in "
            "person?",
            needed=needed,
            people=people,
        )
        return _told("✘", words)
    if met.worst > bound:
        words = say(
            "{needed} are needed and {people} exist: it works only while the rates stay near their upper ends.",
            needed=needed,
            people=people,
        )
        return _told("!", words)
    worst = met.worst / exist if exist else 0.0
    words = say(
        "{needed} are needed and {people} exist: even at your lower rates that is no more than {share} of them.",
        needed=needed,
        people=people,
        share=per_cent(worst, worst),
    )
    return _told("✔", words)


def _told(mark: str, words: Words) -> dict[str, str]:
    return {"mark": mark, "text": str(words)}


def _halved(reading: Reading, halved: int, met: Need | None) -> Words | None:
    if not 0 <= halved < len(reading.rates):
        return None
    _, before = _needs(reading, reading.rates)
    if before is None or met is None:
        return say("The rate of step {n} is shown halved. The plan keeps the whole rate.", n=halved + 1)
    return say(
        "With the rate of step {n} halved, {then} must be reached instead of {now}. This is only a what-if: the plan "
        "keeps the whole rate.",
        n=halved + 1,
        then=between(met.best, met.worst),
        now=between(before.best, before.worst),
    )


def table(objective: Objective, audience: Audience | None) -> str:
    """The funnel of one objective as HTML, for a page without a kernel."""
    steps, top = objective.funnel.steps, objective.metric or str(say("target"))
    found = rows(typed(objective.target, objective.funnel), top, audience)
    needed = [one["needed"] for one in found["lines"]] or ["—"] * (len(steps) + 1)
    met, people = (found[name]["needed"] if found[name] else "—" for name in ("reach", "people"))
    contacts = str(say("people to be reached, at {f} contacts each", f=digits(objective.funnel.frequency)))
    body = [
        (top, "", needed[0], ""),
        *((one.what, per_cent(one.low, one.high), needed[n], one.source) for n, one in enumerate(steps, 1)),
        (contacts, "", met, ""),
        (
            str(say("people who exist")),
            "",
            people,
            objective.funnel.people_source or (found["people"] or {}).get("way", ""),
        ),
    ]
    heads = (say("What is counted"), say("Rate"), say("Needed"), say("Source"))
    verdict = f"<p>{found['verdict']['mark']} {escape(found['verdict']['text'])}</p>"
    told = Table(line(objective), tuple(map(str, heads)), tuple(body), headed=True)
    return told._repr_html_() + verdict
