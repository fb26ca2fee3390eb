"""DIS-10, DIS-11, DIS-12: is a piece an advertisement, who decided it, and what an advertisement carries."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from promplan.language import Words, say
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.review.budget_begun import PLACED, UNIT, begun, bought_on, sum_words
from promplan.review.calendar_begun import channel_name
from promplan.review.engine import rule
from promplan.review.finding import Finding, Severity
from promplan.review.gaps import empty, unsaid
from promplan.text.dated import HOME, cited, known
from promplan.text.dated import channels as known_channels

MARKED, PRINTED = "ad-marking", "print-ads"  # entries of the law
# known places that are not on the internet: there is nothing to register
OFF_THE_NET = ("notice-board", "plant-newspaper", "regional-newspaper", "tv-radio", "school", "exhibition")
SOON = timedelta(days=7)  # before publishing: by then an advertisement has its token


@rule(
    "DIS-10",
    severity="warning",
    unit=UNIT,
    section="distribution-l-ad",
    needed=True,
    text=say("For each piece it is decided whether it is an advertisement"),
    hints=(
        say("Does the text inform, or does it promote? Who at the plant answers for the difference?"),
        say("Is it an advertisement: yes, no, or whom you asked, when, and what the answer was."),
    ),
)
def advertising_is_decided(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.items or not begun(plan):
        return None
    return [it for one in plan.items for it in _undecided(one)]


def _undecided(one: Item) -> Iterator[Finding]:
    ad = one.ad
    if not ad.is_ad:
        told = say("Nobody has decided whether it is an advertisement.")
        fix = say("answer the questions of the form; where it stays unclear, ask the plant's lawyer")
        yield Finding(one.id, told, fix, one.title, field="ad.is_ad")
    elif ad.is_ad == "ask":
        asked = list(unsaid(one.id, one, "ad.asked", "ad.asked_on", fix=say("ask, and write down whom and when")))
        yield from asked
        if not asked and empty(ad.answer):
            told = say("{who} was asked on {day}, and there is no answer.", who=ad.asked.strip(), day=ad.asked_on)
            fix = say("ask again, and let it wait until it is answered")
            yield Finding(one.id, told, fix, one.title, field="ad.answer")
        elif not asked:
            told = say("The answer is there, and the card still asks.")
            yield Finding(one.id, told, say("choose yes or no"), ad.answer, severity="info", field="ad.is_ad")
    elif empty(ad.why):
        told = say("Why it was decided so, nobody has written.")
        fix = say("name the question that decided it: in half a year somebody may ask you")
        yield Finding(one.id, told, fix, one.title, severity="info", field="ad.why")


@rule(
    "DIS-11",
    severity="warning",
    unit=UNIT,
    section="distribution-l-ad",
    text=say("An advertisement carries what the law of its country wants: mark, advertiser, token, report"),
    hints=(
        say("How does a reader see at the first glance that it is an advertisement?"),
        say("Mark, advertiser, token, who reports it: four fields of each piece that is an advertisement."),
    ),
)
def advertisements_are_marked(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    ads = [one for one in plan.items if one.ad.is_ad == "yes"]
    if not ads:
        return None
    here = country(plan)
    return [it for one in ads for it in (_at_home(plan, one, on) if here == HOME else _abroad(one, here))]


def _abroad(one: Item, here: str) -> Iterator[Finding]:
    """The mark alone; an error only where the notes know the country's law."""
    yield from _missing(one, cited(MARKED, here), "error" if known(MARKED, here) else "warning", "ad.mark")


def _at_home(plan: Plan, one: Item, on: date | None) -> Iterator[Finding]:
    place = next((it.channel for it in plan.channels if it.id == one.channel), "")
    laws = next((it.law for it in known_channels() if it.id == place), ())
    if place in OFF_THE_NET:
        law = cited(PRINTED if PRINTED in laws else "ad-or-not", HOME)
        yield from _missing(one, law, "error" if PRINTED in laws else "warning", "ad.mark")
        return
    certain: Severity = "error" if MARKED in laws else "warning"  # a page of no known place may be a wall
    law = cited(MARKED, HOME)
    yield from _missing(one, law, certain, "ad.mark", "ad.advertiser", "ad.reports")
    yield from _missing(one, law, certain if _is_due(one, on) else "warning", "ad.token")


def _missing(one: Item, law: Words, severity: Severity, *fields: str) -> Iterator[Finding]:
    for it in unsaid(one.id, one, *fields, fix=say("write it down: {law}", law=law)):
        yield replace(it, severity=severity)


def _is_due(one: Item, on: date | None) -> bool:
    """Is it ready or out, or comes out within days? Before that nobody can have a token."""
    day = one.dates.publish
    return one.placing.state in ("ready", "out") or bool(day and on and day - on <= SOON)


@rule(
    "DIS-12",
    severity="warning",
    unit=UNIT,
    section="distribution-l-ad",
    text=say("Nothing that is paid for is said to be no advertisement"),
    hints=(
        say("Somebody gets money for showing it. What would a reader call that?"),
        say("The money of the channel and the lines of the budget, beside the pieces that are no advertisement."),
    ),
)
def what_is_paid_is_an_advertisement(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    bought, paid = bought_on(plan), {one.id for one in plan.channels if one.media == "paid"}
    lines = {one.item: one.what for one in plan.budget.lines if one.item and one.kind in PLACED and one.price}
    decided = [
        one
        for one in plan.items
        if one.ad.is_ad and (one.id in lines or one.channel in paid or bought.get(one.channel))
    ]
    if not decided:
        return None
    fix = say("ask the plant's lawyer: {law}", law=cited("ad-or-not", country(plan)))
    found = []
    for one in (it for it in decided if it.ad.is_ad == "no"):
        if one.channel in paid:
            told = say(
                "It is no advertisement, and its channel is paid: {channel}.", channel=channel_name(plan, one.channel)
            )
            found.append(Finding(one.id, told, fix, one.title, field="ad.is_ad"))
        elif one.id in lines:
            told = say("It is no advertisement, and a line of the budget pays for it: {line}.", line=lines[one.id])
            found.append(Finding(one.id, told, fix, one.title, field="ad.is_ad"))
    return found + _boosted(plan, bought, paid, set(lines), fix)


def _boosted(plan: Plan, bought: dict[str, float], paid: set[str], told_of: set[str], fix: Words) -> list[Finding]:
    """Money on a channel that is not paid by its kind is for some of its pieces: at least one is an advertisement."""
    found = []
    for id_, money in bought.items():
        pieces = [one for one in plan.items if one.channel == id_]
        if not money or id_ in paid or not pieces or any(one.ad.is_ad != "no" or one.id in told_of for one in pieces):
            continue
        told = say(
            "{sum} go into it, and none of its pieces is an advertisement: {ids}.",
            sum=sum_words(plan, money),
            ids=", ".join(one.id for one in pieces),
        )
        found.append(Finding(id_, told, fix, channel_name(plan, id_), field="money.amount"))
    return found
