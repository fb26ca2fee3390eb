"""PRD, people in frame: each with three papers in force, for this channel and on this day; minors with a guardian's."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan import answering
from promplan.plan.asking import Subject
from promplan.plan.consents import Consent, Person
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.labels import label_of
from promplan.plan.shown import media, people, shown
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.text.dated import cited

UNIT = "05-visit"
PAPERS = ("image", "data", "dissemination")


def _papers(one: Person) -> list[tuple[str, Words, Consent]]:
    return [(name, label_of(Person.model_fields[name]) or Words(name), getattr(one, name)) for name in PAPERS]


@rule(
    "PRD-3",
    severity="error",
    unit=UNIT,
    section="vis-l-people",
    text=say("Nobody is shown who has said no, has taken it back, or has not signed before publishing"),
    hints=(
        say("Did this person sign, and do they still want it?"),
        say("Consent to the image, to their data and to dissemination: state and Taken back on."),
    ),
)
def shown_have_signed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    planned = {id_ for shot in plan.visit.shots for id_ in shot.people}
    filmed = [one for one in plan.visit.people if one.id in planned]
    if not filmed:
        return None
    dated = {person.id for item, person in people(plan) if item.dates.publish}
    return [it for one in filmed for it in _unsigned(plan, one, one.id in dated)]


def _unsigned(plan: Plan, one: Person, dated: bool) -> Iterator[Finding]:
    out = say("take this person out of the shots, and delete what was taken")
    for name, paper, consent in _papers(one):
        field = f"{name}.state"
        if consent.withdrawn:
            told = say("{paper}: taken back on {day}.", paper=paper, day=consent.withdrawn)
            yield Finding(one.id, told, out, one.role, field=f"{name}.withdrawn")
        elif consent.state == "refused":
            yield Finding(one.id, say("{paper}: refused.", paper=paper), out, one.role, field=field)
        elif dated and consent.state != "given":
            told = say("{paper}: not signed, and the day of publishing stands in the plan.", paper=paper)
            law = cited("image-consent" if name == "image" else "data-consent", country(plan))
            yield Finding(
                one.id, told, say("have it signed, or cut the person out: {law}", law=law), one.role, field=field
            )


@rule(
    "PRD-3N",
    severity="warning",
    unit=UNIT,
    section="vis-l-people",
    text=say("Everybody in the shots has been asked, on three papers"),
    hints=(
        say("Who is in the picture, and what did you ask them to sign?"),
        say("Image, data and dissemination are three papers, each with its state, channels and days."),
    ),
)
def everybody_is_asked(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.people:
        return None
    found = [
        it for one in plan.visit.people for it in unsaid(one.id, one, "role", fix=say("name the role at the plant"))
    ]
    for one in plan.visit.people:
        for name, paper, consent in _papers(one):
            if consent.state == "open":
                told = say("{paper}: nobody has asked.", paper=paper)
                fix = say("print the form and take it along to the visit")
                found.append(Finding(one.id, told, fix, one.role, field=f"{name}.state"))
            elif consent.state == "given":
                fix = say("copy it from the signed paper")
                fields = ("given", "until") if one.age != "under 14" else ("until",)
                found += unsaid(one.id, one, *(f"{name}.{field}" for field in fields), fix=fix)
                if name == "dissemination":
                    found += unsaid(one.id, one, f"{name}.channels", fix=fix)
    return found


@rule(
    "PRD-4",
    severity="error",
    unit=UNIT,
    section="vis-l-people",
    text=say("For somebody under 18 a guardian has signed; from 14 on both"),
    hints=(
        say("How old is this person, and whose signature do you hold in your hand?"),
        say("Compare the age with the two days of signing on each paper."),
    ),
)
def guardians_have_signed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    minors = [one for one in plan.visit.people if one.age in ("14-17", "under 14")]
    if not minors:
        return None
    fix = say("have it signed before you film: {law}", law=cited("minors-consent", country(plan)))
    found = []
    for one in minors:
        for name, paper, consent in _papers(one):
            if consent.state != "given":
                continue
            if consent.guardian is None:
                told = say("{paper}: a guardian has not signed.", paper=paper)
                found.append(Finding(one.id, told, fix, one.role, field=f"{name}.guardian"))
            if one.age == "14-17" and consent.given is None:
                told = say("{paper}: the young person has not signed.", paper=paper)
                found.append(Finding(one.id, told, fix, one.role, field=f"{name}.given"))
    return found


@rule(
    "PRD-4A",
    severity="warning",
    unit=UNIT,
    section="vis-l-people",
    text=say("Of everybody in frame it is said whether they are of age"),
    hints=(
        say("Trainees look older in a helmet. Did you ask?"),
        say("The age of each person: adult, 14 to 17, under 14."),
    ),
)
def ages_are_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.people:
        return None
    fix = say("ask, and choose: for somebody under 18 a guardian signs too")
    return [it for one in plan.visit.people for it in unsaid(one.id, one, "age", fix=fix)]


@rule(
    "PRD-19",
    severity="error",
    unit=UNIT,
    section="vis-l-people",
    text=say("Each consent is in force on the day of publishing, for that channel"),
    hints=(
        say("On the day it appears: does this person still agree, and to this page?"),
        say("Compare In force until and the channels of the paper with day and channel of what is published."),
    ),
)
def consents_are_in_force(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    used = [(item, one) for item, one in people(plan) if item.dates.publish or media(plan, item)]
    signed = [(item, one) for item, one in used if any(it.state == "given" for _, _, it in _papers(one))]
    if not signed:
        return None
    return [it for item, one in signed for it in _out_of_force(plan, item, one)]


def _out_of_force(plan: Plan, item: Item, one: Person) -> Iterator[Finding]:
    day, place = item.dates.publish, media(plan, item)
    for name, paper, consent in _papers(one):
        if consent.state != "given" or consent.withdrawn:
            continue
        if day and consent.until and consent.until < day:
            told = say(
                "{paper}: ends on {end}, and {item} comes out on {day}.",
                paper=paper,
                end=consent.until,
                item=item.id,
                day=day,
            )
            fix = say("have it renewed, publish before, or cut the person out")
            yield Finding(one.id, told, fix, one.role, field=f"{name}.until")
        signed = [it for it in (consent.given, consent.guardian) if it]
        if day and signed and max(signed) > day:
            told = say(
                "{paper}: signed on {end}, after {item} comes out on {day}.",
                paper=paper,
                end=max(signed),
                item=item.id,
                day=day,
            )
            yield Finding(one.id, told, say("publish later, or correct the day"), one.role, field=f"{name}.given")
        if name != "data" and place and consent.channels and place not in consent.channels:
            told = say("{paper}: not for the channel of {item}.", paper=paper, item=item.id)
            fix = say("ask for this channel too, or publish elsewhere")
            yield Finding(one.id, told, fix, one.role, field=f"{name}.channels")


@rule(
    "PRD-20",
    severity="error",
    unit="06-making",
    section="making-l-yes",
    text=say("Each shot that is shown is cleared, for that channel and that day"),
    hints=(
        say("Who at the plant has said yes to this picture on this page?"),
        say("Clearance of the shot: state, channels, until; what stands on the menu is cleared in advance."),
    ),
)
def shown_shots_are_cleared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    used = list(shown(plan))
    if not used:
        return None
    found = []
    for item, shot in used:
        clearance, day, place = shot.clearance, item.dates.publish, media(plan, item)
        fix = say("ask the plant, or take another shot")
        if clearance.state == "refused":
            found.append(
                Finding(item.id, say("It shows {shot}, which the plant has refused.", shot=shot.id), fix, shot.what)
            )
        elif clearance.state == "cleared":
            if day and clearance.until and clearance.until < day:
                told = say("It shows {shot}, which is cleared until {end}.", shot=shot.id, end=clearance.until)
                found.append(Finding(item.id, told, fix, shot.what))
            if place and clearance.channels and place not in clearance.channels:
                told = say("It shows {shot}, which is not cleared for its channel.", shot=shot.id)
                found.append(Finding(item.id, told, fix, shot.what))
            if not answering.stands(plan, Subject("shot", shot.id)):
                told = say("It shows {shot}, which has changed since the plant let it out.", shot=shot.id)
                found.append(Finding(item.id, told, fix, shot.what))
        elif day and not shot.menu:
            told = say("It shows {shot}, which nobody has cleared yet.", shot=shot.id)
            found.append(Finding(item.id, told, fix, shot.what))
    return found
