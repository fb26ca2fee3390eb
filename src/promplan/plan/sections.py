"""The registry of sections: all that the course knows about a section of the plan, said once.

The document's addresses, merge's questions, findings, the families of rules, the handover, the panel, the page and
every export read it. A section is added by its model (a field of `Plan`), its step in `migrations.py`, its row here
and the Russian of its words; `tests/plan/test_sections.py` holds that every section is known everywhere.
"""

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal, get_origin

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.document import Plan

# filled where the team's own is still empty · the same, or beside the team's own records with what refers to them
Handed = Literal["", "filled", "beside"]


@dataclass(frozen=True)
class Section:
    """A card of the plan (`brief`), or a list of records (`enterprise.facts`).

    Args:
        path: its address. unit: the unit that edits it.
        words: its heading. short: what a finding calls it, in mid-sentence.
        place: what a question about it calls it: of a list, its order.
        families: the rules' families that judge it. handed: does a case hand it over, and how?
        counted: for a list, how many there are: "Facts: {n}."
        stays: does starting the unit over leave it as it is?
    """

    path: str
    unit: str
    words: Words
    short: Words
    place: Words
    families: tuple[str, ...] = ()
    handed: Handed = ""
    counted: Words | None = None
    stays: bool = False

    @property
    def name(self) -> str:
        """What a finding about the whole section names as its object: `facts`, `brief`."""
        return self.path.rpartition(".")[2]

    @cached_property
    def model(self) -> type[Part]:
        """The card's model, or that of the list's records."""
        return tree.kind_at(Plan, self.path)

    @cached_property
    def is_list(self) -> bool:
        """Is it a list of records?"""
        owner, _, name = self.path.rpartition(".")
        kind = tree.kind_at(Plan, owner) if owner else Plan
        return get_origin(kind.model_fields[name].annotation) is list

    @property
    def letter(self) -> str:
        """The letter of its records' ids; empty for a card."""
        return str(getattr(self.model, "LETTER", ""))

    def count(self, n: int) -> Words:
        """How many records there are, in words."""
        return replace(self.counted or self.words, values={"n": n})


