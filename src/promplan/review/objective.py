"""OBJ, SMART objectives: metric, deadline, baseline, next step."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.cure import put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.text.stems import stems
from promplan.text.substance import blank

UNIT = "02-goals"
MOST = 3  # more objectives than these nobody keeps in mind for a whole campaign


def _commas(words: Sequence[Words]) -> Words:
    """Several words behind commas, still waiting for their language; at least one."""
    values = {f"w{n}": one for n, one in enumerate(words)}
    return Words(", ".join(f"{{{name}}}" for name in values), values)


@rule(
    "OBJ-1",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    needed=True,
    text=say("Every objective has a metric, a target number and its unit"),
    hints=(
        say("How would two people who cannot stand each other agree that you have made it?"),
        say("Three fields belong together: metric, target, unit."),
    ),
)
def each_can_be_measured(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives:
        return None
    found = []
    for one in plan.objectives:
        if empty(one.metric):
            found.append(
                Finding(
                    one.id,
                    say("It is not said what is counted."),
                    say("name one metric: applications, visitors, requests"),
                    one.statement,
                    field="metric",
                )
            )
        if one.target is None:
            found.append(
                Finding(
                    one.id,
                    say("It has no target number."),
                    say("write how many there should be"),
                    one.statement,
                    field="target",
                )
            )
        elif blank(one.unit):
            found.append(
                Finding(
                    one.id,
                    say("{value} of what? No unit is given.", value=one.target),
                    say("write the unit, or what is counted"),
                    one.statement,
                )
            )
    return found


@rule(
    "OBJ-2",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("Every deadline is given and falls within the campaign"),
    hints=(
        say("On which day do you count, and is anybody still there to count?"),
        say("Compare Deadline with the campaign's first and last day."),
    ),
)
def deadlines_fit(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives:
        return None
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if start and end and start > end:  # PLAN-3 says so; no day could lie in such a window
        start = end = None
    found = []
    for one in plan.objectives:
        if one.deadline is None:
            found.append(
                Finding(
                    one.id,
                    say("It has no deadline."),
                    say("write the day on which you count"),
                    one.statement,
                    field="deadline",
                )
            )
        elif start and one.deadline <= start:
            message = (
                say("Its deadline comes before the campaign begins, {day}.", day=start)
                if one.deadline < start
                else say("Its deadline is the day on which the campaign begins, {day}.", day=start)
            )
            found.append(
                Finding(
                    one.id,
                    message,
                    say("choose a day within the campaign"),
                    say("deadline {day}", day=one.deadline),
                    field="deadline",
                )
            )
        elif end and one.deadline > end:
            found.append(
                Finding(
                    one.id,
                    say("Its deadline is after the campaign's end, {day}.", day=end),
                    say("choose {day} or earlier, or say in your reason who counts afterwards", day=end),
                    say("deadline {day}", day=one.deadline),
                    field="deadline",
                    cure=put("deadline", end) if start is None or end > start else None,
                )
            )
    return found


@rule(
    "OBJ-3",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("Every baseline is known, or it is said how and when it will be"),
    hints=(
        say("Thirty applications: is that much? How many come without you?"),
        say("Baseline, or the field below it: who counts what, and by which day."),
    ),
)
def baselines_are_known(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives:
        return None
    found = []
    for one in plan.objectives:
        if one.baseline is not None or one.verb == "get":  # what is got from nothing starts at zero
            continue
        if empty(one.baseline_plan):
            found.append(
                Finding(
                    one.id,
                    say("It has no baseline: compared with what?"),
                    say("ask for today's number, or write how and by which day you measure it"),
                    one.statement,
                    field="baseline",
                )
            )
        elif not _how_and_when(one.baseline_plan):
            found.append(
                Finding(
                    one.id,
                    say("The baseline will be measured, but how and by when?"),
                    say("write who counts what, and by which day"),
                    one.baseline_plan,
                    field="baseline_plan",
                )
            )
    return found


def _how_and_when(text: str) -> bool:
    """Three words at least, a figure or the name of a time among them."""
    return len(re.findall(r"\w+", text)) > 2 and bool(re.search(r"\d", text) or stems("when").search(text))


@rule(
    "OBJ-5",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("There are at most three objectives"),
    hints=(
        say("If you could bring the director only one number, which would it be?"),
        say("Count the cards. Three carry a campaign of three months."),
    ),
)
def objectives_are_few(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    n = len(plan.objectives)
    if not n:
        return None
    if n <= MOST:
        return []
    return [
        Finding(
            "objectives",
            say("With {n} objectives none comes first.", n=n),
            say("keep the {most} that the plant would miss most", most=MOST),
        )
    ]


@rule(
    "OBJ-10",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("Every objective has a next step that somebody answers"),
    hints=(
        say("It is Thursday evening, and a mother wants to bring her son. What does she do?"),
        say("Four fields: where, who answers, within how many days, how many can be taken."),
    ),
)
def each_has_a_next_step(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives:
        return None
    found = []
    for one in plan.objectives:
        said = {
            say("where to go"): not empty(one.step_where),
            say("who answers"): not empty(one.step_who),
            say("within how many days"): one.step_days is not None,
            say("how many can be taken"): one.step_capacity is not None,
        }
        if missing := [what for what, given in said.items() if not given]:
            found.append(
                Finding(
                    one.id,
                    say("Somebody says yes, but the next step is missing: {missing}.", missing=_commas(missing)),
                    say("ask who at the plant answers, and write it down"),
                    one.statement,
                    field="step_where",
                )
            )
        if one.target is not None and one.step_capacity is not None and one.step_capacity < one.target and come(one):
            found.append(
                Finding(
                    one.id,
                    say(
                        "{target} should come, and only {capacity} can be taken.",
                        target=one.target,
                        capacity=float(one.step_capacity),
                    ),
                    say("ask for more places, or lower the target to {n}", n=float(one.step_capacity)),
                    f"{one.metric}, {one.unit}".strip(", "),
                    field="step_capacity",
                )
            )
    return found


def come(one: Objective) -> bool:
    """Are persons counted who come, rather than views or papers? Then a capacity bounds the target."""
    counted = one.metric if blank(one.unit) else one.unit
    return (
        one.verb != "lower"
        and one.level not in ("output", "out-take")
        and bool(stems("people").search(counted))
        and not stems("papers").search(f"{one.unit} {one.metric}")
    )
