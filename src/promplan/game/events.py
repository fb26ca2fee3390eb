"""What happens in a game, and after which week: drawn from the seed alone, so that no decision calls it forth."""

from promplan.game.assumed import Answer, Event, events
from promplan.game.chance import number
from promplan.language import Problem, chosen, pick, say
from promplan.plan.measurement import GameMove

EVERY = 3  # weeks for one event


def happening(seed: int, weeks: int) -> dict[int, Event]:
    """The events by the week after which they come: none before the first, none after the last, spread between."""
    drawn = sorted(events(), key=lambda one: number(seed, "event", one.id))
    n = min(len(drawn), weeks - 1, max(1, weeks // EVERY))
    apart = (weeks - 1) // n if n else 0
    return {1 + place * apart + number(seed, "week", place) % apart: drawn[place] for place in range(n)}


def answered(moves: list[GameMove], week: int) -> bool:
    """Has the event after a week been answered?"""
    return any(one.move == "answer" and one.week == week for one in moves)


def answer_of(event: Event, text: str) -> Answer | None:
    """The answer that a plan's words stand for, in either language."""
    return next((one for one in event.answers if text.strip() in _texts(one.name)), None)


def as_move(event: Event, id_: str, week: int) -> dict[str, object]:
    """An answer as the plan keeps it, in words; raises `Problem` for one that is none."""
    found = next((one for one in event.answers if one.id == id_), None)
    if found is None:
        raise Problem(say("Choose one of the three answers to: {what}", what=pick(event.name)))
    return {"week": week, "move": "answer", "event": chosen(event.name), "answer": chosen(found.name)}


def _texts(said: dict[str, str]) -> set[str]:
    return {one.strip() for one in said.values()}
