"""FACT-5: per cent and percentage points, and against what a change is told."""

import re
from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.measure.unit import read
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.around import around
from promplan.review.change import both_ways, difference, mixed_up, told, untold
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.substance import blank

UNIT = "01-facts"
CHANGE = re.compile(  # what the number measures is a change
    r"^(?:(?:the|our) )?(?:rise|growth|fall|drop|decline|increase|decrease|reduction) (?:of|in)\b"
    r"|^(?:рост|прирост|снижение|падение|сокращение|уменьшение|увеличение)\b",
    re.IGNORECASE,
)


@rule(
    "FACT-5",
    severity="warning",
    unit=UNIT,
    section="facts-l-number",
    text=say("Per cent and percentage points are told apart"),
    hints=(
        say("Per cent of what: of the old value, or of everything?"),
        say("From 7 to 4 % it is lower by three percentage points, and by 43 %."),
    ),
)
def points_are_told_from_per_cent(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = [one for one in plan.enterprise.facts if _per_cent(one)]
    if not facts:
        return None
    return [it for one in facts if (it := _finding(one)) is not None]


def _per_cent(one: Fact) -> bool:
    said = told(one.statement)
    return _unit(one) or bool(said.changes or said.shares or said.spans)


def _unit(one: Fact) -> bool:
    unit = read(one.unit) if one.unit.strip() else None
    return unit is not None and unit.expression == "percent"


def _both_numbers() -> Words:
    return say(
        'write "from … to …" with both numbers, or name what it is compared with, or the facts it is computed from'
    )


def _finding(one: Fact) -> Finding | None:
    said = told(one.statement)
    own = (
        one.value if _unit(one) and said.spans and one.value not in {it for pair in said.spans for it in pair} else None
    )
    if (mixed := mixed_up(one.statement, step=own)) is not None:
        old, new, _ = mixed
        fix = both_ways(old, new)
        if own is not None:
            fix = say("{fix}; value and unit likewise", fix=fix)
        return Finding(one.id, difference(old, new), fix, one.statement, field="statement")
    if one.derived_from:
        return None
    for change in said.changes:
        if not change.based:
            message = (
                say("It changed by a multiple: from what to what?")
                if change.kind == "times"
                else say("A change in per cent: of which measure, from what to what?")
            )
            return Finding(
                one.id,
                message,
                _both_numbers(),
                one.statement,
                field="statement",
            )
    told_alone = _unit(one) and not said.changes and CHANGE.search(one.about)
    if told_alone and one.value is not None and untold(one.statement, one.value):
        message = say("A change in per cent: of which measure, from what to what?")
        return Finding(one.id, message, _both_numbers(), one.statement)
    shared = said.changes or said.shares or around("part").search(one.statement)
    if _unit(one) and one.value is not None and blank(one.about) and not shared:
        return Finding(
            one.id, say("Per cent of what?"), say("write what the number measures"), one.statement, field="statement"
        )
    return None
