"""FACT, words: personal data, trade secrets, third parties' names; claims that are no facts."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.people import mail, person, telephone
from promplan.text.stems import stems

UNIT = "01-facts"

FIRM = re.compile(r"\b(?:ООО|ОАО|АО|ПАО|ЗАО|ИП)\s*[«\"][^»\"]+[»\"]|\b[A-ZА-ЯЁ][\w-]+\s(?:LLC|Ltd|Inc|GmbH|JSC)\b")
MINOR = re.compile(r"\b1[0-7][-\s]?(?:years?|year-old|лет)|(?:trainee|aged),?\s1[0-7]\b", re.IGNORECASE)


@rule(
    "FACT-10",
    severity="error",
    unit=UNIT,
    text=say("No fact carries a person's data, a customer's name or a secret"),
    hints=(
        say("Who would be startled to read this in the paper?"),
        say("Look for a name, a telephone, a customer, an order, a door code."),
    ),
)
def stays_inside(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    enterprise = plan.enterprise
    if not enterprise.facts:
        return None
    names = tuple(name.strip() for name in enterprise.protected_names.splitlines() if len(name.strip()) > 2)
    found = []
    for one in enterprise.facts:
        for message, fix, evidence in _leaks(one.statement, enterprise.name, names):
            if one.clearance.state != "refused":
                found.append(Finding(one.id, message, fix, evidence))
    return found


@lru_cache(4096)  # a register is read at every keystroke, and all but one of its sentences are what they were
def _leaks(statement: str, plant: str, names: tuple[str, ...]) -> tuple[tuple[Words, Words, str], ...]:
    found = []
    for name in names:
        if name.casefold() in statement.casefold():
            found.append(
                (
                    say("It names somebody who stays inside: {name}.", name=name),
                    say("say the kind: a waterworks, a grain elevator"),
                    name,
                )
            )
    for firm in FIRM.finditer(statement):
        if not plant or (firm[0].strip('«»" ').casefold() not in plant.casefold() and not _shared(firm[0], plant)):
            found.append((say("It names another firm."), say("ask that firm, or say its kind"), firm[0]))
    for look, message, fix in _inside():
        if hit := look(statement):
            found.append((message, fix, hit))
    return tuple(found)


def _first(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """Where a text meets a pattern first; empty where it does not."""
    return lambda text: hit[0] if (hit := pattern.search(text)) else ""


@cache
def _inside() -> tuple[tuple[Callable[[str], str], Words, Words], ...]:
    """What stays inside whatever its words: how it is found, what is said of it, the fix."""
    contacts = say("remove it; contacts stand in the brief")
    return (
        (mail, say("It holds an address."), contacts),
        (telephone, say("It holds a telephone number."), contacts),
        (person, say("It names a person."), say("name the role; the name needs consent")),
        (
            _first(MINOR),
            say("It is about somebody under 18."),
            say("remove it: a guardian must consent, and harmful work is closed to them"),
        ),
        (_first(stems("security")), say("It tells how the plant is guarded."), say("remove it")),
        (_first(stems("recipe")), say("It gives away a recipe."), say("remove the ingredient and its share")),
    )


def _shared(firm: str, plant: str) -> bool:
    """Is the firm the plant itself: does its quoted name stand in the plant's name?"""
    core = re.search(r"[«\"]([^»\"]+)[»\"]", firm)
    return bool(core and core[1].casefold() in plant.casefold())


@rule(
    "FACT-11",
    severity="warning",
    unit=UNIT,
    text=say("Every entry is a fact: no superlative, no slogan, no absolute"),
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
            say("“{word}”: nobody can prove it.", word=hit[0]),
            say("name the number behind it, or drop the entry"),
            one.statement,
        )
        for one in plan.enterprise.facts
        if (hit := stems("claim").search(one.statement))
    ]
