"""What is asked of the budget beside the sliders: the best split to take, what people cost, all on one channel."""

import math
from dataclasses import dataclass
from typing import Any

from promplan.figures.numbers import digits
from promplan.language import Problem, Words, say, say_in
from promplan.plan.document import Plan
from promplan.spending.backwards import needed
from promplan.spending.best import Best, all_on_one, available, best, judged
from promplan.spending.curves import called, counted
from promplan.spending.reached import reached
from promplan.spending.sums import sign
from promplan.widgets.budget_sliders_proof import left_over, proof
from promplan.widgets.budget_sliders_words import headed, money_said, sum_said

WHOLE = 1000  # money: from so much on nobody counts the hundredths of a split
SAME = 0.5  # people: who is fewer apart cannot be told apart
NEAR = 0.5  # money: sums closer than that are shown as one
Shown = dict[str, Any]
NO_TABLE: Shown = {"heads": [], "rows": []}


@dataclass(frozen=True)
class Proposal:
    """The best split of the plan's money, or why there is none."""

    best: Best | None = None
    why: Words | None = None

    @property
    def amounts(self) -> dict[str, float]:
        """Money by the id of each channel whose sum may be changed."""
        if self.best is None:
            return {}
        free = {one.id: one for one in counted(self.best.plan) if one.paid and not one.fixed}
        part = 1 if self.best.total >= WHOLE else 100
        amounts = self.best.amounts
        return {id_: rounded(amounts[id_], part, one.least) for id_, one in free.items()}


def rounded(money: float, part: int, least: float) -> float:
    """A sum in whole parts, downwards, since all upwards could be more than there is; and no order below the least."""
    return max(math.floor(part * money + 1e-6) / part, least if money >= least * (1 - 1e-9) else 0.0)


def proposed(plan: Plan) -> Proposal:
    """The best split of the plan as it is."""
    try:
        return Proposal(best(plan))
    except Problem as problem:
        return Proposal(why=problem.what)


def best_shown(plan: Plan, proposal: Proposal) -> Shown:
    """The best split as something to take or to leave: whom it reaches, sum by sum, and why no other reaches more."""
    found, currency, amounts = proposal.best, sign(plan), proposal.amounts
    if found is None:
        return {"lead": [str(proposal.why)], "table": NO_TABLE, "proof": [], "amounts": None}
    now, names = {one.id: one.money.amount or 0.0 for one in plan.channels}, called(plan)
    moved = any(abs(money - now[id_]) >= NEAR for id_, money in amounts.items())
    rows = [
        [names[id_], money_said(now[id_]), money_said(money), _change(money - now[id_])]
        for id_, money in (found.amounts | amounts).items()
        if id_ in amounts or money or now[id_]
    ]
    heads = [
        str(say("Channel")),
        headed(say_in("split of the money", "now"), currency),
        headed(say_in("split of the money", "best"), currency),
        str(say_in("split of the money", "difference")),
    ]
    try:
        lead = _lead(plan, found, moved)
    except Problem as problem:  # sums that no reach can be counted for
        lead = [problem.what]
    return {
        "lead": [str(one) for one in lead],
        "table": {"heads": heads, "rows": rows} if moved else NO_TABLE,
        "proof": [str(one) for one in [*proof(found, currency), *left_over(found, currency)]],
        "amounts": amounts if moved else None,
    }


def _change(money: float) -> str:
    if abs(money) < NEAR:
        return "="
    return f"{'+' if money > 0 else '−'}{money_said(abs(money))}"


def _lead(plan: Plan, found: Best, moved: bool) -> list[Words]:
    """What the best split reaches, beside the team's own."""
    then, mine = found.reached.net, reached(plan).net
    if not moved:
        return [say("Your split is the best one already: {n} people.", n=digits(round(then)))]
    # whole people: what is compared must add up
    told = [say("The best split reaches {n} people, yours {mine}.", n=digits(round(then)), mine=digits(round(mine)))]
    if judged(plan).faults:
        told.append(say("Yours cannot stay as it is: it spends more than there is, or leaves the bounds of a channel."))
    elif then - mine < -SAME:
        told.append(
            say(
                "The best one is sought as if channels shared people by chance. With the overlaps that you measured "
                "yours reaches more: keep it."
            )
        )
    elif then - mine < SAME:
        told.append(say("That is the same: let other reasons decide, such as whom each channel is for."))
    else:
        told.append(say("That is {n} more for the same money.", n=digits(round(then) - round(mine))))
    return told


def alone_shown(plan: Plan) -> Shown:
    """What the same money reaches on each channel alone."""
    try:
        found = all_on_one(plan)
    except Problem as problem:
        return {"lead": [str(problem.what)], "table": NO_TABLE}
    if not found:
        return {"lead": [str(say("No channel takes money that is still free."))], "table": NO_TABLE}
    heads = [
        str(say("Channel")),
        headed(say("it takes"), sign(plan)),
        str(say("people reached")),
        str(say("fewer than with the best split")),
    ]
    rows = [
        [one.name, money_said(round(one.money)), digits(round(one.net)), digits(round(one.missed))] for one in found
    ]
    lead = say(
        "All the money on one channel, up to its “At most”; the others keep what is promised and what they reach "
        "without money. Overlaps that are measured count as measured, the others as chance."
    )
    return {"lead": [str(lead)], "table": {"heads": heads, "rows": rows}}


def cost_shown(plan: Plan, people: float) -> Shown:
    """The least money of which the best split reaches so many, and whether there is so much; or that no money does."""
    currency = sign(plan)
    try:
        found = needed(plan, people)
    except Problem as problem:
        return {"said": [str(problem.what)], "table": NO_TABLE}
    wanted, total = digits(people), sum_said(math.ceil(found.total), currency)  # what was typed comes back as typed
    if found.total < NEAR:
        told = [say("{n} people are reached without any money on the channels.", n=wanted)]
    elif found.net > people + SAME:
        told = [say("{n} people are reached by what is promised already, {sum}:", n=wanted, sum=total)]
    else:
        told = [say("{n} people take {sum} on the channels, split best:", n=wanted, sum=total)]
        told += _there_is(plan, found.total, currency)
    names = called(plan)
    rows = [[names[id_], money_said(round(money))] for id_, money in found.amounts.items() if money >= NEAR]
    heads = [str(say("Channel")), headed(say_in("column", "money"), currency)]
    return {"said": [str(one) for one in told], "table": {"heads": heads, "rows": rows}}


def _there_is(plan: Plan, wanted: float, currency: str) -> list[Words]:
    """Whether there is so much money; nothing where nobody says how much there is."""
    try:
        have = available(plan)
    except Problem:
        return []
    if wanted <= have + NEAR:
        return [
            say("There is that much, and {sum} besides.", sum=sum_said(math.floor(max(0.0, have - wanted)), currency))
        ]
    over = sum_said(math.ceil(wanted - have), currency)
    return [say("That is {sum} more than there is: ask for it, or for fewer people.", sum=over)]
