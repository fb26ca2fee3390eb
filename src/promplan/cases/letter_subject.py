"""What a letter shows besides its sentence: the work and its scales, the shot and its frame, the version to look at."""

from collections.abc import Iterator
from typing import Any

from promplan.language import Words, say, say_many
from promplan.plan import asking, edit
from promplan.plan.approvals import JUDGES
from promplan.plan.camera import MOVES, SIZES
from promplan.plan.desk import SCALE, Request
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.items import ITEM_FORMS, Item
from promplan.plan.poster import ART_FORMS
from promplan.plan.safety import LAYERS, VisitClearance
from promplan.plan.shots import Shot


def shown(plan: Plan, one: Request, *, whole: bool = True) -> list[Words | str]:
    """Its lines, in the language of the moment; `whole`: with all the words of a piece of content."""
    address = asking.about(one)
    if not address or not edit.is_there(plan, address):
        return []
    thing: Any = edit.find(plan, address)
    if isinstance(thing, Idea):
        return list(_work(plan, one, thing))
    if isinstance(thing, Shot):
        return list(_shot(plan, thing))
    if isinstance(thing, VisitClearance):
        return list(_visit(plan, thing))
    if isinstance(thing, Item):
        return [*_piece(one, thing), *(_words(plan, thing) if whole else [])]
    asked = getattr(thing, "question", "")
    return [say("as our answer to the question: {question}", question=asked)] if asked else []


def _work(plan: Plan, one: Request, idea: Idea) -> Iterator[Words]:
    poster = idea.poster
    own = next((it.name for it in plan.attachments if it.id == poster.data.attachment), "")
    data = own or poster.data.file
    scales = SCALE[one.scales or poster.scales]
    form = ART_FORMS[poster.form]
    if data:
        yield say(
            "a work of art made of your data: {form}, drawn from {data}, {scales}", form=form, data=data, scales=scales
        )
    else:
        yield say("a work of art: {form}, {scales}", form=form, scales=scales)
    if poster.data.values:
        yield say("what is drawn: {columns}", columns=", ".join(poster.data.values))
    if lines := [it.strip() for it in (poster.line, *poster.legend) if it.strip()]:
        yield say("what is written on it: {words}", words="; ".join(lines))


def _shot(plan: Plan, shot: Shot) -> Iterator[Words]:
    stop = next((it.name.strip() for it in plan.visit.stops if it.id == shot.stop), "")
    frame = [str(words[key]) for words, key in ((SIZES, shot.size), (MOVES, shot.move)) if key]
    if shot.seconds:
        frame.append(str(say("{n} s", n=f"{shot.seconds:g}")))
    if stop:
        yield say("a shot at this stop: {stop}", stop=stop)
    if frame:
        yield say("how: {how}", how=", ".join(frame))
    if shot.clearance.conditions.strip():
        yield say("under these conditions: {conditions}", conditions=shot.clearance.conditions.strip())
    if avoid := [it.strip() for it in shot.avoid if it.strip()]:
        yield say("never in frame: {avoid}", avoid="; ".join(avoid))
    people = [it.role.strip() for it in plan.visit.people if it.id in shot.people and it.role.strip()]
    if people:
        yield say("who is in it: {people}", people=", ".join(people))


def _visit(plan: Plan, one: VisitClearance) -> Iterator[Words]:
    visit = plan.visit
    yield say("a visit to the plant; who has to agree: {layer}", layer=LAYERS[one.layer])
    if visit.date:
        yield say("on {day}", day=visit.date)
    stops = [it.name.strip() for it in visit.stops if (not one.stops or it.id in one.stops) and it.name.strip()]
    if stops:
        yield say("where: {places}", places=", ".join(stops))


def _piece(one: Request, item: Item) -> Iterator[Words]:
    if item.form:
        yield say("a piece of content: {form}", form=ITEM_FORMS[item.form])
    if one.judge:
        yield say("please look at this version ({judge})", judge=JUDGES[one.judge])
    yield say("a yes holds for this version alone: what changes is shown to you again")


def _words(plan: Plan, item: Item) -> Iterator[Words | str]:
    """The version itself: text, script with its facts, storyboard in words."""
    facts = {it.id: it.statement for it in plan.enterprise.facts}
    for text in (item.headline, item.text):
        if text.strip():
            yield text.strip()
    for n, line in enumerate(item.script, 1):
        yield f"{n}. {line.words.strip() or '…'}"
        if line.picture.strip():
            yield say("picture: {picture}", picture=line.picture.strip())
        for id_ in line.facts:
            yield say("fact {id}: {fact}", id=id_, fact=facts.get(id_, "?"))
    if item.panels:
        yield say_many("Storyboard, {n} panel:", "Storyboard, {n} panels:", len(item.panels))
    for panel in item.panels:
        yield f"— {panel.action.strip() or '…'}"
