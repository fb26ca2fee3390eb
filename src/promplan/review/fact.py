"""FACT, the fact register: its size, and the source, date and age of each fact."""

from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.review.lasting import ages, ahead
from promplan.review.standards import replaced
from promplan.text.substance import blank

UNIT = "01-facts"
ENOUGH = 5
OLD = 12  # months after which a number wants a newer source


def use_day(plan: Plan, on: date | None) -> date | None:
    """The last day on which a fact may be published: the campaign's end, else the day of the check."""
    return plan.meta.campaign_end or on


@rule(
    "FACT-0",
    severity="warning",
    unit=UNIT,
    section="facts-l-fact",
    needed=True,
    text=say("The register holds at least five facts"),
    hints=(
        say("Would five sentences carry a first post?"),
        say("Read your notes again: numbers, people, places, dates. Press Add for each."),
    ),
)
def facts_are_enough(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.enterprise.facts:
        return None
    n = sum(not blank(one.statement) for one in plan.enterprise.facts)
    if n < ENOUGH:
        few = say("The register holds {n} of five facts.", n=n)
        return [Finding("facts", few, say("add what you heard, read, measured"), excusable=False)]
    bare = [one for one in plan.enterprise.facts if blank(one.statement)]
    return [
        Finding(
            one.id, say("This fact says nothing."), say("write it in one sentence, or remove it"), field="statement"
        )
        for one in bare
    ]


@rule(
    "FACT-2",
    severity="warning",
    unit=UNIT,
    section="facts-l-fact",
    needed=True,
    text=say("Every fact has a source, its kind and its date"),
    hints=(
        say("What would you show an engineer who doubts it?"),
        say("Three fields belong together: source, kind of source, as of."),
    ),
)
def each_has_its_source(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.enterprise.facts:
        return None
    found = []
    for one in plan.enterprise.facts:
        if empty(one.source):
            found.append(
                Finding(
                    one.id,
                    say("No source is given."),
                    say("name the document or the person's role"),
                    one.statement,
                    field="source",
                )
            )
        elif not one.source_kind:
            found.append(
                Finding(
                    one.id,
                    say("The kind of source is not said."),
                    say("choose document, measured or oral"),
                    one.source,
                    field="source_kind",
                )
            )
        if one.as_of is None:
            found.append(
                Finding(
                    one.id,
                    say("No date is given."),
                    say("give the day for which it is true"),
                    one.statement,
                    field="as_of",
                )
            )
    return found


@rule(
    "FACT-2D",
    severity="error",
    unit=UNIT,
    section="facts-l-fact",
    text=say("No fact's date is impossible"),
    hints=(say("Can this day have been?"), say("Compare As of with the plan's today, and with Valid until.")),
)
def dates_are_possible(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    dated = [one for one in plan.enterprise.facts if one.as_of]
    if not dated:
        return None
    found = []
    for one in dated:
        if on and one.as_of and one.as_of > on and not ahead(one):
            found.append(
                Finding(
                    one.id,
                    say("Its date is in the future."),
                    say("correct the year or the month"),
                    Words("{day}", {"day": one.as_of}),
                    field="as_of",
                )
            )
        if one.valid_until and one.as_of and one.valid_until < one.as_of:
            found.append(
                Finding(
                    one.id,
                    say("It ends before it begins."),
                    say("swap the two dates"),
                    Words("{start} – {end}", {"start": one.as_of, "end": one.valid_until}),
                    field="valid_until",
                    cure=Cure({"as_of": one.valid_until, "valid_until": one.as_of}, say("Swap the two dates")),
                )
            )
    return found


@rule(
    "FACT-3",
    severity="warning",
    unit=UNIT,
    section="facts-l-mistakes",
    text=say("No number is too old on the day it would be published"),
    hints=(
        say("How old will this number be on the last day of the campaign?"),
        say("Look at As of, and count the months to the campaign's end."),
    ),
)
def numbers_are_fresh(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    day = use_day(plan, on)
    dated = [one for one in plan.enterprise.facts if one.as_of or one.valid_until]
    if day is None or not dated:
        return None
    found = []
    for one in dated:
        if (standard := replaced(one.statement, day)) is not None:
            found.append(
                Finding(
                    one.id,
                    say("{old} has been replaced by {new}.", old=standard.old, new=standard.new),
                    say("ask which standard and which year the paper names today; a reader rarely needs the number"),
                    one.statement,
                )
            )
        elif one.valid_until and one.valid_until < day:
            found.append(
                Finding(
                    one.id,
                    say("It is valid only until {day}.", day=one.valid_until),
                    say("ask for what holds after that day"),
                    field="valid_until",
                )
            )
        elif (
            one.as_of
            and one.value is not None
            and (months := _months(one.as_of, day)) > OLD
            and ages(one)
            and not _says_its_year(one)
        ):
            found.append(
                Finding(
                    one.id,
                    say_many(
                        "On the campaign's last day this number is {n} month old.",
                        "On the campaign's last day this number is {n} months old.",
                        months,
                    ),
                    say("ask for a newer one, or write the year {year} into the sentence", year=one.as_of.year),
                    one.statement,
                    field="as_of",
                )
            )
    return found


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _says_its_year(fact: Fact) -> bool:
    """A sentence that names its own year is honest about its age."""
    return fact.as_of is not None and str(fact.as_of.year) in fact.statement


@rule(
    "FACT-9",
    severity="warning",
    unit=UNIT,
    section="facts-l-fact",
    text=say("What was only said is confirmed by somebody"),
    hints=(
        say("If the foreman is on leave, who still knows it?"),
        say("Look for facts whose kind of source is oral and whose Checked by is empty."),
    ),
)
def hearsay_is_confirmed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    said = [one for one in plan.enterprise.facts if one.source_kind]
    if not said:
        return None
    return [
        Finding(
            one.id,
            say("It was only said."),
            say("find a document, or ask an engineer to confirm it, and write the role, not the name, in Checked by"),
            one.statement,
            field="checked_by",
        )
        for one in said
        if one.source_kind == "oral" and empty(one.checked_by)
    ]
