"""What the portfolio page shows of a plan, and what it does not, each with the reason, which only the team is told.

Shown are the members who agreed, the chosen ideas with a poster and the pieces with a storyboard, each only if the
plant has let out what stands behind it and everybody in the picture has agreed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.leave import shown as agreed
from promplan.plan.leave import why_not
from promplan.plan.meta import REAL
from promplan.plan.pitch import Card
from promplan.plan.portfolio_works import cleared, idea_stays, item_stays, work
from promplan.plan.team import Member
from promplan.plan.withheld import Withheld, inside, withheld

LONG = 60  # letters of a line that is left out


@dataclass(frozen=True)
class Left:
    """Something that does not stand on the page: what it is, and why."""

    what: Words | str
    why: Words


@dataclass(frozen=True)
class Entered:
    """How much a member has put into the plan."""

    facts: int
    ideas: int
    items: int


@dataclass(frozen=True)
class Shown:
    """A member who stands on the page; `works` are ids and titles of what the member shows."""

    member: Member
    card: Card
    did: str
    learned: str
    works: tuple[tuple[str, str], ...]
    entered: Entered


@dataclass(frozen=True)
class Choice:
    """All that the page shows; `left` is for the team alone.

    Args:
        plant: its name, empty where it may not be used. team: its name, empty where that names somebody who has not
            agreed. why: of any other text that might stand on the page: why it may not.
    """

    on: date
    team: str
    plant: str
    members: tuple[Shown, ...]
    ideas: tuple[Idea, ...]
    items: tuple[Item, ...]
    left: tuple[Left, ...]
    why: Withheld


def choice(plan: Plan, on: date) -> Choice:
    """What stands on the page on that day."""
    there = list(agreed(plan, "page", on))
    present = {one.id for one, _ in there}
    why = withheld(plan, [one for one in plan.team.members if one.id not in present])
    left = [
        Left(_called(one), reason)
        for one in plan.team.members
        if (reason := why_not(plan, one, "page", on)) is not None
    ]
    ideas, items = [], []
    for idea in plan.ideas:
        if idea.chosen == "yes" and idea.poster.form:
            reason = idea_stays(plan, idea, on, why)
            left += [] if reason is None else [Left(say("the poster of {id}", id=idea.id), reason)]
            ideas += [idea] if reason is None else []
    for item in plan.items:
        if item.panels:
            reason = item_stays(plan, item, on, why)
            left += [] if reason is None else [Left(say("the animatic of {id}", id=item.id), reason)]
            items += [item] if reason is None else []
    members = []
    for one, card in there:
        found, more = _shown(plan, one, card, on, why)
        members.append(found)
        left += more
    team, plant = _team(plan, why, left), _plant(plan, on, why, left)
    left += [Left(_begun(text), reason) for text in _texts(plan, ideas) if (reason := why(text)) is not None]
    return Choice(on, team, plant, tuple(members), tuple(ideas), tuple(items), tuple(left), why)


def _texts(plan: Plan, ideas: list[Idea]) -> Iterator[str]:
    """What the page says of the plan itself."""
    yield plan.team.institution
    yield from (one.statement for one in plan.objectives)
    yield from (one.segment for one in plan.audiences)
    yield plan.message.umbrella
    yield from (one.statement for one in plan.message.pillars)
    yield from (one.hook for one in ideas)


def _begun(text: str) -> Words:
    """The beginning of a line that is left out."""
    return say("“{wording}”", wording=text if len(text) <= LONG else f"{text[:LONG]}…")


def _called(one: Member) -> Words | str:
    return say("{id}, “{words}”", id=one.id, words=one.name) if one.name.strip() else one.id


def _team(plan: Plan, why: Withheld, left: list[Left]) -> str:
    name = plan.team.name.strip()
    if reason := why(name):
        left.append(Left(say("the team's name"), reason))
        return ""
    return name


def _plant(plan: Plan, on: date, why: Withheld, left: list[Left]) -> str:
    """The plant's name, where it may be used: an invented plant's always; a real one's when it has let anything out."""
    name = plan.enterprise.name.strip()
    reason = why(name)
    if any(name.casefold() in one or one in name.casefold() for one in inside(plan)):
        reason = say("it stands among the names that stay inside")
    elif plan.meta.case in ("", REAL) and not any(cleared(one.clearance, on) is None for one in plan.enterprise.facts):
        reason = say("a plant that has let nothing out yet is not named")
    if name and reason:
        left.append(Left(say("the plant's name"), reason))
        return ""
    return name


def _shown(plan: Plan, one: Member, card: Card, on: date, why: Withheld) -> tuple[Shown, list[Left]]:
    """A member as the page shows it, and what of the card it does not show."""
    left: list[Left] = []
    said = {}
    for name, what in (
        ("did", say("what {name} did", name=one.name)),
        ("learned", say("what {name} can do now", name=one.name)),
    ):
        text = getattr(card, name).strip()
        reason = why(text)
        left += [] if reason is None else [Left(what, reason)]
        said[name] = "" if reason is not None else text
    works = []
    for id_ in dict.fromkeys(card.shows):
        title, reason = work(plan, one, id_, on, why)
        left += [] if reason is None else [Left(say("{id} on the card of {name}", id=id_, name=one.name), reason)]
        works += [(id_, title)] if reason is None else []
    lists = (plan.enterprise.facts, plan.ideas, plan.items)
    count = Entered(*(sum(it.by == one.id for it in rows) for rows in lists))
    return Shown(one, card, said["did"], said["learned"], tuple(works), count), left
