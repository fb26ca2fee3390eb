"""What somebody at the plant would object to in a sentence that a team wants to say: the review's findings on it."""

from typing import Literal

from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import Enterprise, Fact
from promplan.plan.meta import Meta
from promplan.review.engine import check
from promplan.review.fact_clearance import UNIT, secret
from promplan.review.people import person

Concern = Literal["secret", "person", "minor", "inside", "boast", "impossible", "unsourced", "undated"]
RULES: dict[str, Concern] = {
    "FACT-2": "unsourced",
    "FACT-7": "impossible",
    "FACT-9": "unsourced",
    "FACT-10": "inside",
    "FACT-10R": "inside",
    "FACT-11": "boast",
}
PAPER = frozenset({"FACT-2", "FACT-9"})
KINDS: dict[str, Concern] = {
    "It is about somebody under 18.": "minor",
    "It gives away a recipe or a regime.": "secret",
    "It tells of somebody's health.": "person",
    "It tells where somebody lives, or a paper's number.": "person",
    "It tells somebody's own affairs: pay, family, a punishment, a debt.": "person",
    "It names a person.": "person",
    "No date is given.": "undated",
}


def concerns(plan: Plan, one: Request) -> frozenset[Concern]:
    """The concerns about the words of a letter, in the light of the fact that it asks about."""
    known = next((fact for fact in plan.enterprise.facts if fact.id == one.fact), None)
    said = (known or Fact(id="F1")).model_copy(update={"statement": one.wording, "derived_from": []})
    alone = Plan(
        meta=Meta(as_of=plan.meta.as_of),
        enterprise=Enterprise(name=plan.enterprise.name, protected_names=plan.enterprise.protected_names),
    )
    alone.enterprise.__dict__["facts"] = [said]  # a wording may be longer than a fact's own line
    found = {
        KINDS.get(it.message.template, RULES[it.rule])
        for it in check(alone, UNIT)
        if it.rule in RULES and it.object == said.id and (known or it.rule not in PAPER)
    }
    if known and secret(known.model_copy(update={"statement": one.wording})) and _tells_its_number(known, one.wording):
        found.add("secret")
    if person(one.wording):
        found.add("person")
    return frozenset(found)


def _tells_its_number(fact: Fact, wording: str) -> bool:
    return fact.value is not None and f"{fact.value:g}" in wording.replace(",", ".")
