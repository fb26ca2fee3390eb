"""DIS-13, DIS-15: a price has its source and its day, and every number of people says where it is from."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, days_on
from promplan.review.channel import DAYS
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid


@rule(
    "DIS-13",
    severity="warning",
    unit=UNIT,
    section="distribution-l-price",
    text=say("Each price says where it is from, of which day, in which currency, with VAT or without"),
    hints=(
        say("Would they still sell it to you at that price on the day of publishing?"),
        say("Where the price is from, price as of; in the budget's card the currency, and whether VAT is in it."),
    ),
)
def prices_are_dated(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    channels = [one for one in plan.channels if one.money.price]
    lines = [one for one in plan.budget.lines if one.price]
    if not channels and not lines:
        return None
    fix = say("write it down, with the page or the person it is from")
    found = list(unsaid(CARD, plan.budget, "currency", "tax", fix=say("look into the price list: it says both")))
    days, own = days_on(plan), {one.id: one.dates.publish for one in plan.items}
    for one in channels:
        found += unsaid(one.id, one, "money.price_from", "money.price_on", fix=fix)
        out = max(days.get(one.id, []), default=on)
        found += _stale(one.id, "money.price_on", one.name, one.money.price_on, out, on)
    for line in lines:
        found += unsaid(line.id, line, "source", "as_of", fix=fix)
        out = own.get(line.item) or max(days.get(line.channel, []), default=on)
        found += _stale(line.id, "as_of", line.what, line.as_of, out, on)
    return found


def _stale(where: str, field: str, what: str, day: date | None, out: date | None, on: date | None) -> Iterator[Finding]:
    if day and on and day > on:
        told = say("The price is of {day}, which is still to come.", day=day)
        yield Finding(where, told, say("put the day on which you read it"), what, field=field)
    elif day and out and (out - day).days > DAYS:
        told = say("The price is of {day}; on {out} it will be older than half a year.", day=day, out=out)
        yield Finding(where, told, say("ask for a new offer before you order"), what, field=field)


@rule(
    "DIS-15",
    severity="warning",
    unit=UNIT,
    section="distribution-l-reach",
    text=say("Each number of people says where it is from"),
    hints=(
        say("Who has counted that, and whom?"),
        say("Beside users, people of the campaign, overlaps and carriers stands a field for the source."),
    ),
)
def people_have_their_source(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    fix = say("write who counted it, how and when; your own count in class is one too")
    budget = plan.budget
    users = [one for one in plan.channels if one.money.users]
    carriers = [one for one in budget.carriers if one.people]
    if budget.people is None and not users and not carriers and not budget.overlaps:
        return None
    found = list(unsaid(CARD, budget, "people_from", fix=fix)) if budget.people is not None else []
    found += [it for one in users for it in unsaid(one.id, one, "money.users_from", fix=fix)]
    found += [it for one in budget.overlaps for it in unsaid(one.id, one, "one", "other", "people", "source", fix=fix)]
    return found + [it for one in carriers for it in unsaid(one.id, one, "people_from", fix=fix)]
