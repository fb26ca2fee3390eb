"""Defects of calendar and budget: sums, prices, people counted twice, days."""

from collections.abc import Iterable
from datetime import timedelta

from promplan.cohort.defects import Put, defect
from promplan.language import say
from promplan.plan.document import Plan


@defect(
    "sum is off",
    "DIS-1",
    say("channels, lines and reserve do not add up to the money that there is"),
    lambda was: say("write the price of the source, or share the money out anew: {was}", was=was),
    2,
)
def sum_is_off(plan: Plan) -> Iterable[Put]:
    for one in plan.budget.lines:
        if one.price:
            yield Put(f"budget.lines/{one.id}", {"price": one.price * 3})


@defect(
    "price unsourced",
    "DIS-13",
    say("a price says neither where it is from nor of which day"),
    lambda was: say("say where the price is from: {was}", was=was),
    1,
)
def price_unsourced(plan: Plan) -> Iterable[Put]:
    for one in plan.budget.lines:
        if one.source and one.price:
            yield Put(f"budget.lines/{one.id}", {"source": "", "as_of": None})


@defect(
    "reach added",
    "DIS-5",
    say("the people to be reached are the users of two channels added up"),
    lambda was: say("count once whoever uses both: {was}", was=was),
    3,
)
def reach_added(plan: Plan) -> Iterable[Put]:
    if plan.budget.target:
        users = sorted((one.money.users for one in plan.channels if one.money.users), reverse=True)
        yield from (Put("budget", {"target": sum(users[:n])}) for n in range(2, len(users) + 1))


@defect(
    "more than there are",
    "DIS-4",
    say("a channel is said to have more users than there are people"),
    lambda was: say("write how many of these people use it: {was}", was=was),
    2,
)
def more_than_there_are(plan: Plan) -> Iterable[Put]:
    for one in plan.channels:
        if one.money.users and plan.budget.people:
            yield Put(f"channels/{one.id}/money", {"users": plan.budget.people + 400})


@defect(
    "overlap too large",
    "DIS-4",
    say("more people use two channels than use one of them"),
    lambda was: say("write what was asked: {was}", was=was),
    3,
)
def overlap_too_large(plan: Plan) -> Iterable[Put]:
    users = {one.id: one.money.users for one in plan.channels}
    for one in plan.budget.overlaps:
        least = min(users.get(one.one) or 0, users.get(one.other) or 0)
        if least:
            yield Put(f"budget.overlaps/{one.id}", {"people": least + 150})


@defect(
    "cannot be bought",
    "DIS-2",
    say("a channel gets a sum for which nothing can be bought there"),
    lambda was: say("write a sum between the least and the most: {was}", was=was),
    2,
)
def cannot_be_bought(plan: Plan) -> Iterable[Put]:
    for one in plan.channels:
        if one.money.amount and one.money.least:
            yield Put(f"channels/{one.id}/money", {"amount": one.money.least / 2})


@defect(
    "carrier not asked",
    "DIS-16",
    say("somebody is to carry it for free, and none of us asks them"),
    lambda was: say("say who of us asks them: {was}", was=was),
    1,
)
def carrier_not_asked(plan: Plan) -> Iterable[Put]:
    return [Put(f"budget.carriers/{one.id}", {"asked_by": ""}) for one in plan.budget.carriers if one.asked_by]


@defect(
    "day is wrong",
    "CAL-10",
    say("a day that matters has a wrong date, or none says where it is from"),
    lambda was: say("say where the date is from: {was}", was=was),
    2,
)
def day_is_wrong(plan: Plan) -> Iterable[Put]:
    return [Put(f"calendar.days/{one.id}", {"source": ""}) for one in plan.calendar.days if one.source]


@defect(
    "shares are not whole",
    "CAL-22",
    say("the shares of the pillars are together not the whole"),
    lambda was: say("let the shares come to 100 %: {was}", was=was),
    2,
)
def shares_not_whole(plan: Plan) -> Iterable[Put]:
    for one in plan.calendar.shares:
        if one.percent is not None:
            yield Put(f"calendar.shares/{one.id}", {"percent": one.percent + 12})


@defect(
    "nobody answers",
    "CAL-15",
    say("nobody answers those who write on a channel"),
    lambda was: say("say who answers: {was}", was=was),
    1,
)
def nobody_answers(plan: Plan) -> Iterable[Put]:
    return [Put(f"calendar.duties/{one.id}", {"who": ""}) for one in plan.calendar.duties if one.who]


@defect(
    "stop by one alone",
    "CAL-14P",
    say("the deputy who can stop everything is the same person"),
    lambda was: say("name another one: {was}", was=was),
    2,
)
def stop_by_one_alone(plan: Plan) -> Iterable[Put]:
    if plan.calendar.pause.who and plan.calendar.pause.deputy:
        yield Put("calendar.pause", {"deputy": plan.calendar.pause.who})


@defect(
    "price is old",
    "DIS-13",
    say("the price of a channel is too old on the day on which a piece comes out"),
    lambda was: say("look it up again; it was of {was}", was=was),
    3,
)
def price_is_old(plan: Plan) -> Iterable[Put]:
    for one in plan.channels:
        if one.money.price_on:
            yield Put(f"channels/{one.id}/money", {"price_on": one.money.price_on - timedelta(days=400)})
