"""What each reader is shown, section by section. A view leaves out what is not the reader's, and the table says why.

| reader | is shown | is not shown, and why |
|---|---|---|
| everybody | every section that may leave the team | what the model calls `inside` |
| press officer | all of it: whoever lets a campaign out answers for every part of it | the team's notes to itself: \
why an idea was dropped, what may go wrong on the day, the log of the camera. They are no text of the plant's and \
would be quoted as if they were |
| engineer | the register, pillars on their proofs, ideas with their posters and the data behind them, the words and \
pictures of every piece | people, money, results, risks: an engineer is asked whether it is true, and reads what is to \
be judged, not a hundred pages around it |
| safety officer | the visit with stops, shots, hazards, permits and the state of consents; pieces that show people or \
that are for safety to judge; the risks | strategy, money, results: nothing in them can hurt anybody |
| partner | what the campaign says, the chosen ideas, channels and days of publishing, what is asked of partners | \
clearances, money, people of the plant and of the team, risks of the plant, findings: they are outside the plant, \
and what lies on their desk lies in public |

Names are those of the model; a name stands for a field at any depth of its section, or for a group of fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from promplan.export.wanted import Reader
from promplan.plan.approvals import Judge

Names = frozenset[str]


@dataclass(frozen=True)
class Keep:
    """What is kept of a section.

    Args:
        names: fields and groups that are kept; groups among them are looked into. None: all.
        whole: groups that are kept as they are. which: only some of its records, by a rule of `readers_rules`.
        columns: of a table how many columns from the left; None: all.
    """

    names: Names | None = None
    whole: Names = frozenset()
    which: Literal["", "chosen", "dated", "people"] = ""
    columns: int | None = None


@dataclass(frozen=True)
class View:
    """What one reader is shown.

    Args:
        keeps: the sections; None: all. drops: fields and groups of a section that are left out.
        figures, summary: the names of pictures, and of parts of the one-page summary; None: all.
        judges: whose approvals wait for this reader; None where it is nobody in particular.
        review: the findings about everything, about what is shown, or none. rules: of which families of rules, where
        only those about what is shown: a link or a price of a piece that is shown is not this reader's for that.
        cleared: only posters whose data are cleared.
    """

    keeps: Mapping[str, Keep] | None = None
    drops: Mapping[str, Names] = field(default_factory=dict)
    figures: Names | None = None
    summary: Names | None = None
    judges: frozenset[Judge] | None = None
    review: Literal["all", "shown", "none"] = "all"
    rules: Names = frozenset()
    cleared: bool = False


def _only(*names: str, whole: tuple[str, ...] = (), which: Literal["", "chosen", "dated", "people"] = "") -> Keep:
    return Keep(frozenset(names), frozenset(whole), which)


ALL = Keep()
DAYS = _only("campaign_start", "campaign_end", "as_of", "language")
PLANT = _only("name", "place", "industry", "products")
VISIT = ("date", "fallback", "arrival", "minutes", "back", "group", "minors", "largest", "escorts", "meeting", "travel",
         "guide", "escort", "contact", "induction", "induction_by", "clothing", "hospital", "emergency", "equipment",
         "permits", "breaks", "weather")  # fmt: skip
SAID = ("script", "panels", "subtitles")
CONSENTS = ("image", "data", "dissemination", "state", "covers", "conditions", "until", "withdrawn")

NOTES: Mapping[str, Names] = {
    "team.members": frozenset({"skills", "also", "portfolio_consent"}),
    "ideas": frozenset({"reason"}),
    "visit": frozenset({"premortem"}),
    "visit.shots": frozenset({"log"}),
    "items": frozenset({"look_again"}),
    "budget": frozenset({"without", "reason"}),
    "budget.carriers": frozenset({"why", "asked_by"}),
    "measurement": frozenset({"anyway"}),
    "pitch": frozenset({"left_out"}),
}

VIEWS: Mapping[Reader, View] = {
    "": View(),
    "press": View(drops=NOTES, judges=frozenset({"plant", "personnel", "legal", "people", "money", "editor"})),
    "engineer": View(
        keeps={
            "meta": DAYS,
            "enterprise": PLANT,
            "enterprise.facts": ALL,
            "message": _only("umbrella"),
            "message.pillars": ALL,
            "ideas": _only("hook", "facts", "form", "chosen", whole=("poster",)),
            "items": _only("message", "form", "facts", "length", "headline", "text", "alt", "approvals", "judge", "who",
                           "state", "on", "note", "dates", "review", "publish", whole=SAID),
        },
        figures=frozenset({"message_house", "poster"}),
        summary=frozenset({"message", "ideas", "dates"}),
        judges=frozenset({"engineer"}),
        review="shown",
        rules=frozenset({"FACT", "IDEA", "ITEM", "MSG", "PRD", "TEXT"}),
    ),
    "safety": View(
        keeps={
            "meta": DAYS,
            "enterprise": PLANT,
            "visit": _only(*VISIT, whole=("footage",)),
            "visit.stops": ALL,
            "visit.shots": _only("stop", "size", "move", "seconds", "sound", "people", "avoid", "priority", "clearance",
                                 "state", "until", "by"),
            "visit.people": _only("age", *CONSENTS),
            "visit.clearances": ALL,
            "visit.hazards": ALL,
            "items": _only("form", "channel", "headline", "text", "alt", "approvals", "judge", "who", "state", "on",
                           "note", "dates", "review", "publish", whole=SAID, which="people"),
            "risks": _only("stage", "likelihood", "impact", "response"),
        },
        figures=frozenset({"visit_timeline", "shot_coverage"}),
        summary=frozenset({"dates"}),
        judges=frozenset({"safety", "people"}),
        review="shown",
        rules=frozenset({"ITEM", "PRD", "RISK", "TEXT", "VIS"}),
    ),
    "partner": View(
        keeps={
            "meta": DAYS,
            "enterprise": PLANT,
            "message": _only("umbrella", "tone", "call"),
            "message.pillars": Keep(columns=2),
            "ideas": _only("hook", "form", "feeling", "audience", "channels", which="chosen"),
            "channels": _only("channel", "media", "role", "audiences", "cadence"),
            "items": _only("form", "channel", "audience", "dates", "publish", "at", which="dated"),
            "calendar.days": _only("day", "until"),
            "budget.carriers": _only("who", "given", "on", "channel", "audience"),
        },
        figures=frozenset({"poster"}),
        summary=frozenset({"message", "ideas", "dates"}),
        judges=frozenset(),
        review="none",
        cleared=True,
    ),
}  # fmt: skip
