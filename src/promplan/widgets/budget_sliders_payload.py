"""What the budget's sliders show of the plan: its channels with their curves and bounds, what is missing, the best.

It is made anew when the plan has changed; what a hand moves in between is `budget_sliders_split`'s. The browser paints
both; words are in the reader's language.
"""

from collections.abc import Sequence
from typing import Any

from promplan.figures.numbers import digits
from promplan.language import Words, say
from promplan.plan.base import Part
from promplan.plan.budget import CARRIERS, Budget
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan
from promplan.plan.labels import label_of
from promplan.plan.money import ChannelMoney
from promplan.spending.curves import Counted, Missing, called, counted, missing
from promplan.spending.sums import Sums, carried, sign, sums
from promplan.widgets.budget_sliders_asked import Proposal, alone_shown, best_shown
from promplan.widgets.budget_sliders_axes import axes, end_of, scale
from promplan.widgets.budget_sliders_split import split_shown
from promplan.widgets.budget_sliders_words import NONE, people_said, sum_said

POINTS = 64  # of a curve, closer together where it bends most: near no money
Shown = dict[str, Any]


def plan_shown(plan: Plan, proposal: Proposal) -> Shown:
    """Everything that only the plan changes, and its own split."""
    if not plan.channels:
        return {"none": str(NONE), **_empty()}
    found = sums(plan)
    channels = {one.id: one for one in counted(plan)}
    end = end_of(found, plan.channels, channels, proposal.amounts)
    gaps, currency = missing(plan), sign(plan)
    rows = [
        _row(
            one,
            called(plan)[one.id],
            channels.get(one.id),
            end,
            proposal.amounts.get(one.id) if end else None,
            [gap for gap in gaps if gap.where == one.id],
            currency,
        )
        for one in plan.channels
    ]
    amounts = amounts_of(plan)
    split = split_shown(plan, amounts)
    return {
        "none": "",
        "gaps": _gaps(plan, gaps),
        "rows": rows,
        "scale": scale(end),
        "axes": axes(rows, end),
        "purse": _purse(found, currency),
        "enough": plan.budget.enough or 0,
        "most_contacts": plan.budget.most_contacts or 0,
        "wanted": "" if plan.budget.target is None else digits(plan.budget.target),
        "zero": _zero(plan),
        "state": split,
        "best": best_shown(plan, proposal),
        "alone": alone_shown(plan),
    }


def _empty() -> Shown:
    nothing: Shown = {"heads": [], "rows": []}
    return {
        "gaps": [],
        "rows": [],
        "scale": scale(0.0),
        "axes": axes([], 0.0),
        "purse": {"total": None, "others": 0.0, "currency": "", "told": ""},
        "enough": 0,
        "most_contacts": 0,
        "wanted": "",
        "zero": [],
        "state": {"amounts": {}},
        "best": {"lead": [], "table": nothing, "proof": [], "amounts": None},
        "alone": {"lead": [], "table": nothing},
    }


def amounts_of(plan: Plan) -> dict[str, float]:
    """The plan's own money on every channel."""
    return {one.id: one.money.amount or 0.0 for one in plan.channels}


def _row(
    one: PlannedChannel,
    name: str,
    channel: Counted | None,
    end: float,
    best: float | None,
    gaps: Sequence[Missing],
    currency: str,
) -> Shown:
    """A channel: who it is, its bounds, and its curve from no money to the slider's end."""
    moneys = [end * (n / POINTS) ** 2 for n in range(POINTS + 1)] if end else [0.0]
    return {
        "id": one.id,
        "name": name,
        "currency": currency,
        "amount": one.money.amount,
        "fixed": one.money.fixed,
        "paid": bool(one.money.price or one.money.amount),
        "least": one.money.least,
        "most": one.money.most,
        "best": best,
        "best_people": channel.reach(best) if channel and best is not None else 0.0,
        "bounds": _bounds(one.money, best, currency),
        "curve": [[round(it, 2), round(channel.reach(it), 2)] for it in moneys] if channel else [],
        "contacts": [[it, channel.contacts(it)] for it in (0.0, end or 1.0)] if channel else [],
        "missing": [_gap(gap) for gap in gaps],
    }


