"""The pitch: what is said in three minutes, what a jury may ask, the team's own marks, who shows what they did."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import BY, Count, Day, Id, Key, Line, Part, Record, Reference, Text
from promplan.plan.labels import choices, label

Beat = Literal["", "scene", "problem", "audience", "message", "idea", "plan", "proof", "ask"]
Leave = Literal["not asked", "yes", "no", "withdrawn"]
Level = Annotated[int, Field(ge=1, le=4)]

BEATS = choices(
    {
        "": say_in("beat of a pitch", "not chosen"),
        "scene": say_in("beat of a pitch", "a scene from the plant"),
        "problem": say_in("beat of a pitch", "what the plant needs"),
        "audience": say_in("beat of a pitch", "whose question it is"),
        "message": say_in("beat of a pitch", "what we say"),
        "idea": say_in("beat of a pitch", "the idea, shown"),
        "plan": say_in("beat of a pitch", "when, where, for how much"),
        "proof": say_in("beat of a pitch", "how we shall know"),
        "ask": say_in("beat of a pitch", "what we ask of the plant"),
    }
)
LEAVES = choices(
    {
        "not asked": say_in("consent to a portfolio card", "not asked"),
        "yes": say_in("consent to a portfolio card", "yes, signed"),
        "no": say_in("consent to a portfolio card", "no"),
        "withdrawn": say_in("consent to a portfolio card", "taken back"),
    }
)


class PitchPart(Record):
    """A part of the pitch, `PT1`, `PT2` …: what is said, by whom, in how many seconds, over which slide."""

    LETTER = "PT"
    beat: Beat = Field("", json_schema_extra=label("Part of the pitch", choices=BEATS))
    says: Text = Field(
        "",
        json_schema_extra=label("What is said", help="as you would say it aloud", wide=True, said="sentence"),
    )
    who: Reference = Field("", json_schema_extra=label("Who speaks", refers="team.members"))
    seconds: Count | None = Field(None, json_schema_extra=label("Seconds", help="empty: as long as the words take"))
    shows: Line = Field(
        "", json_schema_extra=label("On the slide", help="at most a dozen words; the picture does the rest")
    )
    behind: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list,
        json_schema_extra=label("Facts and pieces behind it", help="F3, O1, I2, KP1: what a jury may ask to see"),
    )


class JuryQuestion(Record):
    """A question that a jury may ask, `JQ1`, `JQ2` …, and our answer."""

    LETTER = "JQ"
    question: Line = Field(
        "", json_schema_extra=label("Question of the jury", wide=True, said="sentence", distinct=True)
    )
    kind: Key = Field("", json_schema_extra=label("Weak spot that it comes from", inside=True))
    about: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("What it is about")
    )
    answer: Text = Field(
        "",
        json_schema_extra=label("Our answer", help="two sentences; “we do not know yet” is one", wide=True),
    )
    who: Reference = Field("", json_schema_extra=label("Who answers", refers="team.members"))


class Rehearsal(Record):
    """A rehearsal, `RL1`, `RL2` …: how long it took, and what is changed after it."""

    LETTER = "RL"
    day: Day | None = Field(None, json_schema_extra=label("Day"))
    seconds: Count | None = Field(None, json_schema_extra=label("Seconds, all in all"))
    parts: Annotated[list[Count], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("Seconds by part, in the pitch's order")
    )
    changed: Line = Field("", json_schema_extra=label("What we change after it", wide=True))


class Mark(Record):
    """The level at which the team sees its own plan by one criterion, `MK1`, `MK2` …, and why."""

    LETTER = "MK"
    criterion: Key = Field("", json_schema_extra=label("Criterion"))
    level: Level | None = Field(None, json_schema_extra=label("Level, 1 to 4"))
    evidence: Annotated[list[Id], Field(max_length=40)] = Field(
        default_factory=list, json_schema_extra=label("Where the plan shows it", help="ids: O1, F3, C7")
    )
    why: Text = Field("", json_schema_extra=label("Why this level", wide=True, said="sentence"))
    lacks: Line = Field("", json_schema_extra=label("What the next level would take", wide=True))


class SampleMark(Record):
    """The level that the team gave to a sample plan before it graded its own, `SM1`, `SM2` …"""

    LETTER = "SM"
    sample: Key = Field("", json_schema_extra=label("Sample plan"))
    criterion: Key = Field("", json_schema_extra=label("Criterion"))
    level: Level | None = Field(None, json_schema_extra=label("Level, 1 to 4"))


class Card(Record):
    """What one member shows of the work, `PF1`, `PF2` …, and the consent, which is a paper of its own."""

    LETTER = "PF"
    member: Reference = Field("", json_schema_extra=label("Whose card", refers="team.members"))
    did: Text = Field(
        "",
        json_schema_extra=label("What I did", help="two sentences a plant would understand", wide=True),
    )
    learned: Line = Field("", json_schema_extra=label("What I can do now that I could not before", wide=True))
    shows: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("What I show", help="ids of ideas, pieces, shots that are yours")
    )
    page: Leave = Field(
        "not asked", json_schema_extra=label("May stand on the team's page", help="a signed paper", choices=LEAVES)
    )
    pool: Leave = Field(
        "not asked",
        json_schema_extra=label(
            "May go to the organiser's pool of young specialists", help="a signed paper of its own", choices=LEAVES
        ),
    )
    minor: bool = Field(False, json_schema_extra=label("Under 18 on the day of signing"))
    parent: bool = Field(False, json_schema_extra=label("A parent signed too", help="needed under 18"))
    signed_on: Day | None = Field(None, json_schema_extra=label("Signed on"))
    until: Day | None = Field(None, json_schema_extra=label("Holds until"))
    withdrawn_on: Day | None = Field(None, json_schema_extra=label("Taken back on"))


class Pitch(Part):
    """Section *pitch* (unit 10): the three minutes, the jury, the self-assessment, the portfolio."""

    by: Reference = Field("", json_schema_extra=BY)
    limit: Count | None = Field(None, json_schema_extra=label("Seconds that we have", help="empty: 180, three minutes"))
    to: Line = Field("", json_schema_extra=label("Who listens", help="roles: head of personnel, chief engineer"))
    ask: Text = Field(
        "",
        json_schema_extra=label(
            "What we ask of them", help="one decision, with a day and a person", wide=True, said="sentence"
        ),
    )
    left_out: Text = Field(
        "", json_schema_extra=label("What we left out on purpose, and why", wide=True, said="sentence")
    )
    parts: Annotated[list[PitchPart], Field(max_length=20)] = Field(default_factory=list)
    jury: Annotated[list[JuryQuestion], Field(max_length=40)] = Field(
        default_factory=list, json_schema_extra=label("Questions of a jury", inside=True)
    )
    rehearsals: Annotated[list[Rehearsal], Field(max_length=40)] = Field(
        default_factory=list, json_schema_extra=label("Rehearsals", inside=True)
    )
    marks: Annotated[list[Mark], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("How we see our own plan", inside=True)
    )
    samples: Annotated[list[SampleMark], Field(max_length=60)] = Field(
        default_factory=list, json_schema_extra=label("How we graded the sample plans", inside=True)
    )
    cards: Annotated[list[Card], Field(max_length=12)] = Field(
        default_factory=list,
        description="they leave the team on the portfolio page alone, each by its own consent",
        json_schema_extra=label("Portfolio cards", inside=True),
    )
