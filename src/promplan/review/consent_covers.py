"""PRD-3C: a person is shown as far as the consent goes: hands alone are no face, a figure at work is no voice."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan.consents import COVERED, Covered, Person
from promplan.plan.document import Plan
from promplan.plan.shots import Shot
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.listed import phrases

UNIT = "05-visit"
NEAR = "close-up"


@rule(
    "PRD-3C",
    severity="warning",
    unit=UNIT,
    section="vis-l-people",
    text=say("Nobody is shown further than the consent goes: hands, figure, face, voice"),
    hints=(
        say("What exactly did this person allow to be shown?"),
        say("Compare What may be shown on the paper with what is seen and heard in the person's shots."),
    ),
)
def shown_as_allowed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    people = {one.id: one for one in plan.visit.people}
    signed = [
        (shot, people[id_])
        for shot in plan.visit.shots
        for id_ in shot.people
        if id_ in people and people[id_].image.state == "given" and people[id_].image.covers
    ]
    if not signed:
        return None
    return [it for shot, person in signed for it in _beyond(plan, shot, person)]


def _beyond(plan: Plan, shot: Shot, person: Person) -> Iterator[Finding]:
    allowed = {str(one) for one in person.image.covers}
    pictures = [shot.what, *(it.action for item in plan.items for it in item.panels if it.shot == shot.id)]
    near = shot.size == NEAR and not any(phrases("hands").search(one) for one in pictures)
    if "face" not in allowed and (near or any(map(shows_a_face, pictures))) and not _avoided(shot):
        yield _finding(shot, person, "face", say("take hands or the figure, or ask once more for the face"), "what")
    if "voice" not in allowed and phrases("voice").search(shot.sound) and not phrases("voiceless").search(shot.sound):
        yield _finding(
            shot, person, "voice", say("take the sound of the shop, or ask once more for the voice"), "sound"
        )


def shows_a_face(text: str) -> bool:
    """Is a face said to be seen?"""
    return phrases("face").search(text) is not None and phrases("faceless").search(text) is None


def _avoided(shot: Shot) -> bool:
    """Is the face among what must not be in frame?"""
    return any(phrases("face").search(one) for one in shot.avoid)


def _finding(shot: Shot, person: Person, what: Covered, fix: Words, field: str) -> Finding:
    told = say("{who} is in it, and has not allowed this: {what}.", who=person.role or person.id, what=COVERED[what])
    return Finding(shot.id, told, fix, shot.what, field=field)
