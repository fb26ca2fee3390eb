"""What an invented plant answers about works made of its data, about shots, and about a visit: out of its tables."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from promplan.cases.recognise import Claim, bare, claim, recognise
from promplan.cases.release import Art, art
from promplan.cases.shots import Shot, shots
from promplan.cases.staff import Person, Reply, Staff
from promplan.cases.voice import AS_AGREED, ASK_HIM, CHANGED, GUARDIAN, NO, YES, Concern, elsewhere, let_out, voiced
from promplan.cases.zones import FILMING, zones
from promplan.language import Words, chosen, say
from promplan.language.typesetting import unset
from promplan.plan import asking, edit
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan

STRANGE = say("I do not know these data, and let nothing out that I have not seen. Ask about a series of ours.")
WHERE = say("Where is that? Name the stop and its zone, then ask me again.")
NEW = say("Nobody has asked for that yet. So much goes in that zone, and no more.")
COME = say("You may come, and film what was agreed.")
COME_SO = say("You may come, on these conditions.")
ON_MENU = say("It stands on our menu of shots. Yes.")

OBJECTIONS: dict[Concern, Words] = {
    "minor": GUARDIAN,
    "person": ASK_HIM,
    "secret": NO["secret"],
    "inside": NO["inside"],
}


@dataclass(frozen=True)
class Asked:
    """A letter on the desk of whom it was written to, and what an editor would find in its words."""

    plan: Plan
    one: Request
    staff: Staff
    person: Person
    due: date
    seen: Collection[Concern]

    @property
    def thing(self) -> Any:
        """What it asks about, as it is now; None where it is gone."""
        address = asking.about(self.one)
        return edit.find(self.plan, address) if edit.is_there(self.plan, address) else None

    def no(self, said: object) -> Answer:
        """A no with its reason."""
        return voiced(self.person, self.due, "no", str(said))

    def objection(self, of: Collection[Concern] = tuple(OBJECTIONS)) -> Answer | None:
        """A no to what is said in the letter itself."""
        return next((self.no(words) for key, words in OBJECTIONS.items() if key in of and key in self.seen), None)

    def yes(self, said: object, wording: str, *, other: bool = False, scales: str = "") -> Answer:
        """A yes with its limits; `other`: in this form only."""
        limits = Reply("", self.person.id, "yes", "", wording, self.staff.channels, self.staff.until, False, ())
        state: Literal["yes", "words"] = "words" if other else "yes"
        return let_out(self.one, self.person, self.due, state, str(said), unset(wording), limits, scales=scales)


def about_work(it: Asked) -> Answer:
    """The answer about the data behind a poster: with the scales that it has, without them, or not."""
    if it.thing is None or asking.has_changed(it.plan, it.one):
        return it.no(CHANGED)
    row = _series(it)
    owner = row.by if row else it.staff.first
    if owner != it.person.id:
        return elsewhere(it.person, it.due, it.staff.people[owner].role)
    if objected := it.objection():
        return objected
    poster = it.thing.poster
    if row is None:
        if poster.form == asking.OF_NUMBERS:
            return it.yes(AS_AGREED, it.one.wording, scales=it.one.scales)
        return it.no(NO["unsourced"] if poster.data.attachment else STRANGE)
    said, legend = row.answer(scaled=it.one.scales != "off"), chosen(row.legend)
    if said.state != "no":
        has_it = any(bare(legend) == bare(line) for line in poster.legend)
        return it.yes(chosen(said.said), legend, other=said.state == "words" and not has_it, scales=it.one.scales)
    if it.one.scales != "off" and row.bare.state != "no":
        return it.yes(f"{chosen(said.said)} {chosen(row.bare.said)}", legend, other=True, scales="off")
    return it.no(chosen(said.said))


def _series(it: Asked) -> Art | None:
    data = it.thing.poster.data
    if data.attachment:
        return None
    name = data.file.rpartition(".")[0] or data.file
    return next((one for one in art(it.plan.meta.case) if one.data == name), None)


def about_shot(it: Asked) -> Answer:
    """The answer about a shot: as on the menu, as the kit says of it, or as its zone allows."""
    if it.thing is None or asking.has_changed(it.plan, it.one):
        return it.no(CHANGED)
    row = _shot(it)
    owner = (row.by if row else "") or it.staff.first
    free = row is not None and row.state == "cleared" and it.person.decides  # whoever decides knows the menu
    if owner != it.person.id and not free:
        return elsewhere(it.person, it.due, it.staff.people[owner].role)
    if row is None:
        return it.objection() or _in_zone(it)
    if row.state == "no":
        return it.no(chosen(row.said or ""))
    form = chosen((row.condition if row.state == "cleared" else row.wording) or "")
    said = ON_MENU if row.state == "cleared" else chosen(row.said or "") or YES
    return _in_this_form(it, said, form)


def _in_this_form(it: Asked, said: object, form: str) -> Answer:
    """A yes in the plant's form; a plain yes where the letter or the shot's conditions say it already."""
    asked = bare(f"{it.one.wording} {it.thing.clearance.conditions}")
    if not form:
        return it.yes(said, it.one.wording)
    return it.yes(YES, form) if bare(form) in asked else it.yes(said, form, other=True)


def _in_zone(it: Asked) -> Answer:
    """The answer about a shot that the plant has never thought about."""
    stop = next((one for one in it.plan.visit.stops if one.id == it.thing.stop), None)
    zone = next((one for one in zones(it.plan.meta.case) if stop and one.id == stop.zone), None)
    if zone is None:
        return it.no(WHERE)
    if zone.filming == "no":
        name = str(chosen(zone.name))
        return it.no(f"{name[:1].upper()}{name[1:]}: {FILMING['no']}.")
    form = say("{filmed}; never in frame: {never}", filmed=chosen(zone.filmed), never=chosen(zone.never))
    return _in_this_form(it, NEW, str(form))


def about_visit(it: Asked) -> Answer:
    """The answer of one layer: yes; safety and whoever answers for the process add what the zones ask for."""
    if it.thing is None:
        return it.no(CHANGED)
    owner = it.staff.layers.get(it.thing.layer, it.staff.first)
    if owner != it.person.id:
        return elsewhere(it.person, it.due, it.staff.people[owner].role)
    wanted = {one.zone for one in it.plan.visit.stops if not it.thing.stops or one.id in it.thing.stops}
    rows = [one for one in zones(it.plan.meta.case) if one.id in wanted]
    told = {
        "safety": [f"{chosen(one.name)}: {chosen(one.ppe)}; {chosen(one.limits)}" for one in rows],
        "process owner": [
            f"{chosen(one.name)}. {say('Never in frame: {avoid}.', avoid=chosen(one.never))}" for one in rows
        ],
    }.get(it.thing.layer, [])
    form = unset("\n".join(told))
    if not form or bare(form) in bare(it.thing.note):
        return voiced(it.person, it.due, "yes", str(COME))
    return voiced(it.person, it.due, "words", str(COME_SO), wording=form[:4000])


def _shot(it: Asked) -> Shot | None:
    case = it.plan.meta.case
    found = recognise(it.thing.what, _claims(case)) or recognise(it.one.wording, _claims(case))
    return next((one for one in shots(case) if one.id == found), None)


@cache
def _claims(case: str) -> tuple[Claim, ...]:
    return tuple(claim(one.id, one.what) for one in shots(case))
