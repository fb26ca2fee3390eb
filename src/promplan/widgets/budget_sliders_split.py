"""A split of money as it stands under the hand: whom each channel reaches, whom all together, and how often."""

import math
from collections.abc import Mapping
from typing import Any

from promplan.figures.numbers import per_cent
from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.money import ChannelMoney
from promplan.spending.curves import Counted, counted
from promplan.spending.heavy import heaviest
from promplan.spending.reached import Reached, reached
from promplan.spending.sums import sign
from promplan.widgets.budget_sliders_axes import marks
from promplan.widgets.budget_sliders_words import each_said, people_said, sum_said

LEVELS = 10  # contacts that may be enough, from 1 on
Shown = dict[str, Any]


def split_shown(plan: Plan, amounts: Mapping[str, float]) -> Shown:
    """Everything that the amounts change; what cannot be counted is said in its place."""
    channels, currency = {one.id: one for one in counted(plan)}, sign(plan)
    rows = {
        one.id: {
            "contacts": channel.contacts(amounts[one.id]),
            "people": channel.reach(amounts[one.id]),
            "heavy": _heavy(channel, amounts[one.id]),
            "outside": str(outside(one.money, amounts[one.id], currency) or ""),
        }
        for one in plan.channels
        if (channel := channels.get(one.id))
    }
    for one in plan.channels:
        rows.setdefault(one.id, {"heavy": "", "outside": str(outside(one.money, amounts[one.id], currency) or "")})
    try:
        found = reached(plan, amounts)
    except Problem as problem:
        return {"amounts": dict(amounts), "rows": rows, **_uncountable(problem.what)}
    return {
        "amounts": dict(amounts),
        "rows": rows,
        "net": _net(found, currency),
        "often": _often(found),
        "levels": [_level(found, n) for n in range(1, LEVELS + 1)],
        "exposures": _exposures(found),
        "alt": _alt(found, currency),
    }


def _uncountable(why: Words) -> Shown:
    return {
        "net": {"people": "—", "of": "", "between": str(why)},
        "often": "",
        "levels": [],
        "exposures": {
            "bars": [],
            "top": 0.0,
            "heights": [],
            "up": "",
            "along": "",
            "alt": str(why),
            "told": "",
        },
        "alt": str(why),
    }


def outside(money: ChannelMoney, amount: float, currency: str) -> Words | None:
    """Said where a sum is outside of the channel's bounds; no order at all is none that is too small."""
    if money.least and 0 < amount < money.least:
        return say("They take no order below {sum}.", sum=sum_said(money.least, currency))
    if money.most is not None and amount > money.most:
        return say("More than {sum} is not for sale, or not wanted.", sum=sum_said(money.most, currency))
    return None


def _heavy(channel: Counted, money: float) -> str:
    half = heaviest(channel, money)
    if half is None:
        return "" if channel.contacts(money) else str(say("No contacts here."))
    return str(
        say(
            "Half of the contacts go to {n} of the {users} people who use it.",
            n=people_said(half),
            users=people_said(channel.users),
        )
    )


def _net(found: Reached, currency: str) -> Shown:
    told = [
        say(
            "For certain it is {low} to {high}, whoever shares whom.",
            low=people_said(found.low),
            high=people_said(found.high),
        )
        if people_said(found.low) != people_said(found.high)
        else say("That is certain, whoever shares whom."),
        say(
            "Adding up would say {gross}: {twice} too many, counted twice.",
            gross=people_said(found.gross),
            twice=people_said(found.counted_twice),
        )
        if found.counted_twice >= 0.5
        else say("Adding up says the same: nobody is counted twice."),
    ]
    if found.pairs > found.measured:
        told.append(
            say(
                "Measured overlaps: {n} of {pairs}; the others are taken as chance would have them.",
                n=found.measured,
                pairs=found.pairs,
            )
        )
    if found.uncounted:
        told.append(say("Money that no reach could be counted for: {sum}.", sum=sum_said(found.uncounted, currency)))
    return {
        "people": people_said(found.net),
        "of": str(say("of {people} people, {share}", people=people_said(found.people), share=_share(found, found.net))),
        "between": " ".join(map(str, told)),
    }


def _share(found: Reached, people: float) -> str:
    return per_cent(people / found.people, people / found.people)


def _often(found: Reached) -> str:
    told = []
    if found.frequency is not None:
        told.append(say("On average {n} contacts for each person reached.", n=each_said(found.frequency)))
    if found.annoyed is not None:
        told.append(
            say(
                "{n} contacts or more are too many: {people} people have them, {share} of all.",
                n=found.too_many,
                people=people_said(found.annoyed),
                share=_share(found, found.annoyed),
            )
        )
    return " ".join(map(str, told))


def _level(found: Reached, contacts: int) -> list[Any]:
    """People with so many contacts or more: as a number, as a share, and in a sentence."""
    people = found.at_least(contacts)
    said = say_many(
        "{people} people have {n} contact or more, {share} of all.",
        "{people} people have {n} contacts or more, {share} of all.",
        contacts,
        people=people_said(people),
        share=_share(found, people),
    )
    return [people_said(people), round(people / found.people, 4), str(said)]


def _exposures(found: Reached) -> Shown:
    """The distribution of contacts from one on: a bar for each number, the last for so many or more."""
    last = max(LEVELS, found.enough or 0, found.too_many or 0)
    people = [found.people * share for share in found.exposures]
    met = [(str(n), people[n]) for n in range(1, last)] + [(f"{last}+", math.fsum(people[last:]))]
    heights = marks(max(it for _, it in met), over=True)
    listed = "; ".join(f"{label}: {people_said(it)}" for label, it in met)
    return {
        "bars": [[label, round(it, 2), people_said(it)] for label, it in met],
        "top": heights[-1],
        "heights": [[it, people_said(it)] for it in heights],
        "up": str(say("people")),
        "along": str(say("contacts with all channels together")),
        "alt": str(say("People by the number of their contacts: {list}.", list=listed)),
        "told": str(say("Not reached at all: {n} people.", n=people_said(found.people - found.net))),
    }


def _alt(found: Reached, currency: str) -> str:
    rows = "; ".join(
        f"{one.name}: {sum_said(one.money, currency)} → {people_said(one.reach)}" for one in found.channels
    )
    return str(say("Reach curves, with the split as it stands: {list}.", list=rows))
