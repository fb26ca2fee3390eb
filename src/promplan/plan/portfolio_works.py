"""Why a work does not stand on the portfolio page: what stands behind it is not let out, or somebody has not agreed."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, day, say
from promplan.plan import shown
from promplan.plan.approvals import holds
from promplan.plan.asking import OF_NUMBERS
from promplan.plan.consents import Consent, Person
from promplan.plan.document import Plan
from promplan.plan.enterprise import Clearance
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.shots import Shot, ShotClearance
from promplan.plan.team import Member
from promplan.plan.withheld import Withheld

PAPERS = ("image", "data", "dissemination")
OUT = "out"  # a piece that has been published


def cleared(clearance: Clearance | ShotClearance, on: date) -> Words | None:
    """Why something is not let out on that day; None where it is."""
    if clearance.state != "cleared":
        return say("it is not cleared by the plant")
    if clearance.until is not None and clearance.until < on:
        return say("the plant let it out until {day} only", day=day(clearance.until))
    return None


def idea_stays(plan: Plan, idea: Idea, on: date, why: Withheld) -> Words | None:
    """Why the poster of an idea does not stand on the page; None where it does."""
    poster = idea.poster
    if poster.form != OF_NUMBERS and (reason := cleared(poster.clearance, on)) is not None:
        return say("the data behind it: {why}", why=reason)
    if (reason := _facts(plan, idea.facts, on)) is not None:
        return reason
    return _named((idea.title, poster.title, poster.line, *poster.legend, poster.alt, poster.credit), why)


def item_stays(plan: Plan, item: Item, on: date, why: Withheld) -> Words | None:
    """Why a piece does not stand on the page; None where it does."""
    if item.placing.state != OUT and not any(it.judge == "plant" and holds(it, item) for it in item.approvals):
        return say("the plant has not approved this version of it")
    if (reason := _facts(plan, item.facts, on)) is not None:
        return reason
    for it in shown.shown(plan):
        if it.item.id == item.id and (reason := _shot(plan, it.shot, on)) is not None:
            return say("the shot {id} in it: {why}", id=it.shot.id, why=reason)
    said = (item.title, item.headline, *(one.action for one in item.panels), *(one.words for one in item.script))
    return _named(said, why)


def shot_stays(plan: Plan, shot: Shot, on: date, why: Withheld) -> Words | None:
    """Why a shot is not named on the page; None where it is."""
    return _facts(plan, shot.facts, on) or _shot(plan, shot, on) or why(shot.what)


def work(plan: Plan, one: Member, id_: str, on: date, why: Withheld) -> tuple[str, Words | None]:
    """The title of what a card shows, and why it does not stand there: another's, or held back."""
    there: list[Idea | Item | Shot] = [*plan.ideas, *plan.items, *plan.visit.shots]
    found = next((it for it in there if it.id == id_), None)
    if found is None:
        return "", say("there is no idea, no piece and no shot of this id")
    whose = _whose(plan, found)
    if whose and one.id not in whose:
        return "", say("it is somebody else's by the plan")
    if isinstance(found, Shot):
        return found.what, shot_stays(plan, found, on, why)
    if isinstance(found, Item):
        return found.title or found.headline, item_stays(plan, found, on, why)
    if found.chosen != "yes" or not found.poster.form:
        return "", say("the idea was not chosen, or has no poster")
    return found.poster.title.strip() or found.title, idea_stays(plan, found, on, why)


def _whose(plan: Plan, found: Idea | Item | Shot) -> set[str]:
    """Who entered it, owns it, or makes what comes of it; nobody: it is anybody's."""
    whose = {found.by, str(getattr(found, "owner", ""))}
    if isinstance(found, Item):
        whose |= {one.owner for one in found.production}
    if isinstance(found, Idea):
        whose |= {one.owner for one in plan.items if one.idea == found.id}
    return {one for one in whose if any(it.id == one for it in plan.team.members)}


def _facts(plan: Plan, ids: Iterable[str], on: date) -> Words | None:
    """Why the facts behind a work keep it inside."""
    known = {one.id: one for one in plan.enterprise.facts}
    for id_ in ids:
        reason = cleared(known[id_].clearance, on) if id_ in known else None
        if reason is not None:
            return say("the fact {id} behind it: {why}", id=id_, why=reason)
    return None


def _shot(plan: Plan, shot: Shot, on: date) -> Words | None:
    """Why a shot may not be shown: not let out, or somebody in it has not signed everything."""
    if (reason := cleared(shot.clearance, on)) is not None:
        return reason
    people = {one.id: one for one in plan.visit.people}
    for id_ in shot.people:
        if id_ in people and (reason := next(_papers(people[id_], on), None)) is not None:
            return say("{id} is in it, and {why}", id=id_, why=reason)
    return None


def _papers(person: Person, on: date) -> Iterator[Words]:
    """What is missing in the papers of somebody who is filmed, for that day."""
    for name in PAPERS:
        paper: Consent = getattr(person, name)
        if paper.withdrawn is not None:
            yield say("has taken a consent back")
        elif paper.state != "given":
            yield say("not every paper is signed")
        elif paper.until is not None and paper.until < on:
            yield say("a consent ended on {day}", day=day(paper.until))
        elif person.age in ("14-17", "under 14") and paper.guardian is None:
            yield say("a guardian has not signed")


def _named(said: Iterable[str], why: Withheld) -> Words | None:
    """Why the words of a work keep it inside: they name somebody, reach somebody, or say what stays at the plant."""
    return next((reason for text in said if (reason := why(text)) is not None), None)
