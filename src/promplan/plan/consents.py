"""Whom a visit films: each person's consents, a paper of its own for image, for data and for dissemination."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Key, Line, Part, Record, Reference
from promplan.plan.enterprise import CHANNELS, Channel
from promplan.plan.labels import choices, label

AgeGroup = Literal["", "adult", "14-17", "under 14"]
ConsentState = Literal["open", "asked", "given", "refused"]
Covered = Literal["hands", "work", "face", "voice", "name"]

AGE_GROUPS = choices(
    {
        "": say_in("age", "not said"),
        "adult": "adult",
        "14-17": "14 to 17: signs together with a guardian",
        "under 14": "under 14: a guardian signs",
    }
)
CONSENT_STATES = choices(
    {
        "open": say_in("consent", "open: nobody asked"),
        "asked": say_in("consent", "asked, not signed yet"),
        "given": "signed",
        "refused": say_in("consent", "refused"),
    }
)
COVERED = choices(
    {
        "hands": "hands",
        "work": "figure at work",
        "face": "face",
        "voice": "voice",
        "name": say_in("consent", "name"),
    }
)


class Consent(Part):
    """One signed paper: for which channels, until when, since when, and whether it was taken back.

    Of somebody from 14 to 17 both signatures are needed, of somebody younger the guardian's.
    """

    state: ConsentState = Field("open", json_schema_extra=label("Consent", choices=CONSENT_STATES))
    covers: Annotated[list[Covered], Field(max_length=5)] = Field(
        default_factory=list, json_schema_extra=label("What may be shown", choices=COVERED)
    )
    channels: Annotated[list[Channel], Field(max_length=4)] = Field(
        default_factory=list, json_schema_extra=label(say_in("consent", "Channels"), choices=CHANNELS)
    )
    conditions: Line = Field("", json_schema_extra=label("Conditions", help="wants to see the cut first …"))
    given: Day | None = Field(None, json_schema_extra=label("Signed by the person on"))
    guardian: Day | None = Field(None, json_schema_extra=label("Signed by a guardian on"))
    until: Day | None = Field(None, json_schema_extra=label("In force until"))
    withdrawn: Day | None = Field(None, json_schema_extra=label("Taken back on"))
    paper: Reference = Field("", json_schema_extra=label("Signed paper", refers="attachments", inside=True))


class Person(Record):
    """Somebody who is filmed, `N1`, `N2` …: by role; the name stays in the plan's own file."""

    LETTER = "N"
    role: Line = Field("", json_schema_extra=label(say_in("person", "Who"), help="role at the plant: press operator …"))
    name: Line = Field("", json_schema_extra=label("Name or initials", said="person", inside=True))
    person: Key = Field(
        "", description="id of the person in the case's kit", json_schema_extra=label("In the kit", inside=True)
    )
    age: AgeGroup = Field("", json_schema_extra=label("Age", choices=AGE_GROUPS))
    image: Consent = Field(default_factory=Consent, json_schema_extra=label("Consent to the image"))
    data: Consent = Field(
        default_factory=Consent, json_schema_extra=label("Consent to the processing of personal data")
    )
    dissemination: Consent = Field(
        default_factory=Consent, json_schema_extra=label("Consent to the dissemination of personal data")
    )
