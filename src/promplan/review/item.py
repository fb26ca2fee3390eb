"""ITEM, a piece of content: what it says to whom and where, who answers for it, when it must wait, and its facts."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from textwrap import wrap

from promplan.days.placed import earlier
from promplan.language import Words, say
from promplan.measure.clean import clean
from promplan.measure.said import numbers
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.items import Item
from promplan.plan.shown import media
from promplan.review.alternative import faults
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.review.message import cut

UNIT = "06-making"
TOLD = 4  # numbers of one text that are told
PIECE = 200  # characters that are read at once: reading numbers takes the square of it
SEEN = ("photo", "poster", "post", "video", "animation")  # forms with a picture


@rule(
    "ITEM-1",
    severity="warning",
    unit=UNIT,
    section="making-l-columns",
    needed=True,
    text=say("Each piece says one thing to one audience on one channel, and belongs to a pillar and an objective"),
    hints=(
        say("Who learns what from it, where, and what for?"),
        say("What it says, form, audience, channel, pillar, objective: the head of the card."),
    ),
)
def each_says_one_thing(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.items:
        return None
    fix = say("choose one; two of them are two pieces")
    fields = ("title", "message", "form", "audience", "channel", "pillar", "objective")
    return [it for one in _coming(plan) for it in unsaid(one.id, one, *fields, fix=fix)]


@rule(
    "ITEM-2",
    severity="warning",
    unit=UNIT,
    section="making-l-yes",
    text=say("Of each piece it is said who does it, who approves it, and on which day it comes out"),
    hints=(
        say("Who is late if it is late?"),
        say("Owner, approver, day of publishing: three fields of the card."),
    ),
)
def somebody_does_it(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.items:
        return None
    fix = say("agree on it in the team, and write it down")
    return [it for one in _coming(plan) for it in unsaid(one.id, one, "owner", "approver", "dates.publish", fix=fix)]


def _coming(plan: Plan) -> list[Item]:
    """The pieces without those of before the campaign: what is missing there nobody can agree on any more."""
    return [one for one in plan.items if not earlier(plan, one)]


@rule(
    "CAL-4",
    severity="error",
    unit=UNIT,
    section="making-l-yes",
    text=say("Whoever makes a piece does not approve it alone"),
    hints=(
        say("Who reads it with fresh eyes?"),
        say("Compare owner and approver of the piece: these are two members."),
    ),
)
def owner_is_not_approver(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    owned = [one for one in plan.items if one.owner and one.approver]
    if not owned:
        return None
    told, fix = say("Owner and approver are one person."), say("let another member approve it")
    return [Finding(one.id, told, fix, one.title, field="approver") for one in owned if one.owner == one.approver]


@rule(
    "CAL-14",
    severity="warning",
    unit=UNIT,
    section="making-l-yes",
    text=say("Of each piece it is said when it must wait"),
    hints=(
        say("An accident at the plant, a day of mourning: who stops this post, and how fast?"),
        say("Hold it if: one line on the card."),
    ),
)
def it_can_be_held(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.items:
        return None
    fix = say("an accident, a day of mourning, a clearance that is not there: write what would stop it")
    return [it for one in _coming(plan) for it in unsaid(one.id, one, "hold_if", fix=fix)]


@rule(
    "FACT-6I",
    severity="error",
    unit=UNIT,
    section="making-l-ai",
    text=say("Each fact in a piece is cleared, for its channel and its day"),
    hints=(
        say("Who at the plant said that this may be told here, and still then?"),
        say("Clearance of the fact: state, channels, until; compare with the channel and the day of the piece."),
    ),
)
def facts_are_cleared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = {one.id: one for one in plan.enterprise.facts}
    named = [(one, facts[id_]) for one in plan.items for id_ in _facts(one) if id_ in facts]
    if not named:
        return None
    fix = say("ask the plant at the desk, or take another fact")
    found = []
    for one, fact in named:
        why = _uncleared(fact, one.dates.publish or on, media(plan, one))
        found += [Finding(one.id, why, fix, cut(fact.statement), field="facts")] if why else []
    return found


def _facts(one: Item) -> dict[str, None]:
    return dict.fromkeys([*one.facts, *(id_ for line in one.script for id_ in line.facts)])


def _uncleared(fact: Fact, day: date | None, place: str) -> Words | None:
    clearance = fact.clearance
    if clearance.state != "cleared":
        return {
            "open": say("Nobody has cleared {id}.", id=fact.id),
            "asked": say("The plant was asked about {id} and has not answered.", id=fact.id),
            "refused": say("The plant has refused {id}.", id=fact.id),
        }[clearance.state]
    if day and clearance.until and clearance.until < day:
        return say("{id} is cleared until {end}, and the piece comes out later.", id=fact.id, end=clearance.until)
    if place and clearance.channels and place not in clearance.channels:
        return say("{id} is not cleared for this channel.", id=fact.id)
    return None


@rule(
    "ITEM-9",
    severity="warning",
    unit=UNIT,
    section="making-l-ai",
    text=say("No number is said that no fact of the piece says"),
    hints=(
        say("Where does this number come from, and who signed for it?"),
        say("Compare the numbers of headline, text and script with the facts in it."),
    ),
)
def numbers_are_facts(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = [(one, row) for one in plan.items for row in _texts(one) if row[2].strip()]
    if not texts:
        return None
    facts = {one.id: one for one in plan.enterprise.facts}
    return [it for one, row in texts for it in _strange([facts[id_] for id_ in _facts(one) if id_ in facts], *row)]


def _texts(one: Item) -> Iterator[tuple[str, str, str]]:
    yield from ((one.id, name, getattr(one, name)) for name in ("message", "headline", "text"))
    yield from ((line.id, "words", line.words) for line in one.script)


def _strange(facts: list[Fact], where: str, field: str, text: str) -> Iterator[Finding]:
    known = {one.value for one in facts} | {it.value for one in facts for it in numbers(one.statement)}
    known |= {it.value for one in facts for it in numbers(one.clearance.wording)}
    fresh = list(dict.fromkeys(islice(_fresh(text, known), TOLD)))
    if fresh:
        said = " · ".join(fresh)
        fix = say("put the fact into the piece, or drop the number")
        yield Finding(where, say("No fact of the piece says {said}.", said=said), fix, cut(text), field=field)


def _fresh(text: str, known: set[float | None]) -> Iterator[str]:
    """The numbers that are in no fact, as they were typed; a long text is read by pieces, as far as needed."""
    for piece in wrap(text, PIECE, break_long_words=False, break_on_hyphens=False):
        told = clean(piece)  # where a number stands is told of the clean text
        for one in numbers(piece):
            if not one.year and one.value not in known:
                yield told[one.start : one.end].strip().rstrip(".…!?")


@rule(
    "ITEM-8",
    severity="warning",
    unit=UNIT,
    section="making-l-post",
    text=say("Each picture is told in words for those who do not see it"),
    hints=(
        say("Read it to somebody on the telephone. What do they see?"),
        say("Picture in words: what is seen, and why it matters, in one or two sentences."),
    ),
)
def pictures_are_told(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    pictured = [one for one in plan.items if one.form in SEEN]
    if not pictured:
        return None
    return [it for one in pictured for it in faults(one.id, "alt", one.alt, one.title)]
