"""The certificate of the best split in plain words: why no other reaches more, what is left, which bound to move."""

import math

from promplan.language import Words, say
from promplan.spending.best import Best
from promplan.spending.curves import called, counted
from promplan.spending.reached import STEP
from promplan.widgets.budget_sliders_words import money_said, people_said, sum_said

NEAR = 0.5  # of money: less is no rest
TOLD = 3  # bounds that are told of, those that cost most first


def proof(found: Best, currency: str) -> list[Words]:
    """Why no other split reaches more: where a little more money goes is all the same; and what is left out."""
    if not found.total:
        return [say("There is no money to split.")]
    return [*_why(found, currency), *([found.beyond_proof] if found.beyond_proof else [])]


def _why(found: Best, currency: str) -> list[Words]:
    if sum(one.paid for one in counted(found.plan)) == 1:
        return [
            say(
                "Only one channel sells contacts: there is nothing to split. Find the price of a second one, and "
                "choose it in unit 4 if the plan does not have it yet."
            )
        ]
    step, more = sum_said(STEP, currency), found.next * STEP
    if sum(not bound for bound in found.bounds.values()) > 1:
        return [
            say(
                "Why no other split reaches more: on every channel that stands between its bounds a little more money "
                "would bring the same, {n} people per {step} at the present rate, and no more on any other that may "
                "take it.",
                step=step,
                n=rate(more),
            )
        ]
    if more:
        return [
            say(
                "Why no other split reaches more: a little more money would bring {n} people per {step} where the "
                "money is, at the present rate, and fewer on any other channel that may take it.",
                step=step,
                n=rate(more),
            )
        ]
    return []


def left_over(found: Best, currency: str) -> list[Words]:
    """Money that is left over, which bounds hold the split back, and which channels get nothing."""
    told, step = [], sum_said(STEP, currency)
    if found.left >= NEAR:
        told.append(
            say(
                "{sum} are left over: every channel stands at its “At most”, or its sum is promised. Raise one “At "
                "most”, add a channel, or give the money back.",
                sum=sum_said(round(found.left), currency),
            )
        )
    if not found.total:
        return told
    names = called(found.plan)
    for id_, people in sorted(_worth(found).items(), key=lambda one: -abs(one[1]))[:TOLD]:
        told.append(_bound(found.bounds[id_], names[id_], people, step, found.amounts[id_]))
    for one in counted(found.plan):
        if one.id in found.skipped:
            least = sum_said(one.least, currency)
            told.append(
                say(
                    "{name} gets nothing: its least order, {sum}, reaches more people elsewhere.",
                    name=one.name,
                    sum=least,
                )
            )
    return told


def _bound(bound: str, name: str, people: float, step: str, amount: float) -> Words:
    given = {"name": name, "step": step, "n": rate(abs(people))}
    if bound == "maximum":
        return say(
            "{name} stands at its “At most”: a little money moved there would reach more people, {n} per {step} at "
            "the present rate.",
            **given,
        )
    if bound == "minimum" and not amount:
        return say(
            "{name} gets nothing: a little money moved there would reach fewer people, {n} per {step} at the present "
            "rate.",
            **given,
        )
    if bound == "minimum":
        return say(
            "{name} is held up by its “At least”: a little of it elsewhere would reach more people, {n} per {step} at "
            "the present rate.",
            **given,
        )
    if people > 0:
        return say(
            "The sum of {name} is promised: a little money moved there would reach more people, {n} per {step} at the "
            "present rate.",
            **given,
        )
    return say(
        "The sum of {name} is promised: a little of it elsewhere would reach more people, {n} per {step} at the "
        "present rate.",
        **given,
    )


def _worth(found: Best) -> dict[str, float]:
    """People for `STEP` of money at the bound of each channel that is held back by it, where it is not next to none."""
    paid = {one.id for one in counted(found.plan) if one.paid}
    whole = found.plan.budget.people or 0
    prices = zip(found.amounts, found.split.certificate.prices, strict=True)
    worth = {id_: price * whole * STEP for id_, price in prices if id_ in paid and math.isfinite(price)}
    return {id_: people for id_, people in worth.items() if abs(people) >= 0.05}


def rate(people: float) -> str:
    """People for a step of money: below ten to the tenth."""
    return money_said(round(people, 1)) if people < 10 else people_said(people)
