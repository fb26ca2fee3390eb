"""Printed cards for the minutes alone: an A5 page to write on, the paper twin of a card on the screen.

Typst sets the page (`promplan.export.printed`).
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promplan import assets, language
from promplan.export.printed import printed
from promplan.language import Problem, Words, pick, say
from promplan.plan.audiences import Audience
from promplan.plan.base import Part
from promplan.plan.budget import Carrier
from promplan.plan.camera import MOVES, SIZES
from promplan.plan.enterprise import SOURCE_KINDS
from promplan.plan.ideas import FORMS, Idea
from promplan.plan.items import Item
from promplan.plan.kpis import Kpi
from promplan.plan.labels import label_of
from promplan.plan.objectives import LEVELS
from promplan.plan.pitch import Pitch
from promplan.plan.script import ScriptLine
from promplan.plan.shots import Shot

WRITTEN = 3  # lines for an open question
MOST = 60  # copies: two groups of thirty
PERSONA = {"segment": 2, "job": 3, "barrier": 2, "trigger": 1, "influencers": 1}  # fields of an audience, lines each
IDEA = {"facts": 2, "hook": 2, "feeling": 1}
SCRIPT = {"picture": 6, "words": 7, "seconds": 3}  # columns of the sheet, and how wide they are
SCRIPT_ROWS = 5
CARRIER = {"who": 1, "what": 2, "given": 1, "why": 2, "on": 1}
MEASURE = {"name": 2, "source": 1, "every": 1, "then": 2}
SHOT = {"what": 1, "seconds": 1, "sound": 1, "avoid": 1, "ideas": 1}


@dataclass(frozen=True)
class Field:
    """A line or more to write on, boxes to tick, or a table: its columns, each with its share of the width."""

    label: Words | str
    lines: int = 1
    choices: tuple[str, ...] = ()
    columns: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Card:
    """One printed card."""

    title: Words
    lead: Words | str
    fields: tuple[Field, ...]


def kinds() -> dict[str, Card]:
    """The cards there are, by name; their labels are those of the cards on the screen."""
    sources = tuple(str(pick(words)) for key, words in SOURCE_KINDS.items() if key)
    return {
        "fact": Card(
            say("My fact card"),
            say("Alone, four minutes. One fact that you would defend; your words, no adjectives."),
            (
                Field(say("Whose card is it?")),
                Field(say("One fact, in one sentence"), 4),
                Field(say("Where do I know it from?"), 2),
                Field(say("Document, measured, or said?"), choices=sources),
                Field(say("Who must clear it?"), 1),
            ),
        ),
        "persona": Card(
            say("My persona card"),
            say("Alone, five minutes. One person you know, or somebody like them; no name."),
            (
                Field(say("Whose card is it?")),
                *(Field(_label(name), lines) for name, lines in PERSONA.items()),
            ),
        ),
        "idea": Card(
            say("My idea card"),
            say("Alone, five minutes. Three ideas, one to a card; the fact first, and only one that may be said."),
            (
                Field(say("Whose card is it?")),
                *(Field(_label(name, Idea), lines) for name, lines in IDEA.items()),
                Field(_label("form", Idea), choices=tuple(str(pick(words)) for key, words in FORMS.items() if key)),
            ),
        ),
        "shot": Card(
            say("My shot card"),
            say("Alone, four minutes. One shot, so that a stranger with a camera brings it home."),
            (
                Field(say("Whose card is it?")),
                Field(_label("what", Shot), SHOT["what"]),
                *(
                    Field(_label(name, Shot), choices=tuple(_brief(words) for key, words in known.items() if key))
                    for name, known in (("size", SIZES), ("move", MOVES))
                ),
                *(Field(_label(name, Shot), lines) for name, lines in SHOT.items() if name != "what"),
            ),
        ),
        **_made_and_carried(),
        **{f"ticket-{file.stem.partition('-')[0]}": _ticket(file) for file in tickets()},
    }


def _made_and_carried() -> dict[str, Card]:
    """The cards of units 6 to 9."""
    whose = Field(say("Whose card is it?"))
    columns = tuple((_label(name, ScriptLine), width) for name, width in SCRIPT.items())
    return {
        "script": Card(
            say("My script"),
            say("Alone, four minutes. One idea in three lines or five, thirty seconds in all; no picture said twice."),
            (whose, Field(_label("title", Item)), Field("", SCRIPT_ROWS, columns=columns)),
        ),
        "dates": Card(
            say("My piece, counted back"),
            say(
                "Alone, three minutes. From the day it comes out back to the day you begin; working days, from memory."
            ),
            (
                whose,
                Field(_label("title", Item)),
                Field(say("It comes out on"), 1),
                Field(say("The plant has answered by"), 1),
                Field(say("The plant must have it on"), 1),
                Field(say("Our draft is done on"), 1),
                Field(say("We begin on"), 1),
                Field(say("How many working days is that?"), 1),
            ),
        ),
        "carrier": Card(
            say("Who carries it for nothing"),
            say("Alone, four minutes. One person or group that would carry a piece of yours; no name, and no money."),
            (whose, *(Field(_label(name, Carrier), lines) for name, lines in CARRIER.items())),
        ),
        "measure": Card(
            say("The number that I would believe"),
            say("Alone, four minutes. One number by which you would see in spring that it was worth it."),
            (
                whose,
                *(Field(_label(name, Kpi), lines) for name, lines in MEASURE.items()),
                Field(_label("level", Kpi), choices=tuple(_brief(words) for key, words in LEVELS.items() if key)),
            ),
        ),
        "ask": Card(
            say("My last sentence"),
            say("Alone, four minutes. The sentence with which the pitch ends; it can be answered with yes or with no."),
            (
                whose,
                Field(_label("ask", Pitch), WRITTEN),
                Field(say("Who decides?"), 1),
                Field(say("By which day?"), 1),
                Field(say("What does it cost them, in money and in hours?"), 1),
                Field(say("And if they say no?"), 2),
            ),
        ),
    }


def tickets() -> list[Path]:
    """The sheets of the exit tickets, one a unit."""
    return sorted((assets.folder() / "quizzes").glob("*-ticket.toml"))


def _ticket(file: Path) -> Card:
    """A unit's three questions on paper: all members write at once, also where there is one laptop."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    shared = raw.get("option", [])
    questions = []
    for one in raw["question"]:
        options = () if one.get("open") else tuple(str(pick(it["text"])) for it in one.get("option", shared))
        questions.append(Field(str(pick(one["text"])), WRITTEN, options))
    title = say("Unit {n}: exit ticket", n=int(file.stem.partition("-")[0]))
    return Card(title, str(pick(raw["lead"])) if "lead" in raw else "", (Field(say("Whose card is it?")), *questions))


