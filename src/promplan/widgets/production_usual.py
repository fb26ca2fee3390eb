"""The steps that a piece of each form mostly takes: estimates to correct, not to believe."""

from typing import NamedTuple

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.production import Whose

ANSWER = 5  # working days of a plant that has not said how long it takes
FILMED = ("video", "animation", "photo", "audio", "event")


class Usual(NamedTuple):
    """A step: its name, its working days, whose they are, and the numbers of those that it waits for."""

    name: Words
    days: int
    whose: Whose
    after: tuple[int, ...] = ()


def usual(plan: Plan, item: Item) -> list[Usual]:
    """The steps for the piece's form; an answer of the plant takes the days of its brief."""
    answer = plan.brief.answer_days or ANSWER
    if item.form in FILMED:
        return [
            Usual(say("Script"), 2, "team"),
            Usual(say("Engineer checks the facts"), answer, "plant", (0,)),
            Usual(say("Storyboard and shot list"), 2, "team", (0,)),
            Usual(say("Clearance of the shots"), answer, "plant", (2,)),
            Usual(say("Shoot"), 1, "team", (1, 3)),
            Usual(say("Music and rights"), 2, "team", (0,)),
            Usual(say("Edit"), 3, "team", (4, 5)),
            Usual(say("Subtitles and picture in words"), 1, "team", (6,)),
            Usual(say("The plant sees the finished version"), answer, "plant", (7,)),
            Usual(say("Publish"), 0, "team", (8,)),
        ]
    return [
        Usual(say("Draft of the text"), 2, "team"),
        Usual(say("Engineer checks the facts"), answer, "plant", (0,)),
        Usual(say("Picture and its words"), 2, "team"),
        Usual(say("Edit"), 1, "team", (1,)),
        Usual(say("The plant sees the finished version"), answer, "plant", (2, 3)),
        Usual(say("Publish"), 0, "team", (4,)),
    ]