SECTIONS = (
    Section(
        "meta",
        "00-start",
        say("Plant and days"),
        say("plant and days"),
        say("the plan's own card"),
        families=("PLAN", "TEXT"),
        stays=True,
    ),
    Section("team", "00-start", say("Team"), say("team"), say("the team's card"), families=("TEAM",)),
    Section(
        "team.members",
        "00-start",
        say("Members"),
        say("members"),
        say("the order of the members"),
        counted=say("Members: {n}."),
    ),
    Section(
        "brief",
        "01-facts",
        say("The plant's brief"),
        say("brief"),
        say("the plant's brief"),
        families=("BRIEF",),
        handed="filled",
    ),
    Section("enterprise", "01-facts", say("The plant"), say("the plant"), say("the plant's card"), stays=True),
    Section(
        "enterprise.facts",
        "01-facts",
        say("Register of facts"),
        say("register"),
        say("the order of the facts"),
        families=("FACT",),
        handed="filled",
        counted=say("Facts: {n}."),
    ),
    Section(
        "objectives",
        "02-goals",
        say("Objectives"),
        say("objectives"),
        say("the order of the objectives"),
        families=("OBJ",),
        handed="filled",
        counted=say("Objectives: {n}."),
    ),
    Section(
        "audiences",
        "02-goals",
        say("Audiences"),
        say("audiences"),
        say("the order of the audiences"),
        families=("AUD",),
        handed="beside",
        counted=say("Audiences: {n}."),
    ),
    Section(
        "message",
        "03-message",
        say("Message house"),
        say("message"),
        say("the message: umbrella, tone, call"),
        families=("MSG",),
        handed="filled",
    ),
    Section(
        "message.pillars",
        "03-message",
        say("Pillars"),
        say("pillars"),
        say("the order of the pillars"),
        counted=say("Pillars: {n}."),
    ),
    Section(
        "message.questions",
        "03-message",
        say("Hard questions"),
        say("hard questions"),
        say("the order of the questions"),
        counted=say("Hard questions: {n}."),
    ),
    Section(
        "ideas",
        "04-art",
        say("Ideas"),
        say("ideas"),
        say("the order of the ideas"),
        families=("IDEA",),
        handed="filled",
        counted=say("Ideas: {n}."),
    ),
    Section(
        "channels",
        "04-art",
        say("Channels of the plan"),
        say("channels"),
        say("the order of the channels"),
        families=("CH",),
        handed="filled",
        counted=say("Channels: {n}."),
    ),
    Section(
        "visit",
        "05-visit",
        say("The plant visit: call sheet"),
        say("the visit"),
        say("the call sheet of the visit"),
        families=("VIS", "PRD"),
        handed="filled",
    ),
    Section(
        "visit.stops",
        "05-visit",
        say("Route of the visit"),
        say("stops"),
        say("the order of the stops"),
        counted=say("Stops: {n}."),
    ),
    Section(
        "visit.shots",
        "05-visit",
        say("Shot list"),
        say("shots"),
        say("the order of the shots"),
        counted=say("Shots: {n}."),
    ),
    Section(
        "visit.people",
        "05-visit",
        say("People in frame and their consents"),
        say("people in frame"),
        say("the order of the people in frame"),
        counted=say("People in frame: {n}."),
    ),
    Section(
        "visit.clearances",
        "05-visit",
        say("Clearances of the visit"),
        say("clearances of the visit"),
        say("the order of the clearances"),
        counted=say("Clearances: {n}."),
    ),
    Section(
        "visit.hazards",
        "05-visit",
        say("Hazards and controls"),
        say("hazards"),
        say("the order of the hazards"),
        counted=say("Hazards: {n}."),
    ),
    Section(
        "visit.heard",
        "05-visit",
        say("Heard on the visit"),
        say("heard on the visit"),
        say("the order of what was heard"),
        counted=say("Heard: {n}."),
    ),
    Section(
        "items",
        "06-making",
        say("Pieces of content"),
        say("pieces of content"),
        say("the order of the pieces of content"),
        families=("ITEM", "CAL"),
        handed="filled",
        counted=say("Pieces of content: {n}."),
    ),
    Section(
        "calendar",
        "07-calendar",
        say("Editorial calendar"),
        say("the calendar"),
        say("the calendar's card"),
        handed="filled",
    ),
    Section(
        "calendar.days",
        "07-calendar",
        say("Days that matter"),
        say("days that matter"),
        say("the order of the days"),
        counted=say("Days that matter: {n}."),
    ),
    Section(
        "calendar.rhythms",
        "07-calendar",
        say("Rhythm of the channels"),
        say("rhythm of the channels"),
        say("the order of the rhythms"),
        counted=say("Channels with a rhythm: {n}."),
    ),
    Section(
        "calendar.shares",
        "07-calendar",
        say("Shares of the pillars"),
        say("shares of the pillars"),
        say("the order of the shares"),
        counted=say("Pillars with a share: {n}."),
    ),
    Section(
        "calendar.duties",
        "07-calendar",
        say("Who answers comments"),
        say("who answers comments"),
        say("the order of the duties"),
        counted=say("Duties: {n}."),
    ),
    Section(
        "budget",
        "08-distribution",
        say("Distribution and budget"),
        say("the budget"),
        say("the budget's card"),
        families=("DIS",),
        handed="filled",
    ),
    Section(
        "budget.carriers",
        "08-distribution",
        say("Who carries it for free"),
        say("who carries it"),
        say("the order of those who carry it"),
        counted=say("Who carries it for free: {n}."),
    ),
    Section(
        "budget.lines",
        "08-distribution",
        say("Lines of the budget"),
        say("lines of the budget"),
        say("the order of the lines"),
        counted=say("Lines of the budget: {n}."),
    ),
    Section(
        "budget.overlaps",
        "08-distribution",
        say("People whom two channels share"),
        say("overlaps"),
        say("the order of the overlaps"),
        counted=say("Overlaps: {n}."),
    ),
    Section(
        "kpis",
        "09-measurement",
        say("What we measure: KPI"),
        say("KPI"),
        say("the order of the KPI"),
        families=("KPI",),
        handed="filled",
        counted=say("KPI: {n}."),
    ),
    Section(
        "results",
        "09-measurement",
        say("Results"),
        say("results"),
        say("the order of the results"),
        handed="filled",
        counted=say("Results: {n}."),
    ),
    Section(
        "measurement",
        "09-measurement",
        say("Measurement and report"),
        say("the measurement"),
        say("the measurement's card"),
        families=("REP",),
        handed="filled",
    ),
    Section(
        "measurement.surveys",
        "09-measurement",
        say("Questions before and after"),
        say("questions before and after"),
        say("the order of the questions before and after"),
        counted=say("Questions before and after: {n}."),
    ),
    Section(
        "measurement.tests",
        "09-measurement",
        say("Tests of two versions"),
        say("tests of two versions"),
        say("the order of the tests"),
        counted=say("Tests of two versions: {n}."),
    ),
    Section(
        "measurement.decisions",
        "09-measurement",
        say("Decisions"),
        say("decisions"),
        say("the order of the decisions"),
        counted=say("Decisions: {n}."),
    ),
    Section(
        "measurement.statements",
        "09-measurement",
        say("The report, sentence by sentence"),
        say("sentences of the report"),
        say("the order of the report's sentences"),
        counted=say("Sentences of the report: {n}."),
    ),
    Section(
        "measurement.game.moves",
        "09-measurement",
        say("Decisions in the simulated campaign"),
        say("decisions in the simulated campaign"),
        say("the order of the decisions in the simulated campaign"),
        counted=say("Decisions in the simulated campaign: {n}."),
    ),
    Section(
        "pitch",
        "10-pitch",
        say("Pitch and portfolio"),
        say("the pitch"),
        say("the pitch's card"),
        families=("PIT",),
    ),
    Section(
        "pitch.parts",
        "10-pitch",
        say("The pitch, part by part"),
        say("parts of the pitch"),
        say("the order of the pitch's parts"),
        counted=say("Parts of the pitch: {n}."),
    ),
    Section(
        "pitch.jury",
        "10-pitch",
        say("Questions of a jury"),
        say("questions of a jury"),
        say("the order of the jury's questions"),
        counted=say("Questions of a jury: {n}."),
    ),
    Section(
        "pitch.rehearsals",
        "10-pitch",
        say("Rehearsals"),
        say("rehearsals"),
        say("the order of the rehearsals"),
        counted=say("Rehearsals: {n}."),
    ),
    Section(
        "pitch.marks",
        "10-pitch",
        say("How we see our own plan"),
        say("marks of our own"),
        say("the order of our own marks"),
        counted=say("Criteria: {n}."),
    ),
    Section(
        "pitch.samples",
        "10-pitch",
        say("How we graded the sample plans"),
        say("marks of the sample plans"),
        say("the order of the sample plans' marks"),
        counted=say("Marks of the sample plans: {n}."),
    ),
    Section(
        "pitch.cards",
        "10-pitch",
        say("Portfolio cards"),
        say("portfolio cards"),
        say("the order of the portfolio cards"),
        counted=say("Portfolio cards: {n}."),
    ),
    Section(
        "risks",
        "05-visit",
        say("Risks"),
        say("risks"),
        say("the order of the risks"),
        families=("RISK",),
        handed="filled",
        counted=say("Risks: {n}."),
    ),
    Section(
        "desk",
        "01-facts",
        say("The desk: the plant answers"),
        say("the desk"),
        say("the campaign's clock"),
        families=("DESK",),
        stays=True,
    ),
    Section(
        "desk.requests",
        "01-facts",
        say("Letters to the plant"),
        say("letters to the plant"),
        say("the order of the letters"),
        counted=say("Letters to the plant: {n}."),
    ),
    Section("answers", "00-start", say("Answers"), say("answers"), say("answers, reasons, tries"), stays=True),
    Section(
        "attachments",
        "01-facts",
        say("Files beside the plan"),
        say("files beside the plan"),
        say("the order of the files"),
        counted=say("Files: {n}."),
        stays=True,
    ),
)
BY_PATH = {one.path: one for one in SECTIONS}
FAMILIES = tuple(family for one in SECTIONS for family in one.families)


def filled_in(object_: str) -> str:
    """The unit that fills the object of a finding: a record at any depth by its letter, a section by its name."""
    if object_[-1:].isdigit():
        return _letters().get(tree.letter_of(object_), "")
    return next((one.unit for one in SECTIONS if one.name == object_), "")


@cache
def _letters() -> dict[str, str]:
    """The unit that gives each letter of ids."""
    found: dict[str, str] = {}

    def look(kind: type[Part], unit: str) -> None:
        found.setdefault(str(getattr(kind, "LETTER", "")), unit)
        for inner in (*tree.lists(kind).values(), *tree.parts(kind).values()):
            look(inner, unit)

    for one in SECTIONS:
        if one.is_list:
            look(one.model, one.unit)
    return found