def _brief(words: Any) -> str:
    """A choice as it fits on a card: what stands before its explanation."""
    return str(pick(words)).partition(":")[0]


def _label(name: str, of: type[Part] = Audience) -> str:
    """The field's label, the same as on the screen."""
    return str(label_of(of.model_fields[name]) or name)


def cards(wanted: Sequence[str], copies: int = 1) -> bytes:
    """A PDF with `copies` pages of each card in the interface language; `Problem` for a card or number that is not."""
    known = kinds()
    for name in wanted:
        if name not in known:
            raise Problem(say("There is no card “{name}”; there are {known}.", name=name, known=", ".join(known)))
    if not 1 <= copies <= MOST:
        raise Problem(say("Print 1 to {most} copies, not {n}.", most=MOST, n=copies))
    return printed("cards.typ", [_data(known[name], copies) for name in (wanted or list(known))])


def _data(card: Card, copies: int) -> dict[str, object]:
    return {
        "title": str(card.title),
        "lead": str(card.lead),
        "language": language.current(),
        "copies": copies,
        "foot": str(
            say("promplan · unit exercise · what you write here is in the plan only once you have typed it in")
        ),
        "fields": [
            {"label": str(one.label), "lines": one.lines, "choices": list(one.choices), "columns": one.columns}
            for one in card.fields
        ],
    }
