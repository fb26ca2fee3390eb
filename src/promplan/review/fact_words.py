"""FACT, words: personal data, trade secrets, third parties' names; claims that are no facts.

What is certain is an error (FACT-10): an address, a number, a full name, a firm by its legal form, a name that the
plant protects. What rests on reading words is a warning that a reason answers (FACT-10R).
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache

from promplan.language import Words, say
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.firms import firm
from promplan.review.inside import deal, guard, home, illness, private, pupil, recipe
from promplan.review.minor import minor
from promplan.review.people import mail, person, telephone
from promplan.text.boasts import boasts
from promplan.text.dated import cited
from promplan.text.listed import quoting
from promplan.text.normal import normal
from promplan.text.patterns import Hit, hits

UNIT = "01-facts"

Leak = tuple[Words, Words, str]


@rule(
    "FACT-10",
    severity="error",
    unit=UNIT,
    section="facts-l-clear",
    text=say(
        "No fact holds an address, a telephone, a full name, an age under 18, a firm's legal name, a protected name"
    ),
    hints=(
        say("Who would be startled to read this in the paper?"),
        say("Look for a name, a telephone, a customer, an order, a door code."),
    ),
)
def stays_inside(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    plant = plan.enterprise
    names = tuple(name.strip() for name in plant.protected_names.splitlines() if len(name.strip()) > 2)
    here = country(plan)
    return _found(plan, lambda one: _certain(one.statement, plant.name, names, here))


@rule(
    "FACT-10R",
    severity="warning",
    unit=UNIT,
    section="facts-l-clear",
    text=say("No fact reads like a recipe, the guard, a customer, somebody's illness or home"),
    hints=(
        say("Would the process engineer, the guard, the person let it out in these words?"),
        say("Look for minutes beside degrees, for parts per hundred, for who buys, who is ill, who checks the passes."),
    ),
)
def reads_like_a_secret(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _found(plan, lambda one: _read(one.statement, plan.enterprise.name))


def _found(plan: Plan, look: Callable[[Fact], Iterable[Leak]]) -> list[Finding] | None:
    facts = plan.enterprise.facts
    if not facts:
        return None
    return [
        Finding(one.id, message, fix, evidence, field="statement")
        for one in facts
        if one.clearance.state != "refused"
        for message, fix, evidence in look(one)
    ]


@lru_cache(4096)  # a register is read at every keystroke, and all but one of its sentences are what they were
def _certain(statement: str, plant: str, names: tuple[str, ...], here: str) -> tuple[Leak, ...]:
    found: list[Leak] = []
    said = normal(statement).text.casefold()
    for name in names:
        if normal(name).text.casefold() in said:
            found.append(
                (
                    say("It names somebody who must not be named: {name}.", name=name),
                    say("say the kind: a waterworks, a grain elevator"),
                    name,
                )
            )
    named, by_form = firm(statement, plant)
    if named and by_form:
        found.append((say("It names a different firm."), say("say its kind instead of its name"), named))
    found += [(message, fix, hit) for look, message, fix in _shapes(here) if (hit := look(statement))]
    return tuple(found)


@lru_cache(4096)
def _read(statement: str, plant: str) -> tuple[Leak, ...]:
    found = [(message, fix, hit) for look, message, fix in _contents() if (hit := look(statement))]
    named, by_form = firm(statement, plant)
    if named and not by_form:
        found.append(
            (say("It seems to name a customer or a supplier."), say("say its kind instead of its name"), named)
        )
    return tuple(found)


@cache
def _shapes(here: str) -> tuple[tuple[Callable[[str], str], Words, Words], ...]:
    """What stays inside by its shape alone: how it is found, what is said of it, the fix."""
    contacts = say("remove it; contacts belong in the brief")
    return (
        (mail, say("It holds an address."), contacts),
        (telephone, say("It holds a telephone number."), contacts),
        (person, say("It names a person."), say("name the role; the name needs consent")),
        (
            minor,
            say("It is about somebody under 18."),
            say("remove it: {law}", law=cited("minors-consent", here)),
        ),
    )


@cache
def _contents() -> tuple[tuple[Callable[[str], str], Words, Words], ...]:
    """What stays inside by what it says."""
    return (
        (illness, say("It tells of somebody's health."), say("remove it: it is for the person alone to tell")),
        (home, say("It tells where somebody lives, or a paper's number."), say("remove it")),
        (
            private,
            say("It tells somebody's own affairs: pay, family, a punishment, a debt."),
            say("remove it: it is for the person alone to tell"),
        ),
        (pupil, say("It is about somebody under 18."), say("tell of the whole class or group, not of one of them")),
        (deal, say("It tells of an order or a contract."), say("leave its number and its sum out")),
        (guard, say("It tells how the plant is guarded."), say("remove it")),
        (recipe, say("It gives away a recipe or a regime."), say("leave the ingredient, its share, time or heat out")),
    )


@rule(
    "FACT-11",
    severity="warning",
    unit=UNIT,
    section="facts-l-fact",
    text=say("No entry boasts: no superlative, slogan, absolute or empty praise that we know"),
    hints=(
        say("Could the works next door say the same of itself?"),
        say("Look for best, leading, unique, always, never: a fact does not need them."),
    ),
)
def is_a_fact(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.enterprise.facts:
        return None
    return [
        Finding(
            one.id,
            say("{words}: praise that nobody has measured here.", words=quoting([it.words for it in found])),
            say("drop these words and say what was counted; or have the plant clear exactly these words"),
            one.statement,
            field="statement",
        )
        for one in plan.enterprise.facts
        if (found := _claims(one))
    ]


def _claims(fact: Fact) -> list[Hit]:
    """The boasts of a fact, without what the plant has let out in exactly these words."""
    found = [*boasts(fact.statement), *(one for one in hits(fact.statement, "idle") if one.kind == "cliche")]
    if not found or fact.clearance.state != "cleared":
        return found
    cleared = normal(fact.clearance.wording).text.casefold()
    return [one for one in found if normal(one.words).text.casefold() not in cleared]
