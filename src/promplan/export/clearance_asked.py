"""What of a plan still needs somebody's word: entry, facts, shots, data behind a poster, works; by who answers for it.

The layers come in the order in which a plant lets something out: the company, the plant, safety, the process owner.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from promplan import assets, toml
from promplan.cases.letter_subject import shown
from promplan.language import Words, say
from promplan.language.typesetting import unset
from promplan.plan import answering, asking, tree
from promplan.plan.approvals import Judge, holds
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import Channel, Clearance
from promplan.plan.items import Item
from promplan.plan.poster import Poster
from promplan.plan.safety import Layer
from promplan.plan.shots import ShotClearance

Kind = Literal["entry", "fact", "shot", "data", "work"]
LAYERS: tuple[Layer, ...] = ("corporate", "plant", "safety", "process owner")
KINDS: dict[Kind, Words] = {
    "entry": say("May we"),
    "fact": say("May we say"),
    "shot": say("May we film and show"),
    "data": say("May we draw from these data"),
    "work": say("May this go out"),
}
JUDGED: dict[Judge, Layer] = {
    "engineer": "process owner",
    "safety": "safety",
    "plant": "plant",
    "personnel": "plant",
    "legal": "corporate",
}
FILMED = ("video", "photo", "animation")
SHORT = 8  # letters of a version: enough to see that a work has changed


@dataclass(frozen=True)
class Asked:
    """One line of the request: what is asked, of whom, and for which use. `id` leads back to its place in the plan."""

    id: str
    kind: Kind
    layer: Layer
    what: str
    more: str = ""
    channels: tuple[Channel, ...] = ()
    until: date | None = None
    who: str = ""


def asked(plan: Plan) -> list[Asked]:
    """Every line, the layers in their order."""
    found = [*_entry(plan), *_facts(plan), *_shots(plan), *_data(plan), *_works(plan)]
    return sorted(found, key=lambda one: LAYERS.index(one.layer))


def layer(plan: Plan, role: str, kind: Layer = "process owner") -> Layer:
    """Whose word a role's is: as the plan's clearances say, else by the words of the role, else `kind`."""
    told = _folded(role)
    if not told:
        return kind
    for one in plan.visit.clearances:
        if one.layer and _folded(one.by_whom) == told:
            return one.layer
    return next((id_ for id_, stems in _stems() if any(stem in told for stem in stems)), kind)


@cache
def _stems() -> tuple[tuple[Layer, tuple[str, ...]], ...]:
    rows = toml.read(assets.folder() / "layers.toml")["layer"]
    return tuple((one["id"], tuple(one["stems"])) for one in rows)


def _folded(role: str) -> str:
    return " ".join(unicodedata.normalize("NFC", role).casefold().split())


def _line(plan: Plan, kind: Kind, id_: str, row: dict[str, str], layer_: Layer, who: str, **more: Any) -> Asked:
    """A line as the desk's letter about it would say it, with what that letter shows besides."""
    draft = Request.model_validate({"id": "R1", **row})
    address = asking.about(draft)
    seen = asking.version(plan, address)
    number = "-".join(it for it in (id_, row.get("judge", ""), seen[:SHORT]) if it)
    told = more.pop("what", "") or asking.begun(plan, address)
    shows = "\n".join(unset(str(it)) for it in shown(plan, draft, whole=False))
    return Asked(number, kind, layer_, told, more.pop("source", "") or shows, who=who, **more)


def _needs(plan: Plan, subject: asking.Subject, one: Clearance | ShotClearance) -> bool:
    """Is a word still missing: none given, given to another version, or ending before the campaign does?"""
    end = plan.meta.campaign_end
    if one.state == "cleared":
        return not answering.stands(plan, subject) or (one.until is not None and end is not None and one.until < end)
    return one.state != "refused"


def _use(plan: Plan, one: Clearance | ShotClearance) -> dict[str, Any]:
    """Where and until when it would be used: what was planned, else the plant's own channels for the campaign."""
    until = plan.meta.campaign_end if one.state == "cleared" else one.until or plan.meta.campaign_end
    return {"channels": tuple(one.channels) or ("owned", "shared"), "until": until}


def _entry(plan: Plan) -> Iterator[Asked]:
    for one in plan.visit.clearances:
        if one.state in ("open", "asked"):
            whose = one.layer or layer(plan, one.by_whom, "plant")
            yield _line(plan, "entry", one.id, {"permit": one.id}, whose, one.by_whom)


def _facts(plan: Plan) -> Iterator[Asked]:
    """The facts that something in the plan rests on; not those of ideas that were left, nor what was merely heard."""
    uses = [plan.message, *(one for one in plan.ideas if one.chosen != "no"), *plan.items, *plan.visit.shots]
    used = {id_ for one in uses for id_ in tree.named(one)}
    for one in plan.enterprise.facts:
        if one.id in used and _needs(plan, asking.Subject("fact", one.id), one.clearance):
            source = str(say("source: {source}", source=one.source)) if one.source else ""
            who, use = one.clearance.by, _use(plan, one.clearance)
            yield _line(plan, "fact", one.id, {"fact": one.id}, layer(plan, who), who, source=source, **use)


def _shots(plan: Plan) -> Iterator[Asked]:
    hosts = {one.id: one.host for one in plan.visit.stops}
    for one in plan.visit.shots:
        if not one.menu and _needs(plan, asking.Subject("shot", one.id), one.clearance):
            who = one.clearance.by or hosts.get(one.stop, "")
            yield _line(plan, "shot", one.id, {"shot": one.id}, layer(plan, who), who, **_use(plan, one.clearance))


def _data(plan: Plan) -> Iterator[Asked]:
    for one in plan.ideas:
        poster: Poster = one.poster
        ready = asking.unready(plan, Request(id="R1", idea=one.id)) is None
        if one.chosen != "no" and ready and _needs(plan, asking.Subject("idea", one.id), poster.clearance):
            who = poster.clearance.by
            yield _line(plan, "data", one.id, {"idea": one.id}, layer(plan, who), who, **_use(plan, poster.clearance))


def _works(plan: Plan) -> Iterator[Asked]:
    """A piece of content once for each judge who has not said yes to it as it stands."""
    kinds = {one.id: one.media for one in plan.channels}
    for one in plan.items:
        if asking.unready(plan, Request(id="R1", item=one.id, judge="plant")) is not None:
            continue
        media = kinds.get(one.channel, "")
        channels: tuple[Channel, ...] = (media,) if media else ()
        for judge in _judges(one):
            mine = [it for it in one.approvals if it.judge == judge]
            if any(holds(it, one) for it in mine):
                continue
            who = next((it.who for it in mine if it.who), "")
            row = {"item": one.id, "judge": judge}
            use = {"channels": channels, "until": one.dates.publish}
            what = " — ".join(it for it in (one.title, one.message) if it)
            yield _line(plan, "work", one.id, row, JUDGED[judge], who, what=what, **use)


def _judges(one: Item) -> list[Judge]:
    """Engineer and plant always, safety where people are filmed, others where the team put them down."""
    wanted: list[Judge] = ["engineer", "plant", *(["safety"] if one.form in FILMED else [])]  # type: ignore[list-item]
    return list(dict.fromkeys([*wanted, *(it.judge for it in one.approvals if it.judge in JUDGED)]))
