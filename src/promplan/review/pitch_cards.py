"""PIT-10, PIT-11: a card leaves the team by a signed paper alone, and shows what is one's own and let out."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan.base import Record
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.labels import label_of
from promplan.plan.pitch import Card
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.pitch_begun import UNIT, records

PLACES = ("page", "pool")


@rule(
    "PIT-10",
    severity="error",
    unit=UNIT,
    text=say(
        "A card stands on the page or in the pool only by a signed paper that still holds; under 18 with a parent's"
    ),
    hints=(
        say("Which paper would you show to this person's mother?"),
        say("Signed on, Holds until, A parent signed too, Taken back on: each of them stands on the paper."),
    ),
)
def cards_have_a_paper(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    asked = [one for one in plan.pitch.cards if one.page != "not asked" or one.pool != "not asked" or one.withdrawn_on]
    if not asked:
        return None
    return [it for one in asked for it in _paper(one, on)]


def _paper(one: Card, on: date | None) -> Iterator[Finding]:
    given = [name for name in PLACES if getattr(one, name) == "yes"]
    back = say("set both to taken back, and take the card off")
    if one.withdrawn_on:
        for name in given:
            told = say("{place}: yes, and it was taken back on {day}.", place=_place(name), day=one.withdrawn_on)
            yield Finding(one.id, told, back, one.did, field=name)
        return
    if not given:
        return
    yield from unsaid(one.id, one, "signed_on", "until", fix=say("look at the paper; without one it is not asked"))
    if one.signed_on and on and one.signed_on > on:
        told = say("Signed on {day}, which is still to come.", day=one.signed_on)
        yield Finding(one.id, told, say("correct the day, or wait for the signature"), one.did, field="signed_on")
    if one.signed_on and one.until and one.until < one.signed_on:
        told = say("It ends on {day}, before it was signed.", day=one.until)
        yield Finding(one.id, told, say("correct the days"), one.did, field="until")
    elif one.until and on and one.until < on:
        told = say("The consent ended on {day}.", day=one.until)
        yield Finding(one.id, told, say("ask again, or take the card off"), one.did, field="until")
    if one.minor and not one.parent:
        told = say("Under 18, and no parent has signed.")
        yield Finding(one.id, told, say("ask a parent for a signature first"), one.did, field="parent")


def _place(name: str) -> Words:
    return label_of(Card.model_fields[name]) or Words(name)


@rule(
    "PIT-11",
    severity="warning",
    unit=UNIT,
    text=say("A card says who did what, and shows only what is one's own and let out"),
    hints=(
        say("Would the others say that this is yours? And may the plant's page show it?"),
        say("Whose card, What I did, What I show: pieces that you own or entered, and that the plant has approved."),
    ),
)
def cards_show_ones_own(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.pitch.cards:
        return None
    known = {one.id: one for one in records(plan)}
    return [it for one in plan.pitch.cards for it in _card(plan, one, known)]


def _card(plan: Plan, one: Card, known: dict[str, Record]) -> Iterator[Finding]:
    yield from unsaid(one.id, one, "member", "did", fix=say("write it as you would say it to somebody from the plant"))
    if one.withdrawn_on or "withdrawn" in (one.page, one.pool):
        return  # nobody sees it
    for id_ in one.shows:
        piece = known.get(id_)
        if piece is None:
            continue
        if not empty(one.member) and not _own(plan, piece, one.member):
            told = say("{id} is the work of somebody else by the plan.", id=id_)
            fix = say("show what you own or entered, or have the owner corrected")
            yield Finding(one.id, told, fix, one.did, field="shows")
        elif isinstance(piece, Item) and one.page == "yes" and not _let_out(piece):
            told = say("The plant has not approved {id} yet.", id=id_)
            yield Finding(one.id, told, say("show it after the plant's yes"), one.did, field="shows")


def _own(plan: Plan, piece: Record, member: str) -> bool:
    """Did the member own it, enter it, or make what came of it? What nobody is named for is anybody's."""
    whose = {str(getattr(piece, name, "")) for name in ("by", "owner")} - {""}
    if not whose:
        return True
    whose |= {one.owner for one in plan.items if one.idea == piece.id} - {""}
    if isinstance(piece, Item):
        whose |= {one.owner for one in piece.production} - {""}
    names = {one.name for one in plan.team.members if one.id == member} - {""}
    return bool(whose & {member, *names})


def _let_out(one: Item) -> bool:
    return one.placing.state == "out" or any(it.judge == "plant" and it.state == "approved" for it in one.approvals)
