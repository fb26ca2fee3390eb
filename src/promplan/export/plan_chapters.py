"""Which sections of the plan stand under which number, in every document that people read from front to back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from promplan.export.outline import Outline
from promplan.export.readers_questions import PATH as QUESTIONS
from promplan.export.readers_questions import TITLE
from promplan.language import Words, say


@dataclass(frozen=True)
class Chapter:
    """Sections that stand under one number."""

    title: Words
    paths: tuple[str, ...]


CHAPTERS = (
    Chapter(TITLE, (QUESTIONS,)),
    Chapter(say("The plant and its brief"), ("meta", "enterprise", "brief", "team")),
    Chapter(say("Facts with their sources"), ("enterprise.facts",)),
    Chapter(say("Objectives and audiences"), ("objectives", "audiences")),
    Chapter(say("The message"), ("message",)),
    Chapter(say("Ideas and posters"), ("ideas",)),
    Chapter(say("The visit: route, shots, consents"), ("visit",)),
    Chapter(say("Channels and pieces"), ("channels", "items")),
    Chapter(say("The calendar"), ("calendar",)),
    Chapter(say("The budget, and whom it reaches"), ("budget",)),
    Chapter(say("Measurement"), ("kpis", "results", "measurement")),
    Chapter(say("The pitch"), ("pitch",)),
    Chapter(say("Risks"), ("risks",)),
)
LAST = say("Besides")
APART = ("meta",)  # told by cover and colophon
EMPTY_SAID = ("objectives", "audiences", "message", "ideas", "items", "calendar", "budget", "kpis", "risks")
FACTS = "enterprise.facts"  # a chapter of its own, though the plant has one


def grouped(sections: Sequence[Outline], apart: Collection[str] = ()) -> list[tuple[Words, list[Outline]]]:
    """The sections under the chapters that they belong to; what has no chapter and says something comes last."""
    made: list[tuple[Words, list[Outline]]] = []
    placed = set(apart)
    for one in CHAPTERS:
        mine = [it for it in sections if it.path not in placed and any(_under(it.path, path) for path in one.paths)]
        if FACTS not in one.paths:
            mine = [it for it in mine if it.path != FACTS]
        placed |= {it.path for it in mine}
        made.append((one.title, mine))
    return [*made, (LAST, [it for it in sections if it.path not in placed and it.blocks])]


def _under(path: str, head: str) -> bool:
    return path == head or path.startswith(f"{head}.")
