"""What a jury would ask of this plan: drawn from its own weak spots, the sharpest first; and what any jury asks.

The same plan brings the same questions, in the same order. Each kind asks once.
"""

from dataclasses import dataclass
from datetime import date

from promplan.language import Words, say
from promplan.plan import letters
from promplan.plan.document import Plan

MOST = 8
TITLE = 70  # characters of a title or a sentence that a question quotes


@dataclass(frozen=True)
class Asked:
    """A question: the kind of weak spot, how sharp it is (0 to 100), and the ids that it is about."""

    kind: str
    question: Words
    sharp: int
    about: tuple[str, ...] = ()


def questions(plan: Plan, on: date | None = None, most: int = MOST) -> tuple[Asked, ...]:
    """The sharpest questions that the plan raises, as of a day (its own today if not given)."""
    from promplan.grading.jury_kinds import KINDS  # which ask in the words of this module

    day = on or letters.today(plan)
    found = [one for ask in KINDS.values() if (one := ask(plan, day)) is not None]
    return tuple(sorted(found, key=lambda one: -one.sharp)[:most])


def classic() -> tuple[Asked, ...]:
    """Seven questions that any jury asks of any plan."""
    told = {
        "any-who": say("Who is it for, and what is their question, in their words?"),
        "any-believe": say("Why would they believe you?"),
        "any-simple": say("Why not simply one good post?"),
        "any-cost": say("What does it cost us: in money, and in hours of our people?"),
        "any-fails": say("What do you do if it does not work?"),
        "any-without": say("What would have happened without you?"),
        "any-after": say("You leave. Who goes on with it on Monday?"),
    }
    return tuple(Asked(kind, words, 0) for kind, words in told.items())


def cut(text: str) -> str:
    """The beginning of somebody's words, as a question quotes them."""
    told = " ".join(text.split())
    return told if len(told) <= TITLE else f"{told[: TITLE - 1].rstrip()}…"
