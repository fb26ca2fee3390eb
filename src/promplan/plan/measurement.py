"""How it is found out what the campaign did: questions before and after, tests, decisions, the honest report."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import BY, Count, Day, Id, Line, Part, Record, Reference, Text
from promplan.plan.labels import INSIDE, choices, label
from promplan.plan.money import Money

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Week = Annotated[int, Field(ge=0, le=200)]
Verdict = Literal["", "worked", "not", "unknown", "anyway", "next"]
Move = Literal["", "money", "earlier", "later", "drop", "answer", "nothing"]

VERDICTS = choices(
    {
        "": say_in("statement of a report", "not chosen"),
        "worked": say_in("statement of a report", "what worked"),
        "not": say_in("statement of a report", "what did not work"),
        "unknown": say_in("statement of a report", "what we do not know"),
        "anyway": say_in("statement of a report", "what would have happened anyway"),
        "next": say_in("statement of a report", "what we would do next"),
    }
)
MOVES = choices(
    {
        "": say_in("decision in the game", "not chosen"),
        "money": say_in("decision in the game", "move money to another channel"),
        "earlier": say_in("decision in the game", "bring a piece forward"),
        "later": say_in("decision in the game", "put a piece off"),
        "drop": say_in("decision in the game", "leave a piece out"),
        "answer": say_in("decision in the game", "answer what happened"),
        "nothing": say_in("decision in the game", "change nothing"),
    }
)


class Survey(Record):
    """One question asked of the same people before and after, `SV1`, `SV2` …: how many answered how."""

    LETTER = "SV"
    question: Line = Field(
        "",
        json_schema_extra=label(
            "Question", help="the same words both times; yes or no", wide=True, said="sentence", distinct=True
        ),
    )
    yes: Line = Field("", json_schema_extra=label("What counts as yes"))
    who: Line = Field("", json_schema_extra=label("Who is asked", help="class 9B, guests of the open day"))
    objective: Reference = Field("", json_schema_extra=label("Objective it answers", refers="objectives"))
    kpi: Reference = Field("", json_schema_extra=label("KPI it belongs to", refers="kpis"))
    before_on: Day | None = Field(None, json_schema_extra=label("Asked before, on"))
    after_on: Day | None = Field(None, json_schema_extra=label("Asked after, on"))
    both: Count | None = Field(None, json_schema_extra=label("Yes before and after"))
    gained: Count | None = Field(None, json_schema_extra=label("No before, yes after"))
    lost: Count | None = Field(None, json_schema_extra=label("Yes before, no after"))
    neither: Count | None = Field(None, json_schema_extra=label("No both times"))
    compared: Line = Field(
        "",
        json_schema_extra=label("Who was asked and was not there", help="a class that did not go: who, how many yes"),
    )


class Trial(Record):
    """A test of two versions, `AB1`, `AB2` …, or why there can be none."""

    LETTER = "AB"
    question: Line = Field("", json_schema_extra=label("What it shall decide", wide=True, distinct=True))
    channel: Reference = Field("", json_schema_extra=label("On which channel", refers="channels"))
    first: Line = Field("", json_schema_extra=label("Version A"))
    second: Line = Field("", json_schema_extra=label("Version B", help="one thing differs"))
    rate: Share | None = Field(None, json_schema_extra=label("Rate of A, a fraction", help="0.01 or 1 %"))
    hoped: Share | None = Field(None, json_schema_extra=label("Rate of B that would matter", help="0.02 or 2 %"))
    people: Count | None = Field(None, json_schema_extra=label("People who can be asked or shown it, in all"))
    a_n: Count | None = Field(None, json_schema_extra=label("A: people"))
    a_yes: Count | None = Field(None, json_schema_extra=label("A: who did it"))
    b_n: Count | None = Field(None, json_schema_extra=label("B: people"))
    b_yes: Count | None = Field(None, json_schema_extra=label("B: who did it"))
    decided: Line = Field(
        "", json_schema_extra=label("What we decided", help="also: no test, and what instead", wide=True)
    )


class Decision(Record):
    """What a result made the team change, `DC1`, `DC2` …"""

    LETTER = "DC"
    day: Day | None = Field(None, json_schema_extra=label("Day"))
    seen: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("Results that we saw", refers="results")
    )
    decided: Line = Field("", json_schema_extra=label("What we decided", wide=True, distinct=True))
    why: Line = Field("", json_schema_extra=label("Why", wide=True))
    who: Reference = Field("", json_schema_extra=label("Who of us decided", refers="team.members"))


class Statement(Record):
    """A sentence of the report, `ST1`, `ST2` …, and the results that its numbers come from."""

    LETTER = "ST"
    verdict: Verdict = Field("", json_schema_extra=label("It says", choices=VERDICTS))
    text: Text = Field(
        "",
        json_schema_extra=label("Sentence", help="each number in it stands in a result", wide=True, said="sentence"),
    )
    objective: Reference = Field("", json_schema_extra=label("Objective", refers="objectives"))
    kpi: Reference = Field("", json_schema_extra=label("KPI it belongs to", refers="kpis"))
    results: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("Results behind it", refers="results")
    )
    surveys: Annotated[list[Id], Field(max_length=10)] = Field(
        default_factory=list, json_schema_extra=label("Questions behind it", refers="measurement.surveys")
    )


class GameMove(Record):
    """A decision in the simulated campaign, `GM1`, `GM2` …"""

    LETTER = "GM"
    week: Week = Field(0, json_schema_extra=label("After week"))
    move: Move = Field("", json_schema_extra=label("Decision", choices=MOVES))
    item: Reference = Field("", json_schema_extra=label("Piece", refers="items"))
    channel: Reference = Field("", json_schema_extra=label("From channel", refers="channels"))
    to: Reference = Field("", json_schema_extra=label("To channel", refers="channels"))
    money: Money | None = Field(None, json_schema_extra=label("Money"))
    days: Annotated[int, Field(ge=0, le=366)] | None = Field(None, json_schema_extra=label("Days"))
    event: Line = Field("", json_schema_extra=label("What happened"))
    answer: Line = Field("", json_schema_extra=label("How we answer", wide=True))
    why: Line = Field("", json_schema_extra=label("Why", wide=True))


class Game(Part):
    """The campaign as it was played: how many weeks have passed, and what the team decided after each."""

    week: Week = Field(0, json_schema_extra=label("Weeks played"))
    round: Annotated[int, Field(ge=0, le=1000)] = Field(0, json_schema_extra=label("Played anew, times"))
    begun: Line = Field(
        "", description="digest of what the plan said when its first week was played", json_schema_extra=INSIDE
    )
    moves: Annotated[list[GameMove], Field(max_length=200)] = Field(
        default_factory=list, json_schema_extra=label("Decisions")
    )


class Measurement(Part):
    """Section *measurement* (unit 9): how we shall know, what we decided, and what we say of it at the end."""

    by: Reference = Field("", json_schema_extra=BY)
    report_to: Line = Field("", json_schema_extra=label("Who gets the report", help="role at the plant"))
    report_on: Day | None = Field(None, json_schema_extra=label("Report on"))
    anyway: Text = Field(
        "",
        json_schema_extra=label(
            "How we tell our part from the rest",
            help="the season, another campaign, a comparison that was not there",
            wide=True,
        ),
    )
    surveys: Annotated[list[Survey], Field(max_length=20)] = Field(default_factory=list)
    tests: Annotated[list[Trial], Field(max_length=20)] = Field(default_factory=list)
    decisions: Annotated[list[Decision], Field(max_length=60)] = Field(default_factory=list)
    statements: Annotated[list[Statement], Field(max_length=40)] = Field(default_factory=list)
    game: Game = Field(default_factory=Game, json_schema_extra=label("The simulated campaign", inside=True))
