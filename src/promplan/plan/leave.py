"""Who may be shown, where and on which day: the consents of the portfolio cards, read strictly.

A yes counts with its paper's days: signed, in term, with a parent's signature under 18. What is missing is no yes, and
one that was taken back counts no more from the moment the plan knows of it, whatever day the reader looks at: a page
that is made anew is made without that person.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.pitch import Card
from promplan.plan.team import Member

Where = Literal["page", "pool"]


def refusal(card: Card, where: Where, on: date) -> Words | None:
    """Why this card lets nobody be shown there on that day; None where it does.

    Args:
        where: the team's own page, or the organiser's pool: each has a consent of its own.
    """
    state = getattr(card, where)
    if card.withdrawn_on is not None:
        return say("the consent was taken back on {day}", day=card.withdrawn_on)
    if state == "withdrawn":
        return say("the consent was taken back")
    if state == "no":
        return say("the answer was no")
    if state != "yes":
        return say("nobody has asked yet, or the paper is not signed")
    if card.signed_on is None:
        return say("the day of signing is missing: copy it from the paper")
    if card.signed_on > on:
        return say("it is signed only on {day}", day=card.signed_on)
    if card.until is None:
        return say("the last day is missing: copy it from the paper")
    if card.until < on:
        return say("the consent ended on {day}", day=card.until)
    if card.minor and not card.parent:
        return say("under 18, and no parent has signed")
    return None


def holds(card: Card, where: Where, on: date) -> bool:
    """May its member be shown there on that day, as far as this card goes?"""
    return refusal(card, where, on) is None


def why_not(plan: Plan, member: Member, where: Where, on: date) -> Words | None:
    """Why a member is not shown there on that day; None where every card of the member says yes."""
    cards = [one for one in plan.pitch.cards if one.member == member.id]
    if not member.name.strip():
        return say("no name stands in the team")
    if not cards:
        return say("there is no card")
    if where == "pool" and member.portfolio_consent == "no":
        return say("in the team's list the wish is no")
    return next((why for one in cards if (why := refusal(one, where, on))), None)


def shown(plan: Plan, where: Where, on: date) -> Iterator[tuple[Member, Card]]:
    """Who may be shown there on that day, in the team's order, each with the (first) card."""
    for one in plan.team.members:
        if why_not(plan, one, where, on) is None:
            yield one, next(it for it in plan.pitch.cards if it.member == one.id)