def _bounds(money: ChannelMoney, best: float | None, currency: str) -> str:
    """The marks on the track, in words."""
    told = [] if money.price or money.amount else [say("it takes no money")]
    if best is not None:
        told.append(say("best split: {sum}", sum=sum_said(best, currency)))
    if money.least:
        told.append(say("at least {sum}", sum=sum_said(money.least, currency)))
    if money.most is not None:
        told.append(say("at most {sum}", sum=sum_said(money.most, currency)))
    return " · ".join(map(str, told))


def _gap(gap: Missing) -> str:
    """What is missing in a channel, and where it is filled in."""
    label = _label(ChannelMoney, gap.field)
    if gap.field == "amount" or label is None:
        return str(gap.words)
    return str(say("{words} Fill in “{label}” under “Money and reach of the channels”.", words=gap.words, label=label))


def _gaps(plan: Plan, gaps: Sequence[Missing]) -> list[str]:
    """What is missing in the budget itself, and where it is filled in."""
    budget, found = plan.budget, [gap for gap in gaps if not any(gap.where == one.id for one in plan.channels)]
    told = [_in_budget(gap.words, gap.field) if not gap.where else gap.words for gap in found]
    if budget.total is None:
        told.append(
            _in_budget(say("How much money there is in all is not said, so nobody sees what is left."), "total")
        )
    if budget.enough is None:
        told.append(_in_budget(say("How many contacts are enough is not said; 1 is taken until then."), "enough"))
    return [str(one) for one in told]


def _in_budget(words: Words, field: str) -> Words:
    return say("{words} Fill in “{label}” under “Budget”.", words=words, label=_label(Budget, field) or field)


def _label(kind: type[Part], field: str) -> Words | None:
    info = kind.model_fields.get(field)
    return label_of(info) if info else None


def _purse(found: Sums, currency: str) -> Shown:
    """The money in all, what goes elsewhere, and where."""
    told = []
    if found.total is not None:
        told.append(say("in all {sum}", sum=sum_said(found.total, currency)))
    if found.lines:
        told.append(say("other lines of the budget {sum}", sum=sum_said(found.lines, currency)))
    if found.reserve:
        told.append(say("kept back {sum}", sum=sum_said(found.reserve, currency)))
    if found.unpriced:
        told.append(say("without a price yet: {lines}", lines=", ".join(found.unpriced)))
    return {
        "total": found.total,
        "others": found.lines + (found.reserve or 0.0),
        "currency": currency,
        "told": "; ".join(map(str, told)),
    }


def _zero(plan: Plan) -> list[list[str]]:
    """With no money at all: who carries it, and how many people that may reach."""
    if plan.budget.total != 0:
        return []
    lines = [[str(say("Without money: who carries it")), "head"]]
    for one in plan.budget.carriers:
        what = " · ".join(filter(None, (one.what.strip(), one.given.strip())))
        who = str(CARRIERS[one.who]) if one.who else one.id
        people = (
            say("people: {n}", n=people_said(one.people)) if one.people is not None else say("people not counted yet")
        )
        lines.append([": ".join(filter(None, (who, what))) + f" ({people})", "line"])
    found = carried(plan)
    if not found.carriers:
        lines.append(
            [
                str(say("Nobody is named yet. Add them under “Who carries it for free”.")),
                "",
            ]
        )
    elif found.most:
        lines.append(
            [
                str(
                    say(
                        "Together they reach {low} to {high} people: whom they share, nobody has counted.",
                        low=people_said(found.least),
                        high=people_said(found.most),
                    )
                )
                if found.least < found.most
                else str(say("Together they reach {n} people.", n=people_said(found.most))),
                "sum",
            ]
        )
    return lines
