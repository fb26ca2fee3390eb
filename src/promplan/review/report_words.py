"""REP-3, REP-4, REP-8: does each number of the report stand somewhere, and is no more claimed than was compared?"""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.measure.said import Said, numbers
from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.plan.measurement import Statement
from promplan.results.heaps import counters
from promplan.results.known import behind
from promplan.results.unexplained import unexplained
from promplan.review.change import both_ways, difference, mixed_up
from promplan.review.change import told as changes
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.review.measurement_begun import UNIT, told
from promplan.review.measurement_rates import averaged_numbers
from promplan.text.listed import quoting
from promplan.text.patterns import kinds
from promplan.text.stems import stems


@rule(
    "REP-3",
    severity="warning",
    unit=UNIT,
    section="measurement-l-report",
    text=say("Every number of the report stands in a result, a question, a KPI or a fact"),
    hints=(
        say("The director asks: where is this number from? Who answers, and with which list in hand?"),
        say("Results behind it, Questions behind it: choose those that the number is from, or correct the number."),
    ),
)
def numbers_are_explained(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not told(plan):
        return None
    return [it for one in told(plan) for it in _unexplained(plan, one)]


def _unexplained(plan: Plan, one: Statement) -> Iterator[Finding]:
    missing = unexplained(plan, one)
    if missing:
        mean = averaged_numbers(plan, one)  # KPI-5 tells of them, or the sentence itself does
        missing = [it for it in missing if it not in mean]
    if not missing:
        return
    elsewhere = _elsewhere(plan, one, missing)
    if elsewhere:
        message = say(
            "{numbers}: it stands in {id}, which is not behind the sentence.", numbers=quoting(missing), id=elsewhere
        )
        cure = Cure({"results": [*one.results, elsewhere]}, say("Put {value}", value=elsewhere))
        yield Finding(one.id, message, say("put the result behind it"), one.text, field="results", cure=cure)
        return
    message = say("Nothing behind the sentence explains {numbers}.", numbers=quoting(missing))
    fix = say("put the result behind it, or correct the number")
    yield Finding(one.id, message, fix, one.text, field="text")


def _elsewhere(plan: Plan, one: Statement, missing: list[str]) -> str:
    """The one other result in which all of it stands as it was counted."""
    own = {it.id for it in behind(plan, one)[0]}
    asked = [it for text in missing for it in numbers(text)]
    if not asked:
        return ""
    found = [it.id for it in plan.results if it.id not in own and all(_stands(number, it) for number in asked)]
    return found[0] if len(found) == 1 else ""


def _stands(number: Said, one: Result) -> bool:
    values = (*counters(one).values(), one.value, one.n)
    return any(it is not None and number.low <= it <= number.high for it in values)


@rule(
    "REP-4",
    severity="warning",
    unit=UNIT,
    section="measurement-l-report",
    text=say("The change of a share is told in percentage points, or against what it was"),
    hints=(
        say("From 20 to 25 %: is that 5 % more, or a quarter more?"),
        say("The difference of two shares is so many percentage points; per cent need the number that was before."),
    ),
)
def points_are_no_per_cent(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    asked = [one for one in told(plan) if changes(one.text).changes or changes(one.text).spans]
    if not asked:
        return None
    return [it for one in asked if (it := _points(plan, one)) is not None]


def _points(plan: Plan, one: Statement) -> Finding | None:
    if (mixed := mixed_up(one.text)) is not None:
        old, new, _ = mixed
        return Finding(one.id, difference(old, new), both_ways(old, new), one.text, field="text")
    said = changes(one.text)
    of_share = not said.spans and stems("share-measure").search(one.text) is not None
    if any(it.kind == "percent" and (of_share or not it.based) for it in said.changes):
        message = say("A change in per cent: of which measure, from what to what?")
        fix = say("write it in percentage points, or from … to …")
        return Finding(one.id, message, fix, one.text, field="text")
    return None


@rule(
    "REP-8",
    severity="warning",
    unit=UNIT,
    section="measurement-l-anyway",
    text=say("The campaign is called the cause only where somebody was compared"),
    hints=(
        say("Fifty came after your post. How many would have come without it?"),
        say("Look for thanks to, led to, brought. Was there a class, a town, a week without the campaign?"),
    ),
)
def causes_have_a_comparison(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not told(plan):
        return None
    return [it for one in told(plan) if (it := _cause(plan, one)) is not None]


def _cause(plan: Plan, one: Statement) -> Finding | None:
    found = kinds(one.text, "report")
    if "cause" not in found or "compared" in found or _is_compared(plan, one):
        return None
    message: Words = say(
        "“{words}”: nobody outside the campaign was asked for comparison, so it may have come anyway.",
        words=found["cause"][0].words,
    )
    fix = say("write “after the campaign”, or say with whom you compared")
    return Finding(one.id, message, fix, one.text, field="text")


def _is_compared(plan: Plan, one: Statement) -> bool:
    """Does a question behind the sentence say who was asked and was not there?"""
    return any(not empty(it.compared) for it in behind(plan, one)[1])
