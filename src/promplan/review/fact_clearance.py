"""FACT-6: what the plant allows to be said, in which words, where, until when and by whom."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import compress
from operator import not_

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.data import magnitudes
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.review.inside import recipe

UNIT = "01-facts"
LINK = re.compile(r"https?://\S|(?<![\w@])(?:[\w-]+\.)+(?:ru|com|org|net|info|by|kz|uk|eu|example)(?![\w.-])", re.I)
CLEARED = (say("wording"), say("channels"), say("until when"), say("by whom"))  # in the order of the form
FIELDS = ("wording", "channels", "until", "by")


@rule(
    "FACT-6",
    severity="error",
    unit=UNIT,
    section="facts-l-clear",
    text=say("A cleared fact says in which words, where, until when and by whom"),
    hints=(
        say("Who at the plant said yes, and to which sentence?"),
        say("A clearance has four parts: wording, channels, until when, by whom."),
    ),
)
def clearances_are_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = [one for one in plan.enterprise.facts if one.clearance.state == "cleared"]
    if not facts:
        return None
    found = []
    for one in facts:
        clearance = one.clearance
        given = (
            not empty(clearance.wording),
            bool(clearance.channels),
            clearance.until is not None,
            not empty(clearance.by),
        )
        found += [
            Finding(
                one.id,
                say("Cleared, but not said: {what}.", what=what),
                say("fill it in, or set the clearance to asked"),
                field=f"clearance.{field}",
            )
            for what, field in compress(zip(CLEARED, FIELDS, strict=True), map(not_, given))
        ]
        if clearance.until and on and clearance.until < on:
            found.append(
                Finding(
                    one.id,
                    say("Its clearance ended on {day}.", day=clearance.until),
                    say("ask again"),
                    one.statement,
                    field="clearance.until",
                )
            )
    return found


@rule(
    "FACT-6N",
    severity="info",
    unit=UNIT,
    section="facts-l-clear",
    text=say("Every fact is cleared or refused"),
    hints=(
        say("Whom will you ring about this sentence tomorrow?"),
        say("Look for clearances that are open or asked. A no is an answer too: then it is refused."),
    ),
)
def each_is_answered(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = plan.enterprise.facts
    if not facts:
        return None
    know_how, anything = say("ask the process engineer: it is know-how"), say("ask who clears it, or leave it out")
    published = say("show the page when you ask: what is published needs its link, and a yes to your words")
    return [
        Finding(
            one.id,
            say("It may not be used yet: nobody has cleared it."),
            know_how if secret(one) else published if LINK.search(one.source) else anything,
            one.statement,
            field="clearance.state",
        )
        for one in facts
        if one.clearance.state in ("open", "asked")
    ]


@rule(
    "FACT-6U",
    severity="warning",
    unit=UNIT,
    section="facts-l-clear",
    text=say("Clearances last as long as the campaign"),
    hints=(
        say("May you still say it in the campaign's last week?"),
        say("Compare Cleared until with the campaign's end."),
    ),
)
def clearance_lasts(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    end = plan.meta.campaign_end
    dated = [one for one in plan.enterprise.facts if one.clearance.state == "cleared" and one.clearance.until]
    if end is None or not dated:
        return None
    return [
        Finding(
            one.id,
            say("Its clearance ends on {day}, the campaign on {end}.", day=one.clearance.until, end=end),
            say("ask for a longer clearance, or publish before"),
            field="clearance.until",
        )
        for one in dated
        if one.clearance.until and (on is None or one.clearance.until >= on) and one.clearance.until < end
    ]


def secret(fact: Fact) -> bool:
    """Is it the kind of number or word that a plant's process engineer clears: a regime, a recipe?"""
    kind = magnitudes().get(fact.quantity)
    return bool(kind and kind.sensitive) or bool(recipe(fact.statement))
